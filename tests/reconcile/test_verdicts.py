import datetime

from builders import claim, day, report, side
from truceline.model.judgement import judge
from truceline.reconcile.join_claims import join_claims
from truceline.reconcile.verdicts import apply_judgements

STORY = report("Twelve died in the town. A truce was agreed. It fell apart in the night.")
DEAD = claim("casualties", STORY, "Twelve died", harm="killed", value=12, low=12, high=12, measure="cumulative")
AGREED = claim("ceasefire", STORY, "A truce was agreed", stage="agreed", declared=day("2024-05-01"))
GONE = claim("ceasefire", STORY, "It fell apart", stage="collapsed", sentence=1)


def judged(verdict, *claims, minute=0, changes=None):
    return judge(
        verdict, *claims, by="ann", at=datetime.datetime(2026, 1, 1, 12, minute, tzinfo=datetime.UTC), changes=changes
    )


def test_what_is_rejected_is_left_aside_until_it_is_accepted_again():
    assert apply_judgements([DEAD], [judged("reject", DEAD)]).claims == []
    assert apply_judgements([DEAD], [judged("reject", DEAD), judged("accept", DEAD, minute=1)]).claims == [DEAD]


def test_an_edit_holds():
    (made,) = apply_judgements([DEAD], [judged("edit", DEAD, changes={"value": 14, "losses_of": "all sides"})]).claims
    assert (made.value, made.losses_of, made.evidence) == (14, "all sides", DEAD.evidence)


def test_an_edit_that_no_longer_fits_is_listed_and_changes_nothing():
    wrong = judged("edit", DEAD, changes={"harm": "nonsense"})
    outcome = apply_judgements([DEAD], [wrong])
    assert (outcome.claims, outcome.unmatched) == ([DEAD], (wrong,))


def test_different_parts_what_would_be_joined_and_same_joins_what_would_be_parted():
    def processes(*judgements):
        made = join_claims([AGREED, GONE], judgements=judgements)
        return [record for record in made if record.kind == "ceasefire_process"]

    assert len(processes()) == 1
    assert len(processes(judged("different", AGREED, GONE))) == 2
    assert len(processes(judged("different", AGREED, GONE), judged("unsure", GONE, AGREED, minute=1))) == 1
    other = claim("ceasefire", STORY, "Twelve died in", stage="agreed", declared=day("2024-07-01"))
    (made,) = [r for r in join_claims([AGREED, other], judgements=[judged("same", AGREED, other)])
               if r.kind == "ceasefire_process"]  # fmt: skip
    assert "judged to be the same by ann" in made.reasons


def test_a_better_finder_keeps_the_judgement_by_its_words():
    longer = claim("casualties", STORY, "Twelve died in", harm="killed", value=12)
    outcome = apply_judgements([longer], [judged("reject", DEAD)])
    assert (outcome.claims, outcome.unmatched) == ([], ())


def test_a_judgement_whose_claim_is_gone_is_listed():
    lost = judged("reject", DEAD)
    outcome = apply_judgements([AGREED], [lost])
    assert (outcome.claims, outcome.unmatched) == ([AGREED], (lost,))


def test_the_same_words_in_a_corrected_text_are_found_again():
    newer = report(f"Corrected. {STORY.text}")
    moved = claim("casualties", newer, "Twelve died", harm="killed", value=12)
    assert apply_judgements([moved], [judged("reject", DEAD)]).claims == []


def test_a_claimant_corrected_by_hand_changes_the_series():
    army = side("Army", "SDN")
    edit = judged("edit", DEAD, changes={"claimed_by": army.model_dump(mode="json")})
    (series,) = [r for r in join_claims([DEAD], judgements=[edit]) if r.kind == "toll_series"]
    assert series.claimed_by == army
