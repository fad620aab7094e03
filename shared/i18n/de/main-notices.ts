/** Notifications, and the sentences of what needs the host, in German. */
import type { notices as english } from '../en/main-notices.ts';
import type { Translated } from '../message.ts';

export const notices: Translated<typeof english> = {
  'notice.rejected-title': '{cloud} nimmt die Zugangsdaten nicht an',
  'notice.rejected-body': 'Die Codes bleiben, wie sie sind, und neue Buchungen bekommen keinen, bis Sie sie korrigieren.',
  'notice.keychain-title': 'Der Schlüsselbund ist nicht nutzbar',
  'notice.unreachable-title': '{cloud} ist nicht erreichbar',
  'notice.unreachable-body': 'Seit {time}. Die Codes bleiben, wie sie sind; Latchkey versucht es weiter.',
  'notice.run-held-title': 'Ein Lauf wartet auf Sie',
  'notice.held-title': { one: '{count} Entfernung wartet auf Sie', other: '{count} Entfernungen warten auf Sie' },
  'notice.held-body': 'Nichts wird entfernt, bis Sie in Latchkey entschieden haben.',
  'notice.arrival-title': 'Anreise {time}: Code nicht bestätigt',
  'notice.arrival-now-title': 'Gast kommt vielleicht schon: Code nicht bestätigt',
  'notice.arrival-body': '{unit}: Der Code ließ sich auf dem Schloss nicht bestätigen. Verlassen Sie sich noch nicht darauf.',
  'notice.arrivals-title': { one: '{count} Anreise: Code nicht bestätigt', other: '{count} Anreisen: Codes nicht bestätigt' },
  'notice.arrivals-body': '{units}: Die Codes ließen sich auf den Schlössern nicht bestätigen. Verlassen Sie sich noch nicht darauf.',
  'notice.arrivals-body-more':
    '{units} und {more} weitere: Die Codes ließen sich auf den Schlössern nicht bestätigen. Verlassen Sie sich noch nicht darauf.',
  'notice.recovered-title': 'Wieder in Ordnung',
  'notice.recovered-cloud': '{cloud} antwortet wieder.',
  'notice.recovered-credentials': '{cloud} nimmt die Zugangsdaten wieder an.',
  'notice.recovered-keychain': 'Der Schlüsselbund ist wieder nutzbar.',
  'notice.recovered-arrival': '{unit}: Der Code ist auf dem Schloss bestätigt.',
  'notice.recovered-more': 'Und {more} weitere.',

  'attention.arrival':
    '{unit}: Eine Anreise steht bevor oder ist im Gange, und ihr Code ist auf dem Schloss nicht bestätigt. Verlassen Sie sich noch nicht darauf; sehen Sie sich den Aufenthalt an.',
  'attention.rejected': '{cloud} nimmt die gespeicherten Zugangsdaten nicht an. Es werden keine Codes gepflegt, bis Sie sie korrigieren.',
  'attention.not-connected': '{cloud} ist nicht verbunden. Bis dahin werden keine Codes gepflegt.',
  'attention.first-steps': 'Verbinden Sie Smoobu und The Keys, um zu beginnen.',
  'attention.first-steps-map': 'Ordnen Sie Unterkünfte Türen zu, um fortzufahren. Noch wird nichts auf die Schlösser geschrieben.',
  'attention.first-steps-apply':
    'Alles ist bereit. Nichts wird auf die Schlösser geschrieben, bis Sie in den ersten Schritten auf „Anwenden“ drücken.',
  'attention.held': {
    one: '{count} Entfernung wartet auf Sie. Bis dahin öffnet der Code seine Tür weiter.',
    other: '{count} Entfernungen warten auf Sie. Bis dahin öffnen die Codes ihre Türen weiter.',
  },
  'attention.unreachable': {
    one: '{cloud} war im letzten Lauf nicht erreichbar. Die Codes bleiben, wie sie sind; neue Buchungen bekommen keinen, bis es antwortet.',
    other:
      '{cloud} war in den letzten {count} Läufen nicht erreichbar. Die Codes bleiben, wie sie sind; neue Buchungen bekommen keinen, bis es antwortet.',
  },
  'attention.clock-skew': 'Die Uhr dieses Computers geht falsch. Stellen Sie sie richtig: Bis dahin bekommen neue Buchungen keinen Code.',
  'attention.clock-stepped': 'Die Uhr dieses Computers ist gesprungen. Kein Code wird entfernt, bis Sie nachgesehen haben.',
  'attention.settings-recovered':
    'Die Einstellungen ließen sich nicht lesen und wurden beiseitegelegt. Prüfen Sie die Zuordnung: Ohne sie wird kein Code angelegt.',
  'attention.history-recovered':
    'Der Verlauf ließ sich nicht lesen und wurde beiseitegelegt. Ein neuer wurde begonnen; die Codes auf den Schlössern berührt das nicht.',
};
