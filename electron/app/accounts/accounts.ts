/** The user's accounts at both clouds: their credentials, and one client for each. Lives as long as the program. */
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../shared/errors.ts';
import type { AccessFailure, CloudName, KeychainFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { AccessGate, BookingCloud, LockCloud, SmoobuCredentials, TheKeysCredentials } from '../ports/clouds.ts';
import { storedIfPossible } from '../ports/storage.ts';
import type { GivenCredentials, GivenSource } from '../ports/storage.ts';
import type { PinSource, PinVault } from '../ports/system.ts';
import type { AccessReason, CloudAccess, Gate } from './cloud-access.ts';
import { maskPhone, readCredentials, removeCredentials, storeCredentials } from './credentials.ts';
import type { Credential, CredentialPorts, Credentials, StoredCredentials } from './credentials.ts';

export interface AccountsPorts extends CredentialPorts {
  readonly given: GivenCredentials;
  readonly access: CloudAccess;
  /** Both send nothing before their first call. */
  connectSmoobu(credentials: SmoobuCredentials, gate: AccessGate): BookingCloud;
  connectTheKeys(credentials: TheKeysCredentials, gate: AccessGate): LockCloud;
  /** null: PINs are random. */
  createPinSource(key: Uint8Array | null): PinSource;
  /** null: nothing can be sealed. */
  createPinVault(key: Uint8Array | null): PinVault;
  /** Called with every secret that was read, so that the log can redact it. */
  onSecret(text: string): void;
}

/** Where the credentials of a cloud, or the pin key, come from. Never the value. */
export type CredentialSource =
  | { readonly kind: GivenSource | 'keychain' | 'none' }
  | { readonly kind: 'keychain-failed'; readonly failure: KeychainFailure };
export type CredentialSources = Readonly<Record<keyof Credentials, CredentialSource>>;

export class Accounts {
  readonly #ports: AccountsPorts;
  #credentials: Promise<Credentials> | null = null;
  #bookings: BookingCloud | null = null;
  #locks: LockCloud | null = null;
  readonly #gates: Partial<Record<CloudName, Gate>> = {};
  readonly #retired: (BookingCloud | LockCloud)[] = [];

  constructor(ports: AccountsPorts) {
    this.#ports = ports;
  }

  /** The same client each time, until `reconnect`. */
  async bookingCloud(): Promise<Result<BookingCloud, AccessFailure>> {
    const { smoobu } = await this.#read();
    if (smoobu.value === null) return err(accessFailure('smoobu', smoobu));
    if (this.#bookings === null) {
      const { apiKey, apiSecret } = smoobu.value;
      this.#gates.smoobu = this.#ports.access.gateFor('smoobu', `${apiKey.reveal()}\n${apiSecret.reveal()}`);
      this.#bookings = this.#ports.connectSmoobu(smoobu.value, this.#gates.smoobu);
    }
    return ok(this.#bookings);
  }

  async lockCloud(): Promise<Result<LockCloud, AccessFailure>> {
    const { theKeys } = await this.#read();
    if (theKeys.value === null) return err(accessFailure('the-keys', theKeys));
    if (this.#locks === null) {
      const { username, password } = theKeys.value;
      this.#gates['the-keys'] = this.#ports.access.gateFor('the-keys', `${username}\n${password.reveal()}`);
      this.#locks = this.#ports.connectTheKeys(theKeys.value, this.#gates['the-keys']);
    }
    return ok(this.#locks);
  }

  /**
   * Before a run: null when both clouds may be asked. Credentials that were rejected are read again, since they may have been changed by
   * another process. The clients of the earlier ones wait for `closeRetired`.
   */
  async admit(reason: AccessReason): Promise<AccessFailure | null> {
    const { access } = this.#ports;
    access.begin(reason);
    if (CLOUD_NAMES.some((cloud) => access.retryAtMs(cloud) !== null)) this.reconnect();
    for (const cloud of CLOUD_NAMES) {
      const client = await (cloud === 'smoobu' ? this.bookingCloud() : this.lockCloud());
      if (!client.ok) return client.error;
      if ((await this.#gates[cloud]?.isOpen()) !== false) continue;
      const retryAtMs = access.retryAtMs(cloud);
      const message = `${CLOUD_TITLES[cloud]} rejected the credentials.`;
      return { kind: 'credentials-rejected', cloud, message, certain: true, ...(retryAtMs === null ? {} : { retryAtMs }) };
    }
    return null;
  }

  /** Without a key PINs are random. A stored key that cannot be read is a failure: random PINs would replace those of known codes. */
  async pins(): Promise<Result<PinSource, KeychainFailure>> {
    const key = await this.#pinKey();
    return key.ok ? ok(this.#ports.createPinSource(key.value)) : key;
  }

  /** Without a key nothing can be sealed or opened. */
  async pinVault(): Promise<Result<PinVault, KeychainFailure>> {
    const key = await this.#pinKey();
    return key.ok ? ok(this.#ports.createPinVault(key.value)) : key;
  }

  async sources(): Promise<CredentialSources> {
    const { smoobu, theKeys, pinKey } = await this.#read();
    return { smoobu: sourceOf(smoobu), theKeys: sourceOf(theKeys), pinKey: sourceOf(pinKey) };
  }

  /** Stores in the keychain; the next call uses them. The value is the user name as it may be shown: Smoobu has none. */
  async store(entry: StoredCredentials): Promise<Result<string | null, KeychainFailure>> {
    const stored = await storeCredentials(this.#ports, entry, false);
    if (!stored.ok) return stored;
    const userName = entry.cloud === 'the-keys' ? maskPhone(entry.credentials.username) : null;
    if (entry.cloud === 'the-keys') this.#rememberUser(userName);
    this.reconnect();
    return ok(userName);
  }

  async remove(cloud: CloudName): Promise<Result<null, KeychainFailure>> {
    const removed = await removeCredentials(this.#ports, cloud);
    if (!removed.ok) return removed;
    if (cloud === 'the-keys') this.#rememberUser(null);
    this.reconnect();
    return removed;
  }

  /** Makes the cheapest authenticated call; null: it worked. */
  async test(cloud: CloudName): Promise<AccessFailure | null> {
    this.#ports.access.begin('use');
    const answer = await (cloud === 'smoobu' ? this.#probeSmoobu() : this.#probeTheKeys());
    if (answer.ok) return null;
    if (answer.error.kind === 'credentials-rejected') this.reconnect();
    return answer.error;
  }

  /** After credentials changed or were rejected: the next call reads and connects again. A current run keeps its clients. */
  reconnect(): void {
    this.#credentials = null;
    for (const client of [this.#bookings, this.#locks]) if (client !== null) this.#retired.push(client);
    this.#bookings = null;
    this.#locks = null;
  }

  /** Closes the clients of earlier credentials; call when no run is in progress. */
  async closeRetired(): Promise<void> {
    await Promise.allSettled(this.#retired.splice(0).map((client) => client.close()));
  }

  async close(): Promise<void> {
    this.reconnect();
    await this.closeRetired();
  }

  async #probeSmoobu(): Promise<Result<unknown, AccessFailure>> {
    const bookings = await this.bookingCloud();
    return bookings.ok ? bookings.value.readAccount() : bookings;
  }
  async #probeTheKeys(): Promise<Result<unknown, AccessFailure>> {
    const locks = await this.lockCloud();
    return locks.ok ? locks.value.discover() : locks;
  }

  async #pinKey(): Promise<Result<Uint8Array | null, KeychainFailure>> {
    const { value, failure, stored } = (await this.#read()).pinKey;
    return failure !== null && stored ? err(failure) : ok(value);
  }
  /** Once, since the keychain may ask the user each time. */
  #read(): Promise<Credentials> {
    this.#credentials ??= this.#readNow();
    return this.#credentials;
  }
  async #readNow(): Promise<Credentials> {
    const found = await readCredentials(this.#ports.given, this.#ports);
    const { smoobu, theKeys, pinKey } = found;
    for (const secret of [smoobu.value?.apiKey, smoobu.value?.apiSecret, theKeys.value?.password])
      if (secret !== undefined) this.#ports.onSecret(secret.reveal());
    if (theKeys.value !== null) this.#ports.onSecret(theKeys.value.username);
    // Read again next time: the keychain may be unlocked by then.
    if ([smoobu, theKeys, pinKey].some((credential) => credential.failure !== null)) this.#credentials = null;
    return found;
  }

  #rememberUser(theKeysUser: string | null): void {
    const { settings } = this.#ports;
    const current = settings.read();
    storedIfPossible(() => settings.write({ ...current, stored: { ...current.stored, theKeysUser } }));
  }
}

/** A keychain that cannot be read matters only where something was put into it; otherwise there are no credentials. */
function accessFailure(cloud: CloudName, { failure, stored }: Credential<unknown>): AccessFailure {
  if (failure !== null && (stored || failure.kind !== 'keychain-missing')) return failure;
  return { kind: 'credentials-missing', cloud, message: `No credentials for ${CLOUD_TITLES[cloud]} are stored or given.`, certain: true };
}

function sourceOf({ failure, source }: Credential<unknown>): CredentialSource {
  return failure === null ? { kind: source ?? 'none' } : { kind: 'keychain-failed', failure };
}
