"""One conversation of Telegram: its members over time, and who wrote when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netgraph.importers._chats.conversation import Talkers, handle, message, person
from netgraph.importers._keys import hash_of
from netgraph.importers._text.jsonfiles import Members, items, moment, text_of
from netgraph.model import (
    OWNER,
    Identifier,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

CAME = {"invite_members", "create_group", "join_group_by_link", "join_group_by_request"}
WENT = {"remove_members"}
NOTICE = "a notice by Telegram, not a message"


class Conversation:
    """Reads entry by entry; ``mine`` is the owner's number, "" when the file does not say."""

    def __init__(self, chat: Members, is_private: bool, mine: str, talkers: Talkers) -> None:
        self._id = text_of(chat.get("id"))
        self._name = text_of(chat.get("name"))
        self._is_private = is_private
        self._mine = f"user{mine}" if mine else ""
        self._talkers = talkers
        self._present: dict[Identifier, None] = {OWNER: None} if is_private or mine else {}
        self._ever: dict[Identifier, None] = {}
        self._named = _names_of_accounts(chat)
        if is_private:
            self._present[handle("telegram", f"user{self._id}")] = None
            return
        for account in self._named.values():
            if account and account != self._mine:
                self._present[handle("telegram", account)] = None

    def convert(self, entry: Members, origin: Origin) -> Iterator[Record]:
        """The message or call of one entry, or why it is left out."""
        is_service = entry.get("type") == "service"
        if is_service and entry.get("action") != "phone_call":
            yield from self._service(entry, origin)
            return
        prefix = "actor" if is_service else "from"
        account = text_of(entry.get(f"{prefix}_id"))
        when = moment(entry.get("date_unixtime"))
        sender = self._who(account, text_of(entry.get(prefix)), origin)
        if sender is None:
            reason = "written by a channel, a bot or a deleted account"
            yield Reject(origin, reason, RejectKind.LEFT_OUT)
        elif when is None:
            yield Reject(origin, "has no readable time")
        else:
            self._present[sender] = self._ever[sender] = None
            if self._is_private:
                self._meet_the_other(origin)
            sent = message(self._key(entry.get("id")), origin, when, sender, self._present)
            kind = InteractionKind.CALL if is_service else sent.kind
            answered = text_of(entry.get("reply_to_message_id"))
            reply_to = self._key(answered) if answered else ""
            yield replace(sent, kind=kind, reply_to=reply_to)

    def close(self) -> None:
        """Everybody who was ever in a group belongs to it."""
        if not self._is_private:
            self._talkers.join(self._name, self._ever)

    def _key(self, number: object) -> str:
        return hash_of("telegram", self._id, text_of(number))

    def _meet_the_other(self, origin: Origin) -> None:
        other = handle("telegram", f"user{self._id}")
        self._talkers.add(other, origin, [self._name])

    def _who(self, account: str, name: str, origin: Origin) -> Identifier | None:
        """Whom an account is; None for channels and for accounts without a name."""
        if not account.startswith("user"):
            return None
        is_other = account == f"user{self._id}"
        if account == self._mine or (self._is_private and not is_other):
            return OWNER
        if person(name or (self._name if is_other else "")) is None:
            return None
        who = handle("telegram", account)
        self._talkers.add(who, origin, [name])
        return who

    def _service(self, entry: Members, origin: Origin) -> Iterator[Reject]:
        """Who came and went; somebody invited is only named, unless they also wrote."""
        action = text_of(entry.get("action"))
        people: list[Identifier] = []
        before = len(self._talkers.known)
        if not self._is_private and (action in CAME or action in WENT):
            actor = self._who(text_of(entry.get("actor_id")), text_of(entry.get("actor")), origin)
            people += [actor] if actor else []
            people += self._members(items(entry, "members"), origin)
        for who in people:
            self._ever[who] = None
            self._present[who] = None
        if action in WENT:
            for who in self._members(items(entry, "members"), origin):
                self._present.pop(who, None)
        if len(self._talkers.known) == before:
            yield Reject(origin, NOTICE, RejectKind.LEFT_OUT)

    def _members(self, names: list[object], origin: Origin) -> Iterator[Identifier]:
        for name in map(text_of, names):
            account = self._named.get(name, "")
            who = handle("telegram", account) if account else person(name)
            if account and account == self._mine:
                yield OWNER
            elif who is not None:
                self._talkers.add(who, origin, [name])
                yield who


def _names_of_accounts(chat: Members) -> dict[str, str]:
    """The account of everybody who wrote, by name; "" for a name that two bear."""
    found: dict[str, str] = {}
    for entry in items(chat, "messages"):
        if isinstance(entry, dict):
            for prefix in ("from", "actor"):
                name, account = text_of(entry.get(prefix)), text_of(entry.get(f"{prefix}_id"))
                if name and account.startswith("user"):
                    found[name] = account if found.get(name, account) == account else ""
    return found
