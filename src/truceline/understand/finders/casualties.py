"""How many of whose people are said to be killed, injured, missing, captured, displaced."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from truceline.model.actor import Actor
from truceline.model.claim import AuxMode
from truceline.model.claims import CasualtiesFields
from truceline.model.claims.casualties import Basis, Harm, Measure, PersonStatus, Subgroup
from truceline.model.mark import NumberMark
from truceline.model.missing import Missing
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.finders.casualty_parts.counted import Counted, chain_head, counted_noun, harm_at, unit_of
from truceline.understand.finders.casualty_parts.denied import Denied, denied_in
from truceline.understand.finders.casualty_parts.harm_words import (
    harm_done,
    harm_of_subject,
    noun_harms,
    state_harms,
    word_set,
)
from truceline.understand.finders.casualty_parts.people import is_person, status_of, status_of_losses, subgroups_of
from truceline.understand.finders.casualty_parts.sides import losses_of, losses_told_by, owner_at, perpetrator
from truceline.understand.finders.casualty_parts.withheld import withheld_in
from truceline.understand.finding import Finding
from truceline.understand.grammar import (
    clause_head,
    is_negated,
    is_passive,
    noun_phrase,
    subjects,
    with_conjuncts,
    words_after,
    words_before,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence

VAGUE = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "several", "many", "tens of thousands", "hundreds of thousands"}
)
INCLUDING = re.compile(
    r"\b(including|among them|of them|of whom|among the dead|were (?:children|women)|most of them)\b", re.I
)
ROUND = 1000  # figures that end in this many are round, as news rounds them


def find_casualties(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        counted = list(counted_in(sentence, marked))
        counted += list(uncounted_others(sentence, counted))
        for found in counted:
            yield finding(found, sentence, marked)
        taken = {found.teller.i for found in counted}
        yield from named_dead(sentence, marked, taken)
        for verb, noun in withheld_in(sentence.span):
            yield withheld(verb, noun, marked)
        for denied in denied_in(sentence.span):
            yield nought(denied, marked)


def counted_in(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Counted]:
    """Numbers of harmed persons in text order; "including two children" takes the harm of those before."""
    before: Counted | None = None
    for mark in sentence.numbers:
        number = token_at(sentence, mark.start, mark.end)
        if number is None:
            continue
        unit = unit_of(number)
        noun = counted_noun(unit)
        if noun is not None and noun.pos_ == "PRON":
            noun = None  # "thirteen of them"
        if (noun is not None and not countable(noun)) or not is_figure(mark) or is_article(mark, noun):
            continue
        found = direct(mark, unit, noun) or inherited(mark, unit, noun, before, sentence)
        if found is not None and is_told(found, marked):
            found = replace(found, before=before)
            before = found
            yield found


def is_figure(mark: NumberMark) -> bool:
    """ "how many" is no figure."""
    return any(bound is not None for bound in (mark.value, mark.low, mark.high))


def is_article(mark: NumberMark, noun: Token | None) -> bool:
    """ "a rights body", "a figure that": one of these is nobody."""
    return mark.text.lower() in {"a", "an"} and noun is not None and noun.lemma_.lower() in word_set("no_single")


def uncounted_others(sentence: MarkedSentence, counted: list[Counted]) -> Iterator[Counted]:
    """ "another is missing", "killing both": one or two more without a figure."""
    if not sentence.numbers:
        return
    for token in sentence.span:
        value = {"another": 1, "both": 2}.get(token.lower_)
        if value is None or token.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
            continue
        mark = uncounted_mark(sentence, token, value)
        found = direct(mark, token, None)
        if found is not None and token.idx > sentence.numbers[0].start:
            yield replace(found, before=counted[-1] if counted else None, rule="another")


def uncounted_mark(sentence: MarkedSentence, token: Token, value: int) -> NumberMark:
    start, end = token.idx, token.idx + len(token)
    report = sentence.numbers[0].report
    return NumberMark(report=report, start=start, end=end, text=token.text, value=value, low=value, high=value)


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
    told = harm_at(unit, noun)
    if told is None:
        return None
    harm, teller, rule = told
    return Counted(mark, unit, noun, joint_harm(harm, teller), teller, rule)


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
    between = sentence.span.doc[before.unit.i : min(unit.i + 6, sentence.span.end)].text
    part = noun is not None and bool(subgroups_of(noun) or status_of(noun) != "unknown") and INCLUDING.search(between)
    more = (
        noun is None
        and unit.dep_ in {"conj", "appos", "dep", "nsubj", "dobj", "ROOT", "npadvmod", "nummod"}
        and followed_by_place(unit)
    )
    joined = noun is not None and is_person(noun) and before.unit in list(unit.ancestors)
    if not (part or more or joined):
        return None
    return Counted(mark, unit, noun, before.harm, before.teller, "part-of-those-before" if part else "ellipsis", True)


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
    verb = found.teller if found.teller.pos_ in {"VERB", "AUX"} else clause_head(found.teller)
    if is_negated(verb) and verb.pos_ in {"VERB", "AUX"} and found.rule not in {"part-of-those-before", "ellipsis"}:
        return False
    modality = marked.modality_at(found.teller.idx)
    return modality is None or modality.aux_mode not in {"hypothetical", "negation", "future"}


def is_at_least(found: Counted) -> bool:
    """ "no fewer than 176" denies nothing."""
    return found.mark.text.lower().startswith(("no ", "not "))


def says_no_fewer(found: Counted) -> bool:
    """A "no fewer than" earlier in the list reads like a denial of the whole."""
    clause = found.unit.doc[max(found.unit.sent.start, found.unit.i - 12) : found.unit.i].text.lower()
    return bool(re.search(r"\b(no|not) (fewer|less|more) than\b", clause))


def joint_harm(harm: Harm, teller: Token) -> Harm:
    """ "killed or maimed 40" counts both together."""
    if harm not in {"killed", "injured"}:
        return harm
    if teller.dep_ == "conj" and not has_own_words(teller.head) and one_verb_away(teller.head, teller):
        return "casualties" if harm_done(teller.head) not in {None, harm} else harm
    for child in teller.children:
        if child.dep_ == "conj" and child.i - teller.i <= 3 and not list(child.children) and is_passive(teller):
            return "casualties" if harm_done(child) not in {None, harm} else harm
    return harm


def has_own_words(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "nsubjpass"} for child in verb.children)


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
    if mark.value is None and mark.low is not None and mark.text.lower().split()[-1] in VAGUE:
        missing["value"] = "vague_quantity"
    if noun is not None and noun.lemma_.lower() in {"family", "household"}:
        mark = mark.model_copy(
            update={"value": None, "low": mark.low or mark.value, "high": None, "bound_rule": "families"}
        )
        missing["value"] = "unclear"
    if noun is not None and noun.lemma_.lower() == "couple" and mark.value == 1:
        mark = mark.model_copy(update={"value": 2, "low": 2, "high": 2})
    historical = is_historical(found, sentence, marked)
    fields = CasualtiesFields(
        losses_of=owner if owner is not None else "all sides" if is_all_sides(found, historical) else None,
        losses_basis=basis,
        person_status=status,
        subgroup=subgroup,
        harm=found.harm,
        value=mark.value,
        low=mark.low,
        high=mark.high,
        bound_rule=mark.bound_rule,
        measure=measure_of(found, sentence),
        period=date_of(found, sentence, marked),
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
        found.unit.idx,
        found.rule,
        missing,
        aux_mode=aux,
        factuality="CT+" if historical or is_at_least(found) or says_no_fewer(found) else None,
    )


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
    owner, basis = losses_of(noun, status, marked)
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


def is_all_sides(found: Counted, historical: bool) -> bool:
    return found.noun is not None and found.noun.lemma_.lower() == "people" and (historical or found.mark.value is None)


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


def measure_of(found: Counted, sentence: MarkedSentence) -> Measure:
    at = found.unit.idx - sentence.start
    text = sentence.span.text[max(0, at - 80) : at + 90].lower()
    number = found.mark.text.lower()
    near = found.unit.doc[max(sentence.span.start, found.unit.i - 3) : found.unit.i + 2].text.lower()
    if re.search(r"\b(another|further|additional)\b", near) or re.search(rf"{re.escape(number)} more\b", near):
        return "delta"
    before = found.unit.doc[max(sentence.span.start, found.unit.i - 6) : found.unit.i].text.lower()
    if (
        found.rule == "toll-noun"
        or re.search(r"\b(toll|tally)\b", before)
        or re.search(r"\bsince\b|\bso far\b|\bto date\b|\bin total\b", text)
    ):
        return "cumulative"
    if any(re.search(rf"\b{re.escape(word)}", text) for word in word_set("incident")):
        return "incident"
    if found.harm == "displaced" and re.search(r"\b(have|has|had)\b", text):
        return "cumulative"
    return (
        "cumulative"
        if any(re.search(rf"\b{re.escape(word)}\b", text) for word in word_set("cumulative"))
        else "incident"
    )


def is_historical(found: Counted, sentence: MarkedSentence, marked: MarkedReport) -> bool:
    """A toll of a war dated years before: the report's day or the report's other dates tell."""
    modality = marked.modality_at(found.teller.idx)
    if modality is not None and modality.aux_mode == "historical":
        return True
    date = date_of(found, sentence, marked)
    if date is None or date.precision not in {"decade", "year"} or date.latest is None:
        return False
    published = marked.report.published
    return date.latest.year < (published.year - 1 if published else 2015)


def date_of(found: Counted, sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    dates = [mark for mark in sentence.dates if mark.timex_type in {"DATE", "TIME"}]
    near = [mark for mark in dates if abs(mark.start - found.unit.idx) < 140]
    return min(near, key=lambda mark: abs(mark.start - found.unit.idx)).date if near else None


def cause_of(found: Counted) -> str | None:
    verb = found.teller if found.teller.pos_ == "VERB" else clause_head(found.teller)
    cause = next(
        (token for token in verb.subtree if token.lemma_.lower() in word_set("causes") and token.pos_ == "NOUN"), None
    )
    return noun_phrase(cause).text if cause is not None else None


def place_of(found: Counted, marked: MarkedReport) -> Place | None:
    verb = found.teller if found.teller.pos_ == "VERB" else clause_head(found.teller)
    places = [(abs(token.i - found.unit.i), token.i) for token in verb.subtree if marked.place_mark_of(token)]
    if not places:
        return None
    mark = marked.place_mark_of(verb.doc[min(places)[1]])
    return mark.place if mark else None


def named_dead(sentence: MarkedSentence, marked: MarkedReport, taken: set[int]) -> Iterator[Finding]:
    """A person of that name was killed: one."""
    for verb in sentence.span:
        if verb.i in taken or verb.pos_ != "VERB" or is_negated(verb):
            continue
        harmed = named_victims(verb, marked)
        modality = marked.modality_at(verb.idx)
        if not harmed or (modality is not None and modality.aux_mode is not None):
            continue
        harm: Harm = "killed"
        for token in harmed:
            actor = marked.actor_of(token)
            status: PersonStatus = "military" if actor and actor.sector in {"MIL", "REB"} else "unknown"
            fields = CasualtiesFields(
                losses_of=actor, losses_basis="stated", person_status=status, harm=harm, value=1, low=1, high=1,
                measure="incident", perpetrator=perpetrator(verb, marked), scope="the present fighting",
            )  # fmt: skip
            start, end = min(token.idx, verb.idx), max(token.idx + len(token), verb.idx + len(verb))
            yield Finding(fields, start, end, verb.idx, "named-person")


def named_victims(verb: Token, marked: MarkedReport) -> list[Token]:
    if harm_done(verb) != "killed" and not died_of_wounds(verb):
        return []
    if is_passive(verb) or died_of_wounds(verb):
        tokens = subjects(verb)
    else:
        tokens = [part for child in verb.children if child.dep_ == "dobj" for part in with_conjuncts(child)]
    return [token for token in tokens if is_named_person(token, marked)]


def died_of_wounds(verb: Token) -> bool:
    """ "was hit in the neck and died"."""
    return verb.lemma_ == "die" and verb.dep_ == "conj" and verb.head.lemma_.lower() in word_set("hitting")


def is_named_person(token: Token, marked: MarkedReport) -> bool:
    """A known person, or a full name that is neither a place nor a body of people."""
    mark = marked.actor_mark_of(token)
    if token.pos_ != "PROPN":
        return False
    if mark is not None and mark.kind == "person":
        return mark.resolution in {"named", "coreference"}
    full = any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in token.lefts)
    other = mark is not None and mark.kind != "unspecified"
    return full and token.tag_ == "NNP" and not other and marked.place_mark_of(token) is None


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


def withheld(verb: Token, noun: Token, marked: MarkedReport) -> Finding:
    speaker = subjects(verb) or [t for up in verb.ancestors for t in subjects(up)][:1]
    owner: Actor | None = None
    for child in noun.children:
        if child.dep_ in {"amod", "poss", "compound"} and owner is None:
            owner = owner_at(child, marked)
    holder = marked.actor_of(speaker[0]) if speaker else None
    own = owner or holder
    status: PersonStatus = (
        "military"
        if any(t.lower_ in {"military", "own", "army", "battlefield", "combat"} for t in noun.subtree)
        or (holder is not None and holder.sector in {"MIL", "REB"})
        else "unknown"
    )
    fields = CasualtiesFields(
        losses_of=own,
        losses_basis="stated" if owner else "inferred" if own else None,
        person_status=status,
        harm="losses" if noun.lower_ == "own" else noun_harms().get(noun.lemma_.lower(), "casualties"),
        scope="the present fighting",
    )
    first = min(verb.idx, noun.idx)
    governor = verb.head if verb.dep_ == "xcomp" else verb
    start = min(first, governor.idx)
    end = max(noun.idx + len(noun), verb.idx + len(verb))
    missing: dict[str, Missing] = {"value": "withheld", "low": "withheld", "high": "withheld"}
    return Finding(fields, start, end, noun.idx, "withheld", missing, claimed_by=holder)
