# Two commands for a newcomer: `make demo` and `make test`. Everything else is for daily work.
# PYTHON may name another interpreter (3.11 or newer).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-browser test-postgres test-model test-runners test-faults test-compiled check compile evaluate bench bench-batch bench-pages plea-weights docs man licences wheel audit sbom lock clean

help:  ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: $(READY)  ## make the virtual environment from the lock file

$(READY): locks/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("truceline needs Python 3.11 or newer, this is " + sys.version) if sys.version_info < (3, 11) else None'
	@echo "setting up $(VENV) from the package index: some minutes, once"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r locks/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $(READY)

demo: $(READY)  ## run the main job over the shipped corpus and show the result
	$(BIN)/python -m truceline.demo

test: $(READY)  ## pass the tests (under 10 minutes on 2 cores)
	$(BIN)/python -m pytest

test-browser: $(READY)  ## the journeys of an analyst in a real Chromium (apt-get install chromium)
	$(BIN)/python -m pytest -n 0 -m browser tests/browser

check: $(READY)  ## lint, types, rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-postgres: $(READY)  ## the ledger in a PostgreSQL server that is started for it (Debian: apt-get install postgresql)
	TRUCELINE_POSTGRES=1 $(BIN)/python -m pytest -n 0 -m postgres tests/ledger/test_postgres.py tests/browser/test_postgres.py

build/model-venv/.ready: locks/model.txt
	$(PYTHON) -m venv build/model-venv
	build/model-venv/bin/python -m pip install --quiet --require-hashes -r locks/model.txt
	touch $@

test-model: $(READY) build/model-venv/.ready  ## a language model behind a real server (compiles for minutes the first time)
	TRUCELINE_MODEL_PYTHON=build/model-venv/bin/python $(BIN)/python -m pytest -n 0 -m model tests/understand/language_model

test-runners: $(READY)  ## a batch on Daft and on Ray, which are installed for it
	$(BIN)/python -m pip install --quiet 'daft>=0.7' 'ray>=2.50'
	TRUCELINE_RUNNERS=1 $(BIN)/python -m pytest -n 0 tests/batch/test_runners.py

test-faults: $(READY)  ## a long look: a batch killed at 50 moments, 10,000 mutated pages
	TRUCELINE_KILLS=50 TRUCELINE_MUTATIONS=10000 $(BIN)/python -m pytest -n 0 tests/batch/test_batch.py tests/read/test_faults.py

compile: $(READY)  ## markers and finders by mypyc into build/compiled, for large corpora (needs gcc; some minutes)
	$(BIN)/python scripts/compile.py

test-compiled: compile  ## compiled and plain give the same claims on every example
	$(BIN)/python -m pytest -n 0 -m compiled tests/test_compiled.py

evaluate: $(READY)  ## one table of measured quality, the anchor beside our figure
	$(BIN)/python -m evaluation

bench: $(READY)  ## speed, as ratios in one run
	$(BIN)/python -m evaluation.bench

bench-batch: $(READY)  ## what a second worker brings, and the memory of one over 100,000 reports (hours)
	$(BIN)/python -m evaluation.bench_batch 0
	$(BIN)/python -m evaluation.bench_batch

bench-pages: $(READY)  ## how fast the pages answer over 200,000 claims
	$(BIN)/python -m evaluation.bench_pages

plea-weights: $(READY)  ## learn anew what words weigh for a plea, from tests/read/pleas and tests/examples
	$(BIN)/python -m evaluation.plea_weights

docs: $(READY)  ## build the documentation without warnings
	$(BIN)/sphinx-build -q -W --keep-going docs build/docs

man: $(READY)  ## a man page for each command, from its --help
	$(BIN)/python scripts/man_pages.py build/man/man1

licences: $(READY)  ## the licence of everything that is shipped or needed, as docs/licences.md
	$(BIN)/python scripts/licences.py

wheel: $(READY)  ## build the wheel and try it in a clean environment
	rm -rf dist build/wheel-venv
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/check-wheel-contents --ignore W002,W004 dist/*.whl
	$(PYTHON) -m venv build/wheel-venv
	build/wheel-venv/bin/python -m pip install --quiet dist/*.whl
	cd build && wheel-venv/bin/truceline --help && wheel-venv/bin/python -m truceline.demo

audit: $(READY)  ## known weaknesses of the locked packages; fails where the advisories cannot be reached
	$(BIN)/python scripts/audit.py

sbom: $(READY)  ## what the wheel needs, as a CycloneDX bill of materials
	mkdir -p dist
	$(BIN)/cyclonedx-py requirements locks/run.txt --pyproject pyproject.toml --output-reproducible -o dist/sbom.json

lock:  ## renew the lock files from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --python-version 3.11 --generate-hashes --no-header -q -o locks/run.txt
	uv pip compile pyproject.toml --group dev --python-version 3.11 --generate-hashes --no-header -q -o locks/dev.txt
	uv pip compile --group model --python-version 3.11 --generate-hashes --no-header -q -o locks/model.txt

clean:  ## remove what was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
