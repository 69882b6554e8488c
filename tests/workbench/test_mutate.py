"""`evalrules mutate`: what the examples of a policy miss, and the examples that would not."""

from __future__ import annotations

import json
from pathlib import Path

from tests.workbench.conftest import Run, policy_text, put

EXAMPLES = """
示例 "比例"
  行 指标  年度指标值 4  实际完成值 3  分值 10  应得 7.50
"""


def test_what_is_missed_is_shown_with_an_example_to_paste(run: Run, library: Path) -> None:
    """Pasted into the policy, the example holds, and the change is noticed."""
    path = put(library / "one.rules", policy_text("one") + EXAMPLES)
    ran = run("mutate", path, "--library", library, "--format", "json")
    found = json.loads(ran.out)
    assert ran.status == 1
    missed = [each for each in found["mutants"] if each["fate"] == "missed"]
    assert missed
    assert found["caught"] + len(missed) == found["total"]
    path.write_text(path.read_text(encoding="utf-8") + "\n" + missed[0]["example"] + "\n", encoding="utf-8")
    assert run("check", path, "--library", library).status == 0
    again = json.loads(run("mutate", path, "--library", library, "--format", "json").out)
    fates = {tuple(map(str, each["lines"])): each["fate"] for each in again["mutants"]}
    assert fates[tuple(map(str, missed[0]["lines"]))] == "noticed"


def test_a_limit_is_kept_and_told(run: Run, library: Path) -> None:
    path = put(library / "one.rules", policy_text("one") + EXAMPLES)
    for lang, words in (("zh", "因 --limit 没有试"), ("en", "were not tried, for --limit")):
        assert words in run("mutate", path, "--library", library, "--limit", "2", "--lang", lang).out
    assert run("mutate", path, "--limit", "0").status == 2


def test_a_set_of_examples_beside_the_policy_counts(run: Run, library: Path) -> None:
    path = put(library / "one.rules", policy_text("one"))
    before = json.loads(run("mutate", path, "--library", library, "--format", "json").out)
    put(library / "one-edges.rules", "示例集 one-edges\n  政策 one\n  语言版本 1\n" + EXAMPLES)
    after = json.loads(run("mutate", path, "--library", library, "--format", "json").out)
    assert after["caught"] > before["caught"]


def test_examples_that_do_not_hold_are_told_first(run: Run, library: Path) -> None:
    path = put(library / "one.rules", policy_text("one") + EXAMPLES.replace("7.50", "7.60"))
    ran = run("mutate", path, "--library", library)
    assert (ran.status, ran.out) == (1, "")
    assert "7.60" in ran.err
