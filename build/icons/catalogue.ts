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
/** The colours of the sources, for light panels. */
const INK = '#1f2328';
const BLUE = '#0a66c2';
const RUST = '#c2410c';
const VARIANTS = {
  'on-light': {},
  'on-dark': { [INK]: '#ffffff', [BLUE]: '#7cc4ff', [RUST]: '#ffb454' },
  // macOS uses only the shape and colours it itself.
  template: { [INK]: '#000000', [BLUE]: '#000000', [RUST]: '#000000' },
} as const;
/** Display scaling on Windows and Linux; macOS has 1 and 2 only. */
const SCALES = [1, 1.25, 1.5, 2, 3];

/** Sizes of the app icon, for .ico, .icns and the icon folders of Linux. Small sizes have a source of their own. */
export const APP_SIZES = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256, 512, 1024] as const;

const scaled = (scale: number): string => (scale === 1 ? '' : `@${scale}x`);

function trayDrawings(state: (typeof TRAY_STATES)[number]): Drawing[] {
  const source = `tray-${state}.svg`;
  const panel = (['on-light', 'on-dark'] as const).flatMap((variant) =>
    [16, 24].flatMap((sizePx) =>
      SCALES.map((scale) => ({
        source,
        file: `tray/${state}-${variant}-${sizePx}${scaled(scale)}.png`,
        widthPx: sizePx * scale,
        colours: VARIANTS[variant],
      })),
    ),
  );
  const template = [1, 2].map((scale) => ({
    source,
    file: `tray/${state}Template${scaled(scale)}.png`,
    widthPx: 16 * scale,
    colours: VARIANTS.template,
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
