"""Stands that only a condition or a "must" gives: "there can only be a ceasefire when", "any deal must"."""

from truceline.model.actor import Actor
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import speaking_side
from truceline.understand.finders.position_parts.holders import KIND, can_hold, holder_of, is_party, may_ask
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.grammar import auxiliaries, grammar_words, has_no, is_negated, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

OWN_STEP = frozenset({"PRP", "NNP", "NNPS", "NN", "NNS"})
HARD = frozenset({"unless"})
TO = 3  # tokens from "have" to its infinitive: "has to first leave"


def condition_stand(verb: Token, marked: MarkedReport) -> Stand | None:
    """A clause with "will" or "can" that hangs on "only when", "unless", "as long as"; said by a side or about one."""
    if verb.pos_ not in {"VERB", "AUX"} or not is_open(verb) or verb.helpers >= {"would", "have"}:
        return None
    aside = [inner for child in verb.children if child.lower_ in {"long", "soon"} for inner in child.children]
    clauses = [child for child in (*verb.children, *aside, *below_description(verb)) if child.dep_ == "advcl"]
    term = next((clause for clause in clauses if is_term(clause, verb)), None) or term_of_moment(verb)
    if term is None and (is_in_return(verb) or is_none_without(verb) or is_only_behind(verb)):
        term = verb
    if term is None:
        return None
    holder, actor = own_subject(verb, marked), speaking_side(verb, marked)
    if holder is None and not is_party(actor):
        return None
    asked = next((token for token in subjects(term) if token.pos_ != "PRON" and marked.actor_mark_of(token)), None)
    return Stand("condition", verb, "condition", holder, None if holder is not None else actor, (verb,), asked)


def below_description(verb: Token) -> list[Token]:
    """ "Will free the five they hold only if the warrant is lifted": the parse hangs the term on what describes."""
    described = [inner for child in verb.children if child.dep_ == "dobj" for inner in child.children]
    return [term for clause in described if clause.dep_ == "relcl" for term in clause.children if term.i > clause.i]


def term_of_moment(verb: Token) -> Token | None:
    """ "Would disarm the day the president resigned", "will leave the moment they sign"."""
    if "npadvmod" not in verb.child_deps and "dobj" not in verb.child_deps:
        return None
    times = [child for child in verb.children if child.i > verb.i and child.low_lemma in grammar_words("moments")]
    terms = [term for time in times for term in time.children if term.dep_ in {"relcl", "acl", "advcl"}]
    return next((term for term in terms if is_own_step(term, verb)), None)


def is_in_return(verb: Token) -> bool:
    """ "Will entertain X only in return for Y", "only in exchange for", "only on condition of"."""
    text = " ".join(token.lower_ for token in verb.subtree if token.i > verb.i)
    return any(phrase in text for phrase in ("only in return for", "only in exchange for", "only on condition"))


def is_only_behind(verb: Token) -> bool:
    """ "Would talk only after a ceasefire", "will disarm only under supervision"."""
    if "only" not in verb.sent.forms or lemma_of(verb) not in own_steps():
        return False
    if not auxiliaries(verb) & word_set(KIND, "modals"):
        return False
    behind = (child for child in verb.children if child.dep_ == "prep" and child.i > verb.i)
    steps = [step for step in behind if step.lower_ in word_set(KIND, "only_so")]
    after = any(step.lower_ == "after" for step in steps) and any(child.lower_ == "only" for child in verb.lefts)
    return after or any(child.lower_ == "only" for step in steps for child in step.lefts)


def own_steps() -> frozenset[str]:
    return word_set(KIND, "promised") | word_set(KIND, "refusing") | word_set(KIND, "steps")


def is_none_without(verb: Token) -> bool:
    """ "There could be no signing without a ceasefire", "no talks can begin before the release"."""
    told = [child for child in verb.children if child.dep_ in {"attr", "nsubj", "nsubjpass", "dobj"}]
    steps = [inner for token in (verb, *told) for inner in token.children if inner.dep_ == "prep"]
    denied = any(has_no(thing) and lemma_of(thing) in word_set(KIND, "refusable") for thing in told)
    denied = denied and not {"can", "could", "will", "would"}.isdisjoint(verb.helpers)
    first = "expl" in verb.child_deps  # "without a ceasefire there can be no talks"
    steps = [step for step in steps if step.i > verb.i or (first and step.lower_ == "without")]
    return denied and any(step.lower_ in {"without", "before", "until"} for step in steps)


def is_open(verb: Token) -> bool:
    words = {token.lower_ for token in verb.doc.tokens[verb.i : verb.i + 5]}
    if ("only" in words and verb.tag_ in {"VBZ", "VBP"}) or has_nothing_to_say(verb):
        return True  # "makes sense only if"
    if any(child.dep_ == "acomp" and lemma_of(child) in word_set(KIND, "possible") for child in verb.children):
        return True
    return bool(auxiliaries(verb) & word_set(KIND, "modals")) or (is_negated(verb) and verb.tag_ in {"VBZ", "VBP"})


def on_condition_stand(noun: Token, marked: MarkedReport) -> Stand | None:
    """ "Declared a truce on condition that the premier resign"; not "spoke on condition that he not be named"."""
    if noun.lower_ != "condition" or noun.dep_ != "pobj" or noun.head.lower_ not in {"on", "upon"}:
        return None
    clause = next((child for child in noun.rights if child.dep_ in {"acl", "ccomp", "relcl"}), None)
    verb = next((up for up in noun.head.ancestors if up.pos_ == "VERB"), None)
    if clause is None or verb is None or lemma_of(clause) in word_set(KIND, "naming_of_sources"):
        return None
    holder = holder_of(verb, marked)
    return Stand("condition", noun, "on-condition", holder, None, (clause,)) if holder is not None else None


def has_nothing_to_say(verb: Token) -> bool:
    """ "There is nothing to talk about", "we have nothing to sign"."""
    things = [child for child in verb.rights if child.lower_ == "nothing" and child.dep_ in {"attr", "dobj", "nsubj"}]
    to_do = (deed for thing in things for deed in thing.rights if deed.tag_ == "VB")
    return any(lemma_of(deed) in word_set(KIND, "done_in_talks") for deed in to_do)


def own_subject(verb: Token, marked: MarkedReport) -> Token | None:
    heads = [token for token in subjects(verb) if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.lower_ != "it"]
    return next((token for token in heads if marked.actor_mark_of(token) and can_hold(token, marked)), None)


def is_term(clause: Token, verb: Token) -> bool:
    marks = {child.lower_ for child in clause.children if child.dep_ in {"mark", "advmod"}}
    if "even" in marks:
        return False  # "will go ahead even if"
    if marks & HARD or is_not_until(clause):
        return True
    words = [token.lower_ for token in verb.doc[max(0, clause.left_edge.i - 2) : clause.left_edge.i + 3]]
    text = " ".join(words)
    if "as long as" in text or "so long as" in text or "provided" in words:
        return True
    only = any(child.lower_ == "only" for child in verb.children) or "only" in words
    goes_on = lemma_of(verb) in word_set(KIND, "going_on") and "until" in marks
    no_subject = any(map(has_no, subjects(verb)))
    if has_nothing_to_say(verb) and (marks & {"until", "before", "while"} or ("if" in marks and is_unmet(clause))):
        return True
    is_refused = (
        (is_negated(verb) or no_subject) and bool(auxiliaries(verb) & word_set(KIND, "modals")) and clause.i > verb.i
    )
    if is_first_step(clause, verb, marks):
        return True
    negative = goes_on or (is_refused and bool(marks & {"until", "before", "while", "without"}))
    return negative or (only and bool(marks & {"if", "when", "after", "once"}))


def is_unmet(clause: Token) -> bool:
    """ "If they do not pull back", "if not"."""
    return is_negated(clause) or clause.lower_ == "not"


def is_not_until(clause: Token) -> bool:
    """ "Not until they have lifted the siege will his delegation set foot there"."""
    first = clause.left_edge
    return first.lower_ == "not" and first.nbor(1).lower_ in {"until", "before"}


def is_first_step(clause: Token, verb: Token, marks: set[str]) -> bool:
    """ "Will come once the warrant is lifted", "would withdraw if they disarmed": one's own step for another's."""
    if not is_own_step(clause, verb):
        return False
    as_soon = clause.head.lower_ == "soon" and "as" in marks
    if as_soon or "once" in marks or "if" in marks:
        return True
    return "when" in marks and bool(auxiliaries(clause) & {"has", "have"})


def is_own_step(clause: Token, verb: Token) -> bool:
    """One's own step, and the clause tells what another does."""
    if lemma_of(verb) not in own_steps() or not auxiliaries(verb) & {"will", "would", "'ll", "’ll", "could", "can"}:
        return False
    own, theirs = subjects(verb)[:1], subjects(clause)[:1]
    return bool(own) and bool(theirs) and own[0].lower_ != theirs[0].lower_ and own[0].tag_ in OWN_STEP


def must_stand(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Any settlement must recognise", "the group has to leave", said by a side."""
    if verb.pos_ not in {"VERB", "AUX"} or not (says_must(verb) or would_have_to(verb)):
        return None
    speaking = speaking_side(verb, marked)
    if not is_side(speaking) or (would_have_to(verb) and not is_of_another(verb, speaking, marked)):
        return None
    subject = next(iter(subjects(verb)), None)
    told = subject is not None and subject.lower_ in {"they", "you"} and says(verb, KIND, "asked_deeds")
    if subject is None or (subject.pos_ == "PRON" and not told) or is_guess(verb):
        return None
    addressee = subject if marked.actor_mark_of(subject) is not None else None
    return Stand("demand", verb, "must", None, speaking, (subject, verb), addressee)


def should_stand(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "The African Union should press Ouagadougou", "the prisoners should be freed", said by whoever may ask it."""
    helpers = verb.helpers
    if "should" not in helpers or "have" in helpers or verb.pos_ != "VERB":
        return None
    speaking, subject = speaking_side(verb, marked), next(iter(subjects(verb)), None)
    if subject is None or speaking is None or not may_ask(speaking) or is_put_in_doubt(verb, subject):
        return None
    mark = marked.actor_mark_of(subject)
    asked = mark is not None and mark.kind not in {"person", "media"}
    known = says(verb, KIND, "asked_deeds") or lemma_of(verb) in word_set(KIND, "promised") | word_set(KIND, "harmful")
    if not (asked or (known and subject.pos_ != "PRON")):
        return None
    return Stand("call", verb, "should", None, speaking, (subject, verb), subject if asked else None)


def is_put_in_doubt(verb: Token, subject: Token) -> bool:
    """ "Whether it should leave", "who should police it", "should they fail", "it should be recalled": nothing is
    asked.
    """
    if {verb.dep_, verb.head.dep_} & {"relcl", "advcl"} or subject.lower_ == "it":
        return True
    if any(child.lower_ == "should" and child.i < subject.i for child in verb.lefts):
        return True
    return any(child.lower_ in {"whether", "if"} or child.tag_ in {"WP", "WRB", "WDT"} for child in verb.subtree)


def is_side(actor: Actor | None) -> bool:
    """A state, its offices, an armed group: whose "must" is a demand and no opinion."""
    if actor is None or not is_party(actor):
        return False
    return actor.kind in {"state", "government", "armed_force", "non_state", "igo"} or bool(actor.country or actor.role)


def is_guess(verb: Token) -> bool:
    """ "Must be the worst", "the true number must be higher", "must have left": what somebody supposes."""
    if "have" in verb.helpers and verb.tag_ == "VBN":
        return True
    return verb.lemma_ == "be" and any(
        child.dep_ == "attr" or (child.dep_ == "acomp" and child.tag_ == "JJR") for child in verb.children
    )


def would_have_to(verb: Token) -> bool:
    """ "Ukraine would have to withdraw its troops"."""
    above = verb.head
    has_to = verb.dep_ == "xcomp" and above.lemma_ == "have" and verb.i - above.i <= TO
    return has_to and "would" in above.helpers and not is_negated(above)


def is_of_another(verb: Token, speaking: Actor | None, marked: MarkedReport) -> bool:
    """What another side "would have to do" is asked of it; of one's own it is a forecast."""
    mark = next((marked.actor_mark_of(token) for token in subjects(verb)), None)
    if mark is None or speaking is None or mark.kind == "person" or not may_ask(speaking):
        return False
    both = mark.kind == "non_state", speaking.kind == "non_state"
    same = mark.country is not None and mark.country == speaking.country and both[0] == both[1]
    return mark.entity_name != speaking.entity_name and not same


def says_must(verb: Token) -> bool:
    """ "Must leave", "has to leave"; not "will have to", "have the means to"."""
    if "must" in auxiliaries(verb):
        return True
    above = verb.head
    has_to = verb.dep_ == "xcomp" and above.lemma_ == "have" and verb.i - above.i <= TO
    if not has_to or "to" not in auxiliaries(verb) or is_negated(above) or auxiliaries(above):
        return False
    return above.tag_ != "VBD" or not says(verb, KIND, "forced_deeds")  # "the session had to be put off": it was
