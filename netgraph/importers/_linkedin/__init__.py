"""The files of a LinkedIn export."""

from __future__ import annotations
