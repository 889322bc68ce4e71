"""Whether a capitalised name is a person's, how far it reaches, and the office that stands with it."""

from truceline.knowledge.misspellings import similar
from truceline.knowledge.names import Known
from truceline.model.actor import Actor, Sector
from truceline.understand.markers.actor_parts.namesakes import is_meant
from truceline.understand.markers.actor_parts.role_phrases import extent
from truceline.understand.markers.actor_parts.roles import actor_words, roles
from truceline.understand.markers.actor_parts.setting import Phrase, Setting, first_of, is_body, is_nation, whose
from truceline.understand.markers.actor_parts.sightings import Sighting
from truceline.understand.tokens import Token


def person_phrase(head: Token, setting: Setting) -> Phrase | None:
    """A capitalised name that its role, its title or the recogniser makes a person's."""
    if not head.text[0].isupper() or head.is_stop or is_told_to_be_body(head):
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
    written = head.doc.words(name[0], name[1])
    full = known.name if known else written
    actor = Actor(
        entity_text=head.doc.words(text_first, name[1]), entity_name=full, kind="person", country=country,
        sector=sector, role=role, resolution="named",
    )  # fmt: skip
    return Phrase(text_first, name[1], head, actor, True)


def misspelt(head: Token, name: tuple[int, int], setting: Setting) -> Known | None:
    """A person or group whose name is written a letter or two otherwise here."""
    if setting.known(head) is not None or head.ent_type_ not in {"PERSON", "ORG", "NORP"}:
        return None
    known = similar(head.doc.words(name[0], name[1]), "person", "group")
    if known is None or known.kind == "group":
        return known
    return known if is_meant(known, head.doc, Sighting(*name, (known,)), setting.countries.keys()) else None


def group_phrase(head: Token, known: Known, name: tuple[int, int]) -> Phrase:
    return Phrase(name[0], name[1], head, known.actor(head.doc.words(name[0], name[1])), True)


def name_before(head: Token, setting: Setting) -> tuple[int, int]:
    """The name's own tokens: capitalised words before the head that are no role, title or country."""
    first = head.i
    while first > head.sent.start:
        token = head.doc.tokens[first - 1]
        joins = token.text in {"-", "'"} or token.lower_ in actor_words("name_particles")
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
        and head.doc.tokens[first].lower_ in {"al", "de", "-", "'"}
        and not head.doc.tokens[first].text[0].isupper()
        and first > 0
        and head.doc.tokens[first].text in {"-", "'"}
    ):
        first += 1
    return first, head.i


def is_role_word(token: Token) -> bool:
    return token.lower_ in actor_words("words_of_offices")


def role_before(tokens: list[Token]) -> list[Token]:
    found = [token for token in tokens if token.low_lemma in roles() and roles()[token.low_lemma].is_person]
    return found or [token for token in tokens if token.text in actor_words("titles")]


def is_person_entity(head: Token, setting: Setting) -> bool:
    return head.ent_type_ == "PERSON" and head.pos_ == "PROPN" and not is_nation(head, setting)


def described(
    before: list[Token], head: Token, setting: Setting, known: Known | None
) -> tuple[str | None, str | None, Sector | None]:
    """Role, country and sector from the words before the name, else from what is known of the person."""
    people = role_before(before)
    only_titled = not any(word.low_lemma in roles() for word in people)
    role_token = (apposed_role(head) if only_titled else None) or (people[-1] if people else None)
    role = roles().get(role_token.low_lemma) if role_token is not None else None
    context = list(before) if people and role_token in before else apposed_words(role_token)
    country, group_sector = whose(context, setting)
    beside_the_state = known.sector if known is not None and known.sector not in {"GOV", None} else None
    if group_sector is None and any(word.lower_ in actor_words("against_the_state") for word in context):
        group_sector = "REB" if role is not None and role.sector in {"GOV", "MIL"} else None
    sector = group_sector or beside_the_state or (role.sector if role else None) or (known.sector if known else None)
    if any(token.lower_ in actor_words("armed_services") for token in context) and sector == "GOV":
        sector = "MIL" if not any(token.lower_ in {"minister", "ministry", "secretary"} for token in context) else "GOV"
    if sector == "GOV" and group_sector is None and any(word.lower_ in actor_words("of_no_state") for word in context):
        sector = "CVL"
    if sector is None and any(word.text in actor_words("ranks") for word in before):
        sector = "MIL"
    country = None if sector == "IGO" else country or (known.country if known else None)
    words = [
        token.lower_ for token in context if not is_nation(token, setting) and token.pos_ in {"NOUN", "PROPN", "ADJ"}
    ]
    role_name = " ".join(words) if role is not None and words else (known.role if known else None)
    return role_name, country, sector


def apposed_role(head: Token) -> Token | None:
    """ "Fahrettin Altun, the presidency's communications director"; "his Armenian counterpart Zohrab Mnatsakanyan"."""
    for child in head.children:
        if child.dep_ == "appos" and is_person_by_role(child):
            return child
    if head.dep_ == "appos" and is_person_by_role(head.head):
        return head.head
    return None


def is_person_by_role(noun: Token) -> bool:
    role = roles().get(noun.low_lemma)
    return role is not None and role.is_person


def is_told_to_be_body(head: Token) -> bool:
    """ "Merlin, another agency": nobody's name."""
    beside = (child for child in head.rights if child.dep_ == "appos" and child.tag_ == "NN")
    return any(child.low_lemma in actor_words("bodies_that_say") for child in beside)


def apposed_words(token: Token | None) -> list[Token]:
    """The apposition's own words, not those of whoever is named beside it."""
    if token is None:
        return []
    apart = (word for word in token.subtree if word.dep_ in {"conj", "relcl"} and word is not token)
    others = {word.i for head in apart for word in head.subtree}
    return [word for word in token.subtree if word.i not in others][:12]
