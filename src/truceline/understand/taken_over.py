"""From spaCy's parse of each paragraph to one doc of plain objects over the whole text."""

from collections.abc import Iterable, Sequence
from sys import intern

import spacy.tokens

from truceline.understand.tokens import Doc, Span, Token

HELPING = frozenset({"aux", "auxpass"})
NONE: frozenset[str] = frozenset()


def taken_over(text: str, read: Sequence[spacy.tokens.Doc]) -> Doc:
    """``read``: the pieces of ``text`` in order, which joined are the text."""
    doc = Doc()
    doc.answers = {}
    doc.text, doc.tokens, doc.sents, doc.ents = text, [], [], []
    offset = 0
    for piece in read:
        first = len(doc.tokens)
        tokens = [word_of(doc, token, first, offset) for token in piece]
        doc.tokens += tokens
        link(tokens, [token.head.i for token in piece])
        for token, old in zip(tokens, piece, strict=True):
            token.left_edge, token.right_edge = tokens[old.left_edge.i], tokens[old.right_edge.i]
        doc.sents += [Span(doc, first + sent.start, first + sent.end) for sent in piece.sents]
        doc.ents += [Span(doc, first + ent.start, first + ent.end, ent.label_) for ent in piece.ents]
        if tokens:
            offset = tokens[-1].idx + len(tokens[-1].text) + len(tokens[-1].whitespace_)
    for sent in doc.sents:
        for token in sent:
            token.sent, token.is_sent_start = sent, token.i == sent.start
    doc.offsets = [token.idx for token in doc.tokens]
    assert offset == len(text)  # noqa: S101 - offsets count in the report's text
    return doc


def word_of(doc: Doc, old: spacy.tokens.Token, first: int, offset: int) -> Token:
    """Equal words are one string, as are those of the word lists: it is hashed once, and compared by a look."""
    token = Token()
    token.doc = doc
    token.i = first + old.i
    token.idx = offset + old.idx
    token.text = intern(old.text)
    token.whitespace_ = old.whitespace_
    token.lower_ = intern(old.lower_)
    token.lemma_ = intern(old.lemma_)
    token.low_lemma = intern(token.lemma_.lower())
    token.pos_ = intern(old.pos_)
    token.tag_ = intern(old.tag_)
    is_named_plural = token.tag_ == "NNPS" and token.lower_.endswith("s")
    token.base = intern(token.lower_[:-1]) if is_named_plural else token.low_lemma
    token.dep_ = intern(old.dep_)
    token.ent_type_ = intern(old.ent_type_)
    token.ent_iob_ = intern(old.ent_iob_)
    token.is_alpha = old.is_alpha
    token.is_digit = old.is_digit
    token.is_punct = old.is_punct
    token.is_space = old.is_space
    token.is_stop = old.is_stop
    token.like_num = old.like_num
    return token


def link(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """Hang every word on its head, and give each its children and all that follows from them."""
    lefts: list[list[Token]] = [[] for _ in tokens]
    rights: list[list[Token]] = [[] for _ in tokens]
    for here, (token, above) in enumerate(zip(tokens, heads, strict=True)):
        token.head = tokens[above]
        if here < above:
            lefts[above].append(token)
        elif here > above:
            rights[above].append(token)
    for token, left, right in zip(tokens, lefts, rights, strict=True):
        token.lefts, token.rights = tuple(left), tuple(right)
        token.children = token.lefts + token.rights
        token.child_deps = frozenset([child.dep_ for child in token.children]) if token.children else NONE
        token.helpers = auxiliaries_of(token) if HELPING & token.child_deps else NONE
    order = from_the_top(token for token in tokens if token.head is token)
    for token in order:
        token.ancestors = () if token.head is token else (token.head, *token.head.ancestors)
    for token in reversed(order):
        token.subtree = subtree_of(token) if token.children else (token,)
    for token in tokens:
        joined = token.dep_ == "conj" or "conj" in token.child_deps
        token.conjuncts = conjuncts_of(token) if joined else ()


def subtree_of(token: Token) -> tuple[Token, ...]:
    """The token among all that hangs on it, once its children have theirs."""
    words: list[Token] = []
    for child in token.lefts:
        words += child.subtree
    words.append(token)
    for child in token.rights:
        words += child.subtree
    return tuple(words)


def auxiliaries_of(verb: Token) -> frozenset[str]:
    return frozenset([child.lower_ for child in verb.children if child.dep_ in HELPING])


def from_the_top(roots: Iterable[Token]) -> list[Token]:
    """Every word after its head."""
    order = list(roots)
    for token in order:
        order += token.children
    return order


def conjuncts_of(token: Token) -> tuple[Token, ...]:
    """The words that a word is joined with by "and" or a comma, in the order in which they hang on one another."""
    top = token
    while top.dep_ == "conj" and top.head is not top:
        top = top.head
    joined = [top]
    for word in joined:
        joined += [child for child in word.rights if child.dep_ == "conj"]
    return tuple(word for word in joined if word is not token) if len(joined) > 1 else ()
