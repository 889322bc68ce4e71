import datetime

from builders import claim, report, side
from truceline.reconcile.join_claims import join_claims

AHMED = side("Sara Ahmed", "SDN", kind="person")
MAY = datetime.date(2023, 5, 3)
WORDS = "the corridor will open on Sunday for all civilians"
FIRST = report(f"Sara Ahmed said {WORDS}.", published=MAY, publisher="A")
OTHER = report(f"On Tuesday Ahmed said that {WORDS}, in Port Sudan.", published=MAY, publisher="B")


def said(of, source, words=WORDS):
    return claim("statement", of, words, source=source, content=words, content_spans=(), quote_mode="indirect")


def repeated(*claims):
    return [made for made in join_claims(claims, reports=(FIRST, OTHER)) if made.kind == "repeated_statement"]


def test_what_one_source_said_in_two_reports_is_one_record():
    (made,) = repeated(said(FIRST, AHMED), said(OTHER, AHMED))
    assert made.source == AHMED
    assert made.outlets == ("A", "B")


def test_other_sources_or_one_report_alone_make_none():
    assert repeated(said(FIRST, AHMED), said(OTHER, side("Omar Said", "EGY", kind="person"))) == []
    assert repeated(said(FIRST, AHMED)) == []
