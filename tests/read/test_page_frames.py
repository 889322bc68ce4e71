"""What a page lays out unlike its story goes where it shows what it is; the story stays, whatever frames it."""

import pytest

from truceline.read.read_options import ReadOptions
from truceline.read.read_reports import read_source
from truceline.read.sources import Source
from truceline.settings import Settings

STORY = (
    "Government troops took the harbour before noon on Monday, residents said by telephone from the port city.",
    "The last ships had left on Thursday with the wounded on board, according to the port authority.",
    "A hospital received 31 bodies in two days, and its doctors said that they had run out of blood.",
    "Qatar offered to host talks; the movement's leaders said that they would study the offer with care.",
    "Power has been out since the weekend, and bread is sold at five times its price in the market.",
    "The governor left the town hall through a back door with two suitcases and a typewriter.",
    "Both armies still hold the heights above the town, and neither has moved in eleven days.",
)
QUOTED = '"Nobody has come to count our dead," said Amal Deng, who keeps the register of the cemetery at Kosti.'
TOLD = "At dawn a column of forty lorries crossed the ford at Abu Rukba, and three of them were hit by shells."


def read(amid: str = "", behind: str = "", name: str = "") -> str:
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in STORY]
    paragraphs.insert(4, amid)
    head = "<html><head><title>Army enters port city</title></head><body><article><h1>Army enters port city</h1>"
    page = f"{head}<div class='text'>{''.join(paragraphs)}</div>{behind}</article></body></html>"
    (report,) = read_source(Source(name or "page.html", page.encode()), ReadOptions("en", Settings()))
    return report.text


def text_of_story(*more: str) -> str:
    return "\n\n".join(["Army enters port city", *STORY[:4], *more, *STORY[4:]])


@pytest.mark.parametrize(
    "frame",
    [
        "<center>{}</center>",
        "<figure><p>{}</p></figure>",
        "<figure class='wp-block-pullquote'><blockquote><p>{}</p></blockquote></figure>",
        "<div class='quote'>{}</div>",
        "<aside class='pullquote'>{}</aside>",
        "<div class='sharetext'><p>{}</p></div>",
        "<p class='paywall'>{}</p>",
        "<section class='premium-content paywall'><p>{}</p></section>",
        "<div class='factbox'><h4>The week</h4><p>{}</p></div>",
        "<p class='intro'>{}</p>",
    ],
)
@pytest.mark.parametrize("sentence", [QUOTED, TOLD])
def test_a_sentence_of_the_story_stays_in_any_frame(frame, sentence):
    text = read(amid=frame.format(sentence))
    assert sentence in text
    assert [paragraph for paragraph in STORY if paragraph not in text] == []


@pytest.mark.parametrize(
    "behind",
    [
        "<div class='border-t'><p>Li Wen writes for the Harbour and is known by his red bicycle.</p></div>",
        "<section class='colophon'><p>With a grant of the Mare Fund, which read the text when you did.</p></section>",
        "<div id='printfoot'><p>English by Ewa Sobol and her students at the college.</p></div>",
    ],
)
def test_what_stands_behind_in_an_element_of_its_own_goes(behind):
    assert read(behind=behind) == text_of_story()


def test_a_last_paragraph_with_a_name_of_its_own_stays():
    last = "Nobody in the town expects the truce to hold."
    assert read(behind=f"<p class='last'>{last}</p>").endswith(last)


def test_a_box_goes_as_a_whole_where_one_of_its_lines_is_a_plea():
    box = "<p>Spring drive: 61 of 90</p><p>Please support our journalism.</p><p>A friend doubles each coin.</p>"
    assert read(amid=f"<div class='drive'>{box}</div>") == text_of_story()


def test_a_box_with_a_button_goes():
    box = "<p>Nobody in the capital funds us, and nobody abroad.</p><a href='/give'>Patron from 90 pesos</a>"
    assert read(amid=f"<div class='bg-amber-50'>{box}</div>") == text_of_story()


def test_a_box_without_a_plea_stays():
    told = "The harbour of Kosti was built in 1909 and handles a third of the country's grain."
    assert told in read(amid=f"<div class='bg-amber-50'><p>{told}</p></div>")


def test_a_question_over_a_part_of_the_story_stays():
    assert "Who pays?" in read(amid="<h2>Who pays?</h2>")
