import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../shared/domain/app-state.ts';
import { currentStep, isOpenable } from './step-model.ts';

const NONE: Connection = { stored: false, userName: null, lastTest: null };
const WORKS: Connection = { stored: true, userName: null, lastTest: { atMs: 0, failure: null } };
const FAILS: Connection = { stored: true, userName: null, lastTest: { atMs: 0, failure: 'credentials-rejected' } };
const facts = (smoobu: Connection, theKeys: Connection, hasDoors = false) => ({
  connections: { smoobu, 'the-keys': theKeys },
  hasDoors,
});

describe('the steps of the setup', () => {
  it.each([
    ['accounts', facts(NONE, NONE)],
    ['accounts', facts(WORKS, FAILS, true)],
    ['doors', facts(WORKS, WORKS)],
    // Stored and not tested since the start.
    ['doors', facts({ ...WORKS, lastTest: null }, WORKS)],
    ['plan', facts(WORKS, WORKS, true)],
  ] as const)('go on with %s', (step, given) => {
    expect(currentStep(given)).toBe(step);
  });
  it('open one after the other', () => {
    const openable = (given: ReturnType<typeof facts>) => (['accounts', 'doors', 'plan'] as const).filter((id) => isOpenable(id, given));
    expect(openable(facts(WORKS, FAILS, true))).toEqual(['accounts']);
    expect(openable(facts(WORKS, WORKS))).toEqual(['accounts', 'doors']);
    expect(openable(facts(WORKS, WORKS, true))).toEqual(['accounts', 'doors', 'plan']);
  });
});
