/** Why nothing is told or switched on when the user asks for it, in German. */
import type { messageRefusals as english } from '../en/main-messages.ts';
import type { Translated } from '../message.ts';

export const messageRefusals: Translated<typeof english> = {
  'messages.refused.stay-unknown': 'Diesen Aufenthalt gibt es nicht: Er ist vorbei, storniert, oder seine Unterkunft hat keine Tür.',
  'messages.refused.told-already': 'Dieser Gast ist schon informiert, und seitdem hat sich nichts geändert.',
  'messages.refused.maybe-told':
    'Eine Nachricht wurde gesendet und ist vielleicht nicht angekommen. Geben Sie zuerst an, ob sie angekommen ist.',
  'messages.refused.changed':
    'Seit Sie nachgesehen haben, hat sich geändert, wer eine Nachricht bekommen würde. Nichts wurde eingeschaltet: Sehen Sie sich die Liste noch einmal an.',
  'messages.refused.bad-key': 'Der Name muss aus 2 bis 40 Buchstaben, Ziffern, - oder _ bestehen und mit einem Buchstaben beginnen.',
  'messages.refused.threads-unread':
    'Die Nachrichten der Gäste, die bald anreisen, konnten nicht gelesen werden. Versuchen Sie es später, oder geben Sie an, bis zu welcher Anreise die Gäste informiert sind.',
  'messages.refused.not-verified':
    'Noch nicht jede Tür dieses Aufenthalts hat den geprüften Code. Synchronisieren Sie jetzt, und versuchen Sie es dann noch einmal.',
  'messages.refused.quiet-hours': 'Nachts wird nichts gesendet.',
  'messages.refused.no-pin-key':
    'Im Schlüsselbund ist kein PIN-Schlüssel; so wäre später nicht zu erkennen, was Gästen mitgeteilt wurde. Nichts wurde geändert.',
  'messages.refused.register-lost':
    'Latchkey weiß nicht mehr, was Gästen mitgeteilt wurde. Schalten Sie die Nachrichten aus und wieder ein.',
  'messages.refused.paused': 'Latchkey ist pausiert. Setzen Sie fort, und versuchen Sie es dann noch einmal.',
  'messages.refused.blocked': 'Dieser Gast ist gesperrt oder soll keinen Code haben.',
  'messages.refused.no-code': 'Dieser Aufenthalt hat keinen Code.',
  'messages.refused.not-for-unit': 'Nach Ihren Einstellungen teilt Latchkey den Gästen dieser Unterkunft nichts mit.',
  'messages.refused.not-for-channel': 'Nach Ihren Einstellungen teilt Latchkey den Gästen dieses Buchungsportals nichts mit.',
  'messages.refused.not-for-stay': 'Sie haben festgelegt, dass Latchkey diesem Gast nichts mitteilt.',
  'messages.refused.draft-language': 'Der Text in der Sprache dieses Gastes ist ein Entwurf. Prüfen Sie ihn zuerst.',
  'messages.refused.template-broken': 'Der Text in der Sprache dieses Gastes enthält einen Fehler. Korrigieren Sie ihn zuerst.',
  'messages.refused.different-pins':
    'Die Türen dieses Aufenthalts haben verschiedene PINs, und der Text hat nur Platz für eine. Verwenden Sie darin die Liste der Türen.',
  'messages.refused.changed-by-hand': 'Jemand hat diesen Code bei The Keys geändert. Entscheiden Sie zuerst, ob der Gast es erfährt.',
  'messages.refused.refused': 'Smoobu hat die Nachricht abgelehnt. Latchkey versucht es von selbst noch einmal.',
  'messages.refused.reading-thread': 'Latchkey prüft, ob die letzte Nachricht angekommen ist.',
  'messages.refused.asked': 'Zuerst ist Ihre Antwort nötig. Sehen Sie unter „Zu tun“ auf der Seite „Heute“ nach.',
  'messages.refused.placeholder-taken':
    'Smoobu hat einen Platzhalter dieses Namens, der nicht von Latchkey ist. Wählen Sie einen anderen Namen.',
  'messages.refused.not-started': 'Nachrichten sind nicht eingeschaltet. Schalten Sie sie zuerst ein.',
  'messages.refused.over': 'Dieser Aufenthalt ist vorbei.',
};
