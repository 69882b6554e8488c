"""A small change to the text of a policy."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from evalrules.language.problems import Phrase
from evalrules.language.source import Source, Span


class Kind(Enum):
    """What is changed, as it is said to an author."""

    NUMBER = Phrase("数的最后一位加减一", "the last digit of a number, one up or down")
    COMPARISON = Phrase("是否含相等", "whether equality is included")
    END = Phrase("一端含或不含", "whether an end is included")
    DIRECTION = Phrase("上限和下限对调", "ceiling for floor")
    CLASSES = Phrase("两类对调", "two classes exchanged")
    STEP = Phrase("去掉一步", "a step left out")
    LIMIT = Phrase("去掉“最多”", "a limit left out")
    CASE = Phrase("去掉一种情形", "a case left out")
    CHECK = Phrase("去掉一条校验", "a check left out")
    STANDING = Phrase("去掉作废或不适用的认定", "a withdrawal or an exemption left out")
    TREATMENT = Phrase("不适用的另一种处理", "another treatment of what is not applicable")
    COUNTING = Phrase("零头的另一种算法", "another way to count a broken step")
    ROUNDING_UNIT = Phrase("舍入到另一位", "rounded to another place")
    ROUNDING_MODE = Phrase("另一种舍入", "another rounding")
    ROUNDING_PLACE = Phrase("每行的舍入和总分的对调", "the rounding of rows and of the total exchanged")
    OPERANDS = Phrase("减数和被减数、除数和被除数对调", "the two sides of − or ÷ exchanged")


@frozen
class Edit:
    """Other words for a stretch of the text."""

    span: Span
    words: str


@frozen
class Mutant:
    """The text of a policy with one thing changed; `edits` do not overlap."""

    kind: Kind
    edits: tuple[Edit, ...]

    @property
    def source(self) -> Source:
        """The changed text, under the name of the one it was."""
        origin = self.edits[0].span.source
        text = origin.text
        for edit in sorted(self.edits, key=lambda each: -each.span.start):
            text = text[: edit.span.start] + edit.words + text[edit.span.end :]
        return Source(origin.name, text)

    @property
    def place(self) -> str:
        """Where the change begins: `yanchi-2022.rules:23`."""
        return min((each.span for each in self.edits), key=lambda span: span.start).place

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each line that is changed, as it was and as it is; "" where nothing is left of it."""
        return tuple(_lines(self.edits))


def _lines(edits: tuple[Edit, ...]) -> Iterator[tuple[str, str]]:
    """Lines by the edits that begin on them; an edit of several lines is told by what it takes away."""
    by_line: dict[int, list[Edit]] = {}
    for edit in sorted(edits, key=lambda each: each.span.start):
        by_line.setdefault(edit.span.line, []).append(edit)
    for number, those in by_line.items():
        source = those[0].span.source
        start = source.line_starts[number - 1]
        end = max(start + len(source.line_text(number)), those[-1].span.end)
        before = after = source.text[start:end]
        for edit in reversed(those):
            after = after[: edit.span.start - start] + edit.words + after[edit.span.end - start :]
        yield " ".join(before.split()), " ".join(after.split())
