"""French attributions: "selon l'ONU", "a annoncé l'armée", "l'armée affirme avoir tué", "le gouverneur a dit que"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from truceline.model.actor import Actor
from truceline.model.claims.statements import QuoteMode
from truceline.model.mark import ActorMark, SpeakerMark
from truceline.understand.languages.fr.grammar import phrase_of, subjects
from truceline.understand.languages.fr.lists import coded, word_set
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Span, Token

REACH = 8  # words between a verb of speech and "que"
OPENERS = frozenset({"qui", ";", "tandis", "alors"})
RELATIVES = frozenset({"dont", "qui", "où", "lequel", "laquelle"})
BREAKS = frozenset({"que", "qui", "dans", "sur", "par", "lors", "après", "depuis", "mais", "avant", "puis"})
PRONOUN = re.compile(r"(?:-t-|-)?(?:il|elle|ils|elles|on|lui|eux)")
ARTICLE = 5  # code points of "une " before the noun
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
    if token.low_lemma == "faire":  # "a fait état de"
        return token.nbor().lower_ == "état"
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
    return any(token.lower_ in word_set("speech", "mere_tolls") for token in source)


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
    if is_inverted(verb, first, sentence):
        yield from inverted(verb, first, sentence)
        return
    source = source_before(verb, first, sentence)
    content = content_behind(verb, sentence)
    if source is not None and content is not None:
        yield pair_of(source), (first.idx, verb.idx + len(verb)), (content,), "said-that"


def first_of_verb(verb: Token) -> Token:
    """ "a annoncé", "ont été annoncés": the first word of the verb."""
    here = verb
    while here.nbor(-1).pos_ in {"AUX"}:
        here = here.nbor(-1)
    return here


def is_inverted(verb: Token, first: Token, sentence: Span) -> bool:
    """Behind a comma or a quotation, with the speaker behind it: "..., a annoncé l'armée"."""
    if first.i <= sentence.start + 1 or verb.low_lemma in word_set("speech", "never_behind"):
        return False
    own = any(child.dep_ == "nsubj" and child.i < first.i for child in verb.children)
    return not own and first.nbor(-1).text in {",", *QUOTES}


def inverted(verb: Token, first: Token, sentence: Span) -> Iterator[Attribution]:
    """Days and "à l'AFP", "dans un communiqué" stand between the verb and who speaks."""
    after = verb.idx + len(verb)
    aside = asides().match(sentence.doc.text, after, sentence.end_char)
    start = sentence.doc.char_span(after, max(after + 1, aside.end() if aside else 0), "expand")
    source = source_behind(start.end if start is not None else verb.i + 1, sentence)
    if source is None:
        return
    rest = ((sentence.start_char, first.idx), (source.end_char, sentence.end_char))
    yield pair_of(source), (first.idx, verb.idx + len(verb)), tuple(p for p in rest if p[0] < p[1]), "said-behind"


@lru_cache(maxsize=1)
def asides() -> re.Pattern[str]:
    """ "mardi", "lundi soir", "à l'AFP", "dans un communiqué", one or several of them."""
    days = "|".join(coded("dates", "weekday-"))
    places = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in word_set("speech", "asides"))
    return re.compile(rf"(?:\s*,?\s+(?:{days}|{places})(?:\s+(?:matin|soir|après-midi))?(?![\w-]))*\s*,?(?=\s)")


def source_before(verb: Token, first: Token, sentence: Span) -> Span | None:
    """The subject, by the parse; else the words before the verb from the sentence's start or the last comma."""
    heads = subjects(verb)
    if heads and heads[0].i < verb.i and heads[0].i >= sentence.start:
        span = phrase_of(heads[0])
        if span.end <= first.i and span[0].lower_ not in RELATIVES:
            return Span(sentence.doc, without_article(span[0]).i, span.end)
    start, end = piece_before(first.i, sentence)
    while start > sentence.start + 1 and sentence.doc[start].lower_ in RELATIVES:
        start, end = piece_before(start - 1, sentence)  # "l'émir, dont le pays est médiateur, a accusé"
    return Span(sentence.doc, without_article(sentence.doc[start]).i, end) if start < end else None


def piece_before(end: int, sentence: Span) -> tuple[int, int]:
    """The words between two stops or commas, the second of which stands at ``end``."""
    if end > sentence.start and sentence.doc[end - 1].text == ",":
        end -= 1
    start = end
    while start > sentence.start and not sentence.doc[start - 1].is_punct and not sentence.doc[start - 1].is_space:
        start -= 1
    return start, end


def content_behind(verb: Token, sentence: Span) -> Pair | None:
    """From "que", from "avoir tué", or from a noun that is told ("la mort de"), to the end of the sentence."""
    telling = verb.low_lemma in word_set("speech", "telling")
    words = sentence.doc.tokens[verb.i + 1 : min(sentence.end, verb.i + 1 + REACH)]
    for token in words:
        that = token.lower_ in {"que", "qu'", "qu’"} or token.text == ":"
        having = token.lower_ in {"avoir", "être"} and token.i <= verb.i + 2
        if that or having or (telling and token.lower_ in word_set("speech", "told_nouns")):
            return token.idx, sentence.end_char
    return (words[0].idx, sentence.end_char) if words and tells_all(verb, words) else None


def tells_all(verb: Token, behind: Sequence[Token]) -> bool:
    """ "a fait état de", "accuse X de", "dénonce des violations": all behind it is the speaker's word."""
    breach = any(token.lower_ in word_set("ceasefires", "violated_nouns") for token in behind)
    state_of = verb.low_lemma == "faire" and behind[0].lower_ == "état"
    return state_of or verb.low_lemma == "accuser" or (verb.low_lemma == "dénoncer" and breach)


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
    """The actor that the source begins with ("un porte-parole"), else the words themselves."""
    opening = [one for one in actors if source[0] <= one.start <= source[0] + ARTICLE]
    mark = max(opening, key=lambda one: one.end, default=None)
    if mark is not None:
        return mark.actor
    return Actor(entity_text=parsed.report.text[source[0] : source[1]], resolution="unresolved")
