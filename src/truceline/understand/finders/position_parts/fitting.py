"""Whether a verb from the lists takes a stand where it stands: its complement and its object tell."""

from truceline.understand.finders.clause_parts.own_name import is_about_own_name
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import all_of, done_to, speaking_side
from truceline.understand.finders.position_parts.holders import KIND, actor_for, is_party, may_ask
from truceline.understand.grammar import (
    auxiliaries,
    direct_objects,
    grammar_words,
    is_bare,
    is_passive,
    prepositional_objects,
    subjects,
    will_or_may,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

SIDES = frozenset({"state", "government", "armed_force", "non_state", "unspecified"})


def object_lemmas(verb: Token) -> set[str]:
    return {lemma_of(token) for token in all_of(done_to(verb))}


def described_lemmas(verb: Token) -> set[str]:
    """ "A demand the rebels reject", "a proposal that they turned down": the noun that the clause describes."""
    that = verb.dep_ == "acl" and any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    describes = (verb.dep_ == "relcl" or that) and not is_passive(verb)
    is_open = describes and complement(verb, "dobj", "xcomp", "ccomp") is None
    return {lemma_of(verb.head)} & word_set(KIND, "plans") if is_open else set()


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
    """ "China objected" refuses with nothing behind it."""
    if lemma_of(verb) in word_set(KIND, "refusing_alone"):
        return verb.pos_ == "VERB" and not is_passive(verb)
    return is_refusal_of(verb, holder, marked)


def is_refusal_of(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    inner = complement(verb, "xcomp")
    gives_up = inner is not None and any(child.dep_ == "prt" for child in inner.children)  # "refused to give up"
    if inner is not None and not gives_up and lemma_of(inner) in word_set(KIND, "refused_verbs_of_telling"):
        if any(child.lower_ == "even" for child in verb.children) or inner.nbor(-2).lower_ == "even":
            return True  # "has refused even to reply"
        told_to = [one for step in (inner, *direct_objects(inner)) for one in prepositional_objects(step, "with", "to")]
        if any(lemma_of(one) in word_set("talks", "audiences") for one in told_to):
            return False  # "declined to discuss the talks with reporters"
        told = inner.lemma_ in word_set(KIND, "telling")
        granted = word_set(KIND, "granted") | word_set(KIND, "time_limits") if inner.lemma_ == "give" else frozenset()
        return told and bool(object_lemmas(inner) & (word_set(KIND, "plans") | granted))
    objects = object_lemmas(verb) or described_lemmas(verb)
    if objects & word_set(KIND, "not_refused"):
        return False
    if lemma == "dismiss" and not objects:
        return bool(called_names(verb) & word_set(KIND, "plans"))
    if lemma in word_set(KIND, "turning_down"):
        wider = word_set(KIND, "threatened") | word_set(KIND, "sought") if lemma == "oppose" else frozenset()
        return bool(objects & (word_set(KIND, "plans") | wider))
    if lemma in {"decline", "refuse"}:
        terms = {word.lower_ for child in verb.children if child.dep_ == "advcl" for word in child.children}
        on_terms = bool(terms & {"unless", "until"})  # "the group has declined unless its men are freed"
        rest = complement(verb, "dobj", "prep") if on_terms else complement(verb, "dobj", "prep", "advcl")
        bare = rest is None  # "Thailand politely declined"
        return inner is not None or bool(objects) or (bare and marked.actor_mark_of(holder) is not None)
    return bool(objects) or complement(verb, "ccomp", "xcomp", "prep", "pcomp") is not None


def called_names(verb: Token) -> set[str]:
    """ "Dismissed as propaganda a letter that": what is dismissed stands behind what it is called."""
    return {lemma_of(token) for token in prepositional_objects(verb, "as") for token in (token, *token.children)} | {
        lemma_of(token) for token in verb.subtree if token.dep_ in {"dobj", "pobj", "appos"} and token.i > verb.i
    }


def is_demand(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    if lemma == "insist":
        if is_about_own_name(verb):
            return False
        things = prepositional_objects(verb, "on", "upon")
        return is_wished(complement(verb, "ccomp")) or any(marked.date_mark_of(thing) is None for thing in things)
    if lemma == "require":
        return complement(verb, "xcomp", "ccomp") is not None and marked.actor_mark_of(holder) is not None
    if lemma in {"seek", "pursue"}:
        return bool(object_lemmas(verb) & word_set(KIND, "sought")) and complement(verb, "xcomp") is None
    if lemma == "want":
        return wants_of_others(verb, holder, marked)
    if lemma in {"order", "command"}:
        return orders_others(verb, holder, marked)
    if any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children):
        return lemma == "demand"  # "to disarm, as the capital demands"
    return complement(verb, "dobj", "ccomp", "xcomp", "prep") is not None or is_passive(verb)


def is_wished(clause: Token | None) -> bool:
    """A clause that asks: "that X be freed", "must leave", "should stop"."""
    if clause is None:
        return False
    if auxiliaries(clause) & {"must", "should", "would", "be", "will"}:
        return not auxiliaries(clause) & {"would", "will"} or "must" in auxiliaries(clause)
    if auxiliaries(clause) & will_or_may():
        return False
    if clause.tag_ == "VBP" and any(child.lower_ in word_set(KIND, "at_once") for child in clause.children):
        return True  # "insists that the troops leave first"
    return is_bare(clause) or (clause.lemma_ in {"have", "need"} and complement(clause, "xcomp") is not None)


def orders_others(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    """ "Ordered the mutineers to surrender", "ordered foreign troops to leave": not one's own men."""
    inner = complement(verb, "xcomp", "ccomp")
    told = [*done_to(verb), *(subjects(inner) if inner is not None else [])]
    if inner is None or is_passive(verb) or not says(inner, KIND, "asked_deeds"):
        return False
    return any(not is_own(token, holder, marked) for token in told)


def is_own(token: Token, holder: Token, marked: MarkedReport) -> bool:
    """ "His troops", "the army" of its own country."""
    mark = marked.actor_mark_of(token)
    if mark is None or any(child.tag_ == "PRP$" for child in token.children):
        return True
    own = same_side(token, holder, marked)
    return own or (mark.kind == "armed_force" and mark.country is None) or mark.kind in {"person", "government"}


def wants_of_others(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    """ "Wants X to stop", "wants the troops gone", "want independence": not "wants to go"."""
    mark = marked.actor_mark_of(holder)
    if mark is None and lemma_of(holder) not in word_set(KIND, "holders") and holder.lower_ != "we":
        return False
    if any(token.tag_ == "WP" for token in direct_objects(verb)):
        return False  # "that was not what we wanted"
    inner = complement(verb, "xcomp", "ccomp")
    if inner is not None:
        return lemma_of(inner) == "see" or bool(
            complement(inner, "nsubj") or [child for child in inner.children if child.dep_ in {"nsubj", "nsubjpass"}]
        )
    return bool(done_to(verb)) and not is_passive(verb)


def is_call(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    if {token.lower_ for token in prepositional_objects(verb, "for")} & grammar_words("no_one"):
        return False  # "has asked for none"
    if object_lemmas(verb) & word_set(KIND, "not_called") or is_about_own_name(verb):
        return False
    if is_passive(verb) and lemma in {"urge", "exhort", "implore"}:
        return True
    if lemma in {"appeal", "plead"}:
        asked = prepositional_objects(verb, "to", "for", "with")
        return (bool(asked) or complement(verb, "xcomp") is not None) and not prepositional_objects(verb, "against")
    if lemma in word_set(KIND, "needs_request"):
        return has_request(verb)
    if lemma in {"tell", "recommend"}:
        return is_told_to(verb, marked) if lemma == "tell" else is_recommended(verb)
    if lemma == "call":
        near = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 4]}
        return "for" in near or (not near.isdisjoint({"on", "upon"}) and not is_visit(verb))
    return complement(verb, "dobj", "xcomp", "ccomp", "prep") is not None


def is_recommended(verb: Token) -> bool:
    """ "Recommended a truce", "recommended that he be freed", not "recommended the soup"."""
    return bool(object_lemmas(verb) & word_set(KIND, "proposable")) or is_wished(complement(verb, "ccomp"))


def has_request(verb: Token) -> bool:
    """ "Asked them to leave", "asked that the army leave", "asked for a truce", not "for the night to think"; "invited
    a peacekeeping force into the country".
    """
    if lemma_of(verb) == "invite" and object_lemmas(verb) & word_set(KIND, "invited_forces"):
        return bool(prepositional_objects(verb, "into", "in"))
    inner = complement(verb, "xcomp")
    if inner is not None:
        return lemma_of(inner) not in word_set(KIND, "pondering")
    if lemma_of(verb) == "ask" and is_wished(complement(verb, "ccomp")):
        return True
    return any(is_asked_thing(thing) for thing in prepositional_objects(verb, "for"))


def is_asked_thing(thing: Token) -> bool:
    """Not "pressed their attack for a third day", "asked for rice"."""
    return thing.ent_type_ not in {"DATE", "TIME"} and lemma_of(thing) not in word_set(KIND, "not_called")


def is_told_to(verb: Token, marked: MarkedReport) -> bool:
    """ "Told the militias to leave", "told the prime minister to resign"."""
    inner = complement(verb, "xcomp")
    if inner is None or is_passive(verb):
        return False
    ours = any(token.lower_ == "us" and may_ask(speaking_side(token, marked)) for token in done_to(verb))
    if ours and says(inner, KIND, "asked_deeds"):
        return True
    told = [mark for token in done_to(verb) if (mark := marked.actor_mark_of(token)) is not None]
    return any(mark.kind in SIDES for mark in told) or (bool(told) and says(inner, KIND, "asked_deeds"))


def is_visit(verb: Token) -> bool:
    """ "Called on the governor at his residence": nothing is asked of him."""
    asked = complement(verb, "xcomp", "ccomp", "advcl") is not None or bool(prepositional_objects(verb, "for", "to"))
    steps = [child for child in verb.children if child.lower_ in {"on", "upon"}]
    host = next((inner for step in steps for inner in step.children if inner.dep_ == "pobj"), None)
    asked = asked or any(word.tag_ == "TO" for word in verb.doc[verb.i + 1 : verb.sent.end])
    return not asked and host is not None and host.tag_ in {"NN", "NNP"}


def is_offer(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    if object_lemmas(verb) & word_set(KIND, "not_offered") or is_passive(verb):
        return False
    if lemma == "suggest":
        as_what = {
            lemma_of(thing) for step in (verb, *direct_objects(verb)) for thing in prepositional_objects(step, "as")
        }
        named = bool(as_what & word_set(KIND, "proposed_as"))  # "suggests Tehran as the venue"
        named = named or bool(object_lemmas(verb) & word_set(KIND, "proposable"))  # "suggested a truce"
        return named or is_wished(complement(verb, "ccomp")) or complement(verb, "pcomp") is not None
    if lemma in word_set(KIND, "putting_forward"):
        return bool(object_lemmas(verb) & (word_set(KIND, "plans") | {"autonomy", "status"})) or lemma in {
            "hold",
            "put",
        }
    return complement(verb, "dobj", "xcomp", "ccomp", "dative", "prep") is not None


def is_acceptance(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    objects = object_lemmas(verb)
    if lemma in {"agree", "commit", "consent"}:
        one = not is_two_sided(holder) or is_one_body(holder, marked)
        return one and agrees_to(verb) and not prepositional_objects(verb, "with")
    if lemma == "say":
        return True
    if objects & word_set(KIND, "not_accepted"):
        return False
    if verb.dep_ in {"acl", "amod"} and lemma in {"back", "support"}:
        return False  # "forces backed by a coalition"
    if lemma == "accept" and not is_passive(verb):
        return True
    return bool(objects & word_set(KIND, "plans")) or (lemma == "accept" and not objects)


def is_nothing_less(verb: Token) -> bool:
    """ "Will accept nothing less than independence", "will settle for nothing short of a full withdrawal"."""
    things = [one for one in (*direct_objects(verb), *prepositional_objects(verb, "for")) if one.lower_ == "nothing"]
    beside = {word.lower_ for thing in things for word in verb.doc.tokens[thing.i + 1 : thing.i + 3]}
    return bool(beside & {"less", "short", "but"})


def agrees_to(verb: Token) -> bool:
    """Not "committed several crimes in two towns"."""
    commits = verb.lemma_ == "commit" and complement(verb, "prep") is not None and not is_deed(verb)
    return complement(verb, "xcomp") is not None or bool(prepositional_objects(verb, "to")) or commits


def is_deed(verb: Token) -> bool:
    """What is committed is a thing, not the side itself: "committed itself to"."""
    return any(thing.pos_ in {"NOUN", "PROPN"} for thing in direct_objects(verb))


def is_two_sided(holder: Token) -> bool:
    """What two sides agree is a deal of both, not a stand of one."""
    words = {form for token in holder.subtree for form in (token.lower_, lemma_of(token))}
    first = holder.left_edge
    if first.i - holder.sent.start >= 2 and first.nbor(-1).text == "," and first.nbor(-2).i == holder.sent.start:
        return True  # a headline: "Ethiopia, Tigray forces agree"
    if words & word_set(KIND, "both_sides") or holder.low_lemma in word_set(KIND, "each_of_two"):
        return bool(words & word_set(KIND, "both_sides")) or holder.tag_ in {"NNS", "NNPS"}
    return bool(list(holder.conjuncts)) or any(is_pair(token) for token in holder.subtree)


def is_one_body(holder: Token, marked: MarkedReport) -> bool:
    """ "The rebels said they had agreed to it": they are one side, and no two."""
    mark = marked.actor_mark_of(holder) if holder.lower_ == "they" else None
    speaking = speaking_side(holder, marked) if mark is not None else None
    saying = holder.head.head
    if saying.pos_ == "VERB" and len(subjects(saying)) > 1:
        return False  # "the army and the rebels said they had agreed"
    return mark is not None and speaking is not None and mark.entity_name == speaking.entity_name and not mark.members


def is_pair(token: Token) -> bool:
    """ "Officials from Thailand and Cambodia", "the FRCI and Liberian mercenaries"."""
    return token.pos_ in {"PROPN", "ADJ", "NOUN"} and any(
        child.dep_ == "conj" and child.pos_ in {"PROPN", "ADJ", "NOUN"} for child in token.children
    )


def is_threat(verb: Token, holder: Token, marked: MarkedReport) -> bool:
    actor = actor_for(holder, marked)
    if verb.lemma_ == "threaten":
        if complement(verb, "xcomp", "ccomp") is not None:
            return True
        by_deed = bool(object_lemmas(verb) & word_set(KIND, "threatened")) or has_if(verb)
        return bool(done_to(verb)) and (bool(prepositional_objects(verb, "with")) or by_deed)
    if is_warning_against(verb, marked):
        return True
    if not is_party(actor):
        return False
    inner = complement(verb, "ccomp", "xcomp")
    if actor is not None and actor.kind == "igo":
        return inner is not None and threatens_by_own(inner, holder, marked)
    if inner is None:
        return threatens_of(verb)
    if inner.dep_ == "xcomp" or (inner.tag_ == "VB" and not auxiliaries(inner)):
        return True
    return threatens(inner, holder, marked)


def has_if(verb: Token) -> bool:
    """ "If the attacks go on", "unless they leave"."""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(inner.lower_ in {"if", "unless", "should"} for clause in clauses for inner in clause.children)


def is_warning_against(verb: Token, marked: MarkedReport) -> bool:
    """ "Warned Kigali against further incursions": asks for something of a party."""
    warned = any(marked.actor_mark_of(token) is not None for token in done_to(verb))
    return verb.lemma_ in {"warn", "caution"} and warned and bool(prepositional_objects(verb, "against"))


def threatens(clause: Token, holder: Token, marked: MarkedReport) -> bool:
    """What will be done: by the speaker's own side, or to somebody by force."""
    if lemma_of(clause) in {"face", "risk"} and object_lemmas(clause) & word_set(KIND, "threatened"):
        return True
    if not auxiliaries(clause) & will_or_may() or (
        lemma_of(clause) == "have" and auxiliaries(clause) & {"may", "might"}
    ):
        return False  # "may have to halt food distributions"
    own = next(iter(subjects(clause)), None)
    by_own = own is not None and (own.tag_ == "PRP" or same_side(own, holder, marked))
    harming = lemma_of(clause) in word_set(KIND, "threatening") | word_set(KIND, "threatened_passive")
    if harming and has_if(clause):
        return True  # "warned that if the raids went on, the forces would pursue them"
    return by_own or lemma_of(clause) in word_set(KIND, "sure_threats") or (is_passive(clause) and harming)


def threatens_by_own(clause: Token, holder: Token, marked: MarkedReport) -> bool:
    """Of a body that warns of much: only what it will do itself, or what it says others face."""
    own = next(iter(subjects(clause)), None)
    by_own = own is not None and (own.tag_ == "PRP" or same_side(own, holder, marked))
    faced = lemma_of(clause) == "face" and bool(object_lemmas(clause) & word_set(KIND, "threatened"))
    return faced or (by_own and bool(auxiliaries(clause) & will_or_may()) and threatens(clause, holder, marked))


def threatens_of(verb: Token) -> bool:
    """ "Warned of grave consequences", "warned of a civil war if he stays"."""
    of = {lemma_of(token) for token in prepositional_objects(verb, "of")}
    return bool(of & word_set(KIND, "consequences")) or (bool(of) and has_if(verb))


def same_side(token: Token, other: Token, marked: MarkedReport) -> bool:
    mark, other_mark = marked.actor_mark_of(token), marked.actor_mark_of(other)
    if mark is None or other_mark is None:
        return False
    return mark.entity_name == other_mark.entity_name or (
        mark.country is not None and mark.country == other_mark.country
    )


FITS = {
    "refusal": is_refusal, "demand": is_demand, "call": is_call, "offer": is_offer, "acceptance": is_acceptance,
    "threat": is_threat,
}  # fmt: skip
