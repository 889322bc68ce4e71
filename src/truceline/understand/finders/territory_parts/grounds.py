"""Which nouns are ground that can be taken, held or lost, and how much of it."""

from truceline.model.claims.territory import Extent
from truceline.model.where import Place
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.where import has_name, is_loose_name, named_at, place_at
from truceline.understand.grammar import with_conjuncts
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

KIND = "territory"
NEAR = 4  # tokens: a name that the parse lost stands right behind its verb
LAND = 6  # UCDP where_prec
AWAY = 5  # tokens from "km" to the direction


def is_ground(token: Token, marked: MarkedReport) -> bool:
    if lemma_of(token) in word_set(KIND, "bodies_run"):
        return False  # "Gaza's health ministry, run by X"
    if named_at(token, marked) is not None:
        return True
    if token.tag_ == "CD" or lemma_of(token) in word_set(KIND, "part_nouns"):
        inner = part_of(token)
        if inner is not None:
            return is_ground(inner, marked)
        if lemma_of(token) in word_set(KIND, "quantities"):
            return False  # "the most it has taken in a month"
    is_kind_of_ground = lemma_of(token) in word_set(KIND, "ground_nouns") and not is_of_men(token)
    return is_kind_of_ground or is_named_ground(token, marked)


def is_of_men(token: Token) -> bool:
    """ "Took the international community for a ride": nowhere."""
    of_men = word_set(KIND, "communities_of_men")
    return lemma_of(token) == "community" and any(child.lower_ in of_men for child in token.children)


def part_of(token: Token) -> Token | None:
    """ "Parts of the port", "14 of the 17 townships", "half of X": what it is a part of."""
    of = next((child for child in token.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    if of is not None:
        return next((child for child in of.children if child.dep_ == "pobj"), None)
    but = (rest for child in token.children if child.lower_ == "but" for rest in child.children)
    left = next((inner for rest in but if (inner := part_of(rest)) is not None), None)  # "all but one of the hills"
    return left or owner_of_part(token)


def owner_of_part(token: Token) -> Token | None:
    """ "The town's western edge"."""
    if lemma_of(token) not in word_set(KIND, "part_nouns"):
        return None
    return next((child for child in token.children if child.dep_ == "poss" and child.pos_ != "PRON"), None)


def is_named_ground(token: Token, marked: MarkedReport) -> bool:
    """A place, or a name that nobody knows as an actor."""
    if named_at(token, marked) is not None:
        return True
    return not is_plural(token) and not is_one_of_a_kind(token) and is_loose_name(token, marked)


def is_town(ground: Token, marked: MarkedReport) -> bool:
    """A place of that very name; no land, whose government falls, and no wall of a town."""
    mark = named_at(ground, marked)
    return mark is not None and mark.name is not None and mark.precision not in {None, LAND}


def is_plural(name: Token) -> bool:
    return name.tag_ == "NNPS" and name.lower_.endswith("s")


def is_one_of_a_kind(name: Token) -> bool:
    """ "A Kalashnikov", "one Pistol": no place takes the indefinite article or a number."""
    return any(
        (child.lower_ in {"a", "an"} and child.dep_ == "det") or (child.dep_ == "nummod" and child.i < name.i)
        for child in name.children
    )


def unfolded(tokens: list[Token], marked: MarkedReport) -> list[Token]:
    """Each ground of a list: "the towns of X and Y" is two where both are named."""
    found: list[Token] = []
    for token in tokens:
        for part in with_conjuncts(token):
            found += [*(named_list(part, marked) or [part]), *further_parts(part, marked)]
    return list({token.i: token for token in found}.values())


def named_list(noun: Token, marked: MarkedReport) -> list[Token]:
    """The names behind "of" where there are several: "the villages of X, Y and Z"."""
    if lemma_of(noun) in word_set(KIND, "part_nouns") or named_at(noun, marked) is not None:
        return []
    of = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    heads = [child for child in of.children if child.dep_ == "pobj"] if of is not None else []
    names = [part for head in heads for part in with_conjuncts(head) if is_named_ground(part, marked)]
    return names if len(names) > 1 else []


def further_parts(noun: Token, marked: MarkedReport) -> list[Token]:
    """ "Most of X and parts of Y", "half of X and Y": the parse joins the second to the name of the first."""
    is_part = noun.tag_ == "CD" or lemma_of(noun) in word_set(KIND, "part_nouns")
    inner = part_of(noun) if is_part else None
    beside = with_conjuncts(inner)[1:] if inner is not None else []
    return [token for token in beside if is_named_ground(part_of(token) or token, marked)]


def lost_by_parser(verb: Token, marked: MarkedReport) -> list[Token]:
    """A name right behind the verb that the parse took for something else: "lost Bakhmut"."""
    for token in verb.doc[verb.i + 1 : verb.i + 1 + NEAR]:
        if token.pos_ in {"VERB", "AUX", "ADP", "SCONJ", "CCONJ"} or token.is_punct:
            return []
        if named_at(token, marked) is not None:
            return [token]
    return []


def named_first(grounds: list[Token], marked: MarkedReport) -> list[Token]:
    """Of a list, the named ones: "X and its airport" is one fact about X."""
    named = [ground for ground in grounds if has_name(ground, marked)]
    return named or grounds[:1]


def name_before_distance(ground: Token, marked: MarkedReport) -> Token | None:
    """ "Tawila, 60 km to the west, which is held by": what is held is no direction."""
    before = ground.doc.tokens[max(ground.sent.start, ground.i - AWAY) : ground.i]
    unit = next((token for token in before if token.low_lemma in word_set(KIND, "distances")), None)
    if unit is None or lemma_of(ground) not in word_set(KIND, "directions"):
        return None
    names = ground.doc.tokens[max(ground.sent.start, unit.i - NEAR) : unit.i]
    return next((token for token in reversed(names) if is_named_ground(token, marked)), None)


def where_described(verb: Token, marked: MarkedReport) -> list[Token]:
    """ "The island, where the group holds sway": the ground is what the clause describes."""
    is_where = verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children)
    return [verb.head] if is_where and is_ground(verb.head, marked) else []


def gapped(verb: Token, marked: MarkedReport) -> list[Token]:
    """ "Took X in January and Y in February": the name that the parse hangs on the date."""
    return [
        token
        for token in verb.subtree
        if token.dep_ == "conj" and is_named_ground(token, marked) and marked.date_mark_of(token.head) is not None
    ]


def place_of(ground: Token, marked: MarkedReport) -> Place:
    """ "Parts of the port" are of the port."""
    is_part = ground.tag_ == "CD" or lemma_of(ground) in word_set(KIND, "part_nouns")
    inner = part_of(ground) if is_part and named_at(ground, marked) is None else None
    return place_at(inner or ground, marked)


def is_whole_town(ground: Token) -> bool:
    """ "The eastern town of X", "the district centre of Y": where it lies, or what it is, and no part of it."""
    lemma = lemma_of(ground)
    seat = lemma in {"centre", "center"} and any(child.dep_ == "compound" for child in ground.children)
    return seat or (ground.tag_ == "NN" and lemma in word_set(KIND, "whole_places"))


def extent_of(ground: Token) -> Extent:
    beside = {child.lower_ for child in ground.children if child.dep_ not in {"prep", "relcl", "acl"}} | {ground.lower_}
    if is_whole_town(ground):
        beside -= word_set(KIND, "part_words") | word_set(KIND, "part_nouns")
    if beside & word_set(KIND, "whole_words"):
        return "whole"
    lemmas = beside | {lemma_of(ground)}
    is_part = (
        part_of(ground) is not None
        and not is_whole_town(ground)
        and (ground.tag_ == "CD" or lemma_of(ground) in word_set(KIND, "part_nouns"))
    )
    is_part = is_part or bool(lemmas & word_set(KIND, "part_words"))
    return "part" if is_part else "unspecified"
