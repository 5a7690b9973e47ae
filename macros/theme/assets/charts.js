/* Live charts, and what is made of a chart on request: loaded when a reader asks for one of them. */
(() => {
  "use strict";
  const made = (tag, words, attributes = {}) => {
    const node = document.createElement(tag);
    node.className = words;
    Object.entries(attributes).forEach(([name, text]) => node.setAttribute(name, text));
    return node;
  };

  const told = async (figure) => JSON.parse(await globalThis.tieout.part("live"))[figure.id];

  /* Where scripts may not make code of text, expressions are interpreted, and the interpreter takes the one
     argument of `datetime` for a year. So axes of time become axes of milliseconds: both place alike. */
  function timeless(spec) {
    for (const { data, encoding } of spec.layer) {
      for (const [channel, axis] of Object.entries(encoding).filter(([, { type }]) => type === "temporal")) {
        axis.type = "quantitative";
        Object.assign(axis.scale, { type: "linear", zero: false });
        const fields = new Set([axis, encoding[channel + "2"] || axis].map(({ field }) => field));
        data.values.forEach((row) => fields.forEach((field) => { row[field] = Date.parse(row[field]); }));
      }
    }
    return spec;
  }

  /* One picture, drawn live. Colours are custom properties, so it follows the scheme as the picture does. */
  async function draw(box, spec, tips, label) {
    const host = made("div", "t-live", { tabindex: "0", role: "application", "aria-label": label });
    const canvas = made("div", "t-live__canvas", { "aria-hidden": "true" });
    const tip = made("div", "t-live__tip", { "aria-hidden": "true", hidden: "" });
    const told = made("p", "t-hidden", { role: "status" });
    host.append(canvas, tip);
    const options = { mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip: false };
    const result = await globalThis.tieoutVega.vegaEmbed(canvas, timeless(spec), options);
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

  /* Turns a figure's pictures into live charts, or back. */
  const shown = new WeakMap();
  globalThis.tieoutLive = async (button, word, { back, hint }) => {
    const figure = button.closest("figure");
    const label = figure.querySelector(".t-figure__title").textContent + ". " + hint;
    const end = () => {
      (shown.get(figure) || []).forEach((each) => each.end());
      shown.delete(figure);
      figure.classList.remove("t-figure--live");
      button.textContent = word;
    };
    if (shown.has(figure)) return end();
    const { tips, ...specs } = await told(figure), live = [];
    shown.set(figure, live);
    try {
      for (const width of ["wide", "narrow"]) live.push(await draw(figure.querySelector(".t-figure__" + width), specs[width], tips, label));
    } catch (error) {
      end();
      throw error;
    }
    figure.classList.add("t-figure--live");
    button.textContent = back;
    const seen = live.find(({ host }) => host.offsetParent);
    if (seen) seen.host.focus({ preventScroll: true });
  };

  /* The drawing as a file, with the charts' own font, which all charts of a language share, in it. */
  const rules = {};
  globalThis.tieoutFaces = (text) => { rules[document.currentScript.src] = text; };
  async function alone(figure) {
    const { href } = figure.querySelector("a[href$='.svg']"), font = new URL("font.js", href).href;
    const [answer] = await Promise.all([fetch(href), globalThis.tieout.script(font)]);
    if (!answer.ok) throw new Error(href);
    return (await answer.text()).replace(">", `><style>${rules[font]}</style>`);
  }

  /* What a figure's picture becomes when somebody asks for it: a drawing, and pixels of it, that bring their font;
     and its specification, with the words that stand around it on the page, in the colours of paper. */
  const makers = {
    svg: async (figure) => new Blob([await alone(figure)], { type: "image/svg+xml" }),
    async png(figure) {
      const image = Object.assign(new Image(), { src: "data:image/svg+xml," + encodeURIComponent(await alone(figure)) });
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: 2 * image.width, height: 2 * image.height });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return new Promise((done) => canvas.toBlob(done));
    },
    async json(figure) {
      const { wide } = await told(figure), { title: text, measure: subtitle } = wide.usermeta, font = wide.config.font + ", sans-serif";
      const config = { ...wide.config, font, text: { font } };
      const made = { ...wide, title: { text, subtitle, anchor: "start" }, padding: 16, autosize: "pad", config };
      const plain = JSON.stringify(made, null, 1).replace(/var\(--[\w-]+,(#\w+)\)/g, "$1");
      return new Blob([plain + "\n"], { type: "application/json" });
    },
  };
  globalThis.tieoutMade = async (button) => {
    const figure = button.closest("figure"), { kind } = button.dataset;
    const href = URL.createObjectURL(await makers[kind](figure));
    Object.assign(document.createElement("a"), { href, download: `${figure.id}.${kind === "json" ? "vl.json" : kind}` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
  };
})();
