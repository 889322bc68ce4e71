"""The codes of every country as a table: ISO 3166-1, Gleditsch-Ward, Correlates of War, now and before."""

from truceline.export.table import Table
from truceline.knowledge.codes import all_codes
from truceline.model.flat import Column, Row

COLUMNS = (
    Column("iso3", "string", "ISO 3166-1 alpha-3, as in every column of countries; XKX for Kosovo, which has none"),
    Column("iso_num", "integer", "ISO 3166-1 numeric"),
    Column("name", "string", "name"),
    Column("continent", "string", "continent"),
    Column("gw", "integer", "Gleditsch-Ward number of the state whose ground it is; empty: not on that list"),
    Column("cow", "integer", "Correlates of War number of that state; empty: not on that list"),
    Column("until", "date", "last day of these numbers, before it was a state of its own; empty: in force"),
)


def countries() -> Table:
    rows: list[Row] = [
        {"iso3": codes.iso3, "iso_num": codes.iso_num, "name": codes.name, "continent": codes.continent,
         "gw": codes.gw, "cow": codes.cow, "until": until}
        for codes, until in all_codes()
    ]  # fmt: skip
    return Table("countries", "Codes of countries", COLUMNS, rows, ("iso3", "until"))
