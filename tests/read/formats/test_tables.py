"""CSV, Parquet and JSON lines of others, with their own names for things."""

import csv
import io
import json
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from read.sources_made import FIRST, SECOND, STORY, TITLE, found_in, reports_in
from truceline.errors import CannotRead, NotText, TooLarge

ROW = {
    "Headline": TITLE,
    "Body": STORY,
    "Date": "2021-05-12",
    "Outlet": "The Valley Post",
    "Link": "https://v.example/1",
}


def table(*rows, separator=","):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def parquet(*rows):
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows)), out)
    return out.getvalue()


def test_usual_names_of_columns_are_known():
    for content in (table(ROW).encode(), table(ROW, separator=";").encode("utf-8-sig"), parquet(ROW),
                    json.dumps(ROW).encode()):  # fmt: skip
        (report,) = reports_in(content)
        assert report.text == f"{TITLE}\n\n{STORY}"
        assert (report.title, report.publisher, report.url) == (TITLE, "The Valley Post", "https://v.example/1")
        assert (report.published, report.published_basis) == (date(2021, 5, 12), "metadata")
        assert report.headline is not None and report.headline.exact == TITLE


def test_columns_can_be_named():
    row = {"nr": 1, "inhalt": STORY, "tag": "12 May 2021", "text": "not this one"}
    columns = {"text": "Inhalt", "published": "tag"}
    for content in (table(row).encode(), parquet(row), json.dumps(row).encode()):
        (report,) = reports_in(content, columns=columns)
        assert report.text == STORY
        assert report.published == date(2021, 5, 12)


def test_a_parquet_date_is_a_day():
    (report,) = reports_in(parquet({"text": STORY, "published": date(2021, 5, 12)}))
    assert report.published == date(2021, 5, 12)


def test_a_day_that_can_be_read_in_two_ways_is_not_read():
    (report,) = reports_in(parquet({"text": STORY, "published": "03/04/2021"}))
    assert report.published is None
    assert report.missing["published"] == "unclear"


def test_a_table_without_a_text_names_its_columns():
    (refused,) = found_in(table({"id": 1, "kind": "a", "note": "b"}).encode())
    assert "id, kind, note" in str(refused) and "--columns text=NAME" in str(refused)
    (refused,) = found_in(parquet({"id": 1, "note": "b"}))
    assert "id, note" in str(refused)


def test_a_bad_row_is_refused_by_its_number_and_the_next_one_read():
    found = found_in(table({**ROW, "Body": ""}, ROW).encode(), "a.csv")
    assert isinstance(found[0], NotText) and found[0].source == "a.csv, row 2"
    assert found[1].text.endswith(STORY)


def test_a_bad_json_line_is_refused_by_its_number_and_the_next_one_read():
    lines = b"\n".join([b'{"text": 5', b"[1]", b"x" * 60, json.dumps(ROW).encode()])
    found = found_in(b'{"no": "text"}\n' + lines, "a.jsonl")
    assert [error.source for error in found[:4]] == [f"a.jsonl, line {number}" for number in (1, 2, 3, 4)]
    assert found[4].title == TITLE


def test_a_cell_in_html_gives_its_words():
    (report,) = reports_in(json.dumps({"text": f"<p>{FIRST}</p><p>{SECOND}</p>"}).encode())
    assert report.text == STORY


def test_a_damaged_parquet_file_is_refused():
    (refused,) = found_in(parquet(ROW)[:-40])
    assert isinstance(refused, NotText)


def test_windows_spreadsheets_are_read():
    (report,) = reports_in(table({**ROW, "Headline": "Café hit"}).encode("cp1252"))
    assert report.title == "Café hit"


def test_a_pleading_cell_is_marked():
    plea = "Please support our journalism with $5 a month."
    (report,) = reports_in(json.dumps({"text": f"{STORY}\n\n{plea}"}).encode())
    assert [piece.text for piece in report.left_out] == [plea]


def test_a_line_without_end_is_refused_and_the_next_one_read(tmp_path):
    from truceline.read.read_reports import read_reports
    from truceline.settings import Settings

    file = tmp_path / "long.jsonl"
    with file.open("wb") as out:
        out.write(b'{"text": "' + b"a" * 5_000_000 + b'"}\n' + json.dumps(ROW).encode())
    refused = []
    reports = list(read_reports(file, settings=Settings(largest_source=1_000_000), rejects=refused.append))
    assert [report.title for report in reports] == [TITLE]
    assert isinstance(refused[0], TooLarge) and refused[0].source.endswith("line 1")


def test_a_list_of_objects_is_a_table_whether_alone_or_within_an_object():
    rows = [{**ROW, "Outlet": {"id": None, "name": "The Valley Post"}}, {**ROW, "Headline": "Talks resume"}]
    whole = {"status": "ok", "totalResults": 2, "articles": rows}
    for document in (rows, whole):
        for indent in (None, 2):
            first, second = reports_in(json.dumps(document, indent=indent).encode())
            assert (first.title, first.publisher, first.published) == (TITLE, "The Valley Post", date(2021, 5, 12))
            assert second.title == "Talks resume"


def test_an_object_over_several_lines_is_one_report():
    (report,) = reports_in(json.dumps(ROW, indent=2).encode())
    assert report.title == TITLE


def test_an_item_of_a_list_is_refused_by_its_number():
    _, refused = found_in(json.dumps([ROW, 7]).encode(), "list.json")
    assert (refused.source, refused.reason) == ("list.json, item 2", "this is no object with fields")
    (broken,) = found_in(b'[{"text": "a', "list.json")
    assert "no JSON" in broken.reason


@pytest.mark.parametrize(
    "document",
    [
        {"response": {"total": 2, "tags": [{"id": "war"}], "results": [ROW, ROW]}},
        {"hits": {"hits": [{"_id": "1", "_source": ROW}, {"_id": "2", "_source": ROW}]}},
        [{"id": 1, "fields": ROW}, {"id": 2, "fields": ROW}],
    ],
)
def test_the_list_of_what_has_a_text_is_found_at_any_depth(document):
    assert [report.title for report in reports_in(json.dumps(document, indent=1).encode())] == [TITLE, TITLE]


def test_a_list_that_breaks_off_gives_its_whole_items_and_one_refusal():
    for document in ([ROW, ROW, ROW], {"articles": [ROW, ROW, ROW]}):
        content = json.dumps(document).encode()
        first, second, broken = found_in(content[: content.rindex(STORY[:20].encode())], "list.json")
        assert (first.title, second.title) == (TITLE, TITLE)
        assert broken.source.startswith("list.json") and "no JSON" in broken.reason


@pytest.mark.parametrize("between", ["\n", "", ",\n"])
@pytest.mark.parametrize("indent", [None, 2])
def test_objects_in_a_row_are_read_one_by_one(between, indent):
    row = json.dumps(ROW, indent=indent)
    assert [report.title for report in reports_in(f"{row}{between}{row}".encode())] == [TITLE, TITLE]


def test_texts_may_be_bytes_in_a_parquet_file_and_paragraphs_in_json():
    for content in (parquet({"text": STORY.encode()}), json.dumps({"paragraphs": [FIRST, SECOND]}).encode()):
        assert [report.text for report in reports_in(content)] == [STORY]


@pytest.mark.parametrize("content", [b"[]", b"{}", b'["a", "b"]', b"[[1, 2]]", b'{"a": 1}'])
def test_json_without_objects_is_refused_and_never_taken_for_a_text(content):
    (refused,) = found_in(content, "list.json")
    assert isinstance(refused, CannotRead)


OTHERS_NAMES = [
    ({"Full Text": STORY, "Pub Date": "17 May 2021", "Head Line": TITLE}, {}),
    ({"webTitle": TITLE, "articleBody": STORY, "publishedAt": "2021-05-17T10:00:00Z"}, {}),
    ({"inhalt": STORY, "tag": "17-May-2021"}, {"text": "inhalt", "published": "tag"}),
    ({"Überschrift": TITLE, "Meldung": STORY, "Tag": "20210517093000"}, {"text": "meldung", "published": "Tag"}),
]


@pytest.mark.parametrize(("row", "columns"), OTHERS_NAMES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_with_names_of_their_own_are_told_apart_row_by_row(row, columns, encoding, separator):
    content = table(row, row, separator=separator).encode(encoding)
    for report in (first := reports_in(content, columns=columns)):
        assert STORY in report.text and "," not in report.text[:3]
        assert report.published == date(2021, 5, 17)
    assert len(first) == 2


def test_rows_under_unknown_names_are_refused_and_never_read_as_one_text():
    found = found_in(table({"inhalt": STORY, "tag": "x"}, {"inhalt": STORY, "tag": "y"}).encode())
    assert len(found) == 2 and "inhalt, tag" in str(found[0])


def test_a_single_column_of_texts_is_a_table():
    assert [report.text for report in reports_in(table({"text": STORY}, {"text": STORY}).encode())] == [STORY, STORY]


PROSE = [
    f"Goma, Bukavu\n\n{STORY}",
    'Goma, Monday\n"We stay", he said.\n"We go", she said.\n' + STORY,
    f"Kill, wound, flee\n{FIRST}\n{SECOND}\n",
    f"Story\n\n{STORY}",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_commas_is_no_table(text):
    (report,) = reports_in(text.encode())
    assert report.text == text


def test_json_lines_in_the_encoding_of_windows_are_read():
    first, second = reports_in((json.dumps(ROW) + "\r\n" + json.dumps(ROW)).encode("utf-16"))
    assert first.title == second.title == TITLE


def test_a_text_that_is_a_list_is_one_of_paragraphs():
    (report,) = reports_in(json.dumps({"text": [FIRST, SECOND], "authors": ["A. Roe", "B. Poe"]}).encode())
    assert (report.text, report.author) == (STORY, "A. Roe, B. Poe")


def test_a_quotation_that_never_ends_is_refused_and_swallows_no_rows():
    content = table(ROW, ROW).rstrip() + '\r\n"Open,' + STORY + "\r\nnext,row\r\n"
    found = found_in(content.encode(), "a.csv")
    assert [report.title for report in found[:2]] == [TITLE, TITLE]
    assert str(found[2]) == "a.csv, row 4: the quotation marks that open in this row are never closed"
    assert len(found) == 3


STATED = {
    "20210517093000": date(2021, 5, 17), "1621242000": date(2021, 5, 17), "1621242000000": date(2021, 5, 17),
    "Monday 17th of May 2021": date(2021, 5, 17), "1970-01-01T00:00:00Z": None, "2021051709": None,
}  # fmt: skip


@pytest.mark.parametrize(("stated", "day"), STATED.items())
def test_days_are_read_as_programs_write_them_and_never_made_up(stated, day):
    (report,) = reports_in(json.dumps({"text": STORY, "published": stated}).encode())
    assert report.published == day


ABOVE = [
    "sep=,\r\n", "\r\n\r\n", "\ufeffsep=,\n",
    "Monitoring of the valley, May 2021\r\n", "Export,,,,\r\nMade on 12 May,,,,\r\n\r\n",
    '"Valley desk, all outlets"\n',
]  # fmt: skip


@pytest.mark.parametrize("above", ABOVE)
def test_lines_above_the_heading_are_no_heading(above):
    (report,) = reports_in((above + table(ROW)).encode())
    assert report.title == TITLE


def test_quotation_marks_may_be_escaped_as_databases_do():
    content = f'title,text\n"The \\"truce\\" fails","{FIRST} \\"Go\\", he said."\n'.encode()
    (report,) = reports_in(content)
    assert (report.title, report.text.endswith('"Go", he said.')) == ('The "truce" fails', True)


def test_columns_may_be_told_by_number_where_no_heading_names_them():
    rows = csv_rows([["12 May 2021", TITLE, STORY], ["13 May 2021", TITLE, SECOND]])
    for content in (rows, f"Day,Head,Text\n{rows}"):
        first, second = reports_in(content.encode(), columns={"published": "1", "title": "2", "text": "3"})
        assert (first.published, second.published) == (date(2021, 5, 12), date(2021, 5, 13))
        assert (first.title, SECOND in second.text) == (TITLE, True)


def test_a_table_without_a_heading_is_refused_and_never_read_as_one_text():
    (refused,) = found_in(csv_rows([["2021-05-12", STORY], ["2021-05-13", STORY]]).encode(), "a.csv")
    assert isinstance(refused, NotText) and "--columns text=3" in str(refused)


MENU = "News | Story | Video | About"


def test_a_menu_over_a_text_is_no_heading():
    (report,) = reports_in(f"{TITLE}\n{MENU}\n\n{STORY}".encode())
    assert STORY in report.text


def csv_rows(rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()
