/**
 * Words that are one thing where the folder speaks of what it belongs to, and other things elsewhere: what one must stand in some caption,
 * then the set. One set between semicolons.
 */
export const BESIDE = `
car engine tyre tire headlight windscreen windshield truck @ hood, bonnet; car engine tyre tire headlight windscreen windshield @ trunk, boot;
wheel tyre tire headlight @ fender, mudguard, wing; wheel tyre tire headlight @ grille, grill; curling @ stone, rock;
sink basin bathroom kitchen plumbing @ tap, faucet; floor doors button building @ lift, elevator; burger ketchup plate fried @ fries, chips;
bird feathers duck parrot owl @ beak, bill; sail ship hull mast @ bow, prow; market vendor fair @ stall, stand, booth; kitchen oven @ stove, cooker, hob;
camera photographer lens @ flash, flashgun; horse rider saddle @ crop, whip; beehive bee hive @ smoker, bee smoker; skis ski slope @ pole, stick;
toilet bathroom bath @ loo, lavatory; bed mattress @ cover, bedspread; pram baby pushchair @ dummy, pacifier; witch wizard wand cauldron @ broom, broomstick; cathedral abbey church @ rose window, rosette window; doctor clinic hospital laboratory stethoscope scientist vet @ white coat, lab coat; taxi @ taxi, cab; golf @ bag, caddy bag; ship ships boat boats crane cranes quay @ harbour, harbor, port; food sardines beans tuna soup @ tin, can; street building rooms balcony @ flat, apartment; paella egg eggs stove food rice dish oil kitchen @ pan, skillet, frying pan; film tripod camera lens photographer @ view camera, large format camera; sheep alpaca llama lamb @ fleece, wool; hedgehog porcupine echidna @ spine, quill
`;
