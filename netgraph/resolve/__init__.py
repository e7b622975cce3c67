"""Cards become people, names become employers: pure functions without a clock or a store.

Which room a line belongs in:

* what is written, made comparable: `normalise` (addresses, numbers, profiles), `names`,
  `organisations`, `legalforms`, `titles`, `domains`, `suffixes`; `tables` reads ``data/``
* which cards are worth comparing: `traits` (what a card says), `mailnames` (what an address may
  call it), `everybody` (what all say, in `columns`, with a `nametable` and the `hearing` of all
  words at once), `candidates`
* what speaks for one person: `likeness`, `pairing`, `population` with its `counts`, `evidence`,
  and `rules`, the table of weights; `bounds`, `ledger` and `pairs` tell for all pairs at once
  what can be no question and what need not be asked, `weighing` weighs the rest
* who is joined: `people` (the way in), `matching`, `barenames`, `bestfirst`, `clusters`; whose a
  file is: `owners`, `filetree`
* the same while a store stays open: `register`, with `linked`, `lookup`, `blocks`, `scores`,
  `rarity`, `outcomes`, `cycles`
* employers: `employers` (the way in), `directory`, `othernames`; what may have been meant:
  `nearnames`
"""

from __future__ import annotations
