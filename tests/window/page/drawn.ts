/** Runs in the page: whether there is something to look at. Uses nothing from outside. */

export function isDrawn(): boolean {
  return document.querySelector('h1') !== null && document.fonts.status === 'loaded';
}
