"""Words beside an amount that make it a bound: "at least 12", "up to 20", "nearly 300", "12 or more"."""

from dataclasses import replace
from functools import lru_cache

from truceline.knowledge.files import words
from truceline.understand.amount import Amount
from truceline.understand.grammar import words_after, words_before
from truceline.understand.markers.number_parts.number_words import number_words
from truceline.understand.tokens import Doc

BEFORE = ("at_least", "more_than", "up_to", "fewer_than", "nearly", "approximately", "another", "exactly")
LONGEST = 4


@lru_cache(maxsize=1)
def phrases_before() -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): name for name in BEFORE for phrase in words("numbers")[name]}


@lru_cache(maxsize=1)
def phrases_after() -> dict[tuple[str, ...], str]:
    names = ("at_least", "approximately")
    return {tuple(phrase.split()): name for name in names for phrase in words("numbers")[f"{name}_after"]}


def bounded(doc: Doc, first: int, last: int, amount: Amount) -> Amount:
    """The amount with its bound words. ``first`` and ``last`` are its tokens, ``last`` exclusive."""
    while found := phrase_before(doc, first):
        first, name = found
        if name == "exactly":
            continue
        amount = replace(with_bound(amount, name), start=doc[first].idx)
    for phrase, name in phrases_after().items():
        following = words_after(doc, last, len(phrase))
        if tuple(token.lower_ for token in following) == phrase:
            end = following[-1]
            return replace(with_bound(amount, name), end=end.idx + len(end))
    return amount


def phrase_before(doc: Doc, first: int) -> tuple[int, str] | None:
    """The first token and the kind of the longest bound phrase that ends right before ``first``."""
    tokens = words_before(doc, first, LONGEST + 1)
    for begin in range(max(0, len(tokens) - LONGEST), len(tokens)):
        phrase = tuple(token.lower_ for token in tokens[begin:])
        name = phrases_before().get(phrase)
        placed = phrase[0] in number_words("in_doubt") and begin and tokens[begin - 1].lower_ in number_words("placed")
        climbed = phrase == ("up", "to") and begin and tokens[begin - 1].low_lemma in number_words("climbing")
        handed = phrase == ("over",) and begin and tokens[begin - 1].low_lemma in number_words("handing")
        if name and not (placed or climbed or handed):
            return tokens[begin].i, name
    return None


def with_bound(amount: Amount, name: str) -> Amount:
    """A bound keeps what it bounds: "at least 12" has no value and low 12; "nearly 300" is told as 300."""
    value, low = amount.value, amount.low
    if name == "another" or (value is None and low is None):
        return replace(amount, rule=amount.rule or name)
    if name in {"at_least", "more_than"}:
        return replace(amount, value=None, low=low, high=None, rule=name)
    if name in {"up_to", "fewer_than"}:
        high = amount.high if amount.high is not None else value
        return replace(amount, value=None, low=None, high=high, rule=name)
    return replace(amount, rule=name if amount.rule is None else amount.rule)
