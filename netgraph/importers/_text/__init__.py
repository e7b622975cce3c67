"""Bytes to text, in whatever encoding and grammar they come."""

from __future__ import annotations
