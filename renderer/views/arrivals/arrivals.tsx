/** Placeholder of this commit only. */
import { useApp } from '../../lib/app.tsx';
import { View } from '../../ui/view.tsx';

export function Arrivals(_props: { readonly bookingId: number | null }) {
  const { t } = useApp();
  return <View title={t('shell.arrivals')}>{null}</View>;
}
