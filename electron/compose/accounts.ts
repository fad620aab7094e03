/** The accounts of both clouds: credentials from what was given or the keychain, and the clients built from them, once. */
import type { AccessFailure } from '../app/accounts/access.ts';
import type { BookingCloud, LockCloud } from '../app/ports/clouds.ts';
import type { SecretStore, SettingsStore } from '../app/ports/storage.ts';
import type { PinSource } from '../app/ports/system.ts';
import { connectSmoobu, connectTheKeys } from './clouds.ts';
import type { CloudWorld } from './clouds.ts';
import { readCredentials } from '../storage/keychain/credentials.ts';
import type { Credential, Credentials, GivenCredentials } from '../storage/keychain/credentials.ts';
import { createPinSource } from '../storage/keychain/pin-source.ts';
import type { CloudName, KeychainFailure } from '../../shared/errors.ts';
import { CLOUD_TITLES } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

export interface AccountsOptions {
  readonly secrets: SecretStore;
  readonly settings: SettingsStore;
  readonly world: CloudWorld;
  readonly given: GivenCredentials;
  /** Origins; null is the service's own. */
  readonly addresses: { readonly smoobu: string | null; readonly theKeys: string | null };
  /** Told of every secret that was read, so that the log can keep it out. */
  readonly onSecret: (text: string) => void;
}

/** Lives as long as the program. */
export class CloudAccounts {
  readonly #options: AccountsOptions;
  #credentials: Promise<Credentials> | null = null;
  #bookings: BookingCloud | null = null;
  #locks: LockCloud | null = null;
  readonly #retired: (BookingCloud | LockCloud)[] = [];

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  /** Read once: the keychain may ask its owner each time. */
  credentials(): Promise<Credentials> {
    this.#credentials ??= this.#read();
    return this.#credentials;
  }

  /** The same client each time; nothing is sent before its first call. */
  async bookingCloud(): Promise<Result<BookingCloud, AccessFailure>> {
    const { smoobu } = await this.credentials();
    const missing = accessFailure('smoobu', smoobu);
    if (missing !== null) return err(missing);
    this.#bookings ??= connectSmoobu({ credentials: smoobu.value, origin: this.#options.addresses.smoobu }, this.#options.world);
    return ok(this.#bookings);
  }

  async lockCloud(): Promise<Result<LockCloud, AccessFailure>> {
    const { theKeys } = await this.credentials();
    const missing = accessFailure('the-keys', theKeys);
    if (missing !== null) return err(missing);
    this.#locks ??= connectTheKeys({ credentials: theKeys.value, origin: this.#options.addresses.theKeys }, this.#options.world);
    return ok(this.#locks);
  }

  /** Without a key PINs are random. A key that is stored but cannot be read is a failure: other PINs would be drawn. */
  async pins(): Promise<Result<PinSource, KeychainFailure>> {
    const { pinKey } = await this.credentials();
    return pinKey.failure !== null && pinKey.stored ? err(pinKey.failure) : ok(createPinSource(pinKey.value));
  }

  /** Credentials were stored or removed: the next call reads and connects again. A run in hand keeps its clients. */
  changed(): void {
    this.#credentials = null;
    for (const client of [this.#bookings, this.#locks]) if (client !== null) this.#retired.push(client);
    this.#bookings = null;
    this.#locks = null;
  }

  /** Closes clients of former credentials; call when no run is in hand. */
  async closeRetired(): Promise<void> {
    await Promise.allSettled(this.#retired.splice(0).map((client) => client.close()));
  }

  async close(): Promise<void> {
    this.changed();
    await this.closeRetired();
  }

  async #read(): Promise<Credentials> {
    const { secrets, settings, given, onSecret } = this.#options;
    const found = await readCredentials({ given, secrets, settings: settings.read() });
    const { smoobu, theKeys } = found;
    for (const secret of [smoobu.value?.apiKey, smoobu.value?.apiSecret, theKeys.value?.password])
      if (secret !== undefined) onSecret(secret.reveal());
    if (theKeys.value !== null) onSecret(theKeys.value.username);
    // What could not be read is asked for again: the keychain may be unlocked by then.
    if ([smoobu, theKeys, found.pinKey].some((credential) => credential.failure !== null)) this.#credentials = null;
    return found;
  }
}

/** A keychain that cannot be read matters where something was put into it; otherwise there simply are no credentials. */
function accessFailure(cloud: CloudName, credential: Credential<unknown>): AccessFailure | null {
  if (credential.value !== null) return null;
  if (credential.failure !== null && (credential.stored || credential.failure.kind !== 'keychain-missing')) return credential.failure;
  return { kind: 'credentials-missing', cloud, message: `No credentials for ${CLOUD_TITLES[cloud]} are stored or given.`, certain: true };
}
