"""A table that people coded, as spreadsheets and downloads leave it: any encoding, separator, case of the heading,
decimal comma or order of day and month. What can be read in two ways is refused, never guessed.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from truceline.errors import CannotRead, FileNotThere, NotText
from truceline.read.decoding import decode
from truceline.read.sources import Source

DATES = ("event_date", "date_start", "date_end")
MISSING = frozenset({"", "na", "nan", "n/a", "null", "none", "."})
SEPARATORS = ",;\t"
PACKED = b"PK\x03\x04"
TIME = re.compile(r"[ T]\d{1,2}:\d{2}.*$")
FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
MONTHS = 12

CodedRow = dict[str, str]


def coded_rows(file: Path, required: dict[str, tuple[str, ...]], convention: str) -> Iterator[tuple[str, CodedRow]]:
    """Each row with its name for messages, without the cells that say in any usual way that nothing is known.

    ``required``: the columns without which a table is not of a convention. Raises CannotRead, naming file and row.
    """
    lines, separator = opened(file)
    heading = next(csv.reader(lines[:1], delimiter=separator), [])
    names = [name.strip().lower() for name in heading]
    refuse_other(file, names, required, convention)
    rows = list(numbered(file, lines[1:], names, separator))
    day_first = order_of(row.get(name, "") for _, row in rows for name in DATES)
    for where, row in rows:
        yield where, straightened(row, where, day_first, decimal_comma=separator != ",")


def opened(file: Path) -> tuple[list[str], str]:
    """The lines of the table with their ends, and what separates its cells; a line ``sep=;`` says that itself."""
    try:
        content = file.read_bytes()
    except FileNotFoundError as error:
        raise FileNotThere(str(file), "this file is not there") from error
    except OSError as error:
        raise CannotRead(str(file), f"this cannot be opened ({error.strerror})") from error
    if content.startswith(PACKED):
        raise NotText(str(file), "this is a workbook or an archive: save the sheet as CSV, or unpack it, first")
    lines = io.StringIO(decode(Source(str(file), content)).removeprefix("\ufeff"), newline="").readlines()
    if lines[0].strip().lower() in {f"sep={mark}" for mark in SEPARATORS}:
        return lines[1:], lines[0].strip()[-1]
    return lines, max(SEPARATORS, key=lines[0].count)


def refuse_other(file: Path, names: list[str], required: dict[str, tuple[str, ...]], convention: str) -> None:
    missing = [name for name in required[convention] if name not in names]
    if not missing:
        return
    fits = [other for other, columns in required.items() if set(columns) <= set(names)]
    hint = f"it looks like {fits[0]}" if fits else f"its first line begins {', '.join(names[:4]) or 'with nothing'}"
    raise NotText(str(file), f"no column {', '.join(missing)}: is this {convention}? {hint}")


def numbered(file: Path, lines: list[str], names: list[str], separator: str) -> Iterator[tuple[str, CodedRow]]:
    """Numbered as a spreadsheet does, the heading being row 1."""
    number = 1
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=separator), start=2):
            yield f"{file}, row {number}", {
                name: cell.strip() for name, cell in zip(names, cells, strict=False)
                if cell.strip().lower() not in MISSING
            }  # fmt: skip
    except csv.Error as error:
        raise NotText(f"{file}, row {number + 1}", f"the table cannot be read on from here ({error})") from error


def order_of(written: Iterable[str]) -> bool | None:
    """Whether the day stands before the month in a table's figures; null where no cell tells, or two disagree."""
    told = set()
    for text in written:
        if match := FIGURES.fullmatch(TIME.sub("", text)):
            if int(match[1]) > MONTHS or match[2] == ".":
                told.add(True)
            if int(match[3]) > MONTHS:
                told.add(False)
    return told.pop() if len(told) == 1 else None


def straightened(row: CodedRow, where: str, day_first: bool | None, *, decimal_comma: bool) -> CodedRow:
    """Days as ISO, points with a decimal point, figures without a mark between thousands."""
    made = {name: number_text(text, decimal_comma=decimal_comma) for name, text in row.items() if name not in DATES}
    dates = {name: iso(row[name], where, day_first) for name in DATES if name in row}
    return made | dates


DECIMAL_COMMA = re.compile(r"-?\d+,\d+")
THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+")


def number_text(text: str, *, decimal_comma: bool) -> str:
    if decimal_comma and DECIMAL_COMMA.fullmatch(text):
        return text.replace(",", ".")
    return text.replace(",", "") if not decimal_comma and THOUSANDS.fullmatch(text) else text


def iso(text: str, where: str, day_first: bool | None) -> str:
    """A day in figures as ISO, without the time of day; other forms as they are."""
    plain = TIME.sub("", text)
    match = FIGURES.fullmatch(plain)
    if match is None:
        return plain
    one, _, other, year = match.groups()
    if day_first is None and one != other:
        raise NotText(where, f"'{text}' can be read in two ways; write it as 2020-10-21")
    day, month = (one, other) if day_first else (other, one)
    return f"{year}-{int(month):02}-{int(day):02}"
