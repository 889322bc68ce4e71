"""A brief as text, Markdown, HTML or a Word document."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from textwrap import fill

from truceline.show.period import Brief, Line, Section

WIDTH = 100
SAFE = ("https://", "http://")  # a link of any other kind is printed, not linked


def as_text(brief: Brief) -> str:
    return "\n".join((brief.title, "=" * len(brief.title), "", fill(brief.lead, WIDTH), *text_sections(brief))) + "\n"


def text_sections(brief: Brief) -> Iterator[str]:
    for section in brief.sections:
        yield f"\n{section.title.upper()}"
        for line in section.lines:
            yield fill(f"- {line.text}", WIDTH, subsequent_indent="  ")
            yield fill(f"“{line.words}” [{line.source}]", WIDTH, initial_indent="  ", subsequent_indent="  ")
            if line.url:
                yield f"  {line.url}"
        if not section.lines:
            yield f"  {section.empty}"


def as_markdown(brief: Brief) -> str:
    return "\n".join((f"# {markdown(brief.title)}", "", markdown(brief.lead), *markdown_sections(brief))) + "\n"


def markdown_sections(brief: Brief) -> Iterator[str]:
    for section in brief.sections:
        yield f"\n## {markdown(section.title)}\n"
        for line in section.lines:
            link = f"[{markdown(line.source)}](<{line.url}>)" if linkable(line) else markdown(line.source)
            yield f"- {markdown(line.text)}: “{markdown(line.words)}” ({link})"
        if not section.lines:
            yield f"*{section.empty}*"


def markdown(text: str) -> str:
    """Words as they are: nothing in a report may become markup."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|!" else letter for letter in text)


def linkable(line: Line) -> bool:
    return bool(line.url) and str(line.url).startswith(SAFE) and not set(str(line.url)) & set("<> \n\"'")


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
    items = "\n".join(
        f"<li>{escape(line.text)}<br><q>{escape(line.words)}</q> <small>{source_html(line)}</small></li>"
        for line in section.lines
    )
    return f"<h2>{escape(section.title)}</h2>\n<ul>\n{items}\n</ul>"


def source_html(line: Line) -> str:
    return f'<a href="{escape(str(line.url))}">{escape(line.source)}</a>' if linkable(line) else escape(line.source)


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
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(f"{line.text}: ")
            paragraph.add_run(f"“{line.words}”").italic = True
            paragraph.add_run(f" ({', '.join(part for part in (line.source, line.url) if part)})")
        if not section.lines:
            document.add_paragraph(section.empty)
    document.save(str(file))


TEXTS: dict[str, Callable[[Brief], str]] = {"text": as_text, "markdown": as_markdown, "html": as_html}
