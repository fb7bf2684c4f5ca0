// A list that opens above a text box while something is typed, for keyboard, mouse and touch.
"use strict";

window.deskMenu = (box, { id, label, announce, find, choose }) => {
  let menu = null;
  let found = [];
  const close = () => {
    menu?.remove();
    menu = null;
    box.removeAttribute("aria-controls");
    box.removeAttribute("aria-activedescendant");
  };
  const mark = (item) => {
    for (const other of menu.children) other.setAttribute("aria-selected", String(other === item));
    box.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  };
  const pick = (at) => {
    const option = found[at];
    close();
    choose(option);
  };
  const suggest = () => {
    close();
    found = find();
    if (found.length === 0) return;
    menu = document.createElement("ul");
    menu.id = id;
    menu.className = "suggestions";
    menu.setAttribute("role", "listbox");
    menu.setAttribute("aria-label", label);
    found.forEach((option, at) => {
      const item = document.createElement("li");
      item.id = `${id}-${at}`;
      item.setAttribute("role", "option");
      item.textContent = option.text || option.label;
      // The focus stays in the box: a browser on a phone would close its keyboard.
      item.addEventListener("mousedown", (e) => {
        e.preventDefault();
        pick(at);
      });
      menu.append(item);
    });
    box.before(menu);
    box.setAttribute("aria-controls", menu.id);
    announce(box.dataset.found.replace("{0}", String(found.length)));
    mark(menu.firstChild);
  };
  box.addEventListener("input", suggest);
  box.addEventListener("blur", () => menu && close());
  box.addEventListener("keydown", (e) => {
    if (!menu || e.isComposing || e.ctrlKey || e.metaKey) return;
    const at = [...menu.children].findIndex((item) => item.getAttribute("aria-selected") === "true");
    const moves = { ArrowDown: 1, ArrowUp: menu.children.length - 1 };
    if (moves[e.key]) mark(menu.children[(at + moves[e.key]) % menu.children.length]);
    else if (e.key === "Enter") pick(at);
    else if (e.key === "Escape") close();
    else return;
    e.preventDefault();
    // What the key means without a list is not meant now.
    e.stopImmediatePropagation();
  });
  return { suggest };
};
