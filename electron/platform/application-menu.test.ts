import { expect, it } from 'vitest';
import { applicationMenu } from './application-menu.ts';

it('has a Quit of its own on macOS, so that the user can be asked, and no menu elsewhere', () => {
  const done: string[] = [];
  const [own, ...others] = applicationMenu('darwin', false, () => void done.push('quit'));
  const items = Array.isArray(own?.submenu) ? own.submenu : [];
  expect(items.map(({ role }) => role)).not.toContain('quit');
  const quit = items.find(({ id }) => id === 'quit');
  expect(quit?.accelerator).toBe('Command+Q');
  quit?.click?.(...([] as unknown as Parameters<NonNullable<typeof quit.click>>));
  expect([done, others.map(({ role }) => role)]).toEqual([['quit'], ['editMenu', 'windowMenu']]);
  expect(applicationMenu('linux', false, () => undefined)).toEqual([]);
});
