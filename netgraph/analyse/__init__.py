"""One question, one file: bridges, paths, reach, insiders, communities."""

from __future__ import annotations
