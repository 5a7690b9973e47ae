/* Scenarios: reckons with exact fractions what Python reckons, from the same tree, and writes it by the same rule. Without it there is a table of cases. */
(() => {
  "use strict";
  /* A fraction is [numerator, denominator], lowest terms, denominator above zero. */
  const gcd = (a, b) => (b ? gcd(b, a % b) : a < 0n ? -a : a);
  const fraction = (n, d) => {
    if (d === 0n) throw new RangeError("division by zero");
    const by = gcd(n, d) * (d < 0n ? -1n : 1n);
    return [n / by, d / by];
  };
  function read(text) {
    const found = /^\s*(-?)(\d+)(?:\/(\d+)|[.,](\d+))?\s*$/.exec(text);
    if (!found) return null;
    const [, sign, whole, below, digits = ""] = found;
    const n = BigInt(whole + digits) * (sign ? -1n : 1n);
    return fraction(n, below ? BigInt(below) : 10n ** BigInt(digits.length));
  }
  const add = ([a, b], [c, d]) => fraction(a * d + c * b, b * d);
  const subtract = ([a, b], [c, d]) => fraction(a * d - c * b, b * d);
  const times = ([a, b], [c, d]) => fraction(a * c, b * d);
  const over = ([a, b], [c, d]) => fraction(a * d, b * c);
  const above = ([a, b], [c, d]) => a * d > c * b;
  const positive = ([n, d]) => [n < 0n ? -n : n, d];

  const operations = { "+": add, "-": subtract, "*": times, "/": over };
  function value(tree, set) {
    if (typeof tree === "string") return read(tree);
    const [sign, ...rest] = tree;
    if (sign === "set") return set[rest[0]];
    const items = rest.map((item) => value(item, set));
    if (sign === "points") return times([100n, 1n], items[0]);
    if (sign === "rank") return [1n + BigInt(items.filter((item) => above(item, items[0])).length), 1n];
    return operations[sign](...items);
  }

  /* Half up, away from zero; the scale is chosen on what is left after rounding. */
  function words(amount, format) {
    const place = read(format.place), own = read(format.own), size = positive(amount);
    const steps = over(size, place), half = add(steps, [1n, 2n]);
    const shown = times([half[0] / half[1], 1n], place);
    const scales = format.scales.map(([worth, many, one]) => ({ worth: read(worth), many, one }));
    const scale = scales.find(({ worth }) => !above(worth, shown)) || scales[scales.length - 1];
    const number = over(shown, scale.worth);
    let decimals = 0n;
    if (!above(scale.worth, own) && !above(own, scale.worth)) {
      for (let each = over(place, scale.worth); above([1n, 1n], each); each = times(each, [10n, 1n])) decimals += 1n;
    }
    while ((10n ** decimals) % number[1]) decimals += 1n;
    const digits = (number[0] * 10n ** decimals / number[1]).toString().padStart(Number(decimals) + 1, "0");
    const at = digits.length - Number(decimals);
    const whole = format.grouped ? digits.slice(0, at).replace(/\B(?=(\d{3})+$)/g, ",") : digits.slice(0, at);
    const text = whole + (decimals ? "." + digits.slice(at) : "");
    const sign = amount[0] < 0n && shown[0] ? "−" : "";
    return sign + format.before + text + (text === "1" ? scale.one : scale.many);
  }

  function start(root) {
    const given = JSON.parse(root.querySelector(":scope > template").content.textContent);
    const form = root.querySelector("form"), acts = root.querySelector(".t-scenario__acts");
    const output = root.querySelector("output"), link = root.querySelector("[data-share]");
    const fields = Object.fromEntries(given.settings.map(({ name }) => [name, [...form.querySelectorAll(`[data-set="${name}"]`)]]));
    const now = {}, resting = {};
    let calm = 0;

    function show() {
      const set = {}, said = {};
      for (const { name, scale, format } of given.settings) {
        set[name] = times(read(now[name]), read(scale));
        said[name] = words(set[name], format);
        fields[name][0].value = now[name];
        fields[name][0].setAttribute("aria-valuetext", said[name]);
        if (fields[name][1] !== document.activeElement) fields[name][1].value = now[name];
      }
      for (const { name, tree, format } of given.results) {
        const result = value(tree, set);
        said[name] = words(result, format);
        if (given.drawn && given.drawn.name === name) draw(result);
      }
      const text = given.text.replace(/\{(\w+)\}/g, (_, name) => said[name]);
      if (output.textContent !== text) output.textContent = text;
      root.querySelectorAll("[data-words]").forEach((node) => { node.textContent = said[node.dataset.words]; });
      const moved = given.settings.filter(({ name }) => now[name] !== resting[name]);
      const state = new URLSearchParams(location.search);
      given.settings.forEach(({ name }) => state.delete(name));
      moved.forEach(({ name }) => state.set(name, now[name]));
      const query = state.toString();
      link.href = location.pathname + (query && "?" + query) + "#" + root.id;
    }
    function draw(result) {
      const share = over(times(result, [10000n, 1n]), read(given.drawn.whole));
      const bar = root.querySelector("[data-bar]"), part = Number(share[0] / share[1]) / 100;
      bar.setAttribute("width", Math.min(100, Math.max(0, part)).toFixed(2) + "%");
    }
    /* An address can be refused from disk, or for changing too often; the link has it all the same. */
    const keep = () => { try { history.replaceState(history.state, "", link.href); } catch { /* see above */ } };
    function take(name, text) {
      const [slider] = fields[name], number = read(text);
      if (!number) return false;
      const low = read(slider.min), high = read(slider.max);
      now[name] = above(low, number) ? slider.min : above(number, high) ? slider.max : text.trim().replace(",", ".");
      return true;
    }

    for (const { name } of given.settings) resting[name] = now[name] = fields[name][0].getAttribute("value");
    const asked = new URLSearchParams(location.search);
    for (const { name } of given.settings) if (asked.has(name)) take(name, asked.get(name));
    form.addEventListener("input", ({ target }) => {
      if (!take(target.dataset.set, target.value)) return;
      /* While something moves, a reader of the screen is not told every step. Firefox says when a slider
         moves, but not always when it has come to rest. */
      output.setAttribute("aria-busy", "true");
      clearTimeout(calm);
      calm = setTimeout(() => { output.removeAttribute("aria-busy"); keep(); }, 300);
      show();
    });
    form.addEventListener("change", ({ target }) => {
      target.value = now[target.dataset.set];
      show();
      keep();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    root.querySelector("[data-reset]").addEventListener("click", () => {
      Object.assign(now, resting);
      show();
      keep();
    });
    const copy = root.querySelector("[data-copy-link]");
    copy.hidden = !navigator.clipboard;
    copy.addEventListener("click", () => navigator.clipboard.writeText(link.href).then(() => {
      const before = copy.textContent;
      copy.textContent = copy.dataset.done;
      setTimeout(() => { copy.textContent = before; }, 1600);
    }));
    form.hidden = acts.hidden = false;
    show();
  }

  document.querySelectorAll(".t-scenario").forEach(start);
  globalThis.tieoutScenario = Object.freeze({ read, value, words });
})();
