"""The problems of policy files in SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from urllib.parse import quote

from evalrules import __version__
from evalrules.language.problems import Phrase, Problem, Severity
from evalrules.language.source import Span
from evalrules.meaning.record import Json, Record
from evalrules.views.page import Lang
from evalrules.views.problem_data import Report, utf16_column

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def sarif_data(reports: Sequence[Report], lang: Lang) -> Record:
    """One run of the checker. Files that could not be read are told as notifications of the run."""
    kinds = _kinds(reports)
    unread = [each for each in reports if each.unread is not None]
    run: Record = {
        "tool": {"driver": _driver(kinds, lang)},
        "columnKind": "utf16CodeUnits",
        "language": "zh-CN" if lang == "zh" else "en-US",
        "invocations": [
            {
                "executionSuccessful": not unread,
                "toolExecutionNotifications": [_notification(each, lang) for each in unread],
            }
        ],
        "results": [
            _result(problem, kinds.index(type(problem)), report, lang)
            for report in reports
            for problem in report.problems
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _kinds(reports: Iterable[Report]) -> list[type[Problem]]:
    found = {type(problem) for report in reports for problem in report.problems}
    return sorted(found, key=lambda kind: kind.number)


def _driver(kinds: Sequence[type[Problem]], lang: Lang) -> Record:
    rules: list[Json] = [
        {
            "id": kind.number,
            "name": kind.code,
            "shortDescription": {"text": kind.title.in_(lang)},
            "defaultConfiguration": {"level": _LEVELS[kind.severity]},
        }
        for kind in kinds
    ]
    return {"name": "evalrules", "version": __version__, "rules": rules}


def _result(problem: Problem, index: int, report: Report, lang: Lang) -> Record:
    result: Record = {
        "ruleId": problem.number,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": _sentences(problem.message(), problem.help(), lang)},
        "locations": [_location(problem.span, report)],
        "relatedLocations": [
            {**_location(span, report), "message": {"text": label.in_(lang)}} for span, label in problem.related()
        ],
    }
    fix = problem.fix()
    if fix is not None:
        replacement: Record = {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.replacement}}
        change: Record = {"artifactLocation": _artifact(fix.span, report), "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": problem.help().in_(lang)}, "artifactChanges": [change]}]
    return result


def _notification(report: Report, lang: Lang) -> Record:
    assert report.unread is not None
    said = _sentences(report.unread.message, report.unread.help, lang)
    return {"level": "error", "descriptor": {"id": report.unread.code}, "message": {"text": said}}


def _sentences(message: Phrase, help_: Phrase, lang: Lang) -> str:
    """What was found and what to do, as one text."""
    between, end = ("。", "" if help_.zh.endswith("？") else "。") if lang == "zh" else (". ", "")
    return f"{message.in_(lang)}{between}{help_.in_(lang)}{end}"


def _location(span: Span, report: Report) -> Record:
    return {"physicalLocation": {"artifactLocation": _artifact(span, report), "region": _region(span)}}


def _artifact(span: Span, report: Report) -> Record:
    path = PurePath(report.file_of(span))
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}


def _region(span: Span) -> Record:
    source = span.source
    return {
        "startLine": source.line_of(span.start),
        "startColumn": utf16_column(source, span.start),
        "endLine": source.line_of(span.end),
        "endColumn": utf16_column(source, span.end),
        "snippet": {"text": span.text},
    }
