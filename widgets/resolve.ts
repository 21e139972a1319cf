import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

export const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The short names that both apps and their tests import by. */
export const alias = {
  '@sovinto/ui': folder('./ui'),
  '@sovinto/chat': folder('./chat/src'),
  '@sovinto/console': folder('./console/src'),
};

/** The tests live outside this folder, so their packages are looked up from here. */
export function packagesForTests(): Plugin {
  const tests = folder('../tests/widgets');
  return {
    name: 'sovinto:packages-for-tests',
    enforce: 'pre',
    resolveId(source, importer) {
      const bare = !/^[./\0]|^(node|virtual|@sovinto)[:/]/.test(source);
      if (!bare || !importer?.startsWith(tests)) return null;
      return this.resolve(source, folder('./vitest.config.ts'), { skipSelf: true });
    },
  };
}
