"""Formulas worked out: the author's words, the same with the values put in, and what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evalrules.language.policy.basis import Basis
from evalrules.language.policy.expression import Origin
from evalrules.language.problems.problem import Phrase
from evalrules.language.values import Interval, Quantity
from evalrules.meaning.derivation import (
    Computed,
    FormMember,
    Found,
    Gathered,
    Member,
    Named,
    Outcome,
    Selected,
    Step,
    Surveyed,
)
from evalrules.meaning.fault import Fault
from evalrules.views.compose.amounts import show_value
from evalrules.views.compose.saying import bracketed, code, joined, listed, number, text
from evalrules.views.compose.statement import statement, valued, words_of
from evalrules.views.compose.support import support
from evalrules.views.compose.telling import Telling
from evalrules.views.grounds import premises
from evalrules.views.page import Role, Words, WorkedLine, plain

_EQUALS = " = "
_FAULT = Phrase("{chain}，不能计算", "{chain}, which cannot be computed")
_PARAMETER = Phrase("参数 {name}", "parameter {name}")
_MEMBER = Phrase("{label}：{value}", "{label}: {value}")
_LEFT_OUT = Phrase("{label}：不在范围内（{why}）", "{label}: not in scope ({why})")
_AND_MORE = Phrase("…（共 {count} 行）", "… ({count} rows)")
_NOT_TAKEN = Phrase("未取：{case}（{why}）", "not taken: {case} ({why})")
_UNSETTLED = Phrase("{name}：{value}", "{name}: {value}")
_IN_ITS_STEAD = Phrase("{field} 未填，作 {value} 计", "{field} is missing and counts as {value}")
_FROM_LAYER = Phrase("出自 {layer}", "from {layer}")

_MOST_ADDENDS = 12

# How strongly an operator binds its operands.
_BINDING = {"+": 1, "−": 1, "×": 2, "÷": 2, "negate": 3}
_TIGHTEST = 4


def formula(name: Words, step: Step, telling: Telling, outcome: Outcome | None = None) -> Words:
    """`得分 = 实际完成值 ÷ 年度指标值 × 分值 = 95% ÷ 100% × 10 = 9.5`, no link said twice.

    `outcome` is what the name stands for in the end, where that is not the value of the step itself.
    """
    outcome = step.value if outcome is None else outcome
    values = () if _is_broken(step) else number(with_values(step, telling))
    result = () if isinstance(outcome, Fault) else _result(step, outcome, telling)
    links: list[Words] = []
    for link in (name, code(words_of(step)), values, result):
        if link and (not links or plain(link) != plain(links[-1])):
            links.append(link)
    chain = joined(run for at, link in enumerate(links) for run in (*(text(_EQUALS) if at else ()), *link))
    return telling.say(_FAULT, chain=chain) if isinstance(outcome, Fault) else chain


def _is_broken(step: Step) -> bool:
    """Whether rows without a score are to be added up: their sum has no values to put in."""
    return isinstance(step, Gathered) and isinstance(step.value, Fault)


def _result(step: Step, outcome: Outcome, telling: Telling) -> Words:
    return valued(step, telling) if outcome == step.value else number(show_value(outcome, telling.lang))


# The values put in --------------------------------------------------------------------------------


def with_values(step: Step, telling: Telling) -> str:
    """The expression with every name replaced by its value, in brackets where it needs them."""
    if isinstance(step, Gathered) and step.function == "sum":
        return _sum(step, telling)
    return _values(step, telling)[0]


def _values(step: Step, telling: Telling) -> tuple[str, int]:
    """The text, and how strongly it holds together."""
    match step:
        case Computed(operator="+" | "−" | "×" | "÷" as operator, operands=(left, right)):
            strength = _BINDING[operator]
            # Division and subtraction are not associative, so an equal on the right keeps its brackets.
            sides = (_inside(left, strength, telling), _inside(right, strength + 1, telling))
            return f" {operator} ".join(sides), strength
        case Computed(operator="if-missing", operands=operands):
            return _values(operands[-1], telling)
        case Computed(operator="negate", operands=(inner,)):
            return "−" + _inside(inner, _BINDING["negate"], telling), _BINDING["negate"]
        case Computed() if isinstance(step.value, Quantity):
            return _applied(step, telling), _TIGHTEST
        case _:
            return _value(step, telling)


def _inside(step: Step, strength: int, telling: Telling) -> str:
    shown, own = _values(step, telling)
    return shown if own >= strength else plain(bracketed(shown, telling.lang)).strip()


def _value(step: Step, telling: Telling) -> tuple[str, int]:
    """A value stands alone, except an interval or a negative number beside an operator."""
    value = step.value
    loose = isinstance(value, Quantity) and (isinstance(value.amount, Interval) or value.amount < 0)
    return plain(valued(step, telling)), 0 if loose else _TIGHTEST


def _applied(step: Computed, telling: Telling) -> str:
    """A function by the author's name for it: what stands before the bracket."""
    name = words_of(step).replace("(", "（").partition("（")[0].strip()
    between = "，" if telling.lang == "zh" else ", "
    inner = between.join(with_values(each, telling) for each in step.operands)
    return f"{name}（{inner}）" if telling.lang == "zh" else f"{name}({inner})"


def _sum(step: Gathered, telling: Telling) -> str:
    """The addends, of many only the first and how many there are."""
    addends = [_inside(each.step, _BINDING["+"], telling) for each in step.members]
    if len(addends) > _MOST_ADDENDS:
        more = plain(telling.say(_AND_MORE, count=str(len(addends))))
        addends = [*addends[:_MOST_ADDENDS], more]
    return " + ".join(addends) or "0"


# What is worked out first -------------------------------------------------------------------------


def workings(roots: Iterable[Step], telling: Telling) -> Iterator[WorkedLine]:
    """A line for each named quantity, each gathering of rows, and each empty cell for which something stands.

    The innermost come first; what a rule names itself comes in the order in which it is written.
    """
    for each in _in_written_order(tuple(roots)):
        match each:
            case Named():
                yield _named(each, telling)
            case Gathered() | Surveyed():
                yield gathered(each, telling)
            case Computed():
                yield _in_its_stead(each, telling)


def _in_written_order(roots: tuple[Step, ...]) -> Iterable[Named | Gathered | Surveyed | Computed]:
    """Each once, behind what it rests on: definitions, what a rule names itself as it is written, then the rest."""
    named = [each for root in roots for each in _inner_first(root) if isinstance(each, Named)]
    definitions = [each for each in named if each.origin is Origin.DEFINITION]
    own = [each for each in named if each.origin is Origin.LOCAL]
    own.sort(key=lambda each: (each.premise.span.source.name, each.premise.span.start))
    return {_key(each): each for root in (*definitions, *own, *roots) for each in _inner_first(root)}.values()


def _key(step: Named | Gathered | Surveyed | Computed) -> str:
    return step.name if isinstance(step, Named) else words_of(step)


def _inner_first(step: Step) -> Iterator[Named | Gathered | Surveyed | Computed]:
    match step:
        case Computed(operator="if-missing", operands=(_, default)):
            yield from _inner_first(default)
            yield step
        case Gathered() | Named(premise=Gathered()):
            yield step
        case Surveyed():
            for premise in (*step.asked, *((step.own,) if step.own else ())):
                yield from _inner_first(premise)
            yield step
        case Named(premise=Surveyed() as surveyed):
            yield from (each for each in _inner_first(surveyed) if each is not surveyed)
            yield step
        case Named():
            yield from _inner_first(step.premise)
            yield step
        case _:
            for premise in premises(step):
                yield from _inner_first(premise)


def _in_its_stead(step: Computed, telling: Telling) -> WorkedLine:
    """That a cell is empty, and what stands for it."""
    cell, default = step.operands
    name = cell.field.name(telling.lang) if isinstance(cell, Found) else words_of(cell)
    words = telling.say(_IN_ITS_STEAD, field=name, value=valued(default, telling))
    return WorkedLine(Role.PREMISE, words, (), step.span.place)


def _named(step: Named, telling: Telling) -> WorkedLine:
    is_parameter = step.origin is Origin.PARAMETER
    name = telling.say(_PARAMETER, name=step.name) if is_parameter else text(step.name)
    if isinstance(step.premise, Selected):
        return _selected(name, step, step.premise, telling)
    words = formula(name, step.premise, telling)
    words = joined((*words, *_layer_of(step, telling)))
    basis = support(telling.basis_of(step.name), telling)
    under = _members(step.premise, telling) if isinstance(step.premise, Gathered | Surveyed) else ()
    return WorkedLine(Role.PREMISE, words, basis, step.premise.span.place, under)


def _layer_of(step: Named, telling: Telling) -> Words:
    """The policy from which a named quantity comes, where it is another one than the policy that speaks."""
    if step.layer in ("", telling.policy.id):
        return ()
    return bracketed(telling.say(_FROM_LAYER, layer=step.layer), telling.lang)


def _selected(name: Words, step: Named, choice: Selected, telling: Telling) -> WorkedLine:
    """A quantity given by cases: the value of the case that holds and why it does; in full, the other cases too."""
    taken = [tried for tried in choice.tried if tried.held is not False]
    if len(choice.outcomes) == 1:
        words = formula(name, choice.outcomes[0], telling, choice.value)
    else:
        words = telling.say(_UNSETTLED, name=name, value=_unsettled(choice, telling))
    facts = [statement(each.condition, telling) for each in taken if each.condition is not None]
    if facts:
        words = joined((*words, *bracketed(listed(facts, telling.lang), telling.lang)))
    bases = [telling.basis_of(step.name) if step.origin is not Origin.LOCAL else Basis(), *(t.basis for t in taken)]
    basis = Basis(tuple(c for b in bases for c in b.cites), tuple(r for b in bases for r in b.readings))
    words = joined((*words, *_layer_of(step, telling)))
    return WorkedLine(Role.PREMISE, words, support(basis, telling), choice.span.place, _untaken(choice, telling))


def _unsettled(choice: Selected, telling: Telling) -> Words:
    if isinstance(choice.value, Fault):
        return text(choice.value.message(telling.lang))
    return valued(choice, telling)


def _untaken(choice: Selected, telling: Telling) -> tuple[WorkedLine, ...]:
    """The cases that do not hold, and why; where the rest is due, they are the reason for it."""
    rest_is_due = any(tried.condition is None and tried.held for tried in choice.tried)
    if not telling.in_full and not rest_is_due:
        return ()
    return tuple(
        WorkedLine(
            Role.NOT_TAKEN,
            telling.say(
                _NOT_TAKEN, case=code(" ".join(tried.span.text.split())), why=statement(tried.condition, telling)
            ),
            (),
            tried.span.place if telling.in_full else "",
        )
        for tried in choice.tried
        if tried.condition is not None and tried.held is False
    )


def gathered(step: Gathered | Surveyed, telling: Telling) -> WorkedLine:
    """A function of several rows; in full, row by row."""
    words = formula(code(words_of(step)), step, telling)
    return WorkedLine(Role.PREMISE, words, (), step.span.place, _members(step, telling))


def _members(step: Gathered | Surveyed, telling: Telling) -> tuple[WorkedLine, ...]:
    """What each row contributes, and which rows were left out; said only in full."""
    if not telling.in_full:
        return ()
    taken = {_whose(each) for each in step.members}
    lines = (telling.say(_MEMBER, label=_label(each), value=valued(each.step, telling)) for each in step.members)
    left_out = (
        telling.say(_LEFT_OUT, label=_label(each), why=statement(each.step, telling))
        for each in step.looked_at
        if _whose(each) not in taken
    )
    return (
        *(WorkedLine(Role.NOTE, words) for words in lines),
        *(WorkedLine(Role.NOT_TAKEN, words) for words in left_out),
    )


def _whose(member: Member | FormMember) -> object:
    return member.form if isinstance(member, FormMember) else member.row


def _label(member: Member | FormMember) -> str:
    return member.form if isinstance(member, FormMember) else member.label
