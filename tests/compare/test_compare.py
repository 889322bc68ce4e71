"""A human-coded table beside ours: every row in exactly one list, differing figures seen, wrong files refused."""

import dataclasses
import datetime

import pytest

from export.war import write_war
from truceline.cli.main import main
from truceline.compare.coded import Coded, days, kilometres, read_coded, whole
from truceline.compare.matching import compare, nearest
from truceline.compare.naming import same_actor
from truceline.compare.table import summary, told
from truceline.errors import CannotRead, NotText

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
    [
        ((14, 30), (20, 20), False),
        ((14, 14), (30, 30), True),
        ((None, None), (3, 3), False),
        ((0, 0), (1, 1), True),
        ((0, None), (6, 6), False),
        ((9, None), (6, 6), True),
    ],
)
def test_figures(ours, theirs, differs):
    one = dataclasses.replace(row("o", "2024-05-02"), low=ours[0], high=ours[1])
    made = compare([one], [row("t", "2024-05-02", low=theirs[0])])
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
    assert "  SUD2: 2024-05-09, Nyala, Rapid Support Forces" in printed
    assert "dead: 14 to 30 / 9 (differ)" in printed
    written = (tmp_path / "comparison.csv").read_text().splitlines()
    assert [line.split(",")[0] for line in written[1:]] == ["both", "ours", "theirs"]


@pytest.mark.parametrize(
    ("ours", "theirs", "shared"),
    [
        ("Sudanese Armed Forces", "Military Forces of Sudan (2019-)", "the state of Sudan"),
        ("Armed Forces of Ukraine", "Government of Ukraine", "the state of Ukraine"),
        ("Rapid Support Forces", "RSF: Rapid Support Forces", "Rapid Support Forces"),
        ("M23", "M23: March 23 Movement", "M23"),
        ("TPLF", "Tigray People's Liberation Front", "TPLF"),
        ("Civilians (Sudan)", "Civilians", "civilians"),
        ("Armed Forces of Ukraine", "Military Forces of Russia (2000-)", None),
        ("Revolutionary Armed Forces of Colombia", "Military Forces of Colombia (2010-2018)", None),
        ("Rapid Support Forces", "Civilians (Sudan)", None),
    ],
)  # fmt: skip
def test_one_actor_under_two_names(ours, theirs, shared):
    assert same_actor(ours, theirs) == shared


def test_civilians_alone_make_no_pair():
    ours = row("o", "2024-05-02", actors=["Rapid Support Forces", "Civilians (Sudan)"])
    theirs = row("t", "2024-05-02", actors=["Military Forces of Sudan (2019-)", "Civilians (Sudan)"])
    assert not compare([ours], [theirs]).both


@pytest.mark.parametrize(
    ("theirs", "why"),
    [
        (row("t", "2024-05-02", actors=["SPLM"]), "same days and place, other actors"),
        (row("t", "2024-05-03", "Khartoum", KHARTOUM), "same days and actors, but at Khartoum"),
        (row("t", "2024-05-07"), "same place and actors, but 5 days apart"),
    ],
)
def test_what_keeps_the_nearest_row_apart(theirs, why):
    ours = row("o", "2024-05-02")
    assert nearest(ours, [theirs]) == (theirs, why)
    assert not compare([ours], [theirs]).both
    assert f"  t: {told(theirs)}; nearest is o: " in "\n".join(summary(compare([ours], [theirs])))


def test_what_differs_in_more_is_not_near():
    assert nearest(row("o", "2024-05-02"), [row("t", "2024-05-30"), row("u", None)]) is None


ACLED = """event_id_cnty;event_date;actor1;assoc_actor_1;actor2;location;latitude;longitude;fatalities;notes
SUD1;02 May 2024;RSF: Rapid Support Forces;NA;Military Forces of Sudan (2019-);Nyala;12.05;24.88;NA;Clash
"""


def test_semicolons_and_na(tmp_path):
    (tmp_path / "acled.csv").write_text(ACLED)
    (made,) = read_coded(tmp_path / "acled.csv", "acled")
    assert made.actors == ("RSF: Rapid Support Forces", "Military Forces of Sudan (2019-)")
    assert (made.low, made.point, str(made.first)) == (None, (12.05, 24.88), "2024-05-02")


CFD = """cc,location,cf_id,id,actor_name,cf_dec_yr,cf_dec_month,cf_dec_day,cf_effect_yr,cf_effect_month,cf_effect_day
530,Ethiopia,12,1,Government of Ethiopia,2022,11,2,2022,11,3
530,Ethiopia,12,2,TPLF,2022,11,2,2022,11,3
678,Yemen,12,3,Government of Yemen (North Yemen),NA,-1,-1,2022,4,2
"""


def test_rows_of_one_ceasefire_are_one(tmp_path):
    (tmp_path / "cfd.csv").write_text(CFD)
    ethiopia, yemen = read_coded(tmp_path / "cfd.csv", "eth_prio")
    assert (ethiopia.id, ethiopia.actors) == ("530-12", ("Government of Ethiopia", "TPLF"))
    assert (str(ethiopia.first), str(ethiopia.last)) == ("2022-11-02", "2022-11-03")
    assert (yemen.id, str(yemen.first)) == ("678-12", "2022-04-02")


def test_a_day_that_never_was_is_named(tmp_path):
    (tmp_path / "cfd.csv").write_text(CFD.replace("2022,11,2,", "2022,2,31,"))
    with pytest.raises(NotText, match=r"row 2: cf_dec_yr, _month and _day \[2022, 2, 31\] are no day"):
        read_coded(tmp_path / "cfd.csv", "eth_prio")


def test_the_summary_says_what_could_not_be_matched():
    made = compare([row("o", None), row("p", "2020-01-01")], [row("t", "2024-05-02")])
    lines = list(summary(made))
    assert lines[0] == "ours: 2 rows, 2020-01-01 to 2020-01-01; theirs: 1 row, 2024-05-02 to 2024-05-02"
    assert "only ours: 2 (1 without a day, which nothing can be matched to; 1 before or after" in "\n".join(lines)


HEAD = "event_id_cnty,event_date,actor1,location,latitude,longitude,fatalities,notes"
CELLS = "SUD1,02 May 2024,Rapid Support Forces,Nyala,12.05,24.88,9,"


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}\n{CELLS}Clash\n".encode("utf-8-sig"),
        f"{HEAD}\n{CELLS}Clash\n".encode("utf-16"),
        f"{HEAD}\r\n{CELLS}près de l’hôpital\r\n".encode("cp1252"),
        f"{HEAD.upper()}\n{CELLS}Clash\n".encode(),
        f"{HEAD},iso3,my own\n{CELLS}Clash,SDN,x\n".encode(),
        f'{HEAD}\n{CELLS}"Clash\nover two lines, ""told"" so"\n'.encode(),
        f"sep=;\n{HEAD}\n{CELLS}Clash\n".replace(",", ";").replace("12.05", "12,05").replace("24.88", "24,88").encode(),
        f"{HEAD}\n{CELLS}Clash\n".replace("02 May 2024", "02.05.2024").encode(),
        f"{HEAD}\n{CELLS}Clash\n".replace("02 May 2024", '"May 2, 2024"').encode(),
        f"{HEAD}\n{CELLS}Clash\n".replace("02 May 2024", "2024-05-02T00:00:00").encode(),
    ],
)
def test_tables_as_spreadsheets_leave_them(tmp_path, content):
    (tmp_path / "theirs.csv").write_bytes(content)
    (made,) = read_coded(tmp_path / "theirs.csv", "acled")
    assert (made.id, str(made.first), made.point, made.low) == ("SUD1", "2024-05-02", (12.05, 24.88), 9)


@pytest.mark.parametrize(("other", "first"), [("25/12/2023", "2024-05-02"), ("12/25/2023", "2024-02-05")])
def test_a_table_tells_the_order_of_its_figures(tmp_path, other, first):
    (tmp_path / "theirs.csv").write_text(f"event_date,actor1\n02/05/2024 0:00,A\n{other},B\n")
    assert str(read_coded(tmp_path / "theirs.csv", "acled")[0].first) == first


GED = "id,date_start,side_a,low,best,latitude,longitude\n"


@pytest.mark.parametrize(
    ("text", "convention", "reason"),
    [
        ("event_date,actor1\n02/05/2024,A\n", "acled", "row 2: '02/05/2024' can be read in two ways"),
        ("id,side_a,date_start\n1,A,2024-05-02\n", "acled", "is this acled. it looks like ucdp"),
        (GED + '1,2024-05-02,A,"1,200","1,200",95,20\n', "ucdp", "row 2: latitude 95, longitude 20 is no place"),
        (GED.replace(",", ";") + "1;2024-05-02;A;1.2;1.2;9;20\n", "ucdp", "row 2: '1.2' is no whole number"),
        ("PK\x03\x04 workbook", "ucdp", "this is a workbook or an archive"),
        ("", "ucdp", "this source is empty"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path, text, convention, reason):
    (tmp_path / "theirs.csv").write_text(text)
    with pytest.raises(CannotRead, match=reason):
        read_coded(tmp_path / "theirs.csv", convention)
