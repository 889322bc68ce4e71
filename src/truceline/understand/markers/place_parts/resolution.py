"""Which place a name means: what the words beside it say, what the story is about, what lies near its other places."""

from collections import Counter
from collections.abc import Sequence
from math import cos, log10, radians, sqrt

from spacy.tokens import Doc

from truceline.knowledge.gazetteer import Location
from truceline.understand.markers.place_parts.candidates import Candidate, place_words

NEAR_KM = 250
AREAS = frozenset({"PCLI", "RGN", "CONT", "ADM1"})


def resolve(doc: Doc, found: Sequence[Candidate], countries: Counter[str]) -> list[Location | None]:
    """One location a candidate; null where no table knows it. One name means one place in one report."""
    total = sum(countries.values()) or 1
    shares = {country: number / total for country, number in countries.items()}
    first_choice = [choose(doc, c, following(doc, found, i), shares, ()) for i, c in enumerate(found)]
    anchors = [
        location
        for location in first_choice
        if location and location.lat is not None and location.feature_code not in {"PCLI", "CONT"}
    ]
    shares = shares | {loc.country: shares.get(loc.country, 0) + 0.5 / len(anchors) for loc in anchors if loc.country}
    chosen: dict[str, Location | None] = {}
    result: list[Location | None] = []
    for index, candidate in enumerate(found):
        name = doc[candidate.first : candidate.last + 1].text
        container = following(doc, found, index)
        kind = kind_beside(doc, candidate)
        if container is not None or kind or name not in chosen:
            others = [a for a in anchors if a not in candidate.options]
            chosen_now = choose(doc, candidate, container, shares, others)
            if container is None and not kind:
                chosen.setdefault(name, chosen_now)
            elif container is not None:
                chosen[name] = chosen_now
            result.append(chosen_now)
        else:
            result.append(chosen[name])
    return result


def following(doc: Doc, found: Sequence[Candidate], index: int) -> Location | None:
    """The container named right after a comma: "Hadrut, Azerbaijan"; "Paris, Texas"; or in "X in Y"."""
    if index + 1 >= len(found):
        return None
    here, after = found[index], found[index + 1]
    gap = doc[here.last + 1 : after.first].text.strip().lower()
    if gap in {",", "in", ", in", "'s"} and after.options:
        best = max(after.options, key=lambda option: option.population)
        return best if best.feature_code in {"PCLI", "ADM1", "RGN"} else None
    return None


def choose(
    doc: Doc, candidate: Candidate, container: Location | None, shares: dict[str, float], anchors: Sequence[Location]
) -> Location | None:
    if not candidate.options:
        return None
    kind = kind_beside(doc, candidate)
    return max(candidate.options, key=lambda option: score(option, container, kind, shares, anchors))


def score(
    option: Location, container: Location | None, kind: str, shares: dict[str, float], anchors: Sequence[Location]
) -> float:
    """Powers of ten of population, moved by signs; a sign in the words outweighs any size."""
    points = log10(option.population + 10)
    if option.feature_code == "RGN" and option.lat is None:
        points -= 0.9  # where a province of that name has a point, it is meant
    if container is not None and container.country and container.country == option.country:
        points += 6 + (4 if container.admin1 and container.admin1 == option.admin1 else 0)
    if kind == "region" and option.feature_code in {"ADM1", "RGN"}:
        points += 5
    if kind == "point" and option.feature_code not in AREAS:
        points += 5
    points += 2.5 * shares.get(option.country or "", 0.0) + (0.8 if shares.get(option.country or "", 0) > 0.05 else 0)
    if option.lat is not None and anchors:
        near = sum(1 for anchor in anchors if distance_km(option, anchor) < NEAR_KM)
        points += 1.6 * near / len(anchors) + (0.5 if near else 0)
    return points


def kind_beside(doc: Doc, candidate: Candidate) -> str:
    """ "Aleppo province", "the town of Aleppo": region, point, or empty."""
    after = doc[candidate.last + 1].lower_ if candidate.last + 1 < len(doc) else ""
    before = [doc[i].lower_ for i in range(max(0, candidate.first - 3), candidate.first)]
    if after in place_words("regions") or ("of" in before and place_words("regions") & set(before)):
        return "region"
    if after in {"town", "city", "village", "camp", "airport"} or (
        {"town", "city", "village"} & set(before) and "of" in before
    ):
        return "point"
    return ""


def distance_km(one: Location, other: Location) -> float:
    """Equirectangular: good to a few per cent at these distances, and cheap."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 1e9
    x = radians(other.lon - one.lon) * cos(radians((one.lat + other.lat) / 2))
    y = radians(other.lat - one.lat)
    return 6371 * sqrt(x * x + y * y)
