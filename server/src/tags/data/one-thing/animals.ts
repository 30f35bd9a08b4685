/** Animals, their young and where they are kept, under two names. See {@link ONE_THING}. */
export const ANIMALS = `
hare, jackrabbit; lamb, young sheep; foal, young horse; piglet, young pig, baby pig; chick, baby chicken; duckling, baby duck; fawn,
baby deer, young deer; bear cub, baby bear; lion cub, baby lion; tiger cub, baby tiger; fox cub, fox kit, baby fox; seal pup, baby seal;
baby elephant, elephant calf; owlet, baby owl; fledgling, nestling, baby bird; stag, buck deer, male deer; doe, female deer; bison,
american buffalo; hammerhead, hammerhead shark; lionfish, turkeyfish; koi, koi carp; salmon trout, sea trout; bumblebee, humble bee;
damselfly, demoiselle fly; grasshopper, locust; cricket insect, field cricket; rhinoceros beetle, kabutomushi; scarab, dung beetle;
tortoise, land turtle; sea turtle, marine turtle; crocodile, croc; python snake, rock python; poison frog, dart frog; great tit, titmouse;
kingfisher, halcyon bird; barn owl, screech owl; eagle owl, horned owl; snowy owl, white owl, arctic owl; bald eagle, american eagle,
white-headed eagle; kestrel, windhover; osprey, fish eagle, fish hawk; shoebill, shoebill stork, whale-headed stork, whalehead;
crane bird, red-crowned crane; canada goose, canadian goose; peahen, female peacock; hummingbird, colibri; wading bird, wader; dog sled,
dog sledge; dog tag, id tag; dog bowl, dog dish; cat bed, cat basket; ocelot, dwarf leopard; sea otter, kalan; chipmunk, ground squirrel;
ibex, wild goat; chamois, mountain goat; llama, lama; alpaca, alpaka; tasmanian devil, sarcophilus; macaque, snow monkey; shiba inu,
shiba; dalmatian, coach dog; beagle, beagle hound; greyhound, racing hound; french bulldog, frenchie; chihuahua, toy dog; rottweiler,
rottie; doberman, dobermann; maine coon, coon cat; siamese cat, siamese; persian cat, persian longhair; sphynx cat, hairless cat;
calico cat, tricolour cat, tortoiseshell and white cat; tabby cat, striped cat, tabby; shorthair cat, short-haired cat; longhair cat,
long-haired cat; shetland pony, shetland; palomino, golden horse; bay horse, brown horse; chestnut horse, sorrel horse; grey horse,
dapple grey; draft horse, draught horse, cart horse, shire horse; thoroughbred, racehorse; highland cow, highland cattle
`;
