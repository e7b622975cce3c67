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
# # From your files to your answers
#
# Run this with the sample first. Then put your own files in the first cell and run it again.
#
# | | where to get it |
# |---|---|
# | LinkedIn | Settings → Data privacy → Get a copy of your data (comes within a day) |
# | Google Contacts | contacts.google.com → Export → Google CSV |
# | the telephone | Contacts → Share or export all → a `.vcf` file |
# | calendar, mailbox | Google Takeout, or your mail program's export: `.ics`, `.mbox` |
# | everybody else | a list of your own: name, what they do, whom they know |
#
# `netgraph sources --how linkedin` (or google, outlook, calendar …) tells it step by step. Zip
# archives are read as they come.

# %%
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import netgraph

pd.set_option("display.max_colwidth", None)
sample = Path("../sample_data")
my_files = [
    sample / "mine" / "Basic_LinkedInDataExport_11-02-2026.zip",
    sample / "mine" / "google_contacts.csv",
    sample / "mine" / "phone.vcf",
    sample / "mine" / "calendar.ics",
    sample / "mine" / "mail",
    sample / "mine" / "hand_list.csv",
]
# a column "name"; more columns help: aliases, domains, industry, city
my_targets = sample / "targets.csv"
today = datetime(2026, 11, 15, tzinfo=UTC)  # for your own files: datetime.now(UTC)
path = Path(tempfile.mkdtemp()) / "netgraph.db"  # for your own: a place where you can keep it

# %% [markdown]
# ## Step 1: bring it in, and look after every file
#
# We import one file at a time, to see what each of them is good for.


# %%
def standing():
    """How far the files read so far lead."""
    graph = netgraph.load(path, as_of=today)
    ties = netgraph.frames(graph).ties
    between = ties[(ties["left"] != graph.me) & (ties["right"] != graph.me)]
    kinds = between["kind"].value_counts()
    reached = [row.target for row in netgraph.reach(graph).targets if row.best]
    return {
        "people you know": netgraph.summary(graph).known,
        "ties seen or said": kinds.get("observed", 0) + kinds.get("stated", 0),
        "ties only likely": kinds.get("inferred", 0),
        "targets reached": len(reached),
    }


steps = {}
for file in my_files:
    with netgraph.Store.open(path) as store:
        for report in netgraph.import_paths(store, [file], now=today):
            if report.error:
                print(f"{report.name}: {report.error}")
        netgraph.import_targets(store, my_targets)
    steps[file.stem.split("Data")[0].replace("Basic_", "").replace("_", " ")] = standing()

steps = pd.DataFrame(steps).T
steps

# %%
figure, axes = plt.subplots(figsize=(9, 3.6))
ends = range(len(steps))
axes.bar(ends, steps["ties seen or said"], color="#4477aa", label="seen or said")
axes.bar(
    ends,
    steps["ties only likely"],
    bottom=steps["ties seen or said"],
    color="white",
    edgecolor="#4477aa",
    hatch="////",
    label="only likely",
)
for end, reached in enumerate(steps["targets reached"]):
    height = steps["ties seen or said"].iloc[end] + steps["ties only likely"].iloc[end]
    axes.text(end, height + 30, f"reaches {reached}", ha="center")
axes.set_xticks(ends, [f"{'' if n == 0 else '+ '}{name}" for n, name in enumerate(steps.index)])
axes.spines[["top", "right"]].set_visible(False)
axes.legend(frameon=False, loc="upper left")
axes.set_title("Ties between your people, and employers reached, file by file", loc="left")
plt.show()

# %% [markdown]
# **What this shows.** A LinkedIn export knows *that* you know people, hardly whom *they* know: next
# to nothing is seen, the rest is likely at best. The calendar and the mailbox bring the ties. And
# the shortest file, a list of twenty-six everyday people written at the kitchen table, opens a door
# that all the others together do not.

# %%
assert steps["ties seen or said"].iloc[0] < 10 < 500 < steps["ties seen or said"].iloc[-1]
assert steps["targets reached"].iloc[-1] > steps["targets reached"].iloc[-2]

# %% [markdown]
# ## Step 2: are you yourself?
#
# netgraph must know which of all these people is you. If the name is wrong:
# `netgraph.declare_owner(store, "Your Name <you@example.org>")`.

# %%
graph = netgraph.load(path, as_of=today)
print(netgraph.summary(graph).me)

# %% [markdown]
# ## Step 3: the answers

# %%
reach = netgraph.reach(graph).to_frame()
reach["through"] = reach["through"].str.join(", ")
reach[["target", "state", "chance", "through", "blind"]]

# %%
best = pd.concat(
    [netgraph.paths(graph, one.target.name, limit=1).to_frame() for one in graph.targets]
)
for why in best["why"]:
    print("-", why)

# %% [markdown]
# ## Step 4: say what no file knows
#
# These are the questions whose answers would change most. `netgraph questions` asks them in the
# terminal; a word is enough.

# %%
questions = netgraph.questions(graph, limit=4).to_frame()
questions.assign(matters_for=questions["matters_for"].str.join(", "))

# %% [markdown]
# ## Step 5: keep it, share it, or forget it
#
# The page is one file. A copy for somebody else leaves out the names; give each a new `salt`, a
# word that you keep to yourself.

# %%
page = netgraph.explore(graph, redact="full", salt="a word of your own").save(
    path.parent / "for_my_coach.html"
)
text = page.read_text("utf-8")
names = [one.name for one in graph.people if " " in one.name and not one.is_me]
assert not [name for name in names if name in text]
print(page.name, "holds no name of anybody you know")

# %% [markdown]
# **A notebook keeps what it shows.** With your own files in it, this one holds other people's data:
# names, employers, who knows whom. Before you commit or send it, take the outputs out with
# `nbstripout notebooks/05_your_own_data.ipynb` (`pip install nbstripout`; `nbstripout --install`
# does it at every commit), or in JupyterLab with *Edit → Clear Outputs of All Cells*.
