// Leaves the site quickly, on pages that offer it. Without this script the link is a plain link and works as one.
//
// - The way out takes the place of this page in the history, so that "back" does not lead to it. Pages before it stay.
// - Shift pressed three times, alone, does the same. A single key, or Escape, would come in the way of other things.
// - While the next page loads, this one is blank, and so are its title and icon.
// Nothing is stored, and nothing is sent.
'use strict';
(() => {
  const link = document.querySelector('.exit');
  if (!link) return;
  const root = document.documentElement;
  const status = document.querySelector('.exit-status');
  const words = status.dataset;
  const title = document.title;
  const pause = 5000;
  let presses = 0;
  let isAlone = false;
  let timer;

  function leave(event) {
    event?.preventDefault();
    document.title = words.title;
    for (const icon of document.querySelectorAll('link[rel~=icon]')) icon.remove();
    root.classList.add('leaving');
    location.replace(link.href);
  }

  function count(number, text) {
    presses = number;
    clearTimeout(timer);
    status.textContent = text;
    if (number > 0) timer = setTimeout(() => count(0, words.over), pause);
  }

  link.addEventListener('click', leave);
  addEventListener('keydown', (event) => {
    isAlone = event.key === 'Shift' && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!isAlone && event.key !== 'Shift' && presses > 0) count(0, '');
  });
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !isAlone) return;
    isAlone = false;
    if (presses === 2) leave();
    else count(presses + 1, presses === 0 ? words.first : words.second);
  });
  // A page that the browser had kept is readable again.
  addEventListener('pageshow', () => {
    root.classList.remove('leaving');
    document.title = title;
    count(0, '');
  });
})();
