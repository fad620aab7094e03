/** Threads as hosts and guests write them, all invented: what the comparison with the lock must not take for a PIN, and how PINs are told. */

export interface InventedThread {
  readonly about: string;
  /** Written first. */
  readonly guest?: readonly string[];
  readonly host: readonly string[];
  /** Codes of other doors, which look like a PIN of this one: one of them that is by chance a known PIN is told. */
  readonly codes?: readonly string[];
}

/** How hosts write digits: `prefix` may be "". */
export const FORMS: readonly ((prefix: string, pin: string) => string)[] = [
  (prefix, pin) => `${prefix}${pin}`,
  (prefix, pin) => `${prefix}${pin}#`,
  (prefix, pin) => `${prefix} ${pin}`.trim(),
  (prefix, pin) => (prefix === '' ? pin : `${prefix}-${pin}`),
  (prefix, pin) => (prefix === '' ? pin : `${prefix}.${pin}`),
  (prefix, pin) => [...`${prefix}${pin}`].join(' '),
  (prefix, pin) => [...`${prefix}${pin}`].join('-'),
  (prefix, pin) => [...`${prefix}${pin}`].map((digit) => `${digit}\uFE0F\u20E3`).join(''),
  (prefix, pin) => [...`${prefix}${pin}`].map((digit) => `${digit}\uFE0F\u20E3`).join(' '),
  (prefix, pin) => [...`${prefix}${pin}`].map((digit) => String.fromCodePoint(Number(digit) + 0xff_10)).join(''),
  (prefix, pin) => `${prefix}<b>${pin.slice(0, 2)}</b>${pin.slice(2)}`,
  (prefix, pin) => `<b>${prefix}</b>&nbsp;<strong>${pin}</strong>`,
  (prefix, pin) => `${prefix}\u00A0${pin} ✓`,
  (prefix, pin) => `"${prefix}${pin}"`,
  (prefix, pin) => `**${prefix} ${pin}**`,
];

/** Ways of saying it, some with other numbers beside it. */
export const TELLINGS: readonly string[] = [
  'Your door code is {code}.',
  'Code: {code}',
  'PIN {code}',
  '{code}',
  'Hi Ana! Type {code}, then push. Wi-Fi: Sunny, password 84713562',
  'Wi-Fi: Sunny / abc12345\nDoor: {code}\nCheck-in 15:00',
  'The door code is {code} and the Wi-Fi password is 99887766.',
  'Address: 12 Rue Mercière, 69002 Lyon. Code porte : {code}',
  'Le digicode est {code}, valable dès 15h. À bientôt !',
  'Code {code} puis touche verte.',
  'Ihr Türcode lautet {code} (ab 15 Uhr).',
  'Der Code zu Ihrer Buchung: {code}',
  'Zugang: {code}. WLAN: Sonne, Schlüssel 84713562.',
  'Kod do drzwi: {code}, zameldowanie od 15:00',
  'Hasło do drzwi to {code}',
  'El código de la puerta es {code}.',
  'Contraseña de la puerta: {code}',
  'Il codice della porta è {code}, poi tasto blu',
  'De deurcode is {code}. Tot snel!',
  'O código da porta é {code}.',
  'Kód dveří je {code}.',
  'Код дверей: {code}',
  'New code {code} from today, price stays 120 € for 2 nights.',
  'Apartment 1204, 12th floor, code {code}',
  'Take bus 28, then enter {code} at the gate',
];
