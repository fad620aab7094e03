/** What is wrong with a text for guests, and what a channel may reject, in German. */
import type { templates as english } from '../en/main-templates.ts';
import type { Translated } from '../message.ts';

export const templates: Translated<typeof english> = {
  'template.error.empty': 'Der Text ist leer.',
  'template.error.too-long': 'Der Text ist länger als 2.000 Zeichen.',
  'template.error.unknown-placeholder': 'Den Platzhalter {found} gibt es nicht.',
  'template.error.unknown-placeholder-meant': 'Den Platzhalter {found} gibt es nicht. Meinten Sie {meant}?',
  'template.error.brace': 'Die Klammer {found} hat kein Gegenstück.',
  'template.error.no-digits': 'Der Text nennt den Code nicht: {pin} oder {doors} fehlt.',
  'template.error.no-change': 'Eine Korrektur sagt, was sich geändert hat: {change} fehlt.',
  'template.error.different-digits': 'Die Türen von {unit} brauchen verschiedene Ziffern: Schreiben Sie {doors} statt {pin}.',
  'template.warning.different-digits':
    'Die Türen von {unit} brauchen verschiedene Ziffern, deshalb können Gäste dort diesen Text nicht bekommen: Schreiben Sie {doors} statt {pin}.',
  'template.warning.digits-beside': 'In {pin} sind die Ziffern vor der PIN schon enthalten. Gäste würden auch diese tippen: {found}',
  'template.warning.link': 'Buchungsportale können eine Nachricht mit einem Link oder einer Adresse zurückhalten: {found}',
  'template.warning.capitals': 'Buchungsportale können eine Nachricht mit Wörtern in Großbuchstaben ablehnen: {found}',
  'template.warning.digits-in-parentheses': 'Manche Buchungsportale entfernen Zahlen in Klammern: {found}',
  'template.warning.service': 'Buchungsportale können eine Nachricht ablehnen, die einen anderen Dienst nennt: {found}',
  'template.warning.html': 'Der Text wird so gesendet, wie er ist. Gäste könnten das Markup sehen: {found}',
  'template.warning.long': 'Der Text ist länger als 1.000 Zeichen. Gäste lesen ihn vielleicht nicht zu Ende.',
  'template.refused.too-many': 'Für weitere eigene Texte ist kein Platz. Setzen Sie einige zurück oder kürzen Sie welche.',
};
