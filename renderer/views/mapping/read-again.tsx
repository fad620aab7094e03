/** Reads both accounts again: for units and locks that were added or renamed there. */
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';

export interface ReadAgainProps {
  readonly isDiscovering: boolean;
  readonly discover: () => void;
}

export function ReadAgain({ isDiscovering, discover }: ReadAgainProps) {
  const { t } = useApp();
  return (
    <Button kind="quiet" icon="sync" name={t('mapping.read-again-name')} isBusy={isDiscovering} onClick={discover}>
      {t('mapping.read-again')}
    </Button>
  );
}
