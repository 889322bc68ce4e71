"""None killed, nobody hurt: a nought that the report gives, which silence never is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from truceline.model.claims.casualties import Harm
from truceline.understand.finders.casualty_parts.harm_words import harm_done, harm_of_subject, noun_harms, word_set
from truceline.understand.finders.casualty_parts.people import is_person
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.grammar import has_no, is_negated, is_passive, prepositional_objects, subjects, words_before
from truceline.understand.tokens import Span, Token

ANYBODY = frozenset({"any", "anyone", "anybody"})
DONE_TO_NOBODY = frozenset({"killed", "injured"})
COMPARED = frozenset({"fewer", "more", "less"})  # "no fewer than 176" is a floor


@dataclass(frozen=True, slots=True)
class Denied:
    """``whom``: those of whom none was harmed ("none of its soldiers"), where they are named."""

    harm: Harm
    teller: Token
    start: Token
    whom: Token | None = None


def denied_in(sentence: Span) -> Iterator[Denied]:
    if not sentence.forms & denying():
        return
    for token in sentence:
        found = nobody_harmed(token) or no_casualties(token) or without_harming(token)
        found = found or left_unhurt(token) or not_one_lost(token)
        if found is not None:
            yield found


@lru_cache(maxsize=1)
def denying() -> frozenset[str]:
    """Without one of these nothing is denied."""
    return word_set("denying") | word_set("unhurt")


def nobody_harmed(token: Token) -> Denied | None:
    """ "no one was injured", "none of its soldiers was hurt", "no civilians were killed", "hurt nobody"."""
    if token.dep_ == "dobj" and is_nobody(token) and not is_negated(token.head):
        harm = harm_done(token.head)
        return Denied(harm, token.head, token.head, members_of(token)) if harm in DONE_TO_NOBODY else None
    if token.dep_ not in {"nsubj", "nsubjpass"} or not is_nobody(token):
        return None
    lost = token.head.low_lemma == "lose" and is_passive(token.head)
    harm = "killed" if lost else "casualties" if is_unharmed(token.head) else harm_of_subject(token.head)
    if harm not in {"killed", "injured", "missing", "captured", "displaced", "casualties"}:
        return None
    return Denied(harm, token.head, token.left_edge, members_of(token))


def is_unharmed(verb: Token) -> bool:
    """ "No civilians were harmed": neither killed nor hurt."""
    return verb.low_lemma == "harm" and is_passive(verb)


def is_nobody(token: Token) -> bool:
    if token.lower_ in {"nobody", "none"} or (token.lower_ == "neither" and token.pos_ == "PRON"):
        return True
    if is_not_one(token):
        return True
    if token.lower_ in ANYBODY or any(child.lower_ == "any" for child in token.children):
        return is_denied(token.head) and (token.lower_ in ANYBODY or is_person(token))
    has_no = any(child.lower_ == "no" and token.doc[child.i + 1].lower_ not in COMPARED for child in token.children)
    return has_no and (token.lower_ == "one" or is_person(token) or token.lower_ == "forces")


def is_denied(verb: Token) -> bool:
    """ "Denied that any of its men had died"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in listed("modality", "denials")


def is_not_one(noun: Token) -> bool:
    """ "Not a single soldier", "not one of the soldiers"."""
    words = [word.lower_ for word in words_before(noun.doc, noun.i, 3)]
    if noun.lower_ == "one":
        return words[-1:] == ["not"]
    return is_person(noun) and (words[-3:] == ["not", "a", "single"] or words[-2:] in (["not", "one"], ["not", "a"]))


def not_one_lost(token: Token) -> Denied | None:
    """ "Had not lost a single man", "without losing even one of its men"."""
    alone = token.dep_ == "dobj" and (is_single_person(token) or is_even_one(token))
    verb = token.head
    if not alone or not (is_negated(verb) or (verb.dep_ == "pcomp" and verb.head.lower_ == "without")):
        return None
    harm = "killed" if verb.low_lemma == "lose" else harm_done(verb)
    return Denied(harm, verb, token, members_of(token) or token) if harm is not None else None


def is_single_person(token: Token) -> bool:
    return is_person(token) and any(child.lower_ == "single" for child in token.children)


def is_even_one(token: Token) -> bool:
    """ "Even one of our lads", "even one soldier", "so much as one man"."""
    one = token if token.lower_ == "one" else next((child for child in token.children if child.lower_ == "one"), None)
    whom = members_of(token)
    if one is None or whom is None or not is_person(whom):
        return False
    before = [word.lower_ for word in words_before(one.doc, one.i, 1)]
    return before in (["even"], ["as"])


def members_of(token: Token) -> Token | None:
    if is_person(token) or token.lower_ == "forces":
        return token
    inner = (obj for child in token.children if child.lower_ == "of" for obj in child.children if obj.dep_ == "pobj")
    return next(inner, None)


def no_casualties(token: Token) -> Denied | None:
    """ "no casualties were reported", "caused panic but no deaths", "did not cause any injuries"."""
    harm = "casualties" if token.low_lemma == "victim" else noun_harms().get(token.low_lemma)
    if token.low_lemma == "life" and token.dep_ == "dobj" and token.head.low_lemma in word_set("life_taken"):
        return Denied("killed", token, token.left_edge) if has_no(token) else None
    if harm is None or token.pos_ != "NOUN":
        return None
    noun = token.head if token.dep_ == "conj" and token.head.dep_ in {"dobj", "attr"} else token
    step = noun.head if noun.dep_ == "pobj" else noun
    verb, without = step.head, without_before(noun)
    if not (has_no(token) or without or has_not_any(token, verb)):
        return None
    lives = any(whom.low_lemma == "life" for whom in prepositional_objects(token, "of"))
    harm = "killed" if harm == "losses" and lives else harm
    told = verb.low_lemma in word_set("telling_none") and (
        noun.dep_ in {"attr", "dobj", "nsubjpass", "nsubj"} or step.lower_ == "in"
    )
    return Denied(harm, token, without or token.left_edge) if told or without or token.dep_ == "ROOT" else None


def without_before(noun: Token) -> Token | None:
    """ "without casualties", "without causing casualties"."""
    above = noun.head if noun.head.low_lemma not in word_set("having_harm") else noun.head.head
    return above if above.lower_ == "without" else None


def has_not_any(noun: Token, verb: Token) -> bool:
    """ "did not cause any casualties"; "did not report any" keeps silent."""
    return (
        verb.low_lemma in word_set("having_harm")
        and is_negated(verb)
        and any(child.lower_ == "any" for child in noun.children)
    )


def left_unhurt(token: Token) -> Denied | None:
    """ "The consul escaped unhurt", "two nuns escaped injury", "neither X nor his wife was hurt"."""
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    state = next((child for child in token.children if child.lower_ in word_set("unhurt")), None)
    escaped = token.low_lemma == "escape" and any(child.low_lemma in word_set("unhurt_by") for child in token.children)
    spared = is_negated(token) and harm_of_subject(token) == "injured"
    for whom in subjects(token):
        neither = any(child.lower_ == "neither" for child in whom.children) and harm_of_subject(token) == "injured"
        named = whom.ent_type_ == "PERSON" or token.lemma_ != "be"  # "the envoy was unhurt" only sets him apart
        if ((state and named) or escaped or spared or neither) and is_someone(whom):
            return Denied("injured", state or token, whom.left_edge, whom)
    return None


def is_someone(whom: Token) -> bool:
    """A person, not a building that stands unharmed; not "many were not hurt"."""
    return whom.ent_type_ == "PERSON" or (is_person(whom) and whom.low_lemma not in {"one", "other"})


def without_harming(token: Token) -> Denied | None:
    """ "without hurting anyone"."""
    harm = harm_done(token) if token.dep_ == "pcomp" and token.head.lower_ == "without" else None
    if harm is None or is_passive(token) or not any(child.lower_ in word_set("nobody") for child in token.children):
        return None
    return Denied(harm, token, token.head)
