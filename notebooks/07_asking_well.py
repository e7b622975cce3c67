# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Asking well
#
# A path is only a name until somebody writes. Noor knows that her hairdresser leads to St. Mary
# Hospital; here is what comes next: what to ask, a first message, its check, the week, and what is
# due afterwards. Nothing is sent, and nothing counts as done until Noor notes it.

# %%
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import netgraph

pd.set_option("display.max_colwidth", None)
sample = Path("../sample_data")
today = datetime(2026, 11, 15, tzinfo=UTC)

store = netgraph.Store.open(Path(tempfile.mkdtemp()) / "netgraph.db")
list(netgraph.import_paths(store, [sample / "mine"], now=today))
dana = netgraph.declare_owner(store, "Dana Fox <dana.fox@example.org>", friend=True)
list(netgraph.import_paths(store, [sample / "friend_dana.zip"], now=today, owner=dana.key))
netgraph.import_targets(store, sample / "targets.csv")

talks = netgraph.Talks(store, today)
talks.say(
    who="a planner who has moved goods for twelve years",
    seeking="work with data in health care",
    field="health care",
    use="which course to take first",
)

# %% [markdown]
# ## What to ask
#
# Maria does not work at the hospital; she knows somebody who does. So Noor asks what Maria hears,
# and whether Karim is the right person. She never asks whether there are openings.

# %%
talks.ask("Maria Lopez", "St. Mary Hospital")

# %% [markdown]
# ## The first message
#
# Who I am, how we know each other, why I write, an easy way to say no, and the day I will phone.

# %%
letter = netgraph.write_letter(talks.message("Maria Lopez", "St. Mary Hospital"))
print(letter.text)

# %% [markdown]
# And a few lines that Maria can pass on as they are:

# %%
print(letter.forward)

# %% [markdown]
# ## Is it good?
#
# The draft has nothing to change. A message that many of us have written has:

# %%
assert not talks.check(letter.text).rows()
talks.check("May I pick your brain? Please find my CV attached. Let me know of any openings!")

# %% [markdown]
# ## This week
#
# Not the whole circle at once: three people, each the one who adds most to those before.

# %%
plan = talks.plan()
plan

# %%
week = plan.to_frame()
opened = week.explode("targets")
figure, axes = plt.subplots(figsize=(8, 2.6))
axes.scatter(opened["targets"], opened["name"], s=220, color="#4477aa")
axes.invert_yaxis()
axes.margins(x=0.15, y=0.3)
axes.tick_params(length=0)
axes.spines[["top", "right", "left", "bottom"]].set_visible(False)
axes.set_title("Whom Noor writes to this week, and what each of them opens", loc="left")
plt.show()

# %% [markdown]
# **What this shows.** It takes few messages. Three people lead to four of Noor's targets, and one of
# them, Dana, leads to all four; the other two are a second way, so that not everything hangs on
# Dana. Everybody else is left in peace until Noor knows more.

# %%
assert len(week) == 3
assert set(opened["targets"]) == set(week["targets"][0])

# %% [markdown]
# ## Afterwards
#
# Noor sent it on the same day, phoned on the 24th as she had promised, and they met. She notes it, and
# netgraph remembers the rest.

# %%
later = netgraph.Talks(store, datetime(2026, 11, 24, 20, tzinfo=UTC))
later.log("Maria Lopez", "asked", date(2026, 11, 15))
later.log("Maria Lopez", "met", date(2026, 11, 24), "told me about the new ward")
later.due(days=14)

# %% [markdown]
# The thank-you comes first, within a day, also when the news is bad.
