// A phone in the page: somebody made up writes to the client on one messenger or another.

import { Line, takePhone } from './phone_line.js';
import { element, Screen } from './phone_screen.js';

const find = (selector) => document.querySelector(selector);
const { client } = find('main').dataset;
const words = Object.fromEntries(
  [...document.querySelectorAll('[data-word]')].map((word) => [word.dataset.word, word.textContent]),
);
words.language = document.documentElement.lang;

const box = find('.write textarea');
const more = find('[data-does="attach"]');
const start = find('[data-does="start"]');
const block = find('[data-does="block"]');
const trouble = find('.phone .trouble');
const rows = find('dialog.rows');
const kept = `sovinto-phone-${client}`;

let person;
let line;
let stopped = false;

const screen = new Screen(find('.screen'), words, {
  choice: (message, choice) => act('presses', { message: message.id, choice: choice.id }),
  menu: openRows,
});

async function act(what, body) {
  trouble.textContent = '';
  await begun;
  const taken = await line.does(what, body).catch(() => false);
  if (!taken) trouble.textContent = words.not_taken;
}

function openRows(message) {
  find('.rows h2').textContent = message.menu;
  find('.rows form button').textContent = words.menu_close;
  const made = message.rows.flat().map((choice) => {
    const item = element('li');
    const press = element('button', 'row');
    press.type = 'button';
    press.append(element('span', '', choice.title), element('span', 'note', choice.note ?? ''));
    press.addEventListener('click', () => {
      rows.close();
      act('presses', { message: message.id, choice: choice.id });
    });
    item.append(press);
    return item;
  });
  find('.rows ul').replaceChildren(...made);
  rows.showModal();
}

function show(channel, news, again) {
  if (again) screen.clear();
  screen.draw(news.shown);
  stopped = news.stopped;
  block.textContent = news.stopped ? block.dataset.on : block.dataset.off;
  // Telegram lets nobody be written to who has not pressed Start.
  start.hidden = !(channel === 'telegram' && news.empty);
  screen.hint.hidden = !start.hidden;
  // Who has blocked somebody cannot write to them either; a stop word on SMS hinders nobody.
  find('.write').hidden = !start.hidden || (news.stopped && channel !== 'sms');
  const unread = news.shown.some((message) => !message.mine && message.status === 'delivered');
  if (unread && document.visibilityState === 'visible') line.does('read');
}

function open(channel) {
  line?.close();
  screen.clear();
  trouble.textContent = '';
  find('.phone').dataset.channel = channel.value;
  find('[data-shows="address"]').textContent = channel.dataset.address;
  const kinds = channel.dataset.attachments.split(' ');
  more.replaceChildren(new Option('+', ''), ...kinds.map((kind) => new Option(words[kind], kind)));
  // SMS has no such thing: a telephone company blocks no sender for you.
  block.hidden = channel.value === 'sms';
  const opened = new Line(client, person.phone, channel.value);
  line = opened;
  opened.watch(
    (news, again) => opened === line && show(channel.value, news, again),
    (lost) => {
      if (lost) trouble.textContent = words.lost;
      else if (trouble.textContent === words.lost) trouble.textContent = '';
    },
  );
}

const chosen = () => find('.channels input:checked');

async function begin(again) {
  const before = again ? null : sessionStorage.getItem(kept);
  person = before ? JSON.parse(before) : await takePhone(client);
  sessionStorage.setItem(kept, JSON.stringify(person));
  find('[data-shows="name"]').textContent = person.name;
  find('[data-shows="number"]').textContent = person.number;
  open(chosen());
}

async function send() {
  const text = box.value;
  if (!text.trim()) return;
  box.value = '';
  grow();
  await act('texts', { text });
}

function grow() {
  box.rows = Math.min(5, box.value.split('\n').length);
}

find('.write').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
box.addEventListener('input', grow);
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
start.addEventListener('click', async () => {
  await act('texts', { text: '/start' });
  box.focus();
});
more.addEventListener('change', () => {
  if (more.value) act('attachments', { kind: more.value });
  more.value = '';
});
block.addEventListener('click', () =>
  act('block', { blocked: !stopped }),
);
find('[data-does="new"]').addEventListener('click', () => begin(true));
for (const channel of document.querySelectorAll('.channels input')) {
  // Chosen before the phone is there, it is opened with it.
  channel.addEventListener('change', () => person && open(channel));
}
const begun = begin(false).catch(() => {
  trouble.textContent = words.lost;
});
