"""Strategies for declarations, and for whole documents of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from evalrules.language.syntax import tree
from evalrules.testing.trees.awards import admissions, cases, choices, notes, steps, stretches
from evalrules.testing.trees.building import NOWHERE, maybe, nodes, tuples_of
from evalrules.testing.trees.expressions import closed_scopes, expressions, names, rule_scopes, scopes
from evalrules.testing.words import free_names, names_but, plain_names, texts

_ROLES = ("LABEL", "MAXIMUM", "CLAIMED", "TIER", "REASON")
_REMOVABLE = (
    "RULE", "CHECK", "PARAMETER", "DEFINE", "CLASSES", "VOID", "NOT_APPLICABLE", "READING",
    "SUBTOTAL", "GRADE", "EACH_ROW", "CONSEQUENCE", "INVARIANT",
)  # fmt: skip
_SEVERITIES = ("ERROR", "WARNING", "NOTICE")


# ---- forms ---------------------------------------------------------------------------------------


def _head(token: str, *values: st.SearchStrategy[str]) -> st.SearchStrategy[tree.Head]:
    return nodes(tree.Head, token=st.just(token), values=st.tuples(*values))


def _heads() -> st.SearchStrategy[tuple[tree.Head, ...]]:
    digits = st.integers(0, 9999).map(str)
    return tuples_of(
        st.one_of(
            _head("TITLE", texts()),
            _head("TITLE", texts(), texts()),
            _head("APPLIES", free_names()),
            _head("AMENDS", free_names()),
            _head("EXTENDS", free_names()),
            _head("PLACE", texts()),
            _head("YEAR", digits),
            _head("YEAR", digits, st.just("") | digits),
            _head("LANGUAGE", digits),
        )
    )


@st.composite
def _fields(draw: st.DrawFn) -> tree.FieldDecl:
    """A field; money alone has a unit."""
    kind = draw(st.sampled_from(("TEXT", "NUMBER_KIND", "POINTS", "DATE_KIND", "TARGET", "MEASURED", "MONEY")))
    units = ("YUAN", "WAN_YUAN", "YI_YUAN") if kind == "MONEY" else ("",)
    return draw(
        nodes(
            tree.FieldDecl,
            zh=names_but(*_ROLES, "ALSO", "YUAN", "WAN_YUAN", "YI_YUAN"),
            en=names_but("ALSO", "RENAMED"),
            type=st.just(kind),
            unit=st.sampled_from(units),
            roles=tuples_of(st.sampled_from(_ROLES), most=2),
            also=tuples_of(texts(), most=2),
        )
    )


def _namings() -> st.SearchStrategy[tree.FieldNaming]:
    """Another name for a field: instead of the one it has, besides it, or both."""
    name = names_but(*_ROLES, "ALSO", "YUAN", "WAN_YUAN", "YI_YUAN")
    also = nodes(tree.FieldNaming, name=name, renamed=st.just(""), also=tuples_of(texts(), fewest=1, most=2))
    return also | nodes(tree.FieldNaming, name=name, renamed=free_names(), also=tuples_of(texts(), most=2))


def _records() -> st.SearchStrategy[tree.RecordDecl]:
    kinds = st.sampled_from(("HEADER", "SINGLE", "LIST"))
    fields = tuples_of(_fields() | _namings(), fewest=1)
    return nodes(tree.RecordDecl, kind=kinds, zh=free_names(), en=free_names(), fields=fields)


# ---- quantities, classes, rules ------------------------------------------------------------------


def _class_cases() -> st.SearchStrategy[tree.ClassCase]:
    return nodes(tree.ClassCase, name=plain_names(), condition=maybe(expressions()), notes=notes())


def _lets() -> st.SearchStrategy[tuple[tree.Let, ...]]:
    return tuples_of(nodes(tree.Let, name=free_names(), value=expressions() | choices()), most=2)


def _rules() -> st.SearchStrategy[tree.RuleDecl]:
    return nodes(
        tree.RuleDecl,
        name=free_names(),
        before=tuples_of(names(), most=2),
        notes=notes(),
        final=st.booleans(),
        remaining=st.booleans(),
        scope=rule_scopes(),
        lets=_lets(),
        in_order=st.booleans(),
        cases=tuples_of(cases(), fewest=1),
        steps=tuples_of(steps()),
    )


def _grades() -> st.SearchStrategy[tree.GradeDecl]:
    row = nodes(tree.GradeRow, name=plain_names(), stretch=stretches(), notes=notes())
    ceiling = nodes(tree.Ceiling, grade=free_names(), condition=expressions(), notes=notes())
    return nodes(
        tree.GradeDecl,
        subject=expressions(),
        final=st.booleans(),
        rows=tuples_of(row, fewest=1),
        ceilings=tuples_of(ceiling, most=2),
    )


@st.composite
def _decisions(draw: st.DrawFn) -> tree.Decision:
    """A decision with a condition, for the rest, or without either."""
    condition = draw(maybe(expressions()))
    otherwise = condition is None and draw(st.booleans())
    return draw(
        nodes(
            tree.Decision,
            condition=st.just(condition),
            otherwise=st.just(otherwise),
            decision=texts(),
            notes=notes(),
        )
    )


def _consequences() -> st.SearchStrategy[tree.ConsequenceDecl]:
    decisions = tuples_of(_decisions(), fewest=1)
    return nodes(tree.ConsequenceDecl, name=free_names(), notes=notes(), lets=_lets(), decisions=decisions)


def _checks() -> st.SearchStrategy[tree.CheckDecl]:
    return nodes(
        tree.CheckDecl,
        name=free_names(),
        notes=notes(),
        final=st.booleans(),
        scope=maybe(scopes()),
        lets=_lets(),
        condition=expressions(),
        required=st.booleans(),
        severity=st.sampled_from(_SEVERITIES),
        message=texts(),
        message_span=st.just(NOWHERE),
    )


# ---- examples ------------------------------------------------------------------------------------


def _expected(rule: st.SearchStrategy[str | None]) -> st.SearchStrategy[tree.Expected]:
    words = st.sampled_from(("NOT_APPLICABLE", "VOID", "FAULT", "UNSCORED"))
    return nodes(tree.Expected, value=st.one_of(expressions(), admissions(), words), rule=rule)


def _entries() -> st.SearchStrategy[tuple[tree.Entry, ...]]:
    """Cells of a row. What may follow the row of an example is a keyword after the row of another form, too."""
    names = names_but("EXPECT", "ROW", "OTHER_FORM", "TOTAL", "GRADE", "REPORTS", "SILENT_ON")
    return tuples_of(nodes(tree.Entry, field_name=names, printed=texts()))


def _example_rows() -> st.SearchStrategy[tree.ExampleRow]:
    expected = maybe(_expected(maybe(free_names())))
    return nodes(tree.ExampleRow, record=free_names(), entries=_entries(), expected=expected, reported=_reported())


def _reported() -> st.SearchStrategy[tuple[tree.Reported, ...]]:
    return tuples_of(nodes(tree.Reported, check=free_names(), due=st.booleans()), most=2)


@st.composite
def _examples(draw: st.DrawFn) -> tree.ExampleDecl:
    """An example. What is expected of checks of the form stands after its total, its grade or its file."""
    total, grade = draw(maybe(_expected(st.none()))), draw(maybe(free_names()))
    file = draw(st.just("") | texts().filter(bool))
    placed = total is not None or grade is not None or file
    rows, reported = draw(tuples_of(_example_rows())), draw(_reported()) if placed else ()
    others = draw(tuples_of(_other_forms(), most=2))
    return tree.ExampleDecl(draw(texts()), file, rows, total, grade, reported, others, NOWHERE)


def _other_forms() -> st.SearchStrategy[tree.OtherForm]:
    row = nodes(tree.OtherRow, record=free_names(), entries=_entries())
    return nodes(tree.OtherForm, title=texts(), rows=tuples_of(row, most=2))


def _example_sets() -> st.SearchStrategy[tree.ExampleSetDecl]:
    lines = st.one_of(_head("TITLE", texts()), _head("POLICY", free_names()), _head("LANGUAGE", st.just("1")))
    return nodes(tree.ExampleSetDecl, name=free_names(), head=tuples_of(lines))


# ---- declarations --------------------------------------------------------------------------------


def _readings() -> st.SearchStrategy[tree.ReadingDecl]:
    """Readings that say how a text is read, and readings that choose among alternatives."""
    said = {"name": free_names(), "notes": notes(), "wording": texts(), "because": texts()}
    alternative = nodes(tree.Alternative, name=free_names(), read_as=texts())
    return st.one_of(
        nodes(tree.ReadingDecl, **said, read_as=texts(), alternatives=st.just(()), chosen=st.none()),
        nodes(
            tree.ReadingDecl,
            **said,
            read_as=st.just(""),
            alternatives=tuples_of(alternative, fewest=1),
            chosen=names(),
        ),
    )


def _sources() -> st.SearchStrategy[tree.SourceDecl]:
    standing = st.sampled_from(("OFFICIAL", "OBSERVED", "UNVERIFIED"))
    return nodes(tree.SourceDecl, name=free_names(), standing=standing, title=texts())


@st.composite
def _invariants(draw: st.DrawFn) -> tree.InvariantDecl:
    """A claim that holds, of rows or of the form; or one along a field, which is of rows."""
    name, noted = draw(free_names()), draw(notes())
    if draw(st.booleans()):
        return tree.InvariantDecl(name, noted, draw(maybe(scopes())), draw(expressions()), "", False, NOWHERE)
    return tree.InvariantDecl(name, noted, draw(scopes()), None, draw(free_names()), draw(st.booleans()), NOWHERE)


def _plain() -> Mapping[type, st.SearchStrategy[tree.Plain]]:
    value, named = expressions(), {"name": free_names(), "notes": notes(), "final": st.booleans()}
    cases = tuples_of(_class_cases(), fewest=1)
    treatments = st.sampled_from(("FULL_MARKS", "ZERO_MARKS", "EXCLUDED"))
    some_steps = tuples_of(steps(), fewest=1)
    return {
        tree.SchemaDecl: nodes(tree.SchemaDecl, name=free_names(), head=_heads()),
        tree.RecordDecl: _records(),
        tree.PolicyDecl: nodes(tree.PolicyDecl, name=free_names(), head=_heads()),
        tree.SourceDecl: _sources(),
        tree.ReadingDecl: _readings(),
        tree.ParameterDecl: nodes(tree.ParameterDecl, **named, value=value),
        tree.DefinitionDecl: nodes(tree.DefinitionDecl, **named, scope=maybe(closed_scopes()), value=value | choices()),
        tree.ClassificationDecl: nodes(
            tree.ClassificationDecl, record=free_names(), in_order=st.booleans(), final=st.booleans(), cases=cases
        ),
        tree.VoidDecl: nodes(tree.VoidDecl, **named, scope=scopes()),
        tree.NotApplicableDecl: nodes(tree.NotApplicableDecl, **named, scope=scopes(), treatment=treatments),
        tree.RuleDecl: _rules(),
        tree.EachRowDecl: nodes(tree.EachRowDecl, final=st.booleans(), scope=maybe(scopes()), steps=some_steps),
        tree.TotalDecl: nodes(tree.TotalDecl, value=value, notes=notes(), final=st.booleans(), steps=some_steps),
        tree.SubtotalDecl: nodes(tree.SubtotalDecl, field_name=free_names()),
        tree.GradeDecl: _grades(),
        tree.ConsequenceDecl: _consequences(),
        tree.CheckDecl: _checks(),
        tree.ExampleDecl: _examples(),
        tree.ExampleSetDecl: _example_sets(),
        tree.InvariantDecl: _invariants(),
    }


def _every_kind() -> Mapping[type, st.SearchStrategy[tree.Declaration]]:
    plain = _plain()
    verbs = st.sampled_from(("ADD", "REPLACE"))
    return MappingProxyType(
        {
            **plain,
            tree.Amendment: nodes(tree.Amendment, verb=verbs, declaration=st.one_of(*plain.values())),
            tree.Removal: nodes(tree.Removal, kind=st.sampled_from(_REMOVABLE), name=st.just("") | free_names()),
            tree.EdgeSetting: nodes(
                tree.EdgeSetting,
                rule=st.just("") | free_names(),
                before=expressions(),
                after=expressions(),
                notes=notes(),
            ),
            tree.TierNaming: nodes(tree.TierNaming, name=free_names(), also=tuples_of(texts(), fewest=1, most=2)),
            tree.Setting: nodes(tree.Setting, name=free_names(), value=expressions(), notes=notes(), because=texts()),
        }
    )


DECLARATIONS: Mapping[type, st.SearchStrategy[tree.Declaration]] = _every_kind()
"""A strategy for each kind of declaration."""


def declarations() -> st.SearchStrategy[tree.Declaration]:
    """Declarations of every kind."""
    return st.one_of(*DECLARATIONS.values())


def documents() -> st.SearchStrategy[tree.Document]:
    """Files of declarations, in any order and number."""
    several = tuples_of(declarations(), most=4)
    return st.builds(tree.Document, source=st.just(NOWHERE.source), declarations=several)
