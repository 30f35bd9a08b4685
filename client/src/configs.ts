import type * as vscode from 'vscode';

/** Words one of which stands in every training configuration: a look that is cheap enough for any TOML or JSON document. */
const telling =
  /\bdatasets\b|\btrain_data_dir\b|\bdataset_config\b|\bnetwork_(?:module|dim)\b|\bpretrained_model_name_or_path\b/;

/** Whether a document may be a training configuration, so that the server is worth starting. The server decides what it is. */
export function mayBeConfig(document: vscode.TextDocument): boolean {
  return (
    document.uri.scheme === 'file' && /\.(?:toml|json)$/i.test(document.uri.path) && telling.test(document.getText())
  );
}
