"""Pages as they were last fetched, with the marks by which a server tells that nothing changed (ETag)."""

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from truceline.model.ids import content_id
from truceline.read.web.answer import Answer

MARKS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


@dataclass(frozen=True, slots=True)
class PageCache:
    """One file an address. A file that cannot be read or written is no fault: the page is fetched anew."""

    folder: Path

    def known(self, address: str) -> Answer | None:
        try:
            head, _, content = self._file(address).read_bytes().partition(b"\n")
            return Answer(200, json.loads(head), content)
        except (OSError, ValueError):
            return None

    def keep(self, address: str, answer: Answer) -> None:
        if not MARKS.keys() & answer.headers.keys() or "no-store" in answer.headers.get("cache-control", ""):
            return
        kept = {name: answer.headers[name] for name in (*MARKS, "content-type") if name in answer.headers}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(json.dumps(kept).encode() + b"\n" + answer.content)
            os.replace(file.name, self._file(address))  # noqa: PTH105 - whole or not at all
        except OSError:
            return

    def _file(self, address: str) -> Path:
        return self.folder / content_id("page", address)


def conditions(known: Answer | None) -> dict[str, str]:
    """Request headers that ask for the page only if it changed."""
    headers = known.headers if known else {}
    return {ask: headers[mark] for mark, ask in MARKS.items() if mark in headers}
