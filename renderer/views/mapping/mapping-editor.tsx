/** Placeholder of this commit only. */
import { useApp } from '../../lib/app.tsx';
import { View } from '../../ui/view.tsx';

export function MappingEditor(_props: { readonly unitId: number | null }) {
  const { t } = useApp();
  return <View title={t('shell.mapping')}>{null}</View>;
}
