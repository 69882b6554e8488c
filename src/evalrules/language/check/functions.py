"""What functions make of types: the type of the result, and whether they are used as they are meant."""

from __future__ import annotations

from evalrules.language.check.operators import misfit, need_day, need_number, need_text
from evalrules.language.check.types import ANY_NUMBER, UNKNOWN, Shape, Type, Typed, fitted_units
from evalrules.language.policy.expression import Expression, Given, RowAward
from evalrules.language.policy.signature import OfValues, Signature, Takes
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.wrong_arguments import WrongArguments
from evalrules.language.source import Span
from evalrules.language.values import sum_unit

_SHOWN = {Takes.NUMBER: ("数", "number"), Takes.DAY: ("日期", "date"), Takes.TEXT: ("文字", "text")}
_NEEDED = {Takes.NUMBER: need_number, Takes.DAY: need_day, Takes.TEXT: need_text}


def gathers_alone(signature: Signature, count: int) -> bool:
    """Whether a call with `count` values and no rows gathers over all rows that are scored."""
    if count != 1 or signature.of_rows is None or signature.of_rows.takes is None:
        return False
    return signature.of_values is None or signature.of_values.fewest > 1


def is_of_rows(parts: tuple[Expression, ...]) -> bool:
    """Whether an expression with these parts asks each row for something."""
    return any(isinstance(part, RowAward) or (isinstance(part, Given) and not part.field.record) for part in parts)


def misused(signature: Signature, span: Span) -> WrongArguments:
    """The problem of a function that is used in a way it is not meant to be."""
    return WrongArguments(span, signature.zh, _usage(signature))


def _usage(signature: Signature) -> Phrase:
    uses: list[Phrase] = []
    if signature.of_values:
        zh, en = _values_shown(signature.of_values)
        uses.append(Phrase(f"{signature.zh}（{zh}）", f"{signature.en}({en})"))
    if signature.of_rows:
        each = Phrase("各行的量 ", "quantity ") if signature.of_rows.takes else Phrase("", "")
        uses.append(
            Phrase(
                f"{signature.zh}（{each.zh}对 部分 中 条件）",
                f"{signature.en}({each.en}for part where condition)",
            )
        )
    return Phrase(" 或 ".join(use.zh for use in uses), " or ".join(use.en for use in uses))


def _values_shown(use: OfValues) -> Phrase:
    zh, en = _SHOWN[use.takes]
    more = use.most is None
    return Phrase("，".join([zh] * use.fewest + ["……"] * more), ", ".join([en] * use.fewest + ["…"] * more))


def applied(signature: Signature, arguments: tuple[Typed, ...], span: Span) -> tuple[Type, list[Problem]]:
    """The type of a function of values, and what is wrong with the values."""
    use = signature.of_values
    count = len(arguments)
    if use is None or count < use.fewest or (use.most is not None and count > use.most):
        return UNKNOWN, [misused(signature, span)]
    problems = wrong_arguments(use.takes, arguments)
    return (UNKNOWN, problems) if problems else _result(signature, use.takes, arguments, span)


def gathered(signature: Signature, body: Typed | None, span: Span) -> tuple[Type, list[Problem]]:
    """The type of a function of rows, and what is wrong with what each row yields."""
    use = signature.of_rows
    if use is None or (use.takes is None) is not (body is None):
        return UNKNOWN, [misused(signature, span)]
    if use.takes is None or body is None:
        return Type(Shape.NUMBER, signature.result), []
    problems = wrong_arguments(use.takes, (body,))
    return (UNKNOWN, problems) if problems else _result(signature, use.takes, (body,), span)


def wrong_arguments(takes: Takes, arguments: tuple[Typed, ...]) -> list[Problem]:
    """The problems of values that are not of the kind a function works on."""
    return [verdict for each in arguments if isinstance(verdict := _NEEDED[takes](each), Problem)]


def _result(signature: Signature, takes: Takes, arguments: tuple[Typed, ...], span: Span) -> tuple[Type, list[Problem]]:
    if any(each.type == UNKNOWN for each in arguments):
        return UNKNOWN, []
    if signature.result is not None or takes is Takes.DAY:
        return Type(Shape.NUMBER, signature.result), []
    first, *rest = arguments
    result = _as_number(first.type)
    for each in rest:
        if problem := misfit(first, each, span):
            return UNKNOWN, [problem]
        result = _joined(result, _as_number(each.type))
    return result, []


def _as_number(type_: Type) -> Type:
    return ANY_NUMBER if type_.shape is Shape.CELL else type_


def _joined(a: Type, b: Type) -> Type:
    if a.unit is None or b.unit is None:
        return ANY_NUMBER
    return Type(Shape.NUMBER, sum_unit(*fitted_units(a.unit, b.unit)))
