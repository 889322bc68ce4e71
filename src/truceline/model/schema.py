"""The JSON Schema of everything that truceline writes, made from the models."""

from typing import Any

from pydantic import TypeAdapter

from truceline.model.claims import AnyClaim
from truceline.model.judgement import Judgement
from truceline.model.mark import AnyMark
from truceline.model.record import AnyRecord
from truceline.model.report import Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"


NOUNS: dict[str, TypeAdapter[Any]] = {
    "Report": TypeAdapter(Report),
    "Claim": TypeAdapter(AnyClaim),
    "Mark": TypeAdapter(AnyMark),
    "Record": TypeAdapter(AnyRecord),
    "Judgement": TypeAdapter(Judgement),
}


def json_schema() -> dict[str, Any]:
    """One schema; a line of output fits one of ``$defs``: Report, Claim, Mark, Record, Judgement."""
    defs: dict[str, Any] = {}
    for name, noun in NOUNS.items():
        schema = noun.json_schema(mode="serialization", ref_template="#/$defs/{model}")
        defs.update(schema.pop("$defs", {}))
        defs.setdefault(name, schema)
    anything = [{"$ref": f"#/$defs/{name}"} for name in NOUNS]
    return {"$schema": DIALECT, "title": "truceline", "anyOf": anything, "$defs": defs}
