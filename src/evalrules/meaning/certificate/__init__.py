"""An independent check of a derivation: does every step follow from its premises?

Nothing here shares code with the evaluation: no module imports anything but the standard library and
its neighbours. It has its own numbers (`amount`), units (`unit`), operators (`calculation`) and reading
of what was printed (`reading`), so that a mistake of the engine is not repeated by the one who checks it.

**What a valid certificate proves.** Of the record at hand:

- every value follows from the values it is said to follow from: operators with units and three-valued
  truth, functions, cases, bands, tiers, floors, caps, bonuses, deductions, roundings, references;
- exactly one rule, one class and one case apply to a row, or the fault that is claimed is the right one;
  the number that counts is the rule's, or an entry that the rule leaves to a person;
- the total gathers exactly the rows that count; subtotals, grade, points and the checks follow from them;
- a plain number, percentage, bound, amount of money, full date or mere words printed in a cell, and every
  constant of the policy, are worth what was printed or written; an operator, a rounding mode, a manner of
  counting, 含 and 不含 are what the author's words say; whatever is used twice is the same both times;
- of an explanation (`explain --format json`), the numbers that a person reads are those derived beneath them.

**What it does not prove.**

- That the words quoted are those of the county's 办法, or the cells those of its form: a record that was
  made up consistently is valid. Compare the words at the places it names, and the policy's hash.
- That a rule, a case, a class, a check or a row that nothing in the record mentions does not exist. Within
  a section all rows must have been asked about the same rules, and be numbered without a gap.
- What `taken_on_trust` lists: cells printed in a form that is not read here (约90%, 1至3次), and, where the
  record holds a part of a form only, the awards of the rows it leaves out.
- What is words only: labels and paths, addresses, places (`at`), layers, citations, readings, sentences of
  faults and of checks.
"""

from __future__ import annotations

from evalrules.meaning.certificate.finding import Finding, Premise, Verdict
from evalrules.meaning.certificate.verify import verify, verify_text

__all__ = ["Finding", "Premise", "Verdict", "verify", "verify_text"]
