/**
 * Nouns that mean one thing in any sentence, singular, the more usual one first. Left out: words that mean something else as well
 * (plane, tie, pavement, tap, fall), and the more exact of two (smartphone, armchair).
 */
export const NOUNS = `
sofa: couch, settee
backpack: rucksack, knapsack
bicycle: bike
motorcycle: motorbike
car: automobile
truck: lorry
airplane: aeroplane
television: tv
refrigerator: fridge
cell phone: mobile phone, cellphone
rabbit: bunny
hoodie: hooded sweatshirt
t-shirt: tee shirt, tee-shirt
swimsuit: bathing suit, swimming costume
trash can: garbage can, rubbish bin, dustbin, garbage bin, trash bin
stroller: pram, pushchair, baby carriage
license plate: number plate, licence plate
windshield: windscreen
gas station: petrol station
parking lot: car park
crosswalk: zebra crossing, pedestrian crossing
flashlight: electric torch
nightgown: nightdress
streetlight: street lamp, streetlamp, street light
handbag: purse
vest: waistcoat
movie theater: cinema
beanie: knit cap, knit hat
wastebasket: waste bin
grocery cart: shopping trolley
cheongsam: qipao, china dress
alley: alleyway
staircase: stairway
denim jacket: jean jacket
traffic light: stoplight
storefront: shopfront
sweater: pullover
laptop: laptop computer
baseball cap: ball cap
`;

/** The same of things that are named in the plural. */
export const PLURALS = `
sneakers: trainers
pants: trousers
jeans: denim pants, denim trousers
glasses: eyeglasses, spectacles
overalls: dungarees
curtains: drapes
`;
