"""Messages of mailboxes: who wrote to whom and when, never what."""

from __future__ import annotations
