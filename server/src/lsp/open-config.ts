import { type ConfigFile, configOfText } from '../training/find-config.ts';
import type { ServerHost } from './host.ts';
import { uriOf } from './locate.ts';

/** A configuration as it stands in an open editor, else as it was read. */
export function asOpen({ documents }: ServerHost, file: ConfigFile): ConfigFile {
  const open = documents.get(uriOf(file.path));
  return (open && configOfText(file.path, open.getText())) ?? file;
}
