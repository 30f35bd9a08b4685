import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'jsonc-parser';
import { installation } from '../../tools/vscode/installation.mjs';
import { projectRoot } from '../shared.ts';

interface Theme {
  readonly include?: string;
  readonly colors?: Readonly<Record<string, string>>;
  readonly tokenColors?: readonly {
    readonly scope?: string | readonly string[];
    readonly settings: { readonly foreground?: string };
  }[];
}

/** The themes that VS Code comes with as its own. */
const names = ['dark_modern', 'light_modern', 'dark_plus', 'light_plus', 'dark_vs', 'light_vs', 'hc_black', 'hc_light'];
const folder = path.join(installation().serverMain, '..', '..', 'extensions', 'theme-defaults', 'themes');

/** A theme with those it is laid over, itself first. */
function layers(name: string): Theme[] {
  const theme = parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Theme;
  return [theme, ...(theme.include ? layers(path.basename(theme.include, '.json')) : [])];
}

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('text past the token limit', () => {
  const scopes = (
    JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
      contributes: { semanticTokenScopes: { scopes: Record<string, string[]> }[] };
    }
  ).contributes.semanticTokenScopes[0].scopes.captionCut;
  before(function () {
    if (!existsSync(folder)) this.skip();
  });

  for (const name of names)
    it(`can be read in ${name}: at least 4.5 to 1`, () => {
      const themes = layers(name);
      const background =
        themes.map(({ colors }) => colors?.['editor.background']).find((colour) => colour !== undefined) ??
        (name.startsWith('light') || name === 'hc_light' ? '#FFFFFF' : name === 'hc_black' ? '#000000' : '#1E1E1E');
      const colour = scopes
        .flatMap((scope) => themes.map((theme) => colourOf(theme, scope)))
        .find((found) => found !== undefined);
      assert.ok(colour, 'the theme has no colour for it');
      const ratio = contrast(colour, background);
      assert.ok(ratio >= 4.5, `${colour} on ${background}: ${ratio.toFixed(2)}`);
    });

  it('is measured right', () => {
    assert.equal(contrast('#000000', '#ffffff').toFixed(1), '21.0');
    assert.ok(contrast('#767676', '#ffffff') >= 4.5 && contrast('#777777', '#ffffff') < 4.5);
  });
});

function colourOf({ tokenColors = [] }: Theme, scope: string): string | undefined {
  return tokenColors.findLast(({ scope: own }) => (Array.isArray(own) ? own : [own]).includes(scope))?.settings
    .foreground;
}
