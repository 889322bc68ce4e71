"""Stands that a verb gives: "demanded that", "called on X to", "refused to", "threatened to", "is ready to"."""

from spacy.tokens import Token

from truceline.model.claims.positions import Stance
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import all_of, done_to
from truceline.understand.finders.position_parts.content import content_heads
from truceline.understand.finders.position_parts.holders import KIND, actor_for, holder_of, is_party
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.grammar import (
    auxiliaries,
    direct_objects,
    is_negated,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport

STANCES: tuple[Stance, ...] = ("refusal", "demand", "call", "offer", "acceptance", "threat")
TO_WHOM = ("on", "upon", "to", "with")
WILL = frozenset({"will", "would", "shall", "wo", "'ll", "’ll", "can", "could", "may", "might"})


def verb_stand(verb: Token, marked: MarkedReport) -> Stand | None:
    if verb.pos_ not in {"VERB", "AUX", "ADJ"}:
        return by_misread_noun(verb, marked)
    for reading in (by_list, by_vow, by_readiness, by_will_not, by_no, by_threatening_will, by_warned_aside):
        found = reading(verb, marked)
        if found is not None:
            return found
    return None


def by_list(verb: Token, marked: MarkedReport) -> Stand | None:
    stance = next((stance for stance in STANCES if says(verb, KIND, stance)), None)
    holder = holder_of(verb, marked)
    if stance is None or holder is None or not fits(verb, stance, holder, marked):
        return None
    if is_negated(verb):
        return negated(verb, stance, holder)
    rule = f"{stance}-verb"
    if stance == "threat":
        stance, rule = threat_or_call(verb)
    return Stand(stance, verb, rule, holder, None, contents(verb), addressee_of(verb, stance, marked))


def negated(verb: Token, stance: Stance, holder: Token) -> Stand | None:
    """ "Did not accept" refuses; "did not rule out" or "is not asking for" takes no stand."""
    if stance not in {"acceptance"}:
        return None
    return Stand("refusal", verb, "not-accepted", holder, None, contents(verb))


def contents(verb: Token) -> tuple[Token, ...]:
    if is_passive(verb) and subjects(verb):
        return (*subjects(verb)[:1], *content_heads(verb))
    return content_heads(verb)


def fits(verb: Token, stance: Stance, holder: Token, marked: MarkedReport) -> bool:
    check = FITS.get(stance)
    return check is None or check(verb, holder, marked)


def object_lemmas(verb: Token) -> set[str]:
    return {lemma_of(token) for token in all_of(done_to(verb))}


def complement(verb: Token, *relations: str) -> Token | None:
    behind = [child for child in verb.children if child.i > verb.i]
    found = next((child for child in behind if child.dep_ in relations), None)
    if found is None and "xcomp" in relations:
        found = next((child for child in behind if is_infinitive_aside(child)), None)
    return found


def is_infinitive_aside(clause: Token) -> bool:
    """ "Pressed all sides to lay down arms": the parse takes the infinitive for an aside."""
    return clause.dep_ == "advcl" and clause.tag_ == "VB" and any(child.tag_ == "TO" for child in clause.children)


def is_refusal(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    inner = complement(verb, "xcomp")
    if inner is not None and lemma_of(inner) in word_set(KIND, "refused_verbs_of_telling"):
        return inner.lemma_ in {"give", "speak", "be"} and bool(object_lemmas(inner) & word_set(KIND, "plans"))
    objects = object_lemmas(verb)
    if objects & word_set(KIND, "not_refused"):
        return False
    if lemma in {"dismiss", "throw", "block", "resist", "oppose", "shun", "brush", "veto", "scorn"}:
        return bool(objects & word_set(KIND, "plans"))
    if lemma in {"decline", "refuse"}:
        return inner is not None or bool(objects)
    return bool(objects) or complement(verb, "ccomp", "xcomp", "prep", "pcomp") is not None


def is_demand(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    if lemma == "insist":
        return is_wished(complement(verb, "ccomp")) or bool(prepositional_objects(verb, "on", "upon"))
    if lemma == "require":
        return complement(verb, "xcomp", "ccomp") is not None and marked.actor_mark_of(holder) is not None
    if lemma == "want":
        return wants_of_others(verb, holder, marked)
    return complement(verb, "dobj", "ccomp", "xcomp", "prep") is not None or is_passive(verb)


def is_wished(clause: Token | None) -> bool:
    """A clause that asks: "that X be freed", "must leave", "should stop"."""
    if clause is None:
        return False
    if auxiliaries(clause) & {"must", "should", "would", "be", "will"}:
        return not auxiliaries(clause) & {"would", "will"} or "must" in auxiliaries(clause)
    return clause.tag_ == "VB" or (clause.lemma_ in {"have", "need"} and complement(clause, "xcomp") is not None)


def wants_of_others(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    """ "Wants X to stop", "wants the troops gone", "want independence": not "wants to go"."""
    mark = marked.actor_mark_of(holder)
    if mark is None and lemma_of(holder) not in word_set(KIND, "holders"):
        return False
    inner = complement(verb, "xcomp", "ccomp")
    if inner is not None:
        return bool(
            complement(inner, "nsubj") or [child for child in inner.children if child.dep_ in {"nsubj", "nsubjpass"}]
        )
    return bool(done_to(verb)) and not is_passive(verb)


def is_call(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    if object_lemmas(verb) & word_set(KIND, "not_called"):
        return False
    if is_passive(verb) and lemma in {"urge", "exhort", "implore"}:
        return True
    if lemma in {"appeal", "plead"}:
        asked = prepositional_objects(verb, "to", "for", "with")
        return (bool(asked) or complement(verb, "xcomp") is not None) and not prepositional_objects(verb, "against")
    if lemma in word_set(KIND, "needs_request"):
        inner = complement(verb, "xcomp")
        is_personal = inner is not None and inner.lemma_ in {"name", "identify", "quote", "speak"}
        return (inner is not None and not is_personal) or bool(prepositional_objects(verb, "for"))
    if lemma == "call":
        return bool(prepositional_objects(verb, "for", "on", "upon")) or any(
            c.lower_ in {"on", "for", "upon"} for c in verb.children
        )
    return complement(verb, "dobj", "xcomp", "ccomp", "prep") is not None


def is_offer(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    if object_lemmas(verb) & word_set(KIND, "not_offered") or is_passive(verb):
        return False
    if lemma == "suggest":
        return is_wished(complement(verb, "ccomp")) or complement(verb, "pcomp") is not None
    if lemma in {"table", "float", "tout", "advance", "hold", "put"}:
        return bool(object_lemmas(verb) & (word_set(KIND, "plans") | {"autonomy", "status"})) or lemma in {
            "hold",
            "put",
        }
    return complement(verb, "dobj", "xcomp", "ccomp", "dative", "prep") is not None


def is_acceptance(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    objects = object_lemmas(verb)
    if lemma in {"agree", "commit", "consent"}:
        return not is_two_sided(holder) and agrees_to(verb) and not prepositional_objects(verb, "with")
    if lemma == "say":
        return True
    if objects & word_set(KIND, "not_accepted"):
        return False
    if lemma == "accept":
        return not objects or not is_passive(verb)
    return bool(objects & word_set(KIND, "plans"))


def agrees_to(verb: Token) -> bool:
    return (
        complement(verb, "xcomp") is not None
        or bool(prepositional_objects(verb, "to"))
        or (verb.lemma_ == "commit" and complement(verb, "prep") is not None)
    )


def is_two_sided(holder: Token) -> bool:
    """What two sides agree is a deal of both, not a stand of one."""
    words = {token.lower_ for token in holder.subtree} | {lemma_of(token) for token in holder.subtree}
    return bool({"both", "two", "sides", "parties", "they", "we", "leaders"} & words) or bool(list(holder.conjuncts))


def is_threat(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    actor = actor_for(holder, marked)
    if verb.lemma_ == "threaten":
        return complement(verb, "xcomp", "ccomp") is not None or (
            bool(done_to(verb)) and bool(prepositional_objects(verb, "with"))
        )
    if not is_party(actor) or (actor is not None and actor.kind == "igo"):
        return False
    inner = complement(verb, "ccomp", "xcomp")
    if inner is None:
        return False
    if inner.dep_ == "xcomp" or (inner.tag_ == "VB" and not auxiliaries(inner)):
        return True
    return threatens(inner, holder, marked)


def threatens(clause: Token, holder: Token, marked: MarkedReport) -> bool:
    """What will be done: by the speaker's own side, or to somebody by force."""
    if not auxiliaries(clause) & WILL:
        return False
    own = next(iter(subjects(clause)), None)
    by_own = own is not None and (own.tag_ == "PRP" or same_side(own, holder, marked))
    return by_own or lemma_of(clause) in word_set(KIND, "sure_threats") or is_passive(clause)


def same_side(token: Token, other: Token, marked: MarkedReport) -> bool:
    mark, other_mark = marked.actor_mark_of(token), marked.actor_mark_of(other)
    if mark is None or other_mark is None:
        return False
    return mark.entity_name == other_mark.entity_name or (
        mark.country is not None and mark.country == other_mark.country
    )


def threat_or_call(verb: Token) -> tuple[Stance, str]:
    """ "Warned X to stay away" asks for something; "warned that it would" threatens."""
    inner = complement(verb, "xcomp")
    if verb.lemma_ in {"warn", "caution"} and inner is not None:
        return "call", "warned-to"
    return "threat", "threat-verb"


FITS = {
    "refusal": is_refusal, "demand": is_demand, "call": is_call, "offer": is_offer, "acceptance": is_acceptance,
    "threat": is_threat,
}  # fmt: skip


def addressee_of(verb: Token, stance: Stance, marked: MarkedReport) -> Token | None:
    """Of whom it is asked: the object of "urge", behind "on" or "to", or who is to do it."""
    behind = prepositional_objects(verb, *TO_WHOM)
    objects = done_to(verb) if stance in {"call", "threat", "offer", "demand"} and not is_passive(verb) else []
    inner = complement(verb, "ccomp", "xcomp")
    doing = [child for child in inner.children if child.dep_ in {"nsubj", "nsubjpass"}] if inner is not None else []
    deeper = [t for word in [*done_to(verb), *([inner] if inner is not None else [])] for t in with_whom(word)]
    candidates = [*objects, *behind, *doing, *(deeper if stance in {"refusal", "threat"} else [])]
    marks = [token for token in candidates if marked.actor_mark_of(token) is not None]
    named = [token for token in candidates if token.pos_ == "PROPN" or is_human(token)]
    return next(iter(marks or named), None)


def with_whom(word: Token) -> list[Token]:
    """ "Refused to sit down with X", "ruled out talks with X", "to hold X responsible"."""
    step = next((child for child in word.children if child.lower_ in {"down", "back"}), word)
    return [*prepositional_objects(word, "with", "to"), *prepositional_objects(step, "with"), *direct_objects(word)]


def is_human(token: Token) -> bool:
    return lemma_of(token) in word_set(KIND, "holders") | word_set(KIND, "addressees")


def by_vow(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Vowed to crush", "vowed not to leave", "pledged $45 million"."""
    if not says(verb, KIND, "vows") or is_passive(verb):
        return None
    holder = holder_of(verb, marked)
    inner = complement(verb, "xcomp", "ccomp")
    if holder is None or is_negated(verb):
        return None
    heads = content_heads(verb)
    if inner is None:
        is_gift = any(lemma_of(token) in GIFTS or token.text == "$" for token in done_to(verb))
        return Stand("offer", verb, "pledged-help", holder, None, heads) if is_gift else None
    if is_negated(inner):
        return Stand("refusal", verb, "vowed-not-to", holder, None, heads)
    threatening = {lemma_of(inner), *(lemma_of(child) for child in inner.children if child.dep_ == "xcomp")}
    if threatening & word_set(KIND, "threatening"):
        return Stand("threat", verb, "vowed-to", holder, None, heads, addressee_of(inner, "threat", marked))
    return None


GIFTS = frozenset(
    {"million", "billion", "aid", "help", "support", "fund", "dollar", "euro", "assistance", "troop", "weapon"}
)


def by_readiness(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Is ready to release", "was willing to talk", "is open to talks"."""
    if lemma_of(verb) not in word_set(KIND, "ready") or verb.dep_ not in {"acomp", "conj", "xcomp"}:
        return None
    governor = verb.head
    inner = complement(verb, "xcomp")
    if governor.pos_ not in {"AUX", "VERB"} or (inner is None and not prepositional_objects(verb, "to", "for")):
        return None
    holder = holder_of(governor, marked)
    if holder is None or (marked.actor_mark_of(holder) is None and holder.tag_ != "PRP"):
        return None
    if is_negated(governor):
        return Stand("refusal", verb, "not-ready", holder, None, content_heads(verb))
    fights = inner is not None and lemma_of(inner) in {
        "fight",
        "attack",
        "strike",
        "respond",
        "retaliate",
        "defend",
    }
    return Stand("threat" if fights else "offer", verb, "ready-to", holder, None, content_heads(verb))


def by_will_not(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Will not sit down with", "would not accept": a refusal by the subject."""
    if not is_negated(verb) or not auxiliaries(verb) & {"will", "would", "shall", "wo", "'ll", "’ll"}:
        return None
    passive = is_passive(verb)
    if lemma_of(verb) not in word_set(KIND, "refusing") or is_supposed(verb):
        return None
    if passive:
        return passive_refusal(verb, marked)
    holder = holder_of(verb, marked)
    if holder is None or (holder.lower_ == "it" and marked.actor_mark_of(holder) is None):
        return None
    return Stand("refusal", verb, "will-not", holder, None, content_heads(verb), addressee_of(verb, "refusal", marked))


def passive_refusal(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "The south will not be handed back", says one side."""
    speaker = marked.speaker_at(verb.idx)
    if speaker is None or not is_party(speaker.actor):
        return None
    stance: Stance = "threat" if lemma_of(verb) in word_set(KIND, "sure_threats") else "refusal"
    return Stand(stance, verb, "will-not-be", None, speaker.actor, (*subjects(verb)[:1], verb))


def is_supposed(verb: Token) -> bool:
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "whether", "unless", "because"} for child in verb.children
    )


def by_threatening_will(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Israel will respond forcefully", "any pupil in uniform would be treated as an enemy", said by a side."""
    if not auxiliaries(verb) & {"will", "would", "shall", "'ll", "’ll"} or is_supposed(verb):
        return None
    speaker = marked.speaker_at(verb.idx)
    if speaker is None or not is_party(speaker.actor) or lemma_of(verb) not in word_set(KIND, "sure_threats"):
        return None
    if any(says(up, KIND, "threat") or says(up, KIND, "vows") for up in verb.ancestors):
        return None
    return Stand("threat", verb, "threatening-will", None, speaker.actor, (*subjects(verb)[:1], verb))


def by_warned_aside(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Turkey would resume the operation, Erdogan threatened": what stands before the cue is the threat."""
    if not auxiliaries(verb) & {"will", "would", "shall", "'ll", "’ll"} or is_supposed(verb) or verb.dep_ == "advcl":
        return None
    speaker = marked.speaker_at(verb.idx)
    if speaker is None or not is_party(speaker.actor) or speaker.cue[0][0] < verb.idx:
        return None
    cue = marked.report.text[speaker.cue[0][0] : speaker.cue[-1][1]].lower()
    if not any(word in cue for word in ("warn", "threat")):
        return None
    return Stand("threat", verb, "warned-aside", None, speaker.actor, (*subjects(verb)[:1], verb))


def by_no(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "There will be no dialogue with X", "there can be no talks", said by a side."""
    if verb.lemma_ != "be" or not auxiliaries(verb) & WILL or not any(child.dep_ == "expl" for child in verb.children):
        return None
    denied = next(
        (c for c in verb.children if c.dep_ in {"attr", "dobj"} and any(d.lower_ == "no" for d in c.children)), None
    )
    speaker = marked.speaker_at(verb.idx)
    if denied is None or lemma_of(denied) not in word_set(KIND, "refusable") or speaker is None:
        return None
    return (
        Stand("refusal", verb, "there-will-be-no", None, speaker.actor, (denied,)) if is_party(speaker.actor) else None
    )


def by_misread_noun(token: Token, marked: MarkedReport) -> Stand | None:
    """ "Damascus demands that ...": the parse takes the verb for a plural noun."""
    stance = MISREAD.get(token.lower_)
    if stance is None or token.tag_ not in {"NNS", "NNP", "NNPS"} or token.dep_ not in {"ROOT", "ccomp", "conj"}:
        return None
    before = [child for child in token.children if child.dep_ in {"compound", "nmod"} and child.i < token.i]
    content = tuple(child for child in token.children if child.dep_ in {"relcl", "ccomp", "acl", "prep", "dobj"})
    if not before or not content or marked.actor_mark_of(before[-1]) is None:
        return None
    return Stand(stance, token, f"{stance}-verb", before[-1], None, content)


MISREAD: dict[str, Stance] = {
    "demands": "demand", "calls": "call", "urges": "call", "offers": "offer", "rejects": "refusal",
    "appeals": "call", "threatens": "threat", "refuses": "refusal",
}  # fmt: skip
