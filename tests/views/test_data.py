"""The JSON of an explanation keeps its contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from evalrules.views.data import derivation_data
from evalrules.views.selection import rows_named
from tests.readers.json_schema import Validator
from tests.views.scoring import Scene, scored, yanchi

ROOT = Path(__file__).parents[2]
PUBLISHED = json.loads((ROOT / "docs" / "reference" / "explanation.schema.json").read_text(encoding="utf-8"))

EXACTLY = "规则 指标 [办法 第1条] 对 指标 得分 实际完成值 ÷ 年度指标值 × 分值"
TIERS = """规则 指标 [办法 第1条] 对 指标
  得分 按档
    好： 8（含）至 10（含）
    差： 0（含）至 8（不含）
"""
ROW = {"name": "甲", "target": "3", "actual": "2", "points": "10", "self_score": "6"}


class Published(Validator):
    """The published schema also lists words and describes texts."""

    def against(self, keyword: str, wanted: object, value: object, at: str) -> Iterator[str]:
        match keyword, wanted, value:
            case "enum", list(), _:
                return iter(() if value in wanted else (f"{at}: {value!r} is none of {wanted}",))
            case "pattern", str(), str():
                return iter(() if re.search(wanted, value) else (f"{at}: {value!r} does not look so",))
            case "pattern", str(), _:
                return iter(())
            case "type", "integer", _:
                return iter(() if isinstance(value, int) else (f"{at}: {value!r} is not an integer",))
            case _:
                return super().against(keyword, wanted, value, at)


def data(scene: Scene) -> dict[str, Any]:
    """What a reader of the JSON sees."""
    loaded = json.loads(json.dumps(derivation_data(scene.derivation, scene.policy), ensure_ascii=False))
    assert isinstance(loaded, dict)
    return loaded


def row(scene: Scene, name: str) -> dict[str, Any]:
    (found,) = (each for each in data(scene)["rows"] if each["name"] == name)
    assert isinstance(found, dict)
    return found


def shown(record: dict[str, Any], *names: str) -> list[Any]:
    return [record[name] for name in names]


# What 盐池's form comes to -------------------------------------------------------------------------


def test_the_total_of_yanchi() -> None:
    """99.50 against 96; with the two judgements open, 79.50 to 99.50."""
    total = data(yanchi())["total"]
    names = ("awarded", "lowest", "highest", "self_score", "points", "difference")
    assert shown(total, *names) == ["99.50", "79.50", "99.50", "96", "100", "3.50"]


def test_the_satisfaction_row_of_yanchi() -> None:
    """群众满意度 is computed: 9.50 against 6."""
    record = row(yanchi(), "群众满意度")
    names = ("awarded", "lowest", "highest", "self_score", "difference", "status", "class", "rule", "layer")
    assert shown(record, *names) == [
        "9.50", "9.50", "9.50", "6", "3.50", "computed", "正向", "满意度", "yanchi-2022",
    ]  # fmt: skip
    assert shown(record, "section", "index", "path") == ["indicators", 7, ["满意度指标", "服务对象满意度指标"]]
    assert "注 3" in record["cites"]


def test_a_qualitative_row_of_yanchi() -> None:
    """维护工作开展期间 is judged: 10 of what may be 0 to 10, in the first tier."""
    record = row(yanchi(), "维护工作开展期间")
    names = ("awarded", "lowest", "highest", "status", "tier", "difference")
    assert shown(record, *names) == ["10.00", "0.00", "10.00", "judged", "达成预期指标", "0.00"]


def test_rows_without_points_stand_apart() -> None:
    """The three sources of funds that bear no points are no rows of the score."""
    document = data(yanchi())
    assert len(document["rows"]) == 9
    assert len(document["unscored"]) == 3


def test_a_text_target_with_a_numeric_actual_is_reported() -> None:
    """长期 → 100% is a check with its row, and the check of the deviation's reason is not due."""
    (check,) = data(yanchi())["checks"]
    assert shown(check, "name", "severity", "due") == ["目标不可计算", "warning", True]
    assert [each["name"] for each in check["rows"]] == ["新媒体运行维护合同履约进度"]


def test_policy_and_versions_are_named() -> None:
    """A record says by what it was made."""
    document = data(yanchi())
    assert shown(document["policy"], "id") == ["yanchi-2022"]
    assert shown(document["versions"], "trace", "language") == ["1", "1"]


# The shape ----------------------------------------------------------------------------------------

SCENES: dict[str, Callable[[], Scene]] = {
    "yanchi": yanchi,
    "undecided": lambda: scored(TIERS, {**ROW, "self_score": ""}),
    "judged": lambda: scored(TIERS, ROW),
    "fault": lambda: scored(EXACTLY, {**ROW, "target": "0"}),
    "endless": lambda: scored(f"{EXACTLY}\n每行 不舍入 [办法 第8条]", ROW),
    "graded": lambda: scored(f"{TIERS}等级 总分\n  优： ≥ 9\n  差： < 9\n", ROW),
    "void": lambda: scored(f'作废 取消 [办法 第6条] 对 指标 中 指标名称 = "甲"\n{EXACTLY}', ROW),
    "no rows": lambda: scored(EXACTLY),
}


@pytest.mark.parametrize("name", SCENES)
def test_the_published_schema_holds(name: str) -> None:
    """What is printed is what `docs/reference/explanation.schema.json` says."""
    assert Published(PUBLISHED).violations(data(SCENES[name]())) == []


def test_the_schema_is_able_to_refuse() -> None:
    """A number instead of a text, an unknown status and a missing key are violations."""
    document = data(yanchi())
    document["total"]["awarded"] = 99.5
    document["rows"][0]["status"] = "fine"
    document["rows"][1]["awarded"] = "9.5e1"
    del document["grade"]
    found = Published(PUBLISHED).violations(document)
    assert len(found) == 4, found


def test_an_undecided_row_has_no_score_but_its_ends() -> None:
    """Null where nothing counts yet; the ends say what is possible, and whether they are reached."""
    record = row(SCENES["undecided"](), "甲")
    names = ("status", "awarded", "lowest", "highest", "highest_included", "self_score", "difference")
    assert shown(record, *names) == ["undecided", None, "0.00", "10.00", True, None, None]


def test_a_fault_is_a_value_with_a_reason() -> None:
    """A row that fails says why, in both languages, and the total says that it has none."""
    document = data(SCENES["fault"]())
    (record,) = document["rows"]
    assert shown(record, "status", "awarded") == ["fault", None]
    assert record["fault"]["code"] == "division-by-zero"
    assert set(record["fault"]["message"]) == {"zh", "en"}
    assert shown(document["total"], "awarded") == [None]


def test_an_endless_number_is_a_fraction() -> None:
    """2 ÷ 3 × 10 under a policy that does not round is 20/3, and is not cut off."""
    assert shown(row(SCENES["endless"](), "甲"), "awarded", "difference") == ["20/3", "2/3"]


def test_an_open_grade_is_null_and_lists_what_is_possible() -> None:
    """With the judgement made the grade is one; without it there are two."""
    judged = data(SCENES["graded"]())
    open_ = data(scored(f"{TIERS}等级 总分\n  优： ≥ 9\n  差： < 9\n", {**ROW, "self_score": ""}))
    assert shown(judged, "grade", "grades") == ["差", ["差"]]
    assert shown(open_, "grade", "grades") == [None, ["优", "差"]]


def test_one_row_can_be_asked_for() -> None:
    """The row stands alone, with its checks; the total is still that of the form."""
    scene = yanchi()
    rows = rows_named(scene.derivation, "履约进度", scene.policy.schema)
    document: dict[str, Any] = derivation_data(scene.derivation, scene.policy, rows)
    assert [each["name"] for each in document["rows"]] == ["新媒体运行维护合同履约进度"]
    assert len(document["checks"]) == 1
    assert shown(document["total"], "awarded") == ["99.50"]
