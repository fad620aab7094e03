import { expect, it } from 'vitest';
import { DOOR } from '../../tests/reconcile/fixtures.ts';
import { bookingId, codeId } from '../../tests/support/ids.ts';
import { placeKey } from '../domain/ids.ts';
import { operationKey } from './operation-key.ts';

it('the key of an operation names all that an answer of the user is about', () => {
  const [id, place] = [bookingId(12), placeKey(DOOR)];
  expect(operationKey('create', id, DOOR, null)).toBe(`create:12:${place}:new`);
  expect(operationKey('update', id, DOOR, codeId(900))).toBe(`update:12:${place}:900`);
  expect(operationKey('delete', id, DOOR, codeId(900), 'gone')).toBe(`delete:12:${place}:900:gone`);
  expect(operationKey('delete', id, DOOR, codeId(900), 'moved', 'dates')).toBe(`delete:12:${place}:900:moved:dates`);
});
