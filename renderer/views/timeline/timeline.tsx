/** Placeholder of this commit only. */
import { useApp } from '../../lib/app.tsx';
import { View } from '../../ui/view.tsx';

export function Timeline() {
  const { t } = useApp();
  return <View title={t('shell.timeline')}>{null}</View>;
}
