/** Why nothing is told or switched on when the user asks for it, in German. */
import type { messageRefusals as english } from '../en/main-messages.ts';
import type { Translated } from '../message.ts';

export const messageRefusals: Translated<typeof english> = {
  'messages.refused.stay-unknown': 'Diesen Aufenthalt gibt es nicht: Er ist vorbei, storniert, oder seine Unterkunft hat keine Tür.',
  'messages.refused.told-already': 'Dieser Gast weiß es schon, und seither hat sich nichts geändert.',
  'messages.refused.maybe-told': 'Eine Nachricht wurde gesendet und ist vielleicht nicht angekommen. Sagen Sie zuerst, ob sie da ist.',
  'messages.refused.changed':
    'Seit Sie nachgesehen haben, hat sich geändert, wer eine Nachricht bekäme. Nichts wurde eingeschaltet: Sehen Sie die Liste noch einmal an.',
  'messages.refused.bad-key': 'Der Name muss aus 2 bis 40 Buchstaben, Ziffern, - oder _ bestehen und mit einem Buchstaben beginnen.',
  'messages.refused.threads-unread':
    'Die Nachrichten der Gäste, die bald anreisen, konnten nicht gelesen werden. Versuchen Sie es später, oder sagen Sie, bis zu welcher Anreise die Gäste Bescheid wissen.',
  'messages.refused.not-verified':
    'Noch nicht jede Tür dieses Aufenthalts hat den geprüften Code. Synchronisieren Sie und versuchen Sie es dann noch einmal.',
  'messages.refused.quiet-hours': 'Nachts wird nichts gesendet.',
  'messages.refused.no-pin-key':
    'Im Schlüsselbund ist kein PIN-Schlüssel; so wäre später nicht zu erkennen, was Gästen gesagt wurde. Nichts wurde geändert.',
  'messages.refused.register-lost':
    'Latchkey weiß nicht mehr, was Gästen gesagt wurde. Halten Sie die Nachrichten an und starten Sie sie neu.',
  'messages.refused.paused': 'Latchkey ist angehalten. Setzen Sie es fort und versuchen Sie es dann noch einmal.',
  'messages.refused.blocked': 'Dieser Gast ist gesperrt oder soll keinen Code haben.',
  'messages.refused.no-code': 'Dieser Aufenthalt hat keinen Code.',
  'messages.refused.not-for-unit': 'Nach Ihren Einstellungen sagt Latchkey den Gästen dieser Unterkunft nichts.',
  'messages.refused.not-for-channel': 'Nach Ihren Einstellungen sagt Latchkey den Gästen dieses Buchungskanals nichts.',
  'messages.refused.not-for-stay': 'Sie haben gewählt, dass Latchkey diesem Gast nichts sagt.',
  'messages.refused.draft-language': 'Der Text in der Sprache dieses Gastes ist ein Entwurf. Sehen Sie ihn zuerst an.',
  'messages.refused.template-broken': 'Der Text in der Sprache dieses Gastes hat einen Fehler. Berichtigen Sie ihn zuerst.',
  'messages.refused.different-pins':
    'Die Türen dieses Aufenthalts haben verschiedene PINs, und der Text hat nur Platz für eine. Nehmen Sie die Liste der Türen hinein.',
  'messages.refused.changed-by-hand': 'Jemand hat diesen Code bei The Keys geändert. Sagen Sie zuerst, ob der Gast es erfährt.',
  'messages.refused.refused': 'Smoobu hat die Nachricht abgelehnt. Latchkey versucht es von selbst noch einmal.',
  'messages.refused.reading-thread': 'Latchkey prüft, ob die letzte Nachricht angekommen ist.',
  'messages.refused.asked': 'Zuerst ist Ihre Antwort nötig. Sehen Sie unter „Zu tun“ auf der Seite „Heute“ nach.',
  'messages.refused.placeholder-taken':
    'Smoobu hat einen Platzhalter dieses Namens, der nicht von Latchkey ist. Wählen Sie einen anderen Namen.',
  'messages.refused.not-started': 'Nachrichten sind nicht eingeschaltet. Starten Sie sie zuerst.',
  'messages.refused.over': 'Dieser Aufenthalt ist vorbei.',
};
