"""One request to one checked machine, and its answer within limits of size and time."""

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
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
        """With the encoding, where the server names one."""
        return self.headers.get("content-type", "").strip().lower()


def ask(name: str, url: SplitResult, ip: str, headers: Mapping[str, str], settings: Settings) -> Answer:
    """GET a page from the machine at ``ip``. Raises FileNotThere where it does not answer, TooLarge, or in time."""
    import urllib3

    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    deadline = Deadline(settings.fetch_seconds)
    pool = pool_for(url, ip, settings, deadline)
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
        content = body_of(name, answer, settings)
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        reason = deadline.reason if deadline.is_over else f"the host does not answer ({reason_of(error)})"
        raise FileNotThere(name, reason) from error
    finally:
        deadline.end()
        pool.close()
    if deadline.is_over:
        raise FileNotThere(name, deadline.reason)
    return Answer(answer.status, found, content)


class Deadline:
    """Cuts a connection off when its time is over. A socket's own limit begins anew with every byte, so that a server
    that drips could hold it for ever.
    """

    def __init__(self, seconds: float) -> None:
        self.reason = f"this page took longer than {seconds:g} seconds"
        self.is_over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, connected: socket.socket) -> None:
        self._socket = connected
        if self.is_over:
            self._cut()

    def end(self) -> None:
        self._timer.cancel()

    def _cut(self) -> None:
        self.is_over = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def pool_for(url: SplitResult, ip: str, settings: Settings, deadline: Deadline) -> Any:  # noqa: ANN401 - of two kinds
    """Connects to the address that was checked; the certificate must be that of the name."""
    import urllib3

    timeout = urllib3.Timeout(total=settings.fetch_seconds, connect=10)
    if url.scheme == "http":
        pool: Any = urllib3.HTTPConnectionPool(ip, url.port or 80, timeout=timeout)
    else:
        host = url.hostname or ""
        pool = urllib3.HTTPSConnectionPool(
            ip, url.port or 443, timeout=timeout, cert_reqs="REQUIRED", server_hostname=host, assert_hostname=host
        )
    pool.ConnectionCls = watched(pool.ConnectionCls, deadline)
    return pool


def watched(kind: Any, deadline: Deadline) -> type:  # noqa: ANN401 - of two kinds
    class Watched(kind):  # type: ignore[misc] # the base is known when it runs
        def connect(self) -> None:
            super().connect()
            deadline.watch(self.sock)

    return Watched


def body_of(name: str, answer: Any, settings: Settings) -> bytes:  # noqa: ANN401
    """Unpacked piece by piece, so that no bomb fills the memory."""
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > settings.largest_source:
            raise TooLarge(name, f"this page is larger than {settings.largest_source:,} bytes; download it first")
    return b"".join(pieces)


def reason_of(error: Exception) -> str:
    """urllib3 names the object in the message; a person needs the rest."""
    return str(error).rpartition(": ")[2] or type(error).__name__
