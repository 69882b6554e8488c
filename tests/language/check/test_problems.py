"""Each problem underlines the words it is about and says in Chinese what is wrong with them."""

from __future__ import annotations

import pytest

from evalrules.language.problems import Fix, Problem, Severity
from evalrules.language.problems.already_there import AlreadyThere
from evalrules.language.problems.alternative_unasked import AlternativeUnasked
from evalrules.language.problems.ambiguous_name import AmbiguousName
from evalrules.language.problems.amended_name_missing import AmendedNameMissing
from evalrules.language.problems.amended_policy_broken import AmendedPolicyBroken
from evalrules.language.problems.amendment_breaks import AmendmentBreaks
from evalrules.language.problems.award_not_points import AwardNotPoints
from evalrules.language.problems.beyond_points import BeyondPoints
from evalrules.language.problems.cycle import Cycle
from evalrules.language.problems.cyclic_amendment import CyclicAmendment
from evalrules.language.problems.cyclic_extension import CyclicExtension
from evalrules.language.problems.division_by_zero import DivisionByZero
from evalrules.language.problems.duplicate_name import DuplicateName
from evalrules.language.problems.end_not_stated import EndNotStated
from evalrules.language.problems.field_redeclared import FieldRedeclared
from evalrules.language.problems.final_amended import FinalAmended
from evalrules.language.problems.head_incomplete import HeadIncomplete
from evalrules.language.problems.head_missing import HeadMissing
from evalrules.language.problems.impossible_date import ImpossibleDate
from evalrules.language.problems.malformed_head import MalformedHead
from evalrules.language.problems.minus_without_spaces import MinusWithoutSpaces
from evalrules.language.problems.misplaced_declaration import MisplacedDeclaration
from evalrules.language.problems.newer_language import NewerLanguage
from evalrules.language.problems.no_form_around import NoFormAround
from evalrules.language.problems.no_row_around import NoRowAround
from evalrules.language.problems.not_a_cell import NotACell
from evalrules.language.problems.not_constant import NotConstant
from evalrules.language.problems.not_positive import NotPositive
from evalrules.language.problems.nothing_to_amend import NothingToAmend
from evalrules.language.problems.nothing_to_extend import NothingToExtend
from evalrules.language.problems.number_too_long import NumberTooLong
from evalrules.language.problems.otherwise_misplaced import OtherwiseMisplaced
from evalrules.language.problems.part_differs import PartDiffers
from evalrules.language.problems.percent_or_points import PercentOrPoints
from evalrules.language.problems.percent_sign_missing import PercentSignMissing
from evalrules.language.problems.rest_misplaced import RestMisplaced
from evalrules.language.problems.role_misplaced import RoleMisplaced
from evalrules.language.problems.rounding_not_stated import RoundingNotStated
from evalrules.language.problems.row_needed import RowNeeded
from evalrules.language.problems.rows_of_forms import RowsOfForms
from evalrules.language.problems.rule_of_other_rows import RuleOfOtherRows
from evalrules.language.problems.second_head import SecondHead
from evalrules.language.problems.too_many_levels import TooManyLevels
from evalrules.language.problems.total_missing import TotalMissing
from evalrules.language.problems.types_differ import TypesDiffer
from evalrules.language.problems.uncited_rule import UncitedRule
from evalrules.language.problems.unit_changed import UnitChanged
from evalrules.language.problems.unit_mismatch import UnitMismatch
from evalrules.language.problems.unknown_alternative import UnknownAlternative
from evalrules.language.problems.unknown_class import UnknownClass
from evalrules.language.problems.unknown_edge import UnknownEdge
from evalrules.language.problems.unknown_field import UnknownField
from evalrules.language.problems.unknown_function import UnknownFunction
from evalrules.language.problems.unknown_grade import UnknownGrade
from evalrules.language.problems.unknown_kind import UnknownKind
from evalrules.language.problems.unknown_name import UnknownName
from evalrules.language.problems.unknown_placeholder import UnknownPlaceholder
from evalrules.language.problems.unknown_policy import UnknownPolicy
from evalrules.language.problems.unknown_reading import UnknownReading
from evalrules.language.problems.unknown_record import UnknownRecord
from evalrules.language.problems.unknown_rule import UnknownRule
from evalrules.language.problems.unknown_schema import UnknownSchema
from evalrules.language.problems.unknown_source import UnknownSource
from evalrules.language.problems.unknown_tier import UnknownTier
from evalrules.language.problems.unused_name import UnusedName
from evalrules.language.problems.values_differ import ValuesDiffer
from evalrules.language.problems.verb_missing import VerbMissing
from evalrules.language.problems.wrong_arguments import WrongArguments
from evalrules.language.problems.wrong_type import WrongType
from tests.language.check.frame import check, check_file
from tests.language.check.test_examples import CLASSES, example

WORDS: tuple[tuple[type[Problem], str, str], ...] = (
    (UnknownName, "实际完成", "“实际完成”在这里没有所指"),
    (MinusWithoutSpaces, "executed-revised_budget", "“executed-revised_budget”连写在一起，是一个名称，不是相减"),
    (AmbiguousName, "分值", "“分值”既可以是字段“分值”，也可以是参数"),
    (UnknownRecord, "指标们", "没有叫“指标们”的表式部分"),
    (UnknownClass, "定型", "没有叫“定型”的分类"),
    (UnknownField, "一级指标名", "没有叫“一级指标名”的字段"),
    (UnknownSource, "住", "没有叫“住”的依据"),
    (UnknownReading, "按比例算", "没有叫“按比例算”的解读"),
    (UnknownRule, "乙", "没有叫“乙”的规则"),
    (UnknownAlternative, "按整数", "没有叫“按整数”的可选读法"),
    (AlternativeUnasked, "按比例", "解读“步数”的可选读法“按比例”“足一步”没有一处问到，取其中哪一种都一样"),
    (ValuesDiffer, "30 天", "“30 天”是天数，同一个量的另一种情形“40%”是百分数"),
    (UnknownFunction, "最小值", "没有叫“最小值”的函数"),
    (UnknownSchema, "projects", "没有叫“projects”的表式"),
    (UnknownPolicy, "base-01", "没有叫“base-01”的政策"),
    (UnknownGrade, "良", "没有叫“良”的等级"),
    (DuplicateName, "门槛", "参数“门槛”已经声明过"),
    (UnknownPlaceholder, "{指标名}", "提示语中的“{指标名}”没有所指"),
    (NoRowAround, "本行 分值", "“本行 分值”要写在汇总之内，而汇总要在一行之中；这里不是"),
    (NoFormAround, "本表 总分", "“本表 总分”要写在“对 各表”的汇总之内；这里不是"),
    (
        RowsOfForms,
        "合计（得分 对 指标）",
        "“对 各表”之内只能用各表的总分、定义和只有一处的栏目，不能用“合计（得分 对 指标）”",
    ),
    (RowNeeded, "执行率", "“执行率”属于“资金”的各行，这里没有这样的行"),
    (UnknownKind, "定性", "“定性”不是单元格内容的种类"),
    (WrongType, "分值", "此处需要条件，“分值”是分数"),
    (TypesDiffer, "一级指标 = 3", "“一级指标”是文字，“3”是没有单位的数，不能相比"),
    (UnitMismatch, "全年执行数 > 500", "“全年执行数”是金额，“500”是没有单位的数，不能相比"),
    (AwardNotPoints, "全年执行数", "此处需要分数（没有单位的数），“全年执行数”是金额"),
    (PercentOrPoints, "1%", "“1%”是百分数，这里要的是百分点"),
    (PercentSignMissing, "95", "“全年执行数 ÷ 全年预算数”是比率，95% 就是 0.95；这里的“95”是 95 倍"),
    (BeyondPoints, "80", "“80”乘以“分值”，得分是分值的 80 倍"),
    (NotACell, "（实际完成值 + 1）", "“已填”问的是单元格，“（实际完成值 + 1）”不是单元格"),
    (DivisionByZero, "0", "除数“0”是 0"),
    (NumberTooLong, "1000000000000000000000000000000000000000000000000000000000000", "这个数超过 60 位"),
    (WrongArguments, "绝对值（分值，2）", "函数“绝对值”不能这样用"),
    (NotConstant, "年度", "此处只能写定数，“年度”要看表上怎么填"),
    (ImpossibleDate, "2022-02-30", "没有“2022-02-30”这一天"),
    (NotPositive, "0", "步长和舍入单位须大于 0，“0”不是"),
    (HeadMissing, '依据 注 官方 "表下注"', "文件中没有“政策”，也没有“表式”"),
    (SecondHead, "p-2", "一个文件只能写一个政策或一个表式"),
    (MisplacedDeclaration, "单项", "这条声明属于表式，不能写在这个文件里"),
    (HeadIncomplete, "p-1", "开头缺少“适用 project”"),
    (NewerLanguage, "2", "语言版本 2 不认识，本程序认识到 1"),
    (MalformedHead, "22", "“22”不是四位年份，例如 2022"),
    (Cycle, "乙量", "循环引用：定义“甲量” → 定义“乙量” → 定义“甲量”"),
    (OtherwiseMisplaced, "否则", "“否则”之后还有别的情形"),
    (RestMisplaced, "其余", "“其余”之后还有别的项"),
    (EndNotStated, "50", "“50”没有写明含或不含"),
    (RoundingNotStated, "甲", "没有写明各行得分怎样舍入"),
    (TotalMissing, "p-1", "政策有规则而没有写明总分"),
    (NothingToAmend, "新增", "这个政策没有修订别的政策，不能新增、替换、删除或改设"),
    (VerbMissing, "参数", "修订别的政策时，声明前要写明新增或替换，这里是新增"),
    (AmendedNameMissing, "过完成率", "政策 base-1 没有参数“过完成率”"),
    (FinalAmended, "满分线", "政策 base-1 规定参数“满分线”不得改动"),
    (AlreadyThere, "过完成", "政策 base-1 已经有参数“过完成”"),
    (AmendedPolicyBroken, "broken-1", "政策 broken-1 自身有 2 个问题"),
    (CyclicAmendment, "loop-2", "循环修订：loop-1 → loop-2 → loop-1"),
    (AmendmentBreaks, "base-1", "修订之后，base-1.rules 中：“过完成”在这里没有所指"),
    (RoleMisplaced, "分值", "“满分”字段应是分数"),
    (RuleOfOtherRows, "乙", "规则“乙”是“资金”的规则，不能用于“指标”的行"),
    (TooManyLevels, "参数", "算式一层套一层，超过 100 层"),
    (UnusedName, "门槛", "参数“门槛”没有用到"),
    (UncitedRule, "甲", "规则“甲”没有引用条款，也没有写明解读"),
    (UnitChanged, "130", "参数原来是“120%”，这里设为“130”，单位不同"),
    (UnknownEdge, "85%", "没有叫“85%”的端点"),
    (UnknownTier, "良好", "没有叫“良好”的档次"),
    (FieldRedeclared, "权重", "字段“权重”在表式 project 中已有，叫“分值”"),
    (PartDiffers, "指标", "表式 project 中是“多行 指标 indicators”，这里写成“多行 指标 goals”"),
    (CyclicExtension, "grant", "循环扩充：grant → grant"),
    (NothingToExtend, "指标名称", "被扩充的表式没有这一部分，“指标名称”无从改名或加名"),
)


@pytest.mark.parametrize(("kind", "underlined", "message"), WORDS, ids=[kind.code for kind, _, _ in WORDS])
def test_the_words_of_a_problem(kind: type[Problem], underlined: str, message: str) -> None:
    """The example in its description is underlined at the right words, with this message."""
    problem = next(each for each in check(example(kind, "Failing")).problems if isinstance(each, kind))
    assert problem.span.text == underlined
    assert problem.message().zh == message


def test_every_problem_is_in_the_table() -> None:
    """No problem that checking finds is left out above."""
    assert {kind for kind, _, _ in WORDS} == set(CLASSES)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_a_problem_speaks_both_languages(kind: type[Problem]) -> None:
    """Message and help are sentences in both languages; what is quoted from the text may be in either."""
    problem = next(each for each in check(example(kind, "Failing")).problems if isinstance(each, kind))
    for phrase in (problem.message(), problem.help(), problem.title):
        assert any("\u4e00" <= char <= "\u9fff" for char in phrase.zh)
        assert any(char.isascii() and char.isalpha() for char in phrase.en)


def fixes() -> list[tuple[type[Problem], Fix]]:
    """The changes that problems offer for their own examples."""
    found = [(each, each.fix()) for kind in CLASSES for each in check(example(kind, "Failing")).problems]
    return [(type(problem), fix) for problem, fix in found if fix is not None]


@pytest.mark.parametrize(("kind", "fix"), fixes(), ids=[kind.code for kind, _ in fixes()])
def test_a_fix_cures_its_problem(kind: type[Problem], fix: Fix) -> None:
    """The text with the change that a problem offers no longer has the problem."""
    text, span = fix.span.source.text, fix.span
    changed = text[: span.start] + fix.replacement + text[span.end :]
    assert not any(isinstance(each, kind) for each in check_file(changed).problems)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_the_number_tells_the_weight(kind: type[Problem]) -> None:
    """Numbers of errors begin with E, those of warnings with W."""
    assert kind.number[0] == {Severity.ERROR: "E", Severity.WARNING: "W", Severity.NOTICE: "N"}[kind.severity]
