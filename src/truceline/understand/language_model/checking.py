"""A proposal is held against the report: what does not stand there word for word is dropped with the reason.

Nothing is repaired: a wrong figure is no figure of ours. Only what the words themselves give is filled in by our
markers: who a name is, which day a date is, the bounds that "at least" sets.
"""

import re
from collections.abc import Iterator

from pydantic import ValidationError

from truceline.knowledge.codebook import plover
from truceline.model.actor import AUTHOR, Actor
from truceline.model.evidence import Span, span_of
from truceline.model.mark import NumberMark
from truceline.model.missing import Missing
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.finding import Finding
from truceline.understand.language_model.proposals import FIELDS_OF, Proposed
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence, covering

ACTORS = frozenset({
    "source", "losses_of", "perpetrator", "controller", "previous_controller", "holder", "on_behalf_of", "addressee",
    "actor", "recipient", "parties", "mediators", "violated_by", "participants", "hosts",
})  # fmt: skip
PLACES = frozenset({"place"})
DATES = frozenset({"date", "period", "as_of", "declared", "effective", "ended", "deadline"})
FIGURES = ("value", "low", "high")
QUOTED = frozenset({"content", "condition", "cue", "medium", "scope", "cause", "justification", "issue", "issues"})
CODES = frozenset({"de_jure", "context"})  # values of a list that is not in the words; checked apart or left out


class Unfounded(Exception):
    """Why a proposal is dropped. The message is a short reason that can be counted."""


def finding_from(marked: MarkedReport, proposed: Proposed, rule: str) -> Finding:
    """The proposal as a finding. Raises Unfounded."""
    start, end, sentence = evidence_of(marked, proposed)
    fields = dict(checked_fields(marked, proposed, sentence))
    missing: dict[str, Missing] = {}
    if proposed.kind == "casualties":
        fields |= figures(marked, proposed, start, end)
        if fields["value"] is None and fields["low"] is None and fields["high"] is None:
            missing = dict.fromkeys(FIGURES, "unclear")
    if proposed.kind == "statement":
        fields["content_spans"] = (content_span(marked, str(fields["content"]), sentence),)
    if proposed.kind == "event":
        fields |= coded(fields, marked.report.text[start:end])
    try:
        made = FIELDS_OF[proposed.kind].model_validate(fields)
    except ValidationError as error:
        raise Unfounded(f"{error.errors()[0]['loc'][0]} has no such value") from error
    voice = AUTHOR if proposed.kind == "statement" else None
    return Finding(made, start, end, at=start, rule=rule, missing=missing, claimed_by=voice)


def evidence_of(marked: MarkedReport, proposed: Proposed) -> tuple[int, int, MarkedSentence]:
    """Where the words stand: in the sentence that is named, else in the only other one that has them."""
    if not proposed.evidence.strip():
        raise Unfounded("no evidence")
    told = {sentence.index: sentence for sentence in marked.told}
    named = told.get(proposed.sentence)
    for sentence in [named] if named else []:
        found = find_words(marked, proposed.evidence, sentence)
        if found:
            return *found, sentence
    standing = [(find_words(marked, proposed.evidence, sentence), sentence) for sentence in told.values()]
    others = [(found, sentence) for found, sentence in standing if found]
    if len(others) != 1:
        raise Unfounded("evidence not in the text" if not others else "evidence not in its sentence")
    (start, end), sentence = others[0]
    return start, end, sentence


def find_words(marked: MarkedReport, words: str, sentence: MarkedSentence) -> tuple[int, int] | None:
    """Word for word, with any white space between words."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.compile(pattern).search(marked.report.text, sentence.start, sentence.end)
    return (found.start(), found.end()) if found and found.end() > found.start() else None


def checked_fields(marked: MarkedReport, proposed: Proposed, sentence: MarkedSentence) -> Iterator[tuple[str, object]]:
    """The own fields, with words turned into what our markers know of them."""
    for name, value in proposed.model_dump(exclude={"kind", "sentence", "evidence", *FIGURES}).items():
        if name in ACTORS and value:
            yield (
                name,
                tuple(actor(marked, one, sentence) for one in value)
                if isinstance(value, tuple)
                else (value if value == "all sides" else actor(marked, value, sentence)),
            )
        elif name in PLACES and value:
            yield name, place(marked, value, sentence)
        elif name in DATES and value:
            yield name, date(marked, value, sentence)
        elif name == "duration" and value:
            yield name, duration(sentence, value)
        elif name in QUOTED and value:
            yield name, quoted(marked, value, name)
        elif name not in CODES and (value or value is False):
            yield name, value


def anywhere(marked: MarkedReport, words: str, sentence: MarkedSentence, what: str) -> int:
    """The offset of the words, in the sentence if they are there, else in the report."""
    found = find_words(marked, words, sentence)
    if found is None:
        offset = marked.report.text.find(words)
        if offset < 0 or not words.strip():
            raise Unfounded(f"{what} not in the text")
        return offset
    return found[0]


def actor(marked: MarkedReport, words: str, sentence: MarkedSentence) -> Actor:
    start = anywhere(marked, words, sentence, "actor")
    inside = (mark for mark in marked.actors if start <= mark.start < start + len(words))
    mark = next(inside, None) or covering(marked.actors, start)
    return mark.actor if mark else Actor(entity_text=words, resolution="unresolved")


def place(marked: MarkedReport, words: str, sentence: MarkedSentence) -> Place:
    start = anywhere(marked, words, sentence, "place")
    inside = (mark for mark in marked.places if start <= mark.start < start + len(words))
    mark = next(inside, None) or covering(marked.places, start)
    return mark.place if mark else Place(raw=words)


def date(marked: MarkedReport, words: str, sentence: MarkedSentence) -> Date:
    """A date that our marker reads in these words."""
    start = anywhere(marked, words, sentence, "date")
    for mark in marked.dates:
        if mark.start < start + len(words) and start < mark.end and mark.timex_type in {"DATE", "TIME"}:
            return mark.date
    raise Unfounded("date not to be read in the words")


def duration(sentence: MarkedSentence, value: str) -> str:
    if any(mark.timex_type == "DURATION" and mark.timex == value for mark in sentence.dates):
        return value
    raise Unfounded("duration not to be read in the words")


def quoted(marked: MarkedReport, value: object, name: str) -> object:
    """Words of the report, word for word."""
    parts = value if isinstance(value, tuple) else (value,)
    for part in parts:
        pattern = r"\s+".join(map(re.escape, str(part).split()))
        if not pattern or not re.search(pattern, marked.report.text):
            raise Unfounded(f"{name} not in the text")
    return value


def figures(marked: MarkedReport, proposed: Proposed, start: int, end: int) -> dict[str, object]:
    """The figures that a number in the evidence gives; each that is proposed must be one of them, in its own place."""
    asked = {name: getattr(proposed, name) for name in FIGURES}
    if all(value is None for value in asked.values()):
        return dict.fromkeys(FIGURES)
    for mark in marked.numbers:
        if mark.start < end and start < mark.end and gives(mark, asked):
            return {name: getattr(mark, name) for name in FIGURES} | {"bound_rule": mark.bound_rule}
    raise Unfounded("figure not in the evidence")


def gives(mark: NumberMark, asked: dict[str, int | None]) -> bool:
    return all(value is None or value == getattr(mark, name) for name, value in asked.items())


def content_span(marked: MarkedReport, content: str, sentence: MarkedSentence) -> Span:
    found = find_words(marked, content, sentence)
    if found is None:
        raise Unfounded("content not in its sentence")
    return span_of(marked.report.text, *found)


def coded(fields: dict[str, object], words: str) -> dict[str, object]:
    """What the codebook says of an event; a mode that its class does not have is no mode."""
    event, mode = str(fields.get("event")), fields.get("mode")
    book = plover()
    if event not in book.classes:
        raise Unfounded("event has no such value")
    if mode is not None and mode not in book.classes[event].modes:
        raise Unfounded("mode has no such value")
    return {
        "quad": book.classes[event].quad, "cameo": book.cameo(event, str(mode) if mode else None), "event_text": words
    }  # fmt: skip
