"""Which language a text is in: surely foreign ones are refused by name, doubtful ones read."""

import pytest

from truceline.read.language import foreign_language

FOREIGN = {
    "French": "Les forces armées ont repris la ville et les combats se poursuivent au nord du pays.",
    "German": "Die Armee meldete am Dienstag zwölf Tote nach dem Beschuss eines Marktes in der Stadt.",
    "Spanish": "El ejército dijo el martes que doce personas murieron cuando cayeron proyectiles en un mercado.",
    "Swahili": "Jeshi lilisema Jumanne kwamba watu kumi na wawili waliuawa makombora yalipopiga soko.",
    "Turkish": "Ordu salı günü yaptığı açıklamada pazar yerine düşen mermilerde on iki kişinin öldüğünü söyledi.",
    "Russian": "Перемирие вступило в силу, но стороны обвиняют друг друга в его нарушении.",
    "Ukrainian": "Перемир'я набуло чинності, але сторони звинувачують одна одну в його порушенні на півдні.",
    "Arabic": "قال الجيش يوم الثلاثاء إن اثني عشر شخصا قتلوا عندما سقطت قذائف على سوق في المدينة.",
}
ENGLISH = [
    "The army said that twelve people were killed in Goma on Tuesday.",
    "DHLAKAMA PROLONGS MOZAMBIQUE TRUCE BY 60 DAYS",
    "Prachanda, Koirala meet face to face in Kathmandu, sign eight-point pact",
    "Bozizé, Touadéra, Ngrebada, Djotodia",
    "Twelve died.",
]


@pytest.mark.parametrize(("name", "text"), FOREIGN.items())
def test_a_sentence_is_enough_to_name_the_language(name, text):
    assert foreign_language(text).name == name


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names_and_in_capitals_is_read(text):
    assert foreign_language(text) is None


def test_a_foreign_quotation_in_an_english_report_is_no_hindrance():
    text = "The army said that twelve people were killed in Goma on Tuesday. " * 3 + FOREIGN["French"]
    assert foreign_language(text) is None
