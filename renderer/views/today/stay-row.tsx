/** One guest: who, where, when, and whether they get in. It opens the panel of the stay, which has the rest. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { Verdict } from '../../../shared/domain/readiness.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { doorName, guestName } from '../../lib/names.ts';
import type { TextContext } from '../../lib/text-context.ts';
import type { Tone } from '../../lib/text-context.ts';
import { Cut } from '../../ui/cut.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { VERDICT_TONES, VerdictIcon } from '../../ui/verdict.tsx';
import { stateText, unusualText, whenText } from './row-text.ts';
import { isExpected } from './rows.ts';
import type { GuestRow, ListEntry } from './rows.ts';

/** Of guests who are no stay. */
const TONES: Readonly<Record<OtherStay['why'], Tone>> = {
  'no-door': 'warning',
  'no-code': 'neutral',
  unclear: 'warning',
  cancelled: 'warning',
  gone: 'warning',
  over: 'warning',
  left: 'neutral',
};
const ICONS: Readonly<Record<OtherStay['why'], IconName>> = {
  'no-door': 'alert',
  'no-code': 'info',
  unclear: 'alert',
  cancelled: 'alert',
  gone: 'alert',
  over: 'alert',
  left: 'check',
};

type GuestEntry = Extract<ListEntry, { readonly kind: 'guest' }>;
type TurnoverEntry = Extract<ListEntry, { readonly kind: 'turnover' }>;

export interface StayRowProps {
  readonly entry: GuestEntry;
  /** Here. */
  readonly today: LocalDate;
  readonly told: Told | null;
}
export function StayRow({ entry, today, told }: StayRowProps) {
  const app = useApp();
  const { snapshot, t, formats, panel, openPanel } = app;
  const { row } = entry;
  const { bookingId, doors, state } = row;
  const unusual = unusualText(row, t);
  const tone = toneOf(row, snapshot);
  const when = [
    <span key="when">{whenText(entry, today, app)}</span>,
    ' ',
    unusual !== null && (
      <span key="unusual" class={`tone-${tone}`}>
        {unusual}
      </span>
    ),
  ];
  return (
    <button
      type="button"
      id={row.key}
      class="list-row stay-row item"
      aria-current={panel?.kind === 'stay' && panel.bookingId === bookingId ? 'true' : undefined}
      onClick={() => openPanel({ kind: 'stay', bookingId })}
    >
      <StateIcon row={row} tone={tone} />
      <Cut class={state === 'left' ? 'quiet-text' : 'strong'} text={guestName(t, row.guest)} />
      <Cut class="stay-unit" text={unitText(row, t)} />
      {/* "Cancelled, still opens until 11:00", and "15:00 · until Thu  No door yet". */}
      <span class="stay-when">{isExpected(row) ? when : when.toReversed()}</span>
      <span class="stay-doors quiet-text small" title={formats.list(doors.map((door) => doorName(snapshot, t, door)))}>
        {doors.length > 0 && t('today.doors', { count: doors.length })}
      </span>
      <span class="stay-told">{told !== null && <ToldMark told={told} />}</span>
      <Icon name="right" />
    </button>
  );
}

/** What is urgent among what there is to do is urgent here. */
export function toneOf({ state, bookingId }: GuestRow, { attention }: Pick<AppSnapshot, 'attention'>): Tone {
  if (isVerdict(state)) return VERDICT_TONES[state];
  return attention.some((item) => item.bookingId === bookingId && item.severity === 'urgent') ? 'urgent' : TONES[state];
}
function isVerdict(state: GuestRow['state']): state is Verdict {
  return state in VERDICT_TONES;
}

export function StateIcon({ row, tone }: { readonly row: GuestRow; readonly tone: Tone }) {
  const { t } = useApp();
  const { state } = row;
  const name = stateText(row, t);
  if (isVerdict(state)) return <VerdictIcon verdict={state} name={name} />;
  return (
    <span class={`verdict-icon tone-${tone}`} title={name}>
      <Icon name={ICONS[state]} />
      <span class="visually-hidden">{name}</span>
    </span>
  );
}

/** Who leaves, who comes, and how long the unit is free between the two. */
export function TurnoverRow({ entry: { leaving, arriving } }: { readonly entry: TurnoverEntry }) {
  const { t, formats, openPanel } = useApp();
  const [end, start] = [leaving.end, arriving.start];
  const [ends, starts] = [end === null ? '' : formats.time(end), start === null ? '' : formats.time(start)];
  const hasGap = end !== null && start !== null && end < start;
  return (
    <button
      type="button"
      class="list-row stay-row turnover-row item"
      onClick={() => openPanel({ kind: 'stay', bookingId: arriving.bookingId })}
    >
      <Icon name="sync" />
      <Cut class="strong" text={unitText(arriving, t)} />
      <span class="turnover-who">
        <Cut text={t('today.leaves', { guest: guestName(t, leaving.guest), time: ends })} />{' '}
        <Cut text={t('today.arrives', { guest: guestName(t, arriving.guest), time: starts })} />
      </span>
      <span class={hasGap ? undefined : 'tone-warning'}>{hasGap ? t('today.clean', { end: ends, start: starts }) : t('today.no-gap')}</span>
      <Icon name="right" />
    </button>
  );
}

export function unitText({ unitId, unitName }: GuestRow, t: TextContext['t']): string {
  if (unitName.trim() !== '' || unitId === null) return unitName.trim();
  return t('common.unit-number', { id: String(unitId) });
}

type Told = 'told' | 'not-told';
const TOLD: ReadonlySet<Telling['state']> = new Set(['sent', 'confirmed', 'told-by-user']);

/** null: not known, or not due. */
export function toldOf({ status }: GuestRow, tellings: readonly Telling[]): Told | null {
  if (tellings.some(({ state }) => TOLD.has(state))) return 'told';
  const link = status?.links.find(({ name }) => name === 'guest');
  return link?.state === 'broken' || link?.state === 'doubtful' ? 'not-told' : null;
}

function ToldMark({ told }: { readonly told: Told }) {
  const { t } = useApp();
  const text = t(`today.${told}`);
  return (
    <span class={told === 'told' ? 'quiet-text' : 'tone-warning'} title={text}>
      <Icon name={told === 'told' ? 'send' : 'send-off'} />
      <span class="visually-hidden">{text}</span>
    </span>
  );
}
