"""The functions of the language, each in a file of its own with all that is true of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evalrules.language.policy.signature import Signature
from evalrules.meaning.functions.absolute import ABS
from evalrules.meaning.functions.count import COUNT
from evalrules.meaning.functions.days import DAYS_BETWEEN
from evalrules.meaning.functions.extremes import MAX, MIN
from evalrules.meaning.functions.function import Function
from evalrules.meaning.functions.length import LENGTH
from evalrules.meaning.functions.mean import MEAN
from evalrules.meaning.functions.rank import RANK, RANK_FROM_LEAST
from evalrules.meaning.functions.rounding import HALF_EVEN, HALF_UP, ROUND_UP, TRUNCATE
from evalrules.meaning.functions.sum import SUM

_ALL = (
    SUM,
    COUNT,
    MEAN,
    MAX,
    MIN,
    RANK,
    RANK_FROM_LEAST,
    ABS,
    DAYS_BETWEEN,
    LENGTH,
    HALF_UP,
    TRUNCATE,
    ROUND_UP,
    HALF_EVEN,
)

FUNCTIONS: Mapping[str, Function] = MappingProxyType({each.signature.en: each for each in _ALL})
"""The functions by their English names."""

SIGNATURES: Mapping[str, Signature] = MappingProxyType({name: each.signature for name, each in FUNCTIONS.items()})
"""What the checker needs to know of them."""

__all__ = ["FUNCTIONS", "SIGNATURES", "Function"]
