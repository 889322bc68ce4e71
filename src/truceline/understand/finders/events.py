"""Who did what to whom: PLOVER events from verbs and nouns that tell one."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import get_args

from truceline.knowledge.codebook import plover
from truceline.knowledge.files import all_words
from truceline.model.actor import Actor
from truceline.model.claim import Factuality
from truceline.model.claims import EventFields
from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.certain import certainty_of_act
from truceline.understand.finders.clause_parts.own_name import is_about_own_name
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.clause_parts.who import done_to, takes_time
from truceline.understand.finders.event_parts.akin import (
    class_of_kin,
    fallen_to,
    is_driven_from_ground,
    is_ground_freed,
)
from truceline.understand.finders.event_parts.clauses import clause_tokens, noun_tokens
from truceline.understand.finders.event_parts.deed_nouns import (
    deed_words,
    event_of_noun,
    happens,
    has_victims,
    is_pinned,
    stands_behind_deed,
)
from truceline.understand.finders.event_parts.details import asked_for, date_of, place_of
from truceline.understand.finders.event_parts.figures import is_figure
from truceline.understand.finders.event_parts.modes import contexts_of, mode_of
from truceline.understand.finders.event_parts.people import acting
from truceline.understand.finders.event_parts.promises import as_told, aux_of, is_time_to_think, may_threaten
from truceline.understand.finders.event_parts.reality import (
    is_lasting,
    is_only_named,
    is_since,
    is_unreal,
    is_unreal_verb,
)
from truceline.understand.finders.event_parts.recipients import recipients_behind, recipients_of_noun, without_ground
from truceline.understand.finders.event_parts.roles import (
    at_whose_request,
    behind_the_fire,
    distinct,
    is_ones_own,
    noun_actors,
    noun_recipients,
    verb_recipients,
    who_acts,
)
from truceline.understand.finders.event_parts.speech_acts import is_inside_speech_act
from truceline.understand.finders.event_parts.taken import place_taken, taken_ground, without_taken
from truceline.understand.finders.event_parts.told import Told
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.finders.event_parts.triggers import ARMED, PEOPLE, is_subjunctive, trigger_of
from truceline.understand.finders.event_parts.violence import is_participle_of_harm, stands_without_actor
from truceline.understand.finding import Finding
from truceline.understand.grammar import (
    SUBJECTS,
    direct_objects,
    grammar_words,
    has_no,
    is_negated,
    is_passive,
    prepositional_objects,
    subjects,
    trimmed,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

Actors = tuple[Actor, ...]
PINNED: frozenset[PloverEvent] = frozenset({"ASSAULT", "PROTEST"})
TALKED_OF: frozenset[PloverEvent] = frozenset(get_args(PloverEvent)) - {"ASSAULT"}


def find_events(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        if tells_of_elsewhere(sentence):
            continue
        nouns = list(told_by_nouns(sentence, marked))
        verbs = [event for event in told_by_verbs(sentence, marked) if not is_told_better(event, nouns)]
        told = [*verbs, *(noun for noun in nouns if not is_told_within(noun, verbs))]
        contexts = contexts_of({token.low_lemma for token in sentence.span}) if told else ()
        for event in told:
            yield finding(event, contexts, sentence, marked)


def is_told_better(verb: Told, nouns: list[Told]) -> bool:
    """ "Clashes between A and B broke out": the noun knows whose they are."""
    return not verb.actors and any(
        noun.actors and noun.event == verb.event and noun.head in verb.tokens for noun in nouns
    )


def is_told_within(noun: Told, verbs: list[Told]) -> bool:
    """ "Carried out strikes": told by the verb; "condemned the raid by X", "repelled an attack by X" tell two deeds."""
    return any(
        (noun.event == verb.event or noun.event in TALKED_OF)
        for verb in verbs
        if noun.head in verb.tokens and not is_told_apart(noun, verb)
    )


def is_told_apart(noun: Told, verb: Told) -> bool:
    """ "Repelled an attack by X", "condemned it after talks with X", "said so at a meeting with X"."""
    if stands_behind_deed(noun.head):
        return bool(noun.actors) or noun.event in PINNED
    if noun.event == "CONSULT" != verb.event and noun.head.dep_ == "pobj":
        return bool(noun.actors and noun.recipients)
    warded_off = lemma_of(verb.head) in word_set("defensive") and noun.head in direct_objects(verb.head)
    return bool(noun.actors) and warded_off


def tells_of_elsewhere(sentence: MarkedSentence) -> bool:
    """Sport, games, art: their attacks and strikers are no events."""
    first = list(sentence.span[:3])
    if any(word.lower_ in word_set("headings_elsewhere") and after.text in ",:" for word, after in pairwise(first)):
        return True  # "Sport: ...", "In sport, ..."
    elsewhere = word_set("elsewhere")
    return bool(sentence.span.forms & elsewhere) and any(token.low_lemma in elsewhere for token in sentence.span)


def told_by_verbs(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Told]:
    for verb in sentence.span:
        if verb.pos_ not in {"VERB", "AUX"} and verb.tag_ not in {"VBG", "VBN"}:
            continue
        trigger = trigger_of(verb, marked)
        event = as_told(trigger.event if trigger else class_of_kin(verb, marked), verb)
        if event == "COERCE" and is_driven_from_ground(verb, marked):
            event = "ASSAULT"
        if event == "RETREAT" and is_ground_freed(verb, marked):
            event = "ASSAULT"
        if (
            event is None
            or is_lasting(verb)
            or is_only_named(event, verb)
            or is_inside_speech_act(verb, marked)
            or (is_unreal_verb(verb, event) and not is_armed_attempt(verb, event, marked))
            or is_supposed(verb, marked)
            or is_of_host(verb)
            or is_told_by_means(verb, event, marked)
            or is_won(event, verb)
            or is_control_claimed(verb)
            or is_tried(event, verb, marked)
            or takes_time(verb)
            or (event == "ASSAULT" and is_of_weapon_at_work(verb, marked))
        ):
            continue
        actors, recipients = who_to_whom(event, verb, marked)
        if not actors and not stands_without_actor(event, verb, recipients, marked):
            continue
        if event == "THREATEN" and lemma_of(verb) in word_set("made_to_suffer"):
            actors, recipients = threatened_by(verb, marked), actors
        if is_toll(verb) or is_no_act(event, verb, actors, marked) or is_of_press(event, actors):
            continue
        if is_figure(event, verb, marked):
            continue
        if lemma_of(verb) in word_set("two_sided") or is_fire_exchanged(verb):
            recipients = () if is_own_war(verb, actors) else recipients
            actors, recipients = (*actors, *recipients), ()
        else:
            taken = taken_ground(verb, marked)
            recipients = without_taken(without_ground(recipients, verb, marked), taken, marked)
            recipients = recipients or without_taken(recipients_behind(event, verb, marked), taken, marked)
        yield Told(event, verb, clause_tokens(verb), actors, recipients, f"verb {lemma_of(verb)}", aux_of(event, verb))


def is_won(event: PloverEvent, verb: Token) -> bool:
    """ "Captured the camp, ending a 10-day siege": nobody draws back who has taken it."""
    ends = event in {"RETREAT", "CONCEDE"} and verb.tag_ == "VBG" and verb.dep_ == "advcl"
    return ends and lemma_of(verb.head) in word_set("winning") and SUBJECTS.isdisjoint(verb.child_deps)


def is_control_claimed(verb: Token) -> bool:
    """ "Claimed control of the town", "claimed its capture": a word, no deed."""
    claimed = direct_objects(verb) if lemma_of(verb) == "claim" else []
    words = listed("territory", "controls") | listed("territory", "gained_nouns")
    return any(lemma_of(thing) in words for thing in claimed)


def is_tried(event: PloverEvent, trying: Token, marked: MarkedReport) -> bool:
    """ "Tried to attack the post": the attack is told, as no more than tried."""
    if lemma_of(trying) not in word_set("attempting"):
        return False
    tried = [child for child in trying.rights if child.dep_ == "xcomp"]
    return any(is_armed_attempt(one, event, marked) and trigger_of(one, marked) is not None for one in tried)


def is_armed_attempt(verb: Token, event: PloverEvent, marked: MarkedReport) -> bool:
    """ "Troops tried to retake the town", "gunmen attempted to enter": force was used, whatever came of it."""
    trying = verb.head
    if event != "ASSAULT" or verb.dep_ != "xcomp" or lemma_of(trying) not in word_set("attempting"):
        return False
    if lemma_of(verb) not in word_set("by_force") or is_negated(trying) or is_unreal_verb(trying, event):
        return False
    done = trying.tag_ == "VBD" or (
        trying.tag_ in {"VBN", "VBG"} and not trying.helpers.isdisjoint({"was", "were", "had", "has", "have"})
    )
    return done and any(actor.kind in ARMED or is_fighters(actor) for actor in who_acts(verb, marked))


def is_fighters(actor: Actor) -> bool:
    """ "Gunmen", "pirates": whoever they are."""
    last = (actor.entity_text or "").lower().split()[-1:]
    return any(word in fighters() for word in last)


@cache
def fighters() -> frozenset[str]:
    return frozenset(form for word in word_set("fighters") for form in (word, f"{word}s", word.replace("man", "men")))


def is_of_host(verb: Token) -> bool:
    """ "The talks, hosted by Tanzania, broke up": who hosts them; the noun tells the talks."""
    hosting = verb.dep_ == "acl" and verb.tag_ == "VBN" and lemma_of(verb) in word_set("hosting")
    return hosting and event_of_noun(verb.head) == "CONSULT"


def is_told_by_means(verb: Token, event: PloverEvent, marked: MarkedReport) -> bool:
    """ "Hit back by firing mortars": one deed, told by the verb that says how."""
    if "prep" not in verb.child_deps or "dobj" in verb.child_deps:
        return False
    means = [one for one in prepositional_objects(verb, "by") if one.dep_ == "pcomp" and one.tag_ == "VBG"]
    return any((told := trigger_of(one, marked)) is not None and told.event == event for one in means)


def is_of_weapon_at_work(verb: Token, marked: MarkedReport) -> bool:
    """ "Wounded by a bomb planted by rebels", "a drone fired by rebels killed one": the other verb tells the deed."""
    weapon = verb.head
    if verb.dep_ not in {"acl", "relcl"} or lemma_of(weapon) not in word_set("instruments"):
        return False
    at_work = (
        weapon.head
        if weapon.dep_ in {"nsubj", "nsubjpass", "conj"}
        else weapon.head.head
        if weapon.dep_ == "pobj"
        else None
    )
    trigger = trigger_of(at_work, marked) if at_work is not None and at_work.pos_ == "VERB" else None
    return trigger is not None and trigger.event == "ASSAULT"


def who_to_whom(event: PloverEvent, verb: Token, marked: MarkedReport) -> tuple[Actors, Actors]:
    """Subject and object as they stand; turned round where the subject is the one harmed or the ground taken."""
    actors, recipients = who_acts(verb, marked), verb_recipients(verb, marked)
    if event == "MOBILIZE" and not actors and is_passive(verb) and all(one.kind in ARMED for one in recipients):
        actors, recipients = recipients, ()  # "Rwandan troops were sent to Palma"
    if event == "ASSAULT" and lemma_of(verb) == "fall":  # "the headquarters fell to the rebels"
        takers = distinct(actor for hand in prepositional_objects(verb, "to") for actor in acting(hand, marked))
        actors, recipients = (takers, ()) if takers else (actors, recipients)
    if event == "AGREE" and lemma_of(verb) == "expect":
        actors, recipients = (recipients, ()) if is_passive(verb) and all(map(is_person, recipients)) else ((), ())
    if event in {"AGREE", "CONCEDE"} and not actors and is_passive(verb):
        actors = parties_between(verb, marked)
    if event == "REJECT" and not actors:
        actors = at_whose_request(verb, marked) or who_rules_it_out(verb, marked)
    if event in {"ASSAULT", "COERCE"} and is_participle_of_harm(verb):
        recipients, actors = actors or recipients, ()
    suffers = event in {"ASSAULT", "COERCE"} and lemma_of(verb) in word_set("suffering")
    if suffers and (event == "ASSAULT" or any(child.lower_ == "under" for child in verb.children)):
        actors, recipients = behind_the_fire(verb, marked), actors
    if event == "ASSAULT" and (heirs := fallen_to(verb, marked)) is not None:
        actors, recipients = heirs, ()
    if not actors and verb.tag_ == "VBG" and "dobj" not in verb.child_deps:  # not "killing six from one family"
        return noun_actors(verb, marked), noun_recipients(verb, marked)
    return actors, recipients


def parties_between(verb: Token, marked: MarkedReport) -> Actors:
    """ "Agreement was reached between the army and the rebels", "a pact between A and B was signed"."""
    agreed = [one for step in (verb, *subjects(verb)) for one in prepositional_objects(step, "between")]
    return distinct(actor for party in agreed for actor in acting(party, marked))


def who_rules_it_out(verb: Token, marked: MarkedReport) -> Actors:
    """ "The minister said that such a visit was out of the question": he refuses it."""
    is_out = lemma_of(verb) == "be" and any(child.lower_ == "out" for child in verb.rights)
    speaker = marked.speaker_at(verb.idx) if is_out else None
    return (speaker.actor,) if speaker is not None and speaker.actor is not None else ()


def is_person(actor: Actor) -> bool:
    return actor.kind == "person"


def is_fire_exchanged(verb: Token) -> bool:
    """ "The rebels exchanged fire with the army": as two sides fight."""
    if lemma_of(verb) not in word_set("exchanges"):
        return False
    return any(lemma_of(thing) in word_set("exchanged_fire") for thing in direct_objects(verb))


def is_own_war(verb: Token, actors: Actors) -> bool:
    """ "Militants who fight an insurgency": their own, and no foe."""
    wars = any(lemma_of(thing) in word_set("long_fights") | {"insurgency"} for thing in direct_objects(verb))
    return wars and all(actor.kind == "non_state" for actor in actors)


def is_toll(verb: Token) -> bool:
    """ "The rebellion has left 120,000 dead", "cholera killed 31 of them": figures of a war, no deed."""
    lost = any(lemma_of(child) in {"dead", "life"} for child in verb.children)
    wars = word_set("long_fights") | ({"it"} if lost else set())
    if any(lemma_of(token) in word_set("natural_causes") for token in subjects(verb)):
        return True
    told = lemma_of(verb) in word_set("tolls") and (lost or lemma_of(verb) in word_set("harm_only"))
    return told and any(lemma_of(token) in wars for token in subjects(verb))


def is_no_act(event: PloverEvent, verb: Token, actors: tuple[Actor, ...], marked: MarkedReport) -> bool:
    if event == "THREATEN":
        return not actors or is_forecast(verb, actors, marked) or is_time_to_think(verb)
    if event in {"SUPPORT", "CONCEDE"} and any(thing.pos_ == "NUM" for thing in direct_objects(verb)):
        return True  # "Kampala acknowledged 54": a figure
    if event == "SUPPORT" and lemma_of(verb) in word_set("pleading"):
        return any(is_ones_own(thing) for thing in direct_objects(verb))
    return is_question_of_reporter(verb, marked)


def is_of_press(event: PloverEvent, actors: Actors) -> bool:
    """ "Reporters who visited the front": how they came to know."""
    at_work = event in word_set("reported_from") and bool(actors)
    return at_work and all(actor.kind == "media" or actor.sector == "JRN" for actor in actors)


def is_forecast(verb: Token, actors: tuple[Actor, ...], marked: MarkedReport) -> bool:
    """ "Aid agencies warn that ...", "the army will attack, analysts believe": dangers, no party's own threats."""
    speaker = marked.speaker_at(verb.idx)
    foretold = speaker is not None and speaker.actor is not None and not may_threaten(speaker.actor)
    return foretold or (lemma_of(verb) == "warn" and not any(may_threaten(actor) for actor in actors))


def is_supposed(verb: Token, marked: MarkedReport) -> bool:
    """ "Had the guns fallen silent in June", "Give up your rifles!": nobody has done it."""
    modality = marked.modality_at(verb.idx)
    if modality is not None and modality.rule in {"if-clause", "once-clause", "no-evidence"}:
        return True
    if is_asked(verb) or is_let_happen(verb):
        return True
    led = verb.child_deps & {"nsubj", "nsubjpass", "aux", "auxpass"}
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not led


def is_let_happen(verb: Token) -> bool:
    """ "Let them first leave the hills", "insists that they be arrested": called for, and not done."""
    let = verb.head if verb.dep_ in {"ccomp", "xcomp"} else verb
    told_to = let.low_lemma == "let" and let.tag_ == "VB" and not let.helpers and SUBJECTS.isdisjoint(let.child_deps)
    return (told_to and let != verb) or (verb.dep_ in {"ccomp", "acl"} and verb.tag_ == "VBN" and is_subjunctive(verb))


def is_asked(verb: Token) -> bool:
    """ "What does each side want?", "Is he going to Doha?": the main clause of a question tells nothing."""
    ends = [word.text for word in verb.sent if not word.is_space][-2:]
    if "?" not in ends:
        return False
    while verb.dep_ in {"acl", "conj", "xcomp"}:
        verb = verb.head
    return verb.dep_ in {"ROOT", "attr"}


def threatened_by(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "The rebels said the invaders would suffer": theirs; of one's own pains nobody threatens."""
    speaker = marked.speaker_at(verb.idx)
    own = any(token.pos_ == "PRON" and token.lower_ != "they" for token in subjects(verb))
    if speaker is None or speaker.actor is None or own:
        return ()
    hard = lemma_of(verb) != "suffer" or speaker.actor.kind in {"armed_force", "non_state"}
    return (speaker.actor,) if hard else ()


def is_question_of_reporter(verb: Token, marked: MarkedReport) -> bool:
    """ "We asked people at the market about it", "the colonel, as he asks to be called": nobody is asked a thing."""
    ours = any(token.lower_ in {"we", "i"} for token in subjects(verb))
    own = lemma_of(verb) in word_set("reporting") and ours and marked.speaker_at(verb.idx) is None
    return own or is_about_own_name(verb)


def told_by_nouns(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Told]:
    if deed_words().isdisjoint(sentence.span.forms):
        return
    for noun in sentence.span:
        event = event_of_noun(noun)
        if event is None or noun.dep_ == "compound" or marked.date_mark_of(noun) or is_unreal(noun, marked):
            continue
        if noun.pos_ == "PROPN" and marked.actor_mark_of(noun) is not None:
            continue  # "the National Conference" is a party
        if is_told_before(noun) or is_called_off(noun, marked):
            continue
        actors, recipients = noun_actors(noun, marked), noun_recipients(noun, marked)
        if event == "REQUEST" and lemma_of(noun) == "call" and not prepositional_objects(noun, "for", "to", "on"):
            continue
        if actors or happens(noun, marked) or has_victims(noun) or (event in PINNED and is_pinned(noun, marked)):
            recipients = recipients or recipients_of_noun(event, noun, marked)
            yield Told(event, noun, noun_tokens(noun), actors, recipients, f"noun {lemma_of(noun)}")


def is_called_off(noun: Token, marked: MarkedReport) -> bool:
    """ "The third round of talks has been put off", "no attack took place"; what somebody denies is told as denied."""
    modality, speaker = marked.modality_at(noun.idx), marked.speaker_at(noun.idx)
    if is_since(noun):
        return False  # "the first meeting since the strikes began made no headway"
    is_off = modality is not None and modality.factuality == "CT-" and modality.aux_mode == "negation"
    return is_off and (speaker is None or speaker.function != "denial")


def is_told_before(noun: Token) -> bool:
    """ "The explosion", "in the attacks": of which the report has spoken, with nothing new."""
    return [token.lower_ for token in noun_tokens(noun)[:-1]] == ["the"]


def mode_in(told: Told, tokens: Iterable[Token]) -> str | None:
    clause = {form for token in tokens for form in (token.low_lemma, token.lower_)}
    clause |= {PEOPLE for token in done_to(told.head) if lemma_of(token) in all_words("persons")}
    return mode_of(told.event, clause)


def words_of_means(told: Told) -> list[Token]:
    """ "Jets bombed the village, killing nine and wounding four": the deed above tells by what."""
    deed = told.head
    while deed.dep_ in {"advcl", "conj"} and deed.head.pos_ == "VERB" and SUBJECTS.isdisjoint(deed.child_deps):
        deed = deed.head
    return clause_tokens(deed) if told.event == "ASSAULT" and deed != told.head else []


def finding(told: Told, contexts: tuple[str, ...], sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    tokens = told.tokens
    start, end = trimmed(told.head.doc[tokens[0].i : tokens[-1].i + 1])
    mode = mode_in(told, [*tokens, *asked_for(told)]) or mode_in(told, words_of_means(told))
    fields = EventFields(
        event=told.event,
        mode=mode,
        context=contexts,
        actor=told.actors,
        recipient=others_than(told),
        date=date_of(told, sentence, marked),
        place=place_taken(taken_ground(told.head, marked), place_of(told, marked), marked),
        quad=plover().classes[told.event].quad,
        cameo=plover().cameo(told.event, mode, lemma_of(told.head)),
        event_text=marked.report.text[start:end],
    )
    return Finding(
        fields, start, end, told.head.idx, told.rule, aux_mode=told.aux_mode, factuality=certainty(told, marked)
    )


def others_than(told: Told) -> Actors:
    """Nobody harms himself: "they took hundreds of them away"; a faction may concentrate its own fighters."""
    forced = told.event in {"ASSAULT", "COERCE", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "REQUEST"}
    doing = {actor.entity_name for actor in told.actors if forced} - {None}
    others = (one for one in told.recipients if one not in told.actors and one.entity_name not in doing)
    return tuple(one for one in others if not (forced and one.kind == "media" and one.resolution == "coreference"))


def certainty(told: Told, marked: MarkedReport) -> Factuality | None:
    """Null where the marks say it. "The plan was rejected", "were refused visas": the refusal itself is done."""
    if told.aux_mode == "future":
        return "PR+"
    if told.event in {"REJECT", "THREATEN"} and is_done_by_being_said(told.head):
        return "CT+"
    return certainty_of_act(told.head, marked)


def is_done_by_being_said(verb: Token) -> bool:
    """ "Could not accept it", "saw no point in it", "will strike unless they leave": it is done."""
    denied = is_negated(verb) or any(map(has_no, direct_objects(verb)))
    return denied or not verb.helpers.isdisjoint(grammar_words("will"))
