/** Deciding on findings, and handing the decisions over. */

const LISTED_FIRST = 'contradict differs unsure update scope compatible'.split(' ');

function reviewer() {
  return store.get(NAME_UNDER)?.trim() || null;
}

/** Do something in the name of whoever reviews, who is asked once. */
function asReviewer(act) {
  const name = reviewer();
  if (name) {
    act(name);
    return;
  }
  const about = { label: 'Your name, as it shall stand beside your decisions' };
  askFor('Who decides?', about, (given) => {
    store.set(NAME_UNDER, given.trim());
    showTools();
    act(given.trim());
  });
}

function ownDecision(finding) {
  return finding.state.made.find((one) => one.decision.by === reviewer()) ?? null;
}

function ownRuling(finding) {
  const mine = ownDecision(finding);
  return mine && !mine.isStale ? mine.decision.ruling : null;
}

/** A difference on which nobody decided so that it holds. */
function isOpen(finding) {
  return LISTED_FIRST.includes(finding.verdict) && settled(finding.state) === null;
}

/** Take one's own ruling on the finding that is shown back; the note stays. */
function takeBack() {
  const { finding } = shown;
  asReviewer((by) => {
    decisions.decide(finding, by, { note: ownDecision(finding)?.decision.note ?? null });
    decided(finding);
    say(`Finding ${finding.number}: the decision is taken back.`);
  });
}

/** Confirm or leave as unsure; what is so already is taken back. */
function toggle(ruling) {
  if (shown.finding && ownRuling(shown.finding) === ruling) takeBack();
  else rule(ruling);
}

/** Decide on the finding that is shown, and go on to the next. */
function rule(ruling, reason = null, note = undefined) {
  const { finding } = shown;
  if (!finding) return;
  asReviewer((by) => {
    const kept = note === undefined ? ownDecision(finding)?.decision.note ?? null : note;
    const next = following(finding, 1);
    decisions.decide(finding, by, { ruling, reason, note: kept });
    decided(finding);
    const told = `Finding ${finding.number}: ${WORDS.rulings[ruling]}.`;
    if (next && next !== finding) {
      showFinding(next, { focus: true });
      say(`${told} Shown is finding ${next.number}.`);
    } else say(`${told} It was the last one of the list. ${leftWords()}`);
  });
}

/** What is left to do at the end of the list. */
function leftWords() {
  const left = FINDINGS.filter(isOpen).length;
  if (!left) return 'Every difference is decided: hand over.';
  return `Still undecided: ${counted(left, 'difference')}; the filter “Decision: open” lists them.`;
}

function counted(number, thing) {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function dismiss() {
  const { finding } = shown;
  if (!finding) return;
  const reasons = Object.entries(WORDS.reasons);
  const choose = (reason) => {
    dialog.close();
    if (reason !== 'other') rule('dismissed', reason);
    else askFor('Why is it dismissed?', { label: 'Note', value: ownDecision(finding)?.decision.note ?? '', isLong: true }, (note) => rule('dismissed', reason, note));
  };
  const choices = reasons.map(([reason, label], place) =>
    make('li', {}, button(`${place + 1}. ${label}`, () => choose(reason))),
  );
  const undone = button('Take the dismissal back', () => {
    dialog.close();
    takeBack();
  });
  const dialog = openDialog(
    'Why is it dismissed?',
    make('ul', { class: 'reasons' }, ...choices),
    make('p', { class: 'actions' }, ownRuling(finding) === 'dismissed' ? undone : null, button('Cancel', () => dialog.close())),
  );
  dialog.addEventListener('keydown', (event) => {
    const chosen = reasons[Number(event.key) - 1];
    if (chosen && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      choose(chosen[0]);
    }
  });
}

function writeNote() {
  const { finding } = shown;
  if (!finding) return;
  asReviewer((by) => {
    const mine = ownDecision(finding)?.decision;
    const about = { label: 'Note', value: mine?.note ?? '', isLong: true, mayBeBlank: true };
    askFor(`Note on finding ${finding.number}`, about, (note) => {
      decisions.decide(finding, by, { ruling: mine?.ruling ?? null, reason: mine?.reason ?? null, note });
      decided(finding);
      say('Note kept.');
    });
  });
}

function undo() {
  const finding = decisions.undo();
  if (!finding) {
    say('Nothing to undo.');
    return;
  }
  decided(finding);
  showFinding(finding, { focus: true });
  say(`Undone: finding ${finding.number}.`);
}

/** Everything that shows a decision is drawn again. */
function decided(finding) {
  refreshStates();
  if (finding) showStatus(finding);
  applyFilters();
  showDecision();
  showTools();
}

/** The block of a finding's card that says what was decided. */
function showStatus(finding) {
  const { state } = finding;
  const block = one('.decided', finding.card);
  block.dataset.state = statusOf(state);
  const head = headOf(finding);
  const items = state.made.map(({ decision }) => make('li', { dir: 'auto' }, decisionWords(decision)));
  block.replaceChildren(...[head && make('p', { class: 'state' }, head), items.length ? make('ul', {}, ...items) : null].filter(Boolean));
}

function statusOf(state) {
  if (state.isStale) return 'stale';
  if (state.isDisputed) return 'disputed';
  return state.ruling ?? 'open';
}

function headOf({ id, state }) {
  const because = REVIEW.because[id] ? ` (${REVIEW.because[id]})` : '';
  if (state.isStale) return `Decided on other evidence${because}: decide again.`;
  return state.isDisputed ? 'The reviewers disagree, so it counts as undecided.' : null;
}

/** Who decided what, when and why. */
function decisionWords({ ruling, reason, note, by, at }) {
  const what = ruling === null ? 'note' : WORDS.rulings[ruling];
  const why = reason ? ` (${WORDS.reasons[reason]})` : '';
  const day = new Date(at);
  const date = `${day.getUTCDate()} ${WORDS.months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
  const made = `${what.charAt(0).toUpperCase()}${what.slice(1)} by ${by} on ${date}${why}`;
  if (!note) return `${made}.`;
  return ruling === null ? `${made}: “${note}”` : `${made}. Note: “${note}”`;
}

/** The buttons on the desk, and what was decided. */
function showDecision() {
  const bar = one('#judging');
  const { finding } = shown;
  if (!bar || !finding) return;
  const ruling = ownRuling(finding);
  const act = (label, key, does, name) =>
    button('', does, { 'aria-pressed': name ? String(ruling === name) : null, class: `act ${name ?? ''}`, 'aria-keyshortcuts': key, 'data-label': label });
  const buttons = [
    act('Confirm', 'c', () => toggle('confirmed'), 'confirmed'),
    act('Dismiss …', 'd', dismiss, 'dismissed'),
    act('Unsure', 'u', () => toggle('unsure'), 'unsure'),
    act('Note …', 'n', writeNote, null),
    act('Undo', 'z', undo, null),
  ];
  for (const made of buttons) {
    made.append(made.dataset.label, ' ', make('kbd', { 'aria-hidden': 'true' }, made.getAttribute('aria-keyshortcuts')));
  }
  const status = one('.decided', finding.card).cloneNode(true);
  bar.replaceChildren(make('div', { class: 'acts', role: 'group', 'aria-label': 'Decide' }, ...buttons), status);
}

/** How far the review is, and what is not handed over yet. */
function showTools() {
  const differences = FINDINGS.filter((finding) => LISTED_FIRST.includes(finding.verdict));
  const done = differences.length - differences.filter(isOpen).length;
  one('#progress').textContent = `${done} of ${differences.length} differences decided`;
  const unsaved = decisions.unsaved();
  const notes = unsaved.filter(({ ruling, note }) => ruling === null && note !== null).length;
  const made = unsaved.length - notes;
  const what = [made && counted(made, 'decision'), notes && counted(notes, 'note')].filter(Boolean).join(', ');
  const hand = one('#hand-over');
  hand.textContent = what ? `Hand over ${what}` : 'Hand over';
  hand.classList.toggle('main-action', unsaved.length > 0);
  one('#lost').hidden = store.isLasting;
  one('#who').textContent = reviewer() ? `as ${reviewer()}` : '';
  one('#who').hidden = !reviewer();
}

/** The decisions as a file, in the form that lies beside the report. */
function handOver() {
  const file = new Blob([decisions.handOver()], { type: 'application/toml' });
  const address = URL.createObjectURL(file);
  const link = make('a', { download: 'review.toml' });
  link.href = address;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60 * SECOND);
  showTools();
  say(`Saved as review.toml where your downloads go; ${IMPORT} takes it into the report.`);
}

function changeName() {
  const about = { label: 'Your name, as it shall stand beside your decisions', value: reviewer() ?? '' };
  askFor('Who decides?', about, (given) => {
    store.set(NAME_UNDER, given.trim());
    decided(null);
  });
}
