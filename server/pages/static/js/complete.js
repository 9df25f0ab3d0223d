// Names offered while one types in a search field: the combobox pattern of WAI-ARIA APG.
// Without it the field is a plain form that leads to /search.
const WAIT_MS = 150, MOST = 8, root = new URL("../../", import.meta.url);

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function completed(field) {
  const form = field.form, id = `${field.id}-names`;
  const list = element("ul", { id, role: "listbox", class: "names", "aria-label": "Names" });
  const status = element("p", { role: "status", class: "vh" });
  list.hidden = true;
  form.classList.add("completes");
  form.append(list, status);
  const set = (name, value) => field.setAttribute(name, value);
  set("role", "combobox"); set("aria-autocomplete", "list");
  set("aria-controls", id); set("aria-expanded", "false");
  let at = -1, timer = 0, asked = null;

  function close() {
    list.hidden = true; at = -1;
    set("aria-expanded", "false"); field.removeAttribute("aria-activedescendant");
  }
  function move(to) {
    const all = [...list.children];
    at = (to + all.length + 1) % (all.length + 1);
    if (at === all.length) at = -1;
    all.forEach((one, place) => one.setAttribute("aria-selected", String(place === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else { set("aria-activedescendant", all[at].id); all[at].scrollIntoView({ block: "nearest" }); }
  }
  const follow = (option) => location.assign(new URL(option.dataset.page, root));
  function show(things) {
    list.replaceChildren(...things.map((thing, place) => {
      const option = element("li", { role: "option", id: `${id}-${place}`, "aria-selected": "false" }, thing.label);
      option.dataset.page = thing.page;
      option.append(" ", element("span", {}, thing.class));
      option.addEventListener("mousedown", (event) => { event.preventDefault(); follow(option); });
      return option;
    }));
    at = -1; field.removeAttribute("aria-activedescendant");
    list.hidden = !things.length;
    set("aria-expanded", String(!!things.length));
    status.textContent = things.length === 1 ? "1 name" : `${things.length || "No"} names`;
  }
  async function ask() {
    asked?.abort();
    const typed = field.value.trim();
    if (!typed) { status.textContent = ""; return close(); }
    asked = new AbortController();
    try {
      const address = new URL(`search.json?q=${encodeURIComponent(typed)}&limit=${MOST}`, root);
      const reply = await fetch(address, { signal: asked.signal });
      if (reply.ok && document.activeElement === field) show((await reply.json()).things);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT_MS); });
  field.addEventListener("blur", () => { clearTimeout(timer); asked?.abort(); close(); });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
    else if (event.key === "ArrowDown" && list.hidden) { event.preventDefault(); ask(); }
    else if (event.key === "ArrowDown") { event.preventDefault(); move(at + 1); }
    else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); move(at < 0 ? list.children.length - 1 : at - 1); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); follow(list.children[at]); }
  });
}

document.querySelectorAll("form[role=search] input[type=search]").forEach(completed);
