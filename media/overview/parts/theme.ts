/** Colours and type of the editor's theme as a canvas needs them: computed, not `var(…)`. */
export interface ChartTheme {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly grid: string;
  readonly surface: string;
  readonly background: string;
  readonly series: string;
  readonly warning: string;
  readonly error: string;
  readonly good: string;
  readonly accent: string;
  readonly font: string;
  /** Pixels. */
  readonly fontSize: number;
}

/** Reads the theme as it is at an element. */
export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const read = (...names: string[]): string => {
    for (const name of names) {
      const value = style.getPropertyValue(name).trim();
      if (value) return value;
    }
    return style.color;
  };
  return {
    text: read('--vscode-charts-foreground', '--vscode-foreground'),
    muted: read('--vscode-descriptionForeground', '--vscode-foreground'),
    line: read('--vscode-widget-border', '--vscode-panel-border', '--vscode-contrastBorder', '--vscode-charts-lines'),
    grid: read('--vscode-charts-lines', '--vscode-foreground'),
    surface: read('--vscode-editorHoverWidget-background', '--vscode-editor-background'),
    background: read('--vscode-editorWidget-background', '--vscode-editor-background'),
    series: read('--vscode-charts-blue'),
    warning: read('--vscode-charts-yellow'),
    error: read('--vscode-charts-red'),
    good: read('--vscode-charts-green'),
    accent: read('--vscode-charts-purple'),
    font: style.fontFamily,
    fontSize: 12,
  };
}

/** Calls back when the theme may have changed. Returns what ends it. */
export function onThemeChange(listener: () => void): () => void {
  // The editor writes its variables into the style of <html> and the kind of theme into the class of <body>.
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    scheme.removeEventListener('change', listener);
  };
}
