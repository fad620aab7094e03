import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../shared/domain/app-state.ts';
import { currentStep, stepAfter, stepsOf } from './step-model.ts';

const NEW: Connection = { stored: false, userName: null, lastTest: null };
const WORKS: Connection = { stored: true, userName: null, lastTest: { atMs: 1, failure: null } };
const STORED: Connection = { ...WORKS, lastTest: null };
const FAILS: Connection = { ...WORKS, lastTest: { atMs: 1, failure: 'credentials-rejected' } };

const steps = (smoobu: Connection, theKeys: Connection, hasDoors = false) =>
  stepsOf({ connections: { smoobu, 'the-keys': theKeys }, hasDoors });
const states = (...given: Parameters<typeof steps>) => steps(...given).map(({ state }) => state);
const openable = (...given: Parameters<typeof steps>) => steps(...given).flatMap(({ id, isOpenable }) => (isOpenable ? [id] : []));

describe('stepsOf', () => {
  it('starts with Smoobu', () => {
    expect(states(NEW, NEW)).toEqual(['now', 'later', 'later', 'later']);
    expect(openable(NEW, NEW)).toEqual(['smoobu', 'the-keys']);
  });
  it('accepts the steps in any order', () => {
    expect(states(NEW, WORKS)).toEqual(['now', 'done', 'later', 'later']);
    expect(states(WORKS, WORKS)).toEqual(['done', 'done', 'now', 'later']);
    expect(states(WORKS, WORKS, true)).toEqual(['done', 'done', 'done', 'now']);
    expect(states(NEW, NEW, true)).toEqual(['now', 'later', 'done', 'later']);
  });
  it('counts stored credentials as connected before the first test', () => {
    expect(states(STORED, STORED, true)).toEqual(['done', 'done', 'done', 'now']);
  });
  it('marks an account that does not work', () => {
    expect(states(WORKS, FAILS, true)).toEqual(['done', 'trouble', 'done', 'later']);
    expect(states(NEW, FAILS)).toEqual(['now', 'trouble', 'later', 'later']);
  });
  it('opens the plan only when the other steps are done', () => {
    expect(openable(WORKS, WORKS)).toEqual(['smoobu', 'the-keys', 'doors']);
    expect(openable(WORKS, WORKS, true)).toEqual(['smoobu', 'the-keys', 'doors', 'plan']);
    expect(openable(WORKS, FAILS, true)).toEqual(['smoobu', 'the-keys']);
  });
});

it('continues with the first step that is not done', () => {
  expect(currentStep(steps(NEW, NEW))).toBe('smoobu');
  expect(currentStep(steps(WORKS, FAILS, true))).toBe('the-keys');
  expect(currentStep(steps(WORKS, WORKS, true))).toBe('plan');
});
it('leads from a step to the next one that is not done, and back to one that was skipped', () => {
  expect(stepAfter(steps(WORKS, NEW), 'smoobu')).toBe('the-keys');
  expect(stepAfter(steps(WORKS, WORKS), 'smoobu')).toBe('doors');
  expect(stepAfter(steps(NEW, WORKS), 'the-keys')).toBe('smoobu');
  expect(stepAfter(steps(WORKS, WORKS, true), 'doors')).toBe('plan');
});
