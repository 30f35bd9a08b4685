import { normalTag } from '../tags/normal.ts';

/**
 * Numbers for the tags of a folder. A *surface* is a tag as typed; a *norm* is its normal form, shared by all its
 * surfaces. Numbers are dense, start at 0 and never change while the folder is open.
 */
export class Vocabulary {
  readonly #surfaceIds = new Map<string, number>();
  readonly #normIds = new Map<string, number>();
  readonly #surfaces: string[] = [];
  readonly #norms: string[] = [];
  readonly #normOfSurface: number[] = [];
  readonly #surfacesOfNorm: number[][] = [];

  /** Number of a tag as typed; given out on first sight. */
  intern(surface: string): number {
    const known = this.#surfaceIds.get(surface);
    if (known !== undefined) return known;
    const id = this.#surfaces.length;
    const norm = this.internNorm(normalTag(surface));
    this.#surfaceIds.set(surface, id);
    this.#surfaces.push(surface);
    this.#normOfSurface.push(norm);
    this.#surfacesOfNorm[norm].push(id);
    return id;
  }

  internNorm(norm: string): number {
    let id = this.#normIds.get(norm);
    if (id === undefined) {
      id = this.#norms.length;
      this.#normIds.set(norm, id);
      this.#norms.push(norm);
      this.#surfacesOfNorm.push([]);
    }
    return id;
  }

  /** Number of a normal form, or undefined when no caption ever held it. */
  normId(norm: string): number | undefined {
    return this.#normIds.get(norm);
  }

  surfaceId(surface: string): number | undefined {
    return this.#surfaceIds.get(surface);
  }

  surface(id: number): string {
    return this.#surfaces[id];
  }

  norm(id: number): string {
    return this.#norms[id];
  }

  normOf(surfaceId: number): number {
    return this.#normOfSurface[surfaceId];
  }

  surfacesOf(normId: number): readonly number[] {
    return this.#surfacesOfNorm[normId] ?? [];
  }

  /** How many normal forms there are, those no longer used included. */
  get normCount(): number {
    return this.#norms.length;
  }
}
