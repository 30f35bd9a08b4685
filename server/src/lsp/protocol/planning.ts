import { RequestType } from 'vscode-languageserver';
import type { ConceptKind } from '../../planning/practice.ts';
import type { ConceptBinding } from '../../report/binding.ts';
import type { CurePlan } from '../../report/cure.ts';
import type { PlanEffect } from '../../report/plan-effect.ts';

export { type ConceptKind, conceptKinds } from '../../planning/practice.ts';

// What each tag is to a trigger, the smallest cure, and what is written for them when the user says so.

/** A concept by its trigger, and what it is. */
export interface ConceptChoice {
  readonly uri: string;
  readonly trigger: string;
  readonly kind: ConceptKind;
}

/** The binding map of a dataset; nothing is changed. `kinds`: what concepts are, by trigger. */
export const binding = new RequestType<
  { readonly uri: string; readonly kinds: Readonly<Record<string, ConceptKind>> },
  readonly ConceptBinding[],
  void
>('tagmetry/binding');

/** What pruning for a trigger would change; nothing is written. */
export const pruneEffect = new RequestType<ConceptChoice, PruneEffect, void>('tagmetry/pruneEffect');
export interface PruneEffect {
  readonly captions: number;
  readonly effect: PlanEffect;
}

/** Prunes for a trigger, noted for undo. */
export const prune = new RequestType<ConceptChoice, Applied, void>('tagmetry/prune');

/** The smallest set of changes that brings every risk to low; long, cancellable, nothing is written. */
export const cure = new RequestType<{ readonly uri: string }, CurePlan, void>('tagmetry/cure');

/** Makes steps of the last cure of a dataset, noted for undo. Fails when the dataset was changed since. */
export const applyCure = new RequestType<{ readonly uri: string; readonly steps: readonly string[] }, Applied, void>(
  'tagmetry/applyCure',
);

/** What became of a change. */
export interface Applied {
  readonly written: number;
  readonly moved: number;
  /** Files that were left as they are, with the reason in words. */
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
}
