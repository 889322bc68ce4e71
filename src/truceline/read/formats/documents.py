"""PDF and Word documents: their text, paragraph by paragraph."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from truceline.errors import CannotRead, NothingToRead, NotText
from truceline.model.report import Report
from truceline.read.formats.exports.read_export import articles_of, reports_of
from truceline.read.formats.story import Story, story_report
from truceline.read.optional import library
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

MOST_PAGES = 500
FULL_LINE = 0.75  # of the longest usual line; a shorter one that ends a sentence ends its paragraph
ENDS_SENTENCE = re.compile(r"[.!?:][\"”’)]*$")
PAGE_NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
EDGE = 2  # lines at the head and the foot of a page in which running titles stand


def read_pdf(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    pypdf = library("pypdf", source.name, "a PDF document", "documents")
    errors = (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
    try:
        document = pypdf.PdfReader(io.BytesIO(source.content))
        pages = [page.extract_text() for page in document.pages[:MOST_PAGES]]
        about = document.metadata or {}
    except errors as error:
        raise NotText(source.name, f"this PDF document cannot be read ({error or type(error).__name__})") from error
    text = "\n\n".join(pdf_paragraphs([page.splitlines() for page in pages]))
    if not text:
        raise NothingToRead(source.name, "this PDF document holds pictures of text only; run it through OCR first")
    yield from document_reports(source.name, text, str(about.get("/Author") or ""), options)


def document_reports(name: str, text: str, author: str, options: ReadOptions) -> Iterator[Report | CannotRead]:
    """One, or each article of a database's export, which today are documents more often than texts."""
    articles = articles_of(text.encode())
    if articles is not None:
        yield from reports_of(name, articles(text), options)
    else:
        yield story_report(name, Story(text, {"author": author or None}), options)


def pdf_paragraphs(pages: Sequence[Sequence[str]]) -> list[str]:
    """Lines joined to paragraphs over page breaks; running titles and page numbers left out."""
    running = running_titles(pages)
    lines = [
        line.strip()
        for page in pages
        for at, line in enumerate(page)
        if not is_furniture(line.strip(), running, at < EDGE or at >= len(page) - EDGE)
    ]
    full = FULL_LINE * max((len(line) for line in lines), default=0)
    found: list[str] = []
    open_paragraph = ""
    for line in lines:
        open_paragraph = joined_lines(open_paragraph, line)
        if not line or (len(line) < full and ENDS_SENTENCE.search(line)):
            found.append(open_paragraph)
            open_paragraph = ""
    return [paragraph for paragraph in [*found, open_paragraph] if paragraph]


def running_titles(pages: Sequence[Sequence[str]]) -> set[str]:
    """Lines at the edges of most pages."""
    edges = Counter(line.strip() for page in pages for line in {*page[:EDGE], *page[-EDGE:]} if line.strip())
    return {line for line, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}


def is_furniture(line: str, running: set[str], at_edge: bool) -> bool:
    return at_edge and (line in running or bool(PAGE_NUMBER.match(line)))


def joined_lines(before: str, line: str) -> str:
    """A word that was broken at the end of a line is made whole."""
    if before.endswith("-") and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}".strip()


def read_word(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    docx = library("docx", source.name, "a Word document", "documents")
    try:
        document = docx.Document(io.BytesIO(source.content))
        text = "\n\n".join(filter(None, word_paragraphs(document)))
        about = document.core_properties
    except (ValueError, KeyError, OSError, AttributeError, SyntaxError, RuntimeError) as error:
        raise NotText(source.name, f"this Word document cannot be read ({error})") from error
    yield from document_reports(source.name, text, about.author or "", options)


def word_paragraphs(document: Any) -> Iterator[str]:  # noqa: ANN401 - the library is optional
    """Paragraphs and the cells of tables, in their order."""
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            yield from ("\n".join(cell.text for cell in row.cells) for row in item.rows)
        else:
            yield item.text.strip()
