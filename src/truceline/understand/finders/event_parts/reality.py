"""Whether a verb or a noun tells a deed that was done: not a state, a wish, a fear or an aim."""

from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.clause_parts.rehearsal import is_rehearsed
from truceline.understand.finders.clause_parts.texts import is_said_by_text, is_text
from truceline.understand.finders.clause_parts.when import is_called_for_day
from truceline.understand.finders.event_parts.clauses import is_conditional, is_future, is_only_intended, is_wished
from truceline.understand.finders.event_parts.deed_nouns import event_of_noun, whole_of
from truceline.understand.finders.event_parts.nobody import has_nobody, is_flight, is_of_the_dead
from truceline.understand.finders.event_parts.speech_acts import is_inside_speech_act
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.finders.event_parts.triggers import trigger_of
from truceline.understand.finders.event_parts.undone import is_habit, is_undone
from truceline.understand.grammar import (
    SUBJECTS,
    auxiliaries,
    by_agents,
    has_no,
    is_called_untrue,
    is_joined_to_name,
    is_negated,
    is_only_near,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

DEEDS: frozenset[PloverEvent] = frozenset({"ASSAULT", "COERCE", "RETREAT"})
ASKED: frozenset[PloverEvent] = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "RETREAT", "CONCEDE"})
OF_THE_LIVING: frozenset[PloverEvent] = frozenset({"ASSAULT", "COERCE", "CONSULT", "MOBILIZE"})
TOLD_ANYWAY: frozenset[PloverEvent] = frozenset({"ASSAULT", "COERCE", "CONSULT"})


def is_only_named(event: PloverEvent, verb: Token) -> bool:
    """ "Accused it of backing the rebels", "efforts toward ending the war": violence is told all the same."""
    return (
        verb.dep_ == "pcomp"
        and verb.head.lower_ not in word_set("besides") | {"by"}
        and (event not in TOLD_ANYWAY and lemma_of(verb.head.head) not in word_set("succeeding"))
    )


def is_lasting(verb: Token) -> bool:
    """ "The land that it occupies", "troops encircled in X": how things stand, no deed."""
    if is_joined_to_name(verb) or is_done_there(verb):
        return True
    if lemma_of(verb) not in word_set("lasting"):
        return False
    as_it_is = verb.dep_ in {"acl", "amod"} or not {"is", "are", "remains", "remain"}.isdisjoint(verb.helpers)
    return verb.tag_ in {"VBZ", "VBP"} or (as_it_is and verb.tag_ == "VBN" and not by_agents(verb))


def is_done_there(verb: Token) -> bool:
    """ "Places where civilians gather": what is done there again and again."""
    return verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and any(child.lower_ == "where" for child in verb.lefts)


def is_aside(verb: Token) -> bool:
    """ "Had not pulled back as agreed", "as demanded by the mediators": what was to be, told of before."""
    bare = verb.tag_ in {"VBN", "VBD"} and verb.child_deps.isdisjoint({"nsubj", "nsubjpass", "aux", "auxpass", "dobj"})
    return bare and verb.i > verb.sent.start and verb.nbor(-1).lower_ == "as"


def is_described(verb: Token) -> bool:
    """ "The government, which they call a puppet": what it is called; or what a text says."""
    named = verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and verb.low_lemma in word_set("naming")
    return named or is_said_by_text(verb) or is_letter_of(verb) or is_at_its_head(verb) or is_way_of_speaking(verb)


def is_at_its_head(verb: Token) -> bool:
    """ "Helicopters flown by mercenaries", "who led the delegation", "the delegations were led by": who that is."""
    if lemma_of(verb) not in word_set("at_its_head") or any(c.lower_ in word_set("gone_from") for c in verb.rights):
        return False  # "were driven out of the town by the army"
    told_of = verb.dep_ == "acl" or is_passive(verb)
    leads = verb.dep_ == "relcl" and verb.low_lemma in word_set("heading")
    return leads or (told_of and verb.tag_ in {"VBN", "VBD"} and bool(by_agents(verb)))


def is_way_of_speaking(verb: Token) -> bool:
    """ "The governor, speaking to state radio, said": how it was said, no meeting."""
    said = (
        lemma_of(verb) in word_set("ways_of_speaking") and verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl", "dep"}
    )
    return said and SUBJECTS.isdisjoint(verb.child_deps) and not prepositional_objects(verb, "with")


def is_letter_of(verb: Token) -> bool:
    """ "In a communiqué signed by its secretary": whose word it is, no pact."""
    alone = len(by_agents(verb)) == 1 and verb.dep_ == "acl" and lemma_of(verb) == "sign"
    return alone and lemma_of(verb.head) in word_set("letters")


def is_unreal_verb(verb: Token, event: PloverEvent) -> bool:
    """Only conditional, wished or aimed at. A meeting that is planned is a promise to meet."""
    if is_aside(verb) or is_described(verb) or is_none_of_its_class(verb, event):
        return True
    if event in OF_THE_LIVING and is_of_the_dead(verb):
        return True
    if is_flight(verb) or is_only_near(verb) or is_called_untrue(verb) or (event != "REJECT" and has_nobody(verb)):
        return True
    if event in DEEDS and is_rehearsed(verb):
        return True
    if is_wished(verb) and not (event == "AGREE" and is_future(verb)):
        return True
    if is_undone(verb) or is_habit(event, verb):
        return True
    helpers = helpers_of(verb)
    if event == "AGREE" and helpers & {"must", "should"}:
        return True
    possible = bool(helpers & word_set("possible")) and "have" not in helpers
    imagined = verb.dep_ == "ccomp" and lemma_of(verb.head) in word_set("imagining")
    imagined = imagined or (verb.dep_ in {"acl", "ccomp"} and is_fear_that(verb.head))
    missed = {"could", "have"} <= helpers and event == "ASSAULT"  # "could have killed dozens"
    unsure = imagined or missed or (possible and event != "AGREE" and not (event == "REJECT" and is_negated(verb)))
    aim = is_only_intended(verb) and not is_resolved_on(verb, event)
    return unsure or aim or is_on_terms(verb, event) or is_conditional(verb)


def is_none_of_its_class(verb: Token, event: PloverEvent) -> bool:
    """A meeting called for a day to come is not held yet; a danger that somebody warns of is not his threat."""
    return is_called_for_day(verb) if event == "CONSULT" else event == "THREATEN" and is_word_of_risk(verb)


def is_word_of_risk(verb: Token) -> bool:
    """ "Warned the council that the country stood on the brink of war": what he sees coming, no threat of his."""
    if lemma_of(verb) not in word_set("words_of_risk"):
        return False
    told = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    if told is None or told.helpers or any(is_own(one) for one in subjects(told)):
        return False
    return lemma_of(told) in word_set("states_of_risk")


def is_own(subject: Token) -> bool:
    """ "Warned that it was ready to strike", "that its patience was not endless"."""
    return subject.pos_ == "PRON" or any(child.tag_ == "PRP$" for child in subject.children)


def is_fear_that(noun: Token) -> bool:
    """ "There were fears that they would reject it", "rumours that he had been arrested": nobody knows it."""
    feared = noun.pos_ == "NOUN" and lemma_of(noun) in word_set("imaginings")
    return feared and not (noun.base == "doubt" and has_no(noun))


def is_resolved_on(verb: Token, event: PloverEvent) -> bool:
    """ "Decided to halt all contacts with the junta": the decision is the refusal."""
    for_good = event in {"RETREAT", "CONCEDE"} and lemma_of(verb) in word_set("given_up_for_good")
    kind = event in {"REJECT", "SANCTION"} or for_good
    if kind and verb.dep_ == "acl" and lemma_of(verb.head) in word_set("decisions"):
        return True  # "the decision by the rebels to boycott the talks"
    firm = kind and verb.dep_ == "xcomp" and lemma_of(verb.head) in word_set("deciding")
    return firm and verb.head.tag_ in {"VBD", "VBN"} and not is_negated(verb.head)


def is_on_terms(verb: Token, event: PloverEvent) -> bool:
    """ "Would be rushed there if need be", "will withdraw only if they do": not done; a threat is told all the same."""
    if event in {"THREATEN", "AGREE", "REQUEST", "REJECT"} or not helpers_of(verb) & {"will", "would", "'ll", "’ll"}:
        return False
    terms = (word.lower_ for child in verb.children if child.dep_ == "advcl" for word in child.children)
    return bool({"if", "unless"} & set(terms)) or is_only_then(verb) or is_term_of_text(verb)


def is_only_then(verb: Token) -> bool:
    """ "Would be let through only when the rebels leave", "will be lifted only after they do", "once they have"."""
    if "only" not in verb.sent.forms:
        return False
    opening = [word for child in verb.rights if child.dep_ in {"advcl", "prep"} for word in (child, *child.lefts)]
    then = [word for word in opening if word.lower_ in {"when", "once", "after"}]
    return any(word.nbor(-1).lower_ == "only" for word in then) or (
        bool(then) and any(child.lower_ == "only" for child in verb.lefts)
    )


def is_term_of_text(verb: Token) -> bool:
    """ "Under it, troops would leave in 135 days", "under the draft, each side would free 50": terms, no promise."""
    terms = prepositional_objects(verb, "under")
    return any(term.lower_ == "it" or is_text(term) for term in terms)


def helpers_of(verb: Token) -> frozenset[str]:
    """ "Should stop the unrest and support the plan": a bare verb shares the auxiliary of the one before."""
    own = auxiliaries(verb)
    shares = not own and verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB"
    return helpers_of(verb.head) if shares else own


def is_only_planned(noun: Token) -> bool:
    """ "A dialogue pencilled in for Monday", "the talks scheduled for June", "the planned summit": not yet held."""
    told = (child for child in noun.children if child.dep_ in {"acl", "amod"} and child.tag_ in {"VBN", "VBD", "JJ"})
    return any(child.low_lemma in word_set("planned") or child.lower_ in word_set("planned") for child in told)


def is_told_behind(noun: Token, governor: Token) -> bool:
    """ "Suspended the truce after a raid in X": what stands behind "after" was done, whatever the act it led to."""
    steps = [up for up in (noun, *noun.ancestors) if up.dep_ == "pobj" and up.head.head == governor]
    return any(step.head.lower_ in word_set("behind_a_deed") for step in steps) or is_since(noun)


def is_since(noun: Token) -> bool:
    """ "The first since the start of the strikes", "since the raid": it was done."""
    here = whole_of(noun)
    return here.dep_ == "pobj" and here.head.lower_ == "since"


def is_counted_in_days(noun: Token) -> bool:
    """ "Ended six days of fighting": it had gone on so long, whatever ended it."""
    whole = whole_of(noun)
    counted = whole.lemma_ in word_set("spans_of_deeds")
    return counted and whole.head.tag_ in {"VBD", "VBN", "VBZ"}


def is_carried_out(noun: Token) -> bool:
    """ "The withdrawal of the army was completed": done, though "to complete a withdrawal" is an act of its own."""
    return noun.dep_ == "nsubjpass" and lemma_of(noun.head) in listed("territory", "under_way")


def is_unreal(noun: Token, marked: MarkedReport) -> bool:
    """Asked for, threatened, feared, or named only to be stopped."""
    governor = next((up for up in noun.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    if is_rehearsed(noun) or is_only_planned(whole_of(noun)) or is_only_awaited(noun) or is_looming(noun):
        return True
    if governor is None or is_answered(noun):
        return False
    trigger = trigger_of(governor, marked)
    its_own = noun.dep_ == "nsubj" and noun.head == governor  # "talks between A and B ended without agreement"
    its_own = its_own or is_counted_in_days(noun) or is_carried_out(noun)
    asked = trigger is not None and trigger.event in ASKED and not is_told_behind(noun, governor)
    if asked and not its_own:
        return True
    if lemma_of(governor) in word_set("forbidding") and noun in governor.subtree and noun.i > governor.i:
        return True
    put_off = lemma_of(governor) in word_set("put_off")
    if put_off and (whole_of(noun).dep_ == "nsubjpass" or (noun.dep_ == "nsubj" and lemma_of(governor) == "slip")):
        return True  # "the clash between the two clubs was postponed", "their disarmament slips to June"
    if is_only_intended(governor) and (event_of_noun(noun) == "CONSULT" or is_inside_speech_act(governor, marked)):
        return True
    if noun.dep_ == "nsubj" and auxiliaries(governor) & word_set("possible"):
        return True  # "the offensive could take months"
    return is_conditional(noun) or is_done_under(noun, governor)


def is_looming(noun: Token) -> bool:
    """ "An attack on the town was imminent"."""
    be = noun.head
    said = [child.lower_ for child in be.rights if child.dep_ == "acomp"] if be.lemma_ in {"be", "seem", "look"} else []
    return noun.dep_ == "nsubj" and not word_set("looming").isdisjoint(said)


def is_answered(noun: Token) -> bool:
    """ "Vowed to avenge an attack", "will investigate the raid": it was done before."""
    step = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in {"for", "to", "into", "over"} else noun
    known = any(child.lower_ == "the" for child in noun.lefts) and not prepositional_objects(noun, "by")
    return not known and (step != noun or noun.dep_ == "dobj") and lemma_of(step.head) in word_set("answering")


def is_only_awaited(noun: Token) -> bool:
    """ "Residents fear an attack", "is bracing for an assault", "to prevent a raid": it has not come."""
    whole = whole_of(noun)
    step = whole.head if whole.dep_ == "pobj" and whole.head.lower_ in {"for", "of", "against"} else whole
    if whole.dep_ != "dobj" and step == whole:
        return False
    return lemma_of(step.head) in word_set("awaiting")


def is_done_under(noun: Token, governor: Token) -> bool:
    """Under a wish, a denial or what is to come, unless it is told by "since"."""
    if is_since(noun):
        return False
    return is_wished(governor) or is_negated(governor) or is_future(governor)
