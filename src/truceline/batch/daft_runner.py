"""The parts of a batch as rows of a Daft data frame, on Daft's own native runner; needs the extra ``daft``."""

import pickle
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from truceline.batch.options import BatchOptions
from truceline.batch.processes import ATTEMPTS, WAITING, Done, do_part
from truceline.batch.units import Part
from truceline.errors import BatchFault


def on_daft(workers: int, folder: Path, options: BatchOptions, parts: Iterator[Part]) -> Iterator[Done]:
    """Parts as they are done, some at a time so that memory stays bounded. Raises BatchFault."""
    try:
        import daft
    except ImportError as error:
        raise BatchFault("--runner daft: the package is not installed (pip install 'truceline[daft]')") from error
    daft.set_runner_native()
    step = daft.cls(Hands, use_process=True, max_concurrency=workers, max_retries=ATTEMPTS)()
    waiting = iter(parts)
    while some := [packed(folder.resolve(), part, options) for part in islice(waiting, workers * WAITING)]:
        rows = daft.from_pydict({"part": some}).into_batches(1)
        yield from map(unpacked, rows.select(step(daft.col("part")).alias("done")).to_pydict()["done"])


class Hands:
    """A process of Daft's that does parts."""

    def __init__(self) -> None:
        """Daft asks for one."""

    def __call__(self, part: bytes) -> bytes:
        return pickle.dumps(do_part(*pickle.loads(part)))  # noqa: S301 - from our own hand


def packed(folder: Path, part: Part, options: BatchOptions) -> bytes:
    return pickle.dumps((folder, part, options))


def unpacked(done: bytes) -> Done:
    made: Done = pickle.loads(done)  # noqa: S301 - from our own worker
    return made
