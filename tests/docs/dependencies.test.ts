/** The page on dependencies and package.json name the same packages in the same versions. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const names = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: names, optionalDependencies: names, devDependencies: names })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));

/** Installed by `npm run mutants` only. */
const tool = z
  .object({ dependencies: names })
  .parse(JSON.parse(readFileSync(new URL('../../build/mutants/package.json', import.meta.url), 'utf8')));

/** "npm:@github/keytar@7.10.6" and "7.10.6" are both version 7.10.6. */
function versions(packages: Readonly<Record<string, string>>): string[] {
  return Object.entries(packages).map(([name, range]) => `${name} ${range.slice(range.lastIndexOf('@') + 1)}`);
}

const page = readFileSync(new URL('../../docs/dependencies.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `([^`]+)` \| (\S+) \| (.+?) \| (.+) \|$/gm)];
const described = rows.map(([, name, version]) => `${name} ${version}`);
const declared = [manifest.dependencies, manifest.optionalDependencies, manifest.devDependencies, tool.dependencies].flatMap(versions);

describe('docs/dependencies.md', () => {
  it('has a row for every dependency, and no other', () => {
    expect([...described].sort()).toEqual([...declared].sort());
  });

  it('is about exact versions', () => {
    expect(declared.filter((entry) => !/ \d+\.\d+\.\d+$/.test(entry))).toEqual([]);
  });
});
