"""Who: a state, an office, an armed group, a person, as written and as known."""

from typing import Literal

from truceline.model.noun import Noun

ActorKind = Literal[
    "state",
    "government",
    "armed_force",
    "non_state",
    "person",
    "igo",
    "ngo",
    "media",
    "civilians",
    "unspecified",
]
ActorResolution = Literal["named", "metonym", "coreference", "inferred", "author", "unresolved"]
# PLOVER 2.0 sectors; PRE is a partially recognised entity.
Sector = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM",
    "CVL", "EDU", "ELI", "IGO", "JRN", "LAB", "MED", "NGO", "OPP", "PRE", "REF", "REL", "SOC",
]  # fmt: skip


class Actor(Noun):
    """One actor. ``entity_text`` is null only for the report's own voice.

    ``country`` is ISO 3166 alpha-3 (XKX for Kosovo); ``role`` is the office in lower case ("foreign minister").
    """

    entity_text: str | None = None
    entity_name: str | None = None
    kind: ActorKind = "unspecified"
    country: str | None = None
    sector: Sector | None = None
    role: str | None = None
    resolution: ActorResolution = "unresolved"


AUTHOR = Actor(kind="media", sector="JRN", resolution="author")
"""The report's own voice."""
