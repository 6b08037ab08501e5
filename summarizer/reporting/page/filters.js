/** Which findings are listed. Everything that a filter looks at is gathered once. */

/** The ruling that holds; none where the reviewers disagree. */
function settled(state) {
  return state.isDisputed ? null : state.ruling;
}

const OPEN_STATES = {
  open: (state) => settled(state) === null,
  confirmed: (state) => settled(state) === 'confirmed',
  dismissed: (state) => settled(state) === 'dismissed',
  unsure: (state) => settled(state) === 'unsure',
  stale: (state) => state.isStale,
  disputed: (state) => state.isDisputed,
  new: (state) => state.isNew,
};
const DECISION_CHOICES = [
  ['', 'all but dismissed'],
  ['all', 'all'],
  ['open', 'open'],
  ['confirmed', 'confirmed'],
  ['dismissed', 'dismissed'],
  ['unsure', 'unsure'],
  ['stale', 'stale'],
  ['disputed', 'disputed'],
  ['new', 'new'],
];

function filterBar() {
  const any = ['', 'any'];
  const inUse = (key) => [...new Set(FINDINGS.map((finding) => finding[key]))];
  const search = make('input', { type: 'search', id: 'q', autocomplete: 'off', spellcheck: 'false' });
  search.addEventListener('input', () => refilter('q', search.value));
  const choices = [
    labelled('Verdict', filterChoice('verdict', [any, ...inUse('verdict').map((value) => [value, WORDS.tags[value]])])),
    labelled('Severity', filterChoice('severity', [any, ...['high', 'medium', 'low'].map((value) => [value, value])])),
    labelled('Kind', filterChoice('kind', [any, ...inUse('kind').sort().map((value) => [value, value])])),
    labelled('Decision', filterChoice('decision', DECISION_CHOICES)),
    labelled('Outlet', filterChoice('outlet', [any, ...ARTICLES.map((article) => [article.id, article.name])]), 'wide'),
  ];
  const bar = make(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Filter the findings' },
    labelled('Search', search, 'wide'),
    make('details', { id: 'choices' }, make('summary', {}, 'Filters'), make('div', { class: 'choices' }, ...choices)),
    make('p', { class: 'count' }, make('span', { id: 'count', role: 'status' }), ' ', button('Reset', resetFilters, { id: 'reset' })),
  );
  bar.addEventListener('submit', toFirst);
  return bar;
}

/** Enter in the search leads to the first finding that fits. */
function toFirst(event) {
  event.preventDefault();
  const [first] = listedFindings();
  if (!first) return;
  leavePlace();
  showFinding(first, { focus: true });
}

function labelled(label, control, kind = '') {
  return make('label', { class: `field ${kind}` }, make('span', {}, label), control);
}

function filterChoice(key, options) {
  return choice(options, shown.filters[key] ?? '', { id: key }, (value) => refilter(key, value));
}

function refilter(key, value) {
  shown.filters[key] = value;
  applyFilters();
  one('.cards').scrollTop = 0;
  writeAddress();
}

function resetFilters() {
  shown.filters = {};
  showFilters();
  applyFilters();
  one('.cards').scrollTop = 0;
  writeAddress();
  document.getElementById('q').focus();
}

function showFilters() {
  for (const key of FILTERS) {
    const control = document.getElementById(key);
    control.value = shown.filters[key] ?? '';
    if (control.selectedIndex === -1) {
      control.value = '';
      shown.filters[key] = '';
    }
    if (key !== 'q' && control.value) one('#choices').open = true;
  }
}

/** What a search looks at: question, reason, quotes, outlets, numbers. */
function searchable(finding) {
  if (finding.searchable === undefined) {
    const parts = all('.number, .question, .why, .quote, .outlet', finding.card).map((part) => part.textContent);
    finding.searchable = plain(parts.join(' \n '));
  }
  return finding.searchable;
}

function isListed(finding, wanted, search) {
  const { verdict, severity, kind, outlet, decision } = wanted;
  const { state } = finding;
  if (verdict && finding.verdict !== verdict) return false;
  if (severity && finding.severity !== severity) return false;
  if (kind && finding.kind !== kind) return false;
  if (outlet && !finding.sides.some((side) => ARTICLES[side.article].id === outlet)) return false;
  if (decision === '' || decision === undefined) {
    if (settled(state) === 'dismissed') return false;
  } else if (decision !== 'all' && !OPEN_STATES[decision]?.(state)) return false;
  return search.every((word) => searchable(finding).includes(word));
}

function applyFilters() {
  const search = plain(shown.filters.q ?? '').trim().split(' ').filter(Boolean);
  const inGroup = new Map();
  let listed = 0;
  for (const finding of FINDINGS) {
    const is = isListed(finding, shown.filters, search);
    if (finding.card.hidden === is) finding.card.hidden = !is;
    if (is) {
      listed += 1;
      inGroup.set(finding.verdict, (inGroup.get(finding.verdict) ?? 0) + 1);
    }
  }
  const isFiltered = FILTERS.some((key) => shown.filters[key]);
  for (const group of all('.group')) showGroup(group, inGroup.get(group.dataset.verdict) ?? 0, isFiltered);
  const words = `${listed} of ${FINDINGS.length} findings shown`;
  if (one('#count').textContent !== words) one('#count').textContent = words;
  one('#reset').hidden = !isFiltered;
  const set = FILTERS.filter((key) => key !== 'q' && shown.filters[key]).length;
  one('#choices summary').textContent = set ? `Filters (${set} set)` : 'Filters';
  one('#nothing').hidden = listed > 0 || FINDINGS.length === 0;
}

function showGroup(group, size, isFiltered) {
  group.hidden = size === 0;
  one('.size', group).textContent = `(${size})`;
  if (isFiltered && size) group.open = true;
}

/** The findings that a reader can step through, in order. */
function listedFindings() {
  return FINDINGS.filter((finding) => !finding.card.hidden && finding.card.closest('.group').open);
}
