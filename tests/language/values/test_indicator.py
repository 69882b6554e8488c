"""The reading of indicator cells: facts about phrases of published forms, and laws about all phrases.

Each table holds phrases of one kind. A phrase belongs here if a form may print it; what it must never be
read as matters as much as what it says.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evalrules.language.values import (
    Day,
    IndicatorValue,
    Interval,
    Kind,
    Quantity,
    Reason,
    measure,
    parse_value,
    show_number,
    show_quantity,
    threshold,
    vocabulary,
)
from evalrules.language.values.indicator import read_phrase
from evalrules.language.values.wording import by_word


def read(phrase: str) -> tuple[Kind, str, str, str]:
    """What a phrase says: kind, comparator, number (a range as `10..20`) and unit as printed."""
    value = parse_value(phrase)
    number = "" if value.number is None else show_number(value.number)
    upper = "" if value.upper is None else ".." + show_number(value.upper)
    return value.kind, value.comparator, number + upper, value.unit


# Levels -------------------------------------------------------------------------------------------

LEVELS = [
    ("36", "number", "", "36", ""),
    ("0", "number", "", "0", ""),
    ("8755", "number", "", "8755", ""),
    ("4557.51", "number", "", "4557.51", ""),
    ("1,200", "number", "", "1200", ""),
    ("0人次", "number", "", "0", "人次"),
    ("0起", "number", "", "0", "起"),
    ("37442人", "number", "", "37442", "人"),
    ("=8 个", "number", "=", "8", "个"),
    ("10 台套", "number", "", "10", "台套"),
    ("10台/套", "number", "", "10", "台/套"),
    ("1.2万亩", "number", "", "1.2", "万亩"),
    ("550万粒", "number", "", "550", "万粒"),
    ("1346.0088万平方米", "number", "", "1346.0088", "万平方米"),
    ("250万", "number", "", "250", "万"),
    ("5千人", "number", "", "5", "千人"),
    ("120TB", "number", "", "120", "TB"),
    ("2km", "number", "", "2", "km"),
    ("5 分钟", "number", "", "5", "分钟"),
    ("=365天", "number", "=", "365", "天"),
    ("3年", "number", "", "3", "年"),
    ("6个月", "number", "", "6", "个月"),
    ("5个工作日", "number", "", "5", "个工作日"),
    ("90分", "number", "", "90", "分"),
    ("3个百分点", "number", "", "3", "个百分点"),
    ("★29.5亩", "number", "", "29.5", "亩"),
    ("“50件”。", "number", "", "50", "件"),
    ("100%", "percent", "", "100", "%"),
    ("１００．００％", "percent", "", "100", "%"),
    ("= 98%", "percent", "=", "98", "%"),
    ("═98%", "percent", "=", "98", "%"),
    ("﹦100%", "percent", "=", "100", "%"),
    ("=99百分比", "percent", "=", "99", "百分比"),
    ("98%(百分比)", "percent", "", "98", "%(百分比)"),
    ("5‰", "percent", "", "5", "‰"),
    ("0.97比例", "percent", "", "0.97", "比例"),
    ("-5%", "percent", "", "-5", "%"),
    ("20万元", "money", "", "20", "万元"),
    ("2.6亿元", "money", "", "2.6", "亿元"),
    ("﹦72890元", "money", "=", "72890", "元"),
    ("583元/人*月", "rate", "", "583", "元/人*月"),
    ("=0万元/人", "rate", "=", "0", "万元/人"),
    ("10万元/年", "rate", "", "10", "万元/年"),
    ("300元每亩", "rate", "", "300", "元每亩"),
    ("每亩300", "rate", "", "300", "/亩"),
    ("每亩300元", "rate", "", "300", "元/亩"),
    ("每人每月500元", "rate", "", "500", "元/人·月"),
    ("每月1次", "rate", "", "1", "次/月"),
    ("=24人/次", "rate", "=", "24", "人/次"),
]

# A verb, an adverb or the indicator's own name in front says nothing new.
LEVELS_IN_PHRASES = [
    ("已完成100%", "percent", "", "100", "%"),
    ("100%完成", "percent", "", "100", "%"),
    ("达到95%", "percent", "", "95", "%"),
    ("完成10个", "number", "", "10", "个"),
    ("全年完成12次", "number", "", "12", "次"),
    ("目标值：95%", "percent", "", "95", "%"),
    ("验收合格率100%", "percent", "", "100", "%"),
    ("完成及时率100%", "percent", "", "100", "%"),
    ("按时完成率100%", "percent", "", "100", "%"),
    ("总成本20万元", "money", "", "20", "万元"),
    ("培训人数500人", "number", "", "500", "人"),
]

# Chinese numerals where no other reading is possible.
NUMERALS = [
    ("十二个", "number", "", "12", "个"),
    ("三次", "number", "", "3", "次"),
    ("一百零五人", "number", "", "105", "人"),
    ("两百万元", "money", "", "200", "万元"),
    ("百分之九十五", "percent", "", "95", "%"),
    ("百分之百", "percent", "", "100", "%"),
    ("千分之三", "percent", "", "3", "‰"),
    ("百分之95以上", "bound", "≥", "95", "%"),
    ("不少于一次", "bound", "≥", "1", "次"),
]

BOUNDS = [
    ("≥90%", "bound", "≥", "90", "%"),
    (">=98%(百分比)", "bound", "≥", "98", "%(百分比)"),
    ("≧735人次", "bound", "≥", "735", "人次"),
    ("＞＝95％", "bound", "≥", "95", "%"),
    ("=>5", "bound", "≥", "5", ""),
    ("≮95%", "bound", "≥", "95", "%"),
    ("≯5次", "bound", "≤", "5", "次"),
    ("<=475元/亩", "bound", "≤", "475", "元/亩"),
    ("‹=5300元/户", "bound", "≤", "5300", "元/户"),
    ("≤202.6万元", "bound", "≤", "202.6", "万元"),
    ("≥98百分比", "bound", "≥", "98", "百分比"),
    ("≥20年", "bound", "≥", "20", "年"),
    ("≤30日", "bound", "≤", "30", "日"),
    ("≥-5%", "bound", "≥", "-5", "%"),
    ("大于等于70", "bound", "≥", "70", ""),
    ("小于0.9‰", "bound", "<", "0.9", "‰"),
    ("超过95%", "bound", ">", "95", "%"),
    ("不超过10万元", "bound", "≤", "10", "万元"),
    ("不低于98%以上", "bound", "≥", "98", "%"),
    ("98%以上", "bound", "≥", "98", "%"),
    ("95%（含）以上", "bound", "≥", "95", "%"),
    ("95%(不含)以上", "bound", ">", "95", "%"),
    ("10万元以下", "bound", "≤", "10", "万元"),
    ("≤10%以内", "bound", "≤", "10", "%"),
    ("控制在20万元以内", "bound", "≤", "20", "万元"),
    ("15个工作日内", "bound", "≤", "15", "个工作日"),
    ("每年≥2次", "bound", "≥", "2", "次/年"),
    ("全年不少于10次", "bound", "≥", "10", "次"),
    ("群众满意度达到95%以上", "bound", "≥", "95", "%"),
    ("培训人数≥500人次", "bound", "≥", "500", "人次"),
    ("受益人数不少于1000人次", "bound", "≥", "1000", "人次"),
    ("项目成本控制在20万元以内", "bound", "≤", "20", "万元"),
]

RANGES = [
    ("10-20", "range", "", "10..20", ""),
    ("80%至90%", "range", "", "80..90", "%"),
    ("80-90%", "range", "", "80..90", "%"),
    ("10～20人", "range", "", "10..20", "人"),
    ("1-2万元", "range", "", "1..2", "万元"),
    ("控制在5%—10%之间", "range", "", "5..10", "%"),
]


@pytest.mark.parametrize(
    ("phrase", "kind", "comparator", "number", "unit"),
    LEVELS + LEVELS_IN_PHRASES + NUMERALS + BOUNDS + RANGES,
)
def test_a_number_is_read_as_printed(phrase: str, kind: str, comparator: str, number: str, unit: str) -> None:
    """Number and unit stay as printed: 2.6亿元 is 2.6, in 亿元."""
    assert read(phrase) == (kind, comparator, number, unit)
    assert parse_value(phrase).text == phrase
    assert parse_value(phrase).reason is None


# Words and empty cells ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "phrase",
    [
        "按时完成", "效果明显", "达成预期指标", "定性优良中低差", "及时,整 洁", "市级保护单位", "不超预算",
        "不超过预算", "全年", "长期", "已完成", "是", "零事故", "万无一失", "十分", "达到一个新台阶", "≥上年",
        "不适用", "人", "年底",
        "2022年按时完成", "2022年比2021年有所提升", "第3名", "前3名", "3A级", "第1批",
    ],
)  # fmt: skip
def test_words_are_text(phrase: str) -> None:
    """Also where a year or a rank brings digits with it."""
    assert read(phrase) == (Kind.text, "", "", "")


@pytest.mark.parametrize("phrase", ["", " \u3000\n", "-", "—", "——", "/", "／", "无", "空", "无。", "N/A", "\ufeff"])
def test_an_empty_cell_is_absent(phrase: str) -> None:
    """A dash is no number, and no text either."""
    assert read(phrase) == (Kind.absent, "", "", "")


# What is not read ---------------------------------------------------------------------------------

UNREADABLE = [
    ("一", Reason.DASH_OR_ONE),
    ("一一", Reason.DASH_OR_ONE),
    ("一次", Reason.DASH_OR_ONE),
    ("一万元", Reason.DASH_OR_ONE),
    ("十", Reason.NO_UNIT),
    ("约90%", Reason.APPROXIMATE),
    ("5%左右", Reason.APPROXIMATE),
    ("100余人", Reason.APPROXIMATE),
    ("近100人", Reason.APPROXIMATE),
    ("增372人次", Reason.CHANGE),
    ("增收27万元", Reason.CHANGE),
    ("超上年2%", Reason.CHANGE),
    ("同比增长5%", Reason.CHANGE),
    ("增长率≥5%", Reason.CHANGE),
    ("+5%", Reason.CHANGE),
    ("95%,90%", Reason.SEVERAL),
    ("≥95%\n≥90%", Reason.SEVERAL),
    ("95 100", Reason.SEVERAL),
    ("9 5%", Reason.SEVERAL),
    ("100, 200", Reason.SEVERAL),
    ("90%≤x≤100%", Reason.SEVERAL),
    ("10个-20人", Reason.SEVERAL),
    ("11月底完成100%", Reason.SEVERAL),
    ("2022年完成10次", Reason.SEVERAL),
    ("第一年按总投资额返本20%,分红按8%分红", Reason.SEVERAL),
    ("≥10%以内", Reason.CONTRADICTORY),
    ("超过95%以上", Reason.CONTRADICTORY),
    ("<>5", Reason.CONTRADICTORY),
    ("≥10-20", Reason.CONTRADICTORY),
    ("控制在20万元", Reason.NO_CEILING),
    ("20-10", Reason.BACKWARDS),
    ("10-10", Reason.BACKWARDS),
    ("3类", Reason.UNKNOWN_UNIT),
    ("5G", Reason.UNKNOWN_UNIT),
    ("12,34元", Reason.UNKNOWN_UNIT),
    ("1.", Reason.UNKNOWN_UNIT),
    ("2022", Reason.DATE_OR_NUMBER),
    ("2022.12", Reason.DATE_OR_NUMBER),
    ("20221231", Reason.DATE_OR_NUMBER),
    ("2021-2022", Reason.DATE_OR_NUMBER),
    ("06-30", Reason.DATE_OR_NUMBER),
    ("≥2022年", Reason.DATE_OR_NUMBER),
    ("22年", Reason.DATE_OR_NUMBER),
    ("30日", Reason.DATE_OR_NUMBER),
    ("每月15日", Reason.DATE_OR_NUMBER),
    ("8/8", Reason.FRACTION_OR_DATE),
    ("3:1", Reason.FRACTION_OR_DATE),
    ("97比例", Reason.BEYOND_ONE),
    ("无资产损失、利用率高于80%", Reason.IN_WORDS),
    ("合格率和满意率95%", Reason.IN_WORDS),
    ("满意度为合格率95%", Reason.IN_WORDS),
    ("满意度：合格率95%", Reason.IN_WORDS),
    ("人均成本5万元", Reason.IN_WORDS),
    ("满意度95个", Reason.IN_WORDS),
    ("培训500人", Reason.IN_WORDS),
    ("实施基本药物制度补助村卫生室352个。", Reason.IN_WORDS),
    ("2022年12月31日前未完成", Reason.DATE_IN_WORDS),
    ("2022年12月31日前完成但未验收", Reason.DATE_IN_WORDS),
    ("≥", Reason.NO_NUMBER),
    ("≥%", Reason.NO_NUMBER),
    ("≥万元", Reason.NO_NUMBER),
    ("2022年2月30日", Reason.NO_SUCH_DAY),
    ("2022年13月", Reason.NO_SUCH_DAY),
    ("9" * 61, Reason.TOO_MANY_DIGITS),
    ("1e999999999", Reason.SEVERAL),
    ("9" * 2001, Reason.TOO_LONG),
]


@pytest.mark.parametrize(("phrase", "reason"), UNREADABLE)
def test_a_doubtful_number_is_unreadable_and_says_why(phrase: str, reason: Reason) -> None:
    """To read wrongly is worse than not to read."""
    value = parse_value(phrase)
    assert (value.kind, value.reason) == (Kind.unreadable, reason)
    assert (value.comparator, value.number, value.unit, value.day) == ("", None, "", None)


@pytest.mark.parametrize(
    "phrase",
    ["一百一人", "三五个", "二三十人", "二〇二二人", "十几个"],
)
def test_a_colloquial_numeral_is_no_number(phrase: str) -> None:
    """一百一 is 110 to one and 101 to another; 三五 is three to five."""
    assert parse_value(phrase).number is None


# Dates --------------------------------------------------------------------------------------------

DATES = [
    ("2022年", "date", "2022-01-01", "2022-12-31"),
    ("2022年度", "date", "2022-01-01", "2022-12-31"),
    ("2022年12月", "date", "2022-12-01", "2022-12-31"),
    ("2021年12月完成", "date", "2021-12-01", "2021-12-31"),
    ("2022年12月5号", "date", "2022-12-05", "2022-12-05"),
    ("2024年2月", "date", "2024-02-01", "2024-02-29"),
    ("2021年底", "date", "2021-12-31", "2021-12-31"),
    ("2022年第四季度", "date", "2022-10-01", "2022-12-31"),
    ("2022年上半年", "date", "2022-01-01", "2022-06-30"),
    ("2022年2月下旬", "date", "2022-02-21", "2022-02-28"),
    ("完成时间为2022年12月30日", "date", "2022-12-30", "2022-12-30"),
    ("=2022年12月30日", "date", "2022-12-30", "2022-12-30"),
    ("2022-12-31", "date", "2022-12-31", "2022-12-31"),
    ("2022.12.31", "date", "2022-12-31", "2022-12-31"),
    ("2022/1/5", "date", "2022-01-05", "2022-01-05"),
    ("2022-12-31 00:00:00", "date", "2022-12-31", "2022-12-31"),
    ("2022-12", "date", "2022-12-01", "2022-12-31"),
    ("2022年12月31日前", "deadline", "2022-12-31", "2022-12-31"),
    ("2022年底前完成验收", "deadline", "2022-12-31", "2022-12-31"),
    ("2022年12月31日前完成资金支付", "deadline", "2022-12-31", "2022-12-31"),
    ("2022年12月前", "deadline", "2022-12-01", "2022-12-31"),
    ("于2022年11月30日之前", "deadline", "2022-11-30", "2022-11-30"),
    ("截至2022年12月31日", "deadline", "2022-12-31", "2022-12-31"),
    ("≤2022年12月31日", "deadline", "2022-12-31", "2022-12-31"),
    ("2022年1-12月", "range", "2022-01-01", "2022-12-31"),
    ("2022年1月1日至6月30日", "range", "2022-01-01", "2022-06-30"),
    ("2022年11月至2023年2月", "range", "2022-11-01", "2023-02-28"),
    ("2023.07-2024.01", "range", "2023-07-01", "2024-01-31"),
    ("2021-2022年", "range", "2021-01-01", "2022-12-31"),
]


@pytest.mark.parametrize(("phrase", "kind", "first", "last"), DATES)
def test_a_date_is_the_span_of_days_it_names(phrase: str, kind: str, first: str, last: str) -> None:
    """A year, a month and a day are dates alike, and none of them is a number."""
    value = parse_value(phrase)
    assert (value.kind, value.day) == (kind, Day(date.fromisoformat(first), date.fromisoformat(last)))
    assert value.number is None
    assert measure(value) is None


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("10月", "date"),
        ("4季度", "date"),
        ("9月前", "deadline"),
        ("12月底前", "deadline"),
        ("12月底到位", "deadline"),
        ("12月31日前", "deadline"),
        ("年底前完成", "deadline"),
        ("不迟于12月31日", "deadline"),
        ("1-12月", "range"),
    ],
)
def test_a_date_without_a_year_names_no_day(phrase: str, kind: str) -> None:
    """Which year a form means is for its policy to say."""
    value = parse_value(phrase)
    assert (value.kind, value.day, value.number, value.reason) == (kind, None, None, Reason.NO_YEAR)


@pytest.mark.parametrize("phrase", ["2022年前期工作完成", "2022年内容完成", "≤6月", "2022年12月31日召开会议", "13月"])
def test_what_only_looks_like_a_date_is_none(phrase: str) -> None:
    """A word that happens to begin with 前 or 内 makes no deadline; ≤6月 may be six months."""
    assert parse_value(phrase).kind in (Kind.text, Kind.unreadable)


# What a cell tells about a number -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "target", "actual"),
    [
        ("95%", "95%", "95%"),
        ("=95%", "95%", "95%"),
        ("≥90%", "90%", "≥90%"),
        ("超过90%", "90%", ">90%"),
        ("≤202.6万元", "202.6 万元", "≤202.6 万元"),
        ("小于0.9‰", "0.9‰", "<0.9‰"),
        ("每亩300元", "300 元/亩", "300 元/亩"),
        ("36", "36", "36"),
    ],
)
def test_a_target_names_a_number_and_an_actual_may_leave_it_open(phrase: str, target: str, actual: str) -> None:
    """The target ≥90% is 90%, comparator aside; the actual ≥90% is any number from 90% on."""
    value = parse_value(phrase)
    named, told = threshold(value), measure(value)
    assert named is not None
    assert told is not None
    assert (show_quantity(named), show_quantity(told)) == (target, actual)


def test_amounts_are_held_in_the_base_of_their_unit() -> None:
    """2.6亿元 is 260,000,000 元, and ≥90% is [9/10, ∞)."""
    money, rate = threshold(parse_value("2.6亿元")), measure(parse_value("≥90%"))
    assert isinstance(money, Quantity)
    assert money.amount == 260_000_000
    assert isinstance(rate, Quantity)
    assert rate.amount == Interval(Fraction(9, 10), None, True, False)


def test_a_range_is_no_target_but_tells_where_an_actual_lies() -> None:
    """A target of 10-20 names two numbers; an actual of 10-20 is one of those between."""
    value = parse_value("10-20")
    told = measure(value)
    assert threshold(value) is None
    assert told is not None
    assert told.amount == Interval(Fraction(10), Fraction(20), True, True)


@pytest.mark.parametrize("phrase", ["按时完成", "", "2022年12月", "约90%"])
def test_what_states_no_number_has_neither(phrase: str) -> None:
    """Words, dates, empty and unreadable cells are no quantities."""
    value = parse_value(phrase)
    assert threshold(value) is None
    assert measure(value) is None


# Laws ---------------------------------------------------------------------------------------------

PHRASES = [row[0] for table in (LEVELS, LEVELS_IN_PHRASES, BOUNDS, RANGES, DATES, UNREADABLE) for row in table]
WORDS = sorted(
    {*by_word(vocabulary.COMPARATOR_WORDS), *vocabulary.FILLERS.split(), *by_word(vocabulary.BOUND_SUFFIXES)}
    | {*vocabulary.COUNTS.split(), *vocabulary.DATE_VERBS.split(), *by_word(vocabulary.NAME_ENDINGS)}
    | set("0123456789.,:-/%‰≥≤<>=()年月日季度底前至一二三十百千万亿元每未约 \n")
)
cells = st.text() | st.lists(st.sampled_from(WORDS), max_size=12).map("".join) | st.sampled_from(PHRASES)


def said(value: IndicatorValue) -> tuple[object, ...]:
    """A reading without the text it is a reading of."""
    return value.kind, value.comparator, value.number, value.upper, value.unit, value.day, value.reason


@given(cells)
@example("\ud800")
@example("(" * 2000)
def test_every_cell_has_a_reading(text: str) -> None:
    """Nothing raises, and a reading is consistent in itself."""
    value = parse_value(text)
    assert value.text == text
    assert (value.kind is Kind.unreadable) <= (value.reason is not None)
    assert (value.kind is Kind.bound) is (value.number is not None and value.comparator not in ("", "="))
    assert (value.number is None) is (measure(value) is None)
    assert value.upper is None or value.kind is Kind.range
    if value.kind in (Kind.text, Kind.absent, Kind.unreadable):
        assert (value.comparator, value.number, value.unit, value.day) == ("", None, "", None)
    if not any(char in "0123456789０１２３４５６７８９" for char in text):
        assert value.number is None or any(char in text for char in "零一二两三四五六七八九十百")


@given(
    st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=1).map(lambda n: n / 100),
    st.sampled_from(["个", "万元", "%", "平方米", "元/人", "天"]),
    st.sampled_from(["", "=", "<", "≤", ">", "≥"]),
)
def test_a_printed_number_is_read_back(number: Fraction, unit: str, comparator: str) -> None:
    """Printing a comparator, a number and a unit and reading them again changes nothing."""
    value = parse_value(f"{comparator}{show_number(number)}{unit}")
    assert (value.comparator, value.number, value.unit) == (comparator, number, unit)


@pytest.mark.parametrize(
    ("word", "sign"),
    (by_word(vocabulary.COMPARATOR_WORDS) | by_word(vocabulary.COMPARATOR_SIGNS)).items(),
)
def test_a_comparator_word_says_what_its_sign_says(word: str, sign: str) -> None:
    """不低于95% is ≥95%."""
    for rest in ("95%", "0.9‰", "12 个", "1.5万元", "300元/亩"):
        assert said(parse_value(word + rest)) == said(parse_value(sign + rest))
        assert parse_value(word + rest).comparator == sign


@pytest.mark.parametrize(("suffix", "sign"), by_word(vocabulary.BOUND_SUFFIXES).items())
def test_a_suffix_says_what_its_sign_says(suffix: str, sign: str) -> None:
    """98%以上 is ≥98%."""
    for level in ("98%", "12个", "1.5万元"):
        assert said(parse_value(level + suffix)) == said(parse_value(sign + level))


@given(st.sampled_from(PHRASES) | cells)
def test_full_width_forms_say_what_half_width_forms_say(text: str) -> None:
    """≥９０％ is ≥90%."""
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    narrow = text.translate({code + 0xFEE0: code for code in range(0x21, 0x7F)})
    assert said(parse_value(wide)) == said(parse_value(narrow))


@given(st.sampled_from(PHRASES), st.data())
def test_a_blank_that_parts_no_digits_says_nothing(phrase: str, data: st.DataObject) -> None:
    """`= 8 个` is `=8个`."""
    at = data.draw(st.integers(0, len(phrase)))
    of_a_number = "0123456789.,:０１２３４５６７８９．，："
    parts_digits = phrase[:at].strip()[-1:] in of_a_number and phrase[at:].strip()[:1] in of_a_number
    if not parts_digits and len(phrase) < 1000:
        assert said(parse_value(phrase[:at] + " \u3000" + phrase[at:])) == said(parse_value(phrase))


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "1-",
        "1 ",
        "率",
        "完成",
        "每年",
        "至",
        "(",
        "一",
        "≥",
        "2022年",
        "年月",
        "约",
        " ",
        "满意度1",
        "1,111",
        "0.",
    ],
)
def test_no_cell_takes_long(unit: str) -> None:
    """A cell as long as is read is read at once, and a cell of a megabyte is not read at all."""
    started = perf_counter()
    for length in (2000, 1_000_000):
        parse_value((unit * length)[:length])
    assert perf_counter() - started < 1


def test_a_long_cell_is_text_unless_a_number_in_it_might_matter() -> None:
    """More than 2,000 characters are a report, not a value."""
    assert said(parse_value("满意" * 1001))[0] is Kind.text
    assert parse_value("满意" * 1001).reason is Reason.TOO_LONG
    assert parse_value("满意" * 1001 + "95%").kind is Kind.unreadable
    assert parse_value(" " * 10**6).kind is Kind.absent


@given(st.from_regex(r"[0-9]{1,4}(\.[0-9]{1,7})?%?", fullmatch=True))
def test_a_plain_number_is_read_as_the_whole_grammar_reads_it(text: str) -> None:
    """The short way that most cells take leads where the long one does."""
    assert parse_value(text) == read_phrase(text)
