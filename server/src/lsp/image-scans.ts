import { existsSync } from 'node:fs';
import type { Connection } from 'vscode-languageserver';
import type { ImageFacts } from '../images/facts.ts';
import { bundledWorker, nodeScanner } from '../images/node-scanner.ts';
import { readImageFacts } from '../images/read-facts.ts';
import type { ScanProgress } from '../images/scan-headers.ts';
import {
  type ImageLevel,
  type ImageSurvey,
  imageLevels,
  looksAtPixels,
  type SurveyOff,
  surveyImages,
} from '../images/survey.ts';
import { switchedOffText } from '../images/switched-off.ts';
import { withVerdicts } from '../images/verdicts.ts';
import type { Verdict } from '../settings/sidecar-data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OpenDataset } from './dataset-loader.ts';

export interface ScanRequest {
  readonly level: ImageLevel;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ScanProgress) => void) | undefined;
}

/** Images whose headers are kept beside the scans: of the captions somebody works on. */
const headersKept = 64;

/** The more thorough of two levels. */
export const deeper = (a: ImageLevel, b: ImageLevel): ImageLevel =>
  imageLevels.indexOf(a) > imageLevels.indexOf(b) ? a : b;

/**
 * Looks at the images of datasets when someone asks, and keeps what it found until an image changes. Pixels are compared
 * in trusted workspaces only; a decoder that keeps ending is not started again before the server is.
 */
export class ImageScans {
  readonly #workspace: Workspace;
  readonly #cacheDir: string | null;
  readonly #trusted: boolean;
  /** What was found, by root; only where image changes are heard of. */
  readonly #kept = new Map<string, ImageSurvey>();
  /** Surveys with the verdicts of the user, as they were made last. */
  readonly #judged = new Map<
    string,
    { readonly survey: ImageSurvey; readonly verdicts: readonly Verdict[]; readonly result: ImageSurvey }
  >();
  /** Headers of images that were asked for one by one, by path. */
  readonly #headers = new Map<string, ImageFacts>();
  #isWatching = false;
  /** How often images changed. */
  #changes = 0;
  #off: SurveyOff | null = null;
  #told = false;

  /** @param cacheDir where fingerprints are kept; null: nowhere */
  constructor(workspace: Workspace, cacheDir: string | null, trusted: boolean) {
    this.#workspace = workspace;
    this.#cacheDir = cacheDir;
    this.#trusted = trusted;
  }

  /** Whether pixels can be compared here. */
  get comparing(): boolean {
    return this.#trusted && this.#off === null && existsSync(bundledWorker());
  }

  /** Tells the user that images are not compared any more, once. */
  tellOnce(connection: Connection, why: SurveyOff): void {
    if (why.reason === 'no-worker' || this.#told) return;
    this.#told = true;
    connection.window.showWarningMessage(switchedOffText(why));
  }

  /** Says that changes of image files will be told: results may be kept until then. */
  watch(): void {
    this.#isWatching = true;
  }

  /** Images of a dataset changed, came or went. */
  forget(root: string): void {
    this.#changes++;
    this.#kept.delete(root);
    this.#judged.delete(root);
    this.#headers.clear();
  }

  /** What an image's file says of itself. Asked with each keystroke in its caption: known until the image changes, where that is told. */
  async facts(root: string, image: string): Promise<ImageFacts> {
    const path = `${root}/${image}`;
    const known = this.#kept.get(root)?.images.get(image) ?? this.#headers.get(path);
    if (known) return known;
    const changes = this.#changes;
    const facts = await readImageFacts(this.#workspace, root, image);
    if (this.#isWatching && changes === this.#changes) {
      const [oldest] = this.#headers.keys();
      if (this.#headers.size >= headersKept && oldest !== undefined) this.#headers.delete(oldest);
      this.#headers.set(path, facts);
    }
    return facts;
  }

  /** Whether the images of a dataset need not be looked at again to answer at a level. */
  knows(root: string, level: ImageLevel): boolean {
    const kept = this.#kept.get(root);
    return (
      level === 'off' ||
      (kept !== undefined && imageLevels.indexOf(kept.level) >= imageLevels.indexOf(this.#possible(level)))
    );
  }

  /** What a level comes to where pixels cannot be compared. */
  #possible(level: ImageLevel): ImageLevel {
    return looksAtPixels(level) && !this.comparing ? 'headers' : level;
  }

  /**
   * Looks at the images of a dataset, or gives what is known when that is as thorough. The open captions learn of the
   * duplicates at once. Rejects with the signal's reason when cancelled.
   */
  async look({ root, index, settings }: OpenDataset, request: ScanRequest): Promise<ImageSurvey> {
    const level = this.#possible(request.level);
    let survey = level === 'off' ? undefined : this.#kept.get(root);
    if (!survey || imageLevels.indexOf(survey.level) < imageLevels.indexOf(level)) {
      const changes = this.#changes;
      const files = [...index.images].map(({ file }) => file);
      const scanPixels = nodeScanner(bundledWorker(), this.#cacheDir, root);
      survey = await surveyImages(this.#workspace, root, files, { ...request, level, scanPixels });
      if (survey.switchedOff?.reason === 'crashes') this.#off = survey.switchedOff;
      // What was looked at may be gone by now.
      const isNew = changes === this.#changes;
      if (this.#isWatching && isNew && level !== 'off' && survey.switchedOff === null) this.#kept.set(root, survey);
    }
    const { verdicts } = settings.folder.sidecar;
    const judged = this.#judged.get(root);
    if (judged?.survey === survey && judged.verdicts === verdicts) return judged.result;
    const result = await withVerdicts(this.#workspace, root, survey, verdicts);
    this.#judged.set(root, { survey, verdicts, result });
    return result;
  }
}
