"""The stages that one mention of a truce tells."""

from collections.abc import Iterator

from truceline.model.claims.ceasefires import CeasefireStage
from truceline.understand.finders.ceasefire_parts.governors import Verdict, is_condition, is_denied, settled
from truceline.understand.finders.ceasefire_parts.idioms import idioms_of, short_lived
from truceline.understand.finders.ceasefire_parts.mentions import TruceMention
from truceline.understand.finders.ceasefire_parts.relations import VERBS, Relation, below, relations
from truceline.understand.finders.ceasefire_parts.truce_words import (
    has_lemma,
    stage_nouns,
    stage_verbs,
    word_set,
    words_beside,
)
from truceline.understand.grammar import (
    SUBJECTS,
    auxiliaries,
    clause_head,
    direct_objects,
    has_no,
    is_passive,
    subjects,
    words_after,
    words_before,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Doc, Token

LOOSE = frozenset({"to", "on", "upon", "of"})
STAND_IN_STAGES = frozenset(
    {"violated", "rejected", "extended", "expired", "collapsed", "not_observed", "agreed", "ended", "in_force"}
)
# Verbs too common to trust when the truce is only "it" or "the deal".
TOO_COMMON = frozenset(
    {
        "hold",
        "begin",
        "start",
        "end",
        "last",
        "be",
        "have",
        "break",
        "strike",
        "land",
        "win",
        "keep",
        "operate",
        "lift",
        "approve",
        "back",
        "finish",
        "maintain",
        "drop",
        "obtain",
        "secure",
        "achieve",
        "cancel",
        "go",
        "quit",
        "abandon",
        "fail",
        "bring",
        "apply",
        "arrange",
        "embrace",
        "dump",
        "allow",
        "permit",
        "enable",
    }
)
SAFE_IT = frozenset(
    {
        "break",
        "violate",
        "breach",
        "accept",
        "reject",
        "sign",
        "extend",
        "turn",
        "expire",
        "lapse",
        "collapse",
        "honour",
        "honor",
        "respect",
        "observe",
        "ignore",
        "endorse",
        "prolong",
        "renew",
        "abide",
    }
)
# Of an "it" right after the truce was named, these too.
SAFE_SUBJECT_IT = frozenset({"last", "hold", "fray", "unravel", "crumble", "survive", "come", "be", "fall", "break"})
SAFE_OF_ANOTHER = frozenset({"hold", "last", "end", "break", "fail", "be", "agree"})
LASTING = frozenset({"hours", "days", "minutes", "weeks", "months", "day", "week", "hour", "month"})
WHILE = frozenset({"middle", "midst", "before", "after", "into", "since", "during", "while", "hours", "minutes"})
SAFE_OBJECT_IT = frozenset(
    {
        "end",
        "lift",
        "suspend",
        "scrap",
        "abandon",
        "terminate",
        "cancel",
        "dismiss",
        "rebuff",
        "spurn",
        "uphold",
        "broker",
    }
)
# What happens to a proposal: announced, it is proposed; accepted, agreed; it can neither hold nor collapse.
PLAN_STAGES: dict[CeasefireStage, CeasefireStage] = {
    "announced": "proposed", "sought": "proposed", "proposed": "proposed", "agreed": "agreed", "rejected": "rejected",
    "ended": "rejected",
}  # fmt: skip
# A peace accord is not only a truce: what is told of it is told of the truce when it breaks.
PEACE_STAGES = frozenset({"violated", "ended", "collapsed", "not_observed"})
BETWEEN = frozenset({"DET", "ADJ", "NUM", "PROPN", "PRON", "ADV", "PUNCT", "SYM", "PART"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})
Told = tuple[Verdict, Token, str]


def stages_of(mention: TruceMention) -> Iterator[Told]:
    """Each stage with the word that tells it and the rule."""
    idiom = idioms_of(mention) if mention.form in {"truce", "plan"} else None
    refused = never_to_be(mention)
    if refused is not None:
        yield refused
    if is_not_there(mention.head) or is_not_there(mention.word):
        return
    brief = short_lived(mention)
    if brief is not None:
        yield brief
        return
    if idiom is not None:
        yield idiom
    empty = next(in_name_only(mention), None)
    if empty is not None:
        yield empty
    yield from standing(mention)
    yield from war_ended(mention)
    yield from gone_on(mention)
    for relation, word, preposition in [*relations(mention.head), *relations_of_paper(mention)]:
        if idiom is not None and (word == idiom[1] or idiom[1] in list(word.ancestors)[:2]):
            continue
        told = in_noun(word, mention) if relation == "noun" else in_verb(word, relation, preposition, mention)
        if told is not None and fits(told, mention) and not (empty and clause_head(empty[1]) == told[1]):
            yield vetoed(told, mention)
    if mention.form == "truce":
        yield from despite(mention)
        yield from days_into(mention)


def vetoed(told: Told, mention: TruceMention) -> Told:
    """ "vetoed a resolution calling for a ceasefire": the call came to nothing."""
    verdict, word, _ = told
    paper = word.head
    if verdict.stage not in {"sought", "proposed"} or word.dep_ not in {"acl", "relcl"} or paper == mention.head:
        return told
    verb = paper.head.head if paper.dep_ == "pobj" else paper.head
    refused = paper.dep_ in {"dobj", "nsubjpass", "pobj"} and has_lemma(verb, "vetoing")
    return (Verdict("rejected", verb), verb, "vetoed") if refused else told


def relations_of_paper(mention: TruceMention) -> Iterator[tuple[Relation, Token, Token | None]]:
    """ "the cessation of hostilities agreement signed in Pretoria": the participle hangs on the paper or below it."""
    for step in mention.head.children:
        for paper in step.children if step.lower_ == "of" else ():
            if has_lemma(paper, "papers") or (step.lower_ == "of" and has_lemma(paper, "fighting")):
                yield from (one for child in paper.children for one in below(child))


def never_to_be(mention: TruceMention) -> Told | None:
    """ "There will be no ceasefire", "no truce while he rules": refused; "there must be one": asked for."""
    verb = mention.head.head
    if mention.head.dep_ not in {"attr", "nsubj"} or verb.lemma_ != "be" or is_condition(verb):
        return None
    if any(child.dep_ == "csubj" and has_lemma(child, "asking") for child in verb.children) and not is_denied(verb):
        return Verdict("sought", verb), verb, "what-is-needed"
    there = any(child.dep_ == "expl" for child in verb.children)
    helpers = auxiliaries(verb)
    none = has_no(mention.head)
    if none and will_not_be(mention.head):
        return Verdict("rejected", verb), verb, "there-will-be-none"
    if there and not none and helpers & {"must", "should", "ought"}:
        return Verdict("sought", verb), verb, "there-must-be"
    new = any(child.lower_ in {"a", "an"} for child in mention.head.children)
    if there and new and not helpers and verb.tag_ in {"VBZ", "VBP"} and not is_denied(verb):
        return Verdict("in_force", verb), verb, "there-is"
    return None


def standing(mention: TruceMention) -> Iterator[Told]:
    """ "a truce in force since April", "the school truce, in effect since September"."""
    for step in mention.head.children:
        for state in step.children if step.lower_ == "in" and step.i > mention.head.i else ():
            if state.lower_ in {"force", "effect", "place", "vigour"}:
                yield Verdict("in_force", mention.head), step, "standing-in-force"


def in_name_only(mention: TruceMention) -> Iterator[Told]:
    """ "A truce that exists in name only", "he described it as existing on paper alone"."""
    behind = [word for word in words_after(mention.head.doc, mention.head.i + 1, 12) if not word.is_punct]
    forms = [word.lower_ for word in behind if word.sent == mention.head.sent]
    for at in range(len(forms) - 2):
        empty = forms[at : at + 2] in (["in", "name"], ["on", "paper"]) and forms[at + 2] in {"only", "alone"}
        if empty or forms[at : at + 3] in (["only", "on", "paper"], ["only", "in", "name"]):
            yield Verdict("not_observed", behind[at], factuality="CT+"), behind[at], "in-name-only"
            return


def resumed_beside(mention: TruceMention) -> Token | None:
    """The verb of fighting that starts again while a truce is there: "hours after", "a day into", "before"."""
    above = list(mention.head.ancestors)
    if mention.head.sent.forms & {"ink", "old"}:  # "the ink was barely dry when mortars hit", "was hardly a day old"
        above += [child for up in above for child in up.children if child.dep_ == "advcl"]
    for up in above:
        if up.pos_ not in VERBS or not has_lemma(up, "resuming") or is_denied(up) or is_condition(up):
            continue
        told = [*subjects(up), *(direct_objects(up) if up.lemma_ in {"hear", "report"} else [])]
        between = {word.lower_ for word in up.doc[min(up.i, mention.head.i) : max(up.i, mention.head.i)]}
        if "but" in between:
            return None  # "reported shooting after noon, but the truce held"
        over = between & {"expiry", "expiration", "end", "collapse", "expired", "ended", "collapsed", "lapsed"}
        beside = {word.lower_ for word in mention.head.sent}
        ink = {"ink", "dry"} <= beside or {"old", "when"} <= beside
        if any(is_fight(one) for one in told) and not over and (between & WHILE or ink):
            return up
    return None


def gone_on(mention: TruceMention) -> Iterator[Told]:
    """ "announced a ceasefire but kept up its air attacks"."""
    verb = mention.head.head
    making = mention.head.dep_ == "dobj" and has_lemma(verb, "making")
    for later in verb.children if making else ():
        fights = any(is_fight(one) for one in (*direct_objects(later), *later.children))
        if later.dep_ == "conj" and has_lemma(later, "going_on") and fights and not is_denied(later):
            yield Verdict("violated", later, factuality="CT+"), later, "gone-on"


def is_fight(noun: Token) -> bool:
    return has_lemma(noun, "fighting") or has_lemma(noun, "stopping_things") or has_lemma(noun, "falling_silent")


def war_ended(mention: TruceMention) -> Iterator[Told]:
    """ "the war ended with a US-brokered ceasefire", "an armistice that ended three years of fighting"."""
    step = mention.head.head
    verb = step.head
    ending = {"end", "stop", "halt", "conclude", "cease"}
    if mention.form != "truce" or mention.head.dep_ != "pobj" or step.lower_ not in {"with", "in", "by", "through"}:
        return
    if verb.lemma_ not in ending or not any(is_war(one) for one in subjects(verb)):
        return
    verdict = settled(verb, "agreed")
    if verdict is not None and verdict.stage == "agreed":
        yield verdict, verb, "war-ended-by"


def is_war(noun: Token) -> bool:
    return (
        noun.lemma_.lower() in {"war", "conflict"} or has_lemma(noun, "stopping_things") or has_lemma(noun, "fighting")
    )


def stages_by_order(mention: TruceMention) -> Iterator[Told]:
    """By the order of words alone, where the parse shows nothing: headlines, inserted phrases."""
    offer = mention.form == "plan" and mention.head != mention.word
    if not (mention.form == "truce" or offer) or is_not_there(mention.head) or is_not_there(mention.word):
        return
    told = (None if offer else told_behind(mention)) or told_before(mention)
    if told is not None and (not offer or told[0].stage in {"agreed", "rejected"}):
        yield told


def told_behind(mention: TruceMention) -> Told | None:
    """ "the truce was, by and large, respected", "the truce lies in ruins"."""
    been = False
    doc = mention.head.doc
    behind = mention.head.dep_ == "pobj" and mention.head.head.lower_ in {"after", "before", "since"}
    for word in clause_words(doc, mention.head.i + 1, 9):
        if behind and word.text == ",":
            return None  # "after the truce, those who had fled returned"
        if word.lower_ in word_set("unsure") or is_yet_to_expire(word) or (word.pos_ == "VERB" and is_condition(word)):
            return None
        if tells_of_others(word, mention):
            return None
        been = been or word.lemma_ == "be"
        stage = surface_stage(word, "done" if been else "does")
        if stage is not None:
            return Verdict(stage, word), word, f"order-{stage}"
    return None


def tells_of_others(verb: Token, mention: TruceMention) -> bool:
    """ "The envoys who came to explore a truce returned": they did, and it only stands in what is said of them."""
    who = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if who is None or verb.pos_ != "VERB":
        return False
    up = [mention.head, *mention.head.ancestors]
    return who in up and any(word.dep_ == "relcl" for word in up[: up.index(who)])


def clause_words(doc: Doc, start: int, most: int) -> Iterator[Token]:
    for word in words_after(doc, start, most):
        if word.text in {".", ";", ":", "?", "!"} or word.is_sent_start:
            return
        yield word


def surface_stage(word: Token, side: str) -> CeasefireStage | None:
    if side != "before" and ((side == "done" and word.tag_ not in {"VBN", "VBD", "JJ"}) or word.tag_ == "NN"):
        return None
    if word.tag_ == "VBG":
        return None
    after = {form for near in words_after(word.doc, word.i + 1, 3) for form in (near.lower_, near.lemma_.lower())}
    for lemma in bases(word):
        for line in stage_verbs("does" if side == "does" else "done").get(lemma, []):
            if all(need & after for need in line.needs) and (line.needs or lemma not in TOO_COMMON):
                return line.stage
    return None


def bases(word: Token) -> tuple[str, ...]:
    """What a form may come from; the parser takes headline verbs for nouns ("lies", "holds", "respected")."""
    form = word.lower_
    if word.pos_ == "VERB":
        return (word.lemma_.lower(),)
    return tuple(form.removesuffix(ending) for ending in ("s", "es", "ed", "d", "") if form.endswith(ending))


def bases_of_form(verb: Token) -> tuple[str, ...]:
    """The lemmatizer errs on rare verbs: "decreed"."""
    return tuple(verb.lower_.removesuffix(ending) for ending in ("d", "ed", "s") if verb.lower_.endswith(ending))


def told_before(mention: TruceMention) -> Told | None:
    """ "Rebels in Casamance declare ceasefire": the verb stands before, with nothing but modifiers between."""
    doc = mention.word.doc
    for word in reversed(words_before(doc, mention.word.i, 6)):
        stage = surface_stage(word, "before") if is_verb_form(word) else None
        if word.lower_ in word_set("unsure") or word.text in {".", ";", ":", ","}:
            return None
        if stage is not None:
            verdict = settled(word, stage)
            return (verdict, word, f"order-{verdict.stage}") if verdict is not None else None
        if (
            word.pos_ not in BETWEEN
            and word.dep_ not in {"compound", "amod", "npadvmod", "poss"}
            and word.lower_ != "for"
        ):
            return None
    return None


def is_verb_form(word: Token) -> bool:
    """A finite verb; in a headline also what the parser took for an adjective or noun ("parties prolong ceasefire")."""
    if word.tag_ in FINITE and word.dep_ != "amod":
        return True
    bare = not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in word.sent)
    return bare and word.tag_ in {"JJ", "NN", "NNS", "NNPS"} and word.i > word.sent.start


def is_not_there(noun: Token) -> bool:
    """ "no truce", "without a ceasefire"."""
    return any(is_none(child, noun) for child in noun.children) or (
        noun.dep_ == "pobj" and noun.head.lower_ == "without"
    )


def is_none(word: Token, noun: Token) -> bool:
    """ "no truce", "any truce"; but "rejects any truce" speaks of all."""
    if word.dep_ not in {"det", "neg"} or word.lower_ not in {"no", "any"}:
        return False
    refusing = noun.dep_ == "dobj" and (
        stage_in_verb(noun.head, "done", None) in {"rejected", "violated"} or is_denied(noun.head)
    )
    return word.lower_ == "no" or not refusing


def fits(told: Told, mention: TruceMention) -> bool:
    verdict, word, _ = told
    if mention.form == "truce":
        return True
    if mention.form == "peace":
        return verdict.stage in PEACE_STAGES
    if mention.form == "another":
        return verdict.stage != "sought" and is_of_another(word, told[2], verdict.stage)
    if mention.word.lower_ == "it":
        just_named = mention.form == "just_named" and mention.word.dep_ == "nsubj"
        ended = mention.form == "just_named" and mention.word.dep_ == "dobj" and word.lemma_.lower() in SAFE_OBJECT_IT
        return ended or word.lemma_.lower() in SAFE_IT or (just_named and word.lemma_.lower() in SAFE_SUBJECT_IT)
    if mention.form == "just_named" and word.lemma_.lower() in SAFE_OBJECT_IT:
        return True
    return verdict.stage in STAND_IN_STAGES | {"proposed"} and (
        mention.form == "plan" or word.lemma_.lower() not in TOO_COMMON
    )


def is_of_another(verb: Token, rule: str, stage: CeasefireStage) -> bool:
    """ "The first was broken", never "the first was killed"."""
    lemma = verb.lemma_.lower()
    if rule.startswith("done"):
        return lemma in SAFE_IT | SAFE_OF_ANOTHER
    return stage == "announced" or lemma not in (TOO_COMMON - SAFE_OF_ANOTHER) | {"return", "settle", "die", "burst"}


def in_verb(verb: Token, side: str, preposition: Token | None, mention: TruceMention) -> Told | None:
    stage = stage_by_complement(verb, side) or stage_in_verb(verb, side, preposition)
    particle = any(child.dep_ in {"prt", "advmod"} for child in verb.children)
    called = mention.head.dep_ == "nsubjpass" or is_new(mention)
    if verb.lemma_ == "call" and side == "done" and preposition is None and not particle and called:
        stage = "announced"  # "called a truce"
    if verb.lemma_ == "make" and side == "done" and preposition is None and not particle and is_new(mention):
        stage = "agreed"  # "made a truce"
    if stage is None or (side == "does" and (is_participle_ending(verb) or ends_something(verb))):
        return None
    if verb.lemma_ == "implement" and mention.form == "plan":
        return None
    if verb.lemma_ == "bring" and any(has_lemma(one, "weathers") for one in subjects(verb)):
        return None
    if verb.lemma_ == "bring" and stage == "proposed" and mention.form != "plan":
        if any(child.lower_ in {"forward", "back"} for child in verb.children):
            return None
        stage = "in_force"  # "the deal brought a lull"
    if verb.lemma_ == "adopt" and mention.head.lemma_ == "resolution":
        stage = "sought"
    known = any(child.lower_ in {"the", "this"} for child in mention.head.children)
    if verb.lemma_ in {"support", "back"} and stage == "sought" and known:
        return None
    if side == "does" and stage == "in_force" and is_to_start(verb):
        return Verdict("announced", verb), verb, "to-start"
    told: CeasefireStage | None = by_subject(verb, stage)
    if mention.form == "plan" and told is not None:
        told = PLAN_STAGES.get(told)
    return settled_in(verb, told, side) if told is not None else None


def is_new(mention: TruceMention) -> bool:
    return mention.head.dep_ == "dobj" and any(child.lower_ in {"a", "an"} for child in mention.head.children)


def settled_in(verb: Token, stage: CeasefireStage, side: str) -> Told | None:
    fictive = bool({"letter", "fiction", "sham", "illusion", "paper"} & words_beside(verb))
    if stage == "not_observed" and side == "does" and not has_little(verb) and not fictive:
        return None
    if verb.lemma_ == "fail" and any(child.dep_ == "xcomp" for child in verb.children):
        return Verdict("not_observed", verb), verb, "does-not_observed"
    if stage in {"in_force"} and verb.lemma_ in {"honour", "honor"} and "breach" in words_beside(verb):
        return Verdict("not_observed", verb), verb, "done-not_observed"
    if stage == "in_force" and side == "does" and is_in_vain(verb):
        return Verdict("not_observed", verb.head), verb, "although-in-force"
    if is_yet_to_expire(verb):
        return None
    verdict = settled(verb, stage) if stage != "not_observed" or side == "done" else Verdict(stage, verb)
    return (verdict, verb, f"{side}-{verdict.stage}") if verdict is not None else None


def is_yet_to_expire(verb: Token) -> bool:
    """ "It expires on Sunday"; in a headline, which has no full stop, "Truce expires" tells that it has."""
    runs_out = verb.lower_ == "runs" and any(child.lower_ == "out" for child in verb.children)
    return (runs_out or verb.lower_ in {"expires", "lapses"}) and verb.sent.text.rstrip()[-1:] in {".", "!", '"', "”"}


def is_to_start(verb: Token) -> bool:
    """ "a truce starting on Monday"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and has_lemma(verb, "starting")


def is_participle_ending(verb: Token) -> bool:
    """ "took effect on Wednesday, ending 14 months of war": the truce ends the war."""
    return verb.lower_ == "ending" and verb.dep_ == "advcl"


def ends_something(verb: Token) -> bool:
    """ "The truce ended two years of war": it did not end itself."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return verb.lemma_ in {"end", "finish", "begin", "start", "halt"} and bool(things)


def by_subject(verb: Token, stage: CeasefireStage) -> CeasefireStage:
    """A plan that calls for a truce proposes it; a council that votes for one asks for it."""
    doers = subjects(verb) if not is_passive(verb) else []
    if stage in {"sought", "proposed"} and any(is_deal(doer) for doer in doers):
        return "agreed"  # "the deal calls for a six-week ceasefire"
    if stage in {"sought", "agreed", "announced"} and any(has_lemma(doer, "plans") for doer in doers):
        return "proposed" if verb.lemma_ not in {"seal", "bring"} else stage
    if verb.lemma_ == "vote" and stage != "rejected":
        return "sought" if any(doer.lower_ in {"council", "assembly", "nations"} for doer in doers) else "agreed"
    return stage


def is_deal(noun: Token) -> bool:
    draft = any(child.lower_ in {"proposed", "draft", "possible", "any", "potential"} for child in noun.children)
    return has_lemma(noun, "deals") and not draft


def is_in_vain(verb: Token) -> bool:
    """ "shells fell although a truce was in force"."""
    although = any(child.lower_ in {"although", "though"} and child.dep_ == "mark" for child in verb.children)
    above = verb.head
    fights = has_lemma(above, "violence") or any(
        has_lemma(doer, "fighting") or has_lemma(doer, "stopping_things") for doer in subjects(above)
    )
    return although and verb.dep_ == "advcl" and fights and not is_denied(above)


def stage_in_verb(verb: Token, side: str, preposition: Token | None) -> CeasefireStage | None:
    table = stage_verbs(side)
    lines = table.get(verb.lemma_.lower(), []) or [line for base in bases_of_form(verb) for line in table.get(base, [])]
    if not lines:
        return None
    beside = words_beside(verb)
    own_object = preposition is not None and has_other_object(verb)
    for line in lines:
        if own_object and not line.needs:
            continue  # "held talks on a truce"
        if all(need & beside for need in line.needs) and (
            preposition is None or preposition.lower_ in LOOSE or any(preposition.lower_ in need for need in line.needs)
        ):
            return line.stage
    return None


def has_other_object(verb: Token) -> bool:
    """ "held talks on a truce"; not "clinched a deal on a truce"."""
    return any(child.dep_ == "dobj" and not has_lemma(child, "papers") for child in verb.children)


def stage_by_complement(verb: Token, side: str) -> CeasefireStage | None:
    """ "declared the truce over", "the truce was over"."""
    over = any(
        child.lower_ in {"over", "void", "finished", "null"}
        and child.dep_ in {"advmod", "acomp", "oprd", "prt", "prep", "ccomp"}
        for child in verb.children
    )
    return "ended" if over and verb.lemma_.lower() in {"declare", "be", "pronounce", "consider", "say"} else None


def has_little(verb: Token) -> bool:
    """ "had next to no impact", "made little difference"."""
    near = {token.lower_ for token in verb.subtree if abs(token.i - verb.i) < 7}
    return bool(near & word_set("little")) or is_denied(verb) or verb.lemma_ == "exist"


def in_noun(noun: Token, mention: TruceMention) -> Told | None:
    """ "violations of the truce", "calls for a truce", "the collapse of the truce"."""
    stage = stage_nouns().get(noun.lemma_.lower())
    verb = clause_head(noun)
    if stage == "extended" and has_no(noun) and will_not_be(noun):
        return Verdict("rejected", verb), verb, "there-will-be-none"
    if stage is None or is_not_there(noun):
        return None
    if stage == "extended" and noun.dep_ == "nsubj" and stage_by_complement(verb, "does") == "ended":
        return Verdict("ended", verb), verb, "noun-ended"
    if stage == "in_force" and has_lemma(verb, "delaying"):
        return None
    if stage in {"sought", "proposed", "extended"}:
        stage = stage_under_verb(stage, noun)
    if is_condition(verb) or stage is None:
        return None
    return Verdict(stage, noun, accused_of(noun, stage)), noun, f"noun-{stage}"


def will_not_be(noun: Token) -> bool:
    """ "There will be no extension"."""
    verb = noun.head
    there = verb.lemma_ == "be" and "expl" in verb.child_deps
    return there and bool(auxiliaries(verb) & {"will", "can", "shall", "'ll"}) and not is_condition(verb)


def stage_under_verb(stage: CeasefireStage, noun: Token) -> CeasefireStage | None:
    """ "rejected calls for a truce", "accepted an offer of a truce", "asked for an extension"."""
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "pobj"} and governor.pos_ == "VERB":
        failed = governor.dep_ == "xcomp" and has_lemma(governor.head, "failing")
        if stage == "extended" and (failed or has_lemma(governor, "idle") or has_lemma(governor, "discussing")):
            return None
        if has_lemma(governor, "refusing") or stage_in_verb(governor, "done", None) == "rejected":
            return "rejected"
        if has_lemma(governor, "accepting") and stage != "sought":
            return "extended" if stage == "extended" else "agreed"
        if has_lemma(governor, "wanting"):
            return "sought" if stage == "extended" else stage
        if is_denied(governor) and not has_lemma(governor, "heeding"):
            return None
    return stage


def accused_of(noun: Token, stage: CeasefireStage) -> tuple[Token, ...]:
    """ "accused Israel of violations", "violations by separatists"."""
    if stage != "violated":
        return ()
    found = [obj for child in noun.children if child.lower_ == "by" for obj in child.children if obj.dep_ == "pobj"]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if has_lemma(verb, "accusing"):
        found += [child for child in verb.children if child.dep_ == "dobj"]
    return tuple(found)


def despite(mention: TruceMention) -> Iterator[Told]:
    """ "shelling went on despite the truce"."""
    head = having_declared(mention.head) or mention.head
    if not is_despite(head):
        return
    verb = clause_head(head.head)
    no_end = any(has_lemma(one, "let_ups") for one in verb.children if one.dep_ in {"attr", "dobj", "nsubj"})
    if no_end and is_denied(verb):
        yield Verdict("not_observed", verb, factuality="CT+"), verb, "despite-truce"
    elif fights_on(verb) and not is_denied(verb):
        yield Verdict("not_observed", verb), verb, "despite-truce"


def fights_on(verb: Token) -> bool:
    told = [*subjects(verb), *(child for child in verb.children if child.dep_ in {"attr", "dobj"})]
    doing = any(has_lemma(one, "fighting") or has_lemma(one, "stopping_things") for one in told)
    return doing or has_lemma(verb, "violence")


def having_declared(head: Token) -> Token | None:
    """ "despite having declared a ceasefire", "despite both sides agreeing to a truce"."""
    verbs = (up for up in list(head.ancestors)[:3] if up.dep_ in {"pcomp", "pobj"} and up.tag_ in {"VBG", "VBN"})
    return next((verb for verb in verbs if verb.head.lower_ in {"despite", "notwithstanding"}), None)


def days_into(mention: TruceMention) -> Iterator[Told]:
    """ "Five days into the truce, aid has yet to reach Tigray": it is in force, unless it is told to be broken."""
    before = [word.lower_ for word in words_before(mention.head.doc, mention.head.left_edge.i, 2)]
    if before[-1:] != ["into"] or before[0] not in {
        "hours",
        "days",
        "minutes",
        "weeks",
        "months",
        "day",
        "week",
        "hour",
    }:
        return
    verb = clause_head(mention.head)
    if not fights_on(verb):
        yield Verdict("in_force", mention.head, factuality="CT+"), mention.head, "days-into"


def is_despite(head: Token) -> bool:
    """ "despite the truce", "in spite of it", "hours into it"."""
    if head.dep_ not in {"pobj", "pcomp"}:
        return False
    before = [word.lower_ for word in words_before(head.doc, head.left_edge.i, 3)]
    spite = before[-2:] in (["spite", "of"], ["defiance", "of"], ["disregard", "of"])
    into = before[-1:] == ["into"] and before[-2:-1] != [] and before[-2] in {"hours", "days", "minutes", "hour", "day"}
    return spite or into or head.head.lower_ in {"despite", "notwithstanding", "defiance"}


def named_plan(mention: TruceMention, marked: MarkedReport) -> Told | None:
    """ "Washington's proposal for a truce has Kyiv's backing": a plan told by whose it is."""
    owners = [child for child in mention.head.children if child.dep_ in {"poss", "amod", "compound"}]
    if mention.form != "plan" or mention.head == mention.word or is_not_there(mention.head):
        return None
    owned = any(marked.actor_mark_of(owner) is not None for owner in owners)
    return (Verdict("proposed", mention.head), mention.head, "named-plan") if owned else None
