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
# # Who is who?
#
# Kasia in the address book, Katarzyna on LinkedIn, 王芳 in the telephone and Fang Wang in the
# calendar: the same people stand in many files. Counted as they stand, Noor would know far more
# people than there are, and no path would lead through any of them.

# %%
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import netgraph

pd.set_option("display.max_colwidth", None)
sample = Path("../sample_data")
today = datetime(2026, 11, 15, tzinfo=UTC)
path = Path(tempfile.mkdtemp()) / "netgraph.db"

with netgraph.Store.open(path) as store:
    list(netgraph.import_paths(store, [sample / "mine"], now=today))
    dana = netgraph.declare_owner(store, "Dana Fox <dana.fox@example.org>", friend=True)
    list(netgraph.import_paths(store, [sample / "friend_dana.zip"], now=today, owner=dana.key))
    netgraph.import_targets(store, sample / "targets.csv")

graph = netgraph.load(path, as_of=today)

# %% [markdown]
# ## From cards to people

# %%
with netgraph.Store.open(path) as store:
    kasia = netgraph.identity(store, "Kasia Nowak")
    doubts = netgraph.doubts(store)

cards = kasia.to_frame()
cards["names"] = cards["names"].str.join(", ")
cards[["card", "file", "names", "why"]].style.hide(axis="index")

# %% [markdown]
# Five cards from five files, and every one says what it shares with which other. A shared address
# or profile joins; a name alone joins only when nobody else of that name is in sight.

# %%
with netgraph.Store.open(path) as store:
    fang = netgraph.identity(store, "Fang Wang")

for row in fang.rows():
    print(f"card {row['card']}: {', '.join(row['names']):14} {row['file'].split('/')[-1]}")
print()
print(fang.rows()[0]["why"])

# %% [markdown]
# ## How many files hold the same person

# %%
others = [one for one in graph.people if not one.is_me and one.id not in graph.owners]
files = pd.Series([len(one.files) for one in others])
counts = files.value_counts().sort_index()

figure, axes = plt.subplots(figsize=(6.5, 3))
bars = axes.bar(counts.index, counts, color=["#bbbbbb"] + ["#4477aa"] * (len(counts) - 1))
axes.bar_label(bars)
axes.set_xticks(counts.index)
axes.set_yticks([])
axes.set_xlabel("files in which a person stands")
axes.spines[["top", "right", "left"]].set_visible(False)
axes.margins(y=0.12)
axes.set_title(f"{len(files)} people, found {files.sum()} times", loc="left")
plt.show()

# %% [markdown]
# **What this shows.** Every blue person would have been counted twice or more. Joining them is also
# what makes ties: the Kasia of the calendar and the Katarzyna of LinkedIn are one, so a meeting in
# one file and an employer in another are evidence about the same woman.

# %%
assert files.sum() > 1.5 * len(files)

# %% [markdown]
# ## Where netgraph does not guess
#
# Two people called James Carter, two called Sara Ahmed. A wrong merge mixes two lives, and is hard
# to notice later; so here netgraph asks.

# %%
doubts.to_frame()[["left", "right", "why"]].head(3).style.hide(axis="index")

# %% [markdown]
# `netgraph review` asks about these one by one, the most useful first; `netgraph merge` and
# `netgraph split` put right what is wrong. Your word lasts through every later import.

# %%
assert set(doubts.to_frame()["left"]) == {"James Carter", "Sara Ahmed"}
