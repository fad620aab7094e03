/** The properties of the pure core once more, with many more and ever fresh worlds (see assure.ts). */
import './convergence.test.ts';
import './plan-codes.test.ts';
import './plan-deletes.test.ts';
