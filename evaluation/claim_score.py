"""Claims against hand-made gold, kind by kind.

A gold line: ``{doc, kind, start, end, exact, core{}, more{}, optional}``. A predicted claim is right when its evidence
overlaps the gold's words (40 characters of slack) and its core fields hold; matching is one to one and as large as
possible. Optional gold neither counts as missed nor, when met, as false.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

SLACK = 40
EMPTY_WORDS = frozenset({"the", "a", "an", "of", "s"})
Line = dict[str, Any]
Core = Callable[[Line, Line], bool]


@dataclass(frozen=True, slots=True)
class Counts:
    """Gold that had to be found, claims that counted, and how many of them were right."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.gold + other.gold, self.found + other.found, self.right + other.right)


def count(gold: Sequence[Line], claims: Sequence[Line]) -> Counts:
    """Score one report's claims of one kind."""
    edges = [[j for j, claim in enumerate(claims) if is_near(line, claim) and core_holds(line, claim)] for line in gold]
    match = largest_matching(edges, sorted(range(len(gold)), key=lambda i: bool(gold[i].get("optional"))))
    duty = [i for i, line in enumerate(gold) if not line.get("optional")]
    right = sum(i in match for i in duty)
    met = {j for options in edges for j in options}
    false = sum(j not in met for j in range(len(claims)))
    return Counts(len(duty), right + false, right)


def largest_matching(edges: Sequence[Sequence[int]], order: Iterable[int]) -> dict[int, int]:
    """Gold to claim, by augmenting paths (Kuhn)."""
    owner: dict[int, int] = {}

    def augment(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j in seen:
                continue
            seen.add(j)
            if j not in owner or augment(owner[j], seen):
                owner[j] = i
                return True
        return False

    for i in order:
        augment(i, set())
    return {i: j for j, i in owner.items()}


def is_near(line: Line, claim: Line) -> bool:
    evidence = claim["evidence"]
    return bool(evidence["start"] < line["end"] + SLACK and evidence["end"] > line["start"] - SLACK)


def core_holds(line: Line, claim: Line) -> bool:
    return CORE[line["kind"]](line["core"], claim)


def casualties_hold(core: Line, claim: Line) -> bool:
    if claim["harm"] not in as_list(core["harm"]):
        return False
    value, low, high = (claim.get(name) for name in ("value", "low", "high"))
    want_value, want_low, want_high = (as_options(core.get(name)) for name in ("value", "low", "high"))
    if not any(figure is not None for figure in want_value + want_low + want_high):
        return value is None and low is None and high is None
    value = low if value is None and low is not None and low == high else value
    low = value if low is None else low
    if value is not None and value in want_value:
        return True
    if low is not None and low in want_low:
        return high in want_high or want_high == [None]
    return high is not None and high in want_high and (low in want_low or want_low == [None])


def talks_hold(core: Line, claim: Line) -> bool:
    if claim["status"] not in as_list(core["status"]):
        return False
    wanted = core.get("participants") or []
    have = [*claim["participants"], *claim["mediators"], *claim["hosts"]]
    have += [actor for leg in claim["legs"] for actor in leg["participants"]]
    return sum(any(same(want, actor) for actor in have) for want in wanted) * 2 >= len(wanted)


def territory_holds(core: Line, claim: Line) -> bool:
    if claim["change"] not in as_list(core["change"]) or not same(core["controller"], claim["controller"]):
        return False
    return not core.get("place") or same(core["place"], claim["place"])


def statement_holds(core: Line, claim: Line) -> bool:
    if not same(core["source"], claim["source"]):
        return False
    start, end = core["content"]
    first = min(span["start"] for span in claim["content_spans"])
    last = max(span["end"] for span in claim["content_spans"])
    shared: int = max(0, min(last, end) - max(first, start))
    covered: int = max(last, end) - min(first, start)
    return 2 * shared >= covered


def event_holds(core: Line, claim: Line) -> bool:
    if claim["event"] not in as_list(core["event"]):
        return False
    actors = core.get("actor")
    return not actors or any(same(want, actor) for want in actors for actor in claim["actor"])


CORE: dict[str, Core] = {
    "casualties": casualties_hold,
    "ceasefire": lambda core, claim: claim["stage"] in as_list(core["stage"]),
    "talks": talks_hold,
    "territory": territory_holds,
    "position": lambda core, claim: (
        same(core["holder"], claim["holder"]) and claim["stance"] in as_list(core["stance"])
    ),
    "statement": statement_holds,
    "event": event_holds,
}


def as_list(value: Any) -> list[Any]:  # noqa: ANN401 - gold is free JSON
    return value if isinstance(value, list) else [] if value is None else [value]


def as_options(value: Any) -> list[Any]:  # noqa: ANN401 - null is an option here, not an absence
    return value if isinstance(value, list) else [value]


def same(wanted: Any, actor: Line | None) -> bool:  # noqa: ANN401 - gold is free JSON
    """One of the wanted names is one of the actor's names, or all its words are among the other's."""
    have = names_of(actor)
    for name in map(plain, as_list(wanted)):
        for other in have:
            if not name or not other:
                continue
            words, other_words = set(name.split()), set(other.split())
            if name == other or (min(len(name), len(other)) > 3 and (words <= other_words or other_words <= words)):
                return True
    return False


def names_of(actor: Line | None) -> set[str]:
    if actor is None or actor.get("resolution") == "author":
        return {"author"}
    return {plain(actor[key]) for key in ("entity_text", "entity_name", "country", "name", "raw") if actor.get(key)}


def plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(word for word in re.sub(r"[^a-z0-9 ]", " ", bare).split() if word not in EMPTY_WORDS)
