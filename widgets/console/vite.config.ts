import { defineConfig } from 'vite';
import { alias, folder } from '../resolve.ts';

/** A static single-page app, served by the backend below /console/. */
export default defineConfig({
  root: folder('./console'),
  base: '/console/',
  resolve: { alias },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Development only: the backend answers the API and the live socket.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8000', ws: true } } },
  build: {
    outDir: folder('./dist/console'),
    emptyOutDir: true,
    // The page's policy allows files and no data: addresses.
    assetsInlineLimit: 0,
    target: ['es2021', 'safari15.4', 'chrome97', 'firefox104'],
  },
});
