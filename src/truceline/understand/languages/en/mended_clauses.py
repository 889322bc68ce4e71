"""Clauses, their subjects and what hangs on them, where the English parser joins them wrongly."""

import spacy.tokens

from truceline.knowledge.files import word_set, words
from truceline.understand.grammar import SUBJECTS
from truceline.understand.languages.en.mend_questions import (
    FINITE,
    has_lemma_of_saying,
    is_behind_comma,
    own_subject,
    weekdays,
)
from truceline.understand.languages.en.mends import Mends
from truceline.understand.markers.date_parts.lexicon import coded

BESIDE_IN_TIME = frozenset({"after", "before", "since", "until"})
OWN = SUBJECTS | {"aux", "auxpass", "mark"}
mend_clauses = Mends()


@mend_clauses.of("ccomp", "prep", "dobj", "acomp", "advcl", "xcomp", "acl", classes=("VERB", "SCONJ"))
def mend_provided(provided: spacy.tokens.Token) -> None:
    """ "Would consider a truce provided that they left": on what terms, and nothing is provided."""
    verb = provided.head
    if provided.lower_ not in {"provided", "providing"} or verb.i > provided.i or verb.pos_ not in {"VERB", "AUX"}:
        return
    behind = provided.doc[provided.i + 1 : provided.sent.end]
    clause = next((word for word in behind if word.pos_ in {"VERB", "AUX"} and own_subject(word) is not None), None)
    subject = own_subject(clause) if clause is not None else None
    if clause is None or subject is None or not provided.i < subject.i < clause.i or clause == verb:
        return
    if subject.left_edge.i > provided.i + 2 or clause.tag_ not in FINITE | {"VBN", "VBG"}:
        return
    told = next((child for child in verb.rights if child.dep_ == "ccomp" and child.i < provided.i), None)
    verb = told if told is not None and has_lemma_of_saying(verb) else verb  # "said he would come provided that"
    for child in list(provided.children):
        if child.i < provided.i:
            child.head, child.dep_ = verb, "dobj" if child.dep_ == "nsubj" else child.dep_
        elif child != clause:
            child.head = clause
    clause.head, clause.dep_ = verb, "advcl"
    provided.head, provided.dep_, provided.pos_, provided.tag_ = clause, "mark", "SCONJ", "IN"


@mend_clauses.of("ROOT")
def mend_lost_main_verb(root: spacy.tokens.Token) -> None:
    """ "A calm held across Tripoli, a day after militias agreed": the parse takes "held" for a participle and the
    verb behind "after" for the sentence's own, which then has two subjects.
    """
    if root.pos_ != "VERB":
        return
    mark = next((child for child in root.lefts if child.dep_ == "mark" and child.lower_ in {"after", "before"}), None)
    before = [child for child in root.lefts if child.dep_ in SUBJECTS and mark is not None and child.i < mark.i]
    if mark is None or len(before) != 1 or not any(c.dep_ in SUBJECTS and c.i > mark.i for c in root.lefts):
        return
    thing = before[0]
    subject = next((child for child in thing.lefts if child.dep_ in SUBJECTS), thing)  # "the army announced a pause"
    verb = next((child for child in subject.rights if is_finite_participle(child) and child.i < mark.i), None)
    if verb is None:
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    if thing != subject:
        thing.head, thing.dep_ = verb, "dobj"
    for child in list(root.lefts):
        if child.i < verb.i and child != subject:
            child.head = verb
    root.head, root.dep_ = verb, "advcl"


def is_finite_participle(token: spacy.tokens.Token) -> bool:
    """What stands behind a noun as its participle and may be its verb as well."""
    by = any(child.dep_ in {"agent", "aux", "auxpass"} for child in token.children)
    return token.dep_ == "acl" and token.tag_ in {"VBN", "VBD"} and not by


@mend_clauses.of("ROOT")
def mend_time_clause_as_main(root: spacy.tokens.Token) -> None:
    """ "Fighting raged in X, hours after a truce was announced": what came first only tells when."""
    mark = next((child for child in root.lefts if child.dep_ == "mark" and child.lower_ in {"after", "before"}), None)
    told = next((child for child in root.lefts if child.dep_ == "ccomp"), None)
    if root.pos_ != "VERB" or mark is None or told is None or told.i > mark.i or own_subject(told) is None:
        return
    between = root.doc[told.right_edge.i + 1 : mark.i]
    if not between or between[0].text != "," or any(word.pos_ == "VERB" for word in between):
        return
    told.head, told.dep_ = told, "ROOT"
    for child in [child for child in root.rights if child.dep_ == "punct"]:
        child.head = told
    root.head, root.dep_ = told, "advcl"


@mend_clauses.of("ROOT")
def mend_lost_subject(root: spacy.tokens.Token) -> None:
    """ "Pakistan, on its part, called on both": the parse takes the subject for an adverb; for another name of the
    place in "In Dhaka, a minister in charge of the tracts said".
    """
    if root.tag_ not in {"VBD", "VBN", "VBZ"}:
        return
    if any(child.dep_ in SUBJECTS or child.dep_ in {"aux", "auxpass"} for child in root.children):
        return
    before = [child for child in root.lefts if child.dep_ == "npadvmod" and child.pos_ == "PROPN"]
    name = next((child for child in before if child.ent_type_ not in {"DATE", "TIME"}), None)
    if name is not None and name.nbor(1).text == ",":
        name.dep_ = "nsubj"
    elif (doer := doer_behind_place(root)) is not None:
        doer.head, doer.dep_ = root, "nsubj"


def doer_behind_place(verb: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """No comma parts it from the verb, as one would if it told what the place is."""
    places = (place for child in verb.lefts if child.dep_ == "prep" for place in child.rights if place.dep_ == "pobj")
    behind = (noun for place in places for noun in place.rights if noun.dep_ == "appos")
    return next((noun for noun in behind if noun.right_edge.i == verb.i - 1), None)


@mend_clauses.of("mark")
def mend_mark_on_subject(mark: spacy.tokens.Token) -> None:
    """ "If rebels take the town": the word that opens the clause, which the parse hangs on the clause's subject."""
    noun = mark.head
    if noun.dep_ in SUBJECTS and noun.pos_ in {"NOUN", "PROPN"} and noun.head.pos_ in {"VERB", "AUX"}:
        mark.head = noun.head


@mend_clauses.of("amod", "compound", "nmod", "advmod")
def mend_outcome(token: spacy.tokens.Token) -> None:
    """ "Gunmen shot dead two teachers": what became of them, no word of theirs."""
    if token.lower_ != "dead" or not token.i:
        return
    before = token.nbor(-1)
    if before.pos_ == "VERB" and before.tag_ in {"VBD", "VBN"} and token not in before.ancestors:
        token.head, token.dep_, token.pos_ = before, "oprd", "ADJ"


@mend_clauses.of(classes=("VERB", "AUX"))
def mend_done_to(participle: spacy.tokens.Token) -> None:
    """ "Seven soldiers captured by rebels were freed": whom it is done to, though the parse has them do it."""
    if participle.tag_ != "VBN":
        return
    roles = {child.dep_ for child in participle.children}
    if "agent" in roles and not roles & {"aux", "auxpass", "dobj"}:
        for child in participle.lefts:
            if child.dep_ == "nsubj":
                child.dep_ = "nsubjpass"


@mend_clauses.of("ccomp")
def mend_terms(clause: spacy.tokens.Token) -> None:
    """ "Said the movement would return if it were pardoned": what it hangs on is no second thing said."""
    if not any(child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in clause.lefts):
        return
    said = [child for child in clause.head.rights if child.dep_ == "ccomp" and child.i < clause.left_edge.i]
    if said and said[-1].right_edge.i == clause.left_edge.i - 1:
        clause.head, clause.dep_ = said[-1], "advcl"


@mend_clauses.of("ccomp")
def mend_inverted_terms(clause: spacy.tokens.Token) -> None:
    """ "Had the rebels taken it, the war would have ended": what would have had to be, and nothing said."""
    first, above = clause.left_edge, clause.head
    if first.lower_ not in {"had", "should", "were"} or first.head != clause or first.dep_ not in {"aux", "auxpass"}:
        return
    if above.i > clause.i and any(child.lower_ in {"would", "could", "might", "will"} for child in above.lefts):
        clause.dep_ = "advcl"


@mend_clauses.of("ROOT")
def mend_having_done(root: spacy.tokens.Token) -> None:
    """ "Having quit Juba, the rebels made for the hills": who had done it and then did the rest."""
    helper = next((child for child in root.lefts if child.dep_ == "aux"), None)
    if helper is None or helper.lower_ != "having" or helper.is_sent_start is not True:
        return
    inside = (word for word in root.subtree if word.dep_ == "appos" and is_behind_comma(word.left_edge))
    doer = next(inside, None)
    verb = next((child for child in doer.rights if is_finite_participle(child)), None) if doer is not None else None
    if doer is None or verb is None:
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    doer.head, doer.dep_ = verb, "nsubj"
    root.head, root.dep_, root.tag_ = verb, "advcl", "VBN"


@mend_clauses.of("prep")
def mend_fronted_denial(step: spacy.tokens.Token) -> None:
    """ "At no time did they meet", "under no circumstances will it leave": the helper stands before its subject."""
    verb = step.head
    if not step.is_sent_start or verb.i < step.i:
        return
    nothing = any(word.lower_ == "no" for thing in step.rights if thing.dep_ == "pobj" for word in thing.lefts)
    helper = next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}), None)
    subject = own_subject(verb)
    if nothing and helper is not None and subject is not None and helper.i < subject.i:
        step.dep_ = "neg"


@mend_clauses.of("advmod")
def mend_no_longer(word: spacy.tokens.Token) -> None:
    """ "Will no longer negotiate": a negation of what is to come, as "not" is."""
    verb = word.head
    if word.lower_ != "longer" or word.i > verb.i or word.nbor(-1).lower_ != "no":
        return
    if any(child.dep_ == "aux" and child.lower_ in word_set("grammar", "will") for child in verb.lefts):
        word.dep_ = "neg"


@mend_clauses.of("appos")
def mend_participle_as_aside(verb: spacy.tokens.Token) -> None:
    """ "Their delegates, meeting in Goma, agreed": what they were doing is no other name of theirs."""
    if verb.tag_ == "VBG" and verb.pos_ == "VERB" and is_behind_comma(verb) and verb.head.pos_ in {"NOUN", "PROPN"}:
        verb.dep_ = "acl"


@mend_clauses.of("prep")
def mend_between_behind_place(step: spacy.tokens.Token) -> None:
    """ "Got under way in Kampala between Uganda and the rebels": what is between them is no town."""
    place = step.head
    if step.lower_ != "between" or place.dep_ != "pobj" or place.pos_ != "PROPN":
        return
    if place.head.lower_ in {"in", "at"} and place.head.head.pos_ in {"NOUN", "VERB", "AUX"}:
        step.head = place.head.head


@mend_clauses.of("nummod")
def mend_year_before_subject(year: spacy.tokens.Token) -> None:
    """ "In 2003 troops overran the post": the year counts no troops."""
    step = year.nbor(-1) if year.i else year
    is_year = len(year.text) == 4 and year.text.isdigit() and 1800 <= int(year.text) < 2100
    if not is_year or step.lower_ != "in" or step.dep_ != "prep":
        return
    people, verb = year.head, step.head
    lost = people.dep_ == "pobj" and people.tag_ == "NNS" and step.is_sent_start is True
    if people.dep_ in SUBJECTS:
        verb = people.head
    elif not lost or verb.i < people.i or any(child.dep_ in SUBJECTS for child in verb.children):
        return
    year.head, year.dep_ = step, "pobj"
    step.head = verb
    people.head, people.dep_ = verb, people.dep_ if people.dep_ in SUBJECTS else "nsubj"


@mend_clauses.of("compound")
def mend_day_before_subject(day: spacy.tokens.Token) -> None:
    """ "On Friday Colombo sits down with the Tigers": the day is no part of the name."""
    name, step = day.head, day.head.head
    if day.text not in weekdays() or name.dep_ != "pobj" or step.lower_ != "on" or step.is_sent_start is not True:
        return
    verb = step.head
    if day.i != step.i + 1 or verb.pos_ != "VERB" or verb.i < name.i or own_subject(verb) is not None:
        return
    day.head, day.dep_ = step, "pobj"
    name.head, name.dep_ = verb, "nsubj"


@mend_clauses.of("conj", "ccomp")
def mend_severed_clause(verb: spacy.tokens.Token) -> None:
    """ "He put losses at 96 and said 21 fighters, among them a commander, had given up": theirs, not his."""
    if verb.left_edge.i < 2:
        return
    roles = {child.dep_ for child in verb.children}
    if "aux" not in roles or roles & SUBJECTS:
        return
    said = verb.head
    if verb.dep_ == "conj":
        said = next((child for child in said.children if child.dep_ == "conj" and child.i < verb.i), said)
    things = [child for child in said.rights if child.dep_ == "dobj" and child.i < verb.i]
    joined = any(child.dep_ == "cc" and child.i > said.i for child in (*said.children, *verb.head.children))
    if (
        not is_behind_comma(verb.left_edge)
        or joined
        or not things
        or said.lemma_ not in word_set("grammar", "plain_saying")
    ):
        return
    verb.head, verb.dep_ = said, "ccomp"
    things[0].head, things[0].dep_ = verb, "nsubj"


@mend_clauses.of("conj")
def mend_second_saying(verb: spacy.tokens.Token) -> None:
    """ "The UN says 400 people have fled and has warned": what "has" cannot be said of many."""
    inner = verb.head
    if inner.dep_ != "ccomp" or inner.head.tag_ != "VBZ":
        return
    has = any(child.dep_ == "aux" and child.lower_ == "has" for child in verb.children)
    many = any(child.dep_ in SUBJECTS and child.tag_ in {"NNS", "NNPS"} for child in inner.lefts)
    if has and many and not any(child.dep_ in SUBJECTS for child in verb.children):
        verb.head = inner.head


@mend_clauses.of("dobj")
def mend_verdict(noun: spacy.tokens.Token) -> None:
    """ "X has fallen, an official said, a claim that the rebels denied": what it is called, not what he said."""
    said = noun.head
    if said.tag_ != "VBD" or not is_behind_comma(noun.left_edge):
        return
    if any(child.dep_ == "ccomp" for child in said.lefts):
        noun.dep_ = "npadvmod"


@mend_clauses.of("ccomp")
def mend_further_clause(verb: spacy.tokens.Token) -> None:
    """ "Said its men had left X, were holding Y": what has no subject of its own goes on with the first."""
    if verb.tag_ not in {"VBG", "VBN"}:
        return
    roles = {child.dep_ for child in verb.children}
    told = told_before(verb)
    if roles & (SUBJECTS | {"mark"}) or not roles & {"aux", "auxpass"} or not told:
        return
    if any(child.dep_ in SUBJECTS for child in told[-1].children):
        verb.head, verb.dep_ = told[-1], "conj"


@mend_clauses.of("ccomp", "conj", classes=("VERB",))
def mend_further_deed(verb: spacy.tokens.Token) -> None:
    """ "Said it had retaken X, repelled a raid and captured nine": all three had been done, and are what was said."""
    said = verb.head
    if verb.tag_ not in {"VBD", "VBN"} or not has_lemma_of_saying(said) or verb.i == 0 or verb.nbor(-1).text != ",":
        return
    roles = {child.dep_ for child in verb.children}
    further = [child for child in verb.rights if child.dep_ == "conj" and child.tag_ in {"VBD", "VBN"}]
    told = [clause for clause in told_before(verb) if clause.tag_ == "VBN"]
    if roles & (OWN | {"ccomp"}) or not further or not told or own_subject(told[-1]) is None:
        return
    had = any(child.dep_ == "aux" and child.lower_ in {"had", "has", "have"} for child in told[-1].lefts)
    speaks = any(has_lemma_of_saying(one) or one.lemma_ in word_set("grammar", "asking_of") for one in (verb, *further))
    if had and not speaks:
        verb.head, verb.dep_ = told[-1], "conj"


def told_before(verb: spacy.tokens.Token) -> list[spacy.tokens.Token]:
    """Clauses told by the verb that it hangs on, between that one and it."""
    return [child for child in verb.head.rights if child.dep_ == "ccomp" and child.i < verb.i]


@mend_clauses.of("acl")
def mend_shown(participle: spacy.tokens.Token) -> None:
    """ "Observed a hartal demanding their release": those who observe it demand it."""
    show = participle.head
    shown = participle.tag_ == "VBG" and show.dep_ == "dobj" and show.head.pos_ == "VERB"
    if shown and show.lemma_.lower() in word_set("grammar", "public_shows"):
        participle.head, participle.dep_ = show.head, "advcl"


@mend_clauses.of(classes=("VERB", "AUX"))
def mend_aside_as_subject(verb: spacy.tokens.Token) -> None:
    """ "In one of them, Sawang, fighters are in control": many are, so the one name is only named beside."""
    if verb.tag_ != "VBP":
        return
    name = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ == "NNP"), None)
    many = (
        next((child for child in name.rights if child.dep_ == "appos" and child.tag_ == "NNS"), None) if name else None
    )
    before = next((child for child in verb.lefts if child.dep_ == "prep"), None)
    if name is None or many is None or before is None or any(child.dep_ == "conj" for child in name.children):
        return
    place = next((obj for obj in before.rights if obj.dep_ == "pobj"), None)
    if place is not None:
        many.head, many.dep_ = verb, "nsubj"
        name.head, name.dep_ = place, "appos"


@mend_clauses.of("conj")
def mend_joined_figures(second: spacy.tokens.Token) -> None:
    """ "Put its losses at 71 dead and 281 wounded and denied it": the second figure is no clause of its own."""
    states = words("grammar")["states_counted"]
    if second.lower_ not in states or second.pos_ != "VERB" or second.i < 4:
        return
    number, joint, first = second.nbor(-1), second.nbor(-2), second.nbor(-3)
    if number.head != second or not number.like_num or joint.text not in {"and", ","} or first.lower_ not in states:
        return
    for child in list(second.rights):
        child.head = second.head
    second.head, second.dep_, second.pos_ = first, "conj", "NOUN"
    number.dep_ = "nummod"


@mend_clauses.of("ccomp")
def mend_clause_behind_semicolon(verb: spacy.tokens.Token) -> None:
    """ "X says 12 died; Y claims 30 did": what stands before the semicolon is no clause of what stands behind it."""
    above = verb.head
    if above.pos_ != "VERB" or above.i > verb.i:
        return
    if not has_lemma_of_saying(verb) and verb.lemma_ not in word_set("speech", "counts"):
        return  # "said five were brought in; one did not survive": he goes on
    subject = own_subject(verb)
    before = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.i > above.i), None)
    if subject is None or before is None or before.i > subject.i or subject.doc[subject.left_edge.i - 1].text != ";":
        return
    before.head = above
    verb.dep_ = "conj"


@mend_clauses.of("nsubj")
def mend_day_as_subject(month: spacy.tokens.Token) -> None:
    """ "Police 10 Sept said", as trackers write it: the day of the deed, and no month does anything."""
    verb, day = month.head, month.doc[month.i - 1]
    if month.lower_ not in coded("month") or not month.is_title or not day.is_digit or day.i <= month.sent.start:
        return
    doer = day.nbor(-1)
    if doer.pos_ not in {"NOUN", "PROPN"} or verb.i < month.i:
        return
    thing = verb.head
    if verb.dep_ == "amod" and thing.dep_ == "appos" and thing.head == doer:  # "JNIM militants 14 Sept ambushed a bus"
        verb.head, verb.dep_ = (verb, "ROOT") if doer.head == doer else (doer.head, doer.dep_)
        thing.head, thing.dep_ = verb, "dobj"
        verb.pos_, verb.tag_ = "VERB", "VBD"
    if doer in verb.ancestors:
        return
    doer.head, doer.dep_ = verb, "nsubj"
    day.head, day.dep_ = month, "nummod"
    month.head, month.dep_ = verb, "npadvmod"


@mend_clauses.of("ccomp")
def mend_clause_before_semicolon(clause: spacy.tokens.Token) -> None:
    """ "The rebels claimed the capture of X; the army denied losing it": no part of what the army denied."""
    verb = clause.head
    if verb.i < clause.i or not has_lemma_of_saying(verb) or clause.pos_ not in {"VERB", "AUX"}:
        return
    subject = own_subject(verb)
    if own_subject(clause) is None or subject is None or subject.doc[subject.left_edge.i - 1].text != ";":
        return
    if not any(child.dep_ in {"ccomp", "xcomp", "dobj"} for child in verb.rights):
        return  # "12 had died; the army said"
    clause.head, clause.dep_ = (clause, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
    verb.head, verb.dep_ = clause, "parataxis"


@mend_clauses.of("conj")
def mend_joined_to_other_form(verb: spacy.tokens.Token) -> None:
    """ "Stormed it as people were sleeping and set fire to huts", "claim to have killed some and say that": joined to
    the last verb of the same form.
    """
    if verb.pos_ != "VERB" or any(child.dep_ in OWN for child in verb.children):
        return
    joined = verb.head
    is_bare = all(child.dep_ != "dobj" for child in verb.rights)
    if is_bare and joined.dep_ == "acl" and (joined.tag_, verb.tag_) == ("VBN", "VBD"):
        verb.head, verb.dep_, verb.tag_ = joined.head, "acl", "VBN"  # "passengers offloaded from a bus and shot"
        return
    progressive = joined.dep_ == "advcl" and joined.tag_ == "VBG" and any(c.dep_ == "aux" for c in joined.lefts)
    perfect = joined.dep_ == "xcomp" and joined.tag_ == "VBN" and verb.tag_ == "VB"
    wanted = {"VBD"} if progressive and verb.tag_ == "VBD" else {"VBP"} if perfect else set()
    finite = next((up for up in joined.ancestors if up.tag_ in wanted), None)
    if finite is not None:
        verb.head, verb.tag_ = finite, finite.tag_


@mend_clauses.of("advcl")
def mend_what_came_of_it(deed: spacy.tokens.Token) -> None:
    """ "Since February, when militias burned houses, killing three": what came of what was done then."""
    if deed.tag_ != "VBG" or deed.i < 2 or not is_behind_comma(deed):
        return
    before = deed.nbor(-2)
    clause = next((up for up in (before, *before.ancestors) if up.dep_ == "relcl" and up.pos_ == "VERB"), None)
    dated = clause is not None and clause.head.ent_type_ == "DATE" and any(c.lower_ == "when" for c in clause.lefts)
    if dated and clause is not None and deed.head in clause.ancestors:
        deed.head = clause


@mend_clauses.of("advcl", "conj", classes=("VERB",))
def mend_what_came_after(verb: spacy.tokens.Token) -> None:
    """ "Left after talks it had planned in Luanda collapsed": the talks did, and he left after that. "Accused X of
    laying mines after a blast cost a sergeant his foot": the blast did.
    """
    if verb.tag_ != "VBD" or any(child.dep_ in OWN for child in verb.lefts) or verb.head.i > verb.i:
        return
    before = verb.nbor(-1)
    noun = next(
        (up for up in (before, *before.ancestors) if up.dep_ == "pobj" and up.head.lower_ in BESIDE_IN_TIME), None
    )
    step = noun.head if noun is not None else None
    if noun is None or step is None or step.dep_ != "prep" or noun.right_edge.i + 1 != verb.i:
        return
    if verb.head not in step.ancestors or verb in step.ancestors:
        return
    verb.head, verb.dep_ = step.head, "advcl"
    noun.head, noun.dep_ = verb, "nsubj"
    step.head, step.dep_ = verb, "mark"


@mend_clauses.of("advmod", "npadvmod")
def mend_nth_as_subject(nth: spacy.tokens.Token) -> None:
    """ "A third, set for Tuesday, did not take place": what has an article is no adverb."""
    verb = nth.head
    article = any(child.dep_ == "det" and child.i == nth.i - 1 for child in nth.lefts)
    if nth.tag_ != "JJ" or not article or verb.pos_ not in {"VERB", "AUX"} or nth.i > verb.i or not is_behind(nth, ","):
        return
    if not any(child.dep_ in SUBJECTS for child in verb.children):
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        nth.dep_ = "nsubjpass" if passive else "nsubj"


def is_behind(word: spacy.tokens.Token, mark: str) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor(1).text == mark


@mend_clauses.of("nsubj")
def mend_two_last(last: spacy.tokens.Token) -> None:
    """ "The two last spoke in May": the two did, for the last time then."""
    two = last.nbor(-1) if last.i and last.lower_ in {"last", "next", "first"} and last.tag_ == "JJ" else None
    if two is None or two.head != last or two.dep_ != "nummod" or last.nbor(1) != last.head:
        return
    verb = last.head
    for child in [child for child in last.children if child != two]:
        child.head = two
    two.head, two.dep_ = verb, "nsubj"
    last.head, last.dep_ = verb, "advmod"


@mend_clauses.of("ROOT")
def mend_then_said(root: spacy.tokens.Token) -> None:
    """ "X denied it, then said it had shelled the bazaar": the second verb has the first one's subject."""
    if root.pos_ != "VERB" or any(child.dep_ in OWN for child in root.lefts):
        return
    first = next((child for child in root.lefts if child.dep_ == "ccomp" and child.tag_ == root.tag_), None)
    if first is not None and root.nbor(-1).lower_ == "then" and own_subject(first) is not None:
        for child in [child for child in root.lefts if child.i < first.i or child.dep_ == "punct"]:
            child.head = first
        first.head, first.dep_ = first, "ROOT"
        root.head, root.dep_ = first, "conj"


@mend_clauses.of("ROOT")
def mend_taken_hostage(root: spacy.tokens.Token) -> None:
    """ "Two officers taken hostage in May were released": taken by others, not the takers."""
    if root.lower_ not in {"taken", "held"}:
        return
    after = next((child for child in root.rights if child.dep_ == "conj"), None)
    whom = next((child for child in root.lefts if child.dep_ == "nsubj"), None)
    held = root.i + 1 < len(root.doc) and root.nbor(1).lower_ in {"hostage", "prisoner", "captive"}
    if after is None or whom is None or not held:
        return
    if any(child.dep_ == "cc" for child in root.rights) or all(child.dep_ != "auxpass" for child in after.lefts):
        return
    after.head, after.dep_ = after, "ROOT"
    whom.head, whom.dep_ = after, "nsubjpass"
    root.head, root.dep_, root.tag_ = whom, "acl", "VBN"
    root.nbor(1).dep_ = "oprd"


@mend_clauses.of("pobj")
def mend_source_joined_to_days(source: spacy.tokens.Token) -> None:
    """ "Between Friday and Sunday, local sources said": the sources are no third day."""
    if source.i + 1 >= len(source.doc) or source.nbor(1).tag_ not in FINITE:
        return
    verb, step = source.nbor(1), source.head
    day = next((child for child in source.lefts if child.dep_ == "nmod" and child.ent_type_ == "DATE"), None)
    if day is None or source in verb.ancestors:
        return
    if any(child.dep_ in SUBJECTS and child.i > step.i for child in verb.lefts):
        return
    for child in list(day.rights):
        if child.dep_ == "conj" and child.ent_type_ != "DATE":
            child.head, child.dep_ = source, "nmod"
    day.head, day.dep_ = step, "pobj"
    source.head, source.dep_ = verb, "nsubj"


@mend_clauses.of("pobj")
def mend_which_without_step(which: spacy.tokens.Token) -> None:
    """ "A step which they had ruled out": what is ruled out, though the parse sees the object of a step."""
    if which.tag_ == "WDT" and which.head.pos_ == "VERB" and which.i < which.head.i:
        which.dep_ = "dobj"


@mend_clauses.of("conj")
def mend_verb_joined_to_wish(verb: spacy.tokens.Token) -> None:
    """ "Wanted the town cleared and ruled out a pull-out": who wants the one rules out the other."""
    wish = verb.head
    wanting = wish.head
    if verb.tag_ != "VBD" or wish.tag_ != "VBN" or wish.dep_ != "ccomp" or wanting.tag_ != "VBD":
        return
    helped = any(child.dep_ in {"aux", "auxpass", "mark"} for child in wish.children)
    if wanting.lemma_ == "want" and not helped and own_subject(verb) is None:
        verb.head = wanting
        for joint in [child for child in wish.rights if child.dep_ == "cc" and child.i < verb.i]:
            joint.head = wanting


@mend_clauses.of("conj")
def mend_verb_joined_to_source(verb: spacy.tokens.Token) -> None:
    """ "Left X, according to residents, but still control Y": joined to what they tell of, and not to the telling."""
    step = verb.head
    if step.lower_ != "according" or verb.dep_ != "conj" or verb.pos_ != "VERB" or step.head.pos_ != "VERB":
        return
    for child in [child for child in step.rights if child.dep_ in {"cc", "conj"} or child.text == ","]:
        child.head = step.head
    verb.tag_ = "VBP" if verb.tag_ == "VB" and own_subject(verb) is None else verb.tag_


@mend_clauses.of("prep")
def mend_aim_behind_making(step: spacy.tokens.Token) -> None:
    """ "An appeal it had made on Sunday for a truce": an appeal for one, wherever it was made."""
    made, asked = step.head, step.head.head
    if step.lower_ != "for" or made.dep_ != "relcl" or step.i < made.i or asked.pos_ != "NOUN":
        return
    making = made.lemma_ in word_set("grammar", "making_of_asking")
    if making and asked.lemma_ in word_set("grammar", "nouns_of_asking"):
        step.head = asked


@mend_clauses.of("ROOT")
def mend_noun_as_sentence(root: spacy.tokens.Token) -> None:
    """ "Guerrillas held on to the suburbs, while planes rocketed them.": what they did, no mere people held there."""
    if root.tag_ not in {"NNS", "NNPS"}:
        return
    verb = next((child for child in root.rights if is_finite_participle(child)), None)
    if verb is None or verb.i != root.i + 1 or not any(child.dep_ in {"prt", "dobj"} for child in verb.rights):
        return
    told = [child for child in root.rights if child.dep_ == "advcl" and own_subject(child) is not None]
    if not told:
        return
    for child in list(root.rights):
        if child != verb:
            child.head = verb
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    root.head, root.dep_ = verb, "nsubj"


@mend_clauses.of("amod")
def mend_nth_described(nth: spacy.tokens.Token) -> None:
    """ "A third, set for Monday, was called off": what was called off, no word about what is set."""
    described, verb = nth.head, nth.head.head
    if described.tag_ != "VBN" or described.dep_ != "advcl" or described.i != nth.i + 2 or nth.nbor(1).text != ",":
        return
    if any(child.dep_ == "det" for child in nth.lefts) and own_subject(verb) is None and nth.i < verb.i:
        passive = any(child.dep_ == "auxpass" for child in verb.lefts)
        nth.head, nth.dep_ = verb, "nsubjpass" if passive else "nsubj"
        described.head, described.dep_ = nth, "acl"


@mend_clauses.of("relcl")
def mend_relative_of_ground(clause: spacy.tokens.Token) -> None:
    """ "Airstrikes around the capital that killed six": what kills is the deed, not where it was done; "fighting with
    rebels that left 17 dead": what leaves them dead is the fighting of both.
    """
    which, step = clause.left_edge, clause.head.head
    if which.lower_ not in {"that", "which"} or which.head != clause or which.dep_ not in SUBJECTS:
        return
    if clause.head.dep_ != "pobj":
        return
    placed = step.lower_ in word_set("grammar", "placing") and step.lower_ not in {"of", "from"}
    fought = step.lower_ in {"with", "between", "against"} and step.head.lemma_ in word_set("grammar", "fights")
    harms = clause.lemma_ in word_set("grammar", "harming") or (fought and clause.lemma_ in {"leave", "claim"})
    if not (placed or fought) or not harms:
        return
    above = step.head
    things = [child for child in above.rights if child.dep_ == "dobj"] if above.pos_ == "VERB" else [above]
    if things and things[0].i < step.i and things[0].pos_ == "NOUN":
        clause.head = things[0]


@mend_clauses.of("ROOT")
def mend_verb_behind_aim(noun: spacy.tokens.Token) -> None:
    """ "A deal to allow the evacuation of civilians fell through": the deal did, and allows the evacuation."""
    aim = next((child for child in noun.rights if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB"), None)
    if noun.tag_ not in {"NN", "NNS"} or aim is None or aim.lemma_ not in {"allow", "let", "enable", "permit"}:
        return
    verb = next((child for child in aim.rights if child.dep_ == "ccomp" and child.tag_ in {"VBD", "VBN", "VBZ"}), None)
    thing = own_subject(verb) if verb is not None else None
    if verb is None or thing is None or any(child.dep_ == "mark" for child in verb.lefts):
        return
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    for child in [child for child in noun.rights if child.i > aim.right_edge.i]:
        child.head = verb
    thing.head, thing.dep_ = aim, "dobj"
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"


@mend_clauses.of("prep")
def mend_said_at_talks(step: spacy.tokens.Token) -> None:
    """ "Rejected a request to hand back the town during talks in Kunming": it was rejected there, nobody hands it back
    there; not "agreed to hold fire during the talks".
    """
    deed = step.head
    if step.lower_ not in {"during", "at"} or deed.tag_ != "VB" or step.i < deed.i:
        return
    if deed.dep_ not in {"acl", "xcomp"} or deed.lemma_ in word_set("grammar", "done_at_talks"):
        return
    rounds = words("grammar")["rounds_of_talks"]
    if not any(child.dep_ == "pobj" and child.lemma_.lower() in rounds for child in step.rights):
        return
    asked = deed.dep_ == "acl" and deed.head.lemma_ in word_set("talks", "plan_nouns")
    verb = next((up for up in deed.ancestors if up.pos_ == "VERB"), None)
    if verb is not None and verb.tag_ in {"VBD", "VBN"} and (asked or step.lower_ == "during"):
        step.head = verb
