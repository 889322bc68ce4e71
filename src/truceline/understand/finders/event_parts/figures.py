"""Words of war said of markets, games and debates: "shares rallied", "pulled back from the brink"."""

import re

from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.finders.event_parts.triggers import words_beside
from truceline.understand.grammar import direct_objects, prepositional_objects, subjects, subtree_span
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")
BY_FORCE: frozenset[PloverEvent] = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})


def is_figure(event: PloverEvent, verb: Token, marked: MarkedReport) -> bool:
    if event not in BY_FORCE:
        return False
    if any(lemma_of(word) in word_set("traded") for token in subjects(verb) for word in (token, *token.children)):
        return True
    beside = words_beside(verb, marked)
    if beside & word_set("figurative_grounds"):
        return True
    return event == "ASSAULT" and (is_debate(verb, beside) or is_criticism(verb) or is_game(verb))


def is_debate(verb: Token, beside: set[str]) -> bool:
    """ "Clashed in parliament", "ambushed the chancellor over tax credits"."""
    matter = {lemma_of(token) for token in prepositional_objects(verb, "over", "about")}
    housed = lemma_of(verb) in word_set("sparring") and beside & word_set("houses_of_debate")
    return bool(matter & word_set("debated")) or bool(housed)


def is_criticism(verb: Token) -> bool:
    """ "Came under fire for ordering a halt", "from his own party"."""
    if not prepositional_objects(verb, "under"):
        return False
    for_doing = any(child.lower_ == "for" and "pcomp" in child.child_deps for child in verb.children)
    critics = {lemma_of(token) for token in verb.subtree if token.dep_ == "pobj"}
    return for_doing or bool(critics & word_set("critics"))


def is_game(verb: Token) -> bool:
    """ "Beat Lira 2-0", "beat Prince Louis by two goals to nil"."""
    if lemma_of(verb) not in word_set("won_by_score"):
        return False
    by = prepositional_objects(verb, "by")
    if any(lemma_of(token) in word_set("scored") for token in by) or any(SCORE.fullmatch(t.text) for t in verb.subtree):
        return True
    return any(SCORE.search(subtree_span(token).text) for token in direct_objects(verb))
