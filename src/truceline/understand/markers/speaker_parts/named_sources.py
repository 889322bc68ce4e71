"""Sources named by a phrase: "according to the monitor"."""

from collections.abc import Iterator

from truceline.understand.grammar import SUBJECTS
from truceline.understand.markers.speaker_parts.attribution import QUOTES, Attribution, Piece, tidied
from truceline.understand.markers.speaker_parts.contents import FINITE_TAGS, before_stop, behind_stop
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Span, Token

PER = "per"


def read_according(doc: Doc, quotations: Quotations) -> Iterator[Attribution]:
    phrases = speech_words().according
    for token in doc:
        for phrase in phrases:
            if token.lower_ == phrase[0] and doc[token.i : token.i + len(phrase)].text.lower() == " ".join(phrase):
                found = according(token, len(phrase), quotations)
                if found is not None and (phrase[-1] != PER or is_told_per(found, len(phrase))):
                    yield found


def is_told_per(found: Attribution, length: int) -> bool:
    """ "..., per the ministry"; not "two per day", "as per the rules"."""
    step, who = found.verb, found.speaker
    if who is None or (length == 1 and (step.i == step.sent.start or step.nbor(-1).text != ",")):
        return False
    return who.pos_ == "PROPN" or not speech_words().lists["speaking_nouns"].isdisjoint({who.low_lemma, who.lower_})


def according(token: Token, length: int, quotations: Quotations) -> Attribution | None:
    doc = token.doc
    cue = (token.i, token.i + length)
    head = next((t for t in doc[cue[1] : cue[1] + 12] if t.dep_ == "pobj" and t.head.i < cue[1]), None)
    if head is None:
        return None
    source = tidied(doc, (cue[1], source_end(head, token)))
    if not source:
        return None
    content = tidied(doc, *said_around(token, source[0][1], quotations))
    return Attribution(cue, content, source, token, head, "according-to") if content else None


def source_end(head: Token, token: Token) -> int:
    """A comma ends the source where the phrase opens its sentence."""
    end = head.right_edge.i + 1
    opens = token.i - token.sent.start <= 1
    named = next((word.i for word in head.doc[end : token.sent.end] if word.pos_ != "PROPN"), end)
    if opens and head.pos_ == "NOUN" and head.doc[named].text == ",":
        end = named  # "according to the news agency SANA, two shells": the parse loses the name
    if opens and (office := office_behind(head)) is not None:
        return office.right_edge.i + 1
    for here in head.doc[head.i + 1 : end]:
        if here.text in QUOTES or (here.text == "," and opens):
            return int(here.i)
    return end


def office_behind(name: Token) -> Token | None:
    """ "According to Colonel Konate, head of the press office, five died": the office is his, nothing that he says."""
    offices = (child for child in name.rights if child.dep_ == "appos" and child.tag_ == "NN")
    offices = (one for one in offices if one.low_lemma in speech_words().lists["named_by_office"])
    office = next((one for one in offices if one.left_edge.nbor(-1).text == "," and one.left_edge.text.islower()), None)
    last = office.right_edge if office is not None else None
    return office if last is not None and last.i + 1 < len(last.doc) and last.nbor(1).text == "," else None


def said_around(token: Token, end: int, quotations: Quotations) -> list[Piece]:
    """What stands before the phrase, or behind it; both where it interrupts a clause."""
    if is_relative_opened(token):
        return [(end, relative_end(token))]
    before = said_before(token, quotations)
    behind = said_behind(token, end, quotations)
    if before is None or opens_second_part(token, end):
        return [behind]
    return [before, behind] if is_interruption(token, end, before) or goes_on(token, end) else [before]


def opens_second_part(token: Token, end: int) -> bool:
    """ "Killed four and, according to the army, wounded two": they vouch for what stands behind the "and"."""
    before = [word.lower_ for word in token.doc[max(token.i - 2, 0) : token.i]]
    joint = before[-1:] in (["and"], ["but"]) or before in (["and", ","], ["but", ","])
    return joint and end < len(token.doc) and token.doc[end].text == ","


def is_relative_opened(token: Token) -> bool:
    """ "A valley where, according to the army, nobody fights any more"."""
    before = list(token.doc[max(token.i - 2, 0) : token.i])
    return len(before) == 2 and before[1].text == "," and before[0].tag_ in {"WDT", "WP", "WRB"}


def relative_end(token: Token) -> int:
    """The end of the clause that the relative word before the phrase opens."""
    clause = next((up for up in token.nbor(-2).ancestors if up.dep_ in {"relcl", "advcl"}), None)
    return clause.right_edge.i + 1 if clause is not None and clause.i > token.i else token.sent.end


def goes_on(token: Token, end: int) -> bool:
    """ "1.3 million have fled, according to the agency, including 319,000 who crossed the border"."""
    behind = token.doc[end : end + 2]
    return len(behind) == 2 and behind[0].text == "," and behind[1].lower_ in {"including", "among"}


def is_interruption(token: Token, end: int, before: Piece) -> bool:
    """ "The army, according to a spokesman, fired": no finite verb before it, and a comma on each side."""
    doc = token.doc
    between_commas = doc[token.i - 1].text == "," and end < len(doc) and doc[end].text == ","
    words = doc[before[0] : before[1]]
    return between_commas and (not any(word.tag_ in FINITE_TAGS for word in words) or is_subordinate(words, end))


def is_subordinate(words: Span, end: int) -> bool:
    """ "Since the truce began, according to X, it has been broken": the main clause is still to come."""
    mark = words[0]
    return mark.dep_ == "mark" and mark.head.dep_ == "advcl" and mark.head.head.i >= end


def said_before(token: Token, quotations: Quotations) -> Piece | None:
    start = token.sent.start
    quoted = quotations.ending_at(token.i)
    if quoted is not None:
        return min(quoted[0], start), token.i
    start = relative_start(token) or behind_other_voice(token) or start
    before = token.doc[start : token.i]
    if sum(not (t.is_punct or t.is_space) for t in before) < 2:
        return None
    return behind_stop(token, start, token.i, quotations), token.i


def behind_other_voice(token: Token) -> int | None:
    """ "The truce held, both sides said, but shots were fired on Friday, according to residents": they vouch for what
    stands behind the "but", another for what stands before it.
    """
    beside = (child for child in token.head.rights if child.i < token.i <= child.right_edge.i + 2)
    for clause in (*beside, *token.ancestors):
        first = clause.left_edge
        opened = clause.dep_ in {"conj", "advcl"} and any(child.dep_ in SUBJECTS for child in clause.lefts)
        if not opened or "," not in {word.text for word in token.doc[max(first.i - 2, 0) : first.i]}:
            continue
        above = (clause.head, *(child for child in clause.head.children if child.dep_ == "parataxis"))
        if any(verb.low_lemma in speech_words().lists["says"] and verb.i < first.i for verb in above):
            return first.i + (first.lower_ in speech_words().lists["contrasts"] | {"while", "whereas"})
    return None


def relative_start(token: Token) -> int | None:
    """ "Asked about the raid, in which 21 people died according to the mayor, he denied it": no more than the raid."""
    if token.nbor(-1).text == "," or token.head.dep_ != "relcl":
        return None
    first = token.head.left_edge
    return first.i if first.i > token.sent.start and token.doc[first.i - 1].text == "," else None


def said_behind(token: Token, start: int, quotations: Quotations) -> Piece:
    return start, before_stop(token, start, token.sent.end, quotations)
