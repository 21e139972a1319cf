import { Backoff } from '@sovinto/ui/backoff.ts';
import timing from './timing.json';
import type { Frame } from './wire.ts';

interface Options {
  address: string;
  accessToken: string;
  /** The last seq up to which nothing is missing; asked for at each connection. */
  after: () => number;
  onFrame: (frame: Frame) => void;
  onOpen: () => void;
  /** The line has failed more than once: time to fetch by the other way. */
  onStuck: () => void;
  /** The conversation is gone or not ours. */
  onGone: () => void;
}

const GONE = 4404;

/** The live line. It comes back by itself and asks for what it has missed. */
export class Live {
  readonly #options: Options;
  readonly #backoff = new Backoff();
  #socket: WebSocket | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(options: Options) {
    this.#options = options;
  }

  connect(): void {
    if (this.#stopped || this.#socket) return;
    this.#backoff.cancel();
    let socket: WebSocket;
    try {
      socket = new WebSocket(this.#options.address);
    } catch {
      // A page's policy may forbid sockets; answers still come with each message sent.
      this.#again();
      return;
    }
    this.#socket = socket;
    socket.onopen = () => this.#hello(socket);
    socket.onmessage = (event) => this.#hear(event.data);
    socket.onclose = (event) => this.#lost(socket, event.code);
    this.#listen();
  }

  /** Now, without waiting for the backoff, and on a fresh line: the network is back. */
  restart(): void {
    this.#backoff.reset();
    this.#drop();
    this.connect();
  }

  typing(): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#say({ type: 'typing' });
  }

  stop(): void {
    this.#stopped = true;
    this.#backoff.cancel();
    this.#drop();
  }

  #hello(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#say({
      type: 'hello',
      access_token: this.#options.accessToken,
      after: this.#options.after(),
    });
    this.#options.onOpen();
  }

  #say(frame: unknown): void {
    this.#socket?.send(JSON.stringify(frame));
  }

  #hear(data: unknown): void {
    this.#listen();
    const frame = read(data);
    if (!frame) return;
    this.#backoff.reset();
    if (frame.type !== 'ping') this.#options.onFrame(frame);
  }

  // A line that died without a word looks open for minutes; the server's pings tell them apart.
  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.restart(), timing.silence_means_lost);
  }

  #lost(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    clearTimeout(this.#silence);
    if (code === GONE) {
      this.stop();
      this.#options.onGone();
      return;
    }
    this.#again();
  }

  #again(): void {
    if (this.#backoff.failures > 0) this.#options.onStuck();
    this.#backoff.again(() => this.connect());
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
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
