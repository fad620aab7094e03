/** The first steps: both accounts, the doors, the first plan. */
import type { firstSteps as english } from '../en/first-steps.ts';
import type { Translated } from '../message.ts';

export const firstSteps: Translated<typeof english> = {
  'first-steps.steps': 'Schritte',
  'first-steps.accounts': 'Konten',
  'first-steps.doors': 'Türen',
  'first-steps.plan': 'Erster Plan',
  'first-steps.back': 'Zurück',

  'first-steps.accounts-title': 'Verbinden Sie Ihre Konten',
  'first-steps.accounts-lead':
    'Latchkey liest Ihre Buchungen in Smoobu und legt für jeden Gast einen Code bei The Keys an. Bevor Sie den ersten Plan gesehen haben, wird nichts geschrieben.',
  'first-steps.smoobu-text':
    'Hier sind Ihre Buchungen. Latchkey liest sie; außer Nachrichten, die Sie selbst einschalten, ändert es nichts.',
  'first-steps.the-keys-text':
    'Hier sind Ihre Schlösser. Latchkey liest sie jetzt und schreibt Codes erst, wenn Sie auf „Starten“ drücken.',
  'first-steps.accounts-wait': 'Verbinden Sie beide Konten, um fortzufahren.',
  'first-steps.accounts-ready': 'Beide Konten sind verbunden.',
  'first-steps.choose-doors': 'Türen wählen',
  'first-steps.other-ways': 'Andere Wege zum Start',
  'first-steps.demo': 'Demo ausprobieren',
  'first-steps.demo-text':
    'Die Demo hat erfundene Buchungen, Gäste und Türen und speichert nichts. Zum Verlassen wählen Sie „Demo verlassen“ oben im Fenster.',
  'first-steps.demo-failed': 'Die Demo wurde nicht gestartet',
  'first-steps.demo-failed-text': 'Nichts wurde geändert. Versuchen Sie es erneut.',
  'first-steps.import': 'Konfigurationsdatei des Python-Werkzeugs importieren',
  'first-steps.imported': 'Die Datei wurde importiert. Machen Sie hier weiter.',
  'first-steps.restore': 'Sicherung wiederherstellen',

  'first-steps.doors-title': 'Welche Türen öffnen Gäste?',
  'first-steps.doors-lead': {
    one: '{matched} von {count} Unterkunft wurde dem Namen nach zugeordnet. Bitte prüfen; danach sehen Sie, was sich ändern würde. Noch wird nichts geschrieben.',
    other:
      '{matched} von {count} Unterkünften wurden dem Namen nach zugeordnet. Bitte prüfen; danach sehen Sie, was sich ändern würde. Noch wird nichts geschrieben.',
  },
  'first-steps.use-unit': 'Diese Türen für {unit} verwenden',
  'first-steps.use': { one: 'Diese Zuordnung verwenden', other: 'Diese {count} Zuordnungen verwenden' },
  'first-steps.use-none': 'Wählen Sie mindestens eine Unterkunft mit Tür.',
  'first-steps.gate': {
    one: '{door} gehört zu {count} Unterkunft.',
    other: '{door} gehört zu {count} Unterkünften und ist bei allen schon eingetragen.',
  },
  'first-steps.no-code-yet': {
    one: '{count} Unterkunft bleibt ohne Tür: Gäste dort bekommen keinen Code.',
    other: '{count} Unterkünfte bleiben ohne Tür: Gäste dort bekommen keinen Code.',
  },

  'first-steps.plan-title': 'Ihr erster Plan',
  'first-steps.plan-lead': 'Bis Sie auf „Starten“ drücken, wird nichts geschrieben. Von da an hält Latchkey die Codes selbst aktuell.',
  'first-steps.plan-by-unit': 'Was sich ändern würde, nach Unterkunft',
  'first-steps.sum-nothing': 'Kein Code ändert sich. Latchkey beginnt, Ihren Buchungen zu folgen.',
  'first-steps.not-planned': 'Nicht im Plan',
  'first-steps.start': 'Starten',
  'first-steps.start-waits': 'Starten ist möglich, sobald der Plan zu sehen ist.',
  'first-steps.start-failed': 'Latchkey wurde nicht gestartet',
  'first-steps.start-failed-text': 'Auf die Schlösser wurde nichts geschrieben. Versuchen Sie es erneut.',

  'first-steps.writing': 'Die Codes werden geschrieben',
  'first-steps.writing-text': 'Sie können dieses Fenster schließen: Latchkey arbeitet im Infobereich weiter.',
  'first-steps.written': 'Die Codes sind geschrieben',
  'first-steps.written-text': 'Latchkey hält sie von jetzt an aktuell.',
  'first-steps.not-all': 'Noch sind nicht alle Codes geschrieben',
  'first-steps.not-all-text': 'Was fehlt, steht hier und unter „Heute“. Die nächste Synchronisierung versucht es wieder.',
  'first-steps.by-door': 'Fortschritt je Tür',
  'first-steps.door-waits': { one: '{count} Code zu schreiben', other: '{count} Codes zu schreiben' },
  'first-steps.door-at': '{done} von {total}',
  'first-steps.door-done': { one: '{count} Code geschrieben', other: '{count} Codes geschrieben' },
  'first-steps.today': 'Zu „Heute“',
};
