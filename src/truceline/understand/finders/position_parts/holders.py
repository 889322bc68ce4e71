"""Whose stand it is: a side, an office, a body, never a text or a thing."""

from truceline.model.actor import Actor
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.who import actor_at, doers, speaking_side
from truceline.understand.finders.territory_parts.holders import without_number
from truceline.understand.grammar import grammar_words
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

KIND = "positions"
OWNING = frozenset({"poss", "compound", "amod", "nmod"})


def holder_of(verb: Token, marked: MarkedReport) -> Token | None:
    """The first doer that can take a stand; of "hundreds of students" the students."""
    return next((token for token in map(without_number, doers(verb)) if can_hold(token, marked)), None)


def writer_of(verb: Token, marked: MarkedReport) -> Token | None:
    """ "The government paper offers seats", "the resolution demands": whose text it is, else the text itself."""
    texts = [token for token in doers(verb) if lemma_of(token) in word_set(KIND, "texts")]
    owners = [child for text in texts for child in text.children if child.dep_ in OWNING]
    return next((token for token in owners if marked.actor_mark_of(token) and can_hold(token, marked)), None) or next(
        iter(texts), None
    )


def can_hold(token: Token, marked: MarkedReport) -> bool:
    if lemma_of(token) in word_set(KIND, "not_holders") or marked.date_mark_of(token) is not None:
        return False
    mark = marked.actor_mark_of(token)
    if mark is not None:
        return mark.kind not in {"media"} or token.pos_ == "PRON"
    lower = token.lower_
    if lemma_of(token) == "man" and any(marked.actor_of(child) for child in token.children if child.dep_ == "poss"):
        return True  # "Savimbi's men"
    return lower in word_set(KIND, "pronouns") or lemma_of(token) in word_set(KIND, "holders") or token.pos_ == "PROPN"


def actor_for(token: Token, marked: MarkedReport) -> Actor | None:
    """ "We" and "I" stand for whoever speaks."""
    if token.lower_ in grammar_words("first_person") or (
        token.lower_ in word_set(KIND, "pronouns") and marked.actor_of(token) is None and not is_quoted(token, marked)
    ):
        speaking = speaking_side(token, marked)
        if speaking is not None:
            return speaking
    found = actor_at(token, marked)
    whose = next((child for child in token.children if child.tag_ == "PRP$"), None)
    if whose is not None and is_nameless(found) and may_be_speakers(whose, marked):
        return speaking_side(token, marked) or found  # "his side would not"
    return found


def is_quoted(token: Token, marked: MarkedReport) -> bool:
    """ "They told us to leave", word for word: others than who speaks."""
    speaker = marked.speaker_at(token.idx)
    return speaker is not None and speaker.quote_mode == "direct"


def may_be_speakers(whose: Token, marked: MarkedReport) -> bool:
    """ "His government refused, church officials said": several have no "his", and a diplomat has no delegation."""
    speaker = marked.speaker_at(whose.idx)
    source = whose.doc.char_span(*speaker.source[0], "expand") if speaker is not None and speaker.source else None
    if source is None:
        return True
    if whose.i < source.start and source.root.low_lemma in word_set(KIND, "onlookers"):
        return False
    return whose.lower_ not in grammar_words("men_and_women") or source.root.tag_ not in {"NNS", "NNPS"}


def is_nameless(actor: Actor | None) -> bool:
    if actor is None or actor.entity_name is None or actor.entity_name.islower():
        return True
    return actor.country is None and actor.resolution in {"unresolved", "coreference"}


def party_speaking(word: Token, marked: MarkedReport) -> Actor | None:
    """Who says what stands there, where it is one that can threaten or set terms."""
    actor = speaking_side(word, marked)
    return actor if is_party(actor) else None


def may_ask(actor: Actor | None) -> bool:
    """A side, an office, a body: no witness, no newspaper, no scholar."""
    if actor is None or actor.resolution == "author" or actor.kind in {"media", "civilians", "unspecified"}:
        return False
    return actor.kind != "person" or actor.sector in word_set(KIND, "asking_sectors")


def is_party(actor: Actor | None) -> bool:
    """One who can threaten or set terms: not a relief agency, an expert or a newspaper."""
    return actor is not None and actor.kind not in {"ngo", "media", "civilians"} and actor.resolution != "author"
