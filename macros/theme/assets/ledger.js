/* The ledger: filters and order, kept in the address; entries that open when addressed; a file of what is listed.
   Of one with many leaves the others' entries come when something is looked for; some hundred are shown at a time. */
(() => {
  "use strict";
  const { all, one, on, make, remember, part } = tieout, MOST = 500;
  const form = one(".t-filter"), { home, all: many } = one(".t-ledger").dataset, page = new URL(home || location.pathname, location).href;
  const table = one(".t-table--ledger"), own = all(".t-entry", table), leaf = new Map(), fields = all("[name]", form), count = one("output", form);
  const verdicts = [...(form.elements.verdict?.options || [])].map((option) => option.value), { compare } = new Intl.Collator(document.documentElement.lang);
  const title = (entry) => one("th", entry).firstChild.textContent;
  const keys = {
    paragraph: ({ dataset }) => [Number(dataset.paragraph) || Infinity],
    label: () => [],
    verdict: ({ dataset }) => [dataset.verdict ? -verdicts.indexOf(dataset.verdict) : 1],
    value: ({ dataset }) => dataset.number ? [dataset.unit, -dataset.number] : ["~", 0],
  };
  let entries = own, ranked = own, shown = own, listed = own, order = "", words, names, whole;
  const load = () => whole ||= part("rows").then((html) => {
    const { content } = make("template", { innerHTML: html }), here = new Map(own.map((entry) => [entry.id, entry]));
    entries = all("table", content).flatMap((each) => all(".t-entry", each).map((entry) => {
      if (!here.has(entry.id)) leaf.set(entry, each.dataset.href);
      return here.get(entry.id) || entry;
    }));
    ranked = entries;
  }).catch(() => {});
  const spoken = (entry) => (entry.textContent + (entry.rows[0].cells[0].firstChild?.ariaLabel || "")).toLowerCase();
  function sort(by) {
    if (by === order) return ranked;
    order = by;
    if (!by) return ranked = entries;
    names ||= new Map([...new Set(entries.map(title))].sort(compare).map((name, at) => [name, at]));
    const keyed = entries.map((entry, at) => ({ entry, key: [...keys[by](entry), names.get(title(entry)), at] }));
    keyed.sort(({ key: a }, { key: b }) => {
      const at = a.findIndex((part, index) => part !== b[index]);
      return a[at] < b[at] ? -1 : 1;
    });
    return ranked = keyed.map(({ entry }) => entry);
  }
  function apply() {
    const given = fields.filter(({ name, value }) => value && name !== "sort"), text = form.elements.text.value.toLowerCase().split(/\s+/), by = form.elements.sort.value;
    const looking = by || given.length;
    if (looking && home && !whole) return load().then(apply);
    if (form.elements.text.value) words ||= new Map(entries.map((entry) => [entry, spoken(entry)]));
    const fits = (entry) => given.every(({ name, value }) => name === "text"
      ? text.every((word) => words.get(entry).includes(word))
      : (entry.dataset[name] || "").split(" ").includes(value));
    listed = looking ? sort(by).filter(fits) : own;
    const next = listed.slice(0, MOST), stay = new Set(next);
    if (next.length !== shown.length || next.some((entry, at) => entry !== shown[at])) {
      shown.forEach((entry) => { if (!stay.has(entry)) entry.remove(); });
      table.append(...next);
      shown = next;
    }
    const { of, first = of } = count.dataset;
    count.textContent = (listed.length > MOST ? first : of).replace("{n}", listed.length).replace("{m}", many || own.length).replace("{k}", MOST);
    one(".t-ledger__none").hidden = listed.length > 0;
  }
  function keep() {
    apply();
    remember(new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value])));
  }
  function visit() {
    const id = decodeURIComponent(location.hash.slice(1)), place = document.getElementById(id);
    const entry = place ? place.closest(".t-entry") : id && entries.find((each) => each.id === id || one("#" + CSS.escape(id), each));
    if (!entry) { if (id && !place && home && !whole) load().then(visit); return; }
    if (!entry.isConnected && leaf.has(entry)) return location.replace(new URL(leaf.get(entry), location).href + location.hash);
    if (!entry.isConnected) { form.reset(); apply(); }
    one("details", entry).open = true;
    entry.scrollIntoView();
  }
  /* Back leads to the entry one left: a restored offset misses it, as rows out of sight are estimated. */
  const back = () => { history.scrollRestoration = "manual"; };
  on(table, "click", (event) => {
    const link = event.target.closest("a[href]:not([href^='#'])");
    if (!link) return;
    remember(new URLSearchParams(location.search), "#" + link.closest(".t-entry").id);
    back();
  });
  if (location.hash) back();
  function row(entry) {
    const [what, value, origin, prints] = [...entry.rows[0].cells].slice(-4 + table.matches(".t-table--bare")), { entity = "", concept = "", basis = "", number = "", unit = "", verdict = "" } = entry.dataset;
    const printed = [...prints?.childNodes || []].map((node) => node.textContent || "; ").join("");
    return [one("code", entry).textContent, title(entry), one("small", what).textContent, entity, concept, basis, value.textContent, unit === "date" ? "" : number, unit, origin.textContent, printed, verdict, page + "#" + entry.id];
  }
  on(one(".t-filter__save", form), "click", () => {
    const head = ["id", "label", "what", "entity", "concept", "basis", "text", "value", "unit", "origin", "printed", "verdict", "address"];
    const lines = [head, ...listed.map(row)].map((cells) => cells.map((cell) => '"' + (/^(?:[=@\t\r]|[+-](?!\d[^-+*^|!()=&"';<>]*$))/.test(cell) ? "'" : "") + cell.replaceAll('"', '""') + '"').join(","));
    const href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
    make("a", { href, download: "ledger.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
  });
  on(table, "toggle", (event) => {
    const place = one("code", event.target), button = one(".t-copy", event.target);
    if (button || !navigator.clipboard) return;
    const made = one(".t-ledger__copy").content.firstElementChild.cloneNode(true);
    made.dataset.address = page + "#" + event.target.closest(".t-entry").id;
    place.after(" ", made);
  }, true);
  const asked = new URLSearchParams(location.search);
  fields.forEach((field) => { field.value = asked.get(field.name) || ""; });
  form.hidden = false;
  on(form, "input", keep);
  on(form, "reset", () => setTimeout(keep));
  on(form, "submit", (event) => event.preventDefault());
  on(window, "hashchange", visit);
  apply();
  visit();
})();
