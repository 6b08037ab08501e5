/** Offsets of a report count code points; a string of JavaScript counts UTF-16 units. */

class Letters {
  constructor(text) {
    this.text = text;
    this.units = /[\ud800-\udfff]/.test(text) ? Letters.unitsOf(text) : null;
  }

  static unitsOf(text) {
    const units = [];
    for (let unit = 0; unit < text.length; unit += text.codePointAt(unit) > 0xffff ? 2 : 1) units.push(unit);
    units.push(text.length);
    return units;
  }

  /** Where the code point of this number begins in the string. */
  unit(point) {
    if (this.units === null) return Math.min(point, this.text.length);
    return this.units[Math.min(point, this.units.length - 1)];
  }

  slice(start, end) {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

/** The order of code points, which is not that of UTF-16 units. */
function byCodePoints(left, right) {
  const lefts = Array.from(left, (letter) => letter.codePointAt(0));
  const rights = Array.from(right, (letter) => letter.codePointAt(0));
  for (let place = 0; place < Math.min(lefts.length, rights.length); place += 1) {
    if (lefts[place] !== rights[place]) return lefts[place] - rights[place];
  }
  return lefts.length - rights.length;
}

const LEFTWARDS = ['Arabic', 'Hebrew', 'Syriac', 'Thaana', 'Nko', 'Adlam'].map((script) => `\\p{Script=${script}}`).join('');
const LEFTWARDS_LETTERS = new RegExp(`(?=[${LEFTWARDS}])\\p{L}`, 'gu');

/** Which way most letters of a text run; "auto" where that cannot be told. */
function directionOf(text) {
  const leftwards = text.match(LEFTWARDS_LETTERS)?.length ?? 0;
  const rightwards = (text.match(/\p{L}/gu)?.length ?? 0) - leftwards;
  if (leftwards === rightwards) return 'auto';
  return leftwards > rightwards ? 'rtl' : 'ltr';
}

/** A text without case and accents, for searching. */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
}
