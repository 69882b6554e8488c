"""Trials as JUnit XML, which test runners and build servers read."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from evalrules.study.results import TriedFile
from evalrules.study.trials import Tried, Untried
from evalrules.views.page import Lang, printable


def draw_junit(files: Sequence[TriedFile], lang: Lang) -> str:
    """A suite a file, a case an example, a failure an expectation that does not hold."""
    root = Xml.Element("testsuites", _counts([tried for each in files for tried in each.tried]))
    for each in files:
        suite = Xml.SubElement(root, "testsuite", {"name": printable(each.name), **_counts(each.tried)})
        for tried in each.tried:
            _case(suite, each, tried, lang)
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _counts(tried: Sequence[Tried]) -> dict[str, str]:
    untried = sum(isinstance(each, Untried) for each in tried)
    failed = sum(not isinstance(each, Untried) and bool(each.disagreements) for each in tried)
    return {"tests": str(len(tried)), "failures": str(failed), "errors": str(untried), "skipped": "0", "time": "0"}


def _case(suite: Xml.Element, file: TriedFile, tried: Tried, lang: Lang) -> None:
    example = tried.example
    names = {"name": printable(example.title), "classname": file.policy.id, "time": "0"}
    case = Xml.SubElement(suite, "testcase", {**names, "file": file.name, "line": str(example.span.line)})
    if isinstance(tried, Untried):
        Xml.SubElement(case, "error", {"message": printable(tried.reason.in_(lang)), "type": "form-unread"})
        return
    for each in tried.disagreements:
        words = printable(f"{each.wanted.in_(lang)}; {each.derived.in_(lang)}")
        failure = Xml.SubElement(case, "failure", {"message": words, "type": "example-fails"})
        failure.text = f"{each.span.place}: {words}"
