"""How a truce stands in its clause: what is done to it, what it does, which noun takes it."""

from collections.abc import Iterator
from typing import Literal

from truceline.understand.finders.ceasefire_parts.truce_words import stage_verbs, word_set
from truceline.understand.grammar import is_passive
from truceline.understand.tokens import Token

Relation = Literal["done", "does", "noun"]
VERBS = frozenset({"VERB", "AUX"})
COMPLEMENTS = frozenset({"xcomp", "acomp", "advcl"})


def relations(head: Token) -> Iterator[tuple[Relation, Token, Token | None]]:
    """Relation, the verb or noun, and the preposition between, where there is one."""
    top = first_of_chain(head)
    yield from above(top)
    for child in head.children if top == head else (*head.children, *top.children):
        yield from below(child)
    for verb in parted_verbs(top):
        yield ("done" if is_passive(verb) else "does"), verb, None


def parted_verbs(top: Token) -> Iterator[Token]:
    """What the truce itself does behind a long clause of its own, where the parse hangs it on that clause:
    "a truce, arranged so that both could collect their dead, collapsed"; "a truce which the AU announced lapsed".
    """
    verb = top.head
    if top.dep_ == "nsubj" and verb.pos_ in VERBS and is_reduced(verb):
        inside = [later for child in verb.children if child.i > verb.i for later in child.subtree]
        yield from (later for later in inside if later.dep_ == "conj" and is_behind_comma(later))
    for clause in top.children:
        if clause.dep_ == "relcl":
            hung = {"ccomp", "advcl"} if top.dep_ == "ROOT" else {"ccomp"}
            torn = [child for up in (top, clause) for child in up.children if child.dep_ in hung]
            yield from (child for child in torn if is_finite(child) and child.i > clause.i)
    if top.dep_ == "ROOT":
        yield from (
            child
            for child in top.children
            if child.dep_ == "acl" and is_finite(child) and "agent" not in child.child_deps
        )


def is_behind_comma(verb: Token) -> bool:
    return is_finite(verb) and verb.tag_ != "VBN" and verb.nbor(-1).text == ","


def is_finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and not has_subject(verb)


def first_of_chain(head: Token) -> Token:
    here = head
    while here.dep_ in {"conj", "appos"} and here.head.pos_ in {"NOUN", "PROPN", "PRON"} and not is_behind_aside(here):
        here = here.head
    return here


def is_behind_aside(noun: Token) -> bool:
    """ "Have arranged, by a count kept in Nairobi, ten truces": no count, though the parse takes them for one."""
    return noun.dep_ == "appos" and noun.head.dep_ == "pobj" and noun.head.head.lower_ == "by"


def above(top: Token) -> Iterator[tuple[Relation, Token, Token | None]]:
    governor = top.head
    if governor == top or is_inserted(top, governor):
        return
    if top.dep_ in {"nsubj", "nsubjpass", "csubj", "nmod", "dep"} and governor.pos_ in VERBS:
        yield from as_subject(governor)
        yield from asked_to_be(top, governor)
    elif top.dep_ in {"dobj", "attr", "oprd", "dative"} and governor.pos_ in VERBS:
        yield from as_object(governor)
    elif top.dep_ in {"nsubj"} and governor.pos_ in {"NOUN", "ADJ", "ADV", "ADP"}:
        yield "does", governor, None
        if governor.dep_ == "ccomp" and governor.head.pos_ in VERBS:
            yield "done", governor.head, None  # "considered the truce void"
    elif top.dep_ in {"pobj", "pcomp"}:
        yield from behind_preposition(governor)
    elif top.dep_ == "ccomp" and governor.pos_ in VERBS:
        yield "done", governor, None
    elif is_before_its_start(top):
        yield from as_object(governor.head)
    elif top.dep_ in {"compound", "nmod", "poss"} and governor.pos_ in {"NOUN", "PROPN"}:
        yield "noun", governor, None


def is_before_its_start(top: Token) -> bool:
    """ "Offered a cease-fire beginning at noon": the parse takes the participle for a noun."""
    start = top.head
    after = start.nbor(1).lower_
    named = top.dep_ == "compound" and start.lower_ in {"beginning", "starting"} and start.i == top.i + 1
    return named and start.dep_ == "dobj" and start.head.pos_ in VERBS and after in {"at", "on", "from", "in", "next"}


def is_inserted(top: Token, governor: Token) -> bool:
    """ "Since the war began, nine ceasefires have been agreed": the verb before the comma is not theirs."""
    if top.dep_ != "nsubj" or governor.i > top.i:
        return False
    return any(token.text == "," for token in top.doc[governor.i : top.left_edge.i + 1])


def as_subject(verb: Token) -> Iterator[tuple[Relation, Token, Token | None]]:
    if is_reduced(verb):
        yield "done", verb, None
        for later in verb.children:
            if later.dep_ in {"ccomp", "conj", "advcl"} and later.pos_ in VERBS and not has_subject(later):
                yield from as_subject(later)
        return
    if not is_to_do(verb):
        yield ("done" if is_passive(verb) or is_small_clause(verb) else "does"), verb, None
    for inner in complements(verb):
        yield ("done" if is_passive(inner) else "does"), inner, None
    for other in shared_verbs(verb):
        yield ("done" if is_passive(other) else "does"), other, None


def is_to_do(verb: Token) -> bool:
    """ "The truce is to come into force": what it is to do tells the stage, and not that it is."""
    return verb.lemma_ == "be" and any(child.dep_ == "xcomp" and "to" in child.helpers for child in verb.children)


def is_small_clause(verb: Token) -> bool:
    """ "want the truce renewed"."""
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and not any(child.dep_ == "aux" for child in verb.children)


def is_reduced(verb: Token) -> bool:
    """ "A ceasefire agreed on Saturday fell apart": no truce agrees to anything, so the verb is a participle."""
    return verb.low_lemma in word_set("never_by_truce") and verb.tag_ in {"VBD", "VBN"} and not is_passive(verb)


def asked_to_be(top: Token, verb: Token) -> Iterator[tuple[Relation, Token, Token | None]]:
    """ "asked for a pause to let aid in": the parser makes the pause the subject of "let"."""
    before = top.doc[top.left_edge.i - 1] if top.left_edge.i else None
    if before is not None and before.lower_ == "for" and any(child.lower_ == "to" for child in verb.children):
        yield from behind_preposition(before)


def as_object(verb: Token) -> Iterator[tuple[Relation, Token, Token | None]]:
    yield "done", verb, None


def behind_preposition(preposition: Token) -> Iterator[tuple[Relation, Token, Token | None]]:
    governor = preposition.head
    while governor.dep_ in {"prep", "prt"} and governor.head.pos_ in VERBS:
        governor = governor.head
    wanted = any(
        preposition.lower_ in need for line in stage_verbs("done").get(governor.low_lemma, ()) for need in line.needs
    )
    if governor.pos_ in VERBS and (preposition.lower_ not in word_set("beside_the_deed") or wanted):
        yield "done", governor, preposition
    elif governor.pos_ in {"NOUN", "PROPN"} and is_of_noun(preposition):
        yield "noun", governor, preposition


def is_of_noun(preposition: Token) -> bool:
    """ "Violations of the truce", "their withdrawal from it"."""
    leaving = preposition.lower_ == "from" and preposition.head.is_among(word_set("leaving_nouns"))
    return leaving or preposition.lower_ in {"of", "to", "for", "on", "in"}


def below(child: Token) -> Iterator[tuple[Relation, Token, Token | None]]:
    """Participles and relative clauses: "a truce agreed on Friday", "which took effect", "that he proclaimed"."""
    if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}:
        yield "done", child, None
    elif child.dep_ == "acl" and child.tag_ == "VBG":
        yield "does", child, None
    elif child.dep_ == "amod" and child.i > child.head.i:
        yield from (("does", inner, None) for inner in complements(child))  # "a truce due to start at dawn"
    elif child.dep_ == "relcl" and not is_of_others(child):
        clause = said_in(child)
        pronoun = next((t for t in clause.children if is_relative(t)), None)
        is_subject = pronoun is not None and pronoun.dep_ in {"nsubj", "nsubjpass"}
        if is_subject:
            yield from as_subject(clause)
        else:
            yield "done", clause, None
            for other in child.children:
                if other.dep_ == "conj" and is_relative_again(other):
                    yield from as_subject(other)


def is_relative(word: Token) -> bool:
    """ "Which", "the last of which"."""
    inside = (deeper for step in word.children if step.lower_ == "of" for deeper in step.children)
    return word.tag_ in {"WDT", "WP"} or any(deeper.tag_ == "WDT" for deeper in inside)


def said_in(clause: Token) -> Token:
    """ "A truce that Russia said it had arranged": what is said to have been done with it."""
    told = next((child for child in clause.children if child.dep_ == "ccomp"), None)
    own = any(is_relative(child) for child in clause.children)
    said = told is not None and not own and any(is_relative(child) for child in told.children)
    return told if told is not None and said else clause


def is_of_others(verb: Token) -> bool:
    """ "talks on a ceasefire, which were to be held": the plural verb tells that the clause is the talks'."""
    plural = any(
        child.lower_ in {"were", "are", "have"} and child.dep_ in {"aux", "auxpass"} for child in verb.children
    )
    plural = plural or verb.lower_ in {"were", "are"}
    own = any(child.dep_ in {"nsubj", "nsubjpass"} and child.tag_ not in {"WDT", "WP"} for child in verb.children)
    return plural and not own and verb.head.tag_ in {"NN", "NNP"}


def complements(verb: Token) -> Iterator[Token]:
    """ "failed to hold", "is due to begin", "appeared to be holding"."""
    for child in verb.children:
        if child.dep_ in COMPLEMENTS and not (child.dep_ == "advcl" and has_subject(child)):
            if child.pos_ in VERBS:
                yield child
            yield from (inner for inner in child.children if inner.dep_ == "xcomp" and inner.pos_ in VERBS)


def shared_verbs(verb: Token) -> Iterator[Token]:
    """ "was agreed on Friday but collapsed": verbs that borrow the subject."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in VERBS and (not has_subject(child) or is_relative_again(child)):
            yield child
            yield from shared_verbs(child)


def is_relative_again(verb: Token) -> bool:
    """ "That collapsed before lunch and that was declared anew"."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    again = subject is not None and subject.lower_ in {"that", "which"}
    return subject is not None and again and subject.nbor(-1).dep_ == "cc" and verb.head.dep_ == "relcl"


def has_subject(verb: Token) -> bool:
    """A subject of its own; a day is none, whatever the parser says ("agreed Saturday fell apart")."""
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"}]
    return any(child.ent_type_ not in {"DATE", "TIME"} for child in subjects)
