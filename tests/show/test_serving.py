"""The command itself: several processes behind one address show one state."""

import subprocess
import sys

import httpx
import pytest

from show.test_review import form_of
from show.war import first_claims, write_war

TOLL = first_claims()[1]
ONE_CONNECTION_EACH = httpx.Limits(max_keepalive_connections=0)


@pytest.fixture
def server(tmp_path):
    show = ["-m", "truceline.cli.main", "show", "--ledger", str(write_war(tmp_path / "war.db"))]
    command = [sys.executable, *show, "--port", "0", "--no-browser", "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.terminate()


@pytest.mark.skipif(sys.platform != "linux", reason="one process only")
def test_every_process_shows_a_judgement_at_once_and_all_end_together(server):
    entry = [server.stdout.readline() for _ in range(3)][1].rsplit(" ", 1)[1].strip()
    host = str(httpx.URL(entry).copy_with(path="/", query=None))
    with httpx.Client(base_url=host, limits=ONE_CONNECTION_EACH, timeout=30) as desk:
        desk.get(entry)
        for number, decision in enumerate(("reject", "accept") * 2, start=1):
            form = {**form_of(desk, TOLL.id), "decision": decision}
            assert desk.post(f"/review/{TOLL.id}/judge", data=form).status_code == 303
            assert [desk.get(f"/claims/{TOLL.id}").text.count("<b>Ada</b>") for _ in range(6)] == [number] * 6
    server.terminate()
    assert server.wait(20) == 0
    with pytest.raises(httpx.ConnectError):
        httpx.get(host, timeout=5)
