"""What is said: the pieces of content around a cue."""

from truceline.understand.grammar import SUBJECTS
from truceline.understand.markers.speaker_parts.attribution import QUOTES, Piece
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Token

FOLLOWING = {
    "aim": frozenset({"xcomp", "ccomp"}),
    "object": frozenset({"xcomp", "ccomp", "oprd"}),
    "preposition": frozenset({"pcomp", "xcomp", "ccomp"}),
}
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def clause_after(verb: Token) -> Token | None:
    """The clause that says what: "said that ...", "denied having ..."."""
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)


def aim_after(verb: Token) -> Token | None:
    return next((c for c in verb.children if (c.dep_ == "xcomp" or is_asked(c, verb)) and c.i > verb.i), None)


def is_asked(infinitive: Token, verb: Token) -> bool:
    """ "Entreated the rebels to spare the road": the parse takes what is asked with a rare verb for an aim."""
    if infinitive.dep_ != "advcl" or infinitive.tag_ != "VB" or verb.low_lemma not in speech_words().lists["demand"]:
        return False
    asked = object_after(verb)
    return asked is not None and asked.right_edge.i + 1 == infinitive.left_edge.i


def object_after(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"dobj", "attr", "oprd"} and c.i > verb.i), None)


def preposition_after(verb: Token) -> Token | None:
    wanted = speech_words().prepositions.get(verb.low_lemma, frozenset())
    behind = (c for c in verb.children if c.dep_ in {"prep", "agent"} and c.lower_ in wanted and c.i > verb.i)
    return next((step for step in behind if has_its_particle(verb, step)), None)


def has_its_particle(verb: Token, step: Token) -> bool:
    """ "Held out for a vote"; a truce that "held for a year" says nothing, nor who "held on to the suburbs"."""
    particles = speech_words().particles.get((verb.low_lemma, step.lower_))
    if particles is None and verb.lemma_ == "hold":
        return "prt" not in verb.child_deps
    return particles is None or any(token.lower_ in particles for token in verb.doc[verb.i + 1 : step.i])


def clause_before(verb: Token) -> Token | None:
    """What an inverted cue follows: "The town fell, he said"."""
    return next((c for c in verb.children if c.dep_ in {"ccomp", "parataxis"} and c.i < verb.i), None)


def right_piece(verb: Token, first: Token, rule: str = "") -> Piece:
    """From the first complement to the end of its words, with the further complements that the rule lets follow;
    a further verb or cue of the same speaker ends it."""
    start, end = after_date(verb, content_start(verb, first, rule)), first.right_edge.i + 1
    start = max(start, opening_that(first))
    for child in verb.children:
        if child.i > first.i and child.dep_ != "punct" and child.right_edge.i >= end:
            if is_setting_between(child, verb, rule):
                continue
            if not goes_along(child, verb, rule):
                break
            end = child.right_edge.i + 1
    cut = next((token.i for token in verb.doc[first.i + 1 : end] if starts_further_cue(token, verb)), end)
    end = before_comment(verb, first.i, min(end, before_joint(verb, cut) if cut < end else end))
    return start, before_other_voice(verb, first.i, end)


def before_other_voice(verb: Token, start: int, end: int) -> int:
    """ "Suggested that they meet in Kampala; Khartoum insists on Doha": behind the semicolon somebody else speaks."""
    end = before_answer(verb, start, end)
    stop = next((token.i for token in verb.doc[start + 1 : end] if token.text == ";"), None)
    if stop is None or any(token.text in QUOTES for token in verb.doc[start:stop]):
        return end
    for token in verb.doc[stop + 1 : end]:
        own = [child for child in token.lefts if child.dep_ in SUBJECTS] if token.tag_ in FINITE_TAGS else []
        if own:
            speaks = speech_words().is_cue_verb(token.low_lemma) and own[0].pos_ in {"NOUN", "PROPN"}
            return stop if speaks else end
    return end


def before_answer(verb: Token, start: int, end: int) -> int:
    """ "Kabul says X bombed two villages, but Pakistan denied this": the answer is no part of what is said."""
    lists = speech_words().lists
    for token in verb.doc[start + 1 : end]:
        is_answered = token.lower_ in lists["answered"] and token.dep_ == "dobj"
        if not is_answered or token.head.low_lemma not in lists["answers"]:
            continue
        own = next((child for child in token.head.lefts if child.dep_ in SUBJECTS), None)
        joint = token.doc[own.left_edge.i - 1] if own is not None and own.pos_ != "PRON" else token
        if joint.lower_ in lists["before_answers"] and joint.i > start + 1:
            return joint.i - 1 if joint.nbor(-1).text == "," else joint.i
    return end


def is_setting_between(setting: Token, verb: Token, rule: str) -> bool:
    """ "Accused Baku on Tuesday of shelling Jermuk", "urged its men in a speech to hold fire": when and where it was
    said stands within what is said.
    """
    told = setting.ent_type_ in {"DATE", "TIME"} or (setting.dep_ == "prep" and is_time_or_medium(setting))
    told = told or is_who_it_is(setting)
    told = told or setting.lower_ in speech_words().lists["turns_of_story"]
    first = next((word.i for word in verb.doc[setting.right_edge.i + 1 : verb.sent.end] if word.text != ","), 0)
    behind = (child for child in verb.children if child.left_edge.i == first)
    goes_on = {"object": is_accused_deed, "aim": is_asked_of, "preposition": is_asked_of}.get(rule)
    return told and goes_on is not None and any(goes_on(child) for child in behind)


def is_who_it_is(noun: Token) -> bool:
    """ "Accused Hamas, rulers of Gaza, of": what the parse hangs loose beside the accused."""
    return (
        noun.dep_ in {"dep", "appos", "dobj"} and noun.pos_ in {"NOUN", "PROPN"} and noun.left_edge.nbor(-1).text == ","
    )


def is_accused_deed(step: Token) -> bool:
    return step.lower_ == "of" and "pcomp" in step.child_deps


def is_asked_of(aim: Token) -> bool:
    return aim.dep_ == "xcomp" and aim.tag_ == "VB"


def opening_that(clause: Token) -> int:
    """ "Said earlier that it was ready": where the clause is opened by "that", nothing before it is said."""
    return max((child.i for child in clause.children if child.dep_ == "mark" and child.lower_ == "that"), default=0)


def before_comment(verb: Token, start: int, end: int) -> int:
    """Without what the report says of it: "..., a charge the premier waved aside", "..., though monitors say",
    "..., which Kigali denies".
    """
    comments = speech_words().lists["comments"]
    for token in verb.doc[start + 2 : end]:
        if token.lower_ == "according" and token.nbor(-1).text == ",":
            return int(token.i) - 1
        opened = token.i - 2 > start and token.nbor(-2).text == "," and token.nbor(-1).lower_ in {"a", "an"}
        if opened and token.low_lemma in comments and any(c.dep_ in {"relcl", "acl"} for c in token.children):
            return int(token.i) - 2
        if token.lower_ in speech_words().lists["contrasts"] and token.nbor(-1).text == "," and is_retort(token.head):
            return int(token.i) - 1
        if token.tag_ == "WDT" and token.nbor(-1).text == "," and is_answer_of_other(token):
            return int(token.i) - 1
    return end


def is_answer_of_other(which: Token) -> bool:
    """ "Accuses Rwanda of arming the M23, which Kigali denies": the answer of somebody else."""
    verb = which.head
    if which.dep_ != "dobj" or verb.low_lemma not in speech_words().lists["answers"]:
        return False
    return any(child.dep_ in SUBJECTS and child.pos_ != "PRON" for child in verb.lefts)


def is_retort(verb: Token) -> bool:
    """Somebody else's word: "though the monitors say it exists only on paper", "where elders spoke of 11 dead"."""
    lemma = verb.low_lemma
    is_said = lemma in speech_words().lists["says"] and any(c.dep_ == "ccomp" for c in verb.children)
    is_said = is_said or (lemma in speech_words().prepositions and preposition_after(verb) is not None)
    return is_said and any(child.dep_ in SUBJECTS and child.pos_ != "PRON" for child in verb.children)


def starts_further_cue(token: Token, verb: Token) -> bool:
    """A further cue of the same speaker ends the content: ", adding that ...", "and called for ..."."""
    if token.pos_ != "VERB" or not speech_words().is_cue_verb(token.low_lemma) or token.i <= verb.i + 1:
        return False
    if token.tag_ == "VBG":
        joined = token.dep_ == "conj" and verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in token.children)
        return (token.dep_ == "advcl" or joined) and word_before(token) in {",", "while", "and", "but"}
    return is_finite_twin(token, verb) and word_before(token) in {"and", "but", "then", "also"}


def is_finite_twin(token: Token, verb: Token) -> bool:
    """No subject of its own, and a finite form: "and called for", "but did not disclose"."""
    lists = speech_words().lists
    kept_back = token.low_lemma in lists["withheld"] and any(child.dep_ == "neg" for child in token.children)
    if not kept_back and token.low_lemma not in lists["twins"]:
        return False
    if any(child.dep_ in SUBJECTS | {"mark"} for child in token.children):
        return False
    helpers = {child.lower_ for child in token.children if child.dep_ == "aux"}
    return bool(helpers & speech_words().lists["finite_auxiliaries"]) or (
        not helpers and token.tag_ == verb.tag_ and token.tag_ in {"VBD", "VBZ", "VBP"}
    )


def word_before(token: Token) -> str:
    here = token.i - 1
    while here > 0 and token.doc[here].dep_ in {"advmod", "neg", "aux"}:
        here -= 1
    return token.doc[here].lower_


def before_joint(verb: Token, cut: int) -> int:
    """Without the "and" or comma that joins the further cue."""
    doc = verb.doc
    while doc[cut - 1].dep_ in {"advmod", "aux", "cc", "neg"} or doc[cut - 1].lower_ in {",", "while", "and", "but"}:
        cut -= 1
    return cut


def content_start(verb: Token, first: Token, rule: str) -> int:
    """What is said begins with a noun that the parse took for the object: "said 5,000 residents ... had perished"."""
    thing = object_after(verb) if rule == "clause" else None
    if thing is None or thing.i > first.left_edge.i or verb.low_lemma in speech_words().lists["addressed"]:
        return first.left_edge.i
    if any(token.lower_ == "that" for token in verb.doc[thing.i : first.i]):
        return first.left_edge.i
    return thing.left_edge.i


def after_date(verb: Token, start: int) -> int:
    """Without the day of speaking that the parse hung on the clause: "said on Monday it had ..."."""
    if start != verb.i + 1:
        return start
    here = start + (verb.doc[start].lower_ in {"on", "late", "early"})
    while here < len(verb.doc) and verb.doc[here].ent_type_ == "DATE":
        here += 1
    return here if here > start + 1 or verb.doc[start].ent_type_ == "DATE" else start


def goes_along(child: Token, verb: Token, rule: str) -> bool:
    """Whether a later child of the cue is still what is said; the time and place of speaking are not."""
    if child.dep_ in FOLLOWING.get(rule, frozenset()):
        return True
    if rule not in {"object", "aim", "preposition"}:
        return False
    if child.dep_ == "advcl":
        return child.tag_ != "VBG" and not any(
            c.dep_ in {"mark", "advmod"} and c.lower_ in speech_words().lists["aside_marks"] for c in child.children
        )
    if child.dep_ == "npadvmod" and child.pos_ == "PROPN" and child.ent_type_ == "PERSON":
        return rule in {"object", "aim"}  # a name that the parse hung on the verb: "the commander, General X, of"
    if child.dep_ != "prep" or is_time_or_medium(child):
        return False
    return child.lower_ in speech_words().lists["joined_prepositions"] or (
        rule == "preposition" and child.lower_ == "in"
    )


def is_time_or_medium(preposition: Token) -> bool:
    media = speech_words().lists["media"]
    return any(c.ent_type_ in {"DATE", "TIME"} or c.low_lemma in media for c in preposition.children)


def with_further_figures(verb: Token, piece: Piece) -> Piece:
    """ "74 killed, 171 wounded and 19 missing": figures go on behind a comma while no verb begins anything new."""
    doc, (start, end) = verb.doc, piece
    if 0 < end < len(doc) and doc[end - 1].like_num and doc[end].lower_ in speech_words().lists["counted_states"]:
        end += 1  # the parse takes the last of the figures for a verb
        piece = start, end
    if doc[end - 1].text == ",":
        end -= 1
    if end >= len(doc) or doc[end].text != ",":
        return piece
    rest = [token for token in doc[end : doc[end].sent.end] if not token.is_space]
    if is_singling_out(rest):
        return start, next((token.i for token in rest[1:] if token.text in {".", ";", ":"}), rest[-1].i + 1)
    if not any(token.like_num for token in doc[start:end]):
        return piece
    if len(rest) > 1 and rest[1].lower_ in {"including", "among"}:
        return start, next((token.i for token in rest[1:] if token.text in {",", ".", ";", ":"}), rest[-1].i + 1)
    stop = next((token.i for token in rest if token.text in {".", ";", ":", "–", "—"}), rest[-1].i + 1)
    behind = doc[end + 1 : stop]
    if any(token.tag_ in FINITE_TAGS or token.dep_ in {"relcl", "advcl"} for token in behind) or not behind:
        return piece
    return (start, stop) if behind[0].pos_ in {"NOUN", "NUM", "PROPN", "ADJ"} or behind[0].dep_ == "det" else piece


def is_singling_out(rest: list[Token]) -> bool:
    """ ", in particular the attacks on", ", especially those": the same thing goes on."""
    words = [token.lower_ for token in rest[1:3]]
    return words == ["in", "particular"] or words[:1] in (["particularly"], ["especially"], ["notably"])


def with_quotation_marks(verb: Token, piece: Piece, quotations: Quotations) -> Piece:
    """Marks right beside the content belong to it: "said "we will stay"."""
    doc, (start, end) = verb.doc, piece
    held = quotations.holding(start)
    if held is not None and held[0] == start - 1:
        start -= 1
    if held is not None and held[0] == start and end <= start + 2:
        end = held[1]  # the parse stopped at the opening mark
    for here in range(end, min(end + 3, len(doc))):
        if doc[here].text in QUOTES:
            held = quotations.holding(here)
            return (start, here + 1) if held is not None and held[0] < end else (start, end)
        if doc[here].text not in {".", ",", "?", "!"}:
            break
    return start, end


def behind_stop(verb: Token, start: int, end: int, quotations: Quotations) -> int:
    """The start of the last main clause before ``end``: a semicolon or colon outside quotations parts two."""
    for index in range(end - 2, start, -1):
        if verb.doc[index].text in {";", ":"} and quotations.holding(index) is None:
            return index + 1
    return start


def before_stop(verb: Token, start: int, end: int, quotations: Quotations) -> int:
    for index in range(start, end):
        if verb.doc[index].text == ";" and quotations.holding(index) is None:
            return index
    return end
