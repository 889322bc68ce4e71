"""What the keys of MUC-4 ask for: the fills of a slot, their alternatives, and whether an answer meets one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Template = dict[str, Any]
EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
UNHURT = frozenset({"NO INJURY OR DEATH", "NO INJURY", "NO DEATH"})


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill of a key: its alternatives; of victims the words that name them, none where nobody is named ("-")."""

    values: frozenset[str]
    names: tuple[frozenset[str], ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A value with the words it was read from. ``told``: those of the claim alone, by which a repetition is known."""

    value: str
    words: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    sentence: int = -1


def fills_of(slot: str, templates: Sequence[Template]) -> Iterator[Fill]:
    """Each fill once, though several templates repeat it."""
    seen: set[tuple[frozenset[str], tuple[frozenset[str], ...]]] = set()
    field = "incident_date" if slot == "date" else f"hum_tgt_{slot}"
    for template in templates:
        for fill in template.get(field) or ():
            made = fill_from(slot, fill, optional=template["optional"] or bool(fill.get("optional")))
            if made.values and (made.values, made.names) not in seen:
                seen.add((made.values, made.names))
                yield made


def fill_from(slot: str, fill: Template, *, optional: bool) -> Fill:
    values = {value for one in fill["alternatives"] for value in known_values(slot, one["value"])}
    names = (re.findall(r"[A-Z]+", ref) for one in fill["alternatives"] for ref in one.get("ref") or ())
    return Fill(frozenset(values), tuple(frozenset(words) for words in names if words), optional)


def known_values(slot: str, value: str) -> Iterator[str]:
    if slot == "effect":
        if value in EFFECTS:
            yield EFFECTS[value]
        elif value in UNHURT:
            yield "unhurt"
    elif slot == "number":
        yield value.strip("~-") or value  # about, up to, at least
    else:
        yield value.strip("() ").removeprefix("-").strip()


def meets(answer: Answer, fill: Fill) -> bool:
    if answer.value not in fill.values:
        return False
    return not fill.names or any(answer.words & name for name in fill.names)
