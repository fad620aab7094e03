/** Placeholder of this commit only. */
import { useApp } from '../../lib/app.tsx';
import { View } from '../../ui/view.tsx';

export function FirstSteps() {
  const { t } = useApp();
  return <View title={t('shell.first-steps')}>{null}</View>;
}
