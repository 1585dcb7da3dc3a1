# make demo     sets everything up, serves examples/storefront on this machine, and shows where each request went
# make test     every test, after one build: the sum of test-core and test-fuzz, which need no daemon, and of test-envoy
#               test-editor test-network test-tunnel test-apply, which ask the real ones; each part ends with `N passed,
#               N failed, N skipped`
# make build    the release build        make bench   measurements, also in build/bench*.json
# make fuzz     200,000 corrupted inputs through the release build, and 30 CPU minutes of guided ones
# make fmt      formats the Swift files  make lint    what must hold for a change to be taken
#
# Where a Swift suite runs is in its name: see SELECT_… below. A suite that asks a real component is called `Real…` or
# `Live…`; every other suite belongs to test-core.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
export SWIFT_BACKTRACE := enable=no
export PYTHONDONTWRITEBYTECODE := 1

PART := python3 Tests/Support/part.py
INSTALL := Tests/Support/install.sh
PARTS := core fuzz envoy network tunnel apply editor

.PHONY: demo test build bench fuzz fmt lint tests-built $(PARTS:%=test-%)

demo:
	@examples/storefront/demo/run.sh

build:
	swift build -c release --product epic

# One build for all parts. `make test` makes it once; a part alone makes what it needs.
tests-built:
	@start=$$SECONDS; swift build --build-tests && echo "build: $$((SECONDS - start)) s"

# Every part after one build, with each part's time.
test:
	@Tests/Support/test.sh $(PARTS)

# Alone, the core is built without the runtime and its packages.
ifdef EPIC_TESTS_BUILT
built = :
else
built = $(MAKE) -s tests-built
test-core: export EPIC_PART := core
endif

$(filter-out test-fuzz,$(PARTS:%=test-%)): test-%:
	@$(INSTALL) $*
	@$(built)
	@$(PART) $* $(SELECT_$*)

# Inputs need a release build to be many; the core alone is enough for it, in a folder of its own. It counts the edges that
# an input takes.
FUZZ_INPUTS ?= 20000
FUZZ_SECONDS ?= 60
COUNTED := -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer

test-fuzz:
	@EPIC_PART=core swift build -c release --product epic-dev --scratch-path .build-fuzz $(COUNTED)
	@$(PART) fuzz --no-swift --more $$(($(FUZZ_SECONDS) * 2 + $(FUZZ_INPUTS) / 50)) --script 'Tests/Support/fuzz.sh $(FUZZ_INPUTS) $(FUZZ_SECONDS)'

VENV := build/tools/venv/bin/python
scripts = $(foreach script,$(wildcard Tests/$(1)/*.py),--script '$(VENV) $(script)')

SELECT_core := --skip '\.(Real|Live)[A-Z]|\.(StaticForm|EnvoyApply|Alternation|BundleTool)Tests'
SELECT_editor := --no-swift $(call scripts,Editor)
SELECT_envoy := --filter '\.(RealEnvoy|Live[A-Z]|StaticFormTests)' $(call scripts,Envoy)
SELECT_network := --filter '\.Real(BIRD|DNS)' --script 'python3 Tests/Network/storefront_planes.py' \
  --script 'python3 Tests/Network/geo_answers.py'
SELECT_tunnel := --filter '\.RealKernel'
SELECT_apply := --filter 'EpicRuntimeTests\.|\.(RealApply|BundleToolTests)' $(call scripts,Apply)

bench:
	@$(INSTALL) bench
	swift build -c release --product epic-dev
	swift build -c release --product epic
	.build/release/epic-dev bench
	.build/release/epic-dev bench pipeline --ingresses 10000 --to build/bench-10000.json
	@EPIC=.build/release/epic $(VENV) Tests/Bench/route_tables.py

fuzz:
	@$(MAKE) test-fuzz FUZZ_INPUTS=200000 FUZZ_SECONDS=1800

fmt:
	swift format -i -p -r Package.swift Sources Tests

lint:
	swift format lint -s -p -r Package.swift Sources Tests
