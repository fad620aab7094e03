/** Translates errors of electron-updater and Node into update failures. Pure. */
import type { UpdateFailure } from '../app/ports/updates.ts';

const FAILURES: Readonly<Record<string, UpdateFailure>> = {
  ERR_CHECKSUM_MISMATCH: 'checksum',
  ERR_UPDATER_NO_CHECKSUM: 'checksum',
  ERR_UPDATER_INVALID_SIGNATURE: 'signature',
  ERR_UPDATER_INVALID_VERSION: 'bad-feed',
  ERR_UPDATER_INVALID_UPDATE_INFO: 'bad-feed',
  ERR_UPDATER_NO_FILES_PROVIDED: 'bad-feed',
  ERR_UPDATER_ZIP_FILE_NOT_FOUND: 'bad-feed',
  ERR_UPDATER_WEB_INSTALLER_DISABLED: 'bad-feed',
  ERR_UPDATER_CHANNEL_FILE_NOT_FOUND: 'unreachable',
  ERR_FEED_NOT_HTTPS: 'bad-feed',
  ERR_FEED_TOO_LONG: 'bad-feed',
  ERR_FEED_REDIRECTS: 'bad-feed',
  ENOSPC: 'disk',
  EDQUOT: 'disk',
  EACCES: 'disk',
  EPERM: 'disk',
  EROFS: 'disk',
  EBUSY: 'disk',
  EIO: 'disk',
};
const NETWORK_ERROR =
  /^(E(CONN|HOST|NET|NOTFOUND|AI_|PIPE|TIMEDOUT|PROTO)|ERR_(TLS|SSL)|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HTTP_ERROR_)/;

export function failureOf(error: unknown, during: 'check' | 'download'): UpdateFailure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const failure = FAILURES[code];
  if (failure !== undefined) return failure;
  if (NETWORK_ERROR.test(code)) return during === 'check' ? 'unreachable' : 'interrupted';
  // Anything else comes from a response that is not a valid feed, or not the expected file.
  return during === 'check' ? 'bad-feed' : 'interrupted';
}
