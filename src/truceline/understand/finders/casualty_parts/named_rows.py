"""Names in a row as the text has them: "A, manager of the fund, and B, a director, were killed". Parses lose some."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from truceline.understand.finders.casualty_parts.names import is_named_person
from truceline.understand.grammar import is_passive_form
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

INNER = frozenset({"of", "for"})  # within an office: "secretary for organisation"
BREAKS = frozenset({":", "--", "—", "–", "(", ")", '"', "“", "”"})
CLAUSAL = frozenset({"VERB", "AUX", "SCONJ", "PRON"})


def row_before(verb: Token, marked: MarkedReport) -> list[Token]:
    """The names between the beginning of the clause and a passive verb ("were taken and killed" is of one clause)."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not is_passive_form(verb):
        verb = verb.head
    begin = min((child.i for child in verb.children if child.dep_ in {"aux", "auxpass"}), default=verb.i)
    words = list(takewhile(is_of_row, (verb.doc[place] for place in range(begin - 1, verb.sent.start - 1, -1))))
    return names_in(words[::-1], marked)


def row_behind(word: Token, marked: MarkedReport) -> list[Token]:
    """The names of a list behind a word: "killed A, B, and C"; without the last where a verb of its own follows it."""
    end = word.sent.end
    words = list(takewhile(is_of_row, (word.doc[place] for place in range(word.i + 1, end))))
    stop = word.doc[word.i + 1 + len(words)] if word.i + 1 + len(words) < end else None
    parts = [part for part in parts_of(words) if part]
    if stop is not None and stop.pos_ in {"VERB", "AUX"}:
        parts = parts[:-1]
    return names_of(parts, marked) if any(one.lower_ == "and" for one in words) else []


def first_behind(word: Token, marked: MarkedReport) -> list[Token]:
    """The name right behind a word, whatever the parse hangs it on."""
    words = takewhile(is_of_row, (word.doc[place] for place in range(word.i + 1, word.sent.end)))
    return names_in(list(words), marked)[:1]


def is_of_row(word: Token) -> bool:
    """Not "whose": "X, whose brother was killed" lives."""
    if word.tag_ == "WP$" or word.pos_ in CLAUSAL or word.text in BREAKS:
        return False
    return word.pos_ != "ADP" or word.lower_ in INNER


def names_in(words: Sequence[Token], marked: MarkedReport) -> list[Token]:
    return names_of(parts_of(words), marked)


def names_of(parts: Iterable[Sequence[Token]], marked: MarkedReport) -> list[Token]:
    """The name of each part of a list that has one."""
    found = ((next((one for one in part if is_whole_name(one) and is_named_person(one, marked)), None), part)
             for part in parts)  # fmt: skip
    return [name for name, part in found if name is not None and not is_of_another(name, part)]


def parts_of(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The parts of a list, between semicolons where it has them."""
    bounds = {";"} if any(word.text == ";" for word in words) else {",", "and"}
    part: list[Token] = []
    for word in words:
        if word.lower_ in bounds:
            yield part
            part = []
        else:
            part.append(word)
    yield part


def is_whole_name(word: Token) -> bool:
    """Not "Red Crescent" of "a Red Crescent volunteer", nor whose son somebody is."""
    after = word.nbor()
    return after.pos_ not in {"PROPN", "NOUN"} and after.tag_ != "POS"


def is_of_another(name: Token, part: Sequence[Token]) -> bool:
    """ "A brother of General X"."""
    return any(word.pos_ == "ADP" for word in part if word.i < name.i)
