"""Which verbs tell an event: the words that stand beside them in the parse."""

from collections.abc import Iterator

from truceline.knowledge.files import all_words
from truceline.understand.asked_once import known_by_marks
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.clause_parts.where import is_loose_name
from truceline.understand.finders.clause_parts.who import fronted, is_past_participle_on_noun
from truceline.understand.finders.event_parts.relief import is_relief
from truceline.understand.finders.event_parts.trigger_words import (
    SUBJECT,
    VerbTrigger,
    triggers_in,
    word_set,
)
from truceline.understand.grammar import (
    SUBJECTS,
    by_agents,
    direct_objects,
    grammar_words,
    is_bare,
    is_negated,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

WISH, NAMING, OBJECT, COUNTED, MONEY = "<wish>", "<naming>", "<object>", "<counted>", "<money>"
ACTOR, PLACE, PEOPLE, CLAUSE, CCOMP = "<actor>", "<place>", "<people>", "<clause>", "<ccomp>"
AIM, FUTURE, FACT, PASSIVE = "<aim>", "<will>", "<fact>", "<passive>"
TROOPS, OFFICIAL, RELIEF, DIRECTLY, PARTICLE = "<troops>", "<official>", "<relief>", "+", "~"
ARMED = frozenset({"armed_force", "non_state"})
OFFICIALS = frozenset({"person", "state", "government", "igo"})
SORTS = ((TROOPS, ARMED), (OFFICIAL, OFFICIALS))
OBJECTS = frozenset({"dobj", "attr", "oprd", "pobj", "nsubjpass", "dative"})
BESIDE = frozenset({"prt", "prep", "dobj", "attr", "acomp", "oprd", "advmod", "dative", "npadvmod", "agent", "expl"})
SORTED = OBJECTS | {"conj", "nsubj"}
CLAUSES = frozenset({"xcomp", "ccomp", "oprd"})
MODIFYING = frozenset({"compound", "amod", "nmod"})


@known_by_marks
def trigger_of(verb: Token, marked: MarkedReport) -> VerbTrigger | None:
    """The most demanding trigger whose words all stand beside the verb; of two, the one that its object tells."""
    candidates = triggers_in(lemma_of(verb), verb.sent.forms)
    if not candidates or named_by_itself(verb) is not None:
        return None
    beside = words_beside(verb, marked)
    met = [trigger for trigger in candidates if is_met(trigger, beside)]
    if len(met) < 2:
        return met[0] if met else None
    words = {word for word in beside if not word.startswith("<")}
    objects = closest_words(verb)

    def strength(trigger: VerbTrigger) -> tuple[int, bool, bool, int]:
        by_object = any(need & objects for need in trigger.needs)
        return len(trigger.needs), by_object, is_met(trigger, words), -trigger.width

    return max(met, key=strength)


def is_met(trigger: VerbTrigger, beside: set[str]) -> bool:
    for need in trigger.needs:
        if need.isdisjoint(beside):
            return False
    return trigger.without.isdisjoint(beside)


def words_beside(verb: Token, marked: MarkedReport) -> set[str]:
    """Lemmas of particles, prepositions, objects, complements, and what sort of thing an object or subject is."""
    beside = words_of_subject(verb, marked)
    for token in beside_tokens(verb):
        if marked.date_mark_of(token) is not None and token.pos_ == "PROPN":
            continue  # "in March"
        if is_joined_step(token):
            beside.add(f"{token.head.lower_}_{token.low_lemma}")
            continue
        beside.add(token.low_lemma)
        beside.add(token.lower_)
        if token.dep_ in SORTED and is_near(token, verb):
            beside |= sorts_of(token, marked)
            beside.update(child.low_lemma for child in token.children if child.dep_ in MODIFYING)
    if is_passive(verb) or is_participle_on_noun(verb):
        beside.add(PASSIVE)
    if "dobj" in verb.child_deps:
        beside.add(OBJECT)
        if any(child.dep_ == "nummod" for thing in direct_objects(verb) for child in thing.children):
            beside.add(COUNTED)
    if any(child.dep_ == "advcl" and child.tag_ == "VB" and child.i > verb.i for child in verb.children):
        beside.add(AIM)
    beside.update(PARTICLE + word.lower_ for word in verb.children if word.dep_ == "prt")
    beside.update(DIRECTLY + word.lower_ for word in joined_to(verb) if is_particle(word, verb, marked))
    return beside if CLAUSES.isdisjoint(verb.child_deps) else beside | signs_of_clauses(verb)


def is_joined_step(noun: Token) -> bool:
    """ "Withdrew in support of the peace", "in exchange for two": one preposition of two words, no thing of its own."""
    bare = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.dep_ == "prep"
    return bare and noun.tag_ == "NN" and noun.child_deps == {"prep"}


def is_near(token: Token, verb: Token) -> bool:
    return verb in (token.head, token.head.head) or verb.head == token or token.dep_ in {"nsubjpass", "nsubj"}


def joined_to(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        yield child
        if "mark" in child.child_deps:
            yield from (mark for mark in child.children if mark.dep_ == "mark")


def signs_of_clauses(verb: Token) -> set[str]:
    clauses = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp"}]
    behind = {child.dep_ for child in clauses if child.i > verb.i}
    wished = any(child.dep_ == "ccomp" and is_subjunctive(child) for child in clauses)
    naming = "oprd" in verb.child_deps
    to_come = any(not clause.helpers.isdisjoint(grammar_words("will")) for clause in clauses if clause.dep_ == "ccomp")
    fact = any(clause.dep_ == "ccomp" and clause.i > verb.i and is_of_fact(clause) for clause in clauses)
    signs = ((CLAUSE, bool(behind)), (CCOMP, "ccomp" in behind), (WISH, wished), (NAMING, naming), (FUTURE, to_come))
    done = {
        f"{clause.low_lemma}_{thing.low_lemma}"
        for clause in clauses
        for thing in (*direct_objects(clause), *being(clause))
    }
    return done | {sign for sign, is_there in (*signs, (FACT, fact)) if is_there}  # "hold_fire"


def being(clause: Token) -> list[Token]:
    """ "Was behind the raid", "is responsible for it": what somebody is said to be."""
    if clause.low_lemma != "be" or is_negated(clause):
        return []
    return [child for child in clause.rights if child.dep_ in {"prep", "acomp", "xcomp"}]


def is_of_fact(clause: Token) -> bool:
    """ "Suggested that a store of arms had blown up": what happened, nothing that is proposed."""
    return clause.tag_ in {"VBD", "VBZ"} or not clause.helpers.isdisjoint(grammar_words("factual_auxiliaries"))


def is_subjunctive(verb: Token) -> bool:
    """ "Insists that he be freed", "demanded that it withdraw": a bare form behind "that"."""
    if not verb.helpers:
        return is_bare(verb)
    be = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    return verb.helpers == {"be"} and any(helper.lower_ == "be" for helper in be)


def is_particle(word: Token, verb: Token, marked: MarkedReport) -> bool:
    """ "Called on Moscow", but not "called on Friday"; "called for the army to leave"."""
    if word.dep_ == "mark" and word.lower_ == "for":
        return word.head.head == verb
    if word.dep_ not in {"prep", "prt"} or word.i < verb.i:
        return False
    return not any(child.dep_ == "pobj" and marked.date_mark_of(child) for child in word.children)


def closest_words(verb: Token) -> set[str]:
    """Lemmas of the object itself, or of what a passive is told of."""
    objects = [*direct_objects(verb), *(subjects(verb) if is_passive(verb) else [])]
    return {word for token in objects for word in (token.low_lemma, token.lower_)}


def sorts_of(token: Token, marked: MarkedReport) -> set[str]:
    sorts: set[str] = set()
    if token.head.dep_ == "agent":
        return sorts  # "his consent was welcomed by Oman": nobody was received
    counted = token.pos_ == "NUM" and token.dep_ in {"dobj", "nsubjpass"}
    if counted and token.ent_type_ == "MONEY":
        sorts.add(MONEY)  # "gave $500,000"
    elif counted or token.low_lemma in all_words("persons"):
        sorts.add(PEOPLE)
    if token.dep_ in {"nsubjpass", "nsubj"} and token.lower_ == "they":
        sorts.add(PEOPLE)  # "they were freed a day later", whoever they are
    if marked.actor_mark_of(token) is not None:
        sorts.add(ACTOR)
    if marked.place_mark_of(token) is not None or is_unknown_place(token, marked):
        sorts.add(PLACE)
    return sorts


def is_unknown_place(token: Token, marked: MarkedReport) -> bool:
    """ "Rolled towards Kestova", a name on no map."""
    behind = token.dep_ == "pobj" and token.head.lower_ in word_set("leading_to")
    return behind and token.pos_ == "PROPN" and is_loose_name(token, marked)


def words_of_subject(verb: Token, marked: MarkedReport) -> set[str]:
    found: set[str] = set()
    for token in by_agents(verb) if is_passive(verb) or is_participle_on_noun(verb) else doing(verb):
        found.add(SUBJECT + token.low_lemma)
        found.update(SUBJECT + men.low_lemma for men in men_counted(token))
        mark = marked.actor_mark_of(token)
        if mark is not None:
            found.add(SUBJECT + ACTOR)
            found.update(SUBJECT + sort for sort, kinds in SORTS if mark.kind in kinds)
        if is_relief(token, marked):
            found.add(SUBJECT + RELIEF)
    return found


def men_counted(number: Token) -> list[Token]:
    """ "Hundreds of fighters", "most of the troops": the fighters, the troops."""
    return prepositional_objects(number, "of") if number.low_lemma in listed("territory", "numbers_of") else []


def doing(verb: Token) -> list[Token]:
    """The subjects; the noun that a participle or a relative clause describes."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [verb.head]
    return [verb.head] if verb.dep_ == "relcl" and has_relative_subject(verb) else subjects(verb)


def beside_tokens(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in BESIDE and child.lower_ != "according":  # who says so stands beside no verb
            yield child
            if child.lower_ in word_set("occasions") or child.dep_ == "agent":
                continue  # who did it is the subject of what was done: "the town was captured by rebels"
            for inner in child.children:
                if inner.dep_ in {"pobj", "prt", "prep", "pcomp", "xcomp"} or inner.lower_ in word_set("ended"):
                    yield inner
                    yield from (last for last in inner.children if last.dep_ == "pobj")
                elif (inner.dep_ == "conj" and child.dep_ in OBJECTS) or is_ordered(inner, child):
                    yield inner
        elif (named := named_by_itself(child)) is not None:
            yield named
        elif child.dep_ in {"xcomp", "ccomp"} or (child.dep_ == "advcl" and is_asked_for(child, verb)):
            yield child
            yield from (
                mark for mark in child.children if mark.dep_ in {"aux", "mark"} and mark.lower_ in {"to", "that"}
            )
    if is_passive(verb) or has_truce_subject(verb):
        told_of = [verb.head] if has_relative_subject(verb) and verb.dep_ == "relcl" else subjects(verb)
        yield from (one for token in told_of for one in (token, *men_counted(token)))
    elif not direct_objects(verb) and verb.dep_ == "relcl" and not has_relative_subject(verb):
        yield verb.head
    if is_participle_on_noun(verb):
        yield from [verb.head] if verb.dep_ == "acl" else fronted(verb)


def is_participle_on_noun(verb: Token) -> bool:
    """ "The town shelled by the army"; "captured by the rebels, the town is quiet"."""
    if verb.tag_ != "VBN":
        return False
    return verb.dep_ == "acl" or (verb.dep_ == "advcl" and bool(by_agents(verb)) and is_past_participle_on_noun(verb))


def is_ordered(deed: Token, order: Token) -> bool:
    """ "Gave the order to halt strikes"."""
    return deed.dep_ == "acl" and deed.tag_ == "VB" and order.low_lemma in word_set("orders")


def named_by_itself(clause: Token) -> Token | None:
    """ "Launched what it called an anti-terrorist operation": the operation is launched, and nobody called."""
    if (
        clause.dep_ not in {"ccomp", "pcomp", "advcl"}
        or clause.left_edge.lower_ != "what"
        or clause.low_lemma not in word_set("naming")
    ):
        return None
    if clause.left_edge.dep_ not in OBJECTS:
        return None
    return next((child for child in clause.rights if child.dep_ in {"oprd", "attr"}), None)


def is_asked_for(clause: Token, verb: Token) -> bool:
    """ "Failed for the third time to turn up": the parse takes the infinitive for an aside."""
    to = clause.tag_ == "VB" and "to" in clause.helpers and clause.i > verb.i
    return to and lemma_of(verb) in word_set("catenatives")


def has_truce_subject(verb: Token) -> bool:
    """ "A ceasefire agreed on Saturday": no truce agrees to anything, so the verb is a participle."""
    return any(token.low_lemma in listed("ceasefires", "truces") for token in subjects(verb)) and not direct_objects(
        verb
    )


def has_relative_subject(verb: Token) -> bool:
    """ "The fighters who took it": the pronoun stands for the head."""
    return not SUBJECTS.isdisjoint(verb.child_deps) and any(
        child.dep_ in {"nsubj", "nsubjpass"} and child.tag_ in {"WDT", "WP"} for child in verb.children
    )
