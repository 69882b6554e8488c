"""The values of the language: what a cell holds and what an expression yields."""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction

from attrs import frozen

from evalrules.language.values.interval import Amount, Interval, multiply
from evalrules.language.values.number import show_number
from evalrules.language.values.unit import UNSTATED, Dimension, Unit, takes_up, unit_name


class Reason(Enum):
    """Why a printed phrase has no safe reading as a number, or a date no day: in Chinese and in English."""

    DASH_OR_ONE = ("“一”可能是横线，也可能是数字一", "“一” may be a dash or the numeral one")
    APPROXIMATE = ("只写了大约数，没有确切的数", "an approximate number, not an exact one")
    CHANGE = ("写的是增减变化，不是指标的数值", "a change against something else, not a level")
    SEVERAL = ("一格里有不止一个数", "more than one number in one cell")
    CONTRADICTORY = ("比较符号互相矛盾或无法识别", "comparators that contradict each other or are not known")
    NO_CEILING = (
        "“控制在”后面没有写“以内”，看不出是不是上限",
        "“控制在” without “以内”: whether it is a ceiling is not said",
    )
    BACKWARDS = ("范围的前一个数不小于后一个数", "a range whose first number is not below its second")
    UNKNOWN_UNIT = ("数字后面的单位不认识", "the unit behind the number is not known")
    DATE_OR_NUMBER = ("可能是日期，也可能是数量", "it may be a date or a quantity")
    FRACTION_OR_DATE = (
        "可能是分数、比值、编号或日期",
        "it may be a fraction, a ratio, a number of an item or a date",
    )
    BEYOND_ONE = ("比例大于一，看不出是否漏写了百分号", "a proportion above one: perhaps a percentage")
    RANK = ("写的是名次或等级，不是数量", "a rank, not a quantity")
    IN_WORDS = (
        "数字夹在文字里，看不出是不是指标的数值",
        "a number inside words: whether it is the indicator's value is not said",
    )
    YEAR_IN_WORDS = ("文字里只有年份，没有数值", "words in which only a year is a number")
    DATE_IN_WORDS = (
        "日期夹在文字里，看不出是不是完成的日期",
        "a date inside words: whether it is when the work was done is not said",
    )
    NO_UNIT = ("只有汉字数字，没有单位", "a Chinese numeral without a unit")
    NO_NUMBER = ("只有符号或单位，没有数", "a sign or a unit without a number")
    NO_YEAR = ("没有写年份，不能确定是哪一天", "no year, so that the day is not known")
    NO_SUCH_DAY = ("没有这样的日期", "no such day in the calendar")
    TOO_MANY_DIGITS = ("数字超过六十位", "a number of more than sixty digits")
    TOO_LONG = (
        "内容超过两千字，按文字处理",
        "a cell of more than 2,000 characters, which is not read for numbers",
    )
    # … and why a cell that can be read is not what its field needs.
    NOT_A_DATE = ("不是日期", "not a date")
    NOT_A_PLAIN_NUMBER = ("此处只能写一个数", "one plain number is needed here")
    NOT_MONEY = ("此处应写金额", "an amount of money is needed here")
    NOT_A_CELL = ("这一格没有按原样读入，见表格的错误", "the cell was not read as it stands: see the form's problems")
    NO_SINGLE_NUMBER = ("没有唯一的数", "no single number")

    @property
    def zh(self) -> str:
        return self.value[0]

    @property
    def en(self) -> str:
        return self.value[1]


@frozen
class Quantity:
    """What is known of a number, held in the base of its unit: 95% is 19/20, 13 万元 is 130000."""

    amount: Amount
    unit: Unit


@frozen
class Text:
    """Words."""

    text: str


@frozen
class Day:
    """A day, month or year, as the span of days it names, both ends included.

    Printed as `show` prints it: 2022年12月31日, 2022年12月, 2022年, or first day 至 last day. A last
    day before the first raises ValueError.
    """

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} comes before {self.first}")

    def show(self) -> str:
        """The shortest name of the span."""
        first, last = self.first, self.last
        if first == last:
            return _show_date(first)
        after = date.toordinal(last) + 1
        ends_month = after > date.max.toordinal() or date.fromordinal(after).day == 1
        if first.day == 1 and ends_month and first.year == last.year:
            if (first.month, last.month) == (1, 12):
                return f"{first.year}年"
            if first.month == last.month:
                return f"{first.year}年{first.month}月"
        return f"{_show_date(first)}至{_show_date(last)}"


@frozen
class Truth:
    """Whether something holds; None where it is undecided."""

    value: bool | None


@frozen
class Absent:
    """Nothing was stated: an empty cell, a dash, a missing field."""

    why: str


@frozen
class Unread:
    """A cell that seems to state a number without saying safely which."""

    text: str
    reason: Reason


Value = Quantity | Text | Day | Truth | Absent | Unread


_BARE = (Dimension.PURE, Dimension.UNSTATED)


def is_bare_zero(q: Quantity) -> bool:
    """Whether `q` is exactly 0 and has no unit: it fits every unit, and takes that of what it meets."""
    return q.unit.dimension in _BARE and q.amount == 0


def agree(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """The two quantities, one printed without a unit taken in the unit of the other where that is certain.

    300公里 beside 280 makes 280公里 of the second. To be asked before `comparable` and the unit algebra.
    Quantities that already fit, or that cannot be made to, come back as they are; a number that a policy
    states is never given a unit (300公里 ÷ 3 is 100公里), but for 0: nothing of anything is nothing.
    """
    return _in_unit_of(a, b), _in_unit_of(b, a)


def _in_unit_of(bare: Quantity, other: Quantity) -> Quantity:
    if is_bare_zero(bare):
        return bare if other.unit.dimension in _BARE else Quantity(bare.amount, other.unit)
    if bare.unit != UNSTATED or not takes_up(other.unit):
        return bare
    return Quantity(multiply(bare.amount, other.unit.scale), other.unit)


def show_quantity(q: Quantity) -> str:
    """`q` in its own unit: 95%, 13 万元, ≥90%, 90%至95%(不含)."""
    if not isinstance(q.amount, Interval):
        return _show_amount(q.amount, q.unit)
    low, high = q.amount.low, q.amount.high
    if low is None:
        if high is None:
            return "任意数"
        return ("≤" if q.amount.high_closed else "<") + _show_amount(high, q.unit)
    if high is None:
        return ("≥" if q.amount.low_closed else ">") + _show_amount(low, q.unit)
    first = _show_amount(low, q.unit) + ("" if q.amount.low_closed else "(不含)")
    last = _show_amount(high, q.unit) + ("" if q.amount.high_closed else "(不含)")
    return f"{first}至{last}"


def _show_amount(amount: Fraction, unit: Unit) -> str:
    name = unit_name(unit)
    gap = "" if name in ("", "%", "‰") else " "
    return show_number(amount / unit.scale) + gap + name


def _show_date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
