"""Claims as W3C Web Annotations (JSON-LD): each body is what is claimed, each target the words it was read from."""

import json
from collections.abc import Iterator

from truceline.export.package import Document, Package, versions
from truceline.export.view import View, rest
from truceline.model.claims import AnyClaim
from truceline.model.evidence import Evidence

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PREFIX = "urn:truceline:"


def annotations(view: View) -> Package:
    page = Document(
        "annotations.jsonld", "application/ld+json", "An AnnotationPage, one annotation a claim.",
        lambda: page_of(view),
        lambda: (annotation(view, claim) for claim in view.claims.values()),
    )  # fmt: skip
    return Package(
        "annotations", "Web annotations", "W3C Web Annotation Data Model (2017)", (), (page,),
        rest(view, view.claims, [], lambda claim: f"no annotation of a {claim.kind}"),
        notes=("Offsets are Unicode code points into the report's clean text, end exclusive.",),
    )  # fmt: skip


def page_of(view: View) -> Iterator[str]:
    head = {"@context": CONTEXT, "id": f"{PREFIX}annotations", "type": "AnnotationPage", "startIndex": 0}
    yield json.dumps(head)[:-1] + ', "items": ['
    for number, claim in enumerate(view.claims.values()):
        yield ("," if number else "") + "\n" + json.dumps(annotation(view, claim), ensure_ascii=False)
    yield "\n]}\n"


def annotation(view: View, claim: AnyClaim) -> dict[str, object]:
    return {
        "id": f"{PREFIX}claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"id": f"{PREFIX}tool:{versions()['truceline']}", "type": "Software",
                      "name": f"truceline {versions()['truceline']}, rule {claim.found_by.rule}"},
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": claim.model_dump_json(exclude={"evidence", "repeated_in", "found_by"}),
        },
        "target": [target(view, claim, evidence) for evidence in (claim.evidence, *claim.repeated_in)],
    }  # fmt: skip


def target(view: View, claim: AnyClaim, evidence: Evidence) -> dict[str, object]:
    report = view.report(claim)
    return {
        "source": (report.url if report else None) or f"{PREFIX}report:{claim.report}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": evidence.exact,
                "prefix": evidence.prefix,
                "suffix": evidence.suffix,
            },
            {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
        ],
    }
