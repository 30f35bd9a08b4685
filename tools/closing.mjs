// What `npm test` says last: the middle of a long log gets cut, so whatever did not simply pass is named once more at the end.

/** @typedef {import('./record-results.mjs').Results} Results */

/** An empty account. @returns {Required<Results>} */
export const nothing = () => ({ passed: [], failed: [], pending: [], repeated: [], alone: [] });

/**
 * Adds what a step did to the account of all.
 * @param {Required<Results>} all
 * @param {Results} step
 */
export function add(all, { passed, failed, pending, repeated = [], alone = [] }) {
  all.passed.push(...passed);
  all.failed.push(...failed);
  all.pending.push(...pending);
  all.repeated.push(...repeated);
  all.alone.push(...alone);
}

/**
 * Takes out of a step's results the scenarios that failed: they are played a last time with nothing beside them, and what they say then
 * counts, so that the pace of the machine is told from a fault.
 * @param {Results} results loses the failures that belong to a scenario, and the steps that passed in these
 * @returns {{ scenario: string, title: string, error: string }[]} the failures that were taken out
 */
export function takeScenarios(results) {
  const taken = results.failed.flatMap(({ scenario, title, error }) => (scenario ? [{ scenario, title, error }] : []));
  const names = new Set(taken.map(({ scenario }) => scenario));
  results.failed = results.failed.filter(({ scenario }) => !scenario);
  results.passed = results.passed.filter((title) => ![...names].some((name) => title.startsWith(`${name}: `)));
  return taken;
}

/** Two spaces before every line. @param {string} text */
const indented = (text) => `  ${text.replaceAll('\n', '\n  ')}`;

/**
 * @param {Required<Results>} all
 * @param {number} seconds
 * @returns {string} the last is the line `N passed, N failed`
 */
export function closing({ passed, failed, repeated, alone }, seconds) {
  /** @param {string} heading @param {readonly string[]} titles */
  const list = (heading, titles) =>
    titles.length === 0
      ? []
      : ['', `${titles.length} ${heading}:`, ...titles.map((title) => `  - ${title.replaceAll('\n', '\n    ')}`)];
  return [
    ...list('passed only when played once more', repeated),
    ...list('passed only when played alone, after everything else', alone),
    ...failed.flatMap(({ title, error }) => ['', `FAILED ${title}`, indented(error)]),
    '',
    `All in ${seconds.toFixed(0)} s`,
    `${passed.length} passed, ${failed.length} failed`,
  ].join('\n');
}
