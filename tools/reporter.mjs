// Mocha's usual output, and the results in the file that TAGMETRY_RESULTS names.

import mocha from 'mocha';
import { recordResults } from './record-results.mjs';

export default class Reporter extends mocha.reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    recordResults(runner, process.env.TAGMETRY_RESULTS);
  }
}
