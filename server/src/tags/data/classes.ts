/** General words that a trigger goes with ("ohwx woman", "zkz dog"), by what they are a class of. */
export const CLASS_NOUNS = {
  person: `
man, woman, girl, boy, person, guy, lady, male, female, child, kid, baby, people, character, cosplayer, actress, actor, singer, model,
face, femme, homme, fille, garçon, frau, mann, mädchen, mujer, hombre, chica, chico, niña, niño, uomo, donna, ragazza, ragazzo, mulher,
homem, menina, menino`,
  creature: `
dog, cat, animal, bird, horse, fox, wolf, dragon, monster, creature, furry, mascot, puppy, kitten, rabbit, bear, chien, chat, cheval,
hund, katze, pferd, perro, gato, caballo, cane, gatto, cavallo, cachorro`,
  place: 'landscape, interior, city, building, house, room, castle, church, bridge',
  style: `
style, artstyle, aesthetic, look, vibe, filter, render, art, artwork, painting, drawing, illustration, anime`,
  thing: `
robot, toy, doll, plushie, plush, car, vehicle, bike, ship, object, product, logo, outfit, dress, costume, shoe, bag, weapon, food,
plant, typeface, font, icon, emblem, jacket, shirt, coat, uniform, hat, hoodie, sweater, kimono, armor, swimsuit, skirt, sneaker,
sneakers, boots, shoes, backpack, sunglasses, watch, ring, necklace, bottle, cup, mug, kettle, teapot, thermos, vase, bowl, chair,
table, lamp, sofa, armchair, guitar, camera, helmet, mask, sword, truck, motorcycle, bicycle, airplane, spaceship, statue, sculpture,
figurine, ceramic, dish, cake, hairstyle, tattoo, hanfu, hanbok, qipao, cheongsam, sari, yukata, robe, cloak, gown, blouse, cardigan,
jeans, scarf, corset, tuxedo, handbag`,
} as const;

/** Class words of two words: behind a trigger the first of them is no part of it. */
export const CLASS_PHRASES = `
pixel art, line art, concept art, digital art, vector art, fan art, ink art, clip art, voxel art, oil painting, ink drawing,
pencil drawing, comic style, anime style, art style, cartoon style, painting style, illustration style, sports car, race car,
running shoe, tennis shoe, coffee mug, coffee cup, polo shirt, leather jacket, denim jacket, wedding dress, evening dress,
school uniform, maid outfit, baseball cap, stuffed animal, plush toy, action figure, electric guitar, living room, young woman,
young man, old man, old woman, little girl, little boy
`;
