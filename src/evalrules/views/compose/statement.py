"""Conditions as facts: what a step that is true, false or undecided says about the form."""

from __future__ import annotations

from collections.abc import Iterable

from evalrules.language.policy.expression import CellKind
from evalrules.language.policy.schema import FieldType
from evalrules.language.problems.problem import Phrase
from evalrules.language.values import Absent, Interval, Quantity, Text, Truth
from evalrules.meaning.derivation import (
    Cited,
    Computed,
    Earned,
    Found,
    Gathered,
    Interpreted,
    Named,
    OfClass,
    Outside,
    Scored,
    Stated,
    Step,
)
from evalrules.meaning.fault import Fault
from evalrules.views.compose.amounts import show_amount, show_value
from evalrules.views.compose.saying import AND, bracketed, code, joined, listed, number, text
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Words

# Comparisons: each operator has one sentence, and the one that is its opposite says that it is false.
_OPPOSITE = {"=": "≠", "≠": "=", "<": "≥", "≥": "<", "≤": ">", ">": "≤"}
_COMPARED = {
    "=": Phrase("{left} 等于 {right}", "{left} equals {right}"),
    "≠": Phrase("{left} 不等于 {right}", "{left} does not equal {right}"),
    "<": Phrase("{left} 低于 {right}", "{left} is below {right}"),
    "≥": Phrase("{left} 不低于 {right}", "{left} is at least {right}"),
    "≤": Phrase("{left} 不高于 {right}", "{left} is at most {right}"),
    ">": Phrase("{left} 高于 {right}", "{left} is above {right}"),
}
_MEASURED = {
    "<": Phrase("{left} 未达到 {right}", "{left} does not reach {right}"),
    "≥": Phrase("{left} 达到 {right}", "{left} reaches {right}"),
    "≤": Phrase("{left} 未超过 {right}", "{left} does not exceed {right}"),
    ">": Phrase("{left} 超过 {right}", "{left} exceeds {right}"),
}
# A limit is exceeded or not; nobody is said to attain it.
_LIMITED = {sign: _MEASURED[sign] for sign in ("≤", ">")}
_WORDED = {
    "=": Phrase("{left}是{right}", "{left} is {right}"),
    "≠": Phrase("{left}不是{right}", "{left} is not {right}"),
}
_WHATEVER = Phrase("{fact}，不论具体是多少", "{fact}, whatever it is exactly")

_KIND = {
    True: Phrase("{subject} 是{kind}", "{subject} is {kind}"),
    False: Phrase("{subject} 不是{kind}", "{subject} is not {kind}"),
}
_KINDS = {
    CellKind.TEXT: Phrase("文字", "a text"),
    CellKind.NUMBER: Phrase("数", "a number"),
    CellKind.CEILING: Phrase("上限", "a ceiling"),
    CellKind.FLOOR: Phrase("下限", "a floor"),
    CellKind.STRICT_CEILING: Phrase("严格上限", "a strict ceiling"),
    CellKind.STRICT_FLOOR: Phrase("严格下限", "a strict floor"),
    CellKind.EXACT: Phrase("等值", "an exact value"),
    CellKind.DATE: Phrase("日期", "a date"),
    CellKind.RANGE: Phrase("区间", "a range"),
}
_GIVEN = {
    True: Phrase("{field} 已填（{value}）", "{field} is given ({value})"),
    False: Phrase("{field} 未填", "{field} is missing"),
}
_IN = {
    True: Phrase("{subject} 属于（{options}）", "{subject} is one of {options}"),
    False: Phrase("{subject} 不属于（{options}）", "{subject} is none of {options}"),
}
_CLASS = {
    True: Phrase("本行属“{name}”", "the row is of class “{name}”"),
    False: Phrase("本行属“{actual}”，不属“{name}”", "the row is of class “{actual}”, not “{name}”"),
}
_NO_CLASS = Phrase("本行不属任何一类，也就不属“{name}”", "the row is of no class, and so not of “{name}”")
_READ = {
    True: Phrase("解读“{name}”取“{chosen}”", "reading “{name}” takes “{chosen}”"),
    False: Phrase("解读“{name}”取“{chosen}”，不取“{asked}”", "reading “{name}” takes “{chosen}”, not “{asked}”"),
}
_HOLDS = {
    True: Phrase("“{words}”成立", "“{words}” holds"),
    False: Phrase("“{words}”不成立", "“{words}” does not hold"),
}
_OPEN = Phrase("现有内容不能断定“{words}”：{facts}", "what the form says does not decide “{words}”: {facts}")
_FAILED = Phrase("不能判断“{words}”：{message}", "“{words}” cannot be judged: {message}")


def statement(step: Step, telling: Telling) -> Words:
    """What the condition `step` found out, as a fact about the form."""
    value = step.value
    if isinstance(value, Fault):
        return telling.say(_FAILED, words=code(words_of(step)), message=value.message(telling.lang))
    truth = value.value if isinstance(value, Truth) else None
    if truth is None:
        facts = listed((operand(each, telling) for each in _looked_at(step)), telling.lang)
        return telling.say(_OPEN, words=code(words_of(step)), facts=facts)
    match step:
        case OfClass():
            return _of_class(step, truth, telling)
        case Interpreted():
            is_taken = truth is not step.negated
            return telling.say(_READ[is_taken], name=step.reading, chosen=step.chosen, asked=step.alternative)
        case Computed():
            return _computed(step, truth, telling)
        case _:
            return telling.say(_HOLDS[truth], words=code(words_of(step)))


def _looked_at(step: Step) -> tuple[Step, ...]:
    """The operands that leave a condition open: through and, or, not down to the comparisons."""
    if isinstance(step, Computed) and step.operator in ("and", "or", "not"):
        undecided = (each for each in step.operands if each.value == Truth(None))
        return tuple(leaf for each in undecided for leaf in _looked_at(each))
    return step.operands if isinstance(step, Computed) else (step,)


def _of_class(step: OfClass, truth: bool, telling: Telling) -> Words:
    if step.actual is None:
        return telling.say(_NO_CLASS, name=step.class_name)
    is_of_class = truth is not step.negated
    return telling.say(_CLASS[is_of_class], name=step.class_name, actual=step.actual)


def _computed(step: Computed, truth: bool, telling: Telling) -> Words:
    operator, operands = step.operator, step.operands
    match operator.split():
        case ["and" | "or"]:
            return _connected(operands, truth, telling)
        case ["not"]:
            return statement(operands[0], telling)
        case ["given"] | ["missing"]:
            return _given(operands[0], truth is (operator == "given"), telling)
        case ["in"]:
            options = listed((operand(each, telling) for each in operands[1:]), telling.lang)
            return telling.say(_IN[truth], subject=operand(operands[0], telling), options=options)
        case ["is" | "is-not" as asked, kind]:
            subject, name = operand(operands[0], telling), _KINDS[CellKind(kind)].in_(telling.lang)
            return telling.say(_KIND[truth is (asked == "is")], subject=subject, kind=name)
        case [sign] if sign in _OPPOSITE:
            return _compared(sign if truth else _OPPOSITE[sign], operands, telling)
        case _:
            return telling.say(_HOLDS[truth], words=code(words_of(step)))


def _connected(operands: Iterable[Step], truth: bool, telling: Telling) -> Words:
    """Only what decides: the false parts of what is false, the true parts of what is true."""
    deciding = [each for each in operands if each.value == Truth(truth)]
    return listed((statement(each, telling) for each in deciding), telling.lang, AND)


def _given(subject: Step, given: bool, telling: Telling) -> Words:
    name = subject.field.name(telling.lang) if isinstance(subject, Found) else words_of(subject)
    value = show_value(subject.value, telling.lang)
    return telling.say(_GIVEN[given], field=name, value=value)


def _compared(operator: str, operands: tuple[Step, ...], telling: Telling) -> Words:
    left, right = operands
    if isinstance(left.value, Absent):
        return _given(left, False, telling)
    table = _table_for(left, right)
    sentence = table.get(operator, _COMPARED[operator])
    fact = telling.say(sentence, left=operand(left, telling), right=operand(right, telling))
    if any(isinstance(each.value, Quantity) and isinstance(each.value.amount, Interval) for each in operands):
        return telling.say(_WHATEVER, fact=fact)
    return fact


def _table_for(left: Step, right: Step) -> dict[str, Phrase]:
    if isinstance(left.value, Text) and isinstance(right.value, Text):
        return _WORDED
    if _type_of(left) is FieldType.MEASURED and _type_of(right) is FieldType.TARGET:
        return _LIMITED if _is_limit(right) else _MEASURED
    return _COMPARED


def _is_limit(step: Step) -> bool:
    """Whether the cell states what may not be exceeded: to come up to it is no attainment."""
    return isinstance(step, Found) and step.kind in ("ceiling", "strict-ceiling", "range")


def _type_of(step: Step) -> FieldType | None:
    return step.field.type if isinstance(step, Found) else None


# Operands -----------------------------------------------------------------------------------------

_AWARD = Phrase("得分", "award")
_TOTAL = Phrase("总分", "total")
_GRADE = Phrase("等级", "grade")
_OF_FORM = Phrase("{form} 的{name}", "{name} of {form}")
_THIS_ROW = Phrase("本行的{name}", "{name} of the row")


def operand(step: Step, telling: Telling) -> Words:
    """What a step is called, and what it is: 年度指标值 100%."""
    return called(step, valued(step, telling), telling)


def called(step: Step, shown: Words, telling: Telling) -> Words:
    """The name of a step beside its value, which is shown as `shown`."""
    if isinstance(step, Stated):
        return shown
    name = name_of(step, telling)
    if not isinstance(step, Found | Named | Scored | Earned | Cited | Outside):
        return joined((*name, *bracketed(shown, telling.lang)))
    gap = "" if isinstance(step.value, Text) and telling.lang == "zh" else " "
    return joined((*name, *text(gap), *shown))


def valued(step: Step, telling: Telling) -> Words:
    """The value of a step; a score, or what is made of scores, in the decimals of the form."""
    if _is_score(step) and isinstance(step.value, Quantity):
        return number(show_amount(step.value.amount, telling.places, telling.lang))
    shown = show_value(step.value, telling.lang)
    return number(shown) if isinstance(step.value, Quantity) else text(shown)


def _is_score(step: Step) -> bool:
    if isinstance(step, Outside):
        return _is_score(step.premise)
    if isinstance(step, Gathered):
        return step.function != "count" and bool(step.members) and all(_is_score(each.step) for each in step.members)
    return isinstance(step, Scored)


def name_of(step: Step, telling: Telling) -> Words:
    """What a step is called: a field by its name, a named quantity by its own, the rest as written."""
    match step:
        case Found():
            return text(step.field.name(telling.lang))
        case Named():
            return text(step.name)
        case Earned():
            return telling.say(_GRADE)
        case Cited(form=""):
            return code(words_of(step))
        case Cited():
            return telling.say(_OF_FORM, form=step.form, name=words_of(step))
        case Outside():
            name = name_of(step.premise, telling)
            return name if step.span == step.premise.span else telling.say(_THIS_ROW, name=name)
        case Scored():
            return telling.say(_TOTAL if step.row is None else _AWARD)
        case _:
            return code(words_of(step))


def words_of(step: Step) -> str:
    """The author's own words, on one line."""
    return " ".join(step.span.text.split())
