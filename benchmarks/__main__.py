"""`python -m benchmarks [startup|one_form|long_policy …]`."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = ("startup", "one_form", "long_policy")

if __name__ == "__main__":
    for name in sys.argv[1:] or NAMES:
        print(import_module(f"benchmarks.{name}").run(), end="\n\n")
