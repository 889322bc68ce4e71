"""How long a truce held, where that tells that it is over: "lasted barely two days", "held until the army attacked"."""

from truceline.understand.finders.ceasefire_parts.governors import Told, Verdict, is_condition, is_denied
from truceline.understand.finders.ceasefire_parts.mentions import TruceMention
from truceline.understand.finders.ceasefire_parts.relations import VERBS
from truceline.understand.finders.ceasefire_parts.truce_words import has_lemma, word_set
from truceline.understand.grammar import auxiliaries, by_agents, direct_objects, is_passive, subjects, words_after
from truceline.understand.tokens import Token

UNTIL = frozenset({"until", "till", "before"})
NEAR = 8  # tokens from the verb of lasting to "until", and from there to "when"


def short_lived(mention: TruceMention) -> Told | None:
    """ "lasted barely two days", "held for less than a week": told to be over."""
    clauses = (child for child in mention.head.children if child.dep_ == "relcl")
    verb = mention.head.head if mention.head.dep_ == "nsubj" else next(clauses, mention.head)
    lasting = verb.low_lemma in word_set("lasting_does") and verb.pos_ in VERBS
    if not lasting or is_condition(verb) or auxiliaries(verb) & word_set("modals"):
        return None
    near = {word.lower_ for word in words_after(verb.doc, verb.i + 1, 5)} | {child.lower_ for child in verb.children}
    brief = near & word_set("barely") and any(word.ent_type_ in {"DATE", "TIME"} for word in verb.subtree)
    if brief or near & {"hour", "hours", "minutes"}:
        return Verdict("collapsed", verb), verb, "short-lived"
    return None


def held_until(mention: TruceMention) -> Told | None:
    """ "had largely held until the army resumed operations", "held until Sunday, when gunmen ambushed a patrol"."""
    verb = verb_of_lasting(mention.head)
    deed = deed_that_ended(verb) if verb is not None else None
    if verb is None or deed is None or is_denied(deed):
        return None
    doers = by_agents(deed) if is_passive(deed) else subjects(deed)
    if fights(deed, doers):
        return Verdict("collapsed", deed, factuality="CT+"), deed, "held-until-fighting"
    strikes = has_lemma(deed, "violence") or (has_lemma(deed, "going_on") and any(map(is_fight, direct_objects(deed))))
    if not strikes:
        return None
    return Verdict("violated", deed, tuple(doers), factuality="CT+"), deed, "held-until-broken"


def made_longer(mention: TruceMention) -> Told | None:
    """ "The truce, which was to lapse on Sunday, will remain in force until May", "will run for another six weeks"."""
    verb = mention.head.head if mention.head.dep_ == "nsubj" else None
    if verb is None or is_denied(verb) or is_condition(verb):
        return None
    meant = next((child for child in verb.children if child.dep_ == "xcomp" and verb.lemma_ == "be"), verb)
    to_come = meant != verb or not verb.helpers.isdisjoint({"will", "would", "shall", "'ll", "’ll"})
    if not to_come or not has_lemma(meant, "lasting_on") or auxiliaries(verb) & {"may", "might", "could", "can"}:
        return None
    longer = (word for word in meant.subtree if word.i > meant.i and word.lower_ in word_set("more_time"))
    if was_to_end(mention.head) or any(word.head.ent_type_ in {"DATE", "TIME"} for word in longer):
        return Verdict("extended", verb, factuality="CT+"), meant, "made-longer"
    return None


def was_to_end(truce: Token) -> bool:
    """ "Which was to lapse on Sunday", "due to expire at midnight", "that would have run out on Friday"."""
    for clause in truce.children:
        if clause.dep_ not in {"relcl", "acl", "amod", "advcl", "appos"} or clause.i < truce.i:
            continue
        ends = [word for word in clause.subtree if has_lemma(word, "running_out") and word.pos_ in VERBS]
        if any(not word.helpers.isdisjoint({"to", "would"}) for word in ends):
            return True
    return False


def verb_of_lasting(head: Token) -> Token | None:
    """What the truce did; behind "The truce held until" the parse may take the verb for a participle."""
    verb = head.head if head.dep_ == "nsubj" else next((one for one in head.children if one.dep_ == "acl"), None)
    if verb is None or verb.pos_ not in VERBS or verb.tag_ not in {"VBD", "VBN"} or verb.i < head.i:
        return None
    lasting = verb.low_lemma in word_set("lasting_does")
    return (
        verb
        if lasting and not auxiliaries(verb) & (word_set("modals") | {"has", "have"}) and not is_denied(verb)
        else None
    )


def deed_that_ended(verb: Token) -> Token | None:
    """The verb behind "until" or behind "until that day, when"."""
    until = next((word for word in words_after(verb.doc, verb.i + 1, NEAR) if word.lower_ in UNTIL), None)
    if until is None or until.sent != verb.sent:
        return None
    if until.dep_ == "mark":
        return until.head
    when = next((word for word in words_after(verb.doc, until.i + 1, NEAR) if word.lower_ == "when"), None)
    return when.head if when is not None and when.sent == verb.sent and when.head.pos_ in VERBS else None


def fights(verb: Token, doers: list[Token]) -> bool:
    """ "Fighting broke out", "clashes resumed"."""
    begins = has_lemma(verb, "resuming") or has_lemma(verb, "violence")
    return begins and any(map(is_fight, doers))


def is_fight(noun: Token) -> bool:
    if noun.low_lemma == "round":
        return any(has_lemma(child, "stopping_things") for child in noun.lefts)  # "mortar rounds"
    return has_lemma(noun, "fighting") or has_lemma(noun, "stopping_things") or has_lemma(noun, "falling_silent")
