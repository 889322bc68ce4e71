"""Who acts in a clause, and who a noun stands for."""

from truceline.model.actor import Actor
from truceline.understand.asked_once import known_by_parse
from truceline.understand.finders.clause_parts.accused import accused
from truceline.understand.grammar import (
    SUBJECTS,
    by_agents,
    direct_objects,
    grammar_words,
    is_negated,
    is_passive,
    is_within,
    noun_phrase,
    prepositional_objects,
    subjects,
    with_conjuncts,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.tokens import Token

RELATIVE = frozenset({"WDT", "WP"})
FINITE = frozenset({"VBD", "VBZ"})
VERBAL = frozenset({"VERB", "AUX"})
HAVING = frozenset({"has", "have", "had"})
OF_OTHERS = frozenset({"det", "amod", "compound", "poss", "nmod"})


@known_by_parse
def doers(verb: Token) -> list[Token]:
    """Who does it: the subject, or the by-phrase; a participle or infinitive borrows from the clause above."""
    if is_passive(verb) or is_past_participle_on_noun(verb):
        return by_agents(verb) or ([verb.sent.root] if is_lost_main_verb(verb) else [])
    if (verb.dep_ == "acl" and verb.tag_ == "VBG") or is_of_noun_above(verb):
        return [verb.head]
    if joined_to_infinitive(verb):
        return doers(next(up for up in verb.ancestors if up.tag_ in FINITE))
    if joined_to_what_was_said(verb):
        return doers(next(up for up in verb.head.ancestors if up.tag_ == verb.tag_))
    if is_time_taken(verb):
        return those_taking_time(verb)
    own = [antecedent(token) for token in nearest_subjects(verb)]
    return accused(verb) or own or borrowed(verb) or noun_before(verb)


def is_time_taken(verb: Token) -> bool:
    """ "It took the army two days to retake X": in the end it did."""
    above = verb.head
    took = verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB" and above.lower_ == "took"
    return took and any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in above.lefts)


def takes_time(verb: Token) -> bool:
    """The "took" of "it took the army two days to retake X": nothing is taken by it."""
    return verb.lower_ == "took" and any(is_time_taken(child) for child in verb.rights)


def those_taking_time(verb: Token) -> list[Token]:
    """The army, in "it took the army two days to retake X"."""
    return [token for token in direct_objects(verb.head) if token.ent_type_ not in {"DATE", "TIME"}]


def was_able(verb: Token) -> bool:
    """ "Was able to retake X", "had been able to leave": done; "is able to" is only possible."""
    able = verb.head
    if verb.dep_ != "xcomp" or able.lower_ != "able" or able.head.lemma_ != "be" or is_negated(able):
        return False
    be = able.head
    told = be.tag_ == "VBD" or (be.tag_ == "VBN" and not be.helpers.isdisjoint(HAVING))
    return told and not is_negated(be) and be.helpers.isdisjoint(grammar_words("will"))


def noun_before(verb: Token) -> list[Token]:
    """The noun right before a verb that the parse gave no subject: "after days of fighting the rebels overran"."""
    for token in reversed(verb.doc.tokens[max(verb.sent.start, verb.i - 3) : verb.i]):
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            return [token]
        if token.pos_ not in {"ADV", "AUX"}:
            return []
    return []


def joined_to_infinitive(verb: Token) -> bool:
    """ "Told X to leave and urged Y to stay": a finite verb that the parse joins to the infinitive belongs above it."""
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or verb.head.tag_ != "VB" or is_passive(verb):
        return False
    has_own = not verb.child_deps.isdisjoint(SUBJECTS | {"aux"})
    return not has_own and any(up.tag_ in FINITE for up in verb.ancestors)


def joined_to_what_was_said(verb: Token) -> bool:
    """ "Said that X violates the law, and called for Y": behind a comma the second verb is the speaker's own."""
    said = verb.head
    if verb.dep_ != "conj" or said.dep_ != "ccomp" or not verb.child_deps.isdisjoint(SUBJECTS | {"aux"}):
        return False
    before = [token for token in verb.doc[max(0, verb.i - 3) : verb.i] if token.dep_ != "advmod"][-2:]
    behind_comma = len(before) == 2 and before[0].text in {",", '"', "”"} and before[1].lower_ in {"and", "but"}
    return behind_comma and verb.tag_ in FINITE and any(up.tag_ == verb.tag_ for up in said.ancestors)


def nearest_subjects(verb: Token) -> list[Token]:
    """The parse takes a dateline or an aside for a second subject; the one nearest to the verb is its own."""
    if SUBJECTS.isdisjoint(verb.child_deps):
        return subjects(verb)
    heads = [child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i]
    if len(heads) > 1 and is_named_by_noun(heads[-1]):
        return with_conjuncts(heads[-2])  # "in front of the newspaper X": no second subject
    if len(heads) < 2:
        return subjects(verb)
    joined = heads[-2:] if is_joined_by_and(heads[-2], heads[-1]) else heads[-1:]
    return [part for head in joined for part in with_conjuncts(head)]


def is_named_by_noun(name: Token) -> bool:
    """ "The newspaper El Grafico": the name of the noun right before it."""
    before = name.doc[name.left_edge.i - 1] if name.left_edge.i else name
    return name.pos_ == "PROPN" and before.pos_ == "NOUN" and before.dep_ == "pobj"


def is_joined_by_and(first: Token, second: Token) -> bool:
    """ "Envoys from the government and the rebels began": the parse sees two subjects."""
    edge = second.left_edge.i
    before = second.doc[edge - 1] if edge else second
    return before.lower_ == "and" and before.dep_ == "cc" and is_within(before.head, first)


def is_past_participle_on_noun(verb: Token) -> bool:
    """ "The town held by the rebels"."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBN":  # "asked by the police, he left"
        return verb.child_deps.isdisjoint({"aux", "auxpass", "nsubj", "nsubjpass", "dobj"})
    return verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and not is_whole_clause(verb)


def is_whole_clause(verb: Token) -> bool:
    """ "The claim that it has taken the summit": the clause has a subject of its own."""
    return bool({"nsubj", "mark"} & {child.dep_ for child in verb.children})


def borrowed(verb: Token) -> list[Token]:
    """The doers of the clause above; of "urged X to meet Y" it is X."""
    if verb.dep_ not in {"advcl", "pcomp", "xcomp", "ccomp", "conj", "acl", "dep"}:
        return []
    if verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and verb.tag_ in FINITE | {"VBP", "MD"}:
        return [verb.head.head]  # "an area it says is under its control"
    above = next((up for up in verb.ancestors if up.pos_ in VERBAL), None)
    if above is not None and verb.dep_ == "pcomp" and verb.head.lower_ == "as" and above.lemma_ in {"quote", "cite"}:
        return subjects(above) if is_passive(above) else direct_objects(above)  # "quoted the rebels as saying"
    return doers(above) if above is not None else []


def is_lost_main_verb(verb: Token) -> bool:
    """ "The families of the hostages called on X to": the parse hangs the sentence's only verb on a noun."""
    root = verb.sent.root
    if verb.dep_ != "acl" or root.pos_ not in {"NOUN", "PROPN"} or root.i > verb.i or is_passive(verb):
        return False
    complete = any(child.dep_ in {"xcomp", "ccomp", "dobj", "advcl"} and child.i > verb.i for child in verb.children)
    finite = any(is_finite_beside(token) for token in verb.sent if token != verb)
    return complete and not finite and verb.sent.text.rstrip()[-1:] in {".", "”", '"'}


def is_finite_beside(token: Token) -> bool:
    """A finite verb that does not stand in a clause of its own."""
    if token.tag_ not in FINITE | {"VBP", "MD"}:
        return False
    return not any(up.dep_ in {"relcl", "advcl", "ccomp"} for up in (token, *token.ancestors))


def is_of_noun_above(verb: Token) -> bool:
    """ "The first city to fall", "the last town to be captured": the infinitive's subject is the noun."""
    is_infinitive = (
        verb.dep_ in {"relcl", "acl"}
        and verb.tag_ in {"VB", "VBN"}
        and any(child.tag_ == "TO" for child in verb.children)
    )
    return is_infinitive and is_singled_out(verb.head) and not any(c.dep_ in SUBJECTS for c in verb.children)


def is_singled_out(noun: Token) -> bool:
    return any(child.lower_ in grammar_words("singled_out") for child in noun.children)


@known_by_parse
def done_to(verb: Token) -> list[Token]:
    """What it is done to: the object, or the subject of a passive, or the noun that a participle describes."""
    if is_past_participle_on_noun(verb) and not direct_objects(verb):
        return fronted(verb) if verb.dep_ == "advcl" else [verb.head]
    if is_passive(verb) and not direct_objects(verb):
        return [antecedent(token) for token in subjects(verb)] or ([verb.head] if is_of_noun_above(verb) else [])
    return [antecedent(token) for token in direct_objects(verb)]


def fronted(participle: Token) -> list[Token]:
    """ "Retaken on Saturday by the army, X is quiet": what the sentence goes on about; not of "if retaken"."""
    above = participle.head
    if "mark" in participle.child_deps or any(child.tag_ == "WRB" for child in participle.lefts):
        return [above]
    return [antecedent(token) for token in subjects(above)] or [above]


def antecedent(token: Token) -> Token:
    """A relative pronoun stands for the noun that its clause describes."""
    if token.tag_ in RELATIVE:
        loose = token.head.dep_ == "appos" and token.head.pos_ == "VERB"  # "the rebels, who have overrun the east"
        if (alone := singled_out_before(token.head)) is not None:
            return alone
        clause = token.head if loose else next((up for up in token.ancestors if up.dep_ == "relcl"), None)
        return (one_of_many(clause.head) or clause.head) if clause is not None else token
    return token


def singled_out_before(verb: Token) -> Token | None:
    """ "It was the rebels that rejected it": the parse makes the clause one of "was"."""
    above = verb.head
    if verb.dep_ not in {"ccomp", "advcl"} or above.base != "be" or not any(c.lower_ == "it" for c in above.lefts):
        return None
    return next((child for child in above.rights if child.dep_ == "attr" and child.i < verb.i), None)


def one_of_many(noun: Token) -> Token | None:
    """ "X was one of the groups that signed", "X, one of two groups that signed", "X is among those who signed": X."""
    step = noun.head
    if noun.dep_ != "pobj" or step.lower_ not in {"of", "among"}:
        return None
    one = step.head
    if one.lower_ == "one" and one.dep_ == "appos":
        return one.head
    verb = one.head if one.lower_ == "one" and one.dep_ == "attr" else one
    if verb.lemma_ != "be" or is_negated(verb) or (verb == one and step.lower_ == "of"):
        return None
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def actor_at(token: Token, marked: MarkedReport) -> Actor | None:
    """The actor a noun stands for: its mark, or the owner of "its forces", else the words themselves."""
    name = next((child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    if name is not None and token.pos_ == "NOUN" and (named := marked.actor_of(name)) is not None:
        return named
    mark = marked.actor_mark_of(token)
    if mark is not None and (token.tag_ not in {"NN", "NNS"} or mark.end >= token.idx + len(token)):
        return mark.actor
    if token.tag_ == "PRP$":
        return owner_before(token, marked) or Actor(entity_text=token.text, resolution="unresolved")
    if token.pos_ not in {"NOUN", "PROPN", "PRON"} or token.tag_ == "EX":
        return None
    return (
        forces_of_owner(token, marked)
        or whole_of_members(token, marked)
        or Actor(entity_text=words_for(token), resolution="unresolved")
    )


def speaking_side(word: Token, marked: MarkedReport) -> Actor | None:
    """Who says what stands there."""
    speaker = marked.speaker_at(word.idx)
    return speaker.actor if speaker is not None else None


def owner_before(pronoun: Token, marked: MarkedReport) -> Actor | None:
    """Whom "its" and "their" stand for: the nearest subject before that is an actor, in this sentence."""
    first = pronoun.sent.start
    if pronoun.i == first and first:  # "Its capture of the town": of whom the sentence before tells
        first = pronoun.doc.tokens[first - 1].sent.start
    for token in reversed(list(pronoun.doc[first : pronoun.i])):
        if token.dep_ not in SUBJECTS or (pronoun.lower_ == "its" and token.tag_ == "NNS"):
            continue
        actor = marked.actor_of(token)
        if actor is not None and (actor.kind != "person" or pronoun.lower_ in {"his", "her"}):
            if is_foes_as_well(pronoun, token, actor, marked):
                return None
            return actor.model_copy(update={"resolution": "coreference"})
    return None


def is_foes_as_well(pronoun: Token, subject: Token, actor: Actor, marked: MarkedReport) -> bool:
    """ "Kenya broke off contact with al-Shabab after its raids": a deed behind one that both could have done."""
    if pronoun.head.low_lemma not in actor_words("armed_deeds") or pronoun.head.dep_ == "dobj":
        return False
    between = (marked.actor_mark_of(word) for word in pronoun.doc.tokens[subject.i + 1 : pronoun.i])
    return any(
        mark is not None and mark.kind == "non_state" and mark.entity_name != actor.entity_name for mark in between
    )


def words_for(noun: Token) -> str:
    """The noun phrase without its article."""
    phrase = noun_phrase(noun)
    start = 1 if len(phrase) > 1 and phrase[0].dep_ == "det" else 0
    return " ".join(phrase[start:].text.split())


def forces_of_owner(noun: Token, marked: MarkedReport) -> Actor | None:
    """ "Its forces", "his men": the owner's, known by what the owner is known by."""
    possessor = next((child for child in noun.children if child.dep_ == "poss"), None)
    if possessor is not None and possessor.tag_ == "WP$":  # "a commander whose men overran the town"
        clause = next((up for up in noun.ancestors if up.dep_ == "relcl"), None)
        possessor = clause.head if clause is not None else possessor
    owner = marked.actor_of(possessor) if possessor is not None else None
    if owner is None:
        return None
    own: dict[str, object] = {"entity_text": noun_phrase(noun).text, "resolution": "coreference", "role": None}
    return owner.model_copy(update=own)


def whole_of_members(noun: Token, marked: MarkedReport) -> Actor | None:
    """ "Members of the council": known by the council."""
    if noun.low_lemma not in grammar_words("members"):
        return None
    owner = next((found for t in prepositional_objects(noun, "of") if (found := marked.actor_of(t)) is not None), None)
    return owner.model_copy(update={"entity_text": noun_phrase(noun).text}) if owner is not None else None


def all_of(tokens: list[Token]) -> list[Token]:
    """Coordination unfolded, in text order, each once."""
    found = {part.i: part for token in tokens for part in with_conjuncts(token)}
    return [found[index] for index in sorted(found)]
