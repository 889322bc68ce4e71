"""Where: the place a noun stands for, named or not."""

from collections.abc import Collection

from truceline.knowledge.names import names
from truceline.model.mark import PlaceMark
from truceline.model.where import Place
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.who import words_for
from truceline.understand.grammar import grammar_words
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.markers.place_parts.place_words import place_words
from truceline.understand.tokens import Token

INNER = frozenset({"compound", "appos", "nmod", "poss", "amod", "nummod", "npadvmod"})


def named_at(token: Token, marked: MarkedReport) -> PlaceMark | None:
    """The place mark on the token, also where a state of that name acts; not a piece of a longer name."""
    if is_owner_of_post(token) or is_behind_others(token):
        return None
    mark = marked.at.places.get(token.idx) if token.idx not in marked.at.dates else None
    longer = mark is not None and token.dep_ == "compound" and token.head.pos_ == "PROPN"
    if mark is None or (longer and token.head.idx >= mark.end and not is_kind_of_place(token.head)):
        return None
    return None if longer and is_in_name_of_body(token, marked) else mark


def is_in_name_of_body(token: Token, marked: MarkedReport) -> bool:
    """ "A camp of the Moro Islamic Liberation Front", "the Henry Dunant Centre": no place, whatever its last word."""
    body = marked.actor_mark_of(token)
    named = body is not None and body.resolution == "named" and body.kind in {"non_state", "igo", "ngo", "unspecified"}
    return named and body is not None and body.start <= token.idx and token.head.idx < body.end


def is_owner_of_post(token: Token) -> bool:
    """ "A Somaliland base", "Georgia's outposts": a land before a post says whose it is, not where."""
    of_post = token.dep_ in {"compound", "nmod", "poss"} and lemma_of(token.head) in word_set("territory", "posts")
    return of_post and names().one(token.text, "country") is not None


def is_behind_others(token: Token) -> bool:
    """ "Iran-backed fighters": who stands behind them, and not where."""
    return token.dep_ in {"npadvmod", "compound"} and f"-{token.head.lower_}" in place_words("from_outside")


def is_kind_of_place(token: Token) -> bool:
    """ "Donetsk Airport", "Kursk Region": the name is in the words before."""
    return lemma_of(token) in word_set("territory", "ground_nouns")


def is_loose_name(token: Token, marked: MarkedReport) -> bool:
    """A name that no list knows: a mark that says no more than its words does not make it somebody."""
    if not (token.pos_ == "PROPN" or is_named_by_head(token)) or marked.date_mark_of(token) is not None:
        return False
    mark = marked.actor_mark_of(token)
    if is_body(token, marked):
        return False
    if mark is None:
        return True
    if mark.resolution == "metonym":
        return True  # a capital's name that stands for its government elsewhere
    return mark.kind in {"person", "unspecified"} and mark.country is None and mark.role is None


def is_body(name: Token, marked: MarkedReport) -> bool:
    """ "A fighter of the Movement of Democratic Forces"; one meets "at Lincoln University"."""
    housed = name.dep_ == "pobj" and name.head.lower_ in {"at", "near", "outside", "inside"}
    return not housed and not place_words("organisation_heads").isdisjoint(loose_name(name, marked).split())


def is_named_by_head(token: Token) -> bool:
    """ "The town of Sake": a capital letter behind "town of" is a name, whatever the tagger thinks."""
    return (
        token.text[:1].isupper()
        and token.dep_ == "pobj"
        and token.head.lower_ == "of"
        and is_kind_of_place(token.head.head)
    )


def loose_name(token: Token, marked: MarkedReport) -> str:
    mark = marked.actor_mark_of(token)
    turned = token.left_edge.pos_ == "ADV"  # "only Sittwe", "even Aleppo"
    told = mark is not None and not turned and not mark.text.removeprefix("the ")[0].islower()  # "communities of X"
    return mark.text if mark is not None and told else name_words(token)


def name_words(token: Token) -> str:
    """The name without what describes it: "rebel-held X" is X."""
    first = token
    for child in token.lefts:
        if child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN":
            first = min(first, child.left_edge, key=lambda word: word.i)
    return " ".join(token.doc[first.i : token.i + 1].text.split())


def named_within(noun: Token, marked: MarkedReport) -> PlaceMark | None:
    """ "The town of X", "X airport", "the capital, X", "Y's X": the noun itself first."""
    own = named_at(noun, marked)
    if own is not None:
        return own
    inner = [token for token in beside(noun, INNER) if not is_demonym(token)]
    inner.sort(key=lambda token: token.dep_ == "poss")
    found = [(token, mark) for token in inner if (mark := named_at(token, marked)) is not None]
    further = behind(noun, marked)
    if found and (further is None or found[0][0].dep_ != "poss"):
        return found[0][1]
    return further


def beside(noun: Token, relations: Collection[str]) -> list[Token]:
    return [child for child in noun.children if child.dep_ in relations]


def is_demonym(token: Token) -> bool:
    return token.dep_ == "amod" or token.pos_ == "ADJ"


def behind(noun: Token, marked: MarkedReport) -> PlaceMark | None:
    """ "The districts of X", "the bridge at X": the nearest name behind a preposition, at most two down."""
    behind = (obj for obj in objects_behind(noun) if marked.date_mark_of(obj) is None and not is_line_between(obj))
    return next((mark for obj in behind if (mark := named_within(obj, marked))), None)


def is_line_between(border: Token) -> bool:
    """ "A peak on the Chad-Sudan border": the lands that meet there are not the peak."""
    return border.head.lower_ in {"on", "near"} and lemma_of(border) in word_set("territory", "lines_between")


def objects_behind(noun: Token) -> list[Token]:
    steps = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in grammar_words("naming")]
    return [obj for step in steps for obj in step.children if obj.dep_ == "pobj"]


def place_at(noun: Token, marked: MarkedReport) -> Place:
    """The named place, else the words as they stand, without coordinates."""
    if noun.pos_ == "PROPN" and named_at(noun, marked) is None and is_loose_name(noun, marked):
        own = next((mark for t in beside(noun, {"compound"}) if (mark := named_at(t, marked)) is not None), None)
        return own.place if own is not None else Place(raw=loose_name(noun, marked))
    unlisted = unlisted_name(noun, marked)
    if unlisted is not None:
        return Place(raw=loose_name(unlisted, marked))
    mark = named_within(noun, marked)
    if mark is not None:
        return (place_by_own_name(noun, marked) if mark.start > noun.idx else None) or mark.place
    if is_loose_name(noun, marked):
        return Place(raw=loose_name(noun, marked))
    inner = [token for token in [*beside(noun, {"appos"}), *objects_behind(noun)] if is_loose_name(token, marked)]
    return Place(raw=loose_name(inner[0], marked) if inner else words_for(noun))


def place_by_own_name(noun: Token, marked: MarkedReport) -> Place | None:
    """ "The Buliok complex in Pikit": what no list knows lies inside what one does."""
    if not is_kind_of_place(noun):
        return None
    before = [child for child in noun.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    names_given = (child for child in before if names().one(child.text, "adjective", "demonym", "country") is None)
    loose = (child for child in names_given if marked.actor_mark_of(child) is None)
    own = next((child for child in loose if is_loose_name(child, marked)), None)
    return Place(raw=noun.doc[own.left_edge.i : noun.i + 1].text) if own is not None else None


def unlisted_name(noun: Token, marked: MarkedReport) -> Token | None:
    """ "The settlement of X in Y": its own name, though only Y is known."""
    if noun.pos_ != "NOUN" or not is_kind_of_place(noun):
        return None
    of = [obj for step in noun.children if step.lower_ == "of" for obj in step.children if obj.dep_ == "pobj"]
    return next((obj for obj in of if is_loose_name(obj, marked) and named_within(obj, marked) is None), None)


def has_name(noun: Token, marked: MarkedReport) -> bool:
    inner = [noun, *beside(noun, {"appos"}), *objects_behind(noun)]
    return named_within(noun, marked) is not None or any(is_loose_name(token, marked) for token in inner)
