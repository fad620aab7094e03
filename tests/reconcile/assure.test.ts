/** Every generated test of a soak can be repeated with the seed that it failed with. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { soakSearch } from './assure.ts';

describe('a soak', () => {
  it('repeats the cases of a seed, and searches for the smallest failing one unless it is told not to', () => {
    expect(soakSearch({})).toEqual({ endOnFailure: false });
    expect(soakSearch({ LATCHKEY_SOAK_SEED: '-42', LATCHKEY_SOAK_SHRINK: 'no' })).toEqual({ seed: -42, endOnFailure: true });
  });
  it.each(globSync('tests/**/*.soak.ts').filter((path) => readFileSync(path, 'utf8').includes('fc.assert(')))('%s does so', (path) => {
    expect(readFileSync(path, 'utf8')).toContain('...soakSearch(process.env)');
  });
});
