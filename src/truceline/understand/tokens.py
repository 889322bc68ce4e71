"""A parse as plain objects: the words, names and shapes of spaCy's, and nothing else of it.

spaCy makes an object anew at each step from word to word, and looks each property up. Finders ask millions of times;
so each parse is taken over once (``taken_over.py``), and every property is an attribute from then on.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Literal, overload

Answers = dict[object, dict[int, Any]]
"""What has been asked of a doc's words: the question, the number of the word, the answer."""


class Token:
    """One word. ``lefts``, ``rights``, ``children`` and ``subtree`` are in text order, ``ancestors`` from the head up.

    ``i`` counts words in the doc and ``idx`` code points in its text. ``low_lemma`` is the lemma in lower case;
    ``base`` too, save that a plural which the parser took for a name ("Rebels") has lost its -s. ``child_deps`` are
    the relations of the children to it; ``helpers`` those of them that are auxiliaries, in lower case.
    """

    __slots__ = (
        "ancestors", "base", "child_deps", "children", "conjuncts", "dep_", "doc", "ent_iob_", "ent_type_", "head",
        "helpers", "i", "idx", "is_alpha", "is_digit", "is_punct", "is_sent_start", "is_space", "is_stop", "left_edge",
        "lefts", "lemma_", "like_num", "low_lemma", "lower_", "pos_", "right_edge", "rights", "sent", "subtree", "tag_",
        "text", "whitespace_",
    )  # fmt: skip

    doc: "Doc"
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    low_lemma: str
    base: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    is_alpha: bool
    is_digit: bool
    is_punct: bool
    is_space: bool
    is_stop: bool
    like_num: bool
    is_sent_start: bool
    head: "Token"
    lefts: "tuple[Token, ...]"
    rights: "tuple[Token, ...]"
    children: "tuple[Token, ...]"
    ancestors: "tuple[Token, ...]"
    child_deps: frozenset[str]
    helpers: frozenset[str]
    conjuncts: "tuple[Token, ...]"
    subtree: "tuple[Token, ...]"
    left_edge: "Token"
    right_edge: "Token"
    sent: "Span"

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def __hash__(self) -> int:  # compiled, a class with __lt__ has none but its own
        return self.i

    def __lt__(self, other: "Token") -> bool:
        return self.i < other.i

    def let_go(self) -> None:
        """Of every other word."""
        self.doc, self.sent = NO_DOC, NO_SPAN
        self.head = self.left_edge = self.right_edge = NO_WORD
        self.lefts = self.rights = self.children = self.ancestors = self.conjuncts = self.subtree = ()

    def is_among(self, listed: frozenset[str]) -> bool:
        """The word as it stands, or a base form of it."""
        return self.lower_ in listed or self.low_lemma in listed or self.base in listed

    def nbor(self, steps: int = 1) -> "Token":
        """The word that many places on; past an end of the doc a blank."""
        tokens, place = self.doc.tokens, self.i + steps
        return tokens[place] if 0 <= place < len(tokens) else blank(self.doc, before=place < 0)


class Span:
    """Words ``start`` to ``end`` (exclusive) of a doc; ``start_char`` and ``end_char`` bound them in its text."""

    __slots__ = ("_forms", "_text", "doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self._forms: frozenset[str] | None = None
        self._text: str | None = None

    @property
    def start_char(self) -> int:
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> "Span": ...
    def __getitem__(self, key: int | slice) -> "Token | Span":
        if isinstance(key, int):
            return self.doc.tokens[self.start : self.end][key]
        start, end = bounds(key, len(self))
        return Span(self.doc, self.start + start, self.start + end)

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Span)
            and (self.doc is other.doc and self.start == other.start)
            and (self.end == other.end and self.label_ == other.label_)
        )

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.label_))

    def __repr__(self) -> str:
        return self.text

    @property
    def forms(self) -> frozenset[str]:
        """All words as they stand, in lower case, and in their base forms: a word that is not here is nowhere in it."""
        if self._forms is None:
            tokens = self.doc.tokens[self.start : self.end]
            forms = {token.lower_ for token in tokens}
            forms.update([token.low_lemma for token in tokens])
            forms.update([token.base for token in tokens])
            self._forms = frozenset(forms)
        return self._forms

    def among(self, listed: frozenset[str]) -> list[Token]:
        """The words that a list holds, as they stand or in a base form."""
        if self.forms.isdisjoint(listed):
            return []
        return [one for one in self.doc.tokens[self.start : self.end] if one.is_among(listed)]

    @property
    def text(self) -> str:
        if self._text is None:
            self._text = self.doc.text[self.start_char : self.end_char]
        return self._text

    @property
    def sent(self) -> "Span":
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The word nearest to the root of its sentence; the first of several; a blank only for want of words."""
        inside = range(self.start, self.end)
        tokens = self.doc.tokens[self.start : self.end]
        root = next((token for token in tokens if token.head is token), None)
        tops = [token for token in tokens if token.head.i not in inside]
        return root or min(tops, key=lambda token: (is_bare(token), len(token.ancestors)))


class Doc:
    """The words of a whole text, where each begins in it, its sentences and its named entities."""

    __slots__ = ("answers", "ents", "offsets", "sents", "text", "tokens")

    answers: Answers
    text: str
    tokens: list[Token]
    offsets: list[int]
    sents: list[Span]
    ents: list[Span]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.tokens)

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        if isinstance(key, int):
            return self.tokens[key]
        start, end, length = key.start, key.stop, len(self.tokens)
        if end is None or key.step is not None or not 0 <= (start or 0) <= end <= length:
            start, end = bounds(key, length)
        return Span(self, start or 0, end)

    def words(self, first: int, last: int) -> str:
        """The text from word ``first`` to word ``last``, inclusive, without the space behind."""
        end = self.tokens[last]
        return self.text[self.tokens[first].idx : end.idx + len(end.text)]

    def char_span(self, start: int, end: int, alignment_mode: Literal["strict", "expand"] = "strict") -> Span | None:
        """The words that the code points lie in; null where there are none, or where ``strict`` and not whole words."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        if alignment_mode == "strict" and (start != first.idx or end != last.idx + len(last.text)):
            return None
        behind = alignment_mode == "expand" and start == first.idx + len(first.text)
        return Span(self, first.i + 1 if behind else first.i, last.i + 1)

    def _at(self, offset: int) -> Token | None:
        """The word at a code point; the blank behind a word belongs to it."""
        behind = bisect_right(self.offsets, offset)
        if not behind:
            return None
        token = self.tokens[behind - 1]
        return token if offset < token.idx + len(token.text) + len(token.whitespace_) else None

    def release(self) -> None:
        """To be called when nothing is asked of the doc any more: its words are free at once. Words that hold each
        other wait for Python's search for garbage, which takes a twentieth of the time that understanding takes.
        """
        for token in self.tokens:
            token.let_go()
        self.tokens, self.offsets, self.sents, self.ents = [], [], [], []
        self.answers.clear()


def blank(doc: Doc, *, before: bool) -> Token:
    """Beyond an end of the doc: of no form, no class and no clause, so that no rule takes it for a word."""
    token = Token()
    token.doc, token.i, token.idx = doc, -1 if before else len(doc.tokens), -1 if before else len(doc.text)
    token.sent = Span(doc, max(0, token.i), max(0, token.i))
    token.text = token.lower_ = token.lemma_ = token.low_lemma = token.base = token.whitespace_ = ""
    token.pos_ = token.tag_ = token.dep_ = token.ent_type_ = token.ent_iob_ = ""
    token.is_alpha = token.is_digit = token.is_punct = token.is_space = token.is_stop = False
    token.like_num = token.is_sent_start = False
    token.head = token.left_edge = token.right_edge = token
    token.lefts = token.rights = token.children = token.ancestors = token.conjuncts = ()
    token.subtree, token.child_deps, token.helpers = (token,), frozenset(), frozenset()
    return token


def is_bare(token: Token) -> bool:
    return (token.is_space or token.is_punct) and not token.children


def bounds(key: slice, length: int) -> tuple[int, int]:
    """A slice's start and end, the end never before the start."""
    start, end, step = key.indices(length)
    if step != 1:
        raise ValueError("a span has no steps")
    return start, max(start, end)


NO_DOC = Doc()
NO_DOC.answers, NO_DOC.text, NO_DOC.tokens = {}, "", []
NO_DOC.offsets, NO_DOC.sents, NO_DOC.ents = [], [], []
NO_SPAN = Span(NO_DOC, 0, 0)
NO_WORD = blank(NO_DOC, before=True)
