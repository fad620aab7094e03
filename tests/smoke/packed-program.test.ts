/** The smoke test itself, with scripts in place of the program: it must fail when the program does. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { judgeLog, packedProgram } from './packed-program.ts';
import { archiveOfProgram, judgeProcesses, withOneByteChanged } from './protections.ts';

const line = (entry: object): string => `${JSON.stringify({ at: '2026-11-23T12:00:00Z', level: 'info', ...entry })}\n`;
const STARTING = line({ message: 'starting', version: '1.2.3', isDemo: true });
const FINISHED = line({ message: 'sync finished', outcome: 'held' });

describe('judgeLog', () => {
  it.each([
    ['nothing yet', '', 'waiting'],
    ['a start', STARTING, 'waiting'],
    ['a run without a start', FINISHED, 'waiting'],
    ['an incomplete line', STARTING + FINISHED.slice(0, 40), 'waiting'],
    ['a run with held operations, as in the demo', STARTING + FINISHED, 'started'],
    ['a run that failed', STARTING + line({ message: 'sync finished', outcome: 'failed' }), 'broken'],
    ['another version', line({ message: 'starting', version: '1.2.2', isDemo: true }) + FINISHED, 'broken'],
    ['the app without the demo', line({ message: 'starting', version: '1.2.3', isDemo: false }) + FINISHED, 'broken'],
    ['a page that failed to load', STARTING + FINISHED + line({ level: 'error', message: 'loading the page failed' }), 'broken'],
    ['another log', 'hello\n', 'broken'],
  ])('%s', (_name, text, kind) => expect(judgeLog(text, '1.2.3').kind).toBe(kind));
});

it('looks for the program where electron-builder puts it', () => {
  expect(['win32', 'darwin', 'linux'].map((platform) => packedProgram(platform).replaceAll('\\', '/'))).toEqual([
    'release/win-unpacked/Latchkey.exe',
    'release/mac-universal/Latchkey.app/Contents/MacOS/Latchkey',
    'release/linux-unpacked/latchkey',
  ]);
});

describe('judgeProcesses', () => {
  const main = '10 /opt/latchkey --demo';
  const page = '11 /opt/latchkey --type=renderer --lang=en';
  it.each([
    ['a page in the sandbox', [main, page], 'Seccomp:\t2\n', null],
    ['a page where only Linux could tell', [main, page], null, null],
    ['a page whose system calls are not filtered', [main, page], 'Seccomp:\t0\n', 'may call the whole system'],
    ['a process without a sandbox', [main, `${page} --no-sandbox`], 'Seccomp:\t2\n', 'has no sandbox'],
    ['no page', [main], 'Seccomp:\t2\n', 'no process shows the page'],
  ])('%s', (_name, lines, status, problem) => {
    expect(judgeProcesses(lines, () => status)).toEqual(problem === null ? null : expect.stringContaining(problem));
  });
});

it('changes one byte of a file in the archive', () => {
  const archive = Buffer.from('list of files, other file, the file, the end');
  const changed = withOneByteChanged(archive, Buffer.from('the file'));
  expect([...changed].filter((byte, at) => byte !== archive[at])).toHaveLength(1);
  expect(changed.subarray(0, 26)).toEqual(archive.subarray(0, 26));
  expect(archiveOfProgram('/x/Latchkey.app/Contents/MacOS/Latchkey', 'darwin')).toMatch(/Contents.Resources.app\.asar$/);
});

describe.skipIf(process.platform === 'win32')('the script', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-smoke-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const smoke = (body: string): { readonly status: number | null; readonly stdout: string } => {
    const program = join(folder, 'program');
    writeFileSync(program, `#!/bin/sh\n${body}\n`);
    chmodSync(program, 0o755);
    const script = fileURLToPath(new URL('start-packed.ts', import.meta.url));
    return spawnSync(process.execPath, [script, program], { encoding: 'utf8', env: { ...process.env, TMPDIR: folder }, timeout: 15_000 });
  };
  const entries = (version: string): string =>
    line({ message: 'starting', version, isDemo: true }) + line({ message: 'sync finished', outcome: 'ok' });
  const writes = (version: string): string =>
    `mkdir -p "$TMPDIR/latchkey-demo-x/logs"\nprintf '%s' '${entries(version)}' > "$TMPDIR/latchkey-demo-x/logs/latchkey.log"\nexec sleep 10`;

  it('succeeds when the program completes its first run, ends it, and leaves no files', () => {
    const { status, stdout } = smoke(`[ "$1" = --demo ] || exit 9\n${writes(manifest.version)}`);
    expect(stdout).toContain('The packed program starts');
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual(['program']);
  });
  it.each([
    ['ends by itself', 'exit 3', 'it ended by itself (3)'],
    ['obeys Node’s variables', '[ -n "$NODE_OPTIONS" ] && [ -n "$ELECTRON_RUN_AS_NODE" ] && exit 9', 'it ended by itself (9)'],
    ['is another version', writes('0.0.0-other'), 'not the demo of version'],
  ])('fails when the program %s', (_name, body, because) => {
    const { status, stdout } = smoke(body);
    expect(stdout).toContain(because);
    expect(status).toBe(1);
  });
});
