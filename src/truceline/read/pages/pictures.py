"""What stands beside a picture: a caption, where the page names it so or its words look like one."""

import re

from lxml import etree, html

from truceline.read.credits import ends_with_wire
from truceline.read.headline import has_sentence
from truceline.read.pages.tree import UNSEEN, visible_text

CAPTION = "caption"
# What content systems call the words under a picture.
NAMES = re.compile(
    r"caption|cutline|photo-?credit|(?:img|image|photo|pic|picture)-?desc|(?:^|\s)cap(?:\s|$)", re.IGNORECASE
)
PICTURES = ("img", "picture", "amp-img", "video", "iframe")
# What may hold a picture and its caption; a picture beside words in a row is a bullet.
FRAMES = {"table", "tbody", "td", "div", "span", "center", "dl", "a"}
# What holds a picture in a story's own layout: with words without a full stop these are its caption.
STORYS = {"p", "li", "section"}
# What may follow a picture and be its caption, and what may stand in it.
BEHIND = {"p", "div", "span", "em", "i", "small", "h5", "h6"}
SLANTED = ("em", "i", "small")
# Their words stand apart from those beside them.
APART = (FRAMES | BEHIND | STORYS) - {"span", "a", *SLANTED}
STOPS = '.!?:;…"”’»'
MOSTLY = 0.3  # share of the page's letters; what has more is a story told in pictures
LONGEST = 400  # code points
MOST_ELEMENTS = 40  # of a picture with its frame
ENDLESS = " " * (LONGEST + 1)  # the words of what is no frame of one picture
FEWEST_WORDS = 4  # of one without a day or a credit
DAY_OR_CREDIT = re.compile(
    r"\b(?:19|20)\d\d\b|[(\[][^()\[\]]+/[^()\[\]]+[)\]]\W*$|\b(?:photo|photograph|picture)\b", re.IGNORECASE
)


def is_named_caption(element: html.HtmlElement) -> bool:
    return bool(NAMES.search(element.get("class") or ""))


def picture_frames(root: html.HtmlElement) -> set[html.HtmlElement]:
    """The smallest elements that hold a picture and words, where these are those of a caption."""
    title = " ".join(root.findtext(".//title", "").split())
    frames = {frame for picture in root.iter(*PICTURES) if (frame := _frame(picture)) is not None}
    captions = {frame for frame in frames if frame.tag in FRAMES and is_caption_like(beginning(frame), title)}
    captions |= {frame for frame in frames if frame.tag in STORYS and is_unended(beginning(frame), title)}
    captions |= {behind for picture in root.iter(*PICTURES) if (behind := _behind(picture, title)) is not None}
    letters = sum(len(beginning(frame)) for frame in captions)
    return captions if letters <= MOSTLY * len(visible_text(root)) else set()


def _frame(picture: html.HtmlElement) -> html.HtmlElement | None:
    """The smallest element around it with words."""
    return next((element for element in picture.iterancestors() if beginning(element)), None)


def _behind(picture: html.HtmlElement, title: str) -> html.HtmlElement | None:
    """The element behind one that holds nothing but the picture, where its words end as a caption's or are small."""
    whole = picture
    while (around := whole.getparent()) is not None and around.tag in FRAMES | STORYS and not beginning(around):
        whole = around
    behind = whole.getnext()
    if behind is None or behind.tag not in BEHIND or (whole.tail or "").strip():
        return None
    words = beginning(behind)
    small = [beginning(inner) for inner in behind.iter(*SLANTED)]
    return behind if is_unended(words, title) or (words in small and words not in title) else None


def is_unended(words: str, title: str) -> bool:
    return (
        len(words.split()) >= FEWEST_WORDS and len(words) <= LONGEST and words[-1] not in STOPS and words not in title
    )


def is_caption_like(words: str, title: str) -> bool:
    if len(words) > LONGEST or words in title:
        return False
    is_phrase = len(words.split()) >= FEWEST_WORDS and not has_sentence(words) and words[-1] not in ".!?:"
    return is_phrase or bool(DAY_OR_CREDIT.search(words)) or ends_with_wire(words)


def beginning(element: html.HtmlElement) -> str:
    """Its words with single spaces, as far as a caption and its frame are large."""
    found: list[str] = []
    letters = elements = unseen = 0
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        started = event == "start"
        elements += started
        unseen += (inner.tag in UNSEEN) * (1 if started else -1)
        words = (inner.text if started else inner.tail if inner is not element else None) or ""
        found.append("" if unseen else f" {words}" if inner.tag in APART else words)
        letters += len(found[-1].strip())
        if letters > LONGEST or elements > MOST_ELEMENTS:
            return ENDLESS
    return " ".join("".join(found).split())
