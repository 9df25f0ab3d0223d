// An address that names a claim or a sentence which is here no longer says so, and leads on.
const note = document.getElementById("gone");
const link = note.querySelector("a");

function look() {
  const name = decodeURIComponent(window.location.hash.slice(1));
  const ours = /^(claim-|char=|quote=|mention=)/.test(name);
  note.hidden = !ours || name.startsWith("mention=") || document.getElementById(name) !== null;
  if (!note.hidden && name.startsWith("claim-")) {
    const slug = window.location.pathname.split("/").pop();
    link.href = `${note.dataset.find}?claim=${encodeURIComponent(`${slug}#${name}`)}`;
  }
}

look();
window.addEventListener("hashchange", look);
