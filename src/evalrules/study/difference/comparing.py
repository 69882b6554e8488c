"""Says what changed between two checked policies, part by part.

The walk knows no kind of node: it goes down the fields of both as long as they are of one class, so that
a new kind of outcome, step or declaration is compared from the day it exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve, fields_dict, frozen

from evalrules.language.node import Node
from evalrules.language.policy import expression as ex
from evalrules.language.policy.basis import Basis, Citation
from evalrules.language.policy.definition import End
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Schema
from evalrules.study.difference.change import Change, Kind, Part, Weight
from evalrules.study.difference.quoting import label_of, name_of, quoted, span_of
from evalrules.study.difference.renaming import Renames, aligned
from evalrules.study.rewriting import fields_of, rewritten, with_fields

Path: TypeAlias = tuple[Part, ...]

_UNSAID = frozenset({"texts"})
"""Fields of a policy that are none of what it says."""
_ORDERED = frozenset({"adjustments", "each_row"})
"""Lists whose order matters; that of a part with `in_order` matters too."""
_NAMES = frozenset({"id", "layers"})
_SHOWN = frozenset({"examples", "invariants"})
_BASES = frozenset({"sources", "readings"})
_CHOSEN = frozenset({"chosen"})
"""What a reading says that decides scores: which of its alternatives is taken."""
_WORDINGS = frozenset({"title", "title_zh", "title_en", "message", "reason"})


def differences(old: CheckedPolicy, new: CheckedPolicy) -> tuple[Change, ...]:
    """Every change from `old` to `new`, layers resolved, in the order in which a policy is written.

    Comments, layout, spelling of keywords and which layer says something are no change. Empty exactly if
    the two say the same.
    """
    before = _without_layers(old)
    other = aligned(before, _without_layers(new))
    after = other.policy
    found = list(_renamed(other.renames))
    for section, value in fields_of(before):
        if section not in _UNSAID:
            found += _Section(section, before.schema).between(value, getattr(after, section))
    order = {name: at for at, name in enumerate(fields_dict(CheckedPolicy))}
    return tuple(sorted(found, key=lambda each: order.get(each.section, 0)))


def _without_layers(policy: CheckedPolicy) -> CheckedPolicy:
    """`policy` without where its parts come from: only the layers that it amends itself are kept."""
    flat = rewritten(policy, lambda node: with_fields(node, layer="") if getattr(node, "layer", "") else node)
    return evolve(flat, layers=policy.layers[1:] if policy.layers[:1] == (policy.id,) else policy.layers[:-1])


def _renamed(renames: Renames) -> Iterator[Change]:
    for (kind, new), old in renames.items():
        section = "classifications" if kind == "classes" else kind
        weight = Weight.EXAMPLE if kind == "examples" else Weight.NAME
        path = (Part("Classification", "cases", old),) if kind == "classes" else ()
        yield Change(section, "" if path else old, "renamed", weight, old, new, path)


@frozen
class _Section:
    """One field of a policy while both of its sides are compared."""

    section: str
    schema: Schema

    def between(self, old: object, new: object) -> Iterator[Change]:
        """The changes from one side to the other."""
        if old == new:
            return
        declared = (
            isinstance(old, tuple) and isinstance(new, tuple) and any(isinstance(each, Node) for each in old + new)
        )
        if declared:
            yield from self._declarations(old, new)  # type: ignore[arg-type]
        elif isinstance(old, Node) and isinstance(new, Node):
            yield from self._inside(old, new, name_of(old) if self.section == "schema" else "", ())
        else:
            yield self._change("", (), old, new)

    def _declarations(self, old: tuple[Node, ...], new: tuple[Node, ...]) -> Iterator[Change]:
        pairs = _paired(old, new)
        for before, after in pairs:
            if before is None or after is None:
                yield self._change(self._named(before or after), (), before, after)
            else:
                yield from self._inside(before, after, self._named(before), ())
        if self.section in _ORDERED:
            yield from self._order("", (), pairs)

    def _named(self, declaration: object) -> str:
        """What a declaration is called; one that is for a part of the form, by its Chinese name."""
        name = name_of(declaration)
        record = self.schema.record_named(name) if self.section == "classifications" else None
        return record.zh if record else name

    def _inside(self, old: Node, new: Node, name: str, path: Path) -> Iterator[Change]:
        """What changed inside a part that is there on both sides."""
        if old == new:
            return
        if type(old) is not type(new) or _is_expression(old):
            yield self._change(name, path, old, new)
            return
        changed = [field for field, value in fields_of(old) if value != getattr(new, field)]
        own = [field for field in changed if field != "basis"]
        if own and _is_whole(old) and (len(own) > 1 or _has_ends(old)):
            yield self._change(name, path, old, new)
            own = []
        for field in (each for each in changed if each in own or each == "basis"):
            yield from self._field(old, new, field, name, path)

    def _field(self, old: Node, new: Node, field: str, name: str, path: Path) -> Iterator[Change]:
        owner = type(old).__name__
        before, after = getattr(old, field), getattr(new, field)
        if _is_list(before) or _is_list(after):
            pairs = _paired(before, after)
            yield from self._listed(owner, field, pairs, name, path)
            if field in _ORDERED or getattr(old, "in_order", False):
                yield from self._order(name, (*path, Part(owner, field)), pairs)
        elif isinstance(before, Node) and isinstance(after, Node) and not isinstance(before, Basis):
            yield from self._inside(before, after, name, (*path, Part(owner, field)))
        else:
            yield self._change(name, (*path, Part(owner, field)), before, after)

    def _listed(self, owner: str, field: str, pairs: list[_Pair], name: str, path: Path) -> Iterator[Change]:
        alone = len(pairs) == 1
        for before, after in pairs:
            part = Part(owner, field, label_of(before or after), alone)
            there = (*path, part)
            if before is None or after is None:
                yield self._change(name, there, before, after)
            elif name_of(before) or not _is_whole(before):
                yield from self._inside(before, after, name, there)
            else:
                yield from self._step(before, after, name, there)

    def _step(self, old: Node, new: Node, name: str, path: Path) -> Iterator[Change]:
        """A change of something small without a name: it is quoted as a whole, apart from what it rests on."""
        basis = getattr(old, "basis", None)
        if isinstance(basis, Basis) and basis != getattr(new, "basis", basis):
            yield from self._field(old, new, "basis", name, path)
            new = with_fields(new, basis=basis)
        if old != new:
            yield self._change(name, path, old, new)

    def _order(self, name: str, path: Path, pairs: list[_Pair]) -> Iterator[Change]:
        """A change of order alone, of what stands on both sides."""
        before = [old for old, new in pairs if old is not None and new is not None]
        both = [(old, new) for old, new in pairs if old is not None and new is not None]
        after = [old for old, _ in sorted(both, key=lambda pair: _place(pair[1]))]
        ranked = sorted(before, key=_place)
        if [id(each) for each in ranked] != [id(each) for each in after]:
            old, new = ("、".join(name_of(each) or quoted(each) for each in those) for those in (ranked, after))
            yield Change(self.section, name, "reordered", self._weight(path), old, new, path)

    def _change(self, name: str, path: Path, old: object, new: object) -> Change:
        kind: Kind = "added" if _is_nothing(old) else "removed" if _is_nothing(new) else "changed"
        return Change(
            self.section,
            name,
            kind,
            self._weight(path),
            quoted(old),
            quoted(new),
            path,
            span_of(old),
            span_of(new),
        )

    def _weight(self, path: Path) -> Weight:
        fields = [part.field for part in path]
        if self.section in _SHOWN:
            return Weight.EXAMPLE
        if fields and fields[-1] in _CHOSEN:
            return Weight.MEANING
        if self.section in _BASES or "basis" in fields:
            return Weight.BASIS
        if self.section in _NAMES:
            return Weight.NAME
        last = fields[-1] if fields else self.section
        return Weight.WORDING if last in _WORDINGS else Weight.MEANING


_Pair: TypeAlias = tuple[Node | None, Node | None]


def _paired(old: tuple[Node, ...], new: tuple[Node, ...]) -> list[_Pair]:
    """Each part of one list with its counterpart in the other: of the same name, the same, or the likest."""
    left, right = list(old), list(new)
    found: dict[int, Node] = {}
    for alike in (_same_name, _same, _share, _same_class):
        for before in [each for each in left if id(each) not in found]:
            after = next((each for each in right if alike(before, each)), None)
            if after is not None:
                found[id(before)] = after
                right = [each for each in right if each is not after]
    return [*((each, found.get(id(each))) for each in left), *((None, each) for each in right)]


def _same_name(old: Node, new: Node) -> bool:
    return bool(name_of(old)) and name_of(old) == name_of(new)


def _same(old: Node, new: Node) -> bool:
    return not name_of(old) and old == new


def _share(old: Node, new: Node) -> bool:
    """Whether two parts without a name have something in common that is more than nothing."""
    if name_of(old) or name_of(new) or type(old) is not type(new):
        return False
    return any(
        value == getattr(new, field) and not _is_nothing(value) and isinstance(value, Node)
        for field, value in fields_of(old)
        if field != "basis"
    )


def _same_class(old: Node, new: Node) -> bool:
    return not name_of(old) and not name_of(new) and type(old) is type(new)


def _place(node: Node) -> int:
    span = span_of(node)
    return span.start if span else 0


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(each, Node) for each in value) and not _is_message(value)


def _is_message(value: tuple[object, ...]) -> bool:
    return any(isinstance(each, str) for each in value)


def _is_nothing(value: object) -> bool:
    return value is None or value in ((), "", Basis())


def _is_expression(node: Node) -> bool:
    return type(node).__module__ == ex.__name__


def _is_whole(node: Node) -> bool:
    """Whether `node` is quoted rather than taken apart: it holds formulas, and no part with a place of its own."""
    inner = [each for field, value in fields_of(node) if field != "basis" for each in _held(value)]
    return all(_is_expression(each) or isinstance(each, End | Citation) for each in inner)


def _has_ends(node: Node) -> bool:
    """Whether `node` is a stretch: its two ends are read together."""
    return any(isinstance(value, End) for _, value in fields_of(node))


def _held(value: object) -> list[Node]:
    values = value if isinstance(value, tuple) else (value,)
    return [each for each in values if isinstance(each, Node)]
