import { defineConfig } from 'vitest/config';
import { alias, folder, packagesForTests } from './resolve.ts';

export default defineConfig({
  root: folder('..'),
  resolve: { alias },
  plugins: [packagesForTests()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { fs: { allow: [folder('..')] } },
  test: {
    include: ['tests/widgets/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    css: true,
    restoreMocks: true,
    unstubGlobals: true,
    maxWorkers: 2,
    // A busy machine is no failure: five seconds were once too few for a page that loads when opened.
    testTimeout: 30_000,
  },
});
