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
ohwx, sks, zwx, xjy, hta, rkt, zkz, shs, phol, cbp, mclm, abiuwdad, olis, pdw, uon, ktn, skw, tok, bnha, tk
`;

/** Words that look made up but that the text encoder has seen with a meaning: `word: meaning`. */
export const OVERLOADED = `
sks: the SKS rifle
tok: TikTok
rkt: rocket
bnha: Boku no Hero Academia
aki: a given name
art: art in general
style: style in general
abc: the alphabet
xyz: placeholder letters
test: tests and exams
lora: a given name and the Lora typeface
model: fashion models
token: coins and tokens
subject: subjects in general
concept: concept art
character: characters in general
person1: persons in general
trigger: triggers of weapons
photo: photographs
oc: original characters
mk: Mortal Kombat
bnw: black and white
hta: the HTA file type
asd: autism and keyboard mashing
pdw: personal defence weapons
`;
