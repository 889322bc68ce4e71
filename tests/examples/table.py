"""Tables of sentences with the claims that must come out, and how a claim fits a row.

A row: ``text``, ``want`` (claims, each by some of its fields), and where needed ``published``, ``held`` (only measured)
or ``known_gap`` (still fails, and why). An actor or place fits by any of its names; a list by all its names. Tables of
other languages stand in a folder of their code: ``fr/casualties``.
"""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from truceline.model.claims import AnyClaim
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.assembly import assemble
from truceline.understand.finding import Finding
from truceline.understand.mark_report import mark_report
from truceline.understand.marked_sentence import MarkedReport

Row = dict[str, Any]
Finder = Callable[[MarkedReport], Iterator[Finding]]
WEDNESDAY = datetime.date(2024, 5, 15)
NAMES = ("entity_text", "entity_name", "country", "name", "raw")


def rows_of(name: str) -> list[Row]:
    rows = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
    language = name.partition("/")[0] if "/" in name else "en"
    return [{"language": language, **row} for row in rows]


def open_rows(rows: list[Row]) -> list[Row]:
    return [row for row in rows if not row.get("held") and "known_gap" not in row]


def claims_in(row: Row, finder: Finder) -> list[AnyClaim]:
    text = row["text"]
    published, language = row.get("published", WEDNESDAY), row.get("language", "en")
    report = Report(id=report_id(text), text=text, published=published, language=language)
    marked = mark_report(report, Settings())
    return assemble(marked, finder(marked))


def told(claims: list[AnyClaim]) -> list[Row]:
    return [claim.model_dump(mode="json", exclude_defaults=False) for claim in claims]


def is_right(row: Row, finder: Finder) -> bool:
    found = told(claims_in(row, finder))
    return len(found) == len(row["want"]) and all(any(fits(want, one) for one in found) for want in row["want"])


def fits(want: Row, claim: Row) -> bool:
    return all(matches(value, claim[field]) for field, value in want.items())


def matches(want: Any, have: Any) -> bool:
    if isinstance(want, list):
        return len(want) == len(have) and all(any(matches(one, other) for other in have) for one in want)
    if isinstance(have, dict):
        names = [bare(have[name]) for name in NAMES if have.get(name)]
        return bare(str(want)) in names or str(want) == have.get("edtf")
    return bool(want == have)


def bare(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ").removeprefix("a ")
