/** Makes and finds elements. Words become text nodes and nothing else; a link leads to a place on this page and nowhere else. */

function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function button(label, act, attributes = {}) {
  const made = make('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}

/** A link to a place on this page: the address is a fragment, whatever the words are. */
function placeLink(fragment, attributes, ...children) {
  return make('a', { ...attributes, href: `#${encodeURIComponent(fragment)}` }, ...children);
}

function choice(options, chosen, attributes, changed) {
  const made = make('select', attributes, ...options.map(([value, label]) => make('option', { value }, label)));
  made.value = chosen;
  made.addEventListener('change', () => changed(made.value));
  return made;
}

function one(selector, within = document) {
  return within.querySelector(selector);
}

function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}

function blockOfData(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

const SAID_FOR_MS = 8000;

/** What happened, in a line at the foot of the window, which a screen reader reads out without a move of the focus. */
function say(words) {
  const line = one('#said');
  line.textContent = words;
  window.clearTimeout(say.timer);
  say.timer = window.setTimeout(() => (line.textContent = ''), SAID_FOR_MS);
}

/** A window of a small laptop: the articles need all of its height. */
function isShort() {
  return window.matchMedia('(min-width: 60rem) and (max-height: 50rem)').matches;
}

function isNarrow() {
  return window.matchMedia('(max-width: 59.99rem)').matches;
}
