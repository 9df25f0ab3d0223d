// Shows which facts a sentence gave, and the other way round, under the pointer.
function link(number, on) {
  document.querySelectorAll(`.seg[data-p~="${number}"]`).forEach((one) => one.classList.toggle("on", on));
  document.getElementById(`n${number}`)?.classList.toggle("on", on);
}

function numbers(target) {
  const part = target instanceof Element && target.closest("[data-p], ol.margin > li[id]");
  if (!part) return [];
  return part.dataset.p ? part.dataset.p.split(" ") : [part.id.slice(1)];
}

for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(name, (event) => numbers(event.target).forEach((one) => link(one, on)));
}
