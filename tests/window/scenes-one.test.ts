/** One half of the scenes; scene-checks.ts has the checks. */
import { describeHalf } from './scene-checks.ts';

await describeHalf(0);
