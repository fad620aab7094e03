/** Names of the settings page that both the window and main use. */
/** The parts of the settings page, in its order. */
export const SETTINGS_SECTIONS = [
  ...(['accounts', 'times', 'codes', 'schedule', 'notifications', 'look'] as const),
  ...(['computer', 'history', 'backup', 'import', 'reset', 'about'] as const),
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];
