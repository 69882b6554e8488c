"""Checks the declaration of a form."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from evalrules.language.check.extension import Form, Part, forms_under, names_of, parts_of, report_broken
from evalrules.language.check.findings import Findings
from evalrules.language.check.heads import head_of, misplaced_in_form, read_head
from evalrules.language.check.library import Library
from evalrules.language.check.literals import UNITS
from evalrules.language.check.places import lost_words, word_span
from evalrules.language.keywords import ROW_OF_TOKEN
from evalrules.language.node import Node
from evalrules.language.policy.schema import Field, FieldType, Record, RecordKind, Role, Schema
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.duplicate_name import DuplicateName
from evalrules.language.problems.role_misplaced import RoleMisplaced
from evalrules.language.source import Span
from evalrules.language.syntax import tree


@frozen(eq=False, repr=False)
class CheckedSchema(Node):
    """The form that a file declares, and what is wrong with it. No schema only if a problem is an error."""

    schema: Schema | None
    problems: tuple[Problem, ...]


_TYPE_OF_ROLE = {
    Role.LABEL: FieldType.TEXT,
    Role.MAXIMUM: FieldType.POINTS,
    Role.CLAIMED: FieldType.POINTS,
    Role.TIER: FieldType.TEXT,
    Role.REASON: FieldType.TEXT,
}


def check_schema(document: tree.Document, library: Library) -> CheckedSchema:
    """Check a file that declares a form. Total: whatever is wrong is among the problems.

    A form that extends another is checked as the two put together, once the other has passed its own check.
    A document of which declarations are missing, because they could not be parsed, yields no schema.
    """
    findings = Findings(lost_words(document))
    head = head_of(document, tree.SchemaDecl, findings)
    if head is None:
        return CheckedSchema(None, tuple(findings.problems))
    top = Form(read_head(head, findings), document, findings)
    forms = forms_under(top, library)
    parts: tuple[Part, ...] = ()
    for form in forms:
        parts = _checked_parts(form, parts)
        if form is not top and (form.findings.has_errors or form.findings.lost):
            report_broken(form, top)
            break
    sound = not findings.has_errors and not findings.lost
    return CheckedSchema(_schema(forms, parts, head) if sound else None, tuple(findings.problems))


def _checked_parts(form: Form, below: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of `form` over those `below`; what is wrong with them goes to the findings of `form`."""
    for each in form.document.declarations:
        if not isinstance(each, tree.RecordDecl | tree.SchemaDecl | tree.PolicyDecl):
            form.findings.report(misplaced_in_form(each))
    named = ((name, word_span(each.span, name)) for each in form.records for name in {each.zh: 0, each.en: 0})
    form.findings.report(*_repeated(named, Phrase("部分", "part")))
    parts = parts_of(form, below)
    for part in parts:
        names = ((name, _place(field, name)) for field in part.fields for name in names_of(field))
        problems = (*_repeated(names, Phrase("字段", "field")), *_roles(part))
        form.findings.report(*(each for each in problems if _is_of(each, form)))
    return parts


def _is_of(problem: Problem, form: Form) -> bool:
    """Whether a problem of two fields, or of one, lies in the text of `form` and not in one below."""
    places = (problem.span, *(span for span, _ in problem.related()))
    return any(each.source == form.document.source for each in places)


def _schema(forms: tuple[Form, ...], parts: tuple[Part, ...], head: tree.SchemaDecl) -> Schema:
    heading = forms[-1].heading
    zh = heading.value("TITLE") or heading.name
    en = heading.value("TITLE", 1) or zh
    bases = tuple(form.document.source for form in forms[:-1])
    return Schema(heading.name, zh, en, tuple(_record(each) for each in parts), bases, head.span)


def _record(part: Part) -> Record:
    record = part.written
    fields = tuple(_field(each, record) for each in part.fields)
    return Record(RecordKind(record.kind), record.zh, record.en, fields)


def _field(field: tree.FieldDecl, record: tree.RecordDecl) -> Field:
    return Field(
        record=record.en,
        zh=field.zh,
        en=field.en,
        type=FieldType(field.type),
        unit=UNITS[field.unit] if field.unit else None,
        roles=tuple(Role(each) for each in field.roles),
        also=field.also,
    )


def _place(field: tree.FieldDecl, name: str) -> Span:
    """Where a field has `name`; another name of it stands in quotes, and the field itself is shown."""
    return word_span(field.span, name if name == field.en else field.zh)


def _repeated(named: Iterator[tuple[str, Span]], noun: Phrase) -> Iterator[DuplicateName]:
    first: dict[str, Span] = {}
    for name, span in named:
        if name in first:
            yield DuplicateName(span, Phrase(f"{noun.zh}“{name}”", f"{noun.en} `{name}`"), first[name])
        first.setdefault(name, span)


def _roles(record: Part) -> Iterator[Problem]:
    """Each role is given once, to a field that can fill it."""
    held: dict[str, Span] = {}
    for field in record.fields:
        for token in field.roles:
            word = ROW_OF_TOKEN[token]
            span = _place(field, field.zh)
            if token in held:
                yield DuplicateName(span, Phrase(f"用途“{word.zh}”", f"role `{word.en}`"), held[token])
            held.setdefault(token, span)
            wanted = ROW_OF_TOKEN[_TYPE_OF_ROLE[Role(token)].value]
            if field.type != wanted.token:
                yield RoleMisplaced(span, word.zh, Phrase(wanted.zh, wanted.en))
