"""A page's HTML as a tree that no later step can choke on."""

import re

from lxml import etree, html

from truceline.errors import NothingToRead, TooLarge
from truceline.read.paragraphs import paragraphs

MOST_ELEMENTS = 40_000  # some seconds' work; a news page with hundreds of comments has a tenth of it
DEEPEST = 150  # the body finder walks down by recursion; pages by hand and by machine nest 20 to 60 deep
LONG_TAG = 50_000  # bytes, data addresses of pictures aside
MOST_ATTRIBUTES = 20_000  # of one element: the parser compares each with each. A mark left open looks like thousands
LONG_TAGS = re.compile(r"<[a-z/](?>[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+", re.IGNORECASE)
# Within these no "<" opens an element: how each begins, where its content begins, how it ends.
HIDDEN = re.compile(r"<!--|<(?:script|style)\b[^>]*>?", re.IGNORECASE)
END_OF = {name: re.compile(end, re.IGNORECASE) for name, end in (("<!", "-->"), ("<s", "</s(?:cript|tyle)"))}
BETWEEN = re.compile(r"[\s/]+|(?<=')(?=[^\s/'])")  # attributes
QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
# Wrappers without meaning, taken out of a page that nests too deep: inline ones first.
WRAPPERS = (
    ("b", "i", "u", "em", "strong", "font", "span", "small", "big", "center", "tt", "sup", "sub", "a"),
    ("div", "section", "main", "blockquote", "ul", "ol", "li", "dl", "dd", "table", "tbody", "tr", "td", "form"),
)
STYLES = {"a", "b", "i", "u", "em", "strong", "font", "span", "tt", "small", "big"}
UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas")
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def page_tree(name: str, page: str) -> html.HtmlElement:
    """Parse as browsers do: never fails on bad markup, expands no entities of its own making, fetches nothing."""
    _check_tags(name, page)
    # Nesting beyond 2,048 is cut off by the parser itself.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(XML_DECLARATION.sub("", UNFIT.sub(" ", page)).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NothingToRead(name, "there is no page in it") from error
    _check_size(name, root)
    return with_paragraphs(root)


def _check_tags(name: str, page: str) -> None:
    """Before the page is parsed, which would take minutes."""
    if len(page) < LONG_TAG:
        return
    for tag in LONG_TAGS.finditer(_markup(page)):
        if tag.end() - tag.start() > LONG_TAG and len(BETWEEN.split(QUOTED.sub("''", tag[0]))) > MOST_ATTRIBUTES:
            raise TooLarge(name, f"an element with more than {MOST_ATTRIBUTES:,} attributes")


def _markup(page: str) -> str:
    """Without what stands in comments, scripts and styles: "a<b" of a program opens no element."""
    kept, at = [], 0
    while (opening := HIDDEN.search(page, at)) is not None:
        kept.append(page[at : opening.end()])
        end = END_OF[opening[0][:2].lower()].search(page, opening.end())
        at = end.start() if end else len(page)
    return "".join([*kept, page[at:]])


def _check_size(name: str, root: html.HtmlElement) -> None:
    elements = sum(1 for _ in root.iter())
    if elements > MOST_ELEMENTS:
        raise TooLarge(name, f"{elements:,} elements; a page with a report has far fewer than {MOST_ELEMENTS:,}")


def with_paragraphs(root: html.HtmlElement) -> html.HtmlElement:
    """The tree itself; text whose lines break at a column, as wires' do, in paragraphs. Code and verse stay."""
    for element in list(root.iter("pre")):
        pieces = paragraphs(element.text_content())
        is_broken = any("\n" in piece.text for piece in pieces)
        if is_broken and all(inner.tag in STYLES for inner in element.iterdescendants()):
            element.clear(keep_tail=True)
            element.tag = "div"
            for piece in pieces:
                etree.SubElement(element, "p").text = " ".join(piece.text.split())
    return root


def flattened(root: html.HtmlElement) -> html.HtmlElement:
    """The tree itself; where it nests too deep, without its wrappers. Text is never lost."""
    for wrappers in WRAPPERS:
        if depth(root) <= DEEPEST:
            break
        etree.strip_tags(root, *wrappers)
    return root


def depth(root: html.HtmlElement) -> int:
    deepest = level = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def visible_text(element: html.HtmlElement) -> str:
    """The element's words with single spaces."""
    return " ".join("".join(element.itertext()).split())
