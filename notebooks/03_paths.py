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
# # How do I get there?
#
# From somebody you know to somebody inside, in at most three steps. The same invented life as
# before: Noor, her files, and her friend Dana's LinkedIn export.

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
# ## A path through the hairdresser
#
# Nobody Noor works with knows anybody at St. Mary Hospital. Her hairdresser does, and every step
# says where in Noor's own files it stands.

# %%
hospital = netgraph.paths(graph, "St. Mary Hospital")
for way in hospital.paths:
    print(" → ".join(name for _id, name in way.people), "·", way.band)
    for tie in way.ties:
        for evidence in tie.evidence[:2]:
            place = (
                f"{evidence.origin.file}, {evidence.origin.place}" if evidence.origin else ""
            )
            print("    ", evidence.kind, "·", evidence.text, "·", place)
    print("     least certain:", way.weakest_why)

# %% [markdown]
# ## All ways on one page

# %%
found = [netgraph.paths(graph, row.target, limit=3) for row in netgraph.reach(graph).targets]
ways = [(one.target, way) for one in found for way in one.paths if way.hops == 2]
columns = [
    ["You"],
    list(dict.fromkeys(way.people[1][1] for _, way in ways)),
    list(dict.fromkeys(way.people[2][1] for _, way in ways)),
    list(dict.fromkeys(target for target, _ in ways)),
]
at = {
    (column, name): (column, (row + 0.5) / len(names))
    for column, names in enumerate(columns)
    for row, name in enumerate(names)
}
STYLE = {"observed": ("-", 1.5), "stated": ("-", 4), "inferred": ("--", 1.5)}

figure, axes = plt.subplots(figsize=(9, 4))
for target, way in ways:
    stops = [
        at[column, name]
        for column, name in enumerate(["You", way.people[1][1], way.people[2][1], target])
    ]
    for (x, y), (to_x, to_y), kind in zip(
        stops, stops[1:], [*(t.kind for t in way.ties), "observed"]
    ):
        dashes, width = STYLE[kind]
        axes.plot([x, to_x], [y, to_y], dashes, linewidth=width, color="#4477aa", zorder=1)
for (column, name), (x, y) in at.items():
    axes.text(
        x,
        y,
        name,
        ha="center",
        va="center",
        bbox={"boxstyle": "round", "fc": "white", "ec": "#bbbbbb"},
    )
for column, title in enumerate(["", "ask", "inside", "employer"]):
    axes.text(column, 1.05, title, ha="center", color="#666666")
axes.set(xlim=(-0.3, 3.4), ylim=(1.1, -0.05))
axes.invert_yaxis()
axes.axis("off")
axes.set_title(
    "Thick: somebody said so. Thin: seen in mail or meetings. Dashed: only likely.",
    loc="left",
    pad=18,
)
plt.show()

# %% [markdown]
# **What this shows.** Half of the ways start with Dana: a good friend, and a bottleneck. Where a
# second way exists (Nordwind, Meridian), it starts with somebody else, so that one busy week of
# Dana's does not close every door. (To Solstice Grid there is a direct way besides: Noor knows Grace
# herself.)

# %%
nordwind = netgraph.paths(graph, "Nordwind Analytics", limit=5)
first_asked = {way.people[1][0] for way in nordwind.paths}
assert len(first_asked) >= 2
nordwind.to_frame()[["rank", "chain", "chance", "least_certain"]]

# %% [markdown]
# ## No path is an answer too
#
# Nobody in these files leads to Aldous Genomics. netgraph does not make something up; it says who
# is most likely to know somebody there, and why.

# %%
aldous = netgraph.paths(graph, "Aldous Genomics")
assert not aldous.paths
for suggestion in aldous.suggestions[:5]:
    print("-", suggestion.name, "·", suggestion.why)

# %% [markdown]
# ## The graph itself
#
# For your own questions there is a plain `networkx.Graph`. Strength is between 0 and 1, and missing
# where it is not known; cost is −ln(chance).

# %%
import networkx as nx

without_me = graph.to_networkx(include_me=False)
central = nx.degree_centrality(without_me)
names = nx.get_node_attributes(without_me, "label")
[names[node] for node in sorted(central, key=central.get, reverse=True)[:5]]
