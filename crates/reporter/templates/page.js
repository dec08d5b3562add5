(() => {
  "use strict";
  const all = (what, of = document) => [...of.querySelectorAll(what)];
  const one = (id) => document.getElementById(id);
  const make = (name, text) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    return element;
  };

  // The sentences of a statement, side by side, taken from the articles of the reading view.
  const close = (row) => {
    const next = row.nextElementSibling;
    if (next && next.classList.contains("panel")) next.remove();
    row.querySelector("button").setAttribute("aria-expanded", "false");
  };
  const isOpen = (row) => row.querySelector("button").getAttribute("aria-expanded") === "true";
  const open = (row) => {
    if (isOpen(row)) return;
    const sides = make("div");
    sides.className = "sides";
    const missing = [];
    // Sentences of other statements that tell this one as well, or perhaps.
    const others = all("[data-at]", row).flatMap((cell) =>
      cell.dataset.at.split(" ").map((id) => [one(id), cell.classList.contains("perhaps")])
    );
    for (const article of all(".column")) {
      const name = () => article.querySelector("h3").cloneNode(true).childNodes;
      const beside = others.filter(([sentence]) => article.contains(sentence));
      const found = [...all('[data-s="' + row.id + '"]', article), ...beside.map(([sentence]) => sentence)];
      if (!found.length) {
        missing.push(name());
        continue;
      }
      const side = make("div");
      side.lang = article.lang;
      const head = make("h4");
      head.dir = "ltr";
      head.append(...name());
      if (beside.some(([, perhaps]) => perhaps)) head.append(" ", make("small", told("perhaps")));
      side.append(head);
      for (const sentence of found) {
        const p = make("p");
        p.dir = "auto";
        for (const node of sentence.childNodes) if (node.className !== "ref") p.append(node.cloneNode(true));
        const link = make("a", sentence.id);
        link.href = "#" + sentence.id;
        link.className = "ref";
        p.append(link);
        side.append(p);
      }
      sides.append(side);
    }
    if (missing.length) {
      const p = make("p", "∅ ");
      p.className = "missing";
      for (const name of missing) {
        const who = make("span");
        who.dir = "ltr";
        who.append(...name);
        p.append(who);
      }
      sides.append(p);
    }
    const panel = make("tr");
    panel.className = "panel";
    const cell = make("td");
    cell.colSpan = one("matrix").querySelectorAll("thead th").length;
    cell.append(sides);
    panel.append(cell);
    row.after(panel);
    row.querySelector("button").setAttribute("aria-expanded", "true");
  };

  one("matrix").addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark) location.hash = mark.dataset.f;
    const row = event.target.closest("tr.row");
    if (!row) return;
    if (isOpen(row)) close(row);
    else open(row);
  });

  // Filters: rows of the matrix and findings.
  const form = one("filters");
  const shared = one("only-shared");
  const filter = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    const fits = (element) => wanted.every(([name, value]) => element.dataset[name].split(" ").includes(value));
    const verdict = form.elements.verdict.value;
    let shown = 0;
    for (const row of all("tr.row")) {
      row.hidden = !fits(row) || (shared.checked && verdict !== "single_source" && row.dataset.verdict === "single_source");
      if (row.hidden) close(row);
      else shown += 1;
    }
    for (const finding of all(".finding")) finding.hidden = !fits(finding);
    for (const section of all(".kind")) {
      const found = all(".finding", section).filter((finding) => !finding.hidden);
      section.hidden = !found.length;
      const details = section.querySelector("details");
      if (details) {
        const folded = all(".finding", details).filter((finding) => !finding.hidden).length;
        details.hidden = !folded;
        details.querySelector("summary small").textContent = folded;
        if (wanted.length && folded === found.length) details.open = true;
      }
    }
    one("shown").textContent = shown + " / " + all("tr.row").length;
  };
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();

  // Two to four articles in columns.
  const choices = all('input[name="column"]');
  const columns = () => {
    for (const choice of choices) one("column-" + choice.value).hidden = !choice.checked;
    const chosen = choices.filter((choice) => choice.checked).length;
    for (const choice of choices) choice.disabled = choice.checked ? chosen <= Math.min(2, choices.length) : chosen >= 4;
  };
  for (const choice of choices) choice.addEventListener("change", columns);
  columns();
  const show = (column) => {
    if (!column.hidden) return;
    const on = choices.filter((choice) => choice.checked);
    if (on.length >= 4) on[on.length - 1].checked = false;
    choices.find((choice) => "column-" + choice.value === column.id).checked = true;
    columns();
  };

  // Pointing at a sentence lights up the same statement in the other columns; choosing it brings
  // them there.
  const reading = one("reading");
  // What a marked word is evidence of.
  let told = (key) => key.replace("_", " ");
  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    const finding = mark && one(mark.dataset.f);
    if (finding) mark.title = told(finding.dataset.kind) + ", " + told(finding.dataset.verdict) + ": " + finding.id;
  });
  const same = (sentence) => (sentence && sentence.dataset.s ? all('.column:not([hidden]) [data-s="' + sentence.dataset.s + '"]') : []);
  const light = (sentence) => {
    for (const other of all(".s.on")) other.classList.remove("on");
    for (const other of same(sentence)) other.classList.add("on");
  };
  reading.addEventListener("mouseover", (event) => light(event.target.closest(".s")));
  reading.addEventListener("focusin", (event) => light(event.target.closest(".s")));
  const within = (column, sentence) => {
    column.scrollTop += sentence.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
  };
  reading.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    const mark = event.target.closest("mark");
    const sentence = event.target.closest(".s");
    if (mark) {
      location.hash = mark.dataset.f;
      return;
    }
    const moved = new Set([sentence && sentence.closest(".column")]);
    for (const other of same(sentence)) {
      const column = other.closest(".column");
      if (!moved.has(column)) within(column, other);
      moved.add(column);
    }
    light(sentence);
  });

  // A deep link opens what it points at, also where a filter, a fold or a choice had hidden it.
  const arrive = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      return;
    }
    const target = id && one(id);
    if (!target) return;
    for (let above = target; above; above = above.parentElement) {
      if (above.tagName === "DETAILS") above.open = true;
      if (above.hidden && !above.classList.contains("column")) above.hidden = false;
    }
    if (target.classList.contains("row")) open(target);
    const column = target.closest(".column");
    if (column) {
      show(column);
      column.scrollIntoView({ block: "nearest" });
      within(column, target);
      light(target.closest(".s"));
      return;
    }
    target.scrollIntoView({ block: target.tagName === "SECTION" ? "start" : "center" });
  };
  addEventListener("hashchange", arrive);
  // A link to where the page already is arrives again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) arrive();
  });

  // j and k go from finding to finding.
  addEventListener("keydown", (event) => {
    if (!["j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select")) return;
    const found = all(".finding").filter((finding) => finding.offsetParent);
    if (!found.length) return;
    const at = found.findIndex((finding) => "#" + finding.id === location.hash);
    const next = event.key === "j" ? at + 1 : Math.max(at - 1, 0);
    location.hash = found[Math.min(next, found.length - 1)].id;
  });

  // The page's own words. The words of articles stay as they are.
  const keys = words.keys;
  const english = new Map();
  for (const element of all("[data-t]")) if (!english.has(element.dataset.t)) english.set(element.dataset.t, element.textContent);
  for (const element of all("[data-v]")) element.english = element.textContent;
  const translate = (code) => {
    const list = words[code] || [];
    const word = (key) => list[keys.indexOf(key)] || english.get(key) || key.replace("_", " ");
    document.documentElement.lang = code;
    document.documentElement.dir = code === "ar" ? "rtl" : "ltr";
    for (const element of all("[data-t]")) element.textContent = word(element.dataset.t);
    for (const element of all("[data-a]")) element.setAttribute("aria-label", word(element.dataset.a));
    for (const cell of all("td.m")) cell.setAttribute("aria-label", word(cell.classList[1]));
    told = word;
    // Values are words of the comparison: "about 30", "denied".
    for (const element of all("[data-v]")) {
      const value = element.english;
      const before = words.before.find((phrase) => value.startsWith(phrase + " "));
      if (keys.includes("=" + value)) element.textContent = code === "en" ? value : word("=" + value);
      else if (before && code !== "en") element.textContent = word("=" + before) + value.slice(before.length);
      else element.textContent = code === "en" ? value : value.replace(/(\d\S*) to (\S*\d)/, "$1 – $2");
    }
  };
  const chosen = one("words");
  chosen.addEventListener("change", () => translate(chosen.value));
  const own = (navigator.language || "en").slice(0, 2);
  if (own !== "en" && words[own]) {
    chosen.value = own;
    translate(own);
  }
  if (location.hash) arrive();
})();
