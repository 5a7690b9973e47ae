/* Charts on request: the drawing script is asked for when a reader presses “Interactive”, once. Without it the pictures stay. */
(() => {
  "use strict";
  const asked = {};
  const script = (address) => asked[address] ||= new Promise((done, failed) => {
    const node = document.createElement("script");
    node.src = address;
    node.onload = done;
    node.onerror = () => {
      delete asked[address];
      node.remove();
      failed(new Error(address));
    };
    document.head.append(node);
  });
  const made = (tag, words, attributes = {}) => {
    const node = document.createElement(tag);
    node.className = words;
    Object.entries(attributes).forEach(([name, text]) => node.setAttribute(name, text));
    return node;
  };

  /* One picture, drawn live. Colours are custom properties, so it follows the scheme as the picture does. */
  async function draw(box, spec, tips, label) {
    const host = made("div", "t-live", { tabindex: "0", role: "application", "aria-label": label });
    const canvas = made("div", "t-live__canvas", { "aria-hidden": "true" });
    const tip = made("div", "t-live__tip", { "aria-hidden": "true", hidden: "" });
    const told = made("p", "t-hidden", { role: "status" });
    host.append(canvas, tip);
    const options = { mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip: false };
    const result = await globalThis.tieoutVega.vegaEmbed(canvas, spec, options);
    const svg = canvas.querySelector("svg");
    svg.setAttribute("focusable", "false");
    /* Of every shape: the value it belongs to. A line is the whole series and answers for no one value. */
    const marks = [...svg.querySelectorAll("path, text, rect, line")].flatMap((node) => {
      const item = node.__data__, data = item && item.datum;
      if (!data || !tips[data.key]) return [];
      const series = item.mark.marktype === "line" && !node.getAttribute("fill") || false;
      return [{ node, key: data.key, group: data.series || data.key, series, shape: node.localName !== "text" }];
    });
    const keys = Object.keys(tips).filter((key) => marks.some((mark) => mark.key === key));
    let now = "", timer = 0;

    function show(key, aloud) {
      clearTimeout(timer);
      if (key === now && !aloud) return;
      now = key;
      const group = (marks.find((mark) => mark.key === key) || {}).group;
      marks.forEach((mark) => { mark.node.style.opacity = !key || mark.key === key || mark.group === group ? "" : ".25"; });
      tip.hidden = !key;
      if (aloud) told.textContent = key && tips[key];
      if (!key) return;
      tip.textContent = tips[key];
      const own = marks.filter((mark) => mark.key === key && !mark.series);
      const at = (own.find((mark) => mark.shape) || own[0] || marks.find((mark) => mark.key === key)).node.getBoundingClientRect();
      const frame = host.getBoundingClientRect(), tall = tip.offsetHeight;
      const left = (at.left + at.right) / 2 - frame.left - tip.offsetWidth / 2;
      const above = at.top - frame.top - tall - 6;
      tip.style.left = Math.max(0, Math.min(left, frame.width - tip.offsetWidth)) + "px";
      tip.style.top = (above > -tall / 2 ? above : at.bottom - frame.top + 6) + "px";
    }
    /* The mark under the pointer, or the nearest within a finger's width. */
    function near(event) {
      let best = "", least = 24;
      for (const { node, key, series } of marks) {
        if (series) continue;
        const box = node.getBoundingClientRect();
        const far = Math.hypot(Math.max(box.left - event.clientX, 0, event.clientX - box.right), Math.max(box.top - event.clientY, 0, event.clientY - box.bottom));
        if (node === event.target) return key;
        if (far < least) [best, least] = [key, far];
      }
      return best;
    }
    const leave = () => { timer = setTimeout(() => show(""), 250); };
    host.addEventListener("pointermove", (event) => {
      if (tip.contains(event.target)) return clearTimeout(timer);
      const key = near(event);
      if (key) show(key); else if (now) { clearTimeout(timer); leave(); }
    });
    host.addEventListener("pointerdown", (event) => { if (!tip.contains(event.target)) show(near(event)); });
    host.addEventListener("pointerleave", leave);
    host.addEventListener("blur", () => show("", true));
    host.addEventListener("keydown", (event) => {
      const at = keys.indexOf(now), last = keys.length - 1;
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at < 0 ? last : at - 1, ArrowUp: at < 0 ? last : at - 1, Home: 0, End: last }[event.key];
      if (event.key === "Escape" && now) {
        event.stopPropagation();
        show("", true);
      } else if (to !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        event.stopPropagation();
        show(keys[Math.max(0, Math.min(to, last))], true);
      }
    });
    host.append(told);
    box.append(host);
    return { host, end: () => { clearTimeout(timer); result.finalize(); host.remove(); } };
  }

  document.querySelectorAll(".t-live-button").forEach((button) => {
    const figure = button.closest("figure"), data = figure.querySelector(".t-live-data");
    const { script: address, busy, back, failed, hint } = button.dataset, word = button.textContent;
    const boxes = { wide: figure.querySelector(".t-figure__wide"), narrow: figure.querySelector(".t-figure__narrow") };
    const label = figure.querySelector(".t-figure__title").textContent + ". " + hint;
    let live = [];
    const state = (active) => {
      figure.classList.toggle("t-figure--live", active);
      button.textContent = active ? back : word;
    };
    button.addEventListener("click", async () => {
      if (button.getAttribute("aria-busy")) return;
      if (live.length) {
        live.forEach((each) => each.end());
        live = [];
        return state(false);
      }
      button.setAttribute("aria-busy", "true");
      button.textContent = busy;
      try {
        await script(address);
        const { tips, ...specs } = JSON.parse(data.content.textContent);
        for (const [width, box] of Object.entries(boxes)) live.push(await draw(box, specs[width], tips, label));
        state(true);
        const shown = live.find(({ host }) => host.offsetParent);
        if (shown) shown.host.focus({ preventScroll: true });
      } catch {
        live.forEach((each) => each.end());
        live = [];
        state(false);
        button.textContent = failed;
      }
      button.removeAttribute("aria-busy");
    });
    button.hidden = false;
  });

  /* The line for other pages: it is copied as it stands. */
  if (navigator.clipboard) document.querySelectorAll("[data-copy-code]").forEach((button) => {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(button.closest(".t-snippet").querySelector("code").textContent).then(() => {
        button.textContent = button.dataset.done;
        setTimeout(() => { button.textContent = words; }, 1600);
      });
    });
  });
})();
