/* A page's former address: lead on with the place on the page and the state, which the page itself cannot. */
(() => {
  "use strict";
  const to = new URL(document.querySelector("main a").href);
  to.search = location.search;
  to.hash = location.hash;
  location.replace(to);
})();
