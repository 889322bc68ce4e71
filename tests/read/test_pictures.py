"""What stands beside a picture is a caption where it looks like one; the story's own words beside it stay."""

import pytest

from truceline.read.read_options import ReadOptions
from truceline.read.read_reports import read_source
from truceline.read.sources import Source
from truceline.settings import Settings

STORY = (
    "Troops of both countries exchanged rocket fire for the third straight day near the temples, a commander said.",
    "Ten soldiers, six of them of the northern army, have been killed since Friday, according to both ministries.",
    "A spokesman said on Sunday that the other side had fired first each morning, at the hour when people eat.",
    "Some 17,000 villagers were brought to schools, where the Red Cross asked for mats and mosquito nets.",
    "Trade at the crossing, where villagers sell mushrooms, has stopped, a manager of the market said.",
    "Jakarta has offered to send observers to the border, which has never been fully marked, officials said.",
)
CREDITED = "A soldier carries his radio set and a rooster near the temple, April 24, 2011. (Huaxing/Phann Dara)"
BARE = "Villagers line up for rice at a school in the north of the province"
TOLD = "On Sunday shells fell on the market of Samrong, and two traders were killed, doctors said."


def read(amid: str):
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in STORY]
    paragraphs.insert(3, amid)
    head = "<html><head><title>Troops trade fire</title></head><body><h1>Troops trade fire</h1><div class=text>"
    (report,) = read_source(
        Source("page", f"{head}{''.join(paragraphs)}</div></body></html>".encode()), ReadOptions("en", Settings())
    )
    return report


def claimable(report) -> str:
    text = report.text
    for caption in reversed(report.captions):
        text = text[: caption.start] + text[caption.end :]
    return text


@pytest.mark.parametrize(
    "frame",
    [
        "<table align=center><tr><td><img src=a.jpg></td></tr><tr><td><font size=1>{}</font></td></tr></table>",
        "<div><img src=a.jpg><br>{}</div>",
        "<div style='width:230px'><a href=a><img src=a.jpg></a><span>{}</span></div>",
        "<center><img src=a.jpg><br><i>{}</i></center>",
        "<div class=pic><img src=a.jpg></div><div class=imgdesc>{}</div>",
        "<div class=pic><img src=a.jpg></div><p class=cutline>{}</p>",
    ],
)
@pytest.mark.parametrize("caption", [CREDITED, BARE])
def test_a_caption_is_no_story(frame, caption):
    report = read(frame.format(caption))
    assert caption not in claimable(report)
    assert [paragraph for paragraph in STORY if paragraph not in claimable(report)] == []


@pytest.mark.parametrize(
    "frame",
    [
        "<p><img src=a.jpg align=left>{}</p>",
        "<div><img src=a.jpg><p>{}</p></div>",
        "<table><tr><td><img src=bullet.gif></td><td>{}</td></tr></table>",
    ],
)
def test_a_paragraph_beside_a_picture_is_story(frame):
    assert TOLD in claimable(read(frame.format(TOLD)))


def test_a_story_told_in_pictures_is_story():
    slides = "".join(
        f"<div class=slide><img src={at}.jpg><div>{text} It was 2011.</div></div>" for at, text in enumerate(STORY)
    )
    page = f"<html><head><title>Troops trade fire</title></head><body><h1>Troops trade fire</h1>{slides}</body></html>"
    (report,) = read_source(Source("page", page.encode()), ReadOptions("en", Settings()))
    assert [paragraph for paragraph in STORY if paragraph not in claimable(report)] == []


def test_an_agencys_name_behind_the_words_beside_a_picture_is_its_credit():
    caption = "A soldier at a checkpoint in the north of the country, May 3. AFP"
    assert caption not in claimable(read(f"<div><img src=1.jpg><div>{caption}</div></div>"))


def test_words_of_two_boxes_beside_a_picture_stand_apart():
    told = "Two traders were killed in the market of Samrong on Sunday, doctors said."
    assert told in claimable(read(f"<div><div>{told}</div><div><img src=1.jpg></div><b>Samrong</b></div>"))


def test_a_box_called_caption_that_holds_the_story_is_none():
    whole = f"<div class='caption-on'>{''.join(f'<p>{paragraph}</p>' for paragraph in STORY)}</div>"
    page = f"<html><head><title>Troops trade fire</title></head><body><h1>Troops trade fire</h1>{whole}</body></html>"
    (report,) = read_source(Source("page", page.encode()), ReadOptions("en", Settings()))
    assert [paragraph for paragraph in STORY if paragraph not in claimable(report)] == []
