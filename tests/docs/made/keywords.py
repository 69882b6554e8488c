"""The table of keywords, in the order and under the headings of `keywords.py`."""

from __future__ import annotations

import inspect
import re

from evalrules.language import keywords
from evalrules.language.keywords import ROW_OF_TOKEN
from tests.docs.made.markdown import code, table

HEADINGS = {
    "what a file declares (written at the margin)": "声明（写在行首）",
    "how a policy changes another one": "修订",
    "the head of a policy or a schema": "政策和表式的开头",
    "the standing of a source, the parts of a reading": "依据的地位，解读的各项",
    "fields of a form": "表式的字段",
    "rules": "规则",
    "steps that follow an award": "得分之后的步骤",
    "what follows from the result": "结果应用",
    "checks and examples": "校验和示例",
    "expressions": "表达式",
    "units": "单位",
}
"""The headings in `keywords.py`, and in Chinese."""


def keyword_table() -> str:
    """All keywords in both spellings."""
    parts = []
    for heading, tokens in _groups():
        zh = HEADINGS[heading]
        rows = [(code(row.zh), code(row.en)) for row in (ROW_OF_TOKEN[token] for token in tokens)]
        parts.append(f"## {zh} · {heading}\n\n" + table(("中文", "English"), rows))
    return "\n".join(parts)


def _groups() -> list[tuple[str, list[str]]]:
    """The tokens under the comment that stands above them."""
    groups: list[tuple[str, list[str]]] = []
    for line in inspect.getsource(keywords).split("KEYWORDS: ", 1)[1].split("\n)", 1)[0].splitlines():
        comment = re.match(r"    # (.+)", line)
        row = re.match(r'    Keyword\("(\w+)"', line)
        if comment:
            groups.append((comment[1], []))
        elif row:
            groups[-1][1].append(row[1])
    return groups
