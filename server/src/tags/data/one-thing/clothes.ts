/** Clothes, jewellery, hair and fabrics under two names. See {@link ONE_THING}. */
export const CLOTHES = `
jumper, sweater, pullover; bodywarmer, gilet, puffer vest, padded vest, down vest, quilted vest; puffer jacket, down jacket,
quilted puffer; duffle coat, duffel coat, toggle coat; peacoat, reefer jacket, pilot coat; greatcoat, overcoat; bomber jacket,
flight jacket; biker jacket, motorcycle jacket; donkey jacket, work jacket; poncho, rain cape; dungarees, overalls; jumpsuit,
one-piece suit; onesie, sleepsuit, romper suit; romper, playsuit; tracksuit, sweatsuit, jogging suit; sweatpants, joggers,
tracksuit bottoms, jogging bottoms; cargo pants, cargo trousers, combat trousers; flared trousers, bell-bottoms; chinos, khaki trousers;
slacks, dress trousers; shorts, short trousers; hot pants, short shorts; board shorts, swim shorts, swim trunks, swimming trunks,
bathing trunks, bathing shorts; culottes, divided skirt; corduroys, corduroy trousers; jodhpurs, riding breeches; stonewashed jeans,
stone-washed denim; dungaree dress, overall dress; knickers, panties; petticoat, underskirt, slip skirt; girdle, foundation garment;
suspender belt, garter belt; suspenders, braces; tights, pantyhose; fishnets, fishnet stockings; ankle socks, bobby socks; pyjamas,
nightclothes, sleepwear; nightie, nightdress, nightgown; negligee, lingerie gown; moccasins, mocs; trainers, sneakers, tennis shoes,
running shoes, gym shoes; high-tops, high-top sneakers; stilettos, spike heels; ballet flats, ballerina pumps, ballerinas; pointe shoes,
toe shoes; football boot, soccer cleat; hiking boot, walking boot; combat boot, army boot; cowboy boot, western boot; ice skate,
skating boot; roller skate, quad skate; rollerblades, inline skates; shoelace, bootlace, shoestring; shoe buckle, shoe clasp; galoshes,
overshoes; clogs, wooden shoes; beanie, knit cap, woolly hat, knitted cap, tuque, knit hat; bowler, derby; top hat, stovepipe hat,
silk hat; cowboy hat, stetson, ten-gallon hat; sun hat, wide-brimmed hat; bucket hat, fisherman hat; deerstalker, sherlock hat;
baseball cap, ball cap, peaked cap; balaclava, ski mask; headscarf, kerchief; hair tie, hair elastic, hair bobble, hair band elastic;
hair pin, kirby grip; hairnet, snood, neck warmer, neck gaiter; tiara, diadem; laurel wreath, laurel crown; flower crown, floral crown,
flower wreath, floral wreath; crash helmet, motorcycle helmet; bike helmet, cycling helmet, bicycle helmet; hard hat, safety helmet,
construction helmet; riding hat, riding helmet; pith helmet, sun helmet, safari helmet; bow tie, dickie bow; cravat, ascot tie; bolo tie,
bootlace tie; neckerchief, neck scarf; feather boa, feathered boa; pashmina, cashmere shawl; oven glove, oven mitt, oven mittens;
boxing glove, boxing mitt; opera gloves, elbow-length gloves, elbow gloves, evening gloves; sweatband, wristband; clutch bag,
clutch purse; shoulder bag, crossbody bag, messenger bag; backpack, knapsack, rucksack; suitcase, travel case, travelling bag;
gladstone bag, doctor's bag; vanity case, make-up case; drawstring bag, duffle sack; spectacles, eyeglasses; reading glasses,
reading spectacles; stud earrings, ear studs; hoop earrings, hoops; necklace, neck chain; string of pearls, pearl necklace; anklet,
ankle bracelet, ankle chain; signet ring, seal ring; engagement ring, diamond ring; wedding ring, wedding band; navel piercing,
belly button piercing, belly piercing; tie pin, tie clip, tie clasp; epaulette, shoulder board; cummerbund, waistband sash; lab coat,
laboratory coat; dog collar, clerical collar, roman collar; evening gown, evening dress; sundress, summer dress; shift dress,
sheath dress; wrap dress, wraparound dress; tutu, ballet skirt; hoop skirt, crinoline; grass skirt, hula skirt; pencil skirt, tube skirt;
pleated skirt, plaited skirt, skirt with pleats; kilt, tartan skirt; swimsuit, swimming costume, bathing suit, bathing costume; bikini,
two-piece swimsuit; wetsuit, neoprene suit; swimming cap, bathing cap, swim cap; swimming goggles, swim goggles; rugby shirt,
rugby jersey; football shirt, soccer jersey, football jersey; hawaiian shirt, aloha shirt; plaid shirt, tartan shirt; lumberjack shirt,
flannel shirt; button-down shirt, button-up shirt, buttoned shirt; dress shirt, formal shirt; t-shirt, tee shirt; long-sleeved shirt,
long sleeve shirt; crop top, cropped top; tube top, boob tube, bandeau top; halter top, halter neck; camisole, cami; hooded sweatshirt,
hooded top, hooded sweater, hoodie, hooded jumper; v neck, v-shaped neckline; crew neck, round neck; scoop neck, scooped neckline;
off-the-shoulder, off shoulder; plunging neckline, deep neckline; puff sleeves, puffed sleeves, puffy sleeves; bell sleeves,
flared sleeves, trumpet sleeves; rolled-up sleeves, rolled sleeves; cap sleeves, capped sleeves; shoulder pads, padded shoulders; velcro,
hook-and-loop; turn-up, trouser cuff, pant cuff; pocket square, breast handkerchief; fringing, fringe trim; pompom, bobble; sequins,
spangles; rhinestone, diamante; lace trim, lace edging; polka-dotted, spotted pattern; pinstripe, pinstriped, chalk-striped; checked,
checkered; houndstooth, dogtooth; flowery, flower-patterned, floral-patterned; camouflage, camo; leopard print, leopardskin,
leopard pattern; zebra print, zebra stripes; tie-dye, tie-dyed; fur lined, lined with fur; patent leather, lacquered leather; faux fur,
fake fur, artificial fur; faux leather, fake leather, leatherette, pleather, imitation leather, artificial leather; burlap, sackcloth;
sheepskin, shearling; terry cloth, towelling; fringe, bangs; blunt fringe, blunt bangs, straight bangs; side fringe, side bangs,
swept bangs; plaits, braids; french plait, french braid; updo, hair up, pinned-up hair; chignon, low bun; bob cut, bobbed hair, bob hair,
bob hairstyle; pixie cut, pixie haircut, pixie hair; buzz cut, crew cut, military cut; mohawk, mohican; dreadlocks, locs, dreads;
ringlets, corkscrew curls; cowlick, hair tuft; ahoge, antenna hair; quiff, pompadour; sideburns, mutton chops, side whiskers; undercut,
shaved sides; five o'clock shadow, beard stubble, stubble, unshaven face; clean-shaven, beardless; beauty spot, beauty mark; nail varnish,
nail polish, painted nails; fake eyelashes, false eyelashes, false lashes, fake lashes; face paint, face painting, painted face;
sticking plaster, band-aid, adhesive bandage; hearing aid, ear aid; dental braces, teeth braces; walking frame, zimmer frame;
plaster cast, orthopedic cast
`;
