"""What a model proposes is held against the text: what stands there is kept, everything else is dropped and counted."""

import datetime
import json

import pytest

from builders import report
from language_model_server import answered, model_server
from truceline.cli.main import main
from truceline.errors import ModelFault
from truceline.model.report import LeftOut
from truceline.settings import Settings
from truceline.understand.language_model.client import ModelClient
from truceline.understand.language_model.model_finder import ModelFinder
from truceline.understand.mark_report import mark_report
from truceline.understand.two_finders import claims_by

TEXT = (
    "The army said at least 12 soldiers were killed in Nyala on Tuesday. "
    "The rebels and the army will meet in Jeddah on Friday. Support our journalism today."
)


@pytest.fixture(scope="module")
def marked():
    plea = "Support our journalism today."
    left_out = LeftOut(kind="plea", start=TEXT.index(plea), end=len(TEXT), text=plea)
    return mark_report(report(TEXT, published=datetime.date(2024, 5, 9), left_out=(left_out,)), Settings())


def found(marked, *proposals):
    """Claims and drop reasons for one recorded answer."""
    with model_server(answered(*proposals)) as (url, _):
        finder = ModelFinder(ModelClient(url, "tiny"))
        claims = claims_by(marked, "model", finder)
    return claims, dict(finder.dropped)


TOLL = {
    "kind": "casualties", "sentence": 0, "evidence": "at least 12 soldiers were killed", "harm": "killed", "low": 12,
    "losses_of": "soldiers", "person_status": "military", "place": "Nyala", "measure": "incident",
}  # fmt: skip
MEETING = {
    "kind": "talks", "sentence": 1, "evidence": "The rebels and the army will meet in Jeddah on Friday",
    "status": "planned", "participants": ["The rebels", "the army"], "place": "Jeddah", "date": "on Friday",
}  # fmt: skip


def test_what_stands_there_is_kept_and_resolved_by_our_markers(marked):
    claims, dropped = found(marked, TOLL, MEETING)
    assert dropped == {}
    toll, meeting = claims
    assert (toll.low, toll.value, toll.high, toll.bound_rule) == (12, None, None, "at_least")
    assert toll.claimed_by.entity_text == "army"
    assert (toll.place.name, toll.place.country) == ("Nyala", "SDN")
    assert meeting.date.timex == "2024-05-10"
    assert TEXT[meeting.evidence.start : meeting.evidence.end] == meeting.evidence.exact
    assert (toll.found_by.finder, toll.found_by.rule) == ("model", "model:tiny")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"evidence": "at least 13 soldiers were killed"}, "evidence not in the text"),
        ({"evidence": "  "}, "no evidence"),
        ({"evidence": "Support our journalism", "sentence": 2, "low": None}, "evidence not in the text"),
        ({"value": 12}, "figure not in the evidence"),
        ({"low": 21}, "figure not in the evidence"),
        ({"harm": "vaporised"}, "harm has no such value"),
        ({"place": "Khartoum"}, "place not in the text"),
        ({"losses_of": "police officers"}, "actor not in the text"),
        ({"as_of": "on Wednesday"}, "date not in the text"),
        ({"as_of": "soldiers"}, "date not to be read in the words"),
        ({"cause": "a drone strike"}, "cause not in the text"),
        ({"kind": "rumour"}, "no such kind"),
        ({"colour": "red"}, "colour has no such value"),
    ],
)
def test_what_does_not_stand_there_is_dropped_with_a_reason(marked, changes, reason):
    claims, dropped = found(marked, {**TOLL, **changes})
    assert (claims, dropped) == ([], {reason: 1})


def test_a_mode_that_its_class_does_not_have_is_no_mode(marked):
    event = {"kind": "event", "sentence": 0, "evidence": "soldiers were killed", "event": "ASSAULT", "mode": "visit",
             "actor": ["The army"]}  # fmt: skip
    assert found(marked, event) == ([], {"mode has no such value": 1})
    (claim,), _ = found(marked, {**event, "mode": "firearms"})
    assert (claim.quad, claim.event_text) == (4, "soldiers were killed")


def test_an_answer_that_is_no_json_is_counted(marked):
    with model_server((200, json.dumps({"choices": [{"message": {"content": "I think that"}}]}))) as (url, _):
        finder = ModelFinder(ModelClient(url, "tiny"))
        assert claims_by(marked, "model", finder) == []
    assert finder.summary() == "tiny: 1 claims proposed, 0 kept, 1 dropped (answer is no JSON of the schema 1)"


def test_both_ways_are_merged_and_signed(marked):
    rules = claims_by(marked, "rules")
    ceasefire = {"kind": "position", "sentence": 1, "evidence": "will meet in Jeddah", "stance": "offer",
                 "holder": "The rebels", "content": "meet in Jeddah"}  # fmt: skip
    with model_server(answered(TOLL, ceasefire)) as (url, _):
        both = claims_by(marked, "both", ModelFinder(ModelClient(url, "tiny")))
    signed = {claim.id: claim.found_by.finder for claim in both}
    toll = next(claim for claim in rules if claim.kind == "casualties")
    assert signed[toll.id] == "casualties+model"
    assert [claim.kind for claim in both if claim.found_by.finder == "model"] == ["position"]
    assert {claim.id for claim in rules} <= set(signed)
    assert len(signed) == len(both)


@pytest.mark.parametrize(
    "refusal",
    [(400, "unknown format"), (500, "('body', 'response_format', 'type')")],
    ids=["refused", "no such literal"],
)
def test_a_server_without_json_schema_is_asked_for_json_object(marked, refusal):
    with model_server(refusal, answered(TOLL)) as (url, recorded):
        finder = ModelFinder(ModelClient(url, "tiny"))
        assert len(claims_by(marked, "model", finder)) == 1
        assert [request["response_format"]["type"] for request in recorded.requests] == ["json_schema", "json_object"]
        list(finder(marked))
    assert recorded.requests[-1]["response_format"]["type"] == "json_object"
    assert recorded.requests[-1]["response_format"]["schema"]["properties"]["claims"]["type"] == "array"


@pytest.mark.parametrize("trouble", [(503, "busy"), (500, "out of memory")], ids=["busy", "in trouble"])
def test_a_server_in_trouble_is_asked_again(marked, trouble):
    with model_server(trouble, answered(TOLL)) as (url, recorded):
        assert len(claims_by(marked, "model", ModelFinder(ModelClient(url, "tiny")))) == 1
    assert len(recorded.requests) == 2


def test_the_key_comes_from_the_environment_only(marked, monkeypatch):
    monkeypatch.setenv("TRUCELINE_MODEL_KEY", "secret")
    with model_server(answered(TOLL)) as (url, recorded):
        list(ModelFinder(ModelClient(url, "tiny"))(marked))
    assert recorded.requests[0]["key"] == "Bearer secret"
    assert recorded.requests[0]["path"] == "/v1/chat/completions"


def test_an_answer_is_asked_for_once(marked, tmp_path):
    with model_server(answered(TOLL)) as (url, recorded):
        for name in ("tiny", "tiny", "other"):
            list(ModelFinder(ModelClient(url, name, cache=tmp_path))(marked))
    assert [request["model"] for request in recorded.requests] == ["tiny", "other"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [((401, "wrong key"), "answered 401: wrong key"), ((200, "[]"), "no answer of a chat model")],
)
def test_faults_are_named(marked, answer, words):
    with model_server(answer) as (url, _), pytest.raises(ModelFault, match=words):
        list(ModelFinder(ModelClient(url, "tiny"))(marked))


def test_no_server_is_named():
    with pytest.raises(ModelFault, match="expected an address"):
        ModelClient("localhost:8000", "tiny")


def test_command(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TRUCELINE_MODEL_CACHE", str(tmp_path / "cache"))
    story = tmp_path / "story.txt"
    story.write_text(TEXT)
    with model_server(answered(TOLL, {**TOLL, "low": 13})) as (url, _):
        main(["understand", str(story), "--finder", "model", "--model-url", url, "--model", "tiny"])
    printed = capsys.readouterr()
    assert [json.loads(line)["low"] for line in printed.out.splitlines()] == [12]
    assert "tiny: 2 claims proposed, 1 kept, 1 dropped (figure not in the evidence 1)" in printed.err


def test_command_says_what_is_missing(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["understand", str(tmp_path), "--finder", "both"])
    assert "--finder both needs --model-url and --model" in capsys.readouterr().err
