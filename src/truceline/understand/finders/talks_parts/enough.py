"""What of a meeting's fields is enough for a claim: who, when or where."""

from truceline.model.actor import Actor
from truceline.model.claims import TalksFields
from truceline.model.claims.talks import TalksStatus
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.chains import whole_of
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND, acting, is_pair, talks_lemma
from truceline.understand.finders.talks_parts.status_denied import is_yet_to
from truceline.understand.finders.talks_parts.telling_words import nominal
from truceline.understand.grammar import auxiliaries, grammar_words, has_no, is_negated, prepositional_objects, subjects
from truceline.understand.tokens import Token

NEEDS_MORE: frozenset[TalksStatus] = frozenset({"held", "ongoing", "planned"})


def is_enough(meeting: Meeting, fields: TalksFields) -> bool:
    outside = (
        is_of_timetable(meeting)
        or is_session_of_house(meeting)
        or is_among_outsiders(fields)
        or is_of_one_side(meeting, fields)
    )
    if outside or is_passing_word(meeting, fields) or is_visit_only(meeting, fields):
        return False
    again = fields.status == "proposed" and is_known_one(meeting)
    if again and lemma_of(meeting.governor) in word_set(KIND, "supporting") and not own_company(meeting):
        return False
    needs_more = fields.status in NEEDS_MORE or bool(nominal(meeting)) or again
    return not needs_more or says_enough(fields, meeting)


def own_company(meeting: Meeting) -> list[Token]:
    return prepositional_objects(meeting.head, "with", "between", "among")


def is_known_one(meeting: Meeting) -> bool:
    """ "To speed up the negotiations": talks already told of, which nobody proposes."""
    return any(child.lower_ == "the" for child in meeting.head.children)


def says_enough(fields: TalksFields, meeting: Meeting) -> bool:
    """A bare "the talks" adds nothing to what was told before: somebody, some day, some place or a length is needed."""
    named = fields.named
    counted = any(child.ent_type_ == "ORDINAL" for child in (*meeting.head.children, *meeting.head.head.head.children))
    described = meeting.governor.dep_ == "relcl" and is_known_one(meeting)
    if described and len(named) < 2:
        named = ()  # "the minister who led the talks"
    if nominal(meeting):
        return bool(named or fields.place)
    themed = fields.status == "ongoing" and not is_known_one(meeting) and has_theme(meeting)
    given = named or fields.date or fields.place or fields.duration or counted or is_soon(meeting) or is_timed(meeting)
    return bool(given) or themed or meeting.head == meeting.governor


def has_theme(meeting: Meeting) -> bool:
    """ "Negotiations on a longer pact are under way": of which nobody had told."""
    return bool(prepositional_objects(meeting.head, "on", "over", "about"))


def is_timed(meeting: Meeting) -> bool:
    """ "The plenary lasted barely forty minutes"."""
    verb = meeting.governor
    spans = [child for child in verb.children if child.dep_ in {"dobj", "npadvmod", "attr"}]
    lasted = verb.lemma_ in {"last", "run"} and meeting.head in subjects(verb)
    return lasted and any(lemma_of(span) in word_set(KIND, "lengths") for span in spans)


def is_soon(meeting: Meeting) -> bool:
    """ "The talks will resume in the coming days": no day, yet more than a bare mention."""
    verb = meeting.governor
    coming = meeting.head in subjects(verb) and says(verb, KIND, "coming_about")
    return (
        coming
        and bool(auxiliaries(verb) & grammar_words("will"))
        and any(token.ent_type_ == "DATE" for token in verb.subtree)
    )


def is_visit_only(meeting: Meeting, fields: TalksFields) -> bool:
    """ "Travelled to X for consultations": one side on its way is no meeting yet."""
    is_aim = meeting.head.dep_ == "pobj" and meeting.head.head.lower_ == "for"
    return is_aim and fields.status == "held" and len(fields.named) < 2


def is_of_timetable(meeting: Meeting) -> bool:
    """ "No date for the summit has been set", "have yet to agree on a venue for the talks"."""
    above = meeting.head.head.head if meeting.head.dep_ == "pobj" else meeting.head
    if meeting.head.head.lower_ == "on" and any(map(is_unsettled, (above, *above.children))):
        return True  # "there was no agreement yet on a summit"
    is_timing = lemma_of(above) in word_set(KIND, "timetables")
    verb = meeting.governor
    if any(lemma_of(one) in word_set(KIND, "timetables") and has_no(one) for one in subjects(verb)):
        return True  # "no date was set for a new round"
    return is_timing and (is_negated(verb) or has_no(above) or is_yet_to(meeting))


def is_unsettled(noun: Token) -> bool:
    return lemma_of(noun) in word_set(KIND, "settled_on") and has_no(noun)


def is_among_outsiders(fields: TalksFields) -> bool:
    """ "Police are holding talks on road safety", "judges convened": nobody who negotiates a war."""
    named = fields.named
    if any(word in word_set(KIND, "outside_bodies") for actor in named for word in words_for(actor)):
        return True
    texts = [actor.entity_text.lower() for actor in named if actor.entity_text]
    last = [text.split()[-1] for text in texts if not text.endswith("of staff")]
    outside = word_set(KIND, "outsiders")
    return bool(last) and all(word.removesuffix("s") in outside for word in last)


def words_for(actor: Actor) -> list[str]:
    return (actor.entity_text or "").lower().split()


def is_session_of_house(meeting: Meeting) -> bool:
    """ "The Security Council held an emergency meeting": nobody else was there."""
    who = acting(meeting.governor) if meeting.head.dep_ == "dobj" else []
    houses = word_set(KIND, "houses") | word_set(KIND, "inner_bodies")
    house = len(who) == 1 and lemma_of(who[0]) in houses
    return house and lemma_of(meeting.head) in {"meeting", "session", "sitting"} and not own_company(meeting)


def is_of_one_side(meeting: Meeting, fields: TalksFields) -> bool:
    """ "The opposition held its congress", "told a forum": one side, and a word that is no talks of itself."""
    named = fields.named
    told_of = meeting.head.dep_ in {"nsubj", "nsubjpass"}  # "the congress lasted a day"
    is_weak = lemma_of(meeting.head) in word_set(KIND, "weak_nouns") and not told_of
    if fields.status not in {"held", "ongoing"} or not is_weak or is_between_others(meeting):
        return False
    several = any(is_pair(token) or token.tag_ in {"NNS", "NNPS"} for token in acting(meeting.governor))
    return len(named) == 1 and not several and not has_own_sign(meeting.head)


def is_between_others(meeting: Meeting) -> bool:
    """ "Brokered a first round in Rome": two sides there were, named or not."""
    head, verb = meeting.head, meeting.governor
    return head.head == verb and head.dep_ != "nsubj" and lemma_of(verb) in {"broker", "mediate", "facilitate"}


def has_own_sign(noun: Token) -> bool:
    """ "A peace conference", "the reconciliation forum", "two rounds of talks"."""
    beside = (child for child in noun.children if child.i < noun.i)
    return any(lemma_of(child) in word_set(KIND, "signs") for child in beside) or any(
        talks_lemma(whole) in word_set(KIND, "nouns") for whole in prepositional_objects(noun, "of")
    )


def is_stretch(whole: Token) -> bool:
    """ "After a night of talks", "weeks of negotiations"."""
    return lemma_of(whole) in word_set(KIND, "stretches")


def is_passing_word(meeting: Meeting, fields: TalksFields) -> bool:
    """ "The army, which left the talks, said": what the clause is not about, with one name or a day and no more."""
    head = meeting.head
    if fields.status != "held" or head.pos_ in VERBAL or head.dep_ not in {"pobj", "conj", "appos"}:
        return False
    named = fields.named
    told = fields.place or fields.duration or is_stretch(whole_of(head)) or fields.mediators or own_company(meeting)
    return not told and len(named) + bool(fields.date) < 2
