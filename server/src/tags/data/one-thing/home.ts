/** Furniture, household and food under two names. See {@link ONE_THING}. */
export const HOME = `
sofa, couch, settee; wing chair, wingback; recliner, reclining chair; bar stool, high stool; swivel chair, office chair, desk chair;
folding chair, camp chair; hammock, hanging bed, hanging net; bunk bed, bunks; four-poster, canopy bed; camp bed, cot bed, folding bed;
futon, japanese mattress; headboard, bed head; bedclothes, bed linen; scatter cushion, throw pillow; wardrobe, armoire, clothes cupboard,
closet; sideboard, buffet cabinet; bookcase, book shelf; dressing table, vanity; side table, end table, occasional table; dining table,
dinner table; writing desk, bureau, writing table, desk; filing cabinet, file cabinet; display cabinet, display case, vitrine; glass case,
showcase; coat rack, coat stand, hat stand, coat tree; coat hook, coat peg; coat hanger, clothes hanger; umbrella stand, umbrella holder;
shelf, shelving; travelling trunk, steamer trunk; hope chest, blanket chest; door mat, welcome mat; lino, linoleum; parquet, parquetry;
wood floor, wooden floor, hardwood floor; tiled floor, tile floor; curtains, drapes; ceiling lamp, ceiling light; pendant light,
hanging lamp, pendant lamp; chandelier, crystal lamp; wall lamp, wall light, sconce; fairy lights, string lights; paper lantern,
chinese lantern; candlestick, candle holder; candle stub, candle end; lava lamp, lava light; light switch, wall switch; log fire,
wood fire; wood-burning stove, wood burner, log burner, wood stove; chimney breast, chimney stack; coal scuttle, coal bucket; wash basin,
hand basin, washbowl; kitchen sink, sink unit; faucet, water tap; shower curtain, bath curtain; lavatory, loo; toilet paper, toilet roll,
loo roll; toilet brush, loo brush; towel rail, towel rack, towel bar; washcloth, face cloth; soap dispenser, liquid soap pump; cotton bud,
cotton swab, q-tip; cotton wool, cotton balls; plughole, drain hole; hair dryer, blow dryer; bin, trash can, garbage can, dustbin;
bin bag, garbage bag, trash bag, bin liner; feather duster, dusting brush; clothes iron, flat iron; laundry basket, washing basket,
laundry hamper; washing-up liquid, dish soap; kitchen stove, kitchen range; extractor hood, range hood, cooker hood; food processor,
food mixer; coffee maker, coffee machine; moka pot, stovetop espresso maker; coffee grinder, coffee mill; larder, pantry; bread bin,
bread box; chopping board, cutting board; kitchen roll, paper towel; cling film, plastic wrap, saran wrap; tin foil, aluminium foil;
baking paper, parchment paper, greaseproof paper; baking tray, baking sheet, cookie sheet, oven tray; cake tin, cake pan, baking tin;
muffin tin, muffin pan, muffin tray; cake stand, cake plate; wire rack, cooling rack; mixing bowl, baking bowl; measuring jug,
measuring cup; balloon whisk, egg whisk; colander, strainer, sieve; potato peeler, vegetable peeler; garlic press, garlic crusher;
lemon squeezer, juicer; pestle and mortar, mortar and pestle; saucepan, cooking pot, cook pot; wok, stir-fry pan; dutch oven,
casserole pot; pressure cooker, pressure pot; egg timer, kitchen timer; cutlery, flatware, silverware; crockery, dishware, tableware;
place mat, table mat; coaster, drink mat, beer mat; napkin ring, serviette ring; carafe, decanter; coffee cup, cup of coffee;
champagne flute, champagne glass; tumbler, drinking glass; pint glass, beer glass; milk jug, creamer; sugar bowl, sugar basin;
pepper shaker, pepper pot; bottle opener, cap lifter; cork, bottle stopper; picnic basket, picnic hamper; jam jar, mason jar,
preserving jar; biscuit tin, cookie jar; wooden spoon, wood spoon; saucer, cup plate; flower pot, plant pot, planter; hanging basket,
hanging planter; window box, flower box, windowsill planter; house plant, indoor plant, pot plant, potted plant; terrarium, glass garden;
picture frame, photo frame; photo album, picture album; alarm clock, bedside clock; grandfather clock, longcase clock; hourglass,
sandglass, sand timer; wall clock, hanging clock; piggy bank, money box; jewellery box, jewel box, trinket box; music box, musical box;
doorstop, door stopper; fly swatter, fly swat; ceiling fan, overhead fan; folding fan, hand fan; air conditioner, air conditioning unit;
remote control, tv remote; boombox, ghetto blaster; gramophone, phonograph; cassette, audio tape; headphones, earphones; earbuds,
in-ear headphones; loudspeaker, speaker; rotary phone, dial telephone, rotary telephone, dial phone; answering machine, answerphone;
computer monitor, computer screen; computer mouse, mouse pointer device; laptop, notebook computer; games console, game console,
gaming console; game controller, gamepad, joypad; arcade machine, arcade cabinet; pinball machine, pinball table; vending machine,
drinks machine, snack machine; typewriter, typing machine; prawn, shrimp; crisps, potato chips; jacket potato, baked potato; ketchup,
tomato sauce; ground beef, minced meat, ground meat; gammon, ham steak; bacon slice, bacon strip; burger, beefburger, hamburger;
toasted sandwich, toastie, grilled cheese; bun roll, bread bun; baguette, french stick, french bread; loaf of bread, bread loaf;
slice of bread, bread slice; hotcake, griddle cake, pancake; cupcake, fairy cake; trifle, layered pudding; gelatin, jello; marmalade,
orange jam; treacle, molasses; golden syrup, light treacle; caster sugar, superfine sugar; sugar cube, lump sugar, sugar lump;
wholemeal bread, whole wheat bread; corn cob, ear of corn; sweets, candy, candies; chewing gum, bubble gum; chocolate bar,
bar of chocolate; ice cream cone, ice cream cornet; ice cube, cube of ice; fizzy water, sparkling water, carbonated water, soda water;
lemonade, lemon squash; sparkling wine, bubbly, champagne; whisky, whiskey; cos lettuce, romaine; runner bean, string bean, french bean,
green bean; broad beans, fava beans; clementine, mandarin, tangerine, satsuma, mandarin orange; black currant, cassis; sultana,
golden raisin, raisin; physalis, cape gooseberry, goldenberry; cantaloupe, rockmelon, musk melon; persimmon, sharon fruit, kaki;
bunch of grapes, grape bunch, grape cluster; orange slice, slice of orange; lemon wedge, wedge of lemon; lemon slice, slice of lemon;
apple core, core of an apple; cinnamon stick, stick of cinnamon; bay leaf, laurel leaf; spring onions, scallions, green onions;
noodle soup, soup with noodles; fried rice, stir-fried rice; macaroni cheese, macaroni and cheese, mac and cheese; poached egg,
egg poached; boiled egg, hard-boiled egg; fish fingers, fish sticks; whitebait, small fried fish; scampi, langoustine; fruit bowl,
bowl of fruit; fruit basket, basket of fruit; bread basket, basket of bread; flower arrangement, floral arrangement; bowl of soup,
soup bowl; bowl of rice, rice bowl; cereal bowl, bowl of cereal; slice of cake, cake slice, piece of cake; slice of pizza, pizza slice;
birthday cake, birthday gateau, celebration cake; takeaway, takeout; packed lunch, bagged lunch; jug, pitcher; bucket, pail; kettle,
tea kettle; spade, shovel; lollipop, lolly; axe, ax; porcelain cup, china cup; porcelain vase, china vase; porcelain plate, china plate;
bedside lamp, night lamp; plaited, braided
`;
