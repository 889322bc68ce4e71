from builders import claim, report, side
from truceline.understand.repetition import repeats, without_doubles

STORY = report("Clashes kill four in Idlib. At least four people were killed in Idlib, doctors said. Six were hurt.")


def dead(words, sentence, **fields):
    return claim("casualties", STORY, words, sentence=sentence, harm="killed", **fields)


def test_a_headline_figure_repeats_the_leads_at_least():
    headline = dead("kill four", 0, value=4, low=4, high=4)
    assert repeats(headline, dead("At least four people were killed", 1, low=4))
    assert not repeats(headline, dead("At least four people were killed", 1, low=5))


def test_another_harm_or_kind_is_no_repetition():
    headline = dead("kill four", 0, value=4, low=4, high=4)
    assert not repeats(headline, claim("casualties", STORY, "Six were hurt", sentence=2, harm="injured", value=4))
    assert not repeats(headline, claim("event", STORY, "Clashes", event="ASSAULT", quad=4, event_text="Clashes"))


def test_talks_of_other_sides_are_no_repetition():
    first = claim("talks", STORY, "Clashes", status="held", participants=(side("Iran", "IRN"),))
    assert not repeats(first, claim("talks", STORY, "doctors", status="held", participants=(side("Oman", "OMN"),)))
    assert repeats(first, claim("talks", STORY, "doctors", status="held"))


def test_two_claims_of_one_fact_at_the_same_words_are_one():
    first = dead("four people were killed", 1, low=4)
    second = dead("four people were killed in Idlib", 1, low=4)
    assert without_doubles([first, second]) == [first]
    assert len(without_doubles([first, dead("four people were killed in Idlib", 1, low=5)])) == 2
