import { KnownTags } from '../tags/known-tags.ts';
import type { TagList } from '../tags/tag-list.ts';
import { parseTagList } from '../tags/tag-list-csv.ts';
import type { Workspace } from '../workspace/workspace.ts';

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
   * The lists at these absolute paths, null when there are none. A list that cannot be read is left out and told to
   * `onProblem`; it is tried again next time.
   */
  async load(paths: readonly string[], onProblem: (error: unknown) => void): Promise<KnownTags | null> {
    const lists: TagList[] = [];
    for (const path of paths) {
      try {
        lists.push(await this.#list(path));
      } catch (error) {
        onProblem(error);
      }
    }
    return lists.length > 0 ? new KnownTags(lists) : null;
  }

  #list(path: string): Promise<TagList> {
    let list = this.#lists.get(path);
    if (!list) {
      // A list saved by a spreadsheet may be in any encoding; names are ASCII, so a wrong letter costs one alias.
      list = this.#workspace.read(path).then((bytes) => parseTagList(new TextDecoder().decode(bytes)));
      this.#lists.set(path, list);
      list.catch(() => this.#lists.delete(path));
    }
    return list;
  }
}
