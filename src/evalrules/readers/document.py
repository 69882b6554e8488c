"""What a form file says, whatever its format: cells, lists and branches of named parts, with addresses.

A reader makes a document out of one format. What is true of every format is decided here: what an address
looks like, how long a cell may be, and that a name stands once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple, TypeAlias

from attrs import evolve, frozen

from evalrules.language.policy.form import Cell, FormProblem
from evalrules.language.problems import Phrase
from evalrules.readers.problems import FormError, FormProblemKind, excerpt

DEEPEST = 32
LONGEST_CELL = 10_000
LONGEST_NAME = 200
MOST_ROWS = 100_000

_SHOWN = 100
_TRUTH = Phrase("真假值", "a truth value")
# A pattern, not compiled: hardly any form needs it, and every process would pay for it.
_HALF_CHARACTER = "[\ud800-\udfff]"


class Entry(NamedTuple):
    """A named part of a branch. A node of None is one that the file leaves empty."""

    name: str
    node: Node | None


@frozen
class Branch:
    """Named parts; a name stands once."""

    entries: tuple[tuple[str, Node], ...]
    address: str


@frozen
class Sequence:
    """A list of parts, None where the file leaves one empty."""

    items: tuple[Node | None, ...]
    address: str


Node: TypeAlias = Cell | Branch | Sequence


def too_deep(address: str) -> FormError:
    """That a file is nested beyond the limit, which becomes known at `address`."""
    return FormError((FormProblemKind.FORM_TOO_DEEP.at(address, "", DEEPEST),))


def too_many_rows(address: str) -> FormError:
    """That what stands at `address` has rows beyond the limit."""
    return FormError((FormProblemKind.TOO_MANY_ROWS.at(address, "", MOST_ROWS),))


# ---- addresses -----------------------------------------------------------------------------------


def name_address(parent: str, name: str) -> str:
    """Where the part called `name` stands: `total.points`, `indicators[3]["a.b"]`."""
    short = excerpt(name)
    if not short.isidentifier():
        return f"{parent}[{json.dumps(short, ensure_ascii=False)}]"
    return f"{parent}.{short}" if parent else short


def item_address(parent: str, index: int) -> str:
    """Where the part at `index`, counted from 0, stands: `indicators[3]`."""
    return f"{parent}[{index}]"


# ---- parts ---------------------------------------------------------------------------------------


def cell(text: str, address: str) -> Cell:
    """A cell that holds `text` exactly, unless that is beyond what a cell can be."""
    if len(text) > LONGEST_CELL:
        problem = FormProblemKind.CELL_TOO_LONG.at(address, text, LONGEST_CELL)
        return Cell(_mended(text[:_SHOWN]) + "…", address, problem)
    if _is_broken(text):
        return Cell(_mended(text), address, FormProblemKind.BROKEN_CHARACTER.at(address, text))
    return Cell(text, address)


def truth_value(word: str, address: str) -> Cell:
    """What a file has where it says true or false: no form prints that, so what is meant is not known."""
    return Cell(word, address, FormProblemKind.NOT_A_CELL.at(address, word, _TRUTH))


def branch(entries: Iterable[Entry], address: str) -> Branch:
    """A branch of `entries`, those that are left empty taken out.

    A name that stands more than once makes its cell unreadable; if it names more than a cell, FormError.
    """
    found: dict[str, list[Node | None]] = {}
    for name, node in entries:
        sound, problem = _sound_name(name, address)
        found.setdefault(sound, []).append(_spoil(node, problem) if problem else node)
    parts = ((name, nodes[0] if len(nodes) == 1 else _torn(nodes, address, name)) for name, nodes in found.items())
    return Branch(tuple((name, node) for name, node in parts if node is not None), address)


def sequence(items: Iterable[Node | None], address: str) -> Sequence:
    """A list of `items`; FormError if they are more than the rows of any form."""
    taken = tuple(islice(items, MOST_ROWS + 1))
    if len(taken) > MOST_ROWS:
        raise too_many_rows(address)
    return Sequence(taken, address)


def _sound_name(name: str, address: str) -> tuple[str, FormProblem | None]:
    if len(name) > LONGEST_NAME:
        problem = FormProblemKind.NAME_TOO_LONG.at(name_address(address, name), name, LONGEST_NAME)
        return _mended(name[:_SHOWN]) + "…", problem
    if _is_broken(name):
        return _mended(name), FormProblemKind.BROKEN_CHARACTER.at(name_address(address, name), name)
    return name, None


def _torn(nodes: list[Node | None], parent: str, name: str) -> Cell:
    """The unreadable cell to whose place all of `nodes` lay claim."""
    address = name_address(parent, name)
    texts = [excerpt(node.text) for node in nodes if isinstance(node, Cell)]
    if len(texts) < sum(node is not None for node in nodes):
        raise FormError((FormProblemKind.DUPLICATE_KEY.at(address, name, ""),))
    quoted = Phrase(f"（{'、'.join(texts[:3])}）", f" ({', '.join(texts[:3])})") if texts else ""
    return Cell(" / ".join(texts[:3]), address, FormProblemKind.DUPLICATE_KEY.at(address, name, quoted))


def _spoil(node: Node | None, problem: FormProblem) -> Cell | None:
    """The cell as one that cannot be read; anything larger cannot be given up so easily."""
    match node:
        case None:
            return None
        case Cell():
            return evolve(node, problem=problem)
        case Branch() | Sequence():
            raise FormError((problem,))


def _is_broken(text: str) -> bool:
    return not text.isprintable() and re.search(_HALF_CHARACTER, text) is not None


def _mended(text: str) -> str:
    return re.sub(_HALF_CHARACTER, "\ufffd", text)
