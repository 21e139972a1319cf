// The demonstration's payment page: what a client's own page does around the widget.

const { case: reference, language } = document.currentScript.dataset;

// A real page starts its electronic identification here; the demonstration takes it as done.
async function identify() {
  const answer = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ case: reference, language }),
  });
  if (!answer.ok) return;
  const { token } = await answer.json();
  window.Sovinto?.identify(token);
}

const does = {
  ask: () => window.Sovinto?.open(),
  identify: async () => {
    window.Sovinto?.open();
    await identify();
  },
};

window.addEventListener('sovinto:identify', identify);
for (const button of document.querySelectorAll('button[data-does]')) {
  button.addEventListener('click', does[button.dataset.does]);
}
