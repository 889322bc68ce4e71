"""Sources that a source names: "AFP reported, citing a hospital director, that 14 had died"."""

from collections.abc import Iterator, Sequence

from truceline.understand.markers.speaker_parts.attribution import Attribution, Piece, tidy
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Token

RULE = "cited"  # of two that vouch for the same words, the cited one is the inner
NEAR = 3  # words behind a cue


def with_cited(found: Sequence[Attribution]) -> list[Attribution]:
    """Who is cited vouches for the same content; "citing a doctor" says nothing by itself."""
    cited = [one for attribution in found if not is_citing(attribution.verb) for one in cited_by(attribution)]
    verbs = {one.verb.i for one in cited}
    return sorted([*(one for one in found if one.verb.i not in verbs), *cited], key=lambda one: one.verb.i)


def cited_by(attribution: Attribution) -> Iterator[Attribution]:
    for citing in filter(is_citing, words_around(attribution)):
        cited = next((child for child in citing.children if child.dep_ in {"dobj", "pobj"}), None)
        source = source_cited(cited) if cited is not None else None
        if cited is not None and source is not None and can_be_cited(cited) and not goes_on_saying(citing):
            yield Attribution((citing.i, citing.i + 1), attribution.content, (source,), citing, cited, RULE)


def words_around(attribution: Attribution) -> list[Token]:
    """From the speaker to behind the cue, and what hangs on either, wherever it stands."""
    verb, speaker = attribution.verb, attribution.speaker or attribution.verb
    first, last = min(speaker.i, verb.i), max(speaker.i, verb.i)
    between = [*verb.doc[first : min(last + NEAR, verb.sent.end)]]
    hung = [child for child in (*verb.children, *speaker.children) if child not in between]
    return [*between, *hung, *citing_behind(verb, last + NEAR)]


def citing_behind(verb: Token, start: int) -> Iterator[Token]:
    """ "The ministry says that two died, citing witnesses": behind all that is said, with no other cue between."""
    if verb.sent.forms.isdisjoint(speech_words().lists["citing_now"]):
        return
    for word in verb.doc[start : verb.sent.end]:
        if is_citing(word) and word.nbor(-1).text == ",":
            yield word
            return
        if word.pos_ == "VERB" and word.low_lemma in speech_words().lists["says"]:
            return


def is_citing(word: Token) -> bool:
    return word.tag_ == "VBG" and word.low_lemma in speech_words().lists["citing"]


def can_be_cited(noun: Token) -> bool:
    """A name, an office, a body; not "citing security concerns"."""
    return noun.pos_ == "PROPN" or not speech_words().lists["speaking_nouns"].isdisjoint({noun.low_lemma, noun.lower_})


def goes_on_saying(citing: Token) -> bool:
    """ "Quoting X as saying that" has a cue of its own."""
    return any(child.lower_ == "as" for child in citing.children)


def source_cited(cited: Token) -> Piece | None:
    """As far as the comma that closes the aside."""
    end = cited.right_edge.i + 1
    comma = next((word.i for word in cited.doc[cited.i : end] if word.text == ","), end)
    return tidy(cited.doc, cited.left_edge.i, comma)
