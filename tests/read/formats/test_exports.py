"""Text exports of news databases: several articles in one file."""

import io
from datetime import date

import pytest

from read.sources_made import FIRST, SECOND, STORY, TITLE, found_in, reports_in, words

NEXIS = f"""
                               1 of 2 DOCUMENTS

                             The Valley Post

                        May 12, 2021 Wednesday
                             Late Edition

HEADLINE: {TITLE}

BYLINE: By A. REPORTER

SECTION: Section A; Pg. 8

LENGTH: 40 words

DATELINE: GOMA

BODY:
{STORY}

LOAD-DATE: May 13, 2021

LANGUAGE: ENGLISH

                   Copyright 2021 The Valley Post
                         All Rights Reserved


                               2 of 2 DOCUMENTS

                             River Daily

                        Monday, May 17, 2021

HEADLINE: Talks resume

BODY:
{SECOND}

NOTE: the mayor said so.

GRAPHIC: a map

LOAD-DATE: May 17, 2021
"""
NEXIS_UNI = f"""
{TITLE}

The Valley Post
May 12, 2021 Wednesday

Copyright 2021 The Valley Post All Rights Reserved
Section: Section A; Pg. 8
Length: 40 words
Byline: By A. REPORTER
Body


{STORY}

Classification


Language: ENGLISH

End of Document


Talks resume

River Daily
17 May 2021

Copyright 2021 River Daily
Length: 12 words
Body

{SECOND}

Load-Date: May 17, 2021

End of Document
"""
FACTIVA = f"""SE   News
HD   {TITLE}
BY   By A. Reporter
WC   40 words
PD   12 May 2021
SN   The Valley Post
SC   VALP
LA   English
CY   (c) 2021

LP
{FIRST}

TD
{SECOND}

AN
Document VALP000020210512eh5c0001

HD   Talks resume
WC   12 words
PD   17 May 2021
SN   River Daily
LA   English
TD
{SECOND}

AN   Document RIVD000020210517eh5h0001
"""
FACTIVA_LINES = f"""{TITLE}

By A. Reporter
40 words
12 May 2021
06:00
The Valley Post
VALP
English
(c) 2021 The Valley Post

{STORY}

Document VALP000020210512eh5c0001

Talks resume

12 words
17 May 2021
River Daily
RIVD
English
Copyright 2021

{SECOND}

Document RIVD000020210517eh5h0001
"""


def check(content, author):
    first, second = reports = reports_in(content.encode(), "export.txt")
    assert (first.title, first.publisher, first.published) == (TITLE, "The Valley Post", date(2021, 5, 12))
    assert (second.title, second.publisher, second.published) == ("Talks resume", "River Daily", date(2021, 5, 17))
    assert first.author == author
    assert next(words(reports)) == STORY
    return list(words(reports))[1]


def test_lexisnexis_with_fields_in_capitals():
    assert check(NEXIS, "A. REPORTER") == f"{SECOND}\n\nNOTE: the mayor said so."


def test_nexis_uni():
    assert check(NEXIS_UNI, "A. REPORTER") == SECOND


COVER = "User Name: jd\nDate and Time: June 3, 2021\n\nDocuments (2)\n\n1. Truce fails\n\n2. Talks resume\n\n"


@pytest.mark.parametrize("day", ["12 May 2021", "Wednesday 12 May 2021 11:24 AM GMT", "Wednesday, May 12, 2021"])
def test_nexis_uni_under_a_list_of_its_articles_and_with_other_days(day):
    export = COVER + NEXIS_UNI.lstrip().replace("May 12, 2021 Wednesday", day).replace("River Daily", "\nRiver Daily\n")
    assert check(export, "A. REPORTER") == SECOND


def test_an_export_as_a_word_document_is_told_apart_article_by_article():
    docx = pytest.importorskip("docx")
    document, out = docx.Document(), io.BytesIO()
    for line in NEXIS_UNI.strip().splitlines():
        document.add_paragraph(line)
    document.save(out)
    first, second = reports_in(out.getvalue(), "export.docx")
    assert (first.title, first.publisher, first.published) == (TITLE, "The Valley Post", date(2021, 5, 12))
    assert second.title == "Talks resume" and SECOND in second.text and FIRST in first.text


def test_lexisnexis_with_the_day_first():
    assert check(NEXIS.replace("May 12, 2021 Wednesday", "12 May 2021"), "A. REPORTER").startswith(SECOND)


def test_factiva_with_codes():
    assert check(FACTIVA, "A. Reporter") == SECOND


def test_factiva_as_plain_lines():
    assert check(FACTIVA_LINES, "A. Reporter") == SECOND


RULE = "_" * 60


def proquest(title: str, text: str) -> str:
    return f"""{RULE}

Document 1 of 2

{title}

Author: Reporter, A; Poe, B

Publication info: The Valley Post ; Goma [Goma] 12 May 2021: A.8.

http://ezproxy.v.example/login?url=https://search.proquest.example/7

Abstract: A truce failed.

Links: None

Full text: {text}

Credit: A Reporter

Subject: Truces; Armed forces

Location: Goma

Title: {title}

Publication title: The Valley Post; Goma

Pages: A.8

Publication year: 2021

Publication date: May 12, 2021

ProQuest document ID: 434068123

Document URL: https://search.proquest.example/7

Copyright: Copyright The Valley Post May 12, 2021

Last updated: 2021-05-13

Database: Global Newsstream

"""


def test_proquest_article_by_article():
    contents = f"{RULE}\n\nReport Information from ProQuest\n\n{RULE}\n\nTable of contents\n\n1. {TITLE}\n2. Second\n\n"
    sitrep = f"{FIRST}\n\nLocation: the river bank\n\n{SECOND}"
    export = f"{contents}{proquest(TITLE, STORY)}{proquest('Second', sitrep)}{RULE}\n\nContact ProQuest\n"
    first, second = reports_in(export.encode(), "export.txt")
    assert list(words([first, second])) == [STORY, sitrep]
    assert (first.title, first.publisher, first.author) == (TITLE, "The Valley Post", "A Reporter; B Poe")
    assert (first.published, first.url) == (date(2021, 5, 12), "https://search.proquest.example/7")


def test_a_proquest_article_without_its_text_is_refused():
    export = f"{proquest(TITLE, STORY)}{proquest('Second', 'x').replace('Full text: x', '')}".encode()
    first, refused = found_in(export, "export.txt")
    assert (first.title, refused.source) == (TITLE, "export.txt, article 2")


def test_line_ends_of_windows_are_no_hindrance():
    assert check(NEXIS.replace("\n", "\r\n"), "A. REPORTER").startswith(SECOND)


def test_articles_of_an_export_are_refused_by_their_number():
    from read.sources_made import found_in

    broken = FACTIVA.replace(FIRST, "").replace(SECOND, "", 1)
    found = found_in(broken.encode(), "export.txt")
    assert found[0].source == "export.txt, article 1"
    assert found[1].title == "Talks resume"


def test_lexisnexis_without_labels_for_headline_and_body():
    plain = (
        NEXIS.replace("HEADLINE: ", "").replace("BODY:", "").replace("Talks resume", "Talks resume\n\nLENGTH: 9 words")
    )
    assert check(plain, "A. REPORTER") == f"{SECOND}\n\nNOTE: the mayor said so."
