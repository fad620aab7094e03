/**
 * The schemas of shared/domain with bounds, for what main sends to the window. They are strict, so that an unlisted field (a PIN, a phone
 * number) fails instead of leaking. Texts from the clouds have generous bounds, since a long guest name is no bug.
 */
import * as z from 'zod';
import * as app from '../domain/app-state.ts';
import type { AppChange } from '../domain/app-state.ts';
import { bookingSchema, otherStaySchema } from '../domain/booking.ts';
import { keypadIdSchema as anyKeypadIdSchema, placeSchema as anyPlaceSchema } from '../domain/id-schemas.ts';
import { fieldChangesSchema, stayDoorSchema, staySchema } from '../domain/plan.ts';
import { shownProblemSchema } from '../domain/problem.ts';
import * as run from '../domain/run.ts';

export const nameSchema = z.string().max(1000);
export const messageSchema = z.string().max(2000);
/** Each may name all units and people of a door. */
export const questionsSchema = z.array(z.string().max(100_000)).max(50);
export const operationKeySchema = z.string().min(1).max(300);
export const keypadIdSchema = anyKeypadIdSchema.max(64);
export const placeSchema = anyPlaceSchema.extend({ keypadId: keypadIdSchema });

export const problemSchema = shownProblemSchema.extend({ message: messageSchema, keypadId: keypadIdSchema.exactOptional() });
export const operationReportSchema = run.operationReportSchema.extend({
  key: operationKeySchema,
  keypadId: keypadIdSchema,
  changes: fieldChangesSchema(nameSchema),
});
const stayStatusSchema = app.stayStatusSchema.extend({
  stay: staySchema.omit({ times: true }).extend({
    booking: bookingSchema.extend({ guestName: nameSchema }),
    unitName: nameSchema,
    doors: z.array(
      stayDoorSchema.extend({ keypadId: keypadIdSchema, prefix: z.string().max(8), operationKey: operationKeySchema.nullable() }),
    ),
  }),
  because: problemSchema.nullable(),
  verifiedPlaces: z.array(placeSchema),
});

export const appSnapshotSchema = app.appSnapshotSchema.extend({
  lastRun: app.lastRunSchema.extend({ problems: z.array(problemSchema) }).nullable(),
  names: z.strictObject({
    units: z.array(z.strictObject({ ...app.namesSchema.shape.units.element.shape, name: nameSchema })),
    doors: z.array(placeSchema.extend({ lockName: nameSchema, keypadName: nameSchema })),
  }),
  stays: z.array(stayStatusSchema),
  others: z.array(otherStaySchema.extend({ codes: z.array(otherStaySchema.shape.codes.element.extend({ keypadId: keypadIdSchema })) })),
  holds: z.array(operationReportSchema),
  attention: z.array(app.attentionItemSchema.extend({ key: operationKeySchema, title: messageSchema, message: messageSchema })),
});

/** A change as it is sent to the window. It may combine several. */
export interface PublishedChange extends AppChange {
  /** The revision before the change. A window with a lower one has missed a change; one with a higher one may still apply it. */
  readonly since: number;
}
const { revision, ...fields } = appSnapshotSchema.shape;
const changedFields = Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, z.exactOptional(schema)]));
export const publishedChangeSchema = z.strictObject({
  since: revision,
  revision,
  fields: z.strictObject(changedFields),
}) as unknown as z.ZodType<PublishedChange, PublishedChange>;

export const runDetailSchema = z.strictObject({
  run: run.runRowSchema,
  operations: z.array(operationReportSchema),
  problems: z.array(problemSchema),
  requests: run.requestCountsSchema,
});
