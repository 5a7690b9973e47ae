/* From disk no browser starts a worker. The theme's search then runs in a frame of this page: the same script,
   which finds there what a worker would give it. It asks for `IFrameWorker` to know where its files are. */
if (location.protocol === "file:") window.Worker = window.IFrameWorker = class extends EventTarget {
  constructor(address) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    const inside = frame.contentWindow, scripts = inside.document;
    const load = (src) => new Promise((done, failed) => {
      const script = scripts.createElement("script");
      Object.assign(script, { src, onload: done, onerror: failed });
      scripts.head.append(script);
    });
    inside.importScripts = (...all) => all.reduce((before, src) => before.then(() => load(src)), Promise.resolve());
    inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    this.ready = load(address).then(() => inside);
  }
  postMessage(data) {
    this.ready.then((inside) => inside.dispatchEvent(new inside.MessageEvent("message", { data })));
  }
};
