import { effect } from '@preact/signals';
import { brandRule } from '@sovinto/ui/brand.ts';
import { render } from 'preact';
import { Session } from './sdk/session.ts';
import timing from './sdk/timing.json';
import { fullScreen } from './ui/focus.ts';
import { Sheet } from './ui/sheet.ts';
import { styles } from './ui/styles.ts';
import { View } from './ui/view.ts';
import { followViewport } from './ui/viewport.ts';
import { Widget } from './ui/Widget.tsx';

export interface Settings {
  /** Base address of the backend. */
  api: string;
  client: string;
  /** From the payment page; null while the visitor is not identified. */
  token: string | null;
  /** What the page asks for; null lets the visitor's token, page and browser decide. */
  language: string | null;
}

/** What the page can call. */
export interface Sovinto {
  open: () => void;
  close: () => void;
  identify: (token: string) => void;
}

export function mount(settings: Settings): Sovinto {
  const { api, client, token, language } = settings;
  const session = new Session(api, { client, token, language });
  const view = new View(session, [language, document.documentElement.lang, ...navigator.languages]);

  const host = document.createElement('sovinto-widget');
  const root = host.attachShadow({ mode: 'open' });
  new Sheet(root, styles);
  const brand = new Sheet(root);
  followViewport(new Sheet(root));
  effect(() => brand.replace(brandRule(session.client.value?.colour ?? '')));

  const appear = () => {
    if (host.isConnected) return;
    document.body.append(host);
    render(<Widget view={view} />, root);
    // On a phone the panel covers the page, so after a reload the page comes first.
    if (session.storage.open && !fullScreen()) view.show({ asked: false });
  };
  // The client's colour is waited for a moment, so that the launcher need not change it; it
  // appears in any case.
  const known = session.client.value !== null;
  const introduced = session.introduce(view.language.value);
  if (known) appear();
  else {
    setTimeout(appear, timing.launcher_waits_for_colour);
    void introduced.then(appear);
  }
  // A person may have answered while the page was away.
  if (session.storage.conversation) void session.start();

  return {
    open: () => {
      appear();
      view.show({ asked: true });
    },
    close: () => view.hide(),
    identify: (given) => void session.identify(given),
  };
}
