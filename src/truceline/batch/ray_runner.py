"""The parts of a batch as tasks of a Ray cluster; needs the extra ``ray``."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from truceline.batch.options import BatchOptions
from truceline.batch.processes import ATTEMPTS, WAITING, Done, do_part, without_killers
from truceline.batch.units import Part
from truceline.errors import BatchFault

ON_THIS_MACHINE = "local"
HandOut = Callable[[Path, Part, BatchOptions], object]


def on_ray(
    address: str | None, workers: int, folder: Path, options: BatchOptions, parts: Iterator[Part]
) -> Iterator[Done]:
    """Parts as they are done, in any order. ``address``: a cluster's; null for one on this machine, of its own.

    Every node sees ``folder`` under this name and has this version of the program. A node or worker that is lost
    has its part done elsewhere. Raises BatchFault.
    """
    connect(address, workers)
    import ray

    resources: Callable[[], dict[str, float]] = ray.cluster_resources
    hand_out: HandOut = ray.remote(max_retries=ATTEMPTS)(do_part).remote
    folder = folder.resolve()
    running: dict[object, Part] = {}
    waiting = iter(parts)
    try:
        hands = workers if address is None else int(resources().get("CPU", 1))
        while fill(hand_out, folder, options, waiting, running, hands * WAITING):
            for reference in ray.wait(list(running), num_returns=1)[0]:
                part = running.pop(reference)
                try:
                    yield ray.get(reference)
                except ray.exceptions.WorkerCrashedError:
                    yield do_part(folder, without_killers(part, options), options)
    finally:
        ray.shutdown()


def fill(
    hand_out: HandOut,
    folder: Path,
    options: BatchOptions,
    waiting: Iterator[Part],
    running: dict[object, Part],
    most: int,
) -> bool:
    """Give out parts, no more than there are hands for; false where nothing is left to wait for."""
    while len(running) < most and (part := next(waiting, None)) is not None:
        running[hand_out(folder, part, options)] = part
    return bool(running)


def connect(address: str | None, workers: int) -> None:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    try:
        import ray
    except ImportError as error:
        raise BatchFault("--runner ray: the package is not installed (pip install 'truceline[ray]')") from error
    own: dict[str, Any] = {"num_cpus": workers, "include_dashboard": False} if address is None else {}
    try:
        ray.init(address=address or ON_THIS_MACHINE, log_to_driver=False, **own)
    except Exception as error:  # Ray raises bare ones where a node does not come up
        raise BatchFault(f"--runner ray: no cluster answers at {address or ON_THIS_MACHINE} ({error})") from error
