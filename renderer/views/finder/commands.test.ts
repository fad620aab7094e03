import { expect, it } from 'vitest';
import { windowCatalogue } from '../../../shared/i18n/window-catalogue.ts';
import { createTranslate } from '../../../shared/i18n/message.ts';
import { commandsOf, findCommands } from './commands.ts';

const commands = commandsOf(createTranslate<typeof windowCatalogue>(windowCatalogue, 'en-GB'));
const found = (typed: string): readonly string[] => findCommands(commands, typed).map(({ label }) => label);

it('offers pages and actions before anything is typed, without the parts of the settings', () => {
  expect(found('')).toEqual(expect.arrayContaining(['Sync now', 'Today', 'Calendar', 'People', 'Print a sheet']));
  expect(found('').filter((label) => label.startsWith('Settings: '))).toEqual([]);
});
it('finds by the beginning of each word, whatever its case', () => {
  expect(found('CAL')).toContain('Calendar');
  expect(found('sheet pri')).toEqual(['Print a sheet']);
  expect(found('alendar')).toEqual([]);
});
it('finds every part of the settings', () => {
  expect(found('settings times')).toEqual(['Settings: Times']);
  expect(found('settings').length).toBeGreaterThan(5);
});
it('has every command once, and every label in words', () => {
  expect(new Set(commands.map(({ key }) => key)).size).toBe(commands.length);
  expect(commands.filter(({ label }) => /^[a-z-]+\.[a-z-]+$/.test(label))).toEqual([]);
});
