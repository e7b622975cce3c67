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
# # Who opens doors?
#
# A *bridge* is somebody who reaches circles that you do not. The same invented life as in the
# first notebook: Noor Saldana, a career changer, with her own files and the LinkedIn export of her
# friend Dana.

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
# ## The ranking
#
# Ranked by the targets that each person opens: how much reach would be lost without them. The
# circles on either side are measured with Noor taken out, since everybody knows *her*.

# %%
bridges = netgraph.bridges(graph, limit=8)
table = bridges.to_frame().query("list == 'bridge'")
table.assign(opens=table["opens"].str.join(", "))[["rank", "name", "tie", "opens", "loss"]]

# %% [markdown]
# ## Who opens what

# %%
people = [one for one in bridges.ranked if one.opens][::-1]
targets = [row.target for row in netgraph.reach(graph).targets]

figure, axes = plt.subplots(figsize=(8, 3))
for row, person in enumerate(people):
    for target in person.opens:
        alone = sum(target in other.opens for other in people) == 1
        axes.scatter(
            targets.index(target), row, s=340, color="#4477aa" if alone else "#66ccee", zorder=2
        )
axes.set_xticks(range(len(targets)), [name.replace(" ", "\n", 1) for name in targets])
axes.set_yticks(range(len(people)), [person.name for person in people])
axes.set(xlim=(-0.6, len(targets) - 0.4), ylim=(-0.6, len(people) - 0.4))
axes.tick_params(length=0)
axes.grid(alpha=0.3)
axes.spines[:].set_visible(False)
axes.set_title("Dark: nobody else in this list opens it", loc="left")
plt.show()

# %% [markdown]
# **What this shows.** Two very different people are worth a coffee. Dana, from the industry, opens
# three doors. Maria opens one, and nobody else does. Maria is Noor's hairdresser.

# %%
maria = next(one for one in bridges.ranked if "St. Mary Hospital" in one.opens)
print(maria.reason)
for evidence in maria.evidence:
    print("-", evidence.kind, "·", evidence.text)
assert sum("St. Mary Hospital" in one.opens for one in bridges.ranked) == 1

# %% [markdown]
# ## Not everybody who helps has a job title
#
# These people from daily life may reach further than Noor thinks. That is said, not proved: it is
# a reason to ask.

# %%
for person in bridges.everyday:
    print("-", person.reason)

# %%
assert any("hairdresser" in person.reason for person in bridges.everyday)

# %% [markdown]
# ## With no employer in mind
#
# Ranked by the doors they open in general, others come first.

# %%
doors = netgraph.bridges(graph, by="doors", limit=5).to_frame().head(5)
doors.assign(groups=doors["groups"].str.join(", "))[["rank", "name", "tie", "groups"]]
