"""Introductions that happened, told from the words and people of a message."""

from __future__ import annotations
