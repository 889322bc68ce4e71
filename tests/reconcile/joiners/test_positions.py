import datetime

from builders import claim, report, side
from truceline.reconcile.join_claims import join_claims

M23, DRC = side("M23", None, kind="non_state"), side("Government of Congo", "COD")
FIRST = report("M23 demands direct talks. Kinshasa refuses them.", published=datetime.date(2025, 2, 1))
LATER = report("M23 accepts talks in Doha.", published=datetime.date(2025, 3, 9))


def position(of, words, stance, holder, issue="talks"):
    return claim("position", of, words, stance=stance, holder=holder, issue=issue, content=words)


def histories(*claims):
    return [made for made in join_claims(claims, reports=(FIRST, LATER)) if made.kind == "position_history"]


def test_one_party_on_one_issue_is_one_history_over_time():
    later, first = (
        position(LATER, "accepts talks", "acceptance", M23),
        position(FIRST, "demands direct talks", "demand", M23),
    )
    (made,) = histories(later, first)
    assert [step.stance for step in made.steps] == ["demand", "acceptance"]
    assert made.title == "M23 on talks"
    assert made.steps[0].date.rule == "day of publication"


def test_another_party_or_another_issue_is_another_history():
    mine = position(FIRST, "demands direct talks", "demand", M23)
    assert len(histories(mine, position(FIRST, "Kinshasa refuses them", "refusal", DRC))) == 2
    assert len(histories(mine, position(LATER, "accepts talks", "acceptance", M23, issue="prisoners"))) == 2


def test_a_man_is_known_by_his_surname_unless_two_bear_it():
    full, short, other = (side(name, kind="person") for name in ("Antonio Garcia", "Garcia", "Pablo Garcia"))
    mine = position(FIRST, "demands direct talks", "demand", full)
    assert len(histories(mine, position(LATER, "accepts talks", "acceptance", short))) == 1
    assert len(histories(mine, position(LATER, "accepts talks", "acceptance", other))) == 2
