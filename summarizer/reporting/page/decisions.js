/** What people decided: what the review held when the page was made, and what is decided here, kept in this browser. */

const KEPT_UNDER = `summarizer:review:${REPORT.key}`;
const NAME_UNDER = 'summarizer:reviewer';
const SECOND = 1000;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** The browser's store; where there is none, a store for as long as the page is open. */
const store = {
  isLasting: true,
  memory: new Map(),
  get(key) {
    if (!this.isLasting) return this.memory.get(key) ?? null;
    try {
      return window.localStorage.getItem(key);
    } catch (error) {
      this.isLasting = false;
      return this.memory.get(key) ?? null;
    }
  },
  set(key, value) {
    this.memory.set(key, value);
    try {
      window.localStorage.setItem(key, value);
    } catch (error) {
      this.isLasting = false;
    }
  },
};

const STANDING = new Map(REVIEW.standing.map(([place, id, isStale]) => [REVIEW.decisions[place], { id, isStale }]));

const decisions = {
  own: new Map(),
  done: [],
  undone: null,

  load() {
    const kept = readKept(store.get(KEPT_UNDER));
    this.own = new Map(kept.map((decision) => [keyOf(decision), decision]));
  },

  /** Another window may have decided since: of each decision the newer one stays. */
  save() {
    for (const decision of readKept(store.get(KEPT_UNDER))) {
      const mine = this.own.get(keyOf(decision));
      const isUndone = this.undone === keyOf(decision);
      if (!isUndone && (!mine || mine.at < decision.at)) this.own.set(keyOf(decision), decision);
    }
    this.undone = null;
    store.set(KEPT_UNDER, JSON.stringify([...this.own.values()]));
  },

  /** One a person and finding, the newest. */
  merged() {
    const latest = new Map(REVIEW.decisions.map((decision) => [keyOf(decision), decision]));
    for (const [key, decision] of this.own) {
      const other = latest.get(key);
      if (!other || timeOf(other) <= timeOf(decision)) latest.set(key, decision);
    }
    return [...latest.values()];
  },

  /** The decisions on each finding, of each person the one that holds, or else the newest; the newest first. */
  byFinding() {
    const found = new Map();
    const newestFirst = this.merged().sort((left, right) => timeOf(right) - timeOf(left));
    for (const decision of newestFirst) {
      if (decision.ruling === null && decision.note === null) continue;
      const { id, isStale } = homeOf(decision);
      if (!found.has(id)) found.set(id, []);
      found.get(id).push({ decision, isStale });
    }
    for (const [id, made] of found) found.set(id, oneEach(made));
    return found;
  },

  decide(finding, by, { ruling = null, reason = null, note = null }) {
    const decision = { finding_id: finding.id, ruling, reason, note: note?.trim() ? note : null, by };
    const key = keyOf(decision);
    const earlier = [this.own.get(key), REVIEW.decisions.find((other) => keyOf(other) === key)].filter(Boolean);
    const now = Math.floor(Date.now() / SECOND) * SECOND;
    const at = Math.max(now, ...earlier.map((other) => timeOf(other) + SECOND));
    this.done.push({ key, finding, before: this.own.get(key), at: tomlTime(at) });
    this.own.set(key, {
      ...decision,
      at: tomlTime(at),
      verdict: finding.verdict,
      question: finding.question,
      evidence: finding.sides.slice(0, SHARPEST).map(evidenceOf),
    });
    this.save();
  },

  /** Take back the last decision made here that another window did not replace; the finding that it was on, or null. */
  undo() {
    let last = this.done.pop();
    while (last && this.own.get(last.key)?.at !== last.at) last = this.done.pop();
    if (!last) return null;
    const now = this.own.get(last.key);
    if (now?.handed) {
      this.decide(last.finding, now.by, last.before ?? {});
      this.done.pop();
      return last.finding;
    }
    if (last.before) this.own.set(last.key, last.before);
    else this.own.delete(last.key);
    this.undone = last.key;
    this.save();
    return last.finding;
  },

  /** The decisions and notes made here that no file holds yet. */
  unsaved() {
    const held = new Map(REVIEW.decisions.map((decision) => [keyOf(decision), timeOf(decision)]));
    const own = [...this.own].filter(([key, decision]) => !decision.handed && !(held.get(key) >= timeOf(decision)));
    return own.map(([, decision]) => decision);
  },

  /** The whole review as the text of a file; what was decided here counts as handed over. */
  handOver() {
    const seen = [...REVIEW.seen, ...FINDINGS.map((finding) => finding.id)];
    const text = reviewText({ decisions: this.merged(), seen, reviewed_at: tomlTime(Date.now()) });
    for (const decision of this.own.values()) decision.handed = true;
    this.save();
    return text;
  },
};

function keyOf(decision) {
  return `${decision.finding_id}\n${decision.by}`;
}

function timeOf(decision) {
  return Date.parse(decision.at);
}

function evidenceOf(side) {
  const article = ARTICLES[side.article];
  return {
    article_id: article.id,
    path: article.path,
    outlet: article.outlet ?? null,
    start: side.start,
    end: side.end,
    quote: quoteOf(side),
  };
}

/** What another page may have left under this key is used only where it has the shape of decisions. */
function readKept(text) {
  if (text === null) return [];
  try {
    const kept = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter(isDecision) : [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
}

function isText(value) {
  return typeof value === 'string';
}

function isDecision(kept) {
  const isRuling = kept?.ruling === null || Object.hasOwn(WORDS.rulings, kept?.ruling);
  const isReason = kept?.reason === null || Object.hasOwn(WORDS.reasons, kept?.reason);
  const isNote = kept?.note === null || isText(kept?.note);
  return (
    isRuling && isReason && isNote && isText(kept.finding_id) && isText(kept.by) && isText(kept.question) &&
    isText(kept.verdict) && isText(kept.at) && TIME.test(kept.at) && Array.isArray(kept.evidence) && kept.evidence.every(isEvidence)
  );
}

function isEvidence(place) {
  const isOutlet = place?.outlet === null || isText(place?.outlet);
  return isOutlet && isText(place?.article_id) && isText(place.path) && isText(place.quote) && Number.isInteger(place.start) && Number.isInteger(place.end);
}

/** The finding that a decision belongs to, and whether what it was made on has changed; the page's maker knows of those it had. */
function homeOf(decision) {
  const standing = STANDING.get(decision);
  if (standing) return standing;
  const finding = FINDING_OF.get(decision.finding_id);
  return { id: decision.finding_id, isStale: finding ? isStale(decision, finding) : false };
}

function oneEach(made) {
  const byPerson = new Map();
  for (const one of [...made].sort((left, right) => left.isStale - right.isStale)) {
    if (!byPerson.has(one.decision.by)) byPerson.set(one.decision.by, one);
  }
  return made.filter((one) => byPerson.get(one.decision.by) === one);
}

/** Its verdict or its quotes are others than those that the decision was made on. */
function isStale(decision, finding) {
  if (decision.verdict !== finding.verdict) return true;
  const now = finding.sides.slice(0, SHARPEST).map(quoteOf).sort();
  const then = decision.evidence.map((place) => place.quote).sort();
  return now.length !== then.length || now.some((quote, place) => quote !== then[place]);
}

/** What holds of a finding: its ruling, whether it is stale or disputed, and the decisions behind that. */
function stateOf(finding, made) {
  const rulings = made.filter((one) => one.decision.ruling !== null);
  const valid = rulings.filter((one) => !one.isStale);
  const isStale = rulings.length > 0 && valid.length === 0;
  const isDisputed = new Set(valid.map((one) => one.decision.ruling)).size > 1;
  const isNew = finding.new === true && made.length === 0;
  return { made, ruling: valid[0]?.decision.ruling ?? null, isStale, isDisputed, isNew };
}

/** All states at once, kept until a decision is made. */
function refreshStates() {
  const made = decisions.byFinding();
  for (const finding of FINDINGS) finding.state = stateOf(finding, made.get(finding.id) ?? []);
}
