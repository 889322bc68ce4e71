"""Of two deeds in one sentence it may not be told which one did the harm: then nobody is charged with it."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.grammar import SUBJECTS
from truceline.understand.tokens import Token


def may_be_of_other(harm: Token) -> bool:
    """ "The army struck targets after gunmen fired on its troops, killing nine": by the army or by the gunmen?"""
    if harm.tag_ != "VBG" or harm.dep_ != "advcl" or harm.head.i > harm.i:
        return False
    before = (child for child in harm.head.children if child.dep_ == "advcl" and harm.head.i < child.i < harm.i)
    return any(is_attack_of_others(clause) for clause in before)


def is_attack_of_others(clause: Token) -> bool:
    marked = any(
        child.dep_ in {"mark", "advmod"} and child.lower_ in {"after", "as", "when", "once"}
        for child in clause.children
    )
    attacks = lemma_of(clause) in word_set("casualties", "attacking")
    return marked and attacks and not SUBJECTS.isdisjoint(clause.child_deps)
