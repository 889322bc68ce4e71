"""Pleas go, wherever they stand; no sentence of the story goes with them."""

import pytest

from evaluation.plea_pages import passages
from truceline.read.boilerplate import left_out_of
from truceline.read.paragraphs import paragraphs
from truceline.read.plea_words import plea_words
from truceline.read.sentences import without_quotations

BEFORE = "The ministry published its report on Friday in the capital."
AFTER = "Nothing further was known by the evening."
PLEA = "If you value our journalism, please support us monthly. Donate today!"

STORY = passages("story_sentences.yaml")
PLEAS = (
    "… we have a small favor to ask.",
    "Your support, no matter how small, makes a world of difference.",
    "You are reading this for free because others paid for it.  Please help our newsroom with $5 a month.",
    "The Valley Post is funded by our readers. We do not have a paywall. Become a member today.",
    "Dear reader, it has been a hard winter for newsrooms like ours. If each of you gave the price of a coffee, "
    "we could go on.",
    "Sign up for our newsletter and get the day's news in your inbox.",
    "Subscribe now for unlimited access. Cancel anytime.",
    "We use cookies to make this site work. By continuing to use this site you accept them.",
    "Did you find this article useful? Fund our next one.",
    "Follow us on Telegram for more.",
    "This article was amended on 3 May to correct the name of the village.",
    "You have 2 free articles remaining.",
)


def left_out(text: str) -> list[str]:
    return [piece.text for piece in left_out_of(text, paragraphs(text))]


@pytest.mark.parametrize("sentence", STORY)
@pytest.mark.parametrize(
    "frame",
    [
        "{before}\n\n{sentence}\n\n{after}",
        "{before} {sentence} {after}",
        "{before}\n\n{sentence}\n\n{plea}",
        "{before}\n\n{before} {sentence} {plea}",
        "{before}\n\n{plea}\n\n{sentence}\n\n{after}",
        "{before}\n\n{plea} {sentence} {after}",
    ],
    ids=["alone", "amid", "before a plea", "plea run on", "behind a plea", "run on behind a plea"],
)
def test_a_story_sentence_is_never_left_out(sentence, frame):
    text = frame.format(before=BEFORE, sentence=sentence, after=AFTER, plea=PLEA)
    assert left_out(text) == ([PLEA] if "{plea}" in frame else [])


@pytest.mark.parametrize("plea", PLEAS)
def test_a_plea_between_paragraphs_is_left_out(plea):
    assert left_out(f"{BEFORE}\n\n{plea}\n\n{AFTER}") == [plea]


@pytest.mark.parametrize("plea", PLEAS[:3])
def test_a_plea_behind_the_last_sentence_is_cut_from_it(plea):
    assert left_out(f"{BEFORE}\n\n{AFTER} {plea}") == [plea]


def test_the_button_under_a_plea_is_part_of_it():
    assert left_out(f"{BEFORE}\n\n{PLEA}\n\n\nRead more") == [f"{PLEA}\n\n\nRead more"]


def test_a_speech_that_asks_for_support_is_a_story():
    speech = "\n\n".join(
        [
            "We thank you for your support.",
            "You gave us weapons when we had none, and we pay with our lives.",
            "Our people will not forget that you helped us every month of this war.",
            "We ask you to give more: our cities need your help.",
            "Your contribution to our defence is a gift to all of Europe.",
            "We will win.",
        ]
    )
    assert left_out(speech) == []


def test_the_country_is_not_us():
    assert plea_words().hints("US aid") == set()
    assert plea_words().hints("aid for us") == {"voice"}


def test_a_quotation_over_several_sentences_stays_whole():
    quoted = '"We are few. If you can, donate to us every month. Please help our reporters," the editor said.'
    mixed = '"They fear for their jobs,” he said. "We give you our support and you pay us for it."'
    assert left_out(f"{BEFORE}\n\n{quoted}\n\n{mixed}\n\n{AFTER}") == []


def test_a_quotation_that_began_a_paragraph_before_stays():
    opened = "“We are few."
    going_on = "If you can, donate to us every month. Please help our reporters,” the editor said."
    assert left_out(f"{BEFORE}\n\n{opened}\n\n{going_on}\n\n{AFTER}") == []


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("‘We need the soldiers’ help,’ she said. ‘We only do not have the same men.’", "she said."),
        ("In the ’90s the farmers’ union asked for support.", "In the ’90s the farmers’ union asked for support."),
        ("‘It’s ours.’ The ministry denied it.", "The ministry denied it."),
    ],
)
def test_words_between_single_marks_are_quoted_and_an_apostrophe_is_no_mark(sentence, own):
    assert " ".join(without_quotations(sentence).split()) == own


def test_kinds_are_told_apart():
    lines = ["Advertisement", "Read more: Talks resume in Geneva", "Related articles", "We use cookies.", "Comments"]
    text = "\n\n".join([BEFORE, *lines])
    kinds = [piece.kind for piece in left_out_of(text, paragraphs(text))]
    assert kinds == ["advertisement", "read_more", "related", "cookies", "comments"]


def test_offsets_point_at_the_words():
    text = f"Support The Valley Post!\r\n\r\n{BEFORE}\r\n\r\n{PLEA}\r\n"
    pieces = left_out_of(text, paragraphs(text))
    assert [text[piece.start : piece.end] for piece in pieces] == [piece.text for piece in pieces]
    assert [piece.text for piece in pieces] == ["Support The Valley Post!", PLEA]


@pytest.mark.parametrize(
    "line",
    [
        "The post 30 rebels killed, army says appeared first on The Wire.",
        "The post Who shelled the market? appeared first on Hill.Press",
        "This entry was posted on Thursday, March 4th, 2021 at 8:00 am and is filed under War.",
    ],
)
def test_what_a_program_writes_goes_whatever_words_of_war_it_repeats(line):
    assert left_out(f"{BEFORE}\n\n{AFTER}\n\n{line}") == [line]
    assert left_out(f"{BEFORE}\n\n{AFTER} {line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The post, on a hill above the town, appeared first to be empty.",
        "The article that named the killers first appeared on the website of a daily.",
    ],
)
def test_a_post_and_an_article_in_a_story_stay(line):
    assert left_out(f"{BEFORE}\n\n{AFTER}\n\n{line}") == []
