"""``make evaluate``: one command, one table, the anchor beside our figure.

``python -m evaluation [NAME...]`` measures only the named parts; ``--raise-floors`` writes better figures to
floors.json; ``--lower-floors`` allows a lower one, to be argued for in the commit.
"""

import argparse
import sys
from importlib import import_module

from evaluation.floors import below_floor, write_floors
from evaluation.table import Row, show

PARTS = (
    "claims",
    "dates",
    "geo",
    "actors",
    "speakers",
    "modality",
    "coding",
    "muc4",
    "body_text",
    "copies",
    "ecbplus",
    "stories",
    "french",
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="Measure quality.")
    parser.add_argument("parts", nargs="*", metavar="NAME", help=f"of {', '.join(PARTS)}; all when none is named")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower-floors", action="store_true")
    options = parser.parse_args()
    measured: list[Row] = []
    for name in options.parts or PARTS:
        rows = import_module(f"evaluation.{name}").rows()
        print(show(name, rows), flush=True)
        measured += rows
    if options.raise_floors or options.lower_floors:
        write_floors(measured, lower=options.lower_floors)
    fallen = below_floor(measured)
    for row, floor in fallen:
        print(f"BELOW ITS FLOOR: {row.measure} {row.figure:.3f} < {floor:.3f}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
