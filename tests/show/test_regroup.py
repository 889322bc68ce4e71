"""Splitting, merging, accepting all that is shown: many judgements in one step, taken back as one."""

import datetime
import re

import pytest

from show.test_review import form_of
from show.war import first_claims, second_claims
from truceline.errors import JudgedMeanwhile
from truceline.model.judgement import Judgement

TOLL, LATER = first_claims()[1].id, second_claims()[0].id


def key_of(desk, address="/review"):
    return re.search(r'name="form_key" value="([^"]+)"', desk.get(address).text)[1]


def toll_of(ledger, claim):
    return next((made for made in ledger.records("toll_series") if claim in made.members), None)


def post(desk, address, **form):
    return desk.post(address, data={"form_key": key_of(desk), "name": "Ada", **form})


@pytest.fixture
def merged(desk, ledger):
    """One toll of two claims, which a person said are the same."""
    first, second = toll_of(ledger, TOLL), toll_of(ledger, LATER)
    assert first.id != second.id
    assert f'value="{second.id}"' in desk.get(f"/records/{first.id}/regroup").text
    assert "Marked as the same" in post(desk, f"/records/{first.id}/merge", other=second.id).text
    return toll_of(ledger, TOLL)


def test_two_records_are_merged_and_the_undo_parts_them_again(desk, ledger, merged):
    assert set(merged.members) == {TOLL, LATER}
    post(desk, "/review/back")
    assert [set(toll_of(ledger, claim).members) for claim in (TOLL, LATER)] == [{TOLL}, {LATER}]


def test_a_record_is_split_and_the_undo_joins_it_again(desk, ledger, merged):
    page = desk.get(f"/records/{merged.id}/regroup").text
    assert page.count('type="checkbox"') == 2
    assert post(desk, f"/records/{merged.id}/split", claim=LATER).status_code == 200
    assert [set(toll_of(ledger, claim).members) for claim in (TOLL, LATER)] == [{TOLL}, {LATER}]
    post(desk, "/review/back")
    assert set(toll_of(ledger, TOLL).members) == {TOLL, LATER}
    assert [made.verdict for made in ledger.judgements()] == ["same", "different", "withdraw"]


@pytest.mark.parametrize("form", [{}, {"claim": [TOLL, LATER]}, {"claim": "nonsense"}])
def test_a_split_of_nothing_or_of_all_writes_nothing(desk, ledger, form):
    assert post(desk, f"/records/{toll_of(ledger, TOLL).id}/split", **form).status_code == 422
    assert list(ledger.judgements()) == []


def test_a_merge_with_another_kind_or_itself_writes_nothing(desk, ledger):
    whole, truce = toll_of(ledger, TOLL), next(ledger.records("ceasefire_process"))
    for other in (whole.id, truce.id):
        assert post(desk, f"/records/{whole.id}/merge", other=other).status_code == 422
    assert list(ledger.judgements()) == []


def test_regrouping_takes_the_token(pages, ledger):
    whole = toll_of(ledger, TOLL)
    assert pages.post(f"/records/{whole.id}/split", data={"claim": LATER, "name": "Eve"}).status_code == 403
    assert pages.post("/review/all", data={"claim": LATER, "name": "Eve"}).status_code == 403


def test_what_is_shown_is_accepted_together_and_taken_back_together(desk, ledger):
    desk.post("/review/name", data={"form_key": key_of(desk), "name": "Ada"})
    page = desk.get("/review").text
    shown = re.findall(r'name="claim" value="([^"]+)"', page)
    assert f"Accept these {len(shown)}" in page
    desk.post(f"/review/{TOLL}/judge", data={**form_of(desk, TOLL), "decision": "reject"})
    answer = post(desk, "/review/all", claim=shown).text
    assert (
        f"Accepted all that were shown: {len(shown) - 1} claims; 1 more had been decided by somebody meanwhile"
        in answer
    )
    verdicts = {made.claims[0]: made.verdict for made in ledger.judgements()}
    assert verdicts == {claim: "reject" if claim == TOLL else "accept" for claim in shown}
    post(desk, "/review/back")
    assert "Rejected" not in desk.get("/review").text
    assert [made.verdict for made in ledger.judgements()].count("withdraw") == len(shown) - 1
    post(desk, "/review/back", again="1")
    assert desk.get(f"/claims/{shown[-1]}").text.count("accept") >= 1


def test_a_judgement_that_came_between_reading_and_writing_is_told(ledger):
    at = datetime.datetime(2024, 5, 9, tzinfo=datetime.UTC)
    known = ledger.marks()["judgements"]
    ledger.add_judgement(Judgement(id="theirs", verdict="accept", claims=(TOLL,), by="Ben", at=at))
    mine = Judgement(id="mine", verdict="reject", claims=(TOLL,), by="Ada", at=at)
    with pytest.raises(JudgedMeanwhile, match="Ben"):
        ledger.add_judgements([mine], known=known)
    ledger.add_judgements([mine.model_copy(update={"claims": (LATER,)})], known=known)
    assert [made.by for made in ledger.judgements()] == ["Ben", "Ada"]
