"""What a reader sees first: the total, what differs, what is open, what failed, what it all rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from evalrules.language.policy.definition import Reading, Standing
from evalrules.language.problems.problem import Phrase
from evalrules.language.values import Interval, Quantity
from evalrules.meaning.derivation import Derivation, Graded, Outcome, RowDerivation
from evalrules.meaning.derive.awards import editable_in
from evalrules.meaning.fault import Fault
from evalrules.views import grounds
from evalrules.views.compose.adjustment import adjustment_lines
from evalrules.views.compose.amounts import show_amount, show_value
from evalrules.views.compose.award import Ruling, award_lines
from evalrules.views.compose.checks import CHECKS, OPEN_CHECKS, failed_checks, open_checks
from evalrules.views.compose.consequences import consequence_words
from evalrules.views.compose.row import (
    compared,
    difference_words,
    differs,
    label_of,
    places_for,
    score_words,
    what_decides,
    why_not_entered,
    why_refused,
)
from evalrules.views.compose.saying import SEMICOLON, joined, listed, number, quoted, strong, text
from evalrules.views.compose.selecting import standing_line
from evalrules.views.compose.support import support
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Block, Figure, Figures, Heading, Points, Role, Sentence, Words
from evalrules.views.scores import amount_of, difference, is_bounded, number_of, points_of_total, show_score


def conclusion(derivation: Derivation, telling: Telling) -> Iterator[Block]:
    """The conclusion, in the order in which a reader asks for it."""
    yield _headline(derivation, telling)
    yield from _range(derivation, telling)
    yield from _section(_DIFFERING, _differing(derivation, telling), telling)
    yield from _section(_UNDECIDED, _undecided(derivation, telling), telling)
    yield from _section(_FAULTY, _faulty(derivation, telling), telling)
    yield from _section(_JUDGED, _judged(derivation, telling), telling)
    yield from _section(_CONSEQUENCES, consequence_words(derivation, telling), telling)
    yield from _section(CHECKS, failed_checks(derivation, telling), telling)
    yield from _section(OPEN_CHECKS, open_checks(derivation, telling), telling)
    yield from _section(_READINGS, _readings(derivation, telling), telling)
    yield from about_sources(derivation, telling)


def about_sources(derivation: Derivation, telling: Telling) -> Iterator[Block]:
    """How sure the sources are: said once for the page, not at each clause."""
    yield from _section(_SOURCES, _sources(derivation, telling), telling)


def _section(heading: Phrase, items: Iterable[Words], telling: Telling) -> Iterator[Block]:
    """A heading and its sentences, unless there are none."""
    found = tuple(items)
    if found:
        yield Heading(telling.say(heading, count=str(len(found))))
        yield Points(found)


# The total ----------------------------------------------------------------------------------------

_BY_RULE = Phrase("总分按规则", "Total by rule")
_CLAIMED = Phrase("自评总分", "Total claimed")
_DIFFERENCE = Phrase("差异", "Difference")
_POINTS = Phrase("满分", "Points")
_GRADE = Phrase("等级", "Grade")
_CONSEQUENCES = Phrase("结果应用（{count}）", "What follows from the result ({count})")
_NOT_COMPUTED = Phrase("没有算出", "not computed")


def _headline(derivation: Derivation, telling: Telling) -> Figures:
    total = derivation.total
    figures: list[tuple[Phrase, Words]] = []
    if total is not None:
        figures.append((_BY_RULE, _total(total.awarded, total.admitted, telling)))
    figures.append((_CLAIMED, _plain(derivation.claimed_total, telling)))
    if total is not None:
        size = difference(total.awarded, derivation.claimed_total)
        figures.append((_DIFFERENCE, compared(size, telling.places, telling)))
    figures.append((_POINTS, _plain(points_of_total(derivation), telling)))
    if derivation.grade is not None:
        figures.append((_GRADE, _grade(derivation.grade, telling)))
    return Figures(tuple(Figure(name.in_(telling.lang), value) for name, value in figures if value))


def _total(awarded: Outcome, admitted: Outcome, telling: Telling) -> Words:
    """One number, or the numbers that are possible."""
    amount = amount_of(awarded)
    if amount is None and not isinstance(awarded, Fault):
        amount = amount_of(admitted)
    if amount is None or not is_bounded(amount):
        return telling.say(_NOT_COMPUTED)
    return strong(show_amount(amount, telling.places, telling.lang))


def _plain(outcome: Outcome, telling: Telling) -> Words:
    return number(show_value(outcome, telling.lang)) if isinstance(outcome, Quantity) else ()


_RANGE = Phrase(
    "若认定另作，总分可能是 {range}，取决于：{rows}。",
    "Had the judgements been made otherwise, the total might be {range}; it depends on: {rows}.",
)
_OPEN_RANGE = Phrase("总分可能是 {range}，取决于：{rows}。", "The total may be {range}; it depends on: {rows}.")
_ROW_RANGE = Phrase("{row}（{range}）", "{row} ({range})")
_FAULT = Phrase("总分没有算出：{message}。{help}。", "The total was not computed: {message}; {help}.")
_PARTLY = Phrase(
    "有 {count} 行没有算出，总分因此不完整；已算出的各行合计 {sum}。",
    "{count} of the rows have no score, so the total is incomplete; the others add up to {sum}.",
)
_EITHER_WAY = Phrase("不论如何，等级都是 {grades}。", "Either way the grade is {grades}.")
_POSSIBLE_GRADES = Phrase("等级可能是 {grades}。", "The grade may be {grades}.")
_GRADE_FAULT = Phrase("等级没有定下来：{message}。", "The grade is not settled: {message}.")
_OR = Phrase(" 或 ", " or ")


def _range(derivation: Derivation, telling: Telling) -> Iterator[Block]:
    """Between which numbers the total lies, on what it depends, and whether the grade depends on it."""
    total = derivation.total
    if total is None:
        return
    faulty = sum(row.status == "fault" for row in derivation.rows)
    sentences: list[Words] = []
    if isinstance(total.awarded, Fault):
        message, help_ = total.awarded.message(telling.lang), total.awarded.help(telling.lang)
        sentences.append(telling.say(_FAULT, message=message, help=help_))
    elif faulty:
        sentences.append(telling.say(_PARTLY, count=str(faulty), sum=_sum_so_far(derivation, telling)))
    admitted = amount_of(total.admitted)
    if isinstance(admitted, Interval) and is_bounded(admitted):
        phrase = _RANGE if number_of(total.awarded) is not None else _OPEN_RANGE
        shown = strong(show_amount(admitted, telling.places, telling.lang))
        sentences.append(telling.say(phrase, range=shown, rows=_open_rows(derivation, telling)))
    sentences += _about_grade(derivation, telling)
    if sentences:
        yield Sentence(joined(listed(sentences, telling.lang, Phrase("", " "))))


def _sum_so_far(derivation: Derivation, telling: Telling) -> Words:
    """The rows that have a score, added up."""
    scores = [number_of(row.awarded) for row in derivation.rows if row.status != "void"]
    return number(show_score(sum((each for each in scores if each is not None), Fraction(0)), telling.places))


def _open_rows(derivation: Derivation, telling: Telling) -> Words:
    """The rows whose score may be one of several."""
    rows = [
        telling.say(_ROW_RANGE, row=label_of(row), range=_row_range(row, telling))
        for row in derivation.rows
        if isinstance(amount_of(row.admitted), Interval)
    ]
    return listed(rows, telling.lang)


def _row_range(row: RowDerivation, telling: Telling) -> Words:
    amount = amount_of(row.admitted)
    return number(show_amount(amount, places_for(row, telling), telling.lang)) if amount is not None else ()


def _about_grade(derivation: Derivation, telling: Telling) -> list[Words]:
    graded = derivation.grade
    if graded is None:
        return []
    if graded.fault is not None:
        return [telling.say(_GRADE_FAULT, message=graded.fault.message(telling.lang))]
    if not isinstance(amount_of(graded.subject.value), Interval):
        return []
    is_certain = len(graded.grades) == 1
    return [telling.say(_EITHER_WAY if is_certain else _POSSIBLE_GRADES, grades=_grade(graded, telling))]


def _grade(graded: Graded, telling: Telling) -> Words:
    return listed((strong(name) for name in graded.grades), telling.lang, _OR)


# Rows ---------------------------------------------------------------------------------------------

_DIFFERING = Phrase("与自评不一致的行（{count}）", "Rows that differ from what was claimed ({count})")
_UNDECIDED = Phrase("待认定的行（{count}）", "Undecided rows ({count})")
_FAULTY = Phrase("没有算出的行（{count}）", "Rows without a score ({count})")
_JUDGED = Phrase("按人的认定计的行（{count}）", "Rows that rest on a person's judgement ({count})")

_DIFFERS = Phrase(
    "{row}：自评 {claimed}，按规则 {awarded}，{difference}。{why}",
    "{row}: claimed {claimed}, by rule {awarded} ({difference}); {why}",
)
_OPEN_ROW = Phrase("{row}：按规则 {range}。{what}", "{row}: by rule {range}; {what}")
_REFUSED_ROW = Phrase("{row}：{why}。{what}", "{row}: {why}; {what}")
_FAULTY_ROW = Phrase("{row}：{message}", "{row}: {message}")
_JUDGED_ROW = Phrase(
    "{row}：自评 {claimed} 在“{tier}”之内；规则允许 {range}",
    "{row}: the self-given {claimed} lies in tier “{tier}”; the rule admits {range}",
)
_JUDGED_WITHIN = Phrase(
    "{row}：自评 {claimed}；规则允许 {range}", "{row}: self-given {claimed}; the rule admits {range}"
)
_EDITED_ROW = Phrase(
    "{row}：照算 {computed}，可由人改；自评 {claimed}，按 {awarded} 计",
    "{row}: {computed} worked out, and a person may change it; the self-given {claimed} counts as {awarded}",
)
_JUDGED_CAPPED = Phrase(
    "{row}：自评 {claimed} 超过上限 {limit}，按 {awarded} 计",
    "{row}: the self-given {claimed} exceeds the limit of {limit} and counts as {awarded}",
)
_JUDGED_CHANGED = Phrase(
    "{row}：自评 {claimed}，经认定之后的步骤，按 {awarded} 计",
    "{row}: the self-given {claimed}, after the steps that follow a judgement, counts as {awarded}",
)


def _differing(derivation: Derivation, telling: Telling) -> Iterator[Words]:
    for row in filter(differs, derivation.rows):
        yield telling.say(
            _DIFFERS,
            row=strong(label_of(row)),
            claimed=_plain(row.claimed, telling),
            awarded=score_words(row, telling),
            difference=difference_words(row, telling),
            why=_why(row, telling),
        )


def _why(row: RowDerivation, telling: Telling) -> Words:
    """What decided the case, and the numbers that were worked out from it."""
    if row.award is None:
        own = [each for each in row.standings if each.applies]
        return standing_line(own[-1], telling).words if own else ()
    effective = (each for each in row.adjustments if each.before != each.value)
    ruling = Ruling(row.rule or "", row.basis, row.classed)
    lines = [*award_lines(row.award, ruling, telling), *adjustment_lines(effective, telling)]
    premises = [line.words for line in lines if line.role is Role.PREMISE]
    conclusions = [line.words for line in lines if line.role is Role.CONCLUSION]
    refused = why_not_entered(row, telling)
    return listed((*premises[-1:], *conclusions, *((refused,) if refused else ())), telling.lang, SEMICOLON)


def _undecided(derivation: Derivation, telling: Telling) -> Iterator[Words]:
    for row in derivation.rows:
        if row.status == "undecided":
            name, what, why = strong(label_of(row)), what_decides(row, telling), why_refused(row, telling)
            if why:
                yield telling.say(_REFUSED_ROW, row=name, why=why, what=what)
            else:
                yield telling.say(_OPEN_ROW, row=name, range=score_words(row, telling), what=what)


def _faulty(derivation: Derivation, telling: Telling) -> Iterator[Words]:
    for row in derivation.rows:
        if isinstance(row.awarded, Fault):
            message = row.awarded.message(telling.lang)
            yield telling.say(_FAULTY_ROW, row=strong(label_of(row)), message=message)


def _judged(derivation: Derivation, telling: Telling) -> Iterator[Words]:
    for row in derivation.rows:
        if row.status == "judged":
            yield telling.say(
                _judged_phrase(row),
                row=strong(label_of(row)),
                claimed=_plain(row.claimed, telling),
                tier=row.judged_tier,
                range=_row_range(row, telling),
                limit=_limit(row, telling),
                computed=() if row.award is None else _plain(row.award.value, telling),
                awarded=score_words(row, telling),
            )


def _judged_phrase(row: RowDerivation) -> Phrase:
    """An entry that the steps after it changed is not said to lie within what they leave."""
    if row.award is not None and editable_in(row.award) is not None:
        return _EDITED_ROW
    if not differs(row):
        return _JUDGED_ROW if row.judged_tier else _JUDGED_WITHIN
    effective = {each.kind for each in row.adjustments if each.before != each.value}
    return _JUDGED_CAPPED if effective <= {"cap", "round"} and "cap" in effective else _JUDGED_CHANGED


def _limit(row: RowDerivation, telling: Telling) -> Words:
    """The last limit that cut the entry."""
    caps = [each for each in row.adjustments if each.kind == "cap" and each.before != each.value]
    return _plain(caps[-1].operands[0].value, telling) if caps else ()


# What it rests on ---------------------------------------------------------------------------------

_SUPPORT = Phrase("  {support}", "  {support}")
_READINGS = Phrase(
    "得分所依的解读（原文没有写明，政策作了选择）", "Readings on which the scores rest (the text leaves them open)"
)
_READING = Phrase("{name}{chosen}：{read_as}{why}。{rows}{support}", "{name}{chosen}: {read_as}{why}. {rows}{support}")
_CHOSEN = Phrase("（取“{alternative}”，可选的还有 {others}）", " (takes “{alternative}”; the text allows {others} too)")
_WHY_SO = Phrase("（原文：{wording}；理由：{because}）", " (wording: {wording}; because: {because})")
_CHOSEN_BY = Phrase("（由政策 {layer} 选定）", " (chosen by policy {layer})")
_WHY_SO_WITHOUT_WORDING = Phrase("（理由：{because}）", " (because: {because})")
_ROWS = Phrase("涉及 {count} 行", "It concerns {count} rows")
_ROW = Phrase("涉及 {rows}", "It concerns {rows}")

_FEW = 3


def _readings(derivation: Derivation, telling: Telling) -> Iterator[Words]:
    """Those that had an effect; in full also those that were used and changed nothing."""
    policy = telling.policy
    rows = [(label_of(row), grounds.readings(grounds.effects_of_row(row, policy))) for row in derivation.rows]
    used = grounds.bases_of(derivation, policy) if telling.in_full else grounds.effects_of(derivation, policy)
    for name in grounds.readings(used):
        concerned = [label for label, names in rows if name in names]
        reading = telling.reading_named(name)
        yield _reading(reading, concerned, telling) if reading is not None else text(name)


def _reading(reading: Reading, rows: list[str], telling: Telling) -> Words:
    basis = support(reading.basis, telling)
    return telling.say(
        _READING,
        name=strong(reading.name),
        chosen=_chosen(reading, telling),
        read_as=reading.read_as,
        why=_because(reading, telling) if telling.in_full else (),
        rows=_concerned(rows, telling),
        support=telling.say(_SUPPORT, support=basis) if basis else (),
    )


def _chosen(reading: Reading, telling: Telling) -> Words:
    """The alternative of an open reading that is taken, and those that are not."""
    if not reading.is_open:
        return ()
    others = listed((text(each.name) for each in reading.alternatives if each.name != reading.chosen), telling.lang)
    return telling.say(_CHOSEN, alternative=reading.chosen, others=others)


def _because(reading: Reading, telling: Telling) -> Words:
    if not reading.because:
        return telling.say(_CHOSEN_BY, layer=reading.layer)
    if not reading.wording:
        return telling.say(_WHY_SO_WITHOUT_WORDING, because=reading.because)
    wording = quoted(reading.wording, telling.lang)
    return telling.say(_WHY_SO, wording=wording, because=reading.because)


def _concerned(rows: list[str], telling: Telling) -> Words:
    if not rows:
        return ()
    if len(rows) > _FEW:
        return telling.say(_ROWS, count=str(len(rows)))
    return telling.say(_ROW, rows=listed(map(text, rows), telling.lang))


_SOURCES = Phrase("不是正式文本的来源", "Sources that are not official")
_SOURCE = Phrase("{name}（{title}）：{standing}", "{name} ({title}): {standing}")
_STANDINGS = {
    Standing.OBSERVED: Phrase("见于使用中的表格或系统，未见正式文本", "seen in use; no official text was seen"),
    Standing.UNVERIFIED: Phrase("未核实，没有读到原文", "unverified; the text itself was not read"),
}


def _sources(derivation: Derivation, telling: Telling) -> Iterator[Words]:
    """The sources that are looked at and are not official, said plainly."""
    used = {each.source for each in grounds.citations(grounds.bases_looked_at(derivation, telling.policy))}
    for source in telling.policy.sources:
        if source.name in used and source.standing in _STANDINGS:
            standing = telling.say(_STANDINGS[source.standing])
            yield telling.say(_SOURCE, name=strong(source.name), title=source.title, standing=standing)
