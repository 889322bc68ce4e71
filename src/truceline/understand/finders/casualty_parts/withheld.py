"""Silence about figures: "has yet to disclose military losses" is a claim without a figure, never a zero."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from truceline.model.claims.casualties import Harm
from truceline.model.missing import Missing
from truceline.understand.finders.casualty_parts.harm_words import harm_named, harm_of_subject, word_set
from truceline.understand.finders.casualty_parts.people import is_person
from truceline.understand.grammar import has_no, is_negated, prepositional_objects, subjects, words_after, words_before
from truceline.understand.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Withheld:
    """``noun``: what is kept back (losses, "how many"); ``holder``: who keeps it back."""

    verb: Token
    noun: Token
    harm: Harm
    holder: Token | None
    start: int
    end: int
    reason: Missing = "withheld"


def withheld_in(sentence: Span) -> Iterator[Withheld]:
    if not sentence.forms & silent_words():
        return
    for word in sentence:
        found = untold(word) or kept_secret(word) or silence(word) or unknown(word)
        if found is not None:
            yield found


@lru_cache(maxsize=1)
def silent_words() -> frozenset[str]:
    """Without one of these nothing is withheld."""
    return word_set("disclosing") | word_set("silent") | word_set("secret") | {"many", "mention", "word"}


def untold(verb: Token) -> Withheld | None:
    """ "did not disclose its losses", "would not say how many had died", "gave no toll"."""
    if verb.low_lemma not in word_set("disclosing") or verb.pos_ != "VERB":
        return None
    silent = is_silent(verb)
    if not silent and word_set("kept_figures").isdisjoint(verb.sent.forms):
        return None
    noun = next((child for child in verb.subtree if child.i > verb.i and is_kept(child, silent)), None)
    if noun is not None and noun.dep_ == "compound" and noun.head.low_lemma in word_set("kept_figures"):
        noun = noun.head  # "a death toll"
    nearer = (up for up in noun.ancestors if verb in up.ancestors) if noun is not None else ()
    if any(up.pos_ == "VERB" and up.low_lemma in word_set("disclosing") for up in nearer):
        return None  # "he said; he gave no figure": told by the verb below
    return kept(verb, noun) if noun is not None else None


def is_kept(token: Token, silent: bool) -> bool:
    if any(child.like_num for child in token.children):
        return False
    if is_how_many(token):
        return silent and harm_asked(token) is not None
    if token.low_lemma in word_set("kept_figures") and has_no(token):
        return figure_harm(token) is not None
    return silent and is_figure(token)


def kept_secret(word: Token) -> Withheld | None:
    """ "keeps its losses secret", "losses are a state secret", "casualty figures remain classified"."""
    if word.lower_ not in word_set("secret"):
        return None
    verb = next((up for up in word.ancestors if up.pos_ in {"VERB", "AUX"}), word)
    noun = next((child for child in verb.subtree if child.i != word.i and is_figure(child)), None)
    return kept(verb, noun) if noun is not None and not is_negated(verb) else None


def silence(word: Token) -> Withheld | None:
    """ "has kept silent about its own dead", "made no mention of casualties", "no word from Khartoum on its losses"."""
    sender = next(iter(prepositional_objects(word, "from")), None) if word.lower_ == "word" else None
    unsaid = (word.lower_ == "mention" or sender is not None) and has_no(word)
    if word.lower_ not in word_set("silent") and not unsaid:
        return None
    behind = (child for child in (*word.subtree, *word.head.subtree) if child.i > word.i and is_figure(child))
    noun = next(behind, None)
    if noun is None:
        return None
    found = kept(word.head if word.head.pos_ in {"VERB", "AUX"} else word, noun)
    return replace(found, holder=sender) if sender is not None else found


def unknown(many: Token) -> Withheld | None:
    """ "how many soldiers died is anyone's guess", "nobody knows how many were killed"."""
    if not is_how_many(many) or harm_asked(many) is None:
        return None
    verb = harm_clause(many)
    near = {word.lower_ for word in verb.sent if abs(word.i - verb.i) < 12}
    unsaid = next((up for up in verb.ancestors if up.low_lemma in word_set("ascertaining") and is_silent(up)), None)
    if unsaid is not None and unsaid.low_lemma in word_set("disclosing") - {"confirm", "count"}:
        return None  # "would not say how many": kept back
    if unsaid is None and not near & word_set("unknown"):
        return None
    return replace(kept(unsaid or verb, many), holder=None, reason="unclear")


def is_how_many(many: Token) -> bool:
    return many.lower_ == "many" and any(word.lower_ == "how" for word in words_before(many.doc, many.i, 1))


def kept(verb: Token, noun: Token) -> Withheld:
    governor = verb.head if verb.dep_ in {"xcomp", "pcomp"} and verb.head.i < verb.i else verb
    first = min(governor.idx, noun.idx, verb.idx)
    last = harm_clause(noun) if noun.lower_ == "many" else noun
    end = max(last.idx + len(last), verb.idx + len(verb))
    return Withheld(verb, noun, harm_kept(noun), holder_of(verb), first, end)


def holder_of(verb: Token) -> Token | None:
    own = subjects(verb) or [token for up in verb.ancestors for token in subjects(up)][:1]
    return own[0] if own else None


def harm_kept(noun: Token) -> Harm:
    if noun.lower_ == "own":
        return "losses"
    if noun.lower_ == "many":
        return harm_asked(noun) or "casualties"
    if noun.low_lemma in word_set("kept_figures"):
        return figure_harm(noun) or "casualties"
    return harm_named(noun) or "casualties"


def figure_harm(noun: Token) -> Harm | None:
    """ "no death toll", "no figure for its dead", "the number of casualties", "no figures of its own".

    A bare toll is of the dead.
    """
    around = (*noun.subtree, *words_after(noun.doc, noun.i + 1, 5))
    for token in around:
        harm = harm_named(token)
        if harm is not None and token != noun:
            return harm
    if any(token.lower_ == "own" for token in around):
        return "losses"
    if any(is_person(one) for one in prepositional_objects(noun, "for")) and speaks_of_losses(noun.sent):
        return "casualties"  # "the army lost 22 men; he gave no figure for civilians"
    return "killed" if noun.low_lemma == "toll" else None


def speaks_of_losses(sentence: Span) -> bool:
    return any(harm_named(word) is not None or word.base in {"lose", "kill", "die"} for word in sentence)


def harm_clause(many: Token) -> Token:
    """The verb of "how many of its fighters had died"."""
    return next((up for up in many.ancestors if up.pos_ == "VERB"), many)


def harm_asked(many: Token) -> Harm | None:
    verb = harm_clause(many)
    people = many.head == verb or any(is_person(token) for token in (many.head, *many.subtree))
    lost = verb.lemma_ == "lose" and people  # "how many it had lost"
    return "killed" if lost else harm_of_subject(verb)


def is_figure(token: Token) -> bool:
    lemma = token.low_lemma
    if token.lower_ == "own" and token.dep_ == "dobj":
        return any(word.low_lemma in word_set("figures") or word.lower_ in {"killed", "dead"} for word in token.sent)
    if lemma in word_set("kept_figures") - {"toll"}:
        return token.pos_ == "NOUN" and figure_harm(token) is not None
    return lemma in word_set("figures") and token.pos_ in {"NOUN", "ADJ"} and not is_of_ground(token)


def is_of_ground(token: Token) -> bool:
    """ "The loss of the town": no people."""
    lost = prepositional_objects(token, "of") if token.low_lemma == "loss" else []
    return bool(lost) and not any(is_person(one) or one.lower_ == "own" for one in lost)


def is_silent(verb: Token) -> bool:
    """Not, never, neither side, yet to, declined to, without saying."""
    if is_negated(verb) or any(child.lower_ in {"never", "neither", "longer"} for child in verb.children):
        return True
    of_none = [inner.lower_ for child in verb.children if child.dep_ == "nsubj" for inner in (child, *child.children)]
    if {"neither", "none"} & set(of_none):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    governor = verb.head if verb.dep_ in {"xcomp", "pcomp"} else None
    if governor is None:
        return False
    if governor.lemma_ == "have" and any(token.lower_ == "yet" for token in governor.children):
        return True
    return governor.lemma_ in word_set("not_telling")
