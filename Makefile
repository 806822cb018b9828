# Each goal does its own set-up: a local .venv, the package, and what it needs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test mutated mutation check bench format lint types imports docs samples clean

demo: $(VENV)/.run
	@$(BIN)/tradedocs demo --out demo-out

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

# 5,000 broken files instead of the few that `make test` tries.
mutated: $(VENV)/.dev
	TRADEDOCS_MUTATED=5000 $(BIN)/python -m pytest -n auto tests/pdf/test_mutated.py

# Changes the verdict's code in every small way, one at a time: nine in ten must be noticed by a test.
mutation: $(VENV)/.dev
	$(BIN)/python tools/mutate.py

check: $(VENV)/.dev format lint types imports docs

bench: $(VENV)/.dev
	$(BIN)/python bench/run.py

format: $(VENV)/.dev
	$(BIN)/ruff format --check src tests tools bench

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests tools bench

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

docs: $(VENV)/.dev
	$(BIN)/python -m pytest tests/docs/test_docs.py

# Makes the sample reports and the Word templates again, byte for byte.
samples: $(VENV)/.dev
	$(BIN)/python tools/make_samples.py
	$(BIN)/python tools/make_templates.py

clean:
	rm -rf $(VENV) demo-out dist build .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "tradedocs needs Python 3.11 or newer; $(PYTHON) is older. Name another one: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv module is missing. Install it: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[ocr,sign]'
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable '.[dev,ocr,sign]'
	@touch $@ $(VENV)/.run
