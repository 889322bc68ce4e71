"""Reports with one text: wire copy under other headlines, cut, reordered, with a new first paragraph.

Candidates by MinHash-LSH, decided by how much of the shorter text's word runs stand in the longer one. An update
has other figures: it is a newer report of its own, not a copy.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from truceline.knowledge.files import words as word_lists
from truceline.model.ids import content_id
from truceline.model.report import Report
from truceline.reconcile.wording import words_in

if TYPE_CHECKING:
    from datasketch import MinHash, MinHashLSH

RUN = 5  # words in a row that make one shingle
COPIED = 0.5  # of the shorter text's shingles: below, background paragraphs begin to pass for copies
LIKE = 0.25  # Jaccard for candidates: low, since a cut copy shares few of the longer text's shingles
HASHES = 64
BANDS = "wording"  # the name of such keys in an index
LEAST = 30  # words: a shorter text has too few shingles to tell
FIGURE = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's story as runs of words. ``figures``: runs with their numbers masked, to the runs as written."""

    id: str
    shingles: frozenset[str]
    figures: Mapping[str, frozenset[str]]


def wording_of(report: Report) -> Wording:
    """Of the story alone: two stories under one plea for money are no copies."""
    text, kept = report.text, 0
    story: list[str] = []
    for piece in report.left_out:
        story.append(text[kept : piece.start])
        kept = max(kept, piece.end)
    return wording(report.id, " ".join([*story, text[kept:]]))


def wording(id_: str, text: str) -> Wording:
    words = words_in(text)
    runs = [" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)] if len(words) >= LEAST else []
    figures: dict[str, set[str]] = defaultdict(set)
    for run in runs:
        masked = FIGURE.sub("#", " ".join("#" if word in numbers() else word for word in run.split()))
        if masked.count("#") == 1:
            figures[masked].add(run)
    return Wording(id_, frozenset(runs), {masked: frozenset(written) for masked, written in figures.items()})


@lru_cache(maxsize=1)
def numbers() -> frozenset[str]:
    """Number words, so that "twelve" and "19" can be seen to differ."""
    return frozenset(
        word for name, spelled in word_lists("numbers").items() if name.isdigit() and name != "1" for word in spelled
    )


def containment(first: Wording, second: Wording) -> float:
    """Share of the shorter one's runs that stand in the other, 0 to 1."""
    least = min(len(first.shingles), len(second.shingles))
    return len(first.shingles & second.shingles) / least if least else 0.0


def is_copy(first: Wording, second: Wording) -> bool:
    """Mostly the same runs. Reordered and cut text stays a copy; a changed figure makes it an update."""
    return containment(first, second) >= COPIED and not is_update(first, second)


def is_update(first: Wording, second: Wording) -> bool:
    """The same words around another figure: "at least 12 people died", "at least 19 people died"."""
    return any(
        not written & second.figures[masked] for masked, written in first.figures.items() if masked in second.figures
    )


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


def candidate_pairs(wordings: Sequence[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Pairs that share enough to be looked at, the earlier one first, in order of the later one."""
    lsh = new_index()
    at = {made.id: index for index, made in enumerate(wordings)}
    for made in wordings:
        minhash = signature(made)
        for other in sorted(at[id_] for id_ in lsh.query(minhash)):
            yield wordings[other], made
        lsh.insert(made.id, minhash)


def new_index() -> "MinHashLSH":
    from datasketch import MinHashLSH

    return MinHashLSH(threshold=LIKE, num_perm=HASHES)


def band_keys(made: Wording) -> list[str]:
    """The bands that the index above would put it under: two texts are candidates where they share one."""
    if not made.shingles:
        return []
    values = signature(made).hashvalues
    return [f"{start}:{content_id(*values[start:end])}" for start, end in new_index().hashranges]


def signature(made: Wording) -> "MinHash":
    from datasketch import MinHash

    minhash = MinHash(num_perm=HASHES)
    minhash.update_batch([shingle.encode() for shingle in made.shingles])
    return minhash
