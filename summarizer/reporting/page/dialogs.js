/** Dialogs. Each closes with Esc and gives the focus back to where it was. */

function openDialog(heading, ...content) {
  const title = make('h2', { id: 'dialog-title', tabindex: '-1' }, heading);
  const dialog = make('dialog', { 'aria-labelledby': 'dialog-title' }, title, ...content);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function isDialogOpen() {
  return one('dialog[open]') !== null;
}

function formOf(done, ...content) {
  const form = make('form', {}, ...content);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done();
  });
  return form;
}

/** Ask for a line of text, or for several; `done` is called with what was written unless it is blank and must not be. */
function askFor(heading, { label, value = '', isLong = false, mayBeBlank = false, save = 'Save' }, done) {
  const field = make(isLong ? 'textarea' : 'input', { rows: isLong ? '4' : null, dir: 'auto', autocomplete: 'off' });
  field.value = value;
  const finish = () => {
    if (!mayBeBlank && !field.value.trim()) {
      field.focus();
      return;
    }
    dialog.close();
    done(field.value);
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish();
  });
  const dialog = openDialog(
    heading,
    formOf(
      finish,
      labelled(label, field, 'wide'),
      make('p', { class: 'actions' }, make('button', { class: 'main-action' }, save, ...(isLong ? [' ', make('kbd', { 'aria-hidden': 'true' }, 'Ctrl+Enter')] : [])), button('Cancel', () => dialog.close())),
    ),
  );
  field.focus();
}

const IMPORT = 'summarizer review FOLDER --import review.toml';
const KEYS = [
  ['j, k', 'next, previous finding'],
  ['c', 'confirm: it is a real difference; once more takes it back'],
  ['d', 'dismiss; then the number of the reason'],
  ['u', 'unsure: looked at, and it cannot be told; once more takes it back'],
  ['n', 'note'],
  ['z', 'undo the last decision'],
  ['/', 'search'],
  ['o', 'open the article in the reading view'],
  ['1, 2', 'go to the left, the right article'],
  ['Esc', 'close; back to the list'],
  ['?', 'this help'],
];

function showHelp() {
  const rows = KEYS.flatMap(([key, does]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, does)]);
  const dialog = openDialog(
    'Keys and signs',
    make('dl', { class: 'keys' }, ...rows),
    make(
      'p',
      {},
      'In an article: ',
      make('mark', { class: 'quote' }, 'the quote'),
      ', ',
      make('mark', { class: 'quote anchor' }, 'its decisive words'),
      ', ',
      make('mark', { class: 'quote differs' }, 'words that the other quote has not'),
      ', ',
      make('span', { class: 'same-finding' }, 'a further passage of this finding'),
      ', ',
      make('span', { class: 'other' }, 'a quote of another finding'),
      ' with its number.',
    ),
    make('p', {}, 'Decisions stay in this browser until you hand them over as a file, review.toml. ', make('code', {}, IMPORT), ' takes it into the report, beside what others decided.'),
    make('p', { class: 'actions' }, button('Close', () => dialog.close(), { class: 'main-action' })),
  );
}
