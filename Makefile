# Two targets matter: `make demo` shows netgraph on the sample data, `make test` tests it.
# Both do all their own set-up in a virtual environment.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STORE := demo/netgraph.db
NETGRAPH := $(BIN)/netgraph --store $(STORE)
SOURCES := setup.cfg pyproject.toml
PYTEST_FLAGS ?=

.PHONY: demo test notebooks screenshots browser clean

demo: $(VENV)/installed
	@rm -rf demo && mkdir -p demo
	$(NETGRAPH) import sample_data/mine
	$(NETGRAPH) import --owner "Dana Fox <dana.fox@example.org>" sample_data/friend_dana.zip
	$(NETGRAPH) target add --from sample_data/targets.csv
	$(NETGRAPH) summary
	$(NETGRAPH) bridges --limit 8
	$(NETGRAPH) reach
	$(NETGRAPH) paths --limit 2
	$(NETGRAPH) explore -o demo/network.html
	@echo
	@echo "Open demo/network.html in a browser; ask more with: $(NETGRAPH) --help"

test: browser
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile $(PYTEST_FLAGS)

# Every view at four widths in both themes into build/screenshots, the best few for README.
screenshots: browser demo
	$(BIN)/python -m benchmarks.page.screenshots demo/network.html build/screenshots

$(VENV)/installed: $(SOURCES)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-test: $(SOURCES)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/installed

# The browser tests drive Debian's Chromium; they are never skipped. Playwright, which drives it,
# brings a Node.js that needs libatomic.
INSTALL := apt-get update -q && apt-get install -q -y --no-install-recommends chromium fonts-noto-cjk libatomic1
browser: $(VENV)/installed-test
	@command -v chromium >/dev/null && $(BIN)/playwright --version >/dev/null 2>&1 && exit 0; \
	if [ "$$(id -u)" = 0 ]; then sh -c "$(INSTALL)"; \
	elif sudo -n true 2>/dev/null; then sudo -n sh -c "$(INSTALL)"; \
	else echo "The tests need Chromium. Run: sudo sh -c '$(INSTALL)'"; exit 1; fi

# After a change to notebooks/*.py: the .ipynb with what they print and show today.
notebooks: $(VENV)/installed-test
	$(BIN)/jupytext --quiet --to ipynb --update notebooks/0*.py
	$(BIN)/python -m pytest --overwrite notebooks

clean:
	rm -rf demo build dist *.egg-info $(VENV)
