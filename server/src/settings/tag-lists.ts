import { KnownTags } from '../tags/known-tags.ts';
import type { TagList } from '../tags/tag-list.ts';
import { parseTagList } from '../tags/tag-list-csv.ts';
import { FileProblem, type Workspace } from '../workspace/workspace.ts';

/** Where paths in settings start from. */
export interface PathBase {
  /** The user's home, for "~". */
  readonly home: string;
  /** The folder relative paths start from. */
  readonly folder: string;
}

/** The absolute path of a path in the settings: absolute as it is, "~/…" from home, others from the folder. */
export function settingsPath(path: string, { home, folder }: PathBase): string {
  if (/^~(?:$|[\\/])/.test(path)) return home + path.slice(1);
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return path;
  return `${folder}/${path.replace(/^\.[\\/]/, '')}`;
}

/** Reads tag lists through the workspace, each file once. */
export class TagListStore {
  readonly #workspace: Workspace;
  readonly #lists = new Map<string, Promise<TagList>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * The lists at these absolute paths, null when there are none; of several places of one list the first that can be read
   * counts. A list that cannot be read anywhere is left out and told to `onProblem`, with its first place; it is tried again
   * next time.
   */
  async load(
    lists: readonly (string | readonly string[])[],
    onProblem: (error: unknown) => void,
  ): Promise<KnownTags | null> {
    const found: TagList[] = [];
    for (const places of lists) {
      const list = await this.#firstOf(typeof places === 'string' ? [places] : [...new Set(places)], onProblem);
      if (list) found.push(list);
    }
    return found.length > 0 ? new KnownTags(found) : null;
  }

  async #firstOf(places: readonly string[], onProblem: (error: unknown) => void): Promise<TagList | null> {
    const problems: unknown[] = [];
    for (const place of places) {
      try {
        return await this.#list(place);
      } catch (error) {
        problems.push(error);
      }
    }
    if (problems.length > 0) onProblem(problems[0]);
    return null;
  }

  #list(path: string): Promise<TagList> {
    let list = this.#lists.get(path);
    if (!list) {
      // A list saved by a spreadsheet may be in any encoding; names are ASCII, so a wrong letter costs one alias.
      list = this.#workspace.read(path).then((bytes) => {
        const parsed = parseTagList(new TextDecoder().decode(bytes));
        // Against a list of nothing every tag would be unknown.
        if (parsed.size === 0) throw new FileProblem(path, 'no tags');
        return parsed;
      });
      this.#lists.set(path, list);
      list.catch(() => this.#lists.delete(path));
    }
    return list;
  }
}
