/** In French. */
import type { program as english } from '../en/main-program.ts';
import type { Translated } from '../message.ts';

export const program: Translated<typeof english> = {
  'tray.install': 'Installer la version {version} et relancer',
  'tray.install-after-run': 'Version {version} après ce passage',
  'notice.update-title': 'La version {version} est prête',
  'notice.update-body':
    'Elle s’installe quand vous quittez Latchkey, ou maintenant depuis son menu. Les codes sur les serrures ne changent pas.',
  'notice.restarted-title': 'Latchkey a dû redémarrer',
  'notice.restarted-body': 'Une erreur interne l’a arrêté. Il tient de nouveau les codes à jour ; le journal dit ce qui s’est passé.',
  'refusal.no-update': 'Il n’y a pas de version plus récente à installer. Rien n’a été modifié.',
  'crash.title': 'Latchkey s’est arrêté',
  'crash.body':
    'Une erreur interne l’a arrêté. Les codes sur les serrures fonctionnent toujours, mais les nouvelles réservations n’en reçoivent pas tant que Latchkey ne tourne pas. Relancez-le ; s’il s’arrête encore, le journal dans {folder} dit pourquoi.',
  'crash.window-title': 'La fenêtre de Latchkey ne peut pas s’afficher',
  'crash.window-body':
    'Sa page s’est arrêtée plusieurs fois. Latchkey continue dans la zone de notification et tient les codes à jour. Rouvrez la fenêtre plus tard ; le journal dans {folder} dit pourquoi.',
};
