"""What the English parser gets wrong at verbs of saying, hung on the right word."""

from functools import lru_cache

import spacy.tokens

from truceline.knowledge.files import word_set, words
from truceline.knowledge.names import names
from truceline.understand.grammar import SUBJECTS
from truceline.understand.languages.en.mend_questions import (
    FINITE,
    has_lemma_of_saying,
    is_behind_comma,
    own_subject,
    weekdays,
)
from truceline.understand.languages.en.mends import Mends

ASIDE = frozenset({"parataxis", "advcl"})
BEHIND_HELPERS = frozenset({"VB", "VBN", "VBG", "VBD"})
MEANS = frozenset({"telephone", "phone", "radio", "e-mail", "email", "text", "letter", "satellite", "fax"})
mend_sayings = Mends()


@lru_cache(maxsize=1)
def reports() -> frozenset[str]:
    """Nouns behind which a clause tells what is claimed, feared or reported."""
    pairs = (cue.rpartition(" ") for cue in words("speech")["noun_cues"])
    return frozenset(noun for noun, _, step in pairs if step == "that")


def says(verb: spacy.tokens.Token) -> bool:
    return verb.pos_ == "VERB" and has_lemma_of_saying(verb)


@mend_sayings.of(classes=("VERB", "AUX"))
def mend_place_as_speaker(verb: spacy.tokens.Token) -> None:
    """ "Clashed in Barka town, Basilan on Thursday, the command said": the province names where the town lies."""
    if verb.n_lefts < 3 or not says(verb):
        return
    own = [child for child in verb.lefts if child.dep_ == "nsubj"]
    told = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    if len(own) != 2 or told is None or not told.i < own[0].i or own[0].pos_ != "PROPN":
        return
    place, comma = own[0], own[0].nbor(-1)
    if place.left_edge.i != place.i or comma.text != "," or verb.doc[own[1].left_edge.i - 1].text != ",":
        return
    place.head, place.dep_ = comma.nbor(-1), "appos"
    for child in list(verb.lefts):
        if child.dep_ == "prep" and place.i < child.i < own[1].left_edge.i:
            child.head = told


@mend_sayings.of("ccomp")
def mend_time_of_saying(clause: spacy.tokens.Token) -> None:
    """ "Officials said Wednesday, two days before the two sides are to meet": when they said it, not what."""
    said = clause.head
    if not says(said) or clause.i < said.i:
        return
    step = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ in {"before", "after"}), None)
    if step is None or not any(child.dep_ == "ccomp" for child in said.lefts):
        return
    clause.dep_ = "advcl"
    for child in list(clause.lefts):
        if child.dep_ == "npadvmod" and child.i < step.i and child.left_edge.i == said.i + 1:
            child.head = said


@mend_sayings.of("ccomp")
def mend_day_of_saying(clause: spacy.tokens.Token) -> None:
    """ "Said on Tuesday they had killed eleven", "said Monday rebels had struck": the day of the saying, not the
    deed's. The day of a deed stands behind what was done.
    """
    said = clause.head
    if not says(said) or clause.i < said.i:
        return
    subject = own_subject(clause)
    day = day_between(said, subject) if subject is not None else []
    if not day or subject is None:
        return
    after = day[-1].nbor(1)
    if after.dep_ in {"punct", "case"} or not (after == subject or after in set(subject.subtree)):
        return
    for word in day:
        if word.head not in day and word.head != said:
            word.dep_ = word.dep_ if word.dep_ == "prep" else "npadvmod"
            word.head = said


def day_between(said: spacy.tokens.Token, subject: spacy.tokens.Token) -> list[spacy.tokens.Token]:
    """ "On Tuesday", "late on Tuesday", "Monday night"; nothing where no weekday stands behind the verb."""
    words_between = said.doc[said.i + 1 : subject.i]
    first = next((word.i for word in words_between if is_of_time(word)), None)
    if first is None or any(word.text in {",", '"', "“"} for word in words_between):
        return []
    last = first
    while last + 1 < subject.i and is_of_time(said.doc[last + 1]):
        last += 1
    day = list(said.doc[first : last + 1])
    is_day = any(word.text in weekdays() for word in day) or (day[0].lower_ == "on" and len(day) > 1)
    return day if is_day else []


def is_of_time(word: spacy.tokens.Token) -> bool:
    opens = word.lower_ in {"on", "late", "early"} and word.i + 1 < len(word.doc)
    return word.ent_type_ in {"DATE", "TIME"} or (opens and is_of_time(word.nbor(1)))


@mend_sayings.of("ccomp")
def mend_relative_behind_saying(clause: spacy.tokens.Token) -> None:
    """ "Two raids took place, he said, in which nine died": told of the raids, nothing that he says apart from them."""
    said, step = clause.head, clause.left_edge
    if not says(said) or clause.i < said.i or step.dep_ != "prep" or not is_behind_comma(step):
        return
    which = next(iter(step.rights), None)
    told = next((child for child in said.lefts if child.dep_ == "ccomp"), None)
    told = said.head if said.dep_ == "parataxis" and said.head.i < said.i else told
    if which is None or which.tag_ not in {"WDT", "WP"} or which.i != step.i + 1 or told is None:
        return
    things = [child for child in told.rights if child.dep_ in {"dobj", "pobj", "attr"}]
    thing = things[-1] if things else own_subject(told)
    if thing is not None:
        clause.head, clause.dep_ = thing, "relcl"


@mend_sayings.of("ccomp")
def mend_whose_behind_saying(clause: spacy.tokens.Token) -> None:
    """ "The truce is dead, laments the party, whose head, X, met Y": told of the party, nothing that it says."""
    said, name = clause.head, own_subject(clause)
    if not says(said) or clause.i < said.i or name is None or not is_behind_comma(name.left_edge):
        return
    body = next((child for child in said.rights if child.dep_ in SUBJECTS and child.i < name.i), None)
    office = next((child for child in body.rights if child.dep_ == "appos"), None) if body is not None else None
    if body is None or office is None or office.left_edge.tag_ != "WP$" or office.right_edge.i != name.left_edge.i - 2:
        return
    clause.head, clause.dep_ = body, "relcl"
    office.head, office.dep_ = clause, "nsubj"
    name.head, name.dep_ = office, "appos"


@mend_sayings.of("ccomp")
def mend_noun_behind_time(noun: spacy.tokens.Token) -> None:
    """ "The agency said Thursday, hours after X freed two under the deal": a deal is nothing that is said."""
    said = noun.head
    if noun.pos_ != "NOUN" or noun.i < said.i or not says(said) or not any(c.dep_ == "ccomp" for c in said.lefts):
        return
    clause = next((child for child in noun.lefts if child.dep_ == "advcl" and child.tag_ in FINITE), None)
    mark = next((child for child in clause.lefts if child.dep_ == "mark"), None) if clause is not None else None
    if clause is None or mark is None or mark.lower_ not in {"before", "after"}:
        return
    clause.head = said
    step = next((word for word in clause.doc[clause.i : noun.i] if word.dep_ == "prep" and not word.n_rights), None)
    noun.head, noun.dep_ = (clause, "dep") if step is None else (step, "pobj")
    for child in [child for child in noun.lefts if step is not None and child.i <= step.i]:
        child.head = clause


@mend_sayings.of("ROOT")
def mend_told_with_clause(root: spacy.tokens.Token) -> None:
    """ "The spokesman, X, denied by telephone that": what has a clause behind it is the sentence's verb."""
    if root.pos_ not in {"NOUN", "PROPN"}:
        return
    verb = next((child for child in root.rights if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}), None)
    if verb is None or not is_behind_comma(verb) or not says(verb):
        return
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    if clause is None or not any(child.dep_ in SUBJECTS for child in clause.children):
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    root.head, root.dep_ = verb, "nsubj"
    for child in verb.rights:
        if child.dep_ == "agent" and any(one.lower_ in MEANS for one in child.rights):
            child.dep_ = "prep"


@mend_sayings.of("ccomp")
def mend_clause_of_report(clause: spacy.tokens.Token) -> None:
    """ "Denied reports that troops had entered X": the reports tell it, the verb is about the reports."""
    that = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    if that is None or that.i == 0 or not clause.head.i < that.i:
        return
    report = that.nbor(-1)
    if report.tag_ != "NNS" or report.lemma_ not in reports() or report.dep_ not in {"dobj", "pobj"}:
        return
    if clause.head in report.ancestors:
        clause.head, clause.dep_ = report, "acl"


@mend_sayings.of("relcl")
def mend_told_to_somebody(clause: spacy.tokens.Token) -> None:
    """ "Warned the rebels that they would pay": what they were told, nothing that they are."""
    whom = clause.head
    that = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    if that is None or whom.dep_ not in {"dobj", "dative"} or not says(whom.head) or that.nbor(-1) != whom:
        return
    if any(child.dep_ in SUBJECTS for child in clause.lefts):
        clause.head, clause.dep_ = whom.head, "ccomp"


@mend_sayings.of("relcl")
def mend_told_in_message(clause: spacy.tokens.Token) -> None:
    """ "Said in a message that his men would march", "told them at the time that": it is no word about the message."""
    medium = clause.head
    said = medium.head.head
    that = medium.nbor(1) if medium.i + 1 < len(medium.doc) else medium
    if medium.dep_ != "pobj" or medium.head.dep_ != "prep" or that.lower_ != "that" or that.head != clause:
        return
    if said.lemma_ not in word_set("grammar", "plain_saying") or not says(said) or own_subject(clause) in {None, that}:
        return
    told = {child.dep_ for child in said.children} & {"ccomp", "dobj", "xcomp"}
    if said.lemma_ in word_set("grammar", "telling_somebody"):
        told -= {"dobj"}  # "told the radio at the time that": to whom it was said
    if not told and said.dep_ not in ASIDE:
        clause.head, clause.dep_ = said, "ccomp"
        that.dep_, that.tag_ = "mark", "IN"


@mend_sayings.of("ccomp")
def mend_told_before_leaving(clause: spacy.tokens.Token) -> None:
    """ "Had said before leaving Juba that he was not sure": what was said, and not what was left."""
    deed = clause.head
    said = deed.head.head
    if deed.dep_ != "pcomp" or deed.head.lower_ not in {"before", "after", "while", "on", "upon"} or says(deed):
        return
    that = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    if that is not None and says(said) and not any(child.dep_ in {"ccomp", "dobj"} for child in said.children):
        clause.head = said


@mend_sayings.of("relcl")
def mend_told_behind_meeting(clause: spacy.tokens.Token) -> None:
    """ "Said following a session with them on Monday that both had shown good will": what was said, of no session."""
    that = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    step = next((up for up in clause.ancestors if up.dep_ == "prep" and says(up.head)), None)
    if that is None or step is None or own_subject(clause) is None or step.i != step.head.i + 1:
        return
    if step.lower_ in word_set("grammar", "steps_of_time") or step.lower_ in {"following", "during", "at"}:
        said = step.head
        if not any(child.dep_ in {"ccomp", "dobj"} for child in said.children):
            clause.head, clause.dep_ = said, "ccomp"


@mend_sayings.of("advcl")
def mend_term_in_what_is_said(term: spacy.tokens.Token) -> None:
    """ "Said it was ready to talk once the aggression is stopped": a term of what is said, not of the saying."""
    said = term.head
    told = next((child for child in said.rights if child.dep_ == "ccomp" and child.i < term.i), None)
    opening = next((child for child in term.lefts if child.dep_ == "mark"), None)
    if told is None or opening is None or opening.i < told.i or not says(said) or own_subject(term) is None:
        return
    if opening.lower_ in {"once", "if", "unless", "until"} and all(
        word.text != "," for word in told.doc[told.i : opening.i]
    ):
        term.head = told


@mend_sayings.of("ccomp")
def mend_saying_behind_opening(said: spacy.tokens.Token) -> None:
    """ "In December, he recalled, the sides signed a pact": they signed it in December."""
    told, speaker = said.head, own_subject(said)
    doer = own_subject(told)
    if speaker is None or doer is None or not said.i < doer.i or not says(said):
        return
    comma = speaker.left_edge.i - 1
    opening = [child for child in said.lefts if child.i < comma]
    parted = said.nbor(1).text == "," and comma > 0 and said.doc[comma].text == ","
    if opening and parted and all(child.dep_ in {"prep", "advmod", "npadvmod", "punct"} for child in opening):
        for child in opening:
            child.head = told
        said.dep_ = "parataxis"


@mend_sayings.of("conj")
def mend_two_clauses_told(said: spacy.tokens.Token) -> None:
    """ "X left on Sunday, and Y took the town, officials said": they said both."""
    first, second = said.head, next((child for child in said.lefts if child.dep_ == "ccomp"), None)
    if second is None or not says(said) or said.tag_ not in FINITE or first.tag_ not in FINITE:
        return
    if any(child.dep_ == "ccomp" for child in first.children):
        return
    if first.dep_ != "ROOT" or own_subject(second) is None or own_subject(first) is None:
        return
    joint = second.left_edge.nbor(-1) if second.left_edge.i else second
    joint = second.left_edge if second.left_edge.tag_ == "CC" else joint
    if joint.lower_ != "and" or any(word.text in {";", '"', "“"} for word in said.doc[first.left_edge.i : said.i]):
        return
    said.head, said.dep_ = said, "ROOT"
    first.head, first.dep_ = said, "ccomp"
    second.head, second.dep_ = first, "conj"
    for child in [child for child in first.rights if child.i > said.i]:
        child.head = said


@mend_sayings.of("prep")
def mend_term_behind_saying(step: spacy.tokens.Token) -> None:
    """ "He would talk, he said, only after a truce": after which he would talk, not after which he said it."""
    said, first = step.head, step.left_edge
    if first.lower_ != "only" or not is_behind_comma(first) or not says(said) or said.i > step.i:
        return
    told = next((child for child in said.lefts if child.dep_ == "ccomp"), None)
    told = said.head if said.dep_ == "parataxis" and said.head.i < said.i else told
    if told is not None:
        step.head = told


@mend_sayings.of("oprd")
def mend_dead_reported(state: spacy.tokens.Token) -> None:
    """ "He reported two dead": they are what is reported, as "two deaths" would be."""
    verb = state.head
    counted = state.pos_ == "ADJ" and state.i > verb.i and any(child.dep_ == "nummod" for child in state.lefts)
    if counted and says(verb) and all(child.dep_ != "dobj" for child in verb.rights):
        state.dep_ = "dobj"


@mend_sayings.of("dobj")
def mend_dead_of_a_side(side: spacy.tokens.Token) -> None:
    """ "Put the rebel dead at 40": the dead are the noun, and "rebel" tells whose."""
    if side.tag_ not in {"NN", "JJ"} or side.i + 2 >= len(side.doc):
        return
    dead, step = side.nbor(1), side.nbor(2)
    if dead.lower_ not in word_set("grammar", "put_at_a_figure") or dead.head != side.head or step.lower_ != "at":
        return
    if dead.dep_ not in {"advcl", "oprd", "acomp", "ccomp"} or dead.tag_ not in {"JJ", "VBN", "VBD"}:
        return
    for child in list(side.lefts):
        child.head = dead
    dead.head, dead.dep_, dead.pos_, dead.tag_ = side.head, "dobj", "NOUN", "NNS"
    side.head, side.dep_ = dead, "compound"


@mend_sayings.of("advcl")
def mend_outcome_behind_saying(clause: spacy.tokens.Token) -> None:
    """ "A mine exploded, police said, killing two", "nine died, he said, when it blew up": what was said goes on."""
    said, first = clause.head, clause.left_edge
    if clause.i < said.i or not is_behind_comma(first) or not says(said):
        return
    told = next((child for child in said.lefts if child.dep_ == "ccomp"), None)
    told = said.head if said.dep_ == "parataxis" and said.head.i < said.i else told
    outcome = clause.tag_ == "VBG" and first == clause and clause.lemma_ in word_set("grammar", "outcomes")
    when = first.lower_ in {"when", "after"} and clause.tag_ in FINITE and own_subject(clause) is not None
    if told is not None and (outcome or when):
        clause.head = told


@mend_sayings.of("ROOT", "ccomp", "conj")
def mend_name_as_saying(name: spacy.tokens.Token) -> None:
    """ "Opposition leader Said Abdullo sat down with X": a capital within the sentence is a name's."""
    if name.text != "Said" or name.is_sent_start or name.i + 1 >= len(name.doc) or name.nbor(-1).pos_ != "NOUN":
        return
    clause = next((child for child in name.rights if child.dep_ == "ccomp"), None)
    subject = own_subject(clause) if clause is not None else None
    title = own_subject(name)
    if clause is None or subject is None or title is None or subject.left_edge.i != name.i + 1:
        return
    if subject.pos_ != "PROPN" or name.sent.text.istitle():
        return
    clause.head, clause.dep_ = (clause, "ROOT") if name.head == name else (name.head, name.dep_)
    for child in [child for child in name.children if child not in {clause, title}]:
        child.head = clause
    name.head, name.dep_, name.pos_, name.tag_ = subject, "compound", "PROPN", "NNP"
    title.head, title.dep_ = subject, "compound"


def is_before_comma(noun: spacy.tokens.Token) -> bool:
    last = noun.right_edge
    return last.text == "," or (last.i + 1 < len(noun.doc) and last.nbor(1).text == ",")


def is_interrupted(noun: spacy.tokens.Token) -> bool:
    """ "Grozny, ...": a noun before a comma, which the parse may not take for a subject at all."""
    loose = noun.dep_ in {"advcl", "npadvmod", "dep", "meta"} and noun.ent_type_ not in {"DATE", "TIME"}
    return (noun.dep_ in SUBJECTS or (loose and noun.pos_ in {"NOUN", "PROPN"})) and is_before_comma(noun)


@mend_sayings.of("ccomp")
def mend_saying_within_clause(clause: spacy.tokens.Token) -> None:
    """ "Grozny, the ministry said on Tuesday, was quiet", "the rebels, said police, had left": police says it, the
    rebels had left.
    """
    said = clause.head
    if not says(said) or clause.i < said.i or said.tag_ not in FINITE or not said.i or said.is_title:
        return
    doer, own = next((child for child in said.lefts if is_interrupted(child)), None), own_subject(clause)
    if doer is None or doer == said.nbor(-1):
        return
    if own is None:
        begin = next((child for child in clause.lefts if child.dep_ in {"aux", "auxpass", "neg"}), clause)
        apart = is_behind_comma(begin) and any(child.dep_ in SUBJECTS and child != doer for child in said.children)
    else:
        commas = [word.i for word in said.doc[doer.i : said.i] if word.text == ","]
        apart = own.left_edge.i == said.i + 1 and commas == [said.i - 1] and is_before_comma(own)
    if not apart:
        return
    if own is not None:
        own.head = said
    doer.head = clause
    doer.dep_ = "nsubjpass" if any(child.dep_ == "auxpass" for child in clause.lefts) else "nsubj"
    clause.head, clause.dep_ = (clause, "ROOT") if said.head == said else (said.head, said.dep_)
    said.head, said.dep_ = clause, "parataxis"


@mend_sayings.of("advcl")
def mend_other_side_behind_while(clause: spacy.tokens.Token) -> None:
    """ "Kyiv says 31,000 died, while Moscow has acknowledged 5,900": Moscow's words are no part of what Kyiv says."""
    told = clause.head
    said = told.head
    opening = next((child for child in clause.lefts if child.dep_ == "mark"), None)
    if told.dep_ != "ccomp" or not says(said) or opening is None or opening.lower_ not in {"while", "whereas"}:
        return
    who = own_subject(clause)
    named = who is not None and who.pos_ in {"PROPN", "NOUN"}
    speaks = has_lemma_of_saying(clause) or clause.lemma_ in word_set("speech", "counts")
    if named and clause.i > told.i and opening.nbor(-1).text == "," and speaks:
        clause.head = said


@mend_sayings.of("acl", "conj")
def mend_sayer_with_clause(said: spacy.tokens.Token) -> None:
    """ "Two were killed, the army, which has fought since 2012, said on Sunday": what it says stands before it."""
    if said.tag_ not in {"VBD", "VBN"} or not has_lemma_of_saying(said) or said.i < 2 or said.nbor(-1).text != ",":
        return
    if any(child.dep_ in {*SUBJECTS, "dobj", "ccomp", "xcomp", "aux", "auxpass", "agent"} for child in said.children):
        return
    inside = said.nbor(-2)
    sayer = next((up for up in (inside, *inside.ancestors) if up.dep_ == "appos"), None)
    root = said.sent.root
    if sayer is None or root.i > sayer.i or root.pos_ not in {"VERB", "AUX"} or sayer.left_edge.nbor(-1).text != ",":
        return
    if not any(child.dep_ == "relcl" and child.i < said.i for child in sayer.rights):
        return
    said.head, said.dep_, said.tag_ = said, "ROOT", "VBD"
    root.head, root.dep_ = said, "ccomp"
    sayer.head, sayer.dep_ = said, "nsubj"


@mend_sayings.of("ROOT", "conj")
def mend_speakers_as_harmed(said: spacy.tokens.Token) -> None:
    """ "Wounding a dozen others, a military source and an official said": a verb of saying has somebody who says."""
    if not says(said) or said.tag_ not in FINITE or any(child.dep_ in SUBJECTS for child in said.children):
        return
    told = next((child for child in said.lefts if child.dep_ == "ccomp"), said.head)
    speaker = last_of_row(said.doc, told.i, said.left_edge.i if told == said.head else told.right_edge.i + 1)
    if told == said or speaker is None or told.i > speaker.i:
        return
    speaker.head, speaker.dep_ = said, "nsubj"
    if told == said.head:
        said.head, said.dep_ = (said, "ROOT") if told.head == told else (told.head, told.dep_)
        told.head, told.dep_ = said, "ccomp"


def last_of_row(doc: spacy.tokens.Doc, start: int, end: int) -> spacy.tokens.Token | None:
    """The last noun before the end that stands behind a comma, with no other "and" than those behind it."""
    last = doc[end - 1]
    row = [
        up for up in (last, *last.ancestors) if up.dep_ in {"conj", "appos"} and up.i > start and up.right_edge == last
    ]
    one = next((one for one in row if is_behind_comma(one.left_edge)), None)
    return one if one is not None and one.pos_ in {"NOUN", "PROPN"} else None


@mend_sayings.of("pobj")
def mend_denied_as_false(report: spacy.tokens.Token) -> None:
    """ "Denied as false reports of X", "dismissed as baseless claims that": what is denied, and not as what."""
    step = report.head
    verb, verdict = step.head, step.nbor(1) if step.i + 1 < len(step.doc) else step
    if step.lower_ != "as" or verb.lemma_ not in word_set("speech", "answers") or step.i != verb.i + 1:
        return
    verdict = verdict.head if verdict.dep_ == "advmod" else verdict
    if verdict.head != report or verdict.dep_ != "amod" or verdict.lemma_ not in word_set("modality", "untrue"):
        return
    report.head, report.dep_ = verb, "dobj"
    verdict.head, verdict.dep_ = step, "pobj"


@mend_sayings.of(classes=("VERB",))
def mend_office_and_name_before_saying(said: spacy.tokens.Token) -> None:
    """ "Rebels burned houses, the administrator of Djugu, X, told Reuters": the office and its name are who tells it,
    no further thing burned and no part of Djugu.
    """
    if said.i < 5 or said.nbor(-1).text != "," or said.tag_ not in FINITE or not says(said):
        return
    name = said.nbor(-2)
    first = first_of_name(name)
    if name.pos_ != "PROPN" or own_subject(said) not in {None, name} or not is_behind_comma(first):
        return
    office = office_ending_at(first.nbor(-2))
    told = next((child for child in said.lefts if child.dep_ == "ccomp"), said.head if said.dep_ == "conj" else said)
    if office is None or office.dep_ in SUBJECTS or told == said or not told.i < office.left_edge.i:
        return
    if office.dep_ == "appos" and office.head.ent_type_ == "PERSON" and office.head.dep_ != "pobj":
        return  # "killed X, the commander of the militia, Y said"
    office.head, office.dep_ = said, "nsubj"
    name.head, name.dep_ = office, "appos"
    if told == said.head:
        said.head, said.dep_ = (said, "ROOT") if told.head == told else (told.head, told.dep_)
        told.head, told.dep_ = said, "ccomp"


def first_of_name(last: spacy.tokens.Token) -> spacy.tokens.Token:
    """Of the capitalised words that end here."""
    first = last
    while first.i and (first.nbor(-1).text[0].isupper() or first.nbor(-1).text == "-"):
        first = first.nbor(-1)
    return first


def office_ending_at(last: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """ "The head of the council": one person by what he is, behind a comma."""
    articles = {"the", "a", "an", "another"}
    for up in (last, *last.ancestors):
        opens = up.left_edge.lower_ in articles or any(child.dep_ == "poss" for child in up.lefts)
        if up.tag_ == "NN" and up.lemma_ in persons_by_office() and opens and is_behind_comma(up.left_edge):
            return up
        if up.pos_ in {"VERB", "AUX"}:
            return None
    return None


@lru_cache(maxsize=1)
def persons_by_office() -> frozenset[str]:
    kinds = ("government_persons", "military_persons", "medical_persons", "other_persons")
    return frozenset().union(*(word_set("actors", kind) for kind in kinds))


@mend_sayings.of("ccomp")
def mend_saying_told_by_another(outer: spacy.tokens.Token) -> None:
    """ "Villages were burned, elders said, the radio reported": the radio tells it of them, not they of it."""
    said, teller = outer.head, own_subject(outer)
    if not said.i < outer.i or outer.tag_ not in FINITE or not says(outer) or not says(said) or teller is None:
        return
    if teller.pos_ == "PRON" or not is_behind_comma(teller.left_edge) or teller.left_edge.i < said.i:
        return
    told = next((child for child in outer.lefts if child.dep_ == "ccomp" and child.i > said.i), None)
    before = next((child for child in said.lefts if child.dep_ == "ccomp"), None)
    if (told is None and before is None) or any(child.dep_ in {"ccomp", "xcomp"} for child in outer.rights):
        return
    if told is not None:
        for child in [told, *(child for child in outer.lefts if child.i < told.i)]:
            child.head = said
    top = said
    while top.dep_ == "conj":
        top = top.head
    outer.head, outer.dep_ = (outer, "ROOT") if top.head == top else (top.head, top.dep_)
    top.head, top.dep_ = outer, "ccomp"


@mend_sayings.of("compound", classes=("PROPN",))
def mend_outlet_told(outlet: spacy.tokens.Token) -> None:
    """ "Told the BBC soldiers had blocked the road": the outlet was told of soldiers, who are none of its own."""
    noun = outlet.head
    before = outlet.nbor(-1) if outlet.i else outlet
    told = outlet.nbor(-2) if before.lower_ == "the" and outlet.i > 1 else before
    if told.lemma_ != "tell" or noun.tag_ not in {"NNS", "NN", "CD"} or noun.dep_ not in {*SUBJECTS, "dobj"}:
        return
    if noun.lemma_ in word_set("actors", "news_persons") or not names().one(outlet.text, "media"):
        return
    if noun.dep_ == "dobj" and not make_clause_of(noun, told):
        return
    for word in (outlet, *([before] if before != told else [])):
        word.head = told if word == outlet else outlet
    outlet.dep_ = "dobj"


def make_clause_of(noun: spacy.tokens.Token, told: spacy.tokens.Token) -> bool:
    """The words behind the noun as its clause; false where no helper stands right behind it."""
    helper = noun.nbor(1)
    verb = helper.nbor(1) if helper.i + 1 < len(helper.doc) else helper
    if (
        noun.head != told
        or helper.tag_ not in {*FINITE, "MD"}
        or helper.pos_ != "AUX"
        or verb.tag_ not in BEHIND_HELPERS
    ):
        return False
    verb.pos_ = "VERB"
    for child in [child for child in told.rights if child.i > verb.i and child.dep_ != "punct"]:
        child.head = verb
    verb.head, verb.dep_ = told, "ccomp"
    helper.head, helper.dep_ = verb, "auxpass" if helper.lemma_ == "be" and verb.tag_ == "VBN" else "aux"
    noun.head, noun.dep_ = verb, "nsubjpass" if helper.dep_ == "auxpass" else "nsubj"
    return True


@mend_sayings.of("aux")
def mend_saying_as_helper(said: spacy.tokens.Token) -> None:
    """ "Shelling that the rebels say killed nine": the rebels say it, and have killed nobody."""
    deed = said.head
    if not has_lemma_of_saying(said) or said.tag_ not in FINITE or deed.i != said.i + 1:
        return
    who = own_subject(deed)
    that = who.left_edge.nbor(-1) if who is not None and who.left_edge.i else said
    if who is None or that.lower_ not in {"that", "which"} or that.head != deed or deed.head == deed:
        return
    said.head, said.dep_, said.pos_ = deed.head, "relcl", "VERB"
    who.head, who.dep_ = said, "nsubj"
    deed.head, deed.dep_ = said, "ccomp"
    that.dep_, that.tag_, that.pos_ = "nsubj", "WDT", "PRON"
