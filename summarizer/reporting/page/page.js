/** Puts the page together and answers to clicks. Without this script the page is the whole report, one finding below the other. */

const VIEWS = new Set(['reading', ...all('.view').map((view) => view.id)]);
const THEME_UNDER = 'summarizer:theme';
const LEAD_UNDER = 'summarizer:lead';
const THEMES = [
  ['auto', 'colours: auto'],
  ['light', 'light'],
  ['dark', 'dark'],
];

function build() {
  document.documentElement.classList.add('scripted');
  const findings = document.getElementById('findings');
  const list = make('div', { class: 'list' });
  const cards = make('div', { class: 'cards' });
  const heading = one('h2', findings);
  cards.append(...[...findings.childNodes].filter((node) => node !== heading));
  cards.append(make('p', { id: 'nothing', hidden: true }, 'No finding fits these filters.'));
  list.append(heading, filterBar(), cards);
  findings.append(list, make('section', { id: 'desk', 'aria-label': 'The chosen finding' }));
  findings.after(readingView());
  one('.masthead nav a').after(placeLink('reading', {}, 'Reading'));
  one('#tools').append(...tools());
  document.body.append(make('p', { id: 'said', role: 'status' }));
  bringHome();
  foldLead((store.get(LEAD_UNDER) ?? (isShort() || isNarrow() ? 'folded' : 'open')) === 'folded');
  document.body.classList.toggle('no-findings', FINDINGS.length === 0);
  document.documentElement.classList.remove('unbuilt');
}

/** Dismissed findings stand apart on the page as it was written; here the filter keeps them away. */
function bringHome() {
  for (const card of all('.group[data-verdict=dismissed] .finding')) {
    const { verdict } = FINDINGS.find((finding) => finding.card === card);
    const home = one(`.group[data-verdict=${verdict}]`);
    const after = all('.finding', home).find((other) => Number(other.dataset.number) > Number(card.dataset.number));
    home.insertBefore(card, after ?? null);
  }
  one('.group[data-verdict=dismissed]')?.remove();
}

function tools() {
  const theme = choice(THEMES, keptTheme(), { id: 'theme', 'aria-label': 'Colours' }, setTheme);
  return [
    make('span', { id: 'progress' }),
    make('span', { id: 'lost', class: 'warning', hidden: true }, 'This browser keeps nothing: hand over before you close the page.'),
    button('', changeName, { id: 'who', class: 'quiet' }),
    button('Hand over', handOver, { id: 'hand-over' }),
    theme,
    button('', chooseLead, { id: 'lead-fold', class: 'quiet' }),
    button('Keys', showHelp, { class: 'quiet', 'aria-keyshortcuts': '?' }),
  ];
}

/** The first lines take room that a reviewer may want; what was found and what warns stays. */
function chooseLead() {
  const isFolded = !document.body.classList.contains('lead-folded');
  store.set(LEAD_UNDER, isFolded ? 'folded' : 'open');
  foldLead(isFolded);
}

function foldLead(isFolded) {
  document.body.classList.toggle('lead-folded', isFolded);
  one('#lead-fold').textContent = isFolded ? 'Show summary' : 'Hide summary';
}

function keptTheme() {
  const kept = store.get(THEME_UNDER);
  return THEMES.some(([name]) => name === kept) ? kept : 'auto';
}

function setTheme(theme) {
  store.set(THEME_UNDER, theme);
  document.documentElement.dataset.theme = theme;
}

/** Show one part of the page. */
function showView() {
  say('');
  for (const view of all('.view')) view.hidden = view.id !== shown.view;
  for (const link of all('.masthead nav a')) {
    if (link.hash === `#${shown.view}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.body.dataset.view = shown.view;
  if (shown.view === 'reading') showReading();
}

function showFinding(finding, { focus = false } = {}) {
  shown.view = 'findings';
  selected(finding);
  finding.card.hidden = false;
  const group = finding.card.closest('.group');
  group.hidden = false;
  group.open = true;
  showView();
  showDesk();
  const link = one('h4 a', finding.card);
  finding.card.scrollIntoView({ block: 'nearest' });
  if (focus) (isNarrow() ? one('#desk-title') : link).focus({ preventScroll: !isNarrow() });
  writeAddress();
}

function onClick(event) {
  const link = event.target.closest('a[href^="#"], [data-finding], [data-article]');
  const card = event.target.closest('.list .finding');
  if (link?.dataset.finding) toFinding(event, link.dataset.finding);
  else if (link?.dataset.article) toArticle(event, link.dataset);
  else if (link) toPlace(event, link);
  else if (card && !event.target.closest('details, button') && !String(window.getSelection())) toFinding(event, FINDINGS.find((finding) => finding.card === card).id);
}

function toFinding(event, id) {
  if (!FINDING_OF.has(id)) return;
  event.preventDefault();
  leavePlace();
  showFinding(FINDING_OF.get(id), { focus: true });
}

function toArticle(event, { article, start, end }) {
  if (!ARTICLE_OF.has(article)) return;
  event.preventDefault();
  leavePlace();
  openArticle(ARTICLE_OF.get(article), start === undefined ? null : { start: Number(start), end: Number(end) });
}

function toPlace(event, link) {
  const name = decoded(link.hash.slice(1));
  if (name.startsWith('f-')) toFinding(event, name.slice(2));
  else if (VIEWS.has(name) && !link.classList.contains('skip')) {
    event.preventDefault();
    leavePlace();
    toView(name);
  }
}

function toView(name) {
  if (name === 'findings' && shown.view === name && isNarrow()) {
    closeDesk();
    return;
  }
  shown.view = name;
  shown.place = null;
  showView();
  writeAddress();
}

function follow() {
  readAddress();
  showFilters();
  applyFilters();
  if (shown.finding && shown.view === 'findings') showFinding(shown.finding);
  else {
    showView();
    showDesk();
  }
}

/** Go to what the address says, after a step back or where somebody wrote another one. */
function goBack() {
  const left = window.history.state;
  follow();
  scrollAsLeft(left);
}

function start() {
  setTheme(keptTheme());
  build();
  decisions.load();
  refreshStates();
  for (const finding of FINDINGS) if (finding.state.made.some((made) => decisions.own.has(keyOf(made.decision)))) showStatus(finding);
  follow();
  showTools();
  if (!shown.finding && shown.view === 'findings' && !isNarrow()) {
    const listed = listedFindings();
    const first = listed.find((finding) => isOpen(finding)) ?? listed[0];
    if (first) showFinding(first);
  }
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  window.addEventListener('popstate', goBack);
  window.addEventListener('storage', (event) => {
    if (event.key !== KEPT_UNDER) return;
    decisions.load();
    refreshStates();
    FINDINGS.forEach(showStatus);
    decided(null);
  });
  window.addEventListener('beforeunload', (event) => {
    if (!store.isLasting && decisions.unsaved().length) event.preventDefault();
  });
}

try {
  start();
} catch (error) {
  document.documentElement.classList.remove('scripted');
  throw error;
} finally {
  document.documentElement.classList.remove('unbuilt');
}
