/**
 * A style sheet of a shadow root that may change. Constructed, so that no page's policy has to
 * allow inline styles; browsers without that get an element.
 */
export class Sheet {
  readonly #replace: (css: string) => void;

  constructor(root: ShadowRoot, css = '') {
    if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
      const sheet = new CSSStyleSheet();
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      this.#replace = (text) => sheet.replaceSync(text);
    } else {
      const element = root.appendChild(document.createElement('style'));
      this.#replace = (text) => {
        element.textContent = text;
      };
    }
    this.replace(css);
  }

  replace(css: string): void {
    this.#replace(css);
  }
}
