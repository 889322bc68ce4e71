"""What a page tells by its layout of what is no story: labels, teasers, captions, fragments, last lines."""

from html import escape

import pytest

from evaluation.plea_pages import STORIES, claimable

TITLE, *STORY = STORIES[0]
STORY = [
    *STORY,
    "Monitors of the mission were turned back at the second checkpoint on Wednesday, their chief told reporters.",
    "The governor said that 31 bodies had been taken to the hospital, among them those of six children.",
    "A truce that was signed in March had held for eleven weeks before the shelling began on Sunday night.",
]
DIARY = [
    "We left the town on the sixteenth day, in a car without a back window, with my mother and eleven litres of water.",
    "You learn to hear the difference. A mortar is a door, and a plane is nothing until it is everything.",
    "I write this in a school. They gave us soup and asked us for our names.",
    "Our street had twenty-two houses. When we drove out I counted six roofs.",
    "At the checkpoint they looked at my hands and at my shoulder, and asked me who was shooting from our block.",
    "We gave our phones away at the third post and got them back at the fourth, without the pictures.",
    "I do not hate. I have no strength for it. Ask me in a year.",
]


def paragraphs(story):
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in story)


def text_of(amid="", end="", behind="", story=STORY, byline=""):
    half = len(story) // 2
    body = f"{paragraphs(story[:half])}{amid}{paragraphs(story[half:])}{end}"
    page = (
        f"<html><head><title>{TITLE} | The Rift Post</title></head><body><h1>{TITLE}</h1>{byline}"
        f'<div class="text">{body}</div>{behind}</body></html>'
    )
    text = " ".join(claimable(page.encode()).split())
    assert [paragraph for paragraph in story if paragraph not in text] == []
    return text


@pytest.mark.parametrize(
    "frame",
    [
        "<p><img src='a'><br>{}</p>",
        "<p><img src='a'></p><p>{}</p>",
        "<p><img src='a'></p><p><em>{}.</em></p>",
        "<section><picture><img></picture><p>{}</p></section>",
        "<div><video></video><p>{}</p></div>",
    ],
)
def test_a_caption_is_known_by_the_picture_above_it(frame):
    caption = "Women queue for water at the edge of the besieged town"
    assert caption not in text_of(amid=frame.format(caption))


def test_a_story_paragraph_behind_a_picture_stays():
    told = "The bridge was shelled again on Thursday, and two soldiers were wounded."
    assert told in text_of(amid=f"<p><img src='a'></p><p>{told}</p>")
    assert told in text_of(amid=f"<p><img src='a'>{told}</p>")


@pytest.mark.parametrize("label", ["Comments (2)", "Readers say", "2 comments"])
@pytest.mark.parametrize("frame", ["<p>{}</p>", "<blockquote>{}</blockquote>", "<ul><li>{}</li></ul>"])
def test_comments_below_their_label_go_whatever_they_tell(label, frame):
    comment = "The army left us in 2014 and it has left us again; my uncle was killed at that bridge."
    assert comment not in text_of(end=f"<h3>{label}</h3>{frame.format(comment)}")


def test_a_button_for_comments_amid_the_story_ends_nothing():
    text_of(amid="<p>Leave a comment</p>")
    text_of(amid="<h3>Comments (2)</h3>")


@pytest.mark.parametrize("place", ["amid", "end", "behind"])
def test_other_stories_below_their_label_go(place):
    headlines = ["Army says it shot down nine drones over the port", "President sacks defence chief"]
    rows = "".join(f"<li>{headline}</li>" for headline in headlines)
    text = text_of(**{place: f"<h3>Also today</h3><ul>{rows}</ul>"})
    assert [headline for headline in headlines if headline in text] == []


@pytest.mark.parametrize(
    "frame", ["<div><h3><a href='/x'>{}</a></h3><p>{}</p></div>", "<ul><li><a href='/x'>{}</a><p>{}</p></li></ul>"]
)
@pytest.mark.parametrize("place", ["amid", "end", "behind"])
def test_a_teaser_goes_with_the_link_above_it(frame, place):
    teaser = "Rebels took the airfield at dawn on Monday, and the army said that it had pulled back."
    assert teaser not in text_of(**{place: frame.format("Airfield falls as army pulls back", teaser)})


def test_a_note_that_begins_with_the_authors_name_goes():
    note = "Lena Moor was the agency's correspondent in Grozny and saw both wars."
    assert note not in text_of(end=f"<p>{note}</p>", byline="<p>By Lena Moor</p>")


def test_rows_that_a_colon_announces_stay_though_the_body_finder_drops_them():
    rows = ["1,150 officers from three forces", "61 people arrested, 14 of them minors", "38 rifles seized"]
    listed = "".join(f"<li>{row}</li>" for row in rows)
    text = text_of(amid=f"<p>The governor gave these figures of the raid in the evening:</p><ul>{listed}</ul>")
    assert [row for row in rows if row not in text] == []


@pytest.mark.parametrize(
    "line", ["Minister's goat wins third prize", "Khartoum 41 C, clear", "Arson, Atrocities, Sagaing"]
)
def test_a_line_without_a_full_stop_goes_amid_paragraphs_that_have_one(line):
    assert line not in text_of(amid=f"<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "Follow our channel on WhatsApp for news from the valley.",
        "This story was adapted from an episode of Long Road.",
        "Names have been changed to protect identities.",
    ],
)
def test_furniture_goes_from_a_diary_too(line):
    assert line not in text_of(amid=f"<p>{line}</p>", story=DIARY)


def test_a_story_paragraph_that_a_list_of_other_stories_repeats_stays():
    behind = (
        f"<div class='latest'><h4>Latest news</h4><p>The</p><p>{STORY[1].split('.')[0]}.</p><p>{STORY[2]}</p></div>"
    )
    text_of(behind=behind)


def test_a_note_in_small_print_goes_from_the_end_of_a_report():
    note = "The reporter has followed both armies since the spring and writes from the lake."
    assert note not in text_of(end=f"<p><em>{note}</em></p>")
