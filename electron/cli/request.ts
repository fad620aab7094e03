/** What the user asked for, once the command line is parsed. Plain data; an option that was not given is absent. */
import type { BookingId, CodeId, KeypadId, LockId, UnitId } from '../../shared/domain/ids.ts';
import type { StayAction } from '../../shared/domain/stay-action.ts';
import type { GuestLanguage, SendingSwitch, TemplateName } from '../../shared/domain/told.ts';
import type { CloudName } from '../../shared/errors.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../shared/time.ts';

export interface GlobalOptions {
  readonly home?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

interface CodeOptions {
  readonly keypad: KeypadId;
  readonly name: string;
  /** Unchecked: the parser quotes what it refuses, and a PIN must not be printed. */
  readonly pin: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}
interface OptionalCodeOptions {
  readonly checkIn?: WallTime;
  readonly checkOut?: WallTime;
  readonly description?: string;
}
interface OnLock {
  readonly lock: LockId;
}

interface WithConfig {
  readonly config?: string;
}
/** What every command takes that changes something. */
export interface Consent {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}
interface Act extends WithConfig, Consent {}
export interface ScheduleOptions {
  /** Unchecked, as in `CodeOptions`. */
  readonly pin?: string;
  readonly always?: boolean;
  readonly from?: LocalDateTime;
  readonly until?: LocalDateTime;
  readonly betweenStays?: UnitId;
}

interface OfTemplate {
  readonly name: TemplateName;
  readonly unit?: UnitId;
}

interface Requests {
  readonly sync: Act & { readonly applyHeld?: boolean };
  readonly watch: Act & { readonly cron?: string };
  readonly status: { readonly arrivals?: boolean; readonly within?: number };
  readonly print: WithConfig & { readonly sheet: 'today' | 'emergency'; readonly unit?: UnitId; readonly reveal?: boolean };
  readonly answer: Consent & { readonly key: string; readonly choice: string };
  readonly history: { readonly limit: number; readonly booking?: BookingId; readonly run?: string };
  readonly discover: WithConfig;
  readonly 'codes list': WithConfig & OnLock & { readonly reveal?: boolean };
  readonly 'codes create': Act & OnLock & CodeOptions & OptionalCodeOptions;
  readonly 'codes update': Act & OnLock & Partial<CodeOptions> & OptionalCodeOptions & { readonly code: CodeId };
  readonly 'codes delete': Act & OnLock & { readonly code: CodeId };
  readonly 'people list': WithConfig;
  readonly 'people add': Act & ScheduleOptions & { readonly name: string; readonly door: readonly LockId[] };
  readonly 'people edit': Act & ScheduleOptions & { readonly person: string; readonly name?: string; readonly door?: readonly LockId[] };
  readonly 'people remove': Act & { readonly person: string };
  readonly 'people link': Act & OnLock & { readonly code: CodeId; readonly name: string };
  readonly door: Act & {
    readonly text: string;
    readonly reveal?: boolean;
    readonly giveUp?: boolean;
    readonly replaceBy?: LockId;
    readonly remove?: CodeId;
    readonly spare?: 'on' | 'off';
    readonly keypad?: KeypadId;
  };
  readonly 'messages list': WithConfig;
  readonly 'messages preview': WithConfig & { readonly booking: BookingId; readonly reveal?: boolean };
  readonly 'messages start': Act & { readonly way: SendingSwitch; readonly key?: string; readonly alreadyToldUntil?: LocalDate | 'none' };
  readonly 'messages stop': Consent & { readonly way: SendingSwitch };
  readonly 'messages send': Act & { readonly booking: BookingId };
  readonly 'messages mark-told': Act & { readonly booking: BookingId };
  readonly undo: Act & { readonly run: string };
  readonly forget: Act & { readonly booking: BookingId };
  readonly pause: Consent & { readonly hours?: number };
  readonly resume: Consent;
  readonly stay: Act & { readonly booking: BookingId; readonly actions: readonly StayAction[] };
  readonly 'templates list': object;
  readonly 'templates show': OfTemplate & { readonly language?: GuestLanguage };
  readonly 'templates set': Consent & OfTemplate & { readonly language: GuestLanguage; readonly file: string };
  readonly 'templates reset': Consent & OfTemplate & { readonly language: GuestLanguage };
  readonly 'templates test': Act & OfTemplate & { readonly booking: BookingId; readonly language?: GuestLanguage };
  readonly 'templates approve': Consent & { readonly language: GuestLanguage };
  readonly import: Consent & { readonly file: string };
  readonly credentials: Consent & { readonly action: 'set' | 'test' | 'remove'; readonly cloud: CloudName | 'watchdog' };
  readonly doctor: Act & { readonly probe?: LockId; readonly keypad?: KeypadId; readonly placeholders?: BookingId };
}
export type Request = { [Name in keyof Requests]: { readonly command: Name } & Requests[Name] }[keyof Requests];
export type RequestOf<Name extends Request['command']> = Extract<Request, { readonly command: Name }>;
