"""Noun phrases that name an actor: "Azerbaijani Foreign Minister Jeyhun Bayramov", "Sudan's army", "the rebels"."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from truceline.knowledge.misspellings import similar
from truceline.knowledge.names import Known, country_name
from truceline.model.actor import Actor, ActorResolution, Sector
from truceline.understand.grammar import with_conjuncts
from truceline.understand.markers.actor_parts.roles import Role, actor_words, kind_of, roles
from truceline.understand.markers.actor_parts.sightings import Sighting, choose
from truceline.understand.tokens import Doc, Span, Token

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
LOCATIVE = frozenset(
    {"in", "near", "at", "inside", "outside", "around", "across", "throughout", "within", "into", "through", "over"}
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """An actor where it stands: tokens ``first`` to ``last``, with the head that the grammar sees."""

    first: int
    last: int
    head: Token
    actor: Actor
    definite: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole report tells about names: where known names stand and which countries it is about."""

    doc: Doc
    at: dict[int, Sighting]
    countries: Counter[str]
    day: datetime.date | None = None
    grounds: Mapping[int, str] = field(default_factory=dict)
    """Token to the country of the place that it stands in the name of."""

    def known(self, token: Token, *kinds: str) -> Known | None:
        sighting = self.at.get(token.i)
        if sighting is None:
            return None
        options = tuple(option for option in sighting.options if not kinds or option.kind in kinds)
        return choose(options, self.countries, self.day) if options else None


def setting_of(
    doc: Doc,
    found: Sequence[Sighting],
    countries: Counter[str],
    day: datetime.date | None = None,
    grounds: Mapping[int, str] | None = None,
) -> Setting:
    at = {index: sighting for sighting in found for index in range(sighting.first, sighting.last + 1)}
    return Setting(doc, at, countries, day, grounds or {})


def phrases(setting: Setting) -> Iterator[Phrase]:
    for token in setting.doc:
        if token.pos_ in {"NOUN", "PROPN", "ADJ"} and is_head(token):
            made = phrase_at(token, setting)
            if made is not None:
                yield made


def is_head(token: Token) -> bool:
    """The last word of a run of nouns: modifiers belong to their head's phrase."""
    return not (token.dep_ == "compound" and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"})


def phrase_at(head: Token, setting: Setting) -> Phrase | None:
    role = role_of(head)
    if head.text[0].isupper() or (head.pos_ == "PROPN" and role is None):
        named = named_phrase(head, setting)
        if named is not None:
            return named
    if role is not None and head.pos_ in {"NOUN", "PROPN"} and head.ent_type_ not in {"DATE", "TIME"}:
        return role_phrase(head, role, setting)
    return None


def role_of(head: Token) -> Role | None:
    """ "The general staff" is no "staff": two words before one. "The secretary of state" is no state."""
    if is_part_of_title(head) or is_emergency(head):
        return None
    before = head.nbor(-1).lower_ if head.i > head.sent.start else ""
    known = roles()
    return known.get(f"{before} {head.lower_}") or known.get(head.lemma_.lower()) or known.get(head.lower_)


def is_emergency(head: Token) -> bool:
    """ "A state of emergency", "a regime of calm" and what "came into force" are nobody."""
    after = head.doc.tokens[head.i + 1 : head.i + 3] if head.lower_ in {"state", "regime"} else []
    if len(after) == 2:
        return after[0].lower_ == "of" and after[1].text.islower()
    return head.lower_ == "force" and head.dep_ == "pobj" and head.nbor(-1).lower_ in {"in", "into", "by"}


def is_part_of_title(head: Token) -> bool:
    """ "Secretary of state", "head of government", "chief of staff"."""
    if head.dep_ != "pobj" or head.head.lower_ != "of" or head.i != head.head.i + 1:
        return False
    return head.head.head.lemma_.lower() in actor_words("titled_of") and head.text.islower()


# Names: a known one, or a person's.


def named_phrase(head: Token, setting: Setting) -> Phrase | None:
    person = person_phrase(head, setting)
    if person is not None:
        return person
    known = setting.known(head)
    if known is None or known.kind in {"adjective", "person"}:
        return unknown_group(head, setting)
    if known.kind in {"country", "capital", "palace", "demonym"}:
        return state_phrase(head, known, setting)
    sighting = setting.at[head.i]
    actor = Actor(
        entity_text=setting.doc[sighting.first : sighting.last + 1].text, entity_name=known.name, kind=known.actor_kind,
        country=known.country, sector=known.sector, resolution="named",
    )  # fmt: skip
    return Phrase(sighting.first, sighting.last, head, actor, True)


def state_phrase(head: Token, known: Known, setting: Setting) -> Phrase | None:
    """A country or capital as an actor; null where it is only a place."""
    if not acts(head, known):
        return None
    sighting = setting.at[head.i]
    text = setting.doc[sighting.first : sighting.last + 1].text
    metonym = known.kind in {"capital", "palace"}
    country = known.country
    name = country_name(country) if country else known.name
    actor = Actor(
        entity_text=text, entity_name=f"Government of {name}" if metonym else name,
        kind="government" if metonym else "state", country=country, sector="GOV",
        resolution="metonym" if metonym else "named",
    )  # fmt: skip
    return Phrase(sighting.first, sighting.last, head, actor, True)


def acts(head: Token, known: Known) -> bool:
    """States act as subjects, agents and parties; a capital only where it does what governments do."""
    governor = head.head
    if head.dep_ in {"nsubj", "nsubjpass"}:
        verb = governor.lemma_.lower()
        return known.kind != "capital" or (head.dep_ == "nsubj" and verb in actor_words("acting_verbs"))
    if head.dep_ == "conj":
        return acts(governor, known) if governor.pos_ == "PROPN" else False
    if head.dep_ == "dobj":
        return governor.lemma_.lower() in actor_words("addressing_verbs") or known.kind in {"country"}
    if head.dep_ == "poss":
        return known.kind != "capital" or governor.lemma_.lower() not in {
            "airport",
            "street",
            "suburb",
            "outskirt",
            "centre",
            "center",
        }
    if head.dep_ == "pobj":
        return acts_after(governor, known)
    return (
        known.kind in {"country", "palace"}
        and head.dep_ in {"ROOT", "appos", "compound", "nmod"}
        and head.dep_ != "compound"
    )


def acts_after(preposition: Token, known: Known) -> bool:
    word = preposition.lower_
    if word in LOCATIVE:
        return False
    if known.kind == "capital":
        return word in {"by", "with", "between", "against"}
    return word in {
        "by",
        "with",
        "between",
        "against",
        "of",
        "to",
        "on",
        "for",
        "from",
        "among",
        "including",
        "upon",
        "alongside",
        "towards",
    }


def person_phrase(head: Token, setting: Setting) -> Phrase | None:
    """A capitalised name that its role, its title or the recogniser makes a person's."""
    if not head.text[0].isupper() or head.is_stop:
        return None
    name = name_before(head, setting)
    known = setting.known(head, "person") or misspelt(head, name, setting)
    if known is not None and known.kind == "group":
        return group_phrase(head, known, name)
    before = [token for token in head.doc[head.left_edge.i : name[0]] if token.i >= head.left_edge.i]
    role_words = role_before(before)
    if not (known or role_words or is_person_entity(head, setting)):
        return None
    if not known and (setting.known(head, "country", "capital", "organisation", "group", "media") or is_body(head)):
        return None
    role, country, sector = described(before, head, setting, known)
    text_first = first_of(before, name[0])
    if head.dep_ == "appos" and head.head.i == name[0] - 1 and not before:
        text_first = first_of(list(head.doc[extent(head.head)[0] : head.head.i + 1]), name[0])
    written = head.doc[name[0] : name[1] + 1].text
    full = known.name if known else written
    actor = Actor(
        entity_text=head.doc[text_first : name[1] + 1].text, entity_name=full, kind="person", country=country,
        sector=sector, role=role, resolution="named",
    )  # fmt: skip
    return Phrase(text_first, name[1], head, actor, True)


def misspelt(head: Token, name: tuple[int, int], setting: Setting) -> Known | None:
    """A person or group whose name is written a letter or two otherwise here."""
    if setting.known(head) is not None or head.ent_type_ not in {"PERSON", "ORG", "NORP"}:
        return None
    return similar(head.doc[name[0] : name[1] + 1].text, "person", "group")


def group_phrase(head: Token, known: Known, name: tuple[int, int]) -> Phrase:
    actor = Actor(
        entity_text=head.doc[name[0] : name[1] + 1].text, entity_name=known.name, kind=known.actor_kind,
        country=known.country, sector=known.sector, resolution="named",
    )  # fmt: skip
    return Phrase(name[0], name[1], head, actor, True)


def name_before(head: Token, setting: Setting) -> tuple[int, int]:
    """The name's own tokens: capitalised words before the head that are no role, title or country."""
    first = head.i
    while first > head.sent.start:
        token = head.doc[first - 1]
        joins = token.text in {"-", "'"} or token.lower_ in {
            "al",
            "el",
            "bin",
            "ibn",
            "van",
            "von",
            "de",
            "al-",
            "ben",
            "abu",
            "ould",
            "dos",
            "da",
        }
        is_name = token.text[0].isupper() and token.pos_ == "PROPN" and not token.is_punct
        described_ = (
            token.text in actor_words("titles") or (roles().get(token.lower_) is not None) or is_nation(token, setting)
        )
        acronym = len(token.text) > 1 and token.text.isupper() and "." not in token.text
        known = setting.known(token, "organisation", "group", "media", "capital", "palace", "country")
        if described_ or acronym or (known and not joins) or not (joins or is_name) or is_role_word(token):
            break
        first -= 1
    while (
        first < head.i
        and head.doc[first].lower_ in {"al", "de", "-", "'"}
        and not head.doc[first].text[0].isupper()
        and first > 0
        and head.doc[first].text in {"-", "'"}
    ):
        first += 1
    return first, head.i


def is_role_word(token: Token) -> bool:
    return token.lower_ in {
        "foreign",
        "defence",
        "defense",
        "prime",
        "interior",
        "deputy",
        "former",
        "chief",
        "vice",
        "health",
        "army",
        "state",
        "special",
        "acting",
        "opposition",
        "supreme",
        "senior",
    }


def is_nation(token: Token, setting: Setting) -> bool:
    return setting.known(token, "adjective", "demonym") is not None


def role_before(tokens: list[Token]) -> list[Token]:
    found = [token for token in tokens if token.lemma_.lower() in roles() and roles()[token.lemma_.lower()].is_person]
    return found or [token for token in tokens if token.text in actor_words("titles")]


def is_person_entity(head: Token, setting: Setting) -> bool:
    return head.ent_type_ == "PERSON" and head.pos_ == "PROPN" and not is_nation(head, setting)


def is_body(head: Token) -> bool:
    return head.text in actor_words("organisation_words")


def described(
    before: list[Token], head: Token, setting: Setting, known: Known | None
) -> tuple[str | None, str | None, Sector | None]:
    """Role, country and sector from the words before the name, else from what is known of the person."""
    people = role_before(before)
    role_token = people[-1] if people else apposed_role(head)
    role = roles().get(role_token.lemma_.lower()) if role_token is not None else None
    context = list(before) if people else apposed_words(role_token)
    country, group_sector = whose(context, setting)
    beside_the_state = known.sector if known is not None and known.sector not in {"GOV", None} else None
    sector = group_sector or beside_the_state or (role.sector if role else None) or (known.sector if known else None)
    if (
        any(
            token.lower_ in {"army", "military", "forces", "force", "navy", "air", "defence", "defense"}
            for token in context
        )
        and sector == "GOV"
    ):
        sector = "MIL" if not any(token.lower_ in {"minister", "ministry", "secretary"} for token in context) else "GOV"
    country = None if sector == "IGO" else country or (known.country if known else None)
    words = [
        token.lower_ for token in context if not is_nation(token, setting) and token.pos_ in {"NOUN", "PROPN", "ADJ"}
    ]
    role_name = " ".join(words) if role is not None and words else (known.role if known else None)
    return role_name, country, sector


def apposed_role(head: Token) -> Token | None:
    """ "Fahrettin Altun, the presidency's communications director"; "his Armenian counterpart Zohrab Mnatsakanyan"."""
    for child in head.children:
        if child.dep_ == "appos" and child.lemma_.lower() in roles():
            return child
    if head.dep_ == "appos" and head.head.lemma_.lower() in roles():
        return head.head
    return None


def apposed_words(token: Token | None) -> list[Token]:
    """The apposition's own words, not those of whoever is named beside it."""
    if token is None:
        return []
    apart = (word for word in token.subtree if word.dep_ in {"conj", "relcl"} and word is not token)
    others = {word.i for head in apart for word in head.subtree}
    return [word for word in token.subtree if word.i not in others][:12]


def whose(tokens: list[Token], setting: Setting) -> tuple[str | None, Sector | None]:
    """Country and, where a group or organisation owns the office, its sector."""
    country: str | None = None
    sector: Sector | None = None
    for token in tokens:
        known = setting.known(
            token, "country", "adjective", "demonym", "group", "organisation", "media", "capital", "palace"
        )
        if known is None:
            country = country or (setting.grounds.get(token.i) if token.dep_ in {"pobj", "poss", "compound"} else None)
            continue
        if known.kind in {"group", "organisation", "media"}:
            sector, country = known.sector, country or known.country
        elif known.kind != "capital" or token.dep_ in {"poss", "compound"}:
            country = country or known.country
    return country, sector


def first_of(before: list[Token], name_first: int) -> int:
    """Where the phrase begins: after its determiner."""
    for token in before:
        if token.dep_ not in {"det", "predet", "cc", "punct"} and not token.is_space and token.pos_ != "PRON":
            return token.i
    return name_first


def unknown_group(head: Token, setting: Setting) -> Phrase | None:
    """A capitalised body that no table holds: "the Volunteer Front of X", an acronym that acts."""
    if not (is_body(head) or (head.ent_type_ in {"ORG", "NORP"} and head.pos_ == "PROPN")) or is_nation(head, setting):
        return None
    if head.dep_ not in {"nsubj", "nsubjpass", "poss", "conj", "dobj", "appos", "compound"} and not after_party(head):
        return None
    if head.is_sent_start and not is_body(head) and not head.text.isupper() and not speaks(head):
        return None  # a capital at the head of a sentence alone makes no body of "Diesel"
    first = head.i
    while (
        first > head.sent.start
        and head.doc[first - 1].text[0].isupper()
        and head.doc[first - 1].pos_ in {"PROPN", "ADJ", "NOUN"}
    ):
        first -= 1
    last = head.i
    if last + 2 < len(head.doc) and head.doc[last + 1].lower_ in {"of", "for"} and head.doc[last + 2].text[0].isupper():
        last = last + 2
        while last + 1 < len(head.doc) and head.doc[last + 1].text[0].isupper() and head.doc[last + 1].pos_ == "PROPN":
            last += 1
    span = head.doc[first : last + 1]
    role = roles().get(head.lemma_.lower())
    country, _ = whose(list(span), setting)
    kind, sector = kind_of(head.lemma_.lower(), role) if role else ("unspecified", None)
    actor = Actor(
        entity_text=span.text, entity_name=span.text, kind=kind, country=country, sector=sector, resolution="named"
    )
    return Phrase(first, last, head, actor, True)


def speaks(head: Token) -> bool:
    return head.dep_ == "nsubj" and head.head.lemma_.lower() in actor_words("speaking_verbs")


def after_party(head: Token) -> bool:
    """After a preposition that names a party: "by the Front", "between the Alliance and ..."."""
    return (
        head.dep_ == "pobj"
        and head.head.lower_ in {"by", "with", "between", "against", "from", "of", "to", "on"}
        and is_body(head)
    )


# Roles without a name.


def role_phrase(head: Token, role: Role, setting: Setting) -> Phrase | None:
    """An office, an army, a group of people. Counted people are victims or units, no party."""
    if any(child.dep_ == "nummod" for child in head.children):
        return None
    first, last = extent(head)
    inside = [token for token in head.doc[first : last + 1] if token.dep_ != "det"]
    country, group_sector = whose([t for t in inside if t is not head], setting)
    kind, sector = kind_of(head.lemma_.lower(), role)
    sector = group_sector if group_sector and sector in {"GOV", "MIL", None} else sector
    owner = owner_known(inside, head, setting)
    if owner is not None and not role.is_person:
        kind, sector = (
            (owner.actor_kind, owner.sector)
            if kind in {"armed_force", "unspecified", "non_state", "media"} or owner.kind == "media"
            else (kind, sector)
        )
    if group_sector == "REB" and kind == "armed_force":
        kind = "non_state"
    if len(owners_of(head, setting)) > 1:
        country = None  # "the foreign ministers of Egypt and Qatar": one each
    definite = is_definite(head) or country is not None or owner is not None
    text_first = first_of(inside, head.i)
    text = head.doc[text_first : last + 1].text
    resolution: ActorResolution = "named" if country or owner else "unresolved"
    state = country if any(is_of_country(token, country, setting) for token in inside) else None
    actor = Actor(
        entity_text=text, entity_name=canonical(head, role, state, owner, text), kind=kind, country=country,
        sector=sector, role=role_name(head) if role.is_person else None, resolution=resolution,
    )  # fmt: skip
    return Phrase(text_first, last, head, actor, definite)


def is_of_country(token: Token, country: str | None, setting: Setting) -> bool:
    """Names the state itself: a region's ministry ("Nagorno-Karabakh's") is not that of the state it lies in."""
    known = setting.known(token, "country", "adjective", "demonym", "capital", "palace")
    return known is not None and known.country == country


def owners_of(head: Token, setting: Setting) -> list[str]:
    """The countries of "the ministers of A and B", "the A and B armies"."""
    words = [obj for child in head.children if child.lower_ == "of" for obj in child.children if obj.dep_ == "pobj"]
    words += [child for child in head.children if child.dep_ in {"amod", "poss", "compound"}]
    if head.tag_ not in {"NNS", "NNPS"}:
        return []
    known = [setting.known(each, "country", "adjective", "demonym") for word in words for each in with_conjuncts(word)]
    return list(dict.fromkeys(one.country for one in known if one is not None and one.country))


def owner_known(tokens: list[Token], head: Token, setting: Setting) -> Known | None:
    for token in tokens:
        if token is not head:
            known = setting.known(token, "group", "organisation", "media")
            if known is not None:
                return known
    return None


def canonical(head: Token, role: Role, country: str | None, owner: Known | None, text: str) -> str:
    """One name for "the Sudanese army", "Sudan's army" and "the army of Sudan"."""
    lemma = head.lemma_.lower()
    if owner is not None and role.kind in {"armed_force", "non_state", "media"}:
        return owner.name
    if country is None:
        return text
    name = country_name(country)
    if (
        lemma in {"army", "military", "force", "troop", "soldier", "armed forces"}
        and " ".join(text.split()[:-1]).count(" ") <= 1
    ):
        return f"Armed forces of {name}"
    if lemma in {"government", "authority", "administration"}:
        return f"Government of {name}"
    if lemma == "ministry":
        return f"{compound_words(head)} of {name}".capitalize().replace(name.lower(), name)
    return text


def compound_words(head: Token) -> str:
    parts = [t.lower_ for t in head.lefts if t.dep_ in {"compound", "amod"} and not t.text.istitle()] or [
        t.lower_ for t in head.lefts if t.dep_ == "compound"
    ]
    return " ".join([*parts, head.lower_])


def role_name(head: Token) -> str:
    return compound_words(head)


def extent(head: Token) -> tuple[int, int]:
    """From the first modifier to the head, with "of X" where X owns it."""
    first = head.i
    for child in head.lefts:
        if child.dep_ in INNER and child.left_edge.i < first:
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
        token = head.doc[index]
        if token.text in {"--", "—", "–", ":"} or (token.text == "-" and index and head.doc[index - 1].whitespace_):
            return index + 1
    return first


def is_definite(head: Token) -> bool:
    return any(
        child.dep_ in {"det", "poss"} and child.lower_ not in {"a", "an", "some", "any", "no", "every"}
        for child in head.children
    )


def covered(span: Span) -> tuple[int, int]:
    return span.start_char, span.end_char
