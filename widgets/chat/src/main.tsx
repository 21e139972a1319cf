import { mount, type Sovinto } from './mount.tsx';

declare global {
  interface Window {
    Sovinto?: Sovinto;
  }
}

const script = document.currentScript as HTMLScriptElement | null;

function begin(): void {
  // A page that carries the tag twice still gets one launcher.
  if (window.Sovinto) return;
  const { client, token, language, api } = script?.dataset ?? {};
  if (!script || !client) {
    console.error('Sovinto: the script tag needs a data-client.');
    return;
  }
  window.Sovinto = mount({
    api: api || new URL(script.src).origin,
    client,
    token: token || null,
    language: language || null,
  });
}

if (document.body) begin();
else addEventListener('DOMContentLoaded', begin, { once: true });
