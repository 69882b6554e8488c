"""`python -m evalrules`: the command, where its name is not on the path."""

from __future__ import annotations

import sys

from evalrules.workbench.cli import main

if __name__ == "__main__":
    sys.exit(main())
