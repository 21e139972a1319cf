import type { Answers, Client, Conversation, Frame } from '@sovinto/chat/sdk/wire.ts';
import type { Message } from '@sovinto/ui/wire.ts';
import { vi } from 'vitest';
import { message } from './wire.ts';

export interface Call {
  method: string;
  path: string;
  body: Record<string, unknown>;
  authorization: string | null;
}

type Answer =
  | (Partial<Omit<Answers, 'messages'>> & { messages?: Partial<Message>[] })
  | { status: number; detail: string };

/** The network's edge: fetch and WebSocket that speak the real wire format, and nothing nearer. */
export class Backend {
  readonly calls: Call[] = [];
  readonly sockets: Line[] = [];
  readonly stored: Message[] = [];
  conversation: Omit<Conversation, 'messages'> | null = null;
  client: Client = {
    id: 'demo',
    name: 'Talgoxe Energi',
    assistant: 'Sovinto',
    colour: '#0b6b5b',
    languages: ['sv', 'fi', 'en'],
    language: 'sv',
    identify_url: null,
  };
  down = false;
  socketsDown = false;
  /** How each message is answered, by its text or payload. */
  answers: Record<string, Answer | (() => Answer | Promise<Answer>)> = {};
  greeting: Partial<Message>[] = [{ text: 'Hej, jag är Sovinto, en automatisk assistent.' }];
  begun = 0;
  refuseTokens = false;
  /** Files under way, each until the test lets it arrive or refuses it. */
  readonly sendings: Sending[] = [];

  constructor() {
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => this.#fetch(address, init));
    const backend = this;
    vi.stubGlobal(
      'XMLHttpRequest',
      class extends Sending {
        constructor() {
          super(backend);
        }
      },
    );
    vi.stubGlobal(
      'WebSocket',
      class extends Line {
        constructor(address: string) {
          super(address, backend);
        }
      },
    );
  }

  /** Sent messages only: what the debtor said. */
  get sent(): Record<string, unknown>[] {
    return this.calls.filter((it) => it.path.endsWith('/messages')).map((it) => it.body);
  }

  get line(): Line {
    const line = this.sockets.at(-1);
    if (!line) throw new Error('no live line was opened');
    return line;
  }

  store(given: Partial<Message>): Message {
    const known = this.stored.find((it) => it.id === given.id);
    if (known) return known;
    const stored = message({ ...given, seq: this.stored.length + 1 });
    this.stored.push(stored);
    return stored;
  }

  /** Stores and tells over the live line, as an agent's console does. */
  say(given: Partial<Message>): Message {
    const said = this.store(given);
    this.line.tell({ type: 'message', message: said });
    return said;
  }

  async #fetch(address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address);
    const path = url.pathname.replace('/api/chat/', '');
    const call: Call = {
      method: init.method ?? 'GET',
      path,
      body: init.body ? JSON.parse(String(init.body)) : {},
      authorization: new Headers(init.headers).get('Authorization'),
    };
    this.calls.push(call);
    await Promise.resolve();
    if (this.down) throw new TypeError('Failed to fetch');
    if (path.startsWith('clients/')) return json(200, this.client);
    if (path === 'conversations') return this.#begin(call);
    const conversation = this.conversation;
    if (!conversation || call.authorization !== `Bearer key-${conversation.id}`) {
      return problem(404, 'Konversationen finns inte.');
    }
    if (path.endsWith('/messages')) return this.#message(call);
    if (path.endsWith('/export')) {
      return conversation.identified
        ? json(200, { version: 1, cases: [] })
        : problem(403, 'Legitimera dig först.');
    }
    if (path.endsWith('/confirmation')) {
      return path.includes('/plans/p1/')
        ? new Response('%PDF-1.7', { headers: { 'Content-Type': 'application/pdf' } })
        : problem(404, 'Planen finns inte här.');
    }
    if (path.endsWith('/rating')) return new Response(null, { status: 204 });
    if (path.endsWith('/identify')) {
      conversation.identified = true;
      const text = 'Nu vet jag vem du är.';
      return json(200, {
        messages: [this.store({ text })],
        mode: conversation.mode,
        identified: true,
      });
    }
    return json(200, { ...conversation, messages: this.stored });
  }

  #begin(call: Call): Response {
    if (call.body.token && this.refuseTokens) return problem(401, 'Sidan är för gammal.');
    this.begun += 1;
    const id = `c${this.begun}`;
    this.stored.length = 0;
    this.conversation = {
      id,
      client: 'demo',
      language: String(call.body.language ?? 'sv'),
      identified: Boolean(call.body.token),
      mode: 'bot',
    };
    for (const line of this.greeting) this.store(line);
    return json(201, {
      ...this.conversation,
      access_token: `key-${id}`,
      messages: [...this.stored],
    });
  }

  async #message({ body }: Call): Promise<Response> {
    const given = this.answers[String(body.payload ?? body.text)] ?? {};
    const answer = typeof given === 'function' ? await given() : given;
    if ('status' in answer) return problem(answer.status, answer.detail);
    this.store({ id: String(body.id), sender: 'debtor', text: String(body.text) });
    const messages = (answer.messages ?? []).map((it) => this.store(it));
    const mode = answer.mode ?? this.conversation?.mode ?? 'bot';
    if (this.conversation) this.conversation.mode = mode;
    return json(200, { ...answer, messages, mode });
  }
}

/** A file under way, seen from the backend's side. */
export class Sending {
  address = '';
  file: Blob | null = null;
  status = 0;
  responseText = '';
  readonly headers: Record<string, string> = {};
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  open(_method: string, address: string): void {
    this.address = address;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  send(file: Blob): void {
    this.file = file;
    this.#backend.sendings.push(this);
  }

  get id(): string {
    return new URL(this.address).searchParams.get('id') ?? '';
  }

  comes(loaded: number): void {
    this.upload.onprogress?.({ loaded, total: 100 });
  }

  arrives(answer: string): void {
    const size = this.file?.size ?? 0;
    const message = this.#backend.store({
      id: this.id,
      sender: 'debtor',
      text: 'Kvitto',
      card: { type: 'attachment', id: this.id, kind: 'pdf', size },
    });
    const said = this.#backend.store({ sender: 'system', text: answer });
    this.#answer(200, { message, messages: [said], mode: 'bot', language: 'sv' });
  }

  isRefused(status: number, detail: string): void {
    this.#answer(status, { type: 'about:blank', title: '', status, detail });
  }

  breaks(): void {
    this.onerror?.();
  }

  #answer(status: number, body: unknown): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}

/** One live line, seen from the backend's side. */
export class Line {
  static readonly OPEN = 1;
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly heard: Record<string, unknown>[] = [];
  readonly address: string;
  readonly #backend: Backend;

  constructor(address: string, backend: Backend) {
    this.address = address;
    this.#backend = backend;
    backend.sockets.push(this);
    setTimeout(() => {
      if (this.readyState !== 0) return;
      if (backend.down || backend.socketsDown) {
        this.break();
      } else {
        this.readyState = 1;
        this.onopen?.();
      }
    }, 0);
  }

  send(data: string): void {
    const frame = JSON.parse(data) as Record<string, unknown>;
    this.heard.push(frame);
    const conversation = this.#backend.conversation;
    if (frame.type !== 'hello') return;
    if (frame.access_token !== `key-${conversation?.id}`) {
      this.break(4404);
      return;
    }
    const { mode, language, identified } = conversation as Conversation;
    this.tell({ type: 'state', mode, language, identified });
    for (const stored of this.#backend.stored) {
      if (stored.seq > Number(frame.after)) this.tell({ type: 'message', message: stored });
    }
  }

  tell(frame: Frame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  break(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  close(): void {
    this.readyState = 3;
  }
}

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

const problem = (status: number, detail: string): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: '', status, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
