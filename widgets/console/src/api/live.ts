import { batch, signal } from '@preact/signals';
import { Backoff } from '@sovinto/ui/backoff.ts';
import timing from './timing.json';
import type { Frame } from './wire.ts';

interface Hears {
  frame: (frame: Frame) => void;
  /** The line stands again after it was lost, and what was missed comes. */
  back: () => void;
  /** More was missed than can be told: all that is shown is to be read again. */
  anew: () => void;
  /** It was not even let in: perhaps the session is over, which a plain call will tell. */
  refused: () => void;
}

/**
 * The live line of one agent. It comes back by itself, says what it had last and what is on the screen,
 * and is told what it has missed: nothing is lost and nothing comes twice.
 */
export class Live {
  readonly open = signal(false);
  readonly lost = signal(false);
  readonly #hears: Hears;
  readonly #backoff = new Backoff();
  #socket: WebSocket | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #wanted = false;
  #epoch = '';
  #newest = -1;
  #looking: string | null = null;

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
    this.#epoch = '';
    this.lost.value = false;
  }

  /** Whoever signs out is away at once, without the grace that a lost line has. */
  leave(): void {
    if (this.open.value) this.#say({ type: 'bye' });
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
    if (this.open.value) this.#say({ type: 'typing', conversation });
  }

  /** What is on the screen now; of that one is heard what is said. */
  looking(conversation: string | null): void {
    this.#looking = conversation;
    if (this.open.value) this.#say({ type: 'looking', conversation });
  }

  #say(frame: object): void {
    this.#socket?.send(JSON.stringify(frame));
  }

  #connect(): void {
    if (!this.#wanted || this.#socket) return;
    this.#backoff.cancel();
    const socket = new WebSocket(this.#address());
    this.#socket = socket;
    socket.onopen = () => this.#opened();
    socket.onmessage = (event) => this.#hear(event.data);
    socket.onclose = () => this.#closed();
    this.#listen();
  }

  #address(): string {
    const query = new URLSearchParams({ several: 'yes' });
    if (this.#epoch) {
      query.set('epoch', this.#epoch);
      query.set('after', String(this.#newest));
    }
    if (this.#looking) query.set('looking', this.#looking);
    const base = location.origin.replace(/^http/, 'ws');
    return `${base}/api/staff/live?${query}`;
  }

  #opened(): void {
    const again = this.lost.value;
    this.open.value = true;
    this.lost.value = false;
    // It may have changed since the address was written.
    if (this.#looking) this.looking(this.#looking);
    if (again) this.#hears.back();
  }

  #hear(data: unknown): void {
    this.#listen();
    this.#backoff.reset();
    const frame = read(data);
    const frames = frame?.type === 'several' ? frame.frames : [frame];
    batch(() => {
      for (const one of frames) this.#take(one);
    });
  }

  #take(frame: Frame | null): void {
    if (!frame) return;
    if (frame.type === 'hello' || frame.type === 'anew') this.#begin(frame);
    else if (frame.type === 'ping') this.#newest = Math.max(this.#newest, frame.n ?? -1);
    else if (this.#isNew(frame)) this.#hears.frame(frame);
  }

  #begin(frame: Frame & { type: 'hello' | 'anew' }): void {
    if (frame.epoch) this.#epoch = frame.epoch;
    if (frame.type === 'hello' && !frame.anew) return;
    this.#newest = frame.n ?? -1;
    this.#hears.anew();
  }

  /** What is of the moment has no number; the rest comes once. */
  #isNew({ n }: Frame): boolean {
    if (n === undefined) return true;
    if (n <= this.#newest) return false;
    this.#newest = n;
    return true;
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
