// The page of a case works without this script. With it nothing typed is lost, the page keeps its place after each act, and shows by
// itself what others do.
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const people = byId("people");
  const form = byId("reply");
  const box = byId("reply-text");
  const live = { headers: { "X-Desk-Live": "1" }, credentials: "same-origin", cache: "no-store" };

  // On a narrow screen the facts are folded until they are wanted.
  if (matchMedia("(max-width: 62rem)").matches) document.querySelector(".side-part .fold")?.removeAttribute("open");

  // What has the focus is scrolled above the bar, however high it is.
  const bar = document.querySelector(".composer");
  if (bar && window.ResizeObserver) {
    new ResizeObserver(() => document.documentElement.style.setProperty("--composer-height", `${bar.offsetHeight + 8}px`)).observe(bar);
  }

  // After an act: the same place on the page, and the focus on the sentence that says what was done.
  const placeKey = "desk-place";
  const remember = () => sessionStorage.setItem(placeKey, JSON.stringify({ path: location.pathname, top: scrollY }));
  document.addEventListener("submit", (e) => e.target.closest("main") && remember());
  const done = byId("done");
  const doneAddress = location.href;
  const problem = document.querySelector("main [role=alert]:not([hidden])");
  const saved = JSON.parse(sessionStorage.getItem(placeKey) ?? "null");
  sessionStorage.removeItem(placeKey);
  const isBack = saved && location.pathname.startsWith(saved.path);
  if (isBack) scrollTo(0, saved.top);

  // The newest message of the asker is what a case is opened for; after an act it is the official's own. Neither is behind the bar.
  const showNewest = (kind) => {
    const newest = [...document.querySelectorAll(`#thread .messages > li.${kind}`)].at(-1);
    if (!newest) return;
    const { top, bottom, height } = newest.getBoundingClientRect();
    const end = bar && getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().top - 8 : innerHeight;
    if (height > end) scrollBy(0, top - 8);
    else if (bottom > end) scrollBy(0, bottom - end);
    else if (top < 0) scrollBy(0, top - 8);
  };
  if (done?.querySelector("[role=status]")) {
    showNewest(new URL(doneAddress).searchParams.get("done") === "note" ? "note" : "official");
    done.focus({ preventScroll: true });
    // What was done is said in view, also in a low window, where the bar does not stay.
    const { top, bottom } = done.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) done.scrollIntoView({ block: "center" });
    history.replaceState(null, "", location.pathname);
  } else if (problem) {
    problem.tabIndex = -1;
    problem.focus();
  } else if (!isBack && !location.hash) {
    showNewest("asker");
    // Whoever opened the case with the mouse writes next; those who go by keys keep the keys.
    const canType = matchMedia("(hover: hover) and (pointer: fine) and (min-width: 48.01rem)").matches;
    if (canType && box && sessionStorage.getItem("desk-pointed") === location.pathname) box.focus({ preventScroll: true });
  }
  sessionStorage.removeItem("desk-pointed");

  // The list that the official came from: back to it, and through its rows.
  const list = JSON.parse(sessionStorage.getItem("desk-list") ?? "null");
  const own = /cases\/([^/]+)/.exec(location.pathname)?.[1];
  const at = list ? list.cases.findIndex((item) => item.number === own) : -1;
  sessionStorage.setItem("desk-last", own);
  if (list) document.querySelector(".neighbours .back").href = list.href;
  if (at >= 0) {
    const nav = document.querySelector(".neighbours");
    for (const [rel, step] of [["prev", -1], ["next", 1]]) {
      const link = nav.querySelector(`[rel=${rel}]`);
      const item = list.cases[at + step];
      if (!link) continue;
      if (item) link.href = item.href;
      else link.remove();
    }
    // What is done by now is none to go on with.
    list.cases[at].isOpen = people.dataset.open !== undefined;
    sessionStorage.setItem("desk-list", JSON.stringify(list));
    const next = list.cases.slice(at + 1).find((item) => item.isOpen);
    const hint = document.querySelector(".next-case");
    if (hint && next) {
      hint.href = next.href;
      hint.textContent = `${hint.textContent.split(":")[0]}: ${next.name} (${next.number})`;
    } else hint?.remove();
    if (form && next) form.elements.next.value = next.number;
  }

  // On a telephone what helps to write is behind one button.
  const aids = byId("aids");
  if (aids && matchMedia("(max-width: 48rem)").matches) aids.open = false;

  // Drafts: saved a little after each pause, one save after the other, so that an early one never replaces a later one.
  const status = byId("draft");
  let isDirty = false;
  let isLeaving = false;
  let timer = 0;
  let posts = Promise.resolve();
  const values = () => {
    const data = new FormData(form);
    data.delete("files");
    return new URLSearchParams([...data].filter(([, value]) => typeof value === "string"));
  };
  /** After signing in again in another tab the forms of this page need a new token; what is typed stays. */
  const renewToken = async () => {
    const response = await fetch(form.dataset.draft.replace(/\/draft$/, ""), live);
    if (!response.ok || response.redirected) return false;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const token = page.querySelector("#reply [name=__RequestVerificationToken]")?.value;
    for (const input of document.querySelectorAll("[name=__RequestVerificationToken]")) if (token) input.value = token;
    return Boolean(token);
  };
  const post = async (canRenew = true) => {
    const [body, hasChanged] = [values(), isDirty];
    isDirty = false;
    if (!hasChanged) body.set("check", "1");
    let code = 0;
    try {
      const response = await fetch(form.dataset.draft, { method: "POST", body, credentials: "same-origin", redirect: "manual" });
      code = response.type === "opaqueredirect" ? 401 : response.status;
      if (response.ok && hasChanged) status.textContent = (await response.json()).text;
    } catch {
      // No connection: the code says so.
    }
    if (code === 400 && canRenew && (await renewToken().catch(() => false))) {
      isDirty = hasChanged;
      return post(false);
    }
    if (hasChanged && (code < 200 || code > 299)) {
      isDirty = true;
      status.textContent = form.dataset.failed;
    }
    return code;
  };
  /** Saves the draft if it changed. Returns the status of the answer; 401 when the session has ended, 0 without connection. */
  const save = () => (posts = posts.then(() => post()));
  const changed = () => {
    isDirty = true;
    timer ||= setTimeout(() => {
      timer = 0;
      if (isDirty && !isLeaving) save();
    }, 2000);
  };
  form?.addEventListener("input", (e) => e.target.type !== "file" && changed());

  // Files are uploaded when they are chosen, so that they are there again whenever the case is opened, as the draft is.
  const files = byId("reply-files");
  const uploadProblem = byId("upload-problem");
  /** What is chosen while others are uploaded stays in the input, and follows them. */
  const hold = (chosen) => {
    const held = new DataTransfer();
    for (const file of chosen) held.items.add(file);
    files.files = held.files;
  };
  const load = async (address, options) => {
    const response = await fetch(address, options);
    return [response.status, new DOMParser().parseFromString(await response.text(), "text/html")];
  };
  const upload = async (chosen) => {
    const data = new FormData();
    data.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    for (const file of chosen) data.append("files", file);
    const tell = (problem) => {
      status.textContent = "";
      uploadProblem.textContent = problem;
      uploadProblem.hidden = problem === "";
    };
    tell("");
    status.textContent = form.dataset.uploading;
    const others = () => [...files.files].filter((file) => !chosen.includes(file));
    try {
      const [code, page] = await load(form.dataset.files, { method: "POST", body: data, credentials: "same-origin" });
      // What is refused is named on a page of its own; what came with it was accepted, and stands on the page of the case.
      const isRefused = code === 422;
      const waiting = (isRefused ? (await load(location.href, live))[1] : page).getElementById("waiting");
      if (waiting) byId("waiting").replaceChildren(...waiting.childNodes);
      if (waiting || isRefused) hold(others());
      const problems = isRefused ? [...page.querySelectorAll("main li, main .problem")].map((item) => item.textContent.trim()) : [];
      tell(isRefused ? problems.join(" ") : waiting ? "" : form.dataset.uploadFailed);
    } catch {
      // Without connection they stay in the input, and go with the form.
      hold([...chosen, ...others()]);
      tell(form.dataset.uploadFailed);
    }
  };
  if (files) {
    form.classList.add("scripted");
    files.addEventListener("change", () => {
      const chosen = [...files.files];
      if (chosen.length > 0) posts = posts.then(() => upload(chosen));
    });
  }

  // A form is sent only after the server has answered, and after every draft on its way: an ended session or a lost connection would
  // replace the page and what is typed in it, and a late draft would bring back what was sent.
  let isAnswered = false;
  const tell = (id) => {
    for (const problem of ["session-ended", "no-connection"]) byId(problem).hidden = problem !== id;
    if (!id) return;
    byId(id).tabIndex = -1;
    byId(id).focus();
  };
  document.addEventListener("submit", async (e) => {
    const { target, submitter } = e;
    if (!form || target.getAttribute("method") !== "post" || !target.closest("main")) return;
    if (isAnswered) {
      isAnswered = false;
      return;
    }
    e.preventDefault();
    if (isLeaving) return;
    // Nothing is sent without words; the sentence stands beside the box.
    const needed = byId("text-needed");
    const writes = target === form && ["send", "close", "next"].includes(submitter?.value ?? "send");
    const input = byId("mode-note")?.checked ? byId("note-text") : box;
    const asks = byId("mode-ask-back")?.checked && form.querySelector("[name=missing]:checked, [name=papers]:checked");
    needed.hidden = !writes || Boolean(asks) || input.value.trim() !== "";
    for (const other of [box, byId("note-text")]) other?.removeAttribute("aria-invalid");
    if (!needed.hidden) {
      input.setAttribute("aria-invalid", "true");
      input.focus();
      return;
    }
    isLeaving = true;
    const code = await save();
    // 409 and 413: the page that answers the form says what is wrong, and keeps the text.
    if ((code >= 200 && code <= 299) || code === 409 || code === 413) {
      tell(null);
      isDirty = false;
      isAnswered = true;
      target.requestSubmit(submitter);
      isLeaving = !isAnswered;
      isAnswered = false;
      // A page that is still there was not left.
      setTimeout(() => (isLeaving = false), 15000);
    } else {
      isLeaving = false;
      tell([400, 401, 403].includes(code) ? "session-ended" : "no-connection");
    }
  });
  addEventListener("pageshow", (e) => e.persisted && (isLeaving = false));
  addEventListener("pagehide", () => isDirty && !isLeaving && navigator.sendBeacon(form.dataset.draft, values()));
  addEventListener("beforeunload", (e) => isDirty && !isLeaving && e.preventDefault());

  // Templates and the suggestion are put where the cursor is, as if they were typed: Ctrl+Z takes them back.
  const replace = (text) => {
    if (!document.execCommand(text === "" ? "delete" : "insertText", false, text)) {
      box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    }
  };
  const insert = (text) => {
    if (!text) return;
    const isEmpty = box.value.trim() === "";
    box.focus();
    if (isEmpty) box.select();
    const before = isEmpty || box.value.slice(0, box.selectionStart).endsWith("\n") ? "" : "\n\n";
    replace(before + text);
    changed();
  };
  // A tick that came with a template goes with its text: what is written then is the answer.
  const acknowledges = byId("reply-acknowledgement-yes");
  box?.addEventListener("input", () => {
    if (acknowledges?.dataset.template !== undefined && box.value.trim() === "") acknowledges.checked = false;
  });
  if (acknowledges?.checked) acknowledges.dataset.template = "";
  acknowledges?.addEventListener("change", () => delete acknowledges.dataset.template);
  /** @param {HTMLElement | undefined} source The option or list item of a template. */
  const insertTemplate = (source) => {
    if (acknowledges && (source?.dataset.acknowledges !== undefined || box.value.trim() === "")) {
      acknowledges.checked = source?.dataset.acknowledges !== undefined;
      if (acknowledges.checked) acknowledges.dataset.template = "";
    }
    insert(source?.dataset.text);
  };
  const select = byId("template");
  const suggestion = byId("insert-suggestion");
  if (select) {
    byId("insert-template").hidden = true;
    select.addEventListener("change", () => {
      insertTemplate(select.selectedOptions[0]);
      select.value = "";
    });
  }
  suggestion?.addEventListener("click", (e) => {
    e.preventDefault();
    insert(suggestion.dataset.text);
    byId("cautions")?.removeAttribute("hidden");
  });

  // “/” at the beginning of a line lists the templates; what follows narrows the list.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "d").toLowerCase();
  const announce = (text) => (status.textContent = text);
  const typed = () => /(?:^|\n)\/([^\n]*)$/.exec(box.value.slice(0, box.selectionStart));
  const templates =
    box &&
    select &&
    window.deskMenu(box, {
      id: "templates",
      label: select.labels[0].textContent,
      announce,
      find: () => {
        const match = typed();
        return match ? [...select.options].filter((o) => o.value && plain(o.text).includes(plain(match[1].trim()))) : [];
      },
      choose: (option) => {
        const end = box.selectionStart;
        box.setSelectionRange(end - typed()[1].length - 1, end);
        replace("");
        insertTemplate(option);
      },
    });

  // “@” in a note lists the colleagues and teams that can be told, by user name, name or key.
  const noteBox = byId("note-text");
  const names = byId("mention-names");
  const mentioned = () => /(?:^|[^\p{L}\p{N}@.])@([\p{L}\p{M}\p{N}._-]*)$/u.exec(noteBox.value.slice(0, noteBox.selectionStart));
  if (noteBox && names) {
    window.deskMenu(noteBox, {
      id: "mentions",
      label: names.dataset.label,
      announce,
      find: () => {
        const match = mentioned();
        if (!match) return [];
        const wanted = plain(match[1]);
        const begins = (o) => [o.value, ...o.label.split(/[\s,]+/)].some((word) => plain(word).startsWith(wanted));
        return [...names.options].filter(begins).slice(0, 20);
      },
      choose: (option) => {
        const end = noteBox.selectionStart;
        noteBox.setSelectionRange(end - mentioned()[1].length, end);
        if (!document.execCommand("insertText", false, `${option.value} `)) {
          noteBox.setRangeText(`${option.value} `, noteBox.selectionStart, noteBox.selectionEnd, "end");
        }
        changed();
      },
    });
  }
  for (const input of [box, noteBox]) {
    input?.addEventListener("keydown", (e) => {
      if (e.isComposing) return;
      if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
        e.preventDefault();
        const onwards = input === box && e.shiftKey && form.querySelector("button[value=next]");
        form.requestSubmit(onwards || form.querySelector("button.send"));
      } else if (e.key === "Escape") {
        input.blur();
      }
    });
  }

  // What was typed before this script was there.
  if (box && box.value !== box.defaultValue) {
    changed();
    templates?.suggest();
  }

  // Who else is here, and what changed. What is being typed is never touched.
  if (people) {
    const note = byId("changed");
    let typedAt = -Infinity;
    let shown = people.dataset.version;
    document.addEventListener("input", (e) => {
      if (e.target instanceof HTMLTextAreaElement) typedAt = performance.now();
    });
    const link = note.querySelector("a");
    let draws = Promise.resolve();
    /** Shows the case as it is now, at its own address: this page may be the answer to a form. Returns the version that is shown. */
    const draw = async (isWanted) => {
      const response = await fetch(link.href, live);
      if (!response.ok || response.redirected) return null;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const part of ["#thread", "#part-history", "#facts-part", ".summary"]) {
        const [old, fresh, focused] = [document.querySelector(part), page.querySelector(part), document.activeElement];
        if (!old || !fresh || (!isWanted && old !== focused && old.contains(focused))) continue;
        const isOpen = old.open;
        old.replaceChildren(...fresh.childNodes);
        if (isOpen) old.open = true;
      }
      return page.getElementById("people").dataset.version;
    };
    const redraw = (isWanted) => (draws = draws.then(() => draw(isWanted)).catch(() => null));
    const look = async () => {
      const isTyping = performance.now() - typedAt < 15000;
      const response = await fetch(`${people.dataset.live}?typing=${isTyping}&since=${people.dataset.version}`, live);
      if (!response.ok || response.redirected) return;
      const now = await response.json();
      if (people.textContent !== now.people) people.textContent = now.people;
      if (String(now.version) === shown) return;
      shown = String(now.version);
      if (now.changes) note.querySelector("[data-text]").textContent = now.changes;
      note.hidden = shown === people.dataset.version;
      await redraw(false);
    };
    link.addEventListener("click", async (e) => {
      e.preventDefault();
      const version = await redraw(true);
      if (version === null) return;
      for (const input of document.querySelectorAll("main input[name=version]")) input.value = version;
      people.dataset.version = version;
      if (Number(version) > Number(shown)) shown = version;
      note.hidden = shown === version;
      const thread = byId("thread");
      thread.lastElementChild.scrollIntoView({ block: "end" });
      thread.focus({ preventScroll: true });
    });
    look().catch(() => {});
    setInterval(() => document.visibilityState === "visible" && look().catch(() => {}), 4000);
  }

  // Keys: never while something is typed, and not for those who turned them off.
  const mode = (key) => () => {
    const radio = byId(`mode-${key}`);
    if (!radio) return;
    radio.checked = true;
    byId(key === "note" ? "note-text" : "reply-text").focus();
  };
  const keys = {
    r: mode("reply"),
    a: mode("ask-back"),
    n: mode("note"),
    "/": () => {
      mode("reply")();
      if (box && !box.value.endsWith("\n") && box.value !== "") box.value += "\n";
      box?.setRangeText("/", box.value.length, box.value.length, "end");
      templates?.suggest();
    },
    j: () => document.querySelector(".neighbours [rel=next]")?.click(),
    k: () => document.querySelector(".neighbours [rel=prev]")?.click(),
    u: () => document.querySelector(".neighbours .back").click(),
  };
  document.addEventListener("keydown", (e) => {
    const isField = e.target instanceof Element && e.target.closest("textarea, select, input, [contenteditable]");
    if (localStorage.getItem("desk-keys") === "off" || isField || e.ctrlKey || e.altKey || e.metaKey || !Object.hasOwn(keys, e.key)) return;
    e.preventDefault();
    keys[e.key]();
  });
})();
