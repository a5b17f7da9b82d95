// The report is complete without this script; it adds stepping from finding to finding, copying, sorting and search.
"use strict";

const $ = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

document.documentElement.classList.add("js");
for (const element of all(".steps, .both, .sheet")) element.hidden = false;

// Findings: an audit's `data-order` names them as one reads, `data-k` of each says by what it is filtered

const audits = all(".audit");
const orders = new Map(audits.map((audit) => [audit, audit.dataset.order.split(" ").filter(Boolean)]));
const current = new Map();
const element = (id) => document.getElementById(id);
const shownAudit = () => (audits.length > 1 ? audits.find((audit) => audit.offsetParent !== null) : audits[0]);
const cardOf = (id) => element(id)?.closest(".card");
const markOf = (id) => element(`at-${id}`);

// Searched for where they are, since a long article has fifty thousand elements to look through
const inputs = (audit, which = "input") => ($(".toolbar", audit) ? all(which, $(".toolbar", audit)) : []);
const mixed = new Map(audits.map((audit) => [audit, all(".card:not(.f)", audit)]));
const litUp = new Set();

const unchecked = (audit) => new Set(inputs(audit, "input:not(:checked)").map((input) => input.value));

// By what each finding is filtered, and the passage it stands in; looked up once, when first asked for
const known = new Map();

function findings(audit) {
  if (!known.has(audit)) {
    known.set(audit, orders.get(audit).map((id) => {
      const [severity, category] = element(id).dataset.k.split(" ");
      return { id, severity, category: category.slice(2), row: markOf(id)?.closest(".passage") };
    }));
  }
  return known.get(audit);
}

function shownOf(audit) {
  const off = unchecked(audit);
  return findings(audit).filter((f) => !off.has(f.severity) && !off.has(f.category));
}

function shownFindings(audit) {
  const off = inputs(audit, "input:not(:checked):not([value=harmless], [value=only])").length;
  return off ? shownOf(audit).map((f) => f.id) : orders.get(audit);
}

function unlight() {
  for (const lit of litUp) lit.classList.remove("lit", "current");
  litUp.clear();
}

function light(audit, id) {
  unlight();
  const marks = all(`mark[data-f="${CSS.escape(id)}"]`, $(".texts", audit));
  for (const mark of marks) mark.classList.add("lit");
  element(id).classList.add("current");
  for (const lit of [...marks, element(id)]) litUp.add(lit);
}

function position(audit, shown = shownFindings(audit)) {
  const output = $(".position", audit);
  if (!output) return;
  const at = shown.indexOf(current.get(audit)) + 1;
  const total = orders.get(audit).length;
  output.value = at ? `${at} of ${shown.length}` : shown.length < total ? `${shown.length} of ${total} shown` : `${total}`;
}

// Within its own scroller, so that the page stays where it is
function bringUp(card) {
  const scroller = card.closest(".cards");
  const room = scroller.scrollHeight > scroller.clientHeight ? scroller : card.closest(".panel");
  room.scrollTop += card.getBoundingClientRect().top - room.getBoundingClientRect().top;
}

function reveal(mark) {
  if (!mark) return;
  const box = mark.getBoundingClientRect();
  const foot = matchMedia("(max-width: 1099px)").matches ? innerHeight * 0.5 : innerHeight - 60;
  if (box.top < 90 || box.bottom > foot) mark.scrollIntoView({ block: "center" });
}

function open(card) {
  for (const other of all(".card[open]", card.closest(".cards"))) if (other !== card) other.open = false;
  card.open = true;
  card.closest(".panel").classList.add("opened");
  document.documentElement.classList.add("opened");
  const body = $(".body", card);
  if (!$(".actions", card)) body.append($("#actions").content.cloneNode(true));
}

function select(id, { scroll = true, focus = false, remember = "replaceState" } = {}) {
  const card = cardOf(id);
  if (!card) return;
  const audit = card.closest(".audit");
  current.set(audit, id);
  open(card);
  light(audit, id);
  if (scroll) reveal(markOf(id));
  bringUp(card);
  element(id).closest(".places")?.scrollTo({ top: element(id).offsetTop - 40 });
  if (focus) $("summary", card).focus({ preventScroll: true });
  position(audit);
  if (remember && location.hash !== `#${id}`) {
    try { history[remember](null, "", `#${id}`); } catch { /* some browsers limit how often */ }
  }
}

function deselect() {
  const audit = shownAudit();
  if (!audit) return;
  unlight();
  for (const card of all(".card[open]", $(".panel", audit) ?? audit)) card.open = false;
  $(".panel", audit)?.classList.remove("list", "opened");
  document.documentElement.classList.remove("opened");
  current.delete(audit);
  position(audit);
}

function step(direction) {
  const audit = shownAudit();
  if (!audit) return;
  const shown = shownFindings(audit);
  if (!shown.length) return;
  const order = orders.get(audit);
  const from = order.indexOf(current.get(audit));
  let next = shown.indexOf(order[from]) + direction;
  if (from < 0) next = direction > 0 ? 0 : -1;
  else if (!shown.includes(order[from])) {
    const following = shown.findIndex((id) => order.indexOf(id) > from);
    next = direction > 0 ? Math.max(following, 0) : (following < 0 ? shown.length : following) - 1;
  }
  select(shown[(next + shown.length) % shown.length], { focus: true });
}

function arrive() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id && cardOf(id.replace(/^at-/, "")) && element(id.replace(/^at-/, "")).dataset.k?.startsWith("suppressed")) show("suppressed", id);
  if (element(id)?.dataset.k) select(id, { remember: "" });
  else if (id.startsWith("at-") && element(id)) select(id.slice(3), { remember: "" });
  const audit = shownAudit();
  if (audit) position(audit);
  drawWindow();
}

// Filters: the style sheet hides; here is what it cannot know

function refilter(audit) {
  for (const { value, checked } of inputs(audit)) {
    audit.classList.toggle(value === "only" ? "yes-only" : `no-${value}`, value === "only" ? checked : !checked);
  }
  const shown = shownOf(audit);
  const ids = shown.map((f) => f.id);
  if (audit.classList.contains("yes-only")) {
    const rows = new Set(shown.map((f) => f.row));
    for (const { row } of findings(audit)) row?.classList.toggle("muted", !rows.has(row));
  }
  const among = new Set(ids);
  for (const card of mixed.get(audit)) {
    card.hidden = !all("[data-k]", card).some((place) => among.has(place.id));
  }
  const categories = inputs(audit, ".menu input");
  const some = $(".menu .some", audit);
  if (some) {
    const on = categories.filter((input) => input.checked).length;
    some.hidden = on === categories.length;
    some.textContent = `${on} of ${categories.length}`;
  }
  if (current.has(audit) && !among.has(current.get(audit))) unlight();
  position(audit, ids);
  drawWindow();
}

function toggle(value) {
  const audit = shownAudit();
  const input = audit && $(`.toolbar input[value="${value}"]`, audit);
  if (!input) return;
  input.checked = !input.checked;
  refilter(audit);
}

// A link to what is hidden shows it
function show(value, id) {
  const audit = element(id).closest(".audit");
  for (const input of inputs(audit)) if (input.value === value) input.checked = true;
  refilter(audit);
}

function checkCategories(audit, on) {
  for (const input of inputs(audit, ".menu input")) input.checked = on;
  refilter(audit);
}

// A finding for a mail or a ticket

function sentence(id, side) {
  const part = markOf(id)?.closest(".passage")?.querySelector(`.side.${side}`);
  if (!part) return "";
  const copy = part.cloneNode(true);
  for (const extra of all("sup, .aloud, .swap, .missing, .gap", copy)) extra.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function told(id) {
  const card = cardOf(id);
  const audit = card.closest(".audit");
  const text = (selector, within = card) => $(selector, within)?.textContent.trim() ?? "";
  const [severity, category] = element(id).dataset.k.split(" ");
  return {
    kind: `${severity}, ${category.slice(2)}`,
    mqm: text(".kind .mqm"),
    message: text(".message", element(id).matches(".places li") ? element(id) : card),
    why: text(".why"),
    made: text(".made"),
    original: sentence(id, "original"),
    copy: sentence(id, "copy"),
    title: text("h1", audit),
    link: /^https?:/.test(location.protocol) ? location.href : "",
  };
}

function asText(id) {
  const f = told(id);
  const lines = [`${f.message} (${f.kind}; ${f.mqm})`, "", f.original && `Original: ${f.original}`, f.copy && `Copy: ${f.copy}`,
    "", f.why, "", `“${f.title}”, ${f.made}`, f.link];
  return lines.filter((line, i) => line || (line === "" && lines[i - 1])).join("\n").trim();
}

function asMarkdown(id) {
  const f = told(id);
  const plain = (text) => text.replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&");
  const quote = (name, text) => text && `> **${name}:** ${plain(text)}`;
  const quotes = [quote("Original", f.original), quote("Copy", f.copy)].filter(Boolean).join("\n>\n");
  const parts = [`**${plain(f.message)}** (${plain(f.kind)}; ${plain(f.mqm)})`, quotes, plain(f.why),
    `*${plain(f.title)}*, ${plain(f.made)}`, f.link && `<${f.link}>`];
  return parts.filter(Boolean).join("\n\n");
}

async function copyOut(how) {
  const id = current.get(shownAudit());
  if (!id) return;
  const text = how(id);
  const output = $(".actions output", cardOf(id));
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) {
      output.value = "The browser does not allow it.";
      return;
    }
  }
  output.value = "Copied.";
}

// The map shows which part of the texts is in view

let drawing = false;

function drawWindow() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    const audit = shownAudit();
    const part = audit && $(".minimap .window", audit);
    if (!part) return;
    const box = $(".texts", audit).getBoundingClientRect();
    const share = (y) => Math.min(1, Math.max(0, (y - box.top) / box.height));
    const [top, bottom] = [share(0), share(innerHeight)];
    const filled = Number(part.dataset.filled) / 1000;
    part.style.transform = `translateY(${100 * filled * top}%) scaleY(${filled * (bottom - top)})`;
  });
}

// One listener for each kind of event, however many findings there are

const actions = {
  next: () => step(1),
  previous: () => step(-1),
  help: () => $("#help").showModal(),
  all: (audit) => checkCategories(audit, true),
  none: (audit) => checkCategories(audit, false),
  text: () => copyOut(asText),
  markdown: () => copyOut(asMarkdown),
  close: deselect,
  list: (audit, button) => button.setAttribute("aria-pressed", $(".panel", audit).classList.toggle("list")),
};

function clicked(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = event.target;
  const menu = $(".toolbar .menu[open]", shownAudit() ?? document);
  if (menu && !menu.contains(target)) menu.open = false;
  const button = target.closest("button[data-do]");
  if (button) {
    actions[button.dataset.do](button.closest(".audit") ?? shownAudit(), button);
    return;
  }
  const link = target.closest("a[href^='#']");
  const id = link && decodeURIComponent(link.getAttribute("href").slice(1));
  if (link && element(id)?.dataset.k) {
    event.preventDefault();
    select(id, { scroll: !link.closest(".texts"), focus: !!link.closest(".texts"), remember: "pushState" });
  } else if (id?.startsWith("at-") && element(id.slice(3))) {
    event.preventDefault();
    select(id.slice(3));
    markOf(id.slice(3)).scrollIntoView({ block: "center" });
  } else if (!link && target.closest(".card > summary")) {
    followCard(event, target.closest(".card"));
  } else if (!link && !String(getSelection())) {
    const mark = target.closest(".texts mark");
    if (mark) select(mark.dataset.f, { scroll: false });
  }
}

// The card opens by our hand, which also lights its words; or it shuts
function followCard(event, card) {
  event.preventDefault();
  if (card.open) deselect();
  else select($("[data-k]", card).id);
}

const keys = {
  n: () => step(1),
  j: () => step(1),
  p: () => step(-1),
  k: () => step(-1),
  t: () => toText(current.get(shownAudit())),
  1: () => toggle("critical"),
  2: () => toggle("major"),
  3: () => toggle("minor"),
  4: () => toggle("neutral"),
  c: () => openMenu(),
  h: () => toggle("harmless"),
  s: () => toggle("suppressed"),
  o: () => toggle("only"),
  y: () => copyOut(asText),
  m: () => copyOut(asMarkdown),
  Escape: () => escape(),
  "/": () => $("#search")?.focus(),
  "?": () => $("#help").showModal(),
};

// To the number behind the words; it leads back to the card
function toText(id) {
  if (id && markOf(id)) $(`a.ref[href="#${CSS.escape(id)}"]`, markOf(id).closest(".passage"))?.focus();
}

function openMenu() {
  const menu = shownAudit() && $(".menu", shownAudit());
  if (!menu) return;
  menu.open = true;
  $("input", menu).focus();
}

function escape() {
  const menu = $(".menu[open]");
  if (!menu) return deselect();
  menu.open = false;
  $("summary", menu).focus();
}

// WCAG 2.1.4: single keys can be switched off, since dictation software types them by mistake
const singleKeys = $("#single-keys");
try { singleKeys.checked = localStorage.getItem("mtaudit-keys") !== "off"; } catch { /* no storage, no memory */ }
singleKeys.addEventListener("change", () => {
  try { localStorage.setItem("mtaudit-keys", singleKeys.checked ? "on" : "off"); } catch { /* as above */ }
});

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
  if (event.target.matches("input[type=search], textarea, select")) return;
  if (!Object.hasOwn(keys, event.key) || (!singleKeys.checked && event.key !== "Escape")) return;
  event.preventDefault();
  keys[event.key]();
});

if (audits.length) {
  $("#content").addEventListener("click", clicked);
  $("#content").addEventListener("change", (event) => {
    if (event.target.closest(".toolbar")) refilter(event.target.closest(".audit"));
  });
  addEventListener("hashchange", arrive);
  addEventListener("popstate", arrive);
  addEventListener("load", arrive);
  addEventListener("scroll", drawWindow, { passive: true });
  addEventListener("resize", drawWindow, { passive: true });
}
