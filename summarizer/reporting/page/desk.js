/** The finding under review: what it says, the decision on it, and both articles side by side. */

const PANES = ['left', 'right'];
const HINT = 'Choose a finding to see both articles side by side.';
const NO_FINDINGS = 'There is nothing to decide here. Under “Reading” stand the articles, with the figures that were read in them.';

function showDesk() {
  const desk = one('#desk');
  const { finding } = shown;
  document.body.classList.toggle('has-finding', Boolean(finding));
  for (const other of all('.finding.current')) other.classList.remove('current');
  for (const other of all('.finding [aria-current]')) other.removeAttribute('aria-current');
  if (!finding) {
    desk.replaceChildren(make('p', { class: 'hint' }, FINDINGS.length ? HINT : NO_FINDINGS));
    return;
  }
  finding.card.classList.add('current');
  one('h4 a', finding.card).setAttribute('aria-current', 'true');
  const passages = passagesOf(finding);
  desk.replaceChildren(
    steps(),
    deskHead(finding),
    make('div', { class: 'judging', id: 'judging' }),
    make('div', { class: 'panes' }, ...PANES.map((name, place) => pane(name, place, passages))),
  );
  showDecision();
  desk.scrollTop = 0;
  showPair(passages);
}

/** Where the list is not beside the finding: back to it, and past this one. */
function steps() {
  return make(
    'p',
    { class: 'steps' },
    button('← All findings', () => closeDesk(), { class: 'back' }),
    button('Previous', () => step(-1)),
    button('Next', () => step(1)),
  );
}

function closeDesk() {
  leavePlace();
  const { finding } = shown;
  shown.finding = null;
  showDesk();
  writeAddress();
  if (finding) one('h4 a', finding.card).focus();
}

function deskHead(finding) {
  const tags = one('.tags', finding.card).cloneNode(true);
  const title = make('h2', { id: 'desk-title', tabindex: '-1' }, `${finding.number}. `, make('bdi', {}, questionOf(finding)));
  const why = one('.why', finding.card)?.cloneNode(true) ?? null;
  const provenance = one('.provenance', finding.card).cloneNode(true);
  return make('div', { class: 'desk-head' }, tags, title, why, provenance);
}

function pane(name, place, passages) {
  const chooser = passages.length > SHARPEST ? sideChooser(name, place, passages) : null;
  return make(
    'section',
    { class: 'pane', id: `pane-${name}`, 'aria-label': `${name === 'left' ? 'First' : 'Second'} article` },
    chooser,
    make('div', { class: 'pane-head' }),
    make('div', { class: 'text', tabindex: '0', role: 'group', 'aria-label': `Text of the ${name} article` }),
  );
}

/** More than two sides: which one a pane shows. */
function sideChooser(name, place, passages) {
  const options = passages.map((side, number) => {
    const article = ARTICLES[side.article];
    return [String(number), [`${number + 1}. ${article.name}`, side.who, side.where].filter(Boolean).join(', ')];
  });
  const changed = (value) => {
    shown.pair[place] = Number(value);
    showPair(passages);
  };
  return labelled('Side', choice(options, String(shown.pair[place]), {}, changed), 'side-choice');
}

function showPair(passages) {
  const sides = shown.pair.map((number) => passages[number] ?? passages[0]);
  const differing = differencesOf(sides);
  PANES.forEach((name, place) => fillPane(one(`#pane-${name}`), sides[place], differing[place]));
}

/** The differing words of two sides, in code points of each article. */
function differencesOf([left, right]) {
  if (!left || !right || left === right) return [[], []];
  const found = differingWords(
    quoteOf(left),
    quoteOf(right),
    ARTICLES[left.article].language,
    ARTICLES[right.article].language,
  );
  return found === null ? [[], []] : [inPoints(found[0], left), inPoints(found[1], right)];
}

/** Spans of a quote's string as spans of its article. */
function inPoints(spans, side) {
  const quote = quoteOf(side);
  const point = (unit) => side.start + Array.from(quote.slice(0, unit)).length;
  return spans.map((span) => [point(span.start), point(span.end)]);
}

function fillPane(box, side, differing) {
  if (!side) return;
  const article = ARTICLES[side.article];
  const read = placeLink('reading', { class: 'read', 'data-article': article.id, 'data-start': side.start, 'data-end': side.end }, 'Reading view');
  const about = make('p', { class: 'about' }, [side.who, side.where].filter(Boolean).join(' · '), ' · ', read);
  one('.pane-head', box).replaceChildren(...articleHead(article, 'h3').filter(Boolean), about);
  const text = one('.text', box);
  text.setAttribute('aria-label', `Text of ${article.name}`);
  text.setAttribute('lang', article.language ?? '');
  text.replaceChildren(...paragraphsOf(article, marksOfSide(side, differing)).map((piece) => piece.node));
  scrollInto(text, one('mark', text));
}

/** The quote of one side, the decisive and the differing words in it, and faintly the quotes of other findings. */
function marksOfSide(side, differing) {
  const marks = new Marks();
  marks.add(side.start, side.end, 'quote');
  marks.add(side.anchorStart, side.anchorEnd, 'anchor');
  for (const [start, end] of differing) marks.add(start, end, 'differs');
  for (const { finding, side: other } of placesIn(side.article)) {
    if (finding !== shown.finding && finding.verdict !== 'agree') {
      marks.add(other.start, other.end, 'other');
      marks.refer(other.end, finding);
    }
  }
  for (const other of shown.finding.sides) {
    if (other.article === side.article && other.start !== side.start) marks.add(other.start, other.end, 'same-finding');
  }
  return marks;
}
