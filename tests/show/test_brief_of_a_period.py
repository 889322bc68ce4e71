"""The brief of a day or week: what is in it, what is not, and that hostile words stay words."""

import datetime

import pytest

from builders import claim, day, report, side
from truceline.cli.main import main
from truceline.ledger.ledger import Ledger
from truceline.pipeline import reconcile
from truceline.show.brief_files import TEXTS, as_html, as_markdown, write_docx
from truceline.show.period import Brief, Line, Section, brief_of

ARMY = side("army", "SDN", sector="MIL")
HOSTILE = "<script>alert(1)</script> [x](javascript:x) *b*"


def told(text, on, publisher, **fields):
    return report(text, published=datetime.date.fromisoformat(on), publisher=publisher,
                  url=f"https://example.org/{publisher.lower()}", **fields)  # fmt: skip


def toll(of, words, number):
    return claim(
        "casualties", of, words, harm="killed", measure="cumulative", value=number, low=number, high=number,
        claimed_by=side("ministry", "SDN"), losses_of=ARMY, person_status="military", as_of=day(str(of.published)),
    )  # fmt: skip


@pytest.fixture
def ledger(tmp_path):
    old = told("Forty soldiers died.", "2024-05-01", "Herald")
    new = told("Fifty soldiers died. Envoys will meet on 9 May.", "2024-05-03", "Wire")
    copy = told("Fifty soldiers died. Envoys will meet on 9 May. ", "2024-05-03", "Copycat")
    with Ledger(tmp_path / "war.db") as opened:
        opened.add_reading(old, [toll(old, "Forty soldiers died", 40)])
        for of in (new, copy):
            meeting = claim("talks", of, "Envoys will meet on 9 May", status="planned", participants=(side("envoys"),),
                            date=day("2024-05-09"))  # fmt: skip
            opened.add_reading(of, [toll(of, "Fifty soldiers died", 50), meeting])
        reconcile(opened)
        yield opened


def lines(brief, title):
    return next(section.lines for section in brief.sections if section.title.startswith(title))


def test_a_day_has_only_what_is_new_and_says_what_was_before(ledger):
    brief = brief_of(ledger, days=1)
    assert brief.title == "Brief, Fri 3 May 2024"
    assert brief.lead == "2 reports of 2 outlets, 4 claims."
    (line,) = lines(brief, "Tolls")
    assert "50 (before: 40)" in line.text
    assert line.source == "Wire, 3 May 2024; Copycat, 3 May 2024"


def test_a_meeting_is_ahead_until_its_day_is_over(ledger):
    assert len(lines(brief_of(ledger, days=7), "Ahead")) == 1
    assert not lines(brief_of(ledger, days=14, until=datetime.date(2024, 5, 12)), "Ahead")


def test_a_ledger_without_days_says_so(tmp_path):
    with Ledger(tmp_path / "empty.db") as ledger:
        assert brief_of(ledger, days=1).lead == "No report in this ledger has a day of publication."


def hostile():
    line = Line(HOSTILE, HOSTILE, "javascript:alert(1)", HOSTILE)
    return Brief(HOSTILE, HOSTILE, (Section("Truces", (line,), ""),))


def test_hostile_words_stay_words():
    html = as_html(hostile())
    assert "<script>" not in html
    assert "<a href" not in html
    assert "&lt;script&gt;" in html
    assert r"\[x\](javascript:x) \*b\*" in as_markdown(hostile())
    assert r"\<script\>" in as_markdown(hostile())


def test_word_document(ledger, tmp_path):
    from docx import Document

    write_docx(brief_of(ledger, days=7), tmp_path / "brief.docx")
    text = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "brief.docx")).paragraphs)
    assert "“Fifty soldiers died”" in text


@pytest.mark.parametrize("form", TEXTS)
def test_command(ledger, form, capsys):
    main(["brief", "--ledger", str(ledger.address), "--period", "week", "--format", form])
    assert "https://example.org/wire" in capsys.readouterr().out


def test_wrong_options_are_refused(ledger, capsys):
    with pytest.raises(SystemExit):
        main(["brief", "--ledger", str(ledger.address), "--format", "html"])
    assert "--format and --until go with --period" in capsys.readouterr().err
