import list from '../../server/src/rooms.json' with { type: 'json' };

/**
 * A folder of `server/src`. Rooms stand in one order; a file may import from its own room and from those before it.
 * `pure`: no files at all. `workspace`: files through the Workspace interface only. `open`: the system's own modules.
 */
export interface Room {
  readonly room: string;
  readonly door: 'pure' | 'workspace' | 'open';
  /** Modules of Node it may use, without "node:". */
  readonly node?: readonly string[];
  /** Whether it may speak the language server protocol. */
  readonly protocol?: boolean;
  /** What it holds, for the drawing in docs/ARCHITECTURE.md. */
  readonly holds: string;
}

/** The rooms, the lowest first. */
export const rooms = list as readonly Room[];

/** The drawing of the rooms for docs/ARCHITECTURE.md, the highest first. */
export function drawing(): string {
  const width = Math.max(...rooms.map(({ room }) => room.length));
  const doors = { pure: 'pure', workspace: 'files by the workspace', open: 'open' };
  const door = Math.max(...Object.values(doors).map((text) => text.length));
  const lines = rooms.map((room) => `${room.room.padEnd(width)}  ${doors[room.door].padEnd(door)}  ${room.holds}`);
  return lines.reverse().join('\n');
}
