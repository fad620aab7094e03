/** The state of a stay in a sentence: the verdict and the worst link; the other links that are not good stand under Details. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { VERDICT_ICONS, VERDICT_TONES } from '../../ui/verdict.tsx';

export type StayView = CallOutput<'stay.view'>;

export function StayState({ status, view }: { readonly status: StayStatus; readonly view: StayView | null }) {
  const { t } = useApp();
  const { verdict, because, worst, links, stay } = status;
  const others = links.filter(({ name, message }) => message !== null && (name !== worst || message !== because?.message));
  const wasTold = view?.told.some(({ state, agrees }) => state !== 'unclear' && agrees !== 'no') === true;
  const sentence =
    because?.message ??
    [
      verdict === 'ready' ? t('stay.code-on-doors', { count: stay.doors.length }) : null,
      verdict === 'ready' && wasTold ? t('stay.guest-told') : null,
    ]
      .filter((text) => text !== null)
      .join(' ');
  return (
    <div class={`panel-verdict tone-${VERDICT_TONES[verdict]}`}>
      <Icon name={VERDICT_ICONS[verdict]} />
      <div>
        <p>
          <strong>{t(`stay.verdict.${verdict}`)}.</strong> {sentence}
        </p>
        {view?.note !== undefined && view.note !== '' && <p class="stay-note">{t('stay.note-line', { note: view.note })}</p>}
        {(others.length > 0 || because?.said !== undefined) && (
          <details class="small">
            <summary>{t('common.details')}</summary>
            <dl class="facts">
              {others.map(({ name, message }) => [<dt key={`${name}-name`}>{t(`stay.link.${name}`)}</dt>, <dd key={name}>{message}</dd>])}
            </dl>
            {because?.said !== undefined && <p class="raw">{t('common.said', { said: because.said })}</p>}
          </details>
        )}
      </div>
    </div>
  );
}
