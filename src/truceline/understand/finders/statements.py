"""Statements: who says, denies, demands, promises or withholds what."""

from collections.abc import Iterator

from truceline.knowledge.files import all_words, word_set, words
from truceline.model.claims.statements import StatementFields
from truceline.model.evidence import Span as TextSpan
from truceline.model.evidence import span_of
from truceline.model.mark import DateMark, Pair, SpeakerMark
from truceline.model.when import Date
from truceline.understand.finders.clause_parts.when import is_of_past_of_another
from truceline.understand.finding import Finding
from truceline.understand.grammar import SUBJECTS, clause_head, direct_objects, is_negated, is_passive, subjects
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.markers.speaker_parts.carried_on import RULE as CARRIED_ON
from truceline.understand.markers.speaker_parts.contents import clause_after
from truceline.understand.tokens import Span, Token

OPENERS = ("that ", "whether ")
SAID_BEHIND = 40  # code points from the cue in which a date still says when it was said
ACTS = {
    "object": "acts_on_object",
    "aim": "acts_toward_aim",
    "preposition": "acts_with_preposition",
    "clause": "acts_in_clause",
}
SUMMED_UP = frozenset({"object", "aim", "preposition"})
UNWANTED_RULES = frozenset({"seeming", "passive-unsourced"})


def find_statements(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        for mark in sentence.speakers:
            if is_wanted(marked, mark) and not is_told_again(marked, sentence, mark):
                for pieces in separate_pieces(marked, mark):
                    yield statement_of(marked, sentence, mark, pieces)


def is_wanted(marked: MarkedReport, mark: SpeakerMark) -> bool:
    """An analyst wants what a named source says or withholds, not what things seem to be or what is merely done."""
    if not mark.content or not mark.source or mark.rule in UNWANTED_RULES:
        return False
    if marked.report.text[slice(*mark.source[0])].lower().startswith(words("speech")["nobody"]):
        return mark.function == "non_disclosure"
    said = marked.report.text[mark.content[0][0] : mark.content[-1][1]].lower()
    if mark.function == "non_disclosure":
        return not said.startswith(words("speech")["nameless"])
    verb = cue_verb(marked, mark)
    if verb is None or said in word_set("speech", "pointers"):
        return verb is None or is_answer(verb, said)
    if (
        said.startswith(words("speech")["nameless"])
        or said.split()[0] in word_set("speech", "themselves")
        or is_declared_deed(verb)
    ):
        return False
    if is_done_by_particle(verb) or is_deed_by_object(verb) or is_only_possible(verb) or is_only_supposed(verb):
        return False
    lemma = verb.low_lemma
    if lemma == "point" and (mark.actor is None or mark.actor.kind == "unspecified"):
        return False  # "satellite images point to a mass grave"
    return mark.rule not in ACTS or lemma not in words("speech")[ACTS[mark.rule]]


def is_answer(verb: Token, said: str) -> bool:
    """ "The army denied this": what is answered stands before, that it is denied is new."""
    return verb.base in word_set("speech", "answers") and said in word_set("speech", "answered")


def is_told_again(marked: MarkedReport, sentence: MarkedSentence, mark: SpeakerMark) -> bool:
    """A headline sums up in a few words what the body tells in full ("Rebels reject truce")."""
    if sentence.role != "headline" or mark.rule not in SUMMED_UP:
        return False
    body = (one for told in marked.told if told.role == "body" for one in told.speakers)
    return any(one.function == mark.function for one in body)


def cue_verb(marked: MarkedReport, mark: SpeakerMark) -> Token | None:
    """The last verb of the cue; of "let it be known" the first, which makes it one."""
    span = marked.doc.char_span(mark.cue[0][0], mark.cue[-1][1], alignment_mode="expand")
    verbs = [token for token in span or () if token.pos_ in {"VERB", "AUX"}]
    making = next((verb for verb in verbs if verb.lemma_ in word_set("speech", "makes_clear")), None)
    return making or (verbs[-1] if verbs else None)


def is_done_by_particle(verb: Token) -> bool:
    """ "Called off the march", "called up reservists": done, not said."""
    particles = words("speech")["called"] if verb.lemma_ == "call" else ("off",)
    return any(child.dep_ == "prt" and child.lower_ in particles for child in verb.children)


def is_deed_by_object(verb: Token) -> bool:
    """ "Sought refuge", "are disputing control of it", "is wanted by the court", "dismissed the police chief": nothing
    is said.
    """
    objects = {token.lemma_ for token in direct_objects(verb)}
    sought = verb.lemma_ == "seek" and bool(objects.intersection(words("speech")["sought_for_oneself"]))
    fought = verb.lemma_ == "dispute" and bool(objects.intersection(words("speech")["fought_over"]))
    money = verb.lemma_ == "seek" and any(token.ent_type_ == "MONEY" for token in direct_objects(verb))
    threat = verb.lemma_ == "threaten" and any(is_endangered(token) for token in direct_objects(verb))
    as_what = any(child.lower_ == "as" for child in verb.children)  # "dismissed the envoys as puppets"
    sacked = verb.lemma_ == "dismiss" and not as_what and any(map(is_of_people, direct_objects(verb)))
    return sought or fought or money or threat or sacked or (verb.lemma_ == "want" and is_passive(verb))


def is_endangered(token: Token) -> bool:
    """ "Threatened its staff", "threatens Kyiv": they are in danger, no word is told."""
    return is_of_people(token) or token.pos_ in {"PROPN", "PRON"}


def is_of_people(token: Token) -> bool:
    return token.low_lemma in all_words("persons") or token.low_lemma in word_set("grammar", "offices")


def is_only_possible(verb: Token) -> bool:
    """ "Residents may report incidents by telephone", "victims should report it"; "didn't the gangs offer to stop?"."""
    asks = verb.dep_ == "ROOT" and next((word.text for word in reversed(verb.sent) if not word.is_space), "") == "?"
    if asks and any(child.dep_ == "aux" and child.i < subject.i for subject in subjects(verb) for child in verb.lefts):
        return True
    possible = verb.low_lemma in word_set("speech", "reported_by_anybody") and not is_negated(verb)
    return possible and not verb.helpers.isdisjoint({"may", "can", "should", "must"}) and clause_after(verb) is None


def is_only_supposed(verb: Token) -> bool:
    """ "If they report that he keeps his word, the sanctions may be eased", "would march if he did not reject it":
    nobody has reported or rejected it.
    """
    marks = (child.lower_ for child in verb.children if child.dep_ == "mark")
    if not any(mark in {"if", "unless"} for mark in marks):
        return False
    return verb.tag_ in {"VBP", "VBZ"} or "did" in verb.helpers or not verb.head.helpers.isdisjoint({"would", "could"})


def is_declared_deed(verb: Token) -> bool:
    """ "Declared a ceasefire", "proclaimed a republic", "declared one of their own": done by being declared."""
    return verb.lemma_ in {"declare", "proclaim"} and any(
        token.lemma_ in word_set("speech", "declared") for token in direct_objects(verb)
    )


def separate_pieces(marked: MarkedReport, mark: SpeakerMark) -> list[tuple[Pair, ...]]:
    """A quotation that goes on in a new sentence behind the cue is a statement of its own."""
    cue_end = mark.cue[-1][1]
    before = tuple(piece for piece in mark.content if piece[0] < cue_end)
    behind = tuple(piece for piece in mark.content if piece[0] >= cue_end)
    if before and behind and is_new_sentence(marked.report.text[cue_end : behind[0][0]]):
        return [before, behind]
    return [mark.content]


def is_new_sentence(between: str) -> bool:
    return between.rstrip().endswith((".", ":", "!", "?"))


def statement_of(
    marked: MarkedReport, sentence: MarkedSentence, mark: SpeakerMark, pieces: tuple[Pair, ...]
) -> Finding:
    text = marked.report.text
    spans = tuple(content_span(text, piece) for piece in own_pieces(marked, mark, pieces))
    cue = span_of(text, mark.cue[0][0], mark.cue[-1][1])
    fields = StatementFields(
        source=mark.actor,
        source_span=span_of(text, mark.source[0][0], mark.source[-1][1]) if mark.source else None,
        cue=cue.exact,
        cue_span=cue,
        content=" … ".join(span.exact for span in spans),
        content_spans=spans,
        quote_mode=mark.quote_mode,
        function=mark.function,
        said_on=said_on(marked, sentence, mark),
        medium=mark.medium,
    )
    covered = pieces if mark.rule == CARRIED_ON else (*mark.source, *mark.cue, *pieces)
    start, end = min(piece[0] for piece in covered), max(piece[1] for piece in covered)
    return Finding(fields, start, end, cue.start, mark.rule, factuality="CT+", speaker=mark)


def own_pieces(marked: MarkedReport, mark: SpeakerMark, pieces: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pieces without what only the grammar of an aim adds to them."""
    said = marked.doc.char_span(*pieces[-1], alignment_mode="expand") if mark.rule == "aim" else None
    if said is None:
        return pieces
    if mark.function == "non_disclosure":
        return (withheld(said), *pieces[1:])
    return (*pieces[:-1], (pieces[-1][0], end_before_background(said)))


def withheld(said: Span) -> Pair:
    """ "declined to confirm the arrest": what is withheld is the arrest, where the report names it."""
    first = said[2] if len(said) > 2 and said[0].lower_ == "to" else said[0]
    return first.idx, said.end_char


def end_before_background(said: Span) -> int:
    """ "wants to end a war that has cost thousands of lives": the toll is told by the report, not wished."""
    for token in said[3:]:
        is_last = token.right_edge.i >= said.end - 1
        opened = is_last and token.dep_ == "relcl" and token.left_edge.lower_ in {"that", "which"}
        if opened and token.left_edge.i > said.start + 2:
            return int(said.doc[token.left_edge.i - 1].idx + len(said.doc[token.left_edge.i - 1]))
    return int(said.end_char)


def content_span(text: str, piece: Pair) -> TextSpan:
    start, end = piece
    for opener in OPENERS:
        rest = text[start:end].removeprefix(opener)
        if len(rest) < end - start and rest.split(" ", 1)[0] not in word_set("speech", "behind_that_itself"):
            start += len(opener)
    return span_of(text, start, end)


def said_on(marked: MarkedReport, sentence: MarkedSentence, mark: SpeakerMark) -> Date | None:
    """A date right beside the cue and outside the content: "said on Monday"."""
    dates = [date for date in sentence.dates if date.timex_type in {"DATE", "TIME"}]
    dates = [date for date in dates if is_beside(date, mark) and not is_told_before(date, mark, sentence)]
    cue = cue_verb(marked, mark) if dates else None
    own = (date for date in dates if cue is None or not is_of_another_deed(date, cue, marked))
    return next((date.date for date in own), None)


def is_told_before(date: DateMark, mark: SpeakerMark, sentence: MarkedSentence) -> bool:
    """In what somebody says in a clause before: "the army says 206 died on Sunday; it did not say"."""
    cue = mark.cue[0][0]
    pieces = (piece for other in sentence.speakers if other is not mark for piece in other.content)
    return any(start <= date.start < end <= cue for start, end in pieces)


def is_of_another_deed(date: DateMark, cue: Token, marked: MarkedReport) -> bool:
    """ "206 died on Christmas Eve; it did not say", "broke the truce signed in May and said": not said then."""
    if is_of_past_of_another(date, cue, marked):
        return True
    span = marked.doc.char_span(date.start, date.end, alignment_mode="expand")
    if span is None or date.start > cue.idx:
        return False
    deed = clause_head(span.root)
    shared = cue.dep_ == "conj" and deed == cue.head and SUBJECTS.isdisjoint(cue.child_deps)
    told_with = cue in {deed, deed.head}  # the cue, or hung on it
    return not told_with and deed.pos_ == "VERB" and cue not in deed.ancestors and not shared


def is_beside(date: DateMark, mark: SpeakerMark) -> bool:
    near = mark.cue[0][0] - SAID_BEHIND <= date.start <= mark.cue[-1][1] + SAID_BEHIND
    return near and not any(start <= date.start < end for start, end in mark.content)
