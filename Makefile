# The verbs of this project. `make demo` and `make test` set up what they need on a fresh machine.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: setup demo serve test browser server vendor check licences audit fmt bench fuzz docs lock clean

setup: $(READY)

# Exact versions with hashes, so that a release that was changed after the fact is refused.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m accordingto.store.gazetteer
	touch $(READY)

demo: $(READY)
	mkdir -p build
	$(BIN)/accordingto build examples/tolmir -o build/tolmir.ledger
	$(BIN)/accordingto show build/tolmir.ledger

serve: $(READY)
	mkdir -p build
	$(BIN)/accordingto build examples/tolmir -o build/tolmir.ledger
	$(BIN)/accordingto serve build/tolmir.ledger

# The reading room is tested in a real browser, the store on a real server.
browser:
	sh tests/web/get_chromium.sh

server:
	sh tests/store/get_postgresql.sh

# Scripts, styles and fonts of the reading room, from pinned npm packages; the copies are committed.
vendor: $(READY)
	$(BIN)/python vendor/collect.py

test: $(READY) browser server check
	$(BIN)/python -m pytest -n 2 --dist loadscope

check: $(READY)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python vendor/licences.py
	$(BIN)/python vendor/audit.py

# What the locked packages may be used for, and what is known against them.
licences: $(READY)
	$(BIN)/python vendor/licences.py

audit: $(READY)
	$(BIN)/python vendor/audit.py

fmt: $(READY)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: $(READY)
	$(BIN)/python -m benchmarks.run

# Hostile input for every reader: so many minutes of the processor for each target under each engine.
MINUTES ?= 10

fuzz: $(READY)
	$(BIN)/python -m benchmarks.fuzz --minutes $(MINUTES) --write

docs: $(READY)
	mkdir -p build
	$(BIN)/python -m accordingto.cli.reference > docs/cli.md
	$(BIN)/accordingto build examples/tolmir -o build/tolmir.ledger
	$(BIN)/python -m accordingto.cli.picture build/tolmir.ledger --limit 1 > docs/pictures/tolmir.svg
	$(BIN)/python -m accordingto.store.reference docs/ledger.md
	$(BIN)/python -m accordingto.export.report.renew docs/measures.md
	$(BIN)/python -m tests.web.pictures build/tolmir.ledger docs/pictures

lock:
	$(PYTHON) -m venv build/lock-venv
	build/lock-venv/bin/python -m pip install --quiet pip-tools==7.6.2
	build/lock-venv/bin/pip-compile --quiet --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --generate-hashes --extra dev --extra engines --extra postgresql --output-file requirements.lock requirements.in pyproject.toml

clean:
	rm -rf build $(VENV)
