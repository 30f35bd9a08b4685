import type { TextEdit, TextRange } from './text.ts';

export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** The six training failures of the product, and the seed's symptom "weak SDXL". */
export const failureModes = [
  'memorization',
  'concept-bleed',
  'identity-collapse',
  'prompt-sensitivity',
  'style-drift',
  'training-instability',
  'weak-sdxl',
] as const;
export type FailureMode = (typeof failureModes)[number];

/** `safe`: changes neither the set of tags nor their order nor what trains, so it may run unasked. `suggested`: ask. */
export type FixSafety = 'safe' | 'suggested';

export interface RelatedPlace {
  /** Relative to the dataset folder, "/" between names. */
  readonly file: string;
  readonly range: TextRange | null;
  readonly message: string;
}

/** The text edits of one file; ranges in UTF-16 offsets of its text without byte-order mark. */
export interface FileEdits {
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

/** A change that the fix engine can make. Declarative, so that editor, fix-all and command line apply the same thing. */
export interface Fix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly FileEdits[];
  /** Some text of the caption stays, whatever the edits are: nobody has to make them to see it. */
  readonly keepsText?: boolean;
  /** Writes the file again as UTF-8 without byte-order mark, read as `from`; a change of bytes, not of text. */
  readonly resave?: { readonly file: string; readonly from: string };
  /** Gives a file another name; both relative to the dataset folder. Refused where a file of that name lies there by now. */
  readonly rename?: { readonly from: string; readonly to: string };
}

/** What a rule says about one place, before severity and failure modes are added. */
export interface Draft {
  /** Null: the whole file. */
  readonly range: TextRange | null;
  /** What is wrong, why it matters, what to do; the key fact in the first 80 characters. */
  readonly message: string;
  /** File the draft is about when it is not the context's own. */
  readonly file?: string;
  readonly related?: readonly RelatedPlace[];
  /** Best first. */
  readonly fixes?: readonly Fix[];
  /** Greys the range, or strikes it through. */
  readonly mark?: 'unnecessary' | 'deprecated';
  /** Overrides the rule's severity for a graver or milder case. */
  readonly severity?: Severity;
  /** It says where to look, as nobody has looked yet: evidence of nothing. */
  readonly asks?: true;
  /** A tag (normal form) that the whole folder had better write otherwise: offered as a change of all its captions. */
  readonly replaceTag?: { readonly norm: string; readonly by: string };
  /** The tag it is about, in normal form: what a suppression may name. */
  readonly tag?: string;
  /** What it says without what is peculiar to this caption, to be told once where most captions have it; left out: the message. */
  readonly habit?: string;
  /** Tags, in normal form, of which it says that nearly all captions hold them: a fact that several rules could tell. */
  readonly always?: readonly string[];
  /** The fact that it tells where rules of folder and configuration tell the same one, each at its own place. */
  readonly fact?: string;
}

/** One result of a rule, complete. */
export interface Finding extends Omit<Draft, 'file' | 'severity'> {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly failureModes: readonly FailureMode[];
}
