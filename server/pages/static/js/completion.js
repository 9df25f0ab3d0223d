// What can stand at a place of a query: variables, terms of the ontology, things by their names.
const TOKEN = /#[^\n]*|<[^<>\s]*>|"""[^]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[?$]\w+|@[\w-]+|[\w-]*:(?:[\w-][\w.-]*[\w-]|[\w-])?|[\w.]+|[^\s]/g;
const WORD = /(?:[?$]|[\p{L}\w-]*:)?[\p{L}\w.-]*$/u;
const CALLS = new Set(["FILTER", "BIND", "HAVING", "SELECT", "BY", "ASC", "DESC", "COUNT", "EXISTS"]);
const KEYWORDS = (
  "SELECT DISTINCT WHERE OPTIONAL FILTER GRAPH VALUES UNION MINUS BIND AS ORDER BY GROUP HAVING LIMIT OFFSET " +
  "PREFIX ASK CONSTRUCT DESCRIBE COUNT SUM MIN MAX AVG STR LANG CONTAINS REGEX BOUND EXISTS NOT"
).split(" ");
const MOST = 40;

// Reads what stands before the place: the triple that is being written, and the class of each subject.
export function reading(text) {
  const kinds = new Map();
  const outer = [];
  let here = { subject: null, predicate: null, part: 0, call: 0 };
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token[0] === "#") continue;
    here = step(here, token, last, outer, kinds);
    last = token;
  }
  return { ...here, last, kinds, open: /(^|[\n{}.;,\s])(#[^\n]*|"[^"\n]*|<[^>\s]*)$/.test(text) };
}

function step(here, token, last, outer, kinds) {
  const start = { subject: null, predicate: null, part: 0, call: 0 };
  if (here.call) return { ...here, call: here.call + (token === "(") - (token === ")") };
  if (token === "{" || token === "[") {
    outer.push({ ...here, part: token === "[" ? 2 : 0 });
    return token === "[" ? { ...start, subject: "[]", part: 1 } : start;
  }
  if (token === "}" || token === "]") return outer.pop() ?? start;
  if (token === "(" && (here.part === 0 || CALLS.has(last.toUpperCase()))) return { ...here, call: 1 };
  if (token === ".") return start;
  if (token === ";") return { ...here, part: 1 };
  if (token === "," || token === "(" || token === ")") return here;
  if ("^/|!*+".includes(token)) return { ...here, part: "*+".includes(token) ? here.part : 1 };
  if (/^[A-Za-z]{2,}$/.test(token)) return start;
  if (here.part === 0) return { ...here, subject: token, part: 1 };
  if (here.part === 1) return { ...here, predicate: token, part: 2 };
  if (here.predicate === "a") kinds.set(here.subject, token);
  return here;
}

export function completer(cm, termsAddress, searchAddress) {
  let asked = null;
  const terms = () => (asked ??= fetch(termsAddress).then((reply) => reply.json()).then(indexed));
  return async (context) => {
    const word = context.matchBefore(WORD) ?? { from: context.pos, text: "" };
    const text = context.state.doc.toString();
    const place = reading(text.slice(0, word.from));
    if (place.open || (!word.text && !context.explicit && !(place.part && /\s$/.test(text.slice(0, word.from))))) return null;
    if (!word.text && !context.explicit && place.part !== 1 && place.predicate !== "a") return null;
    const all = reading(text + " ");
    const known = await terms();
    const options = [
      ...variables(text, word, place),
      ...fitting(known, place, all.kinds, word.text),
      ...(await things(context, searchAddress, known, place, word.text)),
      ...keywords(word.text, place),
    ];
    if (context.aborted || !options.length) return null;
    options.sort((a, b) => b.rank - a.rank || a.label.localeCompare(b.label));
    const list = options.slice(0, MOST).map((one) => option(cm, one, known));
    return { from: word.from, options: list, filter: false };
  };
}

function indexed({ prefixes, terms }) {
  const byName = new Map(terms.map((term) => [term.name, term]));
  const above = (name) => {
    const direct = byName.get(`ent:${name}`)?.above ?? [];
    return [name, ...direct.flatMap(above)];
  };
  return { prefixes, terms, byName, above };
}

// How well what was typed fits: the beginning of a name, of a word of the label, or a part of it.
function fits(typed, name, label) {
  const wanted = typed.toLowerCase();
  const bare = wanted.includes(":") ? wanted.slice(wanted.indexOf(":") + 1) : wanted;
  if (wanted.includes(":") && !name.toLowerCase().startsWith(wanted.slice(0, wanted.indexOf(":") + 1))) return 0;
  const local = name.slice(name.indexOf(":") + 1).toLowerCase();
  if (!bare || local.startsWith(bare)) return 3;
  if (name.toLowerCase().startsWith(wanted)) return 3;
  if (label.toLowerCase().split(/\s+/).some((one) => one.startsWith(bare))) return 2;
  return local.includes(bare) ? 1 : 0;
}

function variables(text, word, place) {
  if (place.part === 1 && !word.text.startsWith("?")) return [];
  const found = new Set(text.match(/[?$]\w+/g));
  found.delete(word.text);
  const typed = word.text.replace(/^[?$]/, "").toLowerCase();
  const wanted = [...found].filter((one) => one.slice(1).toLowerCase().startsWith(typed));
  return wanted.map((label) => ({ label, detail: "variable", rank: word.text[0] === "?" ? 5e3 : 1e3 }));
}

function fitting({ terms, byName, above }, place, kinds, typed) {
  if (/^[?$]/.test(typed) || place.call) return [];
  const goes = byName.get(place.predicate)?.range ?? [];
  const wanted = place.part === 1 ? "property" : place.predicate === "a" && place.part === 2 ? "class" : "code";
  const code = wanted === "code";
  if (code && place.part !== 2 && !typed.includes(":")) return [];
  const of = place.subject && kinds.get(place.subject)?.replace("ent:", "");
  const classes = of ? new Set(above(of)) : null;
  return terms
    .filter((term) => term.kind === wanted && (!code || typed.length > 1))
    .map((term) => ({ ...term, fit: fits(typed, term.name, term.label ?? "") }))
    .filter((term) => term.fit)
    .map((term) => ({
      label: term.name,
      detail: `${term.label}, ${term.count.toLocaleString("en-GB")}`,
      info: term.definition,
      rank: term.fit * 1e3 + usual(term, classes) + Math.log2(1 + term.count) + (code && goes.length ? 0 : 1),
    }));
}

// Properties of the subject's class come before those of any class, and those of others last.
function usual(term, classes) {
  if (!classes || !term.domain) return 0;
  return term.domain.some((one) => classes.has(one)) ? 500 : -500;
}

async function things(context, address, known, place, typed) {
  const bare = typed.replace(/^id:/, "").replaceAll("-", " ");
  const able = place.part !== 1 && place.predicate !== "a" && !place.call;
  if (!able || bare.length < 2 || /[?$:]/.test(bare)) return [];
  const stop = new AbortController();
  context.addEventListener("abort", () => stop.abort(), { onDocChange: true });
  try {
    const reply = await fetch(`${address}?limit=20&q=${encodeURIComponent(bare)}`, { signal: stop.signal });
    const { things: found } = await reply.json();
    const range = new Set(known.byName.get(place.predicate)?.range ?? []);
    return found.map((one, at) => {
      const suits = one.kinds.some((kind) => known.above(kind).some((name) => range.has(name)));
      return { label: `id:${one.slug}`, detail: `${one.label}, ${one.class.toLowerCase()}`, rank: 2500 - at + (suits ? 500 : 0) };
    });
  } catch {
    return [];
  }
}

function keywords(typed, place) {
  if (!/^[A-Za-z]+$/.test(typed) || place.part === 1) return [];
  const wanted = KEYWORDS.filter((one) => one.startsWith(typed.toUpperCase()));
  return wanted.map((label) => ({ label, rank: place.subject ? 100 : 4e3 }));
}

function option(cm, { label, detail, info }, { prefixes }) {
  const prefix = /^([\w-]+):/.exec(label)?.[1];
  const apply = (view, _, from, to) => {
    const line = declaration(view.state.doc.toString(), prefix, prefixes);
    const changes = [{ from, to, insert: label }, ...(line ? [line] : [])];
    const anchor = from + label.length + (line?.insert.length ?? 0);
    view.dispatch({ changes, selection: { anchor }, userEvent: "input.complete" });
  };
  return { label, detail, apply, ...(info ? { info } : {}) };
}

// The line that declares a prefix, after the other ones or the opening comment; null where it is.
export function declaration(text, prefix, prefixes) {
  if (!prefix || !prefixes[prefix]) return null;
  if (new RegExp(`\\bPREFIX\\s+${prefix}:`, "i").test(text)) return null;
  const head = /^(?:[ \t]*(?:#[^\n]*|PREFIX[^\n]*|BASE[^\n]*)\n)*/i.exec(text)[0];
  return { from: head.length, insert: `PREFIX ${prefix}: <${prefixes[prefix]}>\n` };
}
