from builders import claim, day, days, report, side
from truceline.reconcile.join_claims import join_claims

ARM, AZE = side("Armenia", "ARM"), side("Azerbaijan", "AZE")
STORY = report("A truce was agreed on the tenth. It fell apart. A second truce agreed on Saturday fell apart at once.")


def truce(words, stage, nth=0, sentence=0, **fields):
    return claim("ceasefire", STORY, words, stage=stage, nth=nth, sentence=sentence, **fields)


def processes(*claims):
    return [record for record in join_claims(claims) if record.kind == "ceasefire_process"]


def test_an_end_belongs_to_the_truce_told_of_before():
    agreed = truce("A truce was agreed", "agreed", declared=day("2020-10-10"))
    gone = truce("It fell apart", "collapsed", sentence=1)
    (process,) = processes(gone, agreed)
    assert [step.stage for step in process.steps] == ["agreed", "collapsed"]


def test_two_truces_declared_weeks_apart_never_join():
    first = truce("A truce was agreed", "agreed", declared=day("2020-10-10"), parties=(ARM, AZE))
    second = truce("A second truce", "agreed", sentence=2, declared=day("2020-10-26"), parties=(ARM, AZE))
    assert len(processes(first, second)) == 2


def test_a_truce_held_for_an_interval_of_days():
    agreed = truce("A second truce", "agreed", sentence=2, declared=day("2020-10-17"))
    gone = truce("fell apart at once", "collapsed", sentence=2, ended=days("2020-10-17", "2020-10-21"))
    (process,) = processes(agreed, gone)
    assert process.held_days == (0, 4)


def test_the_order_of_claims_does_not_matter():
    claims = [
        truce("A truce was agreed", "agreed", declared=day("2020-10-10")),
        truce("It fell apart", "collapsed", sentence=1),
        truce("A second truce", "agreed", sentence=2, declared=day("2020-10-17")),
        truce("fell apart at once", "collapsed", sentence=2),
    ]
    assert processes(*claims) == processes(*reversed(claims))
    assert len(processes(*claims)) == 2
