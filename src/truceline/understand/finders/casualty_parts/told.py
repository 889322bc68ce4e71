"""Whether a harm is told as a fact: not denied, not supposed, not still to come."""

import re

from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.harm_words import not_alive, word_set
from truceline.understand.finders.casualty_parts.named_victims import is_not_done
from truceline.understand.finders.casualty_parts.people import persons
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.clause_parts.rehearsal import is_rehearsed
from truceline.understand.grammar import auxiliaries, clause_head, is_negated, is_passive, subjects, words_before
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

PARTS = frozenset({"part-of-those-before", "ellipsis", "parts-behind-colon"})


def is_told(found: Counted, marked: MarkedReport) -> bool:
    """Not negated, not only supposed: "if 10 people die"."""
    if is_at_least(found) or says_no_fewer(found) or is_at_most(found) or is_denied_toll(found):
        return True
    if is_deployed(found) or is_only_possible(found.teller) or is_of_exercise(found.teller):
        return False
    verb = found.teller if found.teller.pos_ in {"VERB", "AUX"} else clause_head(found.teller)
    if found.rule in {"none-survived", "no-trace-of"} or stands_behind_colon(found) or is_told_by_denial(found, verb):
        return True
    if is_negated(verb) and verb.pos_ in {"VERB", "AUX"} and found.rule not in PARTS:
        return False
    if found.rule in {"harm-noun", "harm-participle"} and is_known(found.unit):
        return True
    if found.rule == "toll-noun" and found.unit.head.head == found.teller and is_known(found.teller):
        return True  # "expects the toll of 175 to rise"
    if found.rule == "harm-of" and (is_known(found.teller) or found.teller.head.lower_ in {"after", "following"}):
        return not is_forestalled(found.teller)  # "plans to bar guns after the deaths of 49 people": those died
    modality = marked.modality_at(found.teller.idx)
    return modality is None or modality.aux_mode not in {"hypothetical", "negation", "future"}


def is_sure(found: Counted) -> bool:
    """What reads like a denial and is none: "no fewer than 12", "did not survive"."""
    sure = is_at_least(found) or says_no_fewer(found) or is_at_most(found) or is_granted(found)
    return sure or is_told_by_denial(found, found.teller)


def is_of_exercise(teller: Token) -> bool:
    """ "The mock attack killed 30"."""
    return any(map(is_rehearsed, (teller, *subjects(teller))))


def is_told_by_denial(found: Counted, verb: Token) -> bool:
    """ "Did not survive", "have not been heard from", "their whereabouts are not known"."""
    if not_alive(verb) is not None or found.teller.lower_ in {"whereabouts", "fate"}:
        return True
    return found.harm == "missing" and verb.lemma_ in word_set("sighting")


def is_granted(found: Counted) -> bool:
    """ "to investigate the murder of six priests", "until the killers of the six priests murdered are punished"."""
    if found.rule == "harm-participle":
        return found.harm == "killed" and is_known(found.unit)
    deed = found.rule == "harm-of" and found.teller.low_lemma in word_set("crimes")
    return deed and is_known(found.teller) and not is_not_done(found.teller)


def is_forestalled(deed: Token) -> bool:
    """ "Prevented the killing of four hostages", "ordered the evacuation of 3,000 people"."""
    if deed.dep_ != "dobj":
        return False
    asked = deed.low_lemma in word_set("displaced_done_to") and deed.head.low_lemma in word_set("bidding")
    return asked or deed.head.low_lemma in word_set("forestalling")


def is_at_most(found: Counted) -> bool:
    """ "The number of dead did not exceed 150" denies no death."""
    return found.mark.bound_rule == "not_more_than"


def is_denied_toll(found: Counted) -> bool:
    """ "Denied that 90 of its soldiers had been killed", "denied a report that": the toll is told, as what is denied;
    not "denied killing 20", who may have died by other hands.
    """
    deed = found.teller
    clause = next((up for up in (deed, *deed.ancestors) if up.dep_ in {"ccomp", "acl"}), None)
    suffered = found.rule in {"passive-harm", "subject-suffers"} or deed.low_lemma == "lose"
    if not suffered or clause is None or clause.pos_ != "VERB" or is_negated(clause):
        return False
    denying = clause.head.head if clause.head.low_lemma in listed("modality", "reports") else clause.head
    plain = not is_negated(denying) and denying.lemma_ in listed("modality", "denials")
    return plain and any(child.lower_ == "that" for child in clause.lefts)


def is_at_least(found: Counted) -> bool:
    """ "no fewer than 176" denies nothing."""
    return found.mark.text.lower().startswith(("no ", "not "))


def says_no_fewer(found: Counted) -> bool:
    """A "no fewer than" earlier in the list reads like a denial of the whole."""
    clause = found.unit.doc[max(found.unit.sent.start, found.unit.i - 12) : found.unit.i].text.lower()
    return bool(re.search(r"\b(no|not) (fewer|less|more) than\b", clause))


def is_deployed(found: Counted) -> bool:
    """ "Sent 200 commandos across the border": soldiers who are sent are not displaced."""
    sent = found.harm == "displaced" and found.teller.low_lemma in word_set("deploying")
    return sent and found.noun is not None and found.noun.low_lemma in persons("military")


def is_only_possible(teller: Token) -> bool:
    """ "Could have killed dozens", "a plot to kill 20 officials": nobody died of it."""
    if teller.pos_ != "VERB":
        return False
    undone = {teller.head.low_lemma, *(child.low_lemma for child in teller.head.children if child.dep_ == "dobj")}
    planned = teller.dep_ in {"acl", "relcl", "advcl", "xcomp"} and teller.tag_ == "VB" and undone & word_set("undone")
    return bool(planned) or ({"could", "have"} <= auxiliaries(teller) and not is_passive(teller))


def is_known(unit: Token) -> bool:
    """ "to free the eleven hostages": there they are, whatever becomes of them."""
    return any(child.lower_ in {"the", "its", "their", "these", "those"} for child in unit.children)


def stands_behind_colon(found: Counted) -> bool:
    """ "The bomb spared nobody: 22 dead": what is denied before the colon is not the figure."""
    before = words_before(found.unit.doc, found.unit.i, 3)
    return found.rule == "harm-word-after" and any(word.text in {":", "–", "—"} for word in before)
