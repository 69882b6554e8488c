"""Checks the steps of expressions: constants, cells, names, operators, questions, functions of rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from evalrules.meaning.certificate.amount import exactly
from evalrules.meaning.certificate.calculation import (
    ARITHMETIC,
    COMPARISONS,
    FIXED_NUMBER,
    asked,
    calculated,
    function_value,
    opposite,
    truth_of,
    value_of,
    words_of,
)
from evalrules.meaning.certificate.claim import check_field, check_outcome, operand_count, row_count, rows_in_scope
from evalrules.meaning.certificate.finding import Finding, Premise
from evalrules.meaning.certificate.node import MalformedError, Node, as_text, as_whole, shown
from evalrules.meaning.certificate.phrase import Phrase, listed, neutral
from evalrules.meaning.certificate.reading import comparator_of, read_cell, read_constant
from evalrules.meaning.certificate.unit import ONE, PURE
from evalrules.meaning.certificate.value import (
    Absent,
    Days,
    Fault,
    Outcome,
    Quantity,
    Text,
    Truth,
    Unread,
    read_unit,
    show,
)
from evalrules.meaning.certificate.wording import (
    OUTSIDE,
    check_class,
    check_function,
    check_mentions,
    check_operator,
    names_in,
    plain,
)

WORDS = " value text at"


# Constants and cells ------------------------------------------------------------------------------


def check_stated(step: Node) -> Iterator[Finding]:
    """A constant has the value that its words say."""
    step.expect_fields("step" + WORDS)
    reading = _constant_of(step)
    if reading is not None:
        yield from check_outcome(step, "value", reading)


def _constant_of(step: Node) -> Outcome | None:
    """What the words say: a constant, a row that counts as one, or that nothing is awarded."""
    words = words_of(step)
    if words.startswith(("对", "for")):
        return Quantity(exactly(ONE), PURE)
    value = value_of(step)
    if words.startswith(("不计分", "unscored")) and isinstance(value, Absent):
        return value
    return read_constant(plain(words))


def check_found(step: Node) -> Iterator[Finding]:
    """A cell has the value that it prints, as far as that can be read without doubt, and reads as its kind."""
    step.expect_fields("step field printed address kind" + WORDS)
    step.text("address")
    value, reading = value_of(step), _cell_of(step)
    if reading is not None:
        yield from check_outcome(step, "value", reading)
    yield from _check_name(step)
    kinds = _kinds_of(value, step.text_or_none("printed"))
    if step.text("kind") not in kinds:
        yield Finding(step.at("kind"), shown(step.text("kind")), neutral("/".join(kinds)))


FIELD_TYPES = ("text", "number", "points", "money", "date", "target", "measured")


def _check_name(step: Node) -> Iterator[Finding]:
    """A cell is called by a name of its field; one that is used for what it is has no words of its own."""
    field, words = step.node("field"), plain(words_of(step))
    names = (field.text("zh"), field.text("en"), *field.texts("also"))
    if words not in names and not step.path.endswith("_cell"):
        yield Finding(step.at("field"), listed(names), shown(words))


def _cell_of(step: Node) -> Outcome | None:
    field, value = step.node("field"), value_of(step)
    field.expect_fields("record zh en type unit roles also")
    if isinstance(value, Unread) and value.reason == "not-a-cell":
        return None  # what went wrong with the cell happened before anything was printed
    stated = field.node_or_none("unit")
    unit = None if stated is None else read_unit(stated)
    taken_in = value.unit if isinstance(value, Quantity) else None
    return read_cell(step.text_or_none("printed"), field.one_of("type", FIELD_TYPES), unit, taken_in)


_KIND_OF_SIGN = {"<": "strict-ceiling", "≤": "ceiling", ">": "strict-floor", "≥": "floor", "=": "exact", "": "number"}


def _kinds_of(value: Outcome, printed: str | None) -> tuple[str, ...]:
    """How a cell with this value may read; of a number the printed comparator tells, where it is sure."""
    match value:
        case Quantity(_, unit):
            sign = comparator_of(printed or "", unit)
            return (*_KIND_OF_SIGN.values(), "range") if sign is None else (_KIND_OF_SIGN[sign],)
        case Text():
            return ("text",)
        case Days():
            return ("date", "range")
        case Absent():
            return ("absent",)
        case _:
            return ("unread", "range")


def premise_in(step: Node) -> Premise | None:
    """The constant or cell that a step takes on trust, since the small reading cannot tell."""
    match step.get("step"):
        case "stated" if _constant_of(step) is None:
            return Premise(step.path, words_of(step), show(value_of(step)))
        case "cited" if step.get("form"):
            return Premise(step.path, f"{step.text('form')} {words_of(step)}", show(value_of(step)))
        case "found" if _cell_of(step) is None:
            return Premise(step.path, step.text_or_none("printed") or "", show(value_of(step)))
        case _:
            return None


def check_named(step: Node) -> Iterator[Finding]:
    """A named quantity has the value of what it names, and is called by its name."""
    step.expect_fields("step name origin layer premise" + WORDS)
    origin = step.one_of("origin", ("parameter", "definition", "local"))
    if (step.text("layer") == "") is not (origin == "local"):
        yield Finding(step.at("layer"), shown(step.text("layer")), Phrase("来自别处的才有", "a layer unless local"))
    premise = step.node("premise")
    yield from check_outcome(step, "value", value_of(premise))
    yield from check_field(step, "name", plain(words_of(step)))
    if premise.get("step") == "selected":
        yield from check_field(premise, "name", step.text("name"))


def check_outside(step: Node) -> Iterator[Finding]:
    """What was asked of the row outside has the value that it has there; its words say so, or name a local."""
    step.expect_fields("step row premise" + WORDS)
    row_key(step)
    premise = step.node("premise")
    yield from check_outcome(step, "value", value_of(premise))
    words, asked = plain(words_of(step)), plain(words_of(premise))
    said = next((words.removeprefix(each) for each in OUTSIDE if words.startswith(each)), None)
    is_local = premise.get("step") == "outside" or premise.get_or_none("origin") == "local"
    if not (is_local and words == asked) and (said is None or plain(said) != asked):
        yield Finding(step.at("premise"), shown(asked), shown(words))


# Operators and questions --------------------------------------------------------------------------


def check_computed(step: Node) -> Iterator[Finding]:
    """An operator or function has the value that follows from its operands."""
    step.expect_fields("step operator of" + WORDS)
    operator, operands = step.text("operator"), step.nodes("of")
    kind = "is" if operator.startswith(("is ", "is-not ")) else operator
    fewest, most = _OPERANDS.get(kind, (1, len(operands)))
    if not fewest <= len(operands) <= most:
        raise MalformedError(step.at("of"), operand_count(len(operands)), operand_count(most))
    yield from check_operator(step, operator, operands)
    yield from check_outcome(step, "value", _computed(step, operator, kind, operands))


# The fewest and the most operands, where that is known; of two conditions the first may settle the answer.
_OPERANDS = (
    dict.fromkeys((*ARITHMETIC, *COMPARISONS), (2, 2))
    | dict.fromkeys(("not", "negate", "given", "missing", "is"), (1, 1))
    | dict.fromkeys(("and", "or", "if-missing"), (1, 2))
    | {function: (number, number) for function, number in FIXED_NUMBER.items()}
)


def _computed(step: Node, operator: str, kind: str, operands: tuple[Node, ...]) -> Outcome:
    match kind:
        case "+" | "−" | "×" | "÷":
            return calculated(operator, *operands)
        case "=" | "≠" | "<" | "≤" | ">" | "≥":
            return asked(operator, *operands)
        case "and" | "or":
            return _connected(step, operator == "or", operands)
        case "not":
            return _denied(operands[0])
        case "negate":
            return opposite(operands[0])
        case "given" | "missing":
            return Truth(isinstance(value_of(operands[0], "found"), Absent) == (operator == "missing"))
        case "if-missing":
            return _in_its_stead(step, operands)
        case "in":
            return _one_of(operands[0], operands[1:])
        case "is":
            return _kind_of(operands[0], operator)
        case _:
            return _function(step, operator, operands)


def _function(step: Node, name: str, operands: tuple[Node, ...]) -> Outcome:
    value = function_value(name, operands, words_of(step))
    if value is None:
        needed = Phrase("语言中的运算或函数", "an operator or function of the language")
        raise MalformedError(step.at("operator"), shown(name), needed)
    return value


def _connected(step: Node, settles: bool, operands: tuple[Node, ...]) -> Outcome:
    """`and`/`or`: True settles an `or`, False an `and`; then, and after a fault, nothing more is asked."""
    first = truth_of(operands[0])
    if isinstance(first, Fault):
        return first
    if first is settles:
        return Truth(settles)
    if len(operands) == 1:
        raise MalformedError(step.at("of"), operand_count(1), operand_count(2))
    second = truth_of(operands[1])
    if isinstance(second, Fault):
        return second
    return Truth(second if first is not None or second is settles else None)


def _in_its_stead(step: Node, operands: tuple[Node, ...]) -> Outcome:
    """What a cell holds; only of an empty one, what stands in its stead. What cannot be read is not empty."""
    cell, *stead = operands
    held = value_of(cell, "found")
    if isinstance(held, Absent) is not bool(stead):
        raise MalformedError(step.at("of"), operand_count(len(operands)), operand_count(3 - len(operands)))
    if stead:
        return value_of(stead[0])
    return Fault("unreadable-cell", (words_of(cell), held.text[:60])) if isinstance(held, Unread) else held


def _denied(operand: Node) -> Outcome:
    truth = truth_of(operand)
    return truth if isinstance(truth, Fault) else Truth(None if truth is None else not truth)


def _one_of(subject: Node, options: tuple[Node, ...]) -> Outcome:
    """Whether the subject equals an option; none is looked at after the first that it equals."""
    undecided = False
    for option in options:
        equal = asked("=", subject, option)
        if not isinstance(equal, Truth) or equal.holds:
            return equal
        undecided = undecided or equal.holds is None
    return Truth(None if undecided else False)


_KINDS = {
    "TEXT": ("text",),
    "NUMBER_KIND": ("number", "ceiling", "strict-ceiling", "floor", "strict-floor", "exact", "range"),
    "CEILING": ("ceiling", "strict-ceiling"),
    "FLOOR": ("floor", "strict-floor"),
    "STRICT_CEILING": ("strict-ceiling",),
    "STRICT_FLOOR": ("strict-floor",),
    "EXACT": ("exact",),
    "DATE_KIND": ("date",),
    "RANGE": ("range",),
}


def _kind_of(cell: Node, operator: str) -> Outcome:
    """Whether a cell reads as a kind; one that cannot be read has none."""
    value, reads_as = value_of(cell, "found"), cell.text("kind")
    if isinstance(value, Unread) and reads_as == "unread":
        return Fault("unreadable-cell", (words_of(cell), value.text[:60]))
    verb, _, kind = operator.partition(" ")
    return Truth((reads_as in _KINDS.get(kind, ())) is (verb == "is"))


# Rows ---------------------------------------------------------------------------------------------


def check_scored(step: Node) -> Iterator[Finding]:
    """The award of a row, or the total, was used: what it was is checked where the row is known."""
    step.expect_fields("step row label view" + WORDS)
    step.text("label")
    step.one_of("view", ("judged", "open"))
    value_of(step)
    words = ("得分", "award") if row_key(step) else ("总分", "total")
    if plain(words_of(step)) not in words:
        yield Finding(step.at("row"), shown(step.get("row")), shown(words_of(step)))


def check_earned(step: Node) -> Iterator[Finding]:
    """The grade was used: which it was is checked where the grades are known."""
    step.expect_fields("step" + WORDS)
    if not isinstance(value_of(step), Text | Fault):
        yield Finding(step.at("value"), show(value_of(step)), Phrase("一个等级", "a grade"))
    if plain(words_of(step)) not in ("等级", "grade"):
        yield Finding(step.at("text"), shown(words_of(step)), shown("等级"))


RowKey: TypeAlias = tuple[str, int]


def row_key(node: Node) -> RowKey | None:
    """The row that a node speaks of, as section and index; None for the form as a whole."""
    if node.get("row") is None:
        return None
    items = node.items("row")
    if len(items) != 2:
        raise MalformedError(node.at("row"), shown(node.get("row")), Phrase("部分和序号", "a section and an index"))
    (first, section), (second, index) = items
    return as_text(section, first), as_whole(index, second)


def check_of_class(step: Node) -> Iterator[Finding]:
    """A row that has a class is of the class asked for, or not; one without has no answer."""
    step.expect_fields("step class negated actual" + WORDS)
    actual, value = step.text_or_none("actual"), value_of(step)
    yield from check_class(step, step.text("class"), negated=step.holds("negated"))
    if actual is None and not isinstance(value, Fault):
        follows = Phrase("出错，因为该行没有类别", "a fault, since the row has no class")
        yield Finding(step.at("value"), show(value), follows)
    elif actual is not None:
        yield from check_outcome(step, "value", Truth((actual == step.text("class")) is not step.holds("negated")))


def check_gathered(step: Node) -> Iterator[Finding]:
    """A function of rows has the value that follows from what each row yields."""
    step.expect_fields("step function record class_wanted members looked_at" + WORDS)
    function = step.text("function")
    yield from check_function(step, function, of_record=step.get("record") is not None)
    yield from _check_members(step)
    # A row without a class is a fault of a gathering of one class; the check of the form knows its rows.
    if step.get("class_wanted") is None or not isinstance(value_of(step), Fault):
        yield from check_outcome(step, "value", gathered_value(step))


def gathered_value(step: Node) -> Outcome:
    """What follows from what the rows yield, if each of them has the class that is wanted, or another."""
    fault = next((fault for row in step.nodes("looked_at") if (fault := _open_scope(row)) is not None), None)
    members = [member.node("yields") for member in step.nodes("members")]
    value = fault or function_value(step.text("function"), members, words_of(step))
    if value is None:
        needed = Phrase("语言中的函数", "a function of the language")
        raise MalformedError(step.at("function"), shown(step.text("function")), needed)
    return value


def _open_scope(row: Node) -> Fault | None:
    """The fault of a condition that does not say whether its row is in the scope."""
    condition = row.node("yields")
    truth = truth_of(condition)
    if truth is None:
        return Fault("condition-undecided", (words_of(condition),))
    return truth if isinstance(truth, Fault) else None


def _check_members(step: Node) -> Iterator[Finding]:
    """The members are rows of the record; where rows were asked for a condition, those for which it holds."""
    members, looked_at = step.nodes("members"), step.nodes("looked_at")
    yield from check_mentions(step, *names_in(step, "class_wanted"))
    yield from _check_rows_of(step, members)
    yield from _check_rows_of(step, looked_at)
    inside = [row_key(row) for row in looked_at if truth_of(row.node("yields")) is True]
    if looked_at and [row_key(member) for member in members] != inside:
        yield Finding(step.at("members"), row_count(len(members)), rows_in_scope(len(inside)))


def _check_rows_of(step: Node, rows: tuple[Node, ...]) -> Iterator[Finding]:
    """Each row is one of the record, and none comes again or before another."""
    record = step.text_or_none("record")
    last: dict[str, int] = {}
    for row in rows:
        row.expect_fields("row label yields")
        row.text("label")
        key = row_key(row)
        if key is None or record not in (None, key[0]) or key[1] <= last.get(key[0], -1):
            yield Finding(row.at("row"), shown(row.get("row")), Phrase("接下来的一行", "the next row of the record"))
        else:
            last[key[0]] = key[1]
