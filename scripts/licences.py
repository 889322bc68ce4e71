"""Write docs/licences.md: what is shipped and what it rests on, with the licence of each. ``make licences`` runs it.

Fails where a package of the lock file tells no licence, or one that would bind who uses truceline (GPL, AGPL).
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
BINDING = re.compile(r"\b(A?GPL|GNU (Affero )?General Public)", re.IGNORECASE)


def main() -> None:
    names = LOCKED.findall((ROOT / "locks" / "run.txt").read_text(encoding="utf-8"))
    found = licences_of(names)
    faults = [f"{name}: {licence}" for name, _, licence, _ in found if licence == "UNKNOWN" or binds(licence)]
    if faults:
        sys.exit("licence unknown or binding:\n" + "\n".join(faults))
    notice = (ROOT / "src" / "truceline" / "knowledge" / "NOTICE.md").read_text(encoding="utf-8")
    page = ROOT / "docs" / "licences.md"
    page.write_text("\n".join(lines(found, notice)), encoding="utf-8")
    print(page)


def binds(licence: str) -> bool:
    """Where a package may be taken under one of several licences, one free one is enough."""
    return all(BINDING.search(choice) for choice in re.split(r"\bOR\b", licence))


def licences_of(names: list[str]) -> list[tuple[str, str, str, str]]:
    """Name, version, licence and address of each package, as its own metadata tell them."""
    tool = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json", "--with-urls"]
    told = json.loads(subprocess.run([*tool, "--packages", *names], capture_output=True, check=True, text=True).stdout)  # noqa: S603
    return sorted((row["Name"], row["Version"], row["License"], row["URL"]) for row in told)


def lines(found: list[tuple[str, str, str, str]], notice: str) -> Iterator[str]:
    yield "# Licences\n\ntruceline itself: MIT (`LICENSE`). Made by `make licences`.\n\n## Packages it needs\n"
    yield "| package | version | licence |\n|---|---|---|"
    for name, version, licence, url in found:
        shown = f"[{name}]({url})" if url.startswith("http") else name
        yield f"| {shown} | {version} | {' '.join(licence.split())[:80].replace('|', ';')} |"
    yield "\n## Facts and fonts that are shipped\n"
    yield notice.split("\n", 1)[1].strip() + "\n"


if __name__ == "__main__":
    main()
