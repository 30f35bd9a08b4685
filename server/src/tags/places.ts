import { once } from '../ground/once.ts';
import { type Category, categoryOf } from './categories.ts';
import { listOf } from './data/list.ts';

/** What tells where something is: "next to a round table", "in the snow". */
const somewhere = once(
  () =>
    /\b(?:on|in|at|inside|outside|beside|near|behind|under|beneath|against|along|across|through|over|amid|among|between|atop|by|before|above|around|past|into|onto|within|next to|in front of|on top of|surrounded by|overlooking|overlooks)\s+((?:(?:a|an|the|his|her|its|their|some|two|three|several|many|this|that)\s+)?)((?:[\p{L}'’-]+\s+){0,3}?[\p{L}'’-]+)(?=\s*(?:[,.;:!?)]|$|\s(?:and|with|of|in|on|at|under|near|beside|behind|by|as|while|during|to|from|where|who|that|which|is|are|surrounded|next|looking|holding|wearing)\b))/giu,
);

/** A word that {@link somewhere} begins with: few tags have one, and this is compiled in a tenth of the time. */
const mayBeSomewhere =
  /\b(?:on|in|at|inside|outside|beside|near|behind|under|beneath|against|along|across|through|over|amid|among|between|atop|by|before|above|around|past|into|onto|within|next|of|overlooks?|overlooking)\s/;

/** Categories of what is worn, shown or done: "in a red coat", "on her back", "in a good mood". */
const noPlace: ReadonlySet<Category | null> = new Set<Category>([
  ...(['clothing', 'hair', 'eyes', 'body', 'expression', 'lighting', 'quality', 'style', 'subject'] as const),
  ...(['pose', 'gaze', 'framing', 'colour'] as const),
]);
const notPlaces = new Set(
  listOf(`
hand, hands, arm, arms, back, front, side, sides, left, right, camera, viewer, head, face, lap, hip, hips, knee, knees, leg, legs,
mouth, eye, eyes, hair, air, style, way, focus, view, foreground, background, distance, middle, center, centre, motion, action, color, colour,
colors, colours, time, night, day, daytime, morning, evening, afternoon, noon, midnight, dusk, dawn, shadow, shadows, light, darkness, shoulder,
shoulders, neck, chest, chin, cheek, cheeks, forehead, nose, ear, ears, lips, finger, fingers, feet, foot, waist, stomach, belly, body, bun,
ponytail, braid, braids, outfit, clothes, clothing, suit, uniform, mood, pose, position, expression, smile, frame, picture, image, photo, shot,
portrait, angle, perspective, direction, top, bottom, edge, corner, end, row, pair, group, manner, moment, style, detail, detailed, other, ground
truth, love, silence, thought, surprise, anger, joy, him, her, them, it, himself, herself, itself, others, someone, something, everything, person,
woman, man, girl, boy, child, people, leash, sleeve, sleeves, pocket, pockets, denim, leather, armor, armour, black, white, red, blue, green`),
);

/** Whether a text tells where its subject is, by a place it names: what is worn, held or felt is none. */
export function namesPlace(text: string): boolean {
  if (!mayBeSomewhere.test(text.toLowerCase())) return false;
  for (const match of text.matchAll(somewhere())) {
    const words = match[2].toLowerCase().split(/\s+/);
    const head = words.at(-1) ?? '';
    if (head.length < 3 || notPlaces.has(head)) continue;
    const category = categoryOf(words.join(' ')) ?? categoryOf(head);
    if (noPlace.has(category)) continue;
    // Without an article only what is known as one: "on grass", not "in love".
    if (match[1] !== '' || category === 'background') return true;
  }
  return false;
}
