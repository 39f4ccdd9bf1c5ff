# The two commands: `make demo` shows the product, `make test` proves it. `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
PY := .venv/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
TEST_PROCESSES ?= 2
export PORT
# Compiled once for all the processes of a run: reading the tests takes half the time.
unexport PYTHONDONTWRITEBYTECODE

.NOTPARALLEL:
.PHONY: help demo test check lint sqlite postgres format lock system messages clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

demo: export DJANGO_SETTINGS_MODULE := coordination.settings.demo
demo: .venv/main.stamp ## install, fill an invented organisation, serve it on http://127.0.0.1:8000 (PORT=)
	$(PY) manage.py migrate --verbosity 0
	$(PY) manage.py schedules
	$(PY) manage.py demo
	$(PY) manage.py serve

test: system .venv/dev.stamp lint sqlite postgres ## everything a change must pass, in minutes

check: export KUULUVIIN_LONG := 1
check: system .venv/dev.stamp lint sqlite ## the long form: more random inputs, more kills, every language, all of it on PostgreSQL too
	KUULUVIIN_LONG=0 TEST_DB=postgres TEST_MIGRATIONS=1 $(PY) -m pytest --numprocesses $(TEST_PROCESSES) --ignore tests/journeys --ignore tests/house

lint: .venv/dev.stamp
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

sqlite: .venv/dev.stamp
	$(PY) -m pytest --numprocesses $(TEST_PROCESSES) --dist worksteal

postgres: .venv/dev.stamp
	TEST_DB=postgres $(PY) -m pytest -m postgres --numprocesses $(TEST_PROCESSES) --dist worksteal

format: .venv/dev.stamp ## lay the code out
	$(PY) -m ruff check --fix-only .
	$(PY) -m ruff format .

messages: .venv/dev.stamp ## refresh locale/*.po from the code and compile them
	$(PY) manage.py makemessages --all --no-location --no-obsolete --extension html,py,txt --ignore .venv --ignore var --ignore tests
	$(PY) manage.py compilemessages --ignore .venv

# Written without the address of any package registry: each machine has its own.
LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
lock: ## pin requirements/*.in anew, with hashes
	$(PYTHON) -m venv var/lock
	var/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	cd requirements && ../var/lock/bin/uv pip compile $(LOCK) main.in -o main.txt
	cd requirements && ../var/lock/bin/uv pip compile $(LOCK) dev.in -o dev.txt

system: ## Debian's packages that the tests need: PostgreSQL, Chromium, gettext, poppler
	@missing=(); \
	compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || [ -n "$${PG_BIN:-}" ] || missing+=(postgresql); \
	command -v chromium >/dev/null || [ -n "$${CHROMIUM:-}" ] || missing+=(chromium); \
	command -v msgfmt >/dev/null && command -v xgettext >/dev/null || missing+=(gettext); \
	command -v pdftotext >/dev/null || missing+=(poppler-utils); \
	if [ $${#missing[@]} -eq 0 ]; then exit 0; fi; \
	as_root=(); [ "$$(id -u)" -eq 0 ] || as_root=(sudo); \
	if ! command -v apt-get >/dev/null || { [ "$$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; }; then \
		echo "The tests need these Debian packages, and only root can install them: $${missing[*]}" >&2; exit 1; \
	fi; \
	echo "Installing $${missing[*]}"; \
	"$${as_root[@]}" apt-get update -qq; \
	"$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$${missing[@]}"

clean: ## forget the environment, the demo's data and caches
	rm -rf .venv var .ruff_cache .import_linter_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is missing: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Kuuluviin needs Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/main.stamp: requirements/main.txt | .venv/bin/python
	$(INSTALL) -r requirements/main.txt
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/main.stamp
	$(INSTALL) -r requirements/main.txt -r requirements/dev.txt
	@touch $@
