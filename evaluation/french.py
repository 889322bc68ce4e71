"""French, the second language: sentences kept aside and whole reports, casualties and ceasefires.

``exam/french`` are reports that the rules were mended on after a first measurement; ``exam/french-aside`` and every
fifth sentence of ``tests/examples/fr`` are only measured. All were written for this project, by one author.
"""

from collections.abc import Iterator, Mapping

from evaluation.claim_score import Counts
from evaluation.claims import score_part
from evaluation.table import Row
from tests.examples.table import Finder, claims_in, fits, rows_of, told
from truceline.understand.languages.fr.casualties import find_casualties
from truceline.understand.languages.fr.ceasefires import find_ceasefires

KINDS: Mapping[str, tuple[str, Finder]] = {
    "casualties": ("fr/casualties", find_casualties),
    "ceasefire": ("fr/ceasefires", find_ceasefires),
}


def rows() -> list[Row]:
    """Precision and recall by kind."""
    return [row for kind in KINDS for row in rows_of_kind(kind)]


def rows_of_kind(kind: str) -> Iterator[Row]:
    measured = {
        "sentences kept aside": count_sentences(*KINDS[kind]),
        "reports kept aside": sum(score_part("french-aside")[kind].values(), Counts(0, 0, 0)),
        "reports seen": sum(score_part("french")[kind].values(), Counts(0, 0, 0)),
    }
    for name, counts in measured.items():
        yield Row(f"French {kind} precision, {name}", "", counts.precision, None, None, counts.found)
        yield Row(f"French {kind} recall, {name}", "", counts.recall, None, None, counts.gold)


def count_sentences(table: str, finder: Finder) -> Counts:
    """A claim is right where every field of a wanted claim holds."""
    whole = Counts(0, 0, 0)
    for row in rows_of(table):
        if row.get("held"):
            found = told(claims_in(row, finder))
            right = sum(any(fits(want, one) for one in found) for want in row["want"])
            whole += Counts(len(row["want"]), max(len(found), right), right)
    return whole
