/** Acts on a door in French: questions and refusals. */
import type { doors as english } from '../en/main-doors.ts';
import type { Translated } from '../message.ts';

export const doors: Translated<typeof english> = {
  'door.ask.replace': '« {door} » est remplacée par « {by} » pour ces logements : {units}. Le nouveau clavier doit déjà être sur la porte.',
  'door.ask.replace-people': 'Ces personnes reçoivent aussi la nouvelle porte : {people}.',
  'door.ask.replace-codes': {
    one: 'Un code y est créé ; l’ancien est supprimé une fois le nouveau relu.',
    other: '{count} codes y sont créés ; chaque ancien est supprimé une fois le nouveau relu.',
  },
  'door.ask.replace-waits': {
    one: 'Quelqu’un est peut-être sur place avec l’un des anciens codes : il attend votre accord.',
    other: 'Quelqu’un est peut-être sur place avec {count} des anciens codes : ils attendent votre accord.',
  },
  'door.ask.others-stay': {
    one: 'Un code de l’ancien clavier n’a pas été créé par Latchkey : il y reste et ne suit pas.',
    other: '{count} codes de l’ancien clavier n’ont pas été créés par Latchkey : ils y restent et ne suivent pas.',
  },
  'door.ask.old-unread': 'L’ancienne serrure ne peut pas être lue : ses codes restent jusqu’à ce qu’elle le soit.',
  'door.ask.prefix-kept':
    'Les voyageurs continuent de taper {prefix} avant le PIN. Si le nouveau clavier demande un autre préfixe ou aucun, changez-le dans « Logements et portes » avant de prévenir qui que ce soit.',
  'door.ask.digits-kept':
    'Le nouveau clavier est considéré comme n’ayant que les chiffres {digits}, comme l’ancien. S’il en a d’autres, changez-le dans « Logements et portes ».',
  'door.refused.mapping-unconfirmed': 'Logements et portes viennent d’une copie. Vérifiez-les et confirmez-les d’abord.',
  'door.refused.not-mapped': 'Cette serrure n’est la porte d’aucun logement.',
  'door.refused.several-doors': 'Cette serrure a plusieurs portes avec leur propre clavier. Changez-les dans « Logements et portes ».',
  'door.refused.lock-unknown': 'Le compte The Keys n’a pas la nouvelle serrure.',
  'door.refused.no-keypad': 'La nouvelle serrure n’a pas de clavier.',
  'door.refused.several-keypads': 'La nouvelle serrure a plusieurs claviers. Indiquez l’un d’eux : {keypads}.',
  'door.refused.keypad-unknown': 'La nouvelle serrure n’a pas ce clavier. Elle a : {keypads}.',
  'door.refused.same-door': 'C’est la porte qui est déjà là.',
  'door.refused.already-mapped': '{unit} a déjà la nouvelle porte. Retirez l’une des deux dans « Logements et portes ».',
  'door.ask.remove': 'Le code « {code} » est supprimé de « {door} ».',
  'door.ask.remove-not-ours': 'Il n’a pas été créé par Latchkey.',
  'door.ask.remove-opens-now': 'Il ouvre cette porte en ce moment : quelqu’un s’en sert peut-être.',
  'door.ask.remove-for-good': 'Cela ne peut pas être annulé.',
  'door.refused.no-such-code': 'Ce code n’est plus sur ce clavier.',
  'door.refused.guest-code':
    'C’est le code d’un séjour. Pour ne plus laisser entrer le voyageur, bloquez le séjour ; si le logement s’ouvre autrement, choisissez « Pas de code » : latchkey stay {booking} --block, ou --no-code.',
  'door.refused.person-code': 'Ce code appartient à une personne. Supprimez la personne : latchkey people remove {person}.',
  'door.ask.restore': 'Le code « {code} » est recréé sur « {door} », jusqu’au {until}, avec le PIN qu’il avait.',
  'door.ask.unlink':
    'Le code de {person} sur « {door} » redevient un code créé à la main : il s’appelle « {code} », garde son PIN, et aucune synchronisation ne le modifie plus.',
  'door.ask.restore-limited': 'Il n’avait pas de fin : il en reçoit une.',
  'door.ask.restore-no-note': 'La note qu’il avait n’a pas été conservée.',
  'door.refused.busy': 'Une synchronisation est en cours, donc rien n’a été modifié. Réessayez dans une minute.',
  'door.refused.changed': 'Le code a été modifié entre-temps, donc rien n’a été supprimé. Vérifiez de nouveau la porte.',
  'door.refused.unverified':
    'Il n’est pas certain que le code soit supprimé : il ouvre peut-être encore la porte. Vérifiez de nouveau la porte.',
  'door.refused.not-restored': 'Le clavier n’accepte plus ce code, il n’a donc pas été recréé.',
  'door.refused.restore-unverified': 'Il n’est pas certain que le code ait été recréé. Vérifiez de nouveau la porte.',
  'door.refused.code-over': 'Le code serait déjà terminé : il n’est pas recréé.',
  'reveal.title': 'Afficher d’autres PIN ?',
  'reveal.body':
    'Dix PIN ont été affichés ou copiés en une minute. Si ce n’était pas vous, choisissez « Ne pas afficher », quittez Latchkey et changez les PIN.',
  'reveal.yes': 'Afficher les PIN',
  'reveal.no': 'Ne pas afficher',
  'sheet.title': 'Imprimer les PIN ?',
  'sheet.body': 'Quiconque trouve la fiche peut ouvrir ces portes. Gardez-la hors de vue des voyageurs et détruisez l’ancienne.',
  'sheet.yes': 'Imprimer avec les PIN',
  'sheet.no': 'Sans les PIN',
};
