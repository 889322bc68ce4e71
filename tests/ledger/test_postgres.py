"""The ledger in a real PostgreSQL server, started for these tests on loopback: ``make test-postgres``."""

import multiprocessing
import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from builders import claim, report
from evaluation.world import make_world, readings
from truceline.errors import LedgerFault
from truceline.ledger.backup import back_up
from truceline.ledger.check import check
from truceline.ledger.ledger import Ledger
from truceline.pipeline import reconcile
from truceline.reconcile.join_claims import join_claims

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif("TRUCELINE_POSTGRES" not in os.environ, reason="starts a database server: make test-postgres"),
]
BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
WORLD = make_world(220)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The address of a fresh cluster. PostgreSQL refuses to run as root: then Debian's user postgres runs it."""
    if not BINARIES:
        pytest.fail("no PostgreSQL here: apt-get install postgresql")
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
    home = Path("/var/lib/postgresql" if user else tmp_path_factory.getbasetemp()) / f"truceline-postgres-{os.getpid()}"
    home.mkdir(mode=0o700)
    if user:
        shutil.chown(home, "postgres", "postgres")
    port = free_port()

    def do(*command):
        subprocess.run(list(map(str, command)), check=True, cwd=home, stdout=subprocess.DEVNULL, **user)

    do(BINARIES[0] / "initdb", "-D", home / "data", "-A", "trust", "-U", "truceline", "--no-sync")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={home} -c fsync=off"
    do(BINARIES[0] / "pg_ctl", "-D", home / "data", "-l", home / "log", "-o", options, "-w", "start")
    yield f"postgresql://truceline@127.0.0.1:{port}"
    do(BINARIES[0] / "pg_ctl", "-D", home / "data", "-m", "immediate", "stop")
    shutil.rmtree(home)


@pytest.fixture
def address(server, request):
    """A database of its own for each test."""
    import psycopg

    name = f"t{abs(hash(request.node.name))}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"


def fill(address, part, parts):
    with Ledger(address) as ledger:
        for number, (of, claims) in enumerate(readings(WORLD)):
            if number % parts == part:
                ledger.add_reading(of, claims)


def by_id(records):
    return sorted(records, key=lambda record: record.id)


def test_the_same_ledger_by_address(address):
    fill(address, 0, 1)
    with Ledger(address) as ledger:
        reconcile(ledger)
        assert by_id(ledger.records()) == by_id(join_claims(WORLD.claims, reports=WORLD.reports))
        assert list(check(ledger)) == []
        assert reconcile(ledger) == 0


def test_a_few_reports_more_give_what_a_whole_run_gives(address):
    told = list(readings(WORLD))
    with Ledger(address) as ledger:
        for batch in (told[:-9], told[-9:]):
            for of, claims in batch:
                ledger.add_reading(of, claims)
            reconcile(ledger)
        assert by_id(ledger.records()) == by_id(join_claims(WORLD.claims, reports=WORLD.reports))


def test_several_writers_and_readers_at_once_lose_nothing(address):
    Ledger(address).close()
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=fill, args=(address, part, 4)) for part in range(4)]
    for writer in writers:
        writer.start()
    with Ledger(address) as ledger:
        while any(writer.is_alive() for writer in writers):
            reconcile(ledger)
            assert len(list(ledger.claims())) <= len(WORLD.claims)
        for writer in writers:
            writer.join()
            assert writer.exitcode == 0
        reconcile(ledger)
        assert {made.id for made in ledger.claims()} == {made.id for made in WORLD.claims}
        assert by_id(ledger.records()) == by_id(join_claims(WORLD.claims, reports=WORLD.reports))


def test_a_second_reading_writes_nothing_and_a_backup_names_the_way(address, tmp_path):
    of = report()
    with Ledger(address) as ledger:
        made = claim("casualties", of, "Twelve died", harm="killed", value=12)
        assert [ledger.add_reading(of, [made]), ledger.add_reading(of, [made])] == [1, 0]
        with pytest.raises(LedgerFault, match="pg_dump"):
            back_up(ledger, tmp_path / "copy.db")


def test_a_server_that_is_not_there_is_said():
    with pytest.raises(LedgerFault, match="127"):
        Ledger(f"postgresql://nobody@127.0.0.1:{free_port()}/war")
