/** `npm run notices`: generates the licence files. Needed after a dependency has changed; a test compares them. */
import { writeFileSync } from 'node:fs';
import { shippedPackages } from './licences.ts';
import { LIST_FILE, listSource, NOTICES_FILE, noticesText } from './texts.ts';

const shipped = await shippedPackages();
writeFileSync(NOTICES_FILE, noticesText(shipped));
writeFileSync(LIST_FILE, await listSource(shipped));
console.log(`${shipped.length} licences written to THIRD_PARTY_NOTICES and shared/licences.ts`);
