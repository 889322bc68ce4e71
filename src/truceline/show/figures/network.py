"""Who is said to have met whom: parties outside, go-betweens in the middle, an edge only where a report says so."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from truceline.model.actor import Actor
from truceline.model.claims import Talks
from truceline.model.record import TalksRound
from truceline.show.parties import Parties
from truceline.show.standing import Standing
from truceline.show.wording import counted

TOP, ROW = 60, 110
BELOW = 44  # pixels from the lowest go-between to the words of an arc
BESIDE = 34  # pixels that the words of an upright line stand beside it
MOST_PARTIES, MOST_BETWEEN = 4, 4
NOT_HELD = frozenset({"ruled_out", "refused", "cancelled", "did_not_take_place", "collapsed"})
AHEAD = frozenset({"planned", "proposed", "postponed"})
STANDING = "standing_body"  # that a body exists is no meeting of its members
APART = frozenset({"separate", "proximity", "shuttle"})
ALONG = (0.5, 0.36, 0.64, 0.26, 0.74)  # of a line, where its words may stand
CLOSE = (70, 34)  # pixels between two words; those of a crossed line stand below its cross
Edge = tuple[str, str]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plan:
    """Columns in pixels: parties ``left`` and ``right``, go-betweens in the ``middle``."""

    width: int
    left: float
    middle: float
    right: float
    letters: int


WIDE, NARROW = Plan(560, 80, 280, 480, 26), Plan(340, 52, 170, 288, 17)


@dataclass(frozen=True, slots=True)
class Node:
    x: float
    y: float
    slot: int
    name: str
    actor: str
    claim: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """``look``: held, planned, crossed. ``x`` and ``y``: where its words stand."""

    curve: "Curve"
    look: str
    width: int
    words: str
    x: float
    y: float
    record: str
    claim: str
    label: str


@dataclass(frozen=True, slots=True)
class Network:
    """``narrow``: drawn anew for a small screen."""

    narrow: bool
    width: int
    letters: int
    nodes: list[Node]
    meetings: list[Meeting]
    left_out: int
    height: float
    label: str


@dataclass(slots=True)
class Tally:
    """What is said of two sides: rounds by look, one record and claim to open."""

    looks: Counter[str]
    record: str
    claim: str


def networks(standing: Standing, parties: Parties) -> list[Network]:
    """For a small and for a large screen; none where no two sides are said to have met, or to meet."""
    tallies, roles = tallies_of(standing, parties)
    return [network(tallies, roles, parties, plan) for plan in (NARROW, WIDE)] if tallies else []


def network(tallies: dict[Edge, Tally], roles: dict[str, Counter[str]], parties: Parties, plan: Plan) -> Network:
    nodes, left_out = placed(tallies, roles, parties, plan)
    kept = {edge: tally for edge, tally in tallies.items() if edge[0] in nodes and edge[1] in nodes}
    meetings = words_apart([made for edge, tally in kept.items() for made in drawn(edge, tally, nodes, plan)])
    lowest = max((node.y for node in nodes.values()), default=TOP)
    arcs = [meeting.y for meeting in meetings if meeting.y > lowest]
    height = max([lowest, *arcs]) + 40
    label = "; ".join(meeting.label for meeting in meetings[:12])
    return Network(plan is NARROW, plan.width, plan.letters, list(nodes.values()), meetings, left_out, height, label)


def tallies_of(standing: Standing, parties: Parties) -> tuple[dict[Edge, Tally], dict[str, Counter[str]]]:
    tallies: dict[Edge, Tally] = {}
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    for made in standing.of_kind(TalksRound):
        seen: set[tuple[Edge, str]] = set()
        for member in made.members:
            claim = standing.claims.get(member)
            if not isinstance(claim, Talks) or claim.aux_mode == "historical" or claim.status == STANDING:
                continue
            note_roles(claim, parties, roles)
            for edge in pairs_of(claim, parties):
                if (edge, look_of(claim)) not in seen:
                    seen.add((edge, look_of(claim)))
                    tallies.setdefault(edge, Tally(Counter(), made.id, claim.id)).looks[look_of(claim)] += 1
    return tallies, roles


def note_roles(claim: Talks, parties: Parties, roles: dict[str, Counter[str]]) -> None:
    for name in sides(claim.participants, parties):
        roles[name]["party"] += 1
    for name in sides((*claim.mediators, *claim.hosts), parties):
        roles[name]["between"] += 2


def look_of(claim: Talks) -> str:
    return "crossed" if claim.status in NOT_HELD else "planned" if claim.status in AHEAD else "held"


def pairs_of(claim: Talks, parties: Parties) -> Iterator[Edge]:
    """Separate talks join each party to the go-betweens only; one room joins all who were in it."""
    rooms = [(*leg.participants, *leg.mediators) for leg in claim.legs] or [rooms_without_legs(claim)]
    if not claim.legs and claim.format in APART:
        go_betweens = (*claim.mediators, *claim.hosts)
        rooms = [(party, between) for party in claim.participants for between in go_betweens]
    found = {tuple(sorted(pair)) for room in rooms for pair in combinations(dict.fromkeys(sides(room, parties)), 2)}
    for first, second in sorted(found):
        if first != second:
            yield first, second


def rooms_without_legs(claim: Talks) -> tuple[Actor, ...]:
    return (*claim.participants, *claim.mediators)


def sides(actors: tuple[Actor, ...], parties: Parties) -> list[str]:
    return [name for actor in actors if (name := parties.side_name(actor))]


def placed(
    tallies: dict[Edge, Tally], roles: dict[str, Counter[str]], parties: Parties, plan: Plan
) -> tuple[dict[str, Node], int]:
    """Parties left and right, go-betweens in a column; who is seldom named is left out and counted."""
    weight: Counter[str] = Counter()
    for (first, second), tally in tallies.items():
        weight[first] += tally.looks.total()
        weight[second] += tally.looks.total()
    names = [name for name, _ in weight.most_common()]
    between = [name for name in names if roles[name]["between"] > roles[name]["party"]]
    outer = [name for name in names if name not in between]
    most = {*outer[:MOST_PARTIES], *between[:MOST_BETWEEN]}
    joined = {name for edge in tallies if most.issuperset(edge) for name in edge}
    kept_outer, kept_between = ([name for name in side if name in joined] for side in (outer, between))
    rows = max((len(kept_outer) + 1) // 2, len(kept_between), 1)
    middle = TOP + (rows - 1) * ROW / 2
    nodes: dict[str, Node] = {}
    for index, name in enumerate(kept_outer):
        column = kept_outer[index % 2 :: 2]
        y = middle + (column.index(name) - (len(column) - 1) / 2) * ROW
        nodes[name] = node_at(plan.left if index % 2 == 0 else plan.right, y, name, parties, tallies)
    for index, name in enumerate(kept_between):
        y = middle + (index - (len(kept_between) - 1) / 2) * ROW
        nodes[name] = node_at(plan.middle, y, name, parties, tallies)
    return nodes, len(names) - len(nodes)


def node_at(x: float, y: float, name: str, parties: Parties, tallies: dict[Edge, Tally]) -> Node:
    claim = next(tally.claim for edge, tally in tallies.items() if name in edge)
    return Node(x, y, parties.slot_of_name(name), name, parties.actor_name(name), claim)


def drawn(edge: Edge, tally: Tally, nodes: dict[str, Node], plan: Plan) -> Iterator[Meeting]:
    """One line for each way in which the two are said to have met, each a little beside the other."""
    first, second = nodes[edge[0]], nodes[edge[1]]
    lowest = max((node.y for node in nodes.values() if node.x == plan.middle), default=0.0)
    for index, look in enumerate(look for look in ("held", "planned", "crossed") if tally.looks[look]):
        number = tally.looks[look]
        words = {"held": f"{number} held", "planned": f"{number} planned", "crossed": f"{number} not held"}[look]
        curve = line(first, second, index, lowest, plan)
        label = f"{edge[0]} and {edge[1]}: {counted(number, 'round')} {'not held' if look == 'crossed' else look}"
        yield Meeting(curve, look, min(6, 1 + number), words, *curve.at(0.5), tally.record, tally.claim, label)


def line(first: Node, second: Node, index: int, lowest: float, plan: Plan) -> "Curve":
    """Parties that face each other are joined by an arc below, so that no line runs through a go-between.

    ``lowest``: how far down the go-betweens reach (pixels).
    """
    if {first.x, second.x} == {plan.left, plan.right}:
        down = max(150.0, 2 * (lowest + BELOW - (first.y + second.y) / 2))
        return bent(first, second, 0, down + 60 * index)
    if first.x == second.x:
        side = -1 if first.x == plan.left else 1
        far = abs(first.y - second.y) > ROW
        return replace(bent(first, second, side * ((80 if far else 0) + 44 * index), 0), beside=side * BESIDE)
    return bent(first, second, 0, 0, 16 * index)


def bent(first: Node, second: Node, right: float, down: float, lower: float = 0) -> "Curve":
    """A curve that leaves the straight line by at most half of ``right`` and ``down`` (pixels)."""
    control = (first.x + second.x) / 2 + right, (first.y + second.y) / 2 + down + lower
    return Curve((first.x, first.y + lower), control, (second.x, second.y + lower))


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve in pixels. ``beside``: how far its words stand beside it."""

    start: Point
    control: Point
    end: Point
    beside: float = 0

    @property
    def path(self) -> str:
        (x, y), (cx, cy), (to_x, to_y) = self.start, self.control, self.end
        return f"M{x} {y}Q{cx} {cy} {to_x} {to_y}"

    def at(self, part: float) -> Point:
        first, second, third = (1 - part) ** 2, 2 * part * (1 - part), part**2
        x, y = (first * a + second * b + third * c for a, b, c in zip(self.start, self.control, self.end, strict=True))
        return round(x + self.beside, 1), round(y, 1)


def words_apart(meetings: list[Meeting]) -> list[Meeting]:
    """Words stand in the middle of their line, or further along it where others stand already."""
    taken: list[Point] = []
    made: list[Meeting] = []
    for meeting in meetings:
        spots = [meeting.curve.at(part) for part in ALONG]
        x, y = next((spot for spot in spots if not any(close(spot, other) for other in taken)), spots[0])
        taken.append((x, y))
        made.append(replace(meeting, x=x, y=y))
    return made


def close(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < CLOSE[0] and abs(one[1] - other[1]) < CLOSE[1]
