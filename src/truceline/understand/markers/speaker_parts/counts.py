"""Whoever counts, says so: "put the toll at nine", "counted 20 dead", "by the monitor's count"."""

from collections.abc import Iterator, Mapping

from truceline.understand.grammar import SUBJECTS, is_negated, is_passive
from truceline.understand.markers.speaker_parts.attribution import Attribution, Piece, tidied
from truceline.understand.markers.speaker_parts.contents import with_further_figures
from truceline.understand.markers.speaker_parts.cue_words import cue_piece
from truceline.understand.markers.speaker_parts.sources import Source, source_of
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Token

COUNTED_BY = frozenset({"by", "on"})
VIEWED = frozenset({"in"})
HELPERS = frozenset({"aux", "auxpass"})
NEAR = 14  # tokens between what is counted and its figure
COUNTED = frozenset({"dobj", "npadvmod", "oprd", "attr", "ccomp"})  # "20 dead" is parsed in many ways


def read_count(verb: Token, inherited: Mapping[int, Source]) -> Attribution | None:
    lemma = verb.low_lemma
    lists = speech_words().lists
    thing = next((child for child in verb.children if child.dep_ in COUNTED and child.i > verb.i), None)
    if thing is None or lemma not in lists["counts"] or is_negated(verb):
        return None
    given_as = any(child.lower_ == "as" and child.i > thing.i and is_figure_ahead(child) for child in verb.children)
    puts = lemma in lists["puts"] or given_as
    counted = put_at(verb, thing) if puts else (thing.left_edge.i, counted_end(verb))
    if counted is None:
        return None
    words = verb.doc[slice(*counted)]
    amounts = any(token.low_lemma in lists["amounts"] for token in words)
    counted_out = any(token.like_num for token in words)
    if not counted_out and any(child.dep_ == "poss" for child in thing.children) and not puts:
        return None  # "Kenya counts its dead"
    if not amounts and (lemma in lists["givers"] or not counted_out):
        return None
    if lemma in lists["givers"] and not counted_out and verb.dep_ == "relcl":
        return None  # "the premier, who gave the new figure, said": told beside
    speaker, source = source_of(verb, inherited)
    content = tidied(verb.doc, with_further_figures(verb, counted))
    if not source or not content:
        return None
    return Attribution(cue_piece(verb), content, source, verb, speaker, "count", "claim")


def counted_end(verb: Token) -> int:
    """Up to the next comma or semicolon, or to the end of the clause."""
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if token.text in {",", ";", "."} or is_further_deed(token, verb):
            return int(token.i)
    return int(verb.right_edge.i) + 1


def is_further_deed(joint: Token, verb: Token) -> bool:
    """ "Counted 37 cases and was unable to say who fired": the "and" of what the counter did besides."""
    deeds = (child for child in verb.rights if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"})
    return joint.dep_ == "cc" and joint.head == verb and any(deed.left_edge.i == joint.i + 1 for deed in deeds)


def put_at(verb: Token, thing: Token) -> Piece | None:
    """ "The number of displaced at 130,000", however long the count, and "at 14 the number of dead"."""
    before = next((child for child in verb.children if child.lower_ == "at" and verb.i < child.i < thing.i), None)
    if before is not None and is_figure_ahead(before):
        return before.i, counted_end(thing)
    last = min(max(thing.i + NEAR, thing.right_edge.i + 1), verb.sent.end)
    behind = (token for token in verb.doc[thing.i + 1 : last] if token.lower_ in {"at", "as"} and token.dep_ == "prep")
    step = next(filter(is_figure_ahead, behind), None)
    return (thing.left_edge.i, end_of_row(step, counted_end(step))) if step is not None else None


def end_of_row(step: Token, end: int) -> int:
    """ "At 61 on Wednesday and at 102 on Thursday": one count, told twice."""
    row = [child for child in (*step.children, *step.head.children) if child.lower_ == step.lower_ and child.i >= end]
    joined = row[:1] and step.doc[row[0].i - 1].lower_ == "and" and is_figure_ahead(row[0])
    return counted_end(row[0]) if joined else end


def is_figure_ahead(step: Token) -> bool:
    """ "At 31", "as more than 30": no "at the border", no "as a result"."""
    amounts = speech_words().lists["amounts"]
    for word in step.doc[step.i + 1 : step.i + 6]:
        if word.like_num or word.low_lemma in amounts:
            return True
        if word.pos_ in {"NOUN", "PROPN"} or word.text in {",", ";", "."}:
            return False
    return False


def read_reckoning(doc: Doc) -> Iterator[Attribution]:
    """ "by the monitor's count" behind what was counted."""
    nouns, views = speech_words().lists["reckonings"], speech_words().lists["views"]
    for token in doc:
        steps = VIEWED if token.lower_ in views else COUNTED_BY
        if token.lower_ in nouns | views and token.head.lower_ in steps and token.head.i < token.i:
            found = reckoning(token, token.head)
            if found is not None:
                yield found


def reckoned(noun: Token, preposition: Token) -> tuple[Piece, ...]:
    """What stands before the phrase; what stands behind it where it opens the sentence or a relative clause; both
    where it stands within a clause.
    """
    first, before = preposition.sent.start, noun.doc[preposition.i - 1] if preposition.i else preposition
    relative = before.head if before.tag_ in {"WDT", "WP"} else None
    if relative is not None and relative.i > noun.i:
        return ((noun.i + 1, counted_end(relative)),)
    if all(word.is_space or word.is_punct or word.pos_ == "CCONJ" for word in noun.doc[first : preposition.i]):
        return ((noun.i + 1, preposition.sent.end),)
    verb = broken_off(noun, preposition)
    if verb is None:
        return ((first, preposition.i),)
    return (first_of_clause(verb, preposition), preposition.i), (noun.i + 1, counted_end(verb))


def broken_off(noun: Token, preposition: Token) -> Token | None:
    """The verb of a clause that goes on behind the phrase: "has by his count cost 40 lives", "trapping, by their own
    account, 50 men".
    """
    verb = preposition.head.head if preposition.head.pos_ == "AUX" else preposition.head
    if verb.pos_ != "VERB":
        return None
    own = [child for child in verb.children if child.dep_ in COUNTED and child.i > noun.i]
    behind = verb.doc[noun.i + 1] if noun.i < verb.i else noun
    set_off = preposition.nbor(-1).text == behind.text == ","  # "the army, by its own count, has lost nine"
    begun = HELPERS | SUBJECTS if set_off else HELPERS
    helped = verb.i > noun.i and any(child.dep_ in begun and child.i < preposition.i for child in verb.lefts)
    return verb if helped or (own and verb.i < preposition.i) else None


def first_of_clause(verb: Token, preposition: Token) -> int:
    """Of its subject, where it has one of its own, else of its helper."""
    before = [child for child in verb.lefts if child.dep_ in SUBJECTS | HELPERS and child.i < preposition.i]
    return min([verb.i, *(child.left_edge.i for child in before)])


def is_our_view(noun: Token, owner: Token) -> bool:
    """ "In our view": the report's own."""
    return noun.lower_ in speech_words().lists["views"] and owner.lower_ in {"our", "my"}


def reckoning(noun: Token, preposition: Token) -> Attribution | None:
    doc = noun.doc
    owners = [child for child in noun.children if child.dep_ in {"poss", "compound", "nmod"}]
    content = tidied(doc, *reckoned(noun, preposition))
    if not content or not owners or owners[0].lower_ in {"body", "head"} or is_our_view(noun, owners[0]):
        return None
    is_his = owners[0].pos_ == "PRON" and noun.lower_ in speech_words().lists["views"]
    doer = own_doer(owners[0], preposition)
    if doer is not None:
        source = tidied(doc, (doer.left_edge.i, doer.i + 1))
    else:
        source = tidied(doc, (owners[0].i, owners[0].i + 1) if is_his else (preposition.i + 1, noun.i + 1))
    speaker = doer or owners[0]
    return Attribution((preposition.i, preposition.i + 1), content, source, preposition, speaker, "reckoning", "claim")


def own_doer(owner: Token, preposition: Token) -> Token | None:
    """ "The army had by its own count fired 3,000 shells": the subject of the clause counts."""
    if owner.pos_ != "PRON" or all(word.lower_ != "own" for word in owner.head.children):
        return None
    verbs = (verb for verb in preposition.ancestors if verb.pos_ == "VERB" and not is_passive(verb))
    doers = (child for verb in verbs for child in verb.lefts if child.dep_ == "nsubj" and child.i < preposition.i)
    return next((doer for doer in doers if doer.tag_ not in {"WDT", "WP"}), None)
