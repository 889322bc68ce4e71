"""Who did what to whom: PLOVER events from verbs and nouns that tell one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from truceline.knowledge.codebook import plover
from truceline.model.actor import Actor
from truceline.model.claim import AuxMode
from truceline.model.claims import EventFields
from truceline.model.claims.events import PloverEvent
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.event_parts.clauses import (
    clause_tokens,
    is_conditional,
    is_future,
    is_only_intended,
    is_wished,
    noun_tokens,
)
from truceline.understand.finders.event_parts.modes import contexts_of, mode_of
from truceline.understand.finders.event_parts.people import acting, is_acting_noun
from truceline.understand.finders.event_parts.roles import (
    distinct,
    noun_actors,
    noun_recipients,
    verb_actors,
    verb_recipients,
)
from truceline.understand.finders.event_parts.trigger_words import named_list, noun_triggers, word_set
from truceline.understand.finders.event_parts.triggers import has_truce_subject, trigger_of
from truceline.understand.finding import Finding
from truceline.understand.grammar import (
    SUBJECTS,
    auxiliaries,
    by_agents,
    is_negated,
    is_passive,
    prepositional_objects,
    subjects,
    trimmed,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

SPEECH_ACTS: frozenset[PloverEvent] = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"}
)
FINITE = frozenset({"VBD", "VBZ", "VBP"})
POSSIBLE = frozenset({"can", "could", "may", "might", "must", "should"})
VICTIMS_TELL = frozenset(
    {"murder", "massacre", "killing", "assassination", "abduction", "kidnapping", "execution", "shelling", "bombing"}
)
FALLEN_ON = frozenset(
    {"on", "in", "at", "near", "against", "around", "outside", "across", "over", "along", "targeting"}
)
BESIDES = frozenset({"after", "before", "since", "while", "upon", "following", "when"})
MONITORS = frozenset({"IGO", "NGO", "MED", "CVL", "JRN", "REF"})
TOLD_ANYWAY: frozenset[PloverEvent] = frozenset({"ASSAULT", "COERCE", "CONSULT"})
TALKED_OF: frozenset[PloverEvent] = frozenset(get_args(PloverEvent)) - {"ASSAULT"}
TWO_SIDED = frozenset({"clash", "fight", "battle", "skirmish", "firefight", "gunfight", "shootout"})
NEEDS_ACTOR: frozenset[PloverEvent] = SPEECH_ACTS | {"CONSULT", "MOBILIZE", "COOPERATE", "AID", "SANCTION", "COERCE"}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it stands in the words. ``tokens`` are its evidence, ``head`` the word that carries it."""

    event: PloverEvent
    head: Token
    tokens: list[Token]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    rule: str
    aux_mode: AuxMode | None = None


def find_events(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        if tells_of_elsewhere(sentence):
            continue
        nouns = list(told_by_nouns(sentence, marked))
        verbs = [event for event in told_by_verbs(sentence, marked) if not is_told_better(event, nouns)]
        for event in [*verbs, *(noun for noun in nouns if not is_told_within(noun, verbs))]:
            yield finding(event, sentence, marked)


def is_told_better(verb: Told, nouns: list[Told]) -> bool:
    """ "Clashes between A and B broke out": the noun knows whose they are."""
    return not verb.actors and any(
        noun.actors and noun.event == verb.event and noun.head in verb.tokens for noun in nouns
    )


def is_told_within(noun: Told, verbs: list[Told]) -> bool:
    """ "Carried out strikes": told by the verb; "condemned the raid by X" tells two deeds."""
    return any(noun.event in {verb.event, *TALKED_OF} for verb in verbs if noun.head in verb.tokens)


def tells_of_elsewhere(sentence: MarkedSentence) -> bool:
    """Sport, games, art: their attacks and strikers are no events."""
    elsewhere = word_set("elsewhere")
    return bool(sentence.span.forms & elsewhere) and any(token.low_lemma in elsewhere for token in sentence.span)


def told_by_verbs(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Told]:
    for verb in sentence.span:
        if verb.pos_ not in {"VERB", "AUX"} and verb.tag_ not in {"VBG", "VBN"}:
            continue
        trigger = trigger_of(verb, marked)
        event = as_told(trigger.event if trigger else None, verb)
        if (
            event is None
            or is_lasting(verb)
            or is_only_named(event, verb)
            or is_inside_speech_act(verb, marked)
            or is_unreal_verb(verb, event)
        ):
            continue
        actors, recipients = who_acts(verb, marked), verb_recipients(verb, marked)
        if event == "ASSAULT" and lemma_of(verb) in word_set("suffering"):
            actors, recipients = behind_the_fire(verb, marked), actors
        if not actors and verb.tag_ == "VBG":
            actors, recipients = noun_actors(verb, marked), noun_recipients(verb, marked)
        if not actors and not stands_without_actor(event, verb, recipients, marked):
            continue
        if event == "THREATEN" and lemma_of(verb) == "warn" and not any(may_threaten(actor) for actor in actors):
            continue
        if lemma_of(verb) in TWO_SIDED:
            actors, recipients = (*actors, *recipients), ()
        yield Told(event, verb, clause_tokens(verb), actors, recipients, f"verb {lemma_of(verb)}", aux_of(event, verb))


def who_acts(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """The subject; of a verb of saying that is joined to another, whoever the attribution names."""
    actors = verb_actors(verb, marked)
    if actors and verb.dep_ != "conj":
        return actors
    said = next((mark for mark in marked.speakers if mark.cue[0][0] <= verb.idx < mark.cue[-1][1]), None)
    return (said.actor,) if said is not None and said.actor is not None else actors


def behind_the_fire(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "Came under fire from Serb tanks": not who suffers it."""
    below = [token for token in verb.subtree if token.lower_ in {"from", "by"} and token.dep_ in {"prep", "agent"}]
    hands = [obj for token in below for obj in token.children if obj.dep_ == "pobj"]
    return distinct(actor for hand in hands for actor in acting(hand, marked))


def may_threaten(actor: Actor) -> bool:
    """Aid agencies, monitors and doctors warn of dangers; a party warns of what it will do."""
    return actor.sector not in MONITORS and actor.kind not in {"igo", "ngo", "media", "civilians"}


def is_only_named(event: PloverEvent, verb: Token) -> bool:
    """ "Accused it of backing the rebels", "efforts toward ending the war": violence is told all the same."""
    return verb.dep_ == "pcomp" and verb.head.lower_ not in BESIDES | {"by"} and event not in TOLD_ANYWAY


def is_lasting(verb: Token) -> bool:
    """ "The land that it occupies", "troops encircled in X": how things stand, no deed."""
    if lemma_of(verb) not in word_set("lasting"):
        return False
    return verb.tag_ in {"VBZ", "VBP"} or (verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN" and not by_agents(verb))


def is_unreal_verb(verb: Token, event: PloverEvent) -> bool:
    """Only conditional, wished or aimed at. A meeting that is planned is a promise to meet."""
    if is_wished(verb) and not (event == "AGREE" and is_future(verb)):
        return True
    possible = bool(auxiliaries(verb) & POSSIBLE) and "have" not in auxiliaries(verb)
    imagined = verb.dep_ == "ccomp" and lemma_of(verb.head) in word_set("imagining")
    unsure = imagined or (possible and event != "AGREE" and not (event == "REJECT" and is_negated(verb)))
    return unsure or is_conditional(verb) or is_only_intended(verb)


def stands_without_actor(event: PloverEvent, verb: Token, recipients: tuple[Actor, ...], marked: MarkedReport) -> bool:
    """ "A truce was agreed", "a meeting has been ruled out"; violence by what was hit or where, but not a bare toll."""
    if lemma_of(verb) in word_set("unaided"):
        return False  # "were displaced", "fighting has pushed thousands out"
    if event in {"CONCEDE", "REJECT"}:
        return is_passive(verb) or has_truce_subject(verb)
    if event in {"RETREAT", "COERCE"} and is_passive(verb):
        return bool(recipients)  # "forty were released", "the editor was arrested"
    if event == "MOBILIZE":
        return bool(recipients) and is_passive(verb)  # "500 more troops were deployed along the border"
    hands = by_agents(verb) if is_passive(verb) else subjects(verb)
    if event == "ASSAULT" and any(is_weapon_or_deed(hand) for hand in hands):
        return True  # "a shell hit the house", "shelling killed eleven", "hit by a rocket"
    if event in NEEDS_ACTOR or lemma_of(verb) in word_set("harm_only"):
        return False
    return is_violent_enough(verb, recipients, marked)


def is_weapon_or_deed(noun: Token) -> bool:
    weapons = word_set("instruments").union(named_list("ASSAULT", "projectiles"))
    return lemma_of(noun) in weapons or event_of_noun(noun) == "ASSAULT"


def is_inside_speech_act(verb: Token, marked: MarkedReport) -> bool:
    """ "urged them to withdraw" is one event, the request; "accused it of shelling" tells the shelling too."""
    if verb.dep_ not in {"xcomp", "ccomp", "pcomp", "conj", "advcl", "acl"} or is_clause_of_reason(verb):
        return False
    governor = next((up for up in verb.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    if governor is None or (verb.dep_ == "pcomp" and verb.head.lower_ in BESIDES):
        return False
    if verb.dep_ == "conj":
        bare = verb.tag_ not in FINITE or (verb.lower_ == lemma_of(verb) and not subjects_of_its_own(verb))
        return bare and is_inside_speech_act(governor, marked)
    if lemma_of(governor) in word_set("denying"):
        return True
    trigger = trigger_of(governor, marked)
    return trigger is not None and trigger.event in {"REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"}


def subjects_of_its_own(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def is_clause_of_reason(verb: Token) -> bool:
    """ "Called off because X stayed away", "as Y shelled": told beside the act, not asked for by it."""
    return verb.dep_ == "advcl" and (verb.tag_ in FINITE or any(child.dep_ == "mark" for child in verb.children))


def as_told(event: PloverEvent | None, verb: Token) -> PloverEvent | None:
    """What the class becomes when the clause is negated or still to come; null where no event is left."""
    if event == "THREATEN" and lemma_of(verb) in {"vow", "swear"} and is_not_to(verb):
        return "REJECT"
    nobody = any(child.lower_ in {"no", "neither"} for subject in subjects(verb) for child in subject.children)
    if is_negated(verb) or nobody:
        return "REJECT" if is_refusal(event, verb) else None
    if event is None:
        return "THREATEN" if is_future(verb) and lemma_of(verb) in word_set("threat_verbs") else None
    return as_promised(event, verb) if is_future(verb) else event


def as_promised(event: PloverEvent, verb: Token) -> PloverEvent | None:
    """What an act still to come is now: help promised, harm threatened; a defence announced is neither."""
    if event in word_set("future_to_agree"):
        return "AGREE"
    accusing = event == "ACCUSE" and lemma_of(verb) in word_set("threat_verbs")  # "will hold them responsible"
    if accusing or event in word_set("future_to_threaten"):
        return None if lemma_of(verb) in word_set("defensive") else "THREATEN"
    return "CONCEDE" if event == "RETREAT" else event


def is_not_to(verb: Token) -> bool:
    """ "Vowed never to sit down with them"."""
    return any(child.dep_ == "xcomp" and is_negated(child) for child in verb.children)


def is_refusal(event: PloverEvent | None, verb: Token) -> bool:
    """ "Will not lift the ban", "cannot accept": somebody's will. "Did not attend" needs a word that tells an event."""
    willed = bool(auxiliaries(verb) & {"will", "would", "wo", "'ll", "can", "ca", "could", "shall"})
    acted = event is not None and bool(auxiliaries(verb) & {"do", "does", "did"})
    return lemma_of(verb) in word_set("refusable") and (willed or acted) and not is_passive(verb)


def aux_of(event: PloverEvent, verb: Token) -> AuxMode | None:
    return "future" if is_future(verb) and event not in {"AGREE", "THREATEN"} else None


def is_violent_enough(verb: Token, recipients: tuple[Actor, ...], marked: MarkedReport) -> bool:
    """Without a known actor, violence is told only by what was hit or where."""
    places = any(marked.place_mark_of(token) or is_named_ground(token) for token in verb.subtree)
    return bool(recipients) or places


def is_named_ground(token: Token) -> bool:
    """ "In the Eshkol region": a kind of place with a name before it."""
    named = any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in token.children)
    return token.dep_ == "pobj" and named and lemma_of(token) in named_list("ASSAULT", "ground")


def told_by_nouns(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Told]:
    for noun in sentence.span:
        event = event_of_noun(noun)
        if event is None or noun.dep_ == "compound" or marked.date_mark_of(noun) or is_unreal(noun, marked):
            continue
        actors, recipients = noun_actors(noun, marked), noun_recipients(noun, marked)
        if lemma_of(noun) == "call" and not prepositional_objects(noun, "for", "to", "on"):
            continue
        if actors or happens(noun, marked) or has_victims(noun) or (event == "ASSAULT" and is_pinned(noun, marked)):
            yield Told(event, noun, noun_tokens(noun), actors, recipients, f"noun {lemma_of(noun)}")


def event_of_noun(noun: Token) -> PloverEvent | None:
    """The class of a noun, or of two words: "artillery fire", "car bomb"."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    triggers = noun_triggers()
    before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else noun
    pair = f"{before.lemma_.lower()} {lemma_of(noun)}" if before.head == noun else ""
    return triggers.get(pair) or triggers.get(lemma_of(noun))


def is_pinned(noun: Token, marked: MarkedReport) -> bool:
    """ "An air strike on a market in X", "shelling near Y": where it fell stands in its own words."""
    if lemma_of(noun) not in word_set("single_deeds"):
        return False
    behind = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in FALLEN_ON]
    return any(marked.place_mark_of(token) for child in behind for token in child.subtree)


def has_victims(noun: Token) -> bool:
    """ "The murder of four boys": told by whom it was done to."""
    victims = prepositional_objects(noun, "of")
    return lemma_of(noun) in VICTIMS_TELL and any(is_acting_noun(victim) for victim in victims)


def is_unreal(noun: Token, marked: MarkedReport) -> bool:
    """Asked for, threatened, feared, or named only to be stopped."""
    governor = next((up for up in noun.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    if governor is None:
        return False
    trigger = trigger_of(governor, marked)
    if trigger is not None and trigger.event in {"REQUEST", "THREATEN", "REJECT", "AGREE", "RETREAT", "CONCEDE"}:
        return True
    if is_inside_speech_act(governor, marked) and is_only_intended(governor):
        return True
    if noun.dep_ == "nsubj" and auxiliaries(governor) & POSSIBLE:
        return True  # "the offensive could take months"
    return is_conditional(noun) or is_wished(governor) or is_negated(governor) or is_future(governor)


def happens(noun: Token, marked: MarkedReport) -> bool:
    """A strike without a known actor counts where it is said to have happened somewhere."""
    governor = noun.head if noun.dep_ in {"nsubj", "nsubjpass"} else None
    supported = governor is not None and governor.lemma_.lower() in word_set("supports")
    in_passive = (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"in", "by"}
        and noun.head.head.lemma_.lower() in word_set("supports")
    )
    pinned = any(marked.place_mark_of(token) or marked.date_mark_of(token) for token in noun.sent)
    return pinned if supported or in_passive else False


def finding(told: Told, sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    tokens = told.tokens
    start, end = trimmed(told.head.doc[tokens[0].i : tokens[-1].i + 1])
    words_of_mode = [*tokens, *asked_for(told)]
    clause = {token.lemma_.lower() for token in words_of_mode} | {token.lower_ for token in words_of_mode}
    mode = mode_of(told.event, clause)
    fields = EventFields(
        event=told.event,
        mode=mode,
        context=contexts_of({token.lemma_.lower() for token in sentence.span}),
        actor=told.actors,
        recipient=tuple(actor for actor in told.recipients if actor not in told.actors),
        date=date_of(told, sentence, marked),
        place=place_of(tokens, marked),
        quad=plover().classes[told.event].quad,
        cameo=plover().cameo(told.event, mode, lemma_of(told.head)),
        event_text=marked.report.text[start:end],
    )
    return Finding(
        fields, start, end, told.head.idx, told.rule, aux_mode=told.aux_mode,
        factuality="PR+" if told.aux_mode == "future" else None,
    )  # fmt: skip


def asked_for(told: Told) -> list[Token]:
    """What is asked, threatened or refused stands in a clause of its own, and tells the mode."""
    if told.event not in SPEECH_ACTS:
        return []
    return [token for child in told.head.children if child.dep_ in {"ccomp", "xcomp"} for token in child.subtree]


def date_of(told: Told, sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    """The date in the event's own words; else the only one of its sentence that hangs on it."""
    for token in told.tokens:
        mark = marked.date_mark_of(token)
        if mark is not None and mark.timex_type in {"DATE", "TIME"}:
            return mark.date
    governor = next((up for up in told.head.ancestors if up.pos_ == "VERB"), None)
    for obj in prepositional_objects(governor, "on", "in", "during", "at", "since") if governor is not None else []:
        mark = marked.date_mark_of(obj)
        if mark is not None and mark.timex_type in {"DATE", "TIME"}:
            return mark.date
    return None


def place_of(tokens: list[Token], marked: MarkedReport) -> Place | None:
    for token in tokens:
        mark = marked.place_mark_of(token)
        if mark is not None:
            return mark.place
    return None
