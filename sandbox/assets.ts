import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('./page/', import.meta.url);
const PREFIX = '/sandbox/page/';

/** What the page's import map names. */
const LIBRARIES = {
  'vendor/preact.mjs': 'preact',
  'vendor/preact-hooks.mjs': 'preact/hooks',
  'vendor/htm.mjs': 'htm',
  'vendor/htm-preact.mjs': 'htm/preact',
};

const TYPES: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Assets {
  /** The page, with the headers that keep everything else out. */
  page(): Promise<Response>;
  /** A file below `/sandbox/page/`; undefined when there is none. */
  file(path: string): Promise<Response | undefined>;
}

/** Serves the page as it is written: TypeScript loses its types on the way, and there is nothing to build. */
export async function createAssets(): Promise<Assets> {
  const files = new Map<string, URL>();
  for (const entry of await readdir(FOLDER, { recursive: true })) files.set(entry, new URL(entry, FOLDER));
  for (const [name, library] of Object.entries(LIBRARIES)) files.set(name, new URL(import.meta.resolve(library)));
  const ready = new Map<string, { readonly changedAt: number; readonly body: string }>();

  const bodyOf = async (url: URL): Promise<string> => {
    const path = fileURLToPath(url);
    const { mtimeMs } = await stat(path);
    const known = ready.get(path);
    if (known?.changedAt === mtimeMs) return known.body;
    const text = await readFile(path, 'utf8');
    // The vendors' source maps are not served.
    const body = path.endsWith('.ts') ? stripTypeScriptTypes(text) : text.replace(/\n\/\/# sourceMappingURL=.*/, '');
    ready.set(path, { changedAt: mtimeMs, body });
    return body;
  };

  return {
    async page() {
      const body = await bodyOf(new URL('index.html', FOLDER));
      const importMap = /<script type="importmap">(.*?)<\/script>/s.exec(body)?.[1] ?? '';
      const hash = createHash('sha256').update(importMap).digest('base64');
      return new Response(body, {
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': [
            "default-src 'none'",
            `script-src 'self' 'sha256-${hash}'`,
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
          ].join('; '),
          ...HEADERS,
        },
      });
    },
    async file(path) {
      const name = path.slice(PREFIX.length);
      const url = files.get(name);
      const type = TYPES[extname(name)];
      if (!url || !type) return undefined;
      return new Response(await bodyOf(url), { headers: { 'Content-Type': type, ...HEADERS } });
    },
  };
}

const HEADERS = {
  'Cache-Control': 'no-cache',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
