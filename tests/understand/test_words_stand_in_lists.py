"""English words that somebody could add to stand in the word lists, not in the code that reads with them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import truceline.understand
from truceline.knowledge.files import SHIPPED, words
from truceline.model.actor import ActorKind

UNDERSTAND = Path(truceline.understand.__file__).parent
MODULES = sorted((*UNDERSTAND.glob("finders/**/*.py"), *UNDERSTAND.glob("markers/**/*.py")))
FEW = 3  # words: so many a rule may name itself
WORD = re.compile(r"['’]?[a-z][a-z' -]*")
RELATIONS = """
acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep
det dobj expl intj iobj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj
predet prep prt punct quantmod relcl xcomp"""
"""What spaCy calls the relations of words."""
FUNCTION_WORDS = """
a after ago all along also am among amid an and any anybody anyone are around as at be because been before both
but by ca can could despite during each earlier either every except following for from had has have he hence her
here him his home how i if in inside into is it its later less may me might more must my near neither no nobody
none not now of off on once one only or other others our out outside over own round same shall she should since so
some than that the their them themselves then these they this those through throughout till to toward towards two
under unless until up upon us very via was we were what when where whether which while who whom will with within
without wo would you across against back away aside down such next short late early previous longer fewer
's 'd 'll 're 've ’d ’ll ’re ’ve remain remains elsewhere pair those"""
"""No list ever grows by these: a test inside a function may name as many of them as it needs."""
NAMES = {
    "finders/casualty_parts/unnumbered.py": "rules",
    "finders/ceasefire_parts/governors.py": "lists",
    "finders/ceasefire_parts/stage_by_order.py": "endings of a verb",
    "finders/position_parts/content.py": "issues, in their order",
    "finders/positions.py": "rules",
    "finders/statements.py": "rules",
    "finders/territory.py": "lists",
    "markers/actor_parts/phrases.py": "kinds of names",
    "markers/actor_parts/sightings.py": "kinds of names",
    "markers/date_parts/clock_times.py": "rules",
    "markers/date_parts/spotting.py": "kinds of dates",
    "markers/number_parts/bounds.py": "lists",
}
"""Collections of names that look like English words, by file, and what they name."""


def values_of_the_record() -> frozenset[str]:
    """ "killed", "agreed", "phone": what a claim's fields may hold."""
    found: set[str] = set(get_args(ActorKind))
    for file in (*(UNDERSTAND.parent / "model").rglob("*.py"), *MODULES):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
                found |= {str(one.value) for one in ast.walk(node.slice) if isinstance(one, ast.Constant)}
    return frozenset(found)


VALUES = values_of_the_record()


def collections(tree: ast.AST) -> Iterator[tuple[int, frozenset[str]]]:
    """The words of each set, list, tuple or mapping of words that is written out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.List | ast.Tuple) or (isinstance(node, ast.Dict) and is_of_words(node)):
            items = node.keys if isinstance(node, ast.Dict) else node.elts
            said = {one.value for one in items if isinstance(one, ast.Constant) and isinstance(one.value, str)}
            found = frozenset(one for one in said if WORD.fullmatch(one))
            if not found <= frozenset(RELATIONS.split()) and not found <= VALUES:
                yield node.lineno, found


def is_of_words(mapping: ast.Dict) -> bool:
    """Words to what they mean; no names to functions or fields to values."""
    return all(isinstance(value, ast.Constant | ast.UnaryOp | ast.Tuple | ast.Set) for value in mapping.values)


def too_many(module: Path) -> list[str]:
    tree = ast.parse(module.read_text())
    inside = ast.Module([one for one in tree.body if isinstance(one, ast.FunctionDef | ast.ClassDef)], [])
    outside = ast.Module([one for one in tree.body if one not in inside.body], [])
    found = [(line, said) for line, said in collections(outside) if len(said) > FEW]
    found += [(line, said) for line, said in collections(inside) if len(said - frozenset(FUNCTION_WORDS.split())) > FEW]
    return [f"{module.relative_to(UNDERSTAND)}:{line} {sorted(said)}" for line, said in found]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(UNDERSTAND)))
def test_no_module_keeps_a_list_of_words(module: Path):
    if str(module.relative_to(UNDERSTAND)) not in NAMES:
        assert too_many(module) == [], "these belong into knowledge/words/en, by a name that says what they mean"


def test_every_exception_is_one():
    assert [name for name in NAMES if not too_many(UNDERSTAND / name)] == []


FILES = sorted((SHIPPED / "words" / "en").rglob("*.yaml"))
READERS = frozenset({"word_set", "has_lemma", "grammar_words", "actor_words", "place_words", "number_words", "listed"})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_file_has_a_word_or_a_list_twice(file: Path):
    names = re.findall(r"^([^\s#].*?):", file.read_text(), re.M)
    assert sorted(names) == sorted(set(names))
    lists = words(str(file.relative_to(SHIPPED / "words" / "en").with_suffix("")))
    twice = {name: [one for one in listed if listed.count(one) > 1] for name, listed in lists.items()}
    assert {name: found for name, found in twice.items() if found} == {}


def test_every_list_that_the_code_reads_is_there():
    known = {name for file in FILES for name in re.findall(r"^\"?([^\s#\"]+)\"?:", file.read_text(), re.M)}
    read = {
        (str(module.relative_to(UNDERSTAND)), node.args[-1].value)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in READERS and node.args
        if isinstance(node.args[-1], ast.Constant)
    }
    assert len(read) > 100
    assert [(module, name) for module, name in read if name not in known] == []
