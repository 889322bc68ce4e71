"""French actors: bodies known by name, countries and capitals that act, and phrases such as "l'armée congolaise"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import cast

from truceline.knowledge.files import words
from truceline.knowledge.names import Known, country_name
from truceline.model.actor import Actor, ActorKind, Sector
from truceline.model.mark import ActorMark, PlaceMark
from truceline.understand.languages.fr.lists import FRENCH, word_set
from truceline.understand.languages.fr.name_spans import names_in
from truceline.understand.languages.fr.names import adjectives, body_named, capitals, countries
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Span, Token

OF = frozenset({"de", "du", "d'", "d’", "des", "de la"})
INSIDE = frozenset({"de", "du", "d'", "d’", "des", "la", "le", "les", "l'", "l’", "en", "à", "au", "pour"})
SHORTEST = 3  # letters of an acronym
LONGEST = 9  # words of a phrase behind its noun


def mark_actors(parsed: ParsedReport, places: Sequence[PlaceMark]) -> list[ActorMark]:
    """A name inside a phrase ("rebelles du M23") is the phrase's; a name that is a place is no actor."""
    phrases = list(role_phrases(parsed))
    taken = [(mark.start, mark.end) for mark in [*phrases, *places]]
    return [*phrases, *(mark for mark in named_actors(parsed) if not overlaps(mark, taken))]


def overlaps(mark: ActorMark, taken: Sequence[tuple[int, int]]) -> bool:
    return any(mark.start < end and start < mark.end for start, end in taken)


def named_actors(parsed: ParsedReport) -> Iterator[ActorMark]:
    for span in names_in(parsed.doc):
        actor = actor_named(span.text)
        if actor is None and looks_like_person(span):
            actor = Actor(entity_text=span.text, kind="person", resolution="unresolved")
        elif actor is None and is_acronym(span):
            actor = Actor(entity_text=span.text, resolution="unresolved")
        if actor is not None:
            yield mark_of(parsed, span, actor)


def is_acronym(span: Span) -> bool:
    """ "La CPJP a annoncé": a body that no table knows."""
    return len(span) == 1 and span.text.isupper() and len(span.text) >= SHORTEST


def looks_like_person(span: Span) -> bool:
    return len(span) > 1 and any(token.ent_type_ == "PER" for token in span)


def actor_named(name: str) -> Actor | None:
    body = body_named(name)
    if body is not None:
        return known_actor(name, body)
    plain = name.replace("’", "'")
    for codes, resolution in ((countries(), "named"), (capitals(), "metonym")):
        if plain in codes:
            return state(name, codes[plain], resolution == "named")
    return None


def known_actor(name: str, known: Known) -> Actor:
    return Actor(
        entity_text=name, entity_name=known.name, kind=known.actor_kind, country=known.country, sector=known.sector,
        role=known.role, resolution="named",
    )  # fmt: skip


def state(name: str, iso3: str, is_country: bool) -> Actor:
    return Actor(
        entity_text=name, entity_name=country_name(iso3), kind="state" if is_country else "government", country=iso3,
        sector="GOV", resolution="named" if is_country else "metonym",
    )  # fmt: skip


@lru_cache(maxsize=1)
def roles() -> dict[str, tuple[ActorKind, Sector]]:
    """Noun to kind and sector; of a noun in two lists the first."""
    found: dict[str, tuple[ActorKind, Sector]] = {}
    for name, listed in words("actors", FRENCH).items():
        kind, sector = name.split()
        for word in listed:
            found.setdefault(word, (cast(ActorKind, kind), cast(Sector, sector)))
    return found


def role_phrases(parsed: ParsedReport) -> Iterator[ActorMark]:
    end = 0
    for token in parsed.doc:
        if token.i < end or token.lower_ not in roles() or is_counted(token):
            continue
        span = phrase_from(token)
        end = span.end
        yield mark_of(parsed, span, phrase_actor(token, span))


def is_counted(token: Token) -> bool:
    """ "trois soldats": those harmed, not who acts."""
    before = token.doc.tokens[token.i - 1] if token.i else None
    return before is not None and (before.pos_ == "NUM" or before.is_digit or before.lower_ in {"plusieurs", "aucun"})


def phrase_from(head: Token) -> Span:
    """The noun with its adjectives and names: "ministère libanais de la Santé", "rebelles du M23"."""
    tokens, last = head.doc.tokens, head.i
    for token in tokens[head.i + 1 : head.i + 1 + LONGEST]:
        if belongs(token):
            last = token.i
        elif token.lower_ not in INSIDE or token.pos_ in {"VERB", "AUX"}:
            break
    return Span(head.doc, head.i, last + 1)


def belongs(token: Token) -> bool:
    """An adjective, a name, or a noun that continues the name of an office."""
    before = token.doc.tokens[token.i - 1].lower_
    if token.pos_ in {"VERB", "AUX"} and not token.text[0].isupper():
        return False
    if token.lower_ in adjectives() or token.pos_ == "ADJ":
        return before not in INSIDE
    return token.text[0].isupper() or (
        before in OF | {"la", "l'", "l’"} and token.lower_ in word_set("offices", "offices") | roles().keys()
    )


def phrase_actor(head: Token, span: Span) -> Actor:
    """Of which country, by adjective or name; a body named inside gives its own name."""
    kind, sector = roles()[head.lower_]
    inside = [actor for name in names_in_span(span) if (actor := actor_named(name)) is not None]
    iso3 = next((adjectives()[one.lower_] for one in span if one.lower_ in adjectives()), None)
    iso3 = iso3 or next((actor.country for actor in inside if actor.country), None)
    body = next((actor for actor in inside if actor.kind not in {"state", "government"}), None)
    own = body is not None and kind in {"non_state", "civilians"}
    return Actor(
        entity_text=span.text,
        entity_name=body.entity_name if own and body is not None else None,
        kind=body.kind if own and body is not None else kind,
        country=iso3,
        sector=sector,
        role=head.lower_ if kind == "person" else None,
        resolution="named" if iso3 or own else "unresolved",
    )


def names_in_span(span: Span) -> list[str]:
    return [one.text for one in names_in(span.doc) if span.start <= one.start < span.end]


def mark_of(parsed: ParsedReport, span: Span, actor: Actor) -> ActorMark:
    return ActorMark(
        report=parsed.report.id, start=span.start_char, end=span.end_char, text=span.text, **dict(actor)
    )  # fmt: skip
