// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

const widgets = new URL('../../../widgets/', import.meta.url);
const BUDGET = 60_000;
let files: { fileName: string; code?: string }[] = [];

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('chat/vite.config.ts', widgets));
  const built = await build({ configFile, logLevel: 'error', build: { write: false } });
  files = [built].flat().flatMap((it) => ('output' in it ? it.output : []));
}, 60_000);

describe('the built widget', () => {
  test('is one file', () => {
    expect(files.map((file) => file.fileName)).toEqual(['sovinto.js']);
  });

  test('stays within its budget on a slow line', () => {
    expect(gzipSync(files[0]?.code ?? '', { level: 9 }).byteLength).toBeLessThan(BUDGET);
  });

  test('is plain ASCII, so that a page’s encoding cannot garble its texts', () => {
    expect(files[0]?.code).not.toMatch(/[^\0-\x7f]/);
  });

  test('needs no policy that allows evaluated code', () => {
    expect(files[0]?.code).not.toMatch(/\beval\(|new Function\(/);
  });
});

test('the source writes text as text, keeps nothing past the tab, and styles no element inline', () => {
  const folder = new URL('chat/src/', widgets);
  const sources = readdirSync(folder, { recursive: true }).filter((path) =>
    /\.tsx?$/.test(String(path)),
  );
  for (const path of sources) {
    const source = readFileSync(new URL(String(path), folder), 'utf-8').replace(
      /\/\*[\s\S]*?\*\//g,
      '',
    );
    expect(source, String(path)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage|document\.cookie|style=/,
    );
  }
});
