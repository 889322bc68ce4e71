"""The parts of a batch as tasks of a Ray cluster; needs the extra ``ray``."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from truceline.batch.options import BatchOptions
from truceline.batch.processes import ATTEMPTS, WAITING, Done, do_part, without_killers
from truceline.batch.units import Part
from truceline.errors import BatchFault

ON_THIS_MACHINE = "local"
STARTS = 2  # tries to begin or reach a cluster
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
    if address is not None and not is_heard(address, ray.util.get_node_ip_address):
        raise BatchFault(f"--runner ray: no cluster answers at {address}")
    own: dict[str, Any] = {"num_cpus": workers, "include_dashboard": False} if address is None else {}
    for attempt in range(STARTS, 0, -1):
        try:
            ray.init(address=address or ON_THIS_MACHINE, log_to_driver=False, **own)
            return
        except Exception as error:  # Ray raises bare ones where a node does not come up, as on a busy machine
            ray.shutdown()
            if attempt == 1:
                where = address or ON_THIS_MACHINE
                raise BatchFault(f"--runner ray: no cluster answers at {where} ({error})") from error


def is_heard(address: str, own_ip: Callable[[], str]) -> bool:
    """Whether something listens there; Ray itself would ask again for a quarter of an hour. Words such as ``auto`` are
    looked up by Ray at once.
    """
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not port.isdigit() or not host:
        return True
    hosts = [host, own_ip()] if host in {"127.0.0.1", "localhost"} else [host]  # a cluster here listens at its own name
    return any(is_open(one, int(port)) for one in hosts)


def is_open(host: str, port: int) -> bool:
    try:
        socket.create_connection((host.strip("[]"), port), timeout=10).close()
    except (OSError, OverflowError):
        return False
    return True
