import { defineConfig, type Plugin } from 'vite';
import { alias, folder } from '../resolve.ts';

/** A page may declare no encoding, or another one: in plain ASCII the texts survive each of them. */
function plainAscii(): Plugin {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'sovinto:plain-ascii',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
      }
    },
  };
}

/** One classic script: a page loads it with a single tag, and the styles travel inside. */
export default defineConfig({
  root: folder('./chat'),
  publicDir: false,
  resolve: { alias },
  plugins: [plainAscii()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: folder('./dist/chat'),
    emptyOutDir: true,
    target: ['es2021', 'safari15.4', 'chrome97', 'firefox104'],
    lib: {
      entry: folder('./chat/src/main.tsx'),
      formats: ['iife'],
      name: 'SovintoWidget',
      fileName: () => 'sovinto.js',
    },
  },
});
