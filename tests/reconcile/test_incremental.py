"""Whatever the order and the batches in which reports come, the ledger holds what one run over all of them gives."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import claim, day, report
from evaluation.world import make_world, readings
from truceline.ledger.ledger import Ledger
from truceline.model.judgement import judge
from truceline.pipeline import reconcile
from truceline.reconcile.join_claims import join_claims

WORLD = make_world(220)
NOON = datetime.datetime(2031, 1, 1, 12, tzinfo=datetime.UTC)


def records_in(ledger):
    return sorted(ledger.records(), key=lambda record: record.id)


def from_scratch(world=WORLD, **given_):
    made = join_claims(world.claims, reports=world.reports, **given_)
    return sorted(made, key=lambda record: record.id)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.randoms(use_true_random=False), batches=st.integers(2, 6))
def test_any_order_in_any_batches_gives_the_same_records(tmp_path_factory, order, batches):
    told = list(readings(WORLD))
    order.shuffle(told)
    size = len(told) // batches + 1
    with Ledger(tmp_path_factory.mktemp("ledger") / "war.db") as ledger:
        for start in range(0, len(told), size):
            for of, claims in told[start : start + size]:
                ledger.add_reading(of, claims)
            reconcile(ledger)
        assert records_in(ledger) == from_scratch()


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "war.db") as made:
        for of, claims in readings(WORLD):
            made.add_reading(of, claims)
        reconcile(made)
        yield made


def test_a_few_reports_touch_only_what_they_touch(ledger):
    later = make_world(1200, seed=3)
    for of, claims in list(readings(later)):
        ledger.add_reading(of, claims)
    reconcile(ledger)
    of = report("One more strike.", published=datetime.date(2030, 1, 9))
    other = make_world(40, seed=9).claims[0]
    ledger.add_reading(of, [claim("event", of, "strike", event="ASSAULT", quad=4, event_text="x", place=other.place)])
    reconcile(ledger)
    with ledger.shelf() as shelf:
        mark = shelf.last_mark()
    assert mark.claims > 1200
    assert mark.touched < 0.04 * mark.claims


def test_a_report_read_anew_without_a_claim_gives_it_up(ledger):
    of, claims = next((of, claims) for of, claims in readings(WORLD) if len(claims) > 1)
    ledger.add_reading(of, claims[:1])
    reconcile(ledger)
    left = {one.id for one in claims[1:]}
    kept = [one for one in WORLD.claims if one.id not in left]
    assert records_in(ledger) == sorted(join_claims(kept, reports=WORLD.reports), key=lambda record: record.id)


def test_judgements_reach_the_next_run_and_a_withdrawal_too(ledger):
    truces = [one for one in WORLD.claims if one.kind == "ceasefire"]
    verdicts = [
        judge("reject", WORLD.claims[0], by="ann", at=NOON),
        judge("different", truces[0], truces[-1], by="ann", at=NOON),
        judge("same", truces[0], truces[1], by="bob", at=NOON),
        judge("edit", WORLD.claims[3], by="bob", at=NOON, changes={"factuality": "PR+"}),
    ]
    for verdict in verdicts:
        ledger.add_judgement(verdict)
    reconcile(ledger)
    assert records_in(ledger) == from_scratch(judgements=verdicts)
    back = judge("withdraw", by="ann", at=NOON + datetime.timedelta(minutes=1)).model_copy(
        update={"withdraws": verdicts[0].id}
    )
    ledger.add_judgement(back)
    reconcile(ledger)
    assert records_in(ledger) == from_scratch(judgements=[*verdicts, back])


def test_a_copy_that_comes_late_takes_a_source_away(ledger):
    lines = [f"Line {n} tells at some length what befell the town of Ash in the night of the {n}th." for n in range(9)]
    first = report(" ".join(lines), publisher="A", published=datetime.date(2030, 2, 1))
    copy = report(" ".join(lines[1:]), publisher="B", published=datetime.date(2030, 2, 2))
    claims = [claim("ceasefire", of, "town of Ash", stage="agreed", declared=day("2030-02-01")) for of in (first, copy)]
    for of, made in zip((copy, first), reversed(claims), strict=True):
        ledger.add_reading(of, [made])
        reconcile(ledger)
    (truce,) = [made for made in ledger.records("ceasefire_process") if claims[0].id in made.members]
    assert truce.independent_sources == 1
    assert truce.outlets == ("A", "B")


def test_nothing_new_changes_nothing(ledger):
    before = records_in(ledger)
    assert reconcile(ledger) == 0
    assert reconcile(ledger, whole=True) == 0
    assert records_in(ledger) == before
