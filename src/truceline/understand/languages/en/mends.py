"""Mends of a parse, in order, each asked only of words in the relations that it is for: most words are in none."""

from collections.abc import Callable

import spacy.tokens

Mend = Callable[[spacy.tokens.Token], None]


class Mends:
    """``others``: all of theirs, one after the other."""

    def __init__(self, *others: "Mends") -> None:
        self.in_order: list[tuple[frozenset[str], Mend]] = [mend for other in others for mend in other.in_order]
        self.by_relation: dict[str, list[tuple[int, Mend]]] = {}

    def of(self, *relations: str) -> Callable[[Mend], Mend]:
        """Of words in one of these relations to what they hang on; of any word where none is named."""

        def listed(mend: Mend) -> Mend:
            self.in_order.append((frozenset(relations), mend))
            return mend

        return listed

    def __call__(self, token: spacy.tokens.Token, first: int = 0) -> None:
        """Where one changes the word's own relation, those behind it are asked that are for the new one."""
        relation = token.dep_
        for place, mend in self.by_relation.get(relation) or self.gather(relation):
            if place >= first:
                mend(token)
                if token.dep_ != relation:
                    self(token, place + 1)
                    return

    def gather(self, relation: str) -> list[tuple[int, Mend]]:
        gathered = [
            (place, mend) for place, (asked, mend) in enumerate(self.in_order) if relation in asked or not asked
        ]
        self.by_relation[relation] = gathered
        return gathered
