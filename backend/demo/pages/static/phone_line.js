// What the page asks of the doubles behind it.

// Shorter than a server takes its time to stop, so that no screen holds it up.
const WAIT_SECONDS = 4;

export async function takePhone(client) {
  const answer = await fetch(`/demo/phone/${client}/phones`, { method: 'POST' });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

export class Line {
  constructor(client, phone, channel) {
    this.address = `/demo/phone/${client}/${phone}/${channel}`;
    this.closed = new AbortController();
  }

  /** Calls `show` with each news of the screen until the line is closed; `lost` when nobody answers. */
  async watch(show, lost) {
    let after = -1; // what stands there comes at once, what is newer when it is there
    while (!this.closed.signal.aborted) {
      try {
        const answer = await fetch(`${this.address}?after=${after}&wait=${WAIT_SECONDS}`, {
          signal: this.closed.signal,
        });
        if (!answer.ok) throw new Error(answer.status);
        const screen = await answer.json();
        show(screen, screen.version < after);
        after = screen.version;
        lost(false);
      } catch {
        if (this.closed.signal.aborted) return;
        lost(true);
        await this.#rest(2000);
      }
    }
  }

  close() {
    this.closed.abort();
  }

  /** Does something on the phone: texts, presses, attachments, block, read. False when refused. */
  async does(what, body = {}) {
    const answer = await fetch(`${this.address}/${what}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': document.documentElement.lang, // the phone speaks as the page does
      },
      body: JSON.stringify(body),
    });
    return answer.ok;
  }

  #rest(milliseconds) {
    return new Promise((done) => setTimeout(done, milliseconds));
  }
}
