"""The least that must stand around a fragment of a policy for it to be checked."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.source import Source
from evalrules.language.syntax import tree
from evalrules.language.syntax.lexer import words_of
from evalrules.language.syntax.parse import parse

LEFT_OUT = frozenset({"no-rule", "unruled-record", "unused-name", "uncited-rule"})
"""What may be wrong with a fragment because it is one."""

_HEAD = "政策 p-1\n  适用 project\n  语言版本 1"
_CLASSES = "分类 指标 依次\n  定性 当 年度指标值 是 文字\n  反向 当 年度指标值 是 上限\n  正向 其余"
_STEPS = "每行\n  不低于 0\n  不高于 分值\n  四舍五入 至 0.01"
_TOTAL = "总分 合计（得分） 不舍入"


def framed(fragment: str) -> str:
    """A whole file in which `fragment` comes first, so that its lines keep their numbers."""
    return "\n".join([fragment.rstrip("\n"), _HEAD, *_missing(fragment), ""])


def _missing(fragment: str) -> Iterator[str]:
    """The declarations that the fragment speaks of, or that every policy has, and that it does not make."""
    declared = [_plain(each) for each in parse(Source("fragment", fragment)).document.declarations]
    kinds = {type(each) for each in declared}
    if tree.SourceDecl not in kinds:
        for source in dict.fromkeys(_cited(fragment)):
            yield f'依据 {source} 官方 "{source}"'
    if tree.ClassificationDecl not in kinds:
        yield _CLASSES
    if tree.EachRowDecl not in kinds:
        yield _STEPS
    if tree.TotalDecl not in kinds:
        yield _TOTAL


def _plain(declaration: tree.Declaration) -> tree.Declaration:
    return declaration.declaration if isinstance(declaration, tree.Amendment) else declaration


def _cited(fragment: str) -> Iterator[str]:
    words, _ = words_of(fragment)
    return (word.text.split()[0] for word in words if word.type == "CITE" and word.text)
