import type { Detail, Frame, Handoff, Listing, Message } from '@sovinto/console/api/wire.ts';
import { vi } from 'vitest';
import { detail, message, siv } from './wire.ts';

interface Call {
  method: string;
  path: string;
  body: Record<string, unknown> | null;
  headers: Record<string, string>;
}

interface Asked {
  query: URLSearchParams;
  body: Record<string, unknown> | null;
}

type Trouble = 'unreachable' | { status: number; detail: string; kind?: string };

/** The staff backend on the other end of fetch and WebSocket, with a memory of its own. */
export class Backend {
  signedIn = true;
  password = 'demo';
  user = siv;
  ways: unknown = { password: true, provider: null };
  handoffs: Handoff[] = [];
  details: Record<string, Partial<Detail>> = {};
  stored: Message[] = [];
  calls: Call[] = [];
  lines: Line[] = [];
  /** What the pages beside the desk are answered, by method and path; nothing is 204. */
  pages: Record<string, (asked: Asked) => unknown> = {};
  /** How the next calls to a path that ends so are met, one after the other. */
  trouble: Record<string, Trouble[]> = {};

  constructor() {
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => this.#fetch(path, init));
    const { lines } = this;
    vi.stubGlobal(
      'WebSocket',
      class extends Line {
        constructor(address: string) {
          super(address);
          lines.push(this);
        }
      },
    );
  }

  get line(): Line {
    return this.lines.at(-1) as Line;
  }

  push(frame: Frame): void {
    this.line.hear(frame);
  }

  of(method: string, end: string): Call[] {
    return this.calls.filter((it) => it.method === method && it.path.endsWith(end));
  }

  take(conversation: string, by: { id: string; name: string }): void {
    this.handoffs = this.handoffs.map((it) =>
      it.conversation === conversation ? { ...it, state: 'taken', taken_by: by } : it,
    );
  }

  async #fetch(address: string, init: RequestInit): Promise<Response> {
    const path = address.replace('/api/staff/', '');
    const method = init.method ?? 'GET';
    const body = init.body ? JSON.parse(String(init.body)) : null;
    this.calls.push({ method, path, body, headers: init.headers as Record<string, string> });
    const [place = path] = path.split('?');
    const trouble = this.trouble[`${method} ${place.split('/').at(-1)}`]?.shift();
    if (trouble === 'unreachable') throw new TypeError('Failed to fetch');
    if (trouble) return problem(trouble.status, trouble.detail, trouble.kind);
    return this.#answer(method, path, body);
  }

  #answer(method: string, path: string, body: Record<string, unknown> | null): Response {
    if (path === 'session') return this.#session(method, body);
    if (path === 'session/ways') return json(this.ways);
    if (!this.signedIn) return problem(401, 'Sign in.');
    const [place = '', search = ''] = path.split('?');
    const page = this.pages[`${method} ${place}`];
    if (page) return answered(page({ query: new URLSearchParams(search), body }));
    if (path.startsWith('handoffs'))
      return json(this.#listing(new URLSearchParams(search).get('state') ?? ''));
    const [, id = '', act] = path.split('/');
    const handoff = this.handoffs.find((it) => it.conversation === id);
    if (!handoff) return problem(404, 'There is no such conversation here.');
    if (act === 'history') return json({ items: [], more: false });
    if (act === 'take') {
      if (handoff.taken_by) return problem(409, `${handoff.taken_by.name} hann före.`);
      this.take(id, this.user);
    } else if (act === 'messages')
      return json(this.#store(id, body as { id: string; text: string }));
    else if (act === 'close' || act === 'return') {
      const state = act === 'close' ? 'closed' : 'returned';
      this.handoffs = this.handoffs.map((it) => (it === handoff ? { ...it, state } : it));
      return new Response(null, { status: 204 });
    }
    return json(this.detail(id));
  }

  detail(id: string): Detail {
    const handoff = this.handoffs.find((it) => it.conversation === id) as Handoff;
    const shown = detail(handoff, this.details[id]);
    return { ...shown, messages: [...shown.messages, ...this.stored] };
  }

  #session(method: string, body: Record<string, unknown> | null): Response {
    if (method === 'POST') this.signedIn = body?.password === this.password;
    if (method === 'DELETE') {
      this.signedIn = false;
      return new Response(null, { status: 204 });
    }
    return this.signedIn ? json({ user: this.user }) : problem(401, 'Wrong.');
  }

  #listing(state: string): Listing {
    const mine = (it: Handoff) => it.state === 'taken' && it.taken_by?.id === this.user.id;
    const lists: Record<string, Handoff[]> = {
      waiting: this.handoffs.filter((it) => it.state === 'waiting'),
      mine: this.handoffs.filter(mine),
      taken: this.handoffs.filter((it) => it.state === 'taken' && !mine(it)),
      closed: this.handoffs.filter((it) => it.state === 'closed'),
    };
    const counts = { waiting: 0, mine: 0, taken: 0 };
    for (const name of ['waiting', 'mine', 'taken'] as const)
      counts[name] = lists[name]?.length ?? 0;
    const items = lists[state] ?? [];
    return { items, total: items.length, counts };
  }

  /** The same id is the same message. */
  #store(id: string, { id: own, text }: { id: string; text: string }): Message {
    const known = this.stored.find((it) => it.id === own);
    if (known) return known;
    const seq = this.detail(id).messages.length + 1;
    const stored = message(seq, { id: own, text, sender: 'agent', name: 'Siv' });
    this.stored.push(stored);
    return stored;
  }
}

/** The agent's end of a live line, with the other end in the test's hands. */
export class Line {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  sent: unknown[] = [];
  closed = false;
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  open(): void {
    this.onopen?.();
  }

  hear(frame: Frame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  lose(): void {
    this.onclose?.({ code: 1006 });
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }

  close(): void {
    this.closed = true;
  }
}

function answered(body: unknown): Response {
  return body === undefined ? new Response(null, { status: 204 }) : json(body);
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

function problem(status: number, detail: string, kind = 'x'): Response {
  const body = JSON.stringify({ type: `/problems/${kind}`, title: kind, status, detail });
  const headers = { 'Content-Type': 'application/problem+json' };
  return new Response(body, { status, headers });
}
