# Everything a person or a machine runs. `make` and `make help` list it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
SITEGEN := .build/release/sitegen
# On Linux the program carries Swift's library with it: it starts faster, and runs where there is no Swift.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib -Xswiftc -use-ld=lld)

.PHONY: help
help: ## list what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

.PHONY: site
site: build ## install what is missing, build sitegen, build the site into public/
	$(SITEGEN) build

.PHONY: serve
serve: build ## show the site in a browser while it is being written
	$(SITEGEN) serve

.PHONY: components
components: build ## show every component in every state, with its Markdown, while templates are being changed
	$(SITEGEN) serve docs/components --drafts

.PHONY: test
test: test-packages ## install what the tests need, run all of them
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build
	scripts/planted-defects .build/debug/sitegen
	scripts/browser-tests .build/debug/sitegen
	@$(MAKE) --no-print-directory lint

.PHONY: browser-tests
browser-tests: test-packages ## only the tests in real browsers
	swift build --product sitegen
	scripts/browser-tests .build/debug/sitegen

.PHONY: build
build: packages ## build sitegen itself
	swift build --configuration release --product sitegen $(STATIC)

.PHONY: packages
packages:
	@scripts/install-packages

.PHONY: test-packages
test-packages:
	@scripts/install-packages --tests

.PHONY: golden
golden: packages ## rewrite the expected output of the golden sites and the preview's listings; read the diff before you commit it
	SITEGEN_UPDATE_GOLDEN=1 swift test --filter 'GoldenSiteTests|ListingExampleTests'

.PHONY: docs
docs: build ## write the pages of docs/ that are made from the program
	$(SITEGEN) explain --all > docs/rules.md

.PHONY: defects
defects: build ## plant defects in a copy of the site, and list which are caught
	scripts/planted-defects $(SITEGEN) --table

.PHONY: format
format: ## format the Swift sources
	swift format --in-place --recursive Sources Tests Package.swift

.PHONY: lint
lint: ## formatting, and the rules of the architecture
	swift format lint --strict --recursive Sources Tests Package.swift
	scripts/lint

.PHONY: bench
bench: build ## time sitegen beside the C floor and Hugo, over the same pages in one run
	python3 bench/bench.py --sitegen $(SITEGEN) $(BENCH)

.PHONY: bench-serve
bench-serve: build ## time how long a saved page takes to be served, beside Hugo's server
	python3 bench/serve.py --sitegen $(SITEGEN) $(BENCH)

.PHONY: clean
clean: ## remove what was built, but not public/
	rm -rf .build
