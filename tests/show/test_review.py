"""Judging in the browser's forms: everything is appended, shows at once, and can be taken back."""

import re

import pytest

from show.war import FIRST, SECOND, first_claims, second_claims

TOLL, TALKS, GROUND = first_claims()[1], first_claims()[2], first_claims()[5]
LATER = second_claims()[0]


def form_of(desk, claim: str) -> dict[str, str]:
    """The form as a browser would send it, with every field as it stands."""
    page = desk.get(f"/review/{claim}").text
    fields = dict(re.findall(r'name="(field-[a-z_]+)" value="([^"]*)"', page))
    chosen = re.findall(r'name="(field-[a-z_]+)".*?(?=</select>)', page, re.DOTALL)
    for select in re.findall(r'<select id="f-[a-z_]+" name="(field-[a-z_]+)"(.*?)</select>', page, re.DOTALL):
        picked = re.search(r'<option value="([^"]*)" selected', select[1])
        fields[select[0]] = picked.group(1) if picked else ""
    assert chosen
    hidden = {name: re.search(f'name="{name}" value="([^"]*)"', page).group(1) for name in ("form_key", "seen")}
    return {**fields, **hidden, "name": "Ada", "decision": "accept"}


def judge(desk, claim: str, **changed: str):
    form = {**form_of(desk, claim), **{key.replace("__", "-"): value for key, value in changed.items()}}
    return desk.post(f"/review/{claim}/judge", data=form)


def test_accepting_writes_one_judgement_and_goes_to_the_next(desk, ledger):
    answer = judge(desk, TOLL.id)
    assert answer.status_code == 200
    assert "Accepted." in answer.text
    (written,) = ledger.judgements()
    assert (written.verdict, written.claims, written.by) == ("accept", (TOLL.id,), "Ada")


def test_a_corrected_field_shows_at_once_in_the_toll_and_nothing_is_overwritten(desk, ledger):
    before = ledger.claim(TOLL.id)
    judge(desk, TOLL.id, **{"field__harm": "injured"})
    (written,) = ledger.judgements()
    assert (written.verdict, written.changes) == ("edit", {"harm": "injured"})
    assert ledger.claim(TOLL.id) == before
    assert "injured" in desk.get(f"/claims/{TOLL.id}").text
    assert "corrected it" in desk.get(f"/claims/{TOLL.id}").text
    series = [record for record in ledger.records("toll_series") if TOLL.id in record.members]
    assert [record.harm for record in series] == ["injured"]
    assert "<tspan>injured</tspan>" in desk.get("/c/sudan-2023/tolls").text


def test_a_rejected_claim_leaves_the_views_and_comes_back_when_that_is_taken_back(desk, ledger):
    judge(desk, GROUND.id, decision="reject", reason="not said")
    assert "The RSF took Nyala" not in desk.get("/c/sudan-2023/timeline").text
    assert next(ledger.judgements()).note == "not said"
    key = form_of(desk, TOLL.id)["form_key"]
    assert "Taken back." in desk.post("/review/back", data={"form_key": key}).text
    assert "The RSF took Nyala" in desk.get("/c/sudan-2023/timeline").text
    assert "Done again." in desk.post("/review/back", data={"form_key": key, "again": "1"}).text
    assert "The RSF took Nyala" not in desk.get("/c/sudan-2023/timeline").text
    assert [judgement.verdict for judgement in ledger.judgements()] == ["reject", "withdraw", "withdraw"]


@pytest.mark.parametrize(
    ("field", "words", "shown"),
    [
        ("value", "15", "15"),
        ("as_of", "2024-05-01/2024-05-02", "1–2 May 2024"),
        ("losses_of", "Rapid Support Forces", "Rapid Support Forces"),
        ("place", "Darfur", "Darfur"),
        ("subgroup", "children; women", "children, women"),
        ("place", "unclear", "unclear"),
    ],
)
def test_every_kind_of_field_takes_what_a_person_types(desk, field, words, shown):
    judge(desk, TOLL.id, **{f"field__{field}": words})
    page = desk.get(f"/claims/{TOLL.id}").text
    assert shown in page
    assert "corrected it" in page


def test_a_withheld_figure_is_null_with_its_reason(desk):
    judge(desk, TOLL.id, field__value="withheld", field__low="withheld", field__high="withheld")
    claim = desk.get(f"/api/claims/{TOLL.id}").json()
    assert claim["value"] is None
    assert claim["missing"]["value"] == "withheld"


@pytest.mark.parametrize(("field", "words"), [("value", "many"), ("as_of", "yesterday"), ("harm", "sad")])
def test_a_wrong_value_is_told_and_nothing_is_written(desk, ledger, field, words):
    answer = judge(desk, TOLL.id, **{f"field__{field}": words})
    assert answer.status_code == 422
    assert "Nothing was written" in answer.text
    assert list(ledger.judgements()) == []


def test_two_at_once_lose_nothing(desk, ledger):
    first, second = form_of(desk, TOLL.id), form_of(desk, TOLL.id)
    desk.post(f"/review/{TOLL.id}/judge", data={**first, "name": "Ada", "field-harm": "injured"})
    desk.cookies.delete("truceline_name")
    answer = desk.post(f"/review/{TOLL.id}/judge", data={**second, "name": "Ben"})
    assert answer.status_code == 409
    assert "Ada" in answer.text
    assert len(list(ledger.judgements())) == 1
    desk.post(f"/review/{TOLL.id}/judge", data={**second, "name": "Ben", "force": "1"})
    assert [judgement.by for judgement in ledger.judgements()] == ["Ada", "Ben"]
    assert "kept or rejected" in desk.get("/review/agreement").text


def test_a_pair_is_the_same_or_not(desk, ledger):
    page = desk.get(f"/review/{TOLL.id}").text
    assert "Same thing elsewhere?" in page
    key = form_of(desk, TOLL.id)["form_key"]
    desk.post(
        f"/review/{TOLL.id}/pair", data={"form_key": key, "name": "Ada", "other": LATER.id, "verdict": "different"}
    )
    (written,) = ledger.judgements()
    assert (written.verdict, written.claims) == ("different", (TOLL.id, LATER.id))


def test_a_missed_claim_is_added_from_its_words(desk, ledger):
    words = "killed in Nyala"
    start = FIRST.text.index(words)
    key = form_of(desk, TOLL.id)["form_key"]
    form = {"form_key": key, "name": "Ada", "kind": "casualties", "start": start, "end": start + len(words)}
    answer = desk.post(f"/reports/{FIRST.id}/claims", data=form)
    assert "Added." in answer.text
    (written,) = ledger.judgements()
    assert written.changes["evidence"]["exact"] == words
    assert written.changes["missing"]["value"] == "not_stated"
    assert words in desk.get("/c/sudan-2023/tolls").text
    assert desk.get("/api/claims?state=added").json()["total"] == 1


def test_words_outside_the_report_cannot_be_claimed(desk, ledger):
    key = form_of(desk, TOLL.id)["form_key"]
    for start, end in ((0, 10**6), (5, 5), (-3, 4), (SECOND.text.index(" now"), SECOND.text.index(" now") + 1)):
        form = {"form_key": key, "name": "Ada", "kind": "event", "start": start, "end": end}
        assert desk.post(f"/reports/{SECOND.id}/claims", data=form).status_code == 422
    assert list(ledger.judgements()) == []


def test_nobody_writes_without_the_token_a_form_key_and_a_name(pages, ledger):
    form = {"form_key": "x", "name": "Eve", "decision": "reject", "seen": ""}
    address = f"/review/{TOLL.id}/judge"
    assert pages.post(address, data=form).status_code == 403
    pages.cookies.set("truceline", "guessed")
    assert pages.post(address, data=form).status_code == 403
    assert list(ledger.judgements()) == []


def test_a_form_from_another_site_is_refused(desk, ledger):
    form = form_of(desk, TOLL.id)
    address = f"/review/{TOLL.id}/judge"
    assert desk.post(address, data=form, headers={"origin": "http://evil.example"}).status_code == 403
    assert desk.post(address, data=form, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert desk.post(address, data={**form, "form_key": "wrong"}).status_code == 403
    assert desk.post(address, data={**form, "note": "x" * 200_000}).status_code == 413
    assert desk.post(address, data={**form, "name": " "}).status_code == 422
    assert desk.post(address, data={**form, "decision": ""}).status_code == 422
    assert list(ledger.judgements()) == []


def test_a_proxy_that_knows_its_users_says_who_judges(ledger):
    from fastapi.testclient import TestClient

    from truceline.show.app import create_app
    from truceline.show.security import Doorkeeper

    app = create_app(ledger, Doorkeeper(user_header="X-Forwarded-User", hosts=("team.example",)))
    team = TestClient(app, base_url="http://team.example", headers={"X-Forwarded-User": "l.haddad"})
    judge(team, TOLL.id)
    assert next(ledger.judgements()).by == "l.haddad"
    assert TestClient(app, base_url="http://team.example").post(f"/review/{TOLL.id}/judge", data={}).status_code == 403


def test_the_queue_begins_with_what_is_unsure_and_counts_what_was_looked_at(desk):
    page = desk.get("/review?kind=casualties").text
    assert "0 of 2 looked at" in page
    judge(desk, TOLL.id)
    assert "1 of 2 looked at" in desk.get("/review?kind=casualties").text


def test_keys_do_not_clash(desk):
    page = desk.get(f"/review/{TOLL.id}").text
    keys = [key for keys in re.findall(r'data-key="([^"]+)"', page) for key in keys.split()]
    assert len(keys) == len(set(keys))
    assert not {"g", "r", "n", "/", "?"} & set(keys)


def second(desk, claim: str, name: str, **changed: str):
    """Another coder looks a second time."""
    desk.cookies.delete("truceline_name")
    desk.cookies.set("truceline_name", name)
    page = desk.get(f"/review/{claim}?second=1").text
    form = {**form_of(desk, claim), "name": name}
    form["field-harm"] = re.search(r'name="field-harm".*?<option value="([^"]*)" selected', page, re.DOTALL).group(1)
    return page, desk.post(f"/review/{claim}/judge?second=1", data={**form, **changed})


def test_a_second_coder_does_not_see_what_the_first_one_made_of_it(desk, ledger):
    judge(desk, TOLL.id, field__harm="injured", note="as the wire has it")
    page, _ = second(desk, TOLL.id, "Ben")
    assert '<option value="killed" selected>' in page
    assert "Ada" not in page
    assert "this one is corrected" not in page
    assert [made.verdict for made in ledger.judgements()] == ["edit", "accept"]
    assert "Ada</b>: edit, harm → injured (as the wire has it)" in desk.get(f"/review/{TOLL.id}").text


def test_coders_who_differ_are_settled_with_a_click_and_the_reason_is_seen(desk, ledger):
    pytest.importorskip("krippendorff")
    judge(desk, TOLL.id, field__harm="injured")
    second(desk, TOLL.id, "Ben")
    page = desk.get("/review/agreement").text
    assert "Ada</b>: edit, harm → injured" in page
    assert "Krippendorff" in page
    key = re.search(r'name="form_key" value="([^"]*)"', page).group(1)
    form = {"form_key": key, "name": "Cem", "coder": "Ben", "note": "the army said killed"}
    page = desk.post(f"/review/{TOLL.id}/settle", data=form).text
    assert "settled for Ben: the army said killed" in page
    assert desk.get(f"/api/claims/{TOLL.id}").json()["harm"] == "killed"
    assert re.findall(r'<th scope="row">harm</th><td>(\d+) %', page) == ["0"]
    assert "Take Ben" not in page


def test_the_queue_has_an_order_of_doubt_and_one_of_importance(desk):
    orders = {order: [row["kind"] for row in desk.get(f"/review.json?order={order}").json()]
              for order in ("need", "unsure", "importance", "newest")}  # fmt: skip
    assert all(sorted(kinds) == sorted(orders["need"]) for kinds in orders.values())
    assert orders["importance"][:2] == ["casualties", "casualties"]
    assert orders["importance"][-1] == "statement"
    assert "most important" in desk.get("/review?order=importance").text


def test_a_claim_gets_the_words_that_it_should_have_had(desk, ledger):
    words = "RSF took Nyala"
    start = FIRST.text.index(words)
    page = desk.get(f"/reports/{FIRST.id}?words={GROUND.id}").text
    assert f'action="/review/{GROUND.id}/words"' in page
    form = {"form_key": form_of(desk, GROUND.id)["form_key"], "name": "Ada", "start": start, "end": start + len(words)}
    assert "Corrected." in desk.post(f"/review/{GROUND.id}/words", data=form).text
    assert desk.get(f"/api/claims/{GROUND.id}").json()["evidence"]["exact"] == words
    assert ledger.claim(GROUND.id).evidence.exact == "The RSF took Nyala"
    assert "text matches" in desk.get(f"/claims/{GROUND.id}").text
    answer = desk.post(f"/review/{GROUND.id}/words", data={**form, "start": "", "end": ""})
    assert answer.status_code == 422
    assert "select the words in the report first" in answer.text


def test_the_legs_of_a_round_are_set_by_names(desk):
    typed = "Sudanese Armed Forces via United States; Rapid Support Forces via United States"
    judge(desk, TALKS.id, field__legs=typed)
    legs = desk.get(f"/api/claims/{TALKS.id}").json()["legs"]
    assert [leg["participants"][0]["entity_name"] for leg in legs] == ["Sudanese Armed Forces", "Rapid Support Forces"]
    assert {leg["mediators"][0]["country"] for leg in legs} == {"USA"}
    page = desk.get(f"/review/{TALKS.id}").text
    assert f'name="field-legs" value="{typed}"' in page
    assert desk.get(f"/claims/{TALKS.id}").status_code == 200
