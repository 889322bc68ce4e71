"""The door: which sources are read, and what is said of those that cannot be."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from truceline.errors import CannotRead, FileNotThere, LanguageNotSupported, NothingToRead, NotText, TooLarge
from truceline.read.read_reports import read_reports
from truceline.settings import Settings

STORY = "Truce fails in the valley\n\nTwelve people were killed on Tuesday, the army said.\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_folder_is_read_with_all_below_it_by_name(tmp_path):
    for name in ("b.txt", "a/z.txt", "c.txt", ".hidden/d.txt"):
        write(tmp_path, name, STORY.replace("Twelve", name))
    texts = [report.text for report in read_reports(tmp_path)]
    assert [text.split("\n\n")[1].split(" ")[0] for text in texts] == ["a/z.txt", "b.txt", "c.txt"]


def test_a_glob_stands_for_its_files(tmp_path):
    write(tmp_path, "one.txt", STORY)
    write(tmp_path, "two.html", STORY)
    assert len(list(read_reports(str(tmp_path / "*.txt")))) == 1


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path):
    assert len(list(read_reports(write(tmp_path, "report [1].txt", STORY)))) == 1


def test_a_dash_is_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    (report,) = read_reports("-")
    assert report.text == STORY


def test_reports_come_out_of_json_lines_as_they_went_in(tmp_path):
    (report,) = read_reports(write(tmp_path, "one.txt", STORY), published=date(2020, 10, 21))
    lines = write(tmp_path, "reports.jsonl", report.model_dump_json() + "\n\n" + report.model_dump_json() + "\n")
    assert list(read_reports(lines)) == [report, report]


def test_a_json_line_whose_text_was_changed_is_refused_by_its_number(tmp_path):
    (report,) = read_reports(write(tmp_path, "one.txt", STORY))
    changed = report.model_dump_json().replace("Twelve", "Thirty")
    lines = write(tmp_path, "reports.jsonl", report.model_dump_json() + "\n" + changed + "\n")
    refused: list[CannotRead] = []
    assert list(read_reports(lines, rejects=refused.append)) == [report]
    assert [error.source for error in refused] == [f"{lines}, line 2"]


def test_the_supplied_day_goes_before_the_page(tmp_path):
    page = f'<html><head><meta name="date" content="2020-10-20"></head><body><article><h1>Truce</h1><p>{STORY * 2}</p>'
    (stated,) = read_reports(write(tmp_path, "a.html", page))
    (supplied,) = read_reports(write(tmp_path, "a.html", page), published=date(2020, 10, 21))
    assert (stated.published, stated.published_basis) == (date(2020, 10, 20), "metadata")
    assert (supplied.published, supplied.published_basis) == (date(2020, 10, 21), "supplied")


def test_neither_the_name_of_a_file_nor_its_story_gives_a_day(tmp_path):
    (report,) = read_reports(write(tmp_path, "2020-10-21.txt", STORY + "\n\nOn October 20, 2020 it began.\n"))
    assert report.published is None
    assert report.missing["published"] == "not_stated"


REFUSED = [
    ("empty.txt", b"", NothingToRead, "empty"),
    ("blank.txt", b"\xef\xbb\xbf \n\n", NothingToRead, "empty"),
    ("menu.html", b"<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>", NothingToRead, "no article"),
    ("gone.html", b"<html><title>Page not found</title><body><h1>Page not found</h1></body></html>", NothingToRead,
     "no article"),
    ("paper.txt", b"%PDF-1.7 and so on", NotText, "PDF"),
    ("noise.txt", bytes(range(256)) * 40, NotText, "not text"),
    ("nul.txt", b"Twelve people\0 died on Monday.", NotText, "binary"),
    ("broken.txt", b"\xff\xfeT\x00r\x00u\x00c", NotText, "broken at byte"),
    ("long.txt", b"word " * 100_000, TooLarge, "500,000 characters"),
    ("es.txt", "El ejército dijo el martes que doce personas murieron cuando cayeron proyectiles. ".encode() * 6,
     LanguageNotSupported, "Spanish"),
    ("ru.txt", "Перемирие вступило в силу, но стороны обвиняют друг друга в его нарушении.".encode(),
     LanguageNotSupported, "Russian"),
    ("zh.txt", "停火协议于周一生效，双方互相指责违反协议。".encode(), LanguageNotSupported, "script"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "error", "words"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path, name, content, error, words):
    path = write(tmp_path, name, content)
    with pytest.raises(error, match=words) as refused:
        list(read_reports(path))
    assert refused.value.source == str(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileNotThere, match="no such file"):
        list(read_reports(tmp_path / "nowhere.txt"))


def test_a_huge_file_is_refused_without_reading_it_whole(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # sparse: takes no room on the disk
    with pytest.raises(TooLarge):
        list(read_reports(path))


def test_an_unknown_language_is_refused(tmp_path):
    with pytest.raises(LanguageNotSupported, match="'xx'"):
        list(read_reports(write(tmp_path, "a.txt", STORY), language="xx"))


def test_a_report_in_a_language_without_word_lists_is_refused_by_its_name(tmp_path):
    text = "Die Armee meldete am Dienstag zwölf Tote nach dem Beschuss eines Marktes in der Stadt."
    with pytest.raises(LanguageNotSupported, match="this reads like German; truceline reads English"):
        list(read_reports(write(tmp_path, "a.txt", text)))


def test_a_bad_source_does_not_stop_the_run(tmp_path):
    refused: list[CannotRead] = []
    good = write(tmp_path, "good.txt", STORY)
    bad = write(tmp_path, "bad.txt", b"")
    reports = list(read_reports(bad, tmp_path / "nowhere", good, tmp_path / "no[pe]*", rejects=refused.append))
    assert len(reports) == 1
    assert [type(error) for error in refused] == [NothingToRead, FileNotThere, FileNotThere]


def test_limits_are_settings(tmp_path):
    with pytest.raises(TooLarge):
        list(read_reports(write(tmp_path, "a.txt", STORY), settings=Settings(largest_source=10)))
    with pytest.raises(TooLarge):
        list(read_reports(write(tmp_path, "a.txt", STORY), settings=Settings(longest_text=10)))


def test_a_second_reading_gives_the_same_report(tmp_path):
    path = write(tmp_path, "a.txt", STORY)
    assert list(read_reports(path)) == list(read_reports(path))


def test_copies_with_other_white_space_and_headline_share_a_fingerprint(tmp_path):
    one = write(tmp_path, "one.txt", STORY)
    other = write(tmp_path, "two.txt", "No peace, again\n\nTwelve people  were killed\non Tuesday, the army said.")
    first, second = read_reports(one, other)
    assert first.fingerprint == second.fingerprint
    assert first.id != second.id
