"""A human-coded table beside ours: every row in exactly one list, differing figures seen, wrong files refused."""

import datetime

import pytest

from export.war import write_war
from truceline.cli.main import main
from truceline.compare.coded import Coded, days, kilometres, read_coded, whole
from truceline.compare.matching import compare
from truceline.errors import NotText

NYALA, KHARTOUM = (12.05, 24.88), (15.5, 32.53)


def row(id_, on, place="Nyala", point=NYALA, actors=("Rapid Support Forces",), low=None, high=None):
    first = datetime.date.fromisoformat(on) if on else None
    return Coded(id_, first, first, place, point, tuple(actors), low, high if high is not None else low, "")


def ids(made):
    return (
        [(pair.ours.id, pair.theirs.id) for pair in made.both],
        [one.id for one in made.only_ours],
        [one.id for one in made.only_theirs],
    )


def test_pairs_by_day_place_and_actor():
    ours = [row("o1", "2024-05-02"), row("o2", "2024-05-02", "Khartoum", KHARTOUM), row("o3", None)]
    theirs = [
        row("t1", "2024-05-03", actors=["RSF: Rapid Support Forces"]),
        row("t2", "2024-05-20"),
        row("t3", "2024-05-02", "Khartoum", KHARTOUM, actors=["Someone Else"]),
    ]
    assert ids(compare(ours, theirs)) == ([("o1", "t1")], ["o2", "o3"], ["t2", "t3"])


def test_the_likeliest_pair_wins_and_no_row_is_used_twice():
    ours = [row("o1", "2024-05-02"), row("o2", "2024-05-03")]
    theirs = [row("t1", "2024-05-03"), row("t2", "2024-05-02")]
    both, left, right = ids(compare(ours, theirs))
    assert (sorted(both), left, right) == ([("o1", "t2"), ("o2", "t1")], [], [])


@pytest.mark.parametrize(
    ("ours", "theirs", "differs"),
    [((14, 30), (20, 20), False), ((14, 14), (30, 30), True), ((None, None), (3, 3), False), ((0, 0), (1, 1), True)],
)
def test_figures(ours, theirs, differs):
    made = compare([row("o", "2024-05-02", low=ours[0], high=ours[1])], [row("t", "2024-05-02", low=theirs[0])])
    assert bool(made.differing) is differs


def test_names_stand_in_for_points():
    ours, theirs = row("o", "2024-05-02", "Al Fashir", None), row("t", "2024-05-02", "al fashir", None)
    assert ids(compare([ours], [theirs]))[0] == [("o", "t")]
    assert not compare([ours], [row("t", "2024-05-02", "Nyala", None)]).both


def test_distance():
    assert kilometres((0, 0), (0, 1)) == pytest.approx(111.19, abs=0.01)


def test_dates_of_the_ceasefire_data():
    assert whole(2024, 12, -1) == (datetime.date(2024, 12, 1), datetime.date(2024, 12, 31))
    assert whole(-1, -1, -1) == (None, None)
    assert days({"cf_dec_yr": "2024", "cf_dec_month": "-1"}, "eth_prio", "x")[1] == datetime.date(2024, 12, 31)


def test_wrong_files_are_named(tmp_path):
    file = tmp_path / "theirs.csv"
    file.write_text("a,b\n1,2\n")
    with pytest.raises(NotText, match=r"theirs.csv: no column event_date, actor1: is this acled"):
        read_coded(file, "acled")
    file.write_text("event_date,actor1\nsoon,X\n")
    with pytest.raises(NotText, match=r"row 2: 'soon' is no day"):
        read_coded(file, "acled")


def test_command_on_a_ledger(tmp_path, capsys):
    ledger, theirs = write_war(tmp_path / "war.db"), tmp_path / "acled.csv"
    theirs.write_text(
        "event_id_cnty,event_date,actor1,actor2,location,latitude,longitude,fatalities,notes\n"
        "SUD1,02 May 2024,Rapid Support Forces,Military Forces of Sudan,Nyala,12.05,24.88,9,Clash\n"
        "SUD2,09 May 2024,Rapid Support Forces,,Nyala,12.05,24.88,,Clash\n"
    )
    main(["compare", str(ledger), str(theirs), "--format", "acled", "--out", str(tmp_path)])
    printed = capsys.readouterr().out
    assert "in both: 1 (50% of theirs" in printed
    assert "only theirs: 2024-05-09, Nyala, Rapid Support Forces" in printed
    written = (tmp_path / "comparison.csv").read_text().splitlines()
    assert [line.split(",")[0] for line in written[1:]] == ["both", "ours", "theirs"]
