/** Writes review.toml: the same bytes as the command line writes for the same decisions. */

const FIRST_LINE =
  '# Decisions on the findings of report.json, written by summarizer. Change them here if you like; comments are not kept.';
const SHORT = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\t': '\\t', '\f': '\\f', '\r': '\\r' };
const UNSAFE = new RegExp(
  '["\\\\\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e' +
    '\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff\\ufff9-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]',
  'gu',
);

function tomlString(text) {
  const escaped = text.toWellFormed().replace(UNSAFE, (letter) => {
    const code = letter.codePointAt(0);
    const hexadecimal = code.toString(16);
    if (letter in SHORT) return SHORT[letter];
    return code > 0xffff ? `\\U${hexadecimal.padStart(8, '0')}` : `\\u${hexadecimal.padStart(4, '0')}`;
  });
  return text.includes('\n') ? `"""\n${escaped}"""` : `"${escaped}"`;
}

function tomlTime(at) {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function reviewText(review) {
  const seen = [...new Set(review.seen)].sort(byCodePoints);
  const lines = [FIRST_LINE, 'format = 1'];
  if (review.reviewed_at) lines.push(`reviewed_at = ${tomlTime(review.reviewed_at)}`);
  if (seen.length) lines.push('seen = [', ...seen.map((id) => `  ${tomlString(id)},`), ']');
  else lines.push('seen = []');
  const ordered = [...review.decisions].sort(
    (left, right) => byCodePoints(left.finding_id, right.finding_id) || byCodePoints(left.by, right.by),
  );
  return `${[...lines, ...ordered.flatMap(decisionLines)].join('\n')}\n`;
}

function decisionLines(decision) {
  const lines = ['', '[[decision]]', `finding = ${tomlString(decision.finding_id)}`];
  for (const key of ['question', 'verdict', 'ruling', 'reason', 'note', 'by']) {
    const value = decision[key];
    if (value !== null && value !== undefined) lines.push(`${key} = ${tomlString(value)}`);
  }
  lines.push(`at = ${tomlTime(decision.at)}`);
  return [...lines, ...decision.evidence.flatMap(evidenceLines)];
}

function evidenceLines(place) {
  const outlet = place.outlet === null || place.outlet === undefined ? [] : [`outlet = ${tomlString(place.outlet)}`];
  return [
    '',
    '[[decision.evidence]]',
    `article_id = ${tomlString(place.article_id)}`,
    `path = ${tomlString(place.path ?? '')}`,
    ...outlet,
    `start = ${place.start}`,
    `end = ${place.end}`,
    `quote = ${tomlString(place.quote)}`,
  ];
}
