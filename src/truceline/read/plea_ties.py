"""What ties a sentence to the story around it: words that stand elsewhere in the text too.

In news of three or more paragraphs nine of ten sentences repeat names and words of others; of pleas one in five does.
"""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass

TIED = -0.8  # what a word that stands elsewhere adds to the odds that a sentence is no story
LOOSE = 0.25  # what one adds that stands nowhere else
MOST_TIED, MOST_LOOSE = -2.4, 1.5
WHOLE = 60  # different words of a text from which on a word that stands nowhere else tells in full


@dataclass(frozen=True, slots=True)
class Ties:
    """In how many sentences of a text each word stands; words of pleas and everyday words tie nothing."""

    counts: Counter[str]

    def odds(self, words: Set[str]) -> float:
        """Of a sentence of this text."""
        tied = sum(self.counts[word] > 1 for word in words)
        loose = sum(self.counts[word] == 1 for word in words)
        told = min(1.0, len(self.counts) / WHOLE)
        return max(MOST_TIED, TIED * tied) + told * min(MOST_LOOSE, LOOSE * loose)


def ties_between(sentences: Iterable[Set[str]]) -> Ties:
    return Ties(Counter(word for words in sentences for word in words))
