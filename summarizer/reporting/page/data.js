/** The report as the page holds it: articles, findings, and the block of each finding on the page. */

const REPORT = blockOfData('report-data');
const REVIEW = blockOfData('review-data');
const { articles: ARTICLES, findings: FINDINGS, words: WORDS } = REPORT;
const SHARPEST = 2;

const FINDING_OF = new Map(FINDINGS.map((finding) => [finding.id, finding]));
const ARTICLE_OF = new Map(ARTICLES.map((article, place) => [article.id, place]));

for (const card of all('.finding')) FINDINGS[Number(card.dataset.place)].card = card;
for (const finding of FINDINGS) {
  finding.number = Number(finding.card.dataset.number);
  finding.sides = finding.sides.map(([article, start, end, anchorStart, anchorEnd, who, where]) => ({
    article,
    start,
    end,
    anchorStart,
    anchorEnd,
    who,
    where,
  }));
}
FINDINGS.sort((left, right) => left.number - right.number);

/** An id may hold characters that nobody sees; on the page they are written out, and what is written leads there as well. */
function alsoAsWritten(known, written, value) {
  if (!known.has(written)) known.set(written, value);
}
for (const finding of FINDINGS) alsoAsWritten(FINDING_OF, finding.card.id.slice(2), finding);
all('.articles > li').forEach((item, place) => alsoAsWritten(ARTICLE_OF, item.id.slice(2), place));

function lettersOf(article) {
  article.letters ??= new Letters(article.text);
  return article.letters;
}

function quoteOf(side) {
  return lettersOf(ARTICLES[side.article]).slice(side.start, side.end);
}

/** The places of an article in findings: which finding, which side. Found once an article. */
function placesIn(place) {
  placesIn.found ??= new Map();
  if (!placesIn.found.has(place)) {
    const found = FINDINGS.flatMap((finding) =>
      finding.sides.filter((side) => side.article === place).map((side) => ({ finding, side })),
    );
    placesIn.found.set(place, found);
  }
  return placesIn.found.get(place);
}

/** The sides of a finding without those whose passage is there already, but for the sharpest two. */
function passagesOf(finding) {
  const known = new Set();
  return finding.sides.filter((side, place) => {
    const key = `${side.article} ${side.start} ${side.end}`;
    const isShown = place < SHARPEST || !known.has(key);
    known.add(key);
    return isShown;
  });
}

function questionOf(finding) {
  return one('.question', finding.card).textContent;
}
