"""The heads of files: which declaration heads a file, and what its lines say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from attrs import frozen

from evalrules.language.check.findings import Findings
from evalrules.language.check.places import word_span
from evalrules.language.keywords import ROW_OF_TOKEN, Keyword
from evalrules.language.node import Node
from evalrules.language.policy.years import Years
from evalrules.language.problems import Phrase
from evalrules.language.problems.duplicate_name import DuplicateName
from evalrules.language.problems.head_incomplete import HeadIncomplete
from evalrules.language.problems.head_missing import HeadMissing
from evalrules.language.problems.malformed_head import MalformedHead
from evalrules.language.problems.misplaced_declaration import MisplacedDeclaration
from evalrules.language.problems.newer_language import NewerLanguage
from evalrules.language.problems.second_head import SecondHead
from evalrules.language.source import Span
from evalrules.language.syntax import tree

NEWEST_LANGUAGE = 1
"""The newest version of the language that this program knows."""

_HEADS = (tree.PolicyDecl, tree.SchemaDecl, tree.ExampleSetDecl)
_Heading = TypeVar("_Heading", tree.PolicyDecl, tree.SchemaDecl, tree.ExampleSetDecl)

_POLICIES, _FORMS = Phrase("政策", "a policy"), Phrase("表式", "a form")
_SETS = Phrase("示例集", "a set of examples")
_HOMES = {tree.PolicyDecl: _POLICIES, tree.SchemaDecl: _FORMS, tree.ExampleSetDecl: _SETS}
_YEAR = (re.compile(r"(19|20)\d\d"), Phrase("四位年份，例如 2022", "a year of four digits such as 2022"))
_YEARS = Phrase("由先到后的年份", "a range from an earlier year to a later one")
_PLACE = (
    re.compile(r"[^/\s]+(/[^/\s]+)*"),
    Phrase("用 / 分级的地区，例如 宁夏/吴忠/盐池", "a place with its levels parted by /, such as 宁夏/吴忠/盐池"),
)
_ELSEWHERE = {
    tree.PolicyDecl: (frozenset({"EXTENDS"}), _FORMS),
    tree.SchemaDecl: (frozenset({"APPLIES", "AMENDS", "PLACE", "YEAR"}), _POLICIES),
    tree.ExampleSetDecl: (frozenset(), _SETS),
}
"""By kind of head, the lines that belong to another, and to which."""

_EXAMPLES = {"LANGUAGE": " 1", "APPLIES": " project", "POLICY": " yanchi-2022"}


@frozen(eq=False, repr=False)
class Heading(Node):
    """What the lines of a head say, by token; `span` is the name that the head declares."""

    name: str
    lines: Mapping[str, tree.Head]
    span: Span

    def value(self, token: str, at: int = 0) -> str:
        """What the line `token` says, or ""."""
        line = self.lines.get(token)
        return line.values[at] if line and at < len(line.values) else ""

    @property
    def years(self) -> Years:
        """The years for which the head says that it holds."""
        line = self.lines.get("YEAR")
        return Years.from_words(line.values) if line else Years()

    def value_span(self, token: str) -> Span:
        """Where it says so, or the name of the file's head."""
        line = self.lines.get(token)
        return word_span(line.span, line.values[0]) if line else self.span


def head_of(document: tree.Document, kind: type[_Heading], findings: Findings) -> _Heading | None:
    """The declaration of `kind` that heads `document`. A second head is a problem, and so is none, or another."""
    heads = [each for each in document.declarations if isinstance(each, _HEADS)]
    if not heads:
        _report_missing(document, findings)
        return None
    first = word_span(heads[0].span, heads[0].name)
    for second in heads[1:]:
        findings.report(SecondHead(word_span(second.span, second.name), first))
    found = next((each for each in heads if isinstance(each, kind)), None)
    if found is None:
        findings.report(MisplacedDeclaration(_first_word(heads[0]), _HOMES[type(heads[0])]))
    return found


def _report_missing(document: tree.Document, findings: Findings) -> None:
    lost = any(
        word in findings.lost for token in ("POLICY", "SCHEMA", "EXAMPLE_SET") for word in ROW_OF_TOKEN[token][1:]
    )
    if not lost:
        text = document.source.text
        findings.report(HeadMissing(Span(document.source, 0, len(text.split("\n", 1)[0].rstrip()))))


def read_head(head: tree.PolicyDecl | tree.SchemaDecl | tree.ExampleSetDecl, findings: Findings) -> Heading:
    """The lines of `head`, each of them well formed and there once."""
    lines: dict[str, tree.Head] = {}
    for line in head.head:
        if line.token in lines:
            what = Phrase(f"“{_word(line).zh}”一行", f"the line `{_word(line).en}`")
            findings.report(DuplicateName(line.span, what, lines[line.token].span))
        elsewhere, home = _ELSEWHERE[type(head)]
        if line.token in elsewhere:
            findings.report(MisplacedDeclaration(line.span, home))
        lines.setdefault(line.token, line)
    heading = Heading(head.name, lines, word_span(head.span, head.name))
    _check_language(heading, findings)
    _check_shapes(heading, findings)
    return heading


def _check_shapes(heading: Heading, findings: Findings) -> None:
    """Report a place or years that are not written as such."""
    place, years = heading.lines.get("PLACE"), heading.lines.get("YEAR")
    if place and not _PLACE[0].fullmatch(heading.value("PLACE")):
        findings.report(MalformedHead(_last_word(place), heading.value("PLACE"), _PLACE[1]))
    for year in years.values if years else ():
        if year and not _YEAR[0].fullmatch(year):
            findings.report(MalformedHead(word_span(years.span, year), year, _YEAR[1]))  # type: ignore[union-attr]
            return
    first, last = heading.years.first, heading.years.last
    if years and first is not None and last is not None and first > last:
        findings.report(MalformedHead(_last_word(years), f"{first} 至 {last}", _YEARS))


def require_line(heading: Heading, token: str, findings: Findings) -> None:
    """Report that the line `token` is missing from a head, if it is."""
    word = ROW_OF_TOKEN[token]
    # A line that stands in the text and could not be read has been reported as that.
    if token not in heading.lines and not findings.lost.intersection(word[1:]):
        example = Phrase(word.zh + _EXAMPLES[token], word.en + _EXAMPLES[token])
        findings.report(HeadIncomplete(heading.span, example))


def _check_language(heading: Heading, findings: Findings) -> None:
    require_line(heading, "LANGUAGE", findings)
    version = heading.value("LANGUAGE")
    known = [str(each) for each in range(1, NEWEST_LANGUAGE + 1)]
    if version and version not in known:
        span = _last_word(heading.lines["LANGUAGE"])
        findings.report(NewerLanguage(span, version, NEWEST_LANGUAGE))


def _word(line: tree.Head) -> Keyword:
    return ROW_OF_TOKEN[line.token]


def _last_word(line: tree.Head) -> Span:
    """What a line says, without the word that it begins with."""
    text = line.span.text
    said = text.split(None, 1)[-1]
    return Span(line.span.source, line.span.end - len(said), line.span.end)


def misplaced_in_form(declaration: tree.Declaration) -> MisplacedDeclaration:
    """The problem of a declaration that only a policy may hold."""
    return MisplacedDeclaration(_first_word(declaration), _POLICIES)


def misplaced_in_policy(declaration: tree.Declaration) -> MisplacedDeclaration:
    """The problem of a declaration that only the declaration of a form may hold."""
    return MisplacedDeclaration(_first_word(declaration), _FORMS)


def _first_word(declaration: tree.Declaration) -> Span:
    return word_span(declaration.span, declaration.span.text.split(None, 1)[0])
