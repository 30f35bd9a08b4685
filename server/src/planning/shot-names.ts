import type { Translate } from './names.ts';
import { type SetKind, type ShotField, shotFields } from './shot-fields.ts';
import { otherOutfit, type Shot } from './shots.ts';

/** What a shot list was made for, where that is not people: which fields it asks for rests on it. "" for people. */
export function setKindNote(kind: SetKind, t: Translate): string {
  switch (kind) {
    case 'people':
      return '';
    case 'places':
      return t('Taken for a set of places: view, light and weather are asked for, no framing of a body and no outfit.');
    case 'things':
      return t(
        'Taken for a set of things: view, background and light are asked for, no framing of a body and no outfit.',
      );
  }
}

/** A missing picture in words. */
export function shotText(shot: Shot, t: Translate): string {
  return shotFields
    .flatMap((field) => {
      const value = shot[field];
      return value === undefined ? [] : `${shotFieldName(field, t)}: ${shotValueName(value, t)}`;
    })
    .join(', ');
}

export function shotFieldName(field: ShotField, t: Translate): string {
  switch (field) {
    case 'framing':
      return t('framing');
    case 'angle':
      return t('angle');
    case 'background':
      return t('background');
    case 'lighting':
      return t('lighting');
    case 'weather':
      return t('weather');
    case 'outfit':
      return t('outfit');
  }
}

/** A value of a field; a piece of clothing is said as captions say it. */
function shotValueName(value: string, t: Translate): string {
  const names: Readonly<Record<string, string>> = {
    'close-up': t('close-up'),
    'upper body': t('upper body'),
    'full body': t('full body'),
    front: t('from the front'),
    'from side': t('from the side'),
    'from behind': t('from behind'),
    'from above': t('from above'),
    'from below': t('from below'),
    'at eye level': t('at eye level'),
    plain: t('plain'),
    indoors: t('indoors'),
    outdoors: t('outdoors'),
    day: t('day'),
    evening: t('evening'),
    night: t('night'),
    'from the side or behind': t('from the side or behind'),
    clear: t('clear'),
    cloudy: t('cloudy'),
    rain: t('rain'),
    snow: t('snow'),
    fog: t('fog'),
    [otherOutfit]: t('another outfit'),
  };
  return names[value] ?? value;
}
