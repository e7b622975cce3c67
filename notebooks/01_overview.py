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
# # Whom do I know?
#
# Noor Saldana has run shops and warehouses for twelve years and wants to work with health-care
# data or clean energy. *"I don't have any contacts there,"* she says. Let us look at what she
# has on her own computer. (Noor and everybody else here are invented; the files have the real
# formats.)
#
# We read her files into a store of our own, which is one file on this machine. Nothing goes online.

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
    reports = list(netgraph.import_paths(store, [sample / "mine"], now=today))

for report in reports:
    c = report.counts
    print(
        f"{report.name.split('/')[-1]:22} read {c.read:4}  kept {c.kept:4}  skipped {c.skipped:3}"
    )

# %% [markdown]
# Nothing is lost silently: what was skipped, was skipped for a reason.

# %%
reasons = pd.DataFrame(
    [(r.name.split("/")[-1], why, n) for r in reports for why, n in r.counts.reasons],
    columns=["file", "reason", "count"],
)
reasons.sort_values("count", ascending=False).head(8)

# %% [markdown]
# Dana, a friend, has given Noor her own LinkedIn export. Dana's contacts hang on Dana, not on
# Noor: they are the real second step. And Noor names the employers she would like to reach.

# %%
with netgraph.Store.open(path) as store:
    dana = netgraph.declare_owner(store, "Dana Fox <dana.fox@example.org>", friend=True)
    list(netgraph.import_paths(store, [sample / "friend_dana.zip"], now=today, owner=dana.key))
    targets, _unreadable = netgraph.import_targets(store, sample / "targets.csv")

[target.name for target in targets]

# %% [markdown]
# ## You already know this many people
#
# The same person in three files is one person.

# %%
graph = netgraph.load(path, as_of=today)
summary = netgraph.summary(graph)
print(
    f"{summary.me}, you already know {summary.known} people; "
    f"through them, {summary.further} more are in reach."
)

# %%
areas = pd.Series(dict(summary.areas)).drop("not said").head(14)[::-1]
from_work = areas.index == "work"

figure, axes = plt.subplots(figsize=(7.5, 4.2))
bars = axes.barh(
    areas.index, areas, color=["#bbbbbb" if work else "#4477aa" for work in from_work]
)
axes.bar_label(bars, padding=3)
axes.spines[["top", "right", "bottom"]].set_visible(False)
axes.set_xticks([])
axes.set_title("Whom Noor knows, by area of her life", loc="left")
plt.show()

# %% [markdown]
# **What this shows.** Work is the longest bar, and the only one that a job seeker usually thinks
# of. All the blue ones together are nearly as many people again: the university, the choir, the
# street, the football parents, the hairdresser.

# %%
assert summary.known > 200
assert areas.drop("work").sum() > 60

# %% [markdown]
# ## The circles they form without you
#
# Noor knows everybody in her network, so with her in it everything is close to everything. We
# take her out and see which groups the others form among themselves.

# %%
netgraph.communities(graph).to_frame()[["circle", "people", "named_after"]].head(8)

# %% [markdown]
# ## How well are the targets reached?

# %%
reach = netgraph.reach(graph).to_frame()
reach["through"] = reach["through"].str.join(", ")
reach[["target", "state", "chance", "through", "blind"]]

# %% [markdown]
# One directly, four through other people, one not at all. The next notebooks tell who opens the
# doors ([02](02_bridges.ipynb)) and how to get there ([03](03_paths.ipynb)).
#
# And this is the page: everything above and more, to click on. It needs no network; `.save()`
# writes it to a file. (Where only a sentence about trust is to be seen, the notebook was opened
# without being run.)

# %%
netgraph.explore(graph)
