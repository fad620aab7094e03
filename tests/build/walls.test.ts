/** Each environment's types: code that must not compile in it does not, and code that must compile does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The compiler's messages about each text, as if it were a file in that project's folder. */
function complaints(project: string, texts: readonly string[]): string[][] {
  const folder = join(root, project);
  const read = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options, fileNames } = ts.parseJsonConfigFileContent(read.config, ts.sys, folder);
  const probes = new Map(texts.map((text, index) => [`${folder.replaceAll('\\', '/')}/probe-${index}.ts`, text]));
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (path) => probes.has(path) || fileExists(path);
  host.getSourceFile = (path, language) => {
    const text = probes.get(path);
    return text === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, text, language);
  };
  const declarations = fileNames.filter((path) => path.endsWith('.d.ts'));
  const program = ts.createProgram([...probes.keys(), ...declarations], options, host);
  return [...probes.keys()].map((path) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ').split('. ')[0] ?? ''),
  );
}

const node = `import { readFileSync } from 'node:fs'; export const a = readFileSync;`;
const environment = `export const a = process.env;`;
const dom = `export const a = document.title;`;
const timer = `export const a = setTimeout;`;
const abort = `export const a = (signal: AbortSignal): boolean => signal.aborted;`;
const abortController = `export const a = new AbortController().signal.aborted;`;
const abortTimer = `export const a = AbortSignal.timeout(5);`;

describe('the types of an environment', () => {
  it.each([
    ['shared', [node, environment, dom, timer, abort, abortController]],
    ['electron/app', [node, environment, dom, timer, abortTimer]],
    ['electron', [dom]],
    ['renderer', [node, environment]],
  ])('exclude from %s what it does not have', (project, probes) => {
    const refused = [expect.stringMatching(/^Cannot find|does not exist/) as string];
    expect(complaints(project, probes)).toEqual(probes.map(() => refused));
  });

  it('reject the id of one thing where that of another is expected', () => {
    const probe = (from: string, to: string): string =>
      `import type * as ids from './domain/ids.ts'; export const a = (id: ${from}): ${to} => id;`;
    const mixed = [
      probe('ids.BookingId', 'ids.UnitId'),
      probe('ids.UnitId', 'ids.LockId'),
      probe('ids.LockId', 'ids.CodeId'),
      probe('ids.CodeId', 'ids.BookingId'),
      probe('number', 'ids.LockId'),
      probe('string', 'ids.KeypadId'),
    ];
    const refused = [expect.stringMatching(/^Type '.+' is not assignable to type '.+'/) as string];
    expect(complaints('shared', mixed)).toEqual(mixed.map(() => refused));
    expect(complaints('shared', [probe('ids.LockId', 'number'), probe('ids.KeypadId', 'string')])).toEqual([[], []]);
  });

  it.each([
    ['shared', `import { addDays } from './time.ts'; export const a = addDays;`],
    ['electron/app', `${abort}\nexport const b = new AbortController();`],
    ['electron', `${node}\nexport const b = AbortSignal.timeout(5);`],
    ['renderer', dom],
  ])('include in %s what it has', (project, probe) => {
    expect(complaints(project, [probe])).toEqual([[]]);
  });
});
