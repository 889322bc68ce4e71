"""The counts that the catalogue keeps are what counting the claims gives, whatever was read and decided since."""

import datetime
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest

from show.war import FIRST, SECOND, first_claims, second_claims, write_war
from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.ledger.catalogue.filters import ClaimFilter
from truceline.ledger.catalogue.memory import OfVersion
from truceline.ledger.catalogue.places import places_in, unplaced_in
from truceline.ledger.catalogue.search import find_actors, find_places
from truceline.ledger.catalogue.spans import FIGHTING, REPORTS, begin_of, gaps_between, gaps_in, spans_in, unit_for
from truceline.ledger.ledger import Ledger
from truceline.model.claim import CLAIM_KINDS
from truceline.model.judgement import Judgement
from truceline.reconcile.join_claims import join_claims

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


CHANGES = [None, reject_and_take_back, move_to_another_day, read_again_with_less]


@pytest.fixture
def ledger(tmp_path):
    with Ledger(write_war(tmp_path / "war.db")) as opened:
        yield opened


@pytest.mark.parametrize("change", CHANGES)
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


def dates(*days):
    return [datetime.date.fromisoformat(day) for day in days]


SPANS = [dates("2024-04-20", "2024-06-02"), dates("2023-11-08", "2024-08-14"), dates("2015-03-17", "2024-05-04"),
         dates("2024-05-03", "2024-05-03"), dates("2024-05-03", "2024-12-31")]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_days_weeks_and_months_of_a_figure_hold_the_days_of_its_window(ledger, change):
    catalogue = Catalogue(ledger)
    catalogue.fresh(now=True)
    if change is not None:
        change(ledger)
        catalogue.fresh(now=True)
    seen = 0
    for conflict, (first, last) in product(("sudan-2023", "another-war"), SPANS):
        found = spans_in(catalogue, conflict, [*CLAIM_KINDS, FIGHTING, REPORTS], first, last)
        unit = unit_for(first, last)
        told = Counter(
            (thing, max(first, begin_of(day, unit)))
            for thing, day in things_of_days(catalogue, conflict)
            if first <= day <= last
        )
        assert {(span.thing, span.first): span.n for span in found} == told, (conflict, first, last)
        assert len(found) == len(told)
        seen += len(found)
    assert {unit_for(*window) for window in SPANS} == {"day", "week", "month"}
    assert seen > 20


def things_of_days(catalogue, conflict):
    claims = "FROM claims WHERE state <> 'rejected' AND aux IS NULL AND first = last AND conflict = :conflict"
    query = f"""SELECT kind, first {claims} UNION ALL SELECT value, first {claims} AND value = 'ASSAULT'
        UNION ALL SELECT 'report', published FROM reports WHERE published IS NOT NULL AND conflict = :conflict"""  # noqa: S608
    for thing, day in catalogue.connection.execute(query, {"conflict": conflict}):
        yield thing, datetime.date.fromisoformat(day)


def test_days_without_reports_are_told_also_where_a_window_begins_among_them(ledger):
    catalogue = Catalogue(ledger)
    catalogue.fresh(now=True)
    whole = [(datetime.date(2024, 5, 3), datetime.date(2024, 5, 6))]
    assert gaps_between(dates("2024-05-01", "2024-05-03", "2024-05-06"), 2) == whole
    for window in (("2024-05-01", "2024-05-31"), ("2024-05-04", "2024-05-31"), ("2024-05-01", "2024-05-05")):
        assert gaps_in(catalogue, "sudan-2023", *dates(*window), 2) == whole, window
    assert gaps_in(catalogue, "sudan-2023", *dates("2024-05-01", "2024-05-31"), 3) == []
    never = dates("2024-03-31", "2024-05-03")
    assert gaps_in(catalogue, "sudan-2023", *dates("2024-04-01", "2024-05-31"), 2) == [tuple(never), *whole]


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


def test_what_follows_from_one_version_is_worked_out_once_and_forgotten_with_it():
    facts, made = OfVersion(2), list[str]()

    def ask(version, key):
        return facts.get(version, key, lambda: made.append(key) or f"{key} of {version}")

    assert [ask("1", key) for key in ("a", "b", "a", "c", "a")] == [f"{key} of 1" for key in "abaca"]
    assert made == ["a", "b", "c"]
    assert ask("1", "b") == "b of 1"
    assert ask("2", "a") == "a of 2"
    assert made == ["a", "b", "c", "b", "a"]


def test_an_undated_record_belongs_to_the_days_on_which_it_is_told_of(tmp_path):
    undated = [claim.model_copy(update={"declared": None, "ended": None}) for claim in first_claims()]
    with Ledger(tmp_path / "war.db") as ledger:
        ledger.add_reading(FIRST, undated, conflict="sudan-2023")
        ledger.set_records(join_claims(ledger.claims(), reports=ledger.sightings()))
        catalogue = Catalogue(ledger)
        catalogue.fresh()
        for window, number in ((("2024-05-01", "2024-05-04"), 1), (("2024-06-01", "2024-06-30"), 0)):
            found = catalogue.records("sudan-2023", "ceasefire_process", 9, *dates(*window))
            assert len(found) == catalogue.record_count("ceasefire_process", "sudan-2023", *dates(*window)) == number
