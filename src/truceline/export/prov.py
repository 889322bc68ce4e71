"""Where everything comes from, as PROV-JSON (W3C 2013): reports, claims quoted from them, records made of claims."""

import json
from collections.abc import Iterator

from truceline.export.claimants import slug
from truceline.export.package import Document, Package, versions
from truceline.export.view import View
from truceline.model.judgement import Judgement
from truceline.model.report import Report

Node = dict[str, object]
SOFTWARE = "prov:SoftwareAgent"


def prov(view: View) -> Package:
    file = Document(
        "provenance.json", "application/json", "PROV-JSON: entities, activities, agents and how they hang together.",
        lambda: document(view), lambda: statements(view),
    )  # fmt: skip
    return Package("prov", "Provenance", "W3C PROV-JSON", (), (file,))


def document(view: View) -> Iterator[str]:
    yield json.dumps(graph(view), ensure_ascii=False, indent=1) + "\n"


def statements(view: View) -> Iterator[Node]:
    """One entity, activity, agent or relation a row."""
    for kind, nodes in graph(view).items():
        if kind != "prefix":
            yield from ({"kind": kind, "id": id_, "attributes": node} for id_, node in nodes.items())


def graph(view: View) -> dict[str, dict[str, object]]:
    made: dict[str, dict[str, object]] = {
        "prefix": {"tl": "urn:truceline:", "dct": "http://purl.org/dc/terms/"},
        "entity": {}, "activity": {}, "agent": {}, "wasGeneratedBy": {}, "wasAssociatedWith": {}, "wasAttributedTo": {},
        "wasQuotedFrom": {}, "wasDerivedFrom": {}, "wasRevisionOf": {},
    }  # fmt: skip
    add_tool(made)
    for report in view.reports.values():
        add_report(made, report)
    add_claims(made, view)
    add_records(made, view)
    for judgement in view.ledger.judgements():
        add_judgement(made, judgement)
    derived = made["wasDerivedFrom"]
    derived |= {
        f"{id_}": {**node, "prov:type": qualified("prov:Quotation")} for id_, node in pop(made, "wasQuotedFrom")
    }
    derived |= {f"{id_}": {**node, "prov:type": qualified("prov:Revision")} for id_, node in pop(made, "wasRevisionOf")}
    return {key: nodes for key, nodes in made.items() if nodes}


def pop(made: dict[str, dict[str, object]], key: str) -> list[tuple[str, Node]]:
    return [(id_, node) for id_, node in made.pop(key).items() if isinstance(node, dict)]


def qualified(name: str) -> Node:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def add_tool(made: dict[str, dict[str, object]]) -> None:
    made["agent"]["tl:truceline"] = {
        "prov:type": qualified(SOFTWARE), **{f"tl:{name}": value for name, value in versions().items()}
    }  # fmt: skip
    for activity in ("understand", "reconcile"):
        made["activity"][f"tl:{activity}"] = {}
        made["wasAssociatedWith"][f"_:by-{activity}"] = {
            "prov:activity": f"tl:{activity}",
            "prov:agent": "tl:truceline",
        }


def add_report(made: dict[str, dict[str, object]], report: Report) -> None:
    facts = {
        "dct:title": report.title, "dct:source": report.url,
        "dct:issued": report.published.isoformat() if report.published else None,
    }  # fmt: skip
    made["entity"][f"tl:report/{report.id}"] = {name: value for name, value in facts.items() if value}
    if report.publisher:
        agent = f"tl:publisher/{slug(report.publisher)}"
        made["agent"].setdefault(agent, {"dct:title": report.publisher, "prov:type": qualified("prov:Organization")})
        made["wasAttributedTo"][f"_:of-{report.id}"] = {"prov:entity": f"tl:report/{report.id}", "prov:agent": agent}


def add_claims(made: dict[str, dict[str, object]], view: View) -> None:
    for claim in view.every_claim.values():
        entity = f"tl:claim/{claim.id}"
        made["entity"][entity] = {
            "tl:kind": claim.kind,
            "tl:rule": claim.found_by.rule,
            "prov:value": claim.evidence.exact,
        }
        made["wasQuotedFrom"][f"_:q-{claim.id}"] = {
            "prov:generatedEntity": entity, "prov:usedEntity": f"tl:report/{claim.report}"
        }  # fmt: skip
        made["wasGeneratedBy"][f"_:g-{claim.id}"] = {"prov:entity": entity, "prov:activity": "tl:understand"}


def add_records(made: dict[str, dict[str, object]], view: View) -> None:
    for record in view.records:
        entity = f"tl:record/{record.id}"
        made["entity"][entity] = {"tl:kind": record.kind, "dct:title": record.title}
        made["wasGeneratedBy"][f"_:g-{record.id}"] = {"prov:entity": entity, "prov:activity": "tl:reconcile"}
        for member in record.members:
            made["wasDerivedFrom"][f"_:d-{record.id}-{member}"] = {
                "prov:generatedEntity": entity, "prov:usedEntity": f"tl:claim/{member}"
            }  # fmt: skip


def add_judgement(made: dict[str, dict[str, object]], judgement: Judgement) -> None:
    """A person's word on a claim is a revision of it: the claim itself stays."""
    entity, agent = f"tl:judgement/{judgement.id}", f"tl:person/{slug(judgement.by)}"
    made["agent"].setdefault(agent, {"prov:type": qualified("prov:Person"), "dct:title": judgement.by})
    made["entity"][entity] = {"tl:verdict": judgement.verdict, "dct:created": judgement.at.isoformat()}
    made["wasAttributedTo"][f"_:j-{judgement.id}"] = {"prov:entity": entity, "prov:agent": agent}
    for claim in judgement.claims:
        made["wasRevisionOf"][f"_:r-{judgement.id}-{claim}"] = {
            "prov:generatedEntity": entity, "prov:usedEntity": f"tl:claim/{claim}"
        }  # fmt: skip
