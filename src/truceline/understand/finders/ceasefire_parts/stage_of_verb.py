"""The stage that a verb tells of the truce which it has for its subject or object."""

from truceline.model.claims.ceasefires import CeasefireStage
from truceline.understand.finders.ceasefire_parts.governors import Told, Verdict, is_denied, settled
from truceline.understand.finders.ceasefire_parts.mentions import TruceMention
from truceline.understand.finders.ceasefire_parts.truce_words import (
    has_lemma,
    stage_verbs,
    word_set,
    words_beside,
)
from truceline.understand.grammar import by_agents, is_passive, subjects
from truceline.understand.tokens import Token

STAND_IN_STAGES = frozenset(
    {"violated", "rejected", "extended", "expired", "collapsed", "not_observed", "agreed", "ended", "in_force"}
)
# What happens to a proposal: announced, it is proposed; accepted, agreed; it can neither hold nor collapse.
PLAN_STAGES: dict[CeasefireStage, CeasefireStage] = {
    "announced": "proposed", "sought": "proposed", "proposed": "proposed", "agreed": "agreed", "rejected": "rejected",
    "ended": "rejected",
}  # fmt: skip
# A peace accord is not only a truce: what is told of it is told of the truce when it breaks.
PEACE_STAGES = frozenset({"violated", "ended", "collapsed", "not_observed"})


def bases_of_form(verb: Token) -> tuple[str, ...]:
    """The lemmatizer errs on rare verbs: "decreed"."""
    return tuple(verb.lower_.removesuffix(ending) for ending in ("d", "ed", "s") if verb.lower_.endswith(ending))


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
    lemma = word.low_lemma
    just_named = mention.form == "just_named"
    if mention.word.lower_ == "it":
        told_first = "ccomp" in word.child_deps  # "it was announced that the port would open"
        done = just_named and mention.word.dep_ in {"dobj", "nsubjpass"} and lemma in word_set("sure_if_done_to_it")
        done = done and not told_first
        does = just_named and mention.word.dep_ == "nsubj" and lemma in word_set("sure_if_it_does")
        things = [child for child in word.children if child.dep_ == "dobj" and not has_lemma(child, "effects")]
        does = does and not things  # "it took effect", not "it would have to hold elections"
        return done or does or lemma in word_set("sure_of_it")
    if (just_named and lemma in word_set("sure_if_done_to_it")) or is_sure_of_deal(word, mention):
        return True
    sure = mention.form == "plan" or lemma not in word_set("too_common")
    return verdict.stage in STAND_IN_STAGES | {"proposed"} and sure


def is_sure_of_deal(verb: Token, mention: TruceMention) -> bool:
    """ "The agreement has largely held", "past agreements were broken"."""
    of_deal = has_lemma(mention.word, "deals") and mention.word.dep_ in {"nsubj", "nsubjpass"}
    return of_deal and verb.lemma_ in word_set("sure_of_deals") and "dobj" not in verb.child_deps


def is_of_another(verb: Token, rule: str, stage: CeasefireStage) -> bool:
    """ "The first was broken", never "the first was killed"."""
    lemma = verb.low_lemma
    if rule.startswith("done"):
        return lemma in word_set("sure_of_it") | word_set("sure_of_another")
    common = word_set("too_common") - word_set("sure_of_another")
    return stage == "announced" or lemma not in common | word_set("too_common_for_truces")


def in_verb(verb: Token, side: str, preposition: Token | None, mention: TruceMention) -> Told | None:
    stage = stage_by_complement(verb) or stage_in_verb(verb, side, preposition)
    particle = any(child.dep_ in {"prt", "advmod"} for child in verb.children)
    called = mention.head.dep_ == "nsubjpass" or is_new(mention)
    if verb.lemma_ == "call" and side == "done" and preposition is None and not particle and called:
        stage = "announced"  # "called a truce"
    if verb.lemma_ == "make" and side == "done" and preposition is None and not particle and is_new(mention):
        stage = "agreed" if mention.form == "truce" else "proposed"  # "made a truce", "made a truce offer"
    calm = has_lemma(mention.head, "bare_stops") and has_lemma(verb, "calm_does")
    if (side == "done" and calm and not by_agents(verb)) or is_close_call(verb) or is_said_of_it(verb):
        return None  # "an uneasy calm settled": nobody settled it
    if stage is None or (side == "does" and (is_participle_ending(verb) or ends_something(verb))):
        return None
    if is_of_plan_only(verb, mention):
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


def is_at_work(verb: Token) -> bool:
    """ "Is negotiating a truce": there is none yet."""
    going_on = verb.tag_ == "VBG" and any(child.lemma_ == "be" for child in verb.children if child.dep_ == "aux")
    being = "being" in verb.helpers  # "a truce is being negotiated"
    return (being or (going_on and not is_passive(verb))) and has_lemma(verb, "worked_for")


def is_close_call(verb: Token) -> bool:
    """ "The truce came close to breaking"."""
    return verb.lemma_ == "come" and any(child.lower_ == "close" and child.dep_ == "advmod" for child in verb.children)


def is_said_of_it(verb: Token) -> bool:
    """ "Declared what it called a truce": by whom it is called so; or it is blessed by others than those who agree."""
    called = verb.dep_ == "relcl" and any(child.lower_ == "what" for child in verb.lefts)
    return called or is_blessing(verb)


def is_blessing(verb: Token) -> bool:
    """ "The Security Council endorsed the plan", "a draft resolution endorsing the accord": it is others who agree."""
    if verb.lemma_ not in {"endorse", "support", "back", "welcome"}:
        return False
    who = [verb.head] if verb.dep_ == "acl" else subjects(verb)
    return any(is_world_body(one) or one.lower_ in {"draft", "resolution"} for one in who)


def is_world_body(noun: Token) -> bool:
    beside = {child.lower_ for child in noun.children}
    return noun.lower_ in {"council", "assembly", "nations"} and bool(beside & {"security", "general", "united"})


def is_new(mention: TruceMention) -> bool:
    """ "A truce"; in a headline without its article."""
    articles = [child.lower_ for child in mention.head.children if child.dep_ in {"det", "poss"}]
    headline = not articles and mention.head.sent.text.rstrip()[-1:] not in {".", "!", "?", '"', "”"}
    return mention.head.dep_ == "dobj" and (headline or bool({"a", "an"} & set(articles)))


def settled_in(verb: Token, stage: CeasefireStage, side: str) -> Told | None:
    fictive = bool(word_set("fictions") & words_beside(verb))
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
    ends = verb.lower_ == "ends" and "dobj" not in verb.child_deps
    return (runs_out or ends or verb.lower_ in {"expires", "lapses"}) and verb.sent.text.rstrip()[-1:] in {
        ".",
        "!",
        '"',
        "”",
    }


def is_to_start(verb: Token) -> bool:
    """ "a truce starting on Monday"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and has_lemma(verb, "starting")


def is_participle_ending(verb: Token) -> bool:
    """ "took effect on Wednesday, ending 14 months of war": the truce ends the war."""
    return verb.lower_ == "ending" and verb.dep_ == "advcl"


def ends_something(verb: Token) -> bool:
    """ "The truce ended two years of war": it did not end itself."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return verb.lemma_ in word_set("ending_something") and bool(things)


def by_subject(verb: Token, stage: CeasefireStage) -> CeasefireStage:
    """A plan that calls for a truce proposes it; a council that votes for one asks for it; who is at it still seeks."""
    if stage == "agreed" and is_at_work(verb):
        return "sought"
    doers = subjects(verb) if not is_passive(verb) else []
    if stage in {"sought", "proposed"} and any(is_deal(doer) for doer in doers):
        return "agreed"  # "the deal calls for a six-week ceasefire"
    if stage in {"sought", "agreed", "announced"} and any(has_lemma(doer, "plans") for doer in doers):
        return "proposed" if verb.lemma_ not in {"seal", "bring"} else stage
    if verb.lemma_ == "vote" and stage != "rejected":
        return "sought" if any(doer.lower_ in {"council", "assembly", "nations"} for doer in doers) else "agreed"
    return stage


def is_of_plan_only(verb: Token, mention: TruceMention) -> bool:
    """ "Implemented the plan", "the talks produced a truce plan", "the visit included a truce"."""
    if has_lemma(verb, "holding_within"):
        return not any(is_paper(one) for one in subjects(verb))
    plan = mention.form == "plan" and verb.lemma_ == "implement"
    return plan or (mention.form != "truce" and has_lemma(verb, "bringing_about"))


def is_paper(noun: Token) -> bool:
    """ "The deal includes a ceasefire", "the plan contains one"."""
    return has_lemma(noun, "deals") or has_lemma(noun, "plans")


def is_deal(noun: Token) -> bool:
    draft = any(child.lower_ in word_set("of_drafts") for child in noun.children)
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
    lines = table.get(verb.low_lemma, []) or [line for base in bases_of_form(verb) for line in table.get(base, [])]
    if not lines:
        return None
    beside = words_beside(verb)
    own_object = preposition is not None and (has_other_object(verb) or is_parting(verb))
    for line in lines:
        if own_object and not line.needs:
            continue  # "held talks on a truce"
        if all(need & beside for need in line.needs) and (
            preposition is None
            or preposition.lower_ in word_set("to_its_object")
            or any(preposition.lower_ in need for need in line.needs)
        ):
            return line.stage
    return None


def is_parting(verb: Token) -> bool:
    """ "The round broke up as far apart as ever on a truce"."""
    return verb.lemma_ == "break" and any(child.dep_ == "prt" and child.lower_ == "up" for child in verb.children)


def has_other_object(verb: Token) -> bool:
    """ "held talks on a truce"; not "clinched a deal on a truce"."""
    return any(child.dep_ == "dobj" and not has_lemma(child, "papers") for child in verb.children)


def stage_by_complement(verb: Token) -> CeasefireStage | None:
    """ "declared the truce over", "the truce was over"."""
    over = any(
        child.lower_ in word_set("over") and child.dep_ in {"advmod", "acomp", "oprd", "prt", "prep", "ccomp"}
        for child in verb.children
    )
    return "ended" if over and verb.low_lemma in word_set("calling_over") else None


def has_little(verb: Token) -> bool:
    """ "had next to no impact", "made little difference"."""
    near = {token.lower_ for token in verb.subtree if abs(token.i - verb.i) < 7}
    return bool(near & word_set("little")) or is_denied(verb) or verb.lemma_ == "exist"
