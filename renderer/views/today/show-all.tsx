/** Long lists start with a few items, so that the content below stays in sight. */
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';

export const SHOWN_AT_FIRST = 3;

export interface ShowAllProps {
  readonly count: number;
  readonly isExpanded: boolean;
  readonly listId: string;
  readonly onToggle: () => void;
}
export function ShowAll({ count, isExpanded, listId, onToggle }: ShowAllProps) {
  const { t } = useApp();
  if (count <= SHOWN_AT_FIRST) return null;
  return (
    <div class="row">
      <Button kind="quiet" isExpanded={isExpanded} controls={listId} onClick={onToggle}>
        {isExpanded ? t('arrivals.show-fewer') : t('arrivals.show-all', { count })}
      </Button>
    </div>
  );
}
