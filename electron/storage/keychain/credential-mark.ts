/** A mark that tells whether credentials have changed. Too slow to guess with and too short to be sure of a guess. */
import { randomBytes, scrypt } from 'node:crypto';

const SALT_BYTES = 16;
/** One in sixteen million other credentials has the same mark. Those then wait like the rejected ones, which is harmless. */
const MARK_BYTES = 3;

export const credentialMarks = {
  newSalt: (): string => randomBytes(SALT_BYTES).toString('hex'),
  mark: (credentials: string, salt: string): Promise<string> =>
    new Promise((resolve, reject) => {
      scrypt(credentials, salt, MARK_BYTES, (error, key) => {
        if (error === null) resolve(key.toString('hex'));
        else reject(error);
      });
    }),
};
