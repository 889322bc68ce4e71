"""Which complement of a cue says what is said: a quotation, a clause, an aim, an object."""

from collections.abc import Callable
from dataclasses import dataclass

from truceline.understand.grammar import SUBJECTS, subjects
from truceline.understand.markers.speaker_parts.attribution import QUOTES, Piece
from truceline.understand.markers.speaker_parts.contents import (
    aim_after,
    clause_after,
    object_after,
    preposition_after,
)
from truceline.understand.markers.speaker_parts.noun_cues import is_stirred
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Token

CLAUSES = frozenset({"ccomp", "advcl", "csubj"})
NAMED = frozenset({"dobj", "oprd", "attr", "nsubjpass"})
REACH = 12  # tokens between a cue and what it says: an addressee, a day, a place


@dataclass(frozen=True, slots=True)
class Complement:
    """``first`` is its head word; ``piece`` its words where they are known already."""

    first: Token
    rule: str
    piece: Piece | None = None
    preposition: Token | None = None


def first_complement(verb: Token, quotations: Quotations) -> Complement | None:
    lemma = verb.low_lemma
    return next((found for kind in KINDS if (found := kind(verb, lemma, quotations)) is not None), None)


def takes(lemma: str, name: str) -> bool:
    return lemma in speech_words().lists[name]


def quoted_complement(verb: Token, lemma: str, quotations: Quotations) -> Complement | None:
    quoted = quotation_after(verb, quotations) if takes(lemma, "takes_clause") else None
    return Complement(verb.doc[quoted[0]], "quotation", quoted) if quoted is not None else None


def clause_complement(verb: Token, lemma: str, quotations: Quotations) -> Complement | None:
    if not takes(lemma, "takes_clause"):
        return None
    clause = clause_after(verb)
    if clause is not None:
        return Complement(clause, "clause")
    marked = that_after(verb) or that_of_addressee(verb, lemma)
    if marked is not None:
        return Complement(marked.head, "clause", (marked.i, marked.head.right_edge.i + 1))
    return None


def prepositional_complement(verb: Token, lemma: str, quotations: Quotations) -> Complement | None:
    preposition = preposition_after(verb)
    if preposition is None or is_only_aim(verb) or is_visit(verb, lemma, preposition):
        return None
    first = next((child for child in preposition.children if child.i > preposition.i), preposition)
    if preposition.i <= verb.i + 2 or all(is_of_the_day(token) for token in verb.doc[verb.i + 1 : preposition.i]):
        return Complement(first, "preposition", preposition=preposition)
    addressed = object_after(verb) if takes(lemma, "addressed") else None
    return Complement(first, "preposition") if addressed is not None and addressed.i < preposition.i else None


def is_visit(verb: Token, lemma: str, preposition: Token) -> bool:
    """ "Will call on the president in Manila": asks him for nothing."""
    if lemma != "call" or preposition.lower_ not in {"on", "upon"}:
        return False
    rest = verb.doc[preposition.i + 1 : verb.sent.end]
    return not any(word.lower_ in {"to", "for", "that"} or word.text in QUOTES for word in rest)


def is_only_aim(verb: Token) -> bool:
    """ "Marched to call for their release", "need funds to respond to the wave": what a deed is for is not said yet."""
    to = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)
    not_answered = verb.lemma_ in {"respond", "react", "reply"} and any(c.dep_ == "neg" for c in verb.children)
    return not_answered or (to and verb.dep_ in {"advcl", "acl"} and verb.i > verb.head.i)


def is_of_the_day(token: Token) -> bool:
    """ "Appealed last week for", "called again on Monday for"."""
    return token.ent_type_ in {"DATE", "TIME"} or token.dep_ == "advmod" or token.lower_ == "on"


def made_clear(verb: Token, lemma: str, quotations: Quotations) -> Complement | None:
    """ "Made (it) clear that it would not disarm"; the parse hangs what is made clear on either word."""
    near = verb.doc[verb.i + 1 : verb.i + 4] if takes(lemma, "makes_clear") else ()
    clear = next((word for word in near if word.lower_ in {"clear", "plain", "known"}), None)
    if clear is None:
        return None
    clauses = (one for one in (*clear.children, *verb.children) if one.dep_ in CLAUSES and one.i > clear.i)
    clause = next(clauses, None)
    if clause is None:
        return None
    return Complement(clause, "clause", (max(clause.left_edge.i, clear.i + 1), clause.right_edge.i + 1))


def wish_complement(verb: Token, lemma: str, quotations: Quotations) -> Complement | None:
    """ "Called for monitors to be sent": what is called for is told as a clause."""
    if "for" not in speech_words().prepositions.get(lemma, frozenset()):
        return None
    near = verb.doc[verb.i + 1 : verb.i + 3]
    opens = next((token for token in near if token.lower_ == "for" and token.dep_ == "mark"), None)
    if opens is None or opens.head.head != verb:
        return None
    return Complement(opens.head, "preposition", (opens.i + 1, opens.head.right_edge.i + 1), opens)


def aim_complement(verb: Token, lemma: str, quotations: Quotations) -> Complement | None:
    aim = aim_after(verb)
    if aim is None:
        return None
    if takes(lemma, "takes_aim"):
        target = object_after(verb)
        return Complement(target if target is not None and target.i < aim.i else aim, "aim")
    return Complement(aim, "clause") if takes(lemma, "takes_clause") and aim.tag_ != "VB" else None


def object_complement(verb: Token, lemma: str, quotations: Quotations) -> Complement | None:
    told = takes(lemma, "takes_object") or is_ruled_out(verb, lemma) or is_charged_with_deed(verb, lemma)
    thing = (object_after(verb) or called_before(verb)) if told else None
    if (lemma == "call" and is_summons(verb)) or is_said_before(verb, thing):
        return None
    quotes = takes(lemma, "citing")
    if quotes and any(child.lower_ == "as" and "pcomp" in child.child_deps for child in verb.children):
        return None  # "quoted a soldier as saying that ...": the soldier speaks
    return Complement(thing, "object") if thing is not None and not is_stirred(thing) else None


def is_summons(verb: Token) -> bool:
    """ "Called a general strike", "calls allies": a thing is called, and called nothing."""
    things = [child for child in verb.children if child.dep_ in NAMED or child.dep_ in CLAUSES]
    alone = len(things) == 1 and not any(child.dep_ in SUBJECTS for child in things[0].children)
    behind = verb.doc[verb.i + 1 : things[0].right_edge.i + 1] if alone else ()
    alone = alone and (things[0].dep_ == "dobj" or takes(things[0].low_lemma, "summoned"))
    return alone and things[0].i > verb.i and not any(word.text in QUOTES or word.lower_ == "as" for word in behind)


def is_said_before(verb: Token, thing: Token | None) -> bool:
    """ "Nine died, officials said, among them a girl hit by shells": the words behind go on with what was said."""
    if thing is None or verb.nbor(1).text != "," or verb.nbor(2).lower_ not in {"among", "including"}:
        return False
    return any(word.text == "," for word in verb.doc[verb.sent.start : verb.i])


def is_ruled_out(verb: Token, lemma: str) -> bool:
    """ "Ruled out any talks with the rebels", "brushed aside the report"."""
    if lemma == "rule":
        return any(child.dep_ == "prt" and child.lower_ == "out" for child in verb.rights)
    if not takes(lemma, "waved_away"):
        return False
    thing = object_after(verb)
    said = thing is not None and (thing.low_lemma in speech_words().noun_complements or takes_away(thing))
    return said and verb.nbor(1).lower_ in speech_words().lists["away"]


def takes_away(thing: Token) -> bool:
    """What else is waved away with a word: "played down the loss"."""
    return thing.low_lemma in speech_words().lists["waved_things"]


def is_charged_with_deed(verb: Token, lemma: str) -> bool:
    """ "Charged the police with shielding looters"; what courts charge people with is a deed of the law."""
    if lemma != "charge" or any(hand.low_lemma in speech_words().lists["charging_by_law"] for hand in subjects(verb)):
        return False
    steps = [child for child in verb.subtree if child.lower_ == "with" and child.i > verb.i]
    return any(step.nbor(1).tag_ == "VBG" or step.nbor(1).text in QUOTES for step in steps)


def called_before(verb: Token) -> Token | None:
    """ "Dismissed as propaganda a letter in which": what it is called stands first."""
    calls = next((child for child in verb.children if child.lower_ == "as" and child.i == verb.i + 1), None)
    named = [child for child in calls.children if child.dep_ == "pobj"] if calls is not None else []
    return calls if len(named) > 1 else None


# The first that fits decides.
KINDS: tuple[Callable[[Token, str, Quotations], Complement | None], ...] = (
    quoted_complement,
    made_clear,
    clause_complement,
    wish_complement,
    prepositional_complement,
    aim_complement,
    object_complement,
)


def that_after(verb: Token) -> Token | None:
    """The "that" of a clause which the parse hung elsewhere: "told the envoy in a call that ..."."""
    for token in verb.doc.tokens[verb.i + 1 : verb.i + REACH]:
        if token.lower_ == "that" and (token.tag_ == "IN" or token.dep_ == "mark") and token.head.i > token.i:
            return token if not is_of_report(token) else None
        if token.pos_ in {"VERB", "AUX"} or token.is_space or token.text in {".", ",", ";", ":"}:
            return None
    return None


def is_of_report(that: Token) -> bool:
    """ "Has seen no proof of claims that": the claims tell it."""
    noun = that.nbor(-1)
    of_noun = noun.tag_ == "NNS" and that.head.dep_ == "acl" and that.head.head == noun
    return of_noun and "that" in speech_words().noun_complements.get(noun.low_lemma, ())


def that_of_addressee(verb: Token, lemma: str) -> Token | None:
    """ "Told The Herald that jets bombed the town": the parse makes the clause describe who is told."""
    told = object_after(verb) if takes(lemma, "addressed") else None
    clauses = (child for child in told.children if child.dep_ == "relcl") if told is not None else ()
    return next((that for clause in clauses if (that := needless_that(clause)) is not None), None)


def needless_that(clause: Token) -> Token | None:
    """The clause has a subject and an object beside "that": it describes nothing."""
    that = next((child for child in clause.children if child.lower_ == "that"), None)
    roles = {child.dep_ for child in clause.children if child != that}
    return that if {"nsubj", "dobj"} <= roles else None


def quotation_after(verb: Token, quotations: Quotations) -> Piece | None:
    """A quotation that begins behind the cue, with a comma or colon before it: 'he said on Monday: "..."'."""
    tokens = verb.doc.tokens
    for token in tokens[verb.i + 1 : verb.i + REACH]:
        if "\n" in token.text or token.text in {".", ";"}:
            return None
        if token.text in QUOTES:
            quoted = quotations.starting_at(token.i)
            return quoted if quoted and tokens[token.i - 1].text in {",", ":"} else None
    return None
