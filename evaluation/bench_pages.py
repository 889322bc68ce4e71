"""How fast the pages answer: a made-up ledger of 200,000 claims, eight readers at once, over real sockets.

``python -m evaluation.bench_pages [CLAIMS]`` prints one row a page: median and 95th percentile in milliseconds, for
one reader alone and for eight. Each page is asked at many addresses, so that few answers come from memory.
"""

import http.client
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

from evaluation.world import make_world, readings
from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.ledger.ledger import Ledger
from truceline.model.ids import content_id
from truceline.reconcile.join_claims import join_claims

CLAIMS = 200_000
READERS = 8
ASKED = 240  # requests a page, over all readers
ASKED_ALONE = 40
GOAL = 200  # milliseconds, 95th percentile
SEED = 11
WARS = 4
WORDS = ("truce", "killed", "army", "town", "said", "talks", "camp", "met")


@dataclass(frozen=True, slots=True)
class Timing:
    page: str
    middle: float
    high: float
    failed: int


def main(claims: int = CLAIMS) -> int:
    """Gives 1 where a page is slower than the goal, or failed."""
    with tempfile.TemporaryDirectory(prefix="truceline-bench-") as folder:
        address = Path(folder) / "bench.db"
        fill(address, claims)
        return measure(address)


def measure(address: Path) -> int:
    pages = pages_of(address)
    alone, together = served(address, pages, 1, ASKED_ALONE), served(address, pages, READERS, ASKED)
    print(f"{os.cpu_count()} cores; milliseconds{'one reader':>21}{f'{READERS} at once':>19}")
    print(f"{'page':<26}" + f"{'median':>10}{'p95':>9}" * 2)
    for one, many in zip(alone, together, strict=True):
        figures = f"{one.middle:>10.1f}{one.high:>9.1f}{many.middle:>10.1f}{many.high:>9.1f}"
        print(f"{one.page:<26}{figures}" + (" FAILED" if one.failed or many.failed else ""), flush=True)
    return int(any(timing.high > GOAL or timing.failed for timing in together))


def fill(address: Path, claims: int) -> None:
    """All rows at once: reading 200,000 claims report by report is not what is measured here."""
    world = make_world(claims)
    Ledger(address).close()
    with sqlite3.connect(address) as connection:
        for number, (report, own) in enumerate(readings(world), start=1):
            body, day = report.model_dump_json(), report.published.isoformat() if report.published else None
            row = (report.id, content_id(body), day, report.publisher, body)
            connection.execute(
                "INSERT INTO reports (id, digest, published, publisher, body) VALUES (?, ?, ?, ?, ?)", row
            )
            war = f"war-{number * WARS // len(world.reports) % WARS}"
            connection.execute(
                "INSERT INTO readings (seq, report, digest, conflict, tool_version, at) VALUES (?, ?, '', ?, '0', '')",
                (number, report.id, war),
            )
            connection.executemany(
                "INSERT INTO claims (id, reading, report, kind, body) VALUES (?, ?, ?, ?, ?)",
                [(claim.id, number, claim.report, claim.kind, claim.model_dump_json()) for claim in own],
            )
    with Ledger(address) as ledger:
        ledger.set_records(join_claims(world.claims, reports=world.reports))


def pages_of(address: Path) -> dict[str, list[str]]:
    """Addresses of each page, many different ones, so that few come from memory."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    with Ledger(address, create=False) as ledger:
        catalogue = Catalogue(ledger)
        started = time.perf_counter()
        catalogue.fresh()
        print(f"catalogue made in {time.perf_counter() - started:.0f} s")
        some = {table: ids_of(catalogue, table, chance) for table in ("claims", "records", "reports")}
        names = [row["name"] for row in catalogue.rows("SELECT DISTINCT name FROM actors LIMIT 60")]
        days = [row["published"] for row in catalogue.rows("SELECT DISTINCT published FROM reports LIMIT 200")]
    wars = [f"/c/war-{number}" for number in range(WARS)]
    windows = [f"?from={day}" for day in chance.sample(days, min(30, len(days))) if day]
    lists = ("timeline", "tolls", "truces", "talks", "map", "contradictions")
    return {
        "start": ["/"],
        "overview": wars,
        "overview, other windows": [war + window for war in wars for window in windows],
        **{name: [f"{war}/{name}{window}" for war in wars for window in windows] for name in lists},
        "claim": [f"/claims/{id_}" for id_ in some["claims"]],
        "record": [f"/records/{id_}" for id_ in some["records"]],
        "report": [f"/reports/{id_}" for id_ in some["reports"]],
        "actor": [f"/actors/{quote(name)}" for name in names],
        "review": [f"/review/{id_}" for id_ in some["claims"]],
        "review queue": ["/review", *(f"/review?conflict=war-{number}" for number in range(WARS))],
        "search": [f"/search?q={word}" for word in ("truce", "killed", "army", "town", "said", "talks", "camp", "met")],
        "claims as JSON": [
            f"/api/claims?conflict=war-{n}&skip={skip}" for n in range(WARS) for skip in range(0, 1000, 50)
        ],
    }


def ids_of(catalogue: Catalogue, table: str, chance: random.Random) -> list[str]:
    rows = catalogue.rows(f"SELECT id FROM {table}")  # noqa: S608 - our own name
    return [row["id"] for row in chance.sample(rows, min(ASKED, len(rows)))]


def served(address: Path, pages: dict[str, list[str]], readers: int, asked: int) -> list[Timing]:
    show = ["-m", "truceline.cli.main", "show", "--ledger", str(address), "--port", "0", "--no-browser"]
    command = [sys.executable, *show]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own command
        try:
            port = port_of(server)
            return [timed(port, page, addresses, readers, asked) for page, addresses in pages.items() if addresses]
        finally:
            server.terminate()


def port_of(server: "subprocess.Popen[str]") -> int:
    assert server.stdout is not None
    for line in server.stdout:
        if "read only" in line:
            return int(line.rsplit(":", 1)[1].strip().strip("/"))
    raise SystemExit("the pages did not start")


def timed(port: int, page: str, addresses: list[str], readers: int, number: int) -> Timing:
    asked = [addresses[index % len(addresses)] for index in range(max(number, len(addresses)))]
    random.Random(SEED).shuffle(asked)  # noqa: S311 - no secret
    with ThreadPoolExecutor(readers) as threads:
        parts = threads.map(lambda n: list(read(port, asked[n:number:readers])), range(readers))
        answers = [answer for part in parts for answer in part]
    times = [seconds * 1000 for seconds, _ in answers]
    return Timing(
        page, median(times), quantiles(times, n=20)[-1], sum(status not in {200, 303} for _, status in answers)
    )


def read(port: int, addresses: list[str]) -> Iterator[tuple[float, int]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for address in addresses:
        started = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        yield time.perf_counter() - started, answer.status
    connection.close()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS))
