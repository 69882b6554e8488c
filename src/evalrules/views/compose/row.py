"""One row of a form: its numbers, and the worked lines that an accountant would write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from evalrules.language.problems.problem import Phrase
from evalrules.language.values import Day, Interval, Quantity, Text, contains
from evalrules.meaning.contrast import Contrast
from evalrules.meaning.derivation import (
    AdmittedBetween,
    Checked,
    Derivation,
    Editable,
    Found,
    Outcome,
    RowDerivation,
    Step,
    Tiered,
)
from evalrules.meaning.derive.awards import editable_in
from evalrules.meaning.fault import Fault
from evalrules.views.compose.adjustment import adjustment_lines, steps_below
from evalrules.views.compose.amounts import show_amount, show_value
from evalrules.views.compose.award import Ruling, award_lines
from evalrules.views.compose.contrast import contrast_line
from evalrules.views.compose.faults import fault_lines
from evalrules.views.compose.formula import workings
from evalrules.views.compose.origin import origin_lines
from evalrules.views.compose.saying import listed, number, shortened, strong
from evalrules.views.compose.selecting import selecting_lines, standing_line
from evalrules.views.compose.support import support
from evalrules.views.compose.telling import Telling
from evalrules.views.grounds import steps_of, steps_of_row
from evalrules.views.page import Block, Entry, Figure, Fold, Mark, Role, Steps, Words, WorkedLine
from evalrules.views.scores import amount_of, difference, number_of, row_places, show_score

_POINTS = Phrase("分值", "points")
_CLAIMED = Phrase("自评", "self")
_BY_RULE = Phrase("按规则", "by rule")
_DIFFERENCE = Phrase("差异", "difference")
_STATUS = Phrase("状态", "status")

STATUS = {
    "computed": Phrase("计算", "computed"),
    "judged": Phrase("认定", "judged"),
    "undecided": Phrase("待定", "undecided"),
    "not-applicable": Phrase("不适用", "not applicable"),
    "void": Phrase("作废", "void"),
    "fault": Phrase("出错", "fault"),
    "unscored": Phrase("不计分", "unscored"),
}

_CLAIMED_LESS = Phrase("少计 {size}", "claimed {size} too little")
_CLAIMED_MORE = Phrase("多计 {size}", "claimed {size} too much")
_CLAIMED_SAME = Phrase("一致", "as claimed")

_SELECTING = Phrase("本行怎样归到这条规则", "how the row came to its rule")


def label_of(row: RowDerivation) -> str:
    """What the form calls the row, of a very long name only the beginning."""
    return shortened(row.label)


# The numbers --------------------------------------------------------------------------------------


def places_for(row: RowDerivation, telling: Telling) -> int | None:
    """The decimals in which the scores of `row` are shown: its own, else those of the form."""
    own = row_places(row)
    return telling.places if own is None else own


def score_words(row: RowDerivation, telling: Telling) -> Words:
    """The score by rule, or while it is undecided the scores that are possible; nothing without either."""
    amount = amount_of(row.awarded)
    if amount is None and row.status == "undecided":
        amount = amount_of(row.admitted)
    return () if amount is None else strong(show_amount(amount, places_for(row, telling), telling.lang))


def difference_words(row: RowDerivation, telling: Telling) -> Words:
    """Too little, too much, or as claimed; nothing where the two cannot be compared."""
    return compared(difference(row.awarded, row.claimed), places_for(row, telling), telling)


def compared(size: Fraction | None, places: int | None, telling: Telling) -> Words:
    """The difference between the score by rule and the score that was claimed, in words."""
    if size is None:
        return ()
    if size == 0:
        return telling.say(_CLAIMED_SAME)
    phrase = _CLAIMED_LESS if size > 0 else _CLAIMED_MORE
    return telling.say(phrase, size=strong(show_score(abs(size), places)))


def _figures(row: RowDerivation, telling: Telling) -> tuple[Figure, ...]:
    shown = [
        (_POINTS, _printed(row.maximum, telling)),
        (_CLAIMED, _printed(row.claimed, telling)),
        (_BY_RULE, score_words(row, telling)),
    ]
    if row.status != "computed":
        shown.append((_STATUS, telling.say(STATUS[row.status])))
    if differs(row):
        shown.append((_DIFFERENCE, difference_words(row, telling)))
    return tuple(Figure(name.in_(telling.lang), value) for name, value in shown if value)


def _printed(outcome: Outcome, telling: Telling) -> Words:
    return number(show_value(outcome, telling.lang)) if isinstance(outcome, Quantity) else ()


# What a row needs ---------------------------------------------------------------------------------


def differs(row: RowDerivation) -> bool:
    """Whether the score by rule is another than the one that was claimed."""
    return bool(difference(row.awarded, row.claimed))


def checks_of(row: RowDerivation, derivation: Derivation) -> tuple[Checked, ...]:
    """The checks of the row that did not pass."""
    return tuple(each for each in derivation.checks if each.due and each.row == (row.section, row.index))


def needs_attention(row: RowDerivation, derivation: Derivation) -> bool:
    """Whether a person has something to do about the row, or should see how a printed bound was taken."""
    open_ = row.status in ("undecided", "fault")
    return open_ or differs(row) or bool(checks_of(row, derivation)) or _rests_on_a_bound(row)


def _rests_on_a_bound(row: RowDerivation) -> bool:
    """Whether the award was worked out from a number that is only known to lie between two."""
    return row.award is not None and any(
        isinstance(step, Found) and isinstance(step.value, Quantity) and isinstance(step.value.amount, Interval)
        for step in steps_of(row.award)
    )


def mark_of(row: RowDerivation) -> Mark:
    """How the row stands, for a reader who skims."""
    match row.status:
        case "fault":
            return Mark.FAULT
        case "undecided":
            return Mark.OPEN
        case "void" | "not-applicable" | "unscored":
            return Mark.OUTSIDE
        case _:
            return Mark.DIFFERS if differs(row) else Mark.AGREES


# The lines ----------------------------------------------------------------------------------------


def row_entry(
    row: RowDerivation, derivation: Derivation, telling: Telling, contrasts: tuple[Contrast, ...] = ()
) -> Entry:
    """The row, as much of it as `telling` asks for; of the contrasts, those that are the row's own."""
    own = tuple(each for each in contrasts if (each.section, each.index) == (row.section, row.index))
    lines = tuple(_lines(row, telling, own))
    checks = tuple(check_line(each, telling, lines) for each in checks_of(row, derivation))
    blocks: list[Block] = [Steps((*lines, *checks))] if lines or checks else []
    selecting = tuple(selecting_lines(row, telling)) if telling.in_full else ()
    if selecting:
        blocks.append(Fold(telling.say(_SELECTING), (Steps(selecting),)))
    context = " / ".join(map(shortened, row.path))
    return Entry(label_of(row), context, _figures(row, telling), mark_of(row), tuple(blocks))


def _lines(row: RowDerivation, telling: Telling, contrasts: tuple[Contrast, ...]) -> Iterator[WorkedLine]:
    yield from (standing_line(each, telling) for each in row.standings if each.applies is not False)
    if isinstance(row.awarded, Fault):
        yield from fault_lines(row, row.awarded, telling)
    if row.award is not None:
        yield from _worked(row, row.award, telling)
    if row.status == "undecided":
        yield from _undecided(row, telling)
    yield from (contrast_line(each, row.claimed, telling) for each in contrasts)
    yield from origin_lines(row, telling)


def _worked(row: RowDerivation, award: Step, telling: Telling) -> Iterator[WorkedLine]:
    """Named quantities, the award, the steps after it; what was not taken comes last."""
    ruling = Ruling(row.rule or "", row.basis, row.classed)
    lines = [*award_lines(award, ruling, telling)]
    yield from workings((award, *steps_below(row.adjustments, telling)), telling)
    yield from (line for line in lines if line.role is not Role.NOT_TAKEN)
    editable = editable_in(award)
    if editable is not None and not isinstance(row.awarded, Fault):
        yield from _entered(row, award, editable, telling)
    elif row.status == "judged":
        yield from _judged(row, telling)
    if not isinstance(row.awarded, Fault):
        yield from adjustment_lines(row.adjustments, telling)
    yield from (line for line in lines if line.role is Role.NOT_TAKEN)


# Judgements ---------------------------------------------------------------------------------------

_IN_TIER = Phrase(
    "自评 {claimed} 在“{tier}”{range} 分之内，按人的认定计",
    "the self-given {claimed} lies in tier “{tier}”, {range}, and counts as a person's judgement",
)
_IN_RANGE = Phrase(
    "自评 {claimed} 在可认定的 {range} 分之内，按人的认定计",
    "the self-given {claimed} lies within {range} and counts as a person's judgement",
)
_OUTSIDE = Phrase(
    "自评 {claimed} 不在可得的 {range} 之内，不能采用",
    "the self-given {claimed} lies outside {range} and cannot count",
)
_OUTSIDE_TIERS = Phrase(
    "自评 {claimed} 不在任何一档之内：可得 {range}",
    "the self-given {claimed} lies in no tier: the row may earn {range}",
)
_OUTSIDE_TIER = Phrase(
    "自评 {claimed} 不在“{tier}”之内：该档可得 {range}",
    "the self-given {claimed} lies outside tier “{tier}”, which admits {range}",
)
_WITHOUT = Phrase("不作认定，本行可得 {range}", "without a judgement the row may earn {range}")
_NO_CLAIM = Phrase("没有自评分可以采用", "there is no self-given score to go by")
_CORRECT_EITHER = Phrase("须由人更正自评，或更正档次", "a person must correct the score, or the tier")
_DECIDE_TIER = Phrase("须由人认定档次，并在该档之内给分", "a person must choose the tier, and the score within it")
_DECIDE_WITHIN = Phrase("须由人在 {range} 分之内认定", "a person must choose a score within {range}")
_DECIDE_CELL = Phrase("须写明{cells}的确切数", "it takes an exact number of {cells}")
_DECIDE_DAY = Phrase("须写明{cells}是哪一天", "it takes the very day of {cells}")
_DECIDE_OPEN = Phrase("须把不能断定之处写明", "it takes what leaves a condition open")
_CELL = Phrase("“{field}”（现为 {printed}）", "“{field}” (now {printed})")


_EDITED = Phrase(
    "自评 {claimed} 在可改的 {range} 分之内，按自评计；照算是 {award}",
    "the self-given {claimed} lies within {range}, which may be entered, and counts; worked out it is {award}",
)
_UNEDITED = Phrase("自评 {claimed} 就是照算的得分", "the self-given {claimed} is what is worked out")
_NOT_EDITABLE = Phrase(
    "自评 {claimed} 不在可改的 {range} 分之内，不能采用；照算是 {award}",
    "the self-given {claimed} lies outside {range}, which may be entered, and cannot count; worked out it is {award}",
)


def _entered(row: RowDerivation, award: Step, editable: Editable, telling: Telling) -> Iterator[WorkedLine]:
    """Whether the entry counts instead of what is worked out."""
    if row.status == "judged":
        phrase = _UNEDITED if row.claimed == award.value else _EDITED
        yield WorkedLine(Role.CONCLUSION, _of_entry(phrase, row, editable, telling))
    else:
        refused = why_not_entered(row, telling)
        yield from (WorkedLine(Role.NOTE, refused),) if refused else ()


def why_not_entered(row: RowDerivation, telling: Telling) -> Words:
    """That the entry lies outside what may be entered instead of the award; nothing if it does not."""
    editable = None if row.award is None else editable_in(row.award)
    if editable is None or row.status == "judged" or amount_of(row.claimed) is None:
        return ()
    return _of_entry(_NOT_EDITABLE, row, editable, telling)


def _of_entry(phrase: Phrase, row: RowDerivation, editable: Editable, telling: Telling) -> Words:
    return telling.say(
        phrase,
        claimed=_printed(row.claimed, telling),
        range=number(show_value(editable.admission.value, telling.lang)),
        award=() if row.award is None else number(show_value(row.award.value, telling.lang)),
    )


def _judged(row: RowDerivation, telling: Telling) -> Iterator[WorkedLine]:
    """That a person's entry counts, and what would be possible without it."""
    tier = next((each for each in _tiers(row) if each.tier == row.judged_tier), None)
    within = tier.value if tier is not None else _before_steps(row)
    words = telling.say(
        _IN_TIER if tier is not None else _IN_RANGE,
        claimed=_printed(row.claimed, telling),
        tier=row.judged_tier,
        range=number(show_value(within, telling.lang)),
    )
    yield WorkedLine(Role.CONCLUSION, words)
    open_ = amount_of(row.admitted)
    if open_ is not None:
        shown = number(show_amount(open_, places_for(row, telling), telling.lang))
        yield WorkedLine(Role.NOTE, telling.say(_WITHOUT, range=shown))


def _before_steps(row: RowDerivation) -> Outcome:
    """What the rule leaves to a person, before the steps that every row takes."""
    return row.award.value if row.award is not None else row.admitted


def _tiers(row: RowDerivation) -> tuple[AdmittedBetween, ...]:
    steps = steps_of(row.award) if row.award is not None else ()
    return tuple(tier for step in steps if isinstance(step, Tiered) for tier in step.tiers)


def _undecided(row: RowDerivation, telling: Telling) -> Iterator[WorkedLine]:
    """Why nothing counts yet, and who must say what."""
    refused = why_refused(row, telling)
    if refused:
        yield WorkedLine(Role.NOTE, refused)
    elif is_discretionary(row) and amount_of(row.claimed) is None:
        yield WorkedLine(Role.NOTE, telling.say(_NO_CLAIM))
    yield WorkedLine(Role.NOTE, what_decides(row, telling))


def why_refused(row: RowDerivation, telling: Telling) -> Words:
    """That the entry lies outside what the rule leaves to a person; nothing if it does not."""
    if not _is_refused(row):
        return ()
    tier, phrase = _stated_tier(row), _OUTSIDE_TIERS if _tiers(row) else _OUTSIDE
    within = _before_steps(row) if tier is None else tier.value
    return telling.say(
        phrase if tier is None else _OUTSIDE_TIER,
        claimed=_printed(row.claimed, telling),
        tier="" if tier is None else tier.tier,
        range=number(show_value(within, telling.lang)),
    )


def _is_refused(row: RowDerivation) -> bool:
    """Whether a person may choose, and the number that stands on the form is none of those to choose from."""
    claim, within = number_of(row.claimed), amount_of(_before_steps(row))
    if claim is None or within is None or not is_discretionary(row):
        return False
    return not contains(within, claim) if isinstance(within, Interval) else within != claim


def _stated_tier(row: RowDerivation) -> AdmittedBetween | None:
    """The tier that a person has put on the form; None if there is none."""
    steps = steps_of(row.award) if row.award is not None else ()
    stated = (step for step in steps if isinstance(step, Tiered) and step.tier_cell is not None)
    return next((each.tiers[each.open[0]] for each in stated if _states_one(each)), None)


def _states_one(tiered: Tiered) -> bool:
    return tiered.tier_cell is not None and isinstance(tiered.tier_cell.value, Text) and len(tiered.open) == 1


def is_discretionary(row: RowDerivation) -> bool:
    """Whether the rule leaves the number to a person."""
    steps = tuple(steps_of(row.award)) if row.award is not None else ()
    editable = [step.admission for step in steps if isinstance(step, Editable)]
    return any(isinstance(step, Tiered | AdmittedBetween) and step not in editable for step in steps)


def what_decides(row: RowDerivation, telling: Telling) -> Words:
    """Who must say what, so that the row has one score."""
    if _is_refused(row) and _stated_tier(row) is not None:
        return telling.say(_CORRECT_EITHER)
    if _tiers(row):
        return telling.say(_DECIDE_TIER)
    if is_discretionary(row):
        return telling.say(_DECIDE_WITHIN, range=number(show_value(_before_steps(row), telling.lang)))
    open_cells = _open_cells(steps_of(row.award) if row.award is not None else ()) or _open_cells(steps_of_row(row))
    cells = (
        telling.say(_CELL, field=each.field.name(telling.lang), printed=show_value(each.value, telling.lang))
        for each in open_cells
    )
    if not open_cells:
        return telling.say(_DECIDE_OPEN)
    only_days = all(isinstance(each.value, Day) for each in open_cells)
    return telling.say(_DECIDE_DAY if only_days else _DECIDE_CELL, cells=listed(cells, telling.lang))


def _open_cells(steps: Iterable[Step]) -> tuple[Found, ...]:
    """The cells among `steps` that state a bound and no number, or a month and no day, each once."""
    found = (step for step in steps if isinstance(step, Found) and _is_open(step.value))
    return tuple({each.field: each for each in found}.values())


def _is_open(value: Outcome) -> bool:
    if isinstance(value, Day):
        return value.first != value.last
    return isinstance(amount_of(value), Interval)


# Checks -------------------------------------------------------------------------------------------

SEVERITY = {
    "ERROR": Phrase("错误", "error"),
    "WARNING": Phrase("警告", "warning"),
    "NOTICE": Phrase("提示", "notice"),
}
_DUE = Phrase("{severity}（{name}）：{message}", "{severity} ({name}): {message}")


def check_line(check: Checked, telling: Telling, told: tuple[WorkedLine, ...] = ()) -> WorkedLine:
    """What a check has to say, and how the named quantities it asks about came about, but for those told already."""
    words = telling.say(
        _DUE,
        severity=telling.say(SEVERITY[check.severity]),
        name=check.name,
        message=check.message,
    )
    under = tuple(line for line in check_workings(check, telling) if line not in told)
    return WorkedLine(Role.NOTE, words, support(check.basis, telling), check.span.place, under)


def check_workings(check: Checked, telling: Telling) -> Iterator[WorkedLine]:
    """What is worked out before the check is judged."""
    roots = (step for step in (check.scope, check.condition) if step is not None)
    return workings(roots, telling)
