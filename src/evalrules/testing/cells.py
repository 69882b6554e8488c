"""Strategies for the cells of a form, as they are printed."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from evalrules.language.policy.schema import FieldType
from evalrules.language.values import show_number

_COUNTS = ("36", "27", "0", "1", "50", "12.5", "1,200", "100", "３６", "-5", "0.00", "007", "999999999999999")
_PERCENTS = ("100%", "95%", "90%", "0%", "130%", "79.99%", "80%", "９５％", "0.5%", "12‰", "-30%")
_BOUNDS = (
    "≥90%",
    "≥ 36",
    "≤10",
    "<5",
    ">100",
    "不低于95%",
    "不超过10万元",
    "90%以上",
    "50人及以下",
    "=100%",
    "≥0",
    "≤0%",
)
_RANGES = ("80%-90%", "10-20人", "1至3", "90%~100%")
_UNITS = ("36个", "24人/次", "300公里", "10万元/年", "3天", "5 个百分点", "50人", "4万人次", "12个月")
_MONEY = ("13", "13.00", "13万元", "130000元", "0.0013亿元", "0", "-1", "100000000000000", "154.74", "310.2")
_TEXTS = ("长期", "按时完成", "完成", "效果明显", "达成预期指标", "优", "是", "甲", "10万元左右", "约36")
_DATES = ("2022年12月31日前", "2022-12-31", "2022年6月", "2022年", "2022年2月30日", "12月底前", "2021年1月1日")
_NOTHING = ("", " ", "—", "/", "无", "--", "\u3000")
_GARBAGE = (
    "1e999999999",
    "9" * 80,
    "36-",
    "≥≤5",
    "1/0",
    "NaN",
    "３／４",
    "\x00",
    "{得分}",
    "100%%",
    "%",
    "一",
    "２０２２",
)
_POINTS = ("10", "15", "7.5", "12.5", "0", "100", "3.33", "22.5", "20", "1")
_BAD_POINTS = ("-5", "—", "十分", "10分", "≥10", "", "10-20", "1e3")


def _garbage() -> st.SearchStrategy[str]:
    return st.sampled_from(_GARBAGE) | st.text(max_size=12)


@cache
def indicator_cells() -> st.SearchStrategy[str]:
    """Targets and actuals: numbers, bounds, ranges, dates, words, nothing, and things that cannot be read."""
    plain = st.sampled_from([*_COUNTS, *_PERCENTS])
    marked = st.sampled_from([*_BOUNDS, *_RANGES, *_UNITS])
    words = st.sampled_from([*_TEXTS, *_DATES, *_NOTHING])
    return st.one_of(plain, plain, marked, words, st.sampled_from(_MONEY), _garbage())


@cache
def cells_of(kind: FieldType) -> st.SearchStrategy[str]:
    """Cells of a field of `kind`, most of which it can read."""
    match kind:
        case FieldType.TEXT:
            return st.sampled_from([*_TEXTS, *_NOTHING]) | _garbage()
        case FieldType.POINTS | FieldType.NUMBER:
            good = st.sampled_from(_POINTS)
            return st.one_of(good, good, good, st.sampled_from(_BAD_POINTS))
        case FieldType.MONEY:
            good = st.sampled_from(_MONEY)
            return st.one_of(good, good, good, indicator_cells())
        case FieldType.DATE:
            return st.sampled_from([*_DATES, *_NOTHING]) | _garbage()
        case FieldType.TARGET | FieldType.MEASURED:
            return indicator_cells()


# ---- exact numbers -------------------------------------------------------------------------------


def decimals(lowest: int, highest: int, places: int) -> st.SearchStrategy[Fraction]:
    """Numbers from `lowest` to `highest` with at most `places` decimals."""
    scale = 10**places
    return st.integers(lowest * scale, highest * scale).map(lambda units: Fraction(units, scale))


@cache
def points() -> st.SearchStrategy[str]:
    """Points that a row may bear: positive, with at most two decimals."""
    return st.sampled_from(["10", "15", "7.5", "20", "3.33", "100"]) | decimals(1, 100, 2).map(show_number)


def actuals_for(target: Fraction) -> st.SearchStrategy[Fraction]:
    """Actuals to put beside `target`: met, missed, exceeded, on the edge of a band, on a tie of rounding."""
    shares = [Fraction(each, 100) for each in (0, 30, 50, 59, 60, 70, 79, 80, 85, 90, 95, 100, 101, 130, 200)]
    ties = [Fraction(each, 100000) for each in (94945, 99995, 66650, 12345)]
    shared = st.sampled_from([share * target for share in (*shares, *ties)])
    far = st.sampled_from([Fraction(0), Fraction(-5), Fraction(999999999999999), Fraction(1, 10**6)])
    return shared | decimals(0, 200, 3) | far


def bounded(text: str) -> st.SearchStrategy[str]:
    """Bounds and a range around the number that `text` prints."""
    return st.sampled_from([f"≥{text}", f"≤{text}", f"<{text}", f">{text}", f"{text}以上", f"0-{text}"])
