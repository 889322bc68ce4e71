"""French attributions: "selon l'ONU", "a annoncé l'armée", "l'armée affirme avoir tué", "le gouverneur a dit que"."""

import re
from collections.abc import Iterator, Sequence

from truceline.model.actor import Actor
from truceline.model.claims.statements import QuoteMode
from truceline.model.mark import ActorMark, SpeakerMark
from truceline.understand.languages.fr.grammar import phrase_of, subjects
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.marked_sentence import covering
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Span, Token

REACH = 8  # words between a verb of speech and "que"
OPENERS = frozenset({"qui", ";", "tandis", "alors"})
BREAKS = frozenset({"que", "qui", "dans", "sur", "par", "lors", "après", "depuis", "mais", "avant", "puis"})
PRONOUN = re.compile(r"(?:-t-|-)?(?:il|elle|ils|elles|on)")
QUOTES = frozenset({"«", "»", "“", "”", '"'})
Pair = tuple[int, int]


def mark_speakers(parsed: ParsedReport, actors: Sequence[ActorMark]) -> Iterator[SpeakerMark]:
    """ "a-t-il ajouté" is whoever was the source before."""
    last: Actor | None = None
    for sentence in parsed.doc.sents:
        for source, cue, content, rule in attributions(sentence):
            pronoun = bool(PRONOUN.fullmatch(parsed.report.text[source[0] : source[1]].lower()))
            actor = spoken_again(last) if pronoun else actor_of(parsed, actors, source)
            last = actor
            yield mark_of(parsed, actor, source, cue, content, rule)


def spoken_again(last: Actor | None) -> Actor:
    if last is None:
        return Actor(resolution="unresolved")
    return last.model_copy(update={"resolution": "coreference"})


Attribution = tuple[Pair, Pair, tuple[Pair, ...], str]


def attributions(sentence: Span) -> Iterator[Attribution]:
    for token in sentence:
        if token.lower_ == "selon" or (token.lower_ == "après" and token.i > sentence.start and is_d(token)):
            yield from according_to(token, sentence)
        elif token.lower_ in {"appris", "appris-on"}:
            yield from learnt_from(token, sentence)
        elif is_speech(token):
            yield from told_by(token, sentence)


def learnt_from(cue: Token, sentence: Span) -> Iterator[Attribution]:
    """ "a-t-on appris mardi auprès de sources sécuritaires"."""
    tokens = sentence.doc.tokens[cue.i + 1 : min(sentence.end, cue.i + 6)]
    step = next((token for token in tokens if token.lower_ in {"auprès", "source", "sources"}), None)
    if step is None or "on" not in sentence.doc.text[max(sentence.start_char, cue.idx - 8) : cue.idx].lower():
        return
    source = source_behind(step.i + 2 if step.lower_ == "auprès" else step.i, sentence)
    if source is not None:
        content = ((sentence.start_char, cue.idx),)
        yield pair_of(source), (cue.idx, cue.idx + len(cue)), content, "learnt-from"


def is_d(token: Token) -> bool:
    return token.nbor(-1).lower_ in {"d'", "d’"}


def is_speech(token: Token) -> bool:
    return token.pos_ == "VERB" and token.low_lemma in word_set("speech", "verbs") | word_set("speech", "telling")


def according_to(cue: Token, sentence: Span) -> Iterator[Attribution]:
    """What the rest of the sentence says; without a comma before it, only the clause that it ends."""
    source = source_behind(cue.i + 1, sentence)
    first = cue.nbor(-1) if cue.lower_ == "après" else cue
    if source is not None and not is_mere_toll(source):
        rest = ((start_of_told(first, sentence), first.idx), (source.end_char, sentence.end_char))
        content = tuple(pair for pair in rest if pair[0] < pair[1])
        yield pair_of(source), (first.idx, cue.idx + len(cue)), content, "according-to"


def start_of_told(cue: Token, sentence: Span) -> int:
    """ "..., après la prise de la ville qui a fait 900 morts selon l'ONU": the ONU tells of the dead alone."""
    tokens = sentence.doc.tokens
    if cue.i > sentence.start and cue.nbor(-1).text != ",":
        opener = next((one for one in reversed(tokens[sentence.start : cue.i]) if one.lower_ in OPENERS), None)
        return opener.idx if opener is not None else sentence.start_char
    return sentence.start_char


def is_mere_toll(source: Span) -> bool:
    """ "Selon un bilan provisoire": a figure, and nobody who gives it."""
    return any(token.lower_ in {"bilan", "décompte", "comptage"} for token in source)


def source_behind(start: int, sentence: Span) -> Span | None:
    """The noun phrase that begins there, up to a comma or a verb; "de source" and the like go with it."""
    doc, last = sentence.doc, None
    for token in doc.tokens[start : min(sentence.end, start + 14)]:
        if token.is_punct or token.is_space or token.pos_ in {"VERB", "AUX"} or token.lower_ in BREAKS:
            break
        last = token
    return None if last is None else Span(doc, without_article(doc.tokens[start]).i, last.i + 1)


def without_article(token: Token) -> Token:
    articles = {"l'", "l’", "le", "la", "les", "des"}
    return token.nbor() if token.lower_ in articles and token.i + 1 < len(token.doc) else token


def told_by(verb: Token, sentence: Span) -> Iterator[Attribution]:
    first = first_of_verb(verb)
    if is_inverted(first, sentence):
        yield from inverted(verb, first, sentence)
        return
    source = source_before(verb, first, sentence)
    content = content_behind(verb, sentence)
    if source is not None and content is not None:
        yield pair_of(source), (first.idx, verb.idx + len(verb)), (content,), "said-that"


def first_of_verb(verb: Token) -> Token:
    """ "a annoncé", "ont été annoncés": the first word of the verb."""
    here = verb
    while here.i and here.nbor(-1).pos_ in {"AUX"}:
        here = here.nbor(-1)
    return here


def is_inverted(first: Token, sentence: Span) -> bool:
    """Behind a comma or a quotation, with the speaker behind it: "..., a annoncé l'armée"."""
    if first.i <= sentence.start + 1:
        return False
    return first.nbor(-1).text in {",", *QUOTES}


def inverted(verb: Token, first: Token, sentence: Span) -> Iterator[Attribution]:
    start = verb.i + 1
    asides = word_set("speech", "asides") | word_set("dates", "part-EV")
    while start < sentence.end and (is_day(sentence.doc[start]) or is_aside(sentence.doc[start], asides)):
        start += 1
    source = source_behind(start, sentence)
    if source is None:
        return
    rest = ((sentence.start_char, first.idx), (source.end_char, sentence.end_char))
    yield pair_of(source), (first.idx, verb.idx + len(verb)), tuple(p for p in rest if p[0] < p[1]), "said-behind"


def is_day(token: Token) -> bool:
    return any(token.lower_ in word_set("dates", f"weekday-{number}") for number in range(1, 8)) or token.lower_ in {
        "hier", "matin", "soir", "aujourd'hui",
    }  # fmt: skip


def is_aside(token: Token, asides: frozenset[str]) -> bool:
    """ "à l'AFP", "à la presse" between the verb and who speaks."""
    if token.lower_ not in asides:
        return False
    if token.lower_ in {"la", "l'", "l’"}:
        after = token.nbor() if token.i + 1 < len(token.doc) else token
        return after.lower_ in asides
    return True


def source_before(verb: Token, first: Token, sentence: Span) -> Span | None:
    """The subject, by the parse; else the words before the verb from the sentence's start or the last comma."""
    heads = subjects(verb)
    if heads and heads[0].i < verb.i and heads[0].i >= sentence.start:
        span = phrase_of(heads[0])
        if span.end <= first.i:
            return Span(sentence.doc, without_article(span[0]).i, span.end)
    start = first.i
    while start > sentence.start and not sentence.doc[start - 1].is_punct and not sentence.doc[start - 1].is_space:
        start -= 1
    return Span(sentence.doc, without_article(sentence.doc[start]).i, first.i) if start < first.i else None


def content_behind(verb: Token, sentence: Span) -> Pair | None:
    """From "que", from "avoir tué", or from a noun that is told ("la mort de"), to the end of the sentence."""
    telling = verb.low_lemma in word_set("speech", "telling")
    for token in sentence.doc.tokens[verb.i + 1 : min(sentence.end, verb.i + 1 + REACH)]:
        that = token.lower_ in {"que", "qu'", "qu’"} or token.text == ":"
        having = token.lower_ in {"avoir", "être"} and token.i <= verb.i + 2
        if that or having or (telling and token.lower_ in word_set("speech", "told_nouns")):
            return token.idx, sentence.end_char
    state_of = verb.low_lemma == "faire" and verb.i + 1 < sentence.end and verb.nbor().lower_ == "état"
    return (verb.nbor().idx, sentence.end_char) if state_of else None


def pair_of(span: Span) -> Pair:
    return span.start_char, span.end_char


def mark_of(
    parsed: ParsedReport, actor: Actor, source: Pair, cue: Pair, content: tuple[Pair, ...], rule: str
) -> SpeakerMark:
    text = parsed.report.text
    start, end = min(source[0], cue[0]), max(source[1], cue[1])
    quoted = any("«" in text[first:last] or "“" in text[first:last] for first, last in content)
    mode: QuoteMode = "mixed" if quoted else "indirect"
    return SpeakerMark(
        report=parsed.report.id, start=start, end=end, text=text[start:end], source=(source,), cue=(cue,),
        content=content, quote_mode=mode, actor=actor, rule=rule,
    )  # fmt: skip


def actor_of(parsed: ParsedReport, actors: Sequence[ActorMark], source: Pair) -> Actor:
    """The actor that the source begins with, else the words themselves."""
    mark = covering([one for one in actors if source[0] <= one.start < source[1]], source[0])
    mark = mark or next((one for one in actors if source[0] <= one.start < source[1]), None)
    if mark is not None:
        return mark.actor
    return Actor(entity_text=parsed.report.text[source[0] : source[1]], resolution="unresolved")
