import assert from 'node:assert/strict';
import { type RiskLevel, tooFewBelow } from '../../server/src/advice/assess.ts';
import { playbookFor } from '../../server/src/advice/filter.ts';
import type { Advice } from '../../server/src/advice/index.ts';
import { metricIds, metrics } from '../../server/src/advice/metrics.ts';
import type { AuditReport } from '../../server/src/report/report.ts';
import { sections } from './sections.ts';
import { auditSet, type SeedSet, usualSize } from './sets.ts';
import { isProved, type Proved } from './statement.ts';

const sound: SeedSet = {};
/** What a set is made of, where that is plain data; null for one that functions make, which no other is like. */
const dataOf = (set: SeedSet): string | null =>
  Object.values(set).some((part) => typeof part === 'function') ? null : JSON.stringify(set);

/** One audit per set: statements share the set that has nothing, and those that differ in the options of a training only. */
function auditor(size: number): (set: SeedSet) => Promise<AuditReport> {
  const reports = new Map<string, Promise<AuditReport>>();
  return (set) => {
    const key = dataOf(set);
    const report = (key === null ? null : reports.get(key)) ?? auditSet(set, size).then((audit) => audit.report);
    if (key !== null) reports.set(key, report);
    return report;
  };
}
/** How many images the sets have; the large ones take as long as all others and run where everything is checked. */
const sizes = (process.env.SEED_SIZES ?? (process.env.CI ? '12,32,200' : '12,32')).split(',').map(Number);

const riskOf = ({ risks }: Advice, { mode }: Proved) => {
  const risk = risks.find((one) => one.mode === mode);
  assert.ok(risk);
  return risk;
};
const pieceOf = (advice: Advice, statement: Proved) =>
  riskOf(advice, statement).evidence.find(({ id }) => id === statement.evidence);
const show = (advice: Advice, statement: Proved): string =>
  riskOf(advice, statement)
    .evidence.map(({ level, text }) => `${level} ${text}`)
    .join('; ');

function levelOf(advice: Advice, statement: Proved): RiskLevel {
  return pieceOf(advice, statement)?.level ?? 'none';
}

/** What a statement leads to where there is enough to judge. */
async function prove(statement: Proved, reportOf: (set: SeedSet) => Promise<AuditReport>): Promise<void> {
  const without = (await reportOf(statement.not ?? sound)).advice;
  assert.equal(levelOf(without, statement), 'none', `has it not: ${show(without, statement)}`);
  const faint = (await reportOf(statement.faintSet)).advice;
  assert.equal(levelOf(faint, statement), statement.faint, `faint: ${show(faint, statement)}`);
  const report = await reportOf(statement.clearSet);
  const { advice } = report;
  assert.equal(levelOf(advice, statement), statement.clear, `clear: ${show(advice, statement)}`);
  const piece = pieceOf(advice, statement);
  assert.ok(piece && Number.isFinite(piece.value) && piece.text !== '' && piece.source !== '');
  assert.equal(piece.heuristic, statement.heuristic);
  const level = riskOf(advice, statement).level;
  assert.notEqual(level, 'none');
  if (statement.finding !== undefined)
    // Of several rules that speak of one tag one is told; what stands behind it is evidence all the same.
    assert.ok(
      report.summary.rules.some(({ rule }) => rule === statement.finding) ||
        advice.risks.some(({ evidence }) => evidence.some(({ id }) => id === statement.finding)),
      `${statement.finding} not in ${report.summary.rules.map(({ rule }) => rule).join(', ')}`,
    );
  // Ticked in the panel or named on the command line, the same object is filtered.
  const ids = advice.symptoms.filter(({ mode }) => mode === statement.mode).map(({ id }) => id);
  const ticked = playbookFor(advice, new Set(ids));
  for (const [kind, wanted] of [
    ['x', statement.x ?? []],
    ['y', statement.y ?? []],
  ] as const)
    for (const id of wanted)
      for (const book of [advice.playbook, ticked])
        assert.ok(
          book[kind].some((step) => step.id === id && step.evidence.includes(statement.evidence)),
          `${id} not called for in ${book[kind].map((step) => `${step.id} (${step.evidence})`).join(', ')}`,
        );
}

/**
 * Under twenty images a share or a spread is shown and makes no risk more than low; what needs more captions is said not to be
 * measured. Two subjects of twelve are enough.
 */
async function judgeFew(statement: Proved, reportOf: (set: SeedSet) => Promise<AuditReport>): Promise<void> {
  const without = (await reportOf(statement.not ?? sound)).advice;
  assert.equal(levelOf(without, statement), 'none', `has it not: ${show(without, statement)}`);
  const { advice } = await reportOf(statement.clearSet);
  const risk = riskOf(advice, statement);
  const level = levelOf(advice, statement);
  const known = metricIds.find((id) => id === statement.evidence);
  if (level === 'none') assert.ok(risk.notEvaluated.includes(statement.evidence), show(advice, statement));
  else
    assert.equal(
      level,
      known && metrics[known].statistic && risk.tooFew ? 'low' : statement.clear,
      show(advice, statement),
    );
}

for (const size of sizes) {
  const few = size < tooFewBelow;
  const reportOf = auditor(size);
  for (const { title, statements } of sections)
    describe(`Failure map, ${size} images: ${title}`, () => {
      if (few)
        it('is said to be too few to judge', async () => {
          const { risks } = (await reportOf(sound)).advice;
          assert.ok(risks.every(({ tooFew, level }) => tooFew && (level === 'none' || level === 'low')));
        });
      for (const statement of statements.filter(isProved)) {
        // What is made of a number of images is the same at any size.
        const fixed = statement.clearSet.size !== undefined;
        if (fixed && size !== usualSize) continue;
        // Pictures of large sets take their time to make.
        it(statement.says, () => (few ? judgeFew : prove)(statement, reportOf)).timeout(60_000 + size * 1000);
      }
    });
}
