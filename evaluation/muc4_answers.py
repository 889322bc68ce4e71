"""What our claims answer to the keys of MUC-4.

The keys tell of attacks on civilians, officials, police and property, also of soldiers whom a bomb hits; of fights
between armies and their dead they tell nothing, nor of a war's toll, nor of attacks more than two months old. So claims
of these are left aside here. Claims about one attack are joined as the project joins them anywhere, and the incident
has one day; without one, it has the day of the report, as the keys do ("on or before"). An attack of which neither day,
place nor victims are told is only named; "this year" is no day of an incident, and without a day of the report there is
no answer.
"""

import datetime
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from evaluation.muc4_keys import Answer, Template
from evaluation.muc4_victims import HARMS, attacked, effects_of, numbers_of, victims
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

FIGHTING = re.compile(r"\b(?:clash|fight|fought|combat|battl|offensive|skirmish|invasion|invad)", re.IGNORECASE)
BLOW = re.compile(r"bomb|explo|mine|dynamit|grenade|ambush|attack", re.IGNORECASE)
FEW = 20  # dead or hurt
GOING_ON = re.compile(r"\b(?:is|are|am|has been|have been) (?:\w+ly )?\w+ing\b")
NOTES = re.compile(r"(?: |\n(?!\n))?\[[^\]]*\]")  # of the translators
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
WEEK = datetime.timedelta(days=7)
OLD = datetime.timedelta(days=70)  # a little more than two months: so far back the keys go


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
    def read(claims: Collection[AnyClaim], report: Report) -> "Answers":
        told = [claim for claim in claims if is_of_attack(claim, report.published)]
        hit = [claim for claim in told if isinstance(claim, Casualties)]
        days = dict.fromkeys(days_of(told, report))
        counted = victims(hit, report, numbers_of)
        aimed = [claim for claim in claims if isinstance(claim, Event) and is_aimed(claim, report.published)]
        return Answers(
            (*counted, *attacked(aimed, counted)),
            victims(hit, report, effects_of),
            tuple(Answer(day) for day in days),
        )


def is_of_attack(claim: AnyClaim, published: datetime.date | None) -> bool:
    """Harm or an assault told as done, neither of old nor among fighters."""
    if not isinstance(claim, Casualties | Event) or claim.aux_mode is not None or is_old(claim_date(claim), published):
        return False
    if isinstance(claim, Casualties):
        asked_for = claim.harm in HARMS or claim.value == 0  # nobody who had to flee
        return asked_for and not is_of_a_war(claim) and (is_of_a_blow(claim) or not is_of_fighters(claim))
    return claim.event == "ASSAULT" and claim.factuality.endswith("+") and not is_fight(claim)


def is_aimed(claim: Event, published: datetime.date | None) -> bool:
    """An attack, a threat, or the release of who was kidnapped: each has its victims in the keys."""
    if claim.event == "THREATEN" or (claim.event == "RETREAT" and claim.mode == "release"):
        return claim.aux_mode is None and claim.factuality.endswith("+") and not is_old(claim.date, published)
    return is_of_attack(claim, published)


def is_of_fighters(claim: Casualties) -> bool:
    """Soldiers and rebels by the number; an officer by name is a victim of the keys."""
    owner = claim.losses_of
    return claim.person_status == "military" and not (isinstance(owner, Actor) and owner.kind == "person")


def is_of_a_war(claim: Casualties) -> bool:
    """A running toll; a small one is that of one attack."""
    toll = claim.value if claim.value is not None else claim.low
    return claim.measure == "cumulative" and (toll is None or toll > FEW)


def is_of_a_blow(claim: Casualties) -> bool:
    """The report names a bomb, a mine or an attack as what hit them."""
    return bool(BLOW.search(claim.cause or ""))


def is_fight(claim: Event) -> bool:
    """Army against rebels, whoever shot first; what goes on and on ("are bombing the villages") is no one attack."""
    armed = any(is_armed(one) for one in claim.actor) and any(is_armed(one) for one in claim.recipient)
    return armed or bool(FIGHTING.search(claim.event_text or "") or GOING_ON.search(claim.evidence.exact))


def is_armed(actor: Actor) -> bool:
    return actor.kind in {"armed_force", "non_state"}


def is_old(date: Date | None, published: datetime.date | None) -> bool:
    latest = date.latest if date is not None else None
    return latest is not None and published is not None and latest < published - OLD


def days_of(claims: list[AnyClaim], report: Report) -> Iterator[str]:
    """The days of the incidents; the report's for those without one."""
    by_id = {claim.id: claim for claim in claims}
    for record in join_claims(claims, reports=[report]):
        members = [by_id[member] for member in record.members if member in by_id]
        if isinstance(record, Incident) and (record.window or record.place or has_victims(members)):
            day = day_told(record.window, report.published)
            if day is not None:
                yield day


def has_victims(claims: list[AnyClaim]) -> bool:
    return any(isinstance(claim, Casualties) for claim in claims)


def claim_date(claim: AnyClaim) -> Date | None:
    if isinstance(claim, Casualties):
        return claim.period or claim.as_of
    return claim.date if isinstance(claim, Event) else None


def day_told(date: Date | None, published: datetime.date | None) -> str | None:
    """As the keys write it: "02 FEB 90", "17 FEB 90 - 18 FEB 90"; the report's day where none is told."""
    if date is None or date.earliest is None or date.latest is None:
        return key_day(published) if published is not None else None
    if date.earliest == date.latest:
        return key_day(date.earliest)
    return f"{key_day(date.earliest)} - {key_day(date.latest)}" if date.latest - date.earliest <= WEEK else None


def key_day(day: datetime.date) -> str:
    return f"{day:%d} {MONTHS[day.month - 1]} {day:%y}"
