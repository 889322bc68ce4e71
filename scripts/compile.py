"""Compile markers and finders with mypyc into build/compiled, for ``make compile``; ``truceline.compiled`` uses it.

Exit codes: 0 compiled, 1 a compiler is missing or refuses the sources.
"""

import contextlib
import importlib.util
import io
import os
import shlex
import shutil
import sys
import sysconfig
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setuptools import Extension

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]  # the sources beside this script, not others

from checked_nouns import with_checked_nouns  # noqa: E402
from lists_at_hand import with_lists_at_hand  # noqa: E402
from made_native import made_native  # noqa: E402

from truceline.compiled import STAMP, SUFFIX, VARIABLE, stamp  # noqa: E402

BUILD = ROOT / "build"
LEVEL = "2"
HIDDEN = "-fvisibility=hidden"  # modules of one library call each other directly; its doors are handed over by name
# Left as they are: what speaks with spaCy, numpy and pydantic, of which mypyc sees no types, and what is seldom run.
AS_THEY_ARE = (
    "__init__",
    "attribute_rules",
    "entities",
    "explain",
    "parsing",
    "two_finders",
    "word_vectors",
)
ROOMS_AS_THEY_ARE = ("language_model", "languages")


def main() -> int:
    if lack := what_is_missing():
        print(f"cannot compile: {lack}. truceline runs without, as plain Python.", file=sys.stderr)
        return 1
    work = emptied(BUILD / "compiling")
    shutil.copytree(ROOT / "src", work / "src", ignore=shutil.ignore_patterns("__pycache__"))
    made = emptied(work / "made")
    of_these = stamp(work / "src" / "truceline")
    rewrite(work / "src" / "truceline")
    os.chdir(work)  # mypyc writes beside the sources; they may change meanwhile where they come from
    compile_to(made)
    (made / STAMP).write_text(of_these, encoding="ascii")
    shutil.rmtree(BUILD / "compiled", ignore_errors=True)
    made.rename(BUILD / "compiled")
    shutil.rmtree(work)
    print(f"done; to use it: export {VARIABLE}={BUILD / 'compiled'}")
    return 0


def what_is_missing() -> str | None:
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        return f"no C compiler, {compiler} is not there (Debian: apt-get install gcc)"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return "the headers of Python are not there (Debian: apt-get install python3-dev)"
    absent = [name for name in ("mypyc", "setuptools") if importlib.util.find_spec(name) is None]
    return f"{' and '.join(absent)} not installed (make setup)" if absent else None


def emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def rewrite(package: Path) -> None:
    """In the copy that is compiled; the stamp is that of the sources as they are."""
    for file in map(Path, sources(package)):
        module = ".".join(file.relative_to(package.parent).with_suffix("").parts)
        source = with_lists_at_hand(with_checked_nouns(file.read_text(encoding="utf-8")), module)
        file.write_text(made_native(source), encoding="utf-8")


def compile_to(made: Path) -> None:
    started = time.monotonic()
    extensions = c_code()
    print(f"C code of {len(extensions) - 1} modules: {time.monotonic() - started:.0f} s", flush=True)
    link(extensions, made)
    print(f"libraries: {time.monotonic() - started:.0f} s")


def c_code() -> list["Extension"]:
    """By mypyc: one library of all modules, and a small one for each, by which it is imported."""
    import setuptools  # noqa: F401 - mypyc makes extensions for what it finds imported
    from mypyc.build import mypycify

    config, said = str(ROOT / "scripts" / "mypyc.toml"), io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):  # hundreds of remarks, unless it fails
            return mypycify(
                ["--config-file", config, *sources(Path("src/truceline"))],
                opt_level=LEVEL,
                debug_level="0",
                multi_file=True,
            )
    except SystemExit as stop:
        lines = [line for line in said.getvalue().splitlines() if "warning:" not in line]
        sys.exit("\n".join(["cannot compile: mypyc refuses the sources", *lines, str(stop)]))


def link(extensions: list["Extension"], made: Path) -> None:
    import setuptools  # isort: skip  # noqa: F401 - brings distutils
    from distutils.ccompiler import new_compiler
    from distutils.errors import CCompilerError
    from distutils.sysconfig import customize_compiler

    compiler = new_compiler()
    customize_compiler(compiler)

    def objects_of(extension: "Extension", source: str) -> list[str]:
        include = [*extension.include_dirs, sysconfig.get_path("include")]
        flags = [*extension.extra_compile_args, HIDDEN]
        return compiler.compile([source], output_dir="objects", include_dirs=include, extra_postargs=flags)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [(one.name, [pool.submit(objects_of, one, source) for source in one.sources]) for one in extensions]
        try:
            for name, parts in jobs:
                objects = [item for part in parts for item in part.result()]
                compiler.link_shared_object(objects, str(made.joinpath(*name.split("."))) + SUFFIX)
        except CCompilerError as fault:
            pool.shutdown(cancel_futures=True)
            sys.exit(f"cannot compile: {fault}")


def sources(package: Path) -> list[str]:
    understand = package / "understand"
    return [
        str(file)
        for file in sorted(understand.rglob("*.py"))
        if file.stem not in AS_THEY_ARE and file.relative_to(understand).parts[0] not in ROOMS_AS_THEY_ARE
    ]


if __name__ == "__main__":
    sys.exit(main())
