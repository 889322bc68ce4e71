"""Who says what: source, cue and content of each attribution (PARC/PolNeAR)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from truceline.model.actor import Actor
from truceline.model.claims.statements import QuoteMode
from truceline.model.mark import ActorMark, SpeakerMark
from truceline.understand.grammar import SUBJECTS, by_agents, noun_phrase, prepositional_objects
from truceline.understand.marked_sentence import covering
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.markers.speaker_parts.answers import read_answers
from truceline.understand.markers.speaker_parts.asides import read_aside
from truceline.understand.markers.speaker_parts.attribution import Attribution, Piece
from truceline.understand.markers.speaker_parts.beside_quotes import read_beside_quotes, read_manners
from truceline.understand.markers.speaker_parts.carried_on import RULE as CARRIED_ON
from truceline.understand.markers.speaker_parts.carried_on import read_carried_on
from truceline.understand.markers.speaker_parts.cited import with_cited
from truceline.understand.markers.speaker_parts.comma_asides import read_comma_aside
from truceline.understand.markers.speaker_parts.complements import read_complement
from truceline.understand.markers.speaker_parts.counts import read_count, read_reckoning
from truceline.understand.markers.speaker_parts.functions import function_of, medium_of
from truceline.understand.markers.speaker_parts.headline_colons import read_headline_colons
from truceline.understand.markers.speaker_parts.named_sources import read_according
from truceline.understand.markers.speaker_parts.nesting import without_nested
from truceline.understand.markers.speaker_parts.noun_cues import read_noun_cues
from truceline.understand.markers.speaker_parts.quotations import Quotations, find_quotations
from truceline.understand.markers.speaker_parts.sources import Source
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.markers.speaker_parts.states_of_mind import read_states_of_mind
from truceline.understand.markers.speaker_parts.unsourced import read_adverbs, read_unsourced
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Doc, Span, Token

LONG_NAME = 2  # words
BODIES_THAT_RECKON = frozenset({"state", "government", "armed_force", "non_state", "igo", "ngo", "media"})


def mark_speakers(parsed: ParsedReport, actors: Sequence[ActorMark]) -> list[SpeakerMark]:
    """Every attribution of the report, also what is believed, wished and withheld."""
    quotations = find_quotations(parsed.doc)
    marks = sorted(actors, key=lambda mark: mark.start)
    return [
        mark_of(parsed, found, quotations, speaker_actor(found, marks))
        for found in read_attributions(parsed.doc, quotations)
    ]


def read_attributions(doc: Doc, quotations: Quotations) -> list[Attribution]:
    found = [*read_cues(doc, quotations), *read_according(doc, quotations), *read_reckoning(doc)]
    found += [*read_noun_cues(doc, quotations), *read_adverbs(doc, quotations), *read_states_of_mind(doc, quotations)]
    found += read_answers(doc, quotations)
    found += [*read_beside_quotes(doc, quotations, found), *read_manners(doc, quotations)]
    heads = [attribution.speaker for attribution in found if attribution.speaker is not None]
    speakers = {head.lower_ for head in heads if head.pos_ == "PROPN"}
    kept = with_cited(without_nested([*found, *read_headline_colons(doc, speakers)]))
    return [*kept, *read_carried_on(doc, quotations, kept)]


def read_cues(doc: Doc, quotations: Quotations) -> Iterator[Attribution]:
    """Verbs outside quotations; whoever is quoted word for word reports others on his own account."""
    is_cue_verb = speech_words().is_cue_verb
    inherited: dict[int, Source] = {}
    for token in doc:
        if not may_be_verb(token) or not is_cue_verb(token.low_lemma) or quotations.holding(token.i):
            continue
        found = read_cue(token, quotations, inherited)
        if found is not None:
            inherited.update(dict.fromkeys(found.further_cues, (found.speaker, found.source)))
            yield found


def may_be_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or token.tag_ == "NNS"


def read_cue(verb: Token, quotations: Quotations, inherited: Mapping[int, Source]) -> Attribution | None:
    if verb.tag_ == "NNS" and SUBJECTS.isdisjoint(verb.child_deps):
        return read_comma_aside(verb, quotations)
    if is_question_put(verb):
        return None
    return (
        read_aside(verb, quotations, inherited)
        or read_count(verb, inherited)
        or read_unsourced(verb)
        or read_complement(verb, quotations, inherited)
        or read_comma_aside(verb, quotations)
    )


def is_question_put(verb: Token) -> bool:
    """ "Asked about a truce, he said ...": nobody's statement."""
    put = verb.lemma_ == "ask" and verb.tag_ in {"VBN", "VBD"} and SUBJECTS.isdisjoint(verb.child_deps)
    return put and (verb.dep_ in {"advcl", "acl"} or (verb.i > 0 and verb.nbor(-1).text == ";"))


def mark_of(parsed: ParsedReport, found: Attribution, quotations: Quotations, actor: Actor | None) -> SpeakerMark:
    doc = parsed.doc
    source, content = offsets(doc, found.source), offsets(doc, found.content)
    cue = offsets(doc, (found.cue,))
    covered = content if found.rule == CARRIED_ON else (*source, *cue, *content)
    start = min(piece[0] for piece in covered)
    end = max(piece[1] for piece in covered)
    return SpeakerMark(
        report=parsed.report.id,
        start=start,
        end=end,
        text=parsed.report.text[start:end],
        source=source,
        cue=cue,
        content=content,
        quote_mode=quote_mode(found, quotations),
        function=function_of(found),
        actor=actor,
        medium=medium_of(found),
        rule=found.rule,
    )


def offsets(doc: Doc, pieces: Sequence[Piece]) -> tuple[tuple[int, int], ...]:
    tokens = doc.tokens
    return tuple((tokens[start].idx, tokens[end - 1].idx + len(tokens[end - 1].text)) for start, end in pieces)


def quote_mode(found: Attribution, quotations: Quotations) -> QuoteMode:
    """Direct where every piece is quoted from end to end, mixed where a part is."""
    quoted = [quotations.holding(start) for start, _ in found.content]
    if all(q is not None and q[1] >= end - 1 for q, (_, end) in zip(quoted, found.content, strict=True)):
        return "direct"
    if any(quotations.touches(start, end) for start, end in found.content):
        return "mixed"
    return "indirect"


def speaker_actor(found: Attribution, actors: Sequence[ActorMark]) -> Actor | None:
    """The actor whose mark covers the head of the source; else the words themselves, unresolved."""
    if found.speaker is None or not found.source:
        return None
    head = named_head(found.speaker, actors)
    if covering(actors, found.speaker.idx) is None and found.speaker.pos_ == "PROPN":
        head = found.speaker
    mark = covering(actors, head.idx) or described_by_office(found.speaker, actors)
    office = named_behind_office(found, head, mark, actors)
    if office is not None:
        return office
    if mark is not None and head.pos_ == "PROPN" and not mark.start <= head.idx < mark.end:
        return mark.actor.model_copy(update=dict.fromkeys(("entity_text", "entity_name"), noun_phrase(head).text))
    if mark is not None:
        return with_who_says_it_too(found, mark, actors)
    if (body := who_reckons(found.speaker, actors)) is not None:
        return body.model_copy(update={"entity_text": found.verb.doc[slice(*found.source[0])].text})
    words = (
        noun_phrase(head) if head != found.speaker else without_clause(found.verb.doc[slice(*found.source[0])], head)
    )
    return Actor(entity_text=words.text, resolution="unresolved")


def with_who_says_it_too(found: Attribution, first: ActorMark, actors: Sequence[ActorMark]) -> Actor:
    """ "The mayor and the army said": both vouch for it, so that it is told of neither alone."""
    speaker, (_, end) = found.speaker, found.source[0]
    beside = [one for one in speaker.conjuncts if speaker.i < one.i < end] if speaker is not None else []
    marks = [covering(actors, one.idx) for one in beside]
    others = [mark for mark in marks if mark is not None and mark.start >= first.end]
    told = [mark.actor for mark in (first, *others)]
    names = {one.entity_name for one in told}
    if not others or len(others) < len(marks) or len(names) < len(told) or not is_joined_by_and(speaker):
        return first.actor
    shared = {name: value for name in ("kind", "country", "sector") if (value := only_value(told, name)) is not None}
    return Actor(
        entity_text=found.verb.doc.text[first.start : others[-1].end],
        entity_name=in_a_row([one.entity_name or one.entity_text or "" for one in told]),
        resolution="unresolved" if any(one.resolution == "unresolved" for one in told) else told[0].resolution,
        **shared,
    )


def is_joined_by_and(speaker: Token | None) -> bool:
    """Not "the Baloch Liberation Army, or BLA"; of "the bloc ECOWAS" the parse makes two."""
    if speaker is None:
        return False
    row = [speaker, *(one for one in speaker.conjuncts if one.i > speaker.i)]
    apart = all(second.i - first.i > 1 for first, second in pairwise(row))
    return apart and any(child.lower_ == "and" for one in row for child in one.rights if child.dep_ == "cc")


def only_value(actors: Sequence[Actor], name: str) -> object:
    values = {getattr(one, name) for one in actors}
    return values.pop() if len(values) == 1 else None


def in_a_row(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]])


def who_reckons(figures: Token, actors: Sequence[ActorMark]) -> Actor | None:
    """ "The ministry's figures", "a UN tally", "figures compiled by the monitor", "a statement of the army"."""
    told = {figures.lower_, figures.low_lemma}
    lists = (speech_words().lists["reckonings"], actor_words("artefacts"), actor_words("desks"))
    if all(told.isdisjoint(one) for one in lists):
        return None
    steps = [*prepositional_objects(figures, "of", "by", "from")]
    steps += [hand for child in figures.rights if child.dep_ == "acl" for hand in by_agents(child)]
    beside = [child for child in figures.lefts if child.dep_ in {"poss", "compound", "amod", "nmod"}]
    marks = (covering(actors, one.idx) for one in (*beside, *steps))
    return next((mark.actor for mark in marks if mark is not None and mark.kind in BODIES_THAT_RECKON), None)


def without_clause(source: Span, head: Token) -> Span:
    """ "One survivor, who gave no name": one survivor."""
    clause = next((child for child in head.rights if child.dep_ == "relcl"), None)
    if clause is None or not source.start < clause.left_edge.i - 1 < source.end:
        return source
    end = clause.left_edge.i
    return source.doc[source.start : end - 1 if source.doc[end - 1].is_punct else end]


def described_by_office(name: Token, actors: Sequence[ActorMark]) -> ActorMark | None:
    """ "Guillaume Soro, the leader of the New Forces": of a name that no list knows, the office tells the side."""
    offices = (child for child in name.children if child.dep_ == "appos" and child.pos_ == "NOUN")
    marks = (covering(actors, office.idx) for office in offices)
    return next((mark for mark in marks if mark is not None and mark.kind == "person"), None)


def named_behind_office(
    found: Attribution, head: Token, mark: ActorMark | None, actors: Sequence[ActorMark]
) -> Actor | None:
    """ "Health official Ashraf Nur", "High Commissioner for Human Rights Zeid Hussein": the name that ends a source is
    its own, right behind the office or behind the capitalised words that the office is for.
    """
    doc = found.verb.doc
    end = doc[found.source[0][1] - 1]
    named = covering(actors, end.idx)
    if named is None or not is_named_person(end, actors) or named.start <= head.idx or end.pos_ != "PROPN":
        return None
    if mark is not None and mark.end < named.start and not doc.text[mark.end : named.start].strip():
        return named.actor if mark.kind == "person" else None
    is_office = head.pos_ == "PROPN" and head.text[:1].isupper() and head.lower_ != head.text
    step = next((child for child in head.children if child.dep_ == "prep" and child.i > head.i), None)
    if not is_office or step is None or step.lower_ not in speech_words().lists["of_offices"] or step.idx > named.start:
        return None
    words = named.text.split()
    article = doc.text[step.idx : named.start].split()[1:2] == ["the"]
    if len(words) < LONG_NAME + (not article):
        return None  # "Friend of Ali Hassan"
    return named.actor.model_copy(update={"entity_text": " ".join(words[-2:]), "entity_name": " ".join(words[-2:])})


def named_head(head: Token, actors: Sequence[ActorMark]) -> Token:
    """Whom the head stands for: "the militia, which ...", "the head of the junta, Colonel Adan"."""
    if head.lower_ in speech_words().lists["relatives"]:
        above = next((verb for verb in head.ancestors if verb.dep_ == "relcl"), None)
        return above.head if above is not None else head
    names = [child for child in head.children if child.dep_ == "appos" and is_named_person(child, actors)]
    return names[0] if names and (head.pos_ == "NOUN" or not is_named_person(head, actors)) else head


def is_named_person(token: Token, actors: Sequence[ActorMark]) -> bool:
    mark = covering(actors, token.idx)
    return mark is not None and mark.kind == "person" and mark.resolution in {"named", "coreference"}
