"""Where, as exactly as reports say: a dot for an exact place, a dashed area for a vague one, a shelf for the rest."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, radians

from truceline.knowledge.codes import codes_of
from truceline.knowledge.conflict_files import conflicts
from truceline.knowledge.country_shapes import Box, Outline, country_shapes, disputed_shapes
from truceline.ledger.catalogue.parts import place_of
from truceline.model.claims import AnyClaim, Event, Territory
from truceline.show.figures.placing import Label, keep_apart
from truceline.show.parties import Parties
from truceline.show.wording import counted

KM_PER_DEGREE = 111.2
RADIUS_KM = {1: 0, 2: 50, 3: 60, 4: 130}  # of the area that a precision stands for; UCDP where_prec 2 is "about 25 km"
EXACTNESS = {1: "exact", 2: "within about 50 km", 3: "somewhere in the district", 4: "somewhere inside"}
LEAST_SPAN = 2.5  # degrees: a map of one town still shows where in the country it is
WIDEST_COUNTRY = 60.0  # degrees; a country wider than this does not set the frame
FIGHTING_KINDS = ("event", "casualties", "territory")
HOLDING = frozenset({"gained", "holds"})


@dataclass(frozen=True, slots=True)
class Told:
    """How many claims tell of a place, and one of them where it is at hand."""

    place: str
    lat: float | None
    lon: float | None
    precision: int | None
    n: int
    claim: str

    @property
    def point(self) -> tuple[float, float]:
        return self.lon or 0.0, self.lat or 0.0


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """``r`` 0: exact, a ring and a dot. ``holders``: slots of those said to hold it."""

    x: float
    y: float
    r: float
    name: str
    words: str
    label: str
    holders: list[int]
    text: Label
    count: int
    claim: str

    @property
    def reach(self) -> float:
        """Radius of what a finger may hit."""
        return max(self.r, 14.0)


@dataclass(frozen=True, slots=True)
class Land:
    """``own``: a country of the conflict."""

    path: str
    own: bool


@dataclass(frozen=True, slots=True)
class Outlines:
    lands: tuple[Land, ...]
    disputed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """``narrow``: drawn anew for a small screen."""

    narrow: bool
    width: int
    outlines: Outlines
    marks: list[PlaceMark]
    unplaced: int
    outside: int
    unnamed: int
    height: float
    scale_km: int
    scale_px: float
    label: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pixels; neither a slit nor a tower."""

    width: int
    highest: int
    lowest: int


WIDE, NARROW = Sheet(640, 460, 300), Sheet(340, 380, 240)
PLACES = {WIDE.width: 40, NARROW.width: 20}  # drawn at most; a small map cannot hold the names of more


@dataclass(frozen=True, slots=True)
class Frame:
    """Equal distances at the middle latitude."""

    box: Box
    width: int
    height: float

    @property
    def unit(self) -> float:
        return self.width / (self.box[2] - self.box[0])

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        stretch = 1 / cos(radians((self.box[1] + self.box[3]) / 2))
        return round((lon - self.box[0]) * self.unit, 1), round((self.box[3] - lat) * self.unit * stretch, 1)

    def holds(self, lon: float, lat: float) -> bool:
        return self.box[0] <= lon <= self.box[2] and self.box[1] <= lat <= self.box[3]

    def pixels(self, km: float) -> float:
        middle = cos(radians((self.box[1] + self.box[3]) / 2))
        return round(km / KM_PER_DEGREE / middle * self.unit, 1)


def maps_of_claims(conflict: str, claims: Iterable[AnyClaim], parties: Parties) -> list[PlaceMap]:
    """The same of a few claims at hand."""
    of_kind = [claim for claim in claims if claim.kind in FIGHTING_KINDS and claim.aux_mode != "historical"]
    told = told_in(of_kind)
    assaults = [claim for claim in of_kind if isinstance(claim, Event) and claim.event == "ASSAULT"]
    return drawn_maps(conflict, told, holders_told(of_kind, parties), sum(claim.place is None for claim in assaults))


def told_in(claims: Iterable[AnyClaim]) -> list[Told]:
    """One for each name and point, the most told-of first."""
    found: dict[tuple[str, float | None, float | None], Told] = {}
    for claim in claims:
        place = place_of(claim)
        if place is None:
            continue
        new = Told(place.name or place.raw, place.lat, place.lon, place.precision, 1, claim.id)
        old = found.get(key := (new.place, new.lat, new.lon))
        found[key] = new if old is None else replace(old, n=old.n + 1, precision=exacter(old.precision, new.precision))
    return sorted(found.values(), key=lambda row: (-row.n, row.place))


def exacter(one: int | None, other: int | None) -> int | None:
    return min(one, other) if one is not None and other is not None else one or other


def holders_told(claims: Iterable[AnyClaim], parties: Parties) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for claim in claims:
        if not isinstance(claim, Territory) or claim.change not in HOLDING or claim.aux_mode is not None:
            continue
        if claim.place is not None and claim.controller is not None:
            slots = found[claim.place.name or claim.place.raw]
            if (slot := parties.slot(claim.controller)) not in slots and len(slots) < 2:
                slots.append(slot)
    return found


def drawn_maps(conflict: str, rows: list[Told], holders: dict[str, list[int]], unnamed: int) -> list[PlaceMap]:
    """For a small and for a large screen; none where no report names a place with a point."""
    pointed = [row for row in rows if row.lat is not None and row.lon is not None and row.precision in RADIUS_KM]
    box = box_of(pointed, conflict)
    frames = [framed(box, sheet) for sheet in (NARROW, WIDE)] if box else []
    return [drawn_map(conflict, rows, pointed, holders, unnamed, frame) for frame in frames]


def drawn_map(
    conflict: str, rows: list[Told], pointed: list[Told], holders: dict[str, list[int]], unnamed: int, frame: Frame
) -> PlaceMap:
    inside = [row for row in pointed if frame.holds(*row.point)]
    drawn = inside[: PLACES[frame.width]]
    marks = marks_of(drawn, frame, holders)
    km = next((km for km in (500, 200, 100, 50, 20, 10) if frame.pixels(km) < frame.width / 4), 10)
    return PlaceMap(
        narrow=frame.width == NARROW.width,
        width=frame.width,
        outlines=outlines_in(frame, conflict),
        marks=marks,
        unplaced=sum(row.n for row in rows) - sum(row.n for row in pointed),
        outside=len(pointed) - len(drawn),
        unnamed=unnamed,
        height=frame.height,
        scale_km=km,
        scale_px=frame.pixels(km),
        label="; ".join(mark.label for mark in marks[:12]),
    )


@lru_cache(maxsize=64)
def outlines_in(frame: Frame, conflict: str) -> Outlines:
    """The same frame comes again and again: countries set it, seldom the window."""
    own = own_codes(conflict)
    lands = (Land(path_of(s, frame), s.code in own) for s in country_shapes() if touches(s.box, frame.box))
    return Outlines(tuple(lands), tuple(path_of(s, frame) for s in disputed_shapes() if touches(s.box, frame.box)))


def own_codes(conflict: str) -> set[str]:
    """ISO numbers of the countries of a conflict file, as the outlines carry them."""
    known = conflicts().get(conflict)
    found = [codes_of(code) for code in known.countries] if known else []
    return {f"{codes.iso_num:03}" for codes in found if codes is not None and codes.iso_num is not None}


def box_of(rows: list[Told], conflict: str) -> Box | None:
    """Round what is told of the conflict's countries; towns of diplomacy far away do not widen it."""
    own = own_codes(conflict)
    boxes = [s.box for s in country_shapes() if s.code in own and s.box[2] - s.box[0] < WIDEST_COUNTRY]
    near = [row for row in rows if any(within(row, box) for box in boxes)]
    boxes += [(*row.point, *row.point) for row in near or ([] if boxes else rows)]
    return around(boxes) if boxes else None


def within(row: Told, box: Box) -> bool:
    lon, lat = row.point
    return box[0] <= lon <= box[2] and box[1] <= lat <= box[3]


def around(boxes: list[Box]) -> Box:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def framed(box: Box, sheet: Sheet) -> Frame:
    """With some air on each side."""
    west, south, east, north = box
    squeeze = cos(radians((south + north) / 2))
    air = max(east - west, (north - south) / squeeze, LEAST_SPAN) * 0.08
    west, east, south, north = west - air, east + air, south - air * squeeze, north + air * squeeze
    height = sheet.width * (north - south) / squeeze / (east - west)
    if height > sheet.highest:
        extra = (height / sheet.highest - 1) * (east - west) / 2
        west, east, height = west - extra, east + extra, sheet.highest
    elif height < sheet.lowest:
        extra = (sheet.lowest / height - 1) * (north - south) / 2
        south, north, height = south - extra, north + extra, sheet.lowest
    return Frame((west, south, east, north), sheet.width, round(height, 1))


def touches(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def path_of(shape: Outline, frame: Frame) -> str:
    """Points that fall on the pixel of the one before are left out; rings out of sight too."""
    parts: list[str] = []
    for ring in shape.rings:
        if not touches(ring_box(ring), frame.box):
            continue
        seen: list[tuple[int, int]] = []
        for lon, lat in ring:
            x, y = frame.xy(lon, lat)
            point = (round(x), round(y))
            if not seen or point != seen[-1]:
                seen.append(point)
        if len(seen) > 2:
            parts.append("M" + "L".join(f"{x} {y}" for x, y in seen) + "z")
    return "".join(parts)


def ring_box(ring: tuple[tuple[float, float], ...]) -> Box:
    longitudes, latitudes = [p[0] for p in ring], [p[1] for p in ring]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def marks_of(rows: list[Told], frame: Frame, holders: dict[str, list[int]]) -> list[PlaceMark]:
    """The most told-of places get their names first; a name that would lie on another one is left to the list."""
    anchors = [(*frame.xy(*row.point), frame.pixels(RADIUS_KM[row.precision or 1])) for row in rows]
    names = [(row.place, f"{row.n:,} · {EXACTNESS[row.precision or 1]}") for row in rows]
    texts = keep_apart(anchors, names, frame.width, frame.height)
    return [
        PlaceMark(
            x, y, 0 if row.precision == 1 else r, row.place, words,
            f"{row.place}, {EXACTNESS[row.precision or 1]}: {counted(row.n, 'claim')}",
            holders.get(row.place, []), text, row.n, row.claim,
        )
        for row, (x, y, r), (_, words), text in zip(rows, anchors, names, texts, strict=True)
    ]  # fmt: skip
