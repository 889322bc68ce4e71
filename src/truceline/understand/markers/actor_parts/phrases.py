"""Noun phrases that name an actor: "Azerbaijani Foreign Minister Jeyhun Bayramov", "Sudan's army", "the rebels"."""

from truceline.knowledge.names import Known, state_name
from truceline.model.actor import Actor, ActorKind, Sector
from truceline.understand.markers.actor_parts.person_phrases import person_phrase
from truceline.understand.markers.actor_parts.role_phrases import role_of, role_phrase
from truceline.understand.markers.actor_parts.roles import actor_words, kind_of, roles
from truceline.understand.markers.actor_parts.setting import (
    Phrase,
    Setting,
    is_body,
    is_nation,
    is_of_its_own_land,
    whose,
)
from truceline.understand.tokens import Span, Token

ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


def is_head(token: Token) -> bool:
    """The last word of a run of nouns: modifiers belong to their head's phrase."""
    return not (token.dep_ == "compound" and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"})


def phrase_at(head: Token, setting: Setting) -> Phrase | None:
    office = secretary_general(head, setting)
    if office is not None:
        return office
    role = role_of(head)
    if head.text[0].isupper() or (head.pos_ == "PROPN" and role is None):
        named = named_phrase(head, setting)
        if named is not None:
            return named
    if is_charity(head) and is_named_right_behind(head):
        return None
    if role is not None and head.pos_ in {"NOUN", "PROPN"} and head.ent_type_ not in {"DATE", "TIME"}:
        return role_phrase(head, role, setting)
    return None


def secretary_general(head: Token, setting: Setting) -> Phrase | None:
    """ "The Secretary-General": an office, and nobody called General."""
    if head.lower_ != "general" or head.i < 2 or head.nbor(-1).text != "-" or head.nbor(-2).lower_ != "secretary":
        return None
    if setting.known(head) is not None:
        return None
    text = head.doc.words(head.i - 2, head.i)
    actor = Actor(
        entity_text=text, entity_name=text, kind="person", sector="IGO", role="secretary general",
        resolution="unresolved",
    )  # fmt: skip
    return Phrase(head.i - 2, head.i, head, actor, True)


def named_phrase(head: Token, setting: Setting) -> Phrase | None:
    charity = charity_phrase(head, setting)
    if charity is not None:
        return charity
    person = person_phrase(head, setting)
    if person is not None:
        return person
    known = setting.known(head)
    if known is None or known.kind in {"adjective", "person"}:
        return unknown_group(head, setting)
    if known.kind in {"country", "capital", "palace", "demonym"}:
        return state_phrase(head, known, setting)
    sighting = setting.at[head.i]
    if known.kind == "organisation" and is_of_its_own_land(sighting, setting):
        return unknown_group(head, setting)
    actor = known.actor(setting.doc.words(sighting.first, sighting.last))
    return Phrase(sighting.first, sighting.last, head, actor, True)


def charity_phrase(head: Token, setting: Setting) -> Phrase | None:
    """ "The French NGO Premiere Urgence", "the charity Cap Anamur": a name that no table knows, told by its kind."""
    if not head.text[0].isupper() or head.i + 1 == len(head.doc) or setting.known(head) is not None:
        return None
    first = head.i
    while first and is_of_one_name(head.doc.tokens[first - 1]):
        first -= 1
    kind = head.doc.tokens[first - 1] if first else head
    if kind.i >= first or not is_charity(kind) or is_of_one_name(head.nbor(1)):
        return None
    begin = first - 1
    while (
        begin
        and head.doc.tokens[begin - 1].pos_ in {"ADJ", "NOUN", "PROPN"}
        and head.doc.tokens[begin - 1].dep_ != "pobj"
    ):
        begin -= 1
    country, _ = whose(list(head.doc[begin : kind.i]), setting)
    actor = Actor(
        entity_text=head.doc.words(first, head.i), entity_name=head.doc.words(first, head.i), kind="ngo",
        country=country, sector="NGO", resolution="named",
    )  # fmt: skip
    return Phrase(begin, head.i, head, actor, True)


def is_named_right_behind(head: Token) -> bool:
    """ "The aid agency World Vision": the name tells who it is."""
    return any(
        child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == head.i + 1 for child in head.rights
    )


def is_of_one_name(word: Token) -> bool:
    return word.text[0].isupper() and word.pos_ == "PROPN" and not is_charity(word)


def is_charity(word: Token) -> bool:
    """ "NGO", "charity", "aid group"."""
    if word.lower_ in actor_words("charities"):
        return True
    before = word.nbor(-1).lower_ if word.i else ""
    return word.lower_ in actor_words("bodies_that_help") and before in actor_words("of_help")


def state_phrase(head: Token, known: Known, setting: Setting) -> Phrase | None:
    """A country or capital as an actor; null where it is only a place."""
    if not acts(head, known):
        return None
    sighting = setting.at[head.i]
    text = setting.doc.words(sighting.first, sighting.last)
    metonym = known.kind in {"capital", "palace"}
    country = known.country
    name = state_name(known)
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
        verb = governor.low_lemma
        return known.kind != "capital" or (head.dep_ == "nsubj" and verb in actor_words("acting_verbs"))
    if head.dep_ == "conj":
        return acts(governor, known) if governor.pos_ == "PROPN" else False
    if head.dep_ == "dobj":
        return governor.low_lemma in actor_words("addressing_verbs") or known.kind in {"country"}
    if head.dep_ == "poss":
        return known.kind != "capital" or governor.low_lemma not in actor_words("parts_of_capitals")
    if head.dep_ == "pobj":
        return acts_after(governor, known) or acts_as_which(head, known)
    return (
        known.kind in {"country", "palace"}
        and head.dep_ in {"ROOT", "appos", "compound", "nmod"}
        and head.dep_ != "compound"
    )


def acts_after(preposition: Token, known: Known) -> bool:
    word = preposition.lower_
    if word in actor_words("locative"):
        return False
    if known.kind == "capital":
        return word in {"by", "with", "between", "against"} or is_addressed(preposition)
    return word in actor_words("party_prepositions")


def is_addressed(preposition: Token) -> bool:
    """ "Talk to Kinshasa", "no word from Addis Ababa", "pressure on Kyiv": a government; one flies to a town."""
    listed = actor_words("before_addressed_capitals")
    return f"{preposition.head.low_lemma} {preposition.lower_}" in listed


def acts_as_which(head: Token, known: Known) -> bool:
    """ "Under pressure from Beijing, which had closed the border": what no city does."""
    if known.kind != "capital" or head.head.lower_ not in actor_words("before_acting_capitals"):
        return False
    clause = next((child for child in head.rights if child.dep_ == "relcl"), None)
    which = next((child for child in clause.lefts if child.dep_ == "nsubj"), None) if clause is not None else None
    if clause is None or which is None or which.lower_ != "which":
        return False
    verb = clause.low_lemma
    return verb in actor_words("acting_verbs") and verb not in actor_words("done_by_towns_too")


def unknown_group(head: Token, setting: Setting) -> Phrase | None:
    """A capitalised body that no table holds: "the Volunteer Front of X", an acronym that acts."""
    role = role_of(head)
    if role is not None and is_office_of_state(head, setting):
        return role_phrase(head, role, setting)
    if not (is_body(head) or (head.ent_type_ in {"ORG", "NORP"} and head.pos_ == "PROPN")) or is_nation(head, setting):
        return None
    if head.dep_ not in {"nsubj", "nsubjpass", "poss", "conj", "dobj", "appos", "compound"} and not after_party(head):
        return None
    if head.is_sent_start and not is_body(head) and not head.text.isupper() and not speaks(head):
        return None  # a capital at the head of a sentence alone makes no body of "Diesel"
    first = head.i
    while first > head.sent.start and is_of_name(head.doc.tokens[first - 1]):
        first -= 1
    last = head.i
    if (
        last + 2 < len(head.doc)
        and head.doc.tokens[last + 1].lower_ in {"of", "for"}
        and head.doc.tokens[last + 2].text[0].isupper()
    ):
        last = last + 2
        while (
            last + 1 < len(head.doc)
            and head.doc.tokens[last + 1].text[0].isupper()
            and head.doc.tokens[last + 1].pos_ == "PROPN"
        ):
            last += 1
    span = head.doc[first : last + 1]
    role = roles().get(head.low_lemma)
    country, _ = whose(list(span), setting)
    kind, sector = kind_of(head.low_lemma, role) if role else kind_by_name(span)
    if any((owner := setting.known(token, "organisation")) and owner.actor_kind == "igo" for token in span):
        kind, sector = "igo", "IGO"  # "the United Nations Mission in East Timor"
    actor = Actor(
        entity_text=span.text, entity_name=span.text, kind=kind, country=country, sector=sector, resolution="named"
    )
    return Phrase(first, last, head, actor, True)


def is_office_of_state(head: Token, setting: Setting) -> bool:
    """ "Syria's Defense Ministry", "the Interior Ministry": every state has one, and a capital makes no name of it."""
    if head.low_lemma not in actor_words("of_the_state") or head.text.isupper() or "prep" in head.child_deps:
        return False
    inside = [child for child in head.lefts if child.dep_ in {"compound", "amod", "nmod"}]
    general = actor_words("portfolios") | actor_words("branch_words")
    return all(word.lower_ in general or is_nation(word, setting) for word in inside)


def is_of_name(token: Token) -> bool:
    """ "People's Volunteer Front", "33rd Front": the tenth one is another."""
    text = token.text
    named = text[0].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"}
    return named or (text[0].isdecimal() and text.endswith(ORDINAL_ENDINGS))


def kind_by_name(span: Span) -> tuple[ActorKind, Sector | None]:
    """ "Radio Bakhita", "the Haddun Relief Society": what the words of the name say of it."""
    inside = {token.text for token in span}
    if inside & actor_words("words_of_media"):
        return "media", "JRN"
    return ("ngo", "NGO") if inside & actor_words("words_of_charities") else ("unspecified", None)


def speaks(head: Token) -> bool:
    return head.dep_ == "nsubj" and head.head.low_lemma in actor_words("speaking_verbs")


def after_party(head: Token) -> bool:
    """After a preposition that names a party: "by the Front", "between the Alliance and ..."."""
    return (
        head.dep_ == "pobj"
        and head.head.lower_ in {"by", "with", "between", "against", "from", "of", "to", "on"}
        and is_body(head)
    )
