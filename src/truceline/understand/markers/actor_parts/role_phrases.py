"""Offices, armies and groups without a name: which role a word has, how far its phrase reaches, whose it is."""

from truceline.knowledge.names import Known, names, state_name
from truceline.model.actor import Actor, ActorResolution, Sector
from truceline.understand.grammar import with_conjuncts
from truceline.understand.markers.actor_parts.roles import Role, actor_words, kind_of, roles
from truceline.understand.markers.actor_parts.setting import Phrase, Setting, first_of, whose
from truceline.understand.tokens import Token

INNER = frozenset(
    {
        "amod",
        "compound",
        "poss",
        "nmod",
        "nummod",
        "case",
        "punct",
        "appos",
        "advmod",
        "npadvmod",
        "det",
        "predet",
        "quantmod",
    }
)


def role_of(head: Token) -> Role | None:
    """ "The general staff" is no "staff": two words before one. "The secretary of state" is no state."""
    if is_part_of_title(head) or is_emergency(head) or is_encampment(head) or is_stop(head):
        return None
    before = head.nbor(-1).lower_ if head.i > head.sent.start else ""
    known = roles()
    return known.get(f"{before} {head.lower_}") or known.get(head.low_lemma) or known.get(head.lower_)


def is_emergency(head: Token) -> bool:
    """ "A state of emergency", "an independent state", "a regime of calm" and what "came into force" are nobody."""
    if head.lower_ == "state" and any(child.lower_ in {"a", "an"} for child in head.lefts):
        return True
    after = head.doc.tokens[head.i + 1 : head.i + 3] if head.lower_ in {"state", "regime"} else []
    if len(after) == 2:
        return after[0].lower_ == "of" and after[1].text.islower()
    return head.lower_ == "force" and head.dep_ == "pobj" and head.nbor(-1).lower_ in {"in", "into", "by"}


def is_encampment(head: Token) -> bool:
    """ "The army camp", "the camp"; "both camps", "the president's camp" are parties."""
    if head.low_lemma != "camp":
        return False
    owned = any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in head.children)
    return not owned and not any(child.lower_ in actor_words("of_opposite_sides") for child in head.children)


def is_stop(head: Token) -> bool:
    """ "The police station", "a railway station": no broadcaster."""
    return head.lower_ in {"station", "stations"} and has_before(head, "stations_off_air")


def is_part_of_title(head: Token) -> bool:
    """ "Secretary of state", "head of government", "chief of staff"."""
    if head.dep_ != "pobj" or head.head.lower_ != "of" or head.i != head.head.i + 1:
        return False
    return head.head.head.low_lemma in actor_words("titled_of") and head.text.islower()


def role_phrase(head: Token, role: Role, setting: Setting) -> Phrase | None:
    """An office, an army, a group of people. Counted people are victims or units, no party, but "the two sides" are."""
    if "nummod" in head.child_deps and not are_the_two(head):
        return None
    first, last = extent(head)
    phrase = [token for token in head.doc[first : last + 1] if token.dep_ != "det"]
    inside = [token for token in phrase if not is_of_make_up(token)]
    spoken_for = words_of_body(head, role, setting)
    country, group_sector = whose([*(t for t in inside if t is not head), *spoken_for], setting)
    kind, sector = kind_of(head.low_lemma, role)
    sector = sector_of_body(spoken_for[-1]) or sector if spoken_for and sector == "GOV" else sector
    sector = group_sector if group_sector and sector in {"GOV", "MIL", None} else sector
    if role.is_person and sector in {"GOV", "MIL"} and group_sector is None and is_against_state(head):
        sector = "REB"  # "a rebel official"
    elif role.is_person and sector == "GOV" and has_before(head, "of_no_state"):
        sector = "CVL"
    elif role.is_person and sector == "GOV" and head.low_lemma in actor_words("speak_for") and is_of_arms(head):
        sector = "MIL"  # "a military spokesman"
    owner = owner_known([*inside, *spoken_for], head, setting)
    if owner is not None and not role.is_person:
        kind, sector = (
            (owner.actor_kind, owner.sector)
            if kind in {"armed_force", "unspecified", "non_state", "media"} or owner.kind in {"media", "organisation"}
            else (kind, sector)
        )
    if kind == "armed_force" and (group_sector == "REB" or is_against_state(head)):
        kind, sector = "non_state", "REB"
    elif kind == "armed_force" and has_before(head, "without_arms"):
        kind, sector = "non_state", "OPP"
    if len(owning_words(head, setting)) > 1:
        country = None  # "the foreign ministers of Egypt and Qatar": one each
    definite = is_definite(head) or country is not None or owner is not None
    text_first = first_of(phrase, head.i)
    text = head.doc.words(text_first, last)
    whole = head.doc.words(text_first, max(last, spoken_for[-1].i)) if spoken_for else text
    resolution: ActorResolution = "named" if country or owner else "unresolved"
    state = next((name for token in inside if (name := state_named(token, country, setting)) is not None), None)
    actor = Actor(
        entity_text=text, entity_name=canonical(head, role, state, owner, whole), kind=kind, country=country,
        sector=sector, role=role_name(head) if role.is_person else None, resolution=resolution,
    )  # fmt: skip
    return Phrase(text_first, last, head, actor, definite)


def words_of_body(head: Token, role: Role, setting: Setting) -> list[Token]:
    """ "A spokesman for the Front", "an official with the RSF", "a commander in the Syrian army": the body's words."""
    if not role.is_person or role.sector not in {"GOV", "MIL"}:
        return []
    may_serve = head.low_lemma not in actor_words("go_between_persons")
    for step in head.rights:
        speaks = step.lower_ == "for" and head.low_lemma in actor_words("speak_for")
        serves = may_serve and step.lower_ in actor_words("steps_to_bodies")
        body = next((child for child in step.children if child.dep_ == "pobj"), None) if speaks or serves else None
        if body is not None and (speaks or is_body_served(body, setting)):
            return list(head.doc[body.left_edge.i : body.i + 1])
    return []


def is_body_served(body: Token, setting: Setting) -> bool:
    known = setting.known(body, "group", "organisation")
    return known is not None or body.low_lemma in actor_words("of_the_state") | actor_words("military_groups")


def sector_of_body(body: Token) -> Sector | None:
    """ "A spokesman for the army", "for the rebels"."""
    role = roles().get(body.low_lemma)
    return role.sector if role is not None and role.sector in {"MIL", "REB"} else None


def is_of_arms(head: Token) -> bool:
    return has_before(head, "armed_services") and not has_before(head, "offices_with_fields")


def are_the_two(head: Token) -> bool:
    """ "The two sides", "the two armies"; not "two sides of the road", "the two soldiers"."""
    if head.low_lemma not in actor_words("plural_parties"):
        return False
    return {"the", "two"} <= {child.lower_ for child in head.lefts}


def state_named(token: Token, country: str | None, setting: Setting) -> str | None:
    """The state itself by its word: a region's ministry ("Nagorno-Karabakh's") is not that of the state it lies in."""
    known = setting.known(token, "country", "adjective", "demonym", "capital", "palace")
    return state_name(known) if known is not None and country is not None and known.country == country else None


def owning_words(head: Token, setting: Setting) -> dict[str, Token]:
    """Country to the word for it, in "the ministers of A and of B", "the A and B armies"."""
    if head.tag_ not in {"NNS", "NNPS"}:
        return {}
    steps = [one for child in head.children if child.lower_ == "of" for one in (child, *child.conjuncts)]
    words = [obj for step in steps for obj in step.children if obj.dep_ == "pobj"]
    words += [child for child in head.children if child.dep_ in {"amod", "poss", "compound"}]
    found: dict[str, Token] = {}
    for each in (part for word in words for part in with_conjuncts(word)):
        known = setting.known(each, "country", "adjective", "demonym")
        if known is not None and known.country:
            found.setdefault(known.country, each)
    return found


def owner_known(tokens: list[Token], head: Token, setting: Setting) -> Known | None:
    for token in tokens:
        if token is not head:
            known = setting.known(token, "group", "organisation", "media")
            if known is not None:
                return known
    return None


def canonical(head: Token, role: Role, state: str | None, owner: Known | None, text: str) -> str:
    """One name for "the Sudanese army", "Sudan's army" and "the army of Sudan"; a body that is known has its own."""
    lemma = head.low_lemma
    body = names().one(text, "organisation") if not role.is_person else None
    if body is not None:
        return body.name
    if owner is not None and (lemma in actor_words("splinters") or has_parted(head)):
        parted = names().one(f"{owner.name.split('-')[0]} {head.lower_}", "group")
        return parted.name if parted is not None else text
    if owner is not None and role.kind in {"armed_force", "non_state", "media"}:
        return owner.name
    if state is None or is_against_state(head) or has_before(head, "without_arms"):
        return text
    if lemma in actor_words("names_of_forces") and " ".join(text.split()[:-1]).count(" ") <= 1:
        return f"Armed forces of {state}"
    if lemma in {"government", "authority", "administration"}:
        return f"Government of {state}"
    if lemma == "ministry":
        return f"{compound_words(head)} of {state}".capitalize().replace(state.lower(), state)
    return text


def is_against_state(head: Token) -> bool:
    """ "Syrian opposition forces" are not Syria's."""
    return has_before(head, "against_the_state")


def has_before(head: Token, name: str) -> bool:
    described = [child for child in head.lefts if child.dep_ in {"amod", "compound", "nmod"}]
    return any(child.lower_ in actor_words(name) for child in described)


def has_parted(head: Token) -> bool:
    """ "A dissident faction of the FARC", "a breakaway wing of the Front"."""
    is_part = head.low_lemma in actor_words("tells_of_another")
    return is_part and any(child.lower_ in actor_words("parted") for child in head.lefts)


def compound_words(head: Token) -> str:
    parts = [t.lower_ for t in head.lefts if t.dep_ in {"compound", "amod"} and not t.text.istitle()] or [
        t.lower_ for t in head.lefts if t.dep_ == "compound" and not names().one(t.text, "adjective", "demonym")
    ]
    return " ".join([*parts, head.lower_])


def role_name(head: Token) -> str:
    return compound_words(head)


def extent(head: Token) -> tuple[int, int]:
    """From the first modifier to the head, with "of X" where X owns it."""
    first = head.i
    for child in head.lefts:
        if child.dep_ in INNER and child.left_edge.i < first and not is_asked(child):
            first = behind_another_owner(child)
    first = after_dateline(head, first)
    last = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == last + 1:
            objects = [
                obj for obj in child.children if obj.dep_ == "pobj" and (obj.text[0].isupper() or is_part_of_title(obj))
            ]
            if objects and objects[0].i - last <= 4:
                last = objects[0].i
    return first, last


def is_of_make_up(word: Token) -> bool:
    """ "Burundi's Tutsi-dominated army": the army of Burundi."""
    return word.dep_ in {"npadvmod", "compound"} and word.head.lower_ in actor_words("made_up_of")


def is_asked(modifier: Token) -> bool:
    """ "How many rebels": the question is no part of their name."""
    return any(child.tag_ == "WRB" for child in modifier.children)


def behind_another_owner(modifier: Token) -> int:
    """ "Ethiopia's government and Tigray leaders": the owned noun before "and" is an actor of its own."""
    if any(child.dep_ == "poss" for child in modifier.children):
        joins = [child.i for child in modifier.children if child.dep_ == "cc"]
        if joins:
            return joins[0] + 1
    return modifier.left_edge.i


def after_dateline(head: Token, first: int) -> int:
    """ "MARIB - Houthi fighters": what stands before a free dash or a colon is no part of the phrase."""
    for index in range(head.i - 1, first - 1, -1):
        token = head.doc.tokens[index]
        if token.text in {"--", "—", "–", ":"} or (
            token.text == "-" and index and head.doc.tokens[index - 1].whitespace_
        ):
            return index + 1
    return first


def is_definite(head: Token) -> bool:
    return any(
        child.dep_ in {"det", "poss"} and child.lower_ not in {"a", "an", "some", "any", "no", "every"}
        for child in head.children
    )
