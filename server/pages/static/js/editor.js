// CodeMirror over the textarea, in a shadow root, where its style sheets are within our policy.
import { completer } from "./completion.js";

const HELP = "Control and Space complete; Control and Enter run. To leave by Tab, press Escape first.";

export async function open(field, { vendor, terms, search }) {
  const cm = await import(vendor);
  const host = Object.assign(document.createElement("div"), { className: "editor" });
  const root = host.attachShadow({ mode: "open" });
  const help = Object.assign(document.createElement("p"), { id: "help", hidden: true, textContent: HELP });
  root.append(help);
  const marks = marking(cm);
  const view = new cm.EditorView({
    root,
    parent: root,
    doc: field.value,
    extensions: [
      marks.field,
      ...basics(cm),
      ...look(cm),
      cm.autocompletion({ override: [completer(cm, terms, search)], icons: false, maxRenderedOptions: 40 }),
      cm.EditorView.contentAttributes.of({ "aria-label": "Your query", "aria-describedby": "help", tabindex: "0" }),
      cm.EditorView.domEventHandlers({ beforeinput: (event, view) => typeOver(cm, event, view) }),
      cm.EditorView.updateListener.of((update) => {
        if (update.docChanged) field.value = update.state.doc.toString();
      }),
    ],
  });
  const held = document.activeElement === field;
  field.hidden = true;
  field.after(host);
  if (held) view.focus();
  document.querySelector(`label[for=${field.id}]`)?.addEventListener("click", () => view.focus());
  return {
    write(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    mark(line, column) {
      marks.show(view, line, column);
    },
    unmark() {
      marks.clear(view);
    },
  };
}

// The browser itself would carry the look of what is typed over along, as a style that our policy blocks.
function typeOver(cm, event, view) {
  const { from, to, empty } = view.state.selection.main;
  if (event.inputType !== "insertText" || !event.data || empty || view.composing) return false;
  event.preventDefault();
  const taken = view.state.facet(cm.EditorView.inputHandler).some((one) => one(view, from, to, event.data));
  if (!taken) view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

function basics(cm) {
  const keys = [
    { key: "Mod-Enter", run: (view) => (view.root.host.closest("form").requestSubmit(), true) },
    { key: "Tab", run: (view) => cm.acceptCompletion(view) || cm.indentMore(view), shift: cm.indentLess },
  ];
  return [
    cm.lineNumbers(),
    cm.history(),
    cm.drawSelection(),
    cm.bracketMatching(),
    cm.closeBrackets(),
    new cm.LanguageSupport(cm.SparqlLanguage.configure({ props: [cm.styleTags(NAMES(cm.tags))] })),
    cm.keymap.of([...keys, ...cm.completionKeymap, ...cm.closeBracketsKeymap, ...cm.historyKeymap, ...cm.defaultKeymap]),
  ];
}

// Where the server's parser stopped: the line and the word, until the text changes.
function marking(cm) {
  const effect = cm.StateEffect.define();
  const line = cm.Decoration.line({ class: "wrong-line" });
  const word = cm.Decoration.mark({ class: "wrong" });
  const field = cm.StateField.define({
    create: () => cm.Decoration.none,
    update(marks, change) {
      for (const one of change.effects) if (one.is(effect)) return one.value;
      return change.docChanged ? cm.Decoration.none : marks;
    },
    provide: (one) => cm.EditorView.decorations.from(one),
  });
  return {
    field,
    show(view, number, column) {
      const at = view.state.doc.line(Math.min(number, view.state.doc.lines));
      const letters = [...at.text].slice(0, column - 1).join("").length;
      const rest = /^\s*(\S+)/.exec(at.text.slice(letters));
      const end = at.from + letters + (rest ? rest[0].length : 0);
      const start = rest ? end - rest[1].length : Math.max(at.from, end - 1);
      const found = [line.range(at.from), ...(start < end ? [word.range(start, end)] : [])];
      view.dispatch({ effects: [effect.of(cm.Decoration.set(found)), cm.EditorView.scrollIntoView(start)], selection: { anchor: start } });
    },
    clear(view) {
      view.dispatch({ effects: effect.of(cm.Decoration.none) });
    },
  };
}

// What the grammar leaves without a tag of its own.
const NAMES = (tags) => ({ "Pname_ln Pname_ns": tags.url, Langtag: tags.annotation });

// Our tokens: names are links, strings are what sources say, everything else is ink.
function look(cm) {
  const { tags } = cm;
  const style = cm.HighlightStyle.define([
    { tag: [tags.keyword, tags.bool], fontWeight: "600" },
    { tag: [tags.namespace, tags.url, tags.typeName], color: "var(--link)" },
    { tag: [tags.string, tags.annotation], color: "var(--evidence)" },
    { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  ]);
  return [cm.syntaxHighlighting(style), cm.EditorView.theme(THEME)];
}

const THEME = {
  "&": { height: "100%", background: "var(--paper)", color: "var(--ink)", fontSize: ".875rem" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "2px", boxShadow: "0 0 0 2px var(--ink)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: ".75rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { background: "var(--plane)", color: "var(--muted)", border: "0", paddingRight: ".25rem" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--link) 25%, transparent)",
  },
  "&.cm-focused .cm-matchingBracket": { background: "var(--mark)", color: "inherit" },
  "&.cm-focused .cm-nonmatchingBracket": { background: "none", color: "var(--error)" },
  ".wrong-line": { background: "color-mix(in srgb, var(--error) 12%, transparent)" },
  ".wrong": { textDecoration: "underline wavy var(--error) 1.5px", textUnderlineOffset: ".2em" },
  ".cm-tooltip": { background: "var(--paper)", color: "var(--ink)", border: "1px solid var(--muted)" },
  ".cm-tooltip.cm-tooltip-autocomplete": {
    "& > ul": { fontFamily: "var(--mono)", fontSize: ".8125rem", maxHeight: "15rem", maxWidth: "min(40rem, 92vw)" },
    "& > ul > li": { padding: ".3rem .6rem", lineHeight: "1.35" },
    "& > ul > li[aria-selected]": { background: "var(--ink)", color: "var(--paper)" },
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", marginLeft: ".75rem", opacity: "1" },
  ".cm-completionInfo.cm-completionInfo-left-narrow, .cm-completionInfo.cm-completionInfo-right-narrow": { display: "none" },
  ".cm-tooltip.cm-completionInfo": {
    fontFamily: "var(--sans)", fontSize: ".8125rem", lineHeight: "1.4", padding: ".5rem .75rem", maxWidth: "20rem",
  },
};
