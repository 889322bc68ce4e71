"""Whether a name of the gazetteer is meant as a place here: signs for and against, added up.

The weights were set by hand on local news from the United States (LGL) and looked at on news of many countries.
"""

from math import log10

from truceline.knowledge.gazetteer import Location, locations
from truceline.knowledge.names import names
from truceline.understand.markers.place_parts.place_words import place_words
from truceline.understand.tokens import Doc, Token

ENOUGH = 3.0
NEVER = -9.0
BY_LABEL = {
    "GPE": 3.0, "LOC": 2.5, "FAC": 1.0, "": 0.0, "ORG": 0.0, "PERSON": -1.5, "NORP": -2.0, "PRODUCT": -1.0,
    "WORK_OF_ART": -1.0, "EVENT": -1.0, "LAW": -1.0,
}  # fmt: skip
DOUBT = -0.5  # what is left of a wrong label where the words beside the name are clear
BAD_DOUBT = -1.5  # of a date or a number
OF_MOTION = 3.0
OF_DATELINE = 4.5  # in capitals, before a dash: hardly ever anything else
OF_CAPITALS = 2.5
IN_BODIES = frozenset({"ORG", "FAC"})
EMBEDDED = 2.0
OTHER_LABEL = -4.0  # dates, times, money, numbers
OF_A_WAR = 4.5  # towns of front lines and talks that the supplement lists because reports name them
LARGE = {"PCLI": 4.0, "CONT": 3.5, "ADM1": 2.0, "ADM2": 3.0, "RGN": 0.5}


def signs_for(
    doc: Doc, first: int, last: int, options: tuple[Location, ...], countries: frozenset[str] = frozenset()
) -> float:
    """Points for a place; ``ENOUGH`` makes one. ``countries``: those that the story is about."""
    text = doc.words(first, last)
    if is_ordinary(text) or is_adjective(text) or is_body(text, options):
        return NEVER
    head, cue = doc.tokens[last], cue_sign(doc, first, last)
    label = BY_LABEL.get(head.ent_type_, OTHER_LABEL)
    if head.ent_type_ == "PERSON":
        label += 0.5 if is_alone(head) else -0.5
    points = max(size_sign(option) for option in options) + cue + neighbour_sign(doc, first, last)
    points += max(label, DOUBT if label > OTHER_LABEL else BAD_DOUBT) if cue >= 3.0 else label
    points += 1.0 if last > first else 0.0
    points += OF_CAPITALS if is_abbreviated(text, options, countries) else 0.0
    points += story_sign(options, countries)
    points -= 1.5 if cue < 3.0 and head.pos_ in {"NOUN", "ADJ", "VERB", "ADV"} and not text.isupper() else 0.0
    points -= 1.0 if belongs_to_name(doc, first, last) and not is_large(options[0]) else 0.0
    points -= 1.5 if len(text) < 4 and "." not in text and not is_large(options[0]) else 0.0
    return points


def embedded_sign(doc: Doc, first: int, last: int, options: tuple[Location, ...]) -> float:
    """ "Maryland State Police", "Air Canada Cargo": the name of a large place within that of a body."""
    ents = {doc.tokens[i].ent_type_ for i in range(first, last + 1)}
    within = ents <= IN_BODIES and (
        doc.tokens[first].ent_iob_ == "I" or (last + 1 < len(doc) and doc.tokens[last + 1].ent_iob_ == "I")
    )
    return EMBEDDED if within and any(is_large(option) and not option.alias for option in options) else 0.0


def is_of_town(doc: Doc, first: int, last: int, options: tuple[Location, ...], countries: frozenset[str]) -> bool:
    """ "Litchfield Fire Chief", "Kherson City Council": a body or office that towns have, in a land of the story."""
    before, after = word_at(doc, first - 1), word_at(doc, last + 1)
    if after is None or after.text not in place_words("municipal") or is_ordinary(doc.words(first, last)):
        return False
    if before is not None and is_name_word(before) and doc.tokens[first].is_sent_start is not True:
        return False  # "the John Radcliffe Hospital"
    return any(place.country in countries or is_large(place) for place in options if not place.alias)


def is_abbreviated(text: str, options: tuple[Location, ...], countries: frozenset[str]) -> bool:
    """ "US", "U.K.", whatever the recogniser takes them for; "S.C.", "BC" where the story is about their country.

    The two letters of American post alone are other words more often than not ("PA", "OK").
    """
    if len(text) >= 7 or not (text.isupper() or text.endswith(".")):
        return False
    known = options[0]
    if known.feature_code != "ADM1":
        return known.feature_code == "PCLI" and text.isupper() and len(text) < 5
    return known.country in countries and ("." in text or known.country != "USA")


def story_sign(options: tuple[Location, ...], countries: frozenset[str]) -> float:
    """In a country that the story is about; more where the name means nothing elsewhere."""
    where = {option.country for option in options}
    if not where & countries:
        return 0.0
    return 2.0 if len(where) == 1 else 1.0


def is_large(option: Location) -> bool:
    return option.feature_code in {"PCLI", "ADM1"} or (option.population > 50_000 and not option.alias)


def is_alone(head: Token) -> bool:
    """A person of one word is often none."""
    after = word_at(head.doc, head.i + 1)
    return head.ent_iob_ == "B" and (after is None or after.ent_iob_ != "I")


def is_ordinary(text: str) -> bool:
    return text.title() in place_words("ordinary") or text in place_words("ordinary")


def is_adjective(text: str) -> bool:
    """ "Syrian" is no place."""
    known = names()
    return known.one(text, "adjective", "demonym") is not None and known.one(text, "country") is None


def is_body(text: str, options: tuple[Location, ...]) -> bool:
    """ "Hamas", "OLA": a known group, not the hamlet of that name."""
    known = names().get(text)
    bodies = any(one.kind in {"group", "organisation", "media"} for one in known)
    return bodies and not any(one.kind in {"country", "capital"} for one in known) and not is_large(options[0])


def size_sign(option: Location) -> float:
    """How readily a name alone brings this place to mind."""
    size = LARGE.get(option.feature_code)
    if size is None and option.geonameid is None and option.feature_code.startswith("PPL"):
        size = OF_A_WAR
    if size is None:
        size = min(2.5, max(-0.5, log10(option.population + 1) - 4.0)) if option.geonameid else 0.5
    return size - (0.7 if option.alias else 0.0)


def cue_sign(doc: Doc, first: int, last: int) -> float:
    """A locative word or a kind of place beside it, a dateline, a container after a comma."""
    if is_dateline(doc, first, last):
        return OF_DATELINE if doc.words(first, last).isupper() else 3.0
    if has_container(doc, last) or names_its_kind(doc, first, last):
        return 3.0
    before = word_before(doc, first)
    if before is not None and (before.lower_ in place_words("inside") or is_of_ground(before)):
        return 3.5
    if before is not None and is_goal_of_motion(before):
        return OF_MOTION
    if is_home(doc, first) or is_seat(doc, last):
        return 3.0
    if is_cued(doc, first, last):
        return 3.0
    return max(weak_sign(before, doc.tokens[last]), ground_sign(doc.tokens[last]))


def is_goal_of_motion(before: Token) -> bool:
    """ "Fled to X", "drove through X"."""
    return before.lower_ in place_words("ways") and before.head.low_lemma in place_words("motion_verbs")


def is_home(doc: Doc, first: int) -> bool:
    """ "Ahmed Ali of Wad Madani", "Salma, of Beit Lahia": where a person is from."""
    of, who = word_at(doc, first - 1), word_at(doc, first - 2)
    if who is not None and who.text == ",":
        who = word_at(doc, first - 3)
    return of is not None and of.lower_ == "of" and who is not None and who.ent_type_ == "PERSON"


def is_seat(doc: Doc, last: int) -> bool:
    """ "The Goma-based group"."""
    hyphen, based = word_at(doc, last + 1), word_at(doc, last + 2)
    return hyphen is not None and based is not None and hyphen.text == "-" and based.lower_ == "based"


def ground_sign(head: Token) -> float:
    """ "Captured X", "fled X": mostly a town."""
    taken = head.dep_ == "dobj" and head.head.low_lemma in place_words("ground_verbs")
    return 2.0 if taken else 0.0


def names_its_kind(doc: Doc, first: int, last: int) -> bool:
    """ "Lake Chad", "Shan State", "Korean Peninsula"."""
    return last > first and bool({doc.tokens[first].lower_, doc.tokens[last].lower_} & place_words("kinds"))


def weak_sign(before: Token | None, head: Token) -> float:
    """ "From X", "to X": of places and persons alike."""
    if before is None or before.lower_ not in place_words("weak_locative"):
        return 0.0
    if before.lower_ in place_words("ways"):
        return 2.0 if head.dep_ == "pobj" else 1.5
    return 1.5 if head.dep_ == "pobj" and head.ent_type_ != "PERSON" else 1.0


def is_cued(doc: Doc, first: int, last: int) -> bool:
    before, after = word_before(doc, first), word_at(doc, last + 1)
    if first and doc.tokens[first - 1].lower_ in place_words("quarters") - {"the"}:
        return True
    if before is not None and (before.lower_ in place_words("locative") or is_kind(before) or is_of_ground(before)):
        return True
    if after is not None and after.lower_ in place_words("people_of"):
        return True
    if after is not None and (is_kind(after) or after.lower_ in place_words("kinds_after")) and after.text.islower():
        return True
    if is_explained(doc, last) or is_division(doc, last):
        return True
    if doc.tokens[last].dep_ in {"appos", "conj"} and doc.tokens[last].head.ent_type_ in {"GPE", "LOC"}:
        return True
    return before is not None and before.text == "," and first > 1 and doc.tokens[first - 2].ent_type_ in {"GPE", "LOC"}


def is_division(doc: Doc, last: int) -> bool:
    """ "Hangu District", but "Hangu District Court"."""
    kind, body = word_at(doc, last + 1), word_at(doc, last + 2)
    return kind is not None and kind.text in place_words("divisions") and (body is None or not is_name_word(body))


def is_explained(doc: Doc, last: int) -> bool:
    """ "Bukavu, the provincial capital"."""
    after = doc[last + 1 : last + 5]
    return len(after) > 2 and after[0].text == "," and after[1].lower_ in {"the", "a"} and any(map(is_kind, after[2:]))


def is_of_ground(word: Token) -> bool:
    """ "The village of", "west of", "control of", "residents of", "the battle for"."""
    if word.lower_ not in {"of", "for", "on", "to", "off", "from"} or word.i == 0:
        return False
    noun = word.nbor(-1)
    return is_kind(noun) or noun.lower_ in place_words("of_ground") or noun.low_lemma in place_words("of_ground")


def is_kind(token: Token) -> bool:
    return token.lower_ in place_words("kinds") or token.low_lemma in place_words("kinds")


def word_before(doc: Doc, first: int) -> Token | None:
    """The word before it, past an article and a quarter of the sky: "in the north-eastern"."""
    index = first - 1
    while index >= 0 and doc.tokens[index].lower_ in place_words("quarters"):
        index -= 1
    return word_at(doc, index)


def word_at(doc: Doc, index: int) -> Token | None:
    return doc.tokens[index] if 0 <= index < len(doc.tokens) else None


def is_dateline(doc: Doc, first: int, last: int) -> bool:
    """ "CARTHAGE, N.C. (AP) -": at the head of a paragraph, before a dash, a bracket or a comma and more capitals."""
    starts = first == 0 or doc.tokens[first - 1].is_space or doc.tokens[first].is_sent_start is True
    after, agency = word_at(doc, last + 1), word_at(doc, last + 2)
    if (
        after is not None
        and agency is not None
        and after.text == "("
        and agency.text in place_words("dateline_agencies")
    ):
        return True
    if not starts or after is None:
        return False
    if after.text == "(" or not after.text.strip("-—–"):
        return True
    return doc.words(first, last).isupper() and after.text in {",", ":", "/", "&"}


def has_container(doc: Doc, last: int) -> bool:
    """ "Paris, Texas"; "Goma, Democratic Republic of the Congo"."""
    comma, after = word_at(doc, last + 1), word_at(doc, last + 2)
    if comma is None or after is None or comma.text != "," or not after.text[0].isupper():
        return False
    longer = doc[last + 2 : last + 5].text
    return any(
        place.feature_code in {"PCLI", "ADM1"} and not place.alias
        for name in (after.text, doc[last + 2 : last + 4].text, longer)
        for place in locations(name)[:3]
    )


def neighbour_sign(doc: Doc, first: int, last: int) -> float:
    """Capitalised words around it make it part of a longer name, mostly of somebody else."""
    before, after = word_at(doc, first - 1), word_at(doc, last + 1)
    points = 0.0
    if before is not None and is_name_word(before) and doc.tokens[first].is_sent_start is not True:
        points -= 2.5 if before.ent_type_ != "GPE" else 0.5
        points -= 1.5 if before.ent_type_ == "PERSON" else 0.0
    if after is not None and is_name_word(after):
        points -= 2.5 if doc.tokens[last].ent_type_ == "PERSON" else 0.5
    if after is not None and after.text in {"'s", "’s"} and doc.tokens[last].ent_type_ == "PERSON":
        points -= 1.0
    if before is not None and before.text == "-" and first > 1 and doc.tokens[first - 2].text in {"D", "R"}:
        points += 2.5  # "Sen. Ken Cuccinelli, R-Fairfax": a seat
    return points


def is_name_word(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ == "PROPN" and token.text not in place_words("ranks")


def belongs_to_name(doc: Doc, first: int, last: int) -> bool:
    """ "Arakan Army", "Bank of England", "New York Times": part of the name of a body."""
    after = last + 1
    while after < len(doc) and is_name_word(doc.tokens[after]):
        if doc.tokens[after].text in place_words("organisation_heads"):
            return True
        after += 1
    return is_after_body(doc, first)


def is_after_body(doc: Doc, first: int) -> bool:
    of, body = word_at(doc, first - 1), word_at(doc, first - 2)
    if of is None or body is None or of.lower_ not in {"of", "for", "in"}:
        return False
    if of.lower_ == "in" and not is_wide(doc, first):
        return False  # "Special Forces in Manbij", but "Co-operation in Europe"
    return body.text in place_words("organisation_heads") and body.text[0].isupper()


def is_wide(doc: Doc, first: int) -> bool:
    """A country, a continent or a region begins here."""
    wide = {"PCLI", "CONT", "RGN"}
    return any(
        place.feature_code in wide and not place.alias
        for last in range(first, min(first + 3, len(doc)))
        for place in locations(doc.words(first, last))[:2]
    )
