// Opens every sentence in place, copies citations, fetches incoming links; all else works without.
const status = document.createElement("p");
status.setAttribute("role", "status");
status.className = "vh";
document.body.append(status);

function say(words) {
  status.textContent = "";
  requestAnimationFrame(() => { status.textContent = words; });
}

function addCopy(citation) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(citation.querySelector("p").textContent);
    button.textContent = "Copied";
    say("Citation copied");
  });
  citation.append(button);
}

function prepare(root) {
  if (navigator.clipboard) root.querySelectorAll("details.cite").forEach(addCopy);
}

async function fetchInto(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) { location.assign(link.href); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(link.dataset.into);
  const old = document.getElementById(link.dataset.into);
  if (!fresh || !old) { location.assign(link.href); return; }
  old.replaceWith(document.adoptNode(fresh));
  prepare(fresh);
  fresh.tabIndex = -1;
  fresh.focus();
  say(fresh.querySelector("p").textContent);
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const into = event.target.closest("a[data-into]");
  const open = event.target.closest("a[data-open]");
  if (into) {
    event.preventDefault();
    fetchInto(into).catch(() => location.assign(into.href));
  } else if (open) {
    event.preventDefault();
    const all = document.querySelectorAll("details.ev");
    const opening = [...all].some((one) => !one.open);
    all.forEach((one) => { one.open = opening; });
    open.textContent = opening ? "Close every sentence" : "Open every sentence";
  }
});
prepare(document);
