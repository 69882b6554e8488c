"""What the checker knows of a function: its two names, what it takes, the unit of what it yields."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from evalrules.language.node import Node
from evalrules.language.values import Unit


class Takes(Enum):
    """The kind of value that a function works on."""

    NUMBER = "NUMBER"
    DAY = "DAY"
    TEXT = "TEXT"


@frozen(eq=False, repr=False)
class OfValues(Node):
    """A use such as `最大（a，b）`: from `fewest` to `most` values; `most` None is any number of them."""

    takes: Takes
    fewest: int
    most: int | None


@frozen(eq=False, repr=False)
class OfRows(Node):
    """A use such as `合计（得分 对 指标）`: what each row yields; `takes` None is the row itself (`个数`)."""

    takes: Takes | None


@frozen(eq=False, repr=False)
class Signature(Node):
    """A function of the language, in one or both of its uses. Its English name is its key.

    `result` is the unit of what it yields; None: the unit of what it is given, all of which must fit.
    A function of rows that is given one value and no rows gathers over all rows that are scored, so
    one that has both uses takes at least two values.
    """

    en: str
    zh: str
    result: Unit | None
    of_values: OfValues | None = None
    of_rows: OfRows | None = None
    of_forms: OfRows | None = None
    """a use over the forms of a population alone, which also takes what this form yields: `名次`"""
