"""``make plea-weights``: learn what words weigh for a plea, from invented passages and sentences of news.

Logistic regression with a penalty on large weights, by full steps in a fixed order: the same texts give the same file.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml

from evaluation.word_vectors import word_vectors
from truceline.knowledge.files import SHIPPED, load_yaml, words
from truceline.read.paragraphs import SENTENCE_END
from truceline.read.plea_features import features
from truceline.read.plea_signs import signs_of
from truceline.read.plea_weights import FILE
from truceline.read.plea_words import plea_words
from truceline.read.sentences import sentences, without_quotations

TESTS = Path(__file__).parents[1] / "tests"
PLEAS = TESTS / "read" / "pleas"
PASSAGES = ("passages.yaml", "around_the_world.yaml", "house_manners.yaml")
LIKE_PLEAS = (
    "hard_news.yaml",
    "general_news.yaml",
    "story_sentences.yaml",
    "news_around_the_world.yaml",
    "news_like_furniture.yaml",
    "other_subjects.yaml",
)
HALVED = ("round_about.yaml", "ordinary.yaml")
HALVED_NEWS = ("news_round_about.yaml", "news_like_ordinary.yaml")
PAGES = Path(__file__).parent / "pages" / "open.jsonl"
OUTLET = {"{name}": "the Ridge", "{number}": "5", "{any}": ""}  # stand-ins of the word lists, filled in
PASSAGE, ENTRY, HARD, PLAIN = 1.0, 0.3, 1.5, 0.7  # what a sentence of each kind counts
UNSIGNED = 0.4  # of that, a sentence without a sign in a passage of several: by itself it could be a story's
PENALTY = 1.3
STEPS, SLOW_FROM = 300, 180
FAST, SLOW = 0.1, 0.02  # length of a step
RAREST = 2  # sentences that must show a feature
SMALLEST = 0.02  # weight that is kept

Floats = npt.NDArray[np.float64]
SPREAD_PENALTY = 3.0  # on what words used alike share
CAUTION = 0.45  # taken from the base: a sentence of the story lost costs more than a plea that stays


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence's features, whether it is no story, and what it counts."""

    shown: frozenset[str]
    is_plea: bool
    counts: float


def main() -> None:
    samples = [*pleas(), *news()]
    base, weights = learned(samples)
    kept = {name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= SMALLEST}
    target = SHIPPED / "words" / "en" / FILE
    target.write_text(
        json.dumps({"base": round(base - CAUTION, 2), "weights": kept}, indent=0) + "\n", encoding="utf-8"
    )
    print(f"{len(samples)} sentences, {len(kept)} weights in {target}")


def pleas() -> Iterator[Sample]:
    """Passages, the two lists of wordings that are open, and the entries of the word lists."""
    wordings = strings(PLEAS / "wordings.yaml", "seen", "fresh")
    passages = [text for name in PASSAGES for text in strings(PLEAS / name)]
    passages += [text for name in HALVED for text in strings(PLEAS / name, "learned")]
    yield from samples_of([*passages, *wordings, *of_pages("go")], is_plea=True, counts=PASSAGE)
    places = ("line", "opening", "phrase")
    entries = [filled_in(entry) for name, listed in words("pleas").items() for entry in listed if name.endswith(places)]
    yield from samples_of(entries, is_plea=True, counts=ENTRY)


def news() -> Iterator[Sample]:
    """Sentences that look like pleas and are none, and those of the tables of examples."""
    hard = [text for name in LIKE_PLEAS for text in strings(PLEAS / name)]
    hard += [text for name in HALVED_NEWS for text in strings(PLEAS / name, "learned")]
    yield from samples_of(hard, is_plea=False, counts=HARD)
    plain = (row["text"] for file in sorted((TESTS / "examples").glob("*.yaml")) for row in rows_in(file))
    yield from samples_of(dict.fromkeys([*plain, *of_pages("keep")]), is_plea=False, counts=PLAIN)


def of_pages(part: str) -> list[str]:
    """The paragraphs that must stay (``keep``) of the open pages, or of the passages that must go (``go``) those of
    whole sentences: headlines of other stories tell nothing of pleas.
    """
    found = [text for line in PAGES.read_text(encoding="utf-8").splitlines() for text in json.loads(line)[part]]
    return [text for text in found if part == "keep" or SENTENCE_END.search(text)]


def strings(path: Path, *names: str) -> list[str]:
    """All strings of a file of lists, or those of the named lists."""
    loaded: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    if isinstance(loaded, list):
        return [str(text) for text in loaded]
    return [str(text) for name in names or loaded for text in loaded[name]]


def rows_in(path: Path) -> list[dict[str, str]]:
    loaded = load_yaml(path, only_words=True)
    lists = [loaded] if isinstance(loaded, list) else list(loaded.values()) if isinstance(loaded, dict) else []
    rows = [row for listed in lists if isinstance(listed, list) for row in listed]
    return [row for row in rows if isinstance(row, dict) and isinstance(row.get("text"), str)]


def filled_in(entry: str) -> str:
    for stand_in, name in OUTLET.items():
        entry = entry.replace(stand_in, name)
    return entry[:1].upper() + entry[1:]


def samples_of(texts: Iterable[str], *, is_plea: bool, counts: float) -> Iterator[Sample]:
    for text in texts:
        found = list(sentences(text))
        for start, end in found:
            own = without_quotations(text[start:end])
            signs = signs_of(own, plea_words())
            share = UNSIGNED if is_plea and len(found) > 1 and not signs.any else 1.0
            yield Sample(frozenset(features(own, signs.learned)), is_plea, counts * share)


def learned(samples: Sequence[Sample]) -> tuple[float, dict[str, float]]:
    """The base and the weight of each feature; a word's is its own and what it shares with words used alike, so that
    words that no sentence here holds have one too.
    """
    seen = Counter(name for sample in samples for name in sample.shown)
    names = sorted(name for name, count in seen.items() if count >= RAREST)
    number = {name: at for at, name in enumerate(names)}
    cells = [(row, number[name]) for row, sample in enumerate(samples) for name in sample.shown if name in number]
    rows, columns = np.array(sorted(cells)).T
    meant, vectors = word_vectors()
    summed = np.array(
        [vectors[[meant[name] for name in sorted(sample.shown & meant.keys())]].sum(0) for sample in samples]
    )
    wanted = np.array([sample.is_plea for sample in samples], dtype=np.float64)
    counts = np.array([sample.counts for sample in samples])
    own = len(names)

    def slope(weights: Floats) -> Floats:
        """Of the loss, by weight, then by direction of meaning; the base stands last and is not held down."""
        odds = np.bincount(rows, weights[columns], len(samples)) + summed @ weights[own:-1] + weights[-1]
        wrong = counts * (1 / (1 + np.exp(-odds)) - wanted)
        by_feature = np.bincount(columns, wrong[rows], own) + PENALTY * weights[:own]
        by_meaning = summed.T @ wrong + SPREAD_PENALTY * weights[own:-1]
        return np.concatenate([by_feature, by_meaning, [wrong.sum()]])

    weights = descended(slope, own + vectors.shape[1] + 1)
    found = dict(zip(names, map(float, weights), strict=False))
    shared = vectors @ weights[own:-1]
    return float(weights[-1]), found | {name: found.get(name, 0.0) + float(shared[at]) for name, at in meant.items()}


def descended(slope: Callable[[Floats], Floats], size: int) -> Floats:
    """Adam (Kingma and Ba 2015), from zero."""
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        down = slope(weights)
        mean = 0.9 * mean + 0.1 * down
        spread = 0.99 * spread + 0.01 * down**2
        length = FAST if step < SLOW_FROM else SLOW
        weights -= length * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


if __name__ == "__main__":
    main()
