"""What figures draw, and what they must not draw."""

import datetime

import pytest

from builders import claim, day, report, side
from show.war import FIRST, first_claims
from truceline.model.record import CeasefireProcess, CeasefireStep, TalksRound, TalksStep, TollPoint, TollSeries
from truceline.show.brief import truces
from truceline.show.figures.axis import DayAxis
from truceline.show.figures.network import networks
from truceline.show.figures.tolls import CLOSEST, PointMark, apart, panels_of
from truceline.show.figures.truce_line import talks_icon
from truceline.show.figures.truces import (
    ToldSpan,
    ToldTruce,
    ToldViolation,
    newest,
    spans_of,
    truce_rows,
    violations_of,
)
from truceline.show.parties import Parties
from truceline.show.standing import Standing

MADE = {"id": "r", "title": "t", "reasons": (), "independent_sources": 1, "outlets": ()}
HELD = next(claim for claim in first_claims() if claim.kind == "talks" and claim.status == "held")
TOLL = first_claims()[1]


def round_of(claim):
    step = TalksStep(claim=claim.id, status=claim.status, format=claim.format, date=claim.date, outcome=claim.outcome)
    return TalksRound(**MADE, members=(claim.id,), steps=(step,))


def test_a_body_that_stands_has_met_nobody_by_that():
    body = HELD.model_copy(update={"status": "standing_body"})
    assert talks_icon(body) == "standing"
    for told, joined in ((HELD, True), (body, False)):
        standing = Standing([FIRST], [told], [round_of(told)])
        assert bool(networks(standing, Parties([told]))) is joined


@pytest.mark.parametrize(("factuality", "marks", "words"), [("CT+", 1, "violated, 7 May"), ("CT-", 0, "(denied)")])
def test_a_denied_violation_is_no_mark_on_the_truce_and_says_so_in_the_brief(factuality, marks, words):
    of = report("The army broke the truce on 7 May.", published=datetime.date(2024, 5, 8))
    army = side("army", "SDN")
    told = claim("ceasefire", of, "broke the truce", stage="violated", violated_by=(army,), ended=day("2024-05-07"),
                 claimed_by=army, factuality=factuality)  # fmt: skip
    step = CeasefireStep(claim=told.id, stage="violated", date=told.ended, claimed_by=army)
    process = CeasefireProcess(**MADE, members=(told.id,), parties=(army,), steps=(step,))
    standing = Standing([of], [told], [process])
    assert len(violations_of(process, standing, Parties([told]))) == marks
    assert any(words in line.replace("Tue ", "") for line in truces(standing))


def mark(x, *, revised=False):
    return PointMark(x, 0, 0, 0, "exact", revised, f"claim {x}", "")


def test_a_line_of_years_draws_the_last_of_figures_that_share_a_pixel():
    marks = [mark(1), mark(2, revised=True), mark(3), mark(4), mark(10), mark(10 + CLOSEST)]
    assert [kept.x for kept in apart(marks)] == [2, 4, 10, 10 + CLOSEST]


def series_of(*claims):
    points = tuple(TollPoint(claim=claim.id, as_of=claim.as_of, value=claim.value) for claim in claims)
    return TollSeries(
        **MADE, members=tuple(claim.id for claim in claims), points=points, claimed_by=TOLL.claimed_by,
        person_status="civilian", harm="killed",
    )  # fmt: skip


def test_a_figure_without_a_day_is_told_below_and_not_drawn_at_zero():
    undated = FIRST.model_copy(update={"id": "undated", "published": None})
    figures = {"value": 14, "low": 14, "high": 14, "as_of": None, "period": None}
    known = TOLL.model_copy(update=figures)
    unknown = known.model_copy(update={"id": "other", "report": undated.id})
    group = [series_of(known), series_of(unknown)]
    for panel in panels_of(group, Standing([FIRST, undated], [known, unknown], group), Parties([TOLL])):
        assert len(panel.lines) == 1
        assert [toll.is_drawn for toll in panel.told] == [True, False]
        assert panel.told[0].points[0].day == datetime.date(2024, 5, 3)


def told(name, *spans, violated=None):
    violations = [ToldViolation(violated, 1, "claim", "violation")] if violated else []
    days = [ToldSpan(look, first, last) for look, first, last in spans]
    return ToldTruce("r", "c", name, "", spans[0][1] if spans else None, False, days, violations, "", "", "", "")


def may(day):
    return datetime.date(2024, 5, day)


def test_a_window_draws_no_truce_and_no_violation_of_other_days():
    before = datetime.date(2006, 6, 8)
    axis = DayAxis(may(1), may(31), 0, 310)
    rows = truce_rows(
        [
            told("lasted into it", ("in_force", datetime.date(2024, 4, 20), may(3)), violated=before),
            told("broken in it", ("agreed", before, before), violated=may(5)),
            told("long past", ("agreed", before, before), violated=before),
            told("end never told", ("end_unsure", before, None)),
            told("begun in it", ("agreed", may(9), may(9)), ("end_unsure", may(9), None)),
            told("no day"),
        ],
        axis,
        0,
    )
    drawn = {row.told.name: (len(row.bars), len(row.violations), row.undrawn) for row in rows}
    assert drawn == {
        "lasted into it": (1, 0, ""),
        "broken in it": (0, 1, "its other days lie outside these"),
        "begun in it": (2, 0, ""),
        "no day": (0, 0, "day not known: told, not drawn"),
    }
    assert rows[0].bars[0].x == 0
    assert rows[0].end == 30


def test_where_there_are_too_many_truces_the_newest_are_drawn_and_undated_ones_last():
    dated = [told(str(day), ("agreed", may(day), may(day))) for day in (1, 2, 3)]
    assert [truce.name for truce in newest([*dated, told("no day")], 2)] == ["2", "3"]
    assert [truce.name for truce in newest([dated[0], told("no day"), told("nor this")], 2)] == ["1", "no day"]


def test_a_stage_told_again_without_its_day_keeps_the_day_that_it_has():
    steps = [CeasefireStep(claim="c", stage="in_force", date=date, claimed_by=HELD.claimed_by)
             for date in (day("2024-05-07"), None)]  # fmt: skip
    process = CeasefireProcess(**MADE, members=("c",), parties=(), steps=tuple(steps))
    assert spans_of(process) == [ToldSpan("in_force", may(7), may(7))]


def test_an_axis_of_many_years_is_told_by_years():
    days = [datetime.date(2014, 1, 1), datetime.date(2024, 2, 15)]
    assert [tick.label for tick in DayAxis(*days, 0, 900).ticks()] == ["2015", "2017", "2019", "2021", "2023"]
    assert [tick.label for tick in DayAxis(may(1), may(9), 0, 900).ticks()][:2] == ["1 May 2024", "2 May"]
