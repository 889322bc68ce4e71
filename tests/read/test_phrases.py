"""Phrases are tried only where a text has a word of one of them, and then find what their pattern finds."""

import pytest

from truceline.knowledge.files import words
from truceline.read.phrases import PhraseLists, needed_of, phrases, plain

WORD = r"(?<!\w)(?:%s)(?!\w)"


def test_the_whole_words_of_each_entry_are_needed():
    assert needed_of(["read more"]) == {"read": ({"read", "more"},)}
    assert needed_of(["from {name}'s newsroom"]) == {"newsroom": ({"from", "s", "newsroom"},)}
    assert needed_of(["more here:", "thanks for reading{"]) == {
        "more": ({"more", "here"},),
        "thanks": ({"thanks", "for"},),
    }
    assert needed_of(["©", "read more"]) is None


@pytest.mark.parametrize(
    "text", ["Please READ\u00a0more", "You don’t read. More is to come.", "Don’t miss: our\n newsroom", "spread more"]
)
def test_the_same_is_found_as_without_the_look_at_the_words(text):
    listed = phrases(["read more", "don't miss", "our newsroom", "spreading"], WORD)
    asked = plain(text)
    assert listed.stand_in(asked) == bool(listed.pattern.search(asked.text))


def test_every_entry_of_the_lists_is_found_in_itself():
    for name, entries in words("pleas").items():
        for entry in entries if name.endswith(("phrase", "story", "notices")) else ():
            if "{" not in entry:
                assert phrases(entries, WORD).stand_in(plain(f"So it is: {entry}.")), entry


@pytest.mark.parametrize("text", ["Read more ©", "Our newsroom, no more", "Give, or read more", "It rained"])
def test_lists_asked_at_once_say_what_each_says_alone(text):
    lists = {
        "read": phrases(["read more"], WORD),
        "mark": phrases(["©", "read"], r"(?:%s)"),
        "give": phrases(["give", "our newsroom"], WORD),
    }
    asked = plain(text)
    alone = [name for name, listed in lists.items() if listed.stand_in(asked)]
    assert list(PhraseLists(lists).standing(asked)) == alone
