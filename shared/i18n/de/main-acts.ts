/** Acts on a stay or a person in German: questions and refusals. */
import type { acts as english } from '../en/main-acts.ts';
import type { Translated } from '../message.ts';

export const acts: Translated<typeof english> = {
  'act.ask.new-pin':
    '{guest} bekommt an jeder Tür eine neue PIN, und die jetzige funktioniert nicht mehr. Die jetzige wurde hier nicht angezeigt.',
  'act.ask.new-pin-shown': {
    one: '{guest} bekommt an jeder Tür eine neue PIN, und die jetzige funktioniert nicht mehr. Die jetzige wurde hier einmal angezeigt; ob jemand sie kennt, ist nicht bekannt.',
    other:
      '{guest} bekommt an jeder Tür eine neue PIN, und die jetzige funktioniert nicht mehr. Die jetzige wurde hier {count}-mal angezeigt; ob jemand sie kennt, ist nicht bekannt.',
  },
  'act.told.message': '{guest} hat diese PIN am {at} per Nachricht bekommen.',
  'act.told.placeholder': 'Diese PIN steht seit {at} für {guest} in Ihren Vorlagen bei Smoobu; vielleicht wurde eine schon gesendet.',
  'act.told.copy': 'Sie haben {guest} diese PIN am {at} mitgeteilt.',
  'act.told.host': 'Diese PIN steht in Ihren Nachrichten an {guest} (gelesen am {at}).',
  'act.ask.new-pin-staying': '{guest} ist gerade da. Die jetzige PIN funktioniert ab sofort nicht mehr.',
  'act.ask.no-code-staying': '{guest} ist gerade da. Die PIN funktioniert ab sofort nicht mehr.',
  'act.ask.crosses': 'Das überschneidet sich mit dem Aufenthalt von {other}, von {from} bis {until}.',
  'act.refused.stay-unknown': 'Dieser Aufenthalt steht nicht in der Buchungsliste von Smoobu.',
  'act.refused.stay-cancelled': 'Die Buchung ist storniert.',
  'act.refused.stay-over': 'Der Aufenthalt ist vorbei.',
  'act.refused.stay-not-over': 'Der Aufenthalt ist nicht vorbei, oder es lässt sich nicht sagen, weil seine Unterkunft keine Tür hat.',
  'act.refused.stay-without-doors':
    'Für diese Buchung legt Latchkey keine Codes an: Die Unterkunft hat keine Tür, die Daten der Buchung stimmen nicht, oder sie liegt zu weit in der Zukunft.',
  'act.refused.busy': 'Es ist vorgemerkt, und die nächste Synchronisierung führt es aus: Gerade läuft eine andere.',
  'act.refused.not-read': 'Buchungen und Codes konnten nicht gelesen werden. Versuchen Sie es später noch einmal.',
  'act.refused.no-pin-key': 'Dafür wird der PIN-Schlüssel gebraucht, und auf diesem Computer gibt es keinen.',
  'act.refused.pin-unknown': 'Die jetzige PIN ist am Schloss nicht lesbar, deshalb ließe sich nicht sagen, ob sie ersetzt wurde.',
  'act.refused.pin-length': 'Eine PIN hat 4 bis 8 Ziffern.',
  'act.refused.pin-trivial': 'Diese PIN ist zu leicht zu erraten.',
  'act.refused.pin-digits': 'Eines der Tastenfelder hat nicht alle diese Ziffern.',
  'act.refused.pin-taken': 'Ein anderer Code an einer der Türen hat diese PIN.',
  'act.refused.pin-near': 'Ein Code, der zur selben Zeit gilt, unterscheidet sich von dieser PIN nur in einer Ziffer.',
  'act.refused.pin-retired': 'Diese PIN wurde schon einmal ersetzt und wird für diesen Aufenthalt nicht wieder verwendet.',
  'act.refused.window-empty': 'Der Code würde enden, bevor er öffnet.',
  'act.refused.too-far': 'Eigene Zeiten reichen bis zwei Tage vor und nach denen des Aufenthalts.',
  'act.refused.locks-out': 'Der Gast ist gerade da und würde ausgesperrt. Um jemanden auszusperren, sperren Sie den Aufenthalt.',
  'act.refused.act-unknown': 'So eine Aktion gibt es hier nicht, oder sie ist mehr als 30 Tage her.',
  'act.refused.act-is-sync': 'Das war eine Synchronisierung. Rückgängig gemacht wird nur, was Sie selbst getan haben.',
  'act.refused.act-not-undone': 'Das lässt sich nicht rückgängig machen.',
  'act.refused.act-new-pin': 'Eine neue PIN wird nicht rückgängig gemacht: Die frühere ist bekannt geworden.',
  'act.refused.act-changed': 'Seitdem wurde etwas geändert. Das lässt sich nicht mehr rückgängig machen.',
  'act.refused.door-shared':
    'Auch eine andere Unterkunft hat die neue Tür. Das lässt sich deshalb nicht rückgängig machen. Ändern Sie stattdessen die Türen der Unterkünfte unter „Unterkünfte & Türen“.',
  'act.refused.act-pin-lost': 'Die frühere PIN ist nicht mehr lesbar: Sie wurde mit einem anderen PIN-Schlüssel verschlüsselt.',
  'people.ask.remove': 'Der Code „{person}“ funktioniert dann hier nicht mehr: {doors}.',
  'people.ask.link': 'Code {code}, „{name}“, an {doors} ist nicht von Latchkey. Er gehört dann zu {person}.',
  'people.refused.person-unknown': 'Niemand hat hier diesen Namen oder diese Kennung.',
  'people.refused.name-empty': 'Eine Person braucht einen Namen mit höchstens 50 Zeichen.',
  'people.refused.window-over': 'Diese Zeit ist vorbei.',
  'people.refused.too-many-people': 'Es gibt schon tausend Personen. Entfernen Sie die, die keinen Code mehr brauchen.',
  'people.refused.too-many-doors': 'Eine Person kann höchstens 500 Türen haben.',
  'people.refused.code-unknown': 'Das Schloss hat diesen Code nicht mehr.',
  'people.refused.code-of-latchkey': 'Dieser Code gehört schon zu einer Buchung oder einer Person.',
  'people.refused.pin-retired': 'Diese PIN wurde schon einmal bei The Keys ersetzt und wird für diese Person nicht wieder verwendet.',
  'people.refused.code-over': 'Dieser Code funktioniert nicht mehr.',
  'people.refused.code-unreadable':
    'Dieser Code hat einen Wochenplan, oder seine PIN oder seine Zeiten sind nicht lesbar. Deshalb lässt er sich nicht verknüpfen.',
  'people.refused.lock-unmapped':
    'Das Schloss {lock} ist keine Tür einer Unterkunft. Fügen Sie es zuerst unter „Unterkünfte & Türen“ hinzu.',
  'people.refused.lock-unread': 'Das Schloss {lock} konnte nicht gelesen werden. Versuchen Sie es in ein paar Minuten noch einmal.',
  'people.refused.unit-unmapped': 'Die Unterkunft {unit} hat noch keine Türen. Fügen Sie sie zuerst unter „Unterkünfte & Türen“ hinzu.',
};
