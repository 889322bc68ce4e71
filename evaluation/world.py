"""A made-up world of wars with a known truth: reports and claims of any number, for growth and for whole-equals-parts.

Each happening, truce, meeting, toll, place and stand is told by several reports, in part without its day.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from truceline.model.actor import AUTHOR, Actor
from truceline.model.claim import ClaimKind, FoundBy
from truceline.model.claims import CLAIM_CLASSES, AnyClaim
from truceline.model.evidence import evidence_of
from truceline.model.ids import claim_id, report_id
from truceline.model.report import Report
from truceline.model.when import Date
from truceline.model.where import Place

START = datetime.date(2030, 1, 1)
DAY = datetime.timedelta(days=1)
FOUND_BY = FoundBy(tool="truceline", version="0", finder="world", rule="made-up", codebook="records 1")
OUTLETS = 12
MODES = ("aerial", "heavy-weapons", "firearms", "explosives")


@dataclass
class World:
    """``truth``: claim to the record that it belongs to, named ``kind number``."""

    reports: list[Report] = field(default_factory=list)
    claims: list[AnyClaim] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)


def make_world(claims: int, seed: int = 1) -> World:
    """About so many claims. A war lasts 100 days and gives about 2,000 claims, so that more claims are more wars."""
    random = Random(seed)  # noqa: S311 - a made-up world, the same for one seed
    world = World()
    war = 0
    while len(world.claims) < claims:
        _War(world, random, war, min(100, 5 + (claims - len(world.claims)) // 20)).tell()
        war += 1
    return world


class _War:
    def __init__(self, world: World, random: Random, number: int, days: int) -> None:
        self.world, self.random, self.number, self.days = world, random, number, days
        letters = chr(65 + number // 26 % 26) + chr(65 + number % 26)
        self.sides = (self.actor(f"Q{letters}", "Army"), self.actor(f"X{letters}", "Front"))
        self.places = [self.place(i) for i in range(25)]

    def actor(self, country: str, name: str) -> Actor:
        return Actor(
            entity_text=f"{name} {self.number}", entity_name=f"{name} {self.number}", kind="armed_force",
            country=country, sector="MIL", resolution="named",
        )  # fmt: skip

    def place(self, number: int) -> Place:
        """Five rows of five towns; wars lie beside each other."""
        id_ = self.number * 100 + number
        lat = round(5 + self.number % 10 * 1.5 + number % 5 * 0.3, 2)
        lon = round(20 + self.number // 10 % 10 * 1.5 + number // 5 * 0.3, 2)
        country = self.sides[0].country
        return Place(raw=f"Town{id_}", name=f"Town{id_}", geonameid=id_, precision=1, country=country, lat=lat, lon=lon)

    def tell(self) -> None:
        """Day by day: happenings, and now and then a truce, a meeting, a change of hands, a toll, a stand."""
        for day in range(self.days):
            on = START + (self.number * 40 + day) * DAY
            for happening in range(self.random.randint(1, 4)):
                self.incident(on, f"incident {self.number} {day} {happening}")
            if day % 30 == 5:
                self.truce(on, f"ceasefire_process {self.number} {day}")
            if day % 20 == 11:
                self.meeting(on, f"talks_round {self.number} {day}")
            if day % 9 == 4:
                self.ground(on, self.random.choice(self.places))
            self.toll(on, day)

    def incident(self, on: datetime.date, truth: str) -> None:
        place, mode = self.random.choice(self.places), self.random.choice(MODES)
        dead, doer = self.random.randint(2, 60), self.random.choice(self.sides)
        for number in range(self.random.randint(1, 4)):
            report = self.report(on + DAY, truth, number)
            words = {"event": "ASSAULT", "quad": 4, "event_text": "hit", "mode": mode, "actor": (doer,)}
            self.claim("event", report, 0, truth, date=date_of(on), place=place, **words)
            told = dead if number < 3 else dead + 3
            figures = {"value": told, "low": told, "high": told, "harm": "killed", "measure": "incident"}
            self.claim("casualties", report, 0, truth, period=date_of(on), place=place, **figures)

    def truce(self, on: datetime.date, truth: str) -> None:
        length = self.random.randint(2, 9)
        told = {"parties": self.sides, "place": self.places[0]}
        stages: tuple[tuple[str, int, dict[str, Date]], ...] = (
            ("agreed", 0, {"declared": date_of(on)}),
            ("in_force", 1, {"effective": date_of(on + DAY)}),
            ("violated", 2, {}),
            ("collapsed", length, {"ended": date_of(on + length * DAY)}),
        )
        for stage, after, dates in stages:
            for number in range(2):
                report = self.report(on + after * DAY, f"{truth} {stage}", number)
                self.claim("ceasefire", report, 0, truth, stage=stage, **told, **dates)

    def meeting(self, on: datetime.date, truth: str) -> None:
        town = self.places[1]
        for status, after in (("planned", -4), ("held", 0)):
            for number in range(2):
                report = self.report(on + after * DAY, f"{truth} {status}", number)
                dates = {"date": date_of(on), "participants": self.sides, "place": town}
                self.claim("talks", report, 0, truth, status=status, **dates)

    def ground(self, on: datetime.date, place: Place) -> None:
        holder = self.random.choice(self.sides)
        report = self.report(on, f"ground {place.name}", 0)
        truth = f"territory_history {place.geonameid}"
        self.claim("territory", report, 0, truth, place=place, controller=holder, change="gained", date=date_of(on))

    def toll(self, on: datetime.date, day: int) -> None:
        side = self.random.choice(self.sides)
        report = self.report(on, f"toll {self.number} {day}", 0)
        figures = {"value": 100 + day, "low": 100 + day, "high": 100 + day, "harm": "killed", "measure": "cumulative"}
        truth = f"toll_series {side.entity_name}"
        counted = {"person_status": "civilian", "losses_of": side, "claimed_by": side, "scope": "the present fighting"}
        self.claim("casualties", report, 0, truth, **figures, **counted)
        stand = {"holder": side, "issue": f"issue {day % 3}", "stance": "demand", "content": "to withdraw"}
        self.claim("position", report, 1, f"position_history {side.entity_name} {day % 3}", **stand)

    def report(self, published: datetime.date, about: str, number: int) -> Report:
        text = f"{about} number {number} was told on {published} by war {self.number}. It went on."
        made = Report(
            id=report_id(text), text=text, published=published, published_basis="supplied",
            publisher=f"Outlet {self.random.randrange(OUTLETS)}",
        )  # fmt: skip
        self.world.reports.append(made)
        return made

    def claim(self, kind: ClaimKind, report: Report, sentence: int, truth: str, **fields: Any) -> None:  # noqa: ANN401
        """The words of a claim are its first ones; no two claims of one kind share a sentence."""
        start = 0 if sentence == 0 else report.text.index("It went")
        common: dict[str, Any] = {
            "id": claim_id(report.id, kind, start, start + 8),
            "report": report.id,
            "evidence": evidence_of(report.text, sentence, start, start + 8),
            "claimed_by": AUTHOR,
            "found_by": FOUND_BY,
        }
        made: AnyClaim = CLAIM_CLASSES[kind](**{**common, **fields})
        self.world.claims.append(made)
        self.world.truth[made.id] = truth


def date_of(on: datetime.date) -> Date:
    iso = on.isoformat()
    return Date(raw=iso, timex=iso, edtf=iso, earliest=on, latest=on, precision="day", resolution="explicit")


def readings(world: World) -> Iterator[tuple[Report, list[AnyClaim]]]:
    """Each report with its claims."""
    by_report: dict[str, list[AnyClaim]] = {}
    for claim in world.claims:
        by_report.setdefault(claim.report, []).append(claim)
    for report in world.reports:
        yield report, by_report.get(report.id, [])
