import type { Sheet } from './sheet.ts';

/** Keeps a full-screen panel in the part of the screen that the keyboard leaves free. */
export function followViewport(sheet: Sheet): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const follow = () => {
    // Zoomed in by hand, the panel stays as it is: it is the person who is looking closer.
    if (viewport.scale > 1.01) return;
    const top = Math.round(viewport.offsetTop);
    sheet.replace(`:host{--view-top:${top}px;--view-height:${Math.round(viewport.height)}px}`);
  };
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
  follow();
}
