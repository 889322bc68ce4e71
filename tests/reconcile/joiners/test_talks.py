from builders import claim, day, place, report, side
from truceline.reconcile.join_claims import join_claims

RUS, ARM, AZE, USA = side("Russia", "RUS"), side("Armenia", "ARM"), side("Azerbaijan", "AZE"), side("USA", "USA")
STORY = report(
    "Russia met Azerbaijan. Russia met Armenia. They will meet the USA separately. A trilateral was ruled out."
)


def talks(words, status, *participants, nth=0, **fields):
    return claim("talks", STORY, words, status=status, participants=participants, nth=nth, **fields)


def rounds(*claims):
    return [record for record in join_claims(claims) if record.kind == "talks_round"]


def test_meetings_of_shared_people_on_the_same_day_are_one_round():
    on = day("2020-10-20")
    assert len(rounds(talks("Russia met Azerbaijan", "held", RUS, AZE, date=on),
                      talks("Russia met Armenia", "held", RUS, ARM, date=on))) == 1  # fmt: skip


def test_meetings_on_other_days_stay_apart():
    first = talks("Russia met Azerbaijan", "held", RUS, AZE, date=day("2020-10-20"))
    other = talks("Russia met Armenia", "held", RUS, ARM, date=day("2020-11-20"))
    assert len(rounds(first, other)) == 2


def test_meetings_in_other_places_stay_apart():
    on = day("2020-10-20")
    first = talks("Russia met Azerbaijan", "held", RUS, AZE, date=on, place=place("Moscow"))
    other = talks("Russia met Armenia", "held", RUS, ARM, date=on, place=place("Geneva"))
    assert len(rounds(first, other)) == 2


def test_a_ruled_out_trilateral_is_not_the_separate_meeting_that_is_planned():
    on = day("2020-10-23")
    planned = talks("They will meet the USA separately", "planned", ARM, USA, date=on, format="separate")
    ruled_out = talks("A trilateral was ruled out", "ruled_out", ARM, USA, date=on, format="trilateral")
    assert len(rounds(planned, ruled_out)) == 2
