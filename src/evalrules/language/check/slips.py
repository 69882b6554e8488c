"""Recognises slips that only the names tell: a text without quotation marks, a comparison with nothing."""

from __future__ import annotations

from evalrules.language.check.names import Place
from evalrules.language.check.types import TEXT
from evalrules.language.problems import Problem
from evalrules.language.problems.blank_comparison import BlankComparison
from evalrules.language.problems.unquoted_text import UnquotedText
from evalrules.language.syntax import tree

_BLANKS = frozenset({"空", "空白", "无", "空值", "null", "NULL", "none", "None", "blank", "empty"})


def slip_in_comparison(node: tree.Binary, place: Place) -> Problem | None:
    """The slip in `偏差原因 = 空` or `二级指标 = 成本指标`, if there is one."""
    if node.operator not in ("=", "≠"):
        return None
    if _is_unknown(node.right, place) and isinstance(node.right, tree.Name) and node.right.name in _BLANKS:
        return BlankComparison(node.span, node.span.text, node.left.span.text, node.operator == "≠")
    return slip_in_option(node.left, node.right, place) or slip_in_option(node.right, node.left, place)


def slip_in_option(subject: tree.Expression, option: tree.Expression, place: Place) -> UnquotedText | None:
    """The slip in `option`, a name of nothing with which a text is compared."""
    if not isinstance(subject, tree.Name) or not isinstance(option, tree.Name) or not _is_unknown(option, place):
        return None
    meanings = place.meanings(subject.name)
    is_text = len(meanings) == 1 and meanings[0].type == TEXT
    # What is nearly the name of a text is left to be reported as a name.
    return UnquotedText(option.span, option.name) if is_text else None


def _is_unknown(node: tree.Expression, place: Place) -> bool:
    if not isinstance(node, tree.Name) or place.meanings(node.name):
        return False
    outside = place.around is not None and bool(place.around.meanings(node.name))
    return place.owner_of(node.name) is None and not outside
