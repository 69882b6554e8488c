"""`evalrules verify DERIVATION.json`: re-check every step of an explanation, without the engine."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from evalrules.meaning.certificate import verify_text
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.reporting import complain


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="evalrules verify",
        description="不用计分引擎，逐步复核一份得分说明。 Re-check every step of an explanation.",
        epilog="例 example: evalrules explain form.json --format json > why.json && evalrules verify why.json",
    )
    parser.add_argument("file", metavar="DERIVATION.json", help="得分说明 an explanation in JSON")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言 language of the messages")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Verify one file. 0: every step follows; 1: some step does not, or the file cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        text = Path(options.file).read_text(encoding="utf-8")
    except OSError as error:
        complain(f"{options.file}: {error.strerror}")
        return ERRORS
    except UnicodeDecodeError:
        complain(f"{options.file}: 不是 UTF-8 编码 (not UTF-8)")
        return ERRORS
    verdict = verify_text(text)
    print(verdict.report(options.lang))
    return OK if verdict.valid else ERRORS
