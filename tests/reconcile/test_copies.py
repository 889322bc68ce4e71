import datetime

from builders import claim, report
from truceline.reconcile.copies import find_copies
from truceline.reconcile.sources import Sources

LINES = [
    "Government troops shelled the eastern districts of the port city on Tuesday, residents said.",
    "Two schools and a clinic were hit and rescue workers dug through rubble by torchlight.",
    "The army said it had struck only military targets and that rebels hid among civilians.",
    "A rebel commander rejected this and promised an answer within days.",
    "The war began two years ago when talks over sharing oil revenue broke down.",
    "Aid groups say that half of the city's people have left since then.",
    "The United Nations has called for a pause to let food in, so far without an answer.",
]
DAY = datetime.date(2024, 3, 5)


def story(*lines, **fields):
    return report("\n\n".join(lines), **{"published": DAY, **fields})


WHOLE = story(*LINES, publisher="A")


def test_a_cut_and_reordered_copy_with_a_new_first_paragraph_is_found():
    copy = story("Shells fell on a port again.", *LINES[3:6], *LINES[:2], published=DAY + datetime.timedelta(days=1))
    assert find_copies([copy, WHOLE]) == {copy.id: WHOLE.id}


def test_another_event_with_the_same_background_is_no_copy():
    other = story(
        "Rebels fired rockets at an army barracks north of the capital on Friday, a spokesman said.",
        "Three soldiers were hurt, he added, and a depot burned through the night.",
        "Villagers nearby were told to stay in their cellars until the morning.",
        *LINES[4:6],
    )
    assert find_copies([WHOLE, other]) == {}


def test_new_figures_make_an_update_and_no_copy():
    first = story("At least 12 people died, medics said.", *LINES)
    update = story("At least 19 people died, medics said.", *LINES, published=DAY + datetime.timedelta(days=1))
    assert find_copies([first, update]) == {}


def test_copies_count_as_one_source_and_their_outlets_are_listed():
    copy = story(*LINES[:6], "The office said no more.", publisher="B")
    claims = [claim("event", of, "shelled", event="ASSAULT", quad=4, event_text="shelled") for of in (WHOLE, copy)]
    sources = Sources([WHOLE, copy], copies=find_copies([WHOLE, copy]))
    assert sources.independent(claims) == 1
    assert sources.outlets(claims) == ("A", "B")


def test_one_wire_is_one_source_whatever_the_words():
    one, other = story(LINES[0], wire="AFP", publisher="A"), story(LINES[1], wire="AFP", publisher="B")
    claims = [claim("event", of, of.text[:12], event="ASSAULT", quad=4, event_text="") for of in (one, other)]
    assert Sources([one, other]).independent(claims) == 1


def test_a_copy_without_the_credit_is_of_the_wire_too():
    wired, bare = story(*LINES, wire="AFP", publisher="A"), story(*LINES[:6], "The office said no more.", publisher="B")
    other = story("Another day of shelling, witnesses said.", wire="AFP", publisher="C")
    reports = [wired, bare, other]
    claims = [claim("event", of, of.text[:12], event="ASSAULT", quad=4, event_text="") for of in reports]
    sources = Sources(reports, copies=find_copies(reports))
    assert sources.independent(claims) == 1
    assert sources.independent(claims[1:]) == 2
