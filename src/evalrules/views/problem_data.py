"""The problems of policy files as plain data: what `check --format json` prints.

Lines and columns count from 1. A column counts characters, `utf16` the units in which editors count; an end is the
first place that no longer belongs to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from evalrules import __version__
from evalrules.language.problems import Fix, Phrase, Problem, Severity
from evalrules.language.source import Source, Span
from evalrules.meaning.record import Record

REPORT_VERSION = 1
"""The version of this shape; a name that goes or changes its meaning is a new version."""


@frozen
class Unread:
    """Why there was nothing to check: a code, what is wrong, what to do."""

    code: str
    message: Phrase
    help: Phrase


@frozen
class Report:
    """What was found in one file that was to be checked.

    `unread` says why nothing could be checked; `examples` is how many examples were run.
    """

    name: str
    source: Source | None
    problems: tuple[Problem, ...]
    examples: int
    unread: Unread | None = None

    @property
    def errors(self) -> int:
        """How many of the problems stop the policy; a file that could not be read counts as one."""
        return sum(each.severity is Severity.ERROR for each in self.problems) + (self.unread is not None)

    def file_of(self, span: Span) -> str:
        """The file that holds `span`: the one that was checked by the name it was given, others by their own."""
        return self.name if span.source == self.source else span.source.name


def report_data(reports: Sequence[Report]) -> Record:
    """Everything that was found, as data for JSON."""
    return {
        "version": REPORT_VERSION,
        "engine": __version__,
        "errors": sum(each.errors for each in reports),
        "files": [_file(each) for each in reports],
    }


def _file(report: Report) -> Record:
    unread = report.unread
    return {
        "file": report.name,
        "examples": report.examples,
        "unread": None if unread is None else _unread(unread),
        "problems": [_problem(each, report) for each in report.problems],
    }


def _unread(unread: Unread) -> Record:
    return {"code": unread.code, "message": _said(unread.message), "help": _said(unread.help)}


def _problem(problem: Problem, report: Report) -> Record:
    fix = problem.fix()
    return {
        "code": problem.code,
        "number": problem.number,
        "severity": problem.severity.name.lower(),
        "title": _said(problem.title),
        "message": _said(problem.message()),
        "help": _said(problem.help()),
        "place": _place(problem.span, report),
        "text": problem.span.text,
        "related": [{"place": _place(span, report), "label": _said(label)} for span, label in problem.related()],
        "fix": None if fix is None else _fix(fix, report),
    }


def _fix(fix: Fix, report: Report) -> Record:
    return {"place": _place(fix.span, report), "replacement": fix.replacement}


def _place(span: Span, report: Report) -> Record:
    return {
        "file": report.file_of(span),
        "start": _point(span.source, span.start),
        "end": _point(span.source, span.end),
    }


def _point(source: Source, offset: int) -> Record:
    line, column = line_and_column(source, offset)
    return {"line": line, "column": column, "utf16": utf16_column(source, offset), "offset": offset}


def line_and_column(source: Source, offset: int) -> tuple[int, int]:
    """Where `offset` stands, both from 1, in characters."""
    line = source.line_of(offset)
    return line, offset - source.line_starts[line - 1] + 1


def utf16_column(source: Source, offset: int) -> int:
    """The column of `offset`, from 1, as editors count: a character outside the basic plane counts twice."""
    start = source.line_starts[source.line_of(offset) - 1]
    return len(source.text[start:offset].encode("utf-16-le")) // 2 + 1


def _said(phrase: Phrase) -> Record:
    return {"zh": phrase.zh, "en": phrase.en}
