"""Names the packages: all of src/, and two top-level folders that are shipped inside the package.

Everything else about the distribution is in pyproject.toml, which cannot say both "find them"
and "these two lie elsewhere".
"""

from __future__ import annotations

from setuptools import find_packages, setup

setup(
    package_dir={
        "": "src",
        "evalrules.grammars": "grammars",
        "evalrules.policies": "policies",
    },
    packages=[*find_packages("src"), "evalrules.grammars", "evalrules.policies"],
)
