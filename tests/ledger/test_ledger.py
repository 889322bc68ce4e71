import datetime
import multiprocessing
import sqlite3

import pytest

from builders import claim, report
from truceline.errors import LedgerFault, LedgerTooNew, NotALedger
from truceline.ledger.ledger import Ledger
from truceline.model.judgement import Judgement
from truceline.model.record import TollPoint, TollSeries


@pytest.fixture
def address(tmp_path):
    return tmp_path / "war.db"


def dead(of, value=12):
    return claim("casualties", of, "Twelve died", harm="killed", value=value, low=value, high=value)


def series(members=("a",)):
    return TollSeries(
        id="s1", kind="toll_series", title="t", members=members, independent_sources=1, claimed_by={"kind": "media"},
        person_status="unknown", harm="killed", points=tuple(TollPoint(claim=id_) for id_ in members),
    )  # fmt: skip


def test_what_is_written_comes_back(address):
    of = report(published=datetime.date(2024, 5, 3), publisher="The Wire")
    with Ledger(address) as ledger:
        assert ledger.add_reading(of, [dead(of)]) == 1
    with Ledger(address) as ledger:
        assert list(ledger.reports()) == [of]
        assert list(ledger.claims()) == [dead(of)]
        assert list(ledger.claims("talks")) == []
        assert ledger.has_report(of.id)


def test_a_second_run_adds_no_doubles(address):
    of = report()
    with Ledger(address) as ledger:
        ledger.add_reading(of, [dead(of)])
        assert ledger.add_reading(of, [dead(of)]) == 0
        assert len(list(ledger.claims())) == 1


def test_a_better_reading_replaces_the_view_and_keeps_the_old_rows(address):
    of = report()
    with Ledger(address) as ledger:
        ledger.add_reading(of, [dead(of, 11)])
        ledger.add_reading(of, [dead(of, 12)])
        assert [made.value for made in ledger.claims()] == [12]
    assert sqlite3.connect(address).execute("select count(*) from claims").fetchone() == (2,)


def test_one_text_at_two_outlets_is_one_report_and_two_sightings(address):
    first, second = report(publisher="A"), report(publisher="B")
    with Ledger(address) as ledger:
        ledger.add_reading(first, [])
        ledger.add_reading(second, [])
        assert [seen.publisher for seen in ledger.reports()] == ["A"]
        assert [seen.publisher for seen in ledger.sightings()] == ["A", "B"]


def test_records_are_appended_and_retired(address):
    with Ledger(address) as ledger:
        assert ledger.set_records([series()]) == 1
        assert ledger.set_records([series()]) == 0
        assert ledger.set_records([series(("a", "b"))]) == 1
        assert [made.members for made in ledger.records("toll_series")] == [("a", "b")]
        assert ledger.set_records([]) == 1
        assert list(ledger.records()) == []
        assert ledger.set_records([series(("a", "b"))]) == 1
        assert len(list(ledger.records())) == 1


def test_a_judgement_is_kept_once(address):
    at = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    judgement = Judgement(id="j", verdict="reject", claims=("c",), by="me", at=at)
    with Ledger(address) as ledger:
        ledger.add_judgement(judgement)
        ledger.add_judgement(judgement)
        assert list(ledger.judgements()) == [judgement]


def test_a_judgement_keeps_the_words_that_it_is_about(address):
    of = report()
    at = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    with Ledger(address) as ledger:
        ledger.add_reading(of, [dead(of)])
        ledger.add_reading(of, [])
        ledger.add_judgement(Judgement(id="j", verdict="reject", claims=(dead(of).id,), by="me", at=at))
        (kept,) = ledger.judgements()
        assert [words.exact for words in kept.evidence] == ["Twelve died"]


def test_a_text_file_is_no_ledger(address):
    address.write_text("this is a letter, not a ledger")
    with pytest.raises(NotALedger, match="not a ledger"):
        Ledger(address)
    assert address.read_text() == "this is a letter, not a ledger"


def test_another_database_is_no_ledger_and_stays_untouched(address):
    other = sqlite3.connect(address)
    other.execute("create table songs (name)")
    other.commit()
    other.close()
    before = address.read_bytes()
    with pytest.raises(NotALedger, match="something else"):
        Ledger(address)
    assert address.read_bytes() == before


def test_a_newer_ledger_is_refused(address):
    Ledger(address).close()
    connection = sqlite3.connect(address)
    connection.execute("update alembic_version set version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(LedgerTooNew, match="newer truceline"):
        Ledger(address)


def test_a_missing_folder_or_ledger_is_said(tmp_path):
    with pytest.raises(LedgerFault, match="folder"):
        Ledger(tmp_path / "nowhere" / "war.db")
    with pytest.raises(NotALedger, match="no ledger here"):
        Ledger(tmp_path / "war.db", create=False)


def write_many(address, letter):
    with Ledger(address) as ledger:
        for number in range(25):
            of = report(f"{letter}{number} Twelve died")
            ledger.add_reading(of, [dead(of)])


def test_two_writers_at_once_lose_nothing(address):
    Ledger(address).close()
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_many, args=(address, letter)) for letter in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Ledger(address) as ledger:
        assert len(list(ledger.claims())) == 50


def test_the_migrations_make_the_tables_that_the_code_uses(address):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from truceline.ledger.opening import open_engine
    from truceline.ledger.tables import metadata

    with open_engine(address).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
