"""The certificate."""

from __future__ import annotations

from evalrules.meaning.certificate.finding import Finding, Premise, Verdict
from evalrules.meaning.certificate.verify import verify, verify_text

__all__ = ["Finding", "Premise", "Verdict", "verify", "verify_text"]
