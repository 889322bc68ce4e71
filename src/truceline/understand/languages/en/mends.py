"""Mends of a parse, in order, each asked only of words of the relations and classes that it is for: most are of few."""

from collections.abc import Callable, Iterable

import spacy.tokens

Mend = Callable[[spacy.tokens.Token], None]
Asked = tuple[frozenset[str], frozenset[str], Mend]
"""Relations, classes, and the mend that is for them."""


class Mends:
    """``others``: all of theirs, one after the other."""

    def __init__(self, *others: "Mends") -> None:
        self.in_order: list[Asked] = [asked for other in others for asked in other.in_order]
        self.by_kind: dict[tuple[str, str], list[tuple[int, Mend]]] = {}

    def of(self, *relations: str, classes: Iterable[str] = ()) -> Callable[[Mend], Mend]:
        """Of words in one of these relations to what they hang on and of one of these classes (``pos_``); of any
        where none is named.
        """

        def listed(mend: Mend) -> Mend:
            self.in_order.append((frozenset(relations), frozenset(classes), mend))
            return mend

        return listed

    def __call__(self, token: spacy.tokens.Token, first: int = 0) -> None:
        """Where one changes the word's own relation or class, those behind it are asked that are for the new one."""
        relation, class_ = token.dep_, token.pos_
        asked = self.by_kind.get((relation, class_))
        for place, mend in self.gather(relation, class_) if asked is None else asked:
            if place >= first:
                mend(token)
                if token.dep_ != relation or token.pos_ != class_:
                    self(token, place + 1)
                    return

    def gather(self, relation: str, class_: str) -> list[tuple[int, Mend]]:
        gathered = [
            (place, mend)
            for place, (relations, classes, mend) in enumerate(self.in_order)
            if (relation in relations or not relations) and (class_ in classes or not classes)
        ]
        self.by_kind[relation, class_] = gathered
        return gathered
