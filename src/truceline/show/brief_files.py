"""A brief as text, Markdown, HTML or a Word document."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from truceline.show.brief_lines import Brief, Line, Quote, Section, Source

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

WIDTH = 100
SAFE = ("https://", "http://")  # a link of any other kind is printed, not linked


def as_text(brief: Brief) -> str:
    return "\n".join((brief.title, "=" * len(brief.title), "", fill(brief.lead, WIDTH), *text_sections(brief))) + "\n"


def text_sections(brief: Brief) -> Iterator[str]:
    for section in brief.sections:
        yield f"\n{section.title.upper()}"
        for line in section.lines:
            yield fill(f"- {line.text}", WIDTH, subsequent_indent="  ")
            for quote in line.quotes:
                yield fill(f"“{quote.words}” [{named(quote)}]", WIDTH, initial_indent="  ", subsequent_indent="  ")
                yield from (f"  {source.url}" for source in quote.sources if source.url)
        if not section.lines:
            yield f"  {section.empty}"


def named(quote: Quote) -> str:
    return "; ".join(source.name for source in quote.sources)


def as_markdown(brief: Brief) -> str:
    return "\n".join((f"# {markdown(brief.title)}", "", markdown(brief.lead), *markdown_sections(brief))) + "\n"


def markdown_sections(brief: Brief) -> Iterator[str]:
    for section in brief.sections:
        yield f"\n## {markdown(section.title)}\n"
        for line in section.lines:
            yield f"- {markdown(line.text)}: {'; '.join(markdown_quote(quote) for quote in line.quotes)}"
        if not section.lines:
            yield f"*{section.empty}*"


def markdown_quote(quote: Quote) -> str:
    links = (
        f"[{markdown(source.name)}](<{source.url}>)" if linkable(source) else markdown(source.name)
        for source in quote.sources
    )
    return f"“{markdown(quote.words)}” ({'; '.join(links)})"


def markdown(text: str) -> str:
    """Words as they are: nothing in a report may become markup."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|!" else letter for letter in text)


def linkable(source: Source) -> bool:
    return bool(source.url) and str(source.url).startswith(SAFE) and not set(str(source.url)) & set("<> \n\"'")


def as_html(brief: Brief) -> str:
    body = "\n".join(html_section(section) for section in brief.sections)
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8">'
        f"<title>{escape(brief.title)}</title>\n<style>{STYLE}</style>\n"
        f"<main><h1>{escape(brief.title)}</h1>\n<p>{escape(brief.lead)}</p>\n{body}\n</main></html>\n"
    )


STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "h2{font-size:1.05rem;margin:1.6rem 0 .3rem}li{margin:.5rem 0}q,blockquote{font-style:italic}small{opacity:.75}"
)


def html_section(section: Section) -> str:
    if not section.lines:
        return f"<h2>{escape(section.title)}</h2>\n<p><small>{escape(section.empty)}</small></p>"
    items = "\n".join(f"<li>{escape(line.text)}{''.join(map(quote_html, line.quotes))}</li>" for line in section.lines)
    return f"<h2>{escape(section.title)}</h2>\n<ul>\n{items}\n</ul>"


def quote_html(quote: Quote) -> str:
    sources = "; ".join(map(source_html, quote.sources))
    return f"<br><q>{escape(quote.words)}</q> <small>{sources}</small>"


def source_html(source: Source) -> str:
    name = escape(source.name)
    return f'<a href="{escape(str(source.url))}">{name}</a>' if linkable(source) else name


def write_docx(brief: Brief, file: Path) -> None:
    """Raises ImportError naming what to install."""
    try:
        from docx import Document
    except ImportError as error:
        raise ImportError("a Word document needs python-docx: pip install 'truceline[documents]'") from error
    document = Document()
    document.add_heading(brief.title, level=1)
    document.add_paragraph(brief.lead)
    for section in brief.sections:
        document.add_heading(section.title, level=2)
        for line in section.lines:
            add_line(document.add_paragraph(style="List Bullet"), line)
        if not section.lines:
            document.add_paragraph(section.empty)
    document.save(str(file))


def add_line(paragraph: "Paragraph", line: Line) -> None:
    paragraph.add_run(f"{line.text}:")
    for quote in line.quotes:
        paragraph.add_run(f" “{quote.words}”").italic = True
        sources = "; ".join(", ".join(part for part in (source.name, source.url) if part) for source in quote.sources)
        paragraph.add_run(f" ({sources})")


TEXTS: dict[str, Callable[[Brief], str]] = {"text": as_text, "markdown": as_markdown, "html": as_html}
