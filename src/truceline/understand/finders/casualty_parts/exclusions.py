"""Who is not harmed in the sense of this war: the freed, the sick, arrested suspects, things that are taken."""

from truceline.knowledge.names import names
from truceline.model.claims.casualties import Harm
from truceline.understand.finders.casualty_parts.counted import chain_head
from truceline.understand.finders.casualty_parts.harm_words import state_harms, word_set, words_beside
from truceline.understand.finders.casualty_parts.people import is_person, status_of
from truceline.understand.grammar import by_agents, is_passive, prepositional_objects, subjects
from truceline.understand.tokens import Token


def is_made_known(unit: Token, teller: Token) -> bool:
    """ "33 of the dead were identified": no toll."""
    verb = unit.head
    return (
        unit.dep_ == "nsubjpass"
        and teller.lower_ in state_harms()
        and verb.low_lemma in word_set("making_known")
        and any(child.lower_ == "of" for child in unit.children)
    )


def is_released(harm: Harm, unit: Token, teller: Token) -> bool:
    """Freed hostages and those who came home are no longer held or displaced, nor are the dead."""
    if harm == "captured" and are_sent_home(unit):
        return True
    aside = teller.dep_ in {"acl", "relcl", "amod"}
    told = teller.pos_ in {"VERB", "AUX"} and not aside
    if harm not in {"captured", "displaced", "missing"} or told or is_newcomer(teller):
        return False
    head = chain_head(unit)
    if (
        teller.dep_ == "amod"
        and head.dep_ == "pobj"
        and head.head.lower_ == "to"
        and head.head.head.low_lemma in word_set("giving_to")
    ):
        return True  # "distributed cash to 12,000 displaced families"
    verbs = [up for up in (head.head, head.head.head) if up.pos_ == "VERB"]
    if any(verb.low_lemma == "find" and {"safe", "alive", "unharmed"} & words_beside(verb) for verb in verbs):
        return True
    return any((verb.low_lemma in word_set("releasing") or is_set_free(verb)) and not is_asked(verb) for verb in verbs)


def is_set_free(verb: Token) -> bool:
    return verb.low_lemma == "set" and any(child.lower_ == "free" for child in verb.children)


def is_newcomer(teller: Token) -> bool:
    """ "Has registered 3,100 new arrivals": counted because they came."""
    return teller.low_lemma in word_set("arrivals") and teller.head.low_lemma in {"register", "receive", "host"}


def are_sent_home(unit: Token) -> bool:
    """ "Handed over the remains of four captives"."""
    steps = [unit, *unit.ancestors][:5]
    bodies = next((at for at, word in enumerate(steps) if word.low_lemma in word_set("mortal_remains")), None)
    if bodies is None:
        return False
    above = [word.low_lemma for word in steps[bodies + 1 : bodies + 3]]
    return any(word in word_set("sending_home") for word in above)


def is_speaking(unit: Token) -> bool:
    """ "Killing 47 people, three officials said": the three only tell of it."""
    head = chain_head(unit)
    beside = unit.head if unit.dep_ == "conj" else unit
    speaks = (one for one in (head, beside) if one.dep_ == "nsubj" and one.head.low_lemma in word_set("saying"))
    return is_person(unit) and any(not is_passive(one.head) and is_before(one, one.head) for one in speaks)


def is_before(noun: Token, verb: Token) -> bool:
    """With nothing that tells a harm in between."""
    between = noun.doc[noun.i + 1 : verb.i]
    return noun.i < verb.i and not any(word.lower_ in state_harms() for word in between)


def is_asked(verb: Token) -> bool:
    """ "called on them to free": not yet done."""
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)


def is_illness(teller: Token) -> bool:
    """Dead of a disease, of age, of a crash on the road: not of the war."""
    ill = [child for child in teller.children if child.dep_ == "compound"]
    if any(child.lower_ in word_set("illnesses") for child in ill):
        return True  # "19 cholera deaths"
    if any(is_ailment(hand) for hand in subjects(teller)):
        return True  # "an outbreak of cholera has killed 61"
    if any(child.dep_ == "advcl" and child.low_lemma in word_set("mishaps") for child in teller.children):
        return True  # "died when their bus overturned"
    below = [word for step in teller.children if step.dep_ in {"prep", "agent"} for word in step.subtree]
    return any({word.lower_, word.low_lemma} & word_set("illnesses") and not is_beside_violence(word) for word in below)


def is_beside_violence(ailment: Token) -> bool:
    """ "Died of violence, hunger and disease": of the war as well."""
    return any(beside.low_lemma in word_set("wars") | word_set("causes") for beside in ailment.conjuncts)


def is_ailment(hand: Token) -> bool:
    named = [hand, *(child for child in hand.children if child.dep_ == "compound"), *prepositional_objects(hand, "of")]
    return not is_person(hand) and any(word.lower_ in word_set("illnesses") for word in named)


def is_taken_in_war(verb: Token, noun: Token | None) -> bool:
    """ "the army arrested four operatives"; police who arrest suspects take no captives."""
    fighters = noun is not None and status_of(noun) == "military"
    takers = [*subjects(verb), *by_agents(verb)]
    return fighters or any(status_of(one) == "military" or one.low_lemma in word_set("forces") for one in takers)


def is_made_thing(noun: Token) -> bool:
    """ "took away five American-made Humvees", "lost two T-72s": a type's name, not a nation's."""
    name = noun.tag_ in {"NNPS", "NNP", "NNS"} and noun.text[0].isupper() and not is_person(noun)
    people = names().one(noun.text, "demonym", "group", "adjective", "country", "organisation")
    return name and people is None and noun.ent_type_ not in {"NORP", "GPE"}
