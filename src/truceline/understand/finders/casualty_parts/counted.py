"""From a number to the harm that its people suffered, by the grammar around it."""

from dataclasses import dataclass

from truceline.model.claims.casualties import Harm
from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.changed import told_beside_count
from truceline.understand.finders.casualty_parts.harm_words import (
    harm_done,
    harm_named,
    harm_of_subject,
    is_done_with_next,
    is_surviving,
    noun_harms,
    state_harms,
    state_of_complement,
    word_set,
)
from truceline.understand.finders.casualty_parts.of_the_harmed import among_the_harmed, among_those, of_the_harmed
from truceline.understand.finders.casualty_parts.order import does_harm, harm_by_order
from truceline.understand.finders.casualty_parts.people import is_person, subgroups_of
from truceline.understand.grammar import is_passive, subjects, words_after, words_before
from truceline.understand.tokens import Token

Told = tuple[Harm, Token, str]
TOLL_HARMS: tuple[Harm, ...] = ("killed", "injured", "displaced", "missing", "casualties", "losses")
DONE_TO: tuple[Harm, ...] = ("killed", "captured", "injured", "displaced")
LEFT_HOME = "left-home"
UNITS = frozenset({"nummod", "quantmod", "nmod", "compound", "det", "amod", "advmod", "appos"})


@dataclass(frozen=True, slots=True)
class Counted:
    """``unit``: the token that stands in the clause for those counted; ``verb``: the word that tells the harm."""

    mark: NumberMark
    unit: Token
    noun: Token | None
    harm: Harm
    teller: Token
    rule: str
    inherited: bool = False
    before: "Counted | None" = None


def unit_of(number: Token) -> Token:
    """The noun that the number counts, else the number itself; "hundreds of people" counts people."""
    counts = number.head.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} or number.head.lower_ == "more"
    if counts and number.head.i > number.i + 1 and stands_bare(number):
        return number
    if number.dep_ in UNITS and counts and number.head.i > number.i:
        return people_behind_name(number.head) or number.head
    return number


def stands_bare(number: Token) -> bool:
    """ "43 killed; more than 300,000 displaced (figures of both sides)": the bracket tells where they come from."""
    return number.nbor(1).lower_ in state_harms() and number.nbor(2).text in {"(", "[", ";", ",", "."}


def people_behind_name(name: Token) -> Token | None:
    """ "Six Lanka Army (LA) soldiers", "three Thai soldiers": the parse lets the number count the army, the nation."""
    people = name.head
    named = name.pos_ in {"PROPN", "ADJ"} and name.dep_ in {"nmod", "compound", "amod"} and people.i > name.i
    return people if named and people.pos_ == "NOUN" and is_person(people) else None


def counted_noun(unit: Token) -> Token | None:
    """ "hundreds of people", "dozens of its soldiers": the noun behind "of"."""
    if (
        unit.pos_ in {"NOUN", "PROPN", "ADJ"}
        and not unit.like_num
        and unit.low_lemma not in word_set("units_of_counting")
    ):
        return unit
    for child in unit.children:
        if child.lower_ == "of":
            return next((obj for obj in child.children if obj.dep_ == "pobj"), None)
    return None


def harm_at(unit: Token, noun: Token | None, first: Token) -> Told | None:
    """The harm, the word that tells it, and the rule. ``first``: the token where the figure begins."""
    behind = state_right_behind(unit)
    done_to = harm_in_of_phrase(unit)
    if done_to is not None and done_to[0] == "killed" and done_to[2] == "harm-of":
        return done_to  # "ordered the killing of 20 captives"
    in_clause = harm_in_clause(unit, noun)
    if in_clause is not None and in_clause[0] in {"killed", "missing"} and behind is None:
        return in_clause  # "killed nine displaced people", "six of the wounded died", "300 refugees vanished"
    if in_clause is not None and in_clause[0] == "injured" and behind is None and is_merely_uprooted(noun):
        return in_clause  # "wounding three displaced people"
    return (
        behind
        or harm_in_noun(unit, noun)
        or harm_in_modifier(unit, noun)
        or in_clause
        or done_to
        or among_those(unit)
        or lives_lost(unit)
        or names_on_roll(unit)
        or harm_in_toll(unit)
        or harm_of_all(unit)
        or harm_by_order(unit, first)
    )


def is_merely_uprooted(noun: Token | None) -> bool:
    modifiers = [child for child in noun.children if child.dep_ in {"amod", "acl"}] if noun is not None else []
    return any(state_harms().get(one.lower_) in {"displaced", "captured"} for one in modifiers)


def state_right_behind(unit: Token) -> Told | None:
    """ "Seven killed, 15 wounded as shells hit": whatever the parser makes of a bare figure and its participle."""
    after = words_after(unit.doc, unit.i + 1, 2)
    if unit.pos_ == "NUM" and len(after) == 2 and after[0].lower_ == "in" and after[1].lower_ in word_set("injured_in"):
        return "injured", after[1], "lying-in"  # "left 12 dead and three in hospital"
    if (
        unit.pos_ == "NUM"
        and len(after) == 2
        and after[0].lower_ in word_set("taken_so")
        and after[1].lower_ in word_set("taken_as")
    ):
        return "captured", after[1], "harm-word-after"  # "60 killed and 22 taken prisoner"
    if unit.pos_ != "NUM" or not after or after[0].lower_ not in state_harms():
        return None
    own = len(after) == 2 and after[1].pos_ in {"NOUN", "PROPN", "NUM"} and after[0].tag_ not in {"VBN", "VBD"}
    return None if own else (state_harms()[after[0].lower_], after[0], "harm-word-after")


def harm_in_noun(unit: Token, noun: Token | None) -> Told | None:
    remains = remains_of(noun)
    if remains is not None:
        return "killed", remains, "harm-noun"
    if noun is not None and noun.low_lemma in word_set("arrivals") and is_of_uprooted(noun):
        return "displaced", noun, "harm-noun"
    for token in (unit, noun):
        if token is not None:
            harm = noun_harms().get(token.low_lemma) or noun_harms().get(token.lower_)
            if harm is not None and (token.pos_ != "VERB" or token.tag_ == "VBN"):
                return harm, token, "harm-noun"
    return None


def remains_of(noun: Token | None) -> Token | None:
    """ "Recovered 600 soldiers' bodies": whose they are is counted."""
    if noun is None or noun.dep_ != "poss" or noun.tag_ not in {"NNS", "NNPS"}:
        return None
    return noun.head if noun.head.low_lemma in word_set("remains") else None


def is_of_uprooted(noun: Token) -> bool:
    """ "The camp took in 12,000 new arrivals"."""
    return any(word.lower_ in word_set("uprooted_near") or word.lower_ == "camp" for word in noun.sent)


def harm_in_modifier(unit: Token, noun: Token | None) -> Told | None:
    for token in filter(None, (unit, noun)):
        wounds = wounds_of(token)
        if wounds is not None:
            return "injured", wounds, "with-wounds"
        lying = state_it_lies_in(token) or among_the_harmed(token)
        if lying is not None:
            return lying
        for child in token.children:
            if (
                child.dep_ in {"amod", "acl", "advcl", "appos", "relcl", "oprd", "acomp"}
                and child.lower_ in state_harms()
            ) and (child.dep_ != "relcl" or is_passive(child)):
                return state_harms()[child.lower_], child, "harm-participle"
            to_die = child.dep_ in {"acl", "relcl"} and child.lower_ in {"die", "perish"} and child.tag_ == "VB"
            if to_die and any(one.lower_ == "to" for one in child.children):
                return "killed", child, "harm-participle"  # "one of 14 to die that night"
            harm = harm_of_participle(child, token)
            if harm is not None:
                return harm, child, "harm-participle"
            if child.dep_ == "relcl":
                relative = harm_of_subject(child)
                if relative is not None and any(g.tag_ in {"WP", "WDT"} for g in child.children):
                    return relative, child, "relative-clause"
    after = unit.doc[unit.i + 1] if unit.i + 1 < len(unit.doc) else None
    near = after is not None and after.lower_ in state_harms() and after.head in {unit, unit.head, unit.head.head}
    if after is not None and near and not does_harm(unit, after):
        return state_harms()[after.lower_], after, "harm-word-after"
    return None


def harm_of_participle(word: Token, noun: Token) -> Harm | None:
    """ "Eleven men shot near the well", "120 women held in the town"."""
    if is_held(word):
        return "captured"
    if word.dep_ != "acl" or word.tag_ != "VBN":
        return None
    return harm_done(word) or (harm_of_subject(word) if is_main_verb(word, noun) else None)


def is_held(word: Token) -> bool:
    """ "120 women held in the town"; not "held a rally", "held over the theft"."""
    if word.dep_ != "acl" or word.lower_ != "held":
        return False
    return not any(child.dep_ == "dobj" or child.lower_ in {"over", "for", "on"} for child in word.children)


def is_main_verb(participle: Token, noun: Token) -> bool:
    """ "Thirteen men paid with their lives, X said": the parse takes the clause's only verb for a participle."""
    others = (child for child in noun.head.children if child.dep_ == "nsubj" and child.i > participle.i)
    return noun.dep_ == "ROOT" or (noun.dep_ == "nsubj" and any(others))


def state_it_lies_in(noun: Token) -> Told | None:
    """ "60 in hospital", "nine in rebel hands"."""
    for step in noun.children:
        for thing in step.children if step.lower_ == "in" and step.i > noun.i else ():
            if thing.lower_ in word_set("injured_in"):
                return "injured", thing, "lying-in"
            if thing.lower_ in word_set("captured_in"):
                return "captured", thing, "lying-in"
    return None


def wounds_of(noun: Token) -> Token | None:
    """ "some 70 people with fragment wounds"."""
    steps = (child for child in noun.children if child.lower_ == "with")
    things = (thing for step in steps for thing in step.children if thing.dep_ == "pobj")
    return next((one for one in things if one.low_lemma in word_set("wounds")), None)


def comes_with_wounds(verb: Token) -> Told | None:
    """ "Walked out of the forest with gunshot wounds"; who deals "with" wounds has none."""
    wounds = wounds_of(verb)
    dealt = wounds is not None and wounds.left_edge.i == verb.i + 2 and not is_passive(verb)
    known = verb.low_lemma in word_set("arriving")
    return ("injured", wounds, "with-wounds") if wounds is not None and (known or not dealt) else None


def harm_in_clause(unit: Token, noun: Token | None) -> Told | None:
    head = chain_head(unit)
    verb = head.head.head if head.head.dep_ in {"aux", "auxpass"} else head.head
    if head.dep_ == "pobj":
        return (
            done_with(head)
            or out_of_touch(head)
            or none_survived(head)
            or done_past_particle(head, noun)
            or harmed_along(head, noun)
        )
    if verb.pos_ not in {"VERB", "AUX", "ADJ"}:
        return None
    if (of_them := of_the_harmed(head, verb)) is not None:
        return of_them
    if head.dep_ == "nsubjpass" or (head.dep_ == "nsubj" and (is_passive(verb))):
        return done_to_them(verb, head, noun)
    if head.dep_ in {"nsubj", "dep", "npadvmod", "meta"}:
        harm = harm_of_subject(verb)
        harm = harm or elliptic_passive(verb)
        if harm is None and has_left_home(verb, noun or head):
            return "displaced", verb, LEFT_HOME
        return (harm, verb, "subject-suffers") if harm else harm_in_conjunct(verb) or comes_with_wounds(verb)
    if head.dep_ in {"dobj", "attr", "oprd", "dative"}:
        harm = harm_done(verb) or left_in_state(verb, head) or lost(verb, noun or head) or filled(verb, head)
        return (harm, verb, "object-harmed") if harm else None
    return None


def has_left_home(verb: Token, noun: Token) -> bool:
    """ "Up to 300,000 of the city's inhabitants have left", "40,000 people have left Goma"."""
    if verb.low_lemma not in word_set("leaving_home") or verb.tag_ == "VBG":
        return False
    left = [child for child in verb.rights if child.dep_ in {"dobj", "xcomp", "ccomp"} or child.tag_ == "VB"]
    town = all(one.dep_ == "dobj" and one.pos_ == "PROPN" for one in left)
    at_home = noun.low_lemma in word_set("inhabitants") or (left and noun.low_lemma in {"people", "person", "civilian"})
    owned = noun.low_lemma == "people" and "poss" in noun.child_deps
    return town and bool(at_home or owned)


def done_to_them(verb: Token, head: Token, noun: Token | None) -> Told | None:
    """The subject of a passive clause."""
    supposed = said_to_be_harmed(verb) if head.dep_ == "nsubjpass" else None
    if supposed is not None:
        return supposed
    harm = harm_of_subject(verb) or filled(verb, head)
    if harm is None and verb.lemma_ == "lose" and is_person(noun or head):
        harm = "killed"
    if harm is None:
        return harm_in_conjunct(verb) or comes_with_wounds(verb)
    return killed_in_the_end(verb, harm) or (harm, verb, "passive-harm")


def is_found_later(found: Token, verb: Token) -> bool:
    """ "Were kidnapped in March and found dead": the parse takes the second participle for a verb of its own."""
    return found.lower_ == "found" and is_passive(verb) and "dobj" not in found.child_deps


def harm_in_conjunct(verb: Token) -> Told | None:
    """ "was hit in the neck and died"."""
    if is_done_with_next(verb):
        return None
    for child in verb.children:
        if child.dep_ == "conj" and not any(own.dep_ in {"nsubj", "nsubjpass"} for own in child.children):
            harm = harm_of_subject(child) or (state_of_complement(child) if is_found_later(child, verb) else None)
            if harm is not None:
                return harm, child, "second-verb"
    return None


def killed_in_the_end(verb: Token, harm: Harm | None) -> Told | None:
    """ "was shot and killed", "were rounded up and slaughtered", "was hit by a bullet and later died"."""
    later = harm_in_conjunct(verb) if harm in {"injured", "captured"} else None
    if later is None or later[0] != "killed" or (later[1].lemma_ == "find" and harm != "captured"):
        return None
    together = verb.lower_ in state_harms() and later[1].lower_ in state_harms()  # "wounded or killed"
    together = together and (harm == "injured" or any(child.lower_ == "or" for child in verb.rights))
    return None if together else later


def done_with(head: Token) -> Told | None:
    """ "made off with 35 women", "operated on 70 people"."""
    verb, step = head.head.head, head.head.lower_
    if step == "of" and verb.dep_ == "dobj":
        verb = verb.head  # "emptied three villages of their inhabitants"
    if verb.pos_ != "VERB":
        return None
    particles = {child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"}} | {""}
    told = {" ".join(f"{verb.low_lemma} {particle} {step}".split()) for particle in particles}
    harms: tuple[Harm, ...] = ("captured", "injured", "killed", "displaced")
    return next(((harm, verb, "done-with") for harm in harms if told & word_set(f"{harm}_with")), None)


def out_of_touch(head: Token) -> Told | None:
    """ "Has lost contact with ten soldiers"."""
    tie = head.head.head
    lost = tie.low_lemma in word_set("ties") and tie.head.low_lemma == "lose" and head.head.lower_ == "with"
    return ("missing", tie.head, "out-of-touch") if lost else None


def done_past_particle(head: Token, noun: Token | None) -> Told | None:
    """ "finished off six of the wounded": the parser takes the particle for a preposition."""
    verb = head.head.head
    if head.head.lower_ not in {"off", "up", "down", "out"} or verb.pos_ != "VERB" or not is_person(noun or head):
        return None
    harm = harm_done(verb)
    return (harm, verb, "object-harmed") if harm is not None else None


def harmed_along(head: Token, noun: Token | None) -> Told | None:
    """ "The governor was killed along with seven bodyguards", "died together with nine men"."""
    step, verb = head.head, head.head.head
    if step.lower_ not in {"with", "alongside"} or verb.pos_ != "VERB" or not is_person(noun or head):
        return None
    together = step.nbor(-1).lower_ in {"along", "together"} or step.lower_ != "with" or head.lower_ == "others"
    harm = harm_of_subject(verb) if together else None
    return (harm, verb, "along-with") if harm is not None else None


def none_survived(head: Token) -> Told | None:
    """ "none of the 30 miners got out alive", "not one of the 11 crewmen survived", "neither of the two": all died."""
    none = head.head.head
    alone = none.lower_ in {"none", "neither"} or (
        none.lower_ == "one" and "not" in {w.lower_ for w in words_before(none.doc, none.i, 1)}
    )
    if head.head.lower_ != "of" or not alone:
        return None
    verbs = [none.head, *(child for child in none.children if child.dep_ in {"acl", "relcl"})]
    verb = next((one for one in verbs if is_surviving(one)), None)
    return ("killed", verb, "none-survived") if verb is not None else None


def elliptic_passive(verb: Token) -> Harm | None:
    """ "1,200 were killed and 251 taken hostage": the second participle shares the auxiliary of the first."""
    shares = verb.dep_ in {"conj", "ccomp", "advcl"} and verb.tag_ in {"VBN", "VBD"}
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.lower_ not in state_harms()]
    shares = shares and not is_done_with_next(verb)
    return harm_done(verb) if shares and not objects and (is_passive(verb.head) or verb.tag_ == "VBN") else None


def harm_of_all(unit: Token) -> Told | None:
    """ "with 14 people aboard, all of whom died"."""
    for word in words_after(unit.doc, unit.i + 1, 12):
        if word.lower_ in {"all", "none"} and word.dep_ in {"nsubj", "nsubjpass"} and word.head.dep_ != "ROOT":
            harm = harm_of_subject(word.head)
            return (harm, word.head, "all-of-whom") if harm is not None and word.lower_ == "all" else None
    return None


def said_to_be_harmed(verb: Token) -> Told | None:
    """ "are believed to have died", "are feared trapped under rubble"."""
    if verb.low_lemma not in word_set("believing"):
        return None
    for inner in verb.children:
        if inner.dep_ in {"xcomp", "oprd"} and inner.pos_ in {"VERB", "AUX"}:
            harm = harm_of_subject(inner) or (harm_done(inner) if inner.dep_ == "oprd" else None)
            if harm is not None:
                return harm, inner, "said-to-be-harmed"
    return None


def left_in_state(verb: Token, head: Token) -> Harm | None:
    """ "left 50 wounded", "found three dead", "has left hundreds of people dead"."""
    if verb.lemma_ in word_set("leaving"):
        return state_of_last(head) or state_of_complement(verb) or (state_harms().get(head.lower_))
    return None


def state_of_last(head: Token) -> Harm | None:
    """ "Counted three soldiers and three militiamen dead": one state for both."""
    states = (child for other in head.conjuncts for child in other.children if child.dep_ == "amod")
    return next((state_harms()[child.lower_] for child in states if child.i > head.i and is_behind(child)), None)


def is_behind(state: Token) -> bool:
    return state.lower_ in state_harms() and state.i > state.head.i


def lost(verb: Token, head: Token) -> Harm | None:
    """ "lost eleven men": persons, not games; of a bare "lost four" the sentence must speak of harm."""
    if verb.lemma_ == "cost" and is_person(head) and head == last_object(verb):
        return "killed"  # "the war cost India 1,200 soldiers"; not "cost two women their homes"
    if verb.lemma_ != "lose" or head.low_lemma in word_set("lost_otherwise"):
        return None
    near = head.doc[max(0, head.sent.start - 30) : head.sent.end]
    harmed = any(word.lower_ in state_harms() or word.low_lemma in noun_harms() for word in near)
    bare = head.like_num and not any(child.lower_ == "of" for child in head.children)
    return "killed" if is_person(head) or (bare and harmed) else None


def last_object(verb: Token) -> Token | None:
    return next((child for child in reversed(list(verb.rights)) if child.dep_ in {"dobj", "dative"}), None)


def filled(verb: Token, head: Token) -> Harm | None:
    """ "Has filled more than 1,700 graves"."""
    dug = head.low_lemma in word_set("graves") and verb.lemma_ in word_set("graves_filled")
    return "killed" if dug else None


def harm_in_of_phrase(unit: Token) -> Told | None:
    """ "the deaths of 11 soldiers", "the loss of 70 fighters", "casualties among 40 men"."""
    head = chain_head(unit)
    if head.dep_ != "pobj" or head.head.lower_ not in {"of", "among", "to"}:
        return None
    noun = head.head.head
    lemma = "remains" if noun.lower_ == "remains" else noun.low_lemma
    done = next((harm for harm in DONE_TO if lemma in word_set(f"{harm}_done_to")), None)
    if done is not None:
        return done, noun, "harm-of"
    if noun.lower_ == "toll" and unit.like_num:
        return "killed", noun, "toll-noun"  # "expects the toll of 175 to rise"
    on_board = [word.lower_ for word in words_after(unit.doc, unit.i + 1, 2)] in (["on", "board"], ["aboard"])
    if (lemma == "loss" or lost_in_doing(noun)) and (is_person(counted_noun(unit) or unit) or on_board):
        return "killed", noun, "harm-of"
    harm = noun_harms().get(lemma)
    return harm_in_turn(noun) or ((harm, noun, "harm-of") if harm in {"killed", "injured", "missing"} else None)


def lost_in_doing(noun: Token) -> Token | None:
    """The deed that had its price: "took the camp for the loss of eight men", "at a cost of 30 fighters"."""
    if noun.low_lemma not in {"loss", "cost", "price"} or noun.dep_ != "pobj" or noun.head.lower_ not in {"for", "at"}:
        return None
    return noun.head.head if noun.head.head.pos_ == "VERB" else None


def harm_in_turn(noun: Token) -> Told | None:
    """ "took both legs of a farmer", "the fate of 22 boys is unknown", "has made refugees of a million"."""
    taking = word_set(f"{noun.low_lemma}_taken") if noun.low_lemma in {"throat", "life"} else frozenset()
    if noun.head.low_lemma in taking:
        return "killed", noun.head, "harm-of"
    torn = words_before(noun.doc, noun.i, 2)  # "claiming the lives of 22, the governor, X dos Y, said"
    if torn and torn[0].pos_ == "VERB" and torn[0].low_lemma in taking:
        return "killed", torn[0], "harm-of"
    if noun.low_lemma in word_set("body_parts") and noun.head.low_lemma in word_set("maiming"):
        return "injured", noun.head, "harm-of"
    if noun.lower_ == "whereabouts" or (noun.low_lemma == "fate" and is_unknown_yet(noun)):
        return "missing", noun, "harm-of"
    if noun.low_lemma == "refugee" and noun.head.lemma_ in {"make", "turn"}:
        return "displaced", noun, "harm-of"
    return None


def is_unknown_yet(noun: Token) -> bool:
    return bool({word.lower_ for word in noun.sent} & (word_set("unknown") | {"known"}))


def names_on_roll(unit: Token) -> Told | None:
    """ "21 fresh names were entered on the roll of fallen defenders"."""
    if unit.low_lemma != "name":
        return None
    for word in words_after(unit.doc, unit.i + 1, 10):
        harm = harm_named(word)
        if harm is not None or word.text in {".", ";"}:
            return (harm, word, "names-listed") if harm is not None else on_list(unit)
    return on_list(unit)


def on_list(names: Token) -> Told | None:
    """ "The ministry's figure is 41 dead; the mosque's list has 96 names"."""
    if not any(one.low_lemma in word_set("rolls") for one in subjects(names.head)):
        return None
    before = ((harm_named(word), word) for word in reversed(words_before(names.doc, names.i, 12)))
    return next(((harm, word, "names-listed") for harm, word in before if harm is not None), None)


def lives_lost(unit: Token) -> Told | None:
    """ "set the army back 242 lives": lost, unless the verb spares them."""
    if unit.low_lemma != "life" or unit.lower_ != "lives":
        return None
    verbs = [up for up in unit.ancestors if up.pos_ in {"VERB", "AUX"}][:2]
    spared = any({verb.low_lemma} & word_set("sparing") for verb in [*verbs, *unit.children, unit.head])
    return ("killed", verbs[0], "lives-lost") if verbs and not spared and verbs[0].lemma_ != "be" else None


def harm_in_toll(unit: Token) -> Told | None:
    """ "put the death toll at 12", "the number of dead rose to 64", "raising to 58 the number of the dead"."""
    head = chain_head(unit)
    if head.dep_ not in {"pobj", "attr", "dobj", "npadvmod"}:
        return None
    told = told_beside_count(head)
    if told is not None:
        return *told, "toll-noun"
    governor = head.head.head if head.dep_ == "pobj" else head.head
    verb = (
        governor
        if governor.pos_ in {"VERB", "AUX"}
        else next((up for up in governor.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    )
    steps = {"at", "to", "of", "from", *(["as"] if verb is not None and verb.low_lemma in word_set("totting") else [])}
    steps |= {"in", "into"} if head.lower_ in word_set("vague_plurals") else set()
    if verb is None or (head.dep_ == "pobj" and head.head.lower_ not in steps):
        return None
    for child in verb.subtree:
        counts = child.low_lemma in word_set("told_by_figure") and child.dep_ not in {"pobj", "oprd"}
        deaths = counts and child.lower_ != "death"
        if child.low_lemma in word_set("tolls") or deaths:
            if abs(child.i - unit.i) > 14 or is_below_other_deed(child, verb):
                continue
            if (
                child.lemma_ == "toll"
                and head.dep_ in {"pobj", "attr"}
                and not any(t.lower_ in state_harms() for t in child.subtree)
            ):
                return "killed", child, "toll-noun"
            inside = {token.low_lemma for token in child.subtree} | {child.lower_}
            for harm in TOLL_HARMS:
                if inside & word_set(f"{harm}_cues"):
                    fallen = harm == "losses" and is_person(unit) and subgroups_of(unit) != ("prisoners",)
                    fallen = fallen and unit.low_lemma != "personnel"  # "losses of 47,000 personnel": dead and wounded
                    return "killed" if fallen else harm, child, "toll-noun"  # "put its losses at 15 soldiers"
    return None


def is_below_other_deed(noun: Token, verb: Token) -> bool:
    """ "Has trained 300 medics to treat the wounded": the wounded are of another clause."""
    between = (up for up in noun.ancestors if verb in up.ancestors)
    return any(up.tag_ == "VB" and any(child.lower_ == "to" for child in up.children) for up in between)


def chain_head(unit: Token) -> Token:
    """The first of a coordination: "12 soldiers and three civilians" hang on the verb together."""
    here = unit
    while here.dep_ in {"conj", "appos"} and here.head.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"}:
        here = here.head
    if here.dep_ == "pobj" and here.head.lower_ == "of" and here.head.head.like_num:
        return chain_head(here.head.head)
    return here
