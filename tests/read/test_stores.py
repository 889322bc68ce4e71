"""Files in stores that have an address: read like files here, and never by what a page links to."""

import fsspec
import pytest

from truceline.read.read_reports import read_reports
from truceline.read.stores import is_store

STORY = "Truce fails in {0}\n\nThe army said that three soldiers were killed in {0} on Tuesday.\n"


@pytest.fixture
def store():
    files = fsspec.filesystem("memory")
    for town in ("Goma", "Bukavu", "Aden"):
        files.pipe(f"/news/{town}.txt", STORY.format(town).encode())
    files.pipe("/news/.hidden", b"no report")
    yield files
    files.rm("/news", recursive=True)


def titles(*sources, rejects=None):
    return [report.text.split("\n")[0] for report in read_reports(*sources, rejects=rejects)]


def test_a_file_a_folder_and_a_glob(store):
    assert titles("memory://news/Goma.txt") == ["Truce fails in Goma"]
    assert titles("memory://news") == [f"Truce fails in {town}" for town in ("Aden", "Bukavu", "Goma")]
    assert titles("memory://news/[AB]*.txt") == ["Truce fails in Aden", "Truce fails in Bukavu"]


def test_what_is_not_there_is_refused_by_name_and_the_rest_is_read(store):
    refused = []
    sources = ("memory://news/none.txt", "memory://news/*.pdf", "nosuch://place/file", "memory://news/Aden.txt")
    assert titles(*sources, rejects=refused.append) == ["Truce fails in Aden"]
    assert [error.source for error in refused] == [
        "memory:///news/none.txt",
        "memory://news/*.pdf",
        "nosuch://place/file",
    ]


def test_a_source_over_the_limit_is_refused(store, monkeypatch):
    monkeypatch.setenv("TRUCELINE_LARGEST_SOURCE", "10")
    refused = []
    assert titles("memory://news/Aden.txt", rejects=refused.append) == []
    assert "larger than 10 bytes" in refused[0].reason


@pytest.mark.parametrize(
    ("named", "stored"),
    [("s3://bucket/key", True), ("memory://x", True), ("https://example.org", False), ("HTTP://example.org", False),
     ("a/b.txt", False), ("c:/x.txt", False), ("-", False)],
)  # fmt: skip
def test_what_is_an_address_of_a_store(named, stored):
    assert is_store(named) is stored
