"""What a verification says: which step claims what, and what follows from its premises instead."""

from __future__ import annotations

from dataclasses import dataclass

from evalrules.meaning.certificate.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Finding:
    """A step that does not follow from its premises, or a place where the record is no record."""

    path: str
    """where in the record, as a JSON path: `$.rows[3].award.value`"""
    claims: Phrase
    follows: Phrase

    def message(self, lang: str) -> str:
        """One line, in `zh` or `en`."""
        if lang == "zh":
            return f"{self.path}：写的是 {self.claims.zh}，由前提得出的是 {self.follows.zh}"
        return f"{self.path}: claims {self.claims.en}; what follows is {self.follows.en}"


@dataclass(frozen=True, slots=True)
class Premise:
    """A fact that a record rests on and that cannot be re-read: a cell, a constant, a row left out.

    `path` is where it is first used, `words` what was printed or written, `value` what it was taken for.
    """

    path: str
    words: str
    value: Phrase

    def message(self, lang: str) -> str:
        """One line, in `zh` or `en`."""
        taken = f"作 {self.value.zh}" if lang == "zh" else f"taken as {self.value.en}"
        return f"{self.path}  {self.words}  {taken}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of verifying a record. `steps` counts the steps that were looked at."""

    steps: int
    taken_on_trust: tuple[Premise, ...]
    findings: tuple[Finding, ...]

    @property
    def valid(self) -> bool:
        return not self.findings

    def report(self, lang: str) -> str:
        """The verdict as lines of text, in `zh` or `en`."""
        lines = [_conclusion(self, lang)]
        lines += [f"  {finding.message(lang)}" for finding in self.findings]
        if self.taken_on_trust:
            lines.append(_trust(len(self.taken_on_trust), lang))
            lines += [f"  {premise.message(lang)}" for premise in self.taken_on_trust]
        return "\n".join(lines)


def _conclusion(verdict: Verdict, lang: str) -> str:
    steps, wrong = verdict.steps, len(verdict.findings)
    if verdict.valid:
        return f"复核 {steps} 步，每一步都由其前提得出。" if lang == "zh" else f"All {steps} steps follow."
    if lang == "zh":
        return f"复核 {steps} 步，有 {wrong} 处不成立："
    return f"{steps} steps were looked at; {wrong} {'claim does' if wrong == 1 else 'claims do'} not hold:"


def _trust(count: int, lang: str) -> str:
    if lang == "zh":
        return f"以下 {count} 项无法从记录本身复核，按所写采信："
    return f"Taken on trust, since it cannot be re-read from the record ({count}):"
