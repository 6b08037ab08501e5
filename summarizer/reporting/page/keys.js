/** The keyboard. Nothing is taken from somebody who types, or from the browser's own keys; a key held down decides once. */

const ACTS = {
  j: () => step(1),
  k: () => step(-1),
  c: () => ruleByKey('confirmed'),
  u: () => ruleByKey('unsure'),
  d: () => isJudging() && dismiss(),
  n: () => isJudging() && writeNote(),
  z: () => shown.view === 'findings' && undo(),
  o: () => openShownArticle(),
  1: () => one('#pane-left .text')?.focus(),
  2: () => one('#pane-right .text')?.focus(),
  '/': () => toSearch(),
  '?': () => showHelp(),
  Escape: () => escapeFrom(document.activeElement),
};

const STEPS = new Set(['j', 'k']);

function isTyping(target) {
  return target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || isDialogOpen()) return;
  if (event.repeat && !STEPS.has(event.key)) return;
  const isSearch = event.target.id === 'q';
  if (isTyping(event.target) && !(isSearch && event.key === 'Escape')) return;
  const act = Object.hasOwn(ACTS, event.key) ? ACTS[event.key] : null;
  if (!act) return;
  event.preventDefault();
  act();
}

function isJudging() {
  return shown.view === 'findings' && shown.finding !== null;
}

function ruleByKey(ruling) {
  if (isJudging()) toggle(ruling);
}

/** The finding that is so many steps further in the list. */
function following(finding, steps) {
  const listed = listedFindings();
  const at = listed.indexOf(finding);
  if (at === -1) return listed.find((other) => !finding || other.number > finding.number) ?? listed[0] ?? null;
  return listed[at + steps] ?? null;
}

function step(steps) {
  if (shown.view !== 'findings') return;
  const next = following(shown.finding, steps);
  if (next) showFinding(next, { focus: true });
  else say(steps > 0 ? 'This is the last finding of the list.' : 'This is the first finding of the list.');
}

function toSearch() {
  shown.view = 'findings';
  showView();
  document.body.classList.remove('has-finding');
  document.getElementById('q').focus();
}

function openShownArticle() {
  if (shown.view === 'reading' || !shown.finding) return;
  const passages = passagesOf(shown.finding);
  const place = one('#pane-right').contains(document.activeElement) ? 1 : 0;
  const side = passages[shown.pair[place]] ?? passages[0];
  if (!side) return;
  leavePlace();
  openArticle(side.article, { start: side.start, end: side.end });
}

function escapeFrom(active) {
  if (shown.view === 'reading' && shown.finding) {
    leavePlace();
    showFinding(shown.finding, { focus: true });
  } else if (active?.id === 'q') active.blur();
  else if (isNarrow() && shown.finding) closeDesk();
  else if (shown.finding) one('h4 a', shown.finding.card).focus();
}
