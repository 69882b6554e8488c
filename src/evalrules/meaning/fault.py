"""Why a score could not be computed: a value like any other, never an exception."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from attrs import frozen

_MOST_SHOWN = 120


class Saying(NamedTuple):
    """What is wrong and what to do, in both languages. Braces are filled with the fault's details."""

    zh: str
    en: str
    zh_help: str
    en_help: str


class FaultKind(Enum):
    """The kinds of fault; the name in lower case with hyphens is the code."""

    MISSING_VALUE = Saying(
        "“{0}”未填",
        "`{0}` is empty",
        "填写后再计分；若允许空缺，由政策写明空缺时如何计分",
        "fill it in, or let the policy say what follows from an empty cell",
    )
    UNREADABLE_CELL = Saying(
        "“{0}”的内容“{1}”读不出数值：{2}",
        "`{0}` holds “{1}”, which cannot be read: {3}",
        "改写成一个数（可带比较符号和单位）",
        "write one number, with a comparator and a unit if need be",
    )
    NOT_A_NUMBER = Saying(
        "“{0}”的内容“{1}”是文字，此处需要数",
        "`{0}` holds “{1}”, a text, where a number is needed",
        "把它写成数，或由政策另定文字时的计分办法",
        "write a number, or let the policy say how texts are scored",
    )
    NOT_A_DATE = Saying(
        "“{0}”不是日期",
        "`{0}` is not a date",
        "写成 2022-12-31 或 2022年12月31日",
        "write 2022-12-31",
    )
    NOT_A_TEXT = Saying(
        "“{0}”不是文字",
        "`{0}` is not a text",
        "只有文字才有字数",
        "only a text has a length",
    )
    UNITS_DIFFER = Saying(
        "“{0}”的单位是“{1}”，“{2}”的单位是“{3}”，不能一起计算",
        "`{0}` is in `{1}` and `{2}` in `{3}`: they cannot be combined",
        "两处写成同一种单位",
        "write both in the same unit",
    )
    DIVISION_BY_ZERO = Saying(
        "“{0}”是 0（或可能是 0），不能作除数",
        "`{0}` is, or may be, 0 and cannot divide",
        "由政策写明它为 0 时如何计分",
        "let the policy say what follows where it is 0",
    )
    NO_RULE = Saying(
        "没有一条规则适用于本行",
        "no rule applies to this row",
        "检查各规则“对”之后的范围，或为这类行补一条规则",
        "look at the scopes of the rules, or add one for such rows",
    )
    SEVERAL_RULES = Saying(
        "有几条规则同时适用于本行：{0}",
        "several rules apply to this row: {0}",
        "收紧其中一条的范围，使一行只有一条规则",
        "narrow the scopes so that one rule applies to a row",
    )
    RULE_UNDECIDED = Saying(
        "不能断定规则“{0}”是否适用于本行",
        "it cannot be decided whether rule `{0}` applies",
        "补全规则范围所依据的单元格",
        "fill in the cells on which the scope rests",
    )
    NO_CLASS = Saying(
        "本行不属于任何一类",
        "the row is of no class",
        "为这类行补一类，或写“其余”",
        "add a class, or write `else`",
    )
    SEVERAL_CLASSES = Saying(
        "本行同时属于：{0}",
        "the row is of several classes: {0}",
        "使各类互斥，或写“依次”，取最先符合的一类",
        "make the classes exclusive, or write `in-order`",
    )
    NO_CASE = Saying(
        "规则“{0}”的各种情形都不成立",
        "no case of rule `{0}` holds",
        "补上“否则”一条",
        "add an `otherwise` case",
    )
    SEVERAL_CASES = Saying(
        "规则“{0}”有几种情形同时成立",
        "several cases of rule `{0}` hold at once",
        "使各情形互斥",
        "make the cases exclusive",
    )
    NO_VALUE = Saying(
        "“{0}”的各种情形都不成立，没有值",
        "no case of `{0}` holds: it has no value",
        "补上“否则”一条",
        "add an `otherwise` case",
    )
    SEVERAL_VALUES = Saying(
        "“{0}”有几种情形同时成立",
        "several cases of `{0}` hold at once",
        "使各情形互斥，或写“依次”，取最先成立的",
        "make the cases exclusive, or write `in-order`",
    )
    UNSTATED = Saying(
        "依据没有规定这种情形的得分：{0}",
        "the text does not say what is earned here: {0}",
        "请制定机关解释；有了解释，写成一条解读或规则",
        "ask the body that made the rules; once it answers, write a reading or a rule",
    )
    NO_BAND = Saying(
        "“{0}”是 {1}，不在任何一段内",
        "`{0}` is {1} and falls into no band",
        "补上这一段，或写“其余”",
        "add the band, or write `else`",
    )
    UNKNOWN_TIER = Saying(
        "档次“{0}”不是本规则的任何一档：{1}",
        "tier `{0}` is none of the rule's tiers: {1}",
        "按规则写明档次的名称",
        "write the tier's name as in the rule",
    )
    POINTS_MISSING = Saying(
        "本行没有分值",
        "the row has no points",
        "填写分值",
        "fill in the points",
    )
    POINTS_NEGATIVE = Saying(
        "分值 {0} 是负数",
        "the points {0} are negative",
        "分值不得小于 0",
        "points must be at least 0",
    )
    POINTS_UNREADABLE = Saying(
        "分值“{0}”不是数",
        "the points “{0}” are not a number",
        "把分值写成数",
        "write the points as a number",
    )
    AMOUNT_TOO_LONG = Saying(
        "数值超过 {0} 位，不予计算",
        "the number has more than {0} digits",
        "检查是否误填",
        "check the entry",
    )
    NEGATIVE_DEDUCTION = Saying(
        "“{0}”是负数，不能作为扣分或加分",
        "`{0}` is negative and cannot be added or deducted",
        "检查算式，扣分、加分的数额不得小于 0",
        "look at the formula: the amount must not be negative",
    )
    STEP_NOT_POSITIVE = Saying(
        "步长或舍入单位 {0} 不大于 0",
        "the step or rounding unit {0} is not positive",
        "步长和舍入单位须大于 0",
        "it must be greater than 0",
    )
    ROW_FAILED = Saying(
        "它要用到的“{0}”的得分没有算出",
        "it needs the score of `{0}`, which has a fault",
        "先解决那一行的问题",
        "resolve that row first",
    )
    CONDITION_UNDECIDED = Saying(
        "不能断定“{0}”是否成立",
        "it cannot be decided whether `{0}` holds",
        "补全它所依据的单元格",
        "fill in the cells on which it rests",
    )
    GRADE_OPEN = Saying(
        "等级没有定下来：{0}",
        "the grade is not settled: {0}",
        "先定下总分，等级才能作条件",
        "settle the total first; then the grade may be asked for",
    )
    NEEDS_FORMS = Saying(
        "“{0}”要看其他各表，一张表算不出",
        "`{0}` needs the other forms; one form alone does not give it",
        "用 evalrules score 文件夹，或 evalrules explain 表格 --among 文件夹",
        "use `evalrules score FOLDER`, or `evalrules explain FORM --among FOLDER`",
    )
    FORMS_UNREAD = Saying(
        "还有表没有读出（{0}），与各表比较的数定不下来",
        "some forms could not be read ({0}), so what compares all forms is not settled",
        "改正这些文件，或把不是表格的移出文件夹",
        "correct these files, or move what is no form out of the folder",
    )
    FORM_FAILED = Saying(
        "表“{0}”缺少要用的数：{1}",
        "form `{0}` lacks what is needed: {2}",
        "先解决那张表的问题",
        "resolve the problem of that form first",
    )
    NO_ROWS = Saying(
        "没有可供“{0}”的行",
        "there are no rows for `{0}`",
        "检查范围，或由政策写明没有这类行时怎么办",
        "look at the scope, or let the policy say what follows",
    )

    @property
    def code(self) -> str:
        return self.name.lower().replace("_", "-")


@frozen
class Fault:
    """A reason why there is no value; `details` fill the sentence of its kind."""

    kind: FaultKind
    details: tuple[str, ...] = ()

    def message(self, lang: str) -> str:
        saying = self.kind.value
        return (saying.zh if lang == "zh" else saying.en).format(*map(_shown, self.details))

    def help(self, lang: str) -> str:
        saying = self.kind.value
        return saying.zh_help if lang == "zh" else saying.en_help


def _shown(detail: str) -> str:
    """A detail as sentences quote it: a cell may hold ten thousand characters, and a number may have no unit."""
    return detail[:_MOST_SHOWN] + ("…" if len(detail) > _MOST_SHOWN else "") if detail else "—"
