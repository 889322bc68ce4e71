"""A small war told by three outlets, made by hand: what the exports are tested on."""

import datetime
from pathlib import Path

from builders import claim, day, report, side
from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim
from truceline.model.judgement import Judgement
from truceline.model.record import CeasefireProcess, CeasefireStep, Incident
from truceline.model.report import Report
from truceline.model.where import Place

ARMY = side("Sudanese Armed Forces", "SDN", kind="armed_force", sector="MIL")
RSF = side("Rapid Support Forces", "SDN", kind="non_state", sector="REB")
PEOPLE = side("civilians", "SDN", kind="civilians", sector="CVL")
NYALA = Place(raw="Nyala", name="Nyala", geonameid=369004, lat=12.0489, lon=24.8807, precision=1, country="SDN")
DARFUR = Place(raw="Darfur", name="Darfur", precision=5, country="SDN")
ON = "2024-05-02"

STORY = report(
    "Fourteen soldiers were killed when the RSF attacked an army base in Nyala on Thursday, the army said. "
    "The RSF said 30 soldiers died. A drone strike hit Darfur at night. The two sides agreed a 72-hour truce on 3 May. "
    "The army denied any attack on civilians. It will strike again, the army said. "
    "The war has killed 15,000 people since April 2023. The RSF took El Fula.",
    title="=HYPERLINK(\"http://x\") Fighting in Nyala", publisher="BBC News", url="https://example.org/a",
    published=datetime.date(2024, 5, 3), published_basis="supplied",
)  # fmt: skip


def claims() -> list[AnyClaim]:
    dead = {"harm": "killed", "measure": "incident", "losses_of": ARMY, "person_status": "military"}
    return [
        claim("event", STORY, "RSF attacked an army base", event="ASSAULT", mode="firearms", quad=4, actor=(RSF,),
              recipient=(ARMY,), date=day(ON), place=NYALA, event_text="attacked", claimed_by=ARMY),
        claim("casualties", STORY, "Fourteen soldiers were killed", value=14, low=14, high=14, claimed_by=ARMY, **dead),
        claim("casualties", STORY, "30 soldiers died", value=30, low=30, high=30, claimed_by=RSF, **dead),
        claim("event", STORY, "A drone strike hit Darfur", event="ASSAULT", mode="drone", quad=4, actor=(ARMY,),
              place=DARFUR, event_text="drone strike"),
        claim("event", STORY, "It will strike again", event="ASSAULT", quad=4, actor=(ARMY,), date=day(ON), place=NYALA,
              event_text="strike", aux_mode="future"),
        claim("casualties", STORY, "has killed 15,000 people", value=15000, low=15000, high=15000, harm="killed",
              measure="cumulative", losses_of="all sides"),
        claim("ceasefire", STORY, "agreed a 72-hour truce", stage="agreed", parties=(ARMY, RSF), duration="PT72H",
              declared=day("2024-05-03"), mediated="unclear", purpose=("humanitarian",)),
        claim("territory", STORY, "The RSF took El Fula", controller=RSF, change="gained", date=day(ON),
              place=Place(raw="El Fula", name="El Fula", lat=11.71, lon=28.35, precision=1, country="SDN")),
        claim("event", STORY, "denied any attack on civilians", event="REJECT", quad=3, actor=(ARMY,), date=day(ON),
              place=NYALA, event_text="denied"),
    ]  # fmt: skip


def records(made: list[AnyClaim]) -> list[Incident | CeasefireProcess]:
    event, ours, theirs, truce = made[0], made[1], made[2], made[6]
    return [
        Incident(id="i1", title="Attack in Nyala", members=(event.id, ours.id, theirs.id), independent_sources=1,
                 window=day(ON), place=NYALA, actors=(RSF, ARMY), reasons=("same day and place",)),
        CeasefireProcess(
            id="c1", title="Truce of 3 May", members=(truce.id,), independent_sources=1, parties=(ARMY, RSF),
            steps=(CeasefireStep(claim=truce.id, stage="agreed", date=day("2024-05-03"), claimed_by=truce.claimed_by),),
        ),
    ]  # fmt: skip


def write_war(address: Path) -> Path:
    made = claims()
    with Ledger(address) as ledger:
        ledger.add_reading(STORY, made, conflict="sudan-2023")
        ledger.add_reading(Report(**{**STORY.model_dump(), "publisher": "The Wire"}), made, conflict="sudan-2023")
        ledger.set_records(records(made))
        ledger.add_judgement(judged(made[5], "accept"))
    return address


def judged(of: AnyClaim, verdict: str, nth: int = 0) -> Judgement:
    at = datetime.datetime(2024, 5, 4, 12, nth, tzinfo=datetime.UTC)
    return Judgement(id=f"j-{of.id}-{nth}", verdict=verdict, claims=(of.id,), by="Ada", at=at)  # type: ignore[arg-type]
