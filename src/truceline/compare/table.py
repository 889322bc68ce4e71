"""The comparison as one table and as a few lines for a person."""

from collections.abc import Iterator
from pathlib import Path

from truceline.compare.coded import Coded
from truceline.compare.matching import Comparison, Pair, nearest
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
    """Counts first, then the rows to look at: what is in both with its figures, then what only one side has."""
    ours = [*(pair.ours for pair in made.both), *made.only_ours]
    theirs = [*(pair.theirs for pair in made.both), *made.only_theirs]
    both = len(made.both)
    yield f"ours: {covered(ours)}; theirs: {covered(theirs)}"
    yield f"in both: {both} ({share(both, len(theirs))} of theirs, {share(both, len(ours))} of ours)"
    yield f"figures that differ: {len(made.differing)}"
    for pair in sorted(made.both, key=lambda pair: not pair.figures_differ)[:most]:
        said = "; ".join(part for part in (told(pair.ours), *pair.reasons, figure_words(pair)) if part)
        yield f"  {pair.ours.id} / {pair.theirs.id}: {said}"
    yield from more(both, most)
    yield from only("theirs", made.only_theirs, ours, made.only_ours, most)
    yield from only("ours", made.only_ours, theirs, made.only_theirs, most)


def only(name: str, rows: list[Coded], other: list[Coded], free: list[Coded], most: int) -> Iterator[str]:
    """The rows that one side has alone; how many of them the other could not have; what is nearest to each."""
    undated = sum(row.first is None for row in rows)
    outside = sum(is_outside(row, other) for row in rows)
    notes = [f"{undated} without a day, which nothing can be matched to"] if undated else []
    notes += [f"{outside} before or after all days of the other table"] if outside else []
    yield f"only {name}: {len(rows)}" + (f" ({'; '.join(notes)})" if notes else "")
    for row in sorted(rows, key=lambda row: (row.first is None, is_outside(row, other), str(row.first)))[:most]:
        miss = nearest(row, free)
        yield f"  {row.id}: {told(row)}" + (f"; nearest is {miss[0].id}: {miss[1]}" if miss else "")
    yield from more(len(rows), most)


def more(count: int, most: int) -> Iterator[str]:
    if count > most:
        yield f"  and {count - most} more; --out DIR writes them all"


def told(row: Coded) -> str:
    return f"{row.first or 'no day'}, {row.place or 'no place'}, {' and '.join(row.actors) or 'no actor'}"


def covered(rows: list[Coded]) -> str:
    first = min((row.first for row in rows if row.first), default=None)
    last = max((row.last for row in rows if row.last), default=None)
    count = f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}"
    if not rows:
        return count
    return f"{count}, {first} to {last}" if first else f"{count}, none with a day"


def is_outside(row: Coded, other: list[Coded]) -> bool:
    first = min((one.first for one in other if one.first), default=None)
    last = max((one.last for one in other if one.last), default=None)
    if row.first is None or row.last is None or first is None or last is None:
        return False
    return row.last < first or row.first > last


def figure_words(pair: Pair) -> str:
    if pair.ours.low is None and pair.theirs.low is None:
        return ""
    return f"dead: {span(pair.ours)} / {span(pair.theirs)}" + (" (differ)" if pair.figures_differ else "")


def share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"


def span(row: Coded) -> str:
    if row.low is None:
        return "not given"
    return f"{row.low}" if row.low == row.high else f"{row.low} to {'?' if row.high is None else row.high}"
