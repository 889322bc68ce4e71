"""Mail, folders of mail, and pages saved as one file."""

import plistlib
from datetime import date
from email.message import EmailMessage

import pytest

from read.sources_made import FIRST, PAGE, SECOND, STORY, TITLE, found_in, reports_in, words
from truceline.model.report import Report


def mail(**heads):
    message = EmailMessage()
    message["From"] = "Valley Post alerts <alerts@v.example>"
    message["Subject"] = TITLE
    message["Date"] = "Wed, 12 May 2021 23:30:00 -0500"
    message["Message-ID"] = "<1@v.example>"
    for name, value in heads.items():
        message[name] = value
    return message


def test_the_text_part_of_a_mail_is_the_story():
    message = mail()
    message.set_content(STORY)
    message.add_alternative(f"<html><body><p>{FIRST}</p></body></html>", subtype="html")
    (report,) = reports_in(bytes(message), "a.eml")
    assert list(words([report])) == [STORY]
    assert (report.title, report.publisher, report.published) == (TITLE, "Valley Post alerts", date(2021, 5, 12))


def test_a_plain_part_that_only_sends_to_the_page_is_passed_over():
    message = mail()
    message.set_content("Read this in your browser: https://v.example/1")
    message.add_alternative(f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", subtype="html")
    (report,) = reports_in(bytes(message), "a.eml")
    assert list(words([report])) == [STORY]


def test_a_day_that_cannot_be_read_is_unclear():
    message = mail()
    message.set_content(STORY)
    (report,) = reports_in(bytes(message).replace(b"Wed, 12 May 2021", b"Wed, 99 Foo"), "a.eml")
    assert (report.published, report.missing["published"]) == (None, "unclear")


def test_a_signature_is_no_story():
    message = mail()
    message.set_content(f"{STORY}\n-- \nThe Valley Post, 14 Harbour Street\n")
    (report,) = reports_in(bytes(message), "a.eml")
    assert list(words([report])) == [STORY]


def test_a_mail_in_html_alone_gives_its_words():
    message = mail()
    message.set_content(f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", subtype="html")
    (report,) = reports_in(bytes(message), "a.eml")
    assert list(words([report])) == [STORY]


def test_links_of_a_mail_in_html_are_no_story():
    message = mail()
    row = "<a href=/>Home</a> | <a href=/w>World</a> | <a href=/s>Sport</a>"
    links = f"<p>{row}</p><ul><li><a href=/1>Rains delay the harvest</a></li><li><a href=/2>Fares go up</a></li></ul>"
    message.set_content(f"<html><body>{links}<p>{FIRST}</p><p>{SECOND}</p><p>{row}</p></body></html>", subtype="html")
    (report,) = reports_in(bytes(message), "a.eml")
    story = report.text
    for piece in reversed(report.left_out):
        story = story[: piece.start] + story[piece.end :]
    assert [line for line in story.split("\n") if line] == [TITLE, FIRST, SECOND]


def test_each_attached_file_is_a_report_of_its_own(tmp_path):
    import io

    import docx

    document = docx.Document()
    for paragraph in (TITLE, FIRST, SECOND):
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    message = mail()
    message.set_content(f"{FIRST}\n\nThe full reports are attached.")
    message.add_attachment(f"{TITLE}\n\n{STORY}", filename="day.txt")
    message.add_attachment(PAGE.decode(), subtype="html", filename="page.html")
    message.add_attachment(written.getvalue(), maintype="application", subtype="octet-stream", filename="day.docx")
    message.add_attachment(b"\x89PNG....", maintype="image", subtype="png", filename="map.png")
    message.add_attachment(b"\0\1\2" * 99, maintype="application", subtype="octet-stream", filename="data.bin")
    inner = mail()
    inner.set_content(STORY)
    message.add_attachment(inner)
    found = found_in(bytes(message), "a.eml")
    reports = [report for report in found if isinstance(report, Report)]
    assert [text.endswith(SECOND) for text in words(reports)] == [False, True, True, True, True]
    refused = [error.source for error in found if not isinstance(error, Report)]
    assert refused == ["a.eml/map.png", "a.eml/data.bin"]


def test_a_mail_without_words_of_its_own_is_what_is_attached():
    message = mail()
    message.set_content("\n")
    message.add_attachment(f"{TITLE}\n\n{STORY}", filename="day.txt")
    folder = b"From alerts@v.example Wed May 12 23:30:00 2021\n" + bytes(message)
    for content in (bytes(message), b"\r\n\n" + bytes(message), folder):
        (report,) = reports_in(content, "a.eml")
        assert (report.title, list(words([report]))) == (TITLE, [STORY])


def test_a_folder_of_mail_holds_many():
    messages = []
    for number in range(3):
        message = mail()
        message.set_content(f"{STORY}\n\nThis was report {number} of the day.")
        messages.append(b"From alerts@v.example Wed May 12 23:30:00 2021\n" + bytes(message) + b"\n")
    reports = reports_in(b"".join(messages), "alerts.mbox")
    assert [text[-16:] for text in words(reports)] == [f"rt {number} of the day." for number in range(3)]


def test_a_page_saved_as_one_file_is_that_page():
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://v.example/truce"
    message["Subject"] = TITLE
    message["MIME-Version"] = "1.0"
    message.set_content(PAGE.decode(), subtype="html", cte="quoted-printable")
    message.make_related()
    (report,) = reports_in(bytes(message), "a.mhtml")
    assert report.text == f"{TITLE}\n\n{STORY}"
    assert report.url == "https://v.example/truce"


def test_a_broken_mail_is_refused_or_read():
    message = mail()
    message.set_content(STORY)
    broken = bytes(message).replace(b"utf-8", b"no-such-code").replace(b"Wed, 12", b"Xed, 99")
    assert all(isinstance(found, Report) or "broken" in str(found) for found in found_in(broken, "a.eml"))


def test_a_text_that_begins_with_a_colon_is_no_mail():
    text = f"Fighting: what we know\nBy: A. Reporter\n\n{STORY}"
    (report,) = reports_in(text.encode())
    assert report.text == text


def test_a_page_that_an_old_browser_saved_alone_is_a_page_too():
    message = EmailMessage()
    message["From"] = "<Saved by Microsoft Internet Explorer 5>"
    message.set_content(PAGE.decode(), subtype="html")
    message["Content-Location"] = "https://v.example/truce"
    for content in (bytes(message), b"\r\n" + bytes(message)):
        (report,) = reports_in(content, "a.mht")
        assert (report.text, report.url) == (f"{TITLE}\n\n{STORY}", "https://v.example/truce")


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_page_that_safari_saved_is_that_page(form):
    resource = {
        "WebResourceData": PAGE,
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://v.example/t",
    }
    content = plistlib.dumps({"WebMainResource": resource, "WebSubresources": []}, fmt=form)
    (report,) = reports_in(content, "a.webarchive")
    assert (report.text, report.url) == (f"{TITLE}\n\n{STORY}", "https://v.example/t")
    (refused,) = found_in(content[:60], "a.webarchive") if form is plistlib.FMT_BINARY else [None]
    assert refused is None or "no saved page" in str(refused)


HEADS = [
    "---------- Forwarded message ---------\nFrom: Valley Post <news@v.example>\nDate: Wed, May 12, 2021 at 9:30 AM\n"
    f"Subject: Fwd: {TITLE}\nTo: Desk <desk@w.example>\n\n\n",
    f"From: Valley Post\nSent: Wednesday, May 12, 2021 9:30 AM\nTo: Desk; Archive\nSubject: FW: {TITLE}\n\n",
    f"FYI, please file.\n\nBegin forwarded message:\n\n> From: Valley Post <news@v.example>\n> Subject: {TITLE}\n"
    "> Date: 12 May 2021 at 09:30:12 GMT+2\n> To: Desk <desk@w.example>,\n>   Archive <a@w.example>\n>\n",
    "-----Original Message-----\r\n*From:* Valley Post <news@v.example>\r\n*Sent:* 12 May 2021 09:30\r\n"
    f"*Subject:* Re: Fwd: {TITLE}\r\n\r\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_mail_that_was_sent_on_is_the_first_senders(head):
    story = "".join(f"> {line}\n" for line in STORY.splitlines()) if "> From" in head else STORY
    message = mail(**{"X-Sent-On": "yes"})
    message.set_content(head.replace("\r\n", "\n") + story)
    for content in ((head + story).encode(), bytes(message)):
        (report,) = reports_in(content, "pasted.txt")
        assert list(words([report])) == [STORY]
        assert (report.title, report.publisher, report.published) == (TITLE, "Valley Post", date(2021, 5, 12))


MEMOS = [f"From: Goma to Bukavu the road is closed\n\n{STORY}", f"Date: 12 May 2021\nSubject: truce\n\n{STORY}"]


@pytest.mark.parametrize("text", MEMOS)
def test_lines_with_colons_are_no_head_without_sender_day_and_subject(text):
    (report,) = reports_in(text.encode())
    assert report.text == text
