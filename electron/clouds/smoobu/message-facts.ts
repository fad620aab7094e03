/** What a row says that only messages to the guest depend on (cloud-facts S38). Pure. */
import type { Booking } from '../../../shared/domain/booking.ts';
import { cleanText } from '../../../shared/text.ts';
import { common } from './contact.ts';
import type { WireBooking } from './wire.ts';

/** "fr", "pt-br". */
const LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/;
const MAX_REFERENCE = 60;

type MessageFacts = Pick<Booking, 'language' | 'channelId' | 'reference'>;

/** Nothing when the row has none of it. */
export function messageFactsOf(row: Pick<WireBooking, 'language' | 'channelId' | 'reference'>): MessageFacts {
  const language = row.language?.slice(0, 40).trim().toLowerCase() ?? '';
  const reference = cleanText(row.reference ?? '', MAX_REFERENCE).trim();
  return {
    ...(LANGUAGE.test(language) ? { language } : {}),
    ...(row.channelId === null ? {} : { channelId: row.channelId }),
    ...(reference === '' ? {} : { reference }),
  };
}

/** Of rows of one booking: what they do not contradict each other about. */
export function commonMessageFacts(rows: readonly MessageFacts[]): MessageFacts {
  const of = <T>(read: (row: MessageFacts) => T | undefined): T | null =>
    common(
      rows.map((row) => read(row) ?? null),
      String,
    );
  const language = of((row) => row.language);
  const channelId = of((row) => row.channelId);
  const reference = of((row) => row.reference);
  return {
    ...(language === null ? {} : { language }),
    ...(channelId === null ? {} : { channelId }),
    ...(reference === null ? {} : { reference }),
  };
}
