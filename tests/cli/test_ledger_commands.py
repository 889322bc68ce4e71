import pytest
from click.testing import CliRunner

from evaluation.world import make_world, readings
from truceline.cli.main import cli
from truceline.ledger.ledger import Ledger

WORLD = make_world(40)


@pytest.fixture
def address(tmp_path):
    with Ledger(tmp_path / "war.db") as ledger:
        for of, claims in readings(WORLD):
            ledger.add_reading(of, claims)
    return str(tmp_path / "war.db")


def run(*arguments):
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def test_reconcile_says_how_many_claims_it_joined_anew(address):
    first, again = run("reconcile", "--ledger", address), run("reconcile", "--ledger", address)
    count = len(WORLD.claims)
    assert f"joined anew: {count} of {count} claims" in first.output
    assert f"0 records are new or changed; joined anew: 0 of {count} claims" in again.output


def test_check_backup_judgements_and_coders(address, tmp_path):
    assert run("ledger", "check", "--ledger", address).exit_code == 0
    assert run("ledger", "backup", "--ledger", address, str(tmp_path / "copy.db")).exit_code == 0
    assert "0 have lost their claim" in run("ledger", "judgements", "--ledger", str(tmp_path / "copy.db")).output
    assert "alpha" in run("ledger", "coders", "--ledger", address).output
