"""Make knowledge/countries from the fact tables: what exports write for a country, and which outlet sits where.

    python scripts/build_codes.py FACTS

``codes.tsv`` holds ISO numbers (GeoNames), ``state_codes.tsv`` Gleditsch-Ward and Correlates of War numbers (bare facts
of two academic lists, apart so that they can be left out), ``admin1.tsv`` the names of first-order regions by GeoNames
code, ``media.tsv`` outlets with their country and domain.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "truceline" / "knowledge" / "countries"
CONTINENTS = {
    "AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania",
    "SA": "South America",
}  # fmt: skip
Row = dict[str, str]


def main(facts: Path) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    countries = rows(facts / "countries" / "countries.tsv")
    write("codes.tsv", ("iso3", "iso_num", "name", "continent", "source"), (
        {"iso3": row["iso3"], "iso_num": row["iso_num"], "name": row["name"],
         "continent": CONTINENTS.get(row["continent"], ""), "source": "geonames"}
        for row in countries if row["iso3"]
    ))  # fmt: skip
    write("state_codes.tsv", ("iso3", "gw_code", "cow_code", "cow_abbr", "source"), rows(
        facts / "countries" / "state_codes.tsv"
    ))  # fmt: skip
    iso3 = {row["iso2"]: row["iso3"] for row in countries}
    write("admin1.tsv", ("code", "name", "source"), (
        {"code": f"{iso3[country]}.{number}", "name": row["name"], "source": "geonames"}
        for row in rows(facts / "places" / "geonames_admin1.tsv")
        for country, _, number in [row["geonames_code"].partition(".")]
        if iso3.get(country)
    ))  # fmt: skip
    media = rows(facts / "organisations" / "media.tsv")
    write("media.tsv", ("name", "aliases", "kind", "iso3", "domain", "source"), (
        {**row, "iso3": row["country_iso3"]} for row in media
    ))  # fmt: skip


def rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(name: str, columns: tuple[str, ...], made: Iterable[Row]) -> None:
    with (OUT / name).open("w", encoding="utf-8", newline="") as out:
        out.write("\t".join(columns) + "\n")
        for row in made:
            out.write("\t".join(row[column] for column in columns) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
