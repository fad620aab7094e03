/** One half of the scenes; what is looked at stands in scene-checks.ts. */
import { describeHalf } from './scene-checks.ts';

await describeHalf(0);
