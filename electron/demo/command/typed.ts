/** What can be typed while the demo clouds are running: faults, switches, and what a host does at Smoobu by hand. */
import type { DemoClouds } from '../clouds.ts';
import { parseFault } from '../parse-fault.ts';
import { parseSwitch } from '../parse-switch.ts';
import { applyFault, applySwitch } from './demo-options.ts';

export const TYPED = `Type a line to
  simulate a fault               the-keys:writes=drop-after   (to end it: the-keys=off, smoobu=off)
  play another behaviour         the-keys:missingDigits=0
  see what was sent to guests    messages
  write to a guest by hand       host 90018 The code is 331793
  see a template as a guest      template 90010 The code is [latchkeyPin]`;

const BY_HAND = /^(host|template) (\d+) (.+)$/;

export function answerTo(line: string, clouds: DemoClouds): string {
  if (line === 'messages') return sentMessages(clouds);
  const [, what, id, text] = BY_HAND.exec(line) ?? [];
  if (text !== undefined) return byHand(what === 'host', Number(id), text, clouds);
  const change = parseSwitch(line);
  const fault = change.ok ? null : parseFault(line);
  if (fault?.ok === false) return fault.error;
  if (change.ok) applySwitch(clouds, change.value);
  if (fault?.ok === true) applyFault(clouds, fault.value);
  return `Applied: ${line}`;
}

function sentMessages({ smoobu }: DemoClouds): string {
  const shown = smoobu
    .sentMessages()
    .map(({ bookingId, to, text }) => `To the ${to}, booking ${String(bookingId)}:\n${text.replaceAll(/^/gm, '  ')}`);
  return shown.length === 0 ? 'Nothing was sent.' : shown.join('\n\n');
}

function byHand(isMessage: boolean, bookingId: number, text: string, { smoobu }: DemoClouds): string {
  if (smoobu.booking(bookingId) === null) return `There is no booking ${String(bookingId)}.`;
  if (!isMessage) return smoobu.renderTemplate(text, bookingId);
  smoobu.addMessage({ bookingId, from: 'host', text });
  return `Written to booking ${String(bookingId)}.`;
}
