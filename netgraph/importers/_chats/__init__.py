"""Conversations: who took part, and when, without what was said."""

from __future__ import annotations
