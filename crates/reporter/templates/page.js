"use strict";
(() => {
  const all = (what, of = document) => [...of.querySelectorAll(what)];
  const one = (id) => document.getElementById(id);

  // The sentences of a statement, side by side, taken from the articles below.
  const open = (id) => {
    const row = one(id);
    const button = row && row.querySelector("button");
    if (!button) return;
    const next = row.nextElementSibling;
    if (next && next.classList.contains("panel")) {
      next.remove();
      button.setAttribute("aria-expanded", "false");
      return;
    }
    const sides = document.createElement("div");
    sides.className = "sides";
    for (const article of all(".column")) {
      const found = all('[data-s="' + id + '"]', article);
      if (!found.length) continue;
      const side = document.createElement("div");
      side.lang = article.lang;
      const name = document.createElement("b");
      name.textContent = article.querySelector("h3").textContent;
      side.append(name);
      for (const sentence of found) {
        const p = document.createElement("p");
        p.dir = "auto";
        for (const node of sentence.childNodes) p.append(node.cloneNode(true));
        const link = document.createElement("a");
        link.href = "#" + sentence.id;
        link.textContent = sentence.id;
        p.append(" ", link);
        side.append(p);
      }
      sides.append(side);
    }
    const panel = document.createElement("tr");
    panel.className = "panel";
    const cell = document.createElement("td");
    cell.colSpan = row.cells.length;
    cell.append(sides);
    panel.append(cell);
    row.after(panel);
    button.setAttribute("aria-expanded", "true");
  };

  one("matrix").addEventListener("click", (event) => {
    const row = event.target.closest("tr.row");
    if (row && !event.target.closest("a")) open(row.id);
  });

  const shared = one("only-shared");
  const filterRows = () => {
    for (const row of all("tr.row")) row.hidden = shared.checked && row.classList.contains("single_source");
  };
  shared.addEventListener("change", filterRows);
  filterRows();

  const form = one("filters");
  const filter = () => {
    const wanted = new FormData(form);
    let shown = 0;
    for (const finding of all(".finding")) {
      const fits = [...wanted].every(([name, value]) => !value || finding.dataset[name].split(" ").includes(value));
      finding.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    one("shown").textContent = shown + " / " + all(".finding").length;
  };
  form.addEventListener("change", filter);
  filter();

  const choices = all('input[name="column"]');
  const columns = () => {
    for (const choice of choices) one("column-" + choice.value).hidden = !choice.checked;
    const full = choices.filter((choice) => choice.checked).length >= 4;
    for (const choice of choices) choice.disabled = full && !choice.checked;
  };
  for (const choice of choices) choice.addEventListener("change", columns);
  columns();

  // Pointing at a sentence shows the same statement in the other columns.
  const reading = one("reading");
  const point = (event) => {
    const sentence = event.target.closest && event.target.closest(".s");
    for (const other of all(".s.on")) other.classList.remove("on");
    if (sentence && sentence.dataset.s) for (const other of all('[data-s="' + sentence.dataset.s + '"]')) other.classList.add("on");
  };
  reading.addEventListener("mouseover", point);
  reading.addEventListener("focusin", point);
  const follow = (event) => {
    const sentence = event.target.closest(".s");
    if (!sentence || !sentence.dataset.s) return;
    const mark = event.target.closest("mark");
    location.hash = mark ? mark.dataset.f : sentence.dataset.s;
  };
  reading.addEventListener("click", follow);
  reading.addEventListener("keydown", (event) => { if (event.key === "Enter") follow(event); });

  // A deep link opens what it points at, also where a filter or a choice had hidden it.
  const arrive = () => {
    const target = one(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.classList.contains("row")) {
      target.hidden = false;
      const next = target.nextElementSibling;
      if (!next || !next.classList.contains("panel")) open(target.id);
    }
    if (target.classList.contains("finding")) target.hidden = false;
    const column = target.closest(".column");
    if (column && column.hidden) {
      const on = choices.filter((choice) => choice.checked);
      if (on.length >= 4) on[on.length - 1].checked = false;
      choices.find((choice) => "column-" + choice.value === column.id).checked = true;
      columns();
    }
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();

  // The page's own words. The words of articles and findings stay as they are.
  const keys = "story matrix findings reading record words reports statements outlet language published headline sentences omits alone agree diverge both whole statement kind verdict any quantity date quotation name polarity wording agrees compatible diverges single_source choose notes only-shared key-agrees key-compatible key-diverges key-single key-absent".split(" ");
  const words = {
    zh: "概要|各媒体的陈述|发现|并排阅读|记录|页面语言|篇报道|条陈述|媒体|语言|发布时间|标题|句数|缺少多数报道都有的内容|独有|一致之处|分歧之处|有出入但可同时成立|贯穿整个事件|陈述|类别|判定|全部|数字|日期|引语|人名与名称|肯定与否定|用词|一致|相容|分歧|单一来源|选择二至四篇报道：|说明|只显示两篇以上报道共有的陈述|有此陈述，未见出入|有出入，可同时成立|分歧|仅此一家|没有",
    ar: "الخلاصة|الأقوال بحسب الوسيلة|النتائج|جنبا إلى جنب|السجل|لغة الصفحة|تقارير|أقوال|الوسيلة|اللغة|تاريخ النشر|العنوان|الجمل|يغفل ما يورده معظم الآخرين|ينفرد به|ما يتفقون عليه|حيث يختلفون|حيث يتباينون وقد يصح القولان|في الحدث كله|القول|النوع|الحكم|الكل|عدد|تاريخ|اقتباس|اسم|إثبات أو نفي|صياغة|متفق|متوافق|مختلف|مصدر واحد|من تقريرين إلى أربعة:|ملاحظات|الأقوال الواردة في تقريرين أو أكثر فقط|يورده بلا فرق|يتباين وقد يصح القولان|يختلف|هنا فقط|غير وارد",
    es: "Resumen|Afirmaciones por medio|Hallazgos|Lado a lado|Registro|Idioma de la página|informes|afirmaciones|Medio|Idioma|Publicado|Titular|Frases|Omite lo que trae la mayoría|Solo aquí|En qué coinciden|En qué divergen|Difieren y ambos pueden tener razón|En todo el suceso|Afirmación|Tipo|Veredicto|todos|cantidad|fecha|cita|nombre|afirmado o negado|redacción|coincide|compatible|diverge|fuente única|De dos a cuatro informes:|Notas|solo afirmaciones de dos o más informes|la trae, sin diferencias|difiere, ambos pueden tener razón|diverge|solo aquí|no está",
    fr: "Résumé|Énoncés par média|Constats|Côte à côte|Trace|Langue de la page|articles|énoncés|Média|Langue|Publié|Titre|Phrases|Omet ce que la plupart rapportent|Seul à rapporter|Ce sur quoi ils s’accordent|Là où ils divergent|Là où ils diffèrent et peuvent avoir raison tous deux|Sur tout l’événement|Énoncé|Type|Verdict|tous|nombre|date|citation|nom|affirmé ou nié|formulation|concorde|compatible|diverge|source unique|De deux à quatre articles :|Notes|seulement les énoncés d’au moins deux articles|le rapporte, sans différence|diffère, les deux peuvent être vrais|diverge|seulement ici|absent",
    ru: "Кратко|Утверждения по изданиям|Находки|Рядом|Протокол|Язык страницы|сообщений|утверждений|Издание|Язык|Опубликовано|Заголовок|Предложения|Опускает то, что есть у большинства|Есть только здесь|В чём сходятся|В чём расходятся|Различаются, и верным может быть и то и другое|По всему событию|Утверждение|Вид|Вывод|все|число|дата|цитата|имя|утверждение или отрицание|слова|сходится|совместимо|расходится|один источник|От двух до четырёх сообщений:|Примечания|только утверждения двух и более сообщений|есть, различий не найдено|различается, верным может быть и то и другое|расходится|только здесь|нет",
  };
  const english = new Map();
  for (const element of all("[data-t]")) if (!english.has(element.dataset.t)) english.set(element.dataset.t, element.textContent);
  one("words").addEventListener("change", (event) => {
    const code = event.target.value;
    const list = words[code] ? words[code].split("|") : [];
    document.documentElement.lang = code;
    document.documentElement.dir = code === "ar" ? "rtl" : "ltr";
    for (const element of all("[data-t]")) {
      const at = keys.indexOf(element.dataset.t);
      element.textContent = list[at] || english.get(element.dataset.t);
    }
  });
})();
