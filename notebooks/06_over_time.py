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
# # Whom I knew, and who has gone quiet
#
# Most of what is in an address book has no date. Mail, meetings, messages and LinkedIn connections
# have one, so we can look at Noor's network as it was at the beginning of every year: `as_of` takes
# away whatever came later.

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
# ## Year by year


# %%
def in_touch(day):
    """My ties as they were on ``day``, counted by how long ago the last contact was."""
    then = netgraph.load(path, as_of=day)
    ties = netgraph.frames(then).ties
    mine = ties[(ties["left"] == then.me) | (ties["right"] == then.me)]
    quiet = pd.Timestamp(day.date()) - mine["last_contact"]
    years = quiet.dt.days / 365.25
    return {
        "in touch within a year": (years <= 1).sum(),
        "one to three years ago": ((years > 1) & (years <= 3)).sum(),
        "longer ago": (years > 3).sum(),
        "connected, no contact seen": years.isna().sum(),
    }


days = [datetime(year, 1, 1, tzinfo=UTC) for year in range(2015, 2027)]
history = pd.DataFrame({day.year: in_touch(day) for day in days}).T
history

# %%
figure, axes = plt.subplots(figsize=(8, 3.8))
colours = ["#4477aa", "#66ccee", "#ccbb44", "#dddddd"]
axes.stackplot(history.index, history.T, labels=history.columns, colors=colours)
axes.set_xticks(history.index[::2])
axes.margins(x=0)
axes.spines[["top", "right"]].set_visible(False)
handles, labels = axes.get_legend_handles_labels()
axes.legend(handles[::-1], labels[::-1], frameon=False, loc="upper left")
axes.set_title("People Noor knew at the beginning of each year", loc="left")
plt.show()

# %% [markdown]
# **What this shows.** Being connected is not being in touch. At the beginning of 2026 Noor knows 190
# people by what is dated, and with a quarter of them there has been a mail, a meeting or a message
# within the year. The others are no strangers. Research finds that such *dormant* ties help as much
# as current ones, and that we write to the comfortable ones instead (Levin, Walter & Murnighan
# 2011). A line that says what you are looking for is enough of a reason to write.

# %%
last = history.loc[2026]
assert 4 * last["in touch within a year"] < 1.1 * last.sum()
assert history.sum(axis="columns").is_monotonic_increasing

# %% [markdown]
# ## Whom to write to first

# %%
dormant = netgraph.bridges(graph, who="dormant", limit=5).to_frame().query("list == 'bridge'")
for why in dormant["why"]:
    print("-", why)

# %% [markdown]
# ## What Noor could have reached, and when
#
# Who works where counts from the day a file says so; targets are today's.

# %%
reached = {}
for day in (datetime(2017, 1, 1, tzinfo=UTC), datetime(2022, 1, 1, tzinfo=UTC), today):
    then = netgraph.reach(netgraph.load(path, as_of=day)).to_frame()
    reached[f"{day:%b %Y}"] = then.set_index("target")["state"]
pd.DataFrame(reached)

# %% [markdown]
# Most doors opened with what has no date: the list from the kitchen table and Dana's export both
# came in November 2026. What netgraph did not know then, it does not pretend to have known.

# %%
assert (pd.DataFrame(reached)["Nov 2026"] != "not reached").sum() == 5
