/* Tieout: cards, navigation, the strip's keys, search and charts on request. Without it everything can be read, less comfortably. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const on = (node, types, action, options) => types.split(" ").forEach((type) => node.addEventListener(type, action, options));
  const make = (tag, traits) => Object.assign(document.createElement(tag), traits);
  /* Browsers may refuse to change the address from disk; everything works all the same. */
  const remember = (state, hash = "") => {
    const query = state.toString();
    try { history.replaceState(history.state, "", location.pathname + (query && "?" + query) + hash); } catch { /* see above */ }
  };
  /* Many links, one tab stop: the arrow keys go on among them, and Tab comes back to the last one. */
  function rove(row, stops) {
    let now = stops[0];
    stops.forEach((stop) => { stop.tabIndex = stop === now ? 0 : -1; });
    on(row, "focusin", ({ target }) => {
      if (target === now || !stops.includes(target)) return;
      now.tabIndex = -1;
      now = target;
      now.tabIndex = 0;
    });
    on(row, "keydown", (event) => {
      const at = stops.indexOf(event.target), last = stops.length - 1;
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
      if (at < 0 || !stops[to] || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      stops[to].focus();
    });
  }
  /* A browser that knows no popovers does not know the selector, either. */
  const isOpen = (node) => node.showPopover && node.matches(":popover-open");
  globalThis.tieout = { all, one, on, make, remember };
  const mouse = (action) => (event) => { if (event.pointerType === "mouse") action(); };

  /* Scripts on request, each once. From disk nothing else can be loaded. */
  const asked = {}, own = document.currentScript.src, ours = (name) => new URL(name, own).href;
  const script = (src) => asked[src] ||= new Promise((onload, onerror) => document.head.append(make("script", { src, onload, onerror })))
    .catch((error) => { delete asked[src]; throw error; });
  globalThis.tieout.script = script;

  document.documentElement.classList.replace("no-js", "js");

  /* Search: the theme's script, its worker and its index come when somebody begins to search, or follows what was found. */
  const switched = one("#__search"), query = one(".md-search__input"), theirs = one("script[data-search]");
  let searching = null;
  /* Its style sheet goes before ours, which has the last word. */
  const style = (href) => new Promise((done, failed) => one("link[rel=stylesheet]").after(make("link", { rel: "stylesheet", href, onload: done, onerror: failed })));
  function reopen() {
    switched.checked = true;
    switched.dispatchEvent(new Event("change", { bubbles: true }));
    query.dispatchEvent(new Event("keyup", { bubbles: true }));
  }
  const search = () => searching ||= Promise.all([style(ours("search.css")), location.protocol === "file:" && script(ours("search_from_disk.js"))])
    .then(() => script(theirs.src))
    .then(() => {
      const wanted = document.activeElement === query;
      /* It waits for an event that has passed by now, and on it closes what one has just opened. */
      if (wanted) on(switched, "change", () => setTimeout(() => { if (document.activeElement === query) reopen(); }), { once: true });
      document.dispatchEvent(new Event("DOMContentLoaded"));
    })
    .catch(() => { searching = null; });
  if (theirs && query) {
    on(switched, "change", () => { if (switched.checked) { query.focus(); search(); } });
    on(query, "focus input", () => { if (!searching) switched.checked = true; search(); });
    on(document, "keydown", (event) => {
      if (searching || !/^[fs/]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
      event.preventDefault();
      query.focus();
    });
    if (new URLSearchParams(location.search).has("h")) search();
  }

  /* Colours: as the reader chose them, kept for every page and language; “as the system” follows it. */
  const palettes = all("input[name=__palette]"), dark = matchMedia("(prefers-color-scheme: dark)");
  const color = (input) => Object.fromEntries(["media", "scheme", "primary", "accent"].map((name) => [name, input.getAttribute("data-md-color-" + name)]));
  function paint(input) {
    const chosen = color(input);
    const same = chosen.media === "(prefers-color-scheme)" && palettes.find((each) => color(each).media === `(prefers-color-scheme: ${dark.matches ? "dark" : "light"})`);
    const shown = same ? { ...color(same), media: chosen.media } : chosen;
    /* Colours change at once: nothing is read in the midst of a transition. */
    document.body.setAttribute("data-md-color-switching", "");
    Object.entries(shown).forEach(([name, value]) => document.body.setAttribute("data-md-color-" + name, value));
    requestAnimationFrame(() => setTimeout(() => document.body.removeAttribute("data-md-color-switching")));
    palettes.forEach((each) => { each.nextElementSibling.hidden = each !== input; });
    return chosen;
  }
  if (palettes.length) {
    const kept = __md_get("__palette");
    (palettes[kept ? kept.index : 0] || palettes[0]).checked = true;
    const now = () => palettes.find((each) => each.checked);
    paint(now());
    palettes.forEach((input, index) => on(input, "change", () => __md_set("__palette", { index, color: paint(input) })));
    on(dark, "change", () => paint(now()));
  }

  /* The contents at the side say which section one reads. */
  const places = all(".md-sidebar--secondary a[href^='#']").map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]).filter(([, place]) => place);
  if (places.length) {
    const inView = new Set(), watch = new IntersectionObserver((entries) => {
      entries.forEach(({ target, isIntersecting, boundingClientRect }) => inView[isIntersecting || boundingClientRect.top < 96 ? "add" : "delete"](target));
      const read = places.filter(([, place]) => inView.has(place)).at(-1);
      places.forEach((pair) => pair[0].classList.toggle("md-nav__link--active", pair === read));
    }, { rootMargin: "-96px 0px -60%" });
    places.forEach(([, place]) => watch.observe(place));
  }

  /* Cards: one at a time, near their number; entered with the pointer, or with Enter. */
  const cardOf = (link) => document.getElementById("card-" + link.dataset.card);
  const sheet = matchMedia("(max-width: 37.484375em)"), numbers = all(".t-num[data-card]").filter((link) => link.showPopover);
  let number = null, card = null, wanted = null, quiet = null, pinned = false, timer = 0;

  function place() {
    const { style } = one(".t-card__body", card);
    card.style.left = card.style.top = style.maxHeight = "";
    const box = number.getClientRects()[0] || number.getBoundingClientRect();
    if (sheet.matches) {
      const hidden = box.bottom + 24 - card.getBoundingClientRect().top;
      if (hidden > 0) scrollBy(0, hidden);
      return;
    }
    const gap = 8, edge = 12, bar = 56, least = 160;
    const foot = one(".t-check:not([hidden])"), room = (foot ? foot.getBoundingClientRect().top : innerHeight) - edge, below = box.bottom + gap, under = room - below, over = box.top - gap - bar;
    /* Where it fits neither below nor above it is as high as the larger side; only in a low window it covers its number. */
    const most = Math.max(under, over) < least ? room - bar : Math.max(under, over);
    if (card.offsetHeight > most) style.maxHeight = Math.floor(most) - 3 + "px";
    const tall = card.offsetHeight;
    const top = tall <= under ? below : tall <= over ? box.top - gap - tall : bar;
    const left = Math.max(edge, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - edge));
    card.style.left = left + scrollX + "px";
    card.style.top = top + scrollY + "px";
  }
  function open(link, pin, enter) {
    clearTimeout(timer);
    wanted = link;
    if (!cardOf(link)) {
      need("cards").then(() => { if (wanted === link) open(link, pin, enter); }, () => { if (pin) location.assign(link.href); });
      return;
    }
    if (number !== link) {
      close();
      number = wanted = link;
      card = cardOf(link);
      equip(card);
      card.toggleAttribute("data-keys", !!link.dataset.among && link.matches(":focus-visible"));
      card.showPopover();
      link.setAttribute("aria-expanded", "true");
      link.setAttribute("aria-controls", card.id);
      place();
    }
    pinned = pinned || pin === true;
    if (enter) card.focus();
  }
  function close(back) {
    clearTimeout(timer);
    wanted = null;
    if (!number) return;
    const was = number, inside = card.contains(document.activeElement);
    card.hidePopover();
    was.setAttribute("aria-expanded", "false");
    number = card = null;
    pinned = false;
    if (back || inside) {
      quiet = was;
      was.focus({ preventScroll: true });
      quiet = null;
    }
  }
  function later(action, wait) {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  }
  const leave = mouse(() => { if (!card) wanted = null; if (!pinned) later(() => { if (card && !card.contains(document.activeElement)) close(); }, 280); });

  function wire(links) {
    links.forEach((link) => {
      link.setAttribute("aria-haspopup", "dialog");
      link.setAttribute("aria-expanded", "false");
      /* Not where the card is a sheet: the page would move under the pointer to make room. */
      on(link, "pointerenter", mouse(() => { if (!pinned && !sheet.matches) later(() => open(link), number ? 60 : 140); }));
      on(link, "pointerleave", leave);
      on(link, "focus", () => { if (quiet !== link && link.matches(":focus-visible")) open(link); });
      on(link, "blur", (event) => {
        if (number === link && !pinned && !card.contains(event.relatedTarget)) close();
        if (wanted === link && !number) wanted = null;
      });
      on(link, "click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        /* Firefox counts Enter as one click, but by no pointer. */
        const keyed = !event.detail || event.pointerType === "";
        if (!keyed && number === link && pinned) return close();
        open(link, true, keyed);
      });
    });
    /* A paragraph, a list item or a row of a table is one tab stop, however many numbers it has. */
    const groups = new Map();
    links.forEach((link) => {
      const block = link.closest("p, li, tr, dd, figcaption") || link.parentElement;
      groups.set(block, [...groups.get(block) || [], link]);
    });
    groups.forEach((row, block) => {
      if (row.length < 2) return;
      rove(block, row);
      row.forEach((link) => { link.dataset.among = row.length; });
    });
  }
  wire(numbers);

  /* What a reader may never open comes in files beside the page: cards, tables and notes for paper when the page is at rest,
     or when they are asked for; what makes charts live on request alone. It becomes part of the page when it is needed. */
  const aside = one(".t-notes"), arriving = {}, arrived = {}, none = () => {};
  const unpacked = (text) => new Response(new Blob([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  globalThis.tieoutPart = (name, text) => { arriving[name] = unpacked(text).then((html) => { arrived[name] = html; aside.dataset.arrived = name; }); };
  const fetched = (name) => aside?.dataset[name] ? script(new URL(aside.dataset[name], location).href).then(() => arriving[name]).then(() => arrived[name]) : Promise.reject(new Error(name));
  globalThis.tieout.part = fetched;
  function put(name) {
    const { content } = make("template", { innerHTML: arrived[name] || "" });
    arrived[name] = "";
    all("template[data-for]", content).forEach((part) => {
      const links = all(".t-num", part.content).filter((link) => link.showPopover);
      document.getElementById(part.dataset.for).replaceWith(part.content);
      part.remove();
      wire(links);
    });
    all(".t-card", content).forEach((node) => {
      on(node, "pointerenter", () => clearTimeout(timer));
      on(node, "pointerleave", leave);
      on(node, "click", (event) => {
        if (event.target.closest("[data-act]")) act(event.target);
        else if (event.target.closest(".t-card__close")) close(true);
        else if (event.target.closest("a[href*='#']")) close();
      });
      on(node, "keydown", (event) => {
        if (event.key !== "Tab") return;
        const stops = all("a[href], button:not([hidden])", node), at = stops.indexOf(document.activeElement);
        if (event.shiftKey && at <= 0) { event.preventDefault(); close(true); }
        if (!event.shiftKey && at === stops.length - 1) close(true);
      });
    });
    if (one(".t-endnotes", content)) {
      one(".t-endnotes", aside).remove();
      document.body.classList.add("t-noted");
    }
    aside.append(content);
    offer();
  }
  const need = (name) => fetched(name).then(() => put(name));
  if (aside) {
    const rest = globalThis.requestIdleCallback || setTimeout;
    if (!navigator.connection?.saveData) on(window, "load", () => rest(() => fetched("cards").catch(none), { timeout: 3000 }));
    on(window, "beforeprint", () => put("cards"));
    on(document, "toggle", ({ target }) => { if (target.open && target.closest(".t-figure")) need("cards").catch(none); }, true);
  }
  on(document, "keydown", (event) => { if (event.key === "Escape" && number) { event.stopImmediatePropagation(); close(true); } }, true);
  on(document, "pointerdown", (event) => { if (number && !card.contains(event.target) && !number.contains(event.target)) close(); });
  on(window, "resize", () => { if (number) place(); });

  /* Copying, with the address resolved against the page's own. */
  const said = make("p", { className: "t-hidden" });
  said.setAttribute("role", "status");
  document.body.append(said);
  const full = (address) => new URL(address, location).href;
  const cited = (words, address) => (words.replace(address, "").trim() + " " + full(address)).trim();
  function copy(button, text) {
    const { done } = button.dataset, words = button.textContent;
    navigator.clipboard.writeText(text).then(() => {
      said.textContent = done;
      if (words === done) return;
      button.textContent = done;
      setTimeout(() => { button.textContent = words; said.textContent = ""; }, 1600);
    });
  }
  function offer() {
    if (navigator.clipboard) all(".t-copy").forEach((button) => { button.hidden = false; });
  }
  offer();
  on(document, "click", ({ target }) => {
    const button = target.closest(".t-copy"), line = button && button.closest(".t-snippet");
    if (button) copy(button, line ? one("code", line).textContent : cited(button.dataset.copy, button.dataset.address || "#" + button.closest("figure").id));
  });

  /* Charts on request, and what is made of them. Without what they need the pictures stay. */
  function request(button, files, parts, failed, action) {
    const word = button.textContent, { busy } = aside.dataset;
    on(button, "click", async () => {
      if (button.getAttribute("aria-busy")) return;
      button.setAttribute("aria-busy", "true");
      button.textContent = busy;
      try {
        await Promise.all([...files.map((file) => script(ours(file))), ...parts.map(fetched)]);
        await action(word);
      } catch {
        button.textContent = failed;
      }
      button.removeAttribute("aria-busy");
    });
    button.hidden = false;
  }
  all(".t-live-button").forEach((button) => request(button, ["charts.js", "vega.js"], ["live"], aside.dataset.failed, (word) => tieoutLive(button, word, aside.dataset)));
  /* From disk no script may read a file: its drawing comes as it is, and no pixels are made of it. */
  const read = location.protocol !== "file:";
  all(".t-figure__acts a[data-kind]").forEach((link) => on(link, "click", (event) => {
    if (!read || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    script(ours("charts.js")).then(() => tieoutMade(link)).catch(() => location.assign(link.href));
  }));
  all(".t-make").forEach((button) => {
    const drawn = button.dataset.kind === "png";
    if (drawn && !read) return;
    request(button, ["charts.js"], drawn ? [] : ["live"], aside.dataset.unmade, (word) => tieoutMade(button).then(() => { button.textContent = word; }));
  });

  /* What a card can do with a script: copy its value or its citation, report an error in it. */
  const bar = one(".t-header"), tracker = bar && bar.dataset.issues;
  function equip(node) {
    const links = one(".t-card__links", node);
    if (one("[data-act]", links)) return;
    links.append(one(".t-card__tools").content.cloneNode(true));
    links.after(one(".t-card__keys", links));
    if (!navigator.clipboard) all("[data-act]", links).forEach((button) => { if (!tracker || button.dataset.act !== "report") button.remove(); });
  }
  function act(button) {
    const node = button.closest(".t-card"), { citation, address } = node.dataset, value = one(".t-card__value", node).textContent;
    if (button.dataset.act === "value") return copy(button, value);
    if (button.dataset.act === "citation") return copy(button, cited(citation, address));
    const given = { fact: one(".t-card__what > span", node).textContent, value, address: full(address), page: location.href };
    const report = (room) => button.dataset.text.replace(/\{(\w+)\}/g, (_, name) => given[name].slice(0, room));
    if (!tracker) return copy(button, report());
    window.open(issue(report), "_blank", "noopener");
  }
  /* An issue's form, filled in: GitLab has its own names for the fields. Hosts refuse addresses of more than some 8,000 signs. */
  function issue(report) {
    const [title, text] = tracker.includes("/-/issues/") ? ["issue[title]", "issue[description]"] : ["title", "body"];
    for (let room = 2000; ; room = room * 0.7 | 0) {
      const body = report(room), asked = new URLSearchParams({ [title]: body.split("\n")[0], [text]: body });
      const address = tracker + (tracker.includes("?") ? "&" : "?") + asked;
      if (address.length < 7000 || room < 20) return address;
    }
  }

  /* The other language opens at the same place, in the same state. */
  all(".t-language__link").forEach((link) => on(link, "click", () => { link.hash = location.hash; link.search = location.search; }));

  /* Navigation: an open section closes when one turns elsewhere; on a small screen all are open. */
  const nav = one(".t-nav");
  if (nav) {
    const sections = all("details", nav);
    const inline = () => !isOpen(nav);
    on(document, "pointerdown focusin", (event) => {
      if (inline()) sections.forEach((section) => { if (!section.contains(event.target)) section.open = false; });
    });
    on(nav, "keydown", (event) => {
      const section = event.target.closest("details[open]");
      if (event.key === "Escape" && section && inline()) { section.open = false; one("summary", section).focus(); }
    });
    on(nav, "toggle", (event) => sections.forEach((section) => {
      section.removeAttribute("name");
      section.open = event.newState === "open";
    }));
  }

  /* The strip: one tab stop, arrow keys, and a line that says which figure a tick is. */
  all(".t-strip").forEach((strip) => {
    const row = one(".t-strip__ticks", strip), ticks = all(".t-tick", row), tip = document.createElement("span");
    tip.className = "t-strip__tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true");
    strip.append(tip);
    ticks.forEach((tick) => {
      tick.setAttribute("aria-label", tick.title);
      tick.removeAttribute("title");
    });
    on(row, "pointerover focusin", (event) => {
      const tick = event.target.closest(".t-tick");
      tip.hidden = !tick;
      if (!tick) return;
      const box = tick.getBoundingClientRect(), frame = strip.getBoundingClientRect();
      tip.textContent = tick.getAttribute("aria-label");
      tip.style.left = Math.max(0, Math.min(box.left - frame.left, frame.width - tip.offsetWidth)) + "px";
      tip.style.bottom = frame.bottom - box.top + 2 + "px";
    });
    on(row, "pointerleave focusout", () => { tip.hidden = true; });
    rove(row, ticks);
  });

  /* The check view: its script and the cards come when it is asked for, by its button or by the address. */
  const toggle = one(".t-check-toggle"), slot = one("[data-t-slot=check]");
  if (toggle && slot && numbers.length) {
    let view = null;
    const check = () => view ||= Promise.all([script(ours("check.js")), need("cards")])
      .then(() => tieoutCheck({ toggle, numbers, cardOf, open, close }))
      .catch((error) => { view = null; throw error; });
    slot.append(toggle);
    toggle.hidden = false;
    on(toggle, "click", () => {
      if (nav && isOpen(nav)) nav.hidePopover();
      check().then((turn) => turn(), none);
    });
    if (new URLSearchParams(location.search).has("check")) check().catch(none);
  }
})();
