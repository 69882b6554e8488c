"""The index of problems: what each kind says of the mistake in its description, and how that is put right."""

from __future__ import annotations

from evalrules.language.problems import Problem
from tests.docs.made.examples import example, problem_classes, problems_of, shown, summary
from tests.docs.made.markdown import code, said, table

GROUPS = {
    "01": "读文件、断词、分句 · reading and parsing",
    "02": "名称 · names",
    "03": "类型和单位 · types and units",
    "04": "结构、层次、应写而未写 · structure, layers, omissions",
    "05": "分段、规则、情形是否周全 · coverage",
    "06": "示例 · examples",
}


def problem_table() -> str:
    """All kinds of problem, by number."""
    rows = [
        (
            f"[{code(kind.code)}](#{kind.code})",
            kind.number,
            kind.severity.value.zh,
            said(kind.title.zh),
            said(kind.title.en),
        )
        for kind in problem_classes()
    ]
    return table(("问题 · problem", "编号", "轻重", "中文", "English"), rows)


def problem_entries() -> str:
    """An entry a kind, under the heading of its group."""
    parts = []
    for group, heading in GROUPS.items():
        kinds = [kind for kind in problem_classes() if kind.number[1:3] == group]
        parts.append(f"## {heading}\n\n" + "\n".join(map(_entry, kinds)))
    return "\n".join(parts)


def _entry(kind: type[Problem]) -> str:
    failing, fixed = example(kind, "Failing"), example(kind, "Fixed")
    problem = next(each for each in problems_of(failing) if each.code == kind.code)
    message, help_ = problem.message(), problem.help()
    return (
        f"### {kind.code}\n\n"
        f"**{said(kind.title.zh)}** · {said(kind.title.en)} · {kind.number} {kind.severity.value.zh}\n\n"
        f"{said(summary(kind))}\n\n"
        f"```text\n{shown(failing)}```\n\n"
        f"> {said(message.zh)}。{_sentence(said(help_.zh))}\n>\n"
        f"> {said(message.en)}; {said(help_.en)}\n\n"
        f"改正后 · put right:\n\n"
        f"```text\n{shown(fixed)}```\n"
    )


def _sentence(words: str) -> str:
    return words if words.endswith("？") else f"{words}。"
