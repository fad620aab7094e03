/** The icons to draw: their sources in build/icons, and the files in out/icons that the app, the window and the packager use. */

export interface Drawing {
  /** Below build/icons. */
  readonly source: string;
  /** Below out/icons. */
  readonly file: string;
  readonly widthPx: number;
  /** Colours in the source and their replacements. */
  readonly colours: Readonly<Record<string, string>>;
}

export const TRAY_STATES = ['idle', 'syncing', 'attention', 'paused', 'offline'] as const;
/** The colours of the tray's sources: legible on light and dark panels. */
const TRAY_COLOURS = ['#2b8a86', '#3b82d6', '#d9480f'];
/** macOS uses only the shape and colours it itself. */
const TEMPLATE = Object.fromEntries(TRAY_COLOURS.map((colour) => [colour, '#000000']));
/** Display scaling on Windows and Linux; macOS has 1 and 2 only. */
const SCALES = [1, 1.25, 1.5, 2, 3];

/** Sizes of the app icon, for .ico, .icns and the icon folders of Linux. Small sizes have a source of their own. */
export const APP_SIZES = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256, 512, 1024] as const;

const scaled = (scale: number): string => (scale === 1 ? '' : `@${scale}x`);

function trayDrawings(state: (typeof TRAY_STATES)[number]): Drawing[] {
  const source = `tray-${state}.svg`;
  const panel = [16, 24].flatMap((sizePx) =>
    SCALES.map((scale) => ({
      source,
      file: `tray/${state}-${sizePx}${scaled(scale)}.png`,
      widthPx: sizePx * scale,
      colours: {},
    })),
  );
  const template = [1, 2].map((scale) => ({
    source,
    file: `tray/${state}Template${scaled(scale)}.png`,
    widthPx: 16 * scale,
    colours: TEMPLATE,
  }));
  return [...panel, ...template];
}

export function catalogue(): readonly Drawing[] {
  const app = APP_SIZES.map((widthPx) => ({
    source: widthPx <= 32 ? 'app-small.svg' : 'app.svg',
    file: `app/${widthPx}.png`,
    widthPx,
    colours: {},
  }));
  return [...TRAY_STATES.flatMap(trayDrawings), ...app];
}
