"""Changes the verdict's code in every small way, one at a time, and tells which changes no test notices.

Each change (a comparison turned round, `and` for `or`, another verdict, a condition or an argument left out, …) is
compiled into the module of a forked process, which then runs the tests; a test that fails kills it. What survives is
printed with its line. The exit code is 1 where fewer than `SHARE` are killed.

    python tools/mutate.py [MODULE.py …] [--tests FOLDER …]
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import importlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARE = 0.9
LONGEST = 120
"""Seconds of a child's processor time: a change that never ends is killed by the clock."""

_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
_NAMES = {"any": "all", "all": "any", "max": "min", "min": "max"}
_MEMBERS = {"Verdict": ("RELEASE", "HOLD", "REJECT"), "Outcome": ("MEETS", "FAILS", "UNCLEAR")}


def variants(node: ast.AST) -> Iterator[ast.AST]:
    """Every small change of one node, without its inner nodes."""
    match node:
        case ast.Compare(left, [op], rest):
            yield ast.Compare(left, [_OTHER[type(op)]()], rest)  # type: ignore[list-item]
        case ast.BoolOp(op, values):
            yield ast.BoolOp(_OTHER[type(op)](), values)  # type: ignore[arg-type]
            for k in range(len(values)):
                yield ast.BoolOp(op, [*values[:k], *values[k + 1 :], ast.Constant(isinstance(op, ast.And))])
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.Constant(value):
            yield from _constants(value)
        case ast.Attribute(ast.Name(owner), member) if member in _MEMBERS.get(owner, ()):
            yield from (ast.Attribute(ast.Name(owner, ast.Load()), other, ast.Load())
                        for other in _MEMBERS[owner] if other != member)  # fmt: skip
        case ast.Name(name) if name in _NAMES:
            yield ast.Name(_NAMES[name], ast.Load())
        case ast.If(test, body, orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.Return(value) if value is not None:
            yield ast.Return(ast.Constant(None))
        case ast.comprehension(target, iterable, ifs, is_async):
            yield from (
                ast.comprehension(target, iterable, ifs[:k] + ifs[k + 1 :], is_async) for k in range(len(ifs))
            )
        case ast.Call(func, args, keywords):
            yield from (ast.Call(func, [*args[:k], ast.Constant(None), *args[k + 1 :]], keywords)
                        for k in range(len(args)))  # fmt: skip
            yield from (ast.Call(func, args, keywords[:k] + keywords[k + 1 :]) for k in range(len(keywords)))
        case ast.Tuple(parts, ast.Load()) if len(parts) > 1:
            yield from (ast.Tuple(parts[:k] + parts[k + 1 :], ast.Load()) for k in range(len(parts)))


def _constants(value: object) -> Iterator[ast.Constant]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif value is None:
        yield ast.Constant(0)
    elif isinstance(value, str):
        yield ast.Constant(value + "!")


class _Replace(ast.NodeTransformer):
    def __init__(self, index: int, new: ast.AST) -> None:
        self.index, self.new, self.at = index, new, -1

    def visit(self, node: ast.AST) -> ast.AST:
        self.at += 1
        return self.new if self.at == self.index else self.generic_visit(node)


def _order(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes in the order in which `_Replace` meets them."""
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _order(child)


def _told_apart(tree: ast.Module) -> Iterator[tuple[int, ast.AST]]:
    """The nodes that do something when the program runs: no docstrings, imports or annotations."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(ast.Constant(str())) | ast.Import() | ast.ImportFrom():
                silent |= {id(inner) for inner in ast.walk(node)}
            case ast.FunctionDef(args=args, returns=returns):
                typed = [one.annotation for one in (*args.args, *args.kwonlyargs)] + [returns]
                silent |= {id(inner) for one in typed if one is not None for inner in ast.walk(one)}
            case ast.AnnAssign(annotation=annotation):
                silent |= {id(inner) for inner in ast.walk(annotation)}
    yield from ((k, node) for k, node in enumerate(_order(tree)) if id(node) not in silent)


def mutants(source: str) -> Iterator[tuple[int, str, ast.Module]]:
    """Line, what was changed to what, and the changed module."""
    tree = ast.parse(source)
    for index, node in _told_apart(tree):
        for new in variants(node):
            changed = ast.fix_missing_locations(_changed(tree, index, copy.deepcopy(new)))
            line = getattr(node, "lineno", 0) or getattr(getattr(node, "target", None), "lineno", 0)
            yield line, f"{_short(node)}  →  {_short(new)}", changed


def _changed(tree: ast.Module, index: int, new: ast.AST) -> ast.Module:
    changed = _Replace(index, new).visit(copy.deepcopy(tree))
    assert isinstance(changed, ast.Module)
    return changed


def _short(node: ast.AST) -> str:
    return " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())[:90]


def is_killed(module: str, code: ast.Module, tests: list[str]) -> bool:
    """Whether the tests fail when the module holds this code; in a process of its own."""
    child = os.fork()
    if child == 0:
        os._exit(_child(module, code, tests))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) != 0


def _child(module: str, code: ast.Module, tests: list[str]) -> int:
    import resource

    import pytest

    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    with contextlib.suppress(SystemExit):
        try:
            exec(compile(code, module, "exec"), importlib.import_module(module).__dict__)
        except Exception:  # code that does not even load is killed
            return 1
        return int(pytest.main(["-x", "-q", "-p", "no:xdist", "-p", "no:hypothesispytest", *tests]))
    return 1


def main() -> int:
    """Run the changes of each module; print what survives, and the share that is killed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("modules", nargs="*", default=["src/tradedocs/check/verdict.py"])
    parser.add_argument("--tests", nargs="+", default=["tests/check/test_verdict.py", "tests/check"])
    given = parser.parse_args()
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    begin, killed, total = time.monotonic(), 0, 0
    for file in given.modules:
        path = Path(file)
        module = ".".join(path.with_suffix("").parts[1:])
        importlib.import_module(module)
        if is_killed(module, ast.parse(path.read_text(encoding="utf-8")), given.tests):
            raise SystemExit(f"{file}: the tests fail as it is")
        for line, what, code in mutants(path.read_text(encoding="utf-8")):
            dead = is_killed(module, code, given.tests)
            killed, total = killed + dead, total + 1
            if not dead:
                print(f"survived  {file}:{line}: {what}", flush=True)
    print(
        f"{killed} of {total} changes killed ({100 * killed / total:.0f} %) in {time.monotonic() - begin:.0f} s"
    )
    return 0 if killed >= SHARE * total else 1


if __name__ == "__main__":
    sys.exit(main())
