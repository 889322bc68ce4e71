from jsonschema import Draft202012Validator

from builders import claim, report
from truceline.model.schema import json_schema


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(json_schema())


def test_what_the_models_write_fits_the_schema():
    of = report()
    made = claim("casualties", of, "Twelve died", harm="killed", value=12, low=12, high=12)
    validator = Draft202012Validator(json_schema())
    for noun in (of, made):
        validator.validate(noun.model_dump(mode="json"))


def test_a_claim_without_evidence_does_not_fit():
    made = claim("casualties", report(), "Twelve died", harm="killed").model_dump(mode="json")
    del made["evidence"]
    assert not Draft202012Validator(json_schema()).is_valid(made)
