/** electron-updater against a loopback feed: how each attempt ends, and that a failed one leaves nothing behind. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate as generateCertificate } from 'selfsigned';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Updates } from '../app/ports/updates.ts';
import { err, ok } from '../../shared/result.ts';
import { FeedUpdates } from './updates.ts';

const INSTALLER = Buffer.alloc(300_000, 'an installer ');
const SHA512 = createHash('sha512').update(INSTALLER).digest('base64');
const NAME = 'Latchkey-0.2.0-win-x64.exe';

interface Feed {
  version: string;
  sha512: string | null;
  url: string;
  /** Sent instead of a valid feed. */
  text: string | null;
  file: (response: ServerResponse) => void;
}

let server: Server;
let folder: string;
let feed: Feed;
let asked: string[];
let logged: string[];

beforeEach(async () => {
  asked = [];
  logged = [];
  folder = mkdtempSync(join(tmpdir(), 'latchkey-updates-'));
  feed = { version: '0.2.0', sha512: SHA512, url: NAME, text: null, file: (response) => response.end(INSTALLER) };
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://feed.invalid');
    asked.push(`${pathname} ${String(request.headers['x-user-staging-id'] ?? '')}`.trim());
    if (/latest.*\.yml$/.test(pathname)) {
      const { version, sha512, url } = feed;
      const sum = sha512 === null ? '' : `    sha512: ${sha512}\n`;
      const entry = `version: ${version}\nfiles:\n  - url: ${url}\n${sum}    size: ${String(INSTALLER.length)}\nreleaseDate: '2026-11-23T12:00:00.000Z'\n`;
      response.end(feed.text ?? entry);
    } else if (pathname.endsWith('.exe')) feed.file(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const origin = () => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
const PUBLISHER = 'CN=Latchkey contributors';
/** `signedBy` stands in for the signature check by Windows. */
function open({
  signedBy = PUBLISHER,
  feedAddress = origin(),
  allowsLoopback = true,
}: { signedBy?: string | null; feedAddress?: string; allowsLoopback?: boolean } = {}): Updates {
  return new FeedUpdates({
    kind: 'installer',
    source: { feed: feedAddress, publisher: PUBLISHER },
    version: '0.1.0',
    folder,
    log: { log: (level, message, fields) => void logged.push(JSON.stringify({ level, message, ...fields })) },
    clock: { sleep: async () => {} },
    onSystemEnds: () => {},
    quit: () => {},
    allowsLoopback,
    ...(signedBy === null
      ? {}
      : { verifySignature: async (publishers) => (publishers.includes(signedBy) ? null : `signed by ${signedBy}`) }),
  });
}
const never = () => new AbortController().signal;
const fetched = (): string[] => {
  const pending = join(folder, 'fetched', 'pending');
  return existsSync(pending) ? readdirSync(pending).filter((name) => name.endsWith('.exe')) : [];
};
async function checkAndDownload(updates: Updates, signal = never()) {
  expect(await updates.check()).toEqual(ok('0.2.0'));
  return updates.download(signal);
}
/** A failed download leaves nothing that could be installed. */
async function nothingIsLeft(updates: Updates): Promise<void> {
  expect(fetched()).toEqual([]);
  expect(await updates.install({ restart: true })).toEqual(err('installer'));
}

describe('the feed', () => {
  it('offers a newer version, whose download equals the published file', async () => {
    const updates = open();
    expect(await checkAndDownload(updates)).toEqual(ok(null));
    expect(fetched()).toEqual([NAME]);
    expect(readFileSync(join(folder, 'fetched', 'pending', NAME)).equals(INSTALLER)).toBe(true);
    // No request identifies the installation.
    expect(asked.filter((line) => line.includes('.yml')).map((line) => line.split(' ')[1])).toEqual(['none']);
  });

  it('does not download a file again that is already there', async () => {
    await checkAndDownload(open());
    const before = asked.length;
    expect(await checkAndDownload(open())).toEqual(ok(null));
    expect(asked.slice(before).filter((line) => line.includes('.exe'))).toEqual([]);
  });

  it.each(['0.1.0', '0.0.9'])('offers nothing with %s', async (version) => {
    feed.version = version;
    expect(await open().check()).toEqual(ok(null));
    expect(asked.filter((line) => line.includes('.exe'))).toEqual([]);
  });

  it.each([
    ['no version', 'files: []\n'],
    ['the sign-in page of a hotspot', '<!doctype html><html><body>Sign in: to go on</body></html>'],
    ['invalid YAML', '\u0000{[: - &'],
    ['plain text', 'hello'],
    ['nothing', ''],
    ['null', 'null\n'],
    ['a list', '- 1\n- 2\n'],
    ['a prerelease version', `version: 0.2.0-beta.1\npath: ${NAME}\nsha512: ${SHA512}\n`],
    ['markup as its version', `version: "<b>1</b>"\npath: ${NAME}\nsha512: ${SHA512}\n`],
    ['three megabytes', 'x'.repeat(3_000_000)],
  ])('is refused with %s', async (_name, text) => {
    feed.text = text;
    expect(await open().check()).toEqual(err('bad-feed'));
    expect(asked.filter((line) => line.includes('.exe'))).toEqual([]);
  });

  it.each<[string, RequestListener]>([
    ['it has no file for this system', (_request, response) => response.writeHead(404).end()],
    ['it answers 503', (_request, response) => response.writeHead(503).end('later')],
    ['the connection is cut', (request) => request.socket.destroy()],
    [
      'the connection is cut in the middle of the response',
      (request, response) => response.writeHead(200, { 'content-length': 500 }).write('version: 0', () => request.socket.destroy()),
    ],
  ])('is unreachable when %s', async (_name, listener) => {
    server.removeAllListeners('request').on('request', listener);
    expect(await open().check()).toEqual(err('unreachable'));
  });

  it('is requested over https only, redirects included, and a limited number of times', async () => {
    expect(await open({ allowsLoopback: false }).check()).toEqual(err('bad-feed'));
    expect(asked).toEqual([]);
    const updates = open();
    feed.file = (response) => response.writeHead(302, { location: 'http://downloads.example/other.exe' }).end();
    expect(await checkAndDownload(updates)).toEqual(err('bad-feed'));
    await nothingIsLeft(updates);
    feed.file = (response) => response.writeHead(302, { location: `${origin()}/again.exe` }).end();
    expect(await checkAndDownload(updates)).toEqual(err('bad-feed'));
    expect(asked.filter((line) => line.includes('again.exe')).length).toBeLessThan(10);
    await nothingIsLeft(updates);
  });
});

it('a feed with a certificate that nobody vouches for is not read, whatever the environment says', async () => {
  vi.spyOn(process, 'emitWarning').mockReturnValue();
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const { private: key, cert } = await generateCertificate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const answer = vi.fn<RequestListener>((_request, response) => response.end());
  const selfSigned = createTlsServer({ key, cert }, answer);
  await new Promise<void>((resolve) => selfSigned.listen(0, '127.0.0.1', resolve));
  const { port } = selfSigned.address() as AddressInfo;
  expect(await open({ feedAddress: `https://127.0.0.1:${String(port)}` }).check()).toEqual(err('unreachable'));
  expect(answer).not.toHaveBeenCalled();
  selfSigned.closeAllConnections();
  await new Promise((resolve) => selfSigned.close(resolve));
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('a download', () => {
  it('whose checksum differs from the feed is deleted', async () => {
    const updates = open();
    feed.file = (response) => response.end(Buffer.concat([INSTALLER.subarray(1), Buffer.from('!')]));
    expect(await checkAndDownload(updates)).toEqual(err('checksum'));
    await nothingIsLeft(updates);
    // Once the feed is correct again, the download succeeds.
    feed.file = (response) => response.end(INSTALLER);
    expect(await checkAndDownload(updates)).toEqual(ok(null));
  });

  it('without a checksum is not started', async () => {
    const updates = open();
    feed.sha512 = null;
    expect(await checkAndDownload(updates)).toEqual(err('checksum'));
    expect(asked.filter((line) => line.includes('.exe'))).toEqual([]);
    await nothingIsLeft(updates);
  });

  it.each(['whole', 'half'] as const)('whose connection is cut is deleted (%s length announced)', async (announced) => {
    const updates = open();
    feed.file = (response) => {
      if (announced === 'whole') response.setHeader('content-length', INSTALLER.length);
      response.write(INSTALLER.subarray(0, 150_000), () => (announced === 'whole' ? response.destroy() : response.end()));
    };
    expect(await checkAndDownload(updates)).toEqual(err(announced === 'whole' ? 'interrupted' : 'checksum'));
    await nothingIsLeft(updates);
  });

  it('that is aborted ends at once and closes the connection', async () => {
    const updates = open();
    const controller = new AbortController();
    const closed = new Promise<void>((resolve) => {
      feed.file = (response) => {
        response.on('close', resolve);
        response.write(INSTALLER.subarray(0, 100_000), () => controller.abort());
      };
    });
    expect(await checkAndDownload(updates, controller.signal)).toEqual(err('interrupted'));
    await closed;
    await nothingIsLeft(updates);
    const aborted = AbortSignal.abort();
    expect(await updates.download(aborted)).toEqual(err('interrupted'));
  });

  it('that somebody else signed is deleted', async () => {
    const updates = open({ signedBy: 'CN=Somebody else' });
    expect(await checkAndDownload(updates)).toEqual(err('signature'));
    await nothingIsLeft(updates);
  });

  it.runIf(process.platform !== 'win32')('whose signature cannot be verified counts as unsigned', async () => {
    // Without a working PowerShell, as here, the library itself would accept the file.
    const updates = open({ signedBy: null });
    // The command for PowerShell leaves a file in the current folder when another shell runs it.
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(await checkAndDownload(updates)).toEqual(err('signature'));
    } finally {
      process.chdir(before);
    }
    await nothingIsLeft(updates);
  });

  it('stays in its folder, whatever its name in the feed', async () => {
    feed.url = '../../../evil.exe';
    const updates = open();
    expect(await checkAndDownload(updates)).toEqual(ok(null));
    expect(fetched()).toEqual(['evil.exe']);
    expect(existsSync(join(folder, '..', 'evil.exe'))).toBe(false);
  });
});

it('logs the failure without the address', async () => {
  feed.text = 'hello';
  await open().check();
  expect(logged).toEqual([JSON.stringify({ level: 'warn', message: 'update failed', during: 'check', failure: 'bad-feed' })]);
});
