"""Where, by what, and whether the figure is one event's, a running total or an addition."""

import re
from collections.abc import Iterator

from truceline.model.claims.casualties import Measure
from truceline.model.mark import NumberMark
from truceline.model.where import Place
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.harm_words import any_word, harm_done, word_set
from truceline.understand.finders.clause_parts.placed import (
    breadth,
    is_headed_for,
    is_measured_from,
    placed_at,
    top_of_name,
)
from truceline.understand.finders.clause_parts.when import is_meanwhile
from truceline.understand.grammar import clause_head, noun_phrase, subjects
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

MANY = 100  # persons: so many are seldom harmed at once


def measure_of(found: Counted, sentence: MarkedSentence) -> Measure:
    doc = found.unit.doc
    at = found.unit.idx - sentence.start
    text = sentence.span.text[max(0, at - 80) : min(at + 90, end_of_figure(found, sentence))].lower()
    if is_added(found, sentence):
        return "delta"
    if is_of_day_named(found):
        return "incident"
    before = doc[max(sentence.span.start, found.unit.i - 6) : found.unit.i].text.lower()
    if found.rule == "toll-noun" or re.search(r"\b(toll|tally)\b", before) or any_word("in_total", r"\b").search(text):
        return "cumulative"
    if any_word("incident", "").search(text) or is_one_murder(found):
        return "incident"
    if is_done_by_someone(found):
        text = re.sub(r"\b(?:have|has) been\b", "", text)
    if found.harm == "displaced" and re.search(r"\b(have|has|had)\b", text):
        return "cumulative"
    return "cumulative" if any_word("cumulative", r"\b").search(text) else "incident"


def is_of_day_named(found: Counted) -> bool:
    """ "The deadliest raid since May, when 19 died": those died in May, not since."""
    clause = next((up for up in (found.teller, *found.teller.ancestors) if up.dep_ in {"relcl", "advcl"}), None)
    when = clause is not None and any(child.lower_ == "when" for child in clause.children)
    return when and clause is not None and clause.head.ent_type_ == "DATE"


def is_one_murder(found: Counted) -> bool:
    """ "The murder of six priests": few, killed at once."""
    return found.rule == "harm-of" and found.teller.tag_ == "NN" and is_few(found)


def is_done_by_someone(found: Counted) -> bool:
    """ "Three peasants have been shot by gunmen" is one deed; "300 have been killed" counts many."""
    return is_few(found) and "agent" in found.teller.child_deps


def is_few(found: Counted) -> bool:
    return (found.mark.value or found.mark.low or 0) < MANY


def end_of_figure(found: Counted, sentence: MarkedSentence) -> int:
    """Where a count that another figure tells begins ("raised to 229 the number of"); else the sentence's end."""
    tolls = [
        mark.start for mark in sentence.numbers if mark.start > found.mark.end and is_behind_raising(mark, sentence)
    ]
    tolls += [word.idx for word in found.unit.doc[found.unit.i + 1 : found.unit.sent.end] if is_raising(word)]
    return (min(tolls) if tolls else sentence.end) - sentence.start


def is_raising(verb: Token) -> bool:
    """ "Two were killed, bringing the number of troops killed since May to 370"."""
    counts = (child for child in verb.rights if child.dep_ == "dobj" and child.low_lemma in word_set("tolls"))
    return verb.low_lemma in word_set("raising") and next(counts, None) is not None


def is_behind_raising(mark: NumberMark, sentence: MarkedSentence) -> bool:
    """ "Raised to 229", "brought to 40"."""
    before = sentence.span.text[: mark.start - sentence.start].lower().split()[-2:]
    return len(before) == 2 and before[1] == "to" and before[0] in word_set("raising_to")


def is_added(found: Counted, sentence: MarkedSentence) -> bool:
    """ "another 14", "seven more", "two of the wounded died"; "another is missing" beside the first is no addition."""
    of_them = re.search(r"\bone of (them|whom)\b", found.unit.doc[found.unit.i : found.unit.i + 3].text.lower())
    if found.rule == "another" and not of_them:
        return False
    near = found.unit.doc[max(sentence.span.start, found.unit.i - 3) : found.unit.i + 2].text.lower()
    behind = found.unit.doc[found.unit.i : found.unit.i + 5].text.lower()
    of_wounded = found.harm == "killed" and re.search(r"\bof the (wounded|injured)\b", behind)
    before = found.before
    of_wounded = of_wounded or (found.harm == "killed" and before is not None and before.harm == "injured" and of_them)
    added = re.search(r"\b(another|further|additional)\b", near)
    _, more, rest = near.partition(f"{found.mark.text.lower()} more")
    return bool(added or of_wounded or (more and not rest.startswith(" than") and not rest[:1].isalnum()))


def verb_of(found: Counted) -> Token:
    return found.teller if found.teller.pos_ == "VERB" else clause_head(found.teller)


def cause_of(found: Counted) -> str | None:
    """The weapon or the event in the clause, or in the one it hangs on ("shelled the town, killing four")."""
    verb = verb_of(found)
    for clause in (verb, verb.head) if verb.dep_ in {"advcl", "conj"} else (verb,):
        causes = (one for one in clause.subtree if one.low_lemma in word_set("causes") and one.pos_ == "NOUN")
        cause = next((one for one in causes if not is_told_of_another(one, clause, found)), None)
        if cause is not None:
            return noun_phrase(cause).text
    return None


def is_told_of_another(cause: Token, clause: Token, found: Counted) -> bool:
    """ "In X, taken after weeks of fighting, two were shot", "killed people who had no part in the fighting"."""
    if cause.dep_ in {"dobj", "nsubjpass"} and cause.head.low_lemma in word_set("taking_weapons"):
        return True  # "destroyed 15 tanks and killed 300", "said they had shot down a drone"
    if cause.dep_ == "conj" and is_lost_thing(cause):
        return True  # "lost 340 troops, four tanks and a gun"
    if any(up.low_lemma in word_set("undone") for up in cause.ancestors if clause in up.ancestors):
        return True  # "came to arrest men suspected of planning attacks, and one was shot"
    asides = (up for up in cause.ancestors if up.dep_ == "relcl" and clause in up.ancestors)
    return any(found.unit not in aside.subtree for aside in asides)


def is_lost_thing(thing: Token) -> bool:
    while thing.dep_ == "conj":
        thing = thing.head
    return thing.dep_ == "dobj" and thing.head.low_lemma == "lose"


def place_of(found: Counted, marked: MarkedReport) -> Place | None:
    """In the words behind the figure, in its clause, in the clause above, else in the sentence: the nearest."""
    own = place_behind(found, marked)
    if own is not None:
        return own
    for clause in clauses_around(verb_of(found), marked):
        others = of_what_raised_it(found, clause)
        told = (token for token in clause.subtree if token.i not in others and not is_brought_to(token, found))
        told = (token for token in told if not is_headed_for(token) and not is_where_sides_met(token))
        places = [place for token in told if (place := placed_at(token, marked)) is not None]
        if places:
            return min(places, key=lambda place: nearness(place, found))[1]
    return None


def nearness(place: tuple[Token, Place], found: Counted) -> tuple[int, bool, int]:
    name, where = place
    return breadth(where), is_measured_from(name), abs(name.i - found.unit.i)


def is_where_sides_met(name: Token) -> bool:
    """ "Met in Brussels after a war that killed 6,500", "overshadowed talks in Tashkent": nobody died there; somebody
    may have where a meeting was attacked.
    """
    step = top_of_name(name).head
    above = step.head
    if step.lower_ not in {"in", "at"}:
        return False
    if above.pos_ == "VERB":
        beside = {word.low_lemma for word in above.subtree if word.dep_ in {"dobj", "pobj"}}
        gathered = above.low_lemma in word_set("gathering") and not beside.isdisjoint(word_set("talks_between_sides"))
        return gathered or above.low_lemma in word_set("meeting_of_sides")
    verb = next((up for up in above.ancestors if up.pos_ == "VERB"), above)
    return above.low_lemma in word_set("talks_between_sides") and harm_done(verb) is None and not is_attacking(verb)


def is_attacking(verb: Token) -> bool:
    return verb.low_lemma in word_set("attacking")


def is_brought_to(name: Token, found: Counted) -> bool:
    """ "Eight wounded were flown to X", "taken to a clinic in X", "passed 58 bodies on to the army at X": they were
    not harmed there.
    """
    if found.harm not in {"killed", "injured"} or word_set("bringing").isdisjoint(name.sent.forms):
        return False
    steps = (up for up in name.ancestors if up.dep_ in {"prep", "dative"} and up.head.low_lemma in word_set("bringing"))
    return any(one.lower_ == "to" and one.i <= step.i for step in steps for one in step.head.rights)


def clauses_around(verb: Token, marked: MarkedReport) -> Iterator[Token]:
    """Its own clause and those above that tell where it happened, the innermost first."""
    here = verb
    yield here
    while here.head != here and not is_elsewhere(here, marked):
        here = here.head
        if here.pos_ in {"VERB", "AUX"} and not is_saying(here):
            yield here


def is_elsewhere(clause: Token, marked: MarkedReport) -> bool:
    """A clause whose sentence goes on about another matter: "talks opened in X a day after gunmen killed 29", "bases
    in X, a step to end a war that has cost 40,000 lives", "the rebels, who killed 30 people, hold X".
    """
    if clause.dep_ == "advcl":
        marks = (child.lower_ for child in clause.children if child.dep_ == "mark")
        return is_meanwhile(clause) or any(mark in word_set("time_steps") for mark in marks)
    if clause.dep_ not in {"relcl", "acl"}:
        return False
    doer = marked.actor_mark_of(clause.head)
    return clause.head.low_lemma in word_set("wars") - word_set("causes") or (
        doer is not None and doer.kind in {"state", "government", "armed_force", "non_state"}
    )


def of_what_raised_it(found: Counted, clause: Token) -> frozenset[int]:
    """ "The strike on X raised to 229 the number of civilians killed": the count is not of X alone."""
    groups = [list(word.subtree) for word in subjects(clause)] if found.rule == "toll-noun" else []
    return frozenset(token.i for group in groups if found.teller not in group for token in group)


def is_saying(verb: Token) -> bool:
    return verb.low_lemma in word_set("saying")


def place_behind(found: Counted, marked: MarkedReport) -> Place | None:
    """ "and six in Haris"."""
    words = found.unit.doc[found.unit.i + 1 : found.unit.i + 6]
    for step in words:
        if step.lower_ in {"in", "at", "near"}:
            told = [one for token in words if token.i > step.i and (one := placed_at(token, marked)) is not None]
            return min((place for _, place in told), key=breadth, default=None)  # "in Nigeria's Niger state"
        if step.pos_ not in {"NOUN", "ADJ", "ADV", "PROPN"}:
            return None
    return None
