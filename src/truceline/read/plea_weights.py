"""How likely a sentence is no story, by weights learned from invented passages (``make plea-weights`` renews them)."""

import json
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from truceline.knowledge.files import SHIPPED

FILE = "plea_weights.json"
SHORTEST = 4  # letters of a word that can tie
STRANGE = -0.2  # what a word adds that is in no plea and no story that was learned from
MOST_STRANGE = 0.5  # share of words; of a sentence with more, such as one in another language, nothing is known
UNKNOWN = -3.0
A_PLEAS = 0.25  # weight of a word that pleas share


@dataclass(frozen=True, slots=True)
class PleaWeights:
    """A weight a feature; their sum is the logarithm of the odds that the sentence is no story."""

    base: float
    weights: dict[str, float]

    def odds(self, found: Collection[str]) -> float:
        words = [feature for feature in found if feature.startswith("w ")]
        strange = sum(word not in self.weights for word in words)
        if strange > MOST_STRANGE * len(words):
            return UNKNOWN
        known = fsum(
            [self.weights[feature] for feature in found if feature in self.weights]
        )  # whatever the order: a set has none
        return self.base + known + STRANGE * strange

    def tying(self, found: Iterable[str], everyday: Set[str]) -> frozenset[str]:
        """Words among the features of a sentence that can tie it to others: none that is everybody's or a plea's."""
        return frozenset(
            word
            for feature in found
            if feature.startswith("w ") and len(word := feature[2:]) >= SHORTEST
            if word not in everyday and self.weights.get(feature, 0.0) < A_PLEAS
        )


@lru_cache(maxsize=8)
def plea_weights(language: str = "en") -> PleaWeights:
    learned = json.loads((SHIPPED / "words" / language / FILE).read_text(encoding="utf-8"))
    return PleaWeights(float(learned["base"]), dict(learned["weights"]))
