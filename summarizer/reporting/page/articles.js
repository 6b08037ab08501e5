/** An article's text with marks in it. Built when it is shown, and only then. */

const MOST_REFERENCES = 6;

/**
 * Marks of one text.
 *
 * spans: {start, end, kind} in code points, kind a class; references: by the code point behind which they stand, findings.
 */
class Marks {
  constructor() {
    this.spans = [];
    this.references = new Map();
  }

  add(start, end, kind) {
    if (end > start) this.spans.push({ start, end, kind });
  }

  refer(end, finding) {
    if (!this.references.has(end)) this.references.set(end, []);
    const there = this.references.get(end);
    if (!there.includes(finding)) there.push(finding);
  }
}

/** The paragraphs of an article; each is {node, start, end} in code points. */
function paragraphsOf(article, marks) {
  const letters = lettersOf(article);
  const spans = [...marks.spans, ...(article.zones ?? []).map(([start, end, kind]) => ({ start, end, kind: `zone ${kind}` }))];
  const pieces = [];
  let start = 0;
  let zone = null;
  for (const line of article.text.split('\n')) {
    const end = start + (letters.units === null ? line.length : Array.from(line).length);
    if (line.trim()) {
      const inZone = zoneAround(article, start, end);
      const near = spans.filter((span) => span.start < end && span.end > start);
      const node = make('p', { dir: directionOf(line), class: inZone ? 'zone' : null });
      if (inZone && inZone !== zone) node.append(make('span', { class: 'zone-name', lang: 'en', dir: 'ltr' }, inZone[2]));
      fill(node, article, start, end, near, marks.references);
      pieces.push({ node: inZone?.[2] === 'withdrawn' ? struck(node) : node, start, end });
      zone = inZone;
    }
    start = end + 1;
  }
  return pieces;
}

function struck(paragraph) {
  const gone = make('del', {});
  gone.append(...[...paragraph.childNodes].filter((node) => node.className !== 'zone-name'));
  paragraph.append(gone);
  return paragraph;
}

/** The zone that a whole line stands in. */
function zoneAround(article, start, end) {
  return (article.zones ?? []).find(([first, last]) => first <= start && last >= end) ?? null;
}

/** Put a line into its paragraph, cut wherever a mark begins or ends. */
function fill(node, article, start, end, spans, references) {
  const cuts = new Set([start, end]);
  for (const span of spans) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  for (const place of references.keys()) if (place > start && place <= end) cuts.add(place);
  const ordered = [...cuts].sort((left, right) => left - right);
  for (let place = 0; place + 1 < ordered.length; place += 1) {
    const [first, last] = [ordered[place], ordered[place + 1]];
    const kinds = spans.filter((span) => span.start <= first && span.end >= last).map((span) => span.kind);
    node.append(stretch(article, first, last, kinds));
    if (references.has(last)) node.append(referencesTo(references.get(last)));
  }
}

function stretch(article, start, end, kinds) {
  const found = kinds.filter((kind) => !kind.startsWith('zone '));
  const pieces = visiblePieces(article, start, end);
  if (!found.length) {
    const plainPieces = document.createDocumentFragment();
    plainPieces.append(...pieces);
    return plainPieces;
  }
  return make(found.includes('quote') ? 'mark' : 'span', { class: [...new Set(found)].join(' ') }, ...pieces);
}

/** The text with a mark for each run of characters that nobody would see, or that would turn the writing round. */
function visiblePieces(article, start, end) {
  const letters = lettersOf(article);
  const pieces = [];
  let place = start;
  for (const [first, last, label] of article.hidden ?? []) {
    if (last > start && first < end) {
      pieces.push(letters.slice(place, Math.max(place, first)));
      if (first >= start) pieces.push(make('span', { class: 'hidden-character', dir: 'ltr' }, label));
      place = Math.max(place, Math.min(end, last));
    }
  }
  pieces.push(letters.slice(place, end));
  return pieces.filter((piece) => piece !== '');
}

/** Links to the findings that have a quote which ends here. */
function referencesTo(findings) {
  const links = findings.slice(0, MOST_REFERENCES).map((finding) =>
    placeLink(
      `f-${finding.id}`,
      { class: 'reference', 'data-finding': finding.id, title: `${finding.number}. ${questionOf(finding)}` },
      make('span', { class: 'unseen' }, 'finding '),
      String(finding.number),
    ),
  );
  const rest = findings.length - links.length;
  return make('sup', { class: 'references', dir: 'ltr', lang: 'en' }, ...spaced(links), rest > 0 ? ` +${rest}` : null);
}

function spaced(nodes) {
  return nodes.flatMap((node, place) => (place ? [' ', node] : [node]));
}

/** When an article was written; nothing where its name says so already. */
function dateBeside(article) {
  const date = article.date ?? 'no date given';
  return article.name.includes(date) ? null : date;
}

/** The name of an article and when it was written. */
function articleHead(article, level) {
  const date = dateBeside(article);
  return [
    make(level, { class: 'outlet' }, make('bdi', {}, article.name), date && make('span', { class: 'date' }, ` ${date}`)),
    article.title && article.title !== article.name ? make('p', { class: 'headline', dir: directionOf(article.title), lang: article.language ?? null }, article.title) : null,
    article.incomplete ? make('p', { class: 'warning' }, `Incomplete: ${article.incomplete}`) : null,
  ];
}

/** Move a place of a scrolled text into its upper half. */
function scrollInto(box, target) {
  if (!target) return;
  const offset = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += offset - box.clientHeight / 4;
}
