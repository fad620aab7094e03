/** One door of the calendar: its name with what is to be known of it, and of its bars those in sight. */
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import type { Message } from '../../lib/text-context.ts';
import { Icon } from '../../ui/icon.tsx';
import { barName, barSentence, barWord, ICONS, toneOf } from './bar-text.ts';
import { isInSight, laneTop } from './in-sight.ts';
import type { Sight } from './in-sight.ts';
import { shareOf } from './row-model.ts';
import type { Bar, Gap, Row } from './row-model.ts';

export interface DoorRowProps {
  readonly row: Row;
  readonly days: readonly LocalDate[];
  readonly index: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly name: string;
  readonly notes: readonly Message[];
  /** At this door. */
  readonly now: LocalDateTime;
  readonly sight: Sight;
  /** The bar that Tab comes to. */
  readonly activeKey: string | null;
  /** The bar whose card is shown. */
  readonly shownKey: string | null;
  readonly onBarFocus: (key: string, isByKeyboard: boolean) => void;
  readonly onHover: (key: string | null) => void;
  /** The code was removed or linked. */
  readonly onChanged: () => void;
}

export function DoorRow(props: DoorRowProps) {
  const { t, openPanel } = useApp();
  const { row, days, index, topPx, heightPx, name, notes, now, sight, activeKey } = props;
  const nowShare = shareOf(now, days);
  const bars = row.bars.filter((bar) => bar.key === activeKey || isInSight(bar, topPx, sight));
  const gaps = row.gaps.filter((gap) => isInSight(gap, topPx, sight));
  return (
    <div class="door-row" role="row" aria-rowindex={index + 2} style={{ top: `${String(topPx)}px`, height: `${String(heightPx)}px` }}>
      <div class="door-head" role="rowheader" title={[name, ...notes.map(({ text }) => text)].join(' · ')}>
        {/* A stop for Tab where the bars have theirs, and where there are none. */}
        <button
          type="button"
          class="cut name-button door-name"
          tabIndex={row.bars.length === 0 || row.bars.some(({ key }) => key === activeKey) ? 0 : -1}
          onClick={() => openPanel({ kind: 'door', lockId: row.place.lockId })}
        >
          {name}
        </button>
        {row.hidden > 0 && <div class="cut tiny quiet-text">{t('calendar.hidden', { count: row.hidden })}</div>}
        {notes.map(({ tone, text }) => (
          <div key={text} class={tone === 'neutral' ? 'door-note tiny quiet-text' : `door-note tiny tone-${tone}`}>
            {tone !== 'neutral' && <Icon name="alert" />}
            <span class="cut">{text}</span>
          </div>
        ))}
      </div>
      <div class="door-track" role={row.bars.length === 0 ? 'gridcell' : 'presentation'}>
        {row.bars.length === 0 && <span class="visually-hidden">{t('calendar.empty-row', { count: days.length })}</span>}
        {nowShare >= 0 && nowShare < 1 && <span class="now-line" aria-hidden="true" style={{ left: percent(nowShare) }} />}
        {gaps.map((gap) => (
          <HatchedGap key={`${String(gap.lane)} ${String(gap.from)}`} gap={gap} row={row} />
        ))}
        {bars.map((bar) => (
          <BarCell key={bar.key} {...props} bar={bar} />
        ))}
      </div>
    </div>
  );
}

function HatchedGap({ gap: { from, to, lane }, row }: { readonly gap: Gap; readonly row: Row }) {
  const app = useApp();
  const bar = row.bars.find((before) => before.lane === lane && before.to === from);
  const start = bar?.from ?? from;
  return (
    <span
      class={bar !== undefined && hasIcon(bar) ? 'gap with-icon' : 'gap'}
      aria-hidden="true"
      data-name={bar === undefined ? '' : barName(app, bar)}
      style={place({ from: start, to, lane }, from)}
    >
      <span title={app.t('calendar.gap')} />
    </span>
  );
}

function BarCell({ bar, row, activeKey, shownKey, onBarFocus, onHover, onChanged }: DoorRowProps & { readonly bar: Bar }) {
  const app = useApp();
  const { panel, openPanel } = app;
  const { state, bookingId, codeId, personId } = bar;
  const { lockId } = row.place;
  const isPanel =
    (panel?.kind === 'stay' && panel.bookingId === bookingId) ||
    (panel?.kind === 'code' && panel.codeId === codeId) ||
    (panel?.kind === 'person' && panel.personId === personId && personId !== null);
  const word = barWord(app, bar);
  const classes = [`bar ${state} tone-${toneOf(bar)}`, hasIcon(bar) ? 'with-icon' : '', bar.key === shownKey ? 'shown' : ''];
  return (
    <div class="bar-cell" role="gridcell" style={place({ ...bar, to: bar.reach }, bar.to)}>
      <button
        type="button"
        class={classes.filter((name) => name !== '').join(' ')}
        data-key={bar.key}
        tabIndex={bar.key === activeKey ? 0 : -1}
        aria-label={barSentence(app, bar)}
        aria-current={isPanel ? 'true' : undefined}
        onFocus={(event) => onBarFocus(bar.key, event.currentTarget.matches(':focus-visible'))}
        onBlur={() => onHover(null)}
        onPointerMove={({ movementX, movementY }) => {
          // A bar that came under a pointer at rest, as when a panel opens, shows nothing.
          if (movementX !== 0 || movementY !== 0) onHover(bar.key);
        }}
        onPointerLeave={() => onHover(null)}
        onClick={() => {
          if (bookingId !== null) openPanel({ kind: 'stay', bookingId });
          else if (state === 'person') openPanel({ kind: 'person', personId });
          else if (codeId !== null) openPanel({ kind: 'code', lockId, codeId, onChanged });
        }}
      >
        <Icon name={bar.overlaps.length > 0 ? 'alert' : ICONS[state]} />
        <span class="bar-label">
          <span class="cut bar-name">{barName(app, bar)}</span>
          {word !== null && (
            <span class="bar-word">
              {' · '}
              {word}
            </span>
          )}
        </span>
      </button>
    </div>
  );
}

function hasIcon({ overlaps, state }: Bar): boolean {
  return overlaps.length > 0 || state !== 'ready';
}

/** Where it is in the track, and which share of that the bar has. */
function place({ from, to, lane }: Gap, barEnd: number): Readonly<Record<string, string>> {
  return {
    '--from': percent(from),
    '--width': percent(to - from),
    '--share': String((barEnd - from) / (to - from)),
    '--top': px(laneTop(lane)),
  };
}
function percent(share: number): string {
  return `${String(share * 100)}%`;
}
function px(value: number): string {
  return `${String(value)}px`;
}
