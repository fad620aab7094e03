/** `npm run rules`: checks the import rules (dependency-rules.ts). Fails as well when dependency-cruiser did not read some files. */
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import { rules } from './dependency-rules.ts';

const FOLDERS = ['shared', 'electron', 'renderer', 'build', 'tests'];
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Source files that must have been read; declaration files have no imports. */
function sourceFiles(): string[] {
  return globSync(FOLDERS.map((folder) => `${folder}/**/*.{ts,tsx}`))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.d.ts'));
}

async function cruiseAll(): Promise<ICruiseResult> {
  const { output } = await cruise(FOLDERS, { ...rules.options, validate: true, ruleSet: rules });
  if (typeof output === 'string') throw new Error('dependency-cruiser returned text instead of a result');
  return output;
}

const { modules, summary } = await cruiseAll();
const seen = new Map(modules.map((module) => [module.source, module.dependencies.length]));
const files = sourceFiles();
const unread = files.filter((path) => !seen.has(path));
const imports = files.reduce((sum, path) => sum + (seen.get(path) ?? 0), 0);

for (const { from, to, rule } of summary.violations) {
  const comment = rules.forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
  console.error(`${from} → ${to}\n  ${rule.name}: ${comment}`);
}
for (const path of unread) console.error(`${path} was not read: does dependency-cruiser support this TypeScript version?`);
// Fewer imports than files means that the contents were not read.
if (imports < files.length) console.error(`Only ${imports} imports found in ${files.length} files: dependency-cruiser did not read them.`);

const failed = summary.violations.length > 0 || unread.length > 0 || imports < files.length;
if (failed) process.exitCode = 1;
else console.log(`${imports} imports in ${files.length} files follow the rules`);
