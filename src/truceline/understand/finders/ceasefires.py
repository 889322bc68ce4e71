"""Truces and what becomes of them: asked for, agreed, in force, broken, over, long past."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from truceline.model.actor import Actor
from truceline.model.claim import AuxMode, Factuality, Fields
from truceline.model.claims import CeasefireFields
from truceline.model.claims.ceasefires import CeasefireStage, Mediated
from truceline.model.mark import DateMark
from truceline.model.when import Date
from truceline.understand.finders.ceasefire_parts.accords import accords
from truceline.understand.finders.ceasefire_parts.details import (
    actors_at,
    class_of,
    date_of,
    duration_of,
    is_deadline,
    is_partial,
    mediators_of,
    parties_of,
    place_of,
    purposes_of,
    speaks_of_mediation,
    unique,
)
from truceline.understand.finders.ceasefire_parts.governors import Verdict, is_condition, is_denied, settled
from truceline.understand.finders.ceasefire_parts.halts import halts
from truceline.understand.finders.ceasefire_parts.lasting import is_fight
from truceline.understand.finders.ceasefire_parts.mentions import TruceMention, truce_mentions
from truceline.understand.finders.ceasefire_parts.stage_by_order import stages_by_order
from truceline.understand.finders.ceasefire_parts.stage_of_verb import is_not_there, stage_in_verb
from truceline.understand.finders.ceasefire_parts.stages import (
    accused_of,
    described,
    named_plan,
    resumed_beside,
    stages_of,
    will_not_be,
)
from truceline.understand.finders.ceasefire_parts.truce_words import has_lemma, word_set
from truceline.understand.finding import Finding
from truceline.understand.grammar import (
    auxiliaries,
    by_agents,
    direct_objects,
    is_passive,
    noun_phrase,
    subjects,
    will_or_may,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

MEMORY = 6  # sentences: how far back "it" or "the deal" may reach for its truce
NOT_ONE, BOTH, QUIET = (
    frozenset({"none", "neither"}),
    frozenset({"both", "all", "each"}),
    frozenset({"quiet", "calm", "silent"}),
)
LONG_AGO = 2  # years: a truce of the year before last is history


@dataclass(frozen=True, slots=True)
class Told:
    """One stage of one truce as a sentence tells it. ``mention`` is null where no word for a truce stands."""

    verdict: Verdict
    teller: Token
    rule: str
    mention: TruceMention | None


def find_ceasefires(marked: MarkedReport) -> Iterator[Finding]:
    last_named = -MEMORY - 1
    for sentence in marked.told:
        since = sentence.index - last_named
        mentions = list(truce_mentions(sentence.span, marked, since <= MEMORY, just_named=since <= 1))
        if any(mention.form == "truce" for mention in mentions):
            last_named = sentence.index
        if sentence.span.text.rstrip().endswith("?"):
            continue
        told = [*told_of(mentions, marked), *told_by_halts(sentence, marked, mentions)]
        if all(one.rule != "despite-truce" for one in told):
            told += fought_on(mentions)
        if not any(one.verdict.stage == "agreed" for one in told):
            papers = [Told(verdict, verb, "accord-to-end", None) for verb, verdict in accords(sentence.span)]
            last_named = sentence.index if papers else last_named
            told += papers
        named = any(mention.form == "truce" for mention in mentions)
        broken = any(one.verdict.stage == "violated" for one in told)
        if (named and not broken) or (not named and is_within_reach(since, last_named, sentence)):
            told += breaches_in(sentence)
        if since <= 1 or mentions:
            told += [*none_held(sentence), *none_to_come(sentence), *answered(sentence), *quiet_places(sentence)]
        if since <= 1 and not any(one.verdict.stage == "agreed" for one in told):
            told += agreed_to_it(sentence)
        if since == 1 and not mentions:
            told += [*would_not_sign(sentence), *still_fighting(sentence)]
        yield from one_a_truce([finding(one, sentence, marked) for one in without_asides(told)], marked.report.text)
        yield from long_past(mentions, told, sentence, marked)


def told_of(mentions: list[TruceMention], marked: MarkedReport) -> Iterator[Told]:
    for mention in mentions:
        if is_stop_of_unarmed(mention, marked):
            continue
        found = list(stages_of(mention)) or list(stages_by_order(mention))
        plan = (named_plan(mention, marked) or described(mention)) if not found else None
        for verdict, teller, rule in [*found, *([plan] if plan is not None else [])]:
            yield Told(verdict, teller, rule, mention)


def is_stop_of_unarmed(mention: TruceMention, marked: MarkedReport) -> bool:
    """ "The charity announced a suspension of its activities"."""
    if not has_lemma(mention.word, "stops") or mention.head.head.pos_ != "VERB":
        return False
    marks = (marked.actor_mark_of(one) for one in subjects(mention.head.head))
    unarmed = any(mark is not None and mark.kind in word_set("unarmed_kinds") for mark in marks)
    return unarmed or any(has_lemma(one, "civil_bodies") for one in subjects(mention.head.head))


def fought_on(mentions: list[TruceMention]) -> Iterator[Told]:
    """ "gunfire resumed an hour before the truce was due to end", "shells fell hours after it began"."""
    for mention in mentions:
        verb = resumed_beside(mention) if mention.form == "truce" else None
        if verb is not None:
            yield Told(Verdict("violated", verb, factuality="CT+"), verb, "fighting-resumed", mention)
            return


def of_rights(noun: Token) -> bool:
    """ "Ethnically motivated violations and atrocities": of people's rights, of no truce."""
    beside = [*noun.children, noun.head] if noun.dep_ == "conj" else list(noun.children)
    return any(word.low_lemma in word_set("of_rights") for word in beside)


def breaches_in(sentence: MarkedSentence) -> Iterator[Told]:
    """ "3,500 breaches by the rebels", after the truce was named."""
    for noun in sentence.span.among(word_set("violated_nouns")):
        if noun.pos_ != "NOUN":
            continue
        beside = [child for child in noun.children if child.dep_ in {"compound", "prep"} and child.lower_ != "by"]
        if (
            noun.head.lower_ == "into"
            or is_only_near_it(noun)
            or noun.doc[noun.i + 1 : noun.i + 2].text in {":", "-", "–", "—"}
        ):
            continue  # "step into the breach", "honoured in the breach"; "BREAKING: jets hit the town"
        if of_rights(noun):
            continue
        of_others = any(child.dep_ == "compound" or child.lower_ in {"of", "in"} for child in beside)
        if not of_others and not is_not_there(noun):
            by = accused_of(noun, "violated")
            yield Told(Verdict("violated", noun, by), noun, "breaches", None)


def is_only_near_it(noun: Token) -> bool:
    """ "Has come close to breaking", "is honoured in the breach"."""
    if noun.head.lower_ == "in" and any(has_lemma(up, "keeping") for up in noun.ancestors):
        return True
    return noun.i > 1 and noun.nbor(-1).lower_ == "to" and noun.nbor(-2).lower_ in {"close", "near"}


def is_within_reach(since: int, last_named: int, sentence: MarkedSentence) -> bool:
    return since <= MEMORY or (last_named >= 0 and is_accusing(sentence))


def is_accusing(sentence: MarkedSentence) -> bool:
    """ "accused the Houthis of dozens of breaches", however far the truce was named before."""
    return bool(sentence.span.among(word_set("accusing")))


def none_held(sentence: MarkedSentence) -> Iterator[Told]:
    """ "Numerous truces have been declared but none has held", "neither was honoured"; "both collapsed"."""
    for word in sentence.span.among(NOT_ONE):
        verb = word.head
        if auxiliaries(verb) & will_or_may():
            continue
        held = word.dep_ in {"nsubj", "preconj"} and verb.lemma_ in word_set("having_held")
        kept = word.dep_ in {"nsubjpass", "preconj"} and is_passive(verb) and has_lemma(verb, "keeping")
        if (held or kept) and not direct_objects(verb):
            yield Told(Verdict("not_observed", verb, factuality="CT+"), verb, "none-held", None)
    for word in sentence.span.among(BOTH):
        verb = word.head
        alone = word.dep_ == "nsubj" and "prep" not in word.child_deps and not direct_objects(verb)
        if alone and verb.tag_ in {"VBD", "VBN"} and stage_in_verb(verb, "does", None) == "collapsed":
            yield Told(Verdict("collapsed", verb), verb, "both-collapsed", None)


def none_to_come(sentence: MarkedSentence) -> Iterator[Told]:
    """ "There is no ceasefire and there will be none this month"."""
    for word in sentence.span if "none" in sentence.span.forms else ():
        verb = word.head
        if word.lower_ == "none" and word.dep_ == "attr" and will_not_be(word) and not is_condition(verb):
            yield Told(Verdict("rejected", verb), verb, "there-will-be-none", None)


def answered(sentence: MarkedSentence) -> Iterator[Told]:
    """ "Kyiv said it would reciprocate", "the state did not reciprocate", after the truce of the other side."""
    for verb in sentence.span if "reciprocate" in sentence.span.forms else ():
        if verb.lemma_ != "reciprocate" or verb.pos_ != "VERB" or "dobj" in verb.child_deps:
            continue
        verdict = Verdict("rejected", verb) if is_denied(verb) else settled(verb, "announced")
        if verdict is not None and not is_condition(verb):
            yield Told(verdict, verb, f"answered-{verdict.stage}", None)


def agreed_to_it(sentence: MarkedSentence) -> Iterator[Told]:
    """ "The rebels had agreed in principle last week", "agreed to it on Friday", after the truce was named."""
    for verb in sentence.span.among(word_set("agreeing_to_it")):
        if verb.pos_ != "VERB" or not {"dobj", "xcomp", "ccomp"}.isdisjoint(verb.child_deps) or not subjects(verb):
            continue
        steps = [child for child in verb.children if child.dep_ == "prep" and not is_when(child)]
        plain = bool(steps) or "had" in verb.helpers
        to_it = all(thing.lower_ in {"it", "this", "principle"} for step in steps for thing in step.children)
        verdict = settled(verb, "agreed") if plain and to_it and not is_denied(verb) else None
        if verdict is not None and verdict.stage == "agreed" and not is_condition(verb):
            yield Told(verdict, verb, "agreed-to-it", None)
            return


def would_not_sign(sentence: MarkedSentence) -> Iterator[Told]:
    """ "The rebels have refused to sign", right after the truce was named."""
    for verb in sentence.span.among(word_set("signing_it")):
        above = verb.head
        alone = verb.pos_ == "VERB" and not direct_objects(verb) and "prep" not in verb.child_deps
        refused = verb.dep_ == "xcomp" and has_lemma(above, "refusing_to") and not is_denied(above)
        if alone and refused and not is_condition(above):
            yield Told(Verdict("rejected", above), above, "would-not-sign", None)


def still_fighting(sentence: MarkedSentence) -> Iterator[Told]:
    """ "But the fighting went on", right after the truce was named."""
    first = sentence.span[0]
    verb = sentence.span.root
    fights = verb.tag_ == "VBD" and has_lemma(verb, "violence") and any(map(is_fight, subjects(verb)))
    if first.lower_ in word_set("but_words") and fights and not is_denied(verb):
        yield Told(Verdict("not_observed", verb, factuality="CT+"), verb, "still-fighting", None)


def is_when(step: Token) -> bool:
    return any(child.ent_type_ in {"DATE", "TIME"} for child in step.children)


def quiet_places(sentence: MarkedSentence) -> Iterator[Told]:
    """ "The front has been quiet since Sunday's ceasefire"."""
    quiet_words = sentence.span.among(QUIET)
    long_ago = bool(quiet_words) and any(word.like_num and len(word.text) == 4 for word in sentence.span)
    for word in quiet_words if not long_ago else ():
        quiet = word.head.lemma_ in word_set("falling_quiet")
        if quiet and any(has_lemma(one, "quiet_places") for one in subjects(word.head)) and not is_denied(word.head):
            verdict = settled(word.head, "in_force")
            if verdict is not None and verdict.stage == "in_force":
                yield Told(verdict, word.head, "quiet-front", None)
                return


def told_by_halts(sentence: MarkedSentence, marked: MarkedReport, mentions: list[TruceMention]) -> Iterator[Told]:
    words = {mention.word.i for mention in mentions}
    for verb, verdict in halts(sentence.span, marked):
        if verb.dep_ in {"acl", "relcl"} and any(mention.head == verb.head for mention in mentions):
            continue  # "a ceasefire initiative to halt the fighting"
        if verb.i not in words and not any(child.i in words for child in verb.subtree if child.dep_ == "dobj"):
            yield Told(verdict, verb, f"halt-{verdict.stage}", None)


def without_asides(told: list[Told]) -> list[Told]:
    """ "A US-brokered truce collapsed" tells the collapse; a proposal accepted or refused is not proposed again."""
    told = [one for one in told if not is_by_the_way(one, told)]
    told = [one for one in told if not is_past_course(one, told)]
    stages = {one.verdict.stage for one in told}
    settled_plan = bool(stages & {"agreed", "rejected"})
    if any(one.rule != "to-start" for one in told):
        told = [one for one in told if one.rule != "to-start"]  # "agreed to a truce starting on Monday"
    return [one for one in told if not (settled_plan and is_mere_proposal(one))]


def is_mere_proposal(one: Told) -> bool:
    """ "accepted a ceasefire proposal put forward by Egypt"."""
    plan = one.mention is not None and one.mention.form == "plan" and one.teller.dep_ in {"acl", "relcl"}
    return one.verdict.stage == "proposed" and (one.rule.startswith("noun") or plan)


def one_a_truce(found: list[Finding], text: str) -> list[Finding]:
    """One claim a stage in a sentence, unless other parties or a semicolon make it a second truce."""
    kept: list[Finding] = []
    for one in found:
        if not any(is_same_stage(one.fields, other.fields) and not is_parted(one, other, text) for other in kept):
            kept.append(one)
    return kept


def is_parted(one: Finding, other: Finding, text: str) -> bool:
    """ "A pause in May ended with air strikes; a ceasefire in December was declared dead"."""
    return ";" in text[min(one.end, other.end) : max(one.start, other.start)]


def is_same_stage(fields: Fields, other: Fields) -> bool:
    if not isinstance(fields, CeasefireFields) or not isinstance(other, CeasefireFields):
        return False
    apart = fields.parties and other.parties and not {*fields.parties} & {*other.parties}
    return fields.stage == other.stage and not apart


def is_past_course(one: Told, told: list[Told]) -> bool:
    """ "The truce, which lasted ten weeks, collapsed": how long it held is told by its end."""
    over = {"collapsed", "expired", "ended", "not_observed"}
    held = one.verdict.stage in {"in_force", "announced"} and one.rule.startswith("does")
    if held and one.teller.lemma_ == "last" and one.teller.tag_ == "VBD":
        return any(other.mention == one.mention and other is not one for other in told)
    aside = one.teller.dep_ in {"relcl", "acl"} or any(up.dep_ == "relcl" for up in one.teller.ancestors)
    return held and aside and any(other.mention == one.mention and other.verdict.stage in over for other in told)


def is_by_the_way(one: Told, told: list[Told]) -> bool:
    """Who brokered it, told beside what became of it."""
    mediating = one.teller.dep_ == "acl" and has_lemma(one.teller, "mediating")
    return mediating and any(other.mention == one.mention and other.teller != one.teller for other in told)


def finding(told: Told, sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    if is_yet_to_start(told, sentence, marked.report.published):
        told = replace(told, verdict=replace(told.verdict, stage="announced", factuality="PR+"), rule="does-announced")
    verdict, mention, teller = told.verdict, told.mention, told.teller
    stage = verdict.stage
    settling = verdict.at if verdict.at.pos_ in {"VERB", "AUX"} else teller
    mediators = mediators_of(mention, teller, marked)
    day = day_of(settling, teller, sentence, marked.report.published)
    named = named_day(mention, sentence) if stage in AFTER_IT_BEGAN else None
    day = None if named is not None and day == named else day
    parties = parties_of(mention, settling, stage, marked)
    if mention is None and settling != teller and has_lemma(settling, "promising"):
        parties = own_side(teller, marked) or parties
    if stage == "agreed" and (has_lemma(settling, "persuading") or has_lemma(settling, "talking_into")):
        mediators = unique((*mediators, *actors_at(subjects(settling), marked)))
        parties = unique((*parties, *actors_at(direct_objects(settling), marked)))
    if stage == "announced" and mention is not None:
        mediators = unique((*mediators, *(party for party in parties if is_envoy(party))))
    fields = CeasefireFields(
        stage=stage,
        parties=tuple(party for party in parties if party not in mediators),
        parties_basis="stated" if parties else None,
        declared=declared_day(day, told, settling, sentence) if is_declaration(stage) else named,
        effective=effective_day(day, told, sentence),
        ended=day if stage in {"ended", "expired", "collapsed"} else None,
        mediated=mediated(mediators, sentence),
        mediators=mediators,
        purpose=purposes_of(mention, settling, sentence.span),
        ceasefire_class=class_of(mention, sentence.span),
        duration=duration_of(mention, teller, sentence),
        written=True if teller.lemma_ in {"sign", "initial", "ink"} else None,
        partial=is_partial(mention, teller),
        place=place_of(mention, (teller, settling), marked),
        violated_by=violators(told, marked),
    )
    start, end = evidence(told)
    aux = "future" if verdict.factuality == "PR+" else age(day, marked)
    return Finding(fields, start, end, verdict.at.idx, told.rule, aux_mode=aux, factuality=sureness(verdict))


def own_side(halting: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "The Houthis will stop firing, their leader said": they will, and not he alone."""
    finite = halting.tag_ != "VB" or bool(auxiliaries(halting) & will_or_may())  # not "ordered his men to halt"
    named = [one for one in subjects(halting) if finite and one.pos_ in {"NOUN", "PROPN"}]
    return unique(actors_at(named, marked))


def is_yet_to_start(told: Told, sentence: MarkedSentence, published: datetime.date | None) -> bool:
    """ "The truce takes effect on Monday": it is not in force yet, though told in the present."""
    verb = told.teller
    if told.verdict.stage != "in_force" or verb.tag_ not in {"VBZ", "VBP"} or not has_lemma(verb, "starting"):
        return False
    day = date_of(verb, sentence)
    if day is None or day.earliest is None or published is None:
        return False
    at_an_hour = "T" in (day.timex or "") and sentence.span.text.rstrip()[-1:] == "."
    return day.earliest > published or (day.earliest == published and at_an_hour)


def is_declaration(stage: CeasefireStage) -> bool:
    return stage in {"agreed", "announced", "extended", "proposed"}


def declared_day(day: Date | None, told: Told, settling: Token, sentence: MarkedSentence) -> Date | None:
    """ "Announced the truce on Friday", "said on Friday that it would start"; not "it takes effect on Sunday"."""
    if not told.rule.endswith("does-announced"):
        return day
    return date_of(settling, sentence) if settling != told.teller and has_lemma(settling, "promising") else None


def is_envoy(party: Actor) -> bool:
    """ "The Arab League's envoy announced the truce": of others."""
    return party.kind == "person" and party.sector == "IGO"


WORDS = re.compile(r"[A-Za-z ]+")
AFTER_IT_BEGAN = frozenset({"ended", "expired", "collapsed", "violated"})


def named_day(mention: TruceMention | None, sentence: MarkedSentence) -> Date | None:
    """ "The truce of October 10 collapsed", "broke last Saturday's deal", "ended the 2015 peace accord": the day by
    which it is called.
    """
    if mention is None:
        return None
    text, noun = sentence.span.doc.text, mention.word
    for mark in sentence.dates:
        behind = text[noun.idx + len(noun) : mark.start].strip() == "of"
        between = text[mark.end : noun.idx] if mark.end <= noun.idx else ""
        of_year = mark.text.isdigit() and bool(WORDS.fullmatch(between))
        before = between.startswith(("'s ", "’s ")) or of_year
        if behind or (before and len(between.split()) <= 2):
            return mark.date
    return None


def day_of(settling: Token, teller: Token, sentence: MarkedSentence, published: datetime.date | None) -> Date | None:
    """The day at the deed, else at the verb that reports it ("said on Monday that the truce had ended")."""
    near = date_of(settling, sentence) or date_of(teller, sentence)
    if near is None and settling.dep_ == "ccomp" and has_lemma(settling.head, "promising"):
        near = date_of(settling.head, sentence)
    beside = settling.dep_ in {"acl", "relcl"}  # "the truce that Oslo brokered collapsed on Friday": not brokered then
    return near or (None if beside else only_day(sentence, published))


def only_day(sentence: MarkedSentence, published: datetime.date | None) -> Date | None:
    """The one day that the sentence names, where the parse hangs it elsewhere; not a day yet to come."""
    days = [mark for mark in sentence.dates if mark.timex_type == "DATE" and mark.precision == "day"]
    days = [mark for mark in days if not is_of_making(mark, sentence)]
    last = days[0] if len(days) == 1 else None
    if last is None or is_deadline(last, sentence):
        return None
    to_come = published is not None and last.earliest is not None and last.earliest > published
    return None if to_come else last.date


def is_of_making(mark: DateMark, sentence: MarkedSentence) -> bool:
    """ "A ceasefire signed in X on June 17 collapsed": the day on which it was signed."""
    span = sentence.span.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    verb = next((up for up in span.root.ancestors if up.pos_ == "VERB"), None) if span is not None else None
    return (
        verb is not None
        and verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and (has_lemma(verb.head, "truces") or has_lemma(verb.head, "papers"))
    )


def sureness(verdict: Verdict) -> Factuality | None:
    """That a truce is not kept is sure, though the verb is negated."""
    done_before = verdict.at.dep_ == "pcomp" and verdict.at.head.lower_ in word_set("done_before") - {"before"}
    return "CT+" if verdict.stage == "not_observed" or done_before else verdict.factuality


def effective_day(day: Date | None, told: Told, sentence: MarkedSentence) -> Date | None:
    """The day it takes effect: of the stage itself, or named behind "from", "effective", "starting"."""
    if told.rule.endswith("does-announced"):
        return date_of(told.teller, sentence) or (day if told.verdict.at == told.teller else None)
    if told.verdict.stage == "in_force":
        return day
    text = sentence.span.doc.text
    for mark in sentence.dates:
        before = text[max(sentence.start, mark.start - 24) : mark.start].split()
        if mark.timex_type in {"DATE", "TIME"} and is_from_then_on(before[-3:]):
            return mark.date
    return None


def is_from_then_on(before: list[str]) -> bool:
    """ "Effective at noon on", "from"; not "since independence from Portugal in"."""
    first = next((place for place, word in enumerate(before) if word.lower() in word_set("from_then_on")), None)
    return first is not None and all(word.islower() or not word.isalpha() for word in before[first + 1 :])


def mediated(mediators: tuple[Actor, ...], sentence: MarkedSentence) -> Mediated:
    return "mediated" if mediators or speaks_of_mediation(sentence.span) else "unclear"


def violators(told: Told, marked: MarkedReport) -> tuple[Actor, ...]:
    if told.verdict.stage not in {"violated", "not_observed"}:
        return ()
    tokens = told.verdict.accused
    if not tokens and told.teller.pos_ == "VERB" and told.rule.startswith("done"):
        tokens = tuple(by_agents(told.teller) if is_passive(told.teller) else subjects(told.teller))
    return unique(actors_at(tokens, marked))


def evidence(told: Told) -> tuple[int, int]:
    """From the first to the last of: the truce with its modifiers, the teller, the word that settles the stage."""
    tokens = [told.teller, told.verdict.at]
    if told.mention is not None:
        tokens += [noun_phrase(told.mention.head)[0], told.mention.head, told.mention.word]
    else:
        tokens += [child for child in told.teller.children if child.dep_ in {"dobj", "nsubj", "acomp", "prt"}]
    return min(token.idx for token in tokens), max(token.idx + len(token) for token in tokens)


def age(day: Date | None, marked: MarkedReport) -> AuxMode | None:
    published = marked.report.published
    if day is None or day.latest is None or published is None:
        return None
    return "historical" if day.latest.year <= published.year - LONG_AGO else None


def long_past(
    mentions: list[TruceMention], told: list[Told], sentence: MarkedSentence, marked: MarkedReport
) -> Iterator[Finding]:
    """ "since the 1994 ceasefire": a truce known by its year, of which nothing else is told."""
    spoken_of = {one.mention.word.i for one in told if one.mention is not None}
    for mention in mentions:
        if (
            mention.form != "truce"
            or mention.word.i in spoken_of
            or is_not_there(mention.head)
            or is_remembered(mention)
        ):
            continue
        year = year_of(mention, sentence, marked)
        if year is None:
            continue
        fields = CeasefireFields(
            stage="historical", declared=year.date, place=place_of(mention, (mention.head,), marked),
            mediators=mediators_of(mention, mention.head, marked),
            mediated=mediated(mediators_of(mention, mention.head, marked), sentence),
        )  # fmt: skip
        first = noun_phrase(mention.head)[0]
        end = max(mention.head.idx + len(mention.head), mention.word.idx + len(mention.word), year.end)
        yield Finding(
            fields,
            min(first.idx, year.start),
            end,
            mention.word.idx,
            "known-by-year",
            aux_mode="historical",
            factuality="CT+",
        )


def is_remembered(mention: TruceMention) -> bool:
    governor = mention.head.head.head if mention.head.dep_ == "pobj" else mention.head.head
    return has_lemma(governor, "no_truce_before")


def year_of(mention: TruceMention, sentence: MarkedSentence, marked: MarkedReport) -> DateMark | None:
    """The date within the truce's own words, where it lies years back."""
    phrase = [
        token
        for noun in {mention.word, mention.head}
        for child in noun.children
        if child.dep_ in {"compound", "nummod", "amod", "nmod", "poss", "prep"}
        for token in child.subtree
    ]
    published = marked.report.published
    for mark in sentence.dates:
        if (
            mark.timex_type == "DATE"
            and mark.latest is not None
            and any(mark.start <= token.idx < mark.end for token in phrase)
        ) and (
            (published is None and mark.resolution == "explicit")
            or (published is not None and mark.latest.year < published.year - 1)
        ):
            return mark
    return None
