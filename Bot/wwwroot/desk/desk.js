// Pages work without this script; with it they show by themselves what changed, and keys spare the mouse.
(() => {
  "use strict";

  const live = { headers: { "X-Desk-Live": "1" }, credentials: "same-origin", cache: "no-store" };
  const isVisible = () => document.visibilityState === "visible";
  const every = (seconds, work) => setInterval(() => isVisible() && work().catch(() => {}), seconds * 1000);

  // On a narrow screen the current part of a row of tabs is in view.
  for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
    const row = tab.closest("ul");
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }

  // What was done just now: the address says it once. A button that no longer does anything is taken away, which is said;
  // whoever is on it stays in the notice.
  const done = document.getElementById("done");
  const undo = document.getElementById("undo");
  if (undo) {
    const counter = undo.querySelector("[data-counter]");
    const end = Date.now() + undo.dataset.seconds * 1000;
    const tick = () => {
      const left = Math.max(Math.ceil((end - Date.now()) / 1000), 0);
      counter.textContent = counter.dataset.counter.replace("{0}", String(left));
      if (left > 0) return;
      clearInterval(ticking);
      const hadFocus = undo.contains(document.activeElement);
      undo.remove();
      if (hadFocus) done?.focus({ preventScroll: true });
      const over = document.getElementById("undo-over");
      if (over) over.textContent = undo.dataset.over;
      else if (done && done.textContent.trim() === "") done.remove();
    };
    const ticking = setInterval(tick, 1000);
    tick();
  }

  // The list is refreshed in place when it differs; what is ticked, the focus and open menus stay.
  const list = document.getElementById("list");
  const boxes = () => [...list.querySelectorAll("tbody input[type=checkbox]")];
  const showTicked = () => {
    const [all, count] = [document.getElementById("select-all"), list.querySelector("[data-selected]")];
    const ticked = boxes().filter((box) => box.checked).length;
    if (all) {
      all.hidden = false;
      all.checked = ticked > 0 && ticked === boxes().length;
      all.indeterminate = ticked > 0 && !all.checked;
    }
    if (!count) return;
    count.dataset.label ??= count.textContent;
    count.textContent = ticked > 0 ? `${count.dataset.selected.replace("{0}", String(ticked))}:` : count.dataset.label;
  };
  if (list) {
    if (done) {
      const address = new URL(location.href);
      for (const name of ["done", "given", "case", "to", "count", "left", "at", "saved"]) address.searchParams.delete(name);
      history.replaceState(null, "", address.pathname + address.search);
      done.focus({ preventScroll: true });
    }

    // The pages of cases lead back to this list, to the row that was opened, and through its rows.
    const remember = () => {
      const cases = [...list.querySelectorAll("tbody tr")].map((row) => {
        const link = row.querySelector("th a");
        const name = row.querySelector(".enterprise")?.firstChild?.textContent.trim() ?? "";
        const isOpen = row.dataset.open !== undefined;
        return { href: link.getAttribute("href"), number: link.pathname.split("/").pop(), name, isOpen };
      });
      sessionStorage.setItem("desk-list", JSON.stringify({ href: location.pathname + location.search, cases }));
    };
    list.addEventListener("click", (e) => e.target.closest("tbody th a") && remember());
    const last = sessionStorage.getItem("desk-last");
    sessionStorage.removeItem("desk-last");
    if (last && !done) list.querySelector(`tbody th a[href$="/${CSS.escape(last)}"]`)?.focus();

    // Filters act as soon as they are chosen.
    const filters = document.querySelector(".toolbar form");
    if (filters) {
      filters.querySelector("button").hidden = true;
      filters.addEventListener("change", () => filters.requestSubmit());
    }

    const newest = Number(list.dataset.newest);
    const isNew = (row, since) => Number(row.dataset.number) > since;
    const plain = (node) => node.innerHTML.replace(/name="__RequestVerificationToken" value="[^"]*"/g, "");
    let shown = plain(list);
    list.addEventListener("change", ({ target }) => {
      if (target.id === "select-all") for (const box of boxes()) box.checked = target.checked;
      showTicked();
    });
    showTicked();
    const refresh = async () => {
      const response = await fetch(location.href, live);
      if (!response.ok || response.redirected) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.getElementById("list");
      if (!fresh) return;
      document.title = page.title;
      if (Number(fresh.dataset.newest) > newest) document.getElementById("new-cases")?.removeAttribute("hidden");
      for (const part of [".views", ".nav ul"]) {
        const old = document.querySelector(part);
        const other = page.querySelector(part);
        if (old && other && !old.contains(document.activeElement) && old.innerHTML !== other.innerHTML) old.replaceWith(other);
      }
      if (plain(fresh) === shown) return;
      shown = plain(fresh);
      const ticked = new Set([...list.querySelectorAll("input:checked")].map((box) => box.value.split(":")[0]));
      const active = document.activeElement;
      const isInside = list.contains(active);
      const focused = isInside ? [active.tagName, active.getAttribute("href"), active.value?.split(":")[0]] : [];
      list.replaceChildren(...fresh.childNodes);
      for (const row of list.querySelectorAll("tbody tr")) row.classList.toggle("fresh", isNew(row, newest));
      for (const box of boxes()) box.checked = ticked.has(box.value.split(":")[0]);
      showTicked();
      if (isInside) {
        const [tag, href, value] = focused;
        const same = (item) =>
          item.tagName === tag && item.getAttribute("href") === href && item.value?.split(":")[0] === value;
        [...list.querySelectorAll("a, input, button")].find(same)?.focus();
      }
    };
    every(15, refresh);
    document.addEventListener("desk-news", () => refresh().catch(() => {}));
  }

  // What concerns the reader is told on every page, and outside the browser for those who asked for it: a case number, nothing personal.
  const news = document.body.dataset.news;
  if (news) {
    const key = "desk-news";
    const canNotify = "Notification" in window && Notification.permission !== "denied";
    const notifies = () => canNotify && Notification.permission === "granted" && localStorage.getItem("desk-notify") === "on";
    const box = document.createElement("div");
    box.id = "news";
    box.setAttribute("role", "status");
    document.getElementById("main").prepend(box);
    const notify = (item) => {
      try {
        const shown = new Notification(item.text, { tag: item.key });
        shown.addEventListener("click", () => {
          window.focus();
          location.assign(item.href);
        });
      } catch {
        // Some browsers of telephones have no notifications for pages.
      }
    };
    // What is told stays until it is hidden or its case is opened, also on the next page.
    const toldKey = "desk-told";
    const readTold = () => JSON.parse(sessionStorage.getItem(toldKey) ?? "[]");
    const keepTold = (items) => sessionStorage.setItem(toldKey, JSON.stringify(items.slice(-3)));
    const tell = (item, texts) => {
      const [line, link, hide] = ["p", "a", "button"].map((name) => document.createElement(name));
      line.className = "notice";
      [link.href, link.textContent] = [item.href, item.text];
      [hide.type, hide.className, hide.textContent] = ["button", "quiet small", texts.dismiss];
      hide.addEventListener("click", () => {
        keepTold(readTold().filter((other) => other.key !== item.key));
        line.remove();
        document.getElementById("main").focus({ preventScroll: true });
      });
      line.append(link, " ", hide);
      box.append(line);
      while (box.children.length > 3) box.firstChild.remove();
    };
    keepTold(readTold().filter((item) => item.href !== location.pathname));
    for (const item of readTold()) tell(item, item);
    let toggleNotices = null;
    const offer = (texts) => {
      if (!canNotify || toggleNotices) return;
      toggleNotices = document.createElement("button");
      const name = () => (toggleNotices.textContent = notifies() ? texts.turnOff : texts.turnOn);
      [toggleNotices.type, toggleNotices.id, toggleNotices.className] = ["button", "notify", "quiet"];
      toggleNotices.addEventListener("click", async () => {
        const isOn = !notifies() && (await Notification.requestPermission()) === "granted";
        localStorage.setItem("desk-notify", isOn ? "on" : "off");
        name();
      });
      name();
      document.querySelector(".who .menu-list").append(toggleNotices);
    };
    const ask = async () => {
      const { at, seen = [] } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
      const response = await fetch(at ? `${news}?since=${at}` : news, live);
      if (!response.ok || response.redirected) return;
      const answer = await response.json();
      const fresh = answer.items.filter((item) => !seen.includes(item.key));
      const known = [...seen, ...fresh.map((item) => item.key)].slice(-50);
      sessionStorage.setItem(key, JSON.stringify({ at: answer.at, seen: known }));
      offer(answer);
      if (!at) return; // This page was made after those.
      if (fresh.length > 0) document.dispatchEvent(new Event("desk-news"));
      for (const item of fresh) {
        if (item.href !== location.pathname && !(list && item.isNewCase)) {
          keepTold([...readTold(), { ...item, dismiss: answer.dismiss }]);
          tell(item, answer);
        }
        if (notifies() && !document.hasFocus()) notify(item);
      }
    };
    const look = () => (isVisible() || notifies()) && ask().catch(() => {});
    look();
    setInterval(look, 4000);
    document.addEventListener("visibilitychange", look);
  }

  // A case that is opened with the mouse is opened to be answered: its page puts the cursor into the box.
  document.addEventListener("click", (e) => {
    const link = e.detail > 0 && e.target.closest?.('a[href*="/desk/cases/"]');
    if (link) sessionStorage.setItem("desk-pointed", link.pathname);
  });

  // An open menu closes with Escape and with a click elsewhere.
  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(except)) menu.open = false;
  };
  document.addEventListener("click", (e) => closeMenus(e.target));
  document.addEventListener("keydown", (e) => {
    const menu = e.key === "Escape" && document.activeElement?.closest("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // Copying and printing need this script, so their buttons are hidden without it.
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    const label = button.querySelector("span");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText.trim());
      label.textContent = button.dataset.copied;
    });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // Keys: never while something is typed, and not for those who turned them off.
  const toggle = document.getElementById("keys");
  let isOn = localStorage.getItem("desk-keys") !== "off";
  const show = () => {
    if (!toggle) return;
    toggle.hidden = false;
    toggle.textContent = isOn ? toggle.dataset.off : toggle.dataset.on;
  };
  toggle?.addEventListener("click", () => {
    isOn = !isOn;
    localStorage.setItem("desk-keys", isOn ? "on" : "off");
    show();
  });
  show();

  const links = () => [...document.querySelectorAll("#list tbody th a")];
  const step = (by) => {
    const all = links();
    const at = all.indexOf(document.activeElement?.closest("tr")?.querySelector("th a"));
    all[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by, 0), all.length - 1)]?.focus();
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    x: () => document.activeElement?.closest("tr")?.querySelector("input[type=checkbox]")?.click(),
    "/": () => document.getElementById("q")?.focus(),
  };
  document.addEventListener("keydown", (e) => {
    const typing = e.target instanceof Element && e.target.closest("textarea, select, input:not([type=checkbox])");
    if (!isOn || !list || typing || e.ctrlKey || e.altKey || e.metaKey || !Object.hasOwn(keys, e.key)) return;
    e.preventDefault();
    keys[e.key]();
  });
})();
