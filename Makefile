# Two commands do everything: `make serve` and `make test`.
PYTHON ?= python3
PORT ?= 8000
BASE ?= http://localhost:$(PORT)/
SEEDS ?= seeds
OUT ?= build
BIN := .venv/bin
CURATION_FLAG := $(if $(filter none,$(CURATION)),--no-curation)

.DEFAULT_GOAL := help
.PHONY: help serve build test check fix peers vendor clean

help: ## List these words.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

.venv/run.stamp: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/dev.stamp: .venv/run.stamp
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

build: .venv/run.stamp ## Read the articles in seeds/ and publish a snapshot (BASE=, CURATION=none).
	$(BIN)/entente-load build $(SEEDS) --out $(OUT) --base $(BASE) $(CURATION_FLAG)

serve: build ## Build the graph and serve it on localhost (PORT=8000, BASE=, CURATION=none).
	$(BIN)/entente-serve --snapshots $(OUT) --port $(PORT)

test: .venv/dev.stamp ## Run every test that this machine can run; say which it could not.
	$(BIN)/python -m pytest

check: .venv/dev.stamp ## Lint, format, types, layers, generated files.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m ontology.generate --check

fix: .venv/dev.stamp ## Format, mend what can be mended, regenerate.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m ontology.generate

server/vendor/node_modules/.package-lock.json: server/vendor/package.json server/vendor/package-lock.json
	npm ci --prefix server/vendor --ignore-scripts --no-audit --no-fund
	@touch $@

vendor: server/vendor/node_modules/.package-lock.json ## Make anew what the pages take from others (Node.js; maintainers only).
	node server/vendor/make.mjs

peers: .venv/dev.stamp server/vendor/node_modules/.package-lock.json ## Fetch what the widest tests need: the W3C's SPARQL suites and Comunica.
	$(BIN)/python -m tests.support.peers

clean: ## Remove what was built here.
	rm -rf .venv build
