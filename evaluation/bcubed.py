"""B-cubed: how pure and how whole groups are, each item weighing the same (Bagga and Baldwin 1998)."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BCubed:
    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> BCubed:
    """Item to its group, for gold and for what was found. An item that was not found stands alone."""
    found_groups, gold_groups = groups(gold, found), groups(gold, gold)
    precision = recall = 0.0
    for item in gold:
        mine, right = found_groups[found.get(item, ("alone", item))], gold_groups[gold[item]]
        shared = len(mine & right)
        precision += shared / len(mine)
        recall += shared / len(right)
    count = len(gold) or 1
    return BCubed(precision / count, recall / count, len(gold))


def groups(items: Mapping[str, Hashable], of: Mapping[str, Hashable]) -> dict[Hashable, set[str]]:
    made: dict[Hashable, set[str]] = defaultdict(set)
    for item in items:
        made[of.get(item, ("alone", item))].add(item)
    return made
