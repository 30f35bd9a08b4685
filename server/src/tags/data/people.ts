/** Who or what is in the picture, and how many. */
export const SUBJECT = `
1girl, 1boy, 1other, 2girls, 3girls, 4girls, 5girls, 6+girls, 2boys, 3boys, 4boys, 5boys, 6+boys, 2others, 3others,
4others, multiple girls, multiple boys, multiple others, solo, solo focus, male focus, other focus, no humans,
couple, crowd, group, everyone, group picture, people, man, woman, person, boy, girl, men, women, boys, girls,
child, children, baby, toddler, kid, male, female, old man, old woman, young man, young woman, young girl,
young boy, teenager, teenage girl, teenage boy, little girl, little boy, elderly man, elderly woman, adult,
siblings, sisters, brothers, twins, family, female child, male child, mature female, mature male, animal,
animal focus, cat, dog, bird, fox, rabbit, horse, wolf, bear, creature, monster, dragon, robot, android, mecha,
fox girl, cat girl, wolf girl, dog girl, rabbit girl, dragon girl, demon girl, demon boy, elf, angel, vampire,
ghost, dual persona, multiple persona, personification, otoko no ko, androgynous, furry, furry male, furry female,
virtual youtuber, pedestrians
`;

/** Body, skin and animal parts. */
export const BODY = `
animal ears, cat ears, fox ears, rabbit ears, bunny ears, dog ears, wolf ears, horse ears, bear ears, mouse ears,
pointy ears, animal ear fluff, tail, cat tail, fox tail, wolf tail, dog tail, rabbit tail, horse tail, demon tail,
dragon tail, multiple tails, wings, angel wings, demon wings, feathered wings, fairy wings, horns, demon horns,
dragon horns, oni horns, curled horns, antlers, antennae, halo, dark skin, dark-skinned female, dark-skinned male,
pale skin, tan, tanned, tanlines, skin, mole, mole under eye, mole under mouth, freckles, scar, scar on face,
scar across eye, tattoo, facial mark, facial hair, beard, mustache, stubble, goatee, muscular, muscular male,
muscular female, abs, toned, slim, slender, skinny, plump, fat, petite, tall, short, navel, midriff, collarbone,
bare arms, fingernails, long fingernails, nails, toenails, feet, hands, legs, thighs, shoulders, neck,
fangs, sharp teeth, forehead, wrinkles, joints, doll joints, robot joints, fur, white fur, paws, claws, scales,
whiskers, snout, body fur, mechanical arms, prosthesis, animal hands, old, aged up, aged down, mature, young,
teenage, elderly
`;

/** Colour words that stand alone. */
export const COLOUR = `
white, black, grey, gray, silver, red, blue, green, yellow, brown, pink, purple, orange, aqua, teal, cyan, magenta,
gold, golden, beige, lavender, navy, maroon, crimson, scarlet, turquoise, violet, indigo, cream, ivory,
multicolored, pale, dark blue, light blue, dark green, light green, dark red, light brown, dark brown, navy blue,
sky blue
`;
