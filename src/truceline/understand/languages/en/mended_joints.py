"""Where a long sentence goes on: clauses and names that the English parser joins to the wrong one."""

import spacy.tokens

from truceline.knowledge.files import all_words, word_set, words
from truceline.understand.grammar import SUBJECTS
from truceline.understand.languages.en.mend_questions import (
    FINITE,
    base_forms,
    has_lemma_of_saying,
    is_behind_comma,
    own_subject,
)
from truceline.understand.languages.en.mends import Mends

SAID = frozenset({"ccomp", "xcomp"})
mend_joints = Mends()


def joint_before(index: int, doc: spacy.tokens.Doc) -> spacy.tokens.Token | None:
    """The "and" or "but" that stands behind a comma and before the word."""
    joint = doc[index - 1] if index > 1 else None
    return joint if joint is not None and joint.tag_ == "CC" and joint.nbor(-1).text == "," else None


@mend_joints.of("ROOT")
def mend_verb_behind_relative(noun: spacy.tokens.Token) -> None:
    """ "Mali, which Algiers accuses of arming it, called on both to stop": the sentence's verb, no participle."""
    if noun.pos_ not in {"NOUN", "PROPN"} or not is_full(noun.sent):
        return
    clause = next((child for child in noun.rights if child.dep_ == "relcl"), None)
    verb = next((child for child in noun.rights if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}), None)
    verb = verb or (last_in_relative(clause) if clause is not None else None)
    if clause is None or verb is None or verb.i < clause.i or not is_behind_comma(verb.left_edge):
        return
    if all(child.dep_ != "agent" for child in verb.rights):
        make_main_verb(verb, noun)


def last_in_relative(clause: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """ "X, who stayed away because they would not guarantee it, prayed for peace": joined to nothing by a word."""
    inside = [word for word in clause.subtree if word.dep_ == "conj" and word.tag_ == "VBD" and word.i > clause.i]
    verb = inside[-1] if inside else None
    own = {*SUBJECTS, "aux", "auxpass", "cc"}
    joined = verb is None or any(child.dep_ == "cc" for child in verb.head.rights)
    return None if joined or verb is None or any(child.dep_ in own for child in verb.children) else verb


@mend_joints.of("ROOT")
def mend_verb_behind_participle(noun: spacy.tokens.Token) -> None:
    """ "A resolution adopted on Friday called on both sides": of two participles of a noun, the second is the verb."""
    if noun.pos_ not in {"NOUN", "PROPN"} or not is_full(noun.sent):
        return
    told = [child for child in noun.rights if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}]
    if len(told) != 2 or any(child.dep_ in {"agent", "aux", "auxpass"} for child in told[1].children):
        return
    speaks = has_lemma_of_saying(told[1]) or told[1].lemma_ in word_set("speech", "twins")
    if speaks and all(child.dep_ not in SUBJECTS for child in noun.children):
        make_main_verb(told[1], noun)
        for aim in told[1].rights:
            aim.dep_ = "xcomp" if aim.dep_ == "acl" and aim.tag_ == "VB" else aim.dep_


@mend_joints.of("ROOT")
def mend_only_verb(noun: spacy.tokens.Token) -> None:
    """ "A convoy of trucks laden with flour left Homs": what has an object of its own is no participle."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.head != noun or not is_full(noun.sent):
        return
    told = [child for child in noun.rights if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}]
    verb = told[-1] if told else None
    if verb is None or any(child.dep_ in SUBJECTS for child in noun.children):
        return
    roles = {child.dep_ for child in verb.children}
    named_beside = is_behind_comma(verb) and any(child.dep_ == "appos" for child in noun.rights if child.i < verb.i)
    does = "dobj" in roles and verb.lemma_ not in word_set("grammar", "with_two_objects")
    if (does or named_beside or "prt" in roles or verb.tag_ == "VBD") and roles.isdisjoint({"agent", "aux", "auxpass"}):
        make_main_verb(verb, noun)


@mend_joints.of("ROOT")
def mend_verb_deep_below(noun: spacy.tokens.Token) -> None:
    """ "The commission on prisoners offered on Thursday to free them": the verb hangs on the noun right before it."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.head != noun or not is_full(noun.sent):
        return
    told = [word for word in noun.subtree if word.dep_ == "acl" and word.tag_ in {"VBN", "VBD"} and word.i > noun.i]
    verb = told[-1] if told else None
    others = (word for word in noun.sent if word != verb and word.dep_ != "relcl")
    if verb is None or verb.head == noun or any(word.tag_ in {*FINITE, "MD"} for word in others):
        return
    roles = {child.dep_ for child in verb.children}
    stands = verb.tag_ == "VBD" or verb.lemma_ in word_set("grammar", "may_stand_alone")
    if stands and roles.isdisjoint({"agent", "aux", "auxpass", "nsubj"}):
        make_main_verb(verb, noun)


@mend_joints.of("ccomp")
def mend_adjective_behind(adjective: spacy.tokens.Token) -> None:
    """ "Announced a ceasefire effective 4 February": the ceasefire is announced."""
    verb, thing = adjective.head, own_subject(adjective)
    known = adjective.lower_ in word_set("grammar", "in_force_from")
    if not known or thing is None or thing.i != adjective.i - 1 or thing.i < verb.i:
        return
    if any(child.dep_ in {"aux", "cop", "mark", "auxpass"} for child in adjective.children):
        return
    thing.head, thing.dep_ = verb, "dobj"
    adjective.head, adjective.dep_ = thing, "amod"


def is_full(sentence: spacy.tokens.Span) -> bool:
    """It ends with a full stop, as no headline does."""
    return next((word.text for word in reversed(list(sentence)) if not word.is_space), "") == "."


def make_main_verb(verb: spacy.tokens.Token, subject: spacy.tokens.Token) -> None:
    behind = [child for child in subject.rights if child.i > verb.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    for child in behind:
        child.head = verb


@mend_joints.of("ROOT")
def mend_first_of_two_sayings(root: spacy.tokens.Token) -> None:
    """ "The army, which fought on, admitted that X had fallen, but its envoy denied it", "rebels left on Sunday, and
    officials said it was calm": two verbs, two subjects.
    """
    subject = own_subject(root) if root.tag_ in FINITE else None
    if subject is None:
        return
    first = next((child for child in subject.rights if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}), None)
    rivals = (child for child in (*subject.rights, *root.lefts) if child.dep_ in {"conj", "nsubj"})
    second = next((child for child in rivals if child.i > subject.i), None)
    told = first is not None and (first.tag_ == "VBD" or any(child.dep_ == "ccomp" for child in first.rights))
    if (
        first is None
        or second is None
        or not told
        or second.i < first.i
        or not joint_before(second.left_edge.i, root.doc)
    ):
        return
    make_main_verb(first, subject)
    root.head, root.dep_ = first, "conj"
    second.head, second.dep_ = root, "nsubj"


@mend_joints.of("ccomp")
def mend_speaker_in_a_row(verb: spacy.tokens.Token) -> None:
    """ "Said it had taken X, the only town in Y, and aid workers said ...": the workers are no third place."""
    above = verb.head
    if verb.tag_ not in FINITE or own_subject(verb) or above.i > verb.i:
        return
    if not has_lemma_of_saying(verb) or all(c.dep_ != "ccomp" or c.i >= verb.i for c in above.rights):
        return
    before = verb.left_edge.nbor(-1)
    speaker = next((up for up in (before, *before.ancestors) if up.dep_ == "conj" and up.i > above.i), None)
    if speaker is None or speaker.pos_ not in {"NOUN", "PROPN"} or not joint_before(speaker.left_edge.i, verb.doc):
        return
    speaker.head, speaker.dep_ = verb, "nsubj"
    verb.dep_ = "conj"


@mend_joints.of("ccomp")
def mend_clause_before_semicolon(first: spacy.tokens.Token) -> None:
    """ "Rebels overran the post; the army did not comment": two sentences, and nobody says the first in the second."""
    while first.dep_ == "ccomp" and (stop := semicolon_between(first, first.head)) is not None:
        second = first.head
        for child in [child for child in second.lefts if child.i < stop.i and child != first]:
            child.head = first
        first.head, first.dep_ = (first, "ROOT") if second.head == second else (second.head, second.dep_)
        stop.head = first
        second.head, second.dep_ = first, "parataxis"


def semicolon_between(first: spacy.tokens.Token, second: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """Before a clause with a subject of its own."""
    stop = next((word for word in second.lefts if word.text == ";" and word.i > first.i), None)
    subject = own_subject(second)
    own = own_subject(first) is not None and subject is not None
    return stop if stop is not None and own and subject is not None and stop.i < subject.i else None


@mend_joints.of("conj", "ccomp")
def mend_other_speaker(verb: spacy.tokens.Token) -> None:
    """ "X said it had lost a bridge, but a monitor denied having seen it": who else speaks, speaks alone."""
    told = verb.head
    while told.dep_ == "conj":
        told = told.head
    speaks = verb.tag_ in FINITE and has_lemma_of_saying(verb)
    if not speaks or (verb.dep_ == "conj" and told.dep_ != "ccomp"):
        return
    saying = told.head if verb.dep_ == "conj" else told
    subject = own_subject(verb)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or not has_lemma_of_saying(saying):
        return
    if all(child.dep_ not in SAID for child in verb.rights) or saying.i > told.i + (verb.dep_ == "ccomp"):
        return
    if joint_before(subject.left_edge.i, verb.doc):
        verb.head, verb.dep_ = saying, "conj"


@mend_joints.of("conj")
def mend_but_still(verb: spacy.tokens.Token) -> None:
    """ "Pulled back after troops retook X, but still hold two villages": who pulled back holds them."""
    clause = verb.head
    joint = next((child for child in clause.rights if child.lower_ == "but" and child.i < verb.i), None)
    if clause.dep_ != "advcl" or joint is None or not is_behind_comma(joint) or clause.head.i > clause.i:
        return
    own = any(child.dep_ in {*SUBJECTS, "aux", "auxpass"} for child in verb.lefts)
    if not own and own_subject(clause) is not None and own_subject(clause.head) is not None:
        verb.head, joint.head = clause.head, clause.head


@mend_joints.of("conj")
def mend_second_that(verb: spacy.tokens.Token) -> None:
    """ "Said that X was to blame and warned that it would answer": of two "that", both are his who speaks."""
    told = verb.head
    if told.dep_ != "ccomp" or verb.tag_ != told.head.tag_:
        return
    own = any(child.dep_ in {*SUBJECTS, "aux", "auxpass", "mark"} for child in verb.children)
    speaks = verb.lemma_ in word_set("speech", "twins") and has_lemma_of_saying(told.head)
    if not own and speaks and has_that(told) and any(c.dep_ == "ccomp" and has_that(c) for c in verb.rights):
        verb.head = told.head


@mend_joints.of("conj")
def mend_saying_joined_to_passive(verb: spacy.tokens.Token) -> None:
    """ "Reported that two men had been killed and five wounded and blamed the rebels": the dead blame nobody."""
    told = verb.head
    while told.dep_ == "conj":
        told = told.head
    saying = told.head
    if told.dep_ != "ccomp" or verb.tag_ not in {"VBD", "VBN"} or saying.tag_ != "VBD" or saying.i > told.i:
        return
    passive = any(child.dep_ == "auxpass" for child in told.children)
    own = any(child.dep_ in {*SUBJECTS, "aux", "auxpass", "mark", "agent"} for child in verb.children)
    told_of = any(child.dep_ in {"dobj", "oprd", "ccomp"} or child.lower_ in {"on", "for"} for child in verb.rights)
    speaks = verb.lemma_ in word_set("speech", "twins") and has_lemma_of_saying(saying)
    if passive and told_of and speaks and not own:
        verb.head, verb.tag_ = saying, "VBD"


@mend_joints.of("conj")
def mend_accusing_joined_to_deed(verb: spacy.tokens.Token) -> None:
    """ "The army said it had retaken X and accused Y of shelling Z": who says it accuses Y here and now."""
    told = verb.head
    saying = told.head
    if told.dep_ != "ccomp" or verb.tag_ not in {"VBD", "VBN"} or saying.tag_ != "VBD" or saying.i > told.i:
        return
    if verb.lemma_ not in word_set("speech", "accusing_now") or not has_lemma_of_saying(saying):
        return
    own = any(child.dep_ in {*SUBJECTS, "aux", "auxpass", "mark", "agent"} for child in verb.children)
    whom = next((child for child in verb.rights if child.dep_ in {"dobj", "xcomp", "ccomp"}), None)
    doer = own_subject(told)
    may_be_either = whom is None or whom.pos_ == "PRON" or has_lemma_of_saying(told)
    may_be_either = may_be_either or (verb.lemma_ == "vow" and doer is not None and doer.pos_ != "PRON")
    if not own and not may_be_either:
        verb.head, verb.tag_ = saying, "VBD"


def has_that(clause: spacy.tokens.Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.subtree if child.i <= clause.i)


@mend_joints.of(classes=("VERB", "AUX"))
def mend_inverted_speaker(verb: spacy.tokens.Token) -> None:
    """ "If the port closes, said X, an analyst, the mills will stop": he who says it is not what stops."""
    if verb.tag_ not in FINITE or not has_lemma_of_saying(verb) or not is_behind_comma(verb):
        return
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    speaker = own_subject(clause) if clause is not None and own_subject(verb) is None else None
    if clause is None or speaker is None or speaker.left_edge.i != verb.i + 1:
        return
    asides = [child for child in speaker.subtree if child.dep_ == "appos" and child.i > speaker.i]
    if not asides:
        return
    speaker.head = verb
    last = asides[-1]
    first = last.left_edge.i - 1  # the comma before it
    for child in [child for word in (speaker, *asides[:-1]) for child in word.rights if child.i >= first]:
        child.head = clause
    last.dep_ = "nsubj"


@mend_joints.of("prep", "advcl")
def mend_proviso(mark: spacy.tokens.Token) -> None:
    """ "Said he was ready provided that the drones left": the terms of what is said."""
    if mark.lower_ not in {"provided", "providing"}:
        return
    terms = next((child for child in mark.rights if child.dep_ in {"ccomp", "pcomp"}), None)
    told = next((child for child in mark.head.rights if child.dep_ == "ccomp" and child.i < mark.i), None)
    if terms is not None and told is not None:
        terms.head, terms.dep_ = told, "advcl"
        mark.head, mark.dep_ = terms, "mark"


@mend_joints.of("xcomp", "advcl")
def mend_errand(aim: spacy.tokens.Token) -> None:
    """ "She is due in Aden, an official said, to propose talks": what she is to do there, not he."""
    said = aim.head
    if said.lemma_ != "say" or said.tag_ not in FINITE or aim.i < said.i:
        return
    told = next((child for child in said.lefts if child.dep_ == "ccomp"), None)
    told = said.head if said.dep_ == "parataxis" and said.head.i < said.i else told
    if told is not None and aim.left_edge.lower_ == "to" and is_behind_comma(aim.left_edge):
        aim.head, aim.dep_ = told, "advcl"


@mend_joints.of("conj")
def mend_joined_across_tenses(verb: spacy.tokens.Token) -> None:
    """ "Demands children of whom it gave a list, and rules out any limit": joined to the verb of its own tense."""
    clause = verb.head
    if verb.tag_ != "VBZ" or clause.dep_ != "relcl" or clause.tag_ not in {"VBD", "VBN"}:
        return
    above = next((up for up in clause.ancestors if up.tag_ in FINITE), None)
    own = any(child.dep_ in {*SUBJECTS, "aux", "auxpass"} for child in verb.children)
    if above is not None and above.tag_ == "VBZ" and not own:
        verb.head = above


@mend_joints.of("advcl")
def mend_day_before_clause(verb: spacy.tokens.Token) -> None:
    """ "Recalled its envoy last week after X banned tea": the day of the recall; "two days after X" is none."""
    mark = next((child for child in verb.lefts if child.dep_ == "mark" or child.tag_ == "WRB"), None)
    if mark is None or mark.left_edge.i <= verb.head.i or mark.lower_ not in {"after", "before", "when", "as", "once"}:
        return
    for day in [child for child in verb.lefts if child.i < mark.i]:
        if is_calendar_day(day):
            day.head = verb.head


def is_calendar_day(word: spacy.tokens.Token) -> bool:
    """ "Last week", "Monday", "on Monday"."""
    if word.dep_ == "prep":
        return word.lower_ in {"on", "in"} and any(child.ent_type_ == "DATE" for child in word.rights)
    pointed = any(child.lower_ in {"last", "this", "next"} for child in word.lefts)
    return word.dep_ == "npadvmod" and word.ent_type_ == "DATE" and (pointed or word.pos_ == "PROPN")


@mend_joints.of("conj")
def mend_joined_to_infinitive(verb: spacy.tokens.Token) -> None:
    """ "Ordered the army to hold the border and offered to mediate": who ordered has offered."""
    aim = verb.head
    if verb.tag_ not in {"VBD", "VBZ"} or aim.tag_ != "VB" or all(child.tag_ != "TO" for child in aim.lefts):
        return
    above = next((up for up in aim.ancestors if up.tag_ in FINITE), None)
    own = any(child.dep_ in {*SUBJECTS, "aux", "auxpass"} for child in verb.children)
    if above is not None and above.tag_ == verb.tag_ and not own:
        verb.head = above
        for joint in [child for child in aim.rights if child.tag_ == "CC" and child.i < verb.i]:
            joint.head = above


@mend_joints.of("parataxis")
def mend_interrupted_clause(said: spacy.tokens.Token) -> None:
    """ "The militia, one diplomat said, has a habit", "mines that, he said, they laid": one subject speaks."""
    if not has_lemma_of_saying(said) or said.head.i < said.i:
        return
    heads = [child for child in said.lefts if child.dep_ in SUBJECTS]
    if len(heads) > 1 and heads[-1].i == said.i - 1:
        heads[0].head, heads[0].dep_ = said.head, "dobj" if own_subject(said.head) else "nsubj"


@mend_joints.of("ccomp")
def mend_told_noun(clause: spacy.tokens.Token) -> None:
    """ "Told the radio, in a phrase that few will like": what few will like is the phrase."""
    if clause.i < clause.head.i or clause.left_edge.i == 0 or clause.left_edge.lower_ != "that":
        return
    noun = clause.left_edge.nbor(-1)
    if noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.head == clause.head and is_behind_comma(noun.head):
        clause.head, clause.dep_ = noun, "relcl"


@mend_joints.of("appos")
def mend_one_of_which(one: spacy.tokens.Token) -> None:
    """ "Ten truces, the last of which, brokered by X, took effect and was dead by May": what the last did."""
    step = next((child for child in one.rights if child.lower_ == "of"), None)
    which = next((child for child in step.rights if child.tag_ == "WDT"), None) if step is not None else None
    if which is None:
        return
    above = {one.head, *one.head.ancestors}
    behind = (word for word in one.doc[which.i + 1 : one.sent.end] if word.tag_ in FINITE and word.head in above)
    verb = next((word for word in behind if own_subject(word) is None and word.tag_ != "VBN"), None)
    if verb is not None and verb.dep_ in {"acl", "conj", "ccomp", "advcl", "relcl"}:
        verb.head, verb.dep_ = one.head, "relcl"
        one.head, one.dep_ = verb, "nsubj"


@mend_joints.of("ROOT")
def mend_relative_as_main(root: spacy.tokens.Token) -> None:
    """ "A truce, that broke down and that was renewed, seemed to hold", "X, whose envoy saw Y, proposed to send one":
    the last verb is that of the first subject.
    """
    own = [child for child in root.lefts if child.dep_ in SUBJECTS]
    relative = own[1] if len(own) > 1 else whose_behind(own[0]) if own else None
    if relative is None or not opens_relative(relative) or not is_behind_comma(relative.left_edge):
        return
    later = [child for child in root.rights if child.dep_ in {"conj", "advcl"} and may_be_main(child)]
    if later and later[-1].left_edge.nbor(-1).tag_ != "CC":
        verb = later[-1]
        verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD" if verb.tag_ == "VBN" else verb.tag_
        own[0].head = verb
        relative.head, relative.dep_ = root, "nsubj"
        root.head, root.dep_ = own[0], "relcl"


def whose_behind(noun: spacy.tokens.Token) -> spacy.tokens.Token | None:
    return next((child for child in noun.rights if child.dep_ == "appos" and opens_relative(child)), None)


def opens_relative(subject: spacy.tokens.Token) -> bool:
    """ "Which", "whose envoy"."""
    return subject.tag_ == "WDT" or any(child.tag_ == "WP$" for child in subject.children)


def may_be_main(verb: spacy.tokens.Token) -> bool:
    """A finite verb without a subject, or what looks like a participle and has a complement."""
    roles = {child.dep_ for child in verb.children}
    if roles & (SUBJECTS | {"mark", "agent"}):
        return False
    aims = any(child.dep_ == "advcl" and child.tag_ == "VB" for child in verb.rights)
    return verb.tag_ in FINITE or (verb.tag_ == "VBN" and (aims or bool(roles & {"dobj", "xcomp", "ccomp"})))


@mend_joints.of("relcl")
def mend_relative_of_aside(clause: spacy.tokens.Token) -> None:
    """ "Goma, the capital of North Kivu, which the rebels took": they took Goma."""
    if clause.left_edge.tag_ != "WDT" or not is_behind_comma(clause.left_edge):
        return
    inside = (up for up in (clause.head, *clause.head.ancestors) if up.i < clause.i)
    aside = next((up for up in inside if up.dep_ == "appos"), None)
    names = aside is not None and aside.pos_ == "NOUN" and aside.head.pos_ == "PROPN" and clause.head != aside
    if aside is not None and names and is_behind_comma(aside.left_edge):
        clause.head = aside.head


@mend_joints.of("dobj")
def mend_subject_behind_relative(doer: spacy.tokens.Token) -> None:
    """ "In the days that followed the rebels blew up a bridge": they followed nothing, they did it."""
    clause, verb = doer.head, doer.nbor(1) if doer.i + 1 < len(doer.doc) else doer
    if clause.lemma_ not in {"follow", "ensue"} or clause.dep_ != "relcl" or verb.tag_ not in FINITE:
        return
    begins = any(up.is_sent_start for up in clause.ancestors)
    if begins and verb in clause.ancestors and own_subject(verb) is None:
        doer.head, doer.dep_ = verb, "nsubj"


@mend_joints.of("appos")
def mend_named_by_its_turn(noun: spacy.tokens.Token) -> None:
    """ "The latest, a pause brokered in Cairo, has been extended": it is a pause that has been extended."""
    turn = noun.head
    if turn.lower_ not in word_set("grammar", "turns") or turn.dep_ not in SUBJECTS or noun.pos_ != "NOUN":
        return
    if is_behind_comma(noun.left_edge) and turn.pos_ != "NOUN":
        noun.head, noun.dep_ = turn.head, turn.dep_
        turn.head, turn.dep_ = noun, "amod"


@mend_joints.of("relcl")
def mend_which_of_person(clause: spacy.tokens.Token) -> None:
    """ "Garang, leader of the SPLA, which controls Juba": no person is "which"; the army controls it."""
    person, first = clause.head, clause.left_edge
    if first.lower_ != "which" or person.ent_type_ != "PERSON" or not is_behind_comma(first):
        return
    office = next((child for child in person.rights if child.dep_ == "appos" and child.i < first.i), None)
    steps = [child for child in office.rights if child.lower_ == "of"] if office is not None else []
    bodies = [body for step in steps for body in step.rights if body.dep_ == "pobj" and body.pos_ == "PROPN"]
    if bodies:
        clause.head = bodies[-1]


@mend_joints.of("relcl")
def mend_noun_as_relative(noun: spacy.tokens.Token) -> None:
    """ "X, which the army retook", "which peacekeepers bombed": the noun before the last word does it."""
    which = noun.left_edge
    if noun.pos_ not in {"NOUN", "PROPN"} or which.tag_ != "WDT" or which.head != noun:
        return
    before, behind = noun.nbor(-1), next(noun.rights, noun)
    if behind.i == noun.i + 1 and behind.dep_ == "acl" and behind.tag_ == "VBN" and which.dep_ == "det":
        make_relative(behind, noun, which)
    elif noun.lower_ in base_forms() and before.head == noun and before.dep_ in {"compound", "nmod"}:
        for word in (child for child in list(noun.lefts) if child not in {which, before}):
            word.head = before
        make_relative(noun, before, which)


def make_relative(verb: spacy.tokens.Token, doer: spacy.tokens.Token, which: spacy.tokens.Token) -> None:
    verb.head, verb.dep_ = (doer.head if verb.head == doer else verb.head), "relcl"
    verb.tag_, verb.pos_ = "VBD", "VERB"
    doer.head, doer.dep_ = verb, "nsubj"
    which.head, which.dep_, which.pos_ = verb, "dobj", "PRON"


@mend_joints.of("dobj")
def mend_those_spoken_of(doer: spacy.tokens.Token) -> None:
    """ "He said soldiers who came after the attack had burned houses": the soldiers burned them, after the attack."""
    said, clause = doer.head, next((child for child in doer.rights if child.dep_ == "relcl"), None)
    if clause is None or said.lemma_ != "say" or any(child.dep_ == "ccomp" for child in said.rights):
        return
    verb = next((child for child in clause.rights if child.dep_ == "advcl" and child.tag_ in {"VBD", "VBN"}), None)
    step = verb.left_edge if verb is not None else clause
    other = own_subject(verb) if verb is not None else None
    if verb is None or other is None or step.dep_ != "mark" or other.left_edge.i != step.i + 1:
        return
    if step.lower_ not in word_set("grammar", "steps_of_time"):
        return
    step.head, step.dep_ = clause, "prep"
    other.head, other.dep_ = step, "pobj"
    verb.head, verb.dep_ = said, "ccomp"
    doer.head, doer.dep_ = verb, "nsubj"


@mend_joints.of("nsubj")
def mend_time_as_subject(noun: spacy.tokens.Token) -> None:
    """ "Soldiers who came after the attack had burned houses", "rebels disguised as police attacked": they did it."""
    if noun.left_edge.i == noun.sent.start:
        return
    step = noun.left_edge.nbor(-1)
    likened = step.nbor(-1) if step.i else step
    if step.dep_ == "mark" and step.lower_ == "as" and step.head == noun.head and likened.dep_ == "acl":
        step.head, step.dep_ = likened, "prep"
    if step.dep_ != "prep" or step.n_rights or step.lower_ not in {"as", *words("grammar")["steps_of_time"]}:
        return
    verb, doer = noun.head, step.head.head
    if verb.dep_ == "advcl" and verb.head == step.head and step.head.dep_ == "acl" and doer.dep_ == "ROOT":
        make_main_verb(verb, doer)  # "gunmen dressed as soldiers stormed a church"
    if any(child.dep_ in SUBJECTS and child.i < step.i for child in verb.lefts):
        noun.head, noun.dep_ = step, "pobj"


@mend_joints.of("conj")
def mend_subject_joined_to_object(verb: spacy.tokens.Token) -> None:
    """ "The army left Idlib and the rebels took it": no "and" stands before the verb, so they took it."""
    left = verb.head
    if verb.tag_ not in FINITE or left.pos_ != "VERB" or any(child.dep_ in SUBJECTS for child in verb.lefts):
        return
    first = min(verb.i, verb.left_edge.i)
    doers = [word for word in left.rights for word in word.subtree if word.dep_ == "conj" and word.i < first]
    doer = next((word for word in doers if word.right_edge.i == first - 1 and word.pos_ in {"NOUN", "PROPN"}), None)
    if doer is None or doer.left_edge.i == 0:
        return
    joint, taken = doer.doc[doer.left_edge.i - 1], doer.head
    if joint.dep_ != "cc" or joint.head != taken or taken.dep_ not in {"dobj", "pobj"}:
        return
    joint.head = left
    doer.head, doer.dep_ = verb, "nsubj"


@mend_joints.of("ccomp")
def mend_object_joined_to_subject(verb: spacy.tokens.Token) -> None:
    """ "Troops left Idlib and rebel fighters took it": the town is what they left."""
    left, doer = verb.head, own_subject(verb)
    if doer is None or left.tag_ not in FINITE or left.i > verb.i or any(c.dep_ == "dobj" for c in left.rights):
        return
    town = next((child for child in doer.lefts if child.dep_ in {"nmod", "compound"} and child.pos_ == "PROPN"), None)
    joint = next((child for child in town.rights if child.dep_ == "cc"), None) if town is not None else None
    if town is None or joint is None or town.left_edge.i != left.i + 1 or joint.lower_ not in {"and", "but"}:
        return
    for word in doer.doc[joint.i + 1 : doer.i]:
        if word.head == town:
            word.head, word.dep_ = doer, "amod" if word.pos_ == "ADJ" else "compound"
    town.head, town.dep_ = left, "dobj"
    joint.head, verb.dep_ = left, "conj"


@mend_joints.of("nmod", "compound")
def mend_front_and_troops(name: spacy.tokens.Token) -> None:
    """ "Between Islamic State and Iraqi troops": two sides, where the parse lets both tell of the troops."""
    men = name.head
    if name.pos_ != "PROPN" or men.lemma_ not in word_set("territory", "armed") or men.i < name.i:
        return
    between = name.doc[men.left_edge.i - 1] if men.left_edge.i else men
    joint = next((word for word in men.subtree if word.lower_ == "and" and name.i < word.i < men.i), None)
    if between.lower_ != "between" or joint is None:
        return
    first, behind = joint.nbor(-1), list(name.doc[joint.i + 1 : men.i])
    peoples = first.ent_type_ == "NORP" and first.tag_ != "NNPS"  # "between Hutu and Tutsi militias"
    if (
        first.pos_ != "PROPN"
        or peoples
        or not behind
        or any(word.pos_ not in {"ADJ", "PROPN", "NOUN"} for word in behind)
    ):
        return
    fight, verb = between.head, men.head
    if men.dep_ in SUBJECTS and fight.head == verb:
        fight.dep_ = "nsubj"
    for word in name.doc[between.i + 1 : first.i]:
        word.head, word.dep_ = first, word.dep_ if word.dep_ in {"det", "punct"} else "compound"
    for word in behind:
        word.head, word.dep_ = men, "amod" if word.pos_ == "ADJ" else "compound"
    first.head, first.dep_ = between, "pobj"
    men.head, men.dep_ = first, "conj"
    joint.head, joint.dep_ = first, "cc"


@mend_joints.of("nmod", "compound")
def mend_army_and_rebels(army: spacy.tokens.Token) -> None:
    """ "Between the army and M23 rebels": two sides, where the parse lets both tell of the rebels."""
    rebels = army.head
    name = next((child for child in army.rights if child.dep_ == "conj"), None)
    if name is None or name.pos_ != "PROPN" or name.right_edge.i != rebels.i - 1 or rebels.tag_ != "NNS":
        return
    own = army.pos_ == "NOUN" and any(child.dep_ in {"det", "poss"} for child in army.lefts)
    if not own or rebels.lemma_ not in all_words("persons"):
        return
    outside = [child for child in rebels.children if child.i < army.left_edge.i]
    for child in outside:
        child.head = army
    army.head, army.dep_ = (army, "ROOT") if rebels.head == rebels else (rebels.head, rebels.dep_)
    rebels.head, rebels.dep_ = army, "conj"
    name.head, name.dep_ = rebels, "compound"


@mend_joints.of("conj")
def mend_second_harm(verb: spacy.tokens.Token) -> None:
    """ "Killing eight and injuring scores": eight are killed, and scores injured; the parse counts scores eightfold."""
    figure = verb.head
    thing = figure.head
    deed = thing.head
    if verb.tag_ not in {"VBG", "VBD"} or figure.pos_ != "NUM" or figure.dep_ not in {"nummod", "quantmod"}:
        return
    if deed.pos_ != "VERB" or not deed.i < figure.i < verb.i < thing.i:
        return
    figure.head, figure.dep_ = deed, "dobj"
    verb.head = deed
    thing.head = verb
    for joint in [child for child in figure.rights if child.dep_ == "cc"]:
        joint.head = deed


@mend_joints.of("conj")
def mend_deed_joined_to_relative(verb: spacy.tokens.Token) -> None:
    """ "Troops stormed a train that rebels had seized and killed all 33 attackers": rebels kill none of theirs."""
    clause = verb.head
    main = clause.head.head if clause.dep_ == "relcl" else clause
    if clause.dep_ != "relcl" or verb.tag_ not in {"VBD", "VBN"} or main.tag_ != "VBD" or own_subject(main) is None:
        return
    fighters, had = own_subject(clause), any(child.lower_ == "had" for child in clause.lefts)
    whom = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if fighters is None or whom is None or not had or any(child.dep_ in {*SUBJECTS, "aux"} for child in verb.lefts):
        return
    if is_rebel(fighters) and is_rebel(whom) and not is_rebel(own_subject(main)):
        verb.head, verb.tag_ = main, "VBD"


def is_rebel(noun: spacy.tokens.Token | None) -> bool:
    words = word_set("actors", "rebels_counted") | word_set("actors", "called_by_deeds")
    return noun is not None and noun.lower_ in words
