# `make demo` and `make test` set up all they need in .venv; Python 3.11 or later and make are enough.
PYTHON ?= python3
BIN    := .venv/bin

.PHONY: demo test test-plugins test-spark check lint wheel-check bench fragor format clean

demo: .venv/ready-core
	@$(BIN)/styrregler vem "direktupphandling" -u belopp=90000 --datum 2026-03-02 --forklara --regler policies/exempelkommun

test: .venv/ready-test
	$(BIN)/python -m pytest

# The plugins, each its own distribution: installed beside the product and tested by themselves.
test-plugins: .venv/ready-test
	$(BIN)/python -m pip install --quiet --upgrade $(foreach plugin,$(wildcard plugins/*),--editable $(plugin))
	for plugin in plugins/*; do (cd $$plugin && $(CURDIR)/$(BIN)/python -m pytest -q) || exit 1; done

# Spark is large and needs Java 17, so its tests are asked for by themselves.
test-spark: .venv/ready-spark
	$(BIN)/python -m pytest tests/spark

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/styrregler formatera --kontroll policies tests/real

# The wheel alone, in an empty environment outside the checkout: grammar and policies must have travelled in it.
wheel-check: .venv/ready-dev
	BIN="$(CURDIR)/$(BIN)" PYTHON="$(PYTHON)" sh .ci/wheel-check

check: test test-plugins lint wheel-check

# How fast it is, beside what a user might pick instead; written to benchmarks/RESULTS.md. A quarter of an hour.
bench: .venv/ready-bench
	$(BIN)/python -m benchmarks

# How well questions are understood, by kind of question and area; the test half is only scored.
fragor: .venv/ready-test
	@$(BIN)/python -m tests.questions.measure

format: .venv/ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/styrregler formatera policies tests/real

.venv/pip:
	$(PYTHON) -c 'import sys; sys.exit("styrregler behöver Python 3.11 eller senare, det här är " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@

.venv/ready-core: .venv/pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/ready-test: .venv/ready-core
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

.venv/ready-spark: .venv/ready-test
	$(BIN)/python -m pip install --quiet --editable ".[spark]"
	@touch $@

# Beside the tests' packages: every peer that can be had; one that cannot is named, and skipped by the measurements.
.venv/ready-bench: .venv/ready-test benchmarks/peers/packages.txt
	$(BIN)/python benchmarks/peers/install.py
	@touch $@

.venv/ready-dev: .venv/ready-test
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
