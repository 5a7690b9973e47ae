/* The check view: every number by its verdict; n and p step through them, or through those of one verdict. The address keeps where one is. */
globalThis.tieoutCheck = (page) => {
  "use strict";
  const { toggle, numbers, cardOf, open, close } = page, { all, one, on, remember } = tieout;
  const panel = one(".t-check"), now = one(".t-check__now"), hint = now.textContent, legend = all("[data-kind]", panel);
  let at = -1, kind = "", stops = numbers;
  /* A preferred value is not wrong because the article's is: only what the article printed bears the verdict. */
  const kindOf = (link) => {
    const printed = /t-v-(\w+)/.exec(link.className);
    if (printed) return printed[1] === "rounded" ? "confirmed" : printed[1];
    return cardOf(link).dataset.verdict === "not_found" ? "not_found" : "ours";
  };
  numbers.forEach((link) => { link.dataset.kind = kindOf(link); });
  legend.forEach((button) => {
    const these = numbers.filter((link) => link.dataset.kind === button.dataset.kind);
    button.parentElement.hidden = !these.length;
    one("b", button).textContent = these.length;
    if (button.dataset.kind !== "confirmed") these.forEach((link) => { if (button.dataset.sign) link.dataset.sign = button.dataset.sign; });
  });
  const keep = () => {
    const state = new URLSearchParams(location.search);
    state.delete("check");
    state.delete("at");
    if (!panel.hidden) state.set("check", kind || "all");
    if (at >= 0) state.set("at", at + 1);
    remember(state, location.hash);
  };
  const choose = (wanted) => {
    kind = wanted;
    at = -1;
    stops = kind ? numbers.filter((link) => link.dataset.kind === kind) : numbers;
    legend.forEach((button) => button.setAttribute("aria-pressed", button.dataset.kind === kind));
  };
  const set = (active) => {
    document.body.classList.toggle("t-checking", active);
    toggle.setAttribute("aria-pressed", active);
    panel.hidden = !active;
    choose("");
    now.textContent = hint;
    if (!active) close();
    keep();
  };
  const step = (by, held) => {
    const many = stops.length;
    at = at < 0 && by < 0 ? many - 1 : (at + by + many) % many;
    const link = stops[at], word = link.dataset.sign && cardOf(link).dataset.word;
    now.textContent = [at + 1 + " / " + many, link.textContent, word].filter(Boolean).join(" · ");
    close();
    link.scrollIntoView();
    if (held) open(link, true); else link.focus({ preventScroll: true, focusVisible: true });
    keep();
  };
  document.body.append(panel);
  on(panel, "click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.step) step(Number(button.dataset.step), true);
    else if (button.dataset.kind) { choose(button.dataset.kind === kind ? "" : button.dataset.kind); step(1, true); }
    else { set(false); toggle.focus(); }
  });
  /* Caught early: the theme turns pages on these keys. */
  on(document, "keydown", (event) => {
    if (panel.hidden || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const by = { n: 1, p: -1 }[event.key];
    if (by) { event.preventDefault(); event.stopPropagation(); step(by); }
    if (event.key === "Escape") set(false);
  }, true);
  const asked = new URLSearchParams(location.search), wanted = asked.get("check"), place = Number(asked.get("at"));
  if (wanted) {
    set(true);
    if (numbers.some((link) => link.dataset.kind === wanted)) choose(wanted);
    if (place > 0 && place <= stops.length) { at = place - 2; step(1, true); }
    keep();
  }
  return () => set(panel.hidden);
};
