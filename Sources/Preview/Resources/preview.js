// Keeps an open page of the preview up to date and shows what is wrong with it. docs/preview.md says what the server sends.
//
// The page may have any look, any script and a strict policy, and must stay as its readers will get it. So everything shown
// here is in one element with a shadow root, nothing of the page's own is changed but the addresses of its style sheets, and
// all text is set as text.
(() => {
  'use strict';

  const script = document.currentScript;
  const page = script.dataset.page;
  const listing = new URL('./', script.src).pathname;
  /** Hash of the page as it stands here. */
  let bytes = script.dataset.bytes;
  /** What the server sent last. */
  let state = null;
  let isServerThere = true;

  /** What outlives a reload, in this tab only. */
  const memory = {
    read: (name) => JSON.parse(sessionStorage.getItem(`sitegen-preview:${name}`)),
    write: (name, value) => sessionStorage.setItem(`sitegen-preview:${name}`, JSON.stringify(value)),
  };

  // ---- Blocks of text on the page, by which places are found again

  const INLINE = new Set(
    'a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q s samp small span strong sub sup time u var'.split(' '));
  // What templates add to an author's words: numbers of sources, buttons of terms.
  const ADDED = 'sup:has(a), button, script, style, template, noscript';
  // Spaces, quotation marks and dashes may differ between the source and the page; letters and digits do not.
  const LETTER = /[\p{L}\p{M}\p{N}]/gu;
  const lettersOf = (text) => (text.match(LETTER) ?? []).join('');

  /** Every element with text of its own, in order, with the letters and digits of that text. */
  function readBlocks() {
    const blocks = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let element = node.parentElement;
      if (!node.data.trim() || element.closest(ADDED)) continue;
      while (INLINE.has(element.localName)) element = element.parentElement;
      if (!blocks.has(element)) blocks.set(element, { element, nodes: [], letters: '' });
      const block = blocks.get(element);
      block.nodes.push(node);
      block.letters += lettersOf(node.data);
    }
    return [...blocks.values()];
  }

  /** Where the words of a quote stand on the page: the block's element and a range; null if they are not there. */
  function find(quote, blocks) {
    const wanted = lettersOf(quote.block);
    if (!wanted) return null;
    // Menus and lists of contents repeat headings. A template may write a word before a heading.
    const candidates = blocks.filter((block) => !block.element.closest('nav') && block.letters.includes(wanted));
    const block = candidates.sort((a, b) => a.letters.length - b.letters.length)[0];
    if (!block) return null;

    // Each letter with its place, as many times as it has units of UTF-16, so that both count alike.
    const places = block.nodes.flatMap((node) => [...node.data.matchAll(LETTER)].flatMap(({ 0: letter, index }) =>
      Array(letter.length).fill({ node, start: index, end: index + letter.length })));
    const isApart = (at) =>
      at <= 0 || at >= places.length || places[at - 1].node !== places[at].node || places[at - 1].end !== places[at].start;
    const words = lettersOf(quote.text) || wanted;
    let from = block.letters.indexOf(words);
    for (let at = from; at >= 0; at = block.letters.indexOf(words, at + 1)) {
      if (!isApart(at) || !isApart(at + words.length)) continue;
      from = at;
      break;
    }
    const [first, last] = from < 0 ? [places[0], places.at(-1)] : [places[from], places[from + words.length - 1]];
    const range = new Range();
    range.setStart(first.node, first.start);
    range.setEnd(last.node, last.end);
    return { element: block.element, range };
  }

  // ---- Reloading without losing the place

  function reload(forBytes) {
    disconnect();
    const active = host.contains(document.activeElement) ? root.activeElement : document.activeElement;
    const details = {};
    eachDetails((element, name) => { details[name] = element.open; });
    memory.write('place', {
      path: location.pathname, x: scrollX, y: scrollY, anchors: anchors(), details,
      focus: active?.id, isFocusHere: root.contains(active), panelTop: panel.scrollTop,
    });
    memory.write('reloaded', { page, bytes: forBytes });
    // The browser would go back to the same number of pixels, which is another place if something above has changed.
    history.scrollRestoration = 'manual';
    location.reload();
  }

  /** The blocks nearest to the top of the window, by id or text, with their distance from it. More than one, since the
      nearest may be the one that is being edited. */
  function anchors() {
    const found = [];
    const times = new Map();
    const blocks = readBlocks();
    for (const { letters } of blocks) times.set(letters, (times.get(letters) ?? 0) + 1);
    for (const { element, letters } of blocks) {
      if (!element.checkVisibility() || (!element.id && times.get(letters) > 1)) continue;
      found.push({ element, id: element.id, letters, top: element.getBoundingClientRect().top });
    }
    found.sort((a, b) => Math.abs(a.top) - Math.abs(b.top));
    return found.slice(0, 60).filter(({ element }) => !isPinned(element)).map(({ id, letters, top }) => ({ id, letters, top }));
  }

  /** Whether an element stays in the window while the page moves. */
  function isPinned(element) {
    for (let each = element; each; each = each.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(each).position)) return true;
    }
    return false;
  }

  function eachDetails(visit) {
    const times = {};
    for (const element of document.querySelectorAll('details')) {
      const name = element.id || element.querySelector('summary')?.textContent.trim();
      times[name] = (times[name] ?? 0) + 1;
      visit(element, `${name} ${times[name]}`);
    }
  }

  function returnToPlace() {
    const saved = memory.read('place');
    memory.write('place', null);
    if (saved?.path !== location.pathname) return;
    eachDetails((element, name) => { if (name in saved.details) element.open = saved.details[name]; });

    const scroll = () => {
      const blocks = new Map(readBlocks().map(({ element, letters }) => [letters, element]));
      const elementOf = ({ id, letters }) => (id && document.getElementById(id)) || blocks.get(letters);
      const anchor = saved.y > 0 && saved.anchors.find((each) => elementOf(each)?.checkVisibility());
      const top = anchor ? scrollY + elementOf(anchor).getBoundingClientRect().top - anchor.top : saved.y;
      scrollTo({ left: saved.x, top, behavior: 'instant' });
    };
    scroll();
    // Pictures without a size move the text once more, unless somebody has scrolled on by then.
    let hasMoved = false;
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
      addEventListener(type, () => { hasMoved = true; }, { once: true, passive: true });
    }
    addEventListener('load', () => { if (!hasMoved) scroll(); }, { once: true });
    // Not before: the browser goes to where it was as late as after the load. But pages one comes back to are its affair.
    addEventListener('pagehide', () => { if (!memory.read('place')) history.scrollRestoration = 'auto'; });

    if (!saved.focus) return;
    if (saved.isFocusHere) {
      focusWhenShown = saved.focus;
    } else {
      document.getElementById(saved.focus)?.focus({ preventScroll: true });
    }
    panelTop = saved.panelTop;
  }

  // ---- Style sheets

  /** Puts new style sheets in the place of old ones; false if the page has not all of the old ones. */
  function swap(styles) {
    const linksTo = (address) => [...document.querySelectorAll('link[rel~="stylesheet"]')]
      .filter((link) => new URL(link.href).pathname === address);
    const swaps = Object.entries(styles ?? {}).map(([old, address]) => [linksTo(old), address]);
    if (swaps.length === 0 || swaps.some(([links]) => links.length === 0)) return false;
    for (const [links, address] of swaps) {
      for (const link of links) {
        const next = link.cloneNode();
        next.href = address;
        // Until the new one is there the old one stays, or the page would be bare for a moment.
        next.addEventListener('load', () => link.remove());
        next.addEventListener('error', () => next.remove());
        link.after(next);
      }
    }
    return true;
  }

  // ---- The connection

  let source = null;

  function connect() {
    // A browser keeps six connections to one server. Tabs that nobody sees give theirs back, or the seventh would not load.
    if (source || document.hidden) return;
    source = new EventSource(new URL(`events?page=${encodeURIComponent(page)}&bytes=${bytes}`, script.src));
    source.addEventListener('state', (event) => receive(JSON.parse(event.data)));
    // Not left to the browser: it would ask with the bytes that the page had at first, and give up after some answers.
    source.addEventListener('error', () => {
      disconnect();
      isServerThere = false;
      show();
      setTimeout(connect, 1000);
    });
  }

  function disconnect() {
    source?.close();
    source = null;
  }

  function receive(next) {
    isServerThere = true;
    if (next.bytes === bytes) {
      memory.write('reloaded', null);
    } else if (next.bytes === '') {
      // The page cannot be made now. What is here stays, and the errors say why.
    } else if (swap(next.styles)) {
      bytes = next.bytes;
    } else {
      // What a reload did not bring, a second will not bring either: better an old page than one that never comes to rest.
      const last = memory.read('reloaded');
      if (last?.page !== page || last.bytes !== next.bytes) return reload(next.bytes);
    }
    state = next;
    noticeErrors();
    show();
  }

  // ---- The parts of what is shown

  /** An element; properties that are no properties of elements are attributes. */
  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in element) element[key] = value; else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child != null));
    return element;
  }

  const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const SEVERITIES = { error: 'Error', warning: 'Warning', info: 'Remark' };

  const host = document.createElement('sitegen-preview');
  const root = host.attachShadow({ mode: 'open' });
  const overlay = make('div', {
    id: 'overlay', className: 'card overlay', role: 'dialog', tabIndex: -1, 'aria-labelledby': 'overlay-title',
    'aria-describedby': 'overlay-lead',
  });
  const status = make('button', { id: 'status', type: 'button', className: 'status', 'aria-controls': 'panel' });
  const panel = make('section', { id: 'panel', className: 'card panel', tabIndex: -1, 'aria-labelledby': 'panel-title' });
  const markers = make('div', { className: 'markers' });
  const announcement = make('p', { className: 'hidden', role: 'status' });
  root.append(make('div', { className: 'tool', lang: 'en', dir: 'ltr' },
    announcement, overlay,
    make('section', { 'aria-label': 'Preview' }, make('div', { className: 'dock' }, status, panel), markers)));

  let isOverlayOpen = false;
  let isPanelOpen = memory.read('panel') === true;
  /** Index of the finding that was chosen in the panel or by its marker. */
  let chosen = null;
  /** Id of the element that had the focus before a reload, and how far the panel was scrolled. */
  let focusWhenShown = null;
  let panelTop = 0;
  /** What had the focus before the overlay took it. */
  let focusBefore = null;

  /** One problem: what, where, and how to mend it. `id` begins the ids of what can have the focus, which must last. */
  function describe(problem, id, number) {
    const [, file, line] = /^(.*?)(?::(\d+))?(?::\d+)?$/s.exec(problem.place);
    const place = line ? `${file}, line ${line}` : file;
    return [
      make('h3', { id: `${id}-title` }, number ? make('span', { className: 'number' }, number) : null,
        make('span', { className: `severity ${problem.severity}` }, `${SEVERITIES[problem.severity]}:`), ` ${problem.message}`),
      make('p', { className: 'place' }, problem.open
        ? make('a', { id: `${id}-place`, href: problem.open }, `Open ${place}`) : place),
      problem.excerpt && excerpt(`${id}-excerpt`, `Text of ${place}`, problem.excerpt),
      problem.help && make('p', { className: 'help' }, `Help: ${problem.help}`),
      problem.notes.length > 0 ? make('ul', {}, ...problem.notes.map((note) => make('li', {}, note))) : null,
      make('p', { className: 'rule' }, 'Rule: ', make('code', {}, problem.rule)),
    ];
  }

  /** A long line begins at its mark, which stands further right than a narrow panel shows. */
  function excerpt(id, name, text) {
    const element = make('pre', { id, tabIndex: 0, role: 'group', ariaLabel: name }, text);
    const mark = text.split('\n').at(-2)?.indexOf('^') ?? -1;
    const width = Math.max(...text.split('\n').map((line) => line.length));
    requestAnimationFrame(() => {
      const place = mark / width * element.scrollWidth;
      if (place > element.clientWidth * 0.8) element.scrollLeft = place - element.clientWidth / 3;
    });
    return element;
  }

  const button = (id, text, action, properties = {}) => {
    const element = make('button', { id, type: 'button', ...properties }, text);
    element.addEventListener('click', action);
    return element;
  };

  const bar = (id, title, close) => make('div', { className: 'bar' },
    make('h2', { id: `${id}-title` }, title), button(`${id}-close`, 'Close', close));

  /** Gives a card new content, unless it has that already, and keeps the focus on what is still there. */
  function fill(card, content, build) {
    const text = JSON.stringify(content);
    if (card.dataset.content === text) return;
    card.dataset.content = text;
    const focused = card.contains(root.activeElement) ? root.activeElement.id : null;
    card.replaceChildren(...build().filter((child) => child != null));
    if (focused) (root.getElementById(focused) ?? card).focus({ preventScroll: true });
  }

  // ---- Errors

  const errorCount = () => (state ? state.errors.length + state.moreErrors : 0);

  /** What tells one error from another. Not the line: it changes with every line that is written above. */
  const errorNames = () => state.errors.map(({ rule, place, message }) => `${rule} ${place.replace(/(:\d+)+$/, '')} ${message}`);

  /** Opens the overlay for errors that were not there when it was closed, and closes it when all are mended. */
  function noticeErrors() {
    const names = errorNames();
    const closed = memory.read('closed');
    if (names.length === 0) closeOverlay();
    if (names.length > 0 && (!closed || names.some((name) => !closed.includes(name)))) {
      memory.write('closed', null);
      openOverlay(isTyping());
    } else if (closed && !state.checking) {
      // While checks run, an error that is missing may only not have been found yet.
      memory.write('closed', closed.filter((name) => names.includes(name)));
    }
  }

  function isTyping() {
    const active = document.activeElement;
    return active && (active.isContentEditable || active.matches('input, select, textarea, iframe'));
  }

  function openOverlay(isQuiet) {
    // The first page of the preview lists them all itself.
    if (isOverlayOpen || page === listing) return;
    isOverlayOpen = true;
    show();
    if (isQuiet) return;
    focusBefore = host.contains(document.activeElement) ? root.activeElement : document.activeElement;
    overlay.focus({ preventScroll: true });
  }

  function closeOverlay() {
    if (!isOverlayOpen) return;
    const hasFocus = overlay.contains(root.activeElement);
    isOverlayOpen = false;
    show();
    if (!hasFocus) return;
    const isGone = !focusBefore?.isConnected || focusBefore === document.body;
    (isGone ? status : focusBefore).focus({ preventScroll: true });
  }

  function dismissErrors() {
    memory.write('closed', errorNames());
    closeOverlay();
  }

  function showOverlay() {
    overlay.hidden = !isOverlayOpen;
    if (!isOverlayOpen) return;
    const { errors, moreErrors, findings } = state;
    fill(overlay, [errors, moreErrors, findings.length], () => [
      bar('overlay', 'Something needs mending', dismissErrors),
      make('p', { id: 'overlay-lead' }, 'You see the last version that worked. ', errorCount() === 1
        ? 'It will be updated as soon as this error is mended and the file is saved.'
        : `It will be updated as soon as these ${errorCount()} errors are mended and the files are saved.`),
      make('ol', { className: 'problems' }, ...errors.map((error, index) => make('li', {}, ...describe(error, `error-${index}`)))),
      moreErrors > 0 ? make('p', {}, `${count(moreErrors, 'more error')} not shown here. `,
        make('a', { id: 'overlay-all', href: listing }, 'All problems of the site')) : null,
      findings.length === 0 ? null : button('overlay-findings', `Show ${count(findings.length, 'finding')} on this page`, () => {
        dismissErrors();
        setPanel(true);
        panel.focus({ preventScroll: true });
      }),
    ]);
  }

  // ---- Findings

  function setPanel(isOpen) {
    const hasFocus = panel.contains(root.activeElement) || markers.contains(root.activeElement);
    isPanelOpen = isOpen;
    chosen = null;
    memory.write('panel', isOpen);
    show();
    if (!isOpen && hasFocus) status.focus({ preventScroll: true });
  }

  function showPanel(found) {
    panel.hidden = !isPanelOpen || isOverlayOpen;
    if (panel.hidden) return;
    const { checking, findings, elsewhere } = state ?? { checking: true, findings: [] };
    const places = found.map((each) => each !== null);
    fill(panel, [isServerThere, checking, findings, elsewhere, errorCount(), places], () => [
      bar('panel', 'Findings on this page', () => setPanel(false)),
      isServerThere ? null : make('p', { className: 'stopped' },
        'The preview has stopped, so this page may be out of date. Start it again, and the page updates by itself.'),
      errorCount() === 0 ? null : button('panel-errors', `Show ${count(errorCount(), 'error')}`, () => openErrors()),
      checking ? make('p', {}, 'Checks are still running.') : null,
      findings.length > 0 || checking ? null : make('p', {}, 'The checks found nothing on this page.'),
      make('ol', { className: 'problems' }, ...findings.map((finding, index) => make('li', { id: `finding-${index}`, tabIndex: -1 },
        ...describe(finding, `finding-${index}`, index + 1),
        places[index] ? button(`finding-${index}-show`, 'Show on the page', () => choose(index, true),
          { 'aria-describedby': `finding-${index}-title` }) : null))),
      make('h3', {}, 'The rest of the site'),
      make('p', {}, elsewhere ? elsewhereText(elsewhere) : '',
        make('a', { id: 'panel-all', href: listing }, 'All problems, drafts and due reviews')),
    ]);
    [...panel.querySelectorAll('li[id]')].forEach((item, index) => {
      if (index === chosen) item.setAttribute('aria-current', 'true'); else item.removeAttribute('aria-current');
    });
  }

  function elsewhereText({ error, warning, info }) {
    const parts = [[error, 'error'], [warning, 'warning'], [info, 'remark']].filter(([number]) => number > 0);
    if (parts.length === 0) return 'No problems elsewhere. ';
    return `Elsewhere: ${parts.map(([number, word]) => count(number, word)).join(', ')}. `;
  }

  /** Shows a finding on the page, or, if it was chosen on the page, in the panel. */
  function choose(index, isInPanel) {
    chosen = index;
    show();
    const place = find(state.findings[index].quote, readBlocks());
    if (!isInPanel) {
      const item = root.getElementById(`finding-${index}`);
      item.focus({ preventScroll: true });
      panel.scrollTop = item.offsetTop - panel.firstElementChild.offsetHeight;
    } else if (place) {
      for (let each = place.element; each; each = each.parentElement) if (each.localName === 'details') each.open = true;
      // Not in the middle: on a narrow screen the panel is there.
      scrollBy({ top: place.range.getBoundingClientRect().top - innerHeight / 4, behavior: 'instant' });
    }
  }

  // ---- Marks on the page

  // Highlights belong to the page, so their look does too; the rest is in preview.css.
  const marks = new CSSStyleSheet();
  marks.replaceSync(`@media screen {
    ::highlight(sitegen-finding) { background-color: #ffe8a3; color: #1a1f29; }
    ::highlight(sitegen-chosen) { background-color: #ffc233; color: #1a1f29; text-decoration: underline 3px #1a1f29; }
  }
  @media screen and (forced-colors: active) {
    ::highlight(sitegen-finding) { background-color: Mark; color: MarkText; }
    ::highlight(sitegen-chosen) { background-color: Highlight; color: HighlightText; }
  }`);

  function showMarks(found) {
    if (CSS.highlights) {
      const ranges = found.map((place) => place?.range);
      CSS.highlights.set('sitegen-finding', new Highlight(...ranges.filter((range, index) => range && index !== chosen)));
      CSS.highlights.set('sitegen-chosen', new Highlight(...ranges.filter((range, index) => range && index === chosen)));
    }
    const focused = markers.contains(root.activeElement) ? root.activeElement.id : null;
    markers.replaceChildren(...found.flatMap((place, index) => {
      if (!place) return [];
      const name = `Finding ${index + 1}: ${state.findings[index].message}`;
      const marker = button(`marker-${index}`, '', () => choose(index, false),
        { className: index === chosen ? 'marker chosen' : 'marker', ariaLabel: name, title: name });
      marker.append(make('span', {}, index + 1));
      marker.place = place;
      // Browsers that cannot mark words get a frame around the block.
      return CSS.highlights ? [marker] : [marker, Object.assign(make('div', { className: 'frame' }), { place })];
    }));
    if (focused) root.getElementById(focused)?.focus({ preventScroll: true });
    placeMarkers();
  }

  /** Puts each marker into the margin beside the first of its words, or, without a margin, between its block and the one
      before. None lies over another. */
  function placeMarkers() {
    const origin = host.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const bottoms = new Map();
    for (const element of markers.children) {
      element.hidden = !element.place.element.checkVisibility();
      if (element.hidden) continue;
      const block = element.place.element.getBoundingClientRect();
      if (element.className === 'frame') {
        Object.assign(element.style, {
          left: `${block.left - origin.left}px`, top: `${block.top - origin.top}px`, width: `${block.width}px`, height: `${block.height}px`,
        });
        continue;
      }
      const size = element.offsetWidth;
      const line = element.place.range.getClientRects()[0] ?? block;
      const hasMargin = block.left >= size;
      const left = hasMargin ? block.left - size : width - size;
      const column = Math.round(left / size);
      const middle = hasMargin ? line.top + line.height / 2 : block.top - 8;
      const top = Math.max(middle - size / 2 - origin.top, bottoms.get(column) ?? 0);
      bottoms.set(column, top + size);
      Object.assign(element.style, { left: `${left - origin.left}px`, top: `${top}px` });
    }
  }

  // ---- All of it

  function statusText() {
    if (!isServerThere) return 'Preview stopped';
    if (errorCount() > 0) return count(errorCount(), 'error');
    if (!state || state.checking) return 'Checking…';
    return state.findings.length > 0 ? `${count(state.findings.length, 'finding')} on this page` : 'No findings';
  }

  function openErrors() {
    memory.write('closed', null);
    openOverlay(false);
  }

  function show() {
    const text = statusText();
    status.textContent = text;
    status.dataset.state = !isServerThere ? 'stopped' : errorCount() > 0 ? 'error' : state?.findings.length > 0 ? 'finding' : 'good';
    status.setAttribute('aria-expanded', isOverlayOpen || isPanelOpen);
    // Said aloud when it changes, but not each time that checks begin.
    if (text !== 'Checking…' && text !== memory.read('said')) {
      memory.write('said', text);
      announcement.textContent = text;
    }
    const blocks = isPanelOpen && !isOverlayOpen && state?.findings.length > 0 ? readBlocks() : [];
    const found = blocks.length > 0 ? state.findings.map(({ quote }) => quote && find(quote, blocks)) : [];
    showOverlay();
    showPanel(found);
    showMarks(found);
    // The preview's own first page says all this itself, but not that it is out of date.
    host.hidden = page === listing && isServerThere;
    if (!focusWhenShown && !panelTop) return;
    if (state && host.isConnected) {
      root.getElementById(focusWhenShown)?.focus({ preventScroll: true });
      panel.scrollTop = panelTop;
      focusWhenShown = null;
      panelTop = 0;
    }
  }

  status.addEventListener('click', () => {
    if (isOverlayOpen) dismissErrors();
    else if (isServerThere && errorCount() > 0) openErrors();
    else setPanel(!isPanelOpen);
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (isOverlayOpen) dismissErrors(); else if (isPanelOpen) setPanel(false);
  });

  // It must not lie over what has the focus (WCAG 2.2, 2.4.11): then it changes to the other corner.
  document.addEventListener('focusin', ({ target }) => {
    const [a, b] = [target.getBoundingClientRect(), status.getBoundingClientRect()];
    const isCovered = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    if (target !== host && isCovered) status.classList.toggle('left');
  });

  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));

  /** The page's policy forbids styles in attributes and elements; a sheet that is made here is neither. */
  function begin(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, marks];
    document.body.append(host);
    new ResizeObserver(placeMarkers).observe(document.body);
    show();
    connect();
  }

  function fetchStyles() {
    fetch(new URL('preview.css', script.src)).then((answer) => answer.text()).then(begin, () => setTimeout(fetchStyles, 1000));
  }

  returnToPlace();
  fetchStyles();
})();
