"""Verbs of those who go between and bargain: "shuttled between the two", "wrangled over the wording"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.talks_parts.around_verb import are_several, company, has_leading_party, own_words
from truceline.understand.finders.talks_parts.meeting_nouns import is_in_report_of_talks
from truceline.understand.finders.talks_parts.people import KIND, acting, described, is_counterpart, is_pair, is_party
from truceline.understand.grammar import direct_objects, is_negated
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


@begins_with(KIND, "wrangling")
def wrangles(verb: Token, marked: MarkedReport) -> bool:
    """ "The two delegations wrangled until dawn", "thrashed out the wording": negotiators, no politicians."""
    if not says(verb, KIND, "wrangling"):
        return False
    who = [described(token, marked) for token in acting(verb)]
    speak = any(is_pair(token) or lemma_of(token) in word_set(KIND, "negotiators") for token in who)
    counterpart = any(is_counterpart(token, marked) for token in company(verb, "with"))
    return counterpart or (bool(who) and speak and are_several(verb))


@begins_with(KIND, "shuttling", "carrying", "ferrying")
def shuttles(verb: Token, marked: MarkedReport) -> bool:
    """ "The envoy shuttled between the two", "went back and forth between hotel suites", "carried drafts between"."""
    is_shuttling = lemma_of(verb) in word_set(KIND, "shuttling")
    goods = {lemma_of(token) for token in direct_objects(verb)} & word_set(KIND, "carried")
    carries = says(verb, KIND, "carrying") or (lemma_of(verb) in word_set(KIND, "ferrying") and bool(goods))
    return (is_shuttling or (carries and is_between(verb))) and has_leading_party(verb, marked)


def is_between(verb: Token) -> bool:
    """ "Between the suites", "up and down the stairs", "from floor to floor"."""
    words = [token.lower_ for token in own_words(verb)]
    if "between" in words:
        return True
    to_and_fro = any(set(pair.split()) <= set(words) for pair in word_set(KIND, "to_and_fro"))
    same_step = any(
        words[i] == "from" and i + 3 < len(words) and words[i + 1] == words[i + 3] for i in range(len(words))
    )
    one_to_other = " ".join(words).find("from one") >= 0 and words[-2:] == ["the", "other"]
    return (to_and_fro or same_step or one_to_other) and is_in_report_of_talks(verb)


@begins_with(KIND, "mediating")
def mediates(verb: Token, marked: MarkedReport) -> bool:
    """ "Offered to mediate between the two"; talks that are mediated are told by their noun."""
    if not says(verb, KIND, "mediating"):
        return False
    if is_asked_for(verb) and has_leading_party(verb, marked):
        return True
    between = [token for token in own_words(verb) if token.dep_ == "pobj" and token.head.lower_ == "between"]
    return any(is_party(token, marked) for token in between)


def is_asked_for(verb: Token) -> bool:
    """ "Offered to mediate", "asked the African Union to mediate"; not "had not asked it", "denied that it had"."""
    offered = verb.dep_ == "acl" and verb.head.low_lemma == "offer"  # "rejected Malaysia's offer to mediate"
    aim = verb.tag_ == "VB" and (offered or verb.dep_ == "xcomp") and verb.lemma_ in {"mediate", "arbitrate"}
    if is_negated(verb.head) or any(up.lemma_ == "deny" for up in verb.ancestors):
        return False
    return aim and not direct_objects(verb) and says(verb.head, KIND, "proposed")


@begins_with(KIND, "persuading")
def persuades(verb: Token, marked: MarkedReport) -> bool:
    """ "Got Milosevic, Tudjman and Izetbegovic to initial a map", "coaxed both sides into signing"."""
    if lemma_of(verb) not in word_set(KIND, "persuading") or verb.tag_ not in {"VBD", "VBN"} or is_negated(verb):
        return False
    inner = {lemma_of(token) for token in own_words(verb) if token.tag_ in {"VB", "VBG"}}
    inner |= {lemma_of(child) for child in verb.children if child.dep_ in {"ccomp", "xcomp"}}
    if not inner & word_set(KIND, "signing"):
        return False
    objects = [*direct_objects(verb), *(t for c in verb.children if c.dep_ == "ccomp" for t in acting(c))]
    parties = [token for token in objects if is_party(token, marked) or is_pair(token)]
    return len(parties) > 1 or any(is_pair(token) for token in parties)


@begins_with(KIND, "offering")
def offers_help(verb: Token, marked: MarkedReport) -> bool:
    """ "Put out feelers to the junta", "offered its good offices"."""
    return says(verb, KIND, "offering") and has_leading_party(verb, marked)
