"""Connections shared evenly: of processes with one listener, the one that has fewest open takes the next.

Left to the system, the process that wakes first takes a whole crowd, and its readers wait for each other.
"""

import asyncio
import socket
from collections.abc import MutableSequence
from multiprocessing import get_context
from typing import Any

import uvicorn

PATIENCE = 0.02  # seconds that a connection is left to a process that has fewer, in case that one is stuck


def counters(processes: int) -> MutableSequence[int]:
    """How many connections each has open; all processes see them."""
    shared: Any = get_context("fork").Array("i", processes, lock=False)
    made: MutableSequence[int] = shared
    return made


class Counted(set[Any]):
    """The open connections of one process, with their number where the others see it."""

    def __init__(self, numbers: MutableSequence[int], own: int) -> None:
        super().__init__()
        self.numbers, self.own = numbers, own

    def add(self, connection: Any) -> None:  # noqa: ANN401 - uvicorn's
        super().add(connection)
        self.numbers[self.own] = len(self)

    def discard(self, connection: Any) -> None:  # noqa: ANN401 - uvicorn's
        super().discard(connection)
        self.numbers[self.own] = len(self)

    @property
    def others_have_fewer(self) -> bool:
        return self.numbers[self.own] > min(self.numbers)


class SharingServer(uvicorn.Server):
    """One of the processes; ``own`` is its place among the counters."""

    def __init__(self, config: uvicorn.Config, numbers: MutableSequence[int], own: int) -> None:
        super().__init__(config)
        self.open = Counted(numbers, own)
        self.server_state.connections = self.open

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Without listeners of uvicorn's own, which would take all that wait."""
        await super().startup([])
        self.listeners = sockets or []
        for listener in self.listeners:
            listener.setblocking(False)
            self._listen(listener)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for listener in self.listeners:
            asyncio.get_running_loop().remove_reader(listener)
        await super().shutdown(sockets)

    def _listen(self, listener: socket.socket) -> None:
        if not self.should_exit:
            asyncio.get_running_loop().add_reader(listener, self._take_or_leave, listener)

    def _take_or_leave(self, listener: socket.socket) -> None:
        if not self.open.others_have_fewer:
            self._take(listener)
            return
        loop = asyncio.get_running_loop()
        loop.remove_reader(listener)
        loop.call_later(PATIENCE, self._take_late, listener)

    def _take_late(self, listener: socket.socket) -> None:
        """It was nobody's after a while: the process that has fewer did not come."""
        self._take(listener)
        self._listen(listener)

    def _take(self, listener: socket.socket) -> None:
        try:
            connection, _ = listener.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return
        connection.setblocking(False)
        self.open.numbers[self.open.own] += 1  # at once, before the connection is made
        loop = asyncio.get_running_loop()
        task = loop.create_task(self._serve_one(connection))
        self.server_state.tasks.add(task)
        task.add_done_callback(self.server_state.tasks.discard)

    async def _serve_one(self, connection: socket.socket) -> None:
        def protocol() -> asyncio.Protocol:
            made: asyncio.Protocol = self.config.http_protocol_class(  # type: ignore[call-arg]
                config=self.config, server_state=self.server_state, app_state=self.lifespan.state
            )
            return made

        await asyncio.get_running_loop().connect_accepted_socket(protocol, connection)
