"""The story's paragraphs, and what stood around them."""

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree, html

from truceline.read.credits import LONGEST_CAPTION
from truceline.read.pages.boxes import box_kind, without_boxes
from truceline.read.pages.layout import without_layout_tables
from truceline.read.pages.tree import UNSEEN, flattened, visible_text

BLOCKS = {
    "p", "div", "section", "article", "aside", "header", "footer", "nav", "main", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote", "figure", "figcaption", "form",
    "button", "label", "pre", "br", "hr", "body", "option", "fieldset", "address", "details", "summary",
}  # fmt: skip
CAPTION = "caption"
LONGEST_LINK = 250  # code points
LINKED = 0.9  # share of a paragraph's letters that are in links
APART = {"aside", "footer", "form", "li", "blockquote", "td"}
STRESSED = ("em", "i", "small", "strong", "b")
MOST_INNER = 3  # elements in a stressed one: a link, breaks; what holds more is a layout
LONGEST_APART = 600  # code points
LIST_MARK = re.compile(r"^[-*•]\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """Words of the page that stand together; ``within`` holds the tags around them, or the kinds of their boxes."""

    text: str
    within: frozenset[str]

    @property
    def is_caption(self) -> bool:
        return bool(self.within & {"figcaption", CAPTION}) and len(self.text) <= LONGEST_CAPTION


def _called(element: html.HtmlElement) -> str | None:
    """What the page calls an element, where that tells more than its tag."""
    return CAPTION if CAPTION in (element.get("class") or "").lower() else box_kind(element)


def story_paragraphs(root: html.HtmlElement) -> list[str]:
    """The body's paragraphs, headings and list items, in order, as trafilatura finds them."""
    from trafilatura import bare_extraction

    prepared = without_layout_tables(flattened(without_boxes(deepcopy(root))))
    found = bare_extraction(prepared, include_comments=False, with_metadata=False)
    lines = str(getattr(found, "text", None) or "").splitlines()
    stripped = (" ".join(LIST_MARK.sub("", line).replace("\\|", "|").split()).strip("| ") for line in lines)
    return [line for line in stripped if line]


def linked_paragraphs(root: html.HtmlElement) -> set[str]:
    """Paragraphs whose words are all one link's or several: ways to other pages, not story."""
    found: set[str] = set()
    for element in root.iter("p", "li", "h2", "h3", "h4", "h5", "td", "div"):
        links = sum(len(visible_text(link)) for link in element.iter("a"))
        if not links:
            continue
        text = visible_text(element)
        if len(text) <= LONGEST_LINK and links >= LINKED * len(text):
            found.add(text)
    return found


def paragraphs_apart(root: html.HtmlElement, page_blocks: Iterable[Block]) -> set[str]:
    """What stands as a whole in a list, an aside, a frame, in italics: a story does so seldom, a plea often."""
    boxed = {block.text for block in page_blocks if block.within & APART}
    stressed = (visible_text(element) for element in root.iter(*STRESSED) if len(element) <= MOST_INNER)
    return {text for text in (*boxed, *stressed) if len(text) <= LONGEST_APART}


def blocks(root: html.HtmlElement) -> list[Block]:
    """All words of the page that a reader sees, block by block, in order."""
    found: list[Block] = []
    words: list[str] = []
    around: list[str] = []
    unseen = 0

    def end_block() -> None:
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            found.append(Block(text, frozenset(around)))

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        hidden = tag in UNSEEN or tag == "head"
        if event == "start":
            if tag in BLOCKS:
                end_block()
            around.append(_called(element) or tag)
            unseen += hidden
            words.append(element.text or "" if not unseen else "")
        else:
            if tag in BLOCKS:
                end_block()
            around.pop()
            unseen -= hidden
            words.append(element.tail or "" if not unseen else "")
    end_block()
    return found
