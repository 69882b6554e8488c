"""The machinery that executes pages: what it accepts, what it refuses, and what it rewrites."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from tests.docs.desk import Desk, declarations_in, desk_at
from tests.docs.fences import outdated
from tests.docs.page import Fence, Page

HEAD = '政策 p-1\n  名称 "一个政策"\n  适用 project\n  语言版本 1\n'
REST = '依据 注 官方 "注"\n每行 四舍五入 至 0.01\n总分 合计（得分） 不舍入\n'
RULES = "规则 指标 [注 1] 对 指标 得分 分值\n规则 资金 [注 1] 对 资金 得分 分值\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVALRULES_CACHE", str(tmp_path / "cache"))
    return desk_at(tmp_path)


def page(*fences: tuple[str, str]) -> Page:
    """A page of fences, each an opening and a body."""
    return Page(Path("page.md"), "\n".join(f"```{opening}\n{body}```\n" for opening, body in fences))


def test_fences_are_found_with_their_lines_and_indents() -> None:
    """A fence inside a list is indented; one inside four ticks is part of what they show."""
    text = "1. a\n   ```rules error=x\n   规则 甲\n     对 指标\n   ```\n````text\n```rules\n```\n````\n"
    first, second = Page(Path("p.md"), text).fences
    assert first == Fence("rules", ("error=x",), "规则 甲\n  对 指标\n", 2, "   ")
    assert first.option("error") == "x"
    assert second == Fence("text", (), "```rules\n```\n", 6, "")


def test_other_bodies_take_the_place_of_old_ones() -> None:
    """Rewriting leaves everything around a body as it is, whatever the bodies' lengths."""
    before = page(("text", "a\nb\n"), ("sh", ""), ("text", "c\n"))
    lines = [fence.line for fence in before.fences]
    after = before.with_fences({lines[0]: "x\n", lines[2]: "y\nz\n"})
    assert after == page(("text", "x\n"), ("sh", ""), ("text", "y\nz\n"))


def test_made_parts_are_put_between_their_marks() -> None:
    """A made part is known by its name, and the marks stay."""
    before = Page(Path("p.md"), "a\n<!-- made: one -->\nold\n<!-- /made -->\nb\n")
    assert before.made == (("one", "old\n"),)
    assert before.with_made({"one": "new\n"}).text == "a\n<!-- made: one -->\nnew\n<!-- /made -->\nb\n"


def test_an_unknown_tag_is_refused(desk: Desk) -> None:
    """A fence that nobody runs cannot look like one that is run."""
    assert "no tag" in outdated(page(("ruels", "")), desk)[1][0]
    assert "no tag" in outdated(page(("", "")), desk)[1][0]


def test_output_that_differs_is_replaced_by_what_is_printed(desk: Desk) -> None:
    """A console fence keeps its commands and gets their output, whatever it said before."""
    bodies, refused = outdated(page(("console", "$ evalrules policies\nnothing\n$ echo $?\n1\n")), desk)
    assert not refused
    assert "yanchi-2022" in bodies[1]
    assert bodies[1].endswith("\n$ echo $?\n0\n")
    assert outdated(page(("console", bodies[1])), desk) == ({}, [])


def test_a_command_may_write_a_file(desk: Desk) -> None:
    """What goes into a file is not shown, and is there for the next command."""
    text = "$ evalrules policies > list.txt\n$ cat list.txt\n"
    bodies, _ = outdated(page(("console", text)), desk)
    assert bodies[1].splitlines()[:2] == text.splitlines()
    assert "yanchi-2022" in bodies[1]


def test_fences_of_one_page_make_one_policy(desk: Desk) -> None:
    """Declarations may be spread over a page; one that comes again takes the place of the first."""
    again = RULES.replace("得分 分值\n", "得分 0\n", 1)
    bodies, refused = outdated(page(("rules", HEAD), ("rules", REST + RULES), ("rules", again)), desk)
    assert (bodies, refused) == ({}, [])
    assert (desk.folder / "p-1.rules").read_text(encoding="utf-8").count("规则") == 2
    assert "得分 0" in desk.text


def test_the_policy_of_a_page_has_no_problems(desk: Desk) -> None:
    """In between it may be incomplete; at the end of the page it is not."""
    _, refused = outdated(page(("rules", HEAD + REST), ("rules", RULES.replace("[注 1]", "[住 1]"))), desk)
    assert "unknown-source" in refused[0]


def test_the_whole_policy_can_be_shown(desk: Desk) -> None:
    """`rules whole` is the file as it stands there."""
    bodies, _ = outdated(page(("rules", HEAD + REST), ("rules", RULES), ("rules whole", "")), desk)
    assert list(bodies.values()) == [desk.text]


def test_a_fragment_is_checked_with_what_it_leaves_out(desk: Desk) -> None:
    """A fragment may lack what every policy needs, but what it says must be right."""
    good = "规则 甲 [注 1]\n  对 正向 指标\n  得分 实际完成值 ÷ 年度指标值 × 分值\n"
    assert outdated(page(("rules fragment", good)), desk) == ({}, [])
    _, refused = outdated(page(("rules fragment", good.replace("分值", "份值"))), desk)
    assert "unknown-name" in refused[0]


def test_a_mistake_must_be_the_one_that_is_named(desk: Desk) -> None:
    """A fence that shows a mistake has this one, where its comment says."""
    wrong = "规则 甲 [注 1]\n  对 指标\n  得分 份值  # 错误: unknown-name\n"
    assert outdated(page(("rules error=unknown-name", wrong)), desk) == ({}, [])
    assert outdated(page(("rules error=two-rules", wrong)), desk)[1]
    assert outdated(page(("rules error=unknown-name", wrong.replace("份值", "分值"))), desk)[1]
    moved = wrong.replace("  # 错误: unknown-name", "").replace("对 指标", "对 指标  # 错误: unknown-name")
    assert "line 3" in outdated(page(("rules error=unknown-name", moved)), desk)[1][0]


def test_a_problem_is_shown_as_check_prints_it(desk: Desk) -> None:
    """The fence behind a mistake holds its message, in either language."""
    wrong = ("rules error=unknown-name", "规则 甲 [注 1] 对 指标 得分 份值\n")
    bodies, _ = outdated(page(wrong, ("problem", ""), ("problem en", "")), desk)
    zh, en = bodies.values()
    assert zh.startswith("错误 E0201 unknown-name：")
    assert en.startswith("error E0201 unknown-name:")
    assert "fragment.rules:1:" in zh
    assert outdated(page(("problem", "")), Desk(desk.folder))[1]


def test_an_excerpt_of_the_library_is_word_for_word(desk: Desk) -> None:
    """`from=` keeps a quotation true."""
    quoted = "小计 按 一级指标\n"
    assert outdated(page(("rules from=yanchi-2022", quoted)), desk) == ({}, [])
    assert outdated(page(("rules from=yanchi-2022", quoted.replace("一", "二"))), desk)[1]
    assert outdated(page(("rules from=nowhere", quoted)), desk)[1]


def test_a_form_is_put_on_the_desk(desk: Desk) -> None:
    """A form has a name and can be read; JSON without a name is at least JSON."""
    assert outdated(page(("json f.json", '{"schema": "project"}\n')), desk) == ({}, [])
    assert (desk.folder / "f.json").is_file()
    assert outdated(page(("json", "{]\n")), desk)[1]
    twice = '{"schema": "project", "year": "1", "year": "2"}\n'
    assert outdated(page(("json f.json", twice)), desk)[1]


def test_python_is_run_as_a_session(desk: Desk) -> None:
    """Statements share their names, print what they print, and may raise."""
    session = ">>> a = [\n...     1]\n>>> a\n[2]\n>>> a[1]\n"
    bodies, _ = outdated(page(("python", "b = 1\n"), ("python", session)), desk)
    assert list(bodies.values()) == [
        dedent("""\
        >>> a = [
        ...     1]
        >>> a
        [1]
        >>> a[1]
        Traceback (most recent call last):
            ...
        IndexError: list index out of range
        """)
    ]


def test_comments_belong_to_the_declaration_that_follows() -> None:
    """A comment at the margin stays with what it introduces."""
    found = declarations_in('# 一\n政策 p-1\n  语言版本 1\n\n# 二\n依据 注 官方 "注"\n每行\n  不低于 0\n')
    assert [key for key, _ in found] == [("POLICY", "p-1"), ("SOURCE", "注"), ("EACH_ROW",)]
    assert found[1][1].startswith("# 二\n")


def test_declarations_are_known_by_what_they_declare() -> None:
    """Either spelling, with or without a verb: the same thing has the same key."""
    zh = declarations_in("小计 按 一级指标\n替换 规则 甲 对 指标 得分 0\n每行 对 资金 不低于 0\n")
    en = declarations_in("subtotal by 一级指标\nreplace rule 甲 for 指标 award 0\neach-row for 资金 at-least 0\n")
    assert [key for key, _ in zh] == [key for key, _ in en]
