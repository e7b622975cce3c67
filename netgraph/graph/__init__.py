"""From evidence to ties, and from ties to a contact graph."""

from __future__ import annotations
