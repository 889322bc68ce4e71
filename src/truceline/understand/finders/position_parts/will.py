"""Stands that only "will" and "not" give: "will not retreat", "will respond", "there will be no talks"."""

from truceline.model.claims.positions import Stance
from truceline.understand.finders.clause_parts.own_name import is_about_own_name
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import speaking_side
from truceline.understand.finders.position_parts.addressees import addressee_of
from truceline.understand.finders.position_parts.content import content_heads
from truceline.understand.finders.position_parts.fitting import has_if, is_two_sided
from truceline.understand.finders.position_parts.holders import (
    KIND,
    can_hold,
    holder_of,
    is_party,
    party_speaking,
)
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.finders.position_parts.terms import is_none_without, is_side
from truceline.understand.grammar import (
    SUBJECTS,
    auxiliaries,
    direct_objects,
    grammar_words,
    has_no,
    is_negated,
    is_passive,
    prepositional_objects,
    subjects,
    will_or_may,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


@begins_with(KIND, "done_by_nobody")
def by_will_of_nobody(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "No foreign soldier will set foot here", "not one convoy will pass", said by a side of others."""
    speaking = speaking_side(verb, marked)
    barred = next((token for token in subjects(verb) if is_not_one(token) or are_kept_out(token, verb)), None)
    if barred is None or not is_side(speaking) or is_passive(verb) or is_supposed(verb):
        return None
    if not auxiliaries(verb) & {"will", "would", "shall"}:
        return None
    return Stand("refusal", verb, "nobody-will", None, speaking, (barred, verb))


@begins_with(KIND, "inaction", "holding_back")
def by_not_standing_by(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Would not stand idly by", "cannot remain indifferent": a party will act."""
    if not is_negated(verb) or not auxiliaries(verb) & will_or_may() or not is_inaction(verb):
        return None
    holder = holder_of(verb, marked)
    return Stand("threat", verb, "not-stand-by", holder, None, (verb,)) if holder is not None else None


def is_inaction(verb: Token) -> bool:
    """ "Stand idly by"; "would not hesitate to use force", not "to help"."""
    deed = next((child for child in verb.rights if child.dep_ == "xcomp"), None)
    if lemma_of(verb) in word_set(KIND, "holding_back"):
        return deed is not None and says(deed, KIND, "threatening_if")
    return says(verb, KIND, "inaction")


@begins_with(KIND, "refusing", "harmful", also=("go", "come", "travel"))
def by_will_not(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Will not sit down with", "would not accept": a refusal by the subject."""
    lemma, passive = lemma_of(verb), is_passive(verb)
    goes_to = lemma in {"go", "come", "travel"} and bool(prepositional_objects(verb, "to"))
    goes_to = goes_to or (lemma == "come" and any(child.lower_ in {"out", "forward"} for child in verb.children))
    known = lemma in word_set(KIND, "refusing") or goes_to or (lemma in word_set(KIND, "harmful") and not passive)
    if not known or is_supposed(verb):
        return None
    willed = auxiliaries(verb) & grammar_words("will")
    if not (willed or is_own_cannot(verb) or is_own_doing(verb) or is_on_principle(verb)):
        return None
    if not is_denied(verb):
        return None
    if passive:
        return passive_refusal(verb, marked)
    holder = holder_of(verb, marked) or holder_of_none(verb, marked)
    if holder is None or (holder.lower_ == "it" and marked.actor_mark_of(holder) is None):
        return None
    stance: Stance = "offer" if lemma_of(verb) in word_set(KIND, "harmful") else "refusal"
    return Stand(stance, verb, "will-not", holder, None, content_heads(verb), addressee_of(verb, "refusal", marked))


@begins_with(KIND, "willing")
def by_no_will(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Does not intend to abdicate", "no longer wants to talk to them"."""
    inner = next((child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i), None)
    if inner is None or not SUBJECTS.isdisjoint(inner.child_deps) or is_about_own_name(verb):
        return None
    holder = holder_of(verb, marked)
    known = lemma_of(verb) in word_set(KIND, "willing") and has_no_will(verb)
    if not known or holder is None or lemma_of(inner) in word_set(KIND, "refused_verbs_of_telling"):
        return None
    return Stand("refusal", verb, "no-will", holder, None, (inner,), addressee_of(inner, "refusal", marked))


def has_no_will(verb: Token) -> bool:
    helped = bool(auxiliaries(verb) & {"do", "does", "did"}) and is_negated(verb)
    return helped or any(child.lower_ == "longer" for child in verb.children)


def is_not_one(token: Token) -> bool:
    """ "No foreign soldier", "not one convoy", "not one of his soldiers"."""
    return has_no(token) or {*words_left_of(token), token.lower_} >= {"not", "one"}


def are_kept_out(others: Token, verb: Token) -> bool:
    """ "Turkish soldiers would not set foot in Gaza", said of others than one's own."""
    own = any(child.tag_ == "PRP$" for child in others.children)
    sets_foot = verb.lemma_ != "set" or any(thing.lower_ == "foot" for thing in direct_objects(verb))
    told = is_negated(verb) and verb.lemma_ not in {"remain", "stay"} and sets_foot
    return told and others.tag_ in {"NNS", "NNPS"} and not own


def is_on_principle(verb: Token) -> bool:
    """ "The State does not negotiate under threat"."""
    return bool(auxiliaries(verb) & {"do", "does"}) and lemma_of(verb) in word_set(KIND, "on_principle")


def is_own_cannot(verb: Token) -> bool:
    """ "We cannot give up land": what one's own side says it cannot do."""
    return bool(auxiliaries(verb) & {"can", "ca"}) and any(token.lower_ in {"we", "i"} for token in subjects(verb))


def is_own_doing(verb: Token) -> bool:
    """ "We are not giving up one inch", word for word."""
    ours = any(token.lower_ in {"we", "i"} for token in subjects(verb))
    ours = ours and lemma_of(verb) in word_set(KIND, "given_up")
    return verb.tag_ == "VBG" and ours and not auxiliaries(verb).isdisjoint({"are", "am", "'re", "’re", "'m"})


def by_no_object(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Will hold no more dialogue", "would accept no preconditions"."""
    refused = next((token for token in direct_objects(verb) if "no" in words_left_of(token)), None)
    holder = holder_of(verb, marked) if refused is not None else None
    if refused is None or holder is None or lemma_of(refused) not in word_set(KIND, "refusable"):
        return None
    return Stand("refusal", verb, "will-not", holder, None, (refused,), addressee_of(verb, "refusal", marked))


def words_left_of(noun: Token) -> set[str]:
    return {token.lower_ for token in noun.doc.tokens[noun.left_edge.i : noun.i]}


def is_denied(verb: Token) -> bool:
    """ "Will not be", "not one inch will be", "no fighter will"."""
    words = (inner.lower_ for token in subjects(verb) for inner in token.subtree if inner.i < token.i)
    nobody = any(token.lower_ in {"none", "nobody"} for token in subjects(verb))
    return nobody or is_negated(verb) or any(word in {"no", "not"} for word in words)


def passive_refusal(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "The south will not be handed back", says one side."""
    party = party_speaking(verb, marked)
    if party is None:
        return None
    stance: Stance = "threat" if lemma_of(verb) in word_set(KIND, "sure_threats") else "refusal"
    return Stand(stance, verb, "will-not-be", None, party, (*subjects(verb)[:1], verb))


def holder_of_none(verb: Token, marked: MarkedReport) -> Token | None:
    """ "None of his men will come out": those of whom none will."""
    nobody = (token for token in subjects(verb) if token.lower_ == "none")
    return next((one for token in nobody for one in prepositional_objects(token, "of") if can_hold(one, marked)), None)


def is_supposed(verb: Token) -> bool:
    """Within an "if"; or what would have been: "if they had not come, nobody would have been left"."""
    if verb.helpers >= {"would", "have"}:
        return True
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "whether", "unless", "because"} for child in verb.children
    )


@begins_with(KIND, "sure_threats", "threatening_if")
def by_threatening_will(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Israel will respond forcefully", "any pupil in uniform would be treated as an enemy", said by a side."""
    if not auxiliaries(verb) & word_set(KIND, "will_or_would") or is_supposed(verb):
        return None
    party = party_speaking(verb, marked)
    unpaid = verb.lemma_ == "pay" and is_negated(verb)  # "would not pay a price just to start talking"
    if party is None or not is_sure_threat(verb) or is_forecast(verb) or unpaid:
        return None
    if is_only_if(verb) or any(says(up, KIND, "threat") or says(up, KIND, "vows") for up in verb.ancestors):
        return None
    return Stand("threat", verb, "threatening-will", None, party, (*subjects(verb)[:1], verb))


def is_forecast(verb: Token) -> bool:
    """ "We assess that Israel will strike again": what another is expected to do."""
    above = next((up for up in verb.ancestors if up.pos_ == "VERB"), None)  # "assess with confidence that"
    foreseen = verb.dep_ in {"ccomp", "acl"} and above is not None and says(above, KIND, "forecasting")
    return foreseen and not any(token.lower_ in grammar_words("first_person") for token in subjects(verb))


def is_only_if(verb: Token) -> bool:
    """ "Will withdraw only if they do": terms, no threat."""
    clauses = [child for child in verb.children if child.dep_ == "advcl"]
    return any({"only", "if"} <= {word.lower_ for word in (*clause.children, *verb.children)} for clause in clauses)


def is_sure_threat(verb: Token) -> bool:
    """Words that nobody but an enemy hears; weaker ones only with an "if" and a "we"."""
    if lemma_of(verb) in word_set(KIND, "sure_threats"):
        return True
    return is_conditional(verb) and is_ours(verb) and not is_negated(verb) and says(verb, KIND, "threatening_if")


def is_conditional(verb: Token) -> bool:
    """ "If they attack", "as long as the raids go on", "any plane that attacks"."""
    if has_if(verb) or any(child.lower_ == "any" for token in direct_objects(verb) for child in token.children):
        return True
    return "as long as" in verb.sent.text.lower()


def is_ours(verb: Token) -> bool:
    """ "We", "his forces", "it", "the group": the speaker's own side does it."""
    return any(
        token.tag_ == "PRP"
        or any(child.tag_ == "PRP$" for child in token.children)
        or lemma_of(token) in word_set(KIND, "bodies")
        or token.pos_ == "PROPN"
        for token in subjects(verb)
    )


def by_will_or_would(verb: Token, marked: MarkedReport) -> Stand | None:
    if verb.helpers.isdisjoint(word_set(KIND, "will_or_would")) or is_supposed(verb):
        return None
    readings = (by_no_object, by_signing, by_warned_aside, by_answer)
    return next((stand for reading in readings if (stand := reading(verb, marked)) is not None), None)


def by_signing(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "The delegation will sign the plan", "the Serbs would initial the draft": accepted by one side."""
    if not says(verb, KIND, "signing") or is_negated(verb) or is_passive(verb):
        return None
    holder = holder_of(verb, marked)
    signed = {lemma_of(token) for token in direct_objects(verb)}
    if holder is None or is_two_sided(holder) or not signed & (word_set("events", "texts") - word_set(KIND, "laws")):
        return None
    return Stand("acceptance", verb, "will-sign", holder, None, content_heads(verb))


def by_answer(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Any attack would draw a crushing response", "violations will be met with force", said by a side."""
    if is_negated(verb):
        return None
    deeds = {lemma_of(token) for token in subjects(verb)}
    answers = {lemma_of(token) for token in [*direct_objects(verb), *prepositional_objects(verb, "with", "by", "to")]}
    if not deeds & word_set(KIND, "provocations") or not answers & word_set(KIND, "answers"):
        return None
    party = party_speaking(verb, marked)
    return Stand("threat", verb, "would-be-answered", None, party, (*subjects(verb)[:1], verb)) if party else None


def by_warned_aside(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Turkey would resume the operation, Erdogan threatened": what stands before the cue is the threat."""
    if verb.dep_ == "advcl":
        return None
    speaker = marked.speaker_at(verb.idx)
    if speaker is None or not is_party(speaker.actor) or speaker.cue[0][0] < verb.idx:
        return None
    cue = marked.report.text[speaker.cue[0][0] : speaker.cue[-1][1]].lower()
    if not any(word in cue for word in ("warn", "threat")):
        return None
    return Stand("threat", verb, "warned-aside", None, speaker.actor, (*subjects(verb)[:1], verb))


@begins_with(KIND, also=("be",))
def by_no(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "There will be no dialogue with X", "there can be no question of leaving", said by a side."""
    if verb.lemma_ != "be" or not any(child.dep_ == "expl" for child in verb.children):
        return None
    denied = next((c for c in verb.children if c.dep_ in {"attr", "dobj"} and has_no(c)), None)
    if denied is not None and is_none_without(verb):
        return None  # "there can be no talks without a ceasefire": terms
    party = party_speaking(verb, marked)
    if denied is None or party is None or not is_refused_thing(denied, verb):
        return None
    whom = next((one for one in prepositional_objects(denied, "with") if marked.actor_mark_of(one)), None)
    return Stand("refusal", verb, "there-will-be-no", None, party, (denied,), whom)


def is_refused_thing(denied: Token, verb: Token) -> bool:
    """ "No question of", "no room for" without any "will"; talks and the like only with one."""
    if lemma_of(denied) in word_set(KIND, "no_question"):
        return any(child.lower_ in {"of", "for", "in", "to"} for child in denied.children)
    return bool(auxiliaries(verb) & will_or_may()) and lemma_of(denied) in word_set(KIND, "refusable")
