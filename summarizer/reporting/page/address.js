/**
 * What is shown, and its place in the address: "#f-ID" is a finding, "#reading&article=ID" a view, and filters come behind.
 *
 * What a reader goes to by a link is a step of the browser's history; stepping through the list and filtering is none.
 */

const FILTERS = ['q', 'verdict', 'severity', 'kind', 'outlet', 'decision'];
const shown = { view: 'findings', finding: null, article: null, place: null, pair: [0, 1], filters: {} };

function readAddress() {
  const [place, ...rest] = window.location.hash.slice(1).split('&');
  const given = new URLSearchParams(rest.join('&'));
  const name = decoded(place);
  const finding = name.startsWith('f-') ? FINDING_OF.get(name.slice(2)) : undefined;
  shown.filters = Object.fromEntries(FILTERS.map((key) => [key, given.get(key) ?? '']));
  if (ARTICLE_OF.has(given.get('article'))) shown.article = ARTICLE_OF.get(given.get('article'));
  shown.place = window.history.state?.place ?? null;
  if (finding) {
    shown.view = 'findings';
    selected(finding);
  } else if (name.startsWith('a-')) shown.view = 'articles';
  else if (VIEWS.has(name)) shown.view = name;
  if (!finding && (name === '' || name === 'findings')) {
    shown.view = 'findings';
    shown.finding = null;
  }
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return '';
  }
}

function selected(finding) {
  if (shown.finding !== finding) shown.pair = [0, 1];
  shown.finding = finding;
}

/** Browsers refuse an address that changes more than some three times a second, as it would while a key is held down. */
const BETWEEN_WRITINGS_MS = 300;
const writing = { last: -Infinity, timer: 0, isStep: false };

/** What is shown next is a step of its own: the browser's way back leads to what is shown now, scrolled as it is. */
function leavePlace() {
  writeAddressNow();
  const { scrollTop } = document.getElementById(shown.view);
  window.history.replaceState({ ...window.history.state, scrollTop, top: window.scrollY }, '');
  writing.isStep = true;
}

/** After a step back: what was shown there is scrolled as it was left. */
function scrollAsLeft(left) {
  if (left?.top === undefined) return;
  document.getElementById(shown.view).scrollTop = left.scrollTop;
  window.scrollTo(0, left.top);
}

/** The address of what is shown, so that a link to the page leads here again. */
function writeAddress() {
  window.clearTimeout(writing.timer);
  const wait = writing.last + BETWEEN_WRITINGS_MS - performance.now();
  if (writing.isStep || wait <= 0) writeAddressNow();
  else writing.timer = window.setTimeout(writeAddressNow, wait);
}

function writeAddressNow() {
  window.clearTimeout(writing.timer);
  const fragment = fragmentOfShown();
  const state = { place: shown.view === 'reading' ? shown.place : null };
  const isElsewhere = window.location.hash !== fragment || !samePlace(state.place, window.history.state?.place);
  if (isElsewhere && writing.isStep) window.history.pushState(state, '', fragment);
  else if (isElsewhere) window.history.replaceState(state, '', fragment);
  if (isElsewhere) writing.last = performance.now();
  writing.isStep = false;
}

function samePlace(left, right) {
  return left?.start === right?.start && left?.end === right?.end;
}

function fragmentOfShown() {
  const given = new URLSearchParams();
  if (shown.view === 'reading' && shown.article !== null) given.set('article', ARTICLES[shown.article].id);
  for (const key of FILTERS) if (shown.filters[key]) given.set(key, shown.filters[key]);
  const isOfFinding = shown.view === 'findings' && shown.finding;
  const place = encodeURIComponent(isOfFinding ? `f-${shown.finding.id}` : shown.view);
  const rest = given.toString();
  return `#${place}${rest ? `&${rest}` : ''}`;
}
