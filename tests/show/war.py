"""A small war with hostile letters in it, made by hand: what the pages are tested on."""

import datetime
from pathlib import Path

from builders import claim, day, report, side
from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim
from truceline.model.evidence import span_of
from truceline.model.report import LeftOut
from truceline.model.where import Place
from truceline.reconcile.join_claims import join_claims

HOSTILE = "<script>alert('x')</script>"
ARMY = side("Sudanese Armed Forces", "SDN", kind="armed_force", sector="MIL")
RSF = side("Rapid Support Forces", "SDN", kind="non_state", sector="REB")
US = side("United States", "USA", kind="state", sector="GOV")
MALICE = side(f"Brigade {HOSTILE}", "SDN", kind="non_state", sector="REB")
NYALA = Place(raw="Nyala", name="Nyala", geonameid=369004, lat=12.0489, lon=24.8807, precision=1, country="SDN")
DARFUR = Place(raw="Darfur", name="Darfur", lat=13.5, lon=24.0, precision=4, country="SDN")
PLEA = "Support our work with a small gift."
FIRST_TEXT = (
    "The army said 14 civilians were killed in Nyala. The United States met the army in Jeddah on Thursday.\n\n"
    f"{PLEA}\n\nThe two sides agreed a 72-hour truce on 3 May. The RSF took Nyala. “{HOSTILE} will fall,” it said."
)
FIRST = report(
    FIRST_TEXT,
    title=f"Fighting {HOSTILE} in Nyala", publisher="Desk & Co", published=datetime.date(2024, 5, 3),
    published_basis="supplied",
    left_out=(LeftOut(kind="plea", start=FIRST_TEXT.index(PLEA), end=FIRST_TEXT.index(PLEA) + len(PLEA), text=PLEA),),
)  # fmt: skip
SECOND = report(
    "The army now says 20 civilians have been killed. It holds Nyala, the army said. RSF fighters broke the truce.",
    title="Toll rises", publisher="The Wire", published=datetime.date(2024, 5, 6), published_basis="supplied",
)  # fmt: skip


def first_claims() -> list[AnyClaim]:
    dead = {"harm": "killed", "measure": "cumulative", "person_status": "civilian", "scope": "the present fighting"}
    said = claim(
        "statement", FIRST, "The army said 14 civilians were killed in Nyala", source=ARMY, cue="said",
        source_span=span_of(FIRST.text, 0, 8), cue_span=span_of(FIRST.text, 9, 13), claimed_by=ARMY,
        content="14 civilians were killed", content_spans=(span_of(FIRST.text, 14, 38),), quote_mode="indirect",
    )  # fmt: skip
    return [
        said,
        claim("casualties", FIRST, "14 civilians were killed", value=14, low=14, high=14, claimed_by=ARMY,
              statement=said.id, as_of=day("2024-05-03"), place=NYALA, losses_basis="inferred", losses_of=ARMY, **dead),
        claim("talks", FIRST, "United States met the army", status="held", format="face_to_face",
              date=day("2024-05-02"), participants=(ARMY, US)),
        claim("talks", FIRST, "on Thursday", status="planned", participants=(RSF, ARMY), mediators=(US,),
              date=day("2024-05-09")),
        claim("ceasefire", FIRST, "agreed a 72-hour truce", stage="agreed", parties=(ARMY, RSF),
              declared=day("2024-05-03"), duration="PT72H"),
        claim("territory", FIRST, "The RSF took Nyala", controller=RSF, change="gained", place=NYALA,
              date=day("2024-05-03")),
        claim("position", FIRST, f"{HOSTILE} will fall", stance="threat", content=f"{HOSTILE} will fall",
              holder=MALICE, claimed_by=MALICE),
        claim("event", FIRST, "killed in Nyala", event="ASSAULT", quad=4, actor=(RSF,), date=day("2024-05-02"),
              place=NYALA, event_text="killed"),
    ]  # fmt: skip


def second_claims() -> list[AnyClaim]:
    dead = {"harm": "killed", "measure": "cumulative", "person_status": "civilian", "scope": "the present fighting"}
    return [
        claim("casualties", SECOND, "20 civilians have been killed", value=20, low=20, high=20, claimed_by=ARMY,
              as_of=day("2024-05-06"), losses_of=ARMY, losses_basis="inferred", **dead),
        claim("territory", SECOND, "It holds Nyala", controller=ARMY, change="holds", place=NYALA, claimed_by=ARMY,
              date=day("2024-05-06")),
        claim("ceasefire", SECOND, "broke the truce", stage="violated", parties=(ARMY, RSF), violated_by=(RSF,),
              declared=day("2024-05-03"), ended=day("2024-05-05")),
        claim("event", SECOND, "RSF fighters broke", event="ASSAULT", quad=4, actor=(RSF,), date=day("2024-05-05"),
              place=DARFUR, event_text="broke"),
    ]  # fmt: skip


def write_war(address: Path) -> Path:
    with Ledger(address) as ledger:
        ledger.add_reading(FIRST, first_claims(), conflict="sudan-2023")
        ledger.add_reading(SECOND, second_claims(), conflict="sudan-2023")
        ledger.set_records(join_claims(ledger.claims(), reports=ledger.sightings()))
    return address
