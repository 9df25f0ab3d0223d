// The query page where scripts run: answers come without leaving the page, and Stop stops them.
// The form and its links work without this.
const form = document.getElementById("ask");
const field = document.getElementById("text");
const run = form.querySelector("button");
const stop = document.getElementById("stop");
const state = document.getElementById("state");
const keys = document.getElementById("keys");
const clock = document.getElementById("clock");
const answer = document.getElementById("answer");
let editor = null;
let underWay = null;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(addressOf(field.value));
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
    event.preventDefault();
    form.requestSubmit();
  }
});
stop.addEventListener("click", () => underWay?.abort());
document.querySelector(".examples").addEventListener("click", follow);
answer.addEventListener("click", follow);
addEventListener("popstate", () => {
  const address = location.pathname + location.search;
  if (!new URL(location).searchParams.get("query")) return location.reload();
  write(address);
  show(address, false);
});
improve();
requestAnimationFrame(() => setTimeout(openEditor));

function addressOf(text) {
  return `${form.getAttribute("action")}?query=${encodeURIComponent(text)}`;
}

// Examples and views are links: shown in place, unless they are to open elsewhere.
function follow(event) {
  const link = event.target.closest(".examples a, .views a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const view = link.closest(".views") && link.textContent;
  write(link.href);
  show(link.href).then(() => view && focusView(view));
}

function focusView(word) {
  [...answer.querySelectorAll(".views a")].find((one) => one.textContent === word)?.focus();
}

function write(address) {
  const text = new URL(address, document.baseURI).searchParams.get("query");
  field.value = text;
  editor?.write(text);
}

async function show(address, keep = true) {
  underWay?.abort();
  const mine = (underWay = new AbortController());
  const began = performance.now();
  const ticking = setInterval(() => tell(clock, since(began)), 100);
  begin();
  try {
    const reply = await fetch(`${address}&part=answer`, { signal: mine.signal, headers: { Accept: "text/html" } });
    put(await reply.text());
    if (keep && reply.ok) history.pushState(null, "", kept(address));
    tell(state, answer.querySelector("#result")?.textContent ?? "");
  } catch (error) {
    if (mine !== underWay) return;
    tell(state, mine.signal.aborted ? `Stopped after ${since(began)}` : "The server did not answer. Run it again.");
  } finally {
    clearInterval(ticking);
    if (mine === underWay) end();
  }
}

function begin() {
  editor?.unmark();
  answer.setAttribute("aria-busy", "true");
  stop.hidden = false;
  tell(keys, "");
  tell(state, "Running");
  tell(clock, "");
}

function end() {
  answer.removeAttribute("aria-busy");
  if (document.activeElement === stop) run.focus();
  stop.hidden = true;
  tell(clock, "");
  underWay = null;
}

function kept(address) {
  return answer.querySelector("#permalink")?.href ?? address;
}

function put(html) {
  const made = new DOMParser().parseFromString(html, "text/html");
  answer.replaceChildren(...(made.getElementById("main") ?? made.body).childNodes);
  improve();
}

function improve() {
  for (const link of document.querySelectorAll(".examples a")) {
    const same = new URL(link.href).searchParams.get("query").trim() === field.value.trim();
    same ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  }
  for (const text of answer.querySelectorAll(".snippet pre")) text.before(copier(text));
  markProblem();
}

function copier(text) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy", className: "copy" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    tell(state, "Copied");
    button.textContent = "Copied";
  });
  return button;
}

function markProblem() {
  const place = answer.querySelector(".problem[data-line]");
  if (place) editor?.mark(+place.dataset.line, +place.dataset.column);
}

function tell(where, words) {
  where.textContent = words;
}

function since(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

async function openEditor() {
  const { editor: module, vendor, terms, search } = form.dataset;
  const whole = (address) => new URL(address, document.baseURI).href;
  const { open } = await import(whole(module));
  editor = await open(field, { vendor: whole(vendor), terms: whole(terms), search: whole(search) });
  tell(keys, "Ctrl+Space completes, Ctrl+Enter runs.");
  markProblem();
}
