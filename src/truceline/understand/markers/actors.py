"""Who: names, offices, groups, states and what stands for them, each with country and sector."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.actor import Actor
from truceline.model.mark import ActorMark, PlaceMark
from truceline.understand.grammar import grammar_words, words_before
from truceline.understand.markers.actor_parts.coreference import (
    artefact,
    counterpart,
    possessor,
    resolve_role,
    resolved,
    sector_under,
)
from truceline.understand.markers.actor_parts.mentions import Mentions
from truceline.understand.markers.actor_parts.namesakes import without_namesakes
from truceline.understand.markers.actor_parts.person_phrases import person_phrase
from truceline.understand.markers.actor_parts.phrases import is_head, phrase_at
from truceline.understand.markers.actor_parts.pronouns import body_spoken_for, pronoun, whose_deed
from truceline.understand.markers.actor_parts.role_phrases import role_of
from truceline.understand.markers.actor_parts.roles import actor_words, is_weapon_type
from truceline.understand.markers.actor_parts.setting import Phrase, setting_of
from truceline.understand.markers.actor_parts.short_names import with_short_names
from truceline.understand.markers.actor_parts.sides import plural_members
from truceline.understand.markers.actor_parts.sightings import Sighting, sightings, story_countries
from truceline.understand.markers.actor_parts.venues import is_venue
from truceline.understand.markers.place_parts.place_words import place_words
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Token

NAMING = frozenset({"NOUN", "PROPN", "ADJ", "PRON"})


def mark_actors(parsed: ParsedReport, places: Sequence[PlaceMark]) -> list[ActorMark]:
    """One mark an actor, over its whole phrase; pronouns that speak or act are marked too."""
    known = without_namesakes(parsed.doc, sightings(parsed.doc), places)
    found = with_short_names(parsed.doc, without_provinces(parsed, known, places))
    countries = story_countries(found) + Counter(place.country for place in places if place.country)
    setting = setting_of(parsed.doc, found, countries, parsed.report.published, grounds_of(parsed, places))
    setting = replace(setting, story=countries - at_venues(parsed, found, places))
    mentions = Mentions(setting)
    covered = -1
    marks: list[ActorMark] = []
    for token in parsed.doc:
        if token.pos_ not in NAMING:
            continue
        for mark, last in marks_at(token, mentions, parsed, places):
            if mark.start < (marks[-1].end if marks else -1) and last <= covered:
                continue
            marks.append(mark)
            covered = max(covered, last)
    return marks


def without_provinces(
    parsed: ParsedReport, found: Sequence[Sighting], places: Sequence[PlaceMark]
) -> Sequence[Sighting]:
    """ "Atlanta, Georgia", "Niger state", "New Mexico": part of another land, and no state of that name."""
    parts = [place for place in places if place.country and place.feature_code != "PCLI"]
    if not parts:
        return found
    land = {index: place.country for place in parts for index in range(place.start, place.end)}
    return [
        one
        for one in found
        if (country := land.get(parsed.doc.tokens[one.first].idx)) is None
        or not any(option.kind == "country" for option in one.options)
        or any(option.country == country for option in one.options)
    ]


def at_venues(parsed: ParsedReport, found: Sequence[Sighting], places: Sequence[PlaceMark]) -> Counter[str]:
    """How often each country is named only as where others meet."""
    by_start = {token.idx: token.i for token in parsed.doc}
    named = {place.start: place.country for place in places if place.country}
    scenes = [
        country for start, country in named.items() if start in by_start and is_venue(parsed.doc[by_start[start]])
    ]
    return Counter(scenes) + story_countries(
        [sighting for sighting in found if is_venue(parsed.doc.tokens[sighting.last])]
    )


def grounds_of(parsed: ParsedReport, places: Sequence[PlaceMark]) -> dict[int, str]:
    """Tokens inside the names of places, with the country: "the governor of Belgorod" is Russia's."""
    by_start = {token.idx: token.i for token in parsed.doc}
    return {
        by_start[place.start] + offset: place.country
        for place in places
        if place.country and place.start in by_start
        for offset in range(len(place.text.split()))
    }


def marks_at(
    token: Token, mentions: Mentions, parsed: ParsedReport, places: Sequence[PlaceMark]
) -> Iterator[tuple[ActorMark, int]]:
    if (
        token.pos_ == "PRON"
        and token.lower_ in grammar_words("men_and_women") | grammar_words("things")
        and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
    ):
        stands_for = pronoun(token, mentions)
        if stands_for is not None and not is_dummy(token):
            yield mark_of(parsed, token.i, token.i, resolved(stands_for, token.text)), token.i
        return
    if token.pos_ == "PRON":
        is_its = token.dep_ == "poss" and token.lower_ == "its"
        body = body_spoken_for(token, mentions) or whose_deed(token, mentions) if is_its else None
        if body is not None:
            yield mark_of(parsed, token.i, token.i, resolved(body, token.text)), token.i
        return
    if not is_head(token):
        owner = nation_of(token, mentions) if owns_instrument(token) or owns_thing(token, mentions) else None
        if owner is not None:
            yield nation_mark(parsed, token, owner), token.i
        return
    issuer = artefact(token, mentions) if token.dep_ in {"nsubj", "pobj"} else None
    if issuer is not None:
        mentions.add(Phrase(token.left_edge.i, token.i, token, issuer, True))
        yield mark_of(parsed, token.left_edge.i, token.i, issuer), token.i
        return
    phrase = surname_phrase(token, mentions) or phrase_at(token, mentions.setting)
    if phrase is None:
        if (counted := counted_men(token, mentions)) is not None:
            mentions.add(counted)
        nation = nation_of(token, mentions)
        if nation is not None:
            yield nation_mark(parsed, token, nation), token.i
        return
    actor = named_body(phrase, mentions) or named_by_holder(phrase, with_history(phrase, mentions), mentions)
    if actor.kind == "non_state" and phrase.head.dep_ == "ROOT" and is_place(phrase, places):
        return  # "Amhara: ..." is the region, not the militia of its name
    if is_doubtful(phrase) and actor.resolution == "named" and (is_place(phrase, places) or stands_for_ground(phrase)):
        return
    mentions.add(Phrase(phrase.first, phrase.last, phrase.head, actor, phrase.definite))
    yield mark_of(parsed, phrase.first, phrase.last, actor, plural_members(phrase, mentions)), phrase.last


def counted_men(token: Token, mentions: Mentions) -> Phrase | None:
    """ "Three Abu Sayyaf militants died. The group ...": no party here, but the body has been named."""
    if token.tag_ != "NNS" or "nummod" not in token.child_deps or token.low_lemma not in actor_words("rebel_groups"):
        return None
    owners = (child for child in token.lefts if child.dep_ in {"compound", "amod", "nmod"})
    known = next((one for child in owners if (one := mentions.setting.known(child, "group")) is not None), None)
    if known is None or known.actor_kind != "non_state":
        return None
    return Phrase(token.left_edge.i, token.i, token, known.actor(token.text), False)


def surname_phrase(token: Token, mentions: Mentions) -> Phrase | None:
    """A surname alone, of somebody named before; "the Government" is none."""
    if token.pos_ != "PROPN" or not {"compound", "det"}.isdisjoint(token.child_deps):
        return None
    if mentions.setting.known(token, "country", "capital", "adjective", "group", "organisation"):
        return None
    earlier = mentions.person(token.text)
    if earlier is None:
        return None
    return Phrase(token.i, token.i, token, resolved(earlier, token.text), True)


def is_doubtful(phrase: Phrase) -> bool:
    """What only the recogniser called a person or a body; a place table knows better."""
    actor = phrase.actor
    return actor.sector is None and actor.role is None and actor.kind in {"person", "unspecified"}


def stands_for_ground(phrase: Phrase) -> bool:
    """ "Troops entered X", "near X": one word that stands where only ground does is a town that no table knows."""
    head, governor = phrase.head, phrase.head.head
    if phrase.first != phrase.last:
        return False
    if head.dep_ == "dobj":
        return governor.low_lemma in actor_words("ground_verbs")
    if head.dep_ != "pobj":
        return False
    of_a_kind = governor.lower_ == "of" and governor.head.low_lemma in place_words("kinds")
    return of_a_kind or governor.lower_ in actor_words("ground_prepositions")


def is_dummy(token: Token) -> bool:
    """ "It was not clear whether": no one; "said it was ready to talk" is said of a side."""
    if token.lower_ != "it" or token.head.lemma_ not in {"be", "seem", "appear"} or token.dep_ != "nsubj":
        return False
    return not any(child.low_lemma in actor_words("states_of_sides") for child in token.head.rights)


def with_history(phrase: Phrase, mentions: Mentions) -> Actor:
    """The phrase's actor, completed by what the report said of it before."""
    actor = counterpart(phrase.actor, mentions)
    if actor.sector == "IGO" and actor.resolution == "unresolved" and actor.role is not None:
        return in_office(actor, mentions)
    if actor.kind == "person" and actor.resolution == "coreference":
        return actor
    if actor.kind == "person" and actor.resolution == "named":
        earlier = mentions.person((actor.entity_name or "").split(" ")[-1])
        incomplete = actor.country is None or actor.role is None
        same = earlier is not None and (
            len((actor.entity_name or "").split()) == 1 or earlier.entity_name == actor.entity_name
        )
        if earlier is not None and incomplete and same:
            return resolved(earlier, actor.entity_text or phrase.head.text)
        owner = possessor(phrase.head, mentions) if actor.country is None and actor.role is not None else None
        return of_owner(actor, owner) if owner is not None else actor
    return resolve_role(phrase, mentions)


def of_owner(person: Actor, owner: Actor) -> Actor:
    """ "Its spokesman Randhir Jaiswal": of the side that has him."""
    if owner.kind in {"igo", "ngo", "media", "civilians"}:
        return person
    return person.model_copy(update={"country": owner.country, "sector": sector_under(person, owner)})


def in_office(office: Actor, mentions: Mentions) -> Actor:
    """ "The Secretary-General": whoever was named with that office before."""
    persons = (phrase.actor for phrase in reversed(mentions.named) if phrase.actor.kind == "person")
    holder = next((one for one in persons if (one.role or "").endswith(office.role or "")), None)
    return resolved(holder, office.entity_text or "") if holder is not None else office


def named_by_holder(phrase: Phrase, actor: Actor, mentions: Mentions) -> Actor:
    """ "The army chief, Abdel Fattah al-Burhan, said": an office is named by who holds it."""
    head = phrase.head
    if actor.kind != "person" or role_of(head) is None:
        return actor
    names = [word for word in head.subtree if word.dep_ == "appos" and word.pos_ == "PROPN" and word.i > head.i]
    asides = [name for name in names if name.head == head or is_behind_comma(name)]
    holder = person_phrase(asides[0], mentions.setting) if asides else None
    name = holder.actor.entity_name if holder is not None else full_name(head, (asides or names)[0]) if names else None
    if name is None:
        return actor
    return actor.model_copy(update={"entity_name": name, "resolution": "named"})


def named_body(phrase: Phrase, mentions: Mentions) -> Actor | None:
    """ "A jihadist group, JNIM, said": a body is who it is called behind the comma."""
    head = phrase.head
    if head.tag_ != "NN" or phrase.actor.kind == "person" or phrase.actor.resolution != "unresolved":
        return None
    if head.low_lemma not in actor_words("bodies_that_say") | actor_words("rebel_groups"):
        return None
    names = (child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN")
    known = next((one for name in names if (one := mentions.setting.known(name, "group", "organisation"))), None)
    return known.actor(phrase.actor.entity_text or head.text) if known is not None else None


def full_name(head: Token, name: Token) -> str | None:
    """Two and more capitalised words behind the office, which the recogniser did not know for a person."""
    parts = [child.left_edge.i for child in name.lefts if child.dep_ == "compound"]
    if not parts or head.tag_ in {"NNS", "NNPS"}:
        return None
    words = name.doc.tokens[parts[0] : name.i + 1]
    between_commas = words[0].nbor(-1).text == "," and name.i + 1 < len(name.doc) and name.nbor(1).text == ","
    near = name.left_edge.i - head.i <= 2 or (name.head == head and words[0].nbor(-1).text == ",") or between_commas
    capitals = all(word.text[0].isupper() or word.text == "-" for word in words)
    return name.doc.words(parts[0], name.i) if near and capitals else None


def is_behind_comma(name: Token) -> bool:
    """ "The envoy for Yemen, Hans Grundberg": the parse hangs the name on the nearest noun."""
    return name.ent_type_ == "PERSON" and name.left_edge.nbor(-1).text == ","


def is_place(phrase: Phrase, places: Sequence[PlaceMark]) -> bool:
    return any(place.start <= phrase.head.idx < place.end for place in places)


def nation_of(token: Token, mentions: Mentions) -> Actor | None:
    """ "Russian" before an instrument or a deed ("Russian drones"): the state whose they are."""
    if token.dep_ not in {"amod", "compound", "poss"}:
        return None
    known = mentions.setting.known(token, "adjective", "demonym", "country", "group", "organisation", "media")
    if (
        known is None
        or is_ethnic(token)
        or token.head.low_lemma in actor_words("government_persons") | actor_words("military_groups")
    ):
        return None
    seen = mentions.setting.at[token.i]
    return known.actor(token.doc.words(seen.first, token.i))


def is_ethnic(token: Token) -> bool:
    """ "Ethnic Albanian rebels" are of a people, not of its state."""
    return any(before.lower_ == "ethnic" for before in words_before(token.doc, token.i, 1))


def owns_instrument(token: Token) -> bool:
    """ "U.S. jets", "a UN convoy"; the "Force" of "a U.S. Air Force plane" is part of a longer name."""
    weapon = token.head.low_lemma in actor_words("instruments") or is_weapon_type(token.head)
    return weapon and token.text not in actor_words("organisation_words")


def owns_thing(token: Token, mentions: Mentions) -> bool:
    """ "RSF bases", "a World Food Programme warehouse": what belongs to a body, and is none itself."""
    seen = mentions.setting.at.get(token.i)
    body = seen is not None and seen.last == token.i and mentions.setting.known(token, "group", "organisation", "media")
    return bool(body) and token.head.pos_ == "NOUN" and role_of(token.head) is None


def nation_mark(parsed: ParsedReport, token: Token, actor: Actor) -> ActorMark:
    first = token.i - (actor.entity_text or "").count(" ")
    return mark_of(parsed, first, token.i, actor)


def mark_of(parsed: ParsedReport, first: int, last: int, actor: Actor, members: tuple[Actor, ...] = ()) -> ActorMark:
    begin, close = parsed.doc.tokens[first], parsed.doc.tokens[last]
    start, end = begin.idx, close.idx + len(close)
    own = {"report": parsed.report.id, "start": start, "end": end, "text": parsed.report.text[start:end]}
    return ActorMark.of_checked({**vars(actor), **own, "mark": "actor", "members": members})
