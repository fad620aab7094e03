import { describe, expect, it } from 'vitest';
import { CLOUD_FAILURE_KINDS, CLOUD_NAMES, KEYCHAIN_FAILURE_KINDS } from '../../../shared/errors.ts';
import { windowCatalogue } from '../../../shared/i18n/window-catalogue.ts';
import { connectionState, failureKeys, isConnected, keychainKind } from './connection.ts';

const AT_MS = 1_000;
const connection = (stored: boolean, failure?: Parameters<typeof failureKeys>[1] | null) => ({
  stored,
  userName: null,
  lastTest: failure === undefined ? null : { atMs: AT_MS, failure },
});

describe('connectionState', () => {
  it('tells apart what was never stored, never tested, works and fails', () => {
    expect(connectionState(connection(false))).toEqual({ kind: 'none' });
    expect(connectionState(connection(false, 'credentials-missing'))).toEqual({ kind: 'none' });
    expect(connectionState(connection(true))).toEqual({ kind: 'untried' });
    expect(connectionState(connection(true, null))).toEqual({ kind: 'works', atMs: AT_MS });
    expect(connectionState(connection(true, 'timeout'))).toEqual({ kind: 'fails', atMs: AT_MS, failure: 'timeout' });
  });
  it('shows a lost entry as a failure, because it was stored once', () => {
    expect(connectionState(connection(true, 'credentials-missing'))).toMatchObject({ kind: 'fails' });
  });
  it('counts credentials from the environment as connected when they work', () => {
    expect(isConnected(connection(false, null))).toBe(true);
    expect(isConnected(connection(true))).toBe(true);
    expect(isConnected(connection(true, 'credentials-rejected'))).toBe(false);
    expect(isConnected(connection(false))).toBe(false);
  });
});

it('has a text for every way a connection can fail', () => {
  for (const cloud of CLOUD_NAMES) {
    for (const kind of [...CLOUD_FAILURE_KINDS, ...KEYCHAIN_FAILURE_KINDS]) {
      const { what, next } = failureKeys(cloud, kind);
      expect(Object.keys(windowCatalogue), `${cloud} ${kind}`).toEqual(expect.arrayContaining([what, next]));
    }
  }
  expect(failureKeys('the-keys', 'credentials-rejected').next).not.toBe(failureKeys('smoobu', 'credentials-rejected').next);
});

it('tells failures of the keychain from all others', () => {
  expect(keychainKind('keychain-locked')).toBe('keychain-locked');
  expect(keychainKind('first-steps')).toBeNull();
  expect(keychainKind(null)).toBeNull();
});
