"""Who speaks in an interview asks for nothing on the outlet's behalf."""

import pytest

from truceline.read.boilerplate import left_out_of
from truceline.read.paragraphs import paragraphs
from truceline.read.turns import speaker_of, turns

ASKED = (
    "{one}: You have asked donors for money for fences. Why fences?",
    "{two}: Because for a year I asked for schools and got nothing. So now I say: please give for fences.",
    "{one}: What can our listeners do?",
    "{two}: Support us. Every gift counts, however small, and you can send it through any bank in Abeche.",
    "{one}: Thank you for joining us.",
)
LEAD = "The camps of eastern Chad lose their guards in December. A relief worker spoke to our reporter in Abeche."
LAST = "The council is to hear a report on the mission in December."


def left_out(text: str) -> list[str]:
    return [piece.text for piece in left_out_of(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Q", "A"),
        ("Question", "Answer"),
        ("HOST", "HOLMQVIST"),
        ("Amal Deng", "Britta Holmqvist"),
        ("ABU BAKR", "DR. HOLM (through interpreter)"),
    ],
)
def test_nothing_that_is_said_in_an_interview_goes(one, two):
    said = [turn.format(one=one, two=two) for turn in ASKED]
    assert left_out("\n\n".join([LEAD, *said, LAST])) == []


def test_a_plea_around_an_interview_goes():
    said = [turn.format(one="Q", two="A") for turn in ASKED]
    plea = "If you value our journalism, please support us monthly. Donate today!"
    assert left_out("\n\n".join([LEAD, *said, LAST, plea])) == [plea]


@pytest.mark.parametrize("label", ["Read more", "Also read", "Related", "More on the siege"])
def test_links_are_no_speakers(label):
    assert speaker_of(f"{label}: Shells hit the market of Kuraiba") is None
    lines = [f"{label}: Shells hit the market", LAST, f"{label}: Envoys meet in Doha", f"{label}: Bridge shut"]
    assert len(turns(paragraphs("\n\n".join(lines)))) == 0


def test_one_voice_is_no_interview():
    text = "\n\n".join([LEAD, "Kassala: The bridge is shut.", "Kassala: Please donate.", "Kassala: Support us.", LAST])
    assert len(turns(paragraphs(text))) == 0
