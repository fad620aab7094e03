/** What is wrong with a text for guests, and what a platform may refuse, in French. */
import type { templates as english } from '../en/main-templates.ts';
import type { Translated } from '../message.ts';

export const templates: Translated<typeof english> = {
  'template.error.empty': 'Le texte est vide.',
  'template.error.too-long': 'Le texte dépasse 2 000 caractères.',
  'template.error.unknown-placeholder': 'La variable {found} n’existe pas.',
  'template.error.unknown-placeholder-meant': 'La variable {found} n’existe pas. Vouliez-vous écrire {meant} ?',
  'template.error.brace': 'L’accolade {found} n’a pas de pendant.',
  'template.error.no-digits': 'Le texte ne donne pas le code : il manque {pin} ou {doors}.',
  'template.error.no-change': 'Une correction dit ce qui a changé : il manque {change}.',
  'template.error.different-digits': 'Les portes de {unit} demandent des chiffres différents : écrivez {doors} au lieu de {pin}.',
  'template.warning.different-digits':
    'Les portes de {unit} demandent des chiffres différents ; ses voyageurs ne peuvent pas recevoir ce texte : écrivez {doors} au lieu de {pin}.',
  'template.warning.digits-beside':
    '{pin} contient déjà les chiffres à taper avant le PIN. Les voyageurs taperaient aussi ceux-ci : {found}',
  'template.warning.link': 'Les plateformes peuvent bloquer un message avec un lien ou une adresse : {found}',
  'template.warning.capitals': 'Les plateformes peuvent refuser un message avec des mots en capitales : {found}',
  'template.warning.digits-in-parentheses': 'Certaines plateformes suppriment les nombres entre parenthèses : {found}',
  'template.warning.service': 'Les plateformes peuvent refuser un message qui nomme un autre service : {found}',
  'template.warning.html': 'Le texte est envoyé tel quel. Les voyageurs pourraient voir le balisage : {found}',
  'template.warning.long': 'Le texte dépasse 1 000 caractères. Les voyageurs risquent de ne pas le lire jusqu’au bout.',
  'template.refused.too-many': 'Il n’y a plus de place pour d’autres textes. Réinitialisez-en ou raccourcissez-en quelques-uns.',
};
