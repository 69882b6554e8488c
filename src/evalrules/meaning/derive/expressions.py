"""What an expression means: one short function a node kind, each yielding a step with its value."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import assert_never

from evalrules.language.policy import expression as ex
from evalrules.language.policy.schema import Field
from evalrules.language.policy.signature import Takes
from evalrules.language.source import Span
from evalrules.language.values import PURE, Absent, Day, Quantity, Text, Truth, Unread
from evalrules.meaning.derivation import (
    CellReading,
    Cited,
    Computed,
    Earned,
    FormMember,
    Found,
    Gathered,
    Interpreted,
    Member,
    Named,
    OfClass,
    Outcome,
    Outside,
    RowDerivation,
    Scored,
    Selected,
    Stated,
    Step,
    Surveyed,
)
from evalrules.meaning.derive.amounts import (
    any_of,
    calculate,
    compare_steps,
    opposite,
    quantity_of,
    truth_of,
    unread,
    words_of,
)
from evalrules.meaning.derive.cases import Guard, decide, decide_in_order, no_value
from evalrules.meaning.derive.world import Abroad, Here, Population, Survey, View, World
from evalrules.meaning.facts import Datum, FactRow
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.meaning.functions import FUNCTIONS

_ONE = Fraction(1)


def derive_expression(node: ex.Expression, here: Here) -> Step:
    """The step that gives `node` its value at `here`. Total: what goes wrong is a fault in the step."""
    if here.abroad is not None and _is_foreign(node):
        return _cited(node, here, here.abroad)
    match node:
        case ex.Given():
            return _given(node, here)
        case ex.Constant():
            return Stated(node.value, node.span)
        case ex.Arithmetic():
            return _arithmetic(node, here)
        case ex.Compare():
            return _compare(node, here)
        case ex.Use():
            return _use(node, here)
        case ex.Connect():
            return _connect(node, here)
        case ex.IsClass():
            return _is_class(node, here)
        case ex.IsKind():
            return _is_kind(node, here)
        case ex.IsGiven():
            return _is_given(node, here)
        case ex.IfMissing():
            return _if_missing(node, here)
        case ex.IsOneOf():
            return _is_one_of(node, here)
        case ex.Not():
            return _not(node, here)
        case ex.Negate():
            operand = derive_expression(node.operand, here)
            return Computed("negate", (operand,), opposite(operand), node.span)
        case ex.RowAward():
            return _row_award(node, here)
        case ex.TotalAward():
            total = here.world.total_known()
            value = total if total is not None else _row_failed(node.span.text)
            return Scored(None, "", here.view.value, value, node.span)
        case ex.GradeAward():
            return Earned(here.world.grade_known() or Fault(FaultKind.GRADE_OPEN, ("",)), node.span)
        case ex.IsRead():
            return _is_read(node, here)
        case ex.Choice():
            return _choice(node, here)
        case ex.Apply():
            return _apply(node, here)
        case ex.Gather():
            return _gather(node, here)
        case ex.Outer():
            return _outer(node, here)
        case ex.Survey():
            return _survey(node, here)
        case _:
            assert_never(node)


# ---- cells ---------------------------------------------------------------------------------------


def _given(node: ex.Given, here: Here) -> Found:
    """The cell that `node` names: of the row at hand, or of a record that stands once."""
    row = here.row
    if row is not None and node.field.record in ("", row.record.en):
        field = node.field
        if not field.record:
            field = row.record.field_named(field.en) or field
        return found_from_datum(row.datum(field), field, node.span)
    rows = here.world.facts.rows.get(node.field.record, ())
    if not rows:
        nowhere = Datum(None, f"{node.field.record}.{node.field.en}", Absent(""), "absent")
        return found_from_datum(nowhere, node.field, node.span)
    return found_from_datum(rows[0].datum(node.field), node.field, node.span)


def found_from_datum(datum: Datum, field: Field, span: Span) -> Found:
    """The step that reads a cell."""
    return Found(field, datum.printed, datum.address, datum.kind, datum.value, span)


_READINGS: Mapping[ex.CellKind, frozenset[CellReading]] = MappingProxyType(
    {
        ex.CellKind.TEXT: frozenset({"text"}),
        ex.CellKind.NUMBER: frozenset(
            {"number", "ceiling", "floor", "strict-ceiling", "strict-floor", "exact", "range"}
        ),
        ex.CellKind.CEILING: frozenset({"ceiling", "strict-ceiling"}),
        ex.CellKind.FLOOR: frozenset({"floor", "strict-floor"}),
        ex.CellKind.STRICT_CEILING: frozenset({"strict-ceiling"}),
        ex.CellKind.STRICT_FLOOR: frozenset({"strict-floor"}),
        ex.CellKind.EXACT: frozenset({"exact"}),
        ex.CellKind.DATE: frozenset({"date"}),
        ex.CellKind.RANGE: frozenset({"range"}),
    }
)


def _is_kind(node: ex.IsKind, here: Here) -> Computed:
    """Whether the cell reads as the kind. A cell that cannot be read has no kind; an empty one is of none."""
    found = _given(node.subject, here)
    operator = f"{'is-not' if node.negated else 'is'} {node.kind.value}"
    value: Outcome = Truth((found.kind in _READINGS[node.kind]) is not node.negated)
    if found.kind == "unread" and isinstance(found.value, Unread):
        value = unread(found, found.value)
    return Computed(operator, (found,), value, node.span)


def _is_given(node: ex.IsGiven, here: Here) -> Computed:
    found = _given(node.subject, here)
    filled = not isinstance(found.value, Absent)
    return Computed("given" if node.given else "missing", (found,), Truth(filled is node.given), node.span)


def _if_missing(node: ex.IfMissing, here: Here) -> Computed:
    """What the cell holds; of an empty one what stands for it, which is looked at only then.

    A cell that is filled in and cannot be read is not empty.
    """
    found = _given(node.subject, here)
    if isinstance(found.value, Absent):
        default = derive_expression(node.default, here)
        return Computed("if-missing", (found, default), default.value, node.span)
    value = unread(found, found.value) if isinstance(found.value, Unread) else found.value
    return Computed("if-missing", (found,), value, node.span)


def _is_class(node: ex.IsClass, here: Here) -> OfClass:
    assert here.row is not None  # the checker allows a class only where there is a row
    classed = here.world.class_of(here.row)
    value: Outcome
    if classed.fault is not None:
        value = classed.fault
    else:
        value = Truth((classed.name == node.class_name) is not node.negated)
    return OfClass(node.class_name, node.negated, classed.name, value, node.span)


def _is_read(node: ex.IsRead, here: Here) -> Interpreted:
    reading = here.world.readings[node.reading]
    value = Truth((reading.chosen == node.alternative) is not node.negated)
    return Interpreted(node.reading, node.alternative, node.negated, reading.chosen, reading.layer, value, node.span)


# ---- cases ---------------------------------------------------------------------------------------


def _choice(node: ex.Choice, here: Here) -> Selected:
    """The value of the case that holds. What the others say is not worked out, so nothing in it can go wrong."""
    guards = tuple(Guard(case.condition, case.basis, case.span) for case in node.cases)
    find = decide_in_order if node.in_order else decide
    decided = find(guards, no_value(node.name), lambda condition: derive_expression(condition, here))
    outcomes = tuple(derive_expression(node.cases[at].value, here) for at in decided.due)
    value = decided.fault or any_of(outcomes)
    return Selected(node.name, node.in_order, decided.tried, outcomes, value, node.span)


# ---- arithmetic, comparison, logic ---------------------------------------------------------------


def _arithmetic(node: ex.Arithmetic, here: Here) -> Computed:
    left, right = derive_expression(node.left, here), derive_expression(node.right, here)
    value = calculate(node.operator, left, right)
    return Computed(node.operator, (left, right), value, node.span)


def _compare(node: ex.Compare, here: Here) -> Computed:
    left, right = derive_expression(node.left, here), derive_expression(node.right, here)
    value = compare_steps(node.operator, left, right)
    return Computed(node.operator, (left, right), value, node.span)


def _connect(node: ex.Connect, here: Here) -> Computed:
    """The right side is looked at only where the left leaves the answer open."""
    left = derive_expression(node.left, here)
    settles = node.operator == "or"
    first = truth_of(left)
    if isinstance(first, Fault):
        return Computed(node.operator, (left,), first, node.span)
    if first is settles:
        return Computed(node.operator, (left,), Truth(settles), node.span)
    right = derive_expression(node.right, here)
    second = truth_of(right)
    if isinstance(second, Fault):
        return Computed(node.operator, (left, right), second, node.span)
    answer = second if first is not None or second is settles else None
    return Computed(node.operator, (left, right), Truth(answer), node.span)


def _not(node: ex.Not, here: Here) -> Computed:
    operand = derive_expression(node.operand, here)
    truth = truth_of(operand)
    value = truth if isinstance(truth, Fault) else Truth(None if truth is None else not truth)
    return Computed("not", (operand,), value, node.span)


def _is_one_of(node: ex.IsOneOf, here: Here) -> Computed:
    """Options are compared one by one, until one is equal."""
    subject = derive_expression(node.subject, here)
    operands = [subject]
    answer: bool | None = False
    for option in node.options:
        step = derive_expression(option, here)
        operands.append(step)
        equal = compare_steps("=", subject, step)
        if not isinstance(equal, Truth):
            return Computed("in", tuple(operands), equal, node.span)
        if equal.value:
            return Computed("in", tuple(operands), Truth(True), node.span)
        answer = None if equal.value is None else answer
    return Computed("in", tuple(operands), Truth(answer), node.span)


# ---- names ---------------------------------------------------------------------------------------


def _use(node: ex.Use, here: Here) -> Named:
    match node.origin:
        case ex.Origin.LOCAL:
            return Named(node.name, node.origin, "", _local(node.name, here), node.span)
        case ex.Origin.PARAMETER:
            parameter = here.world.parameters[node.name]
            premise = derive_expression(parameter.value, Here(here.world, None))
            return Named(node.name, node.origin, parameter.layer, premise, node.span)
        case ex.Origin.DEFINITION:
            definition = here.world.definitions[node.name]
            return Named(node.name, node.origin, definition.layer, _defined(node, here), node.span)


def _local(name: str, here: Here) -> Step:
    if name not in here.steps:
        here.steps[name] = derive_expression(here.locals[name], here)
    return here.steps[name]


def _defined(node: ex.Use, here: Here) -> Step:
    """A definition is worked out once for the form, or once for a row."""
    definition = here.world.definitions[node.name]
    row = here.row if definition.scope is not None else None
    key = (node.name, (row.record.en, row.index) if row else None, here.view)
    if key not in here.world.named:
        here.world.named[key] = derive_expression(definition.value, Here(here.world, row, (), here.view))
    return here.world.named[key]


# ---- awards --------------------------------------------------------------------------------------


def _row_award(node: ex.RowAward, here: Here) -> Scored:
    assert here.row is not None  # the checker allows 得分 only where there is a row
    derivation = here.world.award_of(here.row)
    label = here.row.label
    value = _row_failed(label) if derivation is None else award_of(derivation, here.view)
    return Scored(here.row.key, label, here.view.value, value, node.span)


def award_of(row: RowDerivation, view: View) -> Outcome:
    """The award of `row` as `view` sees it: what counts, or what the rules leave open."""
    decided = isinstance(row.awarded, Quantity)
    if view is View.JUDGED and decided:
        return row.awarded
    return row.admitted if isinstance(row.admitted, Quantity) else _row_failed(row.label)


def _row_failed(label: str) -> Fault:
    return Fault(FaultKind.ROW_FAILED, (label,))


# ---- functions -----------------------------------------------------------------------------------


def _apply(node: ex.Apply, here: Here) -> Computed:
    operands = tuple(derive_expression(each, here) for each in node.arguments)
    return Computed(node.function, operands, _result(node.function, operands, node), node.span)


def _result(function: str, operands: tuple[Step, ...], node: ex.Apply | ex.Gather) -> Outcome:
    values: list[Quantity | Day | Text] = []
    use = FUNCTIONS[function].signature.of_values
    for step in operands:
        value = _argument(step, use.takes if use else Takes.NUMBER)
        if isinstance(value, Fault):
            return value
        values.append(value)
    return FUNCTIONS[function].apply(tuple(values), node.span.text)


def _argument(step: Step, takes: Takes) -> Quantity | Day | Text | Fault:
    """What a function is given: a day or a text as it is, and else a number."""
    match step.value:
        case Day() as day:
            return day
        case Text() as text if takes is Takes.TEXT:
            return text
        case _:
            return quantity_of(step)


def _gather(node: ex.Gather, here: Here) -> Gathered:
    members: list[Member] = []
    looked_at: list[Member] = []
    fault: Fault | None = None
    for row in _rows_in(node, here):
        there = here.at(row)
        held = _in_scope(node.scope, there, looked_at)
        if isinstance(held, Fault):
            fault = fault or held
        elif held:
            members.append(Member(row.key, row.label, _member(node, there)))
    value = fault or _result(node.function, tuple(each.step for each in members), node)
    scope = node.scope
    return Gathered(node.function, scope.record, scope.class_name, tuple(members), tuple(looked_at), value, node.span)


def _rows_in(node: ex.Gather, here: Here) -> list[FactRow]:
    """Rows of the scope's record, or all that are scored; void and excluded rows are none of them."""
    world = here.world
    if node.scope.record is not None:
        rows = world.facts.rows.get(node.scope.record, ())
        return [row for row in rows if world.counts(row)]
    return [row for row in world.scored_rows if world.counts(row) and world.is_scored(row)]


def _in_scope(scope: ex.Scope, there: Here, looked_at: list[Member]) -> bool | Fault:
    assert there.row is not None
    if scope.class_name is not None:
        classed = there.world.class_of(there.row)
        if classed.fault is not None:
            return classed.fault
        if classed.name != scope.class_name:
            return False
    if scope.condition is None:
        return True
    step = derive_expression(scope.condition, there)
    looked_at.append(Member(there.row.key, there.row.label, step))
    truth = truth_of(step)
    return Fault(FaultKind.CONDITION_UNDECIDED, (words_of(step),)) if truth is None else truth


def _outer(node: ex.Outer, here: Here) -> Outside:
    assert here.around is not None  # the checker allows it only where rows are gathered
    row = here.around.row
    return Outside(row.key if row else None, derive_expression(node.operand, here.around), node.span)


def _member(node: ex.Gather, there: Here) -> Step:
    if node.body is None:
        return Stated(Quantity(_ONE, PURE), node.scope.span)
    return derive_expression(node.body, there)


# ---- the forms of a population -------------------------------------------------------------------

RANKS = ("rank", "rank-from-least")


def _is_foreign(node: ex.Expression) -> bool:
    """Whether `node` asks a form for something, so that its value is cited where the form is another one."""
    if isinstance(node, ex.Use):
        return node.origin is not ex.Origin.PARAMETER
    return isinstance(node, ex.Given | ex.TotalAward | ex.GradeAward | ex.Outer)


def _cited(node: ex.Expression, here: Here, abroad: Abroad) -> Cited:
    if isinstance(node, ex.Outer):
        return Cited("", abroad.answers[id(node)], node.span)
    value = derive_expression(node, Here(here.world, None, (), here.view)).value
    return Cited(abroad.form, value, node.span)


def _survey(node: ex.Survey, here: Here) -> Surveyed:
    """A function of all forms that are scored together; with one form alone, a fault that says so."""
    population = here.world.population
    name, words = here.world.facts.name, node.span.text
    if population is None or population.unread:
        fault = Fault(FaultKind.NEEDS_FORMS, (words,))
        if population is not None:
            fault = Fault(FaultKind.FORMS_UNREAD, ("、".join(population.unread),))
        return Surveyed(node.function, name, None, (), (), (), fault, node.span)
    outers = _outers_in(node)
    asked = tuple(derive_expression(each.operand, here) for each in outers)
    key = (id(node), here.view, tuple(each.value for each in asked))
    if key not in population.surveys:
        answers = {id(outer): step.value for outer, step in zip(outers, asked, strict=True)}
        population.surveys[key] = _surveyed(node, population, answers, here.view)
    survey = population.surveys[key]
    own = _own(node, here, asked) if node.function in RANKS else None
    if own is not None:
        value = survey.fault or _ranked(node, own, survey, name)
    else:
        if key not in population.results:
            population.results[key] = survey.fault or _together(node, survey.members)
        value = population.results[key]
    return Surveyed(node.function, name, own, asked, survey.looked_at, survey.members, value, node.span)


def _outers_in(node: ex.Expression) -> list[ex.Outer]:
    """What is asked of the form at hand, in the order in which it is written."""
    found = [part for part in _parts(node) if isinstance(part, ex.Outer)]
    return sorted(found, key=lambda each: each.span.start)


def _parts(node: ex.Expression) -> list[ex.Expression]:
    """`node` and the expressions inside it; what an outer one asks is not inside the gathering."""
    match node:
        case ex.Survey(body=body, condition=condition):
            inner = [each for each in (body, condition) if each is not None]
        case ex.Negate(operand=operand) | ex.Not(operand=operand):
            inner = [operand]
        case ex.Arithmetic() | ex.Compare() | ex.Connect():
            inner = [node.left, node.right]
        case ex.IsOneOf():
            inner = [node.subject, *node.options]
        case ex.Apply():
            inner = list(node.arguments)
        case _:
            inner = []
    return [node, *(part for each in inner for part in _parts(each))]


def _surveyed(node: ex.Survey, population: Population, answers: Mapping[int, Outcome], view: View) -> Survey:
    looked_at: list[FormMember] = []
    members: list[FormMember] = []
    fault: Fault | None = None
    for world in population.worlds:
        there = Here(world, None, (), view, None, Abroad(world.facts.name, answers))
        held: bool | Fault | None = True
        if node.condition is not None:
            looked_at.append(FormMember(world.facts.name, derive_expression(node.condition, there)))
            held = truth_of(looked_at[-1].step)
            if held is None:
                held = Fault(FaultKind.CONDITION_UNDECIDED, (words_of(looked_at[-1].step),))
        if isinstance(held, Fault):
            fault = fault or _failed(world, held)
        elif held:
            members.append(FormMember(world.facts.name, _yielded(node, there)))
    return Survey(tuple(looked_at), tuple(members), fault or _failed_member(node, members, population))


def _yielded(node: ex.Survey, there: Here) -> Step:
    return Stated(Quantity(_ONE, PURE), node.over) if node.body is None else derive_expression(node.body, there)


def _failed_member(node: ex.Survey, members: list[FormMember], population: Population) -> Fault | None:
    """The fault of the first form that does not yield a number."""
    named = {world.facts.name: world for world in population.worlds}
    for each in members:
        value = quantity_of(each.step)
        if isinstance(value, Fault):
            return _failed(named[each.form], value)
    return None


def _failed(world: World, fault: Fault) -> Fault:
    return Fault(FaultKind.FORM_FAILED, (world.facts.name, fault.message("zh"), fault.message("en")))


def _together(node: ex.Survey, members: tuple[FormMember, ...]) -> Outcome:
    values = tuple(each.step.value for each in members)
    return FUNCTIONS[node.function].apply(tuple(v for v in values if isinstance(v, Quantity)), node.span.text)


def _own(node: ex.Survey, here: Here, asked: tuple[Step, ...]) -> Step | None:
    """What this form yields, worked out; where it is asked for something besides, only its value."""
    assert node.body is not None  # the checker requires it of a rank
    if not asked:
        return derive_expression(node.body, Here(here.world, None, (), here.view))
    answers = {id(outer): step.value for outer, step in zip(_outers_in(node), asked, strict=True)}
    there = Here(here.world, None, (), here.view, None, Abroad(here.world.facts.name, answers))
    return derive_expression(node.body, there)


def _ranked(node: ex.Survey, own: Step, survey: Survey, name: str) -> Outcome:
    value = quantity_of(own)
    if isinstance(value, Fault):
        return value
    others = (each.step.value for each in survey.members if each.form != name)
    return FUNCTIONS[node.function].apply((value, *(v for v in others if isinstance(v, Quantity))), node.span.text)
