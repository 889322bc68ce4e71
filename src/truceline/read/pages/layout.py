"""Tables that lay out a page, as old pages do, are no tables of data: their cells hold paragraphs."""

from dataclasses import dataclass, field

from lxml import etree, html

MOST_DATA_WORDS = 40  # of one cell; tables of figures and names hold a few
TABLE_PARTS = {"table", "tbody", "thead", "tfoot", "tr", "td", "th"}


@dataclass
class OpenTable:
    """A table whose end has not come: its parts so far, and the words of its longest cell."""

    parts: list[html.HtmlElement] = field(default_factory=list)
    longest_cell: int = 0


def without_layout_tables(root: html.HtmlElement) -> html.HtmlElement:
    """The tree itself, with the parts of layout tables turned into plain boxes."""
    for table in _tables(root):
        if table.longest_cell > MOST_DATA_WORDS:
            for part in table.parts:
                part.tag = "div"
    return root


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
            if element.tag == "table" and opened:
                closed.append(opened.pop())
            words += len((element.tail or "").split())
    return closed
