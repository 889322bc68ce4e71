"""Who met whom, in which format: held, planned, ruled out, as the report has it."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from truceline.model.actor import Actor
from truceline.model.claims import TalksFields
from truceline.model.claims.talks import Leg, TalksStatus
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.finders.talks_parts.meetings import Meeting, meetings, word_set
from truceline.understand.finders.talks_parts.status import format_of, outcome_of, status_of
from truceline.understand.finding import Finding
from truceline.understand.grammar import (
    by_agents,
    direct_objects,
    is_passive,
    prepositional_objects,
    subjects,
    trimmed,
    with_conjuncts,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence

FACTUALITY = {
    "planned": "PR+", "proposed": "Uu", "ruled_out": "CT-", "refused": "CT-", "cancelled": "CT-",
    "did_not_take_place": "CT-", "postponed": "PR-",
}  # fmt: skip
ISSUE = re.compile(r"\b(?:on|about|over|focused on|discussed)\s+([^,.;]{4,80})")


def find_talks(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        yield from standing_bodies(sentence, marked)
        for meeting in meetings(sentence.span, marked):
            if is_conditional(meeting):
                continue
            status = status_of(meeting)
            if status is not None:
                made = finding(meeting, status, sentence, marked)
                if made is not None:
                    yield made


def is_conditional(meeting: Meeting) -> bool:
    for up in (meeting.governor, *meeting.governor.ancestors):
        if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in up.children):
            return up.dep_ in {"advcl", "ccomp"}
    return False


def finding(meeting: Meeting, status: TalksStatus, sentence: MarkedSentence, marked: MarkedReport) -> Finding | None:
    tokens = words_of(meeting)
    people = participants(meeting, marked)
    if (
        status in {"held", "ongoing"}
        and not people
        and not is_pinned(tokens, marked)
        and meeting.head.lower_ != "talks"
    ):
        return None
    go_between = mediators(meeting, marked)
    hosts = hosts_of(meeting, marked)
    form = format_of(meeting, tokens)
    start, end = trimmed(meeting.head.doc[tokens[0].i : tokens[-1].i + 1])
    takes_part = tuple(actor for actor in people if actor not in go_between)
    fields = TalksFields(
        status=status,
        format=form,
        participants=takes_part,
        mediators=go_between,
        hosts=hosts,
        legs=legs_of(form, meeting, takes_part, marked),
        place=place_of(tokens, marked),
        date=date_of(meeting, tokens, sentence, marked),
        duration=duration_of(tokens, marked),
        issues=issues_of(sentence, meeting),
        outcome=outcome_of(status, sentence.span.text),
    )
    return Finding(
        fields, start, end, meeting.head.idx, f"{meeting.rule}: {status}",
        factuality=FACTUALITY.get(status), aux_mode="future" if status == "planned" else None,
    )  # fmt: skip


def words_of(meeting: Meeting) -> list[Token]:
    """The clause of the meeting, without clauses that hang on it."""
    top = meeting.governor if meeting.governor.sent == meeting.head.sent else meeting.head
    keep = [top, meeting.head]
    for child in top.children:
        if (
            child.dep_ not in {"conj", "advcl", "ccomp", "parataxis", "cc", "punct", "mark"}
            or meeting.head in child.subtree
        ):
            keep += [token for token in child.subtree if token.i - meeting.head.i < 40]
    keep += [token for token in meeting.head.subtree if token.i - meeting.head.i < 30]
    first, last = min(t.i for t in keep), max(t.i for t in keep)
    return [token for token in top.doc[first : last + 1] if not token.is_space and token.sent == meeting.head.sent]


def participants(meeting: Meeting, marked: MarkedReport) -> tuple[Actor, ...]:
    """Subjects, objects and those "with", "between", "of" whom the meeting is."""
    verb, head = meeting.governor, meeting.head
    tokens: list[Token] = []
    if verb.pos_ in {"VERB", "AUX"}:
        tokens += [*acting(verb)]
        if head == verb:
            tokens += direct_objects(verb)
        else:
            tokens += [
                obj
                for obj in direct_objects(verb)
                if obj != head and verb.lemma_ in {"host", "invite", "receive", "tell", "bring"}
            ]
        tokens += prepositional_objects(verb, "with", "between", "to", "by", "of", "opposite", "alongside")
    if head != verb:
        tokens += prepositional_objects(head, "with", "between", "of", "among", "by")
        tokens += [child for child in head.children if child.dep_ in {"poss", "compound", "nmod", "amod"}]
    for token in list(tokens):
        tokens += [
            inner
            for inner in prepositional_objects(token, "with", "of", "between")
            if token.lower_ in {"session", "round", "call", "delegation", "delegations", "meeting"}
        ]
    return distinct(actor for token in tokens for actor in actors_at(token, marked))


def acting(verb: Token) -> list[Token]:
    if is_passive(verb):
        return by_agents(verb)
    own = subjects(verb)
    if own and own[0].tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return with_conjuncts(verb.head)
    if not own and verb.dep_ in {"acl", "advcl", "xcomp", "pcomp"}:
        up = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"}), None)
        return subjects(up) if up is not None else []
    return own


def actors_at(token: Token, marked: MarkedReport) -> Iterator[Actor]:
    mark = marked.actor_mark_of(token)
    if mark is None or mark.kind == "civilians":
        return
    yield from mark.members or (mark.actor,)


def mediators(meeting: Meeting, marked: MarkedReport) -> tuple[Actor, ...]:
    """Who goes between, where a word says so: "mediated by", "through", "under the auspices of"."""
    tokens: list[Token] = []
    for verb in (meeting.governor, *meeting.head.children, *(c for c in meeting.governor.children)):
        if verb.lemma_.lower() in word_set("organising"):
            tokens += by_agents(verb)
            if verb == meeting.governor and not is_passive(verb) and verb.lemma_.lower() != "host":
                tokens += subjects(verb)
    for noun in meeting.head.sent:
        if (
            noun.lemma_.lower() in {"auspex", "auspices", "chairmanship", "mediation"}
            and abs(noun.i - meeting.head.i) < 25
        ):
            tokens += prepositional_objects(noun, "of", "by")
    return distinct(actor for token in tokens for actor in actors_at(token, marked))


def hosts_of(meeting: Meeting, marked: MarkedReport) -> tuple[Actor, ...]:
    tokens: list[Token] = []
    for verb in (meeting.governor, *meeting.head.children):
        if verb.lemma_ == "host":
            tokens += by_agents(verb) if is_passive(verb) or verb.dep_ == "acl" else subjects(verb)
    return distinct(actor for token in tokens for actor in actors_at(token, marked))


def legs_of(form: str, meeting: Meeting, people: tuple[Actor, ...], marked: MarkedReport) -> tuple[Leg, ...]:
    """Separate meetings: the first with each of the others, never those with one another."""
    if form != "separate" or len(people) < 2:
        return ()
    first, *others = people
    objects = [a for t in direct_objects(meeting.governor) for a in actors_at(t, marked)]
    if meeting.governor.lemma_ == "meet" and objects and len([*subjects(meeting.governor)]) > 1 and len(objects) == 1:
        first, others = objects[0], [actor for actor in people if actor != objects[0]]
    return tuple(Leg(participants=(first, other)) for other in others)


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({(actor.entity_name or actor.entity_text): actor for actor in actors}.values())


def is_pinned(tokens: list[Token], marked: MarkedReport) -> bool:
    return any(marked.date_mark_of(token) or marked.place_mark_of(token) for token in tokens)


def place_of(tokens: list[Token], marked: MarkedReport) -> Place | None:
    """Where the clause says it was: after "in" or "at", or the first place in it."""
    found = [
        (0 if token.head.lower_ in {"in", "at"} else 1, token.i, mark)
        for token in tokens
        if (mark := marked.place_mark_of(token))
    ]
    return min(found, key=lambda item: item[:2])[2].place if found else None


def date_of(meeting: Meeting, tokens: list[Token], sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    inside = {token.idx for token in tokens}
    dates = [
        mark
        for mark in sentence.dates
        if mark.timex_type in {"DATE", "TIME"} and mark.timex not in {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
    ]
    own = [mark for mark in dates if any(mark.start <= offset < mark.end for offset in inside)]
    pool = own or (dates if len(dates) == 1 else [])
    return min(pool, key=lambda mark: abs(mark.start - meeting.head.idx)).date if pool else None


def duration_of(tokens: list[Token], marked: MarkedReport) -> str | None:
    for token in tokens:
        mark = marked.date_mark_of(token)
        if (
            mark is not None
            and mark.timex_type == "DURATION"
            and mark.timex
            and mark.timex.startswith("P")
            and "X" not in mark.timex
        ):
            return mark.timex
    return None


def issues_of(sentence: MarkedSentence, meeting: Meeting) -> tuple[str, ...]:
    after = sentence.span.doc[meeting.head.i + 1 : min(sentence.span.end, meeting.head.i + 25)].text
    found = ISSUE.match(after.strip())
    return (
        (found[1].strip(),)
        if found and not re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d", found[1])
        else ()
    )


def standing_bodies(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Finding]:
    """ "X co-chairs the Y Group of mediators": a body that stands, not a meeting that was held."""
    text = sentence.span.text.lower()
    if "co-chair" not in text and "cochair" not in text:
        return
    members = distinct(
        mark.actor for mark in sentence.actors if mark.kind in {"state", "government", "igo", "unspecified"}
    )
    at = sentence.start + text.index("chair")
    start, end = trimmed(sentence.span)
    fields = TalksFields(
        status="standing_body", format="mediation_body", participants=(), mediators=members, outcome="not_applicable"
    )
    yield Finding(fields, start, end, at, "standing body")
