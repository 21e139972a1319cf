import { signal } from '@preact/signals';
import { Backoff } from '@sovinto/ui/backoff.ts';
import timing from './timing.json';
import type { Frame } from './wire.ts';

interface Hears {
  frame: (frame: Frame) => void;
  /** The line stands again after it was lost: what is shown may be old. */
  back: () => void;
  /** It was not even let in: perhaps the session is over, which a plain call will tell. */
  refused: () => void;
}

/** The live line of one agent. It comes back by itself, and says when something may be missing. */
export class Live {
  readonly open = signal(false);
  readonly lost = signal(false);
  readonly #hears: Hears;
  readonly #backoff = new Backoff();
  #socket: WebSocket | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #wanted = false;

  constructor(hears: Hears) {
    this.#hears = hears;
  }

  start(): void {
    this.#wanted = true;
    this.#connect();
  }

  stop(): void {
    this.#wanted = false;
    this.#backoff.reset();
    this.#drop();
    this.lost.value = false;
  }

  /** The network is back: at once, without waiting for the next try. */
  restart(): void {
    if (!this.#wanted) return;
    this.#backoff.reset();
    this.#drop();
    this.lost.value = true;
    this.#connect();
  }

  typing(conversation: string): void {
    if (!this.open.value) return;
    this.#socket?.send(JSON.stringify({ type: 'typing', conversation }));
  }

  #connect(): void {
    if (!this.#wanted || this.#socket) return;
    this.#backoff.cancel();
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/staff/live`);
    this.#socket = socket;
    socket.onopen = () => this.#opened();
    socket.onmessage = (event) => this.#hear(event.data);
    socket.onclose = () => this.#closed();
    this.#listen();
  }

  #opened(): void {
    const again = this.lost.value;
    this.open.value = true;
    this.lost.value = false;
    if (again) this.#hears.back();
  }

  #hear(data: unknown): void {
    this.#listen();
    this.#backoff.reset();
    const frame = read(data);
    if (frame && frame.type !== 'ping') this.#hears.frame(frame);
  }

  // A dead line can look open for minutes; the server's pings tell it from a quiet one.
  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.restart(), timing.silence_means_lost);
  }

  #closed(): void {
    if (!this.open.value) this.#hears.refused();
    this.#drop();
    this.lost.value = true;
    this.#backoff.again(() => this.#connect());
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.open.value = false;
    clearTimeout(this.#silence);
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}

function read(data: unknown): Frame | null {
  try {
    const frame: unknown = JSON.parse(String(data));
    return frame && typeof frame === 'object' && 'type' in frame ? (frame as Frame) : null;
  } catch {
    return null;
  }
}
