/** Words that name what is trained, as people use them for the class word. */
export const CLASS_WORDS = `
man, woman, person, boy, girl, child, baby, toddler, kid, male, female, human, guy, lady, gentleman, teenager, adult, old man,
old woman, young man, young woman, couple, family, people, face, head, portrait, character, figure, 1girl, 1boy, 1other, dog,
cat, puppy, kitten, horse, bird, rabbit, bear, fox, wolf, animal, pet, monster, creature, dragon, robot, mecha, car, truck,
motorcycle, bicycle, airplane, ship, boat, train, vehicle, building, house, castle, room, city, landscape, food, dish, plate,
cup, bottle, toy, doll, plush, backpack, bag, shoe, sneaker, shirt, dress, hat, sunglasses, watch, chair, table, sofa, lamp,
vase, flower, tree, plant, logo, icon, object, thing, item, product, style, art style, art, artwork, drawing, painting,
illustration, photo, photograph, sketch, concept, outfit, clothes, costume, uniform
`;

/** Made-up words that guides recommend as triggers; a caption that has one most likely has it as its trigger. */
export const RARE_TOKENS = `
ohwx, sks, zwx, xjy, hta, rkt, zkz, shs, phol, cbp, mclm, abiuwdad, olis, pdw, uon, ktn, skw, tk
`;

/** Words that look made up but that the text encoder has seen with a meaning: `word: meaning`. */
export const OVERLOADED = `
sks: the SKS rifle
bnha: Boku no Hero Academia
art: art in general
style: style in general
test: tests and exams
lora: a given name
model: fashion models
trigger: triggers of weapons
token: coins and tokens
subject: subjects in general
concept: concept art
character: characters in general
photo: photographs
pdw: personal defence weapons
`;
