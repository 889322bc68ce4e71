import pytest
from pydantic import ValidationError

from builders import claim, report
from truceline.model.claim import CLAIM_KINDS
from truceline.model.claims import CLAIM_CLASSES, claim_adapter


def test_there_is_a_class_for_every_kind():
    assert tuple(CLAIM_CLASSES) == CLAIM_KINDS


def test_a_claim_does_not_change():
    made = claim("casualties", report(), "Twelve died", harm="killed", value=12, low=12, high=12)
    with pytest.raises(ValidationError):
        made.value = 13


def test_a_claim_refuses_unknown_values():
    with pytest.raises(ValidationError):
        claim("casualties", report(), "Twelve died", harm="wounded")


def test_a_claim_comes_back_from_json_as_it_was():
    made = claim("casualties", report(), "Twelve died", harm="killed", missing={"value": "vague_quantity"})
    assert claim_adapter.validate_json(made.model_dump_json()) == made


def test_the_id_depends_on_report_kind_and_words_only():
    first = claim("casualties", report(), "Twelve died", harm="killed")
    again = claim("casualties", report(), "Twelve died", harm="injured")
    elsewhere = claim("casualties", report("So Twelve died"), "Twelve died", harm="killed")
    assert first.id == again.id != elsewhere.id


def test_a_noun_of_checked_values_is_as_one_that_checks_them():
    made = claim("casualties", report(), "Twelve died", harm="killed", missing={"value": "vague_quantity"})
    again = type(made).of_checked(dict(made))
    assert again == made
    assert again.model_dump_json() == made.model_dump_json()
    with pytest.raises(ValidationError):
        again.value = 13


def test_a_copy_differs_in_what_is_given_alone():
    made = claim("casualties", report(), "Twelve died", harm="killed", value=12)
    copy = made.model_copy(update={"value": 13})
    assert (copy.value, made.value) == (13, 12)
    assert copy == type(made)(**{**dict(made), "value": 13})
