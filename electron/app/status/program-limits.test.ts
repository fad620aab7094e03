import { expect, it } from 'vitest';
import { temporaryHistory } from '../../../tests/support/history.ts';
import { StorageFailure } from '../ports/storage.ts';
import { knownLimits, ProgramLimits } from './program-limits.ts';

const files = temporaryHistory();

it('are remembered until they are over, also by the next start', () => {
  const history = files.open();
  const limits = new ProgramLimits(history);
  expect([limits.list(), knownLimits(history)]).toEqual([[], []]);
  limits.set('no-notifications', true);
  limits.set('no-sandbox', true);
  limits.set('no-sandbox', true);
  const next = new ProgramLimits(history);
  expect(next.list()).toEqual(['no-notifications', 'no-sandbox']);
  next.set('no-notifications', false);
  expect([next.list(), knownLimits(history)]).toEqual([['no-sandbox'], ['no-sandbox']]);
});

it('are shown although they cannot be stored', () => {
  const history = files.open();
  const limits = new ProgramLimits({
    memory: () => history.memory(),
    remember: () => {
      throw new StorageFailure('full');
    },
  });
  limits.set('no-sandbox', true);
  expect([limits.list(), knownLimits(history)]).toEqual([['no-sandbox'], []]);
});
