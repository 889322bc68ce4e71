"""Cues inside or behind what they attribute: "The town fell, the monitor said on Monday"."""

from collections.abc import Mapping
from dataclasses import dataclass

from truceline.knowledge.files import word_set
from truceline.understand.grammar import SUBJECTS, will_or_may
from truceline.understand.markers.speaker_parts.attribution import QUOTES, Attribution, Piece, tidied
from truceline.understand.markers.speaker_parts.contents import FINITE_TAGS, behind_stop, clause_before
from truceline.understand.markers.speaker_parts.cue_words import cue_piece
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.sources import Source, inverted_subject, source_of
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Span, Token

FRAME = frozenset(
    {"nsubj", "nsubjpass", "prep", "npadvmod", "dative", "dobj", "advmod", "prt", "agent", "aux", "neg", "punct"}
)
FAR = 6  # words
SENTENCE_ENDS = frozenset({".", "?", "!"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a cue with its source, addressee and time: "the monitor told reporters on Monday"."""

    start: int
    end: int


def read_aside(verb: Token, quotations: Quotations, inherited: Mapping[int, Source]) -> Attribution | None:
    if verb.low_lemma not in speech_words().lists["says"] or (verb.tag_ == "VBG" and not is_quoted_saying(verb)):
        return None
    speaker, source = source_of(verb, inherited)
    cue = cue_piece(verb)
    if verb.lemma_ in {"ask", "demand"} and verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children):
        return None  # "marched to the square to ask for a truce"
    if not source or speaker is None or speaker.lower_ in speech_words().lists["relatives"] or not stands_aside(verb):
        return None
    if is_one_of_those_named(speaker) or is_called(verb.doc[slice(*source[0])]) or is_capital_of_name(verb):
        return None
    frame = frame_of(verb, cue, source[0])
    if is_quoted_saying(verb):
        frame = Frame(first_of_quoter(verb.head.head, frame.start), frame.end)
    before = content_before(verb, frame, quotations)
    if before is None or (is_setting_alone(before, frame, verb) and quotations.holding(before[0]) is None):
        return None
    content = tidied(verb.doc, before, *contents_behind(verb, frame, before, quotations))
    return Attribution(cue, content, source, verb, speaker, "spoken-aside") if content else None


def is_capital_of_name(verb: Token) -> bool:
    """ "The leader, Said Abdullo Nuri, met X": a capital within the sentence is a name's."""
    named = verb.text.istitle() and verb.nbor(1).pos_ == "PROPN" and verb.nbor(-1).text == ","
    return named and not verb.sent.text.istitle()


def is_setting_alone(before: Piece, frame: Frame, verb: Token) -> bool:
    """Where or when it was said, and nothing more; in "In Herat, he said, nine died" he says that it was there."""
    rest = verb.doc[frame.end : verb.sent.end]
    told = len(rest) > 1 and rest[0].text == "," and rest[1].tag_ not in {"WDT", "WP", "VBG"}
    return is_no_content(before, verb) and not (told and any(map(has_subject_of_its_own, rest[1:])))


def has_subject_of_its_own(word: Token) -> bool:
    return word.tag_ in FINITE_TAGS and has_subject(word)


def is_no_content(before: Piece, verb: Token) -> bool:
    """ "In Moscow, the president declared Saturday a day of mourning": where it was said; "according to the ministry,
    troops responded": who says so; "asked about a truce, he replied in the negative": what he was asked.
    """
    words = verb.doc[before[0] : before[1]]
    if before[1] <= before[0]:
        return False
    first = words[0]
    if first.tag_ == "VBN" and first.dep_ == "advcl" and first.head == verb:
        return first.lemma_ in speech_words().lists["asked_before"]
    if first.lower_ not in {"in", "at", "according"} or first.pos_ == "ADV":  # "at least nine men"
        return False
    return not any(token.pos_ in {"VERB", "AUX"} for token in words[1:])


def is_quoted_saying(verb: Token) -> bool:
    """ "..., state radio quoted him as saying"."""
    return verb.tag_ == "VBG" and verb.head.lower_ == "as" and verb.head.head.lemma_ in {"quote", "cite"}


def first_of_quoter(quoting: Token, default: int) -> int:
    return min([default, *(child.left_edge.i for child in quoting.children if child.dep_ in SUBJECTS)])


def stands_aside(verb: Token) -> bool:
    """No clause of its own follows, but for one that began before it."""
    lists = speech_words().lists
    behind = [child for child in verb.children if child.left_edge.i > verb.i]
    own = inverted_subject(verb)
    if own is not None and own.dep_ in SUBJECTS and is_subordinate(verb.doc[verb.sent.start : verb.i]):
        return True  # "If they come, said the envoy, the pact is dead"
    if any(follows_as_clause(child) for child in behind) and not is_between_term_and_clause(verb):
        return False
    return verb.low_lemma in lists["addressed"] or not any(c.dep_ == "dobj" and c != own for c in behind)


def is_between_term_and_clause(verb: Token) -> bool:
    """ "If they agree, the elders say, the road could open": the term is a part of what they say."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    term = next((child for child in verb.lefts if child.dep_ == "advcl"), None)
    if subject is None or term is None or term.left_edge.lower_ not in word_set("modality", "conditions"):
        return False
    around = (subject.doc[subject.left_edge.i - 1], verb.nbor(1))
    return term.i < subject.i and all(word.text == "," for word in around)


def follows_as_clause(child: Token) -> bool:
    apart = is_bare_part(child) or child.doc[child.left_edge.i - 1].text == ";"
    return (child.dep_ == "ccomp" and not apart) or (child.dep_ == "xcomp" and child.tag_ == "VB")


def is_bare_part(clause: Token) -> bool:
    """ "..., the mayor said, four of them children": the parse takes the children for a clause."""
    before = clause.doc[clause.left_edge.i - 1].text
    return before == "," and clause.pos_ == "NOUN" and any(child.like_num for child in clause.children)


def frame_of(verb: Token, cue: Piece, source: Piece) -> Frame:
    end = max(cue[1], source[1])
    for child in verb.children:
        if child.i > verb.i and child.dep_ in FRAME - {"punct"} and child.left_edge.i <= end + 1:
            if child.lower_ in word_set("modality", "conditions"):
                break
            if child.i == end + 1 and adds_figures(child.doc[child.i : child.sent.end]):
                break
            end = max(end, before_comma(child, end))
    return Frame(min(cue[0], source[0]), end)


def before_comma(child: Token, end: int) -> int:
    """Where a frame word's own words end; a quotation behind a comma is content again."""
    for token in child.doc[max(end, child.left_edge.i) : child.right_edge.i + 1]:
        if token.text in QUOTES or token.text in {";", ":"}:
            return token.i
    last = child.right_edge
    return last.i if last.text == "," else last.i + 1


def content_before(verb: Token, frame: Frame, quotations: Quotations) -> Piece | None:
    doc, last = verb.doc, last_word(verb, frame.start)
    if last < 0:
        return None
    quoted = quotations.holding(last)
    if quoted is not None and quoted[1] == last + 1:
        start = whole_start(verb, quoted[0])
        return behind_stop(verb, start, quoted[0] + 1, quotations), last + 1
    if doc[last].text not in {",", "-", "–", "—", "--", "?", "!"} or doc[frame.start].is_sent_start:
        return None
    if (relative := relative_before(doc[last])) is not None:
        return relative, last
    if doc[last - 1].dep_ == "mark":
        return last, last  # "it was put off because, an official said, orders took time"
    clause = clause_before(verb)
    start = doc[last].sent.start
    if clause is not None and clause.left_edge.i > start + 2:
        start = clause.left_edge.i
    held = quotations.holding(start)
    return (held[0] if held else behind_stop(verb, start, last, quotations)), last


def relative_before(comma: Token) -> int | None:
    """ "... the mines, thousands of which, he said, they had laid": only the relative clause is his."""
    here = comma.i - 1
    while here > comma.sent.start and comma.doc[here].text != ",":
        here -= 1
    words = comma.doc[here + 1 : comma.i]
    is_relative = any(word.tag_ in {"WDT", "WP", "WP$"} for word in words)
    is_relative = is_relative and comma.doc[here].text == "," and not any(w.tag_ in FINITE_TAGS for w in words)
    return here + 1 if is_relative else None


def last_word(verb: Token, before: int) -> int:
    here = before - 1
    while here >= 0 and verb.doc[here].is_space:
        if "\n" in verb.doc[here].text:
            return -1
        here -= 1
    return here


def whole_start(verb: Token, quote_start: int) -> int:
    """A quotation inside a sentence takes the words before it along: 'The raid was "a crime", he said'."""
    doc = verb.doc
    if quote_start == 0 or doc[quote_start - 1].is_space or doc[quote_start].is_sent_start:
        return quote_start
    if doc[quote_start - 1].text in SENTENCE_ENDS | QUOTES:
        return quote_start
    return int(doc[quote_start].sent.start)


def contents_behind(verb: Token, frame: Frame, before: Piece, quotations: Quotations) -> list[Piece]:
    """The rest of a split content, and quotations that go on in the same paragraph."""
    doc, here = verb.doc, frame.end
    if here >= len(doc):
        return []
    if doc[here].text == ";" and goes_on_indirectly(doc[here : doc[here].sent.end]):
        return [(here + 1, doc[here].sent.end)]
    if doc[here].text in {",", "-", "–", "—", "--"}:
        return rest_of_sentence(verb, here + 1, before, quotations)
    return quotations_behind(verb, here, quotations)


def is_called(source: Span) -> bool:
    """ "..., a claim observers found laughable": the parse takes what it is called for a part of who says so."""
    return len(source) > 2 and is_verdict(source[:2]) and source[2].pos_ in {"NOUN", "PROPN", "ADJ", "DET"}


def is_verdict(words: Span) -> bool:
    """ "..., an official said, a claim that the rebels denied": what the report calls it."""
    called = len(words) == 2 and words[0].lower_ in {"a", "an"}
    return called and words[1].low_lemma in speech_words().lists["comments"]


def rest_of_sentence(verb: Token, start: int, before: Piece, quotations: Quotations) -> list[Piece]:
    doc = verb.doc
    if start >= len(doc):
        return []
    quoted = quotations.starting_at(start)
    if quoted is not None:
        return [(start, further_quotation(verb, quoted[1], quotations))]
    if is_verdict(doc[start : start + 2]):
        return []
    clause, rest = clause_before(verb), doc[start : doc[start].sent.end]
    is_rest = is_term(rest[0], clause) or is_errand(clause or verb.head, start) or adds_figures(rest) or joins_on(rest)
    if is_rest or opens_term(rest) or opens_relative(rest) or opens_outcome(rest, clause or verb.head):
        return [(start, rest.end)]
    if clause is not None and clause.i < start and clause.right_edge.i > start:
        return []  # an afterthought of the report: "..., he said, hours after the raid"
    if clause is not None and not is_fragment(before, verb):
        return []
    if clause is not None and clause.right_edge.i > start:
        return [(start, clause.right_edge.i + 1)]
    return [(start, doc[start].sent.end)] if is_fragment(before, verb) and goes_on(doc[start], verb) else []


def is_term(mark: Token, clause: Token | None) -> bool:
    """ "They would not disarm, he said, until the last soldier had gone": how long what is said is to be so."""
    if mark.dep_ != "mark" or mark.lower_ not in speech_words().lists["terms_behind"] or clause is None:
        return False
    return clause.i < mark.i and not will_or_may().isdisjoint(clause.helpers)


def opens_term(rest: Span) -> bool:
    """ "..., he said, if they leave", "..., only after a truce"."""
    only = len(rest) > 1 and rest[0].lower_ == "only" and rest[1].pos_ in {"ADP", "SCONJ"}
    return only or rest[0].lower_ in word_set("modality", "conditions")


def opens_relative(rest: Span) -> bool:
    """ "Two raids took place, he said, in which nine died"."""
    return len(rest) > 1 and rest[0].dep_ == "prep" and rest[1].tag_ == "WDT" and rest[1].head == rest[0]


def opens_outcome(rest: Span, told: Token) -> bool:
    """ "A mine exploded, police said, killing two", "nine died, he said, when it blew up"."""
    first = rest[0]
    deed = first if first.tag_ == "VBG" else first.head if first.lower_ in {"when", "after"} else None
    if deed is None or deed.dep_ != "advcl" or deed.left_edge != first:
        return False
    return told.i < first.i and deed.head == told


def is_errand(clause: Token, start: int) -> bool:
    """ "She is due in Aden, an official said, to propose talks"."""
    return any(child.left_edge.i == start and child.left_edge.lower_ == "to" for child in clause.rights)


def joins_on(rest: Span) -> bool:
    """ "No request had come, he said, and the soldiers had fired on a house": he says both."""
    return rest[0].lower_ in {"and", "but"} and goes_on_indirectly(rest[1:])


def goes_on_indirectly(rest: Span) -> bool:
    """ "None had died, he said; the army had wiped out a unit": the tense tells that he goes on; not "...; others had
    put the dead at nine".
    """
    verb = next((token for token in rest if any(child.dep_ in SUBJECTS for child in token.children)), None)
    if verb is None:
        return False
    speaks = speech_words().is_cue_verb(verb.low_lemma) or verb.low_lemma in speech_words().lists["counts"]
    helper = next((child for child in verb.children if child.dep_ == "aux"), None)
    return not speaks and helper is not None and helper.lower_ in {"had", "would"}


def adds_figures(rest: Span) -> bool:
    """ "Eleven died, he said, against one wounded on the army's side", "..., four of them children": no new clause."""
    counted = rest[0].like_num or (
        len(rest) > 1 and rest[0].lower_ in speech_words().lists["adding"] and has_figure(rest[1:FAR])
    )
    return counted and not any(token.tag_ in FINITE_TAGS or token.tag_ == "VBG" for token in rest)


def has_figure(words: Span) -> bool:
    return any(word.like_num for word in words)


def is_fragment(before: Piece, verb: Token) -> bool:
    """No sentence yet: "The raid, he said, ...", "If they come, he said, ..."."""
    words = verb.doc[before[0] : before[1]]
    if not words or is_subordinate(words) or words[0].pos_ == "AUX":
        return True
    return not any(token.tag_ in FINITE_TAGS and has_subject(token) for token in words)


def is_subordinate(words: Span) -> bool:
    """ "If they come", "only when they come"."""
    first = words[1] if len(words) > 1 and words[0].lower_ in {"only", "even", "not"} else words[0]
    return first.dep_ in {"mark", "aux"} or first.pos_ == "SCONJ"


def has_subject(finite: Token) -> bool:
    """Its own, or that of the participle which it helps: "two shells were fired"."""
    verb = finite.head if finite.dep_ in {"aux", "auxpass"} else finite
    return any(child.dep_ in SUBJECTS for child in verb.children)


def goes_on(first: Token, verb: Token) -> bool:
    """A split sentence goes on behind the cue: "Instead, he said, the raids would ...", "X, he said, still holds Y"."""
    if first.tag_ in {"VBG", "WDT", "WP", "WP$", "CC"} or first.dep_ in {"mark", "cc"} or first.pos_ in {"SCONJ"}:
        return False
    rest = first.doc[first.i : first.sent.end]
    verbal = next((token for token in rest if token.pos_ != "ADV"), first)
    return verbal.tag_ in FINITE_TAGS or any(token.dep_ in SUBJECTS and token.head != verb for token in rest)


def quotations_behind(verb: Token, here: int, quotations: Quotations) -> list[Piece]:
    doc = verb.doc
    while here < len(doc) and (doc[here].text in SENTENCE_ENDS or (doc[here].is_space and "\n" not in doc[here].text)):
        here += 1
    quoted = quotations.starting_at(here) if here < len(doc) else None
    if quoted is None or doc[quoted[1] - 2].text == ",":
        return []  # a comma inside the closing mark: another cue follows
    return [(here, further_quotation(verb, quoted[1], quotations))]


def further_quotation(verb: Token, end: int, quotations: Quotations) -> int:
    """The end of quotations that follow each other without a word between them."""
    doc = verb.doc
    while end < len(doc):
        here = end
        while here < len(doc) and (doc[here].text == "." or (doc[here].is_space and "\n" not in doc[here].text)):
            here += 1
        quoted = quotations.starting_at(here) if here < len(doc) else None
        if quoted is None:
            return end
        end = quoted[1]
    return end


def is_one_of_those_named(speaker: Token) -> bool:
    """ "Two truces, one declared in April, broke down": nobody speaks."""
    before = speaker.nbor(-1) if speaker.i > speaker.sent.start else speaker
    bare = speaker.lower_ == "one" and before.text == "," and not list(speaker.children)
    return bare and '"' not in speaker.sent.text and "\u201c" not in speaker.sent.text
