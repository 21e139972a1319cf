# Every command of the project. `make run` and `make test` set up what they need by themselves.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run serve train test check format bench setup-bench nlu-score simulate eval-handoff clean requirements demo-year

PYTHON := .venv/bin/python
RASA := RASA_TELEMETRY_ENABLED=false .venv-rasa/bin/python -m assistant
MODEL := models/sovinto.tar.gz

# The model is trained when the content of what it learns from has changed; a file's time says nothing.
LEARNT_FROM := config.yml nlu_data stories/rules stories/flows assistant/nlu assistant/domain assistant/training_files.py
# Values are read by rules and a lexicon, which hold at once.
LEARNS_NOTHING := assistant/nlu/entities.py assistant/nlu/language_names.yml assistant/nlu/lexicon assistant/nlu/values
LEARNT := $(shell find $(LEARNT_FROM) $(LEARNS_NOTHING:%=-path % -prune -o) -type f -not -name '*.pyc' -print \
	| LC_ALL=C sort | xargs cksum | cksum | tr ' ' -)
MODEL_STAMP := models/.stamp

help: ## what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## both environments and the web build
	@deploy/local/environments.sh run

setup-dev:
	@deploy/local/environments.sh dev

setup-bench:
	@deploy/local/environments.sh bench

run: setup $(MODEL) ## everything, with demo data, and its addresses
	@$(PYTHON) deploy/local/run.py

serve: setup $(MODEL) ## production processes: no demo data, secrets from the environment
	@DEMO=false $(PYTHON) deploy/local/run.py

demo-year: setup ## a database with a generated year, to judge the figures by
	@$(PYTHON) -m backend.demo.year

ifneq ($(LEARNT)$(ALWAYS),$(shell cat $(MODEL_STAMP) 2>/dev/null))
.PHONY: $(MODEL)
endif
$(MODEL):
	@echo "· the model (some minutes)"
	@mkdir -p models var
	@$(RASA) train --quiet --skip-validation --config config.yml --domain assistant/domain \
		--data nlu_data stories/rules stories/flows --out models --fixed-model-name sovinto \
		> var/train.log 2>&1 || { tail -30 var/train.log; exit 1; }
	@echo $(LEARNT) > $(MODEL_STAMP)

train: setup ## the model, also when nothing has changed
	@$(MAKE) --no-print-directory ALWAYS=yes $(MODEL)

test: setup-dev $(MODEL) ## all tests, in all layers
	@$(PYTHON) -m tests.run

check: setup-dev ## formatting, lint, types, import arrows, stories, texts
	@$(PYTHON) -m tests.check

format: setup-dev ## writes the code as the check wants it
	@$(PYTHON) -m ruff format . && $(PYTHON) -m ruff check --fix .
	@cd widgets && npm run --silent format

bench: setup-bench $(MODEL) ## the measurements, as a table
	@$(PYTHON) -m tests.bench

nlu-score: setup-dev $(MODEL) ## how well unseen messages are understood, a language
	@RASA_TELEMETRY_ENABLED=false .venv-rasa/bin/python -m tests.nlu.score 2>/dev/null

simulate: setup-dev $(MODEL) ## made-up debtors against the running product: SIMULATE=200 SEED=7
	@$(PYTHON) -m tests.simulation --conversations $(or $(SIMULATE),1000) --seed $(or $(SEED),1)

eval-handoff: setup-dev $(MODEL) ## scripted hand-overs, and whether the card holds what a person needs: SEED=1
	@$(PYTHON) -m tests.handoffs --seed $(or $(SEED),1)

requirements: ## compiles requirements/ anew from pyproject.toml
	@deploy/local/requirements.sh

clean: ## removes what was built; var/ with the data stays
	rm -rf .venv .venv-bench .venv-rasa .venv-tools widgets/node_modules widgets/dist models
