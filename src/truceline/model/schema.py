"""The JSON Schema of everything that truceline writes, made from the models."""

from typing import Any

from pydantic import TypeAdapter

from truceline.model.claims import AnyClaim
from truceline.model.judgement import Judgement
from truceline.model.mark import AnyMark
from truceline.model.record import AnyRecord
from truceline.model.report import Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """One schema; a line of output fits one of ``$defs``: Report, Claim, Mark, Record, Judgement."""
    defs: dict[str, Any] = {}
    for name, noun in (
        ("Report", Report),
        ("Claim", AnyClaim),
        ("Mark", AnyMark),
        ("Record", AnyRecord),
        ("Judgement", Judgement),
    ):
        schema = TypeAdapter(noun).json_schema(mode="serialization", ref_template="#/$defs/{model}")
        defs.update(schema.pop("$defs", {}))
        defs.setdefault(name, schema)
    return {
        "$schema": DIALECT,
        "title": "truceline",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in ("Report", "Claim", "Mark", "Record", "Judgement")],
        "$defs": defs,
    }
