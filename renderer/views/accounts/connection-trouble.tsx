/** Why a connection does not work: what happened, what it means for guests, what to do next. */
import { useId } from 'preact/hooks';
import type { CloudName } from '../../../shared/errors.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { failureKeys } from './connection-words.ts';
import type { FailureKind } from './connection-words.ts';

export interface ConnectionTroubleProps {
  readonly cloud: CloudName;
  readonly failure: FailureKind;
  /** The raw words of whoever failed, where there are any. */
  readonly raw?: string;
}
export function ConnectionTrouble({ cloud, failure, raw }: ConnectionTroubleProps) {
  const { t } = useApp();
  const titleId = useId();
  const { what, next } = failureKeys(cloud, failure);
  return (
    <div class="failure" role="group" aria-labelledby={titleId}>
      <p class="failure-title" id={titleId}>
        <Icon name="alert" /> {t(what, { cloud: CLOUD_TITLES[cloud] })}
      </p>
      <p>{t('accounts.guests')}</p>
      <p>{t(next)}</p>
      <details>
        <summary>{t('common.details')}</summary>
        <p class="raw">{raw === undefined || raw === '' ? failure : `${failure} · ${raw}`}</p>
      </details>
    </div>
  );
}
