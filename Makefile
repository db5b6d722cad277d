# Needs Python 3.11 or newer and make; everything else is installed into .venv and js/node_modules.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# These run every kernel test; those of ALSO only the tests that are about what differs between kernels.
KERNELS ?= 6.29,latest
ALSO ?= 7.0,7.3

# Node, jlpm and the checkers are those of .venv; packages of another project must not leak in.
export PATH := $(CURDIR)/$(BIN):$(PATH)
unexport PYTHONPATH
# Nor its wish for no compiled files: every kernel and every worker would compile all it imports once more.
unexport PYTHONDONTWRITEBYTECODE

# Folders count too: their time changes when a file is removed.
JS_SOURCES := $(shell find js/src) $(wildcard js/*.json js/*.mjs)

.PHONY: help demo test lint lint-js typecheck typecheck-js build clean clean-all format kernels
.PHONY: bench bench-all coverage fuzz mutation test-js test-python test-kernel test-browser test-wheel

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' Makefile

demo: .venv/.demo ## Open the demo in JupyterLab (CHECK=1: run the notebooks in a kernel instead)
ifdef CHECK
	$(BIN)/python -m notebooks.check
else
	$(BIN)/python notebooks/open_lab.py
endif

test: lint typecheck test-js test-python test-kernel test-browser test-wheel ## Install what tests need and run all

lint: .venv/.test lint-js ## Style and layers: ruff, eslint, prettier
	$(BIN)/ruff check
	$(BIN)/ruff format --check

lint-js: js/node_modules/.made
	cd js && jlpm lint

format: .venv/.test js/node_modules/.made ## Let ruff, eslint and prettier mend what they can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	cd js && jlpm lint:fix

typecheck-js: js/node_modules/.made
	cd js && jlpm typecheck

typecheck: .venv/.test js/node_modules/.made ## mypy, pyright, tsc
	@# mypy on one core, the others on the second; what either of them finds fails this.
	{ $(BIN)/pyright && cd js && jlpm typecheck; } & others=$$!; \
	$(BIN)/mypy && $(BIN)/mypy --python-version 3.11 tests notebooks benchmarks; found=$$?; \
	wait $$others && exit $$found

test-js: js/node_modules/.made ## The TypeScript tests
	cd js && jlpm test

test-python: coverage ## Tests that need no kernel and no browser, with branch coverage of the core

# Tests that run side by side: those of kernels and browsers wait much of their time. 0 is one after the other.
WORKERS ?= 2
KERNEL_WORKERS ?= 3

# Kernels and browsers are real processes, and the machine is shared: what fails is tried once more, and told as RERUN.
# Both tries together have the time limit, and what passes it ends its worker: an exception in the middle of Playwright's
# loop would leave every later test of that worker waiting for ever.
AGAIN := --reruns 1 -rR --timeout 300 --timeout-method thread

# The same random examples every time: else a branch that only they reach would fail this now and then.
SEED_OF_TESTS ?= 1
coverage: .venv/.test ## Every branch of the core is run by tests without kernel; fails below 100 %
	$(BIN)/pytest -m "not kernel and not browser and not wheel" --hypothesis-seed=$(SEED_OF_TESTS) \
		-n $(WORKERS) --dist worksteal --cov --cov-report=term-missing:skip-covered

N ?= 5000
fuzz: .venv/.test ## Random sessions against Streamlit: N=5000 SEED=1 (a new seed if none is given)
	$(BIN)/python -W ignore -m tests.conformance.fuzz $(N) $(if $(SEED),--seed $(SEED))

mutation: .venv/.mutation ## Do the tests of the core notice a change of it? Survivors: tests/mutation.md
	$(BIN)/mutmut run
	$(BIN)/python -m tests.tools.mutation

test-kernel: .venv/.test kernels ## Real kernels; all there is on all of them: KERNELS=6.29,7.0,7.3,latest
	JSS_KERNELS=$(KERNELS) JSS_KERNELS_ALSO=$(ALSO) $(BIN)/pytest tests/kernel -m kernel \
		-n $(KERNEL_WORKERS) --dist worksteal $(AGAIN)

test-browser: .venv/.test js/node_modules/.made ## A real JupyterLab in Chromium (SHOTS=1: pictures as well)
	$(BIN)/python -m tests.tools.chromium
	$(BIN)/python -m tests.tools.kernel_envs lite,voila,notebook
	JSS_SHOTS=$(SHOTS) $(BIN)/pytest tests/browser -m browser -n $(WORKERS) --dist loadfile \
		--no-loadscope-reorder $(AGAIN)

test-wheel: .venv/.test ## Build, install and try the wheel and the sdist
	$(BIN)/pytest tests/test_packaging.py -m wheel

# A workload more or less: make bench BENCH='--only w1 --sizes 1000'
BENCH ?= --only calls,w1,w2,w3,w4,w5,w7,texts,abort --sizes 10,100
bench: .venv/.test ## How fast we are, beside Streamlit and hand-written widgets (some minutes)
	$(BIN)/python -m benchmarks --peers streamlit,streamlit_nogc,floor,ours $(BENCH)

bench-all: .venv/.test ## The same with all peers, sizes and workloads (half an hour and more); makes .venv-bench
	$(BIN)/python -m benchmarks $(BENCH_ALL)

kernels: .venv/.test ## Make the environments of the kernel tests
	$(BIN)/python -m tests.tools.kernel_envs $(KERNELS),$(ALSO)

build: .venv/.test ## Wheel and sdist into dist/
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist .

clean: ## Remove what was built and what tests left behind
	rm -rf dist build js/lib js/coverage js/*.tsbuildinfo jupyter_session_state/labextension
	rm -rf jupyter_session_state/_jupyter/views/static tests/browser/shots .venv/.js
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis mutants

clean-all: clean ## Remove the environments as well
	rm -rf .venv .venv-bench .venv-kernels js/node_modules js/.yarn

# --- stamps: each file says that a step was done after the files it depends on last changed -------------------------

.venv/.made:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found; say make PYTHON=/path/to/python." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	touch $@

.venv/.tools: .venv/.made pyproject.toml
	$(PIP) $$($(BIN)/python -m tests.tools.requirements build)
	touch $@

js/node_modules/.made: .venv/.tools js/package.json js/yarn.lock js/.yarnrc.yml
	cd js && jlpm install --immutable
	touch $@

# The build hook keeps a bundle that exists, stale or not: what is built must be removed first.
.venv/.js: js/node_modules/.made $(JS_SOURCES)
	cd js && jlpm clean && jlpm build:prod
	touch $@

.venv/.demo: .venv/.js
	$(PIP) --no-build-isolation --editable '.[lab,data,plots]'
	touch $@

.venv/.test: .venv/.js
	$(PIP) --no-build-isolation --editable '.[test]'
	touch $@

.venv/.mutation: .venv/.test
	$(PIP) 'mutmut>=3.8,<4'
	touch $@
