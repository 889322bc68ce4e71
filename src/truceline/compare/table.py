"""The comparison as one table and as a few lines for a person."""

from collections.abc import Iterator
from pathlib import Path

from truceline.compare.coded import Coded
from truceline.compare.matching import Comparison, Pair
from truceline.export.table import Table, write_csv
from truceline.model.flat import Column, Row

COLUMNS = (
    Column("found_in", "string", "both, ours or theirs"),
    Column("figures", "string", "same, differ, or one side gives none"),
    Column("our_id", "string", "our row"),
    Column("their_id", "string", "their row"),
    Column("our_date", "date", "our first day"),
    Column("their_date", "date", "their first day"),
    Column("our_place", "string", "our place"),
    Column("their_place", "string", "their place"),
    Column("our_actors", "string", "our actors"),
    Column("their_actors", "string", "their actors"),
    Column("our_low", "integer", "our lowest figure of dead"),
    Column("our_high", "integer", "our highest figure of dead"),
    Column("their_low", "integer", "their lowest figure of dead"),
    Column("their_high", "integer", "their highest figure of dead"),
    Column("score", "number", "likeness, 0 to 3: a point each for day, place and actors"),
    Column("reasons", "string", "why the two rows are taken for one"),
    Column("our_note", "string", "our words"),
    Column("their_note", "string", "their words"),
)


def write_comparison(made: Comparison, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return write_csv(Table("comparison", "Ours beside theirs", COLUMNS, list(rows(made))), folder)


def rows(made: Comparison) -> Iterator[Row]:
    for pair in made.both:
        yield {
            "found_in": "both", "figures": figures(pair), **side("our", pair.ours), **side("their", pair.theirs),
            "score": round(pair.score, 2), "reasons": "; ".join(pair.reasons),
        }  # fmt: skip
    for row in made.only_ours:
        yield {"found_in": "ours", **side("our", row)}
    for row in made.only_theirs:
        yield {"found_in": "theirs", **side("their", row)}


def figures(pair: Pair) -> str:
    if pair.ours.low is None or pair.theirs.low is None:
        return "one side gives none"
    return "differ" if pair.figures_differ else "same"


def side(prefix: str, row: Coded) -> Row:
    return {
        f"{prefix}_id": row.id, f"{prefix}_date": row.first, f"{prefix}_place": row.place or None,
        f"{prefix}_actors": "; ".join(row.actors), f"{prefix}_low": row.low, f"{prefix}_high": row.high,
        f"{prefix}_note": row.note or None,
    }  # fmt: skip


def summary(made: Comparison, most: int = 10) -> Iterator[str]:
    """Counts first, then the rows to look at: differing figures, then what only one side has."""
    ours, theirs = len(made.both) + len(made.only_ours), len(made.both) + len(made.only_theirs)
    yield f"ours {ours} rows, theirs {theirs} rows"
    both = len(made.both)
    yield f"in both: {both} ({share(both, theirs)} of theirs, {share(both, ours)} of ours)"
    yield f"only ours: {len(made.only_ours)}"
    yield f"only theirs: {len(made.only_theirs)}"
    yield f"figures that differ: {len(made.differing)}"
    for pair in made.differing[:most]:
        yield f"  {pair.ours.id} / {pair.theirs.id}: {span(pair.ours)} dead against {span(pair.theirs)}"
    for name, only in (("only theirs", made.only_theirs), ("only ours", made.only_ours)):
        for row in only[:most]:
            yield f"  {name}: {row.first or 'no day'}, {row.place or 'no place'}, {', '.join(row.actors)}"


def share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"


def span(row: Coded) -> str:
    return f"{row.low}" if row.low == row.high else f"{row.low} to {'?' if row.high is None else row.high}"
