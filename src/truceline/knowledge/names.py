"""Names known beforehand: countries and their adjectives, capitals, people in office, groups, organisations."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from truceline.errors import KnowledgeFault
from truceline.knowledge.files import SHIPPED, own_files, word_set
from truceline.model.actor import Actor, ActorKind, ActorResolution, Sector

NameKind = Literal["country", "adjective", "demonym", "capital", "palace", "person", "group", "organisation", "media"]
FOLDER = SHIPPED / "actors"
REBELS = frozenset({"rebel", "jihadist", "armed group", "political and armed movement", "armed wing", "militia",
                    "coalition", "paramilitary", "government in opposition", "political movement"})  # fmt: skip
OWN = "own_compilation"
FORMER = "former_country"
# Short names of some groups that are words of every other name.
ORDINARY = frozenset(
    {
        "Union",
        "Alliance",
        "Front",
        "Army",
        "Forces",
        "Movement",
        "Coalition",
        "Party",
        "Unity",
        "Military",
        "Government",
        "Opposition",
        "Military faction",
        "National Front",
        "Special Forces",
        "Land Forces",
        "Police",
    }
)
POLICE = frozenset({"police", "guard", "border or coast guard"})
HUMANITARIAN = frozenset({"humanitarian", "human_rights", "monitoring", "development"})


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that a name may stand for. ``start`` and ``end`` bound a term of office, where known.

    ``is_common``: a body of a name that others bear too: one of a list of the bodies of all wars, a liberation army.
    """

    kind: NameKind
    name: str
    country: str | None
    actor_kind: ActorKind
    sector: Sector | None
    role: str | None = None
    start: str = ""
    end: str = ""
    is_common: bool = False

    def actor(self, written: str, resolution: ActorResolution = "named") -> Actor:
        """Whom these words of a report name."""
        return Actor(
            entity_text=written, entity_name=self.name, kind=self.actor_kind, country=self.country, sector=self.sector,
            resolution=resolution,
        )  # fmt: skip

    def in_office(self, day: datetime.date | None) -> bool:
        if day is None:
            return True
        iso = day.isoformat()
        return (not self.start or self.start[:10] <= iso) and (not self.end or iso <= self.end + "~")


AT_JOINTS = re.compile("[ ,/'’-]")
SPOKEN = re.compile(r"(?=.*[AEIOU])[A-Z]{4,}")


class Names:
    """Look-up of names as written. ``longest`` gives, for a first word, the most words a name of it has."""

    def __init__(self) -> None:
        self.by_name: dict[str, list[Known]] = {}
        self.longest: dict[str, int] = {}
        self.surnames: dict[str, list[Known]] = {}

    def add(self, name: str, known: Known) -> None:
        if not name or (len(name) < 2):
            return
        entries = self.by_name.setdefault(name, [])
        if known not in entries:
            entries.append(known)
        parts = name.split(" ")
        self.longest[parts[0]] = max(self.longest.get(parts[0], 0), len(parts))
        bits = AT_JOINTS.split(name)  # "Tehrik-i-Taliban", "Lord's Army": a text's words end there
        self.longest[bits[0]] = max(self.longest.get(bits[0], 0), len(bits))

    def get(self, name: str) -> list[Known]:
        return self.by_name.get(name, [])

    def one(self, name: str, *kinds: NameKind) -> Known | None:
        return next((known for known in self.get(name) if known.kind in kinds), None)


@lru_cache(maxsize=1)
def names() -> Names:
    """All names, shipped and the user's own, read once a process. Raises KnowledgeFault with file and line."""
    found = Names()
    for file in own_files("actors/*.tsv"):
        for row in table(file.name, file.parent):
            (add_person if "person" in row else add_own)(found, row)
    for row in table("own.tsv"):
        add_own(found, row)
    for row in table("countries.tsv"):
        add_country(found, row)
    for row in table("groups.tsv"):
        add_group(found, row)
    for row in table("organisations.tsv"):
        add_organisation(found, row)
    for row in table("people.tsv"):
        add_person(found, row)
    add_spoken_as_words(found)
    return found


def add_spoken_as_words(found: Names) -> None:
    """Letters that are spoken as a word stand as one in the house style of many outlets: "Unita", "Isis", "Unicef"."""
    for letters, meant in list(found.by_name.items()):
        written = letters.capitalize()
        if not SPOKEN.fullmatch(letters) or written in found.by_name:
            continue
        if written.lower() in word_set("actors", "letters_that_are_words"):
            continue
        for known in meant:
            if known.kind in {"group", "organisation"}:
                found.add(written, known)


def table(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    """Rows of a tab-separated table. Raises KnowledgeFault where a row has not as many fields as the header."""
    file = folder / name
    lines = file.read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        fields = line.split("\t")
        if len(fields) != len(header):
            raise KnowledgeFault(str(file), number, f"{len(fields)} fields, the header has {len(header)}")
        rows.append(dict(zip(header, fields, strict=True)))
    return rows


def spellings(*lists: str) -> set[str]:
    return {name.strip() for list_ in lists for name in list_.split("|") if name.strip()}


def add_country(found: Names, row: dict[str, str]) -> None:
    country = row["iso3"]
    state = Known("country", row["name"], country, "state", "GOV")
    for name in sorted(spellings(row["name"], row["names"]) - spellings(row["adjectives"])):
        found.add(name, state)
        if not found.get(republic := f"Republic of {name}") and name[-1].isalpha() and "Republic" not in name:
            found.add(republic, state)
    for kind, column in (("adjective", "adjectives"), ("demonym", "demonyms"), ("capital", "capitals")):
        for name in spellings(row[column]):
            if not any(known.kind in {"country", "adjective"} for known in found.get(name)) or kind == "adjective":
                found.add(name, Known(kind, row["name"], country, "state", "GOV"))  # type: ignore[arg-type]


def add_own(found: Names, row: dict[str, str]) -> None:
    kind = "country" if row["kind"] == FORMER else row["kind"]
    if kind in {"country", "adjective", "demonym", "capital", "palace"}:
        known = Known(kind, row["name"], row["iso3"] or None, "state", "GOV")  # type: ignore[arg-type]
        for name in spellings(row["name"] if kind in {"country", "palace"} else "", row["aliases"]):
            found.add(name, known)
    elif kind in {"regional", "mediation", "humanitarian"}:
        add_organisation(found, row)
    else:
        add_group(found, row)


def add_group(found: Names, row: dict[str, str]) -> None:
    kind = row["kind"]
    earlier = earlier_group(found, row) if kind != "own" else None
    known = earlier or group_of(row)
    for name in spellings(row["name"], row["aliases"]):
        if name in ORDINARY or is_of_a_state(found, name) or is_of_any_state(name, row.get("source", OWN)):
            continue
        if len(name) > 1 and (name[0].isupper() or name[0].isdigit() or name.startswith("al-")):
            found.add(name, known)


def group_of(row: dict[str, str]) -> Known:
    kind = row["kind"]
    is_common = row.get("source", OWN) != OWN or is_called_as_others(row)
    return Known("group", row["name"], home_of(row), group_kind(kind), group_sector(kind), is_common=is_common)


def is_called_as_others(row: dict[str, str]) -> bool:
    """ "ELN", a National Liberation Army; not Hamas, an Islamic Resistance Movement."""
    shorts_only = row["name"].isupper() or is_of_common_words(row["name"])
    return shorts_only and any(map(is_of_common_words, spellings(row["name"], row["aliases"])))


def earlier_group(found: Names, row: dict[str, str]) -> Known | None:
    """The same group in an earlier row, which knows it better: of its country, or with another of its spellings.

    "BRA" is a Baloch army in Pakistan and a Bougainville army in Papua New Guinea, "ELN" the National Liberation Army
    of Colombia, and that of Bolivia.
    """
    others, home = spellings(row["aliases"]) - {row["name"]}, home_of(row)
    called_so = (known for known in found.get(row["name"]) if known.name == row["name"])
    telling = {name for name in others if not is_called_as_others(row) or not is_of_common_words(name)}
    shared = {known for name in telling for known in found.get(name)}
    same = (known for known in called_so if known.country == home or known in shared or not others)
    return min(same, key=lambda known: known.country != home, default=None)


def is_of_any_state(name: str, source: str) -> bool:
    """ "Navy", "Ministry of Defense": a list of one country's bodies calls them so, and so does every other country."""
    return source != OWN and set(re.findall(r"[\w']+", name.lower())) <= word_set("actors", "branch_words")


def is_of_common_words(name: str) -> bool:
    """ "National Liberation Army": bodies of several lands are called so."""
    common = word_set("actors", "branch_words") | word_set("actors", "movement_words")
    return " " in name and set(name.lower().split()) <= common


def is_of_a_state(found: Names, name: str) -> bool:
    """No body is called by its country's name alone ("US")."""
    return found.one(name, "country", "adjective", "demonym", "capital") is not None


def home_of(row: dict[str, str]) -> str | None:
    """Of several countries the first: where it comes from."""
    return row["iso3"].split("|")[0] or None


def group_kind(kind: str) -> ActorKind:
    if kind in {"government", "ministry"}:
        return "government"
    return "non_state" if kind in REBELS else "armed_force"


def group_sector(kind: str) -> Sector:
    if kind in {"government", "ministry", "intelligence"}:
        return "GOV"
    if kind in POLICE:
        return "COP"
    return "REB" if kind in REBELS else "MIL"


def add_organisation(found: Names, row: dict[str, str]) -> None:
    kind = row["kind"]
    if kind == "media":
        known = Known("media", row["name"], row["iso3"] or None, "media", "JRN")
    elif kind in HUMANITARIAN:
        known = Known("organisation", row["name"], row["iso3"] or None, "ngo", "NGO")
    elif kind == "health_authority":
        known = Known("organisation", row["name"], row["iso3"] or None, "government", "GOV")
    else:  # a body of many states has no country, wherever it sits or serves
        known = Known("organisation", row["name"], None, "igo", "IGO")
    for name in spellings(row["name"], row["aliases"]):
        found.add(name.removeprefix("the "), known)


def add_person(found: Names, row: dict[str, str]) -> None:
    role = (row["title"] or row["office"].replace("_", " ")).lower() or None
    body = found.one(row["polity"], "group", "organisation")
    sector = body.sector if body is not None and (body.kind == "group" or not row["iso3"]) else person_sector(row)
    country = row["iso3"] or (body.country if body else None)
    known = Known("person", row["person"], country, "person", sector, role, row["start"], row["end"])
    for name in spellings(row["person"], row["aliases"]):
        if " " in name:
            found.add(name, known)


def person_sector(row: dict[str, str]) -> Sector:
    office = row["office"]
    if office == "military_chief":
        return "MIL"
    if office in {"international_office", "un_representative"} and not row["iso3"]:
        return "IGO"
    return "REB" if office == "group_leader" else "GOV"


@lru_cache(maxsize=1)
def regional_bodies() -> frozenset[str]:
    """Unions and communities of states, which a report calls "the bloc" after it has named one."""
    return frozenset(row["name"] for row in table("organisations.tsv") if row["kind"] == "regional")


def country_named(name: str) -> str | None:
    """ISO alpha-3 of a country's name as written; null where it is none."""
    known = names().one(name, "country")
    return known.country if known else None


def country_of_adjective(word: str) -> str | None:
    """ "Sudanese" to SDN; null where the word is no country's adjective or demonym."""
    known = names().one(word, "adjective", "demonym")
    return known.country if known else None


@lru_cache(maxsize=512)
def country_name(iso3: str) -> str:
    """The short name of a country as it is called today; the code itself where it is not known."""
    for entries in names().by_name.values():
        for known in entries:
            if known.kind == "country" and known.country == iso3 and known.name not in former_states():
                return known.name
    return iso3


@lru_cache(maxsize=1)
def former_states() -> frozenset[str]:
    """States that are no more, whose code is that of the country there today."""
    return frozenset(row["name"] for row in table("own.tsv") if row["kind"] == FORMER)


def state_name(known: Known) -> str:
    """What the state that the words name is called: "Yugoslav" is Yugoslavia's, "Serb" Serbia's."""
    is_called_so = known.country is None or known.name in former_states()
    return known.name if is_called_so else country_name(known.country or "")
