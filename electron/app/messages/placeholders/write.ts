/** Carries out one step at Smoobu. What came of it, the next list decides. */
import type { GuestLanguage } from '../../../../shared/domain/told.ts';
import { neutralText } from '../../../../shared/messages/placeholders/ours.ts';
import type { Step } from '../../../../shared/messages/placeholders/steps.ts';
import type { BookingId } from '../../../../shared/domain/ids.ts';
import { Secret } from '../../../../shared/secret.ts';
import type { BookingPlaceholders, CallOptions, Placeholder } from '../../ports/clouds.ts';

export interface WriteOptions extends CallOptions {
  readonly bookingId: BookingId;
  readonly key: string;
  readonly language: GuestLanguage | null;
}

/** `true`: every request of the step was answered with a success. */
export async function writeStep(guests: BookingPlaceholders, step: Step<Placeholder>, options: WriteOptions): Promise<boolean> {
  switch (step.kind) {
    case 'clear':
      return clearAll(guests, step.clear, options);
    case 'create': {
      const isCleared = await clearAll(guests, step.clear, options);
      return isCleared && (await create(guests, step.want.text, options));
    }
    case 'update': {
      const isCleared = await clearAll(guests, step.clear, options);
      const updated = await guests.updatePlaceholder(step.placeholder, new Secret(step.want.text), options);
      if (updated.ok) return isCleared;
      if (!updated.error.certain) return false;
      // An update may not be possible at all. One that cannot be deleted gets a neutral text, and a second one beside it would help nobody.
      const isDeleted = updated.error.kind === 'not-found' || (await clear(guests, step.placeholder, options)) === 'deleted';
      return isDeleted && (await create(guests, step.want.text, options)) && isCleared;
    }
    default:
      return true;
  }
}

async function create(guests: BookingPlaceholders, text: string, options: WriteOptions): Promise<boolean> {
  return (await guests.createPlaceholder(options.bookingId, options.key, new Secret(text), options)).ok;
}

async function clearAll(guests: BookingPlaceholders, placeholders: readonly Placeholder[], options: WriteOptions): Promise<boolean> {
  let isCleared = true;
  for (const placeholder of placeholders) if ((await clear(guests, placeholder, options)) === 'stays') isCleared = false;
  return isCleared;
}

/** Where deleting is refused, a neutral text; but not over the user's translations, which would still be shown. */
async function clear(
  guests: BookingPlaceholders,
  placeholder: Placeholder,
  options: WriteOptions,
): Promise<'deleted' | 'neutral' | 'stays'> {
  if (placeholder.id === null) return 'stays';
  if ((await guests.deletePlaceholder(placeholder.id, options)).ok) return 'deleted';
  if (placeholder.hasTranslations) return 'stays';
  const updated = await guests.updatePlaceholder(placeholder, new Secret(neutralText(options.language)), options);
  if (updated.ok) return 'neutral';
  return updated.error.kind === 'not-found' ? 'deleted' : 'stays';
}

export function isWrite({ kind }: Step<Placeholder>): boolean {
  return kind === 'create' || kind === 'update' || kind === 'clear';
}
