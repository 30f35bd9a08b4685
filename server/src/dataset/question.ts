import { Answers } from '../facts/tracking.ts';
import type { DatasetIndex } from './index.ts';

/**
 * A question about a folder that many captions ask alike. The answer is worked out once and again only when something it rests
 * on changed; captions are judged anew only when the answer itself is another one. So a count that moves with every edit, such
 * as how many captions hold a tag, costs nothing as long as what follows from it stays the same.
 * @param same whether two answers are equal; without it they are compared as JSON
 */
export function question<K extends string | number, T>(
  answer: (index: DatasetIndex, key: K) => T,
  same: (a: T, b: T) => boolean = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
): (index: DatasetIndex, key: K) => T {
  const byIndex = new WeakMap<DatasetIndex, Answers<K, T>>();
  return (index, key) => {
    let answers = byIndex.get(index);
    if (!answers) {
      const made = new Answers<K, T>(index.tracker, (asked) => answer(index, asked), same);
      // A number is that of a normal form.
      index.vocabulary.onRelease(({ norms }) => made.forget(norms));
      byIndex.set(index, made);
      answers = made;
    }
    return answers.of(key);
  };
}

/** As {@link question}, of many keys under one heading: the heading is looked up once, the keys are numbers. */
export function questions<T>(
  answer: (index: DatasetIndex, heading: string, key: number) => T,
  same: (a: T, b: T) => boolean = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
): (index: DatasetIndex, heading: string) => (key: number) => T {
  const byIndex = new WeakMap<DatasetIndex, Map<string, Answers<number, T>>>();
  return (index, heading) => {
    let headings = byIndex.get(index);
    if (!headings) {
      headings = new Map();
      byIndex.set(index, headings);
    }
    let answers = headings.get(heading);
    if (!answers) {
      const made = new Answers<number, T>(index.tracker, (key) => answer(index, heading, key), same);
      index.vocabulary.onRelease(({ norms }) => made.forget(norms));
      headings.set(heading, made);
      answers = made;
    }
    const found = answers;
    return (key) => found.of(key);
  };
}
