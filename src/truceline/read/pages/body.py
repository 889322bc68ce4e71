"""The story's paragraphs, and what stood around them."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree, html

from truceline.read.credits import LONGEST_CAPTION
from truceline.read.headline import has_sentence
from truceline.read.pages.boxes import box_kind, without_boxes
from truceline.read.pages.layout import without_layout_tables
from truceline.read.pages.pictures import CAPTION, is_named_caption, picture_frames
from truceline.read.pages.tree import UNSEEN, flattened, visible_text
from truceline.read.plea_sentences import PHRASED, odds_of
from truceline.read.plea_words import plea_words

BLOCKS = {
    "p", "div", "section", "article", "aside", "header", "footer", "nav", "main", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote", "figure", "figcaption", "form",
    "button", "label", "pre", "br", "hr", "body", "option", "fieldset", "address", "details", "summary", "center",
}  # fmt: skip
PICTURES = ("img", "picture", "video", "audio", "svg", "iframe", "object", "amp-img", "table", "figcaption")
PRESSED = {"a", "button", "option", "label"}
LONGEST_LINK = 250  # code points
LITTLE = 40  # words of sentences
WRAPS = 0.5  # of a page's letters, in what holds its story
WRAPPERS = ("body", "div", "section", "main", "article", "td")
LINKED = 0.9  # share of a paragraph's letters that are in links
APART = {"aside", "footer", "form", "li", "blockquote", "td"}
SLANTED = ("em", "i", "small")
STRONG = ("strong", "b")
MOST_INNER = 3  # elements in a stressed one: a link, breaks; what holds more is a layout
FEWEST_TELLING = 12  # words
LONGEST_APART = 600  # code points
DIGITS = re.compile(r"\d+")
LIST_MARK = re.compile(r"^[-*•]\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """Words of the page that stand together.

    ``within``: the tags around them, or the kinds of their boxes; ``layout``: tags and classes of the elements around
    them; ``inside``: numbers of these; ``rule``: how many rules stand above; ``linked``: letters and digits of links.
    """

    text: str
    within: frozenset[str]
    layout: tuple[str, ...] = ()
    inside: tuple[int, ...] = ()
    rule: int = 0
    linked: int = 0

    @property
    def tag(self) -> str:
        return self.layout[-1].partition(".")[0] if self.layout else ""

    @property
    def is_button(self) -> bool:
        """Something to press, or nothing but a link."""
        return self.linked >= LINKED * letters(self.text)

    @property
    def is_caption(self) -> bool:
        return bool(self.within & {"figcaption", CAPTION}) and len(self.text) <= LONGEST_CAPTION


def letters(words: str) -> int:
    """And digits: what stands between links of a row is neither."""
    return sum(map(str.isalnum, words))


def _called(element: html.HtmlElement) -> str | None:
    """What the page calls an element, where that tells more than its tag."""
    is_caption = is_named_caption(element) and len(visible_text(element)) <= LONGEST_CAPTION
    return CAPTION if is_caption else box_kind(element)


def story_paragraphs(root: html.HtmlElement) -> list[str]:
    """The body's paragraphs, headings and list items, in order, as trafilatura finds them."""
    found = _found_in(root)
    if sum(len(line.split()) for line in found if has_sentence(line)) >= LITTLE:
        return found
    return max(found, _found_in(without_names(deepcopy(root))), key=lambda lines: sum(map(len, lines)))


def without_names(root: html.HtmlElement) -> html.HtmlElement:
    """The tree itself; what holds most of the page has no name: "sidebar-layout" and "share-page" hide all of it."""
    lengths = dict(_lengths(root))
    most = WRAPS * lengths[root]
    for element in root.iter(*WRAPPERS):
        if lengths[element] > most:
            for name in ("class", "id"):
                element.attrib.pop(name, None)
    return root


def _lengths(root: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, int]]:
    """Each element with the letters in it, in one walk."""
    so_far, before = 0, []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            before.append(so_far)
            so_far += len((element.text or "").strip())
        else:
            yield element, so_far - before.pop()
            so_far += len((element.tail or "").strip())


def _found_in(root: html.HtmlElement) -> list[str]:
    from trafilatura import bare_extraction

    prepared = without_layout_tables(flattened(with_plain_frames(without_boxes(deepcopy(root)))))
    found = bare_extraction(prepared, include_comments=False, with_metadata=False)
    lines = str(getattr(found, "text", None) or "").splitlines()
    stripped = (" ".join(LIST_MARK.sub("", line).replace("\\|", "|").split()).strip("| ") for line in lines)
    return [line for line in stripped if line]


def with_plain_frames(root: html.HtmlElement) -> html.HtmlElement:
    """The tree itself; elements that the search drops with the words in them are plain boxes: those that centre words
    on old pages, figures that frame a quotation and no picture.
    """
    for element in root.iter("center", "figure"):
        if element.tag == "center" or next(element.iter(*PICTURES), None) is None or holds_story(element):
            element.tag = "div"
    return root


def holds_story(figure: html.HtmlElement) -> bool:
    """Paragraphs beside a picture that has a caption of its own, or several."""
    paragraphs = sum(is_outside_caption(paragraph) for paragraph in figure.iter("p"))
    return paragraphs > 1 or (paragraphs == 1 and figure.find(".//figcaption") is not None)


def is_outside_caption(paragraph: html.HtmlElement) -> bool:
    named = [paragraph, *paragraph.iterancestors("figcaption")]
    return has_sentence(visible_text(paragraph)) and len(named) == 1 and not is_named_caption(paragraph)


def linked_paragraphs(root: html.HtmlElement) -> set[str]:
    """Paragraphs whose words are all one link's or several: ways to other pages, not story. A whole sentence in a
    paragraph of its own is story that names where it was taken from.
    """
    found: set[str] = set()
    for element in root.iter("p", "li", "h2", "h3", "h4", "h5", "td", "div"):
        links = sum(len(visible_text(link)) for link in element.iter("a"))
        if not links:
            continue
        text = visible_text(element)
        is_sentence = element.tag == "p" and has_sentence(text) and tells(text)
        if len(text) <= LONGEST_LINK and links >= LINKED * len(text) and not is_sentence:
            found.add(text)
    return found


@dataclass(frozen=True, slots=True)
class Apart:
    """``all``: what stands as a whole in a list, an aside, a frame, in italics: a story does so seldom, a plea often;
    ``slanted``: what of it is in italics.
    """

    all: frozenset[str]
    slanted: frozenset[str]


def tells(text: str) -> bool:
    """In words of the story, or at some length and most unlike a plea."""
    return plea_words().speaks_story(text) or (len(text.split()) >= FEWEST_TELLING and odds_of(text) < PHRASED)


def paragraphs_apart(root: html.HtmlElement, page_blocks: Iterable[Block]) -> Apart:
    boxed = {block.text for block in page_blocks if block.within & APART}
    slanted = set(short_texts(root, *SLANTED))
    everything = [*boxed, *slanted, *short_texts(root, *STRONG)]
    return Apart(frozenset(text for text in everything if len(text) <= LONGEST_APART), frozenset(slanted))


def short_texts(root: html.HtmlElement, *tags: str) -> Iterator[str]:
    return (visible_text(element) for element in root.iter(*tags) if len(element) <= MOST_INNER)


def blocks(root: html.HtmlElement) -> list[Block]:
    """All words of the page that a reader sees, block by block, in order."""
    walk = _Walk(picture_frames(root))
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            walk.enter(element, tag)
        else:
            walk.leave(element, tag)
    walk.end_block()
    return walk.found


@dataclass(slots=True)
class _Walk:
    """Through a page, element by element."""

    framed: set[html.HtmlElement]
    found: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    layout: list[str] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    entered: int = 0
    unseen: int = 0
    pressed: int = 0
    rule: int = 0
    linked: int = 0

    def enter(self, element: html.HtmlElement, tag: str) -> None:
        if tag in BLOCKS:
            self.end_block()
            self.entered += 1
            self.rule += tag == "hr"
            self.layout.append(f"{tag}.{DIGITS.sub('', element.get('class') or element.get('id') or '')}")
            self.inside.append(self.entered)
        self.around.append(CAPTION if element in self.framed else _called(element) or tag)
        self.unseen += tag in UNSEEN or tag == "head"
        self.pressed += tag in PRESSED
        self.add(element.text)

    def leave(self, element: html.HtmlElement, tag: str) -> None:
        if tag in BLOCKS:
            self.end_block()
            self.layout.pop()
            self.inside.pop()
        self.around.pop()
        self.unseen -= tag in UNSEEN or tag == "head"
        self.pressed -= tag in PRESSED
        self.add(element.tail)

    def add(self, words: str | None) -> None:
        if words and not self.unseen:
            self.words.append(words)
            self.linked += letters(words) if self.pressed else 0

    def end_block(self) -> None:
        text = " ".join("".join(self.words).split())
        if text:
            around, layout, inside = frozenset(self.around), tuple(self.layout), tuple(self.inside)
            self.found.append(Block(text, around, layout, inside, self.rule, self.linked))
        self.words.clear()
        self.linked = 0
