"""Word lists at hand where they are asked for by name, for ``scripts/compile.py``.

A sentence asks some five hundred times whether a word is of ``word_set("talks", "venues")``. What a cached function
gives for such words never changes: so each place that asks keeps it, and need not look for it in two dictionaries.
"""

import ast
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType

from replaced import replaced

LIST = frozenset[str]
HOLDER = "_AtHand"


def with_lists_at_hand(source: str, module: str) -> str:
    """``module``: by which name the source is imported."""
    tree = ast.parse(source)
    known = lists_known(import_module(module))
    asked = [call for function in functions_of(tree) for call in calls_of(function, known)]
    if not asked:
        return source
    numbers = {text: number for number, text in enumerate(dict.fromkeys(map(ast.unparse, asked)))}
    changed = replaced(source, [(call, f"_at_hand_{numbers[ast.unparse(call)]}()") for call in asked])
    return changed + holder_of(numbers)


def lists_known(home: ModuleType) -> set[str]:
    """Names of functions that give a list of words and remember it for good."""
    return {name for name, thing in vars(home).items() if gives_list(thing)}


def gives_list(thing: object) -> bool:
    parameters = getattr(thing, "cache_parameters", None)
    if parameters is None or parameters()["maxsize"] is not None:
        return False
    return bool(getattr(thing, "__annotations__", {}).get("return") == LIST)


def functions_of(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """The outermost: what stands outside of them is asked as the module is imported, before anything is kept."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.FunctionDef):
            yield child
        else:
            yield from functions_of(child)


def calls_of(function: ast.FunctionDef, known: set[str]) -> Iterator[ast.Call]:
    for node in (inner for statement in function.body for inner in ast.walk(statement)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
            words = [one.value for one in node.args if isinstance(one, ast.Constant)]
            if words and len(words) == len(node.args) and not node.keywords:
                yield node


def holder_of(numbers: Mapping[str, int]) -> str:
    lines = ["", "", f"class {HOLDER}:", "    def __init__(self) -> None:"]
    lines += [f"        self.list_{number}: frozenset[str] | None = None" for number in numbers.values()]
    lines += ["", "", f"_AT_HAND = {HOLDER}()"]
    for text, number in numbers.items():
        here = f"_AT_HAND.list_{number}"
        lines += ["", "", f"def _at_hand_{number}() -> frozenset[str]:", f"    found = {here}", "    if found is None:"]
        lines += [f"        found = {here} = {text}", "    return found"]
    return "\n".join(lines) + "\n"
