"""Zips as they arrive: read member by member, also when they were cut off."""

from __future__ import annotations
