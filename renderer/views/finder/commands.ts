/** What the finder offers besides guests, units, doors and people: pages, parts of the settings, and actions. Pure. */
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import { SETTINGS_SECTIONS } from '../../../shared/settings-sections.ts';
import { plainText } from '../../../shared/text.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import type { Shortcut } from '../../lib/shortcuts.ts';

type CommandIcon = 'sync' | 'today' | 'calendar' | 'door' | 'user' | 'send' | 'history' | 'settings' | 'plus' | 'print' | 'info';

export interface Command {
  readonly key: string;
  readonly icon: CommandIcon;
  readonly label: string;
  readonly does:
    | { readonly kind: 'go'; readonly target: WindowTarget }
    | { readonly kind: 'sync' }
    | { readonly kind: 'add-person' }
    | { readonly kind: 'shortcuts' | 'print' };
  readonly shortcut?: Shortcut;
}

export function commandsOf(t: WindowTranslate): readonly Command[] {
  const page = (target: WindowTarget, label: string, icon: CommandIcon, shortcut?: Shortcut): Command => ({
    ...{ key: target.view, icon, label, does: { kind: 'go', target } },
    ...(shortcut === undefined ? {} : { shortcut }),
  });
  return [
    { key: 'sync', icon: 'sync', label: t('shell.sync-now'), does: { kind: 'sync' }, shortcut: 'sync' },
    page({ view: 'today', bookingId: null }, t('shell.today'), 'today', 'page-1'),
    page({ view: 'calendar' }, t('shell.calendar'), 'calendar', 'page-2'),
    page({ view: 'doors', unitId: null }, t('shell.doors'), 'door', 'page-3'),
    page({ view: 'people' }, t('shell.people'), 'user', 'page-4'),
    page({ view: 'messages' }, t('shell.messages'), 'send', 'page-5'),
    page({ view: 'history', runId: null }, t('shell.history'), 'history', 'page-6'),
    page({ view: 'call' }, t('call.title'), 'door', 'call'),
    page({ view: 'settings' }, t('shell.settings'), 'settings', 'settings'),
    page({ view: 'accounts', cloud: null }, t('finder.accounts'), 'user'),
    ...SETTINGS_SECTIONS.map((section): Command => {
      const label = t('finder.setting', { section: t(`settings.${section}`) });
      return { key: `settings-${section}`, icon: 'settings', label, does: { kind: 'go', target: { view: 'settings', section } } };
    }),
    { key: 'add-person', icon: 'plus', label: t('person.new'), does: { kind: 'add-person' } },
    { key: 'print', icon: 'print', label: t('shortcut.print'), does: { kind: 'print' }, shortcut: 'print' },
    { key: 'shortcuts', icon: 'info', label: t('finder.shortcuts'), does: { kind: 'shortcuts' }, shortcut: 'shortcuts' },
  ];
}

/** Every word must begin a word of the label. While nothing is typed, all of them but the parts of the settings, which would hide the rest. */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = plainText(typed).split(' ');
  const isAnything = words.join('') === '';
  return commands.filter(({ key, label }) => {
    if (isAnything) return !key.startsWith('settings-');
    const text = ` ${plainText(label)}`;
    return words.every((word) => text.includes(` ${word}`));
  });
}
