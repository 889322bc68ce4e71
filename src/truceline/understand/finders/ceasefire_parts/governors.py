"""What becomes of a stage under the words that govern its verb: asked for, refused, promised, denied, only feared."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from truceline.model.claim import Factuality
from truceline.model.claims.ceasefires import CeasefireStage
from truceline.understand.awaited import is_awaited
from truceline.understand.finders.ceasefire_parts.relations import has_subject, is_finite, is_reduced
from truceline.understand.finders.ceasefire_parts.truce_words import has_lemma, word_set
from truceline.understand.grammar import (
    auxiliaries,
    by_agents,
    direct_objects,
    grammar_words,
    has_no,
    is_neither,
    is_only_near,
    is_passive,
    prepositional_objects,
    words_before,
)
from truceline.understand.markers.modality_parts.denied_reports import denial_of
from truceline.understand.tokens import Token

POSITIVE = frozenset({"agreed", "announced", "in_force", "extended", "proposed"})
DENIABLE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stage with who stands accused, how sure it is, and the verb that settled it."""

    stage: CeasefireStage
    at: Token
    accused: tuple[Token, ...] = ()
    factuality: Factuality | None = None


Told = tuple[Verdict, Token, str]
"""A stage with the word that tells it and the rule."""


def settled(verb: Token, stage: CeasefireStage) -> Verdict | None:
    """The stage as the whole sentence has it; null where nothing of the kind is said to be."""
    if stage == "in_force" and is_wished(verb):
        return None
    verdict: Verdict | None = Verdict(stage, verb)
    here = verb
    for _ in range(6):
        verdict = in_own_clause(here, verdict) if verdict is not None else None
        if verdict is None or here.head == here:
            return verdict
        governor = governor_of(here)
        if governor is None:
            return verdict
        verdict = under(governor, verdict, here)
        here = governor
    return verdict


def is_wished(verb: Token) -> bool:
    """ "it was for both sides to honour the agreement", "insisted that they honour it": nobody says that they do."""
    if verb.low_lemma not in word_set("keeping") or verb.tag_ != "VB" or not keeps_known_truce(verb):
        return False
    governor = governor_of(verb)
    if not auxiliaries(verb):
        return verb.dep_ == "ccomp"
    taken = ("raising", "promising", "agreeing", "agreeing_nouns", "refusing_to", "failing", "refusing_nouns")
    return is_infinitive(verb) and not (governor is not None and any(has_lemma(governor, name) for name in taken))


def in_own_clause(verb: Token, verdict: Verdict) -> Verdict | None:
    """Conditions, negation, modals of one clause."""
    if verdict.stage == "rejected" and is_counted_denial(verdict.at, verb):
        return verdict
    if is_condition(verb) or is_only_asked_how(verb):
        return None
    if is_purpose_of_other(verb, verdict) or is_far_from(verb) or is_supposed_deed(verb):
        return None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return replace(verdict, stage="rejected") if verdict.stage == "agreed" else None  # "left without signing"
    if is_still_to_come(verb) or is_awaited(verb):
        return None
    if verdict.stage == "agreed" and is_purpose(verb):
        return replace(verdict, stage="sought")
    if verdict.stage == "agreed" and is_on_way_to_sign(verb):
        return None
    helpers = auxiliaries(verb)
    return negated(verb, verdict, helpers) if is_denied(verb) else under_modal(verb, verdict, helpers)


def is_counted_denial(at: Token, verb: Token) -> bool:
    """ "Has no intention of extending it": the denial at the verb is what refused already."""
    return (at is verb or at in verb.children) and (has_lemma(at, "intending") or has_lemma(at, "intents"))


def is_far_from(verb: Token) -> bool:
    """ "Far from achieving a truce", "stopped short of announcing one"."""
    step = verb.head
    far = verb.dep_ == "pcomp" and step.lower_ == "from" and step.nbor(-1).lower_ == "far"
    return far or is_only_near(verb)


def is_supposed_deed(verb: Token) -> bool:
    """ "Violating the truce would be a mistake": nobody did."""
    return verb.dep_ == "csubj" and bool(auxiliaries(verb.head) & (grammar_words("will") | grammar_words("may")))


def is_purpose_of_other(verb: Token, verdict: Verdict) -> bool:
    """ "For the truce to be renewed the militias must disband": nobody renews it."""
    for_it = verb.left_edge.lower_ == "for" or any(child.lower_ == "for" for child in verb.children)
    return verdict.stage == "extended" and verb.dep_ in {"advcl", "ccomp"} and for_it and is_infinitive(verb)


def is_still_to_come(verb: Token) -> bool:
    """ "Has yet to take effect", "is still to be signed"."""
    up = verb.head
    return (
        verb.dep_ == "xcomp"
        and up.lemma_ in {"have", "be"}
        and any(
            child.lower_ in {"yet", "still"} and child.i == verb.left_edge.i - 1
            for child in (*up.children, *verb.children)
        )
    )


def is_only_asked_how(verb: Token) -> bool:
    """ "A stand on how to achieve a truce", "unable, simply unable, to reach one"."""
    if not is_infinitive(verb):
        return False
    step = next(child for child in verb.children if child.lower_ == "to" and child.dep_ == "aux")
    before = [word.lower_ for word in words_before(verb.doc, step.i, 2) if not word.is_punct]
    return before[-1:] in (["how"], ["unable"], ["whether"], ["where"])


def is_purpose(verb: Token) -> bool:
    """ "Met in Doha to reach a deal": nobody says that they did."""
    return verb.dep_ in {"advcl", "acl", "relcl"} and is_infinitive(verb) and has_lemma(verb, "worked_for")


def is_on_way_to_sign(verb: Token) -> bool:
    """ "Flew in to sign": they have not signed yet."""
    aims = verb.dep_ in {"advcl", "acl", "relcl", "xcomp"} and is_infinitive(verb)
    return aims and verb.lemma_ in word_set("signing") and has_lemma(verb.head, "coming_to")


def under_modal(verb: Token, verdict: Verdict, helpers: frozenset[str]) -> Verdict | None:
    if helpers & {"can", "could", "may", "might", "ca"}:
        return None
    if helpers & {"should", "must", "ought"}:
        return replace(verdict, stage="sought") if verdict.stage in POSITIVE else None
    if helpers & {"will", "shall", "'ll", "’ll", "wo"} or (helpers & {"would", "'d", "’d"} and is_reported(verb)):
        governor = governor_of(verb)
        if verdict.stage == "agreed" and verb.lemma_ == "accept" and is_said_by_itself(verb):
            return verdict
        planned = in_future(verdict, verb)
        return replace(planned, at=governor) if planned and governor and has_lemma(governor, "promising") else planned
    if helpers & {"would", "'d", "’d"}:
        return replace(verdict, stage="proposed") if verdict.stage in POSITIVE and is_under_plan(verb) else None
    if verb.dep_ in {"acl", "relcl"} and is_infinitive(verb) and verb.head.pos_ == "NOUN" and "be" in helpers:
        return in_future(verdict, verb)  # "a ceasefire to be signed"
    return verdict


def is_said_by_itself(verb: Token) -> bool:
    """ "Said it would accept the truce": it does; not "would accept it if the other side did"."""
    governor = governor_of(verb)
    own = any(child.dep_ == "nsubj" and child.tag_ == "PRP" for child in verb.children)
    terms = any(child.dep_ == "advcl" for up in (verb, governor or verb) for child in up.children)
    return governor is not None and governor.lemma_ in {"say", "announce", "declare"} and own and not terms


def is_under_plan(verb: Token) -> bool:
    """ "Under the Kenyan plan both armies would cease fire"."""
    return any(has_lemma(thing, "plans") for thing in prepositional_objects(verb, "under", "in"))


def is_reported(verb: Token) -> bool:
    """ "said it would": a plan in reported speech; "would" alone only supposes."""
    governor = governor_of(verb)
    return governor is not None and (has_lemma(governor, "promising") or has_lemma(governor, "agreeing"))


def is_condition(verb: Token) -> bool:
    marks = {
        child.lower_
        for child in verb.children
        if child.dep_ in {"mark", "advmod"} and not (child.lower_ == "once" and is_counting(child, verb))
    }
    if marks & word_set("conditions") or (verb.dep_ == "advcl" and verb.head.lower_ == "long"):
        return True  # "as long as the truce holds"
    if is_on_terms(verb) or is_inverted(verb) or is_after_once(verb):
        return True
    to_come = "when" in marks and verb.tag_ in {"VBZ", "VBP", "VB"}
    to_come = to_come or ("after" in marks and bool(auxiliaries(verb) & {"has", "have"}))
    before = "before" in marks and verb.dep_ == "advcl"
    aimed = verb.head.tag_ == "VB" or has_lemma(verb.head, "asking")  # "was trying to grab land before it began"
    return to_come or (before and (verb.tag_ != "VBD" or aimed))  # "before it expired": it did


def is_counting(once: Token, verb: Token) -> bool:
    """ "Was extended once", "was once broken": no condition."""
    return once.i > min([verb.i, *(child.i for child in verb.children if child.dep_ in {"aux", "auxpass"})])


def is_after_once(verb: Token) -> bool:
    """ "The step they would take once the truce is in place": the parse hangs the word on the clause before."""
    starts = (child.left_edge.i for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return any(start > 0 and verb.doc[start - 1].lower_ in {"once", "unless", "if"} for start in starts)


def is_inverted(verb: Token) -> bool:
    """ "Had the guns fallen silent in June, aid would have got through"."""
    first = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    helpers = (child for child in verb.children if child.dep_ in {"aux", "auxpass"})
    return first is not None and any(one.i < first.i and one.lower_ in {"had", "should", "were"} for one in helpers)


def is_on_terms(verb: Token) -> bool:
    """ "Would lay down their arms only if their leader was released": nobody does so yet."""
    terms = [child for child in verb.children if child.dep_ == "advcl"]
    marks = {word.lower_ for clause in terms for word in clause.children if word.dep_ in {"mark", "advmod"}}
    strict = "unless" in marks or {"only", "if"} <= marks | {child.lower_ for child in verb.children}
    return bool(auxiliaries(verb) & {"would", "'d"}) and strict


def is_denied(verb: Token) -> bool:
    if verb.dep_ == "acomp" and verb.pos_ == "VERB" and is_denied(verb.head):
        return True  # "is not opposed to a truce"
    if is_neither(verb):
        return True
    denials = word_set("denials") - (word_set("hardly_yet") if is_cut_short(verb) else frozenset())
    return any(child.dep_ == "neg" or child.lower_ in denials for child in verb.children) or any(
        is_of_none(child) for child in (*verb.children, *by_agents(verb)) if child.dep_ in DENIABLE
    )


def is_cut_short(verb: Token) -> bool:
    """ "Had barely come into effect when the first shells fell": it had."""
    clauses = (child for child in verb.children if child.dep_ == "advcl" and child.i > verb.i)
    return any(word.lower_ in {"when", "before"} for clause in clauses for word in clause.lefts)


def is_of_none(noun: Token) -> bool:
    """ "No side", "by neither side", "not a shell"."""
    return (
        has_no(noun)
        or noun.lower_ in {"neither", "nobody", "none"}
        or any(child.lower_ in {"neither", "not"} for child in noun.children)
    )


def negated(verb: Token, verdict: Verdict, helpers: frozenset[str]) -> Verdict | None:
    if is_refused(verb, verdict):
        return replace(verdict, stage="rejected")
    if is_let_lapse(verb, verdict):
        return replace(verdict, stage="expired", factuality="CT+")
    return not_kept(verb, verdict, helpers)


def is_let_lapse(verb: Token, verdict: Verdict) -> bool:
    """ "The ten-day truce was not renewed"."""
    helpers = auxiliaries(verb)
    return (
        verdict.stage == "extended" and is_passive(verb) and bool(helpers & {"was", "were"}) and "being" not in helpers
    )


def not_kept(verb: Token, verdict: Verdict, helpers: frozenset[str]) -> Verdict | None:
    if verdict.stage == "in_force" and only_just(verb):
        return verdict
    short_lived = verb.low_lemma in word_set("living_on")
    if verdict.stage == "in_force" and short_lived and not helpers & word_set("willing_or_able"):
        return replace(verdict, stage="collapsed", factuality="CT+")
    if verb.lemma_ == "implement" and not helpers & word_set("willing_or_able"):
        return replace(verdict, stage="not_observed")
    if (
        verdict.stage == "in_force"
        and verb.low_lemma in word_set("keeping")
        and not helpers & word_set("willing_or_able")
    ):
        return replace(verdict, stage="not_observed")
    turned_down = verb.lemma_ in {"accept", "endorse"} and helpers & {"did", "does", "do"}
    if verdict.stage == "agreed" and (turned_down or verb.lemma_ in {"recognise", "recognize"}):
        return replace(verdict, stage="rejected")
    refusable = {"agreed", "extended", "announced", "proposed"}
    if verb.low_lemma in word_set("refused_steps") and verdict.stage in refusable and helpers & {"will", "would", "wo"}:
        return replace(verdict, stage="rejected")
    return None


def is_refused(verb: Token, verdict: Verdict) -> bool:
    """ "Decided not to sign", "does not want a truce"."""
    governor = governor_of(verb)
    if governor is not None and has_lemma(governor, "choosing") and is_infinitive(verb):
        return verdict.stage in POSITIVE
    return verdict.stage == "sought" and has_lemma(verb, "intending")


def only_just(verb: Token) -> bool:
    """ "is barely holding": it holds."""
    denying = {child.lower_ for child in verb.children if child.dep_ == "neg" or child.lower_ in {"never", "no"}}
    return not denying and any(child.lower_ in {"barely", "hardly"} for child in verb.children)


def in_future(verdict: Verdict, verb: Token) -> Verdict | None:
    if verdict.stage == "in_force":
        return None if has_lemma(verb, "fruits") else replace(verdict, stage="announced")
    if verdict.stage == "ended" and is_reported(verb):
        return verdict  # "said he would end the ceasefire"
    return verdict if verdict.stage in {"announced", "extended", "sought", "rejected"} else None


def governor_of(verb: Token) -> Token | None:
    """The verb, noun or adjective that a clause hangs on as its complement."""
    if verb.dep_ in {"acl", "relcl"}:
        return verb.head if is_infinitive(verb) or (verb.head.pos_ == "NOUN" and opens_with_that(verb)) else None
    if verb.dep_ in {"xcomp", "ccomp"}:
        by_participle = (
            is_reduced(verb.head) and is_truces(verb.head) and not has_subject(verb)
        )  # "agreed Saturday fell apart"
        torn = verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and is_finite(verb)  # "which they announced lapsed"
        return None if is_parted(verb) or by_participle or torn else verb.head
    if verb.dep_ == "pcomp":
        return None if verb.head.lower_ in word_set("done_before") else verb.head.head
    if verb.dep_ == "advcl" and is_infinitive(verb) and verb.head.lemma_ != "be":
        return verb.head
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and not has_own_clause(verb):
        return governor_of(verb.head)
    if verb.dep_ == "dobj" or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
        return verb.head if verb.dep_ == "dobj" else verb.head.head
    return None


def is_truces(verb: Token) -> bool:
    kinds = ("truces", "stops", "bare_stops")
    return any(child.dep_ == "nsubj" and has_lemma(child, kind) for child in verb.children for kind in kinds)


def opens_with_that(verb: Token) -> bool:
    """ "no sign that it would be prolonged"."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def is_parted(verb: Token) -> bool:
    """A semicolon stands between a clause and what the parser hung it on."""
    first, last = sorted((verb.i, verb.head.i))
    return any(token.text in {";", ":"} for token in verb.doc[first:last])


def is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def has_own_clause(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in verb.children)


def under(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    """One step up."""
    if verdict.stage == "rejected" and has_lemma(governor, "choosing"):
        return verdict
    if is_refusal(governor, verb) and verdict.stage in POSITIVE | {"sought"}:
        return replace(verdict, stage="rejected", at=governor)
    if (governor.pos_ == "NOUN" and has_no(governor)) or is_expected(governor) or is_of_nothing(governor):
        return None  # "no order to extend the truce", "they expected it to be renewed"
    if governor.lemma_ == "be" and any(has_lemma(one, "aims") for one in governor.children if one.dep_ == "nsubj"):
        return asked(governor, verdict, verb)  # "the goal is to forge a truce"
    if governor.lemma_ == "be" and verb.dep_ == "xcomp" and is_infinitive(verb):
        return in_future(verdict, verb)  # "a truce that was to begin today", "before it was to expire"
    if verb.dep_ == "pcomp" and makes_paper(governor):
        return agreed(governor, verdict, verb)
    finds = governor.lemma_ == "rule" and not any(child.lower_ == "out" for child in governor.children)
    for names, rule in RULES if not finds else ():  # "ruled that the rebels had broken the truce"
        if any(has_lemma(governor, name) for name in names):
            return rule(governor, verdict, verb)
    return verdict


def is_of_nothing(governor: Token) -> bool:
    """ "Will not be the first to call for a truce", "wants to be the first to"; news that is denied."""
    without = governor.dep_ == "pobj" and governor.head.lower_ == "without"  # "without an agreement to extend it"
    first = governor.lower_ in {"first", "last"} and (is_denied(governor.head) or governor.head.dep_ == "xcomp")
    return first or without or is_denied_report(governor)


def is_denied_report(noun: Token) -> bool:
    """ "There is no truth in reports that the rebels have agreed to a truce", "dismissed rumours that they had"."""
    if noun.pos_ != "NOUN" or not noun.is_among(grammar_words("news")):
        return False
    without_truth = noun.dep_ == "pobj" and has_no(noun.head.head)
    return without_truth or denial_of(noun) is not None


def is_expected(verb: Token) -> bool:
    return verb.lemma_ == "expect" and not is_passive(verb)


def is_refusal(governor: Token, verb: Token) -> bool:
    """ "Is not going to sign", "has no intention of extending it", "does not want to", "decided not to"."""
    if governor.pos_ == "NOUN":
        return has_no(governor) and has_lemma(governor, "intents")
    if has_lemma(governor, "choosing"):
        return is_infinitive(verb) and any(child.dep_ == "neg" for child in verb.children)
    return has_lemma(governor, "intending") and any(child.dep_ == "neg" for child in governor.children)


def makes_paper(verb: Token) -> bool:
    """ "An agreement was reached on ceasing fire", "signed an accord on ending the shelling"."""
    made = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    making = has_lemma(verb, "making") or verb.lemma_ in {"strike", "forge", "clinch"}
    return making and any(has_lemma(one, "agreeing_nouns") for one in made)


def persuaded(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    """ "persuaded both warlords to accept": they have; "tried to persuade them": not yet."""
    done = governor.tag_ in {"VBD", "VBN"} or is_achieved(governor)
    if done and verdict.stage in POSITIVE and is_infinitive(verb):
        return replace(verdict, stage="agreed", at=governor)
    return asked(governor, verdict, verb) if has_lemma(governor, "asking") else verdict


def is_achieved(verb: Token) -> bool:
    """ "Succeeded in getting them to agree", "managed to get them to"."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    came_true = verb.dep_ in {"pcomp", "xcomp"} and has_lemma(above, "achieving") and above.tag_ in {"VBD", "VBN"}
    return came_true and not is_denied(above)


def asked(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    if verdict.stage == "in_force" and verb.low_lemma in word_set("keeping") and keeps_known_truce(verb):
        return None
    if governor.pos_ == "NOUN" and governor.dep_ == "dobj" and has_lemma(governor.head, "accepting"):
        return replace(verdict, stage="agreed", at=governor.head)  # "accepted an initiative to extend the truce"
    if governor.lemma_ in {"need", "move"} and governor.pos_ == "NOUN" and verdict.stage != "in_force":
        return None
    return replace(verdict, stage="sought", at=governor) if verdict.stage in POSITIVE | {"sought"} else None


def keeps_known_truce(verb: Token) -> bool:
    """ "demanded that they respect the truce": it is there already."""
    kept = [*direct_objects(verb), *prepositional_objects(verb, *word_set("by_which_kept"))]
    known = {"the", "its", "their", "this", "that"}
    return any({one.lower_ for one in thing.children} & known for thing in kept if thing.lower_ != "fire")


def agreed(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    if verdict.stage in {"extended", "ended", "sought"}:
        return replace(verdict, at=governor)
    if governor.lemma_ == "decide" and verdict.stage == "in_force":
        return replace(verdict, stage="announced", at=governor)
    if verdict.stage == "agreed" and is_infinitive(first_of_joined(verb)) and has_lemma(verb, "still_to_be_made"):
        return replace(verdict, stage="sought", at=governor)  # "agreed to negotiate a truce"
    return replace(verdict, stage="agreed", at=governor) if verdict.stage in POSITIVE else None


def first_of_joined(verb: Token) -> Token:
    """ "Agreed to meet and work out a truce": the first has the "to"."""
    return verb.head if verb.dep_ == "conj" and not is_infinitive(verb) else verb


def promised(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    if governor.lemma_ in word_set("bidding") and tells_others(governor) and is_infinitive(verb):
        return replace(verdict, stage="sought", at=governor) if verdict.stage in POSITIVE else None
    if is_infinitive(verb) and verdict.stage == "in_force":
        return replace(verdict, stage="announced", at=governor)
    if is_infinitive(verb) and verdict.stage in {"agreed", "ended", "violated"}:
        return None
    return verdict


def tells_others(governor: Token) -> bool:
    """ "told all parties to lay down their arms" asks; "told its fighters to" declares."""
    told = [child for child in governor.children if child.dep_ in {"dobj", "dative", "nsubj"} and child.i > governor.i]
    told += [child for clause in governor.children if clause.dep_ in {"ccomp", "xcomp"} for child in clause.children
             if child.dep_ == "nsubj" and child.i > governor.i]  # fmt: skip
    own = any(is_own(one) for one in told)
    return bool(told) and not own


def is_own(noun: Token) -> bool:
    return has_lemma(noun, "own_men") and any(one.dep_ == "poss" or one.lower_ == "the" for one in noun.children)


def offered(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    if governor.pos_ == "ADJ" and is_denied(governor.head):
        return refused(governor.head, verdict, verb)  # "is not ready to sign"
    return replace(verdict, stage="proposed", at=governor) if verdict.stage in POSITIVE else None


def refused(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    pressed = verb.pos_ == "NOUN" and verdict.stage == "sought"  # "resisted pressure to accept a truce"
    return replace(verdict, stage="rejected", at=governor) if pressed or verdict.stage in POSITIVE else None


def failed(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    return replace(verdict, stage="not_observed") if verdict.stage == "in_force" else None


def idle(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    denied = is_denied(governor.head)
    if governor.lemma_ == "willing" and verdict.stage in POSITIVE and not denied:
        return replace(verdict, stage="proposed")  # "was willing to prolong the truce"
    if governor.lemma_ == "able" and is_past_ability(governor.head) and not denied:
        return verdict  # "was able to reach a truce"
    unwilling = governor.lemma_ in {"willing", "inclined", "keen"} and denied
    return refused(governor.head, verdict, verb) if unwilling else None


def is_past_ability(verb: Token) -> bool:
    """ "Was able to", "has been able to": it came true."""
    open_still = auxiliaries(verb) & (grammar_words("will") | grammar_words("may"))
    return verb.lemma_ == "be" and verb.tag_ in {"VBD", "VBN"} and not open_still and not is_condition(verb)


def met_for(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    """ "Met to reach a truce" seeks one; "agreed to meet to draft a truce" has none yet."""
    return verdict if verdict.stage == "sought" else None


def accused(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    return replace(verdict, accused=tuple(direct_objects(governor)))


def denied(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    return replace(verdict, factuality="CT-") if verdict.stage == "violated" else None


def due(governor: Token, verdict: Verdict, verb: Token) -> Verdict | None:
    """ "Is due to begin"; "is expected to hold" announces nothing."""
    return in_future(verdict, verb) if not has_lemma(verb, "having_held") else None


RULES: tuple[tuple[tuple[str, ...], Callable[[Token, Verdict, Token], Verdict | None]], ...] = (
    (("denying",), denied),
    (("accusing",), accused),
    (("refusing_to", "refusing_nouns"), refused),
    (("failing",), failed),
    (("scheduled",), due),
    (("meeting",), met_for),
    (("idle", "idle_nouns"), idle),
    (("offering", "proposed_nouns"), offered),
    (("persuading",), persuaded),
    (("asking", "asking_nouns"), asked),
    (("agreeing", "agreeing_nouns"), agreed),
    (("promising",), promised),
)
