"""Figures that count nothing: years, ages, money, measures, names with numbers, clock times, "one of the"."""

from truceline.knowledge.files import all_words
from truceline.understand.grammar import words_after, words_before
from truceline.understand.markers.number_parts.number_words import number_words
from truceline.understand.tokens import Doc, Token

LONG_DIGITS = 8
COUNTING = frozenset({"strong", "odd"})


def is_no_count(doc: Doc, first: int, last: int) -> bool:
    """``first`` and ``last`` are the tokens of the bare amount, ``last`` exclusive."""
    before = next(iter(words_before(doc, first, 1)), None)
    after = next(iter(words_after(doc, last, 1)), None)
    text = doc[first:last].text
    if before is not None and before.text[-1].isdigit() and text[0].isalpha():
        return True  # "$12 million": the figure was left, so its "million" is
    if before is not None and (before.lower_ in number_words("currencies") or before.lower_ in {"aged", "age"}):
        return True
    if after is not None and (is_measure(doc, last) or is_hyphened(doc, last)):
        return True
    if text.isdigit() and (len(text) > LONG_DIGITS or (text[0] == "0" and len(text) > 1)):
        return True
    return (
        is_numbered(doc, first, text)
        or is_age(doc, first, last)
        or is_pronoun_one(doc, first, last)
        or is_share(doc, first)
    )


def is_measure(doc: Doc, last: int) -> bool:
    """As in "12 km", "25 per cent"."""
    following = [token.lower_ for token in words_after(doc, last, 2)]
    return following[0] in number_words("measures") or " ".join(following) in number_words("measures")


def is_share(doc: Doc, first: int) -> bool:
    """As in "one in five houses"; the five are no houses that were seen."""
    return [token.lower_ for token in words_before(doc, first, 2)] == ["one", "in"]


def is_hyphened(doc: Doc, last: int) -> bool:
    """As in "155-mm", "five-point", "12-member"; a "2,000-strong" force and "20-odd" men count persons."""
    joined = doc[last].text in {"-", "–"} and not doc[last - 1].whitespace_ and not doc[last].whitespace_
    return joined and last + 1 < len(doc) and doc[last + 1].lower_ not in COUNTING and not doc[last + 1].is_digit


def is_numbered(doc: Doc, first: int, text: str) -> bool:
    """As in "Resolution 2728", "Brigade 47", "day 12": a name or noun right before a figure in digits."""
    if not text[0].isdigit() or not first:
        return False
    before = doc[first - 1]
    return before.lower_ in number_words("numbered") or (before.text == "-" and first > 1 and doc[first - 2].is_alpha)


def is_age(doc: Doc, first: int, last: int) -> bool:
    """As in "Omar, 34, said": a figure between commas after a name."""
    if first < 2 or last >= len(doc) or doc[first - 1].text != "," or doc[last].text not in {",", ")", "."}:
        return False
    return (
        last - first == 1 and doc[first].is_digit and doc[first - 2].pos_ in {"PROPN", "NOUN"} and len(doc[first]) <= 2
    )


def is_relative(which: Token) -> bool:
    """ "A clash in which one soldier died": behind a preposition it asks nothing."""
    return which.lower_ == "which" and which.dep_ == "pobj"


def is_one_more_person(doc: Doc, last: int) -> bool:
    """ "One more victim died in hospital"; not "one more day"."""
    after = words_after(doc, last, 2)
    return len(after) == 2 and after[0].lower_ == "more" and after[1].low_lemma in all_words("persons")


def is_pronoun_one(doc: Doc, first: int, last: int) -> bool:
    if last - first != 1 or doc[first].lower_ != "one":
        return False
    if first and doc[first - 1].dep_ == "mark" and doc[first].dep_ == "nummod":
        return False  # "adds that one soldier was killed"
    if is_one_more_person(doc, last):
        return False
    before = next((token.lower_ for token in words_before(doc, first, 1) if not is_relative(token)), "")
    after = next((token.lower_ for token in words_after(doc, last, 1)), "")
    return (
        before in number_words("no_count_before_one")
        or after in number_words("no_count_after_one")
        or after in number_words("modals_after_one")
    )
