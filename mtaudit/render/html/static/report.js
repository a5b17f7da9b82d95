// The report is complete without this script; it adds stepping from finding to finding, sorting and search.
"use strict";

const $ = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];

// Findings

const visibleCards = () => all(".card:not(.echo)").filter((card) => card.offsetParent !== null);

function light(card) {
  for (const lit of all(".lit, .current")) lit.classList.remove("lit", "current");
  if (!card) return;
  card.classList.add("current");
  const ids = [card.id, ...[...card.querySelectorAll("[id]")].map((folded) => folded.id)];
  for (const mark of all(ids.map((id) => `[data-f~="${CSS.escape(id)}"]`).join())) mark.classList.add("lit");
}

function place(card) {
  const cards = visibleCards();
  const output = $("#position");
  if (output) output.value = `${cards.indexOf(card) + 1 || "–"} of ${cards.length}`;
}

function show(card) {
  if (location.hash !== `#${card.id}`) location.replace(`#${card.id}`);
  card.focus({ preventScroll: true });
  const passage = card.closest(".passage");
  (passage?.offsetHeight < innerHeight * 0.7 ? passage : card).scrollIntoView({ block: "center" });
  light(card);
  place(card);
}

function step(direction) {
  const cards = visibleCards();
  if (!cards.length) return;
  const current = $(".card.current");
  let next = cards.indexOf(current) + direction;
  if (current && !cards.includes(current)) {
    const following = cards.findIndex((card) => current.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING);
    next = direction > 0 ? following : (following < 0 ? cards.length : following) - 1;
  } else if (!current) {
    next = direction > 0 ? 0 : cards.length - 1;
  }
  show(cards[(next + cards.length) % cards.length]);
}

function arrive() {
  const card = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".card");
  if (!card) return;
  light(card);
  place(card);
}

function followMark(event) {
  if (event.target.closest("a")) return;
  const anchor = event.target.closest("mark")?.dataset.f?.split(" ")[0];
  const card = anchor && document.getElementById(anchor)?.closest(".card");
  if (card && card.offsetParent !== null && !String(getSelection())) show(card);
}

if ($(".steps")) {
  $(".steps").hidden = false;
  $("#next").addEventListener("click", () => step(1));
  $("#previous").addEventListener("click", () => step(-1));
  $("#keys").addEventListener("click", () => $("#help").showModal());
  $(".toolbar").addEventListener("change", () => place($(".card.current")));
  $("#content").addEventListener("click", followMark);
  addEventListener("hashchange", arrive);
  place(null);
  arrive();
}

// Keys

const keys = {
  n: () => step(1),
  p: () => step(-1),
  h: () => $("#show-harmless")?.click(),
  "/": () => $("#search")?.focus(),
  "?": () => $("#help").showModal(),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
  if (event.target.matches("input[type=search], textarea, select")) return;
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

// The run's table

function sortBy(header, index) {
  const ascending = header.getAttribute("aria-sort") === (header.dataset.sort === "text" ? "ascending" : "descending")
    ? header.dataset.sort !== "text"
    : header.dataset.sort === "text";
  const body = $("#copies tbody");
  const value = (row) => row.cells[index].dataset.value;
  const compare = header.dataset.sort === "number"
    ? (a, b) => (Number.parseFloat(value(a)) || 0) - (Number.parseFloat(value(b)) || 0)
    : (a, b) => value(a).localeCompare(value(b));
  const rows = [...body.rows].sort(compare);
  body.append(...(ascending ? rows : rows.reverse()));
  for (const other of header.parentElement.cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
}

function search(event) {
  const words = event.target.value.toLowerCase().split(/\s+/);
  let found = 0;
  for (const row of $("#copies tbody").rows) {
    row.hidden = !words.every((word) => row.dataset.search.includes(word));
    found += row.hidden ? 0 : 1;
  }
  $("#found").value = event.target.value ? `${found} of ${$("#copies tbody").rows.length}` : "";
}

if ($("#copies")) {
  $(".search").hidden = false;
  $("#search").addEventListener("input", search);
  all("#copies thead th").forEach((header, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => sortBy(header, index));
  });
}
