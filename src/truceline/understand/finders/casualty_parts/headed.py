"""Figures whose harm the sentence before tells: a list under "The fatalities are:", an answer to "How many died?"."""

from truceline.model.claims.casualties import Harm
from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.figures import first_token
from truceline.understand.finders.casualty_parts.harm_words import harm_suffered, noun_harms, state_harms
from truceline.understand.finders.casualty_parts.people import is_person
from truceline.understand.grammar import words_before
from truceline.understand.tokens import Span, Token

BULLETS = frozenset({"•", "-", "–", "—", "*", "·", "●", "▪"})


def heading_harm(sentence: Span, before: Harm | None) -> Harm | None:
    """The harm that this sentence lets the next one count. ``before``: of the sentence before."""
    words = [word for word in sentence if not word.is_space]
    if not words:
        return before
    if words[0].text in BULLETS or any(word.text in BULLETS for word in words_before(sentence.doc, words[0].i, 1)):
        return before  # the sign of a list may be a sentence of its own
    if words[-1].text == ":":
        return next((harm for word in reversed(words) if (harm := harm_of_word(word))), None)
    asks = [word.lower_ for word in words[:2]] == ["how", "many"] and words[-1].text == "?"
    return next((harm for word in words if (harm := harm_of_word(word))), None) if asks else None


def harm_of_word(word: Token) -> Harm | None:
    noun = noun_harms().get(word.low_lemma) if word.pos_ == "NOUN" else None
    return noun or state_harms().get(word.lower_) or (harm_suffered(word) if word.pos_ == "VERB" else None)


def headed(mark: NumberMark, unit: Token, noun: Token | None, heading: Harm | None) -> Counted | None:
    """The first figure of the item or of the answer."""
    if heading is None or (noun is not None and not is_person(noun)):
        return None
    first = first_token(mark, unit)
    led = [word for word in words_before(first.doc, first.i, 3) if word.i >= first.sent.start]
    at_start = all(word.text in BULLETS for word in led)
    return Counted(mark, unit, noun, heading, unit, "listed-under", inherited=True) if at_start else None
