/** What people wear and how their hair is done, under two names. See {@link ONE_THING}. */
export const WARDROBE = `
quilted jacket, padded jacket; fleece jacket, fleece pullover; denim jacket, jean jacket, jeans jacket; denim shirt, chambray shirt,
jean shirt; leather trousers, leather pants; wool coat, woollen coat; camel coat, camel-hair coat; cardigan, knit jacket;
cable-knit sweater, cable knit jumper, aran sweater; turtleneck sweater, roll-neck sweater, polo-neck jumper; knit sweater,
knitted sweater, knitted jumper; christmas jumper, christmas sweater, ugly sweater; tank top, vest top, sleeveless shirt, singlet; blouse,
ladies' shirt; peasant blouse, gypsy blouse; nightcap, sleeping cap; sleep mask, eye mask, sleeping mask; bikini bottom, bikini briefs;
boxer shorts, boxers; briefs, underpants; long johns, thermal underwear, long underwear; leg warmers, ankle warmers; knee socks,
knee-high socks; thigh highs, thigh-high stockings, over-knee socks, overknees; knee boots, knee-high boots; ankle boots, booties,
bootees; chelsea boots, elastic-sided boots; loafers, slip-on shoes, slip-ons; brogues, wingtips, wingtip shoes; high heels,
high-heeled shoes, heeled shoes; platform shoes, platform heels; mary janes, mary jane shoes, strap shoes; slippers, house shoes;
bare feet, naked feet; chef's hat, toque, chef hat, cook's hat; straw hat, boater; wool hat, woollen hat; paper crown, party crown;
round glasses, circular glasses, round spectacles; headset, headphones with microphone; fingerless gloves, half-finger gloves; mittens,
mitts; silk scarf, silk shawl; feathered hat, hat with feathers; hijab, muslim headscarf; turban, head wrap; djellaba, jellaba;
salwar kameez, shalwar kameez; hanbok, korean dress; ao dai, vietnamese dress; dirndl, dirndl dress, bavarian dress; lederhosen,
leather breeches; yukata, summer kimono; cocktail dress, party dress; maxi dress, floor-length dress; miniskirt, short skirt; midi skirt,
mid-length skirt; tulle skirt, tutu skirt; school uniform, schoolgirl uniform; sailor uniform, sailor suit, serafuku, sailor fuku;
gym uniform, gym clothes, sportswear; military uniform, army uniform; naval uniform, navy uniform; maid outfit, maid uniform, maid dress,
maid costume; nurse uniform, nurse outfit; hazmat suit, protective suit; greaves, shin guards, leg armour; pauldrons, shoulder armour,
shoulder plates; tool belt, utility belt; paper bag, brown bag; briefcase, attache case; money pouch, coin purse, coin pouch; locket,
locket necklace; nose ring, nose piercing; lip ring, lip piercing; eyebrow ring, eyebrow piercing; ear piercing, pierced ears;
handlebar moustache, twirled moustache, curled moustache; afro, afro hair; high ponytail, high pony; slicked-back hair, slick back hair,
combed-back hair; messy hair, tousled hair, unkempt hair, dishevelled hair; wavy hair, waves in her hair; curly hair, curled hair;
red hair, auburn hair, ginger hair, copper hair; blonde hair, golden hair, fair hair; grey hair, greying hair; white hair,
snow-white hair; brown hair, chestnut hair, brunette hair; strawberry blonde, reddish blonde; platinum blonde, white blonde; freckles,
freckled face, freckled skin; scar, scarred skin; tattoo, tattooed skin; cat ears, nekomimi, feline ears; bunny ears, rabbit ears;
buck teeth, protruding teeth; lipstick, lip colour; long eyelashes, long lashes
`;
