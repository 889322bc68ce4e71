"""Who acts and on whom, from the grammar around a trigger."""

from collections.abc import Iterable

from truceline.model.actor import Actor
from truceline.understand.finders.clause_parts.accused import accused, blamed_on, done_by
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.clause_parts.two_deeds import may_be_of_other
from truceline.understand.finders.clause_parts.who import (
    fronted,
    is_time_taken,
    nearest_subjects,
    one_of_many,
    singled_out_before,
    those_taking_time,
)
from truceline.understand.finders.event_parts.deed_nouns import event_of_noun, whole_of
from truceline.understand.finders.event_parts.people import MODIFIERS, acting, is_acting_noun
from truceline.understand.finders.event_parts.trigger_words import named_list, word_set
from truceline.understand.finders.event_parts.triggers import has_relative_subject
from truceline.understand.grammar import (
    SUBJECTS,
    auxiliaries,
    by_agents,
    direct_objects,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

PERFECT = frozenset({"had", "has", "have"})
ACTING = ("by", "from")
OF_FORCE = frozenset({"ASSAULT", "COERCE"})


def verb_actors(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """The acting side of a clause: its subject, or its by-phrase."""
    if may_be_of_other(verb):
        return ()
    actors = distinct(actor for token in acting_tokens(verb) for actor in acting(token, marked))
    has_own = not SUBJECTS.isdisjoint(verb.child_deps)  # "and that the latter had agreed": not who says so
    if actors or has_own or verb.dep_ != "conj" or is_passive(verb):
        return actors
    if any(event_of_noun(token) or token.lower_ in {"that", "which", "who"} for token in subjects(verb)):
        return actors  # "fighting (that doctors said) has killed two and wounded six": not who tells of it
    above = next(
        (
            up
            for up in verb.ancestors
            if up.dep_ in {"ccomp", "conj", "advcl"} and up.head.pos_ == "VERB" and up.head.i < verb.i
        ),
        None,
    )
    # "The ministry said the sanctions were absurd and promised a response": joined to the wrong clause
    return distinct(actor for token in subjects(above.head) for actor in acting(token, marked)) if above else ()


def acting_tokens(verb: Token) -> list[Token]:
    asked = [token for token in those_acting(verb) if not (token.tag_ == "WP" and token.head.dep_ == "ccomp")]
    return [whom for token in asked for whom in (blamed_on(token) or [token])]  # not "unclear who attacked"


def those_acting(verb: Token) -> list[Token]:
    if is_clause_of_its_head(verb):
        return [verb.head]
    if is_time_taken(verb):
        return those_taking_time(verb)
    if is_passive(verb) or is_bare_participle(verb):
        return by_agents(verb) or by_phrases_below(verb) or of_that_mind(verb)
    return accused(verb) or subjects_or_borrowed(same_auxiliary_above(verb) or verb)


def subjects_or_borrowed(verb: Token) -> list[Token]:
    """Who stands before the verb; of a participle or infinitive, who does the clause above."""
    if verb.dep_ == "relcl" and has_relative_subject(verb):
        return [described(verb.head)]
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [verb.head]
    is_deed = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and "dobj" not in verb.child_deps
    if is_deed and (by := prepositional_objects(verb, "by")):
        return by  # "nine died in shelling by the army"; not "by sending men by boat"
    if verb.dep_ == "acl" and verb.tag_ == "VB" and lemma_of(verb.head) in word_set("decisions"):
        return deciders(verb.head)
    own = nearest_subjects(verb)
    if own:
        return [antecedent(token) for token in own]
    if verb.dep_ == "ccomp" and verb.tag_ == "VBG" and verb.head.i > verb.i:
        return []  # "sporadic shelling in the south, partners report": who reports it has not done it
    if verb.dep_ in {"advcl", "pcomp", "xcomp", "ccomp"} and verb.tag_ in {"VBG", "VB", "VBN"}:
        governor = next((up for up in verb.ancestors if up.pos_ in {"VERB", "AUX"}), None)
        return acting_tokens(governor) if governor is not None else []
    return []


def of_that_mind(verb: Token) -> list[Token]:
    """ "Was opposed to the plan": no passive, whatever the parse says."""
    return subjects(verb) if lemma_of(verb) in word_set("states_of_mind") and prepositional_objects(verb, "to") else []


def deciders(decision: Token) -> list[Token]:
    """ "The rebels' decision to stay away", "the decision by Oslo to leave", "announced a decision to leave"."""
    own = [child for child in decision.lefts if child.dep_ in MODIFIERS and child.tag_ != "PRP$"]
    found = [*own, *prepositional_objects(decision, "by", "of")]
    if found or decision.dep_ != "dobj":
        return found
    return subjects_or_borrowed(decision.head)


def is_clause_of_its_head(verb: Token) -> bool:
    """ "Suspected insurgents abducted 80 women": the parse took the subject for the sentence's head."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or by_agents(verb):
        return False
    done = [one for one in direct_objects(verb) if one.low_lemma not in word_set("list_captives")]
    return verb.head.dep_ == "ROOT" and verb.i > verb.head.i and bool(done)


def is_bare_participle(verb: Token) -> bool:
    """ "The town shelled by the army"; not "evidence that the army has shelled it"."""
    if verb.dep_ == "advcl":  # "threatened by the rebels, villagers fled"
        return (
            verb.tag_ == "VBN" and "agent" in verb.child_deps and verb.child_deps.isdisjoint({"nsubj", "aux", "mark"})
        )
    told = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and "agent" in verb.child_deps)
    return verb.dep_ == "acl" and told and verb.child_deps.isdisjoint({"nsubj", "aux"})


def by_phrases_below(verb: Token) -> list[Token]:
    """ "Was kept from entering the town by fighters": the agent hangs on the wrong verb."""
    by = [token for token in verb.subtree if token.lower_ == "by" and token.dep_ == "prep" and token.i > verb.i]
    below = [token for token in by if not is_of_another_deed(token.head)]
    behind = [obj for token in below for obj in token.children if obj.dep_ == "pobj"]
    return [obj for obj in behind if is_acting_noun(obj) or is_name_of_agent(obj, verb)]


def is_of_another_deed(noun: Token) -> bool:
    """ "Were killed after a visit by officials", "despite a pledge by the rebels": who made the visit killed nobody."""
    apart = noun.dep_ == "pobj" and noun.head.lower_ in word_set("set_apart")
    return apart and event_of_noun(noun) not in OF_FORCE


def is_name_of_agent(name: Token, verb: Token) -> bool:
    """ "Was asked for help by Unita"; not "was blamed for the raid by Unita", which may be theirs."""
    thing = name.head.head
    apart = thing.pos_ == "NOUN" and thing.head.dep_ == "prep" and event_of_noun(thing) is None
    return name.pos_ == "PROPN" and ((name.ent_type_ == "GPE" and thing == verb) or (apart and thing.head.head == verb))


def same_auxiliary_above(verb: Token) -> Token | None:
    """ "Had fired at men who came near and had arrested four": joined to the clause that has the same auxiliary."""
    if verb.dep_ != "conj" or verb.head.dep_ != "relcl" or not SUBJECTS.isdisjoint(verb.child_deps):
        return None
    own = auxiliaries(verb) & PERFECT
    if not own or own & auxiliaries(verb.head):
        return None
    return next((up for up in verb.ancestors if up.pos_ == "VERB" and own & auxiliaries(up)), None)


def antecedent(token: Token) -> Token:
    """A relative pronoun stands for the noun that its clause describes."""
    if token.tag_ in {"WDT", "WP"} and (alone := singled_out_before(token.head)) is not None:
        return alone
    if token.tag_ in {"WDT", "WP"} and token.head.dep_ == "relcl":
        return described(token.head.head)
    return token


def described(noun: Token) -> Token:
    """ "The presidents of the region, who met": people are described, not the place that they are of."""
    if (one := one_of_many(noun)) is not None:
        return one
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return above if not is_acting_noun(noun) and is_acting_noun(above) and noun.pos_ != "PROPN" else noun


def verb_recipients(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    if is_passive(verb):
        tokens = [antecedent(token) for token in subjects(verb)]
        if lemma_of(verb) in word_set("aiming_weapons") and any(is_weapon(token) for token in tokens):
            tokens = prepositional_objects(verb, *word_set("aimed_at"))
    elif is_bare_participle(verb):
        tokens = [verb.head] if verb.dep_ == "acl" else fronted(verb)
    else:
        objects = [token for token in direct_objects(verb) if is_somebody(token)]
        if lemma_of(verb) in word_set("aiming_weapons"):
            objects = [token for token in objects if not is_weapon(token)]
        if lemma_of(verb) in word_set("handing") and (heirs := given_to(verb)):
            return distinct(actor for token in heirs for actor in acting(token, marked))
        behind = [token for token in prepositional_objects(verb, *word_set("aimed_at")) if is_aimed_at(token, verb)]
        tokens = [*objects, *behind, *told_of(verb)]
        tokens += [inner for obj in objects for inner in prepositional_objects(obj, "on", "against", "with", "between")]
    return distinct(actor for token in tokens for actor in acting(token, marked))


def told_of(verb: Token) -> list[Token]:
    """ "The pupils they kidnapped", "the men whom the army shot": those that the clause describes."""
    if verb.dep_ != "relcl" or has_relative_subject(verb) or not any(child.dep_ == "nsubj" for child in verb.lefts):
        return []
    asked = [word for word in verb.subtree if word.tag_ in {"WDT", "WP", "WP$", "WRB"}]
    objects = direct_objects(verb)
    return [described(verb.head)] if asked == objects else []


def is_weapon(token: Token) -> bool:
    """ "Turned its guns on X": X is fired at, and no gun."""
    return lemma_of(token) in word_set("instruments").union(named_list("ASSAULT", "projectiles"))


def given_to(verb: Token) -> list[Token]:
    """ "Handed the town back to a militia", whatever the town is."""
    steps = [verb, *(child for child in verb.children if child.dep_ in {"advmod", "prt"})]
    return [token for step in steps for token in prepositional_objects(step, "to")]


def is_somebody(token: Token) -> bool:
    """Not "left three dead", not "shook hands", not "recalled its envoy"."""
    own = lemma_of(token.head) in word_set("of_ones_own") and is_ones_own(token)
    own = own or (lemma_of(token.head) == "use" and token.pos_ == "NOUN" and token.dep_ == "dobj")  # "to use force"
    own = own or (token.low_lemma == "state" and any(child.lower_ == "of" for child in token.rights))  # "of siege"
    return token.pos_ != "ADJ" and token.low_lemma not in word_set("limbs") and not own


def is_ones_own(token: Token) -> bool:
    return any(child.tag_ == "PRP$" for child in token.children)


def is_aimed_at(token: Token, verb: Token) -> bool:
    """Not "hacked to death", "fought for a state"; not the place of "At Kidal, rebels clashed with the army"."""
    if token.head.lower_ == "for" and verb.low_lemma in word_set("fought_for"):
        return False
    if token.head.lower_ == "to" and token.head.nbor(-1).low_lemma in listed("territory", "ways"):
        return False  # "erected barricades on the road to X"
    if token.head.lower_ == "with" and verb.low_lemma in word_set("equipping"):
        return False  # "will supply Ukraine with a battery"
    return token.low_lemma != "death" and not (token.head.lower_ == "at" and token.i < verb.i)


def noun_actors(noun: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "Israel's strikes", "Russian drones", "shelling by the army", "clashes between A and B"."""
    tokens = [child for child in noun.children if is_before_deed(child, noun) and owns_deed(child, marked)]
    by = ("by",) if lemma_of(noun) in word_set("moves_of_its_own") else ACTING  # "the pullback of the army from X"
    tokens += [*prepositional_objects(noun, *by), *prepositional_objects(noun, "between")]
    tokens = tokens or doers_of_whole(noun)
    tokens += [inner for child in noun.children if child.dep_ == "acl" for inner in by_agents(child)]
    if noun.dep_ in {"nsubj", "nsubjpass"} and lemma_of(noun.head) in word_set("supports"):
        tokens += behind_between(noun.head, marked)
    if noun.dep_ == "dobj" and lemma_of(noun.head) in word_set("drawing"):
        tokens += prepositional_objects(noun.head, "from")  # "drew a rebuke from Washington"
        tokens += prepositional_objects(noun, "of") if lemma_of(noun) in word_set("shown_by") else []
    if not tokens:
        tokens = owners_up(noun)
    if lemma_of(noun) in word_set("two_sided_nouns"):
        tokens += prepositional_objects(noun, "with", "among", "against", "involving", "pitting")
    if noun.dep_ in {"pobj", "conj"} and not any(marked.actor_mark_of(token) for token in tokens):
        tokens = by_right_behind(noun) or accused_of(noun) or those_who_met(noun) or tokens
    return distinct(actor for token in tokens for actor in acting(token, marked))


def doers_of_whole(noun: Token) -> list[Token]:
    """ "A wave of attacks on X by the rebels", "assaults on checkpoints by a group", "the pullback of the army"."""
    whole = whole_of(noun)
    if whole != noun and (found := prepositional_objects(whole, "by")):
        return found
    hit = prepositional_objects(noun, *word_set("fallen_on"), "of")
    if found := [
        hand
        for token in hit
        for hand in prepositional_objects(token, "by")
        if is_acting_noun(hand) or hand.pos_ == "PROPN"
    ]:
        return found
    moving = lemma_of(noun) in word_set("moves_of_its_own") and is_told_of_move(noun)
    return prepositional_objects(noun, "of") if moving else []


def is_told_of_move(noun: Token) -> bool:
    """ "The pullback of the army began", "was completed": it is under way."""
    verb = noun.head
    under_way = lemma_of(verb) in listed("territory", "under_way") or lemma_of(verb) in word_set("supports")
    left_mark = verb.tag_ == "VBD" and "dobj" in verb.child_deps  # "the surrender of the army ended the war"
    return noun.dep_ in SUBJECTS and (under_way or left_mark)


def owners_up(noun: Token) -> list[Token]:
    """ "The rebels claimed the killing of two officers", "claimed responsibility for it"; "announced the capture"."""
    answered = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun
    if answered != noun and lemma_of(answered) != "responsibility":
        return []
    claiming = answered.head if answered.dep_ == "dobj" else None
    if claiming is None:
        return []
    told = lemma_of(claiming) in listed("territory", "announcing") | listed("territory", "completing") and lemma_of(
        noun
    ) in listed("territory", "gained_nouns")
    return those_acting(claiming) if told or lemma_of(claiming) in word_set("owning_up") else []


def is_before_deed(word: Token, noun: Token) -> bool:
    """ "After an ELN offensive": the parse may take whose it is for a subject."""
    return word.dep_ in MODIFIERS or (word.dep_ == "nsubj" and word.i + 1 == noun.i and noun.pos_ == "NOUN")


def behind_between(verb: Token, marked: MarkedReport) -> list[Token]:
    """ "Fighting broke out on Monday near the border between A and B", whatever the parse hangs the sides on."""
    steps = [token for token in verb.subtree if token.lower_ == "between" and token.i > verb.i and token.dep_ == "prep"]
    first = [obj for step in steps for obj in step.children if obj.dep_ == "pobj"]
    objects = [one for obj in first for one in (obj, *obj.conjuncts)]
    return [obj for obj in objects if obj.ent_type_ != "GPE" or is_force(obj, marked)]


def is_force(token: Token, marked: MarkedReport) -> bool:
    """ "M23", which the parse takes for a land."""
    mark = marked.actor_mark_of(token)
    return mark is not None and mark.kind in {"armed_force", "non_state"}


def accused_of(noun: Token) -> list[Token]:
    """ "Accused the army of attacks on villages": the army's."""
    here = noun
    while here.dep_ in {"conj", "pobj"} or here.lower_ in {"including", "as"}:
        if here.head.pos_ == "ADP" and (blamed := done_by(here.head)):
            return blamed
        if here == here.head or (here.pos_ == "VERB" and here.dep_ == "ROOT"):
            return []
        here = here.head
    return []


def by_right_behind(noun: Token) -> list[Token]:
    """ "Blamed it on airstrikes by the junta", whatever the parse hangs the junta on."""
    step = noun.nbor(1)
    apart = step.lower_ == "by" and step.head != noun and step.head in noun.ancestors
    return [child for child in step.children if child.dep_ == "pobj" and is_acting_noun(child)] if apart else []


def those_who_met(noun: Token) -> list[Token]:
    """ "Left after six days of talks with the rebels": who left has met them."""
    if event_of_noun(noun) != "CONSULT" or not prepositional_objects(noun, "with"):
        return []
    step = whole_of(noun).head
    verb = step.head
    told = step.dep_ == "prep" and step.lower_ in word_set("met_at") and verb.pos_ == "VERB" and not is_passive(verb)
    return those_acting(verb) if told else []


def at_whose_request(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "The round was put off at the request of the rebels": they put it off."""
    asked = [token for token in prepositional_objects(verb, "at") if lemma_of(token) in word_set("prompting")]
    own = [child for token in asked for child in token.children if child.dep_ == "poss"]
    own += [token for asking in asked for token in prepositional_objects(asking, "of")]
    return distinct(actor for token in own for actor in acting(token, marked))


def owns_deed(word: Token, marked: MarkedReport) -> bool:
    """Before a deed a plain noun tells whose it is only when it is a force: no "hostage" of "hostage swap"."""
    if word.lower_ == "gun":
        return False  # "a gun battle" is nobody's
    deed = lemma_of(word.head) in word_set("single_deeds")
    is_acronym = deed and word.pos_ == "PROPN" and word.text.isupper() and len(word) > 2
    return (
        is_acronym
        or marked.actor_mark_of(word) is not None
        or word.low_lemma in word_set("people")
        or word.low_lemma in word_set("instruments")
    )


def noun_recipients(noun: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    tokens = prepositional_objects(noun, "on", "against", "of", "with")
    return distinct(actor for token in tokens for actor in acting(token, marked))


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({(actor.entity_name or actor.entity_text): actor for actor in actors}.values())


def who_acts(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """The subject; of a verb of saying that is joined to another, whoever the attribution names."""
    actors = verb_actors(verb, marked)
    if actors and verb.dep_ != "conj":
        return actors
    said = next((mark for mark in marked.speakers if mark.cue[0][0] <= verb.idx < mark.cue[-1][1]), None)
    return (said.actor,) if said is not None and said.actor is not None else actors


def behind_the_fire(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "Came under fire from Serb tanks": not who suffers it."""
    steps = (token for token in verb.subtree if token.lower_ in {"from", "by"} and token.dep_ in {"prep", "agent"})
    below = [step for step in steps if step.head.low_lemma not in listed("territory", "ways")]  # "on the road from X"
    hands = [obj for token in below for obj in token.children if obj.dep_ == "pobj"]
    return distinct(actor for hand in hands for actor in acting(hand, marked))
