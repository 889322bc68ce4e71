"""Reports grouped by the event that they tell of, by their words alone. For a look at a corpus before reading it.

The cost grows with the square of the number of reports: a few thousand at once are well.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

WORD = re.compile(r"[^\W_]{2,}")
NAMED = 2  # a name or a figure tells events apart better than other words
APART = 0.8  # mean cosine distance at which two groups are two events; tuned on ECB+ train


def group_texts(texts: Sequence[str]) -> list[int]:
    """A number for each text: equal for those of one event."""
    if len(texts) < 2:
        return list(range(len(texts)))
    vectors = weighted(list(map(counted, texts)))
    distances = np.clip(1.0 - vectors @ vectors.T, 0.0, None)
    np.fill_diagonal(distances, 0.0)
    tree = linkage(squareform((distances + distances.T) / 2, checks=False), "average")
    return [int(group) for group in fcluster(tree, APART, "distance")]


def counted(text: str) -> Counter[str]:
    words: Counter[str] = Counter()
    for word in WORD.findall(text):
        words[word.lower()] += NAMED if word[0].isupper() or word[0].isdigit() else 1
    return words


def weighted(counts: Sequence[Counter[str]]) -> NDArray[np.float64]:
    """Rows of unit length: log of the count times the rarity of the word; words of one text alone are left out."""
    texts_with = Counter(word for words in counts for word in words)
    column = {word: index for index, word in enumerate(sorted(word for word, n in texts_with.items() if n > 1))}
    made = np.zeros((len(counts), len(column)))
    for row, words in enumerate(counts):
        for word, number in known(words, column):
            made[row, column[word]] = (1 + np.log(number)) * np.log(len(counts) / texts_with[word])
    norms: NDArray[np.float64] = np.linalg.norm(made, axis=1, keepdims=True)
    return made / np.maximum(norms, 1e-9)


def known(words: Counter[str], column: dict[str, int]) -> Iterator[tuple[str, int]]:
    return ((word, number) for word, number in words.items() if word in column)
