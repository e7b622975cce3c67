"""The documents tell the truth: every verb, option section and public name is in the README."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

import netgraph
from netgraph.cli import SECTIONS, main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
VERBS = [verb for verbs in SECTIONS.values() for verb in verbs]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented_and_has_help(verb):
    assert f"netgraph {verb}" in README
    command = main.get_command(click.Context(main), verb)
    assert command is not None
    assert command.help


def test_every_verb_the_readme_names_exists():
    blocks = "\n".join(re.findall(r"```\n(.*?)```", README, re.DOTALL))
    named = set(re.findall(r"^netgraph ([a-z]+)", blocks, re.MULTILINE))
    named |= set(re.findall(r"`netgraph ([a-z]+)", README))
    assert named
    assert named <= set(VERBS)


def test_both_commands_that_matter_and_the_plain_way_are_named():
    for words in ("make demo", "make test", "pip install ."):
        assert words in README


@pytest.mark.parametrize("name", netgraph.__all__)
def test_every_public_name_exists_is_documented_and_in_the_readme(name):
    value = getattr(netgraph, name)
    if name != "__version__":
        assert value.__doc__
        assert f"`{name}" in README or f"netgraph.{name}" in README


def test_unknown_public_names_are_attribute_errors():
    with pytest.raises(AttributeError, match="no attribute 'magic'"):
        netgraph.magic  # noqa: B018


def test_every_run_time_library_is_justified():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    config = (ROOT / "setup.cfg").read_text(encoding="utf-8")
    block = config.split("install_requires =")[1].split("\n\n")[0]
    for line in block.strip().splitlines():
        name = re.split(r"[><=;]", line.strip())[0]
        assert f"`{name}`" in text, name


def test_links_inside_the_documents_lead_somewhere():
    for document in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / link).exists(), f"{document.name}: {link}"
