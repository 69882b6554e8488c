"""Forms that extend others: the parts and fields of a form below, and what the one above adds to them.

What is put together is what was written; the result is checked as one form.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from evalrules.language.check.findings import Findings
from evalrules.language.check.heads import Heading, head_of, read_head
from evalrules.language.check.library import Library
from evalrules.language.check.places import lost_words, word_span
from evalrules.language.keywords import ROW_OF_TOKEN
from evalrules.language.node import Node
from evalrules.language.problems import Phrase, Problem, Severity
from evalrules.language.problems.amended_policy_broken import AmendedPolicyBroken
from evalrules.language.problems.cyclic_extension import CyclicExtension
from evalrules.language.problems.field_redeclared import FieldRedeclared
from evalrules.language.problems.nothing_to_extend import NothingToExtend
from evalrules.language.problems.part_differs import PartDiffers
from evalrules.language.problems.unknown_field import UnknownField
from evalrules.language.problems.unknown_schema import UnknownSchema
from evalrules.language.source import Span
from evalrules.language.syntax import tree
from evalrules.language.syntax.parse import parse


@frozen(eq=False, repr=False)
class Part(Node):
    """A part of a form with all its fields, those of the forms below first."""

    written: tree.RecordDecl
    form: str
    """the form that declares the part first"""
    fields: tuple[tree.FieldDecl, ...]

    @property
    def names(self) -> frozenset[str]:
        return frozenset((self.written.zh, self.written.en))

    def field_named(self, name: str) -> tree.FieldDecl | None:
        return next((each for each in self.fields if name in names_of(each)), None)


@frozen(eq=False, repr=False)
class Form(Node):
    """A form as it is written, and the form that it extends."""

    heading: Heading
    document: tree.Document
    findings: Findings

    @property
    def records(self) -> tuple[tree.RecordDecl, ...]:
        return tuple(each for each in self.document.declarations if isinstance(each, tree.RecordDecl))


def names_of(field: tree.FieldDecl) -> tuple[str, ...]:
    """The names of a field; one that has the same name in both languages has it once."""
    return tuple(dict.fromkeys((field.zh, field.en, *field.also)))


def broken(what: Phrase, span: Span, problems: Iterable[Problem]) -> AmendedPolicyBroken:
    """The problem, at `span`, that a file which is relied on has problems of its own."""
    errors = [each for each in problems if each.severity is Severity.ERROR]
    return AmendedPolicyBroken(span, what, len(errors), errors[0].span)


def forms_under(top: Form, library: Library) -> tuple[Form, ...]:
    """`top` and all that it extends, the bottom first; what is missing, circular or broken is reported at `top`."""
    forms = [top]
    while extended := forms[-1].heading.value("EXTENDS"):
        names = [each.heading.name for each in forms]
        if extended in names:
            chain = tuple(names[names.index(extended) :])
            top.findings.report(CyclicExtension(top.heading.value_span("EXTENDS"), chain))
            break
        below = _extended(extended, forms[-1], top, library)
        if below is None:
            break
        forms.append(below)
    return tuple(reversed(forms))


def _extended(name: str, above: Form, top: Form, library: Library) -> Form | None:
    source = library.schema_source(name)
    if source is None:
        span = above.heading.value_span("EXTENDS")
        above.findings.report(UnknownSchema(span, name, tuple(library.schema_names())))
        if above is not top:
            report_broken(above, top)
        return None
    parsed = parse(source)
    findings = Findings(lost_words(parsed.document))
    findings.report(*parsed.problems)
    head = head_of(parsed.document, tree.SchemaDecl, findings)
    below = Form(read_head(head, findings), parsed.document, findings) if head else None
    if below is None:
        top.findings.report(_broken_form(name, top, findings))
    return below


def report_broken(below: Form, top: Form) -> None:
    """Tell `top` that a form on which it rests has problems of its own."""
    top.findings.report(_broken_form(below.heading.name, top, below.findings))


def _broken_form(name: str, top: Form, findings: Findings) -> AmendedPolicyBroken:
    what = Phrase(f"表式 {name} ", f"form `{name}`")
    return broken(what, top.heading.value_span("EXTENDS"), findings.problems)


# ---- putting together ------------------------------------------------------------------------------


def parts_of(form: Form, below: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of `form` over those `below`, which keep their places; new ones follow."""
    parts = {each.written.zh: each for each in below}
    for record in form.records:
        known = next((each for each in below if {record.zh, record.en} & each.names), None)
        if known is None:
            parts.setdefault(record.zh, _with_fields(Part(record, form.heading.name, ()), record, form))
        elif _said(record) == _said(known.written):
            parts[record.zh] = _with_fields(known, record, form)
        else:
            place = word_span(record.span, record.zh)
            form.findings.report(PartDiffers(place, _said(record), _said(known.written), known.form))
    return tuple(parts.values())


def _said(record: tree.RecordDecl) -> Phrase:
    """`多行 指标 indicators`: the kind of a part and its names."""
    kind = ROW_OF_TOKEN[record.kind]
    return Phrase(f"{kind.zh} {record.zh} {record.en}", f"{kind.en} {record.zh} {record.en}")


def _with_fields(part: Part, record: tree.RecordDecl, form: Form) -> Part:
    """`part` with what `record` says of its fields: new ones behind those there are, or other names for these."""
    fields = list(part.fields)
    for each in record.fields:
        name = each.zh if isinstance(each, tree.FieldDecl) else each.name
        place = word_span(each.span, name)
        at = next((at for at, field in enumerate(part.fields) if _meets(field, each)), None)
        if isinstance(each, tree.FieldDecl) and at is None:
            fields.append(each)
        elif isinstance(each, tree.FieldDecl):
            known = part.fields[at or 0]
            form.findings.report(FieldRedeclared(place, name, known.zh, part.form, known.span))
        elif at is not None:
            fields[at] = _renamed(fields[at], each)
        elif part.fields:
            known_names = tuple(name for field in part.fields for name in names_of(field))
            form.findings.report(UnknownField(place, name, known_names))
        else:
            form.findings.report(NothingToExtend(place, name))
    return evolve(part, fields=tuple(fields))


def _meets(field: tree.FieldDecl, written: tree.FieldDecl | tree.FieldNaming) -> bool:
    """Whether `written` speaks of `field` of the form below."""
    said = names_of(written) if isinstance(written, tree.FieldDecl) else (written.name,)
    return not set(said).isdisjoint(names_of(field))


def _renamed(field: tree.FieldDecl, naming: tree.FieldNaming) -> tree.FieldDecl:
    """`field` by its further names; the name that it had remains one of them."""
    zh = naming.renamed or field.zh
    others = dict.fromkeys((field.zh, *field.also))
    kept = tuple(each for each in others if each != zh)
    return evolve(field, zh=zh, also=(*kept, *naming.also), span=naming.span)
