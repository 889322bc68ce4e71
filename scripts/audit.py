"""Known weaknesses of the locked packages, for ``make audit``: what could not be looked up is no pass.

Exit codes: 0 every package was looked up and none is known to be weak, 1 some are, 2 no advisories could be reached.
"""

import json
import subprocess
import sys
from pathlib import Path

LOCK = "locks/run.txt"
SERVICES = ("pypi", "osv")  # the index's own advisories, then OSV (osv.dev)


def main() -> int:
    looked_up: dict[str, list[str]] = {}
    wanted: set[str] = set()
    for service in SERVICES:
        found, skipped = outcome(answer_of(service))
        looked_up |= found
        wanted |= set(found) | skipped
    weak = {name: ids for name, ids in looked_up.items() if ids}
    for name, ids in sorted(weak.items()):
        print(f"{name}: {', '.join(ids)}")
    unknown = wanted - set(looked_up)
    if weak:
        return 1
    if unknown or not looked_up:
        print(f"NOT AUDITED: no advisories could be reached for {len(unknown) or 'all'} packages of {LOCK} "
              f"(asked {' and '.join(SERVICES)}). Nothing is known about them.", file=sys.stderr)  # fmt: skip
        return 2
    print(f"{len(looked_up)} packages of {LOCK} looked up, none is known to be weak")
    return 0


def answer_of(service: str) -> str:
    """What pip-audit prints as JSON; nothing where it broke off."""
    command = [str(Path(sys.executable).with_name("pip-audit")), "--vulnerability-service", service, "--disable-pip",
               "--require-hashes", "--progress-spinner", "off", "--format", "json", "--requirement", LOCK]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603 - fixed words


def outcome(answer: str) -> tuple[dict[str, list[str]], set[str]]:
    """Advisories by package that was looked up, and packages that were not."""
    packages = json.loads(answer)["dependencies"] if answer.lstrip().startswith("{") else []
    found = {one["name"]: [weakness["id"] for weakness in one["vulns"]] for one in packages if "vulns" in one}
    return found, {one["name"] for one in packages if "vulns" not in one}


if __name__ == "__main__":
    sys.exit(main())
