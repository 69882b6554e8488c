"""Writes the editor grammars: `python -m evalrules.workbench.editors.generate`, or `make editors`.

What is written lies under `editors/` beside the package's source; a test holds it to the table of keywords.
"""

from __future__ import annotations

import json
from pathlib import Path

from evalrules.workbench.editors.textmate import grammar

TEXTMATE = Path("editors/vscode/syntaxes/evalrules.tmLanguage.json")


def texts() -> dict[Path, str]:
    """The files that are made, from the top of the repository, and what they say."""
    return {TEXTMATE: json.dumps(grammar(), ensure_ascii=False, indent=2) + "\n"}


if __name__ == "__main__":
    for path, text in texts().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
