import logging
import sqlite3
import threading

import pytest

from builders import claim, report
from evaluation.world import make_world, readings
from truceline.errors import LedgerFault
from truceline.ledger.backup import back_up
from truceline.ledger.check import check
from truceline.ledger.ledger import Ledger
from truceline.pipeline import reconcile

WORLD = make_world(40)


@pytest.fixture
def address(tmp_path):
    with Ledger(tmp_path / "war.db") as ledger:
        for of, claims in readings(WORLD):
            ledger.add_reading(of, claims)
        reconcile(ledger)
    return tmp_path / "war.db"


def spoil(address, statement):
    connection = sqlite3.connect(address)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    connection.commit()
    connection.close()
    with Ledger(address) as ledger:
        return list(check(ledger))


def test_a_sound_ledger_has_no_faults(address):
    with Ledger(address) as ledger:
        assert list(check(ledger)) == []


def test_words_that_the_report_does_not_say_are_found(address):
    (fault, *_) = spoil(address, 'update claims set body = replace(body, \'"exact":"\', \'"exact":"X\')')
    assert "does not say “X" in fault


def test_a_member_that_is_gone_is_found(address):
    faults = spoil(address, f"delete from claims where id = '{WORLD.claims[0].id}'")  # noqa: S608 - our own id
    assert any(f"claim {WORLD.claims[0].id} is not there" in fault for fault in faults)


def test_a_body_that_was_changed_is_found(address):
    faults = spoil(address, 'update records set body = replace(body, \'"title":"\', \'"title":"no \')')
    assert all("was changed after it was written" in fault for fault in faults)
    assert faults


def test_a_backup_holds_the_same_and_overwrites_nothing(address, tmp_path):
    with Ledger(address) as ledger:
        back_up(ledger, tmp_path / "copy.db")
        with pytest.raises(LedgerFault, match="there already"):
            back_up(ledger, tmp_path / "copy.db")
        with Ledger(tmp_path / "copy.db", create=False) as copy:
            assert list(copy.records()) == list(ledger.records())
            assert list(check(copy)) == []


def test_a_waiting_writer_says_so_and_then_writes(address, caplog):
    of = report("Twelve died elsewhere.")
    with Ledger(address) as ledger:
        other = sqlite3.connect(address, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(1.5, lambda: other.execute("COMMIT")).start()
        with caplog.at_level(logging.WARNING, logger="truceline"):
            assert ledger.add_reading(of, [claim("casualties", of, "Twelve died", harm="killed")]) == 1
        assert "waiting" in caplog.text


def test_readers_go_on_while_somebody_writes(address):
    with Ledger(address) as ledger:
        other = sqlite3.connect(address, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert len(list(ledger.claims())) == len(WORLD.claims)
        other.execute("ROLLBACK")
