/**
 * Serves the window's page and files. Only files that were in the renderer's folder when the program started are served, each under its
 * exact path; requests are never joined to a path, so none can reach outside the folder. Imports no Electron.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export const APP_SCHEME = 'app';
const APP_HOST = 'latchkey';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_URL = `${APP_ORIGIN}/index.html`;

/** No network, inline code or frames: the page communicates with the main process over the preload's bridge only. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

interface AppFile {
  readonly file: string;
  readonly type: string;
}
/** Keyed by URL path, such as "/assets/index.js". */
export type AppFiles = ReadonlyMap<string, AppFile>;

/** Lists what may be served, without symbolic links and unknown file types. Throws when the folder cannot be read or has no page. */
export function listAppFiles(folder: string): AppFiles {
  const files = new Map<string, AppFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`, { file, type });
  }
  if (!files.has('/index.html')) throw new Error(`The window's page is missing in ${folder}: run "npm run build".`);
  return files;
}

/** Answers one request of the page: GET, our host and listed paths only. A path with a query or unusual escapes matches nothing. */
export async function answerAppRequest(files: AppFiles, request: { readonly method: string; readonly url: string }): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  const [address = ''] = request.url.split('#');
  const found = address.startsWith(`${APP_ORIGIN}/`) ? files.get(address.slice(APP_ORIGIN.length)) : undefined;
  if (found === undefined) return refuse(404);
  try {
    return new Response(await readFile(found.file), { headers: { ...HEADERS, 'content-type': found.type } });
  } catch {
    // Listed at the start, but an update or a clean-up has removed it since.
    return refuse(410);
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } });
}
