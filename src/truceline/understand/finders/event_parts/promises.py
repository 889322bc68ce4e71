"""What the class becomes when the clause is negated or still to come: a refusal, a promise or a threat."""

from truceline.model.actor import Actor
from truceline.model.claim import AuxMode
from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.phrases import lemma_of, says
from truceline.understand.finders.clause_parts.phrases import word_set as position_words
from truceline.understand.finders.event_parts.clauses import is_future
from truceline.understand.finders.event_parts.nobody import has_nobody
from truceline.understand.finders.event_parts.trigger_words import named_list, word_set
from truceline.understand.finders.position_parts.will import is_inaction
from truceline.understand.grammar import auxiliaries, is_done_by_nobody, is_negated, is_passive
from truceline.understand.tokens import Token

MONITORS = frozenset({"IGO", "NGO", "MED", "CVL", "JRN", "REF"})


def may_threaten(actor: Actor) -> bool:
    """Aid agencies, monitors and doctors warn of dangers; a party warns of what it will do."""
    return actor.sector not in MONITORS and actor.kind not in {"igo", "ngo", "media", "civilians"}


def as_told(event: PloverEvent | None, verb: Token) -> PloverEvent | None:
    """What the class becomes when the clause is negated or still to come; null where no event is left."""
    if event in {"THREATEN", "AGREE"} and says(verb, "positions", "vows") and (kept := kept_from(verb)) is not None:
        return as_kept_from(event, kept)
    if is_negated(verb) and auxiliaries(verb) & word_set("willed") and is_inaction(verb):
        return "THREATEN"  # "would not stand idly by"
    if event == "REJECT" and lemma_of(verb) in position_words("positions", "willing"):
        return "REJECT"  # "does not intend to abdicate"
    if event == "AGREE" and is_negated(verb) and is_over_facts(verb):
        return None
    if is_negated(verb) or is_done_by_nobody(verb):
        return "REJECT" if is_refusal(event, verb) or is_unready(event, verb) else None
    if event in {"CONSULT", "AGREE"} and is_future(verb) and has_nobody(verb):
        return "REJECT"  # "will hold no more dialogue"
    if event is None:
        return "THREATEN" if is_future(verb) and may_be_threat(verb) else None
    return as_promised(event, verb) if is_future(verb) else event


def is_over_facts(verb: Token) -> bool:
    """ "Do not agree on how many people died", "on the toll": neither turns anything down."""
    steps = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ in {"on", "over", "about"}]
    over = [child for step in steps for child in step.rights if child.dep_ in {"pobj", "pcomp"}]
    asked = any(one.dep_ == "pcomp" and one.left_edge.tag_ in {"WRB", "WP", "WDT"} for one in over)
    return asked or any(lemma_of(one) in word_set("matters_of_fact") for one in over)


def is_time_to_think(verb: Token) -> bool:
    """ "Gave them until August to study it": no ultimatum."""
    given = [child for child in verb.subtree if child.tag_ == "VB" and child.i > verb.i]
    return lemma_of(verb) == "give" and any(
        lemma_of(word) in position_words("positions", "pondering") for word in given
    )


def may_be_threat(verb: Token) -> bool:
    """ "Will strike", "will continue to pursue them"; "will continue to support it" threatens nobody."""
    if lemma_of(verb) not in word_set("threat_verbs"):
        return False
    if lemma_of(verb) not in word_set("lasting_verbs"):
        return True
    harms = word_set("threat_verbs") | word_set("violent_verbs")
    below = [child for child in verb.children if child.dep_ in {"xcomp", "dobj", "prep"}]
    below += [obj for child in below if child.dep_ == "prep" for obj in child.children]
    return any(lemma_of(child) in harms or lemma_of(child) in named_list("ASSAULT", "hostilities") for child in below)


def as_promised(event: PloverEvent, verb: Token) -> PloverEvent | None:
    """What an act still to come is now: help promised, harm threatened; a defence announced is neither."""
    if event in word_set("future_to_agree"):
        return "AGREE"
    accusing = event == "ACCUSE" and lemma_of(verb) in word_set("threat_verbs")  # "will hold them responsible"
    if accusing or event in word_set("future_to_threaten"):
        described = verb.dep_ == "relcl" or lemma_of(verb) in word_set("defensive")
        return None if described else "THREATEN"  # "the force which will carry out the raid" threatens nobody
    return "CONCEDE" if event == "RETREAT" else event


def is_unready(event: PloverEvent | None, verb: Token) -> bool:
    """ "Are not ready to negotiate", "was not willing to leave"."""
    states = [child for child in verb.rights if child.dep_ == "acomp"] if event == "AGREE" else []
    return any(lemma_of(state) in position_words("positions", "ready") for state in states)


def kept_from(verb: Token) -> Token | None:
    """ "Vowed never to sit down with them", "promised not to attack": what will not be done."""
    return next((child for child in verb.children if child.dep_ == "xcomp" and is_negated(child)), None)


def as_kept_from(event: PloverEvent, kept: Token) -> PloverEvent:
    """Not to harm is promised; not to give way is refused."""
    if lemma_of(kept) in position_words("positions", "harmful") or says(kept, "positions", "refusal"):
        return "AGREE"
    return "REJECT" if event == "THREATEN" or lemma_of(kept) in word_set("refusable") else event


def is_refusal(event: PloverEvent | None, verb: Token) -> bool:
    """ "Will not lift the ban", "cannot accept": somebody's will. "Did not attend" needs a word that tells an event."""
    willed = bool(auxiliaries(verb) & {"will", "would", "wo", "'ll", "can", "ca", "shall"})
    willed = willed or ("could" in auxiliaries(verb) and lemma_of(verb) in word_set("acceptable"))
    acted = event is not None and bool(auxiliaries(verb) & {"do", "does", "did"})
    return lemma_of(verb) in word_set("refusable") and (willed or acted) and not is_passive(verb)


def aux_of(event: PloverEvent, verb: Token) -> AuxMode | None:
    return "future" if is_future(verb) and event not in {"AGREE", "THREATEN"} else None
