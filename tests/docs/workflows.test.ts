/** The workflows and the updates of dependencies: they parse, pin what they use, may do little, and name only what exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import manifest from '../../package.json' with { type: 'json' };

const FOLDER = new URL('../../.github/', import.meta.url);
const ROOT = new URL('../../', import.meta.url);

const permissionsSchema = z.record(z.string(), z.enum(['read', 'write', 'none']));
const stepSchema = z.strictObject({
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  run: z.string().optional(),
  'working-directory': z.string().optional(),
});
const jobSchema = z.strictObject({
  name: z.string(),
  needs: z.string().optional(),
  'runs-on': z.string(),
  environment: z.string().optional(),
  'timeout-minutes': z.int().max(120),
  permissions: permissionsSchema.optional(),
  strategy: z.unknown().optional(),
  steps: z.array(stepSchema).min(1),
});
/** Closed: a key that GitHub would take and nobody here has thought about is a mistake, too. */
const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.strictObject({ contents: z.literal('read') }),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.union([z.boolean(), z.string()]) }),
  defaults: z.strictObject({ run: z.strictObject({ shell: z.literal('bash') }) }),
  jobs: z.record(z.string(), jobSchema),
});

function parse(text: string): unknown {
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS();
}

const files = readdirSync(new URL('workflows/', FOLDER));
const workflows = files.map((file) => {
  const text = readFileSync(new URL(`workflows/${file}`, FOLDER), 'utf8');
  const workflow = workflowSchema.parse(parse(text));
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  return { file, text, workflow, steps, scripts: steps.flatMap(({ run }) => (run === undefined ? [] : [run])) };
});

it('there are two workflows, and both are looked at', () => expect(files.sort()).toEqual(['ci.yml', 'release.yml']));

describe.each(workflows)('$file', ({ file, text, workflow, steps, scripts }) => {
  it('pins every action by a full commit, with its version beside it', () => {
    const uses = [...text.matchAll(/^ *-? *uses: *(.+)$/gm)].map((match) => match[1] ?? '');
    expect(uses.length).toBe(steps.filter((step) => step.uses !== undefined).length);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((use) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
  });

  it('keeps no token in the checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false));
  });

  it('may write nowhere but where a release is drafted', () => {
    const writing = Object.entries(workflow.jobs).filter(([, { permissions }]) => permissions !== undefined);
    expect(writing.map(([name]) => name)).toEqual(file === 'release.yml' ? ['draft'] : []);
    for (const [, job] of writing) {
      expect(job.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' });
      // Nothing of the repository or its packages runs where something may be written.
      expect(job.steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))).toBe(false);
      expect(job.steps.map(({ run }) => run ?? '').join('\n')).not.toMatch(/\bnp[mx]\b|\bnode\b/);
    }
  });

  it('runs nothing for strangers with rights of our own', () => {
    expect(Object.keys(workflow.on).sort()).toEqual(file === 'ci.yml' ? ['pull_request', 'push', 'schedule'] : ['push']);
    expect(text).not.toMatch(/pull_request_target|workflow_run/);
  });

  it('puts nothing into a script that somebody else could have written', () => {
    // Values reach scripts as variables of the environment, where a shell does not read them as commands.
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
    expect(text).not.toContain('github.event.');
    expect(text).not.toContain('github.head_ref');
  });

  it('knows secrets only where releases are built', () => {
    if (file === 'ci.yml') expect(text).not.toMatch(/\bsecrets\s*[.[]/);
    for (const [name, job] of Object.entries(workflow.jobs)) {
      const used = job.steps.filter((step) => JSON.stringify(step).includes('secrets.'));
      expect(used.map((step) => step.name)).toEqual(file === 'release.yml' && name === 'build' ? ['Package'] : []);
      if (used.length > 0) expect(job.environment).toBe('release');
    }
  });

  it('names only scripts and files that exist', () => {
    const joined = scripts.join('\n');
    const npmScripts = [...joined.matchAll(/\bnpm (?:run )?(test|[\w:]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !['ci', 'audit', 'run'].includes(name));
    expect(npmScripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
    const paths = [...text.matchAll(/(?<![\w./-])(?:tests|build|docs|electron|shared|renderer|\.github)\/[\w./-]+/g)].map(([path]) => path);
    expect(paths.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
    expect(joined).toMatch(/\bnpm ci\b/);
    expect(npmScripts.length).toBeGreaterThan(0);
  });

  it('does on three systems what a change must pass', () => {
    const name = file === 'ci.yml' ? 'verify' : 'build';
    const job = workflow.jobs[name];
    const systems = z.object({ matrix: z.object({ include: z.array(z.object({ runner: z.string() })) }) }).parse(job?.strategy);
    expect(systems.matrix.include.map(({ runner }) => runner.split('-')[0]).sort()).toEqual(['macos', 'ubuntu', 'windows']);
    const script = job?.steps.map(({ run }) => run ?? '').join('\n') ?? '';
    for (const wanted of [
      'npm ci',
      'npm test',
      'install-electron',
      'tests/host tests/conformance tests/e2e',
      'npm run package',
      'tests/smoke/start-packed.ts',
    ]) {
      expect(script).toContain(wanted);
    }
    expect(job?.steps.find((step) => step.run?.includes('tests/e2e') === true)?.env?.LATCHKEY_HOST).toBe('electron');
    // What .github/desktop.sh runs; the display needs xauth.
    for (const tool of ['xvfb', 'xauth', 'openbox', 'dbus']) expect(script).toMatch(new RegExp(`apt-get install .*\\b${tool}\\b`));
  });
});

it('shipped dependencies are audited with every change', () => {
  const ci = workflows.find(({ file }) => file === 'ci.yml');
  expect(ci?.scripts).toContain('npm audit --omit=dev');
});

it('releases carry checksums and provenance, and stay drafts', () => {
  const release = workflows.find(({ file }) => file === 'release.yml');
  const draft = release?.workflow.jobs.draft?.steps ?? [];
  const script = draft.map(({ run }) => run ?? '').join('\n');
  expect(script).toContain('sha256sum');
  expect(script).toMatch(/gh release create[^\n]*--draft|--draft/);
  expect(draft.some(({ uses }) => uses?.startsWith('actions/attest-build-provenance@'))).toBe(true);
  expect(release?.workflow.on).toEqual({ push: { tags: ['v*'] } });
});

it('updates of packages and actions are looked for', () => {
  const schema = z.object({
    version: z.literal(2),
    updates: z.array(z.object({ 'package-ecosystem': z.string(), directory: z.literal('/') })),
  });
  const { updates } = schema.parse(parse(readFileSync(new URL('dependabot.yml', FOLDER), 'utf8')));
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});
