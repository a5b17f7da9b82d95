// The run's table: sorted, filtered, searched. Lines that do not fit are taken out, so that no gap stays where a
// browser only guessed their height; the rest goes back into the parts of which it lays out those in view.

const table = $("#copies");

if (table) {
  const bodies = [...table.tBodies];
  const size = bodies[0].rows.length;
  const lines = bodies.flatMap((body) => [...body.rows]);
  const given = new Map(lines.map((line, index) => [line, index]));
  const selects = all("[data-filter]");
  const headers = [...table.tHead.rows[0].cells];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  let sorted = lines;

  // What a line is found and sorted by; read once, when first asked for
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = new Map();
  const wordsOf = (line) => words.get(line) ?? words.set(line, folded([...line.cells].map((cell) => cell.textContent).join("\n"))).get(line);
  const number = (line, column) => Number.parseFloat(line.cells[column].textContent);
  const count = (line, column) => number(line, column) || 0;
  const worst = (line) => ["critical", "major", "minor", "neutral"].find((_, i) => count(line, i + 2)) ?? "none";

  const fits = {
    outlet: (line, value) => (line.cells[0].querySelector("b")?.textContent ?? "") === value,
    worst: (line, value) => worst(line) === value,
    basis: (line, value) => line.dataset.k[0] === value,
    relation: (line, value) => line.dataset.k[1] === value,
    category: (line, value) => (line.dataset.c ?? "").includes(value),
  };

  function show() {
    const asked = folded($("#search").value).split(/\s+/).filter(Boolean);
    const chosen = selects.filter((select) => select.value !== "*");
    const tests = chosen.map((select) => (line) => fits[select.dataset.filter](line, select.value));
    const shown = sorted.filter((line) => tests.every((test) => test(line)) && asked.every((word) => wordsOf(line).includes(word)));
    bodies.forEach((body, index) => body.replaceChildren(...shown.slice(index * size, (index + 1) * size)));
    for (const select of selects) select.classList.toggle("on", select.value !== "*");
    const narrowed = asked.length > 0 || chosen.length > 0;
    $("#found").value = narrowed ? `${shown.length} of ${lines.length}` : "";
    $(".search [data-do=reset]").hidden = !narrowed;
    $(".nothing").hidden = shown.length > 0;
    table.hidden = shown.length === 0;
  }

  function reset() {
    $("#search").value = "";
    for (const select of selects) select.value = "*";
    show();
    $("#search").focus();
  }

  // The lines were written gravest first, which decides between those that are alike in what they are sorted by
  function sort(column, direction) {
    const kind = headers[column].dataset.sort;
    const sign = direction === "ascending" ? 1 : -1;
    const text = (line) => (column === 0 ? line.cells[0].querySelector("a") : line.cells[column]).textContent;
    const key = kind === "text" ? text : (line) => number(line, column);
    const keyed = lines.map((line) => [key(line), line]);
    const order = kind === "text"
      ? ([a], [b]) => sign * collator.compare(a, b)
      : ([a], [b]) => (Number.isNaN(a) || Number.isNaN(b) ? Number.isNaN(a) - Number.isNaN(b) : sign * (a - b));
    keyed.sort((a, b) => order(a, b) || given.get(a[1]) - given.get(b[1]));
    sorted = keyed.map(([, line]) => line);
    headers.forEach((header, at) => (at === column ? header.setAttribute("aria-sort", direction) : header.removeAttribute("aria-sort")));
    show();
  }

  function sortBy(column) {
    const { sort: kind } = headers[column].dataset;
    const first = kind === "down" ? "descending" : "ascending";
    const other = first === "descending" ? "ascending" : "descending";
    const direction = headers[column].getAttribute("aria-sort") === first ? other : first;
    sort(column, direction);
    history.replaceState({ column, direction }, "");
  }

  $(".search").hidden = false;
  $("#search").addEventListener("input", show);
  for (const select of selects) select.addEventListener("change", show);
  for (const button of all("[data-do=reset]", $("#overview"))) button.addEventListener("click", reset);
  headers.forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => sortBy(column));
  });

  // A name in a plot leads to its copies
  for (const name of all("[data-pick]")) {
    const select = selects.find((other) => other.dataset.filter === name.dataset.pick);
    if (!select) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.title = "Show its copies";
    button.append(...name.childNodes);
    name.append(button);
    button.addEventListener("click", () => {
      select.value = select.value === name.dataset.value ? "*" : name.dataset.value;
      show();
      $(".search").scrollIntoView({ block: "start" });
    });
  }

  // Whoever comes back from a copy finds the list as it was left: browsers keep what was typed and chosen
  addEventListener("pageshow", () => {
    const kept = history.state;
    if (kept?.direction) sort(kept.column, kept.direction);
    else if ($("#search").value || selects.some((select) => select.value !== "*")) show();
  });
}
