"""Where: names of places, resolved against the gazetteer with the story around them."""

from truceline.knowledge.gazetteer import Location
from truceline.model.mark import PlaceMark
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.markers.actor_parts.sightings import sightings, story_countries
from truceline.understand.markers.place_parts.candidates import Candidate, candidates, place_words
from truceline.understand.markers.place_parts.resolution import kind_beside, resolve
from truceline.understand.parsed_report import ParsedReport


def mark_places(parsed: ParsedReport) -> list[PlaceMark]:
    """Places, not who stands behind them: "Baku says" is left to the actors. No point for what is only an area."""
    found = [candidate for candidate in candidates(parsed.doc) if not speaks(parsed, candidate)]
    chosen = resolve(parsed.doc, found, story_countries(sightings(parsed.doc)))
    return [mark_of(parsed, candidate, location) for candidate, location in zip(found, chosen, strict=True)]


def speaks(parsed: ParsedReport, candidate: Candidate) -> bool:
    """A capital as the subject of a verb of speech or will is a government."""
    head = parsed.doc[candidate.last]
    return (
        head.dep_ == "nsubj"
        and head.head.lemma_.lower() in actor_words("speaking_verbs")
        and bool(candidate.options)
        and candidate.options[0].population > 100_000
    )


def mark_of(parsed: ParsedReport, candidate: Candidate, location: Location | None) -> PlaceMark:
    first, last = parsed.doc[candidate.first], parsed.doc[candidate.last]
    start, end = first.idx, last.idx + len(last)
    raw = parsed.report.text[start:end]
    place = PlaceMark(report=parsed.report.id, start=start, end=end, text=raw, raw=raw)
    if location is None:
        return place
    return place.model_copy(
        update={
            "name": location.name, "geonameid": location.geonameid, "feature_code": location.feature_code,
            "lat": location.lat, "lon": location.lon, "country": location.country,
            "precision": precision_of(parsed, candidate, location),
        }
    )  # fmt: skip


def precision_of(parsed: ParsedReport, candidate: Candidate, location: Location) -> int:
    """UCDP's where_prec: 2 where the report says "near", 3 for a district of that name."""
    if location.precision != 1:
        return location.precision
    before = {parsed.doc[i].lower_ for i in range(max(0, candidate.first - 3), candidate.first)}
    after = parsed.doc[candidate.last + 1].lower_ if candidate.last + 1 < len(parsed.doc) else ""
    if after in place_words("districts"):
        return 3
    if kind_beside(parsed.doc, candidate) == "region":
        return 4
    return 2 if before & place_words("near") else 1
