/** What a native module was built for, by its first bytes: `elf x64`, `mach-o arm64`, `pe x64`. */
export function builtFor(bytes: Buffer): string {
  if (bytes.readUInt32BE(0) === 0x7f454c46) return `elf ${name(elf, bytes.readUInt16LE(18))}`;
  if (bytes.readUInt32LE(0) === 0xfeedfacf) return `mach-o ${name(mach, bytes.readUInt32LE(4))}`;
  if (bytes.toString('latin1', 0, 2) === 'MZ')
    return `pe ${name(pe, bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 4))}`;
  return 'no binary';
}

// Numbers of the machines in ELF (e_machine), Mach-O (cputype) and PE (Machine).
const elf = { 62: 'x64', 183: 'arm64' };
const mach = { 16777223: 'x64', 16777228: 'arm64' };
const pe = { 34404: 'x64', 43620: 'arm64' };

const name = (of: Readonly<Record<number, string>>, machine: number): string => of[machine] ?? `machine ${machine}`;
