/** What went wrong in telling guests their code, and what to do. */
import type { Section } from '../message.ts';

export const tellingProblems = {
  'problem.told-wrong-pin.earlier-pin':
    'In the messages of booking {booking}, its guest was last told a former PIN of the stay. It no longer opens: the doors have another one now. Send the right one, or ignore this if the guest knows.',
  'problem.told-wrong-pin.other-stay':
    'In the messages of booking {booking}, its guest was last told the PIN of another stay, instead of the one that opens for this stay. Send the right one, or ignore this if the guest knows.',
  'problem.told-wrong-pin.wrong-prefix':
    'In the messages of booking {booking}, its guest was last told the right PIN with wrong digits before it. Typed like that, it does not open. Send the right digits, or ignore this if the guest knows.',
  'problem.not-told':
    'The guest of booking {booking} may arrive from {from} on and has not been told the code. Tell the guest; the list of messages says why it was not sent.',
  'problem.not-told-change':
    'The guest of booking {booking} may arrive from {from} on and has not been told what changed: the code that the guest knows may not open. Tell the guest; the list of messages says why it was not sent.',
  'problem.told-unclear':
    'It is not certain that the message to the guest of booking {booking} arrived: it is not in the booking’s thread. Look in Smoobu and say whether it arrived, or have it sent again.',
  'problem.told-partly':
    'The guest of booking {booking} arrives soon, and not every door has a verified code, so nothing was sent yet. Send for the verified doors, or wait for the others.',
  'problem.told-by-hand':
    'The PIN of booking {booking} was changed at The Keys, and the guest was told another one. Send the guest the new one, or leave it.',
  'problem.register-lost':
    'Latchkey no longer knows what guests were told, so it sends them nothing. Stop messages and start them again: before that you see who would be told.',
  'problem.placeholder-stays':
    'Smoobu’s placeholder [{key}] of booking {booking} may still say a PIN that does not open the door, and could not be deleted. A template sent now would tell the guest that PIN. Delete the placeholder in Smoobu, and tell the guest the right PIN.',
  'problem.placeholder-failed':
    'Smoobu did not store the placeholder [{key}] of booking {booking}, so your templates do not tell the guest the code yet. Latchkey tries again; tell a guest who arrives soon yourself.',
  'problem.placeholders-unread':
    'The placeholders in Smoobu could not be read: {reason}. Your templates may not tell every guest the code yet; the next sync tries again.',
  'problem.placeholder-taken':
    'Smoobu has a placeholder [{key}] that Latchkey did not set, or that has translations, for instance for booking {booking}. It stays as it is, and your templates do not tell the guest the code. Choose another name for Latchkey’s placeholder, and use it in your templates.',
  'problem.placeholder-no-pin':
    'The doors of unit {unit} need different digits, so no single PIN is right and your templates tell its guests no code. Set “messages.placeholder.doorsKey”, and use that placeholder in your templates.',
  'problem.placeholder-doors-only':
    'The doors of unit {unit} need different digits, so there is no placeholder with a single PIN for its guests. Use the placeholder with all doors in the templates of this unit.',
} as const satisfies Section;
