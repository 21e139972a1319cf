// Draws the messages as a messenger shows them: text, and what can be pressed under it.

// Some browsers lack some of our languages, and would write AM and PM for them.
const CLOCK = { timeStyle: 'short', hourCycle: 'h23' };
const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

export class Screen {
  constructor(place, words, press) {
    this.place = place;
    this.words = words;
    this.press = press;
    this.hint = place.querySelector('.hint');
    this.drawn = new Map();
  }

  clear() {
    this.drawn.clear();
    this.place.replaceChildren(this.hint);
  }

  draw(messages) {
    const { scrollHeight, scrollTop, clientHeight } = this.place;
    let follow = scrollHeight - scrollTop - clientHeight < 80;
    for (const message of messages) follow = this.#put(message) || follow;
    if (messages.length) this.hint.remove();
    if (follow) this.place.scrollTop = this.place.scrollHeight;
  }

  /** Adds or replaces a message; true when the person has just sent it. */
  #put(message) {
    const { version, status, ...visible } = message;
    const looks = JSON.stringify([visible, status === 'failed']);
    const before = this.drawn.get(message.id);
    // What looks the same stays as it is, so that it is not read out again.
    if (before?.looks === looks) return false;
    const made = this.#message(message);
    if (before) before.made.replaceWith(made);
    else this.place.append(made);
    this.drawn.set(message.id, { made, looks });
    return message.mine && !before;
  }

  #message(message) {
    const whole = element('div', message.mine ? 'message mine' : 'message');
    whole.dataset.id = message.id;
    const bubble = element('div', 'bubble');
    const text = element('p', 'text');
    if (message.kind === 'text') text.append(...linked(message.text, this.words.opens));
    else text.textContent = `[${this.words[message.kind]}]`;
    bubble.append(text, this.#foot(message));
    whole.append(bubble, ...this.#choices(message));
    return whole;
  }

  #foot(message) {
    const foot = element('p', 'foot');
    const at = new Date(message.at);
    const clock = element('time', '', at.toLocaleTimeString(this.words.language, CLOCK));
    clock.dateTime = message.at;
    foot.append(clock);
    if (message.segments > 1) foot.append(element('span', '', `${message.segments} SMS`));
    if (message.edited) foot.append(element('span', '', this.words.edited));
    if (message.status === 'failed') foot.append(element('span', 'failed', this.words.failed));
    return foot;
  }

  #choices(message) {
    if (message.menu) {
      const open = button(`☰ ${message.menu}`, () => this.press.menu(message));
      const box = element('div', 'choices');
      box.append(open);
      return [box];
    }
    return message.rows.map((row) => {
      const line = element('div', 'choices');
      line.append(...row.map((choice) => this.#choice(message, choice)));
      return line;
    });
  }

  #choice(message, choice) {
    if (choice.url) return anchor(choice.url, `${choice.title} ↗`, this.words.opens, 'choice');
    return button(choice.title, () => this.press.choice(message, choice));
  }
}

function linked(text, opens) {
  return text
    .split(ADDRESS)
    .map((part, place) => (place % 2 ? anchor(part, part, opens) : document.createTextNode(part)));
}

function anchor(address, text, opens, className = '') {
  const made = element('a', className, text);
  Object.assign(made, { href: address, target: '_blank', rel: 'noopener noreferrer', title: opens });
  return made;
}

function button(text, does) {
  const made = element('button', 'choice', text);
  made.type = 'button';
  made.addEventListener('click', does);
  return made;
}

export function element(name, className = '', text = '') {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
