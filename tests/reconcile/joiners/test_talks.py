import datetime

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


def test_a_planned_meeting_and_what_became_of_it_are_one_round():
    told = [
        report(f"Number {n}. Talks of Armenia and Azerbaijan.", published=datetime.date(2030, 5, n)) for n in (1, 4, 9)
    ]
    words = "Talks of Armenia and Azerbaijan"
    who = {"participants": (ARM, AZE), "place": place("Geneva")}
    planned = claim("talks", told[0], words, status="planned", date=day("2030-05-05"), **who)
    put_off = claim("talks", told[1], words, status="postponed", **who)
    held = claim("talks", told[2], words, status="held", date=day("2030-05-08"), **who)
    again = claim("talks", told[2], words, status="planned", date=day("2030-05-20"), nth=1, **who)
    rounds_ = [one for one in join_claims([held, again, put_off, planned], reports=told) if one.kind == "talks_round"]
    first = next(one for one in rounds_ if held.id in one.members)
    following = next(one for one in rounds_ if again.id in one.members)
    assert [step.status for step in first.steps] == ["planned", "postponed", "held"]
    assert first.next_planned == following.id
    assert following.members == (again.id,)


def test_held_against_not_held_is_a_contradiction():
    on = day("2020-10-20")
    held = talks("Russia met Azerbaijan", "held", RUS, AZE, date=on, claimed_by=AZE)
    denied = talks("Russia met Armenia", "held", RUS, AZE, date=on, claimed_by=RUS, factuality="CT-")
    (made,) = [one for one in join_claims([held, denied]) if one.kind == "contradiction"]
    assert "took place" in made.why


NEWS = [
    report("They will meet on March 14.", published=datetime.date(2031, 3, 2)),
    report("The meeting of March 14 was postponed.", published=datetime.date(2031, 3, 13)),
    report("It was put off again, to April 4.", published=datetime.date(2031, 3, 20)),
    report(
        "They met on April 4. The session lasted an hour. They will meet on May 2.", published=datetime.date(2031, 4, 5)
    ),
]


def news(number, words, status, *participants, sentence=0, **fields):
    return claim("talks", NEWS[number], words, status=status, participants=participants, sentence=sentence, **fields)


def rounds_in_news(*claims):
    return sorted(len(made.members) for made in join_claims(claims, reports=NEWS) if made.kind == "talks_round")


def test_a_round_that_is_put_off_twice_and_held_is_one_and_the_next_is_another():
    told = (
        news(0, "They will meet", "planned", ARM, AZE, date=day("2031-03-14")),
        news(1, "was postponed", "postponed", ARM, AZE, date=day("2031-03-14")),
        news(2, "put off again", "postponed", ARM, AZE, date=day("2031-04-04")),
        news(3, "They met", "held", ARM, AZE, date=day("2031-04-04")),
    )
    following = news(3, "They will meet", "planned", ARM, AZE, date=day("2031-05-02"), sentence=2)
    assert rounds_in_news(*told, following) == [1, 4]
    assert rounds_in_news(told[0], told[3]) == [1, 1]


def test_the_session_is_the_meeting_told_of_right_before():
    met = news(3, "They met", "held", ARM, AZE, date=day("2031-04-04"))
    assert rounds_in_news(met, news(3, "The session lasted", "held", mediators=(USA,), sentence=1)) == [2]
