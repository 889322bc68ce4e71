"""Which sources may be of any size because they hold many reports: told by their first bytes."""

import re

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
# A heading line: short names between separators, one of which is a name that texts have.
TEXT_COLUMNS = ("text", "body", "content", "article", "full_text", "fulltext", "article_text", "story")
HEADING = re.compile(rb"(?:\xef\xbb\xbf)?\"?[\w .:/()-]{1,60}\"?(?:[,;\t|]\"?[\w .:/()-]{0,60}\"?)+\r?\n")


def container_kind(head: bytes) -> str | None:
    """The kind of container that these first bytes begin, or null for a single report."""
    for kind, magic in MAGIC.items():
        if head.startswith(magic):
            return kind.removeprefix("empty ")
    if head[TAR[0] : TAR[0] + len(TAR[1])] == TAR[1]:
        return "tar"
    if JSON_LINE.match(head) and not JSON_DOCUMENT.match(head):
        return "json lines"
    if MAIL_FOLDER.match(head):
        return "mail folder"
    return "table" if is_table(head) else None


def is_table(head: bytes) -> bool:
    """Comma-separated values with a heading that names a text, or with many names and no spaces."""
    heading = HEADING.match(head)
    if not heading:
        return False
    names = {name.strip(' "').lower() for name in re.split(r"[,;\t|]", heading[0].decode("utf-8", "replace").strip())}
    named = names & {*TEXT_COLUMNS}
    return bool(named) or (len(names) > 2 and all(name and " " not in name for name in names))
