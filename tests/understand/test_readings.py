"""A reading is asked only of the words that it can begin with, in the order of its list."""

from truceline.understand.finders.clause_parts.readings import Readings, begins_with
from truceline.understand.finders.position_parts import cues
from truceline.understand.finders.talks_parts import meetings
from truceline.understand.finders.territory_parts import presence, verbs


@begins_with("territory", "flying", also=("wave",))
def of_flags(word):
    return word


def of_any(word):
    return word


def test_only_those_that_can_begin_with_the_word_are_asked():
    asked = Readings(of_flags, of_any)
    assert asked.of("fly") == (of_flags, of_any)
    assert asked.of("wave") == (of_flags, of_any)
    assert asked.of("say") == (of_any,)


def test_of_most_words_hardly_a_reading_is_asked():
    for readings in (cues.READINGS, presence.READINGS, verbs.READINGS, meetings.SURE, meetings.LOOSE):
        assert len(readings.of("rain")) <= 3
