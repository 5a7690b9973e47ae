/* The ledger: filters and order, kept in the address; entries that open when addressed; a file of what is listed. */
(() => {
  "use strict";
  const { all, one, on, make, remember } = tieout;
  const form = one(".t-filter");
  const table = one(".t-table--ledger"), entries = all(".t-entry", table), fields = all("[name]", form), count = one("output", form);
  const verdicts = [...(form.elements.verdict?.options || [])].map((option) => option.value), { compare } = new Intl.Collator(document.documentElement.lang);
  const title = (entry) => entry.rows[0].cells[1].firstChild.textContent;
  const keys = {
    paragraph: ({ dataset }) => [Number(dataset.paragraph) || Infinity],
    label: () => [],
    verdict: ({ dataset }) => [dataset.verdict ? -verdicts.indexOf(dataset.verdict) : 1],
    value: ({ dataset }) => dataset.number ? [dataset.unit, -dataset.number] : ["~", 0],
  };
  let words, names, order = "";
  const spoken = (entry) => (entry.textContent + (entry.rows[0].cells[0].firstChild?.ariaLabel || "")).toLowerCase();
  function sort(by) {
    if (by === order) return;
    order = by;
    if (!by) return table.append(...entries);
    names ||= new Map([...new Set(entries.map(title))].sort(compare).map((name, at) => [name, at]));
    const keyed = entries.map((entry, at) => ({ entry, key: [...keys[by](entry), names.get(title(entry)), at] }));
    keyed.sort(({ key: a }, { key: b }) => {
      const at = a.findIndex((part, index) => part !== b[index]);
      return a[at] < b[at] ? -1 : 1;
    });
    table.append(...keyed.map(({ entry }) => entry));
  }
  function apply() {
    const given = fields.filter(({ name, value }) => value && name !== "sort"), text = form.elements.text.value.toLowerCase().split(/\s+/);
    if (form.elements.text.value) words ||= entries.map(spoken);
    let shown = 0;
    entries.forEach((entry, at) => {
      const fits = given.every(({ name, value }) => name === "text"
        ? text.every((word) => words[at].includes(word))
        : (entry.dataset[name] || "").split(" ").includes(value));
      if (entry.hidden === fits) entry.hidden = !fits;
      shown += fits;
    });
    sort(form.elements.sort.value);
    count.textContent = count.dataset.of.replace("{n}", shown).replace("{m}", entries.length);
    one(".t-ledger__none").hidden = shown > 0;
  }
  function keep() {
    apply();
    remember(new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value])));
  }
  function visit() {
    const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".t-entry");
    if (!entry) return;
    if (entry.hidden) { form.reset(); apply(); }
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
    const [, what, value, origin, prints] = one("tr", entry).cells, { entity = "", concept = "", basis = "", number = "", unit = "", verdict = "" } = entry.dataset;
    const printed = [...prints.childNodes].map((node) => node.textContent || "; ").join("");
    return [one("code", entry).textContent, title(entry), one("small", what).textContent, entity, concept, basis, value.textContent, unit === "date" ? "" : number, unit, origin.textContent, printed, verdict, location.href.split(/[?#]/)[0] + "#" + entry.id];
  }
  on(one(".t-filter__save", form), "click", () => {
    const head = ["id", "label", "what", "entity", "concept", "basis", "text", "value", "unit", "origin", "printed", "verdict", "address"];
    const lines = [head, ...all(".t-entry:not([hidden])", table).map(row)].map((cells) => cells.map((cell) => '"' + (/^(?:[=@\t\r]|[+-](?!\d[^-+*^|!()=&"';<>]*$))/.test(cell) ? "'" : "") + cell.replaceAll('"', '""') + '"').join(","));
    const href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
    make("a", { href, download: "ledger.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
  });
  on(table, "toggle", (event) => {
    const place = one("code", event.target), button = one(".t-copy", event.target);
    if (button || !navigator.clipboard) return;
    const made = one(".t-ledger__copy").content.firstElementChild.cloneNode(true);
    made.dataset.address = "#" + event.target.closest(".t-entry").id;
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
