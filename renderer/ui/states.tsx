/** What a list or view shows instead of its content: nothing yet, loading, or a failure with what it means and what to do. */
import type { ComponentChildren } from 'preact';
import type { IpcError } from '../../shared/ipc/result.ts';
import { useApp } from '../lib/app.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}
export function Empty({ icon, title, children, actions }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p class="empty-title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div class="row">{actions}</div>}
    </div>
  );
}

/** `label`: what is being loaded, for those who do not see the placeholder. */
export function Loading({ label, rows = 4 }: { readonly label: string; readonly rows?: number }) {
  return (
    <div class="loading" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton" aria-hidden="true" />
      ))}
    </div>
  );
}

export interface FailureProps {
  /** What did not work, in a few words: "The history could not be read". */
  readonly title: string;
  /** What it means for guests, and what to do next. */
  readonly children?: ComponentChildren;
  readonly error: Pick<IpcError, 'kind' | 'detail' | 'message'>;
  readonly onRetry?: () => void;
  readonly isBusy?: boolean;
  readonly actions?: ComponentChildren;
}
/** The failure's own sentence first where main has one for the user; the rest under "Details". */
export function Failure({ title, children, error, onRetry, isBusy = false, actions }: FailureProps) {
  const { t } = useApp();
  const isForHost = error.kind === 'refused';
  return (
    <div class="failure" role="alert">
      <p class="failure-title">
        <Icon name="alert" /> {title}
      </p>
      {isForHost && error.message !== '' && <p>{error.message}</p>}
      {children !== undefined && <p>{children}</p>}
      {(onRetry !== undefined || actions !== undefined) && (
        <div class="row">
          {onRetry !== undefined && (
            <Button icon="sync" isBusy={isBusy} onClick={onRetry}>
              {t('common.try-again')}
            </Button>
          )}
          {actions}
        </div>
      )}
      <details>
        <summary>{t('common.details')}</summary>
        <p class="raw">{[error.kind, error.detail ?? '', isForHost ? '' : error.message].filter((part) => part !== '').join(' · ')}</p>
      </details>
    </div>
  );
}
