"""Every format: described, valid by the field's own validators, and complete."""

import csv
import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, report
from export.war import STORY, claims, judged, records
from truceline.cli.export import NAMES
from truceline.errors import NotText
from truceline.export.formats import FORMATS, arrow_tables, export
from truceline.export.table import cell
from truceline.ledger.import_lines import import_lines
from truceline.ledger.ledger import Ledger
from truceline.model.record import Incident
from truceline.model.report import LeftOut

PLEA = LeftOut(kind="plea", start=0, end=0, text="Support us")


def test_the_command_names_every_format():
    assert tuple(sorted(FORMATS)) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_package_is_described_and_valid(exported, name):
    from frictionless import Package

    folder = exported(name)
    package = Package(str(folder / "datapackage.json"))
    assert package.custom["created_by"]["truceline"]
    assert {resource.path for resource in package.resources} == {
        file.name for file in folder.iterdir() if file.name not in {"datapackage.json", "codebook.md"}
    }
    report = package.validate()
    tabular = [task for task in report.tasks if task.type == "table"]
    assert all(task.valid for task in tabular), [task.flatten(["fieldName", "message"]) for task in tabular]
    assert "| column | type | meaning |" in (folder / "codebook.md").read_text()


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_ledger_gives_empty_files(tmp_path, name):
    with Ledger(tmp_path / "empty.db") as ledger:
        files = list(export(ledger, name, tmp_path / name))
    assert all(file.exists() for file in files)


def test_hxl_validates(exported):
    import hxl

    file = exported("hxl") / "tolls.csv"
    source = hxl.data(hxl.make_input(io.BytesIO(file.read_bytes())))
    faults = []
    assert hxl.schema(callback=faults.append).validate(source), faults
    rows = list(hxl.data(hxl.make_input(io.BytesIO(file.read_bytes()))))
    assert [row.get("#affected+killed") for row in rows] == ["14", "30", "15000"]


def test_geojson_opens_and_has_no_invented_point(exported):
    import geopandas

    folder = exported("geojson")
    made = json.loads((folder / "claims.geojson").read_text())
    frame = geopandas.read_file(folder / "claims.geojson")
    assert len(frame) == len(made["features"])
    by_id = {feature["id"]: feature for feature in made["features"]}
    nyala, darfur = by_id[claims()[0].id], by_id[claims()[3].id]
    assert nyala["geometry"]["coordinates"] == [24.8807, 12.0489]
    assert (darfur["geometry"], darfur["properties"]["drawn_as"]) == (None, "area")


@pytest.mark.parametrize("name", ["claims", "records"])
def test_features_are_as_their_schema_says(exported, name):
    import jsonschema

    folder = exported("geojson")
    rules = json.loads((folder / "features.schema.json").read_text())
    made = json.loads((folder / f"{name}.geojson").read_text())
    checker = jsonschema.Draft202012Validator(rules, format_checker=jsonschema.FormatChecker())
    checker.validate(made)
    made["features"][0]["properties"]["unknown"] = 1
    assert not checker.is_valid(made)
    described = rules["properties"]["features"]["items"]["properties"]["properties"]["properties"]
    assert all(rule["description"] for rule in described.values())


def test_annotations_are_linked_data(exported):
    import rdflib

    text = (exported("annotations") / "annotations.jsonld").read_text()
    made = json.loads(text)
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    graph = rdflib.Graph().parse(data=json.dumps(made | {"@context": OFFLINE_CONTEXT}), format="json-ld")
    exact = {str(value) for value in graph.objects(None, OA["exact"])}
    assert exact == {claim.evidence.exact for claim in claims()}
    assert len(list(graph.subjects(rdflib.RDF.type, OA["Annotation"]))) == len(claims())
    selector = made["items"][0]["target"][0]["selector"]
    assert STORY.text[selector[1]["start"] : selector[1]["end"]] == selector[0]["exact"]


def test_a_rejected_claim_has_no_annotation_but_a_reason(ledger, exported):
    ledger.add_judgement(judged(claims()[0], "reject", 1))
    folder = exported("annotations")
    assert len(json.loads((folder / "annotations.jsonld").read_text())["items"]) == len(claims()) - 1
    with (folder / "unexported.csv").open(newline="") as lines:
        assert [(row["id"], row["reason"]) for row in csv.DictReader(lines)] == [
            (claims()[0].id, "a person rejected this claim")
        ]  # fmt: skip


class OpenAnnotation:
    def __getitem__(self, name):
        import rdflib

        return rdflib.URIRef(f"http://www.w3.org/ns/oa#{name}")


OA = OpenAnnotation()
# The terms of the W3C context that we use, so that the test needs no network.
OFFLINE_CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#", "id": "@id", "type": "@type",
    "Annotation": "oa:Annotation", "TextQuoteSelector": "oa:TextQuoteSelector", "selector": "oa:hasSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "exact": "oa:exact", "prefix": "oa:prefix",
    "suffix": "oa:suffix", "start": "oa:start", "end": "oa:end", "target": "oa:hasTarget", "body": "oa:hasBody",
    "items": {"@id": "as:items", "@container": "@list"}, "source": {"@id": "oa:hasSource", "@type": "@id"},
}  # fmt: skip


def test_provenance_reads_as_prov(exported):
    from prov.model import ProvDocument

    document = ProvDocument.deserialize(exported("prov") / "provenance.json", format="json")
    claim = claims()[0]
    derived = {
        (str(used), str(made)) for record in document.get_records()
        if record.get_type().localpart == "Derivation" for made, used in [record.args[:2]]
    }  # fmt: skip
    assert (f"tl:report/{STORY.id}", f"tl:claim/{claim.id}") in derived
    assert (f"tl:claim/{claim.id}", "tl:record/i1") in derived


def test_parquet_carries_types_and_descriptions(exported):
    import pyarrow.parquet as pq

    schema = pq.read_schema(exported("parquet") / "casualties.parquet")
    assert str(schema.field("value").type) == "int64"
    assert schema.field("place_lat").metadata[b"description"] == b"place: latitude, decimal degrees, WGS84"


def test_csv_cells_are_no_formulas(exported):
    with (exported("csv") / "reports.csv").open(newline="") as lines:
        assert next(csv.DictReader(lines))["title"].startswith("'=HYPERLINK")
    assert [cell(value) for value in ("-12.5", "+1", "-x", None, True)] == ["-12.5", "+1", "'-x", "", "true"]


@pytest.mark.parametrize("name", NAMES)
def test_arrow_tables_hold_what_the_files_hold(ledger, exported, name):
    tables = arrow_tables(ledger, name)
    files = {file.stem: file for file in exported(name).iterdir() if file.stem not in {"datapackage", "codebook"}}
    assert set(tables) == set(files)
    for stem, table in tables.items():
        if files[stem].suffix == ".csv":
            with files[stem].open(encoding="utf-8", newline="") as lines:
                rows = list(csv.DictReader(lines))
            assert table.num_rows == len(rows) - (name == "hxl" and stem == "tolls")
        if files[stem].suffix == ".jsonl":
            assert table.num_rows == len(files[stem].read_text().splitlines())


def test_arrow_tables_of_documents(ledger):
    assert arrow_tables(ledger, "ucdp")["ged"].column("low").to_pylist() == [14]
    geometry = arrow_tables(ledger, "geojson")["claims"].column("geometry").to_pylist()
    assert "POINT (24.8807 12.0489)" in geometry
    assert None in geometry
    actors = arrow_tables(ledger, "plover")["events"].column("actor").to_pylist()
    assert actors[0][0]["entity_name"] == "Rapid Support Forces"
    rows = arrow_tables(ledger, "jsonl")["claims"].column("id").to_pylist()
    assert set(rows) == {claim.id for claim in claims()}


def test_countries_have_all_three_codes(ledger):
    rows = arrow_tables(ledger, "parquet")["countries"].to_pylist()
    now = {row["iso3"]: (row["gw"], row["cow"]) for row in rows if row["until"] is None}
    assert now["YEM"] == (678, 679)
    assert [row["gw"] for row in rows if row["iso3"] == "XKX"] == [345, 340, 347]


def test_jsonl_round_trip_loses_nothing(ledger, exported, tmp_path):
    folder = exported("jsonl")
    with Ledger(tmp_path / "again.db") as again:
        counts = import_lines(again, folder)
        assert counts == {"reports": 2, "claims": len(claims()), "records": 2, "judgements": 1}
        for view in ("sightings", "claims", "records", "judgements", "conflicts"):
            ours, theirs = getattr(ledger, view)(), getattr(again, view)()
            assert list(ours) == list(theirs)
        assert again.conflicts() == ledger.conflicts()


ORDER = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(0, 2), st.sets(st.integers(0, 8)), st.sampled_from([None, "sudan"])),
        st.tuples(st.just("records"), st.sets(st.integers(0, 1)), st.sampled_from(["", "again"])),
        st.tuples(st.just("judge"), st.integers(0, 8), st.sampled_from(["accept", "reject", "unsure"])),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=8, deadline=None)
@given(order=ORDER)
def test_whatever_happened_to_a_ledger_goes_out_and_back_in(order):
    """Readings that newer ones replaced, records that changed or went, copies, judgements: byte for byte."""
    with tempfile.TemporaryDirectory() as folder:
        there, back = Path(folder, "there"), Path(folder, "back")
        with Ledger(Path(folder, "a.db")) as ledger:
            for nth, step in enumerate(order):
                happen(ledger, nth, *step)
            list(export(ledger, "jsonl", there))
        with Ledger(Path(folder, "b.db")) as again:
            import_lines(again, there)
            list(export(again, "jsonl", back))
            import_lines(again, there)
            list(export(again, "jsonl", Path(folder, "twice")))
        for file in sorted(there.glob("*.jsonl")):
            assert file.read_bytes() == (back / file.name).read_bytes() == Path(folder, "twice", file.name).read_bytes()


def happen(ledger, nth, kind, *what):
    made = claims()
    if kind == "read":
        outlet, chosen, conflict = what
        seen = STORY.model_copy(update={"publisher": f"Outlet {outlet}", "left_out": (PLEA,)})
        ledger.add_reading(seen, [made[number] for number in sorted(chosen)], conflict=conflict)
    elif kind == "records":
        chosen, title = what
        all_records = [record.model_copy(update={"title": record.title + title}) for record in records(made)]
        ledger.set_records([all_records[number] for number in sorted(chosen)])
    else:
        number, verdict = what
        ledger.add_judgement(judged(made[number], verdict, nth))


def test_import_keeps_the_records_of_a_ledger_in_use(exported, tmp_path):
    other = report("Six died in Goma.")
    own = claim("casualties", other, "Six died", harm="killed", value=6)
    series = Incident(id="own", title="Goma", members=(own.id,), independent_sources=1)
    with Ledger(tmp_path / "used.db") as used:
        used.add_reading(other, [own])
        used.set_records([series])
        import_lines(used, exported("jsonl"))
        assert {record.id for record in used.records()} == {"own", "i1", "c1"}


def test_import_reads_exports_of_before(exported, ledger, tmp_path):
    """Those that kept only the conflict of each report."""
    folder = exported("jsonl")
    (folder / "earlier_records.jsonl").unlink()
    old = [json.dumps({"report": id_, "conflict": conflict}) + "\n" for id_, conflict in ledger.conflicts().items()]
    (folder / "readings.jsonl").write_text("".join(old))
    with Ledger(tmp_path / "again.db") as again:
        import_lines(again, folder)
        import_lines(again, folder)
        assert (list(again.claims()), again.conflicts()) == (list(ledger.claims()), ledger.conflicts())


def test_import_names_a_claim_without_its_report(exported, tmp_path):
    folder = exported("jsonl")
    (folder / "reports.jsonl").write_text("")
    with Ledger(tmp_path / "again.db") as again, pytest.raises(NotText, match=r"claims.jsonl.*is of report"):
        import_lines(again, folder)


def test_import_names_file_and_line(exported, tmp_path):
    folder = exported("jsonl")
    (folder / "claims.jsonl").write_text('{"kind": "talks"}\n')
    with Ledger(tmp_path / "again.db") as again:
        with pytest.raises(NotText, match=r"claims.jsonl, line 1"):
            import_lines(again, folder)
        assert not list(again.reports())
