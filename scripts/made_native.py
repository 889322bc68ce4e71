"""Ways of writing that mypyc compiles badly, put as it compiles them well; for ``scripts/compile.py``.

Constants of a module are declared final: else mypyc looks each up by its name, every time. Dataclasses are given their
``__init__`` in so many words and are not frozen: else it is made as the program starts, and runs interpreted. What
``functools.cache`` remembers is remembered by a function that mypyc can call: the call costs more than the look.
"""

import ast
from collections import Counter
from collections.abc import Iterator

Edit = tuple[int, int, str]
"""Line, column in bytes, and what is to stand there."""


def made_native(source: str) -> str:
    tree = ast.parse(source)
    edits = [*finals(tree), *inits(tree, source), *memories(tree)]
    if edits:
        edits.append((below_docstring(tree).lineno, 0, "from typing import Final as _Final\n"))
    return unfrozen(edited(source, edits))


def edited(source: str, edits: list[Edit]) -> str:
    lines = source.encode().splitlines(keepends=True)
    for line, column, text in sorted(edits, reverse=True):
        if line > len(lines):
            lines.append(b"")
        lines[line - 1] = lines[line - 1][:column] + text.encode() + lines[line - 1][column:]
    return b"".join(lines).decode()


def below_docstring(tree: ast.Module) -> ast.stmt:
    return tree.body[0 if ast.get_docstring(tree) is None else 1]


def finals(tree: ast.Module) -> Iterator[Edit]:
    stored = (node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    times = Counter(node.id for node in stored)
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name) as target], value=value) if is_constant(name, value, times):
                yield (target.end_lineno or 0, target.end_col_offset or 0, ": _Final")
            case ast.AnnAssign(target=ast.Name(id=name), annotation=hint, value=ast.expr() as value) if is_constant(
                name, value, times
            ):
                yield (hint.lineno, hint.col_offset, "_Final[")
                yield (hint.end_lineno or 0, hint.end_col_offset or 0, "]")


def is_constant(name: str, value: ast.expr, times: Counter[str]) -> bool:
    """In capitals and given once; a tuple that holds floats is beyond mypyc's finals."""
    floats = isinstance(value, ast.Tuple) and any(
        isinstance(part, ast.Constant) and isinstance(part.value, float) for part in ast.walk(value)
    )
    return len(name) > 1 and name.isupper() and times[name] == 1 and not floats


def inits(tree: ast.Module, source: str) -> Iterator[Edit]:
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or node.bases:
            continue
        call = next((one for one in node.decorator_list if is_dataclass(one)), None)
        fields = [one for one in node.body if isinstance(one, ast.AnnAssign)]
        if call is None or any("init=False" in (ast.get_source_segment(source, one) or "") for one in fields):
            continue
        yield (call.end_lineno or 0, (call.end_col_offset or 0) - 1, ", init=False")
        yield ((node.end_lineno or 0) + 1, 0, init_of(node, fields))


def is_dataclass(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "dataclass"


def init_of(node: ast.ClassDef, fields: list[ast.AnnAssign]) -> str:
    taken, given = ["self"], []
    for one in fields:
        name, hint, default = ast.unparse(one.target), ast.unparse(one.annotation), one.value
        factory = made_by(default)
        if factory:
            taken.append(f"{name}: {hint} | None = None")
            given.append(f"self.{name} = {factory}() if {name} is None else {name}")
        else:
            taken.append(f"{name}: {hint}" + (f" = {ast.unparse(default)}" if default else ""))
            given.append(f"self.{name} = {name}")
    if any(isinstance(one, ast.FunctionDef) and one.name == "__post_init__" for one in node.body):
        given.append("self.__post_init__()")
    body = "".join(f"        {line}\n" for line in given)
    return f"\n    def __init__({', '.join(taken)}) -> None:\n{body}\n"


def made_by(default: ast.expr | None) -> str | None:
    """Of ``field(default_factory=dict)``: ``dict``."""
    if not isinstance(default, ast.Call) or ast.unparse(default.func) != "field":
        return None
    return next((ast.unparse(one.value) for one in default.keywords if one.arg == "default_factory"), None)


def memories(tree: ast.Module) -> Iterator[Edit]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and is_remembered(node):
            (decorator,) = node.decorator_list
            yield (decorator.lineno, decorator.col_offset - len("@"), "# ")
            yield (node.lineno, node.col_offset + len("def "), "_made_")
            yield ((node.end_lineno or 0) + 1, 0, memory_of(node))


def is_remembered(node: ast.FunctionDef) -> bool:
    """Without bounds, and never with nothing: what is null is not known yet."""
    if len(node.decorator_list) != 1 or node.returns is None or "None" in ast.unparse(node.returns):
        return False
    how, given = ast.unparse(node.decorator_list[0]), node.args
    plain = not (given.defaults or given.kwonlyargs or given.vararg or given.kwarg)
    return plain and (how == "cache" or (how == "lru_cache(maxsize=1)" and not given.args))


def memory_of(node: ast.FunctionDef) -> str:
    name, made, names = node.name, ast.unparse(node.returns or node), [one.arg for one in node.args.args]
    if not names:
        return once_made(name, made)
    known = made
    for one in reversed(node.args.args):
        known = f"dict[{ast.unparse(one.annotation or node)}, {known}]"
    lines = [f"_known_{name}: _Final[{known}] = {{}}", f"def {name}({ast.unparse(node.args)}) -> {made}:"]
    here = f"_known_{name}"
    for depth, one in enumerate(names[:-1]):
        lines += [f"    inner{depth} = {here}.get({one})", f"    if inner{depth} is None:"]
        lines += [f"        inner{depth} = {here}[{one}] = {{}}"]
        here = f"inner{depth}"
    lines += [f"    found = {here}.get({names[-1]})", "    if found is None:"]
    lines += [f"        found = {here}[{names[-1]}] = _made_{name}({', '.join(names)})", "    return found"]
    return "\n" + "\n".join(lines) + "\n"


def once_made(name: str, made: str) -> str:
    lines = [f"class _Known_{name}:", "    def __init__(self) -> None:", f"        self.it: {made} | None = None"]
    lines += [f"_known_{name}: _Final = _Known_{name}()", f"def {name}() -> {made}:"]
    lines += [f"    found = _known_{name}.it", "    if found is None:"]
    lines += [f"        found = _known_{name}.it = _made_{name}()", "    return found"]
    return "\n" + "\n".join(lines) + "\n"


def unfrozen(source: str) -> str:
    return source.replace("frozen=True", "unsafe_hash=True")
