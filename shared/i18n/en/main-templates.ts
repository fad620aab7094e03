/** What is wrong with a text for guests, and what a channel may reject in it. */
import type { Section } from '../message.ts';

export const templates = {
  'template.error.empty': 'The text is empty.',
  'template.error.too-long': 'The text is longer than 2,000 characters.',
  'template.error.unknown-placeholder': 'There is no placeholder {found}.',
  'template.error.unknown-placeholder-meant': 'There is no placeholder {found}. Did you mean {meant}?',
  'template.error.brace': 'The brace {found} has no counterpart.',
  'template.error.no-digits': 'The text does not tell the code: {pin} or {doors} is missing.',
  'template.error.no-change': 'A correction names what has changed: {change} is missing.',
  'template.error.different-digits': 'The doors of {unit} need different digits: write {doors} instead of {pin}.',
  'template.warning.different-digits':
    'The doors of {unit} need different digits, so its guests cannot get this text: write {doors} instead of {pin}.',
  'template.warning.digits-beside': '{pin} already has the prefix. Guests would type these digits as well: {found}',
  'template.warning.link': 'Booking channels may hold back a message with a link or an address: {found}',
  'template.warning.capitals': 'Booking channels may reject a message with words in capitals: {found}',
  'template.warning.digits-in-parentheses': 'Some booking channels remove numbers in parentheses: {found}',
  'template.warning.service': 'Booking channels may reject a message that names another service: {found}',
  'template.warning.html': 'The text is sent as it is. Guests may see the markup: {found}',
  'template.warning.long': 'The text is longer than 1,000 characters. Guests may not read it to the end.',
  'template.refused.too-many': 'There is no room for more texts of your own. Reset or shorten some.',
} as const satisfies Section;
