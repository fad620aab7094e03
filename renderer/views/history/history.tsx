/** Placeholder of this commit only. */
import { useApp } from '../../lib/app.tsx';
import { View } from '../../ui/view.tsx';

export function History(_props: { readonly runId: string | null }) {
  const { t } = useApp();
  return <View title={t('shell.history')}>{null}</View>;
}
