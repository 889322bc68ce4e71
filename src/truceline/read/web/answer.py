"""One request to one checked machine, and its answer within limits of size and time."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult

from truceline.errors import FileNotThere, TooLarge
from truceline.settings import Settings

PIECE = 65_536  # bytes read at a time


@dataclass(frozen=True, slots=True)
class Answer:
    """``headers`` by lower-case name."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


def ask(name: str, url: SplitResult, ip: str, headers: Mapping[str, str], settings: Settings) -> Answer:
    """GET a page from the machine at ``ip``. Raises FileNotThere where it does not answer, TooLarge, or in time."""
    import urllib3

    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    started = time.monotonic()
    pool = pool_for(url, ip, settings)
    try:
        answer = pool.request(
            "GET",
            path,
            headers={"Host": url.netloc.rpartition("@")[2], "User-Agent": settings.user_agent, **headers},
            redirect=False,
            retries=False,
            preload_content=False,
        )
        found = {key.lower(): value for key, value in answer.headers.items()}
        return Answer(answer.status, found, body_of(name, answer, started, settings))
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise FileNotThere(name, f"the host does not answer ({reason_of(error)})") from error
    finally:
        pool.close()


def pool_for(url: SplitResult, ip: str, settings: Settings) -> Any:  # noqa: ANN401 - of two kinds
    """Connects to the address that was checked; the certificate must be that of the name."""
    import urllib3

    timeout = urllib3.Timeout(total=settings.fetch_seconds, connect=10)
    if url.scheme == "http":
        return urllib3.HTTPConnectionPool(ip, url.port or 80, timeout=timeout)
    host = url.hostname or ""
    return urllib3.HTTPSConnectionPool(
        ip, url.port or 443, timeout=timeout, cert_reqs="REQUIRED", server_hostname=host, assert_hostname=host
    )


def body_of(name: str, answer: Any, started: float, settings: Settings) -> bytes:  # noqa: ANN401
    """Unpacked piece by piece, so that neither a bomb nor a trickle holds up the run."""
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > settings.largest_source:
            raise TooLarge(name, f"this page is larger than {settings.largest_source:,} bytes; download it first")
        if time.monotonic() - started > settings.fetch_seconds:
            raise FileNotThere(name, f"this page took longer than {settings.fetch_seconds:g} seconds")
    return b"".join(pieces)


def reason_of(error: Exception) -> str:
    """urllib3 names the object in the message; a person needs the rest."""
    return str(error).rpartition(": ")[2] or type(error).__name__
