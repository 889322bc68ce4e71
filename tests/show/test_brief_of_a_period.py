"""The brief of a day or week: what is in it, what is not, and that hostile words stay words."""

import datetime

import pytest

from builders import claim, day, report, side
from truceline.cli.main import main
from truceline.errors import UnknownConflict
from truceline.ledger.ledger import Ledger
from truceline.model.record import (
    CeasefireProcess,
    CeasefireStep,
    Contradiction,
    Incident,
    TalksRound,
    TalksStep,
)
from truceline.model.where import Place
from truceline.pipeline import reconcile
from truceline.show.brief_files import TEXTS, as_html, as_markdown, write_docx
from truceline.show.brief_lines import Brief, Line, Quote, Section, Source, merged
from truceline.show.period import brief_of

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
    assert brief.lead == "2 reports of 2 outlets, 4 claims. New: 1 ahead, 1 on tolls."
    (line,) = lines(brief, "Tolls")
    assert line.text == "army (military): ministry says 50 killed (before: 40 on 1 May 2024; 10 more)"
    (quote,) = line.quotes
    assert [source.name for source in quote.sources] == ["Wire, 3 May 2024", "Copycat, 3 May 2024"]
    assert [source.url for source in quote.sources] == ["https://example.org/wire", "https://example.org/copycat"]


def test_a_meeting_is_ahead_until_its_day_is_over(ledger):
    assert len(lines(brief_of(ledger, days=7), "Ahead")) == 1
    assert not lines(brief_of(ledger, days=14, until=datetime.date(2024, 5, 12)), "Ahead")


def test_a_ledger_without_days_says_so(tmp_path):
    with Ledger(tmp_path / "empty.db") as ledger:
        assert brief_of(ledger, days=1).lead == "No report in this ledger has a day of publication."


def hostile():
    line = Line(HOSTILE, (Quote(HOSTILE, (Source(HOSTILE, "javascript:alert(1)"),)),))
    return Brief(HOSTILE, HOSTILE, (Section("Truces", "on truces", (line,), ""),))


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
    assert "--format, --until and --conflict go with --period" in capsys.readouterr().err


WAR = """The army shelled a market in Nyala on 3 May and killed 20 people, residents said. The army denied the shelling.
Rebels said 31 people died. The two sides agreed a truce that begins on 6 May. The army denied that it had lost Nyala.
The rebels refused to talk. Talks of 9 May in Jeddah are planned."""


@pytest.fixture
def war(tmp_path):
    """One report of everything; a later one that puts the talks off."""
    of = told(WAR, "2024-05-03", "Herald")
    later = told("The talks in Jeddah were postponed.", "2024-05-05", "Wire")
    rebels, jeddah = side("rebels"), Place(raw="Jeddah", name="Jeddah")
    dead = {"harm": "killed", "measure": "incident", "person_status": "unknown"}
    facts = [
        claim("event", of, "The army shelled a market", event="ASSAULT", quad=4, actor=(ARMY,), event_text="shelled",
              date=day("2024-05-03"), claimed_by=side("residents")),
        claim("casualties", of, "killed 20 people", value=20, low=20, high=20, claimed_by=side("residents"), **dead),
        claim("casualties", of, "31 people died", value=31, low=31, high=31, claimed_by=rebels, **dead),
        claim("ceasefire", of, "agreed a truce that begins on 6 May", stage="agreed", parties=(ARMY, rebels),
              effective=day("2024-05-06")),
        claim("territory", of, "it had lost Nyala", controller=ARMY, change="lost", factuality="CT-", claimed_by=ARMY),
        claim("talks", of, "The rebels refused to talk", status="refused", participants=(rebels,), factuality="CT-"),
        claim("talks", of, "Talks of 9 May in Jeddah are planned", status="planned", participants=(ARMY, rebels),
              place=jeddah, date=day("2024-05-09")),
    ]  # fmt: skip
    off = claim("talks", later, "The talks in Jeddah were postponed", status="postponed", place=jeddah)
    with Ledger(tmp_path / "war.db") as opened:
        opened.add_reading(of, facts)
        opened.add_reading(later, [off])
        opened.set_records([
            Incident(id="i", title="Shelling in Nyala", members=tuple(one.id for one in facts[:3]),
                     independent_sources=1),
            Contradiction(id="x", title="x", members=(facts[1].id, facts[2].id), independent_sources=1, why="20 or 31"),
            CeasefireProcess(id="c", title="Truce", members=(facts[3].id,), independent_sources=1, parties=(ARMY,),
                             steps=(CeasefireStep(claim=facts[3].id, stage="agreed", claimed_by=ARMY),)),
            round_of("r", facts[5]), round_of("s", facts[6], off),
        ])  # fmt: skip
        yield opened


def round_of(id_, *claims):
    steps = tuple(
        TalksStep(claim=one.id, status=one.status, format="unknown", date=one.date, outcome="none_reported")
        for one in claims
    )
    return TalksRound(id=id_, title="Talks", members=tuple(one.id for one in claims), independent_sources=1,
                      steps=steps, date=claims[0].date, place=claims[0].place)  # fmt: skip


def texts(brief, title):
    return [line.text for line in lines(brief, title)]


def test_what_is_denied_is_not_told_as_said(war):
    brief = brief_of(war, days=1, until=datetime.date(2024, 5, 3))
    assert texts(brief, "Who is said") == ["army says: army lost place not stated (denied), day not stated"]
    assert texts(brief, "Talks") == ["Talks: refused, day not stated"]


def test_fighting_with_what_each_claimant_counts(war):
    (line,) = lines(brief_of(war, days=1, until=datetime.date(2024, 5, 3)), "Fighting")
    assert line.text == "Shelling in Nyala: residents say 20 killed; rebels say 31 killed"
    assert line.words == ("killed 20 people", "31 people died", "The army shelled a market")


def test_a_contradiction_has_the_words_of_both(war):
    (line,) = lines(brief_of(war, days=1, until=datetime.date(2024, 5, 3)), "Cannot")
    assert line.words == ("killed 20 people", "31 people died")


def test_ahead_is_what_was_known_then(war):
    first = brief_of(war, days=1, until=datetime.date(2024, 5, 3))
    assert texts(first, "Ahead") == [
        "planned: parties not stated, Jeddah, Thu 9 May 2024", "Truce: to take effect, Mon 6 May 2024, Herald says"
    ]  # fmt: skip
    assert len(lines(brief_of(war, days=1, until=datetime.date(2024, 5, 4)), "Ahead")) == 2
    later = brief_of(war, days=1, until=datetime.date(2024, 5, 5))
    assert texts(later, "Ahead")[0] == (
        "postponed: parties not stated, Jeddah, day not stated (before: planned, Thu 9 May 2024)"
    )


def test_one_conflict_alone(war):
    assert brief_of(war, days=7, conflict="other").lead.startswith("2 reports")
    with pytest.raises(UnknownConflict, match="this ledger has other"):
        brief_of(war, days=7, conflict="gaza")


def test_two_claims_in_the_same_words_of_one_report_stay_two():
    quote = Quote("two truces did not hold", (Source("Herald"),))
    assert len(merged([Line("first truce", (quote,)), Line("second truce", (quote,))])) == 2
    copy = Line("first truce", (Quote("two truces did not hold", (Source("Wire"),)),))
    assert len(merged([Line("first truce", (quote,)), copy])) == 1
