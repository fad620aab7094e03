import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePin, type CodeRecord, type Pin } from '../../../shared/domain/code.ts';
import { parseLocalDate, wallTime, type LocalDate, type WallTime } from '../../../shared/time.ts';
import { encodeCodeForm, encodeLoginForm } from './form.ts';

const RECORD: CodeRecord = {
  name: 'Zoé & Cie',
  pin: parsePin('0427') as Pin,
  startDate: parseLocalDate('2026-12-04') as LocalDate,
  startTime: wallTime(15, 0) as WallTime,
  endDate: parseLocalDate('2026-12-09') as LocalDate,
  endTime: wallTime(9, 5) as WallTime,
  active: true,
  description: 'Smoobu#4711 keep + safe',
  notificationEnabled: false,
};

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => wallTime(hour, minute) as WallTime);
const dates = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate);
const records: fc.Arbitrary<CodeRecord> = fc.record({
  name: fc.string({ unit: 'grapheme' }),
  pin: fc.stringMatching(/^[0-9]{1,12}$/).map((text) => text as Pin),
  startDate: dates,
  startTime: times,
  endDate: dates,
  endTime: times,
  active: fc.boolean(),
  description: fc.string({ unit: 'grapheme' }),
  notificationEnabled: fc.boolean(),
});

describe('encodeCodeForm', () => {
  it('sends the whole record with bracket names, and hours and minutes without leading zeros', () => {
    expect([...new URLSearchParams(encodeCodeForm(RECORD))]).toEqual([
      ['partage_accessoire[nom]', 'Zoé & Cie'],
      ['partage_accessoire[code]', '0427'],
      ['partage_accessoire[date_debut]', '2026-12-04'],
      ['partage_accessoire[date_fin]', '2026-12-09'],
      ['partage_accessoire[heure_debut][hour]', '15'],
      ['partage_accessoire[heure_debut][minute]', '0'],
      ['partage_accessoire[heure_fin][hour]', '9'],
      ['partage_accessoire[heure_fin][minute]', '5'],
      ['partage_accessoire[description]', 'Smoobu#4711 keep + safe'],
      ['partage_accessoire[actif]', '1'],
    ]);
  });

  it('leaves out what is off, and sends 1 for on', () => {
    const form = new URLSearchParams(encodeCodeForm({ ...RECORD, active: false, notificationEnabled: true }));
    expect(form.has('partage_accessoire[actif]')).toBe(false);
    expect(form.get('partage_accessoire[notification_enabled]')).toBe('1');
  });

  it('escapes separators', () => {
    const body = encodeCodeForm({ ...RECORD, name: 'a&partage_accessoire[code]=0000' });
    expect(body).toContain('nom%5D=a%26partage_accessoire%5Bcode%5D%3D0000&');
  });

  it('decodes to the record, whatever the text', () => {
    fc.assert(
      fc.property(records, (record) => {
        const form = new Map(new URLSearchParams(encodeCodeForm(record)));
        const field = (name: string): string | undefined => form.get(`partage_accessoire${name}`);
        const time = (name: string): WallTime | null => wallTime(Number(field(`[${name}][hour]`)), Number(field(`[${name}][minute]`)));
        const decoded = {
          name: field('[nom]'),
          pin: field('[code]'),
          startDate: field('[date_debut]'),
          startTime: time('heure_debut'),
          endDate: field('[date_fin]'),
          endTime: time('heure_fin'),
          active: field('[actif]') === '1',
          description: field('[description]'),
          notificationEnabled: field('[notification_enabled]') === '1',
        };
        expect(decoded).toEqual(record);
      }),
    );
  });
});

describe('encodeLoginForm', () => {
  it('escapes the plus sign and separators', () => {
    expect(encodeLoginForm('+33600000001', 'a&b=c+d é')).toBe('_username=%2B33600000001&_password=a%26b%3Dc%2Bd+%C3%A9');
  });
});
