"""Prints whether it runs compiled, then every claim of every example sentence and of the demo corpus, one a line."""

import datetime
from pathlib import Path

import yaml

from truceline import compiled
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.read.read_reports import read_reports
from truceline.understand.find_claims import find_claims

TABLES = Path(__file__).parent / "examples"
CORPUS = Path(__file__).parents[1] / "src" / "truceline" / "demo_corpus"
WEDNESDAY = datetime.date(2024, 5, 15)


def main() -> None:
    print("compiled" if compiled.in_use() else "plain")
    for report in [*examples(), *read_reports(*sorted(CORPUS.rglob("*.html")))]:
        for claim in find_claims(report):
            print(report.id, claim.model_dump_json())


def examples() -> list[Report]:
    tables = sorted(TABLES.rglob("*.yaml"))
    rows = [(table, row) for table in tables for row in yaml.safe_load(table.read_text(encoding="utf-8"))]
    return [as_report(row, "fr" if table.parent.name == "fr" else "en") for table, row in rows if "text" in row]


def as_report(row: dict, language: str) -> Report:
    published = row.get("published", WEDNESDAY)
    return Report(id=report_id(row["text"]), text=row["text"], published=published, language=language)


if __name__ == "__main__":
    main()
