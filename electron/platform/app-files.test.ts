import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAppRequest, CONTENT_POLICY, listAppFiles, START_URL } from './app-files.ts';
import type { AppFiles } from './app-files.ts';

const parent = mkdtempSync(join(tmpdir(), 'latchkey-app-files-'));
const folder = join(parent, 'renderer');
let files: AppFiles;

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'outside.html'), 'outside');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'main-1a.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'main.css'), 'body{}');
  writeFileSync(join(folder, 'assets', 'main.js.map'), '{}');
  writeFileSync(join(folder, 'notes.txt'), 'no');
  symlinkSync(join(parent, 'outside.html'), join(folder, 'link.html'));
  files = listAppFiles(folder);
  writeFileSync(join(folder, 'later.html'), 'came later');
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const get = (path: string, method = 'GET'): Promise<Response> => answerAppRequest(files, { method, url: `app://latchkey${path}` });

describe('app files', () => {
  it('serves listed files with their type', async () => {
    const page = await answerAppRequest(files, { method: 'GET', url: START_URL });
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype html>',
    ]);
    expect((await get('/assets/main-1a.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await get('/assets/main.css#part')).headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it.each([
    '/',
    '',
    '/../outside.html',
    '/%2e%2e/outside.html',
    '/assets/../index.html',
    '/assets%2fmain.css',
    '/assets\\main.css',
    '//index.html',
    '/index.html?x=1',
    '/INDEX.HTML',
    '/index.html/',
    '/index.html%00',
    '/link.html',
    '/notes.txt',
    '/assets/main.js.map',
    '/later.html',
  ])('does not serve %s', async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it.each(['app://other/index.html', 'app://latchkey.example/index.html', 'https://latchkey/index.html', 'file:///index.html'])(
    'does not serve %s',
    async (url) => expect((await answerAppRequest(files, { method: 'GET', url })).status).toBe(404),
  );

  it('answers GET only', async () => {
    expect((await get('/index.html', 'POST')).status).toBe(405);
    expect((await get('/index.html', 'PUT')).status).toBe(405);
  });

  it('answers 410 when a file has been removed', async () => {
    const gone: AppFiles = new Map([['/index.html', { file: join(parent, 'nowhere.html'), type: 'text/html' }]]);
    expect((await answerAppRequest(gone, { method: 'GET', url: START_URL })).status).toBe(410);
  });

  it('throws when there is no page', () => {
    expect(() => listAppFiles(join(folder, 'assets'))).toThrow(/npm run build/);
    expect(() => listAppFiles(join(folder, 'nowhere'))).toThrow();
  });

  it.each(['/index.html', '/assets/main.css', '/nowhere'])('sends the content policy with %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toBe(CONTENT_POLICY);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('has a content policy without unsafe sources and without network', () => {
    expect(CONTENT_POLICY).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
    const rules = Object.fromEntries(
      CONTENT_POLICY.split('; ').map((rule): [string, string] => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1).join(' ')]),
    );
    for (const name of [
      'default-src',
      'connect-src',
      'form-action',
      'frame-ancestors',
      'base-uri',
      'frame-src',
      'worker-src',
      'object-src',
    ]) {
      expect(rules[name], name).toBe("'none'");
    }
  });
});
