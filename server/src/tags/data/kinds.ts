/**
 * Words of which a subject is one and no other, a group per line. "/" stands between two words for one kind. Where nearly all captions
 * of a folder say one of them and a caption says another instead, one of both is wrong.
 */
export const KINDS = `
dog/puppy, cat/kitten/kitty, fox, wolf, bear, rabbit/bunny, horse/pony, lion, tiger, leopard, cheetah, panther, deer, goat, sheep/lamb, cow, bull, pig, mouse, rat, squirrel, raccoon, panda, monkey, owl, eagle, dragon, shark, otter, hyena, coyote, jackal, kangaroo, elephant, giraffe, zebra, crocodile, lizard, snake, frog, turtle, penguin, duck, chicken, parrot, hamster, hedgehog, badger, ferret, bat, crow, raven, swan, goose, dolphin, whale, octopus, spider, bee, butterfly, unicorn
corgi, husky, poodle, labrador, beagle, dachshund, bulldog, pug, dalmatian, rottweiler, chihuahua, terrier, collie, spaniel, doberman, greyhound
woman/lady, man/gentleman/guy, girl, boy, women, men, girls, boys
car/automobile, truck/lorry, van, bus, motorcycle/motorbike, bicycle, boat, ship, yacht, train, tram, airplane/aeroplane, helicopter, tractor, scooter
sedan, coupe, convertible, hatchback, limousine, suv
vase, bowl, mug, cup, teapot, jar, bottle, pitcher, jug, plate
chair/armchair, sofa/couch, stool, bench, desk, lamp, wardrobe, bookcase
guitar, violin, cello, piano, trumpet, saxophone, flute, harp
sword, axe, spear, dagger, hammer, shield, staff
castle, church, lighthouse, cabin, temple, cathedral, windmill, skyscraper
rose, tulip, sunflower, orchid, lily, daisy, peony
`;

/** What has a colour of its own wherever its subject is seen, beside the kinds: clothes change. */
export const COLOURED =
  'hair, eyes, fur, scales, feathers, skin, horns, horn, wings, mane, beak, body, coat of fur, plumage, shell, antlers';
