import { describe, expect, it } from 'vitest';
import { isDemoArgument, readDemoArguments } from './demo-arguments.ts';

describe('readDemoArguments', () => {
  it.each([
    [['electron', 'main.js'], null],
    [['electron', '--democracy', 'demo', '-demo'], null],
    [['electron', '--demo'], 'usual'],
    [['electron', '--demo='], 'usual'],
    [['electron', '--demo=large'], 'large'],
    [['electron', '--demo=empty', '--hidden'], 'empty'],
    [['electron', '--demo=first-steps'], 'first-steps'],
    [['electron', '--demo', '--demo=large'], 'large'],
    [['electron', '--demo-faults=smoobu=html'], 'usual'],
  ] as const)('%j is %s', (argv, size) => {
    const demo = readDemoArguments(argv);
    expect(demo?.size ?? null).toBe(size);
    expect(demo?.mistakes ?? []).toEqual([]);
  });

  it('reads faults as the demo command does, several at once', () => {
    const demo = readDemoArguments([
      '--demo',
      '--demo-faults=the-keys:writes=drop-after,smoobu=html',
      '--demo-faults=the-keys:list-3701=empty',
    ]);
    expect(demo).toEqual({
      size: 'usual',
      faults: [
        { cloud: 'the-keys', faults: { writes: { kind: 'drop-after' } } },
        { cloud: 'smoobu', faults: { all: { kind: 'html' } } },
        { cloud: 'the-keys', faults: { lists: { 3701: { kind: 'empty' } } } },
      ],
      mistakes: [],
    });
  });

  it('is a demo even when misspelled, and says what was not understood', () => {
    const demo = readDemoArguments(['--demo=huge', '--demo-fault=smoobu=html', '--demo-faults=smoobu=lava']);
    expect([demo?.size, demo?.faults]).toEqual(['usual', []]);
    expect(demo?.mistakes).toHaveLength(3);
    expect(demo?.mistakes[0]).toContain('huge');
    expect(demo?.mistakes[2]).toContain('smoobu=lava');
  });

  it('recognises every argument of a demo, so that leaving the demo can drop them', () => {
    expect(['--demo', '--demo=large', '--demo-faults=x', '--hidden', 'main.js', '--democracy'].filter(isDemoArgument)).toEqual([
      '--demo',
      '--demo=large',
      '--demo-faults=x',
    ]);
  });
});
