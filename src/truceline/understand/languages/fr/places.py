"""French places: names behind "à", "dans", "près de", resolved against the gazetteer with the story around them."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from truceline.knowledge.gazetteer import Location, locations
from truceline.model.mark import PlaceMark
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.languages.fr.name_spans import names_in
from truceline.understand.languages.fr.names import adjectives, body_named, countries, gazetteer_name
from truceline.understand.markers.place_parts.candidates import Candidate
from truceline.understand.markers.place_parts.resolution import resolve
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.placed import placed
from truceline.understand.tokens import Doc, Span

ARTICLES = frozenset({"le", "la", "les", "l'", "l’", "un", "une"})
OF = frozenset({"de", "du", "d'", "d’", "des"})


def mark_places(parsed: ParsedReport) -> list[PlaceMark]:
    """Where a name does not stand behind a word of place ("Kiev demande"), ``use`` is associative."""
    spans = [span for span in names_in(parsed.doc) if may_be_place(span)]
    known = [(span, locations(gazetteer_name(span.text))) for span in spans]
    known = [(span, options) for span, options in known if options or is_placed(parsed.doc, span)]
    found = [Candidate(span.start, span.end - 1, options) for span, options in known]
    chosen = resolve(parsed.doc, found, story_countries(parsed.doc))
    return [mark_of(parsed, span, place) for (span, _), place in zip(known, chosen, strict=True)]


def story_countries(doc: Doc) -> Counter[str]:
    """How often each country is named, by its adjectives too."""
    adjective = (adjectives().get(token.lower_) for token in doc)
    named = (countries().get(span.text) for span in names_in(doc))
    return Counter(code for codes in (adjective, named) for code in codes if code is not None)


def use_of(doc: Doc, span: Span) -> Literal["literal", "associative"]:
    steps = list(words_before(doc, span.start))
    if steps and steps[0] in ARTICLES:
        steps = steps[1:]
    if steps and steps[0] in OF:
        behind = steps[1:2]
        return "literal" if set(behind) & (word_set("places", "kinds") | word_set("places", "near")) else "associative"
    return "literal" if set(steps[:1]) & word_set("places", "locative") else "associative"


def may_be_place(span: Span) -> bool:
    """No body, and no quarter of the sky: "dans l'Est"."""
    return body_named(span.text) is None and span.text.lower() not in word_set("places", "kinds")


def is_placed(doc: Doc, span: Span) -> bool:
    """A village that no table knows: "à Chtchastia"; no month and no name of a body."""
    return next(words_before(doc, span.start), "") in word_set("places", "at") and span[-1].pos_ in {"PROPN", "NOUN"}


def words_before(doc: Doc, index: int) -> Iterator[str]:
    """The words before, the nearest first, within the sentence."""
    for token in reversed(doc.tokens[max(0, index - 4) : index]):
        if token.text in {".", "\n", ",", ";", ":"}:
            return
        yield "à" if token.text == "A" else token.lower_


def mark_of(parsed: ParsedReport, span: Span, location: Location | None) -> PlaceMark:
    mark = PlaceMark(
        report=parsed.report.id, start=span.start_char, end=span.end_char, text=span.text, raw=span.text,
        use=use_of(parsed.doc, span),
    )  # fmt: skip
    if location is None:
        return mark
    return placed(mark, location, precision_of(parsed.doc, span, location))


def precision_of(doc: Doc, span: Span, location: Location) -> int:
    """UCDP's where_prec: 2 where the report says "près de", 4 for a region."""
    before = set(words_before(doc, span.start))
    if location.precision == 1 and before & word_set("places", "regions"):
        return 4
    return 2 if location.precision == 1 and before & word_set("places", "near") else location.precision
