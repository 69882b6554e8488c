"""Lays policies over those they amend: declarations are added, replaced, removed and set, by name.

What is laid over is what was written; the result is checked as one policy, each declaration
remembering its layer. Examples are not inherited: they show what their own policy does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from evalrules.language.check.findings import Findings
from evalrules.language.check.heads import misplaced_in_policy
from evalrules.language.check.levels import MOST_WRITTEN, written_levels
from evalrules.language.check.places import word_span
from evalrules.language.check.touches import Banded, edges_of, tiers_of, with_edge, with_words
from evalrules.language.keywords import ROW_OF_TOKEN
from evalrules.language.node import Node
from evalrules.language.policy.schema import Schema
from evalrules.language.problems import Phrase
from evalrules.language.problems.already_there import AlreadyThere
from evalrules.language.problems.amended_name_missing import AmendedNameMissing
from evalrules.language.problems.duplicate_name import DuplicateName
from evalrules.language.problems.final_amended import FinalAmended
from evalrules.language.problems.nothing_to_amend import NothingToAmend
from evalrules.language.problems.too_many_levels import TooManyLevels
from evalrules.language.problems.unknown_edge import UnknownEdge
from evalrules.language.problems.unknown_tier import UnknownTier
from evalrules.language.problems.verb_missing import VerbMissing
from evalrules.language.source import Source, Span
from evalrules.language.syntax import tree

_ADD, _REPLACE = (Phrase(ROW_OF_TOKEN[token].zh, ROW_OF_TOKEN[token].en) for token in ("ADD", "REPLACE"))
_FREE = (tree.SourceDecl, tree.ReadingDecl, tree.ExampleDecl)
"""Declarations that a layer makes without a verb: they change nothing that lies below."""

_KINDS: Mapping[type[tree.Plain], str] = {
    tree.SourceDecl: "SOURCE",
    tree.ReadingDecl: "READING",
    tree.ParameterDecl: "PARAMETER",
    tree.DefinitionDecl: "DEFINE",
    tree.ClassificationDecl: "CLASSES",
    tree.VoidDecl: "VOID",
    tree.NotApplicableDecl: "NOT_APPLICABLE",
    tree.RuleDecl: "RULE",
    tree.EachRowDecl: "EACH_ROW",
    tree.TotalDecl: "TOTAL",
    tree.SubtotalDecl: "SUBTOTAL",
    tree.GradeDecl: "GRADE",
    tree.ConsequenceDecl: "CONSEQUENCE",
    tree.CheckDecl: "CHECK",
    tree.ExampleDecl: "EXAMPLE",
    tree.InvariantDecl: "INVARIANT",
}
_Touch = tree.Setting | tree.EdgeSetting | tree.TierNaming
_WITHOUT_NAME = frozenset({"EACH_ROW", "TOTAL", "GRADE"})
_OF_THE_FORM = frozenset({"CLASSES", "SUBTOTAL", "EACH_ROW"})
"""Kinds that are told apart by a part or a field of the form, which have names in both languages."""


@frozen(eq=False, repr=False)
class Key(Node):
    """What a declaration declares, so that another layer can speak of it."""

    kind: str
    name: str

    @property
    def described(self) -> Phrase:
        """`规则“定量正向”`."""
        word = ROW_OF_TOKEN[self.kind]
        if not self.name:
            return Phrase(word.zh, f"`{word.en}`")
        return Phrase(f"{word.zh}“{self.name}”", f"{word.en} `{self.name}`")


@frozen(eq=False, repr=False)
class Layered(Node):
    """A declaration, the policy in which it was written, and the parameter that it sets anew, if it does."""

    declaration: tree.Plain
    key: Key
    layer: str
    before: tree.ParameterDecl | None = None

    @property
    def name_span(self) -> Span:
        """Where it says what it declares."""
        span = self.declaration.span
        if self.key.kind in _WITHOUT_NAME:
            return _first_word(span)
        return word_span(span, _name_of(self.declaration))


def is_final(declaration: tree.Plain) -> bool:
    """Whether the layers above must leave `declaration` as it is."""
    return isinstance(declaration, tree.Final) and declaration.final


class Pile:
    """The declarations of a policy, layer upon layer."""

    def __init__(self) -> None:
        self.layers: tuple[str, ...] = ()
        self.texts: tuple[Source, ...] = ()
        self.entries: tuple[Layered, ...] = ()

    def lay(self, document: tree.Document, layer: str, schema: Schema, findings: Findings) -> None:
        """Lay the declarations of `document` over those that are there."""
        below = tuple(each for each in self.entries if each.key.kind != "EXAMPLE")
        sheet = _Sheet(below, layer, schema, findings)
        take = sheet.amend if self.layers else sheet.declare
        for declaration in document.declarations:
            if isinstance(declaration, tree.RecordDecl):
                findings.report(misplaced_in_policy(declaration))
            elif written_levels(declaration) > MOST_WRITTEN:
                findings.lose(declaration.span.text)
                findings.report(_too_many_levels(declaration))
            elif not isinstance(declaration, tree.PolicyDecl | tree.SchemaDecl | tree.ExampleSetDecl):
                take(declaration)
        self.layers = (*self.layers, layer)
        found = (*schema.bases, schema.span.source, *self.texts, document.source)
        self.texts = tuple(dict.fromkeys(found))
        self.entries = tuple(sheet.entries)


class _Sheet:
    """One layer while it is laid."""

    def __init__(self, below: tuple[Layered, ...], layer: str, schema: Schema, findings: Findings) -> None:
        self.below = {each.key: each for each in below}
        self.entries = list(below)
        self.layer = layer
        self.schema = schema
        self.findings = findings
        self.made: dict[Key, Layered] = {}

    # ---- a policy that amends none -----------------------------------------------------------------

    def declare(self, declaration: tree.Declaration) -> None:
        """Take a declaration of a policy that amends none."""
        if isinstance(declaration, tree.Amendment | tree.Removal | _Touch):
            self.findings.report(NothingToAmend(_first_word(declaration.span)))
        if isinstance(declaration, tree.Amendment):
            declaration = declaration.declaration
        if not isinstance(declaration, tree.Removal | _Touch):
            self._add(declaration)

    def _add(self, declaration: tree.Plain) -> None:
        entry = Layered(declaration, self._key(declaration), self.layer)
        if self._is_new(entry):
            self.entries.append(entry)

    def _is_new(self, entry: Layered) -> bool:
        """Whether this layer declares `entry` for the first time."""
        if entry.key.kind == "EXAMPLE":
            return True
        if entry.key in self.made:
            first = self.made[entry.key].name_span
            self.findings.report(DuplicateName(entry.name_span, entry.key.described, first))
            return False
        self.made[entry.key] = entry
        return True

    def _key(self, declaration: tree.Plain) -> Key:
        return self._canonical(_KINDS[type(declaration)], _name_of(declaration))

    def _canonical(self, kind: str, name: str) -> Key:
        """The key of a declaration: a part of the form or a field goes by its Chinese name."""
        if kind not in _OF_THE_FORM:
            return Key(kind, name)
        return Key(kind, " ".join(self._in_chinese(word) for word in name.split()))

    def _in_chinese(self, name: str) -> str:
        record = self.schema.record_named(name)
        if record is not None:
            return record.zh
        return next((f.zh for r in self.schema.records if (f := r.field_named(name))), name)

    # ---- a policy that amends another --------------------------------------------------------------

    def amend(self, declaration: tree.Declaration) -> None:
        """Take a declaration of a policy that amends another."""
        match declaration:
            case tree.Removal():
                self._remove(declaration)
            case tree.Setting():
                self._set(declaration)
            case tree.EdgeSetting():
                self._set_edge(declaration)
            case tree.TierNaming():
                self._name_tier(declaration)
            case tree.Amendment(verb="ADD"):
                self._add_above(declaration.declaration)
            case tree.Amendment():
                self._replace(declaration.declaration)
            case _:
                self._plain(declaration)

    def _plain(self, declaration: tree.Plain) -> None:
        there = self._key(declaration) in self.below
        if isinstance(declaration, _FREE):
            self._add_above(declaration)
        else:
            verb = _REPLACE if there else _ADD
            self.findings.report(VerbMissing(_first_word(declaration.span), verb))
            self._replace(declaration) if there else self._add_above(declaration)

    def _add_above(self, declaration: tree.Plain) -> None:
        entry = Layered(declaration, self._key(declaration), self.layer)
        there = self.below.get(entry.key)
        last = self._final_steps_for(entry)
        if last is not None:
            self.findings.report(FinalAmended(entry.name_span, last.key.described, last.layer, last.name_span))
        elif there is None:
            self._add(declaration)
        else:
            known = there.name_span
            self.findings.report(AlreadyThere(entry.name_span, entry.key.described, there.layer, known))

    def _final_steps_for(self, entry: Layered) -> Layered | None:
        """Steps for each row that are final have the last word on their rows: no layer above adds others."""
        if entry.key.kind != "EACH_ROW":
            return None
        finals = (each for each in self.below.values() if each.key.kind == "EACH_ROW" and is_final(each.declaration))
        return next((each for each in finals if _shares_rows(each.key, entry.key)), None)

    def _replace(self, declaration: tree.Plain) -> None:
        entry = Layered(declaration, self._key(declaration), self.layer)
        there = self._amended(entry.key, entry.name_span)
        if there is not None and self._is_new(entry):
            self._put(entry)

    def _set(self, setting: tree.Setting) -> None:
        if (opened := self._open_reading(setting.name)) is not None:
            self._choose(setting, opened)
            return
        there = self._amended(Key("PARAMETER", setting.name), word_span(setting.span, setting.name))
        if there is None or not isinstance(there.declaration, tree.ParameterDecl):
            return
        old = there.declaration
        said = setting.notes.cites or setting.notes.readings
        notes = setting.notes if said else old.notes
        new = evolve(old, value=setting.value, notes=notes, span=setting.span)
        entry = Layered(new, there.key, self.layer, before=old)
        if self._is_new(entry):
            self._put(entry)

    def _open_reading(self, name: str) -> tree.ReadingDecl | None:
        """The reading with alternatives that lies below under `name`, if there is one, and no such parameter."""
        there = self.below.get(Key("READING", name))
        found = there.declaration if there is not None and Key("PARAMETER", name) not in self.below else None
        return found if isinstance(found, tree.ReadingDecl) and found.alternatives else None

    def _choose(self, setting: tree.Setting, old: tree.ReadingDecl) -> None:
        """Take another alternative of a reading: it stands where it was declared, for a reason of its own."""
        value = setting.value
        name = value.name if isinstance(value, tree.Name) else value.span.text
        said = setting.notes.cites or setting.notes.readings
        notes = setting.notes if said else old.notes
        chosen = tree.Name(name, value.span)
        new = evolve(old, chosen=chosen, notes=notes, because=setting.because, span=old.span)
        entry = Layered(new, Key("READING", old.name), self.layer)
        if self._is_new(entry):
            self._put(entry)

    def _set_edge(self, setting: tree.EdgeSetting) -> None:
        key = Key("RULE", setting.rule) if setting.rule else Key("GRADE", "")
        span = word_span(setting.span, setting.rule) if setting.rule else setting.span
        if self._amended(key, span) is None:
            return
        # Several edges may be set, each after the other.
        entry = next((each for each in self.entries if each.key == key), None)
        if entry is None or not isinstance(entry.declaration, Banded):
            return
        edges = tuple(edges_of(entry.declaration))
        if setting.before in edges:
            self._put(evolve(entry, declaration=with_edge(entry.declaration, setting)))
        else:
            known = tuple(dict.fromkeys(each.span.text for each in edges))
            self.findings.report(UnknownEdge(setting.before.span, setting.before.span.text, known))

    def _name_tier(self, naming: tree.TierNaming) -> None:
        rules = [(each, each.declaration) for each in self.entries if isinstance(each.declaration, tree.RuleDecl)]
        having = [(entry, rule) for entry, rule in rules if naming.name in tiers_of(rule)]
        span = word_span(naming.span, naming.name)
        if not having:
            known = tuple(dict.fromkeys(tier for _, rule in rules for tier in tiers_of(rule)))
            self.findings.report(UnknownTier(span, naming.name, known))
        for entry, rule in having:
            if self._amended(entry.key, span) is not None:
                self._put(evolve(entry, declaration=with_words(rule, naming)))

    def _remove(self, removal: tree.Removal) -> None:
        key = self._canonical(removal.kind, removal.name)
        span = word_span(removal.span, removal.name, -1) if removal.name else removal.span
        if self._amended(key, span) is not None:
            self.entries = [each for each in self.entries if each.key != key]

    def _put(self, entry: Layered) -> None:
        self.entries = [entry if each.key == entry.key else each for each in self.entries]

    def _amended(self, key: Key, span: Span) -> Layered | None:
        """What lies below under `key`, if it is there and may be changed."""
        there = self.below.get(key)
        if there is None:
            self.findings.report(self._missing(key, span))
        elif is_final(there.declaration):
            self.findings.report(FinalAmended(span, key.described, there.layer, there.name_span))
            return None
        return there

    def _missing(self, key: Key, span: Span) -> AmendedNameMissing:
        known = tuple(each.name for each in self.below if each.kind == key.kind and each.name)
        amended = next((each.layer for each in reversed(list(self.below.values()))), "")
        return AmendedNameMissing(span, key.described, key.name, known, amended)


def _name_of(declaration: tree.Plain) -> str:
    match declaration:
        case tree.ClassificationDecl():
            return declaration.record
        case tree.SubtotalDecl():
            return declaration.field_name
        case tree.EachRowDecl():
            return " ".join(_scope_names(declaration.scope))
        case tree.ExampleDecl():
            return declaration.title
        case tree.TotalDecl() | tree.GradeDecl():
            return ""
        case _:
            return declaration.name if not isinstance(declaration, tree.RecordDecl) else declaration.zh


def _shares_rows(one: Key, other: Key) -> bool:
    """Whether two 每行 are for rows of one part: for all parts, or for the same."""
    return not one.name or not other.name or one.name.split()[-1] == other.name.split()[-1]


def _scope_names(scope: tree.Scope | None) -> Iterator[str]:
    if scope is not None:
        yield from (name for name in (scope.class_name, scope.record) if name)


def _too_many_levels(declaration: tree.Declaration) -> TooManyLevels:
    span = _first_word(declaration.span)
    return TooManyLevels(span, Phrase("算式", "the formula"), MOST_WRITTEN)


def _first_word(span: Span) -> Span:
    return word_span(span, span.text.split(None, 1)[0])
