"""Names of organisations: what is kept of them, and which mean the same one."""

from __future__ import annotations
