"""What our claims answer to the keys of MUC-4.

The keys tell of attacks on civilians, officials, police and property; of fights between armies and their dead they
tell nothing, and nothing of attacks older than two months. So claims of these are left aside here. Claims about one
attack are joined as the project joins them anywhere, and the incident has one day; without one, it has the day of
the report, as the keys do ("on or before"). An attack of which neither day, place nor victims are told is only named.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluation.muc4_keys import Answer, Template
from evaluation.truecase import truecased
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Event
from truceline.model.ids import report_id
from truceline.model.record import Incident
from truceline.model.report import Report
from truceline.model.when import Date
from truceline.reconcile.join_claims import join_claims
from truceline.settings import Settings
from truceline.understand.find_claims import find_claims

HARMS = frozenset({"killed", "injured", "missing", "captured"})
HURT = frozenset({"killed", "injured"})
FIGHTING = re.compile(r"\b(?:clash|fight|fought|combat|battl|offensive|skirmish|invasion|invad)", re.IGNORECASE)
GOING_ON = re.compile(r"\b(?:is|are|am|has been|have been) (?:\w+ly )?\w+ing\b")
NOTES = re.compile(r"(?: |\n(?!\n))?\[[^\]]*\]")  # of the translators
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
WORD = re.compile(r"[A-Z]+")
BESIDE = 8  # words
OLD = datetime.timedelta(days=62)
COMMON = (
    "the and was were has have had been who for from with that this killed died dead death deaths kill killing wounded"
    " injured murder murdered assassination assassinated kidnapped kidnapping people persons one two other others"
)
PLAIN = frozenset(COMMON.upper().split())  # too common to tell whether the same victims are meant


@dataclass(frozen=True, slots=True)
class Answers:
    number: tuple[Answer, ...]
    effect: tuple[Answer, ...]
    date: tuple[Answer, ...]

    @staticmethod
    def of(document: Template) -> "Answers":
        """What is found in one document."""
        text = NOTES.sub("", truecased(document["text"]))
        published = datetime.date.fromisoformat(document["dct"]) if document["dct"] else None
        report = Report(id=report_id(text), text=text, published=published)
        return Answers.read(find_claims(report, settings=Settings()), report)

    @staticmethod
    def read(claims: Iterable[AnyClaim], report: Report) -> "Answers":
        told = [claim for claim in claims if is_of_attack(claim, report.published)]
        hit = [claim for claim in told if isinstance(claim, Casualties)]
        days = dict.fromkeys(days_of(told, report))
        counted = once(answer(number, claim, report) for claim in hit for number in numbers_of(claim))
        return Answers(
            (*counted, *attacked(told, counted)),
            once(answer(effect, claim, report) for claim in hit for effect in effects_of(claim)),
            tuple(Answer(day) for day in days),
        )


def is_of_attack(claim: AnyClaim, published: datetime.date | None) -> bool:
    """Harm or an assault told as done, neither of old nor among fighters."""
    if not isinstance(claim, Casualties | Event) or claim.aux_mode is not None or is_old(claim_date(claim), published):
        return False
    if isinstance(claim, Casualties):
        return claim.measure != "cumulative" and not is_of_fighters(claim)
    return claim.event == "ASSAULT" and claim.factuality.endswith("+") and not is_fight(claim)


def is_of_fighters(claim: Casualties) -> bool:
    """Soldiers and rebels by the number; an officer by name is a victim of the keys."""
    owner = claim.losses_of
    return claim.person_status == "military" and not (isinstance(owner, Actor) and owner.kind == "person")


def is_fight(claim: Event) -> bool:
    """Army against rebels, whoever shot first; what goes on and on ("are bombing the villages") is no one attack."""
    armed = any(is_armed(one) for one in claim.actor) and any(is_armed(one) for one in claim.recipient)
    return armed or bool(FIGHTING.search(claim.event_text or "") or GOING_ON.search(claim.evidence.exact))


def is_armed(actor: Actor) -> bool:
    return actor.kind in {"armed_force", "non_state"}


def is_old(date: Date | None, published: datetime.date | None) -> bool:
    latest = date.latest if date is not None else None
    return latest is not None and published is not None and latest < published - OLD


def numbers_of(claim: Casualties) -> list[str]:
    """The figure; "PLURAL" of people told without one; none of nobody. The keys count each named person alone."""
    if claim.harm not in HARMS or claim.value == 0:
        return []
    if is_by_name(claim):
        return ["1"] * (claim.value or 1)
    figure = claim.value if claim.value is not None else claim.low
    if claim.missing.get("value") == "vague_quantity":
        figure = None
    return [str(figure) if figure is not None else "PLURAL"]


def effects_of(claim: Casualties) -> list[str]:
    if claim.value == 0:
        return ["unhurt"]
    if claim.harm not in HURT:
        return []
    return [claim.harm] * (claim.value or 1) if is_by_name(claim) else [claim.harm]


def attacked(claims: list[AnyClaim], counted: Iterable[Answer]) -> Iterator[Answer]:
    """Persons whom an attack was aimed at: the keys count them though nothing is told of any harm."""
    told = {word for one in counted for word in one.told}
    whom = ((actor, claim) for claim in claims if isinstance(claim, Event) for actor in claim.recipient)
    for actor, claim in whom:
        words = frozenset(WORD.findall((actor.entity_text or "").upper())) - PLAIN
        if actor.kind == "person" and not told & words:
            told |= words
            yield Answer("1", words, words, claim.evidence.sentence)


def is_by_name(claim: Casualties) -> bool:
    return claim.found_by.rule.startswith("named-")


def answer(value: str, claim: Casualties, report: Report) -> Answer:
    """The words just before and behind count as well: the name often stands apart from the figure."""
    evidence = claim.evidence
    before, behind = WORD.findall(report.text[: evidence.start].upper()), report.text[evidence.end :]
    near = [*before[-BESIDE:], *WORD.findall(evidence.exact.upper()), *WORD.findall(behind.upper())[:BESIDE]]
    told = frozenset(WORD.findall(evidence.exact.upper())) - PLAIN
    return Answer(value, frozenset(near), told, evidence.sentence)


def once(answers: Iterator[Answer]) -> tuple[Answer, ...]:
    """What two sentences say about the same people is one answer."""
    kept: list[Answer] = []
    for one in answers:
        if not any(says_same(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


def says_same(one: Answer, other: Answer) -> bool:
    if one.value != other.value or one.sentence == other.sentence:
        return False
    return any(len(word) > 2 for word in one.told & other.told)


def days_of(claims: list[AnyClaim], report: Report) -> Iterator[str]:
    """The days of the incidents; the report's for those without one."""
    by_id = {claim.id: claim for claim in claims}
    for record in join_claims(claims, reports=[report]):
        members = [by_id[member] for member in record.members if member in by_id]
        if isinstance(record, Incident) and (record.window or record.place or has_victims(members)):
            yield day_told(record.window, report.published)


def has_victims(claims: list[AnyClaim]) -> bool:
    return any(isinstance(claim, Casualties) for claim in claims)


def claim_date(claim: AnyClaim) -> Date | None:
    if isinstance(claim, Casualties):
        return claim.period or claim.as_of
    return claim.date if isinstance(claim, Event) else None


def day_told(date: Date | None, published: datetime.date | None) -> str:
    """As the keys write it: "02 FEB 90", "17 FEB 90 - 18 FEB 90"; the report's day where none is told."""
    if date is None or date.earliest is None or date.latest is None:
        return key_day(published) if published is not None else "unknown"
    if date.earliest == date.latest:
        return key_day(date.earliest)
    return f"{key_day(date.earliest)} - {key_day(date.latest)}"


def key_day(day: datetime.date) -> str:
    return f"{day:%d} {MONTHS[day.month - 1]} {day:%y}"
