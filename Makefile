# The commands of the project; `make` or `make help` lists them.

PYTHON ?= python3
PYTHONS := 3.11 3.12 3.13
VENV := .venv
BIN := $(VENV)/bin

# A stamp says what is installed where, and is older than pyproject.toml once that changes.
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
RECIPE := pyproject.toml setup.py

# One long test must not wait behind another: whoever is free takes the next.
EVERY_CORE := -n auto --dist worksteal

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help venv demo test test-all test-others format laws bench tables editors vsix rewrite wheel clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

venv: $(INSTALLED_DEV) ## install for development into .venv (PYTHON=python3.12 chooses another Python)

demo: $(INSTALLED) ## explain the 2022 self-evaluation form of 盐池县
	@$(BIN)/evalrules explain examples/yanchi-2022/form.json

test: $(INSTALLED_DEV) ## lint, types and tests: what must hold before a change is accepted
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src tests $(wildcard benchmarks)
	$(BIN)/python -m pytest $(EVERY_CORE)

test-all: test test-others ## the same, then the tests under every other supported Python that is present

test-others: $(INSTALLED_DEV)
	@own=$$($(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); absent=; \
	for version in $(PYTHONS); do \
	  if [ $$version = $$own ]; then continue; fi; \
	  if python=$$(.ci/find-python $$version); then \
	    echo "Python $$version: $$python"; \
	    $(MAKE) --no-print-directory VENV=.venv-$$version PYTHON=$$python test-only || exit 1; \
	  else absent="$$absent $$version"; fi; \
	done; \
	if [ -n "$$absent" ]; then echo "not tested, because absent here: Python$$absent"; fi

.PHONY: test-only
test-only: $(INSTALLED_DEV)
	$(BIN)/python -m pytest --quiet $(EVERY_CORE)

format: $(INSTALLED_DEV) ## lay out the Python code and put imports in order
	$(BIN)/ruff check --fix-only --select I .
	$(BIN)/ruff format .

laws: $(INSTALLED_DEV) ## look for counterexamples to the laws, at length and at random
	EVALRULES_LAWS=1 $(BIN)/python -m pytest -m "laws or hypothesis"

bench: $(INSTALLED_DEV) ## measure speed, as ratios
	$(BIN)/python -m benchmarks

tables: $(INSTALLED) ## make the shipped parse tables from the grammars
	$(BIN)/python -m evalrules.language.syntax.generate

editors: $(INSTALLED) ## make the editor grammars from the table of keywords
	$(BIN)/python -m evalrules.workbench.editors.generate

vsix: editors ## build the VS Code extension, if npm can get @vscode/vsce
	@cd editors/vscode && npm exec --yes --package=@vscode/vsce@4 -- \
	  vsce package --no-dependencies --allow-missing-repository --out evalrules.vsix \
	  || echo "no evalrules.vsix was built: that needs npm, and @vscode/vsce from its registry"

rewrite: $(INSTALLED_DEV) ## write what the documentation's examples now print into the documentation
	$(BIN)/python -m pytest --rewrite

wheel: $(INSTALLED_DEV) ## build the wheel and the source archive into dist/
	rm -rf build dist
	$(BIN)/python -m build --no-isolation

clean: ## remove everything that make has made
	rm -rf .venv .venv-* build dist src/*.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "evalrules needs Python 3.11 or later; say which: make PYTHON=/path/to/python3.12")'
	$(PYTHON) -m venv $(VENV)

$(INSTALLED): $(RECIPE) | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(INSTALLED_DEV): $(RECIPE) | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(INSTALLED)
