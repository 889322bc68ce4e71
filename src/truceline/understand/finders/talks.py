"""Who met whom, in which format: held, planned, ruled out, as the report has it."""

import re
from collections.abc import Iterator
from functools import cache

from truceline.knowledge.files import words
from truceline.model.claim import Factuality
from truceline.model.claims import TalksFields
from truceline.model.claims.talks import TalksStatus
from truceline.model.mark import DateMark
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.awaited import is_awaited
from truceline.understand.finders.clause_parts.named_words import joined_by_dash
from truceline.understand.finders.clause_parts.phrases import first_said, lemma_of, says, word_set
from truceline.understand.finders.clause_parts.placed import top_of_name
from truceline.understand.finders.clause_parts.when import (
    calendar_dates,
    is_history,
    is_set_against,
    weekdays,
)
from truceline.understand.finders.clause_parts.where import is_loose_name, named_at, place_at
from truceline.understand.finders.talks_parts.bodies import standing_bodies
from truceline.understand.finders.talks_parts.enough import is_enough
from truceline.understand.finders.talks_parts.formats import format_of, outcome_of
from truceline.understand.finders.talks_parts.meetings import Meeting, meetings
from truceline.understand.finders.talks_parts.people import (
    KIND,
    hosts,
    is_party,
    legs,
    mediators,
    participants,
    talks_lemma,
)
from truceline.understand.finders.talks_parts.second_legs import by_legs
from truceline.understand.finders.talks_parts.status import status_of
from truceline.understand.finders.talks_parts.status_stopped import STOPPED
from truceline.understand.finders.talks_parts.told_again import is_told_again, was_told
from truceline.understand.finding import Finding
from truceline.understand.grammar import (
    auxiliaries,
    clause_head,
    direct_objects,
    grammar_words,
    is_negated,
    is_passive,
    is_within,
    prepositional_objects,
    subjects,
    trimmed,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.markers.date_parts.lexicon import coded
from truceline.understand.tokens import Token

FACTUALITY: dict[TalksStatus, Factuality] = {
    "planned": "PR+", "proposed": "Uu", "ruled_out": "CT-", "refused": "CT-", "cancelled": "CT-",
    "did_not_take_place": "CT-", "postponed": "PR-",
}  # fmt: skip
OTHER_CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis", "cc", "punct", "mark"})
ERRANDS = frozenset({"advcl", "xcomp", "acl", "relcl", "pcomp", "ROOT"})  # "flew to X to meet Y"
HEADING = 4  # tokens
REACH = 40  # tokens from the meeting's word to the last that is counted as its clause


def find_talks(marked: MarkedReport) -> Iterator[Finding]:
    earlier: list[Finding] = []
    before: list[Finding] = []
    for sentence in marked.told:
        if sentence.span.text.rstrip().endswith("?"):
            continue
        bodies = list(standing_bodies(sentence))
        yield from bodies
        made = [
            leg
            for meeting in meetings(sentence.span, marked)
            if not (bodies and not stands_apart(meeting, bodies[0].at))
            and not is_conditional(meeting)
            and (found := finding(meeting, sentence, marked)) is not None
            and not was_told(meeting, found, earlier, before)
            for leg in by_legs(found, meeting, sentence, marked)
        ]
        earlier += made
        before = made
        yield from (one for one in made if not is_told_again(one, made))


def stands_apart(meeting: Meeting, offset: int) -> bool:
    """Behind a semicolon: "the commission meets monthly; its next session is due in Juba"."""
    between = meeting.head.doc.text[offset : meeting.head.idx]
    return ";" in between


def is_conditional(meeting: Meeting) -> bool:
    for up in (meeting.governor, *meeting.governor.ancestors):
        if up.lower_ in {"provided", "providing", "assuming"} or any(child.lower_ == "how" for child in up.children):
            return True
        if any(
            child.dep_ in {"mark", "aux"} and child.lower_ in word_set(KIND, "ifs") and opens(child, up)
            for child in up.children
        ):
            return up.dep_ in {"advcl", "ccomp", "csubj", "xcomp", "acl", "pcomp"}
    return (
        is_awaited(meeting.governor)
        or is_only(meeting)
        or is_behind_terms(meeting)
        or is_before_any(meeting)
        or is_once_granted(meeting)
    )


def is_behind_terms(meeting: Meeting) -> bool:
    """ "Not until the town is free will the government talk to them", "only if they disarm will it meet them"."""
    first = meeting.head.sent.root.left_edge if not meeting.head.sent.forms.isdisjoint({"not", "only"}) else None
    if first is None or first.lower_ not in {"not", "only"} or first.i + 1 >= len(first.doc):
        return False
    return first.nbor(1).lower_ in word_set(KIND, "strict_terms") and bool(
        auxiliaries(meeting.governor) & grammar_words("will")
    )


def is_only(meeting: Meeting) -> bool:
    """ "Will only meet the president", "would talk only to": a condition, no plan."""
    verb = meeting.governor
    steps = (verb, *(child for child in verb.children if child.dep_ == "prep"))
    said = any(child.lower_ == "only" for step in steps for child in step.children)
    return said and bool(auxiliaries(verb) & grammar_words("will"))


def opens(word: Token, verb: Token) -> bool:
    """A conjunction, or the auxiliary of "should such contacts ripen"."""
    return word.dep_ == "mark" or all(word.i < child.i for child in subjects(verb))


def is_once_granted(meeting: Meeting) -> bool:
    """ "Wants a neutral venue before it will resume the talks": a condition, no plan."""
    verb = meeting.governor
    before = verb.dep_ == "advcl" and any(child.lower_ in {"before", "until"} for child in verb.children)
    return before and bool(auxiliaries(verb) & grammar_words("will"))


def is_before_any(meeting: Meeting) -> bool:
    """ "Before any minister meets them": nobody does so yet."""
    verb = meeting.governor
    before = verb.dep_ == "advcl" and any(child.lower_ in {"before", "until"} for child in verb.children)
    return before and any(child.lower_ == "any" for one in subjects(verb) for child in one.children)


def finding(meeting: Meeting, sentence: MarkedSentence, marked: MarkedReport) -> Finding | None:
    tokens = words_of(meeting)
    date = date_of(meeting, tokens, sentence, marked)
    status = status_of(meeting, date, marked.report.published)
    if status is None or is_history(date):
        return None
    if status == "held" and is_only_ahead(meeting, marked):
        status = "planned"
    fields = fields_of(meeting, status, date, tokens, sentence, marked)
    if not is_enough(meeting, fields):
        return None
    start, end = trimmed(meeting.head.doc[tokens[0].i : tokens[-1].i + 1])
    aux = "future" if status == "planned" else None
    rule = f"{meeting.rule}: {status}"
    factuality = FACTUALITY.get(status) or affirmed(meeting, marked)
    return Finding(fields, start, end, meeting.head.idx, rule, factuality=factuality, aux_mode=aux)  # type: ignore[arg-type]


def affirmed(meeting: Meeting, marked: MarkedReport) -> Factuality | None:
    """Talks that "made no headway" were held: what is denied came of them."""
    modality = marked.modality_at(meeting.head.idx)
    return "CT+" if modality is not None and modality.factuality == "CT-" else None


def is_only_ahead(meeting: Meeting, marked: MarkedReport) -> bool:
    """ "Was due in Juba for consultations", however the meeting is worded: nothing has been held that is only ahead."""
    modality = marked.modality_at(meeting.governor.idx)
    return modality is not None and modality.aux_mode == "future" and modality.factuality == "PR+"


def fields_of(
    meeting: Meeting,
    status: TalksStatus,
    date: Date | None,
    tokens: list[Token],
    sentence: MarkedSentence,
    marked: MarkedReport,
) -> TalksFields:
    between = mediators(meeting.head, meeting.governor, marked)
    people = participants(meeting.head, meeting.governor, marked) if meeting.head.pos_ != "PRON" else ()
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


def words_of(meeting: Meeting) -> list[Token]:
    """The clause of the meeting, without clauses that hang on it."""
    top = meeting.governor if meeting.governor.sent == meeting.head.sent else meeting.head
    keep = [top, meeting.head]
    for child in top.children:
        if child.dep_ not in OTHER_CLAUSES or meeting.head in child.subtree:
            keep += [token for token in child.subtree if token.i - meeting.head.i < REACH]
    if meeting.head != top:
        keep += [token for token in meeting.head.subtree if token.i - meeting.head.i < REACH]
    first, last = min(token.i for token in keep), max(token.i for token in keep)
    return [token for token in top.doc[first : last + 1] if not token.is_space and token.sent == meeting.head.sent]


def words_of_what_was(meeting: Meeting) -> list[Token]:
    """ "The talks, which had been adjourned in September, were brought to an end": when and where they were before."""
    inside = meeting.head.subtree if meeting.head.pos_ != "VERB" else ()
    clauses = [word for word in inside if word.dep_ == "relcl" and word != meeting.governor]
    past = [one for one in clauses if ("had" in auxiliaries(one) or is_told_ended(one)) and not is_timetable(one)]
    over = [one for one in past if is_told_ended(one) or first_said(one, KIND, (*STOPPED, "held"))]
    return [token for clause in over for token in clause.subtree]


def is_told_ended(clause: Token) -> bool:
    """ "To revive the talks, which Duterte terminated in 2017"."""
    over = says(clause, KIND, "ends_by_one") or first_said(clause, KIND, STOPPED) is not None
    told = clause.tag_ == "VBD" or (clause.tag_ == "VBN" and bool(subjects(clause)) and not is_passive(clause))
    return told and over and not auxiliaries(clause)


def is_timetable(clause: Token) -> bool:
    """ "That had been due in Geneva on Wednesday": when and where it was to be."""
    return says(clause, KIND, "planned") or any(child.lower_ == "due" for child in clause.children)


def place_of(meeting: Meeting, tokens: list[Token], marked: MarkedReport) -> Place | None:
    """Where the clause says it was: behind "in" or "at", in the meeting's name, or the first place in it."""
    aside = words_of_what_was(meeting)
    tokens = [token for token in tokens if token not in aside and not is_of_fruit(token, meeting)]
    tokens = [token for token in tokens if not is_theme(token, meeting) and not is_in_terms(token, meeting)]
    tokens = [token for token in tokens if not is_in_aftermath(token, meeting)]
    placing = [token for token in tokens if token.dep_ == "pobj" and token.head.lower_ in {"in", "at"}]
    placing.sort(key=lambda token: token.head.head not in {meeting.head, meeting.governor})
    aboard = [token for token in tokens if token.dep_ == "pobj" and token.head.lower_ in word_set(KIND, "on_board")]
    if aboard:
        return place_at(aboard[0], marked)
    placing += [*place_of_cleft(meeting.governor), *place_set_for(meeting, marked)]
    if not placing and (scene := scene_of(meeting.governor)) is not None:
        return place_at(scene, marked)
    journeys = (meeting.governor, *([meeting.governor.head] if meeting.governor.dep_ in ERRANDS else []))
    for above in dict.fromkeys(journeys):
        if lemma_of(above) in word_set(KIND, "travelling"):  # "flew to X to meet Y"
            placing = [*prepositional_objects(above, "to"), *placing]
        if lemma_of(above) in word_set(KIND, "arriving"):
            placing = [*prepositional_objects(above, "in", "at"), *placing]
    named = [token for token in placing if marked.place_mark_of(token) and marked.date_mark_of(token) is None]
    described = [token for token in placing if token.low_lemma in word_set("talks", "venues")]
    if named or described:
        return place_at((named or described)[0], marked)
    if meeting.head.pos_ in {"NOUN", "PROPN"}:
        own = [child for child in meeting.head.children if child.dep_ == "compound" and is_place_name(child, marked)]
        if own and not joined_by_dash(meeting.head):
            return place_at(own[0], marked)
    loose = [token for token in placing if is_loose_name(token, marked)]
    others = [token for token in in_own_clause(tokens, meeting) if not is_in_heading(token, meeting)]
    return place_at(loose[0], marked) if loose else first_place(others, marked)


def is_in_heading(token: Token, meeting: Meeting) -> bool:
    """ "DR Congo: Talks resumed", "the Israel-Hamas talks": what the paragraph is about, who talks."""
    behind = token.doc.tokens[token.i + 1 : token.i + 3]
    headed = any(word.text == ":" for word in behind) and token.i - token.sent.start < HEADING
    return headed or (token.i < meeting.head.i and bool(joined_by_dash(meeting.head)) and token.head.i >= token.i)


def is_theme(token: Token, meeting: Meeting) -> bool:
    """ "Talks on Abyei", "broke down over the status of Abyei": what they are about, and not where."""
    step = top_of_name(token).head
    if step.dep_ == "prep" and step.lower_ in {"on", "about", "over"} and step.head == meeting.head:
        return True
    above = (up for up in token.ancestors if up.dep_ == "prep" and up.head in {meeting.head, meeting.governor})
    return any(step.lower_ in {"about", "over"} for step in above)


def is_in_aftermath(token: Token, meeting: Meeting) -> bool:
    """ "Froze the dialogue after a bomb attack in Barranquilla": where that was, and nobody talked."""
    nouns = (
        up for up in (token, *token.ancestors) if up.dep_ == "pobj" and up.head.lower_ in word_set(KIND, "aftermath")
    )
    noun = next(nouns, None)
    of_talks = noun is not None and (meeting.head in noun.subtree or meeting.governor in noun.subtree)
    return noun not in {None, token} and not of_talks and lemma_of(noun) in word_set("events", "single_deeds")


def is_in_terms(token: Token, meeting: Meeting) -> bool:
    """ "Ruled out talks as long as troops remain in Kursk": where those are, and nobody talks."""
    clause = next((up for up in (token, *token.ancestors) if up.dep_ == "advcl"), None)
    if clause is None or meeting.head in clause.subtree or meeting.governor in clause.subtree:
        return False
    opening = (child.lower_ for child in clause.children if child.dep_ in {"mark", "advmod"})
    return not word_set(KIND, "terms").isdisjoint(opening)


def place_set_for(meeting: Meeting, marked: MarkedReport) -> list[Token]:
    """ "Talks are set for Addis Ababa on Friday"."""
    verb = meeting.governor
    if not is_passive(verb) or not says(verb, KIND, "planned"):
        return []
    return [token for token in prepositional_objects(verb, "for") if marked.place_mark_of(token) is not None]


def place_of_cleft(verb: Token) -> list[Token]:
    """ "It was in Nouakchott that they met"."""
    above = verb.head
    cleft = verb.dep_ in {"ccomp", "advcl"} and above.lemma_ == "be" and any(t.lower_ == "it" for t in subjects(above))
    return prepositional_objects(above, "in", "at") if cleft else []


def scene_of(clause: Token) -> Token | None:
    """ "A visit to Muscat, where he met officials"."""
    if clause.dep_ == "xcomp" and clause.head.lemma_ == "be":
        clause = clause.head  # "where they are to meet"
    there = clause.dep_ == "relcl" and any(child.lower_ == "where" for child in clause.children)
    scene = clause.head
    if there and scene.ent_type_ == "DATE" and scene.dep_ == "pobj":  # "will visit Ankara in May, where he will meet"
        scene = next(iter([*direct_objects(scene.head.head), *prepositional_objects(scene.head.head, "to")]), scene)
    return scene if there and scene.pos_ == "PROPN" and scene.ent_type_ != "DATE" else None


def in_own_clause(tokens: list[Token], meeting: Meeting) -> list[Token]:
    """Without what is told of somebody named in it: "the format, which brings together Russia and ..."."""
    over = {meeting.head, meeting.governor, *meeting.head.ancestors}
    return [token for token in tokens if not any(is_aside(up) and up not in over for up in (token, *token.ancestors))]


def is_of_fruit(token: Token, meeting: Meeting) -> bool:
    """ "The rounds produced a truce, signed in X in April": when and where the truce was signed."""
    clauses = (up for up in (token, *token.ancestors) if up.dep_ == "acl" and up.tag_ == "VBN" and up.i < token.i)
    return any(clause.head.dep_ == "dobj" and clause.head.head == meeting.governor for clause in clauses) and (
        meeting.head in subjects(meeting.governor)
    )


def is_of_first_plan(token: Token, meeting: Meeting) -> bool:
    """ "A meeting, initially scheduled for 20 August, was brought forward to Friday"."""
    plans = (up for up in (token, *token.ancestors) if up.dep_ == "acl" and up.head == meeting.head)
    return any(child.lower_ in word_set(KIND, "at_first") for plan in plans for child in plan.children)


def is_place_name(token: Token, marked: MarkedReport) -> bool:
    return named_at(token, marked) is not None or is_loose_name(token, marked)


def is_aside(clause: Token) -> bool:
    """Of somebody; "talks that opened on Friday" is of the talks."""
    of_others = clause.dep_ == "relcl" and talks_lemma(clause.head) not in word_set(KIND, "nouns")
    return of_others and not is_timetable(clause)


def is_of_people(clause: Token) -> bool:
    """ "Talks with the dissidents, whose truce runs to October": "which" might be the talks', "whose" is theirs."""
    return clause.dep_ == "relcl" and any(word.lower_ in {"who", "whose"} for word in clause.subtree)


def first_place(tokens: list[Token], marked: MarkedReport) -> Place | None:
    marks = (
        marked.place_mark_of(token)
        for token in tokens
        if marked.actor_mark_of(token) is None
        and marked.date_mark_of(token) is None
        and not is_whose_body(token, marked)
        and not is_beside_party(token, marked)
        and not (token.dep_ == "pobj" and token.head.lower_ in {"through", "via"})
    )
    return next((mark.place for mark in marks if mark is not None), None)


def is_beside_party(land: Token, marked: MarkedReport) -> bool:
    """ "To bring the rebels and Bogota to the table", "a meeting between Hemedti and Burhan": a side."""
    first = land.head if land.dep_ == "conj" else land
    if first.dep_ == "pobj" and first.head.lower_ == "between":
        return True
    return land.dep_ == "conj" and marked.actor_mark_of(land.head) is not None


def is_whose_body(land: Token, marked: MarkedReport) -> bool:
    """ "The main Darfur rebel groups suspended their part": where they come from."""
    body = land.head
    return land.dep_ in {"compound", "nmod"} and body.pos_ == "NOUN" and is_party(body, marked)


def date_of(meeting: Meeting, tokens: list[Token], sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    """The nearest date of the meeting's clause, else the sentence's only one."""
    inside = {token.idx for token in tokens}
    dates = [mark for mark in calendar_dates(sentence) if not is_first_since(mark, meeting, marked)]
    dates = [mark for mark in dates if not (is_day_of_deal(mark, marked) or is_first_of_span(mark, meeting, marked))]
    own = [mark for mark in dates if any(mark.start <= offset < mark.end for offset in inside)]
    aside = {token.idx for token in words_of_what_was(meeting)}
    aside |= {token.idx for token in tokens if is_of_fruit(token, meeting)}
    own = [mark for mark in own if mark.start not in aside]
    undone = {token.idx for token in tokens if is_of_first_plan(token, meeting)}
    own = [mark for mark in own if mark.start not in undone] or own
    others = {token.idx for token in tokens if any(map(is_of_people, (token, *token.ancestors)))}
    own = [mark for mark in own if mark.start not in others or is_of_people(meeting.governor)]
    pool = own or [mark for mark in dates if len(dates) == 1 and is_over(mark, meeting, marked)]
    return min(pool, key=lambda mark: abs(mark.start - meeting.head.idx)).date if pool else None


def is_day_of_deal(mark: DateMark, marked: MarkedReport) -> bool:
    """ "The truce of 28 July was agreed at talks in X", "the 28 July truce": what the truce is called by."""
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    if span is None:
        return False
    inside = {word.i for word in span}
    above = [(word, word.head) for word in span if word.head.i not in inside]
    before = (up for word, up in above if word.dep_ in {"compound", "nmod", "poss", "nummod"})
    behind = (up.head for word, up in above if word.dep_ == "pobj" and up.lower_ == "of")
    return any(lemma_of(deal) in word_set(KIND, "results") for deal in (*before, *behind))


def is_first_since(mark: DateMark, meeting: Meeting, marked: MarkedReport) -> bool:
    """ "The meeting was the first between the foes since February": since then there had been none."""
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    step = span.root.head if span is not None else None
    if step is None or step.lower_ != "since":
        return False
    beside = (step.head, *step.head.children, *meeting.head.children)
    return any(word.lower_ == "first" for word in beside)


def is_first_of_span(mark: DateMark, meeting: Meeting, marked: MarkedReport) -> bool:
    """ "Have held six rounds since September": on several days from then on."""
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    verb = meeting.governor
    since = span is not None and span.root.head.lower_ == "since"
    return since and verb.tag_ == "VBN" and not verb.helpers.isdisjoint({"have", "has"}) and not is_negated(verb)


def is_over(mark: DateMark, meeting: Meeting, marked: MarkedReport) -> bool:
    """The date stands in a clause that the meeting's hangs on."""
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    if span is None:
        return False
    if is_set_against(meeting.governor):
        return False
    around = (meeting.governor, *meeting.governor.ancestors)
    clause = next((up for up in around if up.dep_ == "relcl" or (up.dep_ == "acl" and up.tag_ == "VBN")), None)
    if clause is not None:  # "the commission, which has met twice, will sit on Friday"
        return is_within(span.root, clause.head)
    above = clause_head(span.root)
    if is_joined_apart(meeting.governor, above):
        return False
    if meeting.governor.dep_ == "ccomp" and meeting.governor.head == above and above.tag_ == "VBD":
        return lemma_of(above) not in word_set("dates", "reporting")  # "told reporters on Tuesday that talks were held"
    return is_within(meeting.governor, above)


def is_joined_apart(verb: Token, above: Token) -> bool:
    """ "Would fly home next week, and contacts would go on": another's deed, and not then."""
    joined = next((up for up in (verb, *verb.ancestors) if up.dep_ == "conj" and above in up.ancestors), None)
    return joined is not None and bool(subjects(joined)) and any(one.i > above.i for one in subjects(joined))


def duration_of(tokens: list[Token], marked: MarkedReport) -> str | None:
    """An ISO 8601 length that the clause gives: "after five days of discussions"; not "an hour after the talks"."""
    own = (token for token in tokens if not (token.is_punct or is_gap(token) or is_length_of_war(token)))
    own = (token for token in own if not (is_time_since(token) or is_delay(token) or is_of_terms_made(token)))
    marks = (marked.date_mark_of(token) for token in own)
    lengths = (mark.timex for mark in marks if mark is not None and mark.timex_type == "DURATION")
    return next((timex for timex in lengths if timex and timex.startswith("P") and "X" not in timex), None)


def is_gap(token: Token) -> bool:
    """ "Hours after", "a week before"."""
    top = token.head if token.dep_ in {"det", "nummod", "amod", "quantmod"} else token
    return top.dep_ == "npadvmod" and top.head.lower_ in word_set(KIND, "gaps")


def is_time_since(token: Token) -> bool:
    """ "For the first time in seven months", "their first meeting in years": so long they had not met."""
    top = token.head if token.dep_ in {"det", "nummod", "amod", "quantmod"} else token
    since = top.dep_ == "pobj" and top.head.lower_ == "in"
    return since and any(word.lower_ == "first" for word in (*top.head.head.children, *top.head.head.head.children))


def is_delay(token: Token) -> bool:
    """ "Postponed by 48 hours", "pushed back a week", "a two-day break": so much later, and not so long."""
    top = token.head if token.dep_ in {"det", "nummod", "amod", "quantmod"} else token
    if top.dep_ in {"npadvmod", "dobj"} and says(top.head, KIND, "postponed"):
        return True
    breaks = top.head if top.dep_ in {"compound", "amod", "nmod", "npadvmod"} else top
    of_break = any(lemma_of(one) in word_set(KIND, "breaks") for one in (breaks, breaks.head))
    return of_break or (top.dep_ == "pobj" and top.head.lower_ == "by")


def is_of_terms_made(token: Token) -> bool:
    """ "Closed the round with an accord to prolong the ceasefire for 180 days": so long that is to last."""
    aims = (up for up in token.ancestors if up.dep_ in {"acl", "relcl"} and up.tag_ == "VB")
    return any(lemma_of(aim.head) in word_set(KIND, "results") for aim in aims)


def is_length_of_war(token: Token) -> bool:
    """ "Aimed at ending five days of fighting", "to extend a 48-hour truce"; not "after five days of discussions"."""
    top = token.head if token.dep_ in {"det", "nummod", "amod", "quantmod"} else token
    named = top.head if top.dep_ in {"compound", "amod", "nmod"} else top
    if lemma_of(named) in word_set("ceasefires", "truces"):
        return True
    return any(lemma_of(thing) in word_set("ceasefires", "warring") for thing in prepositional_objects(top, "of"))


def issues_of(sentence: MarkedSentence, meeting: Meeting) -> tuple[str, ...]:
    head, verb = meeting.head, meeting.governor
    last = min(sentence.span.end, head.i + 25)
    if verb.i > head.i and head in subjects(verb):
        last = min([last, *(word.i for word in (verb, *verb.lefts) if word.i > head.i)])  # "talks on X were held"
    rows = [(step.i, min(sentence.span.end, step.i + 24)) for step in verb.children if is_row(step)]
    for first, end in ((head.i + 1, last), *rows):
        found = issue().match(sentence.span.doc[first:end].text) if first < end else None
        if found and not (is_day(found[1]) or is_ground(head, found[0]) or is_beside(found[1])):
            return (found[1].strip(),)
    return ()


def is_ground(head: Token, words: str) -> bool:
    """ "Embraced on the tarmac": only negotiators meet "on" a theme."""
    on = words.strip().startswith("on ") and head.pos_ in {"VERB", "AUX"}
    return on and lemma_of(head) not in word_set(KIND, "meeting_verbs") | word_set(KIND, "speaking_verbs")


def is_row(step: Token) -> bool:
    """ "The talks broke down over the status of Abyei"; not "over the weekend"."""
    over = step.dep_ == "prep" and step.lower_ == "over" and says(step.head, KIND, "collapsed")
    return over and all(child.ent_type_ not in {"DATE", "TIME"} for child in step.children)


@cache
def issue() -> re.Pattern[str]:
    """ "Talks on the release of prisoners"."""
    before = "|".join(map(re.escape, words(KIND)["before_issues"]))
    return re.compile(rf"\s*(?:{before})\s+([^,.;]{{4,160}}?)(?=\s+(?:between|with)\b|[,.;]|\s*$)")


def is_beside(text: str) -> bool:
    """ "Met on the sidelines of a summit", "talks on hold": where and how, and not about what."""
    words = text.lower().removeprefix("the ").split()
    beside = word_set(KIND, "asides") | word_set(KIND, "standing_on") | word_set(KIND, "meals")
    return bool(words) and words[0].removesuffix("s") in beside


def is_day(text: str) -> bool:
    """ "Talks on Sunday", "on 3 May", "on June 2"."""
    first, _, second = text.lower().partition(" ")
    in_month = first.removesuffix(".") in coded("month") and second[:1].isdigit()
    return in_month or text[0].isdigit() or text.lower().startswith(tuple(weekdays()))
