"""How many of whose people are said to be killed, injured, missing, captured, displaced."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, groupby

from truceline.model.claim import AuxMode
from truceline.model.claims import CasualtiesFields
from truceline.model.claims.casualties import Harm
from truceline.model.mark import NumberMark
from truceline.model.missing import Missing
from truceline.understand.finders.casualty_parts.ages import is_age
from truceline.understand.finders.casualty_parts.counted import Counted, counted_noun, remains_of, unit_of
from truceline.understand.finders.casualty_parts.days import days_of, is_historical
from truceline.understand.finders.casualty_parts.denied import denied_in, is_not_one, not_one_lost
from truceline.understand.finders.casualty_parts.details import cause_of, measure_of, place_of
from truceline.understand.finders.casualty_parts.direct import direct
from truceline.understand.finders.casualty_parts.evidence import counter, evidence, teller_of_lives, told_at
from truceline.understand.finders.casualty_parts.exclusions import is_speaking
from truceline.understand.finders.casualty_parts.figures import (
    collective_of,
    countable,
    is_article,
    is_excepted,
    is_figure,
    is_put_right,
    stands_among_them,
    token_at,
)
from truceline.understand.finders.casualty_parts.harm_words import word_set
from truceline.understand.finders.casualty_parts.headed import headed, heading_harm
from truceline.understand.finders.casualty_parts.inherited import conceded, inherited, is_part_of_them, lost_by_another
from truceline.understand.finders.casualty_parts.named import named_together, one_deed
from truceline.understand.finders.casualty_parts.named_lists import named_parts, names_listed, names_told_after
from truceline.understand.finders.casualty_parts.named_victims import named_victims
from truceline.understand.finders.casualty_parts.nought import nought
from truceline.understand.finders.casualty_parts.owners import is_all_sides, owner_of, status_by_owner, told_of_people
from truceline.understand.finders.casualty_parts.people import is_further_office, is_person, is_told_who_he_is
from truceline.understand.finders.casualty_parts.perpetrators import perpetrator
from truceline.understand.finders.casualty_parts.silence import withheld
from truceline.understand.finders.casualty_parts.so_many import so_many_in
from truceline.understand.finders.casualty_parts.then_harmed import then_harmed
from truceline.understand.finders.casualty_parts.told import is_sure, is_told
from truceline.understand.finders.casualty_parts.told_before import part_of_told
from truceline.understand.finders.casualty_parts.unnumbered import singles_in, unnumbered_in
from truceline.understand.finders.casualty_parts.withheld import withheld_in
from truceline.understand.finding import Finding
from truceline.understand.grammar import is_only_near
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token


def find_casualties(marked: MarkedReport) -> Iterator[Finding]:
    last: Counted | None = None
    heading: Harm | None = None
    for sentence in marked.told:
        if is_fiction(sentence):
            continue
        counted = list(counted_in(sentence, marked, last, heading))
        told_after = names_told_after(sentence, marked, last)
        heading = heading_harm(sentence.span, heading)
        last = counted[-1] if counted else None
        counted += list(so_many_in(sentence, counted))
        counted += list(singles_in(sentence, counted, marked))
        counted += list(unnumbered_in(sentence, marked, counted))
        for found in counted:
            yield finding(found, sentence, marked)
        by_name = chain(
            named_victims(sentence, marked, counted),
            names_listed(sentence, marked),
            told_after,
            named_parts(sentence, counted, marked),
        )
        for _, victims in groupby(by_name, key=one_deed):
            yield named_together(list(victims), sentence, marked)
        for kept in withheld_in(sentence.span):
            yield withheld(kept, marked)
        for denied in denied_in(sentence.span):
            yield nought(denied, marked)


def counted_in(
    sentence: MarkedSentence, marked: MarkedReport, last: Counted | None = None, heading: Harm | None = None
) -> Iterator[Counted]:
    """Numbers of harmed persons in text order; "including two children" takes the harm of those before.

    ``last``: the last figure of the sentence before; ``heading``: the harm under which it lists or asks for figures.
    """
    before: Counted | None = None
    for mark in sentence.numbers:
        number = token_at(sentence, mark.start, mark.end)
        if number is None:
            continue
        unit = unit_of(number)
        noun = counted_noun(unit)
        if noun is not None and (noun.pos_ == "PRON" or noun.lower_ == "more" or is_their_number(noun)):
            noun = None  # "thirteen of them", "four of their number"
        if noun is not None and noun.low_lemma in {"family", "household"} and mark.text.lower() in {"one", "a", "an"}:
            continue
        collective = collective_of(unit)
        unit = collective or unit
        noun = counted_noun(unit) if collective is not None and noun is None else noun
        if noun is not None and noun.dep_ == "poss" and is_person(noun.head) and remains_of(noun) is None:
            continue  # "a militia leader's nephew": not the leader
        if (noun is not None and not countable(noun)) or not is_figure(mark, number) or is_article(mark, noun):
            continue
        if is_put_right(mark, number) or is_excepted(mark, number) or is_not_one(unit) or not_one_lost(unit):
            continue
        if (
            is_named_behind(unit)
            or (collective is None and is_age(unit))
            or is_speaking(unit)
            or is_further_office(unit)
            or (mark.text.lower() in {"a", "an"} and is_told_who_he_is(unit))
        ):
            continue
        found = (lost_by_another(mark, unit, before) if before is not None else None) or direct(mark, unit, noun)
        if found is not None and is_only_part(mark, unit, found, before):
            found = None
        if found is not None and (is_whole_of_part(unit, found.teller) or is_only_near(found.teller)):
            continue
        found = found or inherited(mark, unit, noun, before, sentence) or conceded(mark, unit, noun, before or last)
        found = found or part_of_told(mark, unit, noun, last) or headed(mark, unit, noun, heading)
        if found is not None and is_told(found, marked):
            found = replace(found, before=before)
            before = found
            yield found
        harmed = then_harmed(mark, unit, noun, found)
        if harmed is not None and is_told(harmed, marked):
            yield harmed


def is_only_part(mark: NumberMark, unit: Token, found: Counted, before: Counted | None) -> bool:
    """ "11 dead, among them two women, and some 20 wounded": the women are of the dead."""
    if found.rule == "order-object-harmed" and is_part_of_them(unit):
        return True
    if before is None or found.harm == before.harm or before.unit.i < found.teller.i < unit.i:
        return False
    return stands_among_them(mark, unit)


def is_named_behind(unit: Token) -> bool:
    """ "One, a boy of 11, did not survive": the boy is the one."""
    behind = (child for child in unit.children if child.dep_ == "appos" and child.i > unit.i)
    return unit.lower_ == "one" and any(grand.lower_ in {"a", "an"} for child in behind for grand in child.children)


def is_their_number(noun: Token) -> bool:
    return noun.lower_ in {"number", "ranks"} and any(child.tag_ == "PRP$" for child in noun.children)


def is_whole_of_part(unit: Token, teller: Token) -> bool:
    """ "Seven of the 12 hostages were killed", "half of the 40,000 inhabitants fled", "80 out of a few hundred":
    not all of them; "one of the 12 killed": all.
    """
    if unit.dep_ != "pobj" or unit.head.lower_ != "of" or teller in list(unit.subtree) or teller.i == unit.i + 1:
        return False  # "most of the 105 dead"
    part = unit.head.head
    return part.pos_ == "NUM" or part.lower_ == "out" or part.low_lemma in word_set("shares")


def is_fiction(sentence: MarkedSentence) -> bool:
    """A game, a film, a novel, a play and what happens in it."""
    text = sentence.span.text.lower()
    if any(phrase in text for phrase in word_set("games")):
        return True
    if not sentence.span.forms & word_set("fiction"):
        return False
    lemmas = {token.low_lemma for token in sentence.span}
    return bool(lemmas & word_set("fiction")) and bool(lemmas & word_set("fiction_beside"))


def finding(found: Counted, sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    mark = found.mark
    noun = found.noun
    status, subgroup = told_of_people(found)
    owner, basis = owner_of(found, status, marked)
    status, subgroup = status_by_owner(found, owner, (status, subgroup))
    start, end = evidence(found)
    missing: dict[str, Missing] = {}
    if found.rule == "number-not-said":
        missing.update(dict.fromkeys(("value", "low", "high"), "vague_quantity"))
    if mark.value is None and mark.low is not None and mark.text.lower().split()[-1] in word_set("vague_counts"):
        missing["value"] = "vague_quantity"
    if noun is not None and noun.low_lemma in {"family", "household"} and mark.start < noun.idx:
        mark = mark.model_copy(
            update={"value": None, "low": mark.low or mark.value, "high": None, "bound_rule": "families"}
        )
        missing["value"] = "unclear"
    if noun is not None and noun.low_lemma == "couple" and mark.value == 1:
        mark = mark.model_copy(update={"value": 2, "low": 2, "high": 2})
    days = days_of(found, sentence, marked)
    historical = is_historical(found, None if days.begins else days.told, marked)
    fields = CasualtiesFields(
        losses_of=owner
        if owner is not None
        else "all sides"
        if is_all_sides(found, sentence, historical=historical)
        else None,
        losses_basis=basis,
        person_status=status,
        subgroup=subgroup,
        harm=found.harm,
        value=mark.value,
        low=mark.low,
        high=mark.high,
        bound_rule=mark.bound_rule,
        measure=measure_of(found, sentence),
        period=days.period(marked.report.published),
        as_of=days.as_of,
        scope="an earlier war" if historical else "the present fighting",
        cause=cause_of(found),
        place=place_of(found, marked),
        perpetrator=perpetrator(found.teller, marked) if found.rule != "figure-of-those-before" else None,
    )
    aux: AuxMode | None = "historical" if historical else None
    return Finding(
        fields,
        start,
        end,
        told_at(found, marked),
        found.rule,
        missing,
        aux_mode=aux,
        claimed_by=counter(found, marked) or teller_of_lives(found, marked),
        factuality="CT+" if historical or is_sure(found) else None,
    )
