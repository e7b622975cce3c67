// Turns the columns of present/packing.py back into the lists that they were.
const UNPACK = {
  raw: ([values]) => values,
  same: ([value, count]) => Array(count).fill(value),
  rec([keys, columns]) {
    const parts = [];
    for (const [how, ...what] of columns) parts.push(how === "slug" ? slugs(what, parts[keys.indexOf(what[0])]) : unpacked([how, ...what]));
    const form = Object.fromEntries(keys.map((key) => [key, null]));
    const found = parts[0].map(() => ({ ...form }));
    keys.forEach((key, n) => {
      for (let k = 0; k < found.length; k += 1) found[k][key] = parts[n][k];
    });
    return found;
  },
  row([columns]) {
    const parts = columns.map(unpacked);
    return parts[0].map((_, k) => parts.map((part) => part[k]));
  },
  list([lengths, column]) {
    const items = unpacked(column);
    let from = 0;
    return unpacked(lengths).map((length) => items.slice(from, (from += length)));
  },
  gap([present, column]) {
    const values = unpacked(column);
    let next = 0;
    return unpacked(present).map((there) => (there ? values[next++] : null));
  },
  int: ([values]) => values,
  each: ([count]) => Array.from({ length: count }, (_, k) => k),
  sum([steps]) {
    let whole = 0;
    return steps.map((step) => (whole += step));
  },
  tenth: ([column]) => unpacked(column).map((value) => value / 10),
  next([codes]) {
    let newest = -1;
    return codes.map((code) => {
      const value = code ? code - 1 : newest + 1;
      newest = Math.max(newest, value);
      return value;
    });
  },
  one([column, places]) {
    const texts = unpacked(column);
    return unpacked(places).map((place) => texts[place]);
  },
  day: ([column]) => unpacked(column).map((days) => new Date(days * 864e5).toISOString().slice(0, 10)),
  form([forms, places, slots]) {
    const parts = forms.map((form) => form.split("\0"));
    const numbers = slots.map((columns) => columns.map(unpacked));
    const used = forms.map(() => 0);
    return unpacked(places).map((place) => {
      const row = used[place]++;
      let text = parts[place][0];
      for (let n = 0; n < numbers[place].length; n += 1) text += numbers[place][n][row] + parts[place][n + 1];
      return text;
    });
  },
};

function slugs([, start, column], names) {
  return unpacked(column).map((rest, k) => rest && start + (rest[0] === "\0" ? names[k].toLowerCase().split(" ").join("-") + rest.slice(1) : rest));
}

function unpacked([how, ...what]) {
  return UNPACK[how](what);
}

function unpackedData({ columns, later, ...data }) {
  for (const key of Object.keys(columns || {})) data[key] = unpacked(columns[key]);
  if (later) data.later = readLater(later);
  return data;
}

// What cards alone show: read when the first of it is asked for, and then tie by tie.
function readLater(text) {
  let read = null;
  const all = () => (read ||= JSON.parse(text));
  let proofs = null;
  return {
    strings: () => unpacked(all().strings),
    proofs: (k) => (proofs ||= oneByOne(all().proofs))(k),
  };
}

// A list of a column of lists at a time, without the lists that nobody asks for.
function oneByOne(column) {
  const [how, lengths, items] = column;
  if (how !== "list" || items[0] !== "row") {
    const lists = unpacked(column);
    return (k) => lists[k];
  }
  const parts = items[1].map(unpacked);
  const ends = unpacked(["sum", unpacked(lengths)]);
  return (k) => {
    const found = [];
    for (let at = k ? ends[k - 1] : 0; at < ends[k]; at += 1) found.push(parts.map((part) => part[at]));
    return found;
  };
}
