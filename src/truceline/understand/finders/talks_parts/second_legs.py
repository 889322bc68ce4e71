"""One verb, two meetings: "met the minister in Algiers on Friday and the rebel leader in Tindouf on Saturday"."""

from dataclasses import dataclass, replace
from itertools import pairwise

from truceline.model.claims import TalksFields
from truceline.model.mark import DateMark
from truceline.model.where import Place
from truceline.understand.finders.clause_parts.when import calendar_dates
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import actors_at, distinct, is_counterpart
from truceline.understand.finding import Finding
from truceline.understand.grammar import trimmed
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

WITH = frozenset({"with", "to"})
GUESTS = frozenset({"conj", "dobj", "pobj", "appos", "nsubj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Leg:
    """The "and" before the second leg, whom it is with, the days of both."""

    step: Token
    guest: Token
    first_day: DateMark
    day: DateMark


def by_legs(found: Finding, meeting: Meeting, sentence: MarkedSentence, marked: MarkedReport) -> list[Finding]:
    """The finding itself, or one for each leg where a second counterpart has a day of its own."""
    fields = found.fields
    if not isinstance(fields, TalksFields) or fields.status not in {"held", "planned"}:
        return [found]
    leg = second_leg(meeting, sentence, marked)
    if leg is None:
        return [found]
    others = distinct(actors_at(leg.guest, marked))
    first = tuple(actor for actor in fields.participants if actor not in others)
    if not others or len(first) < 2:
        return [found]
    here = place_between(meeting.head.idx, leg.step.idx, sentence, marked)
    there = place_between(leg.step.idx, leg.day.start, sentence, marked)
    before = {"participants": first, "date": leg.first_day.date, "place": here}
    after = {"participants": (first[0], *others), "date": leg.day.date, "place": there}
    start, end = words_of(leg)
    return [
        replace(found, fields=fields.model_copy(update=before), end=min(found.end, leg.step.idx - 1)),
        replace(
            found, fields=fields.model_copy(update=after), start=start, end=end,
            at=leg.guest.idx, rule=f"{found.rule}, second leg",
        ),
    ]  # fmt: skip


def second_leg(meeting: Meeting, sentence: MarkedSentence, marked: MarkedReport) -> Leg | None:
    """Between two days stands "and" with a counterpart behind it, and no other verb."""
    days = [mark for mark in calendar_dates(sentence) if mark.start > meeting.head.idx]
    for earlier, later in pairwise(days):
        words = [token for token in sentence.span if earlier.end <= token.idx < later.start]
        step = next((token for token in words if token.lower_ == "and"), None)
        if step is None or any(token.tag_ in FINITE for token in words):
            continue
        guest = next((token for token in words if token.i > step.i and is_guest(token, marked)), None)
        if guest is not None:
            return Leg(step, guest, earlier, later)
    return None


def is_guest(token: Token, marked: MarkedReport) -> bool:
    met = token.dep_ in GUESTS and (token.dep_ != "pobj" or token.head.lower_ in WITH)
    return met and is_counterpart(token, marked)


def place_between(start: int, end: int, sentence: MarkedSentence, marked: MarkedReport) -> Place | None:
    """A place where one is, none that only names a state or a man of it."""
    within = (mark for mark in sentence.places if start < mark.start < end and mark.use != "associative")
    return next((mark.place for mark in within if mark.start not in marked.at.actors), None)


def words_of(leg: Leg) -> tuple[int, int]:
    span = leg.step.doc.char_span(leg.day.start, leg.day.end, alignment_mode="expand")
    last = span[-1].i if span is not None else leg.guest.i
    return trimmed(leg.step.doc[leg.step.i + 1 : last + 1])
