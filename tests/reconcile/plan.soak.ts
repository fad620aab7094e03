/** The properties of planning with many more, random worlds (see assure.ts). */
import './convergence.test.ts';
import './plan-codes.test.ts';
import './plan-deletes.test.ts';
