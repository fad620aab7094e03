/** The message for one guest as it would be now: with dots for whoever looks, and with digits for the user who tells the guest. Pure. */
import type { GuestLanguage, TellingReason } from '../../../shared/domain/told.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { languageOf, ownTemplate } from '../../../shared/messages/templates/language.ts';
import { previewText } from '../../../shared/messages/templates/preview-text.ts';
import { textOf } from '../../../shared/messages/templates/text-of.ts';
import type { GuestText } from '../../../shared/messages/templates/text-of.ts';
import { BUILT_IN } from '../../../shared/messages/templates/texts/built-in.ts';
import type { StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { MessageLook } from './look-at-messages.ts';

export type NoMessage = 'stay-unknown' | TellingReason;
type TextSettings = Pick<Settings, 'messages' | 'templates'>;

export interface MessagePreview {
  readonly language: GuestLanguage;
  readonly text: string;
  /** Why it is not sent; null: nothing is in its way, or messages are off. */
  readonly waitsFor: TellingReason | null;
}

export function messagePreview(id: BookingId, { facts, lines }: MessageLook, settings: TextSettings): Result<MessagePreview, NoMessage> {
  const stay = facts.stays.find(({ bookingId }) => bookingId === id);
  if (stay === undefined) return err('stay-unknown');
  const language = languageOf(stay, 'code', settings);
  const template = ownTemplate(settings.templates, 'code', language, stay.unitId)?.text ?? BUILT_IN[language].templates.code;
  const text = previewText(stay, { name: 'code', language, text: template }, settings.messages.hostName);
  if (text === null) return err('different-pins');
  const line = lines.find((one) => one.way === 'message' && one.bookingId === id);
  return ok({ language, text, waitsFor: line?.state === 'waiting' || line?.state === 'off' ? line.reason : null });
}

/**
 * For the user who tells the guest: only what was verified on every door, and nothing to a guest who is kept out. Whether the guest is sent
 * messages does not matter, nor whether there is a PIN key.
 */
export function textToCopy(
  id: BookingId,
  { facts }: MessageLook,
  settings: TextSettings,
): Result<GuestText & { readonly stay: StayToTell }, NoMessage> {
  const stay = facts.stays.find(({ bookingId }) => bookingId === id);
  if (stay === undefined) return err('stay-unknown');
  if (facts.isDoubtful) return err('asked');
  if (stay.endMs <= facts.nowMs) return err('over');
  if (stay.access === 'off') return err('blocked');
  if (stay.window.start >= stay.window.end || stay.doors.some(({ isVerified }) => !isVerified)) return err('not-verified');
  const worded = textOf(stay, { kind: 'code' }, settings);
  return worded.ok ? ok({ ...worded.value, stay }) : worded;
}
