"""Entries of calendars: who was asked, when, how often."""

from __future__ import annotations
