/**
 * What a tag already says: `specific: general, general …`. Only where every picture with the specific tag has the general
 * one by meaning. A colour or material before a garment (`white dress` says `dress`) needs no entry. Compounds whose last
 * word changes meaning (`hair bow`, `hair flower`, `sailor collar`) are left out.
 */
export const IMPLICATIONS = `
very long hair: long hair
absurdly long hair: very long hair, long hair
very short hair: short hair
low twintails: twintails
short twintails: twintails
braided twintails: twintails
uneven twintails: twintails
low ponytail: ponytail
high ponytail: ponytail
short ponytail: ponytail
braided ponytail: ponytail
twin braids: braid
low twin braids: twin braids, braid
single braid: braid
side braid: braid
crown braid: braid
multiple braids: braid
single hair bun: hair bun
double bun: hair bun
cone hair bun: hair bun
twin drills: drill hair
huge ahoge: ahoge
heart ahoge: ahoge
blunt bangs: bangs
parted bangs: bangs
swept bangs: bangs
crossed bangs: bangs
asymmetrical bangs: bangs
long bangs: bangs
double-parted bangs: bangs
two-tone hair: multicolored hair
streaked hair: multicolored hair
gradient hair: multicolored hair
split-color hair: multicolored hair
two-tone eyes: multicolored eyes
gradient eyes: multicolored eyes
cat ears: animal ears
fox ears: animal ears
rabbit ears: animal ears
dog ears: animal ears
wolf ears: animal ears
horse ears: animal ears
bear ears: animal ears
mouse ears: animal ears
animal ear fluff: animal ears
cat tail: tail
fox tail: tail
wolf tail: tail
dog tail: tail
rabbit tail: tail
horse tail: tail
demon tail: tail
dragon tail: tail
multiple tails: tail
angel wings: wings
demon wings: wings
feathered wings: wings
fairy wings: wings
black wings: wings
white wings: wings
demon horns: horns
dragon horns: horns
oni horns: horns
curled horns: horns
2girls: multiple girls
3girls: multiple girls
4girls: multiple girls
5girls: multiple girls
6+girls: multiple girls
2boys: multiple boys
3boys: multiple boys
4boys: multiple boys
5boys: multiple boys
6+boys: multiple boys
:d: smile, open mouth
;d: smile, open mouth, one eye closed
;): smile, one eye closed
light smile: smile
evil smile: smile
grin: smile
evil grin: grin, smile
full-face blush: blush
nose blush: blush
light blush: blush
crying with eyes open: crying
streaming tears: crying, tears
happy tears: tears
on back: lying
on stomach: lying
on side: lying
fetal position: lying
seiza: sitting
wariza: sitting
indian style: sitting
yokozuwari: sitting
standing on one leg: standing
holding sword: holding, holding weapon
holding gun: holding, holding weapon
holding weapon: holding
holding food: holding
holding fruit: holding, holding food
holding polearm: holding, holding weapon
holding knife: holding
holding phone: holding
holding cup: holding
holding book: holding
holding umbrella: holding
holding bag: holding
holding tray: holding
holding staff: holding
holding flower: holding
holding microphone: holding
holding stuffed toy: holding
simple white background: white background, simple background
white background: simple background
black background: simple background
grey background: simple background
blue background: simple background
pink background: simple background
red background: simple background
green background: simple background
yellow background: simple background
purple background: simple background
orange background: simple background
brown background: simple background
blue sky: sky
cloudy sky: sky
night sky: sky
starry sky: sky
clear sky: sky
orange sky: sky
red sky: sky
purple sky: sky
pink sky: sky
grey sky: sky
full moon: moon
crescent moon: moon
red moon: moon
palm tree: tree
bare tree: tree
pine tree: tree
4koma: comic
3koma: comic
2koma: comic
greyscale: monochrome
very wide shot: wide shot
pleated skirt: skirt
miniskirt: skirt
pencil skirt: skirt
long skirt: skirt
plaid skirt: skirt
high-waist skirt: skirt
short shorts: shorts
denim shorts: shorts
bike shorts: shorts
puffy short sleeves: puffy sleeves, short sleeves
puffy long sleeves: puffy sleeves, long sleeves
elbow gloves: gloves
fingerless gloves: gloves
partially fingerless gloves: gloves
thigh boots: boots
knee boots: boots
ankle boots: boots
high heel boots: boots, high heels
lace-up boots: boots
rubber boots: boots
collared shirt: shirt
dress shirt: collared shirt, shirt
cropped shirt: shirt
sleeveless dress: dress, sleeveless
strapless dress: dress, strapless
sleeveless shirt: shirt, sleeveless
sailor dress: dress
wedding dress: dress
china dress: dress
open jacket: jacket, open clothes
open coat: coat, open clothes
open shirt: shirt, open clothes
open cardigan: cardigan, open clothes
cropped jacket: jacket
track jacket: jacket
hooded jacket: jacket
leather jacket: jacket
denim jacket: jacket
school swimsuit: swimsuit
one-piece swimsuit: swimsuit
competition swimsuit: swimsuit
witch hat: hat
santa hat: hat
top hat: hat
sun hat: hat
straw hat: hat
baseball cap: hat
beret: hat
beanie: hat
mini hat: hat
peaked cap: hat
maid apron: apron
waist apron: apron
frilled apron: apron
hakama skirt: hakama
short kimono: kimono
print kimono: kimono
yukata: japanese clothes
kimono: japanese clothes
hakama: japanese clothes
haori: japanese clothes
japanese armor: armor
shoulder armor: armor
sweater vest: vest
military uniform: uniform
school uniform: uniform
hoop earrings: earrings
stud earrings: earrings
single earring: earrings
school bag: bag
shoulder bag: bag
handbag: bag
star hair ornament: hair ornament
heart hair ornament: hair ornament
butterfly hair ornament: hair ornament
x hair ornament: hair ornament
hairclip: hair ornament
`;
