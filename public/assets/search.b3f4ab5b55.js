// Finds pages with what sitegen has put into assets/search/ (Sources/Outputs/Search). What is typed stays in this page.
(() => {
  const box = document.getElementById("search");
  // A browser too old for this has the lists.
  if (!box || !Array.prototype.findLast) return;
  const [field, list, status, none] = ["field", "results", "status", "none"].map(id => document.getElementById("search-" + id));
  const shown = 8;

  // Parts of the index by their names. They are scripts, since those load from a disk as well, each of which calls
  // searchPart; or all of them stand in the page.
  const inline = document.getElementById("search-index");
  const parts = inline ? JSON.parse(inline.textContent) : {};
  const waiting = {};
  window.searchPart = (name, part) => waiting[name](part);
  const folder = box.dataset.index.replace(/[^/]*$/, "");
  const load = async name => parts[name] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting[name] = resolve;
    script.src = folder + name;
    script.onerror = () => {
      delete parts[name];
      script.remove();
      reject(new Error(name));
    };
    document.head.append(script);
  });
  const loadBase = () => load(box.dataset.index.slice(folder.length));

  // Words, as SearchWords.swift makes them.
  const undouble = word => word.length > 3 && word.at(-1) === word.at(-2) ? word.slice(0, -1) : word;
  const spell = (word, { spellings }) => spellings.reduce((word, [from, to]) => word.replaceAll(from, to), word);
  const normal = (word, language) => {
    word = undouble(spell(word, language));
    const ending = language.endings.find(ending => word.endsWith(ending) && word.length - ending.length >= 3) ?? "";
    return undouble(word.slice(0, word.length - ending.length));
  };
  const split = text => text.toLowerCase().normalize("NFC").replace(/['’]/g, "").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const meanings = (words, { same }) => {
    const found = [];
    for (let i = 0; i < words.length;) {
      let length = 5;
      while (length && !Object.hasOwn(same, words.slice(i, i + length).join(" "))) length--;
      found.push(length ? same[words.slice(i, i + length).join(" ")] : words[i]);
      i += length || 1;
    }
    return found;
  };

  // The file in which a word stands, if it stands anywhere.
  const fileOf = (word, base) => base.words.findLast(([first]) => first <= word) ?? base.words[0];
  const look = async (word, base) => {
    const words = await load(fileOf(word, base)[1]);
    return Object.hasOwn(words, word) ? words[word] : undefined;
  };
  const rarity = (pages, base) => Math.log(1 + base.count / (pages[0] < 0 ? -pages[0] : pages.length));

  // Slips between two words: letters wrong, missing, too many, or two exchanged.
  const slips = (a, b) => {
    let [older, old, now] = [[], [], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
      [older, old, now] = [old, now, [i]];
      for (let j = 1; j <= b.length; j++) {
        now[j] = Math.min(old[j] + 1, now[j - 1] + 1, old[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j], older[j - 2] + 1);
      }
    }
    return now[b.length];
  };
  // The nearest word that the site uses: one slip away, or two in a long word; of those, the one on most pages.
  const corrected = async (word, base) => {
    if (word.length < 3) return word;
    let [best, least] = [word, word.length > 6 ? 3 : 2];
    for (const other of (await load(base.spellings)).split(" ")) {
      if (Math.abs(other.length - word.length) >= least) continue;
      const found = slips(word, other);
      if (found < least && (other[0] === word[0] || (found < 2 && word.length > 3))) [best, least] = [other, found];
    }
    return best;
  };

  // All words that begin as the last one does, which may be half typed.
  const begun = async (start, base) => {
    const at = base.words.indexOf(fileOf(start, base));
    const files = [base.words[at], base.words[at + 1]].filter((file, i) => file && (!i || file[0].startsWith(start)));
    const found = {};
    for (const [, file] of files) {
      for (const [word, pages] of Object.entries(await load(file))) {
        if (!word.includes(" ") && word.startsWith(start)) found[word] = pages;
      }
    }
    for (const [word, name] of Object.entries(base.language.same)) {
      const pages = word.startsWith(start) && !word.includes(" ") && await look(name, base);
      if (pages) found[name] = pages;
    }
    return found;
  };

  const search = async text => {
    const base = await loadBase();
    const { language } = base;
    const written = split(text);
    const last = written.at(-1) ?? "";
    const isWhole = /\s$/.test(text) || language.ignored.includes(normal(last, language));
    const half = isWhole ? "" : spell(last, language);
    const beginnings = half.length > 1 ? await begun(half, base) : {};

    // Also words that only stand in a phrase: corrected, the phrase would not be found.
    base.known ??= new Set([...Object.keys(language.same), ...base.pins.flatMap(pin => pin[4]), ...language.ignored].flatMap(phrase => phrase.split(" ")));
    const known = async (word, i) =>
      base.known.has(word) || await look(word, base)
      || (i === written.length - 1 && Object.keys(beginnings).length);
    const words = await Promise.all(written.map(async (word, i) => {
      const found = normal(word, language);
      return await known(found, i) ? found : normal(await corrected(word, base), language);
    }));
    const all = meanings(words, language);
    const some = all.filter(word => !language.ignored.includes(word));
    const terms = [...new Set(some.length ? some : all)];

    const scores = new Map();
    const scoreOf = id => scores.get(id) ?? scores.set(id, { value: 0, matched: 0, said: new Set() }).get(id);
    const rarities = {};
    for (const [i, term] of terms.entries()) {
      const best = new Map();
      const add = (pages, worth) => {
        const each = worth * rarity(pages, base);
        for (const page of pages) {
          if (page < 0) continue;
          const [id, value] = [page >> 6, (page & 63) * each];
          if (value > (best.get(id) ?? 0)) best.set(id, value);
        }
      };
      const pages = await look(term, base);
      if (pages) add(pages, 1);
      // A word that is nowhere asks for nothing.
      rarities[term] = pages ? rarity(pages, base) : 0;
      if (i === terms.length - 1) {
        for (const [word, pages] of Object.entries(beginnings)) add(pages, 0.6 * Math.min(1, half.length / word.length));
      }
      for (const [id, value] of best) {
        const score = scoreOf(id);
        score.value += value;
        score.matched += rarities[term];
      }
    }

    // Titles and search terms all of whose words were typed, in whatever order; best of all the very question.
    const phrases = async (words, add) => {
      for (const page of await look([...words].sort().join(" "), base) ?? []) {
        if (words.length > 1) add(scoreOf(page >> 6));
      }
    };
    const few = terms.slice(0, 8);
    for (let set = 1; set < 1 << few.length; set++) {
      const phrase = few.filter((_, i) => set >> i & 1);
      await phrases(phrase, score => phrase.forEach(term => score.said.add(term)));
    }
    await phrases(all, score => { score.value += 50; });
    const sum = words => words.reduce((sum, word) => sum + rarities[word], 0);
    const total = sum(terms) || 1;
    const worth = ({ value, matched, said }) => value * (matched || total) / total + sum([...said]) * 30;
    const ranked = [...scores].map(([id, score]) => [id, worth(score)]).sort(([a, x], [b, y]) => y - x || a - b).slice(0, shown);

    const isTyped = word => all.includes(word);
    const pins = base.pins.filter(([, , , , phrases]) => phrases.some(phrase => phrase.split(" ").every(isTyped)));
    const found = new Map(pins.map(pin => [pin[1], { entry: pin, isPinned: true }]));
    for (const [id] of ranked) {
      const entry = (await load(base.titles[Math.floor(id / base.size)]))[id % base.size];
      if (!found.has(entry[1])) found.set(entry[1], { entry });
    }
    return [...found.values()];
  };

  // The list: a combobox with a listbox, after the ARIA Authoring Practices Guide.
  let active = -1;
  const choose = i => {
    const options = [...list.children];
    options[active]?.setAttribute("aria-selected", "false");
    active = i;
    const option = options[i];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };
  const option = ({ entry: [title, address, section, description], isPinned }, i) => {
    const link = document.createElement("a");
    // On a disk, which shows a list of files for a folder, addresses are relative.
    link.href = (box.dataset.root + address).replace(/^(\.[^#]*\/)(#|$)/, "$1index.html$2");
    link.id = "search-result-" + i;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    if (isPinned) link.className = "pinned";
    const rows = [["section", isPinned ? status.dataset.pinned : section], ["title", title], ["description", description]];
    for (const [name, text] of rows) {
      if (!text) continue;
      const row = document.createElement("span");
      row.className = name;
      row.textContent = text + " ";
      link.append(row);
    }
    return link;
  };
  const show = found => {
    choose(-1);
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  };

  let run = 0;
  const update = async () => {
    const mine = ++run;
    const isEmpty = !split(field.value).length;
    let found = [];
    let problem = "";
    try {
      if (!isEmpty) found = await search(field.value);
    } catch {
      problem = status.dataset.failed;
    }
    if (mine !== run) return;
    show(found);
    none.hidden = isEmpty || found.length > 0;
    status.textContent = isEmpty ? "" : problem || (found.length === 1 ? status.dataset.one : found.length ? `${found.length} ${status.dataset.many}` : status.dataset.none);
  };

  field.addEventListener("input", update);
  field.addEventListener("focus", () => loadBase().catch(() => {}), { once: true });
  field.addEventListener("keydown", event => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "ArrowDown" && count) choose((active + 1) % count);
    else if (event.key === "ArrowUp" && count) choose(active > 0 ? active - 1 : count - 1);
    else if ((event.key === "Home" || event.key === "End") && active >= 0) {
      choose(-1);
      return;
    } else if (event.key === "Enter") {
      if (active >= 0) list.children[active].click();
      else if (count) choose(0);
    } else if (event.key === "Escape" && field.value) {
      field.value = "";
      update();
    } else return;
    event.preventDefault();
  });
  // What was found is in this very document, which the list would cover.
  if (inline) list.addEventListener("click", () => show([]));
  box.hidden = false;
  if (field.value) update();
})();
