import { normalTag } from '../tags/normal.ts';
import { classKind } from '../tags/trigger-words.ts';

/** How a concept's trigger became known. */
export type ConceptSource = 'sidecar' | 'folder-name' | 'config' | 'kept-head' | 'statistics' | 'none';

/** Confidence from which rules rely on a trigger; below it the product shows its guess and stays quiet. */
export const sureEnough = 0.7;

/** A trigger with the folder of captions it names, as declared or inferred. */
export interface Concept {
  /** Folder of its captions, relative to the dataset's root; "" is the root. */
  readonly folder: string;
  /** As written; null when none is declared and none stands out. */
  readonly trigger: string | null;
  /** What could be the trigger where that is unsure, best first; empty where a trigger is given. */
  readonly candidates: readonly string[];
  /** Further triggers of the same captions: one that holds any of them lacks none. Empty for a folder of one concept. */
  readonly companions: readonly string[];
  /** Captions that hold the trigger or, where it is unsure, the best candidate; 0 without one. */
  readonly held: number;
  /** Number of the tag that is or holds the trigger; null when the trigger stands within changing phrases. */
  readonly triggerNorm: number | null;
  /** The general word the trigger goes with (1girl, man, dog); null when none does. */
  readonly classWord: string | null;
  readonly regularization: boolean;
  readonly source: ConceptSource;
  /** 0 to 1; 1 for what the user declared. A heuristic score, not a probability. */
  readonly confidence: number;
  /** Why, in words for the user, best first. */
  readonly reasons: readonly string[];
  /** Times each image is used per epoch by the training configuration or the folder's name (sd-scripts library/config_util.py); 1 without. */
  readonly repeats: number;
  readonly images: number;
  readonly captions: number;
}

/** What captions are judged by: the trigger and its word, without numbers and reasons, which change with every caption. */
export type ConceptCore = Pick<
  Concept,
  'folder' | 'trigger' | 'triggerNorm' | 'classWord' | 'regularization' | 'confidence' | 'companions' | 'candidates'
>;

export type KnownConcept = Concept & { readonly trigger: string };

export function isKnown<C extends ConceptCore>(concept: C | undefined): concept is C & { readonly trigger: string } {
  return (
    concept !== undefined && concept.trigger !== null && !concept.regularization && concept.confidence >= sureEnough
  );
}

/** Whether a concept is a style, whose subjects, views, light and features are not its own. */
export function isStyle({ classWord, trigger }: Pick<Concept, 'classWord' | 'trigger'>): boolean {
  const lastWord = (trigger ?? '')
    .toLowerCase()
    .split(/[\s_-]+/)
    .at(-1);
  const said = classWord ?? lastWord ?? null;
  return classKind(said === null ? null : normalTag(said)) === 'style';
}

/** A concept as the sidecar declares it. */
export interface DeclaredConcept {
  readonly trigger: string | null;
  readonly classWord?: string | null;
  /** Folders with all that is below them; none: the whole dataset. */
  readonly folders?: readonly string[];
  readonly regularization?: boolean;
}

/** A folder of the dataset as far as concepts need it. */
export interface ConceptFolder {
  readonly folder: string;
  readonly images: number;
  /** The folder's own name; without it the last part of `folder`. The dataset's root has no other way to tell it. */
  readonly name?: string;
}

/** What one kind of evidence says about the trigger of a folder. */
export type Evidence = Pick<
  Concept,
  'trigger' | 'candidates' | 'companions' | 'held' | 'triggerNorm' | 'classWord' | 'source' | 'confidence' | 'reasons'
>;
