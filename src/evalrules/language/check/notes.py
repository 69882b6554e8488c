"""What a part of a policy rests on: citations and readings, each of which must be declared."""

from __future__ import annotations

from evalrules.language.check.findings import Findings
from evalrules.language.check.names import Names
from evalrules.language.policy.basis import Basis, Citation
from evalrules.language.problems.unknown_reading import UnknownReading
from evalrules.language.problems.unknown_source import UnknownSource
from evalrules.language.source import Span
from evalrules.language.syntax import tree


def basis(notes: tree.Notes, names: Names, findings: Findings) -> Basis:
    """The clauses and readings that `notes` names."""
    for cite in notes.cites:
        findings.use("source", cite.source)
        if cite.source not in names.sources:
            findings.report(UnknownSource(_source_span(cite), cite.source, names.sources))
    for reading in notes.readings:
        findings.use("reading", reading.name)
        if reading.name not in names.readings:
            findings.report(UnknownReading(reading.span, reading.name, tuple(names.readings)))
    cites = tuple(Citation(cite.source, cite.clause, cite.span) for cite in notes.cites)
    return Basis(cites, tuple(reading.name for reading in notes.readings))


def _source_span(cite: tree.Cite) -> Span:
    start = cite.span.start + cite.span.text.index(cite.source)
    return Span(cite.span.source, start, start + len(cite.source))
