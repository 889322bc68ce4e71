"""The counts that the catalogue keeps are what counting the claims gives, whatever was read and decided since."""

import datetime
from dataclasses import replace

import pytest

from show.war import FIRST, SECOND, first_claims, second_claims, write_war
from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.ledger.catalogue.filters import ClaimFilter
from truceline.ledger.catalogue.places import places_in, unplaced_in
from truceline.ledger.catalogue.search import find_actors, find_places
from truceline.ledger.ledger import Ledger
from truceline.model.claim import CLAIM_KINDS
from truceline.model.judgement import Judgement

AT = datetime.datetime(2024, 5, 9, tzinfo=datetime.UTC)
WINDOWS = [(None, None), ("2024-05-03", "2024-05-05"), ("2024-04-20", "2024-06-02"), ("2023-01-01", "2024-05-02")]


def decide(ledger, verdict, claim, number, **fields):
    ledger.add_judgement(Judgement(id=f"j{number}", verdict=verdict, claims=(claim,), by="Ada", at=AT, **fields))


def reject_and_take_back(ledger):
    decide(ledger, "reject", first_claims()[1].id, 1)
    decide(ledger, "reject", first_claims()[7].id, 2)
    decide(ledger, "withdraw", first_claims()[7].id, 3, withdraws="j2")


def move_to_another_day(ledger):
    day = {"raw": "in June", "earliest": "2024-06-01", "latest": "2024-06-02", "resolution": "resolved"}
    decide(ledger, "edit", first_claims()[7].id, 1, changes={"date": day, "place": None})


def read_again_with_less(ledger):
    ledger.add_reading(FIRST, first_claims()[:3], conflict="another-war")
    ledger.add_reading(SECOND, second_claims()[1:], conflict="sudan-2023")


@pytest.fixture
def ledger(tmp_path):
    with Ledger(write_war(tmp_path / "war.db")) as opened:
        yield opened


@pytest.mark.parametrize("change", [None, reject_and_take_back, move_to_another_day, read_again_with_less])
def test_kept_counts_are_the_counts(ledger, change, monkeypatch):
    catalogue = Catalogue(ledger)
    catalogue.fresh(now=True)
    if change is not None:
        change(ledger)
        catalogue.fresh(now=True)
    kept = [answers(catalogue, chosen) for chosen in every_choice()]
    assert conflicts_kept(catalogue) == conflicts_counted(catalogue)
    assert [row["name"] for row in find_places(catalogue, "Nya", 9)] == ["Nyala"]
    assert [row["name"] for row in find_actors(catalogue, "Rapid", 9)] == ["Rapid Support Forces"]
    monkeypatch.setattr(ClaimFilter, "is_tallied", False)
    assert kept == [answers(catalogue, chosen) for chosen in every_choice()]


def every_choice():
    for conflict in ("sudan-2023", "another-war", None):
        for first, last in WINDOWS:
            days = {name: datetime.date.fromisoformat(day) for name, day in (("first", first), ("last", last)) if day}
            for kinds in ((), ("event",), ("casualties", "territory"), CLAIM_KINDS):
                yield ClaimFilter(conflict=conflict, kinds=kinds, **days)
    yield ClaimFilter(conflict="sudan-2023", kinds=("event",), value="ASSAULT")


def answers(catalogue, chosen):
    first, last = str(chosen.first or "0000"), str(chosen.last or "9999")
    return (
        catalogue.count(chosen),
        sorted(map(tuple, catalogue.by_day(chosen))),
        [tuple(row) for row in places_in(catalogue, chosen, first, last, 50)],
        unplaced_in(catalogue, replace(chosen, first=None, last=None), first, last),
    )


def conflicts_kept(catalogue):
    return {
        row["conflict"]: (row["reports"], row["newest"], row["claims"], row["open"]) for row in catalogue.conflicts()
    }


def conflicts_counted(catalogue):
    claims = "SELECT count(*) FROM claims c WHERE c.conflict = r.conflict"
    counts = f"count(*), max(published), ({claims}), ({claims} AND state = 'open')"
    query = f"SELECT conflict, {counts} FROM reports r GROUP BY conflict"  # noqa: S608 - our own words
    return {name: tuple(counts) for name, *counts in catalogue.rows(query)}
