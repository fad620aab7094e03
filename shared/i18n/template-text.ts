/** The sentences about a text for guests, from what was found in it. */
import type { TemplateError, TemplateWarning } from '../messages/templates/validate-template.ts';
import type { templates as english } from './en/main-templates.ts';
import type { Translate } from './message.ts';

type Say = Translate<typeof english>;
const PIN = '{pin}';
const DOORS = '{doors}';

export function templateErrorText({ kind, found, meant }: TemplateError, say: Say): string {
  switch (kind) {
    case 'empty':
    case 'too-long':
      return say(`template.error.${kind}`);
    case 'unknown-placeholder':
      return meant === null
        ? say('template.error.unknown-placeholder', { found: found ?? '' })
        : say('template.error.unknown-placeholder-meant', { found: found ?? '', meant: `{${meant}}` });
    case 'brace':
      return say('template.error.brace', { found: found ?? '' });
    case 'no-digits':
      return say('template.error.no-digits', { pin: PIN, doors: DOORS });
    case 'no-change':
      return say('template.error.no-change', { change: '{change}' });
    case 'different-digits':
      return say('template.error.different-digits', { unit: found ?? '', pin: PIN, doors: DOORS });
  }
}

export function templateWarningText({ kind, found }: TemplateWarning, say: Say): string {
  switch (kind) {
    case 'different-digits':
      return say('template.warning.different-digits', { unit: found ?? '', pin: PIN, doors: DOORS });
    case 'digits-beside':
      return say('template.warning.digits-beside', { pin: PIN, found: found ?? '' });
    case 'long':
      return say('template.warning.long');
    default:
      return say(`template.warning.${kind}`, { found: found ?? '' });
  }
}
