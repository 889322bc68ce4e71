"""Talks that a sentence speaks about and does not tell: what they are worth, who speaks for whom at them."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.chains import whole_of
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND, talks_lemma
from truceline.understand.finders.talks_parts.status_denied import is_news_that_is_none
from truceline.understand.grammar import auxiliaries, direct_objects, has_no, is_negated, is_passive, subjects
from truceline.understand.tokens import Token

LEFT_WITHOUT = 4  # words from the talks up to what was left without: "an agreement on resuming talks"
PRESENT = frozenset({"VBZ", "VBP"})
WHENEVER = frozenset({"when", "whenever", "once"})


def is_theme(meeting: Meeting) -> bool:
    """Nobody tells here that the meeting was, is or will be."""
    if meeting.head.pos_ in VERBAL:
        return is_left_open(meeting)
    return is_left_open(meeting) or (
        is_without(meeting.head)
        or is_rumoured(meeting.head)
        or is_out_of_sight(meeting.head)
        or is_way_to_settle(meeting)
        or is_judged(meeting)
        or is_only_supposed(meeting)
        or is_general_truth(meeting)
        or is_befallen(meeting)
        or is_role_of_somebody(meeting.head)
        or is_uninvited(meeting)
        or is_watched(meeting)
        or is_role_told_aside(meeting)
        or is_commented_on(meeting)
        or is_time_frame(meeting.head)
        or is_without_prospect(meeting)
        or is_fruit_to_come(meeting)
        or is_voice(meeting.head)
    )


def is_voice(head: Token) -> bool:
    """ "The demands voiced by the congress", "a plan backed by the summit": the body speaks, and is not told of."""
    step = head.head
    return step.dep_ == "agent" and lemma_of(step.head) in word_set(KIND, "said_by_meeting")


def is_rumoured(head: Token) -> bool:
    """ "Rumours of a secret meeting swirled": nobody says that there was one."""
    news = whole_of(head).head.head
    return whole_of(head).dep_ == "pobj" and lemma_of(news) in word_set(KIND, "rumours")


def is_left_open(meeting: Meeting) -> bool:
    """ "Neither confirmed nor denied that talks would be held"."""
    told = [up for up in meeting.governor.ancestors if up.lemma_ in {"deny", "confirm"}]
    return any(child.lower_ in {"neither", "nor"} for verb in told for child in verb.children)


def is_without(head: Token) -> bool:
    """ "Without negotiations nobody can rule", "left without an agreement on resuming talks"."""
    if head.dep_ == "pobj" and head.head.lower_ == "without":
        return True
    above = list(head.ancestors)[:LEFT_WITHOUT]
    deal = next((up for up in above if lemma_of(up) in word_set(KIND, "results")), None)
    if deal is None or deal.head.lower_ != "without" or deal.dep_ != "pobj":
        return False
    between = above[: above.index(deal)]
    return any(up.lower_ == "on" or up.tag_ == "VB" for up in between) and all(
        up.lower_ not in {"at", "in", "after"} for up in between
    )


def is_out_of_sight(head: Token) -> bool:
    """ "With no talks in sight, both armies dug in": nobody says that there were to be any."""
    views = (one for step in head.rights for one in step.children if step.lower_ in {"in", "on"})
    return has_no(head) and any(one.lower_ in word_set(KIND, "in_view") for one in views)


def is_way_to_settle(meeting: Meeting) -> bool:
    """ "Undertook to settle disputes through negotiation": how, and not that anybody meets."""
    step, verb = meeting.head.head, meeting.governor
    by_it = meeting.head.dep_ == "pobj" and step.lower_ in {"through", "by", "via"} and step.head == verb
    return by_it and verb.tag_ == "VB" and lemma_of(verb) in word_set(KIND, "settling")


def is_judged(meeting: Meeting) -> bool:
    """ "Talks are the only way out", "is a series of talks on the war", "were a waste of time"; never "the first"."""
    verb, whole = meeting.governor, whole_of(meeting.head)
    if verb.lemma_ != "be" or auxiliaries(verb) - {"has", "have", "had", "been", "would"}:
        return False
    judgments = [child for child in verb.children if child.dep_ == "attr"]
    if whole in judgments:
        return verb.tag_ in PRESENT and not is_nth(whole)
    return whole in subjects(verb) and any(is_judgment(one) for one in judgments)


def is_judgment(noun: Token) -> bool:
    """ "A farce"; not "the first since", "the fifth round", "a success for the envoy"."""
    return not is_nth(noun) and talks_lemma(noun) not in word_set(KIND, "nouns") | word_set(KIND, "tellings_of_talks")


def is_nth(noun: Token) -> bool:
    near = [noun, *noun.children]
    return any(token.ent_type_ == "ORDINAL" or token.lower_ in word_set(KIND, "nth") for token in near)


def is_only_supposed(meeting: Meeting) -> bool:
    """ "Such a summit would only help the generals", "a summit should put an end to it": an opinion of its use."""
    verb = meeting.governor
    if whole_of(meeting.head) not in subjects(verb) or is_passive(verb):
        return False
    supposing = word_set(KIND, "supposing") | ({"will", "wo"} if is_opinion(verb.head) or is_negated(verb) else set())
    if not auxiliaries(verb) & supposing or says(verb, KIND, "coming_about"):
        return False
    return verb.lemma_ != "be" or any(child.dep_ == "attr" for child in verb.children)


def is_opinion(above: Token) -> bool:
    """ "Hope that the talks will bring relief", "doubt that they will stop the war"."""
    return above.pos_ in VERBAL and lemma_of(above) in word_set(KIND, "opining")


def is_general_truth(meeting: Meeting) -> bool:
    """ "When the doors to dialogue are closed, those to war are opened"."""
    verb = meeting.governor
    whenever = any(child.lower_ in WHENEVER and child.dep_ in {"mark", "advmod"} for child in verb.children)
    now = verb.tag_ in PRESENT or bool(auxiliaries(verb) & {"is", "are"})
    return whenever and now and verb.dep_ == "advcl" and not says(verb, KIND, "coming_about")


def is_befallen(meeting: Meeting) -> bool:
    """ "The raid overshadowed talks in Doha", "cast doubt on the negotiations"."""
    verb, head = meeting.governor, whole_of(meeting.head)
    seen_as = verb.lemma_ in {"see", "view", "portray"} and any(child.lower_ == "as" for child in verb.children)
    if not seen_as and not says(verb, KIND, "befalling"):
        return False
    if is_described_as(verb, head):
        return False
    return head.dep_ in {"dobj", "nsubjpass"} or (head.dep_ == "pobj" and head not in subjects(verb))


def is_described_as(verb: Token, head: Token) -> bool:
    """ "The encounter in X, the first in years, was described as frank": those say so who were there."""
    told = verb.lemma_ in {"describe", "characterise", "characterize"} and verb.tag_ == "VBN" and is_passive(verb)
    how = any(child.lower_ == "as" for child in verb.children)
    return told and how and bool(auxiliaries(verb) & {"was", "were"}) and head in subjects(verb)


def is_role_of_somebody(head: Token) -> bool:
    """ "The chief negotiator at the Jeddah talks", "a source close to the talks", "envoys to the Doha talks"."""
    step = head.head
    if head.dep_ != "pobj" or step.lower_ not in word_set(KIND, "at_talks") or step.dep_ != "prep":
        return False
    if step.lower_ == "at" and any(is_clause_of_talks(child) for child in head.children):
        return False  # "agreed by the delegations at talks that were held in X"
    above = step.head.head.head if step.head.dep_ == "pobj" and step.head.head.lower_ == "of" else step.head
    return any(one.pos_ in {"NOUN", "PROPN"} and lemma_of(one) in word_set(KIND, "roles") for one in (step.head, above))


def is_clause_of_talks(clause: Token) -> bool:
    told = (word_set(KIND, "opening_talks"), word_set(KIND, "organising"), word_set(KIND, "hosting"))
    return clause.dep_ in {"relcl", "acl"} and any(lemma_of(clause) in lemmas for lemmas in told)


def is_uninvited(meeting: Meeting) -> bool:
    """ "The M23 was not invited to the talks", "was no party to them", "was excluded": the talks of others went on."""
    verb = meeting.governor
    if (
        verb.lemma_ == "be"
        and is_negated(verb)
        and any(one.lemma_ in {"party", "part"} for one in direct_objects(verb))
    ):
        return True
    if lemma_of(verb) in word_set(KIND, "shutting_out"):
        return True
    return is_passive(verb) and lemma_of(verb) == "invite" and is_negated(verb)


def is_watched(meeting: Meeting) -> bool:
    """ "Observers attended the session"."""
    doers = subjects(meeting.governor)
    return bool(doers) and all(lemma_of(doer) in {"observer", "onlooker", "guest"} for doer in doers)


def is_role_told_aside(meeting: Meeting) -> bool:
    """ "Egypt, which is mediating the talks in Doha, said": who somebody is; with a day it is news."""
    verb, head = meeting.governor, whole_of(meeting.head)
    known = any(child.lower_ == "the" for child in head.children)
    dated = any(token.ent_type_ == "DATE" for token in verb.subtree)
    return verb.dep_ == "relcl" and verb.head != head and known and not dated and says(verb, KIND, "taking_part")


def is_commented_on(meeting: Meeting) -> bool:
    """ "Declined to comment on the talks", "would give no details of the meeting": silence refuses no talks."""
    verb, head = meeting.governor, whole_of(meeting.head)
    step = head.head if head.dep_ == "pobj" else None
    if (
        step is not None
        and step.lower_ in word_set(KIND, "about")
        and lemma_of(step.head) in word_set(KIND, "particulars")
        and not is_news_that_is_none(step.head, head)
    ):
        return True
    if step is not None and step.lower_ == "about" and lemma_of(verb) == "ask":
        return True  # "asked about a summit of the two"
    direct = head.dep_ == "dobj" or (step is not None and step.lower_ in word_set(KIND, "about"))
    return direct and lemma_of(verb) in word_set(KIND, "commenting")


def is_time_frame(head: Token) -> bool:
    """ "Hold their fire for the duration of the talks", "throughout the negotiations"."""
    step = whole_of(head).head
    return step.lower_ == "throughout" or (step.lower_ == "of" and step.head.lower_ in {"duration", "length"})


def is_without_prospect(meeting: Meeting) -> bool:
    """ "The talks never had a chance", "have no future": a judgment on them."""
    verb = meeting.governor
    judged = {lemma_of(one) for one in direct_objects(verb)} & word_set(KIND, "prospects")
    return verb.lemma_ == "have" and whole_of(meeting.head) in subjects(verb) and bool(judged)


def is_fruit_to_come(meeting: Meeting) -> bool:
    """ "Would respect the outcome of the talks", "depends on the result of the negotiations"."""
    head = whole_of(meeting.head)
    fruit = head.head.head
    is_of = head.dep_ == "pobj" and head.head.lower_ == "of" and lemma_of(fruit) in word_set(KIND, "fruits")
    return is_of and (fruit.dep_ == "dobj" or (fruit.dep_ == "pobj" and fruit.head.lower_ in {"on", "upon", "for"}))
