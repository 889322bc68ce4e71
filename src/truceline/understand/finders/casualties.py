"""How many of whose people are said to be killed, injured, missing, captured, displaced."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from truceline.knowledge.names import names
from truceline.model.actor import AUTHOR, Actor
from truceline.model.claim import AuxMode, Factuality
from truceline.model.claims import CasualtiesFields
from truceline.model.claims.casualties import Basis, Harm, PersonStatus, Subgroup
from truceline.model.mark import NumberMark
from truceline.model.missing import Missing
from truceline.understand.finders.casualty_parts.counted import (
    Counted,
    chain_head,
    counted_noun,
    harm_at,
    state_right_behind,
    unit_of,
)
from truceline.understand.finders.casualty_parts.denied import Denied, denied_in
from truceline.understand.finders.casualty_parts.details import (
    cause_of,
    date_of,
    is_historical,
    measure_of,
    place_of,
)
from truceline.understand.finders.casualty_parts.harm_words import (
    harm_done,
    harm_of_subject,
    not_alive,
    noun_harms,
    state_harms,
    word_set,
)
from truceline.understand.finders.casualty_parts.people import (
    is_person,
    persons,
    status_of,
    status_of_losses,
    subgroups_of,
)
from truceline.understand.finders.casualty_parts.sides import FORCES, losses_of, losses_told_by, owner_at, perpetrator
from truceline.understand.finders.casualty_parts.singles import (
    Named,
    figure,
    is_one_more,
    is_soldierly,
    name_of,
    named_victims,
    one_of_whom,
    single_marks,
)
from truceline.understand.finders.casualty_parts.withheld import Withheld, withheld_in
from truceline.understand.finding import Finding
from truceline.understand.grammar import (
    by_agents,
    clause_head,
    is_negated,
    is_passive,
    subjects,
    words_after,
    words_before,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

VAGUE = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "several", "many", "tens of thousands", "hundreds of thousands"}
)
INCLUDING = re.compile(
    r"\b(including|among them|of them|of whom|among the dead|were (?:children|women)|most of them)\b", re.I
)
PARTS = frozenset({"part-of-those-before", "ellipsis", "parts-behind-colon"})


def find_casualties(marked: MarkedReport) -> Iterator[Finding]:
    last: Counted | None = None
    for sentence in marked.told:
        if is_fiction(sentence):
            continue
        counted = list(counted_in(sentence, marked, last))
        last = counted[-1] if counted else None
        counted += list(singles_in(sentence, counted, marked))
        counted += list(unnumbered_in(sentence, marked))
        for found in counted:
            yield finding(found, sentence, marked)
        taken = {found.teller.i for found in counted}
        for named in named_victims(sentence, marked, taken):
            yield one_named(named, sentence, marked)
        for kept in withheld_in(sentence.span):
            yield withheld(kept, marked)
        for denied in denied_in(sentence.span):
            yield nought(denied, marked)


def counted_in(sentence: MarkedSentence, marked: MarkedReport, last: Counted | None = None) -> Iterator[Counted]:
    """Numbers of harmed persons in text order; "including two children" takes the harm of those before.

    ``last``: the last figure of the sentence before.
    """
    before: Counted | None = None
    for mark in sentence.numbers:
        number = token_at(sentence, mark.start, mark.end)
        if number is None:
            continue
        unit = unit_of(number)
        noun = counted_noun(unit)
        if noun is not None and (noun.pos_ == "PRON" or noun.lower_ == "more"):
            noun = None  # "thirteen of them"
        if noun is not None and noun.low_lemma in {"family", "household"} and mark.text.lower() in {"one", "a", "an"}:
            continue
        collective = collective_of(unit)
        unit = collective or unit
        noun = counted_noun(unit) if collective is not None else noun
        if (noun is not None and not countable(noun)) or not is_figure(mark) or is_article(mark, noun):
            continue
        if collective is None and is_age(unit):
            continue
        found = direct(mark, unit, noun)
        if found is not None and found.rule == "order-object-harmed" and is_part_of_them(unit):
            found = None
        found = found or inherited(mark, unit, noun, before, sentence) or conceded(mark, unit, noun, before or last)
        if found is not None and is_told(found, marked):
            found = replace(found, before=before)
            before = found
            yield found


def collective_of(unit: Token) -> Token | None:
    """ "a family of six", "the crew of 11": the number counts the persons of the group."""
    group = unit.head.head if unit.dep_ == "pobj" and unit.head.lower_ == "of" and unit.pos_ == "NUM" else None
    return group if group is not None and group.low_lemma in word_set("groups") else None


def is_fiction(sentence: MarkedSentence) -> bool:
    """A film, a novel, a play and what happens in it."""
    if not sentence.span.forms & word_set("fiction"):
        return False
    lemmas = {token.low_lemma for token in sentence.span}
    return bool(lemmas & word_set("fiction")) and bool(lemmas & word_set("fiction_beside"))


def is_figure(mark: NumberMark) -> bool:
    """ "how many" is no figure."""
    return any(bound is not None for bound in (mark.value, mark.low, mark.high))


def is_article(mark: NumberMark, noun: Token | None) -> bool:
    """ "a rights body", "a figure that": one of these is nobody."""
    return mark.text.lower() in {"a", "an"} and noun is not None and noun.lemma_.lower() in word_set("no_single")


def singles_in(sentence: MarkedSentence, counted: list[Counted], marked: MarkedReport) -> Iterator[Counted]:
    """ "another is missing", "killing both", "her husband was hurt": one or two more without a figure."""
    taken = {found.unit.i for found in counted} | {found.noun.i for found in counted if found.noun is not None}
    for mark, token in single_marks(sentence):
        other = is_one_more(token)
        if token.i in taken or name_of(token, marked) is not None:
            continue
        people = None if other else one_of_whom(token) or token
        told = harm_at(token, people, token)
        if told is None or told[2] in {"harm-noun", "toll-noun", "by-order", "order-object-harmed"}:
            continue
        if other and token.idx <= sentence.numbers[0].start:
            continue
        before = counted[-1] if counted and other else None
        found = Counted(mark, token, people, *told[:2], "another" if other else "single-person")
        found = replace(found, before=before)
        if other or is_told(found, marked):
            yield found


def unnumbered_in(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Counted]:
    """ "a significant number of insurgents had been killed": a claim without a figure."""
    for token in sentence.span:
        people = next((one for step in token.children if step.lower_ == "of" for one in step.children), None)
        unsaid = token.lower_ == "number" and any(child.lower_ in {"a", "an"} for child in token.children)
        if people is None or not unsaid or not is_person(people):
            continue
        told = harm_at(token, people, token)
        if told is None or told[2] not in {"passive-harm", "object-harmed", "subject-suffers"}:
            continue
        mark = figure(sentence, token, None)
        found = Counted(mark, token, people, *told[:2], "number-not-said")
        if is_told(found, marked):
            yield found


def token_at(sentence: MarkedSentence, start: int, end: int) -> Token | None:
    """The last token of the number that is its head."""
    inside = [token for token in sentence.span if start <= token.idx < end and not token.is_space]
    heads = [token for token in inside if token.head not in inside and token.pos_ not in {"ADP", "ADV"}]
    figures = [token for token in inside if token.like_num or token.pos_ in {"NUM", "NOUN"}]
    heads = heads or figures[-1:]
    return heads[-1] if heads else inside[-1] if inside else None


def countable(noun: Token) -> bool:
    """Persons and words for the harmed; towns, tanks and days are counted too, but suffer no harm of ours."""
    lemma = noun.lemma_.lower()
    if lemma == "head" and any(child.lower_ == "of" for child in noun.children):
        return False  # cattle are counted so
    return (
        is_person(noun)
        or lemma in noun_harms()
        or noun.lower_ in state_harms()
        or noun.pos_ == "PROPN"
        or noun.like_num
        or is_nation(noun)
    )


def is_nation(noun: Token) -> bool:
    """ "280 Palestinians", "21 Copts"."""
    return noun.text[0].isupper() and noun.tag_ in {"NNPS", "NNS", "NNP"}


def direct(mark: NumberMark, unit: Token, noun: Token | None) -> Counted | None:
    last = last_token(mark, unit)
    behind = state_right_behind(last) if unit == last or unit.lower_ in state_harms() else None
    told = behind or harm_at(unit, noun, first_token(mark, unit))
    if told is None:
        return None
    harm, teller, rule = told
    if is_released(harm, unit, teller) or is_illness(teller):
        return None
    if harm == "captured" and teller.lemma_ in {"arrest", "apprehend"} and not is_taken_in_war(teller, noun):
        return None
    if teller.lemma_ == "treat" and any(word.lower_ in word_set("ailments") for word in teller.subtree):
        return None
    if harm in {"captured", "losses"} and noun is not None and is_made_thing(noun):
        return None
    if harm == "displaced" and mark.text.lower() in {"a", "an"}:
        return None  # "a widow who lives in a camp" is no figure
    mark = at_least_passed(mark, unit) if rule in {"toll-noun", "tallied-before"} else mark
    harm = "casualties" if both_told_behind(unit) else joint_harm(harm, teller)
    return Counted(mark, unit, noun, harm, teller, rule)


def is_made_thing(noun: Token) -> bool:
    """ "took away five American-made Humvees", "lost two T-72s": a type's name, not a nation's."""
    name = noun.tag_ in {"NNPS", "NNP", "NNS"} and noun.text[0].isupper() and not is_person(noun)
    people = names().one(noun.text, "demonym", "group", "adjective", "country", "organisation")
    return name and people is None and noun.ent_type_ not in {"NORP", "GPE"}


def is_taken_in_war(verb: Token, noun: Token | None) -> bool:
    """ "the army arrested four operatives"; police who arrest suspects take no captives."""
    fighters = noun is not None and status_of(noun) == "military"
    takers = [*subjects(verb), *by_agents(verb)]
    return fighters or any(status_of(one) == "military" or one.lemma_.lower() in FORCES for one in takers)


def last_token(mark: NumberMark, unit: Token) -> Token:
    """Where the figure ends: "five dead, nine hurt" tells the harm right behind each, whatever the parse."""
    inside = unit.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    return inside[-1] if inside is not None else unit


def first_token(mark: NumberMark, unit: Token) -> Token:
    """Where the figure begins."""
    inside = unit.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    return inside[0] if inside is not None else unit


def is_released(harm: Harm, unit: Token, teller: Token) -> bool:
    """Freed hostages and those who came home are no longer held or displaced."""
    aside = teller.dep_ in {"acl", "relcl", "amod"}
    if harm not in {"captured", "displaced", "missing"} or (teller.pos_ == "VERB" and not aside):
        return False
    head = chain_head(unit)
    if (
        teller.dep_ == "amod"
        and head.dep_ == "pobj"
        and head.head.lower_ == "to"
        and head.head.head.lemma_.lower() in word_set("giving_to")
    ):
        return True  # "distributed cash to 12,000 displaced families"
    verbs = [up for up in (head.head, head.head.head) if up.pos_ == "VERB"]
    return any(verb.lemma_.lower() in word_set("releasing") and not is_asked(verb) for verb in verbs)


def is_asked(verb: Token) -> bool:
    """ "called on them to free": not yet done."""
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)


def is_illness(teller: Token) -> bool:
    """Dead of a disease, of age, of a crash on the road: not of the war."""
    ill = [child for child in teller.children if child.dep_ == "compound"]
    if any(child.lower_ in word_set("illnesses") for child in ill):
        return True  # "19 cholera deaths"
    return any(
        word.lower_ in word_set("illnesses") or word.lemma_.lower() in word_set("illnesses")
        for step in teller.children
        if step.dep_ == "prep"
        for word in step.subtree
    )


def at_least_passed(mark: NumberMark, unit: Token) -> NumberMark:
    """ "The toll passes 300": three hundred at least."""
    near = [unit.head, *words_before(unit.doc, unit.i, 1)]
    if mark.value is None or not any(word.lemma_.lower() in word_set("passing") for word in near):
        return mark
    return mark.model_copy(update={"value": None, "high": None, "bound_rule": "more_than"})


def both_told_behind(unit: Token) -> bool:
    """ "700,000 killed and wounded", "40 dead or injured": one figure for both."""
    words = [word.lower_ for word in words_after(unit.doc, unit.i + 1, 4)]
    if words[:1] and words[0] in {"people", "soldiers", "men", "civilians", "troops"}:
        words = words[1:]
    if len(words) < 3 or words[1] not in {"and", "or"}:
        return False
    harms = {state_harms().get(words[0]), state_harms().get(words[2])}
    return harms == {"killed", "injured"}


def inherited(
    mark: NumberMark, unit: Token, noun: Token | None, before: Counted | None, sentence: MarkedSentence
) -> Counted | None:
    """ "including two children", "eight of them children", "six in Haris", "12 women among them"."""
    if before is None and is_part_of_them(unit):
        return of_those_told(mark, unit)
    if before is None or unit.i - before.unit.i > 22:
        return None
    if is_part_of_them(unit):
        return Counted(mark, unit, part_noun(unit), before.harm, before.teller, "part-of-those-before", True)
    if noun is not None and is_broken_down(before, unit):
        return Counted(mark, unit, noun, before.harm, before.teller, "parts-behind-colon", True)
    between = sentence.span.doc[before.unit.i : min(unit.i + 6, sentence.span.end)].text
    if noun is not None and noun.lemma_.lower() in {"family", "household"} and noun.dep_ == "pobj":
        return None  # "four children from one family"
    if noun is None and is_behind_of_whom(unit):
        noun = next((child for child in unit.head.children if child.dep_ == "attr"), None)
        return Counted(mark, unit, noun, before.harm, before.teller, "part-of-those-before", True)
    part = noun is not None and is_telling_part(mark, noun) and INCLUDING.search(between)
    more = (
        noun is None
        and unit.dep_ in {"conj", "appos", "dep", "nsubj", "dobj", "ROOT", "npadvmod", "nummod"}
        and followed_by_place(unit)
    )
    alike = before.rule != "harm-noun"  # "44 corpses and 273 patients"
    joined = noun is not None and is_person(noun) and before.unit in list(unit.ancestors) and alike
    if not (part or more or joined):
        return None
    return Counted(mark, unit, noun, before.harm, before.teller, "part-of-those-before" if part else "ellipsis", True)


def is_behind_of_whom(unit: Token) -> bool:
    """ "1,338, of whom 509 are children"; not "of whom five were released"."""
    whom = [word.lower_ for word in words_before(unit.doc, unit.i, 5)]
    pairs = {("of", "whom"), ("of", "them"), ("of", "these"), ("of", "those")}
    near = any(pair in pairs for pair in pairwise(whom))
    return near and unit.head.lemma_ == "be"


def is_telling_part(mark: NumberMark, noun: Token) -> bool:
    """Groups of victims; of single ones only a child."""
    if mark.text.lower() in {"a", "an"}:
        return subgroups_of(noun) == ("children",)
    return bool(subgroups_of(noun)) or status_of(noun) != "unknown"


def conceded(mark: NumberMark, unit: Token, noun: Token | None, before: Counted | None) -> Counted | None:
    """ "the rebels acknowledge four", "the minister gave a lower figure of 773": of those spoken of before."""
    if before is None or before.harm not in {"killed", "injured"} or mark.text.lower() in {"a", "an", "one"}:
        return None
    of_its_own = noun is not None and noun.lower_ == "own"
    figure = unit.dep_ == "pobj" and unit.head.lower_ == "of" and unit.head.head.lower_ in {"figure", "count", "toll"}
    told = unit.dep_ == "dobj" and unit.head.lemma_.lower() in word_set("conceding")
    if (noun is not None and not of_its_own) or not (figure or told or (of_its_own and unit.dep_ == "dobj")):
        return None
    return Counted(mark, unit, None, before.harm, unit.head, "figure-of-those-before", inherited=True)


def is_age(unit: Token) -> bool:
    """ "two brothers of 9 and 11", "Pablo Pelaez, 45, was shot"."""
    if unit.pos_ == "NUM" and is_after_name(unit):
        return True
    head = chain_head(unit)
    step = head.head if head.dep_ == "pobj" and unit.pos_ == "NUM" else None
    if step is None or step.lower_ not in {"of", "aged"} or step.head.i > unit.i or followed_by_of(unit):
        return False
    if step.head.lower_ == "one":  # "one of 14 to die"
        return False
    return is_person(step.head) and step.head.lemma_.lower() not in noun_harms()


def is_after_name(number: Token) -> bool:
    before, after = words_before(number.doc, number.i, 2), words_after(number.doc, number.i + 1, 1)
    if len(before) < 2 or not after or before[1].text != "," or after[0].text not in {",", ".", ")", ";"}:
        return False
    named = before[0].pos_ == "PROPN" or is_person(before[0])
    return named and number.text.isdigit() and len(number.text) <= 2


def followed_by_of(unit: Token) -> bool:
    return [word.lower_ for word in words_after(unit.doc, unit.i + 1, 1)] == ["of"]


def is_broken_down(before: Counted, unit: Token) -> bool:
    """ "Eleven were killed: seven Houthis and four soldiers"."""
    words = list(unit.doc[before.teller.i + 1 : unit.i])
    colon = next((word.i for word in words if word.text in {":", "–", "—"}), None)
    behind: list[Token] = list(unit.doc[colon : unit.right_edge.i + 1]) if colon is not None else []
    return colon is not None and not any(word.pos_ in {"VERB", "AUX"} and word.tag_ != "VBN" for word in behind)


def of_those_told(mark: NumberMark, unit: Token) -> Counted | None:
    """ "All who died were civilians, and twelve of them were women": the harm stands before, without a figure."""
    for word in reversed(words_before(unit.doc, unit.i, 18)):
        if word.is_sent_start or word.pos_ != "VERB":
            continue
        harm = harm_of_subject(word)
        if harm is not None and word.dep_ == "relcl":
            return Counted(mark, unit, part_noun(unit), harm, word, "part-of-those-before", True)
    return None


def is_part_of_them(unit: Token) -> bool:
    """ "nine of them", "six of whom"."""
    after = words_after(unit.doc, unit.i + 1, 2)
    return len(after) == 2 and after[0].lower_ == "of" and after[1].lower_ in {"them", "whom", "those"}


def part_noun(unit: Token) -> Token | None:
    """ "nine of them children", "twelve of them were women"."""
    return next((word for word in words_after(unit.doc, unit.i + 3, 3) if subgroups_of(word)), None)


def followed_by_place(unit: Token) -> bool:
    after = unit.doc[unit.i + 1 : unit.i + 3]
    return any(token.lower_ in {"in", "at", "near", "more", "others", "elsewhere"} for token in after)


def is_told(found: Counted, marked: MarkedReport) -> bool:
    """Not negated, not only supposed: "if 10 people die"."""
    if is_at_least(found) or says_no_fewer(found):
        return True
    if is_deployed(found):
        return False
    verb = found.teller if found.teller.pos_ in {"VERB", "AUX"} else clause_head(found.teller)
    if found.rule in {"none-survived", "no-trace-of"} or stands_behind_colon(found):
        return True
    if not_alive(verb) is not None or (found.harm == "missing" and verb.lemma_ in {"hear", "see", "find", "locate"}):
        return True
    if is_negated(verb) and verb.pos_ in {"VERB", "AUX"} and found.rule not in PARTS:
        return False
    if found.rule in {"harm-noun", "harm-participle"} and is_known(found.unit):
        return True
    if found.rule == "harm-of" and (is_known(found.teller) or found.teller.head.lower_ in {"after", "following"}):
        return True  # "plans to bar guns after the deaths of 49 people": those died
    modality = marked.modality_at(found.teller.idx)
    return modality is None or modality.aux_mode not in {"hypothetical", "negation", "future"}


def stands_behind_colon(found: Counted) -> bool:
    """ "The bomb spared nobody: 22 dead": what is denied before the colon is not the figure."""
    before = words_before(found.unit.doc, found.unit.i, 3)
    return found.rule == "harm-word-after" and any(word.text in {":", "–", "—"} for word in before)


def is_deployed(found: Counted) -> bool:
    """ "Sent 200 commandos across the border": soldiers who are sent are not displaced."""
    sent = found.harm == "displaced" and found.teller.lemma_.lower() in {"send", "move", "bring", "drive"}
    return sent and found.noun is not None and found.noun.low_lemma in persons("military")


def is_known(unit: Token) -> bool:
    """ "to free the eleven hostages": there they are, whatever becomes of them."""
    return any(child.lower_ in {"the", "its", "their", "these", "those"} for child in unit.children)


def is_at_least(found: Counted) -> bool:
    """ "no fewer than 176" denies nothing."""
    return found.mark.text.lower().startswith(("no ", "not "))


def says_no_fewer(found: Counted) -> bool:
    """A "no fewer than" earlier in the list reads like a denial of the whole."""
    clause = found.unit.doc[max(found.unit.sent.start, found.unit.i - 12) : found.unit.i].text.lower()
    return bool(re.search(r"\b(no|not) (fewer|less|more) than\b", clause))


def joint_harm(harm: Harm, teller: Token) -> Harm:
    """ "killed or maimed 40" counts both together."""
    if harm not in {"killed", "injured"} or any(one.pos_ == "NUM" for one in words_before(teller.doc, teller.i, 1)):
        return harm
    if teller.dep_ == "conj" and not has_own_words(teller.head, teller) and one_verb_away(teller.head, teller):
        return "casualties" if harm_done(teller.head) not in {None, harm} else harm
    for child in teller.children:
        if child.dep_ == "conj" and child.i - teller.i <= 3 and not has_people(child) and is_passive(teller):
            return "casualties" if harm_done(child) not in {None, harm} else harm
    return harm


def has_people(verb: Token) -> bool:
    """ "killed and three wounded": those wounded are others."""
    inside = {"nsubj", "nsubjpass", "dobj", "nummod", "npadvmod", "dep", "conj", "aux", "auxpass"}
    return any(child.dep_ in inside for child in verb.children)


def has_own_words(verb: Token, other: Token) -> bool:
    """Each of the two has its own people: "one soldier killed and two injured"."""
    own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in other.children)
    return own_subject or any(child.dep_ in {"dobj", "nsubjpass"} for child in verb.children)


def one_verb_away(verb: Token, other: Token) -> bool:
    return 0 < other.i - verb.i <= 3


def finding(found: Counted, sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    mark = found.mark
    noun = found.noun
    status = status_of(noun) if noun is not None else "unknown"
    status, subgroup = told_of_people(found, status)
    owner, basis = owner_of(found, status, marked)
    start, end = evidence(found)
    missing: dict[str, Missing] = {}
    if found.rule == "number-not-said":
        missing.update(dict.fromkeys(("value", "low", "high"), "vague_quantity"))
    if mark.value is None and mark.low is not None and mark.text.lower().split()[-1] in VAGUE:
        missing["value"] = "vague_quantity"
    if noun is not None and noun.lemma_.lower() in {"family", "household"} and mark.start < noun.idx:
        mark = mark.model_copy(
            update={"value": None, "low": mark.low or mark.value, "high": None, "bound_rule": "families"}
        )
        missing["value"] = "unclear"
    if noun is not None and noun.lemma_.lower() == "couple" and mark.value == 1:
        mark = mark.model_copy(update={"value": 2, "low": 2, "high": 2})
    historical = is_historical(found, sentence, marked)
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
        period=date_of(found, sentence),
        scope="an earlier war" if historical else "the present fighting",
        cause=cause_of(found),
        place=place_of(found, marked),
        perpetrator=perpetrator(found.teller, marked),
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
        claimed_by=teller_of_lives(found, marked),
        factuality="CT+" if historical or is_at_least(found) or says_no_fewer(found) else None,
    )


def told_at(found: Counted, marked: MarkedReport) -> int:
    """The figure; of parts ("including seven children") whose speaker the marks lose, the whole's figure."""
    here = found
    while marked.speaker_at(here.unit.idx) is None and here.inherited and here.before is not None:
        here = here.before
    return here.unit.idx


def teller_of_lives(found: Counted, marked: MarkedReport) -> Actor | None:
    """ "The insurgency has claimed 12,000 lives": it claims nothing in words; the report tells it."""
    speaker = marked.speaker_at(found.unit.idx)
    cues = speaker.cue if speaker is not None else ()
    own = any(start <= found.teller.idx < end for start, end in cues)
    return AUTHOR if own and found.teller.lemma_ in {"claim", "put"} and found.harm == "killed" else None


def told_of_people(found: Counted, status: PersonStatus) -> tuple[PersonStatus, tuple[Subgroup, ...]]:
    """Status and subgroup from the people's noun, else from the word for the dead ("army losses") or those before."""
    noun = found.noun
    subgroup = subgroups_of(noun) if noun is not None else ()
    if status == "unknown" and found.teller.pos_ in {"NOUN", "ADJ"}:
        status = status_of_losses(found.teller)
    if found.before is not None and (noun is None or is_unmarked(noun)):
        earlier = found.before.noun
        if earlier is not None and status == "unknown":
            return status_of(earlier), subgroup or subgroups_of(earlier) if found.rule == "part-of-those-before" else ()
    return status, subgroup


def is_unmarked(noun: Token) -> bool:
    return noun.lemma_.lower() in {"other", "more"} or noun.lower_ in state_harms()


def owner_of(found: Counted, status: PersonStatus, marked: MarkedReport) -> tuple[Actor | None, Basis | None]:
    """Whose people: as the words say, else as the clause lets one infer."""
    noun = found.noun
    told = losses_told_by(found.teller, marked)
    if told is not None:
        return told, "stated"
    told_before = noun is not None and is_unmarked(noun) and found.before is not None
    owner, basis = (None, None) if told_before else losses_of(noun, status, marked)
    if owner is None and noun is not None and noun.dep_ == "conj":
        owner, basis = losses_of(chain_head(noun), status, marked)[0], "inferred"
    if owner is None and found.before is not None and (noun is None or is_unmarked(noun)):
        owner, basis = losses_of(found.before.noun, status, marked)[0], "inferred"
    if (
        owner is None
        and found.harm in {"casualties", "losses"}
        and (noun is None or noun.lemma_.lower() in noun_harms())
    ):
        return claimants_own(found.teller, marked)
    return (owner, basis) if owner is not None else (None, None)


def is_all_sides(found: Counted, sentence: MarkedSentence, *, historical: bool) -> bool:
    """The people whom a whole war has killed are nobody's alone."""
    people = found.noun is not None and found.noun.lemma_.lower() == "people"
    rough = found.mark.value is None and measure_of(found, sentence) == "cumulative"
    return people and (historical or rough)


def claimants_own(teller: Token, marked: MarkedReport) -> tuple[Actor | None, Basis | None]:
    """A side that reports casualties without saying whose means its own."""
    speaker = marked.speaker_at(teller.idx)
    actor = speaker.actor if speaker is not None else None
    if (
        actor is not None
        and actor.kind in {"state", "government", "armed_force", "non_state", "person"}
        and actor.country
    ):
        return actor, "inferred"
    return None, None


def evidence(found: Counted) -> tuple[int, int]:
    """The number with its noun and the word that tells the harm, where that is near."""
    tokens = [found.unit, *([found.noun] if found.noun is not None else [])]
    start = min(found.mark.start, *(token.idx for token in tokens))
    end = max(found.mark.end, *(token.idx + len(token) for token in tokens))
    if not found.inherited and abs(found.teller.i - found.unit.i) <= 12:
        start, end = min(start, found.teller.idx), max(end, found.teller.idx + len(found.teller))
    return start, end


def one_named(named: Named, sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    """A person of that name was killed, hurt, taken: one."""
    token, teller = named.whom, named.teller
    actor = marked.actor_of(token)
    military = is_soldierly(token) or (actor is not None and actor.sector in {"MIL", "REB"})
    found = Counted(figure(sentence, token, 1), token, token, named.harm, teller, named.rule)
    historical = is_historical(found, sentence, marked)
    fields = CasualtiesFields(
        losses_of=actor, losses_basis="stated", person_status="military" if military else "unknown", harm=named.harm,
        value=1, low=1, high=1, measure="incident", perpetrator=perpetrator(teller, marked),
        scope="an earlier war" if historical else "the present fighting", period=date_of(found, sentence),
        place=place_of(found, marked), cause=cause_of(found),
    )  # fmt: skip
    start, end = min(token.idx, teller.idx), max(token.idx + len(token), teller.idx + len(teller))
    aux: AuxMode | None = "historical" if historical else None
    return Finding(fields, start, end, teller.idx, named.rule, aux_mode=aux)


def nought(denied: Denied, marked: MarkedReport) -> Finding:
    """None was harmed: the report gives the figure, and is sure of it."""
    status = status_of(denied.whom) if denied.whom is not None else "unknown"
    owner, basis = losses_of(denied.whom, status, marked)
    fields = CasualtiesFields(
        losses_of=owner, losses_basis=basis, person_status=status, harm=denied.harm, value=0, low=0, high=0,
        subgroup=subgroups_of(denied.whom) if denied.whom is not None else (), measure="incident",
    )  # fmt: skip
    start = min(denied.start.idx, denied.teller.idx)
    end = max(denied.start.idx + len(denied.start), denied.teller.idx + len(denied.teller))
    return Finding(fields, start, end, denied.teller.idx, "none-harmed", factuality="CT+")


def withheld(kept: Withheld, marked: MarkedReport) -> Finding:
    """Whoever keeps the figure back means its own losses, unless the words name others."""
    owner = whose_figure(kept.noun, marked)
    holder = marked.actor_of(kept.holder) if kept.holder is not None else None
    own = owner or holder
    fields = CasualtiesFields(
        losses_of=own,
        losses_basis="stated" if owner else "inferred" if own else None,
        person_status=status_withheld(kept.noun, holder),
        harm=kept.harm,
        scope="the present fighting",
    )
    missing: dict[str, Missing] = dict.fromkeys(("value", "low", "high"), kept.reason)
    sure: Factuality | None = "CT+" if kept.reason == "unclear" else None
    rule = "withheld" if kept.reason == "withheld" else "number-unknown"
    return Finding(fields, kept.start, kept.end, kept.noun.idx, rule, missing, claimed_by=holder, factuality=sure)


def whose_figure(noun: Token, marked: MarkedReport) -> Actor | None:
    beside = (child for child in noun.subtree if child.dep_ in {"amod", "poss", "compound"})
    return next((owner for child in beside if (owner := owner_at(child, marked)) is not None), None)


def status_withheld(noun: Token, holder: Actor | None) -> PersonStatus:
    inside = {form for token in noun.subtree for form in (token.lower_, token.lemma_.lower())}
    if inside & {"civilian"}:
        return "civilian"
    fighting = holder is not None and holder.sector in {"MIL", "REB"}
    soldiers = inside & ({"military", "own", "army", "battlefield", "combat"} | persons("military"))
    return "military" if soldiers or fighting else "unknown"
