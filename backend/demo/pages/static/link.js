// Somebody comes from a messenger by a one-time link, and says here who they are.

const { client } = document.currentScript.dataset;
const page = document.querySelector('main');
const link = new URLSearchParams(location.search).get('link');
// The link is worth something until it is used: it stays in no history and on no screen.
history.replaceState(null, '', location.pathname);

const ask = (address, body) =>
  fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

function show(part) {
  for (const one of page.querySelectorAll('[data-part]')) one.hidden = one.dataset.part !== part;
  page.querySelector(`[data-part="${part}"] h1`)?.focus();
}

// A link that nobody made tells nothing of any conversation: then the browser's language has to do.
async function speak({ channel = '', language = navigator.language, asked_minutes_ago: minutes = 0 }) {
  const query = new URLSearchParams({ channel, language, minutes });
  const answer = await fetch(`/demo/link/${client}?${query}`);
  if (!answer.ok) throw new Error(answer.status);
  const read = new DOMParser().parseFromString(await answer.text(), 'text/html');
  page.append(...read.body.children);
}

/** What went wrong in words, or nothing. */
async function identify(chosen, language) {
  const made = await ask('/demo/token', { case: chosen, language });
  const { token } = await made.json();
  const answer = await ask('/api/chat/links/identify', { link, token });
  if (answer.ok) return show('done');
  if (answer.status === 410) return show('old');
  return (await answer.json()).detail;
}

function listen(language) {
  const form = page.querySelector('form');
  const trouble = form.querySelector('[role="alert"]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    trouble.textContent = '';
    const chosen = new FormData(form).get('case');
    const wrong = await identify(chosen, language).catch(() => trouble.dataset.failed);
    trouble.textContent = wrong ?? '';
    button.disabled = false;
  });
}

async function begin() {
  const answer = await ask('/api/chat/links/look', { link });
  const seen = await answer.json();
  const works = answer.ok && seen.client === client;
  if (!works && answer.status >= 500) throw new Error(answer.status);
  await speak(seen);
  listen(seen.language);
  for (const button of page.querySelectorAll('[data-answer]'))
    button.addEventListener('click', () => show(button.dataset.answer));
  show(works ? 'mine' : 'old');
}

begin().catch(() => show('failed'));
