"""What a verb, adjective or noun above says of the clause below: "plans to", "denied that", "due to", "a call to"."""

from truceline.understand.grammar import is_negated, is_passive_form
from truceline.understand.markers.modality_parts.denied_reports import denial_of
from truceline.understand.markers.modality_parts.judgement import Judgement, negated
from truceline.understand.markers.modality_parts.own_words import modal_words
from truceline.understand.tokens import Token

COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "csubj"})


def embedded_judgement(verb: Token) -> Judgement | None:
    """Null where nothing above bears on it."""
    if verb.dep_ not in COMPLEMENTS:
        return None
    above = verb.head
    if above.dep_ == "prep" or (above.pos_ == "ADP" and verb.dep_ == "pcomp"):
        if above.lower_ == "before" and is_not_done(above.head):
            return Judgement("Uu", "future", "before-what-is-not-done", above)
        if above.lower_ in modal_words()["circumstances"]:
            return None  # "after taking the town they demanded his release": taken it they have
        above = above.head
    found = by_head(verb, above)
    if found is not None and has_yet(verb, above):
        return Judgement("CT-", "negation", "has-yet-to", above)
    if found is not None and found.aux_mode == "future" and is_negated(above) and above.pos_ in {"VERB", "AUX"}:
        return negated(Judgement("CT+", None, found.rule, found.cue), above)
    return found


def is_not_done(verb: Token) -> bool:
    """ "Refused to talk before taking the town", "will not leave before being paid": neither has come yet."""
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else verb
    refused = not modal_words()["refusals"].isdisjoint({verb.low_lemma, above.low_lemma})
    ahead = any(child.lower_ in {"will", "wo", "would"} for child in verb.children)
    return refused or is_negated(verb) or ahead


def has_yet(verb: Token, above: Token) -> bool:
    between = verb.doc[min(above.i, verb.i) : verb.i]
    return above.lemma_ in {"have", "be"} and any(token.lower_ == "yet" for token in between)


def by_head(verb: Token, above: Token) -> Judgement | None:
    lists = modal_words()
    lemma = above.low_lemma
    if above.pos_ in {"VERB", "AUX"} and above.dep_ not in {"nsubj", "dobj"}:
        return by_verb(verb, above, lemma, lists)
    if above.pos_ == "ADJ" or above.tag_ == "JJ":
        return by_adjective(verb, above, lemma, lists)
    if above.pos_ in {"NOUN", "PROPN"} or above.dep_ in {"nsubj", "dobj"}:
        return by_noun(verb, above, lists)
    return None


def by_verb(verb: Token, above: Token, lemma: str, lists: dict[str, frozenset[str]]) -> Judgement | None:
    infinitive = is_infinitive(verb)
    return (
        negating(verb, above, lemma, infinitive, lists)
        or doubting(above, lemma, infinitive, lists)
        or by_complement_adjective(verb, above, lists)
        or looking_ahead(verb, above, lemma, infinitive, lists)
    )


def negating(
    verb: Token, above: Token, lemma: str, infinitive: bool, lists: dict[str, frozenset[str]]
) -> Judgement | None:
    """ "has yet to", "denied that", "refused to", "ruled out"."""
    if has_yet(verb, above):
        return Judgement("CT-", "negation", "has-yet-to", above)
    if lemma in lists["denials"] and verb.dep_ != "advcl":
        return Judgement("Uu" if is_negated(above) else "CT-", "negation", "denied", above)
    if verb.dep_ == "ccomp" and is_unconfirmed(above, lists):
        return Judgement("Uu", None, "unconfirmed", above)
    if lemma in lists["doubts"] and verb.dep_ == "ccomp" and not is_negated(above):
        return Judgement("PR-", "negation", "doubted", above)
    if lemma in lists["refusals"] and (infinitive or verb.tag_ == "VBG") and verb.dep_ != "advcl":
        return Judgement("CT-", "negation", "refused", above)
    if lemma == "rule" and any(child.lower_ == "out" for child in above.children):
        return Judgement("CT-", "negation", "ruled-out", above)
    return None


def is_unconfirmed(confirming: Token, lists: dict[str, frozenset[str]]) -> bool:
    """ "Could not confirm that", "declined to confirm that", "was unable to verify it": who told it first knows."""
    if confirming.low_lemma not in lists["confirming"]:
        return False
    steps = [confirming]
    while steps[-1].dep_ in {"xcomp", "acomp"}:
        steps.append(steps[-1].head)
    withheld = lists["refusals"] | lists["impossible_adjectives"]
    return any(step.low_lemma in withheld or is_negated(step) for step in steps)


def doubting(above: Token, lemma: str, infinitive: bool, lists: dict[str, frozenset[str]]) -> Judgement | None:
    """ "is said to have", "seems to"."""
    if not infinitive:
        return None
    if above.tag_ == "VBN" and is_passive_form(above) and lemma in lists["hedging_participles"]:
        return Judgement("Uu", None, "is-said-to", above)
    return Judgement("PR+", None, "seems", above) if lemma in lists["probable_verbs"] else None


def by_complement_adjective(verb: Token, above: Token, lists: dict[str, frozenset[str]]) -> Judgement | None:
    """ "it is possible that": the adjective hangs beside the clause."""
    if above.lemma_ != "be" or verb.dep_ not in {"ccomp", "xcomp", "csubj", "advcl"}:
        return None
    adjective = next((child for child in above.children if child.dep_ == "acomp" and child.i < verb.i), None)
    return by_adjective(verb, adjective, adjective.low_lemma, lists) if adjective is not None else None


def looking_ahead(
    verb: Token, above: Token, lemma: str, infinitive: bool, lists: dict[str, frozenset[str]]
) -> Judgement | None:
    """ "plans to", "is set to", "urged them to", "is to"."""
    if lemma in lists["plans"] and (infinitive or verb.dep_ == "pcomp"):
        return Judgement("PR+", "future", "planned", above)
    if above.tag_ == "VBN" and lemma in lists["future_adjectives"] and infinitive:
        return Judgement("PR+", "future", "due-to", above)
    if lemma in lists["wishes"] and wished(verb, infinitive, lemma in lists["subjunctives"]):
        return Judgement("Uu", "future", "wished", above)
    if above.lemma_ == "be" and above.tag_ == "VBD" and {"to", "have"} <= verb.helpers and verb.dep_ == "xcomp":
        return Judgement("PR-", "future", "was-to-have", above)  # "were to have begun on Monday"
    if above.lemma_ in {"be", "have"} and infinitive and verb.dep_ == "xcomp":
        return Judgement("PR+" if above.lemma_ == "be" else "Uu", "future", "is-to", above)
    return None


def wished(verb: Token, infinitive: bool, subjunctive: bool) -> bool:
    """ "urged both sides to stop", "demanded that he go"; "warned that tanks had crossed" tells a fact."""
    if infinitive or verb.dep_ == "pcomp":
        return True
    if verb.tag_ == "VBG":
        return verb.dep_ in {"xcomp", "ccomp"} and not any(c.dep_ == "aux" for c in verb.children)
    bare = verb.tag_ in ({"VB", "VBP"} if subjunctive else {"VB"})
    return verb.dep_ == "ccomp" and bare and not any(c.tag_ == "MD" for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return True
    return verb.dep_ in {"xcomp", "ccomp"} and verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)


def by_adjective(verb: Token, above: Token, lemma: str, lists: dict[str, frozenset[str]]) -> Judgement | None:
    if lemma in lists["future_adjectives"] and is_infinitive(verb):
        return Judgement("PR+", "future", "due-to", above)
    values: tuple[tuple[str, Judgement], ...] = (
        ("unlikely_adjectives", Judgement("PR-", "negation", "unlikely", above)),
        ("impossible_adjectives", Judgement("CT-", "negation", "impossible", above)),
        ("possible_adjectives", Judgement("PS+", None, "possible", above)),
        ("probable_adjectives", Judgement("PR+", None, "probable", above)),
    )
    return next((judgement for name, judgement in values if lemma in lists[name]), None)


def is_that_clause(verb: Token) -> bool:
    """ "Claims that it shelled X", "the charge of shelling X"; no "which": that would tell of the claim itself."""
    return verb.dep_ != "relcl" or any(child.dep_ == "mark" or child.lower_ == "that" for child in verb.children)


def by_noun(verb: Token, above: Token, lists: dict[str, frozenset[str]]) -> Judgement | None:
    denial = denial_of(above) if verb.dep_ in {"acl", "ccomp", "relcl"} and is_that_clause(verb) else None
    if denial is not None and not is_negated(denial):
        return Judgement("CT-", "negation", "denied", denial)
    is_anyones = above.dep_ == "dobj" and "poss" not in above.child_deps  # not "the army's claim that": its word
    if is_anyones and verb.dep_ in {"acl", "ccomp"} and is_unconfirmed(above.head, lists):
        return Judgement("Uu", None, "unconfirmed", above.head)
    no = next((child for child in above.children if child.dep_ == "det" and child.lower_ == "no"), None)
    if no is not None and above.lower_ in lists["evidence_nouns"] and verb.dep_ in {"acl", "ccomp"}:
        return Judgement("Uu", None, "no-evidence", no)
    if not is_infinitive(verb) and verb.dep_ != "pcomp":
        return None
    if above.lower_ in lists["refused_nouns"] or no is not None:
        return Judgement("CT-", "negation", "refused", above)
    if above.lower_ in lists["plan_nouns"]:
        return Judgement("PR+", "future", "planned", above)
    if above.lower_ in lists["wish_nouns"]:
        return Judgement("Uu", "future", "wished", above)
    return None
