"""Pages as they were last fetched, with the marks by which a server tells that nothing changed (ETag)."""

import json
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from truceline.model.ids import content_id
from truceline.read.web.answer import Answer

OURS = re.compile(r"[0-9a-f]{16}")
MARKS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


@dataclass(frozen=True, slots=True)
class PageCache:
    """One file an address, at most ``largest`` bytes in all. A file that cannot be read or written is no fault: the
    page is fetched anew.
    """

    folder: Path
    largest: int

    def known(self, address: str) -> Answer | None:
        try:
            head, _, content = self._file(address).read_bytes().partition(b"\n")
            answer = Answer(200, json.loads(head), content)
        except (OSError, ValueError):
            return None
        with suppress(OSError):
            os.utime(self._file(address))  # the time of its last use
        return answer

    def keep(self, address: str, answer: Answer) -> None:
        if not MARKS.keys() & answer.headers.keys() or "no-store" in answer.headers.get("cache-control", ""):
            return
        kept = {name: answer.headers[name] for name in (*MARKS, "content-type") if name in answer.headers}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(json.dumps(kept).encode() + b"\n" + answer.content)
            os.replace(file.name, self._file(address))  # noqa: PTH105 - whole or not at all
            self._shrink()
        except OSError:
            return

    def _shrink(self) -> None:
        """Those that were not used for longest go; what else may lie in the folder stays."""
        held = 0
        stats = ((file, file.stat()) for file in self.folder.iterdir() if OURS.fullmatch(file.name))
        for file, about in sorted(stats, key=lambda one: one[1].st_mtime, reverse=True):
            held += about.st_size
            if held > self.largest:
                file.unlink(missing_ok=True)

    def _file(self, address: str) -> Path:
        return self.folder / content_id("page", address)


def conditions(known: Answer | None) -> dict[str, str]:
    """Request headers that ask for the page only if it changed."""
    headers = known.headers if known else {}
    return {ask: headers[mark] for mark, ask in MARKS.items() if mark in headers}
