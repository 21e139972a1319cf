import { GlobalWorkerOptions, getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import limits from './limits.json';

GlobalWorkerOptions.workerSrc = worker;

export interface Opened {
  pages: number;
  /** Draws a page, numbered from 1, as wide as the canvas stands; gives the words on it. */
  draw: (page: number, on: HTMLCanvasElement) => Promise<string>;
  close: () => void;
}

/**
 * A document of which only the pages are drawn: nothing in it runs, is followed or is fetched. It
 * is read in a worker. Raises what is wrong with it, or with the line.
 */
export async function openDocument(address: string): Promise<Opened> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const reading = getDocument({
    data: await answer.arrayBuffer(),
    enableXfa: false,
    // The page's policy lets no bytes become a program.
    isEvalSupported: false,
    useWasm: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const opened = await reading.promise;
  return {
    pages: opened.numPages,
    draw: async (number, canvas) => {
      const page = await opened.getPage(number);
      const whole = page.getViewport({ scale: 1 });
      const wanted = (canvas.clientWidth / whole.width) * (window.devicePixelRatio || 1);
      const most = Math.sqrt(limits.pixels / (whole.width * whole.height));
      const viewport = page.getViewport({ scale: Math.min(wanted, most) });
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      await page.render({ canvas, viewport }).promise;
      const { items } = await page.getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    },
    close: () => void reading.destroy(),
  };
}
