import { FileProblem } from './workspace.ts';

/** A system whose ways with names the workspace in memory can take on. */
export type SimulatedSystem = 'linux' | 'macos' | 'windows';

/** How a system tells names apart and which it refuses. */
export interface NameRules {
  /** One text for all spellings of a path that the system takes for the same. Throws {@link FileProblem} for a path it refuses. */
  key(path: string): string;
  /** A path with "/" between names, as files are kept. */
  canonical(path: string): string;
  /** A name as the system lists it. */
  listed(name: string): string;
}

/** Names of devices on Windows, in every folder and with any extension (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

const linux: NameRules = { key: (path) => path, canonical: (path) => path, listed: (name) => name };

/** HFS+ and APFS as Macs have them: case is kept and does not count; names are listed with their accents apart. */
const macos: NameRules = {
  key: (path) => path.normalize('NFC').toLowerCase(),
  canonical: (path) => path,
  listed: (name) => name.normalize('NFD'),
};

/** NTFS: case is kept and does not count, "\" separates as well, dots and blanks at the end of a name are dropped. */
const windows: NameRules = {
  key(path) {
    const canonical = windows.canonical(path);
    const names = canonical.replace(/^[a-z]:/i, '').split('/');
    if (names.some((name) => deviceName.test(name))) throw new FileProblem(path, 'not a file');
    if (names.some((name) => /[<>:"|?*\u0000-\u001f]/.test(name))) throw new FileProblem(path, 'ENOENT');
    return canonical.toLowerCase();
  },
  canonical(path) {
    const slashes = path.replaceAll('\\', '/');
    const whole = /^\/(?!\/)/.test(slashes) ? `C:${slashes}` : slashes;
    return whole
      .split('/')
      .map((name) => (/^\.{1,2}$/.test(name) ? name : name.replace(/[. ]+$/, '')))
      .join('/');
  },
  listed: (name) => name,
};

export const nameRules: Readonly<Record<SimulatedSystem, NameRules>> = { linux, macos, windows };
