"""Make the compact tables of knowledge/actors from the fact tables (see knowledge/NOTICE.md for their sources).

    python scripts/build_actors.py FACTS

FACTS is the folder of fact tables (countries/, people/, armed_groups/, organisations/). An analyst's own additions
stand in knowledge/actors/own.tsv and are not touched by this script.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "truceline" / "knowledge" / "actors"
Row = dict[str, str]
# A reader of news meets these offices; envoys to single capitals and judges are left out.
OFFICES = {
    "head_of_state", "head_of_government", "vice_head_of_state", "deputy_head_of_government", "foreign_minister",
    "defence_minister", "interior_minister", "military_chief", "spokesperson", "minister", "deputy_minister", "envoy",
    "un_representative", "governor_general", "international_office", "group_leader", "opposition_leader", "other", "",
}  # fmt: skip
EARLIEST = "1990"  # terms that ended before are history that news does not quote


def main(facts: Path) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    write("countries.tsv", ("iso3", "name", "names", "adjectives", "demonyms", "capitals", "source"), countries(facts))
    write(
        "people.tsv",
        ("person", "aliases", "iso3", "polity", "office", "title", "start", "end", "source"),
        people(facts),
    )
    write("groups.tsv", ("name", "aliases", "kind", "iso3", "source"), groups(facts))
    write("organisations.tsv", ("name", "aliases", "kind", "iso3", "source"), organisations(facts))


def countries(facts: Path) -> Iterator[Row]:
    names: dict[str, dict[str, list[str]]] = {}
    for row in rows(facts / "countries" / "country_names.tsv"):
        if row["kind"] != "petrarch_mixed" and row["name"].isascii():
            names.setdefault(row["iso3"], {}).setdefault(row["kind"], []).append(row["name"])
    for row in rows(facts / "countries" / "countries.tsv"):
        known = names.get(row["iso3"], {})
        own = [name for kind in ("short", "formal", "abbreviation") for name in known.get(kind, []) if len(name) > 3]
        yield {
            "iso3": row["iso3"],
            "name": row["name"],
            "names": joined(own),
            "adjectives": joined(split_words([row["adjective"], *known.get("adjective", [])])),
            "demonyms": joined(split_words(known.get("demonym", []))),
            "capitals": joined([row["capital"], *known.get("capital", [])]),
            "source": "geonames; natural_earth; cia_world_factbook",
        }


def split_words(names: Iterable[str]) -> list[str]:
    """ "Malian or Mali" and "Emirati(s)" to single words."""
    return [
        word.strip()
        for name in names
        for word in name.replace("(s)", "").replace(";", ",").replace(" or ", ",").split(",")
        if word.strip()
    ]


def people(facts: Path) -> Iterator[Row]:
    seen: set[tuple[str, str, str]] = set()
    for name in ("supplement", "officeholders"):
        for row in rows(facts / "people" / f"{name}.tsv"):
            start = row["start"] or row.get("seen_from", "")
            end = row["end"] or row.get("ended_before", "")
            key = (row["person"], row["country_iso3"], row["title"])
            if row["office"] not in OFFICES or key in seen or (end and end < EARLIEST):
                continue
            seen.add(key)
            yield {
                "person": row["person"], "aliases": row["aliases"], "iso3": row["country_iso3"],
                "polity": row["polity"], "office": row["office"], "title": row["title"], "start": start, "end": end,
                "source": row["source"].split("_2")[0],
            }  # fmt: skip


def groups(facts: Path) -> Iterator[Row]:
    seen: set[tuple[str, str]] = set()
    names = rows(facts / "countries" / "country_names.tsv")
    adjectives = {"Azeri"} | {row["name"] for row in names if row["kind"] in {"adjective", "demonym"}}
    for row in rows(facts / "armed_groups" / "supplement.tsv"):
        yield group(seen, row["name"], row["aliases"], row["kind"], row["country_iso3"], "own_compilation")
    for row in rows(facts / "armed_groups" / "ucdp_actors.tsv"):
        if row["name"] in adjectives or len(row["name"]) < 3:
            continue  # "Armenian", "Azeri": communities that once fought, and words of every report today
        if row["kind"] != "government" and not row["name"].startswith(("Government", "Supporters", "Civilians")):
            aliases = joined([row["full_name"], *(a for a in row["aliases"].split("|") if a.isascii())])
            yield group(seen, row["name"], aliases, "armed group", row["iso3"].split("|")[0], "ucdp_actor_list_22.1")
    for row in rows(facts / "armed_groups" / "security_forces.tsv"):
        if row["aliases"] or row["name"].split()[0] not in {"Army", "Navy", "Air", "Police", "Ministry", "National"}:
            yield group(seen, row["name"], row["aliases"], row["kind"], row["country_iso3"], "cia_world_factbook")


def group(seen: set[tuple[str, str]], name: str, aliases: str, kind: str, iso3: str, source: str) -> Row:
    seen.add((name, iso3))
    clean = joined(alias.split(" (")[0] for alias in aliases.split("|"))
    return {"name": name, "aliases": clean, "kind": kind, "iso3": iso3, "source": source}


def organisations(facts: Path) -> Iterator[Row]:
    for row in rows(facts / "organisations" / "organisations.tsv"):
        kind = "un_body" if "United Nations" in row["parent"] else row["kind"]
        yield {
            "name": row["name"],
            "aliases": row["aliases"],
            "kind": kind,
            "iso3": row["country_iso3"],
            "source": row["source"],
        }
    for row in rows(facts / "organisations" / "media.tsv"):
        yield {
            "name": row["name"],
            "aliases": row["aliases"],
            "kind": "media",
            "iso3": row["country_iso3"],
            "source": row["source"],
        }


def joined(names: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(name.strip() for name in names if name.strip()))


def rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def write(name: str, fields: tuple[str, ...], made: Iterable[Row]) -> None:
    lines = ["\t".join(fields), *("\t".join(row[field] for field in fields) for row in made)]
    (OUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
