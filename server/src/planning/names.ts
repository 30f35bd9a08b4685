import type { Binding } from './binding.ts';
import type { ConceptKind } from './practice.ts';

/** Looks a text up in the display language: that of the server, or that of a page. */
export type Translate = (message: string) => string;

/** A binding in the display language. */
export function bindingName(binding: Binding, t: Translate): string {
  switch (binding) {
    case 'absorbed':
      return t('absorbed');
    case 'locked':
      return t('locked');
    case 'promptable':
      return t('promptable');
    case 'noise':
      return t('noise');
  }
}

/** What a binding means. */
export function bindingMeaning(binding: Binding, t: Translate): string {
  switch (binding) {
    case 'absorbed':
      return t('permanent and hardly written: the trigger carries it');
    case 'locked':
      return t('always written beside the trigger: comes along and cannot be prompted away');
    case 'promptable':
      return t('varies and is written: can be asked for');
    case 'noise':
      return t('too rare to be learned as a word');
  }
}

/** A kind of concept in the display language. */
export function conceptName(kind: ConceptKind, t: Translate): string {
  switch (kind) {
    case 'character':
      return t('character');
    case 'person':
      return t('person');
    case 'style':
      return t('style');
    case 'outfit':
      return t('outfit');
    case 'object':
      return t('object');
    case 'pose':
      return t('pose');
  }
}
