"""What several finders ask of the same word: answered once, and remembered as long as the report."""

from collections.abc import Callable
from typing import TypeVar

from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

T = TypeVar("T")


def known_by_parse(ask: Callable[[Token], T]) -> Callable[[Token], T]:
    """Of a question whose answer hangs on the parse alone."""

    def answer(word: Token) -> T:
        known = word.doc.answers.get(ask)
        if known is None:
            known = word.doc.answers[ask] = {}
        if word.i not in known:
            known[word.i] = ask(word)
        found: T = known[word.i]
        return found

    return answer


def known_by_marks(ask: Callable[[Token, MarkedReport], T]) -> Callable[[Token, MarkedReport], T]:
    """Of a question whose answer hangs on the marks too."""

    def answer(word: Token, marked: MarkedReport) -> T:
        known = marked.answers.get(ask)
        if known is None:
            known = marked.answers[ask] = {}
        if word.i not in known:
            known[word.i] = ask(word, marked)
        found: T = known[word.i]
        return found

    return answer
