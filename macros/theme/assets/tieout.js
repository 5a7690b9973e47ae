/* Tieout: cards, navigation, the strip's keys, ledger filters, the check view. Without it everything can be read, less comfortably. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const on = (node, types, action, options) => types.split(" ").forEach((type) => node.addEventListener(type, action, options));
  const mouse = (action) => (event) => { if (event.pointerType === "mouse") action(); };

  /* Cards: one at a time, near their number; entered with the pointer, or with Enter. */
  const cardOf = (link) => document.getElementById("card-" + link.dataset.card);
  const sheet = matchMedia("(max-width: 37.484375em)");
  const numbers = all(".t-num[data-card]").filter((link) => link.showPopover && cardOf(link));
  let number = null, card = null, quiet = null, pinned = false, timer = 0;

  function place() {
    card.style.left = card.style.top = "";
    const box = number.getClientRects()[0] || number.getBoundingClientRect();
    if (sheet.matches) {
      const hidden = box.bottom + 24 - card.getBoundingClientRect().top;
      if (hidden > 0) scrollBy(0, hidden);
      return;
    }
    const tall = card.offsetHeight, gap = 8, edge = 12, bar = 56;
    const room = innerHeight - edge, below = box.bottom + gap, above = box.top - gap - tall;
    const top = below + tall < room ? below : above > bar ? above : Math.max(bar, room - tall);
    const left = Math.max(edge, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - edge));
    card.style.left = left + scrollX + "px";
    card.style.top = top + scrollY + "px";
  }
  function open(link, pin) {
    clearTimeout(timer);
    if (number !== link) {
      close();
      number = link;
      card = cardOf(link);
      card.showPopover();
      link.setAttribute("aria-expanded", "true");
      place();
    }
    pinned = pinned || pin === true;
  }
  function close(back) {
    clearTimeout(timer);
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
  const leave = mouse(() => { if (!pinned) later(() => { if (card && !card.contains(document.activeElement)) close(); }, 280); });

  numbers.forEach((link) => {
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", "card-" + link.dataset.card);
    on(link, "pointerenter", mouse(() => { if (!pinned) later(() => open(link), number ? 60 : 140); }));
    on(link, "pointerleave", leave);
    on(link, "focus", () => { if (quiet !== link && link.matches(":focus-visible")) open(link); });
    on(link, "blur", (event) => { if (number === link && !pinned && !card.contains(event.relatedTarget)) close(); });
    on(link, "click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      if (event.detail && number === link && pinned) return close();
      open(link, true);
      if (!event.detail) card.focus();
    });
  });
  all(".t-card").forEach((node) => {
    on(node, "pointerenter", () => clearTimeout(timer));
    on(node, "pointerleave", leave);
    on(node, "click", (event) => {
      if (event.target.closest(".t-card__close")) close(true);
      else if (event.target.closest("a[href*='#']")) close();
    });
    on(node, "keydown", (event) => {
      if (event.key !== "Tab") return;
      const stops = all("a[href], button:not([hidden])", node), at = stops.indexOf(document.activeElement);
      if (event.shiftKey && at <= 0) { event.preventDefault(); close(true); }
      if (!event.shiftKey && at === stops.length - 1) close(true);
    });
  });
  on(document, "keydown", (event) => { if (event.key === "Escape" && number) { event.stopPropagation(); close(true); } }, true);
  on(document, "pointerdown", (event) => { if (number && !card.contains(event.target) && !number.contains(event.target)) close(); });
  on(window, "resize", () => { if (number) place(); });

  /* Copying, with the address resolved against the page's own. */
  if (navigator.clipboard) all(".t-copy").forEach((button) => {
    button.hidden = false;
    on(button, "click", () => {
      const words = button.textContent, { copy, address, done } = button.dataset;
      navigator.clipboard.writeText((copy.replace(address, "").trim() + " " + new URL(address, location).href).trim()).then(() => {
        button.textContent = done;
        setTimeout(() => { button.textContent = words; }, 1600);
      });
    });
  });

  /* Navigation: an open section closes when one turns elsewhere; on a small screen all are open. */
  const nav = one(".t-nav");
  if (nav) {
    const sections = all("details", nav);
    const inline = () => !nav.matches(":popover-open");
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
    ticks.forEach((tick, at) => {
      tick.tabIndex = at ? -1 : 0;
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
    on(row, "keydown", (event) => {
      const at = ticks.indexOf(event.target), last = ticks.length - 1;
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
      if (at < 0 || !ticks[to]) return;
      event.preventDefault();
      ticks[at].tabIndex = -1;
      ticks[to].tabIndex = 0;
      ticks[to].focus();
    });
  });

  /* The ledger: filters whose state is in the address, and entries that open when addressed. */
  const form = one(".t-filter");
  if (form) {
    const entries = all(".t-entry"), fields = all("[name]", form), count = one("output", form);
    const words = entries.map((entry) => entry.textContent.toLowerCase());
    const apply = () => {
      let shown = 0;
      entries.forEach((entry, at) => {
        const fits = fields.every(({ name, value }) => name in entry.dataset
          ? !value || entry.dataset[name].split(" ").includes(value)
          : value.toLowerCase().split(/\s+/).every((word) => words[at].includes(word)));
        entry.hidden = !fits;
        shown += fits;
      });
      count.textContent = count.dataset.of.replace("{n}", shown).replace("{m}", entries.length);
      one(".t-ledger__none").hidden = shown > 0;
    };
    const keep = () => {
      apply();
      const state = new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value])).toString();
      try { history.replaceState(null, "", location.pathname + (state && "?" + state)); } catch { /* browsers refuse from disk; the filter works all the same */ }
    };
    const visit = () => {
      const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!entry || !entry.matches(".t-entry")) return;
      if (entry.hidden) { form.reset(); apply(); }
      one("details", entry).open = true;
      entry.scrollIntoView();
    };
    const asked = new URLSearchParams(location.search);
    fields.forEach((field) => { field.value = asked.get(field.name) || ""; });
    form.hidden = false;
    on(form, "input", keep);
    on(form, "reset", () => setTimeout(keep));
    on(form, "submit", (event) => event.preventDefault());
    on(window, "hashchange", visit);
    apply();
    visit();
  }

  /* The check view: every number by its verdict; n and p step through them. */
  const toggle = one(".t-check-toggle"), slot = one("[data-t-slot=check]");
  if (toggle && slot && numbers.length) {
    const bar = one(".t-check"), now = one(".t-check__now"), hint = now.textContent;
    const signs = { imprecise: "∼", not_found: "?", misdescribed: "≠", outdated: "↺", contradicted: "≠" };
    let at = -1;
    numbers.forEach((link) => {
      /* A preferred value is not wrong because the article's is: only what the article printed bears the verdict. */
      const printed = /t-v-(\w+)/.exec(link.className), unfound = cardOf(link).dataset.verdict === "not_found";
      const verdict = printed ? printed[1] : unfound ? "not_found" : "";
      if (signs[verdict]) link.dataset.sign = signs[verdict];
    });
    const set = (active) => {
      document.body.classList.toggle("t-checking", active);
      toggle.setAttribute("aria-pressed", active);
      bar.hidden = !active;
      at = -1;
      now.textContent = hint;
      if (!active) close();
    };
    const step = (by) => {
      const many = numbers.length;
      at = at < 0 && by < 0 ? many - 1 : (at + by + many) % many;
      const link = numbers[at], word = link.dataset.sign && cardOf(link).dataset.word;
      now.textContent = [at + 1 + " / " + many, link.textContent, word].filter(Boolean).join(" · ");
      link.scrollIntoView({ block: "center" });
      link.focus({ preventScroll: true, focusVisible: true });
    };
    slot.append(toggle);
    document.body.append(bar);
    toggle.hidden = false;
    on(toggle, "click", () => set(bar.hidden));
    on(bar, "click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.step) { step(Number(button.dataset.step)); button.focus(); } else { set(false); toggle.focus(); }
    });
    /* Caught early: the theme turns pages on these keys. */
    on(document, "keydown", (event) => {
      if (bar.hidden || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
      const by = { n: 1, p: -1 }[event.key];
      if (by) { event.preventDefault(); event.stopPropagation(); step(by); }
      if (event.key === "Escape") set(false);
    }, true);
  }
})();
