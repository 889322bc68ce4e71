"""Whose truce it is, who mediated, how long, since when, what for."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from truceline.model.actor import Actor
from truceline.model.claims.ceasefires import CeasefireClass, CeasefirePurpose, CeasefireStage
from truceline.model.mark import DateMark
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.finders.ceasefire_parts.mentions import TruceMention
from truceline.understand.finders.ceasefire_parts.truce_words import has_lemma, word_set
from truceline.understand.finders.clause_parts.named_words import named_in
from truceline.understand.finders.clause_parts.who import one_of_many, words_for
from truceline.understand.grammar import (
    by_agents,
    direct_objects,
    is_passive,
    prepositional_objects,
    subjects,
    with_conjuncts,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Span, Token

END_OF = re.compile(r"\b(?:at least )?(?:the )?(?:end|close|eve|start|beginning) of $")
FROM_TO = re.compile(r"\bfrom [^,;]{3,50} to (?:the )?$")
REACH = 16  # tokens between a truce and the word for who mediated it
SIDES = frozenset({"state", "government", "armed_force", "non_state", "person", "unspecified"})
OWN_STAGES = frozenset({"agreed", "announced", "extended", "ended", "violated"})
PURPOSES: tuple[CeasefirePurpose, ...] = ("humanitarian", "holiday", "election", "peace_process")


def unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    kept: dict[str, Actor] = {}
    for actor in actors:
        kept.setdefault((actor.entity_name or actor.entity_text or "").casefold(), actor)
    return tuple(kept.values())


def actors_at(tokens: Iterable[Token], marked: MarkedReport) -> Iterator[Actor]:
    for token in (whose_leaders(one, marked) for one in tokens):
        mark = marked.actor_mark_of(token)
        if mark is not None and mark.kind in SIDES:
            yield from mark.members or (mark.actor,)
        elif mark is None and has_lemma(token, "armed_camps"):
            yield Actor(entity_text=token.text, kind="non_state", sector="REB", resolution="unresolved")
        elif mark is None and token.pos_ == "PROPN" and token.dep_ == "conj" and marked.actor_mark_of(token.head):
            yield Actor(entity_text=words_for(token), resolution="unresolved")  # "Georgia and South Ossetia"
        elif mark is None and token.pos_ == "NOUN" and has_lemma(token, "armed_nouns"):
            yield Actor(entity_text=words_for(token), kind="armed_force", resolution="unresolved")


def whose_leaders(token: Token, marked: MarkedReport) -> Token:
    """ "leaders of the MILF", "delegations from both camps": the side that they speak for."""
    behind = prepositional_objects(token, "of", "from") if has_lemma(token, "speaking_for") else []
    return next((one for one in behind if marked.actor_mark_of(one) is not None), token)


def parties_of(
    mention: TruceMention | None, teller: Token, stage: CeasefireStage, marked: MarkedReport
) -> tuple[Actor, ...]:
    """Sides named with the truce ("between", "with") and whoever agrees, declares, ends it."""
    named = list(actors_at(named_sides(mention, teller), marked)) if mention is not None else []
    if mention is not None:
        named += actors_at(makers(mention, teller), marked)
        named += (side for token in sides_between(mention) if (side := whichever(token, marked)) is not None)
    if stage in OWN_STAGES and not is_for_others(mention, teller) and not is_only_told(mention, teller):
        named = [*actors_at(doers(teller), marked), *named]
    return unique(party for party in named if mention is None or not is_truce_itself(party, mention))


def is_for_others(mention: TruceMention | None, teller: Token) -> bool:
    """ "Brokered a truce", "negotiated one between two clans"; "A and B negotiated a truce" made their own."""
    if teller.lemma_ != "negotiate" or is_passive(teller) or mention is None:
        return is_mediating(teller)
    return any(sides_between(mention)) or len(subjects(teller)) < 2


def is_only_told(mention: TruceMention | None, teller: Token) -> bool:
    """ "The minister told reporters that the truce would come into effect": his word, and not his truce."""
    if mention is None or not has_lemma(teller, "promising") or has_lemma(teller, "making"):
        return False
    owned = any(child.dep_ == "poss" for child in mention.head.children)
    told = any(up.dep_ == "ccomp" and up.head == teller for up in (mention.head, *mention.head.ancestors))
    return told and not owned


def is_truce_itself(party: Actor, mention: TruceMention) -> bool:
    """ "The silence regime", "the Cessation of Hostilities Agreement": no party, though a regime may be one."""
    last = (party.entity_text or "").lower().rpartition(" ")[2]
    return last in word_set("papers") - {"regime"} or last == mention.word.lower_ == "regime"


def named_sides(mention: TruceMention, teller: Token) -> Iterator[Token]:
    for noun in {mention.word, mention.head}:
        yield from prepositional_objects(noun, "between", "with")
        for child in noun.children:
            if child.dep_ in {"poss", "compound", "amod", "nmod"}:
                yield child
    if teller.pos_ == "VERB":
        yield from prepositional_objects(teller, "between", "with")


def sides_between(mention: TruceMention) -> Iterator[Token]:
    for noun in {mention.word, mention.head}:
        yield from prepositional_objects(noun, "between")


def whichever(token: Token, marked: MarkedReport) -> Actor | None:
    """ "Between a Saudi-led coalition and two clans": what stands there is a side, whatever its kind."""
    mark = marked.actor_mark_of(token)
    if mark is not None:
        return None if mark.kind in SIDES else mark.actor
    bare = token.pos_ != "NOUN" or marked.date_mark_of(token) is not None or marked.place_mark_of(token) is not None
    return None if bare or has_lemma(token, "armed_nouns") else Actor(entity_text=words_for(token))


def makers(mention: TruceMention, teller: Token) -> Iterator[Token]:
    """ "the truce declared by the rebels", "which Paris had proclaimed": who made it, whatever became of it."""
    for noun in {mention.word, mention.head}:
        for child in noun.children:
            if child.dep_ in {"acl", "relcl"} and child != teller and has_lemma(child, "making"):
                yield from by_agents(child)
                yield from (token for token in subjects(child) if child.dep_ == "relcl" and not is_passive(child))


def doers(teller: Token) -> list[Token]:
    if teller.pos_ not in {"VERB", "AUX"}:
        return [t for child in teller.children if child.dep_ == "poss" for t in with_conjuncts(child)]
    if teller.lemma_ == "commit" and is_passive(teller):
        return subjects(teller)
    found = by_agents(teller) if is_passive(teller) or is_participle(teller) else subjects(teller)
    described = one_of_many(teller.head) or teller.head
    return [described if is_relative(token, teller) else token for token in found]


def is_relative(token: Token, verb: Token) -> bool:
    """ "the alliance, which announced": the pronoun stands for the head."""
    return token.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl"


def is_participle(verb: Token) -> bool:
    return verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}


def is_mediating(teller: Token) -> bool:
    return has_lemma(teller, "mediating")


def mediators_of(mention: TruceMention | None, teller: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "brokered by Egypt", "a US-brokered truce", "Norway mediated"."""
    found: list[Token] = []
    if mention is not None:
        for noun in {mention.word, mention.head}:
            found += [token for child in noun.children for token in of_mediating(child)]
    found += named_beside(mention.word if mention is not None else teller)
    by_others = teller.lemma_ != "arrange" or is_passive(teller)
    of_others = teller.lemma_ not in {"negotiate", "back"} or (mention is not None and any(sides_between(mention)))
    if is_mediating(teller) and by_others and of_others:
        found += doers(teller)
    return unique(actor for actor in all_actors(found, marked))


def named_beside(word: Token) -> Iterator[Token]:
    """By the order of words: "UN-mediated", "brokered by Washington", "under the auspices of the UN"."""
    for token in word.sent:
        if abs(token.i - word.i) > REACH or is_of_other_truce(token, word):
            continue
        if has_lemma(token, "mediation_nouns") or is_help(token) or token.lower_ in {"aegis", "patronage"}:
            yield from prepositional_objects(token, "of", "by")
            yield from (child for child in token.children if child.dep_ in {"poss", "amod", "compound"})
        elif token.tag_ in {"VBN", "VBD", "JJ"} and token.low_lemma in word_set("surely_mediating"):
            hyphen = token.i > 1 and token.doc[token.i - 1].text in {"-", "‑"}
            yield from [token.doc[token.i - 2]] if hyphen else by_agents(token)


def is_of_other_truce(token: Token, word: Token) -> bool:
    """ "Urged them to stop where a truce brokered by elders had lapsed": the elders brokered that one."""
    clause = token.dep_ in {"acl", "relcl"} and has_lemma(token.head, "truces")
    return clause and token.head not in (word, word.head) and token.head not in word.children


def is_help(noun: Token) -> bool:
    """ "With the help of Oman"; never any office or help beside."""
    behind = noun.dep_ == "pobj" and noun.head.lower_ in {"with", "through", "to"}
    good = noun.low_lemma != "office" or any(child.lower_ == "good" for child in noun.children)
    return behind and good and has_lemma(noun, "helping_nouns")


def of_mediating(child: Token) -> Iterator[Token]:
    if child.dep_ == "acl" and is_mediating(child):
        yield from by_agents(child)
    elif child.dep_ == "amod" and has_lemma(child, "mediating"):
        yield from (inner for inner in child.children if inner.dep_ in {"npadvmod", "amod", "compound", "nmod"})
    elif is_one_word_mediation(child):
        yield child


def is_one_word_mediation(token: Token) -> bool:
    """ "U.N.-brokered", which the parser leaves whole."""
    return token.lower_.endswith(("-brokered", "-mediated", "-sponsored", "-negotiated"))


def all_actors(tokens: Iterable[Token], marked: MarkedReport) -> Iterator[Actor]:
    for token in tokens:
        mark = marked.actor_mark_of(token)
        actor = mark.actor if mark is not None else named_in(token.text.split("-")[0])
        if actor is None and token.pos_ == "PROPN" and token.dep_ == "pobj":
            actor = Actor(entity_text=words_for(token), kind="person", resolution="unresolved")
        if actor is None and token.tag_ == "NNS" and token.dep_ == "pobj":
            actor = Actor(entity_text=words_for(token), resolution="unresolved")  # "the same four countries"
        if actor is not None:
            yield actor


def speaks_of_mediation(sentence: Span) -> bool:
    return any(
        has_lemma(token, "mediation_nouns")
        or is_one_word_mediation(token)
        or (is_mediating(token) and token.lemma_ in {"broker", "mediate", "facilitate"})
        for token in sentence
    )


def duration_of(mention: TruceMention | None, teller: Token, sentence: MarkedSentence) -> str | None:
    """ISO 8601. The duration at the truce word, else the one that hangs on the verb ("for 60 days")."""
    durations = [mark for mark in sentence.dates if mark.timex_type == "DURATION" and mark.timex]
    spans = [noun_words(mention)] if mention is not None else []
    spans.append(
        tuple(
            token
            for child in teller.children
            if child.dep_ in {"prep", "npadvmod", "agent", "dobj", "xcomp"}
            and child.lower_ not in word_set("occasions")
            for token in child.subtree
        )
    )
    for tokens in spans:
        for mark in durations:
            here = [token for token in tokens if mark.start <= token.idx < mark.end]
            if (
                here
                and "X" not in (mark.timex or "")
                and not is_wait(mark, sentence)
                and not any(map(is_length_of_war, here))
            ):
                return mark.timex
    return None


def is_length_of_war(token: Token) -> bool:
    """ "Ended 16 years of war", "a two-year war"."""
    around = [*prepositional_objects(token, "of"), *list(token.ancestors)[:2]]
    return any(has_lemma(one, "warring") for one in around if one.pos_ in {"NOUN", "PROPN"})


def noun_words(mention: TruceMention) -> tuple[Token, ...]:
    """The truce's own words: what stands before it, and "of three days", "for a week" behind."""
    words: list[Token] = []
    for noun in {mention.word, mention.head}:
        for child in noun.children:
            if child.dep_ in {"compound", "amod", "nummod", "nmod", "npadvmod", "poss", "prep"}:
                words += list(child.subtree)
    return tuple(words)


def is_wait(mark: DateMark, sentence: MarkedSentence) -> bool:
    """ "after two weeks", "within hours", "five minutes into it": time that passed, not time agreed."""
    before = sentence.span.doc.text[max(sentence.start, mark.start - 10) : mark.start].lower()
    if re.search(r"\b(after|within|in|since|over|during|past|last|than)\s+(?:the\s+)?$", before):
        return True
    behind = sentence.span.doc.text[mark.end : mark.end + 8]
    return bool(re.search(r"-old\b", sentence.span.doc.text[mark.start : mark.end + 5])) or bool(
        re.match(r"\s+(into|after|before|later|earlier|ago)\b", behind)
    )


def date_of(teller: Token, sentence: MarkedSentence) -> Date | None:
    """The date that hangs on the verb, else the nearest in the sentence's own clause."""
    dates = [mark for mark in sentence.dates if mark.timex_type in {"DATE", "TIME"} and mark.earliest is not None]
    dates = [mark for mark in dates if not is_deadline(mark, sentence)]
    own = [mark for mark in dates if hangs_on(mark, teller)]
    own = [mark for mark in own if mark.precision != "year" and not is_name_of_truce(mark, teller)] or own
    chosen = min(own, key=lambda mark: abs(mark.start - teller.idx), default=None)
    return chosen.date if chosen is not None else None


def is_name_of_truce(mark: DateMark, teller: Token) -> bool:
    """ "Declared the 30-hour Easter truce on April 19": by which it is called."""
    within = (token for token in teller.subtree if mark.start <= token.idx < mark.end)
    return (mark.rule or "").startswith("holiday") and any(token.dep_ in {"compound", "amod"} for token in within)


def is_deadline(mark: DateMark, sentence: MarkedSentence) -> bool:
    """ "by August 18", "until the end of Ramadan", "by a month, to 30 June": an end that is agreed, not the day of the
    deed.
    """
    text = sentence.span.doc.text[max(sentence.start, mark.start - 60) : mark.start].lower()
    if FROM_TO.search(text):
        return True  # "from 6 p.m. on Saturday to midnight on Sunday"
    before = END_OF.sub("", text).split()
    if before[-1:] in (["over"], ["during"], ["through"], ["for"]) and (mark.rule or "").startswith("holiday"):
        return True  # "announced a truce for Christmas"
    return bool(before) and (
        before[-1] in {"by", "until", "till", "from"} or text.endswith((", to ", "runs to ", "run to "))
    )


def hangs_on(mark: DateMark, teller: Token) -> bool:
    for token in teller.subtree:
        if mark.start <= token.idx < mark.end:
            return is_near(token, teller)
    return False


def is_near(token: Token, teller: Token) -> bool:
    """No other verb stands between the date and the teller."""
    here = token
    while here not in (teller, here.head):
        here = here.head
        if here != teller and here.pos_ == "VERB" and here.dep_ not in {"prep", "pcomp"}:
            return False
    return True


@cache
def purpose_words(purpose: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(word_set(purpose)))) + r")\b", re.I)


def purposes_of(mention: TruceMention | None, teller: Token, sentence: Span) -> tuple[CeasefirePurpose, ...]:
    """From the truce's own words and what its verb adds ("to let aid in", "over Christmas")."""
    near = sentence.doc[max(sentence.start, teller.left_edge.i) : min(sentence.end, teller.right_edge.i + 1)].text
    own = " ".join(token.text for token in noun_words(mention)) if mention is not None else ""
    text = f"{own} {near}"
    return tuple(purpose for purpose in PURPOSES if purpose_words(purpose).search(text))


def is_partial(mention: TruceMention | None, teller: Token) -> bool | None:
    """A local truce, or one for some kinds of attack: "halt all strikes on power plants"."""
    if mention is None:
        aimed = [child for thing in direct_objects(teller) for child in thing.children if child.lower_ == "on"]
        return True if aimed else None
    return True if any(has_lemma(child, "partial") for child in mention.word.children) else None


def class_of(mention: TruceMention | None, sentence: Span) -> CeasefireClass:
    """ETH/PRIO: a cessation alone, with compliance provisions (monitors, separation), or definitive."""
    if mention is None:
        return "unclear"
    if any(has_lemma(child, "definitive") for child in mention.word.children):
        return "definitive"
    if word_set("monitored").isdisjoint(sentence.forms):
        return "unclear"
    return "cessation_with_compliance" if any(has_lemma(token, "monitored") for token in sentence) else "unclear"


def place_of(mention: TruceMention | None, tellers: tuple[Token, ...], marked: MarkedReport) -> Place | None:
    """Where the truce holds or was signed: a place that hangs on the truce or its verb."""
    words = (*noun_words(mention), *(mention.head.subtree)) if mention is not None else ()
    for token in (*words, *(place for teller in tellers for place in places_after(teller))):
        mark = marked.place_mark_of(token)
        speaks = token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"
        if mark is not None and not speaks:
            return mark.place
    return None


def places_after(teller: Token) -> Iterator[Token]:
    for child in teller.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "at", "along", "across", "around", "near", "on"}:
            yield from (token for token in child.subtree if is_near(token, teller))
