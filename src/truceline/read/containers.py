"""Which sources may be of any size because they hold many reports: told by their first bytes."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

MAGIC = {
    "gzip": b"\x1f\x8b",
    "bzip2": b"BZh",
    "xz": b"\xfd7zXZ\x00",
    "zip": b"PK\x03\x04",
    "empty zip": b"PK\x05\x06",
    "crawl": b"WARC/",
    "parquet": b"PAR1",
}
TAR = (257, b"ustar")  # where a tape archive names itself
JSON_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")
# One document of many lines: a list of objects, or an object that begins on a line of its own.
JSON_DOCUMENT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*\{\s*\"|\{\s*\n\s*\")")
MAIL_FOLDER = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} [^\n]{10,40}\n")
# Names that a column of texts has, as ``column_name`` writes them.
TEXT_COLUMNS = (
    "text", "body", "content", "article", "fulltext", "articletext", "articlebody", "maintext", "bodytext",
    "contenttext", "contenthtml", "story", "paragraphs",
)  # fmt: skip
SEPARATORS = ",;\t|"
TOLD_SEPARATOR = re.compile(r"sep=.", re.IGNORECASE)
NAME = re.compile(r"[\w .:/()#-]{0,60}")  # of a column
HEAD = 20_000  # bytes that tell the format
UTF16 = (b"\xff\xfe", b"\xfe\xff")  # how such a file begins: spreadsheets and shells of Windows write them
NO_NAMES: frozenset[str] = frozenset()
TITLES = 6  # lines that may stand over a heading and tell what the table is


def column_name(written: str) -> str:
    """A name without case, spaces and marks: "Full Text", "full_text" and "fullText" are one."""
    return re.sub(r"[\W_]+", "", written).lower()


def as_utf8(head: bytes) -> bytes:
    return head.decode("utf-16", "ignore").encode() if head.startswith(UTF16) else head


def container_kind(head: bytes) -> str | None:
    """The kind of container that these first bytes begin, or null for a single report."""
    for kind, magic in MAGIC.items():
        if head.startswith(magic):
            return kind.removeprefix("empty ")
    if head[TAR[0] : TAR[0] + len(TAR[1])] == TAR[1]:
        return "tar"
    head = as_utf8(head)
    if JSON_LINE.match(head) and not JSON_DOCUMENT.match(head):
        return "json lines"
    if MAIL_FOLDER.match(head):
        return "mail folder"
    return "table" if is_table(head) else None


def is_table(head: bytes, named: Collection[str] = NO_NAMES) -> bool:
    """Comma-separated values. Their heading names a text (or what the caller ``named``), or has many names without
    spaces; or the rows under it are as long as it is.
    """
    text = table_in(head.decode("utf-8-sig", "replace"), named)
    heading, _, below = text.partition("\n")
    separator = separator_in(heading)
    names = next(rows_of([heading.rstrip("\r")], separator), [])
    if not below or not names or not all(map(NAME.fullmatch, names)):
        return False
    known = names_text(names, named)
    if len(names) == 1:
        return known and below.startswith('"')
    if known or (len(names) > 2 and all(name and " " not in name for name in names)):
        return True
    return all(name and name == name.strip() for name in names) and has_even_rows(text, separator)


def names_text(names: Sequence[str], named: Collection[str]) -> bool:
    return not {*TEXT_COLUMNS, *map(column_name, named)}.isdisjoint(map(column_name, names))


def table_in(text: str, named: Collection[str] = NO_NAMES) -> str:
    """From its heading on."""
    lines = list(io.StringIO(text, newline=""))
    return "".join(lines[lines_above(lines, named) :])


def separator_in(heading: str) -> str:
    return max(SEPARATORS, key=heading.count)


def lines_above(lines: Sequence[str], named: Collection[str] = NO_NAMES) -> int:
    """How many stand over the heading: blank ones, what Excel is told the separator by, a title, a note."""
    first = next((number for number, line in enumerate(lines) if not is_above(line)), len(lines))
    titled = range(first, min(first + TITLES, len(lines)))
    return next((number for number in titled if is_heading(lines, number, named)), first)


def is_heading(lines: Sequence[str], at: int, named: Collection[str]) -> bool:
    """Names a text beside others, and the row under it has as many cells; a menu line of a page has no such row."""
    rows = rows_of(islice(lines, at, None), separator_in("".join(lines[at : at + 1])))
    names = next(rows, [])
    told = len(names) > 1 and all(map(NAME.fullmatch, names)) and names_text(names, named)
    return told and len(next(rows, [])) == len(names)


def is_above(line: str) -> bool:
    """Blank, or what Excel is told the separator by."""
    return not line.strip() or bool(TOLD_SEPARATOR.fullmatch(line.strip("\ufeff\r\n ")))


def are_numbers(named: Collection[str]) -> bool:
    """Columns that are told as "3" and not by a name."""
    return bool(named) and all(name.strip().isdecimal() for name in named)


def has_columns(head: bytes, numbers: Collection[str]) -> bool:
    """The first rows have as many cells as these columns ask for, counted from 1."""
    text = table_in(head.decode("utf-8-sig", "replace"))
    rows = rows_of(io.StringIO(text), separator_in(text.partition("\n")[0]))
    cells = [len(row) for row in islice(rows, 2)]
    return min(cells, default=0) >= max(map(int, numbers)) and len(set(cells)) == 1


def is_without_heading(head: bytes) -> bool:
    """Rows of one length, in each of them a sentence where a heading has names."""
    text = table_in(head.decode("utf-8-sig", "replace"))
    separator = separator_in(text.partition("\n")[0])
    rows = rows_of(io.StringIO(text), separator)
    first, second = next(rows, []), next(rows, [])
    told = all(any(" " in cell and not NAME.fullmatch(cell) for cell in row) for row in (first, second))
    return len(first) > 1 and told and has_even_rows(text, separator)


def has_even_rows(text: str, separator: str) -> bool:
    """All rows have as many cells as the heading, which no prose does: tabs, or cells in quotation marks."""
    whole = text if len(text) < HEAD // 2 else text[: text.rfind("\n")]
    heading, *rows = list(rows_of(io.StringIO(whole), separator))
    rows = [row for row in (rows if whole is text else rows[:-1]) if row]
    if not rows or any(len(row) != len(heading) for row in rows):
        return False
    return separator == "\t" or any(separator in cell or "\n" in cell for row in rows for cell in row)


def rows_of(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=separator)
    except csv.Error:
        return
