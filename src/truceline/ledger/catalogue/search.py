"""Words to reports, claims and actors. What a reader types is words, never a query language."""

import re

from truceline.ledger.catalogue.catalogue import Catalogue, Row

WORD = re.compile(r"[^\W_]+", re.UNICODE)
MOST_WORDS = 12
START, END = "\x02", "\x03"  # round a found word; no report has these letters


def phrase_of(words: str) -> str:
    """All words must occur; the last one may be the beginning of a word. Words in quotes stand together."""
    parts: list[str] = []
    for index, piece in enumerate(words.split('"')):
        found = WORD.findall(piece)[:MOST_WORDS]
        if index % 2 and found:
            parts.append('"' + " ".join(found) + '"')
        else:
            parts += [f'"{word}"' for word in found]
    if parts and not words.rstrip().endswith('"'):
        parts[-1] += "*"
    return " ".join(parts[:MOST_WORDS])


def find_reports(catalogue: Catalogue, words: str, conflict: str | None, most: int, skip: int) -> list[Row]:
    """Id, title, publisher, day and a snippet with the found words between START and END."""
    own, values = (" AND w.conflict = ?", [conflict]) if conflict is not None else ("", [])
    query = f"""SELECT r.id, r.title, r.publisher, r.published, snippet(report_words, 3, ?, ?, ' … ', 24) AS snippet
        FROM report_words w JOIN reports r ON r.id = w.id
        WHERE report_words MATCH ?{own} ORDER BY rank LIMIT ? OFFSET ?"""  # noqa: S608
    return catalogue.rows(query, [START, END, phrase_of(words), *values, most, skip])


def find_claims(
    catalogue: Catalogue, words: str, conflict: str | None, kind: str | None, most: int, skip: int
) -> list[Row]:
    own, values = "", list[object]()
    if conflict is not None:
        own, values = own + " AND c.conflict = ?", [*values, conflict]
    if kind is not None:
        own, values = own + " AND c.kind = ?", [*values, kind]
    query = f"""SELECT c.*, snippet(claim_words, 3, ?, ?, ' … ', 24) AS snippet
        FROM claim_words w JOIN claims c ON c.n = w.rowid
        WHERE claim_words MATCH ?{own} AND c.state <> 'rejected' ORDER BY rank LIMIT ? OFFSET ?"""  # noqa: S608
    return catalogue.rows(query, [START, END, phrase_of(words), *values, most, skip])


def find_actors(catalogue: Catalogue, words: str, most: int) -> list[Row]:
    """Names that begin with the words, or hold them after a space."""
    return find_names(catalogue, "actor", words, most)


def find_places(catalogue: Catalogue, words: str, most: int) -> list[Row]:
    return find_names(catalogue, "place", words, most)


def find_names(catalogue: Catalogue, thing: str, words: str, most: int) -> list[Row]:
    plain = " ".join(WORD.findall(words)[:MOST_WORDS])
    query = """SELECT name, n FROM names WHERE thing = ? AND n > 0 AND (name LIKE ? OR name LIKE ?)
        ORDER BY n DESC, name LIMIT ?"""
    return catalogue.rows(query, [thing, f"{plain}%", f"% {plain}%", most])
