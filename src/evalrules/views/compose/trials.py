"""Examples that were tried, as a page: which hold, where the others part from the policy, what none reaches."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Checked
from evalrules.meaning.examples import Disagreement, Trial
from evalrules.study.goals import Aim, Goal, Part
from evalrules.study.parting import AtAward, AtCheck, AtRule, AtStep, Parting, parting_of
from evalrules.study.results import Reached, TriedFile
from evalrules.study.trials import Tried, Untried
from evalrules.views.compose.adjustment import adjustment_lines
from evalrules.views.compose.row import row_entry
from evalrules.views.compose.saying import code, joined, number, shortened, text
from evalrules.views.compose.selecting import scoping_line
from evalrules.views.compose.statement import statement
from evalrules.views.compose.telling import Telling
from evalrules.views.compose.total import total_entry
from evalrules.views.page import (
    Block,
    Column,
    Entry,
    Heading,
    Lang,
    Mark,
    Page,
    Points,
    Role,
    Sentence,
    Steps,
    Table,
    TableRow,
    Words,
    WorkedLine,
    plain,
)
from evalrules.views.scores import form_places

_TITLE = Phrase("{name}：{count} 个示例", "{name}: examples: {count}")
_ALL_HOLD = Phrase("全部成立。", "All hold.")
_SOME_FAIL = Phrase("{failed} 个不成立。", "Not holding: {failed}.")
_FAILING = Phrase("示例“{title}”", "example “{title}”")
_EXPECTED = Phrase("应{wanted}，按规则{derived}", "{wanted}; by the rules {derived}")
_PARTING = Phrase("从这里分开：", "they part here: ")
_AT_AWARD = Phrase("得分本身就不同", "the award itself is another one")
_CHECK = Phrase("校验“{name}”：{why}", "check “{name}”: {why}")
_OUT_OF_SCOPE = Phrase("这一行不在它的范围内", "the row is outside its scope")
_UNTRIED = Phrase("表格“{file}”不能用：{reason}", "the form `{file}` is of no use: {reason}")


def compose_file(tested: TriedFile, lang: Lang = "zh") -> Page:
    """The examples of one file: how many hold, and each that does not, with the first step at which it parts."""
    telling = Telling(tested.policy, lang, "brief", None)
    failed = tested.failed
    count = str(len(tested.tried))
    verdict = telling.say(_SOME_FAIL, failed=number(str(len(failed)))) if failed else telling.say(_ALL_HOLD)
    title = telling.say(_TITLE, name=tested.name, count=count)
    blocks: list[Block] = [Sentence(verdict)] if tested.tried else []
    blocks += [block for each in failed for block in _failing(each, tested.policy, lang)]
    return Page(plain(title), lang, tuple(blocks))


def _failing(tried: Tried, policy: CheckedPolicy, lang: Lang) -> Iterator[Block]:
    if isinstance(tried, Untried):
        telling = Telling(policy, lang, "brief", None)
        words = telling.say(_UNTRIED, file=tried.example.form_file, reason=tried.reason.in_(lang))
        yield _entry(tried, (WorkedLine(Role.FAULT, words),), (), telling)
        return
    telling = Telling(policy, lang, "brief", form_places(tried.derivation))
    for each in tried.disagreements:
        lines = tuple(_lines(each, tried, telling))
        yield _entry(tried, lines, tuple(_worked(each, tried, telling)), telling, each.span.place)


def _entry(
    tried: Tried, lines: tuple[WorkedLine, ...], worked: tuple[Block, ...], telling: Telling, place: str = ""
) -> Entry:
    title = telling.say(_FAILING, title=shortened(tried.example.title))
    return Entry(plain(title), place or tried.example.span.place, (), Mark.DIFFERS, (Steps(lines), *worked))


def _lines(each: Disagreement, trial: Trial, telling: Telling) -> Iterator[WorkedLine]:
    """What was expected, what was derived, and the first step at which they part."""
    wanted, derived = each.wanted.in_(telling.lang), each.derived.in_(telling.lang)
    yield WorkedLine(Role.FAULT, telling.say(_EXPECTED, wanted=wanted, derived=derived))
    parting = parting_of(each, trial.derivation)
    for line in _parting(parting, telling) if parting is not None else ():
        words = joined((*telling.say(_PARTING), *line.words))
        yield WorkedLine(Role.CONCLUSION, words, line.basis, line.place)


def _parting(parting: Parting, telling: Telling) -> Iterator[WorkedLine]:
    match parting:
        case AtRule(scoping=scoping):
            yield scoping_line(scoping, telling)
        case AtStep(step=step):
            yield from adjustment_lines((step,), Telling(telling.policy, telling.lang, "full", telling.places))
        case AtAward():
            yield WorkedLine(Role.CONCLUSION, telling.say(_AT_AWARD))
        case AtCheck(check=check):
            yield _check(check, telling)


def _check(check: Checked, telling: Telling) -> WorkedLine:
    asked = check.condition if check.in_scope is not False else check.scope
    why = statement(asked, telling) if asked is not None else telling.say(_OUT_OF_SCOPE)
    return WorkedLine(Role.CONCLUSION, telling.say(_CHECK, name=check.name, why=why), (), check.span.place)


def _worked(each: Disagreement, trial: Trial, telling: Telling) -> Iterator[Block]:
    """The row, worked out; of the form as a whole, the total."""
    if each.row is not None:
        yield row_entry(each.row, trial.derivation, telling)
    elif (total := total_entry(trial.derivation, telling)) is not None:
        yield total


# ---- coverage ------------------------------------------------------------------------------------

_COVERAGE = Phrase(
    "政策 {policy}：示例到达 {met}/{all}（{share}）", "policy {policy}: examples reach {met}/{all} ({share})"
)
_PARTS = {
    Part.RULE: Phrase("规则", "rules"),
    Part.CASE: Phrase("情形、分类（成立和不成立）", "cases, classes (both ways)"),
    Part.CONDITION: Phrase("条件（真和假）", "conditions (both ways)"),
    Part.BAND: Phrase("分段", "bands"),
    Part.EDGE: Phrase("分界（恰好和刚过）", "edges (on and beside)"),
    Part.TIER: Phrase("档次", "tiers"),
    Part.STEP: Phrase("步骤（起作用和不起作用）", "steps (with effect and without)"),
    Part.GRADE: Phrase("等级", "grades"),
    Part.CHECK: Phrase("校验（报和不报）", "checks (reported and silent)"),
}
_AIMS = {
    Aim.APPLIED: Phrase("{words}：没有用到", "{words}: never applies"),
    Aim.TRUE: Phrase("{words}：没有成立过", "{words}: never holds"),
    Aim.FALSE: Phrase("{words}：没有不成立过", "{words}: never fails"),
    Aim.HELD: Phrase("{words}：没有落入过", "{words}: never reached"),
    Aim.ON_EDGE: Phrase("{words}：没有恰好等于过", "{words}: never met exactly"),
    Aim.BY_EDGE: Phrase(
        "{words}：没有只差一点过（百分之一以内）", "{words}: never just missed (by a hundredth at most)"
    ),
    Aim.CHANGED: Phrase("{words}：没有改变过得分", "{words}: never changes a score"),
    Aim.UNCHANGED: Phrase("{words}：没有不改变得分过", "{words}: always changes the score"),
    Aim.REPORTED: Phrase("{words}：没有报过", "{words}: never reported"),
    Aim.SILENT: Phrase("{words}：没有不报过", "{words}: never silent"),
}
_MISSING = Phrase("没有示例到达的", "What no example reaches")
_NUMBER, _SHARE = Phrase("到达", "reached"), Phrase("部分", "part")


def compose_coverage(reached: Reached, lang: Lang = "zh") -> Page:
    """How much of a policy its examples reach, by part, and what they do not."""
    telling = Telling(reached.policy, lang, "brief", None)
    coverage = reached.coverage
    met, count = len(coverage.goals) - len(coverage.missing), len(coverage.goals)
    title = telling.say(
        _COVERAGE, policy=reached.policy.id, met=str(met), all=str(count), share=percent(coverage.share)
    )
    missing = tuple(goal_words(goal, lang) for goal in coverage.missing)
    blocks: list[Block] = [_table(reached, telling)]
    blocks += [Heading(telling.say(_MISSING)), Points(missing)] if missing else []
    return Page(plain(title), lang, tuple(blocks))


def _table(reached: Reached, telling: Telling) -> Table:
    columns = (Column(plain(telling.say(_SHARE))), Column(plain(telling.say(_NUMBER)), "right"))
    parts = ((part, reached.coverage.of(part)) for part in Part)
    rows = (
        (telling.say(_PARTS[part]), number(f"{len(each.goals) - len(each.missing)}/{len(each.goals)}"))
        for part, each in parts
        if each.goals
    )
    return Table(columns, tuple(TableRow(cells) for cells in rows))


def goal_words(goal: Goal, lang: Lang) -> Words:
    """A goal that was not reached, where it lies, and of which declaration it is a part."""
    telling_words = joined((*_owner(goal), *code(goal.words)))
    pieces = _AIMS[goal.aim].in_(lang).split("{words}")
    place = f"  {goal.span.place}"
    return joined((*text(pieces[0]), *telling_words, *text(pieces[1]), *text(place)))


def _owner(goal: Goal) -> Words:
    return text(f"{goal.owner} · ") if goal.owner and goal.owner != goal.words else ()


def percent(share: Fraction) -> str:
    """A share to one decimal, rounded down: 100% is said of all alone."""
    whole, tenths = divmod(share * 1000 // 1, 10)
    return f"{whole}.{tenths}%"
