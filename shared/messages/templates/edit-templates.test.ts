/** The user's texts: kept apart by unit, counted, and never more than a backup can hold. */
import { expect, test } from 'vitest';
import { mappingSchema } from '../../domain/mapping.ts';
import { MAX_TEMPLATES, messageSettingsSchema } from '../../domain/told.ts';
import type { Template } from '../../domain/told.ts';
import { unitId } from '../../../tests/support/ids.ts';
import { listTemplates, MAX_TEMPLATE_CHARACTERS, withoutTemplate, withTemplate } from './edit-templates.ts';
import type { TemplateKey } from './edit-templates.ts';

const COUNT = 520;
const MAPPING = mappingSchema.parse({ units: Array.from({ length: COUNT }, (_, index) => ({ unitId: index + 1, doors: [] })) });
const ALL: TemplateKey = { name: 'code', language: 'en', unitId: null };

function set(templates: readonly Template[], key: Partial<TemplateKey>, text: string): readonly Template[] {
  const edited = withTemplate(templates, { ...ALL, ...key }, text, MAPPING);
  if (!edited.ok) throw new Error(edited.error.kind);
  return edited.value.templates;
}

test('a text replaces that of the same name, language and unit, and its version counts up', () => {
  let templates = set([], {}, '\uFEFFOne\t{pin}\r\n');
  templates = set(templates, { unitId: unitId(3) }, 'Unit {pin}');
  templates = set(templates, { name: 'correction' }, '{change} {pin}');
  templates = set(templates, {}, 'Two {pin}');
  expect(set(templates, {}, 'Two {pin}\n')).toBe(templates);
  const listed = listTemplates({ templates, messages: messageSettingsSchema.parse({}) });
  expect(listed.filter(({ builtIn }) => !builtIn)).toEqual([
    { ...ALL, version: 2, text: 'Two {pin}', builtIn: false, draft: false },
    { ...ALL, name: 'correction', version: 1, text: '{change} {pin}', builtIn: false, draft: false },
    { ...ALL, unitId: 3, version: 1, text: 'Unit {pin}', builtIn: false, draft: false },
  ]);
  expect(withoutTemplate(templates, ALL)).toEqual(templates.filter(({ text }) => text !== 'Two {pin}'));
  expect(withoutTemplate(templates, { ...ALL, language: 'fr' })).toBeNull();
});

test('there is an end to how many, and to how long they are together; those that are there can still be edited', () => {
  const fill = (text: string): readonly Template[] => {
    let templates: readonly Template[] = [];
    for (let unit = 1; unit <= COUNT; unit += 1) {
      const edited = withTemplate(templates, { ...ALL, unitId: unitId(unit) }, text, MAPPING);
      if (!edited.ok) {
        expect(edited.error.kind).toBe('too-many');
        return templates;
      }
      templates = edited.value.templates;
    }
    return templates;
  };
  const short = fill('{pin}');
  expect(short).toHaveLength(MAX_TEMPLATES);
  expect(set(short, { unitId: unitId(1) }, 'Code {pin}')).toHaveLength(MAX_TEMPLATES);
  const long = fill(`{pin}${'x'.repeat(1_900)}`);
  expect(long.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(MAX_TEMPLATE_CHARACTERS);
  expect(long.length).toBeGreaterThan(70);
});

test('a unit that is not mapped has no text', () => {
  expect(withTemplate([], { ...ALL, unitId: unitId(9_999) }, '{pin}', MAPPING)).toEqual({ ok: false, error: { kind: 'unit-unmapped' } });
});
