/** The first steps: connect, map, look at the first plan, apply. */
import type { firstSteps as english } from '../en/first-steps.ts';
import type { Translated } from '../message.ts';

export const firstSteps: Translated<typeof english> = {
  'first-steps.lead':
    'Verbinden Sie beide Konten, sagen Sie, welche Tür zu welcher Unterkunft gehört, sehen Sie sich den ersten Plan an. Auf Ihre Schlösser wird nichts geschrieben, bis Sie Anwenden drücken.',
  'first-steps.steps': 'Schritte',
  'first-steps.smoobu': 'Smoobu verbinden',
  'first-steps.smoobu-text': 'Latchkey liest dort Ihre Buchungen und ändert nichts.',
  'first-steps.the-keys': 'The Keys verbinden',
  'first-steps.the-keys-text': 'Latchkey liest jetzt Ihre Schlösser und schreibt Codes erst, wenn Sie Anwenden gedrückt haben.',
  'first-steps.doors': 'Türen zuordnen',
  'first-steps.doors-text':
    'Sagen Sie, welche Türen jede Unterkunft öffnet. Ein Gast bekommt einen Code an jeder Tür der Unterkunft und an keiner anderen.',
  'first-steps.plan': 'Den ersten Plan ansehen',
  'first-steps.plan-text':
    'Das würde der erste Lauf tun. Nichts wird geschrieben, bis Sie Anwenden drücken; von da an hält Latchkey die Codes von selbst aktuell.',
  'first-steps.done': 'Erledigt',
  'first-steps.now': 'Jetzt',
  'first-steps.later': 'Später',
  'first-steps.trouble': 'Funktioniert nicht',
  'first-steps.waits-doors': 'Verbinden Sie zuerst beide Konten.',
  'first-steps.waits-plan': 'Verbinden Sie zuerst beide Konten und ordnen Sie mindestens eine Tür zu.',
  'first-steps.next': 'Weiter: {step}',
  'first-steps.mapping-failed': 'Die Zuordnung war nicht lesbar',
  'first-steps.mapping-failed-text': 'Nichts wurde geändert, und auf die Schlösser wird nichts geschrieben. Versuchen Sie es erneut.',
  'first-steps.apply': 'Anwenden',
  'first-steps.apply-waits': 'Anwenden ist möglich, sobald der Plan zu sehen ist.',
  'first-steps.apply-failed': 'Der Plan wurde nicht angewendet',
  'first-steps.apply-failed-text': 'Auf die Schlösser wurde nichts geschrieben. Versuchen Sie es erneut.',
  'first-steps.applied': 'Latchkey hat begonnen: Die Codes sind unterwegs zu den Türen.',
  'first-steps.other-ways': 'Andere Wege zu beginnen',
  'first-steps.demo': 'Mit Demodaten ausprobieren',
  'first-steps.demo-text':
    'Zur Demo startet Latchkey neu, mit erfundenen Buchungen, Gästen und Türen. Sie können die Demo jederzeit verlassen.',
  'first-steps.demo-failed': 'Die Demo wurde nicht gestartet',
  'first-steps.demo-failed-text': 'Nichts wurde geändert. Versuchen Sie es erneut.',
  'first-steps.import': 'Konfigurationsdatei des Python-Werkzeugs importieren',
  'first-steps.imported': 'Die Datei wurde übernommen. Machen Sie mit dem ersten offenen Schritt weiter.',
  'first-steps.at-work': 'Latchkey ist an der Arbeit',
  'first-steps.at-work-text':
    'Der erste Lauf schreibt jetzt die Codes. Noch zwei Dinge, dann sind Sie fertig; beide lassen sich jederzeit in den Einstellungen ändern.',
  'first-steps.arrivals': 'Zu den Anreisen',
};
