/** Adding a matter takes one file and one line in the list: here the file is `gateway`, and the list is handed in. */
import { expect, it } from 'vitest';
import { CONTEXT, facts, settings } from '../../../tests/support/app/state-fixtures.ts';
import { wall } from '../../../tests/reconcile/fixtures.ts';
import { lockId } from '../../../tests/support/ids.ts';
import { snapshotOf } from '../status/app-snapshot.ts';
import { trayModel } from '../tray/tray-model.ts';
import { MATTERS, attentionItems, mattersOf } from './index.ts';
import type { MatterProvider } from './matter.ts';
import { decideNotices } from './notice-policy.ts';

const gateway: MatterProvider = {
  problemKinds: ['list-failed'],
  find: ({ problems }) =>
    problems
      .filter(({ kind }) => kind === 'list-failed')
      .map(({ lockId = null }) => ({
        kind: 'gateway',
        key: `gateway:${String(lockId)}`,
        target: { view: 'doors', unitId: null },
        item: {
          severity: 'urgent',
          lockId,
          message: 'The gateway of the lake house is offline.',
          trayLabel: 'Lake house: gateway offline',
        },
        notice: {
          category: 'unreachable',
          status: 'due',
          facets: ['offline'],
          title: 'Lake house: gateway offline',
          body: 'Plug it in again.',
          isUrgent: true,
        },
      })),
};

it('an added matter is in the list, in a notification and in the tray', () => {
  const problem = { kind: 'list-failed', message: 'The lock could not be read.', retryable: false, lockId: lockId(11) } as const;
  const known = facts({ problems: [problem] });
  expect(attentionItems(mattersOf(known))).toMatchObject([{ key: 'problem:list-failed::11:::' }]);

  const matters = mattersOf(known, [...MATTERS, gateway]);
  const target = { view: 'doors', unitId: null } as const;
  const items = attentionItems(matters);
  expect(items).toEqual([
    {
      key: 'gateway:11',
      kind: 'gateway',
      severity: 'urgent',
      title: 'The gateway of the lake house is offline',
      message: '',
      target,
      cloud: null,
      bookingId: null,
      unitId: null,
      lockId: 11,
      question: null,
    },
  ]);

  const { text } = CONTEXT.localization;
  const { show } = decideNotices({ matters, memory: {}, notifications: settings().notifications, wallTime: wall('10:00'), text });
  expect(show).toEqual([
    {
      key: 'gateway:11',
      category: 'unreachable',
      title: 'Lake house: gateway offline',
      body: 'Plug it in again.',
      isUrgent: true,
      target,
    },
  ]);

  const context = { nowMs: 0, localization: CONTEXT.localization };
  const { icon, menu } = trayModel(snapshotOf(known, items, CONTEXT), matters, context);
  expect(icon).toBe('attention');
  expect(menu).toContainEqual(
    expect.objectContaining({ id: 'attention:gateway:11', label: 'Lake house: gateway offline', action: { kind: 'open', target } }),
  );
});
