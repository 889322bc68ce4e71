"""Verbs that say by themselves that one meets: "met", "negotiated", "conferred"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import done_to
from truceline.understand.finders.talks_parts.around_verb import are_armies, has_party
from truceline.understand.finders.talks_parts.people import KIND, acting, is_party
from truceline.understand.grammar import auxiliaries, by_agents, direct_objects, is_passive, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

NEXT = 3  # tokens: "met secretly with the ..."; further on "with" tells how


@begins_with(KIND, "meeting_verbs")
def meets(verb: Token, marked: MarkedReport) -> bool:
    """Not "met the demands", "met with resistance", "negotiated the release"."""
    if lemma_of(verb) not in word_set(KIND, "meeting_verbs") or is_of_other_sense(verb):
        return False
    objects = [token for token in direct_objects(verb) if token.lemma_ != "face"]  # "meet face to face"
    if verb.lemma_ in {"confer", "consult"} and (objects or is_passive(verb)):  # "confer a degree", "was not consulted"
        return False
    whose = by_agents(verb) if verb.lemma_ == "negotiate" and len(by_agents(verb)) > 1 else done_to(verb)
    if is_passive(verb) and not any(is_party(token, marked) for token in whose):
        return False  # "until their demands are met by the army"
    is_transitive = verb.lemma_ == "meet"
    if is_transitive and objects and not any(is_met(obj, marked) for obj in objects):
        return False
    whom = objects or prepositional_objects(verb, "with")
    if whom and all(is_own_staff(one, marked) for one in whom) and not is_by_envoy(verb):
        return False
    with_whom = [one for one in prepositional_objects(verb, "with") if one.left_edge.i - verb.i <= NEXT]
    if not objects and not with_whom and is_session_of_one_house(verb):
        return False
    if is_transitive and with_whom and not any(is_party(token, marked) for token in with_whom):
        return False
    as_subject = verb.dep_ == "csubj" and bool(whom)  # "negotiating with kidnappers is out of the question"
    return has_party(verb, marked) or verb.dep_ in {"xcomp", "relcl"} or as_subject or is_of_forum(verb)


def is_of_forum(verb: Token) -> bool:
    """ "The 5+2 format has not convened since October"."""
    alone = verb.lemma_ in {"convene", "reconvene"} and not direct_objects(verb)
    forums = word_set(KIND, "named_after_places") | word_set(KIND, "bodies")
    return alone and any(lemma_of(one) in forums for one in acting(verb))


def is_own_staff(noun: Token, marked: MarkedReport) -> bool:
    """ "Met his security chiefs", "met army commanders": who serves under him is no other party."""
    if lemma_of(noun) not in word_set(KIND, "staff"):
        return False
    beside = [child for child in noun.children if child.dep_ in {"compound", "amod", "poss"}]
    foreign = any((mark := marked.actor_mark_of(child)) is not None and mark.country for child in beside)
    return not foreign and any(child.tag_ == "PRP$" or child.lower_ in word_set(KIND, "services") for child in beside)


def is_by_envoy(verb: Token) -> bool:
    return any(lemma_of(one) in word_set(KIND, "outside_envoys") for one in acting(verb))


def is_of_other_sense(verb: Token) -> bool:
    return is_clash_of_armies(verb) or is_junction(verb) or has_other_aim(verb) or is_heard_in_court(verb)


def is_heard_in_court(verb: Token) -> bool:
    """ "The court heard that the two men had met before the robbery"."""
    told = verb.head
    courts = word_set(KIND, "courts")
    return verb.dep_ == "ccomp" and told.lemma_ in {"hear", "tell"} and any(lemma_of(t) in courts for t in acting(told))


def is_clash_of_armies(verb: Token) -> bool:
    """ "The two armies met at Adwa": they fought; their commanders would have talked, as an army does to officials."""
    if verb.lemma_ == "meet" and any(
        one.is_among(word_set(KIND, "battles")) for one in prepositional_objects(verb, "in", "on")
    ):
        return True  # "met the rebels in a battle near the bridge"
    if verb.lemma_ != "meet" or not are_armies(acting(verb)) or verb.tag_ == "VB":
        return False  # "agreed to meet": no army agrees to clash
    to_talk_to = word_set(KIND, "parties") - word_set(KIND, "fighting_bodies") - word_set(KIND, "foes")
    return not any(
        lemma_of(whom) in to_talk_to for whom in (*direct_objects(verb), *prepositional_objects(verb, "with"))
    )


def has_other_aim(verb: Token) -> bool:
    """ "Met to bury the dead", "will travel there to address the council"."""
    aims = [child for child in verb.children if child.dep_ in {"advcl", "xcomp"} and "to" in auxiliaries(child)]
    objects = direct_objects(verb) if verb.lemma_ == "meet" else []
    return bool(aims) and not objects and all(lemma_of(aim) in word_set(KIND, "other_aims") for aim in aims)


def is_junction(verb: Token) -> bool:
    """ "Where the two rivers meet"."""
    return any(lemma_of(one) in word_set(KIND, "ways") for one in acting(verb))


def is_met(obj: Token, marked: MarkedReport) -> bool:
    if lemma_of(obj) in word_set(KIND, "audiences"):
        return False
    return is_party(obj, marked) or obj.pos_ == "PRON" or (obj.pos_ == "PROPN" and marked.actor_mark_of(obj) is None)


def is_session_of_one_house(verb: Token) -> bool:
    """ "The parliament met on Sunday"."""
    who = acting(verb)
    return len(who) == 1 and who[0].tag_ != "NNS" and lemma_of(who[0]) in word_set(KIND, "houses")
