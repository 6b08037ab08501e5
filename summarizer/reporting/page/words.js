/** Which words of two quotes differ. */

const FEWEST_SHARED = 0.4;
const NEARLY_THE_SAME = 0.7;
const LONGEST_COMPARED = 600;
const NEGATIONS = new Set(['no', 'not', 'nor']);

function wordsOf(text, language) {
  const found = [];
  for (const part of segmenter(language).segment(text)) {
    if (part.isWordLike) {
      found.push({ start: part.index, end: part.index + part.segment.length, key: plain(part.segment), written: part.segment });
    }
  }
  return found.slice(0, LONGEST_COMPARED);
}

function segmenter(language) {
  try {
    return new Intl.Segmenter(language || 'en', { granularity: 'word' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.Segmenter('en', { granularity: 'word' });
  }
}

/**
 * The words of either text that the other has not, or, where both have the same words, has not in the same order; null if
 * the two share too few for that to tell anything.
 */
function differingWords(left, right, leftLanguage, rightLanguage) {
  const lefts = wordsOf(left, leftLanguage);
  const rights = wordsOf(right, rightLanguage);
  const [inLeft, inRight] = [keysOf(lefts), keysOf(rights)];
  const telling = lefts.filter(isTelling);
  const shorter = Math.min(telling.length, rights.filter(isTelling).length);
  const shared = telling.filter((word) => inRight.has(word.key)).length;
  if (shared < FEWEST_SHARED * shorter) return null;
  const isWanted = shared < NEARLY_THE_SAME * shorter ? isTelling : () => true;
  const found = [
    lefts.filter((word) => !inRight.has(word.key) && isWanted(word)),
    rights.filter((word) => !inLeft.has(word.key) && isWanted(word)),
  ];
  if (found[0].length || found[1].length) return found;
  const [keptLeft, keptRight] = commonOf(lefts, rights);
  return [lefts.filter((_, place) => !keptLeft.has(place)), rights.filter((_, place) => !keptRight.has(place))];
}

function keysOf(words) {
  return new Set(words.map((word) => word.key));
}

/** Short words in small Latin letters, such as articles and prepositions, tell nothing where much else differs. */
function isTelling(word) {
  return NEGATIONS.has(word.key) || !/^[a-z]{1,3}$/.test(word.written);
}

/** The places of a longest common subsequence. */
function commonOf(lefts, rights) {
  const width = rights.length + 1;
  const lengths = new Uint16Array((lefts.length + 1) * width);
  for (let row = lefts.length - 1; row >= 0; row -= 1) {
    for (let column = rights.length - 1; column >= 0; column -= 1) {
      const place = row * width + column;
      lengths[place] =
        lefts[row].key === rights[column].key
          ? lengths[place + width + 1] + 1
          : Math.max(lengths[place + width], lengths[place + 1]);
    }
  }
  const [keptLeft, keptRight] = [new Set(), new Set()];
  let [row, column] = [0, 0];
  while (row < lefts.length && column < rights.length) {
    if (lefts[row].key === rights[column].key) {
      keptLeft.add(row);
      keptRight.add(column);
      row += 1;
      column += 1;
    } else if (lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]) row += 1;
    else column += 1;
  }
  return [keptLeft, keptRight];
}
