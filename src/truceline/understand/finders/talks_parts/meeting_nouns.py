"""Nouns of talks: those that are talks by themselves, those that need a sign, those of other houses."""

from functools import lru_cache

from truceline.knowledge.files import words
from truceline.understand.finders.clause_parts.phrases import first_said, lemma_of, word_set
from truceline.understand.finders.clause_parts.where import named_at
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.people import KIND, is_party, talks_lemma
from truceline.understand.grammar import prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

NEAR = 8  # tokens: how far a sign of talks may stand from a noun that needs one
LAST_SENTENCE = 60  # tokens
AIMS = frozenset({"acl", "advcl", "xcomp"})
COMPANY = frozenset({"with", "between", "among"})


@lru_cache(maxsize=1)
def all_nouns() -> frozenset[str]:
    """Without one of these no noun tells of talks."""
    lists = ("in_series_only", "efforts", "nouns", "weak_nouns", "in_order")
    return frozenset(word for name in lists for word in word_set(KIND, name)) | frozenset(SPOKEN)


def is_talks_noun(token: Token, marked: MarkedReport) -> bool:
    haggling = token.lower_ in {"haggling", "bargaining"} and token.dep_ in {"pcomp", "pobj", "nsubj"}
    if haggling or (token.lower_ in word_set(KIND, "in_order") and is_nth_meeting(token)):
        return True
    lemma = talks_lemma(token)
    if lemma not in all_nouns():
        return False
    if (
        is_label(token)
        or not is_noun(token)
        or token.dep_ in {"compound", "nmod"}
        or is_of_other_kind(token)
        or is_business(token)
        or (lemma in word_set(KIND, "under_auspices") and is_means(token))
    ):
        return False
    if (
        token.pos_ == "PROPN"
        and token.dep_ == "nsubj"
        and lemma in word_set(KIND, "speaking_bodies")
        and lemma_of(token.head) in word_set(KIND, "speaking_of_bodies")
    ):
        return False  # "the Episcopal Conference asked both sides"
    if lemma in SPOKEN:
        return SPOKEN[lemma](token, marked)
    if lemma in word_set(KIND, "in_series_only"):
        return is_next_of_series(token)
    if lemma in word_set(KIND, "efforts"):
        return is_effort_at_talks(token)
    return lemma in word_set(KIND, "nouns") or (lemma in word_set(KIND, "weak_nouns") and is_backed(token, marked))


def is_means(token: Token) -> bool:
    """ "A truce agreed through Moscow's mediation"."""
    return token.dep_ == "pobj" and token.head.lower_ in {"through", "under", "by", "via", "with"}


def is_noun(token: Token) -> bool:
    """ "The second sitting yielded": the tagger takes it for a verb."""
    if token.pos_ in {"NOUN", "PROPN"}:
        return True
    described = any(child.dep_ in {"det", "amod", "poss"} and child.i < token.i for child in token.children)
    return token.tag_ == "VBG" and described and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}


def is_label(token: Token) -> bool:
    """ "MEETINGS: the general met ...", "TALKS.", "Talks" or "4. MEETINGS" on a line of its own: a heading."""
    first = token.i == token.sent.start or token.nbor(-1).is_space or is_numbered(token)
    behind = token.nbor().text
    return first and (behind == ":" or (behind == "." and token.text.isupper()) or "\n" in behind)


def is_numbered(token: Token) -> bool:
    """ "4. MEETINGS"."""
    if token.i < 2 or not token.text.isupper():
        return False
    return token.nbor(-1).text in {".", ")"} and token.nbor(-2).like_num


def is_business(token: Token) -> bool:
    """ "In talks to sell its refinery"."""
    aims = [child for up in (token, token.head, token.head.head) for child in up.children if child.dep_ in AIMS]
    return any(lemma_of(aim) in word_set(KIND, "trading") for aim in aims)


def is_of_other_kind(token: Token) -> bool:
    """ "A press conference", "a Cabinet meeting", "the summit of the mountain"."""
    beside = {lemma_of(child) for child in token.children}
    if is_plenary_of_talks(token):
        beside.discard("plenary")
    of_what = [noun for noun in prepositional_objects(token, "of") if not is_joint_body(noun) and not is_foreign(noun)]
    of_thing = {lemma_of(noun) for noun in of_what}
    if any(is_own_house(noun) for noun in prepositional_objects(token, "of")):
        return True
    return bool(beside & word_set(KIND, "of_other_kinds") or of_thing & word_set(KIND, "not_of"))


def is_foreign(noun: Token) -> bool:
    """ "A meeting of foreign ministers": those of several states."""
    return lemma_of(noun) == "minister" and any(child.lower_ == "foreign" for child in noun.children)


def is_own_house(noun: Token) -> bool:
    """ "A meeting of his generals", "of the ruling party"; not "of the parties"."""
    owned = any(child.tag_ == "PRP$" for child in noun.children)
    return owned or (noun.tag_ in {"NN", "NNP"} and lemma_of(noun) in word_set(KIND, "inner_bodies"))


def is_plenary_of_talks(token: Token) -> bool:
    """ "A plenary session": all sides sit in it, where no house of one side is named."""
    is_plenary = any(word.lower_ == "plenary" for word in (token, *token.children))
    return is_plenary and not token.sent.forms & (word_set(KIND, "houses") - {"party"}) and is_in_report_of_talks(token)


def is_joint_body(noun: Token) -> bool:
    """ "A meeting of the Military Coordination Committee", "of the committee" after that: both sides sit in it."""
    if any(child.lower_ in word_set(KIND, "joint") for child in noun.children):
        return True
    known = lemma_of(noun) in word_set(KIND, "bodies") and any(child.lower_ == "the" for child in noun.children)
    before = noun.doc.tokens[: noun.sent.start] if known else []
    named = (word for word in before if word.pos_ == "PROPN" and lemma_of(word) == lemma_of(noun))
    return any(other.text == "Joint" for word in named for other in noun.doc.tokens[max(0, word.i - 3) : word.i])


def is_effort_at_talks(token: Token) -> bool:
    """ "Mediation efforts", "an attempt at mediation"; not "in another mediation effort, Oslo said"."""
    step = token.head
    if token.dep_ == "pobj" and step.lower_ == "in" and step.is_sent_start:
        return False
    beside = {lemma_of(child) for child in token.children if child.dep_ in {"compound", "amod", "nmod"}}
    return bool(beside & word_set(KIND, "effort_signs"))


def is_backed(token: Token, marked: MarkedReport) -> bool:
    """Something beside a weak noun says that it is talks: a sign, a party, a series, a place it is named after."""
    if token.text == "Congress" and not any(child.dep_ == "det" for child in token.children):
        return False  # the legislature
    if is_clash(token):
        return False
    if lemma_of(token) in word_set(KIND, "cycles") or lemma_of(token) == "plenary":
        return is_cycle_of_talks(token) or is_plenary_of_talks(token)
    company = prepositional_objects(token, *COMPANY)
    if token.dep_ == "dobj":
        company += prepositional_objects(token.head, *COMPANY)  # "held a session with the rebels"
    elif token.dep_ in {"nsubj", "nsubjpass"}:
        company += prepositional_objects(token.head, "between")  # "a round began in X between the two"
    if any(map(is_own_man, company)):
        return False
    if has_sign(token) or any(is_party(t, marked) for t in company):
        return True
    if any(map(is_joint_body, prepositional_objects(token, "of"))):
        return True
    if (is_in_report_of_talks(token) and is_placed_or_dated(token, marked)) or is_of_negotiators(token):
        return True
    return is_next_of_series(token) or is_named_after_place(token, marked) or is_of_sides(token, marked)


def is_of_negotiators(token: Token) -> bool:
    """ "Negotiators wrapped up three days of discussions"."""
    length = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    held = length.dep_ == "dobj" and first_said(length.head, KIND, ("held",)) is not None
    return held and any(lemma_of(doer) in word_set(KIND, "negotiators_only") for doer in subjects(length.head))


def is_clash(noun: Token) -> bool:
    """ "An encounter in which four were killed", "came in contact with the militants, who opened fire",
    "the line of contact".
    """
    if lemma_of(noun) == "contact" and noun.head.lower_ == "of" and noun.head.head.lemma_ == "line":
        return True  # "a truce along the line of contact"
    if lemma_of(noun) == "contact":
        return noun.head.lower_ in {"in", "into"} and noun.head.head.lemma_ == "come"
    return lemma_of(noun) == "encounter" and any(word.low_lemma in word_set(KIND, "of_fights") for word in noun.sent)


def is_own_man(token: Token) -> bool:
    """ "Has had no contact with its remaining fighters"."""
    return lemma_of(token) in word_set(KIND, "own_men") and any(child.tag_ == "PRP$" for child in token.children)


def is_cycle_of_talks(cycle: Token) -> bool:
    """ "The third phase of the talks"; not "the next phase of their plan"."""
    of_what = prepositional_objects(cycle, "of")
    if not of_what:
        return is_next_of_series(cycle)
    names = ("nouns", "efforts", "exchanges")
    return any(talks_lemma(noun) in word_set(KIND, name) for noun in of_what for name in names)


def is_of_sides(token: Token, marked: MarkedReport) -> bool:
    """ "The separatists will not attend the conference"."""
    refused = token.dep_ == "dobj" and first_said(token.head, KIND, ("ruled_out", "refused")) is not None
    if token.head.lemma_ not in word_set(KIND, "attending") and not (refused and is_in_report_of_talks(token)):
        return False
    marks = (marked.actor_mark_of(other) for other in token.sent)
    return any(mark is not None and mark.kind in {"non_state", "government", "armed_force", "igo"} for mark in marks)


def is_named_after_place(token: Token, marked: MarkedReport) -> bool:
    """ "The Geneva discussions", "the Berlin conference"."""
    beside = [child for child in token.children if child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN"]
    return lemma_of(token) in word_set(KIND, "named_after_places") and any(
        named_at(child, marked) is not None for child in beside
    )


def is_next_of_series(token: Token) -> bool:
    """ "A new round", "the next gathering", in a report that speaks of talks."""
    counted = any(child.tag_ == "CD" and child.i > token.i for child in token.children)  # "round four"
    if not counted and not {child.lower_ for child in token.children} & word_set(KIND, "in_series"):
        return False
    return is_in_report_of_talks(token)


def is_in_report_of_talks(token: Token) -> bool:
    stems = words(KIND)["stems_of_talks"]
    return any(other.lower_.startswith(stems) for other in token.doc)


def is_placed_or_dated(token: Token, marked: MarkedReport) -> bool:
    """ "A session in Geneva", "Monday's round"."""
    if lemma_of(token) not in word_set(KIND, "rounds"):
        return False
    around = [*token.subtree, *(inner for child in token.head.children for inner in child.subtree)]
    named = [other for other in around if other.dep_ in {"pobj", "poss", "compound", "npadvmod", "appos"}]
    return any(marked.place_mark_of(other) or marked.date_mark_of(other) for other in named)


def is_phone_call(token: Token, marked: MarkedReport) -> bool:
    """ "A phone call", "held a call", "in a call with the minister"; never "a call for"."""
    beside = {child.lower_ for child in token.children}
    owned = any(child.dep_ == "poss" for child in token.children)
    if beside & word_set(KIND, "by_phone") or token.head.lemma_ in {"hold", "have"}:
        return True
    if owned and token.head.lemma_ in word_set(KIND, "answering_calls"):
        return True
    company = prepositional_objects(token, "with", "between")
    return any(is_party(other, marked) for other in company)


def is_talk_with(talk: Token, marked: MarkedReport) -> bool:
    """ "Had a long talk with the commander"; never "gave a talk", "talk of war"."""
    had = talk.dep_ == "dobj" and talk.head.lemma_ in {"have", "hold"}
    company = [*prepositional_objects(talk, *COMPANY), *prepositional_objects(talk.head, *COMPANY)]
    return had and any(is_party(other, marked) for other in company)


def is_one_of_series(one: Token, marked: MarkedReport) -> bool:
    """ "The previous one, planned for August, was put off", right after a round was told of."""
    if one.dep_ not in {"nsubj", "nsubjpass"} or not is_next_of_series(one):
        return False
    return is_behind_round(one)


def is_nth_meeting(nth: Token) -> bool:
    """ "A third, set for Tuesday, did not take place", right after two meetings were told of."""
    bare = any(child.dep_ == "det" for child in nth.children) and nth.dep_ in {"nsubj", "nsubjpass"}
    return bare and is_behind_round(nth)


def is_behind_round(word: Token) -> bool:
    """In the sentence before a round was told of."""
    before = word.doc[max(0, word.sent.start - LAST_SENTENCE) : word.sent.start]
    told = [one for one in before if one.sent.end == word.sent.start and one.pos_ == "NOUN"]
    if any(talks_lemma(one) in word_set(KIND, "nouns") for one in told):
        return True
    return any(lemma_of(one) in word_set(KIND, "rounds") for one in told) and is_in_report_of_talks(word)


def is_offer_told(offer: Token, marked: MarkedReport) -> bool:
    """ "The junta turned down the offer", "rejected the invitation", right after one to talks was told."""
    known = offer.dep_ in {"dobj", "nsubjpass"} and any(child.lower_ == "the" for child in offer.children)
    if not known or any(child.dep_ in {"prep", "acl"} for child in offer.children):
        return False
    if first_said(offer.head, KIND, ("refused",)) is None or not is_behind_round(offer):
        return False
    before = offer.doc.tokens[offer.sent.start - 1].sent.forms
    return offer.base in {form[: len(offer.base)] for form in before} and not before & word_set(KIND, "other_offers")


def is_shuttle(shuttle: Token, marked: MarkedReport) -> bool:
    """ "The mediator's shuttle between the capitals", "shuttle diplomacy"; no bus and no flight."""
    if lemma_of(shuttle) == "diplomacy":
        return any(child.lower_ == "shuttle" for child in shuttle.children)
    sides = prepositional_objects(shuttle, "between")
    owned = any(child.dep_ in {"poss", "amod", "compound"} and is_party(child, marked) for child in shuttle.children)
    return owned and len(sides) > 1


SPOKEN = {
    "shuttle": is_shuttle,
    "diplomacy": is_shuttle,
    "one": is_one_of_series,
    "talk": is_talk_with,
    "call": is_phone_call,
    "chat": is_phone_call,
    "offer": is_offer_told,
    "invitation": is_offer_told,
}


def has_sign(token: Token) -> bool:
    around = [other for other in token.sent if other != token and abs(other.i - token.i) <= NEAR]
    return any({other.lower_, lemma_of(other)} & word_set(KIND, "signs") for other in around)


def governor_of(noun: Token) -> Token:
    """The nearest verb over the noun; the noun itself in a sentence without one."""
    described = told_in_clause(noun)
    if described is not None:
        return described
    verb = next((up for up in noun.ancestors if up.pos_ in VERBAL), noun)
    verb = main_verb_behind(verb)
    return first_verb_of_subject(noun, verb) or verb


def told_in_clause(noun: Token) -> Token | None:
    """ "A communique on the talks which were held in Ashgabat": the clause tells it."""
    top = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if top.dep_ != "pobj":
        return None
    of_news = top.head.lower_ == "of" and top.head.head.lower_ in word_set(KIND, "news_of")
    if not of_news and top.head.lower_ not in {"on", "about"} and top.head.head.lemma_ != "reference":
        return None
    around = (
        noun,
        top,
        *(prepositional_objects(noun, "between", "with") if of_news else ()),
    )  # where the parse hangs it
    clauses = (child for one in around for child in one.children if child.dep_ == "relcl")
    return next((one for one in clauses if one.lemma_ in word_set(KIND, "opening_talks") or took_place(one)), None)


def took_place(clause: Token) -> bool:
    """ "The meeting, which took place in X"."""
    return clause.lemma_ == "take" and any(child.lower_ == "place" for child in clause.children)


def main_verb_behind(verb: Token) -> Token:
    """ "A summit planned for Sunday was cancelled": the parse takes the participle for the sentence's verb."""
    if verb.tag_ not in {"VBD", "VBN"} or any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return verb
    if any(child.dep_ == "cc" for child in verb.children):
        return verb
    behind = (child for child in verb.rights if child.dep_ in {"ccomp", "conj"} and child.pos_ in VERBAL)
    return next((child for child in behind if has_aux_without_subject(child)), verb)


def has_aux_without_subject(verb: Token) -> bool:
    roles = {child.dep_ for child in verb.children}
    return bool(roles & {"aux", "auxpass"}) and not roles & {"nsubj", "nsubjpass", "mark", "cc"}


def hidden_verb(subject: Token, verb: Token) -> Token | None:
    """ "The talks, which focused on ports, ended, but the parties said": the verb before the other subject."""
    others = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"} and child.i > subject.i]
    if not others:
        return None
    between = subject.doc[subject.i + 1 : others[0].left_edge.i]
    return next((token for token in between if token.tag_ in {"VBD", "VBZ"} and is_without_subject(token)), None)


def is_without_subject(verb: Token) -> bool:
    return not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children) and verb.dep_ not in {
        "aux",
        "auxpass",
    }


def first_verb_of_subject(noun: Token, verb: Token) -> Token | None:
    """ "The talks ended without a deal, but the parties said": the parse gives the subject to the second verb."""
    top = noun.head.head if noun.head.lower_ == "of" else noun  # "nine days of haggling"
    if top.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    hidden = hidden_verb(top, verb)
    if hidden is not None:
        return hidden
    bare = [
        token
        for token in verb.lefts
        if token.pos_ in VERBAL and token.i > noun.i and token.dep_ not in {"aux", "auxpass", "advcl", "acl", "relcl"}
    ]
    return next((token for token in bare if not any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)), None)
