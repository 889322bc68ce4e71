"""What the English parser gets wrong at participles and helping verbs, hung on the right word."""

from functools import lru_cache

import spacy.tokens

from truceline.knowledge.files import all_words, word_set, words
from truceline.understand.grammar import SUBJECTS
from truceline.understand.languages.en.mend_questions import (
    FINITE,
    has_lemma_of_saying,
    is_behind_comma,
    own_subject,
)
from truceline.understand.languages.en.mends import Mends

mend_participles = Mends()


@mend_participles.of("aux")
def mend_split_helper(helper: spacy.tokens.Token) -> None:
    """ "The army had on 10 May released nine": the subject is that of the verb, and the day too."""
    verb = helper.head
    if helper.i > verb.i or own_subject(helper) is None:
        return
    for child in list(helper.lefts):
        if child.dep_ in SUBJECTS:
            child.head = verb
    for day in [child for child in helper.rights if child.dep_ == "dobj" and child.ent_type_ == "DATE"]:
        step = next((word for word in day.subtree if word.lower_ in {"on", "in"} and word.i < day.i), None)
        if step is not None:
            step.head, step.dep_ = verb, "prep"
            day.head, day.dep_ = step, "pobj"


@mend_participles.of("ROOT")
def mend_participle_as_verb(root: spacy.tokens.Token) -> None:
    """ "The truce agreed by X and Y came into effect", "shells fired by X hit the town": who does it stands behind
    "by"; another is the main verb.
    """
    if root.tag_ not in {"VBD", "VBN"} or any(c.dep_ in {"aux", "auxpass"} for c in root.lefts):
        return
    agent = next((child for child in root.rights if child.dep_ == "agent"), None)
    subject = own_subject(root)
    if agent is None or subject is None:
        return
    verb = next((child for child in root.rights if child.i > agent.i and is_without_subject(child)), None)
    if verb is None:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
    root.head, root.dep_, root.tag_ = subject, "acl", "VBN"
    for child in list(root.children):
        if child.i < subject.left_edge.i or child.i > verb.i:
            child.head = verb


@mend_participles.of("ROOT", "ccomp", "advcl", "conj", classes=("VERB",))
def mend_participle_before_verb(participle: spacy.tokens.Token) -> None:
    """ "The ceasefire agreed in January came to nothing": agreed by others, as the verb behind has no other subject."""
    subject = own_subject(participle)
    if participle.tag_ not in {"VBD", "VBN"} or subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return
    if subject.i != participle.i - 1 or any(child.dep_ in {"aux", "auxpass", "dobj"} for child in participle.children):
        return
    verb = next((child for child in participle.rights if child.tag_ == "VBD" and is_without_subject(child)), None)
    if verb is None or any(child.dep_ == "expl" for child in verb.lefts):
        return  # "residents said there was shelling"
    between = participle.doc[participle.i + 1 : verb.i]
    if any(word.is_punct or word.dep_ in {"mark", "cc"} for word in between):
        return
    if verb.nbor(-1).pos_ == "PROPN" and verb.nbor(-1).ent_type_ != "DATE":
        return  # "slipped back to Pakistan occupied Kashmir"
    make_participle(participle, subject, verb)
    subject.head, subject.dep_, participle.tag_ = verb, "nsubj", "VBN"


@mend_participles.of("ROOT", classes=("VERB",))
def mend_put_paid(paid: spacy.tokens.Token) -> None:
    """ "The bombing put paid to the truce": it did so, and nothing was paid."""
    put = paid.nbor(-1) if paid.i > paid.sent.start else paid
    if paid.lower_ != "paid" or put.lower_ != "put" or put.head != paid or put.dep_ != "auxpass":
        return
    for child in list(paid.children):
        if child != put:
            child.head = put
    for child in put.lefts:
        child.dep_ = "nsubj" if child.dep_ == "nsubjpass" else child.dep_
    put.head, put.dep_, put.pos_, put.tag_, put.lemma_ = put, "ROOT", "VERB", "VBD", "put"
    paid.head, paid.dep_ = put, "acomp"


@mend_participles.of("ROOT", "ccomp")
def mend_participle_of_count(root: spacy.tokens.Token) -> None:
    """ "The number of soldiers confirmed dead in X stands at 131": the number stands, others have confirmed it."""
    subject = own_subject(root) if root.tag_ in {"VBD", "VBN"} else None
    if subject is None or subject.lemma_.lower() not in word_set("casualties", "tolls"):
        return
    if any(child.dep_ in {"aux", "auxpass"} for child in root.lefts):
        return
    verb = next((child for child in root.rights if is_without_subject(child)), None)
    if verb is not None:
        make_participle(root, subject, verb)
        subject.head, root.tag_ = verb, "VBN"


def is_without_subject(verb: spacy.tokens.Token) -> bool:
    own = SUBJECTS | {"cc", "mark"}
    joined = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text in {",", "and", "but"}
    loose = verb.dep_ in {"ccomp", "conj", "advcl"} and verb.tag_ in FINITE
    return loose and not joined and not any(c.dep_ in own for c in verb.lefts)


@mend_participles.of("pobj")
def mend_name_behind_office(name: spacy.tokens.Token) -> None:
    """ "By General X and rebel chief Y": the chief and his name are one."""
    if name.pos_ != "PROPN" or not name.i or name.left_edge.i == 0:
        return
    office = name.left_edge.nbor(-1)
    first = office.head
    if office.dep_ != "conj" or office.pos_ != "NOUN" or first.dep_ != "pobj" or first.head != name.head:
        return
    for child in list(office.children):
        child.head = name
    office.head, office.dep_ = name, "compound"
    name.head, name.dep_ = first, "conj"


@mend_participles.of("nsubj")
def mend_second_of_two(name: spacy.tokens.Token) -> None:
    """ "A pact signed by X and rebel leader Y took effect", "the truce between X and Y holds": the second of two."""
    if name.left_edge.i == 0:
        return
    joint = name.left_edge.nbor(-1)
    first = joint.head
    earlier = any(child.dep_ in SUBJECTS and child.i < first.i for child in name.head.lefts)
    if joint.dep_ != "cc" or first.dep_ != "pobj" or not earlier:
        return
    if first.head.lower_ == "between" or (first.head.dep_ == "agent" and name.pos_ == "PROPN"):
        name.head, name.dep_ = first, "conj"


@mend_participles.of("ROOT", "parataxis", "advcl")
def mend_participle_before_helper(participle: spacy.tokens.Token) -> None:
    """ "A truce agreed in Doha was broken", "the last, a pause agreed on in Jeddah, has been broken": agreed by others;
    the verb is the one with a helper, which has no subject of its own.
    """
    subject = own_subject(participle) if participle.tag_ in {"VBD", "VBN"} else None
    if participle.dep_ == "advcl" and not is_aside(participle):
        return
    if subject is None or any(child.dep_ in {"aux", "auxpass", "dobj", "attr"} for child in participle.children):
        return
    if has_lemma_of_saying(participle) and subject.lemma_.lower() not in word_set("grammar", "what_is_agreed"):
        return  # "the town, the army said, was taken"
    verb = verb_behind(participle)
    if verb is None:
        return
    if verb == participle.head:
        participle.head, participle.dep_ = subject, "acl"
    else:
        make_participle(participle, subject, verb)
    participle.tag_ = "VBN"
    subject.head, subject.dep_ = verb, "nsubjpass" if has_role(verb, {"auxpass"}) else "nsubj"


def is_aside(participle: spacy.tokens.Token) -> bool:
    """ "The town, lost to the rebels in May, was won back": between two commas, and joined by no word."""
    joined = any(child.dep_ == "mark" or child.tag_ == "WRB" for child in participle.lefts)
    return not joined and is_behind_comma(participle)


def verb_behind(participle: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """With a helper, and joined to the participle by no word."""
    above = [participle.head] if participle.dep_ in {"parataxis", "advcl"} and participle.head.i > participle.i else []
    joined = [child for child in participle.rights if child.dep_ in {"ccomp", "conj"}]
    other = SUBJECTS | {"mark", "expl"}
    for verb in (*above, *joined):
        helper = next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}), None)
        finite = helper is not None and helper.tag_ in FINITE and helper.i > participle.i
        if helper is not None and finite and not has_role(verb, other) and helper.nbor(-1).tag_ != "CC":
            return verb
    return None


def has_role(verb: spacy.tokens.Token, roles: frozenset[str] | set[str]) -> bool:
    return any(child.dep_ in roles for child in verb.children)


def make_participle(participle: spacy.tokens.Token, subject: spacy.tokens.Token, verb: spacy.tokens.Token) -> None:
    """Of what was the sentence's verb; what stood before its subject or behind the verb is the verb's."""
    verb.head, verb.dep_ = (verb, "ROOT") if participle.dep_ == "ROOT" else (participle.head, participle.dep_)
    participle.head, participle.dep_ = subject, "acl"
    for child in list(participle.children):
        if child.i < subject.left_edge.i or child.i > verb.i:
            child.head = verb


@mend_participles.of("xcomp")
def mend_found_harmed(harmed: spacy.tokens.Token) -> None:
    """ "Twelve nurses were found shot dead": shot by others, and not the shooters."""
    found = harmed.head
    if found.lower_ != "found" or harmed.lower_ not in word_set("grammar", "found_so"):
        return
    whom = next((child for child in found.lefts if child.dep_ == "nsubjpass"), None)
    if whom is None or whom.lemma_.lower() in {"body", "corpse", "remains"}:
        return
    harmed.head, harmed.dep_ = (harmed, "ROOT") if found.head == found else (found.head, found.dep_)
    for child in list(found.children):
        child.head = harmed
    found.head, found.dep_ = harmed, "auxpass"


@mend_participles.of("advcl")
def mend_outcome(verb: spacy.tokens.Token) -> None:
    """ "Hit people waiting for bread, killing four": what hit them has killed, not they."""
    inner = verb.head
    if verb.tag_ != "VBG" or inner.dep_ != "acl" or inner.i > verb.i or not is_behind_comma(verb.left_edge):
        return
    if verb.lemma_ not in word_set("events", "harm_only"):
        return
    deed = next((up for up in inner.ancestors if up.pos_ == "VERB" and own_subject(up) is not None), None)
    if deed is not None and deed.i < verb.i:
        verb.head = deed


@mend_participles.of("appos", "nsubj")
def mend_name_behind_adjective(name: spacy.tokens.Token) -> None:
    """ "By the paramilitary Rapid Support Forces", "a raid blamed on the paramilitary RSF killed six": the name is the
    noun.
    """
    if name.pos_ != "PROPN" or not name.left_edge.i:
        return
    adjective = name.head if name.dep_ == "appos" else name.left_edge.nbor(-1)
    if adjective.pos_ != "ADJ" or name.left_edge.i != adjective.i + 1 or adjective.dep_ == "ROOT":
        return
    if name.dep_ == "nsubj" and (adjective.dep_ != "pobj" or is_only_subject(name)):
        return
    name.head, name.dep_ = adjective.head, adjective.dep_
    for child in list(adjective.children):
        child.head = name
    adjective.head, adjective.dep_ = name, "amod"


def is_only_subject(name: spacy.tokens.Token) -> bool:
    return not any(child.dep_ in SUBJECTS and child.i < name.i for child in name.head.lefts)


@mend_participles.of("ROOT")
def mend_told_to(told: spacy.tokens.Token) -> None:
    """ "Residents told to stay away", "rebels given a week": as the headline leaves out to say, others did it."""
    subject = own_subject(told) if told.tag_ in {"VBD", "VBN"} else None
    roles = {child.dep_ for child in told.children}
    if subject is None:
        return
    if told.tag_ == "VBN" and told.lower_.endswith("en") and roles.isdisjoint({"aux", "auxpass"}):
        subject.dep_ = "nsubjpass"
    if told.lemma_ not in word_set("grammar", "told_to"):
        return
    to_do = told.nbor(1).tag_ == "TO" and any(child.dep_ == "xcomp" for child in told.rights)
    if to_do and roles.isdisjoint({"dobj", "dative", "aux", "auxpass", "ccomp"}):
        told.tag_, subject.dep_ = "VBN", "nsubjpass"


@mend_participles.of("npadvmod")
def mend_demanded_of(thing: spacy.tokens.Token) -> None:
    """ "Demanded of all groups an end to the raids": the end is demanded."""
    verb = thing.head
    if verb.lemma_ not in word_set("grammar", "asking_of") or thing.i < verb.i or thing.ent_type_ in {"DATE", "TIME"}:
        return
    if any(child.lower_ == "of" for child in verb.rights) and all(child.dep_ != "dobj" for child in verb.rights):
        thing.dep_ = "dobj"


@mend_participles.of("pobj", "nsubj")
def mend_day_before_subject(noun: spacy.tokens.Token) -> None:
    """ "On 22 April gunmen attacked the village": the day is no part of who did it."""
    number = noun.left_edge
    if not number.is_digit or number.dep_ != "nummod" or number.head != noun or number.i == 0:
        return
    step, month = number.nbor(-1), number.nbor(1)
    verb = step.head
    if step.lower_ != "on" or month.ent_type_ != "DATE" or month.pos_ != "PROPN" or month == noun or verb.i < noun.i:
        return
    if noun.dep_ == "pobj":
        if noun.head != step or own_subject(verb) is not None or verb.tag_ not in FINITE:
            return
        noun.head, noun.dep_ = verb, "nsubj"
    month.head, month.dep_ = step, "pobj"
    number.head = month


@mend_participles.of("nsubj")
def mend_participle_as_subject(participle: spacy.tokens.Token) -> None:
    """ "X and Y, meeting in Khartoum, agreed": the parse takes what they were at for who agreed."""
    if participle.tag_ != "VBG" or participle.i < 2 or participle.nbor(-1).text != ",":
        return
    verb, who = participle.head, own_subject(participle)
    behind = participle.doc[participle.i : verb.i]
    if who is None or verb.i < participle.i or all(word.text != "," for word in behind):
        return
    for child in [child for child in participle.lefts if child.dep_ == "punct" or child == who]:
        child.head = verb
    who.dep_ = "nsubj"
    participle.head, participle.dep_ = who, "acl"


@mend_participles.of("amod")
def mend_verb_before_its_object(verb: spacy.tokens.Token) -> None:
    """ "Blinken phoned army chief X": a name, a verb and its object, of which the parse makes one long name."""
    thing = verb.head
    if verb.tag_ != "VBD" or thing.dep_ != "ROOT" or thing.pos_ not in {"NOUN", "PROPN"} or verb.i < 1:
        return
    who = verb.nbor(-1)
    if who.head != thing or who.pos_ != "PROPN" or who.dep_ not in {"nmod", "compound", "npadvmod"}:
        return
    for child in [child for child in thing.children if child.i < who.i]:
        child.head = who if child.dep_ in {"compound", "amod", "nmod", "det", "poss"} else verb
    for child in [
        child for child in thing.rights if child.dep_ in {"prep", "punct", "cc", "conj", "advcl", "npadvmod"}
    ]:
        child.head = verb
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    who.head, who.dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "dobj"


@mend_participles.of("amod")
def mend_verb_before_time_clause(verb: spacy.tokens.Token) -> None:
    """ "X regained control of Y hours after troops pulled out": one name of the first clause, the second's subject."""
    thing = verb.head
    later = thing.head
    if verb.tag_ != "VBD" or thing.dep_ not in SUBJECTS or later.i < thing.i or verb.i < 1:
        return
    who = verb.nbor(-1)
    mark = next((child for child in later.lefts if child.dep_ == "mark" and child.i > thing.i), None)
    if who.head != thing or who.pos_ != "PROPN" or mark is None:
        return
    if not any(child.dep_ in SUBJECTS and child.i > mark.i for child in later.lefts):
        return
    for child in [child for child in thing.lefts if child.i < who.i]:
        child.head = who
    for child in [child for child in later.children if child.dep_ == "punct"]:
        child.head = verb
    verb.head, verb.dep_, verb.pos_ = (
        (verb, "ROOT", "VERB") if later.head == later else (later.head, later.dep_, "VERB")
    )
    who.head, who.dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "dobj"
    later.head, later.dep_ = verb, "advcl"


@mend_participles.of("conj", classes=("VERB",))
def mend_deed_behind_name(deed: spacy.tokens.Token) -> None:
    """ "Thwarted an attempt to infiltrate X, killing nine": what came of it, joined to no name."""
    if deed.tag_ != "VBG" or deed.head.pos_ not in {"PROPN", "NOUN"} or not is_behind_comma(deed):
        return
    verb = next((up for up in deed.ancestors if up.tag_ in FINITE), None)
    if verb is not None and deed.lemma_ in deeds_to_people():
        deed.head, deed.dep_ = verb, "advcl"


@mend_participles.of("conj")
def mend_second_participle(deed: spacy.tokens.Token) -> None:
    """ "Were rounded up by the army and forced back": it was done to them, too."""
    first = deed.head
    if deed.tag_ != "VBD" or first.tag_ != "VBN":
        return
    if deed.lemma_ not in deeds_to_people() and deed.lemma_ not in word_set("grammar", "done_to_the_same"):
        return
    passive = any(child.dep_ == "auxpass" for child in first.lefts)
    if passive and not any(child.dep_ in SUBJECTS | {"dobj", "aux"} for child in deed.children):
        deed.tag_ = "VBN"


@mend_participles.of("acl")
def mend_participle_of_people(participle: spacy.tokens.Token) -> None:
    """ "Two nurses with the charity X, abducted near Y, were freed": it was done to the nurses, not to X."""
    body = participle.head
    step = body.head
    if not is_behind_comma(participle) or participle.lemma_ not in deeds_to_people() or body.i > participle.i:
        return
    if participle.tag_ == "VBD" and not any(child.dep_ in SUBJECTS | {"dobj", "aux"} for child in participle.children):
        participle.tag_ = "VBN"
    if participle.tag_ != "VBN" or body.dep_ != "pobj" or body.ent_type_ == "PERSON":
        return
    if (
        body.lemma_ not in all_words("persons")
        and step.head.pos_ == "NOUN"
        and step.head.lemma_ in all_words("persons")
    ):
        participle.head = step.head


@mend_participles.of("nsubj")
def mend_whom_they_are_loyal_to(name: spacy.tokens.Token) -> None:
    """ "The army and fighters loyal to X traded accusations": X belongs to "to", and "loyal" to the fighters."""
    if name.left_edge.i < 3:
        return
    step = name.left_edge.nbor(-1)
    loyal = step.nbor(-1)
    if step.dep_ != "prep" or loyal.pos_ != "ADJ" or step.head != loyal or any(True for _ in step.children):
        return
    men = loyal.nbor(-1)
    if men.pos_ != "NOUN" or not any(child.dep_ in SUBJECTS and child.i < step.i for child in name.head.lefts):
        return
    name.head, name.dep_ = step, "pobj"
    loyal.head, loyal.dep_ = men, "amod"


@mend_participles.of("conj")
def mend_verb_joined_to_charge(verb: spacy.tokens.Token) -> None:
    """ "He accused the army of arming gangs and called on X to act": he called, as the charge is no finite verb."""
    charge = verb.head
    if verb.tag_ not in FINITE or charge.tag_ != "VBG" or charge.dep_ != "pcomp" or own_subject(verb) is not None:
        return
    above = charge.head.head
    if above.tag_ == verb.tag_ and above.i < charge.i:
        verb.head = above
        for child in [one for one in charge.rights if one.dep_ == "cc" and one.i < verb.i]:
            child.head = above


@mend_participles.of("conj")
def mend_helper_of_two(participle: spacy.tokens.Token) -> None:
    """ "Nine were killed and two others taken prisoner": the second shares the helper of the first."""
    first, subject = participle.head, own_subject(participle)
    bare = participle.tag_ == "VBN" or (participle.tag_ == "VBD" and participle.lower_.endswith("en"))
    shares = bare and any(child.dep_ == "auxpass" for child in first.lefts)
    if not shares or subject is None or any(child.dep_ in {"aux", "auxpass"} for child in participle.lefts):
        return
    objects = [child for child in participle.rights if child.dep_ == "dobj"]
    if all(thing.lower_ in word_set("casualties", "taken_as") for thing in objects):
        subject.dep_, participle.tag_ = "nsubjpass", "VBN"
        for thing in objects:
            thing.dep_ = "oprd"


@mend_participles.of("appos")
def mend_whose_leader(leader: spacy.tokens.Token) -> None:
    """ "The militia, whose leader, X, has vowed to fight": the leader vowed, whatever the parse joins the verb to."""
    if not any(child.tag_ == "WP$" for child in leader.lefts):
        return
    verb = next((word for word in leader.doc[leader.right_edge.i + 1 : leader.sent.end] if word.pos_ == "VERB"), None)
    if verb is None or verb.dep_ not in {"conj", "advcl", "ccomp"} or own_subject(verb) is not None:
        return
    between = leader.doc[leader.right_edge.i + 1 : verb.i]
    if verb.i < leader.i or any(word.pos_ not in {"PUNCT", "AUX", "ADV", "PART"} for word in between):
        return
    verb.head, verb.dep_ = leader.head, "relcl"
    leader.head, leader.dep_ = verb, "nsubj"


@mend_participles.of("compound", "amod", "dobj")
def mend_deed_before_name(deed: spacy.tokens.Token) -> None:
    """ "Has ruled out meeting X": a deed and whom it is done to, no name of which it is a part."""
    if not deed.i or not (deed.tag_ == "VBG" or deed.lower_ == "meeting"):
        return
    before = deed.nbor(-1)
    verb = before.head if before.dep_ == "prt" else before
    if verb.pos_ != "VERB" or verb.lemma_ not in word_set("grammar", "before_deeds") or deed.i + 1 == len(deed.doc):
        return
    name = deed.head if deed.head != verb else next((one for one in verb.rights if one.dep_ == "npadvmod"), None)
    if name is None or name.head != verb or name.pos_ != "PROPN" or name.ent_type_ in {"DATE", "TIME"}:
        return
    if name.left_edge.i - deed.i not in {0, 1} or name.i < deed.i:
        return
    deed.lemma_ = "meet" if deed.lower_ == "meeting" else deed.lemma_
    deed.head, deed.dep_, deed.pos_, deed.tag_ = verb, "xcomp", "VERB", "VBG"
    name.head, name.dep_ = deed, "dobj"


@mend_participles.of("acl", "relcl")
def mend_participle_of_singled_out(participle: spacy.tokens.Token) -> None:
    """ "The last town in the state held by the army": it is the town that they hold."""
    land = participle.head
    step = land.head
    thing = step.head
    if participle.tag_ != "VBN" or land.dep_ != "pobj" or step.lower_ not in {"in", "on", "along"}:
        return
    if thing.pos_ != "NOUN" or thing.i > step.i or not any(child.dep_ == "agent" for child in participle.rights):
        return
    if any(child.lower_ in word_set("grammar", "singled_out") for child in thing.lefts):
        participle.head = thing


@mend_participles.of("nummod")
def mend_figure_before_its_count(figure: spacy.tokens.Token) -> None:
    """ "Raising to four the number of troops killed": raised to four is the number; no "four the number"."""
    count = figure.head
    step = count.head
    apart = figure.i + 1 < count.i and figure.nbor(1).lower_ == "the" and figure.nbor(1).head == count
    if not apart or count.dep_ != "pobj" or step.i + 1 != figure.left_edge.i or step.head.pos_ != "VERB":
        return
    figure.head, figure.dep_ = step, "pobj"
    count.head, count.dep_ = step.head, "dobj"


@mend_participles.of("conj")
def mend_joined_passive(verb: spacy.tokens.Token) -> None:
    """ "Was accepted by X and turned down by Y": as who did it stands behind "by", it was done to the same thing."""
    roles = {child.dep_ for child in verb.children}
    if verb.tag_ != "VBD" or "agent" not in roles or not roles.isdisjoint(SUBJECTS | {"dobj", "aux", "auxpass"}):
        return
    if has_role(verb.head, {"auxpass", "nsubjpass"}):
        verb.tag_ = "VBN"


@mend_participles.of("ccomp", "pcomp", "dobj", "csubj")
def mend_what_it_is_called(naming: spacy.tokens.Token) -> None:
    """ "Declared what it called a truce", "after what he described as a massacre": declared a truce; the rest tells
    who calls it so.
    """
    if naming.lemma_ not in word_set("grammar", "naming_so") or own_subject(naming) is None or naming.pos_ != "VERB":
        return
    what = next((child for child in naming.lefts if child.lower_ == "what"), None)
    verb = naming.head
    if what is None or what.i != naming.left_edge.i or verb.pos_ not in {"VERB", "ADP", "SCONJ"} or verb.i > what.i:
        return
    thing = named_thing(naming)
    if thing is None:
        return
    role = {"ccomp": "dobj", "pcomp": "pobj", "csubj": "nsubj"}.get(naming.dep_, naming.dep_)
    thing.head, thing.dep_ = verb, role
    for child in [child for child in naming.rights if child.i > thing.i]:
        child.head = verb
    naming.head, naming.dep_ = thing, "relcl"


def named_thing(naming: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """ "As a truce", "a truce": behind the verb of calling."""
    behind = [child for child in naming.rights if child.dep_ in {"oprd", "attr", "dobj"} and child.pos_ == "NOUN"]
    steps = [child for child in naming.rights if child.lower_ == "as"]
    behind += [child for step in steps for child in step.rights if child.dep_ == "pobj" and child.pos_ == "NOUN"]
    return behind[0] if behind else None


@lru_cache(maxsize=1)
def deeds_to_people() -> frozenset[str]:
    return frozenset(words("events")["harmed"]) | frozenset(words("casualties")["sure_by_order"])
