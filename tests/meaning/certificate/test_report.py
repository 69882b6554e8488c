"""The verdict is told in both languages, a line a finding."""

from __future__ import annotations

import json

from evalrules.meaning.certificate import verify_text
from evalrules.meaning.record import row_record, total_record
from tests.meaning.certificate.records import changed
from tests.meaning.certificate.scenes import scenes


def test_a_valid_record_is_told_with_its_steps() -> None:
    """How many steps were looked at, and that nothing was found."""
    verdict = verify_text(json.dumps(row_record(scenes()["yanchi"].derivation.rows[-1])))
    assert verdict.report("zh") == f"复核 {verdict.steps} 步，每一步都由其前提得出。"
    assert verdict.report("en") == f"All {verdict.steps} steps follow."


def test_a_finding_says_where_what_and_what_instead() -> None:
    """The path, the value that is claimed, the value that follows."""
    record = json.loads(json.dumps(row_record(scenes()["yanchi"].derivation.rows[-1])))
    verdict = verify_text(json.dumps(changed(record, "awarded.number", "6")))
    assert verdict.report("zh").splitlines() == [
        f"复核 {verdict.steps} 步，有 1 处不成立：",
        "  $.awarded：写的是 6，由前提得出的是 19/2",
    ]
    assert verdict.report("en").splitlines() == [
        f"{verdict.steps} steps were looked at; 1 claim does not hold:",
        "  $.awarded: claims 6; what follows is 19/2",
    ]


def test_what_is_taken_on_trust_is_listed() -> None:
    """A total by itself rests on the awards of its rows."""
    total = scenes()["bands"].derivation.total
    assert total is not None
    verdict = verify_text(json.dumps(total_record(total)))
    lines = verdict.report("en").splitlines()
    assert lines[1] == "Taken on trust, since it cannot be re-read from the record (5):"
    assert lines[2] == "  $.award.members[0].yields  年度资金总额  taken as 10"
    assert verdict.report("zh").splitlines()[1] == "以下 5 项无法从记录本身复核，按所写采信："
