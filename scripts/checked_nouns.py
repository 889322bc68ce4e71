"""Nouns made without a second check, for ``scripts/compile.py``: mypy has seen that every value is of its field's type.

``Span(start=1, end=2, exact="x")`` becomes ``Span.of_checked({"start": 1, "end": 2, "exact": "x"})``, with the defaults
that were left out. As plain Python, and so in the tests, each is checked as it is made.
"""

import ast
from collections.abc import Iterator
from importlib import import_module
from typing import cast

from replaced import replaced

from truceline.model.noun import Noun

Nouns = dict[str, type[Noun]]
"""By the name that a module has imported them under."""


def with_checked_nouns(source: str) -> str:
    tree = ast.parse(source)
    nouns = nouns_of(tree)
    unchecked = Unchecked(nouns)
    return replaced(source, [(call, ast.unparse(unchecked.visit(call))) for call in calls_of(tree, nouns)])


def nouns_of(tree: ast.Module) -> Nouns:
    """Those that check types alone: a check of its own has to run."""
    found: Nouns = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("truceline.model"):
            home = vars(import_module(node.module or ""))
            found |= {one.asname or one.name: home[one.name] for one in node.names if is_noun(home[one.name])}
    return found


def is_noun(thing: object) -> bool:
    if not isinstance(thing, type) or not issubclass(thing, Noun):
        return False
    own = thing.__pydantic_decorators__
    return not (own.validators or own.field_validators or own.root_validators or own.model_validators)


def calls_of(node: ast.AST, nouns: Nouns) -> Iterator[ast.Call]:
    """In text order; of calls within calls the outer one."""
    if isinstance(node, ast.Call) and values_of(node, nouns) is not None:
        yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from calls_of(child, nouns)


def values_of(call: ast.Call, nouns: Nouns) -> dict[str, ast.expr] | None:
    """A value for every field, in the fields' order; null where one is not told in so many words."""
    noun = nouns.get(call.func.id) if isinstance(call.func, ast.Name) else None
    if noun is None or call.args:
        return None
    given = {one.arg: one.value for one in call.keywords}
    values = {
        name: given.get(name) or default_of(field.get_default(call_default_factory=False))
        for name, field in noun.model_fields.items()
    }
    told = all(value is not None for value in values.values()) and given.keys() <= values.keys()
    return cast(dict[str, ast.expr], values) if told else None


def default_of(value: object) -> ast.expr | None:
    """As it is written; null for one that could change, and for none."""
    plain = value is None or isinstance(value, str | int | float) or value == ()
    return ast.parse(repr(value), mode="eval").body if plain else None


class Unchecked(ast.NodeTransformer):
    def __init__(self, nouns: Nouns) -> None:
        self.nouns = nouns

    def visit_Call(self, node: ast.Call) -> ast.AST:
        values = values_of(node, self.nouns)
        self.generic_visit(node)
        if values is None:
            return node
        made = ast.Dict([ast.Constant(name) for name in values], list(values.values()))
        return ast.Call(ast.Attribute(node.func, "of_checked", ast.Load()), [made], [])
