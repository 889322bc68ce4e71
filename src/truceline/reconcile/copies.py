"""Reports with one text: wire copy under other headlines, cut, reordered, with a new first paragraph.

Candidates by MinHash-LSH, decided by how much of the shorter text's word runs stand in the longer one. An update
has other figures: it is a newer report of its own, not a copy.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from datasketch import MinHash, MinHashLSH

from truceline.model.report import Report
from truceline.reconcile.wording import words_in

RUN = 5  # words in a row that make one shingle
COPIED = 0.6  # of the shorter text's shingles: at .5, background paragraphs begin to pass for copies
LIKE = 0.25  # Jaccard for candidates: low, since a cut copy shares few of the longer text's shingles
HASHES = 64
LEAST = 30  # words: a shorter text has too few shingles to tell
FIGURE = re.compile(r"(?<![\w.])\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's story as runs of words, and the figures in it. ``id``: the report's."""

    id: str
    shingles: frozenset[str]
    figures: frozenset[str]


def wording_of(report: Report) -> Wording:
    return wording(report.id, report.text)


def wording(id_: str, text: str) -> Wording:
    words = words_in(text)
    runs = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)) if len(words) >= LEAST else ()
    return Wording(id_, frozenset(runs), frozenset(FIGURE.findall(text)))


def containment(first: Wording, second: Wording) -> float:
    """Share of the shorter one's runs that stand in the other, 0 to 1."""
    least = min(len(first.shingles), len(second.shingles))
    return len(first.shingles & second.shingles) / least if least else 0.0


def is_copy(first: Wording, second: Wording) -> bool:
    """Mostly the same runs. Reordered and cut text stays a copy; a changed figure makes it an update."""
    return containment(first, second) >= COPIED and not is_update(first, second)


def is_update(first: Wording, second: Wording) -> bool:
    """Each has figures that the other has not, in otherwise shared text."""
    return bool(first.figures - second.figures and second.figures - first.figures)


def find_copies(reports: Iterable[Report]) -> Mapping[str, str]:
    """Copy to the first report of its text: by day of publication, then by id, so that the order does not matter."""
    ranked = sorted({report.id: report for report in reports}.values(), key=rank)
    wordings = [made for made in map(wording_of, ranked) if made.shingles]
    first_of: dict[str, str] = {}
    for earlier, later in candidate_pairs(wordings):
        if later.id not in first_of and is_copy(earlier, later):
            first_of[later.id] = first_of.get(earlier.id, earlier.id)
    return first_of


def rank(report: Report) -> tuple[bool, str, str]:
    return report.published is None, str(report.published or ""), report.id


def candidate_pairs(wordings: Sequence[Wording]) -> Iterable[tuple[Wording, Wording]]:
    """Pairs that share enough to be looked at, the earlier one first, in order of the later one."""
    lsh = MinHashLSH(threshold=LIKE, num_perm=HASHES)
    at = {made.id: index for index, made in enumerate(wordings)}
    for index, made in enumerate(wordings):
        minhash = signature(made)
        for other in sorted(at[id_] for id_ in lsh.query(minhash)):
            yield wordings[other], made
        lsh.insert(made.id, minhash)
        assert at[made.id] == index  # noqa: S101 - ids are unique


def signature(made: Wording) -> MinHash:
    minhash = MinHash(num_perm=HASHES)
    minhash.update_batch([shingle.encode() for shingle in made.shingles])
    return minhash
