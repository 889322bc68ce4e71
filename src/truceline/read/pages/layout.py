"""Tables that lay out a page, as old pages do, are no tables of data: their cells hold paragraphs."""

from dataclasses import dataclass, field

from lxml import etree, html

from truceline.read.pages.tree import visible_text

MOST_DATA_WORDS = 40  # of one cell; tables of figures and names hold a few
FEWEST_PROSE = 10  # words of a paragraph that is a sentence
ENDS = (".", "?", '"', "”")
TABLE_PARTS = {"table", "tbody", "thead", "tfoot", "tr", "td", "th"}


@dataclass
class OpenTable:
    """A table whose end has not come: its parts so far, the words of its longest cell, whether it holds a paragraph."""

    parts: list[html.HtmlElement] = field(default_factory=list)
    longest_cell: int = 0
    holds_prose: bool = False


def without_layout_tables(root: html.HtmlElement) -> html.HtmlElement:
    """The tree itself, with the parts of layout tables turned into plain boxes."""
    for table in _tables(root):
        if table.longest_cell > MOST_DATA_WORDS or table.holds_prose:
            for part in table.parts:
                part.tag = "div"
    return root


def is_prose(paragraph: html.HtmlElement) -> bool:
    text = visible_text(paragraph)
    return len(text.split()) >= FEWEST_PROSE and text.endswith(ENDS)


def _tables(root: html.HtmlElement) -> list[OpenTable]:
    """All tables with the words of their longest cell, in one walk."""
    closed: list[OpenTable] = []
    opened: list[OpenTable] = []
    words = 0
    before_cell: list[int] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if element.tag == "table":
                opened.append(OpenTable())
            if opened and element.tag in TABLE_PARTS:
                opened[-1].parts.append(element)
            if element.tag in ("td", "th"):
                before_cell.append(words)
            words += len((element.text or "").split())
        else:
            if element.tag in ("td", "th") and before_cell:
                cell = words - before_cell.pop()
                if opened:
                    opened[-1].longest_cell = max(opened[-1].longest_cell, cell)
            if opened and element.tag == "p":
                opened[-1].holds_prose = opened[-1].holds_prose or is_prose(element)
            if element.tag == "table" and opened:
                closed.append(opened.pop())
            words += len((element.tail or "").split())
    return closed
