import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { WallTime } from '../../../shared/time.ts';
import { importConfig, settingsForRun } from './import-config.ts';
import type { OldConfig } from './import-config.ts';
import { branded, lockId, unitId } from '../../../tests/support/ids.ts';

const config: OldConfig = {
  units: [
    { unitId: unitId(1), lockIds: [lockId(11), lockId(12)] },
    { unitId: unitId(2), lockIds: [lockId(11)] },
  ],
  keypads: branded<OldConfig['keypads']>(
    new Map([
      [11, 'KpA'],
      [12, 'KpB'],
      [99, 'KpZ'],
    ]),
  ),
  prefixes: new Map([[lockId(11), '18']]),
  checkIn: '16:00' as WallTime,
  checkOut: null,
  pinLength: 6,
  smoobu: null,
  theKeys: null,
  leftOut: [],
  notTakenOver: [],
};
const before = settingsSchema.parse({
  times: { checkOut: '10:00' },
  mapping: {
    units: [
      {
        unitId: 1,
        name: 'Loft',
        doors: [
          { lockId: 12, keypadId: 'KpB', prefix: '7' },
          { lockId: 13, keypadId: 'KpC' },
        ],
        checkIn: '17:00',
      },
      { unitId: 3, name: 'Villa', doors: [{ lockId: 14, keypadId: 'KpD' }] },
    ],
    locks: [{ lockId: 12, name: 'Door', timeZone: 'Europe/Paris' }],
    retired: [
      { lockId: 11, keypadId: 'KpA' },
      { lockId: 15, keypadId: 'KpE' },
    ],
  },
});

describe('importConfig', () => {
  it('gives the file’s units their doors and leaves everything else', () => {
    const { settings, units } = importConfig(before, config);
    expect(settings.mapping.units).toMatchObject([
      {
        unitId: 1,
        name: 'Loft',
        checkIn: '17:00',
        doors: [
          { lockId: 11, prefix: '18' },
          { lockId: 12, prefix: '7' },
        ],
      },
      { unitId: 3, name: 'Villa', doors: [{ lockId: 14 }] },
      { unitId: 2, name: '', doors: [{ lockId: 11, keypadId: 'KpA' }] },
    ]);
    expect(settings.times).toMatchObject({ checkIn: '16:00', checkOut: '10:00' });
    expect(settings.codes.pinLength).toBe(6);
    expect(units.map(({ unitId, change }) => [unitId, change])).toEqual([
      [1, 'changed'],
      [2, 'new'],
    ]);
    expect(settingsSchema.parse(settings)).toEqual(settings);
  });
  it('retires places that no unit uses any more, and reuses retired ones', () => {
    const { settings, retired } = importConfig(before, config);
    expect(retired).toEqual([{ lockId: 13, keypadId: 'KpC' }]);
    expect(settings.mapping.retired).toEqual([
      { lockId: 15, keypadId: 'KpE' },
      { lockId: 13, keypadId: 'KpC' },
    ]);
  });
  it('changes nothing the second time', () => {
    const once = importConfig(before, config).settings;
    const twice = importConfig(once, config);
    expect(twice.settings).toEqual(once);
    expect(twice.units.every(({ change }) => change === 'same')).toBe(true);
  });
});

describe('settingsForRun', () => {
  it('maps the file’s units only, and keeps what is known of them', () => {
    const settings = settingsForRun(before, config);
    expect(settings.mapping.units.map(({ unitId, name }) => [unitId, name])).toEqual([
      [1, 'Loft'],
      [2, ''],
    ]);
    expect(settings.mapping.retired).toEqual([]);
    expect(settings.mapping.locks).toEqual(before.mapping.locks);
    expect(settings.times.checkOut).toBe('10:00');
  });
});
