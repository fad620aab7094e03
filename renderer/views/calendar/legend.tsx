/** What the bars mean, behind a question mark. */
import { useId } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { ICONS, TONES } from './bar-text.ts';
import { BAR_STATES } from './drafts.ts';

export function Legend() {
  const { t } = useApp();
  const id = useId();
  return (
    <>
      <button type="button" class="button legend-button" popovertarget={id} aria-label={t('calendar.legend')} title={t('calendar.legend')}>
        <Icon name="question" />
      </button>
      <div id={id} popover="auto" class="menu legend">
        <h2 class="small">{t('calendar.legend')}</h2>
        <ul class="plain-list small">
          {BAR_STATES.map((state) => (
            <li key={state}>
              <span class={`swatch ${state} tone-${TONES[state]}`} aria-hidden="true">
                <Icon name={ICONS[state]} />
              </span>
              {t(`calendar.state-${state}`)}
            </li>
          ))}
          <li>
            <span class="swatch-gap" aria-hidden="true" />
            {t('calendar.gap')}
          </li>
          <li>
            <span class="swatch-now" aria-hidden="true" />
            {t('calendar.now')}
          </li>
          <li>
            <span class="swatch-overlap" aria-hidden="true">
              <Icon name="alert" />
            </span>
            {t('calendar.overlap')}
          </li>
        </ul>
        <p class="hint">{t('calendar.keys')}</p>
      </div>
    </>
  );
}
