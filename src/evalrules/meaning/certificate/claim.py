"""A claim held against what follows from its premises."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.node import Node, shown
from evalrules.meaning.certificate.phrase import Phrase
from evalrules.meaning.certificate.value import Fault, Outcome, read_outcome, show


def agrees(claimed: Outcome, follows: Outcome) -> bool:
    """Whether a value is the one that follows. Of a fault, only such details follow as premises give."""
    if isinstance(claimed, Fault) and isinstance(follows, Fault):
        known = claimed.details[: len(follows.details)]
        return claimed.code == follows.code and known == follows.details
    return claimed == follows


def check_outcome(node: Node, name: str, follows: Outcome) -> Iterator[Finding]:
    """The value in the field `name` is the one that follows."""
    claimed = read_outcome(node.node(name))
    if not agrees(claimed, follows):
        yield Finding(node.at(name), show(claimed), show(follows))


def check_field(node: Node, name: str, follows: bool | int | str | None) -> Iterator[Finding]:
    """The plain field `name` is what follows."""
    claimed = node.get(name)
    if claimed is not follows and (type(claimed) is not type(follows) or claimed != follows):
        yield Finding(node.at(name), shown(claimed), shown(follows))


# Counts that findings speak of --------------------------------------------------------------------

NO_FAULT = Phrase("没有出错", "no fault")


def row_count(count: int) -> Phrase:
    """So many rows."""
    return Phrase(f"{count} 行", f"{count} rows")


def rows_in_scope(count: int) -> Phrase:
    """The rows that a scope holds."""
    return Phrase(f"范围内的 {count} 行", f"the {count} rows in scope")


def operand_count(count: int) -> Phrase:
    """So many operands; any number but none is needed where a function takes what it is given."""
    return Phrase(f"{count or '若干'} 个操作数", f"{count or 'some'} operands")
