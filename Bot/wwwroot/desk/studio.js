// The editor of an article works without this script. With it nothing typed is lost, the check and the card follow what is typed, and
// whoever has the same draft open is named. It never writes into a field that is being typed in: input methods for Vietnamese stay whole.
(() => {
  "use strict";

  const form = document.getElementById("editor");
  if (!form) return;
  const base = form.dataset.draft;
  const byId = (id) => document.getElementById(id);
  const [kept, here] = [byId("kept"), byId("here")];
  const spare = `studio:${base}`;
  const keepAfter = 5000;
  const previewAfter = 300;
  let isDirty = false;
  let keepTimer = 0;
  let previewTimer = 0;
  let running = null;

  const values = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  const send = (action, options) => fetch(`${base}/${action}`, { credentials: "same-origin", redirect: "manual", ...options });

  // Where the service cannot be reached, or the session has ended, what is typed stays in this browser.
  const storeHere = () => {
    const fields = [...values()].filter(([name]) => name !== "__RequestVerificationToken");
    localStorage.setItem(spare, JSON.stringify(fields));
  };
  const keep = async () => {
    keepTimer = 0;
    if (!isDirty) return;
    isDirty = false;
    try {
      const response = await send("keep", { method: "POST", body: values() });
      if (response.ok) {
        kept.textContent = (await response.json()).text;
        localStorage.removeItem(spare);
        return;
      }
    } catch {
      // No connection: said below.
    }
    isDirty = true;
    storeHere();
    kept.textContent = form.dataset.failed;
    keepTimer ||= setTimeout(keep, keepAfter);
  };

  const showFindings = (preview) => {
    for (const old of form.querySelectorAll(".live")) old.remove();
    for (const finding of [...preview.querySelectorAll("[data-place]")]) {
      const section = byId(`section-${finding.dataset.place.split(":")[1]}`);
      if (finding.dataset.place.includes(":") && section) section.querySelector(".pair").before(finding);
    }
  };
  const preview = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const response = await send("preview", { method: "POST", body: values(), signal: running.signal });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const next = page.getElementById("preview");
      if (!next) return;
      showFindings(next);
      byId("preview").replaceWith(next);
    } catch {
      // The next pause asks again.
    }
  };

  const changed = () => {
    isDirty = true;
    clearTimeout(previewTimer);
    previewTimer = setTimeout(preview, previewAfter);
    keepTimer ||= setTimeout(keep, keepAfter);
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", () => {
    isDirty = false;
    clearTimeout(keepTimer);
    localStorage.removeItem(spare);
  });
  addEventListener("pagehide", () => {
    if (isDirty) navigator.sendBeacon(`${base}/keep`, values());
  });

  const restore = JSON.parse(localStorage.getItem(spare) ?? "null");
  if (restore) {
    const seen = {};
    for (const [name, value] of restore) {
      const index = (seen[name] = (seen[name] ?? -1) + 1);
      const field = form.querySelectorAll(`[name="${CSS.escape(name)}"]`)[index];
      if (field) field.value = value;
    }
    kept.textContent = form.dataset.restored;
    changed();
  }

  const look = async () => {
    try {
      const response = await send("live", { cache: "no-store" });
      if (!response.ok) return;
      const { version, text } = await response.json();
      const news = String(version) === form.dataset.version ? text : `${text} ${form.dataset.newer}`.trim();
      if (here.textContent !== news) here.textContent = news;
    } catch {
      // The next look tells.
    }
  };
  look();
  setInterval(look, 4000);
})();
