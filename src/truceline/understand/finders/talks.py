"""Who met whom, in which format: held, planned, ruled out, as the report has it."""

import re
from collections.abc import Iterator

from truceline.model.claim import Factuality, Fields
from truceline.model.claims import TalksFields
from truceline.model.claims.talks import TalksStatus
from truceline.model.mark import DateMark
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.when import calendar_dates
from truceline.understand.finders.clause_parts.where import is_loose_name, named_at, place_at
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.bodies import standing_bodies
from truceline.understand.finders.talks_parts.formats import format_of, outcome_of
from truceline.understand.finders.talks_parts.meetings import Meeting, meetings
from truceline.understand.finders.talks_parts.people import acting, hosts, is_pair, legs, mediators, participants
from truceline.understand.finders.talks_parts.status import WILL, nominal, status_of
from truceline.understand.finding import Finding
from truceline.understand.grammar import (
    auxiliaries,
    clause_head,
    has_no,
    is_negated,
    prepositional_objects,
    subjects,
    trimmed,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

FACTUALITY: dict[TalksStatus, Factuality] = {
    "planned": "PR+", "proposed": "Uu", "ruled_out": "CT-", "refused": "CT-", "cancelled": "CT-",
    "did_not_take_place": "CT-", "postponed": "PR-",
}  # fmt: skip
NEEDS_MORE: frozenset[TalksStatus] = frozenset({"held", "ongoing", "planned"})
ISSUE = re.compile(r"\s*(?:on|about|over|focused on|to discuss)\s+([^,.;]{4,80})")
OTHER_CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis", "cc", "punct", "mark"})
IFS = frozenset({"if", "unless", "whether", "provided", "providing", "should", "had", "were"})
DAYS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d")
REACH = 40  # tokens from the meeting's word to the last that is counted as its clause


def find_talks(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        if sentence.span.text.rstrip().endswith("?"):
            continue
        bodies = list(standing_bodies(sentence, marked))
        yield from bodies
        made = [
            found
            for meeting in meetings(sentence.span, marked)
            if not (bodies and not stands_apart(meeting, bodies[0].at))
            and not is_conditional(meeting)
            and (found := finding(meeting, sentence, marked)) is not None
        ]
        yield from (
            one for number, one in enumerate(made) if not is_told_again(one, made[:number] + made[number + 1 :])
        )


def is_told_again(one: Finding, others: list[Finding]) -> bool:
    """ "The mediators left the table, and the talks are over": nothing that the other does not say."""
    return any(says_no_more(one.fields, other.fields) for other in others)


def says_no_more(less: Fields, more: Fields) -> bool:
    if not isinstance(less, TalksFields) or not isinstance(more, TalksFields) or less.status != more.status:
        return False
    same = set(less.participants) <= set(more.participants) and not (less.mediators or less.hosts)
    richer = len(more.participants) > len(less.participants) or (less.place is None and more.place is not None)
    return same and richer and less.place in {None, more.place} and less.date in {None, more.date}


def stands_apart(meeting: Meeting, offset: int) -> bool:
    """Behind a semicolon: "the commission meets monthly; its next session is due in Juba"."""
    between = meeting.head.doc.text[offset : meeting.head.idx]
    return ";" in between


def is_conditional(meeting: Meeting) -> bool:
    for up in (meeting.governor, *meeting.governor.ancestors):
        if up.lower_ in {"provided", "providing", "assuming"}:
            return True
        if any(child.dep_ in {"mark", "aux"} and child.lower_ in IFS and opens(child, up) for child in up.children):
            return up.dep_ in {"advcl", "ccomp", "csubj"}
    return is_only(meeting) or is_before_any(meeting)


def is_only(meeting: Meeting) -> bool:
    """ "Will only meet the president", "would talk only to": a condition, no plan."""
    verb = meeting.governor
    steps = (verb, *(child for child in verb.children if child.dep_ == "prep"))
    said = any(child.lower_ == "only" for step in steps for child in step.children)
    return said and bool(auxiliaries(verb) & WILL)


def opens(word: Token, verb: Token) -> bool:
    """A conjunction, or the auxiliary of "should such contacts ripen"."""
    return word.dep_ == "mark" or all(word.i < child.i for child in subjects(verb))


def is_before_any(meeting: Meeting) -> bool:
    """ "Before any minister meets them": nobody does so yet."""
    verb = meeting.governor
    before = verb.dep_ == "advcl" and any(child.lower_ in {"before", "until"} for child in verb.children)
    return before and any(child.lower_ == "any" for one in subjects(verb) for child in one.children)


def finding(meeting: Meeting, sentence: MarkedSentence, marked: MarkedReport) -> Finding | None:
    tokens = words_of(meeting)
    date = date_of(meeting, tokens, sentence, marked)
    status = status_of(meeting, date, marked.report.published)
    if status is None:
        return None
    fields = fields_of(meeting, status, date, tokens, sentence, marked)
    if is_of_timetable(meeting) or is_among_outsiders(fields) or is_of_one_side(meeting, fields):
        return None
    if is_passing_word(meeting, fields):
        return None
    needs_more = status in NEEDS_MORE or bool(nominal(meeting)) or (status == "proposed" and is_known_one(meeting))
    if (needs_more and not says_enough(fields, meeting)) or is_visit_only(meeting, status, fields):
        return None
    start, end = trimmed(meeting.head.doc[tokens[0].i : tokens[-1].i + 1])
    aux = "future" if status == "planned" else None
    rule = f"{meeting.rule}: {status}"
    return Finding(fields, start, end, meeting.head.idx, rule, factuality=FACTUALITY.get(status), aux_mode=aux)  # type: ignore[arg-type]


def is_known_one(meeting: Meeting) -> bool:
    """ "To speed up the negotiations": talks already told of, which nobody proposes."""
    return any(child.lower_ == "the" for child in meeting.head.children)


def fields_of(
    meeting: Meeting,
    status: TalksStatus,
    date: Date | None,
    tokens: list[Token],
    sentence: MarkedSentence,
    marked: MarkedReport,
) -> TalksFields:
    between = mediators(meeting.head, meeting.governor, marked)
    people = participants(meeting.head, meeting.governor, marked)
    receiving = hosts(meeting.head, meeting.governor, marked)
    apart = (*between, *(receiving if meeting.head.pos_ != "VERB" else ()))
    taking_part = tuple(actor for actor in people if actor not in apart)
    form = format_of(tokens)
    return TalksFields(
        status=status,
        format=form,
        participants=taking_part,
        mediators=between,
        hosts=receiving,
        legs=legs(form, meeting.governor, taking_part, marked),
        place=place_of(meeting, tokens, marked),
        date=date,
        duration=duration_of(tokens, marked),
        issues=issues_of(sentence, meeting),
        outcome=outcome_of(status, sentence.span.text),
    )


def says_enough(fields: TalksFields, meeting: Meeting) -> bool:
    """A bare "the talks" adds nothing to what was told before: somebody, some day, some place or a length is needed."""
    named = (*fields.participants, *fields.mediators, *fields.hosts)
    counted = any(child.ent_type_ == "ORDINAL" for child in (*meeting.head.children, *meeting.head.head.head.children))
    described = meeting.governor.dep_ == "relcl" and any(child.lower_ == "the" for child in meeting.head.children)
    if described and len((*fields.participants, *fields.mediators, *fields.hosts)) < 2:
        named = ()  # "the minister who led the talks"
    given = named or fields.date or fields.place or fields.duration or counted
    if nominal(meeting):
        return bool(named)
    return bool(given) or meeting.head == meeting.governor


def is_among_outsiders(fields: TalksFields) -> bool:
    """ "Police are holding talks on road safety", "judges convened": nobody who negotiates a war."""
    named = (*fields.participants, *fields.mediators, *fields.hosts)
    last = [actor.entity_text.lower().split()[-1] for actor in named if actor.entity_text]
    return bool(last) and all(word.removesuffix("s") in word_set("talks", "outsiders") for word in last)


def is_of_one_side(meeting: Meeting, fields: TalksFields) -> bool:
    """ "The opposition held its congress", "told a forum": one side, and a word that is no talks of itself."""
    named = (*fields.participants, *fields.mediators, *fields.hosts)
    told_of = meeting.head.dep_ in {"nsubj", "nsubjpass"}  # "the congress lasted a day"
    is_weak = lemma_of(meeting.head) in word_set("talks", "weak_nouns") and not told_of
    if fields.status not in {"held", "ongoing"} or not is_weak:
        return False
    several = any(is_pair(token) or token.tag_ in {"NNS", "NNPS"} for token in acting(meeting.governor))
    return len(named) == 1 and not several and not has_own_sign(meeting.head)


def is_passing_word(meeting: Meeting, fields: TalksFields) -> bool:
    """ "The army, which left the talks, said": what the clause is not about, with one name or a day and no more."""
    head = meeting.head
    if fields.status != "held" or head.pos_ in VERBAL or head.dep_ not in {"pobj", "conj", "appos"}:
        return False
    named = (*fields.participants, *fields.mediators, *fields.hosts)
    told = fields.place or fields.duration or prepositional_objects(head, "with", "between", "among")
    return not told and len(named) + bool(fields.date) < 2


def has_own_sign(noun: Token) -> bool:
    """ "A peace conference", "the reconciliation forum"."""
    return any(lemma_of(child) in word_set("talks", "signs") for child in noun.children if child.i < noun.i)


def is_of_timetable(meeting: Meeting) -> bool:
    """ "No date for the summit has been set"."""
    above = meeting.head.head.head if meeting.head.dep_ == "pobj" else meeting.head
    is_timing = lemma_of(above) in {"date", "venue", "agenda", "timetable", "time", "calendar"}
    verb = meeting.governor
    return is_timing and (is_negated(verb) or has_no(above))


def is_visit_only(meeting: Meeting, status: TalksStatus, fields: TalksFields) -> bool:
    """ "Travelled to X for consultations": one side on its way is no meeting yet."""
    is_aim = meeting.head.dep_ == "pobj" and meeting.head.head.lower_ == "for"
    return is_aim and status == "held" and len((*fields.participants, *fields.mediators, *fields.hosts)) < 2


def words_of(meeting: Meeting) -> list[Token]:
    """The clause of the meeting, without clauses that hang on it."""
    top = meeting.governor if meeting.governor.sent == meeting.head.sent else meeting.head
    keep = [top, meeting.head]
    for child in top.children:
        if child.dep_ not in OTHER_CLAUSES or meeting.head in child.subtree:
            keep += [token for token in child.subtree if token.i - meeting.head.i < REACH]
    keep += [token for token in meeting.head.subtree if token.i - meeting.head.i < REACH]
    first, last = min(token.i for token in keep), max(token.i for token in keep)
    return [token for token in top.doc[first : last + 1] if not token.is_space and token.sent == meeting.head.sent]


def place_of(meeting: Meeting, tokens: list[Token], marked: MarkedReport) -> Place | None:
    """Where the clause says it was: behind "in" or "at", in the meeting's name, or the first place in it."""
    placing = [token for token in tokens if token.dep_ == "pobj" and token.head.lower_ in {"in", "at"}]
    placing.sort(key=lambda token: token.head.head not in {meeting.head, meeting.governor})
    above = meeting.governor.head
    if lemma_of(above) in word_set("talks", "travelling"):  # "flew to X to meet Y"
        placing += prepositional_objects(above, "to")
    named = [token for token in placing if marked.place_mark_of(token) and marked.date_mark_of(token) is None]
    described = [token for token in placing if token.lemma_.lower() in word_set("talks", "venues")]
    if named or described:
        return place_at((named or described)[0], marked)
    if meeting.head.pos_ in {"NOUN", "PROPN"}:
        own = [child for child in meeting.head.children if child.dep_ == "compound" and is_place_name(child, marked)]
        if own:
            return place_at(own[0], marked)
    loose = [token for token in placing if is_loose_name(token, marked)]
    return place_at(loose[0], marked) if loose else first_place(tokens, marked)


def is_place_name(token: Token, marked: MarkedReport) -> bool:
    return named_at(token, marked) is not None or is_loose_name(token, marked)


def first_place(tokens: list[Token], marked: MarkedReport) -> Place | None:
    marks = (
        marked.place_mark_of(token)
        for token in tokens
        if marked.actor_mark_of(token) is None and marked.date_mark_of(token) is None
    )
    return next((mark.place for mark in marks if mark is not None), None)


def date_of(meeting: Meeting, tokens: list[Token], sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    """The nearest date of the meeting's clause, else the sentence's only one."""
    inside = {token.idx for token in tokens}
    dates = calendar_dates(sentence)
    own = [mark for mark in dates if any(mark.start <= offset < mark.end for offset in inside)]
    pool = own or [mark for mark in dates if len(dates) == 1 and is_over(mark, meeting, marked)]
    return min(pool, key=lambda mark: abs(mark.start - meeting.head.idx)).date if pool else None


def is_over(mark: DateMark, meeting: Meeting, marked: MarkedReport) -> bool:
    """The date stands in a clause that the meeting's hangs on."""
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    return span is not None and clause_head(span.root) in {meeting.governor, *meeting.governor.ancestors}


def duration_of(tokens: list[Token], marked: MarkedReport) -> str | None:
    """An ISO 8601 length that the clause gives: "after five days of discussions"."""
    marks = (marked.date_mark_of(token) for token in tokens)
    lengths = (mark.timex for mark in marks if mark is not None and mark.timex_type == "DURATION")
    return next((timex for timex in lengths if timex and timex.startswith("P") and "X" not in timex), None)


def issues_of(sentence: MarkedSentence, meeting: Meeting) -> tuple[str, ...]:
    after = sentence.span.doc[meeting.head.i + 1 : min(sentence.span.end, meeting.head.i + 25)].text
    found = ISSUE.match(after)
    return (found[1].strip(),) if found and not DAYS.match(found[1]) else ()
