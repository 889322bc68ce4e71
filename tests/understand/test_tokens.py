"""Plain objects say of a parse what spaCy says of it."""

from typing import Any

import pytest

from truceline.settings import Settings
from truceline.understand.languages.en.grammar import ENGLISH
from truceline.understand.parsing import load_grammar, parse
from truceline.understand.taken_over import taken_over

TEXT = (
    "Rebels seized the town of Goma on Monday, killing 17 soldiers and three civilians, the U.N. said.\n"
    "“We will not talk,” a spokesman, John Garang, told reporters ; the army denied it.  Both sides agreed to stop.\n"
)
PLAIN = (
    "i", "idx", "text", "whitespace_", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_",
    "is_alpha", "is_digit", "is_punct", "is_space", "is_stop", "like_num",
)  # fmt: skip
MANY = ("lefts", "rights", "children", "subtree", "ancestors", "conjuncts")
ONE = ("head", "left_edge", "right_edge")


@pytest.fixture(scope="module")
def both() -> tuple[Any, Any]:
    read = load_grammar(Settings().pipeline, ENGLISH)(TEXT)
    return read, taken_over(TEXT, [read])


def place(span: Any) -> tuple[int, int, int, int, str] | None:
    return None if span is None else (span.start, span.end, span.start_char, span.end_char, span.text)


def test_words_and_their_tree(both):
    for theirs, ours in zip(*both, strict=True):
        assert [getattr(ours, name) for name in PLAIN] == [getattr(theirs, name) for name in PLAIN]
        for name in MANY:
            assert [word.i for word in getattr(ours, name)] == [word.i for word in getattr(theirs, name)]
        assert [getattr(ours, name).i for name in ONE] == [getattr(theirs, name).i for name in ONE]
        assert place(ours.sent) == place(theirs.sent)
        assert ours.is_sent_start == (theirs.is_sent_start is True)


def test_how_the_children_hang_on_their_word(both):
    for word in both[1]:
        assert word.child_deps == {child.dep_ for child in word.children}
        assert word.helpers == {child.lower_ for child in word.children if child.dep_ in {"aux", "auxpass"}}


def test_sentences_and_entities(both):
    theirs, ours = both
    assert [place(span) for span in ours.sents] == [place(span) for span in theirs.sents]
    assert [(*place(span), span.label_) for span in ours.ents] == [(*place(span), span.label_) for span in theirs.ents]


def test_slices_and_their_root(both):
    theirs, ours = both
    for start in range(-2, len(theirs) + 2, 3):
        for end in range(-3, len(theirs) + 2):
            assert place(ours[start:end]) == place(theirs[start:end])
            if len(theirs[start:end]):
                assert ours[start:end].root.i == theirs[start:end].root.i


@pytest.mark.parametrize("mode", ["strict", "expand"])
def test_code_points_to_words(both, mode):
    theirs, ours = both
    for start in range(len(TEXT) - 12):
        for length in (1, 2, 7, 12):
            wanted = place(theirs.char_span(start, start + length, alignment_mode=mode))
            assert place(ours.char_span(start, start + length, alignment_mode=mode)) == wanted


def test_paragraphs_count_on_in_one_text():
    doc = parse("Truce holds in Aden\n\nThe truce held.", Settings().pipeline, ENGLISH)
    assert [doc.text[token.idx : token.idx + len(token)] for token in doc] == [token.text for token in doc]
    assert [token.i for token in doc] == list(range(len(doc)))
    assert "The truce held." in [sent.text for sent in doc.sents]


def test_no_word_beyond_the_text():
    doc = parse("", Settings().pipeline, ENGLISH)
    assert (len(doc), doc.char_span(0, 1, alignment_mode="expand")) == (0, None)


def test_beyond_the_text_stands_a_blank():
    """Of spoilt texts ("attack", alone) a rule may ask for the word before the first: it must not break on that."""
    word = parse("Peace.", Settings().pipeline, ENGLISH)[0]
    for steps in (-1, 5):
        blank = word.nbor(steps)
        assert (blank.text, blank.lower_, blank.pos_, blank.tag_, blank.dep_, blank.children) == (
            "",
            "",
            "",
            "",
            "",
            (),
        )
        assert blank.head is blank
        assert len(blank.sent) == 0
    assert word.nbor(-1).nbor() is word
    assert word.nbor(5).nbor(-1) is word.nbor()


def test_backwards(both):
    _, ours = both
    assert [word.i for word in reversed(ours[2:6])] == [5, 4, 3, 2]
    assert [word.i for word in reversed(ours)] == list(range(len(ours)))[::-1]
