"""Worker processes: parts go out, counts come back, and no more parts are held than there are hands for them.

A worker that dies takes nothing along: its part is given out again; the unit that kills every worker is refused.
"""

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

from truceline.batch.options import BatchOptions
from truceline.batch.parts import write_part
from truceline.batch.units import Part, Unit
from truceline.batch.work import Worker
from truceline.collecting import collect_seldom
from truceline.errors import CannotRead, NotText

WAITING = 2  # parts that lie ready for each worker
PARTS_A_WORKER = 100  # then a fresh process takes over: spaCy keeps every new word it meets
ATTEMPTS = 2  # deaths over one part before its units are tried one by one


@dataclass(frozen=True, slots=True)
class Done:
    number: int
    reports: int
    claims: int
    refused: int


@dataclass
class Pool:
    """Processes that understand parts and write them to ``folder``."""

    folder: Path
    options: BatchOptions
    workers: int
    _executor: ProcessPoolExecutor | None = None
    _running: dict[Future[Done], tuple[Part, ProcessPoolExecutor]] = field(default_factory=dict)
    _deaths: dict[int, int] = field(default_factory=dict)
    _others: set[BaseProcess] = field(default_factory=set)

    def work(self, parts: Iterable[Part]) -> Iterator[Done]:
        """Parts as they are done, in any order."""
        waiting = iter(parts)
        self._others = set(multiprocessing.active_children())
        try:
            while self._fill(waiting) or self._running:
                done, _ = wait(self._running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from self._result(future)
        finally:
            if self._executor is not None:
                self._executor.shutdown(wait=True, cancel_futures=True)
            end_all_but(self._others)

    def _fill(self, waiting: Iterator[Part]) -> bool:
        while len(self._running) < self.workers * WAITING:
            part = next(waiting, None)
            if part is None:
                return False
            self._submit(part)
        return True

    def _submit(self, part: Part) -> None:
        """To the pool of the moment; to a new one where a death has broken it."""
        try:
            self._hand_out(part)
        except BrokenProcessPool:
            self._hand_out(part)

    def _hand_out(self, part: Part) -> None:
        executor = self._pool()
        try:
            self._running[executor.submit(do_part, self.folder, part, self.options)] = part, executor
        except BrokenProcessPool:
            self._leave(executor)
            raise

    def _leave(self, broken: ProcessPoolExecutor) -> None:
        """Give up a broken pool, once: all its parts come back broken, and by then a sound one may be at work."""
        if self._executor is broken:
            end_all_but(self._others)
            broken.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def _pool(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self.workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=begin_worker,
                max_tasks_per_child=PARTS_A_WORKER,
            )
        return self._executor

    def _result(self, future: Future[Done]) -> Iterator[Done]:
        part, executor = self._running.pop(future)
        try:
            yield future.result()
        except BrokenProcessPool:
            self._leave(executor)
            self._deaths[part.number] = self._deaths.get(part.number, 0) + 1
            if self._deaths[part.number] > ATTEMPTS:
                part = without_killers(part, self.options)
                self._deaths[part.number] = 0
            self._submit(part)


def end_all_but(others: set[BaseProcess]) -> None:
    """A pool that a death broke may leave a process that was just starting: its end would be waited for for ever."""
    for left in set(multiprocessing.active_children()) - others:
        left.kill()


def begin_worker() -> None:
    """A stop signal is the business of the process that hands out the work."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()


def do_part(folder: Path, part: Part, options: BatchOptions) -> Done:
    counts = write_part(
        folder, part.number, part.key(options.key()), worker_for(options.key(), options).work(part.units)
    )
    return Done(part.number, *counts)


_workers: dict[str, Worker] = {}


def worker_for(key: str, options: BatchOptions) -> Worker:
    """One worker a process and set of options."""
    return _workers.setdefault(key, Worker(options))


def without_killers(part: Part, options: BatchOptions) -> Part:
    """The part with each unit over which a process dies turned into its refusal."""
    return Part(part.number, tuple(unit if survives(unit, options) else killer(unit) for unit in part.units))


def survives(unit: Unit, options: BatchOptions) -> bool:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        try:
            executor.submit(try_unit, unit, options).result()
        except BrokenProcessPool:
            return False
    return True


def try_unit(unit: Unit, options: BatchOptions) -> None:
    for _ in Worker(options).work([unit]):
        pass


def killer(unit: Unit) -> CannotRead:
    name = getattr(unit, "name", None) or getattr(unit, "source", None) or getattr(unit, "id", "unit")
    return NotText(str(name), "the process that read this died, three times over")
