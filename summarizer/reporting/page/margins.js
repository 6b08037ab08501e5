/** The reading view: one article, and beside each paragraph what the others confirm, dispute or explain. */

const MOST_NOTES = 4;

function readingView() {
  const section = make(
    'section',
    { id: 'reading', class: 'view', 'aria-labelledby': 'reading-heading', hidden: true },
    make('h2', { id: 'reading-heading' }, 'Reading'),
    make('div', { class: 'reading-tools' }),
    make('div', { id: 'margins' }),
  );
  return section;
}

function showReading() {
  shown.article ??= shown.finding?.sides[0]?.article ?? 0;
  const article = ARTICLES[shown.article];
  const options = ARTICLES.map((other, place) => [String(place), [other.name, dateBeside(other)].filter(Boolean).join(', ')]);
  const changed = (value) => {
    leavePlace();
    openArticle(Number(value), null);
  };
  const figures = make('input', { type: 'checkbox', id: 'with-figures' });
  figures.checked = shown.withFigures ?? true;
  figures.addEventListener('change', () => {
    shown.withFigures = figures.checked;
    showReading();
    document.getElementById('with-figures').focus();
  });
  one('.reading-tools').replaceChildren(
    ...backToFinding(),
    labelled('Article', choice(options, String(shown.article), { id: 'reading-article' }, changed)),
    make('label', { class: 'field tick' }, figures, make('span', {}, 'Show how figures were read')),
  );
  const marks = marksOfReading(article, figures.checked);
  const told = new Set();
  const rows = paragraphsOf(article, marks).map((piece) => row(piece, article, figures.checked, told));
  one('#margins').replaceChildren(make('header', { class: 'reading-head' }, ...articleHead(article, 'h3').filter(Boolean)), ...rows);
  one('#margins').setAttribute('lang', article.language ?? '');
  if (shown.place !== null) goToPlace(shown.place.start);
}

/** The finding that a reader came from. */
function backToFinding() {
  const { finding, place } = shown;
  if (!finding || place === null) return [];
  return [placeLink(`f-${finding.id}`, { class: 'to-finding', 'data-finding': finding.id }, `← Finding ${finding.number}`)];
}

function marksOfReading(article, withFigures) {
  const marks = new Marks();
  for (const { finding, side } of readable(shown.article)) {
    marks.add(side.start, side.end, finding.verdict === 'contradict' ? 'disputed' : 'other');
    marks.refer(side.end, finding);
  }
  if (withFigures) for (const [start, end] of article.figures ?? []) marks.add(start, end, 'figure-read');
  if (shown.place !== null) marks.add(shown.place.start, shown.place.end, 'here');
  return marks;
}

/** The places of an article in findings that were not dismissed. */
function readable(place) {
  return placesIn(place).filter(({ finding }) => settled(finding.state) !== 'dismissed');
}

/** A paragraph and its margin; `told` are the findings whose question stands above already. */
function row(piece, article, withFigures, told) {
  const found = new Map();
  for (const { finding, side } of readable(shown.article)) {
    if (side.end > piece.start && side.end <= piece.end && !found.has(finding)) found.set(finding, side);
  }
  const graver = [...found].filter(([finding]) => finding.verdict !== 'agree').map(([finding, side]) => note(finding, side, told));
  const agreeing = [...found].filter(([finding]) => finding.verdict === 'agree').map(([finding, side]) => note(finding, side, told));
  const read = withFigures ? (article.figures ?? []).filter(([start]) => start >= piece.start && start < piece.end) : [];
  const margin = make('div', { class: 'margin', lang: 'en', dir: 'ltr' });
  if (graver.length) margin.append(make('ul', { class: 'notes' }, ...graver.slice(0, MOST_NOTES)));
  const folds = make('div', { class: 'folds' });
  if (graver.length > MOST_NOTES) folds.append(folded(`${graver.length - MOST_NOTES} more`, graver.slice(MOST_NOTES)));
  if (agreeing.length && !graver.length) margin.append(make('ul', { class: 'notes' }, ...agreeing));
  else if (agreeing.length) folds.append(folded(`${WORDS.signs.agree} ${agreeing.length} confirmed by others`, agreeing));
  if (read.length) {
    const figures = read.map(([, , told]) => make('li', {}, make('bdi', {}, told)));
    folds.append(folded(`${figures.length} ${figures.length === 1 ? 'figure' : 'figures'} read`, figures));
  }
  if (folds.childElementCount) margin.append(folds);
  return make('div', { class: 'row', 'data-from': piece.start, 'data-to': piece.end }, piece.node, margin.childElementCount ? margin : null);
}

function folded(label, items) {
  return make('details', {}, make('summary', {}, label), make('ul', { class: 'notes' }, ...items));
}

/** One finding as a note: what it makes of the sentence, who else has a part in it, and its question. */
function note(finding, side, told) {
  const isTold = told.has(finding);
  told.add(finding);
  const others = [...new Set(finding.sides.filter((other) => other.article !== side.article).map((other) => other.article))];
  const names = others.map((place) => ARTICLES[place].name);
  const who = names.length ? names.slice(0, 2).join('; ') + (names.length > 2 ? ` and ${names.length - 2} more` : '') : 'this article itself';
  return make(
    'li',
    { class: `note v-${finding.verdict}` },
    placeLink(`f-${finding.id}`, { 'data-finding': finding.id }, `${finding.number} `, make('span', { class: 'verdict-sign', 'aria-hidden': 'true' }, WORDS.signs[finding.verdict]), ` ${WORDS.verbs[finding.verdict]}`),
    ' ',
    make('bdi', { class: 'who' }, who),
    isTold ? null : make('bdi', { class: 'asked' }, questionOf(finding)),
  );
}

/** Open an article, at a passage of it if one is given. */
function openArticle(place, passage) {
  shown.view = 'reading';
  shown.article = place;
  shown.place = passage;
  showView();
  writeAddress();
}

function goToPlace(start) {
  const target = all('#margins .row').find(({ dataset }) => Number(dataset.from) <= start && start <= Number(dataset.to));
  target?.firstElementChild.scrollIntoView({ block: 'center' });
}
