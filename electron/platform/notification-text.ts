/** A notification's text as the system can be given it. Pure. */

const LOOK_ALIKES: Readonly<Record<string, string>> = { '&': '＆', '<': '‹', '>': '›' };

/**
 * On Linux, Electron passes texts on as they are, and the desktop may read them as markup: a guest's name could then hide words, or show a
 * link. Which desktops do it is not known here, and those that do not would show an escape as it is written. So the three characters that
 * make markup are replaced.
 */
export function notificationText(text: string, platform: string): string {
  return platform === 'linux' ? text.replace(/[&<>]/g, (character) => LOOK_ALIKES[character] ?? '') : text;
}
