# make demo   the environment, the articles checked and loaded, four questions answered
# make test   the whole suite; says in one line what it skipped and why
# make lint   formatter, linter, types, documentation
# make long   the part that needs Spark, half a gigabyte more
# make check  both; .ci/run is this on a clean checkout

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest
# STRICT=1: tests of Neo4j, of its Browser and of the data folder must not be skipped.
STRICT ?=

# Commands run by the hundred in the tests: each would compile the program again without its bytecode.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test fast long style lint check format clean

demo: $(VENV)/.installed
	@$(BIN)/kg check corpus
	@$(BIN)/kg load corpus
	@for question in \
	    "Who criticized the United States, and when?" \
	    "How many bombers did China deploy?" \
	    "According to whom was the joint flight successful?" \
	    "Did the bombers violate any airspace?"; \
	do printf '\n$$ kg ask "%s"\n' "$$question"; $(BIN)/kg ask "$$question" || exit 1; done

test: $(VENV)/.developing
	$(PYTEST) -n 2 --dist worksteal $(if $(STRICT),--no-skips)

fast: $(VENV)/.developing
	$(PYTEST) -m "not slow and not neo4j and not chromium" -n auto

long: $(VENV)/.developing
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]'
	$(PYTEST) tests/graph/test_spark.py

style: $(VENV)/.developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

lint: style
	$(PYTEST) tests/docs -q

check: style test

format: $(VENV)/.developing
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developing: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) .kg build dist *.egg-info src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
