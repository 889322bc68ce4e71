"""What an amount counts: the noun after "of", adjectives and names: "12 Palestinian civilians", "82 of its men"."""

from truceline.understand.grammar import words_after
from truceline.understand.markers.number_parts.number_words import number_words
from truceline.understand.tokens import Doc, Token

REACH = 7
MARKS = frozenset({"-", '"', "“", ","})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def counted_noun(doc: Doc, first: int, last: int) -> Token | None:
    """The last noun of the noun phrase that follows; a collective before it in "a family of five"."""
    found: Token | None = None
    for token in words_after(doc, last, REACH):
        if is_counted(token):
            found = token
        if (found is token and ends_phrase(token)) or (found is not token and (found is not None or stops(token))):
            break
    return found or collective_before(doc, first)


def stops(token: Token) -> bool:
    """What cannot stand between an amount and its noun; a comma can, between adjectives."""
    if token.lower_ == ",":
        return token.i == 0 or token.doc[token.i - 1].pos_ != "ADJ"
    return not (
        token.lower_ in number_words("between_figure_and_noun")
        or token.text in MARKS
        or token.pos_ in NOMINAL
        or token.tag_ in {"VBN", "VBG", "POS"}
    )


def is_counted(token: Token) -> bool:
    if any(after.tag_ == "POS" for after in words_after(token.doc, token.i + 1, 1)):
        return False  # "2 million of the country's people"
    return token.pos_ in {"NOUN", "PROPN"} or token.lower_ in number_words("as_written") or token.lower_ == "others"


def ends_phrase(token: Token) -> bool:
    after = next(iter(words_after(token.doc, token.i + 1, 1)), None)
    return after is None or after.pos_ not in {"NOUN", "PROPN"} or token.tag_ in {"NNS", "NNPS"}


def collective_before(doc: Doc, first: int) -> Token | None:
    if first >= 2 and doc[first - 1].lower_ == "of" and doc[first - 2].lemma_ in number_words("collectives"):
        return doc[first - 2]
    return None


def noun_form(token: Token) -> str:
    """The lemma in lower case: "others" is ``other``, "wounded" stays, "Yazidis" is ``yazidi``."""
    if token.tag_ == "NNPS" and token.lower_.endswith("s") and not token.lower_.endswith("ss"):
        return token.lower_.removesuffix("s")
    return (
        token.lower_
        if token.lower_ in number_words("as_written")
        else "other"
        if token.lower_ == "others"
        else token.low_lemma
    )


def suffers_as_a_person(noun: Token) -> bool:
    """ "Shot dead a rubber tapper", "a muezzin was kidnapped": whatever the word, it is somebody."""
    if noun.dep_ not in {"dobj", "nsubjpass"} or noun.pos_ != "NOUN":
        return False
    shot_dead = noun.head.low_lemma == "shoot" and any(child.lower_ == "dead" for child in noun.head.children)
    return shot_dead or noun.head.low_lemma in number_words("done_to_persons")
