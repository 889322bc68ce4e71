"""Where a clause says it happened: a name behind "in", "at", "near", known to the gazetteer or not."""

from truceline.knowledge.files import all_words
from truceline.knowledge.names import names
from truceline.model.where import Place
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.where import (
    is_kind_of_place,
    is_loose_name,
    is_owner_of_post,
    loose_name,
    named_at,
)
from truceline.understand.grammar import grammar_words
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.markers.actor_parts.phrases import is_addressed
from truceline.understand.markers.place_parts.place_words import place_words
from truceline.understand.markers.place_parts.signs import is_adjective
from truceline.understand.tokens import Token

TOWARDS = frozenset({"toward", "towards"})
BROAD = {4: 1, 6: 2, 7: 2}  # by UCDP's where_prec: first-order region, country, sea or air
NO_PLACES = frozenset({"DATE", "TIME", "NORP", "MONEY", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "EVENT", "LAW"})


def placed_at(token: Token, marked: MarkedReport) -> tuple[Token, Place] | None:
    """A name behind "in", "at", "near", known to the gazetteer or not; never the place of who says so."""
    if token.pos_ != "PROPN" or marked.date_mark_of(token) is not None or is_of_source(token, marked):
        return None
    told_of = is_who_asks(token) or is_piece_of_name(token) or is_origin(token) or is_of_whom(token)
    told_of = told_of or is_on_the_way(token) or is_government(token)
    if told_of or is_name_of_body(token, marked):
        return None
    mark = named_at(token, marked)
    if mark is not None and mark.start <= token.idx:
        acting = marked.place_mark_of(token) is None and not stands_behind_step(token)
        return None if acting else (token, capital_of(token, mark.place) or mark.place)
    if is_name_of_actor(token):
        return None
    if token.dep_ in {"compound", "nmod"} and is_kind_of_place(token.head) and is_loose_name(token, marked):
        if token.head.tag_ == "NNS" or is_adjective(token.text) or is_owner_of_post(token) or is_of_unit(token):
            return None  # "Seleka positions", "the Azerbaijani town"
        return token, Place(raw=before_kind(token))
    village = token.dep_ in {"appos", "pobj"} and is_kind_of_place(token.head) and not is_quantity(token.head)
    own = stands_behind_step(token) and not is_whose(token, marked) and not is_of_thing(token)
    placed = (own or village) and not is_adjective(token.text)  # "on the Ugandan contingent"
    if placed and is_loose_name(token, marked) and token.ent_type_ not in NO_PLACES:
        return token, Place(raw=loose_name(token, marked))
    return None


def is_quantity(word: Token) -> bool:
    """ "Most of them ethnic Krahn": no ground."""
    return lemma_of(word) in word_set("territory", "quantities")


def is_of_unit(token: Token) -> bool:
    """ "Infantry Battalion 47 headquarters": whose they are."""
    return any(word.low_lemma in word_set("casualties", "numbered_units") for word in token.head.lefts)


def is_who_asks(token: Token) -> bool:
    """ "At Britain's request"."""
    return token.dep_ == "poss" and lemma_of(token.head) in word_set("events", "prompting")


def capital_of(land: Token, place: Place) -> Place | None:
    """ "In the Solomon Islands capital": not all of the land, and the name of the town is not told."""
    if land.dep_ not in {"compound", "nmod", "poss"} or land.head.low_lemma != "capital":
        return None
    return Place(raw=land.doc[land.left_edge.i : land.head.i + 1].text, country=place.country)


def is_name_of_body(token: Token, marked: MarkedReport) -> bool:
    """ "Fighters of the Ogaden National Liberation Front": the front's name, whatever land it has in it."""
    name = marked.actor_mark_of(token)
    if name is None or name.resolution != "named" or name.kind not in {"non_state", "armed_force", "igo", "ngo"}:
        return False
    within = top_of_name(token).head  # the step or the word before the name
    return name.start <= within.idx < name.end or (token.dep_ in {"compound", "nmod"} and token.head.idx < name.end)


def is_of_whom(token: Token) -> bool:
    """ "Met Somaliland's president in Hargeisa": whose president he is, not where."""
    whose = lemma_of(token.head)
    is_person = whose in all_words("persons") or whose in word_set("actors", "government_persons")
    return token.dep_ == "poss" and is_person


def is_piece_of_name(token: Token) -> bool:
    """A word of a longer name."""
    return token.dep_ in {"compound", "nmod"} and token.head.pos_ == "PROPN" and not is_kind_of_place(token.head)


def is_of_thing(name: Token) -> bool:
    """ "Members of the Runda Kumpulan Kecil", "the death of Esormusor": behind "of" a name that no list knows is a
    place only where a kind of place or a part of one stands before it.
    """
    step = top_of_name(name).head
    whole = step.head
    if step.lower_ == "of" and whole.low_lemma in word_set("territory", "posts") and name.tag_ == "NNPS":
        return True  # "a base of the Volunteers"
    is_part = is_kind_of_place(whole) or lemma_of(whole) in word_set("territory", "part_nouns")
    return step.lower_ == "of" and whole.pos_ in {"NOUN", "PROPN", "NUM"} and not is_part


def is_government(token: Token) -> bool:
    """ "Refused to talk to Kinshasa": who was spoken to, and not where."""
    return (
        token.dep_ == "pobj" and is_addressed(token.head) and names().one(token.text, "capital", "country") is not None
    )


def is_origin(name: Token) -> bool:
    """ "Two traders from Gambia": where people come from, not where it happened; one pulls "troops from Gambia"."""
    step = top_of_name(name).head
    people = step.head
    of_people = step.lower_ == "from" and lemma_of(people) in all_words("persons")
    return of_people and not says(people.head, "territory", "withdrew")


def is_on_the_way(name: Token) -> bool:
    """ "A convoy travelling from Gao to Kidal", "a bus on its way to Juba" was hit somewhere between."""
    step = top_of_name(name).head
    while step.dep_ == "prep" and step.head.dep_ == "prep":
        step = step.head
    journey = step.head
    if step.lower_ not in {"from", "to", "for", "toward", "towards"} or step.dep_ != "prep":
        return False
    if lemma_of(journey) in {"way", "journey"}:
        return True
    aside = journey.dep_ in {"acl", "relcl"} or (journey.dep_ == "advcl" and journey.tag_ == "VBG")
    return aside and lemma_of(journey) in place_words("motion_verbs")


def is_name_of_actor(name: Token) -> bool:
    """ "The King Salman center has delivered food": the name of whoever acts."""
    body = name.head
    named = body.lower_.capitalize() in word_set("actors", "organisation_words")
    return name.dep_ == "compound" and body.dep_ == "nsubj" and named


def before_kind(token: Token) -> str:
    """ "The Bab al-Jadid neighbourhood": the whole name that stands before the kind of place."""
    names = [child for child in token.head.lefts if child.dep_ in {"compound", "nmod"} and child.pos_ != "NOUN"]
    return token.doc[names[0].left_edge.i : names[-1].i + 1].text if names else token.text


def stands_behind_step(token: Token) -> bool:
    """ "in Rabak", "in the Raghwan district", "in the village of Talloussa"."""
    head = top_of_name(token)
    if head.dep_ != "pobj" or head.head.lower_ not in grammar_words("placing"):
        return False
    return lemma_of(head.head.head) not in word_set("grammar", "blaming")  # "a strike blamed on Ethiopia" was not there


def is_whose(token: Token, marked: MarkedReport) -> bool:
    """ "the murder of Dr Oqueli", "of the Jesuits": behind "of" stands whose it is; not "the village of al-Kheir"."""
    whom = marked.actor_mark_of(token)
    people = token.tag_ == "NNPS" or (whom is not None and whom.kind == "person")
    return people and token.head.lower_ in {"of", "from"} and not is_kind_of_place(token.head.head)


def top_of_name(token: Token) -> Token:
    while token.dep_ in {"compound", "nmod", "poss"} and token.head.i > token.i:
        token = token.head
    return token


def is_of_source(token: Token, marked: MarkedReport) -> bool:
    """ "Officials in Gaza City said"; not "Norway, which held talks in Oslo, said": a deed told of the source."""
    source = marked.at.sources.get(token.idx)
    deeds = (up for up in token.ancestors if up.dep_ == "relcl") if source is not None else ()
    return source is not None and not any(marked.at.sources.get(deed.idx) == source for deed in deeds)


def breadth(place: Place) -> int:
    """0 a town or less, 1 a province, 2 a country or a sea: what is broader is only where the other lies."""
    return BROAD.get(place.precision or 0, 0)


def is_headed_for(token: Token) -> bool:
    """ "Fled towards Bukavu": nobody is there yet."""
    headed = not TOWARDS.isdisjoint(token.sent.forms)
    return headed and any(up.lower_ in TOWARDS for up in token.ancestors)


def is_measured_from(token: Token) -> bool:
    """ "X, 400 km north of Colombo": how far from it X lies."""
    step = top_of_name(token).head
    way = step.head
    if step.lower_ not in {"of", "from"} or step.dep_ != "prep":
        return False
    away = way if lemma_of(way) in word_set("territory", "distances") else None
    if lemma_of(way) in word_set("territory", "directions"):
        away = next((child for child in way.lefts if lemma_of(child) in word_set("territory", "distances")), None)
    return away is not None
