"""As many as those told before: "killed five and wounded as many", "twice as many hurt", "an equal number"."""

from collections.abc import Iterator, Sequence

from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.counted import Counted, Told, counted_noun, harm_at
from truceline.understand.finders.casualty_parts.harm_words import harm_done, state_harms, word_set
from truceline.understand.finders.casualty_parts.singles import figure
from truceline.understand.grammar import words_after, words_before
from truceline.understand.marked_sentence import MarkedSentence
from truceline.understand.markers.number_parts.number_words import value_of
from truceline.understand.tokens import Token

TIMES = {"twice": 2, "double": 2, "thrice": 3}


def so_many_in(sentence: MarkedSentence, counted: Sequence[Counted]) -> Iterator[Counted]:
    if not counted or sentence.span.forms.isdisjoint({"many"} | word_set("so_many")):
        return
    for token in sentence.span:
        times = times_as_many(token)
        before = next((one for one in reversed(counted) if one.unit.i < token.i), None) if times else None
        if before is None or before.teller.i == token.i or times is None:
            continue
        people = counted_noun(token) if token.lower_ == "number" else None
        told = harm_at(token, people, token) or state_behind(token)
        if told is not None and (told[0] != before.harm or people is not None):
            mark = multiplied(figure(sentence, token, None), before.mark, times)
            yield Counted(mark, token, people, told[0], told[1], "so-many")


def times_as_many(token: Token) -> int | None:
    """ "As many", "twice as many", "three times as many"; not "as many as 20"."""
    before = [word.lower_ for word in words_before(token.doc, token.i, 3)]
    after = [word.lower_ for word in words_after(token.doc, token.i + 1, 1)]
    if token.lower_ == "number":
        return 1 if any(child.lower_ in word_set("so_many") for child in token.lefts) else None
    if token.lower_ != "many" or before[-1:] != ["as"] or after == ["as"]:
        return None
    if before[-2:-1] == ["times"]:
        return int(value_of(before[0]) or 1)
    return TIMES.get(before[-2], 1) if len(before) > 1 else 1


def state_behind(token: Token) -> Told | None:
    """ "As many wounded", "hurt three times as many"."""
    if token.dep_ == "advmod" and "dobj" not in token.head.child_deps and (done := harm_done(token.head)) is not None:
        return done, token.head, "object-harmed"
    word = next(iter(words_after(token.doc, token.i + 1, 1)), None)
    harm = state_harms().get(word.lower_) if word is not None else None
    return (harm, word, "harm-word-after") if harm is not None and word is not None else None


def multiplied(mark: NumberMark, told: NumberMark, times: int) -> NumberMark:
    bounds = {name: at and at * times for name in ("value", "low", "high") for at in (getattr(told, name),)}
    return mark.model_copy(update={**bounds, "bound_rule": "as_many"})
