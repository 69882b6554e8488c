"""Verifies a record: reads it, checks every step, then that the parts agree."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from evalrules.meaning.certificate.adjustments import check_adjusted
from evalrules.meaning.certificate.agreement import Form, check_form, is_in_total
from evalrules.meaning.certificate.awards import (
    check_admitted,
    check_chosen,
    check_concluded,
    check_editable,
    check_placed,
    check_referred,
    check_tiered,
    check_unstated,
)
from evalrules.meaning.certificate.calculation import value_of, words_of
from evalrules.meaning.certificate.cases import check_interpreted, check_selected
from evalrules.meaning.certificate.consequences import check_followed
from evalrules.meaning.certificate.document import check_document, check_points, unsupported
from evalrules.meaning.certificate.expressions import (
    RowKey,
    check_computed,
    check_earned,
    check_found,
    check_gathered,
    check_named,
    check_of_class,
    check_outside,
    check_scored,
    check_stated,
    premise_in,
    row_key,
)
from evalrules.meaning.certificate.finding import Finding, Premise, Verdict
from evalrules.meaning.certificate.forms import check_graded, check_total
from evalrules.meaning.certificate.node import Json, MalformedError, Node, shown
from evalrules.meaning.certificate.phrase import Phrase, neutral
from evalrules.meaning.certificate.population import check_cited, check_surveyed
from evalrules.meaning.certificate.rows import check_row
from evalrules.meaning.certificate.value import show
from evalrules.meaning.certificate.walk import Part, parts_of
from evalrules.meaning.certificate.wording import check_basis

LONGEST_TEXT = 64 * 1024 * 1024

Check = Callable[[Node], Iterator[Finding]]

CHECKS: Mapping[str, Check] = {
    "stated": check_stated,
    "found": check_found,
    "named": check_named,
    "scored": check_scored,
    "earned": check_earned,
    "computed": check_computed,
    "of-class": check_of_class,
    "gathered": check_gathered,
    "outside": check_outside,
    "interpreted": check_interpreted,
    "selected": check_selected,
    "cited": check_cited,
    "surveyed": check_surveyed,
    "chosen": check_chosen,
    "placed": check_placed,
    "admitted-between": check_admitted,
    "tiered": check_tiered,
    "referred": check_referred,
    "concluded": check_concluded,
    "editable": check_editable,
    "unstated": check_unstated,
    "adjusted": check_adjusted,
}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a record holds: the parts of a form, the checks of those that are no steps, bare claims."""

    form: Form
    checks: tuple[Iterator[Finding], ...]
    unsupported: Iterator[Premise]


_NO_JSON = Phrase("不能按 JSON 读的文字", "a text that cannot be read as JSON")
_RECORD = Phrase("explain --format json 的输出", "the output of `explain --format json`")


def verify(record: Json) -> tuple[Finding, ...]:
    """What in a record does not follow from its premises; nothing if it is valid. Never raises."""
    return verdict_on(record).findings


def verify_text(json_text: str) -> Verdict:
    """The verdict on a record, or on the output of `explain --format json`, as text. Never raises."""
    try:
        record = _parsed(json_text)
    except MalformedError as error:
        return Verdict(0, (), (_finding(error),))
    except json.JSONDecodeError as error:
        place = f"{error.lineno}:{error.colno}"
        found = Phrase(f"{_NO_JSON.zh}（{place}）", f"{_NO_JSON.en} ({place})")
        return Verdict(0, (), (Finding("$", found, _RECORD),))
    except (ValueError, RecursionError):  # a number or a nesting beyond what Python reads
        return Verdict(0, (), (Finding("$", _NO_JSON, _RECORD),))
    return verdict_on(record)


def verdict_on(record: object) -> Verdict:
    """The verdict on a record that has been read from JSON."""
    try:
        parts = tuple(parts_of(record))
        contents = _contents(parts)
    except MalformedError as error:
        return Verdict(0, (), (_finding(error),))
    steps = [part for part in parts if "step" in part.node.fields]
    bases = (check_basis(part.node) for part in parts if part.node.path.endswith(("basis", "rule_basis")))
    checks = (*(_check_step(part.node) for part in steps), *bases, *contents.checks, check_form(contents.form, parts))
    findings = tuple(finding for check in checks for finding in _guarded(check))
    premises = () if findings else (*_premises(contents.form, steps), *contents.unsupported)
    return Verdict(len(steps), premises, findings)


def _guarded(check: Iterator[Finding]) -> Iterator[Finding]:
    """The findings of a check; where the record has no shape to be checked, that is one."""
    try:
        yield from check
    except MalformedError as error:
        yield _finding(error)


def _finding(error: MalformedError) -> Finding:
    return Finding(error.path, error.found, error.needed)


def _check_step(step: Node) -> Iterator[Finding]:
    check = CHECKS.get(step.text("step")) if isinstance(step.fields["step"], str) else None
    if check is None:
        yield Finding(step.at("step"), shown(step.fields["step"]), Phrase("一种步骤", "a kind of step"))
    else:
        yield from check(step)


# Records ------------------------------------------------------------------------------------------


def _contents(parts: tuple[Part, ...]) -> Contents:
    """The parts of the form that a record holds, and the checks of what is no step."""
    root = parts[0].node if parts and parts[0].node.path == "$" else Node("$", {})
    match root.get_or_none("record"):
        case "derivation":
            return _derivation(_body(root, "derivation"))
        case None if "rows" in root.fields:
            return _document(root, parts)
        case "row" | "total" | "graded" | "followed" | "checked" as kind:
            return _single(_body(root, kind), kind)
        case None:
            raise MalformedError("$", Phrase("别的 JSON", "other JSON"), _RECORD)
        case other:
            raise MalformedError("$.record", shown(other), neutral("row/total/graded/followed/checked/derivation"))


TRACE_VERSION = 1


def _body(node: Node, kind: str) -> Node:
    """A record without its heading: the kind, and the version of its shape."""
    node.one_of("record", (kind,))
    if node.whole("trace") != TRACE_VERSION:
        raise MalformedError(node.at("trace"), shown(node.get("trace")), neutral(str(TRACE_VERSION)))
    heading = ("record", "trace")
    return Node(node.path, {name: value for name, value in node.fields.items() if name not in heading})


def _single(node: Node, kind: str) -> Contents:
    rows = [node] if kind == "row" else []
    total, grade = (node if kind == each else None for each in ("total", "graded"))
    checks = (node,) if kind == "checked" else ()
    followed = (node,) if kind == "followed" else ()
    return _formed(Form(_by_key(rows), False, total, (), grade, followed, checks, None))


def _derivation(node: Node) -> Contents:
    node.expect_fields(
        "policy policy_hash form rows total claimed_total_cell points_total subtotals grade consequences checks"
    )
    total, grade = node.node_or_none("total"), node.node_or_none("grade")
    rows, checks, followed = _by_key(node.nodes("rows")), node.nodes("checks"), node.nodes("consequences")
    return _formed(Form(rows, True, total, node.nodes("subtotals"), grade, followed, checks, node))


def _document(node: Node, parts: tuple[Part, ...]) -> Contents:
    flat = (*node.nodes("rows"), *node.nodes("unscored"))
    rows = _by_key([_body(row.node("derivation"), "row") for row in flat])
    stated = node.node("total").node_or_none("derivation")
    total = None if stated is None else _body(stated, "total")
    added = [row_key(part.node) for part in parts if _is_scored_row(part) and part.node.path.startswith("$.total.")]
    whole = total is not None and all(key in rows for key in added)
    contents = _formed(Form(rows, whole, total, _subtotals(node), _graded(node), _followed(node), _checks(node), None))
    counting = [row for row in rows.values() if is_in_total(row)]
    points = check_points(node, counting) if whole else iter(())
    checks = (*contents.checks, check_document(node), points)
    return Contents(contents.form, checks, unsupported(node))


def _is_scored_row(part: Part) -> bool:
    return part.node.get_or_none("step") == "scored" and row_key(part.node) is not None


def _subtotals(node: Node) -> tuple[Node, ...]:
    flat = [each for each in node.nodes("subtotals") if "derivation" in each.fields]
    return tuple(_body(each.node("derivation"), "subtotal") for each in flat)


def _graded(node: Node) -> Node | None:
    if node.get_or_none("grade_derivation") is None:
        return None
    return _body(node.node("grade_derivation"), "graded")


def _followed(node: Node) -> tuple[Node, ...]:
    return tuple(_body(each.node("derivation"), "followed") for each in node.nodes("consequences"))


def _checks(node: Node) -> tuple[Node, ...]:
    flat = [each for each in node.nodes("checks") if "derivations" in each.fields]
    return tuple(_body(checked, "checked") for each in flat for checked in each.nodes("derivations"))


def _formed(form: Form) -> Contents:
    checks = [check_row(row) for row in form.rows.values()]
    checks += [check_total(form.total)] if form.total else []
    checks += [check_graded(form.grade)] if form.grade else []
    checks += [check_followed(each) for each in form.consequences]
    return Contents(form, tuple(checks), iter(()))


def _by_key(rows: Iterable[Node]) -> Mapping[RowKey, Node]:
    """Rows by section and index; sections as they first appear, the rows of each in their order."""
    keyed: dict[str, dict[int, Node]] = {}
    for row in rows:
        section, index = row.text("section"), row.whole("index")
        if index in keyed.setdefault(section, {}):
            raise MalformedError(row.path, Phrase("重复的行", "a row again"), Phrase("每行一次", "each row once"))
        keyed[section][index] = row
    return {(section, at): each[at] for section, each in keyed.items() for at in sorted(each)}


# Premises -----------------------------------------------------------------------------------------


def _premises(form: Form, steps: Iterable[Part]) -> tuple[Premise, ...]:
    """What a valid record rests on and this certificate cannot re-read, each once."""
    found: dict[tuple[str, Phrase], Premise] = {}
    for part in steps:
        premise = premise_in(part.node) or _missing_row(form, part.node)
        if premise is not None:
            found.setdefault((premise.words, premise.value), premise)
    return tuple(found.values())


def _missing_row(form: Form, step: Node) -> Premise | None:
    """The award of a row that the record does not hold."""
    if step.get("step") != "scored" or form.whole:
        return None
    key = row_key(step)
    known = form.total is not None if key is None else key in form.rows
    return None if known else Premise(step.path, step.text("label") or words_of(step), show(value_of(step)))


# Text ---------------------------------------------------------------------------------------------


def _parsed(text: str) -> object:
    if len(text) > LONGEST_TEXT:
        raise MalformedError("$", neutral(str(len(text))), neutral(f"≤ {LONGEST_TEXT}"))
    return json.loads(text, object_pairs_hook=_object, parse_float=_no_float, parse_constant=_no_float)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise MalformedError("$", Phrase("重复的字段", "a field twice"), Phrase("每个字段一次", "each field once"))
    return fields


def _no_float(digits: str) -> object:
    raise MalformedError("$", neutral(digits[:40]), Phrase("精确的数，写成文字", "exact numbers, as texts"))
