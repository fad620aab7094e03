/** What went wrong in telling guests their code, and what to do, in German. */
import type { tellingProblems as english } from '../en/main-telling.ts';
import type { Translated } from '../message.ts';

export const tellingProblems: Translated<typeof english> = {
  'problem.told-wrong-pin.earlier-pin':
    'In den Nachrichten der Buchung {booking} steht zuletzt eine frühere PIN des Aufenthalts. Sie öffnet nicht mehr: Die Türen haben jetzt eine andere. Senden Sie die richtige, oder ignorieren Sie dies, wenn der Gast sie kennt.',
  'problem.told-wrong-pin.other-stay':
    'In den Nachrichten der Buchung {booking} steht zuletzt die PIN eines anderen Aufenthalts statt der, die für diesen öffnet. Senden Sie die richtige, oder ignorieren Sie dies, wenn der Gast sie kennt.',
  'problem.told-wrong-pin.wrong-prefix':
    'In den Nachrichten der Buchung {booking} steht zuletzt die richtige PIN, aber mit falschen Ziffern davor. So getippt öffnet sie nicht. Senden Sie die richtigen Ziffern, oder ignorieren Sie dies, wenn der Gast sie kennt.',
  'problem.not-told':
    'Der Gast der Buchung {booking} kann ab {from} kommen und kennt den Code noch nicht. Teilen Sie den Code mit; in der Liste der Nachrichten steht, warum er nicht gesendet wurde.',
  'problem.not-told-change':
    'Der Gast der Buchung {booking} kann ab {from} kommen und weiß nicht, was sich geändert hat: Der Code, den der Gast kennt, öffnet vielleicht nicht. Teilen Sie die Änderung mit; in der Liste der Nachrichten steht, warum sie nicht gesendet wurde.',
  'problem.told-unclear':
    'Es ist nicht sicher, ob die Nachricht an den Gast der Buchung {booking} angekommen ist: In den Nachrichten der Buchung steht sie nicht. Sehen Sie in Smoobu nach und geben Sie an, ob sie angekommen ist, oder lassen Sie sie noch einmal senden.',
  'problem.told-partly':
    'Der Gast der Buchung {booking} kommt bald, und nicht jede Tür hat einen bestätigten Code; deshalb wurde noch nichts gesendet. Senden Sie die Codes der bestätigten Türen, oder warten Sie auf die anderen.',
  'problem.told-by-hand':
    'Die PIN der Buchung {booking} wurde bei The Keys geändert, und dem Gast wurde eine andere mitgeteilt. Senden Sie dem Gast die neue, oder lassen Sie es so.',
  'problem.register-lost':
    'Latchkey weiß nicht mehr, was den Gästen mitgeteilt wurde, und sendet ihnen deshalb nichts. Schalten Sie die Nachrichten aus und wieder ein: Vorher sehen Sie, wer eine bekommen würde.',
  'problem.placeholder-stays':
    'Der Platzhalter [{key}] der Buchung {booking} in Smoobu nennt vielleicht noch eine PIN, die die Tür nicht öffnet, und ließ sich nicht löschen. Eine Vorlage, die jetzt verschickt wird, nennt dem Gast diese PIN. Löschen Sie den Platzhalter in Smoobu und nennen Sie dem Gast die richtige PIN.',
  'problem.placeholder-failed':
    'Smoobu hat den Platzhalter [{key}] der Buchung {booking} nicht gespeichert; Ihre Vorlagen nennen dem Gast den Code also noch nicht. Latchkey versucht es weiter; einem Gast, der bald anreist, nennen Sie den Code selbst.',
  'problem.placeholders-unread':
    'Die Platzhalter in Smoobu waren nicht lesbar: {reason}. Ihre Vorlagen nennen den Code vielleicht noch nicht jedem Gast; die nächste Synchronisierung versucht es wieder.',
  'problem.placeholder-taken':
    'In Smoobu gibt es einen Platzhalter [{key}], der nicht von Latchkey stammt oder Übersetzungen hat, zum Beispiel bei der Buchung {booking}. Er bleibt, wie er ist, und Ihre Vorlagen nennen dem Gast den Code nicht. Wählen Sie einen anderen Namen für den Platzhalter von Latchkey und verwenden Sie diesen in Ihren Vorlagen.',
  'problem.placeholder-no-pin':
    'Die Türen der Unterkunft {unit} brauchen verschiedene Ziffern; eine einzige PIN wäre falsch, deshalb nennen Ihre Vorlagen den Gästen dort keinen Code. Setzen Sie „messages.placeholder.doorsKey“ und verwenden Sie diesen Platzhalter in Ihren Vorlagen.',
  'problem.placeholder-doors-only':
    'Die Türen der Unterkunft {unit} brauchen verschiedene Ziffern, deshalb gibt es für die Gäste dort keinen Platzhalter mit einer einzigen PIN. Verwenden Sie in den Vorlagen dieser Unterkunft den Platzhalter mit allen Türen.',
};
