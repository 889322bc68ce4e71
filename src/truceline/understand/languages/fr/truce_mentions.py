"""Where a French sentence speaks of a truce, and the nouns that it hangs on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from truceline.understand.languages.fr.lists import word_set
from truceline.understand.tokens import Span, Token

HANGS = 8  # words between a truce and the noun that it hangs on


@dataclass(frozen=True, slots=True)
class Mention:
    """``word``: its head; ``span``: all its words; ``nouns``: those it hangs on, the nearest first."""

    word: Token
    span: Span
    nouns: tuple[Token, ...]

    @property
    def first(self) -> Token:
        """Where the whole noun phrase begins: "la signature d'un cessez-le-feu"."""
        return self.nouns[-1] if self.nouns else self.word

    def noun_of(self, name: str) -> Token | None:
        return next((noun for noun in self.nouns if noun.lower_ in word_set("ceasefires", name)), None)


@lru_cache(maxsize=1)
def truce_pattern() -> re.Pattern[str]:
    """An adjective may stand behind the first of several words: "cessation immédiate des hostilités"."""
    longest_first = sorted(word_set("ceasefires", "truce"), key=len, reverse=True)
    written = (re.escape(phrase).replace("\\ ", r"(?:\s+\w+)?\s+", 1) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])", re.IGNORECASE)


def mentions_in(sentence: Span) -> Iterator[Mention]:
    for match in truce_pattern().finditer(sentence.text):
        start = sentence.start_char + match.start()
        span = sentence.doc.char_span(start, sentence.start_char + match.end(), "expand")
        if span is not None and not is_other_truce(span):
            yield Mention(span[0], span, tuple(nouns_before(span[0], sentence)))


def is_other_truce(span: Span) -> bool:
    behind = span.doc.tokens[span.end : span.end + 3]
    return any(token.lower_ in word_set("ceasefires", "no_truce") for token in behind)


@lru_cache(maxsize=1)
def carriers() -> frozenset[str]:
    """Nouns that a truce may hang on."""
    names = ("agreed", "extended", "in_force", "violated", "collapsed", "ended", "expired", "sought", "rejected",
             "announced", "proposed", "talks", "deal")  # fmt: skip
    return frozenset(word for name in names for word in word_set("ceasefires", f"{name}_nouns"))


def nouns_before(word: Token, sentence: Span) -> Iterator[Token]:
    """Those that small words join with it: "l'acceptation de l'offre de trêve"; else the one beyond "par X"."""
    index, steps, found = word.i - 1, 0, False
    while index >= sentence.start and steps < HANGS:
        token = word.doc.tokens[index]
        if token.lower_ in carriers():
            yield token
            steps, found = 0, True
        elif token.lower_ not in word_set("ceasefires", "joining") and token.pos_ not in {"ADJ", "DET"}:
            break
        index, steps = index - 1, steps + 1
    if not found:
        yield from beyond_doer(word, sentence)


def beyond_doer(word: Token, sentence: Span) -> Iterator[Token]:
    """ "l'annonce par les rebelles d'un cessez-le-feu"."""
    for token in reversed(word.doc.tokens[max(sentence.start, word.i - HANGS) : word.i]):
        if token.lower_ in carriers() and token.nbor().lower_ == "par":
            yield token
            return
