/** The scheme of captions that are not written yet. */
export const newCaptionScheme = 'tagmetry-new';
