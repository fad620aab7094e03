/** Icons on a 24 × 24 grid, in the colour of the text around them. Hidden from screen readers: a text beside them says the same. */

const PATHS = {
  check: 'M5 12.5 10 17.5 19 7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3.5 2',
  alert: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5v5.5M12 16.2v.3',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5.5M12 7.7v.3',
  question: 'M9 9.3a3 3 0 1 1 4.3 2.7c-.9.4-1.3 1-1.3 2M12 17.2v.3M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  close: 'M6 6l12 12M18 6 6 18',
  right: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  left: 'M15 5l-7 7 7 7',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21',
  sync: 'M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5',
  door: 'M6 21V4.5L15 3v18M4 21h16M15 5h3v16M12 12v.4',
  calendar: 'M4 6h16v14H4ZM4 10.5h16M8 3.5v4M16 3.5v4',
  link: 'M9.5 14.5l5-5M8 11l-2.5 2.5a3.9 3.9 0 0 0 5.5 5.5L13.5 16.5M16 13l2.5-2.5a3.9 3.9 0 0 0-5.5-5.5L10.5 7.5',
  history: 'M4.5 8A8.5 8.5 0 1 1 3.5 13M4 3.5V8h4.5M12 8v4.5l3 2',
  settings: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3M15 5v4M9 10v4M15 15v4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  'eye-off':
    'M4 4l16 16M9 6a9.5 9.5 0 0 1 3-.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M15.5 17.7a8.5 8.5 0 0 1-3.5.8C6 18.5 2.5 12 2.5 12a17 17 0 0 1 3.7-4.2',
  plus: 'M12 5v14M5 12h14',
  edit: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19 4 20ZM13.5 7l3.5 3.5',
  trash: 'M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5',
  copy: 'M8 8h12v12H8ZM16 8V4H4v12h4',
  download: 'M12 4v11M7 10.5l5 5 5-5M4 20h16',
  upload: 'M12 16V5M7 9.5l5-5 5 5M4 20h16',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 5l12 7-12 7Z',
  key: 'M8 10.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM11.5 12 20 3.5M16.5 7l3 3',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21c.5-4.5 3.5-7 8-7s7.5 2.5 8 7',
  unit: 'M4 11.5 12 4l8 7.5V20H4ZM10 20v-5.5h4V20',
  today: 'M4 7h16M4 12h16M4 17h9',
  send: 'M20.5 3.5 10.5 13.5M20.5 3.5l-6.3 17-3.7-7-7-3.7Z',
  'send-off': 'M20.5 3.5 10.5 13.5M20.5 3.5l-6.3 17-3.7-7-7-3.7ZM4 4l16 16',
  more: 'M5.5 12v.1M12 12v.1M18.5 12v.1',
  print: 'M7 8V3.5h10V8M7 17H4.5V9.5a1.5 1.5 0 0 1 1.5-1.5h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7 14h10v6.5H7Z',
  hand: 'M7 12V6.5a1.5 1.5 0 0 1 3 0V11M10 11V4.5a1.5 1.5 0 0 1 3 0V11M13 11V6a1.5 1.5 0 0 1 3 0v6M16 12V9a1.5 1.5 0 0 1 3 0v5c0 4-2.5 7-6.5 7S7 19 5 15l-1.5-2.5a1.6 1.6 0 0 1 2.7-1.5L7 12',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}

export interface IconTextProps {
  readonly icon: IconName;
  readonly text: string;
  readonly class?: string;
  readonly id?: string;
  readonly role?: 'alert';
}
/** A paragraph that starts with an icon. */
export function IconText({ icon, text, class: className, id, role }: IconTextProps) {
  return (
    <p class={className} id={id} role={role}>
      <Icon name={icon} /> {text}
    </p>
  );
}
