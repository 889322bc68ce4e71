"""What a number counts: its head, the group or the persons behind it, and whether it is a figure of people at all."""

from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.harm_words import noun_harms, state_harms, word_set
from truceline.understand.finders.casualty_parts.people import is_person
from truceline.understand.grammar import is_negated, words_after, words_before
from truceline.understand.marked_sentence import MarkedSentence
from truceline.understand.markers.number_parts.counted import suffers_as_a_person
from truceline.understand.tokens import Token

PAST = frozenset({"past", "above", "beyond"})
SET_OFF = frozenset({",", "and", "-", "–", "—", ";", "("})
INSTEAD = (["rather", "than"], ["instead", "of"])


def token_at(sentence: MarkedSentence, start: int, end: int) -> Token | None:
    """The last token of the number that is its head."""
    inside = [token for token in sentence.span if start <= token.idx < end and not token.is_space]
    heads = [token for token in inside if token.head not in inside and token.pos_ not in {"ADP", "ADV"}]
    figures = [token for token in inside if token.like_num or token.pos_ in {"NUM", "NOUN"}]
    heads = heads or figures[-1:]
    return heads[-1] if heads else inside[-1] if inside else None


def collective_of(unit: Token) -> Token | None:
    """ "a family of six", "a unit of 60 rebels": the number counts the persons of the group."""
    counted = unit.pos_ == "NUM" or is_person(unit)
    group = unit.head.head if unit.dep_ == "pobj" and unit.head.lower_ == "of" and counted else None
    return group if group is not None and group.low_lemma in word_set("groups") else None


def is_figure(mark: NumberMark, number: Token) -> bool:
    """ "how many" is no figure, nor is "5." before a paragraph."""
    return not is_enumerator(number) and any(bound is not None for bound in (mark.value, mark.low, mark.high))


def is_enumerator(number: Token) -> bool:
    behind = words_after(number.doc, number.i + 1, 1)
    return number.is_sent_start is True and number.text.isdigit() and bool(behind) and behind[0].text in {".", ")"}


def is_article(mark: NumberMark, noun: Token | None) -> bool:
    """ "a rights body", "a figure that": one of these is nobody; "took a nurse hostage" is one nurse."""
    if mark.text.lower() not in {"a", "an"} or noun is None or noun.low_lemma not in word_set("no_single"):
        return False
    return person_taken(noun) is None and not is_member_of_body(noun)


def is_member_of_body(noun: Token) -> bool:
    """ "A member of parliament", "a member of the village council"."""
    return noun.low_lemma == "member" and any(child.lower_ == "of" for child in noun.rights)


def is_put_right(mark: NumberMark, number: Token) -> bool:
    """ "Two soldiers, not five, were hurt", "not two but five", "12 men and not 30": the figure that is wrong."""
    before = [word.lower_ for word in words_before(number.doc, first_token(mark, number).i, 2)]
    if before in INSTEAD:
        return True
    behind = words_after(number.doc, last_token(mark, number).i + 1, 3)
    set_off = before[:1] != before[-1:] and before[0] in SET_OFF
    set_off = set_off or any(word.text == "," or word.lower_ == "but" for word in behind)
    return before[-1:] == ["not"] and set_off


def is_excepted(mark: NumberMark, number: Token) -> bool:
    """ "All but two of the crew died": those two did not."""
    before = [word.lower_ for word in words_before(number.doc, first_token(mark, number).i, 2)]
    return before[-1:] == ["but"] and before[0] in {"all", "everyone", "everybody", "every"}


def person_taken(noun: Token) -> Token | None:
    """ "Took a Spanish nurse hostage": the parse makes one noun of the two."""
    if noun.low_lemma not in word_set("taken_as") or noun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    return next((child for child in noun.children if child.dep_ == "compound" and child.pos_ == "NOUN"), None)


def countable(noun: Token) -> bool:
    """Persons and words for the harmed; towns, tanks and days are counted too, but suffer no harm of ours."""
    lemma = noun.low_lemma
    if lemma == "head" and any(child.lower_ == "of" for child in noun.children):
        return False  # cattle are counted so
    if lemma in word_set("makes_of_aircraft") or noun.lower_ in word_set("makes_of_aircraft"):
        return False  # "shot down two MiGs"
    if noun.pos_ == "PROPN" and lemma in word_set("numbered_units"):
        return False  # "the 33 Baloch Regiment"
    if lemma == "fighter" and any(child.lower_ in word_set("makes_of_aircraft") for child in noun.lefts):
        return False  # "two MiG fighters"
    return (
        is_person(noun)
        or suffers_as_a_person(noun)
        or lemma in noun_harms()
        or lemma in word_set("graves")
        or is_their_own(noun)
        or noun.lower_ in state_harms()
        or noun.pos_ == "PROPN"
        or noun.like_num
        or is_nation(noun)
    )


def is_their_own(noun: Token) -> bool:
    """ "Owns to 74 of its own", "eleven of the rebels' own"."""
    return noun.lower_ == "own" and any(child.tag_ == "PRP$" or child.dep_ == "poss" for child in noun.children)


def is_nation(noun: Token) -> bool:
    """ "280 Palestinians", "21 Copts"."""
    return noun.text[0].isupper() and noun.tag_ in {"NNPS", "NNS", "NNP"}


def first_token(mark: NumberMark, unit: Token) -> Token:
    """Where the figure begins."""
    inside = unit.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    return inside[0] if inside is not None else unit


def last_token(mark: NumberMark, unit: Token) -> Token:
    """Where the figure ends: "five dead, nine hurt" tells the harm right behind each, whatever the parse."""
    inside = unit.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    return inside[-1] if inside is not None else unit


def stands_among_them(mark: NumberMark, unit: Token) -> bool:
    """ "Among them two women"."""
    return [word.lower_ for word in words_before(unit.doc, first_token(mark, unit).i, 2)] == ["among", "them"]


def at_least_passed(mark: NumberMark, unit: Token) -> NumberMark:
    """ "The toll passes 300": three hundred at least; "does not exceed 300": at most."""
    near = [unit.head, *words_before(unit.doc, unit.i, 1)]
    passed = next((word for word in near if word.low_lemma in word_set("passing") | PAST), None)
    if mark.value is None or passed is None:
        return mark
    if is_negated(passed):
        return mark.model_copy(update={"value": None, "low": None, "bound_rule": "not_more_than"})
    return mark.model_copy(update={"value": None, "high": None, "bound_rule": "more_than"})
