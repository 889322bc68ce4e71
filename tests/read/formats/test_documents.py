"""PDF and Word."""

import io
import textwrap

import docx

from read.sources_made import FIRST, SECOND, STORY, found_in, reports_in
from truceline.errors import NothingToRead, NotText
from truceline.read.formats.documents import pdf_paragraphs


def pdf(lines):
    """A PDF document of one page, written by hand: objects, a table of where they stand, a trailer."""
    content = "BT /F1 10 Tf 14 TL 40 800 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(f"{place:010} 00000 n \n".encode() for place in places))
    out.write(f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def test_the_lines_of_a_pdf_become_paragraphs():
    lines = [*textwrap.wrap(FIRST, 70), *textwrap.wrap(SECOND, 70), "3"]
    (report,) = reports_in(pdf(lines), "a.pdf")
    assert report.text == STORY


def test_running_titles_and_page_numbers_are_left_out_and_broken_words_made_whole():
    pages = [
        ["The Daily", "The army took the vil-", "lage on Monday and held", "1"],
        ["The Daily", "it for a week, they said.", "More words follow here.", "2"],
        ["The Daily", "End.", "3"],
    ]
    assert " ".join(pdf_paragraphs(pages)) == (
        "The army took the village on Monday and held it for a week, they said. More words follow here. End."
    )


def test_a_pdf_without_words_is_refused_with_the_reason():
    (refused,) = found_in(pdf([]), "a.pdf")
    assert isinstance(refused, NothingToRead) and "OCR" in str(refused)


def test_a_damaged_pdf_is_refused():
    (refused,) = found_in(pdf([FIRST])[:200], "a.pdf")
    assert isinstance(refused, NotText)


def test_a_word_document_is_read_with_its_tables():
    document = docx.Document()
    document.core_properties.author = "A. Reporter"
    document.add_paragraph(FIRST)
    document.add_table(1, 1).cell(0, 0).text = SECOND
    out = io.BytesIO()
    document.save(out)
    (report,) = reports_in(out.getvalue(), "a.docx")
    assert report.text == STORY
    assert report.author == "A. Reporter"


def test_a_damaged_word_document_is_refused():
    out = io.BytesIO()
    docx.Document().save(out)
    (refused,) = found_in(out.getvalue()[:-300], "a.docx")
    assert isinstance(refused, NotText)
