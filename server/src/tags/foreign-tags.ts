import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { otherScriptIn, type TextLanguage } from './languages.ts';
import { flag, trait, type Word } from './word.ts';

/**
 * Words that captions of other languages have most: hair, eyes, colours, clothes, places, animals, what somebody does. Without those that are
 * words of English as well ("rouge", "sol", "casa", "mare").
 */
const words: readonly (readonly [TextLanguage, string])[] = [
  [
    'French',
    `cheveux, yeux, noir, noire, noirs, noires, blanche, blancs, bleu, bleue, bleus, bleues, verte, verts, vertes, grise, grises, jaune, jaunes, rousse, brun, brune, bruns,
longue, longues, lisses, bouche, ouverte, ouvertes, ouvert, fermés, fermée, sourire, souriant, souriante, seule, fille, garçon, femme, homme, enfant, assis, assise,
couché, couchée, allongé, allongée, jupe, veste, manteau, lunettes, chaussures, gants, ailes, oreilles, créature, oiseau, chien, cheval, loup, forêt, montagne,
montagnes, ciel, nuit, jour, soleil, neige, pluie, plage, mer, ville, maison, château, jardin, arbre, arbres, fleur, fleurs, herbe, eau, intérieur, extérieur, lumière, numérique, peinture, dessin`,
  ],
  [
    'Spanish',
    `pelo, cabello, ojos, negra, negros, blanco, blanca, blancos, rojo, roja, rojos, azul, azules, verdes, amarillo, amarilla, castaño, rubio, rubia, corto, larga, boca, abierta, abiertas, abierto,
cerrados, cara, sonrisa, sonriendo, mirada, mirando, chica, chico, niña, niño, mujer, sentado, sentada, acostado, acostada, camisa, falda, chaqueta, abrigo, gafas, zapatos, guantes, plumas,
orejas, criatura, pájaro, perro, gato, caballo, lobo, bosque, montaña, montañas, cielo, noche, día, nieve, lluvia, playa, ciudad, calle, jardín, castillo, árbol, árboles, flores, hierba, agua, fondo, vestido`,
  ],
  [
    'German',
    `haare, augen, schwarz, schwarze, schwarzes, schwarzer, weiß, weiße, weißes, rotes, blau, blaue, blaues, grün, grüne, grünes, grau, graue, gelb, gelbe, braun, braune, lange, langes, kurze, kurzes, glatte, mund, offener,
geschlossene, gesicht, lächelt, lächelnd, lächeln, blick, mädchen, junge, frau, sitzt, sitzend, stehend, liegend, hemd, jacke, brille, schuhe, handschuhe, flügel, federn, ohren, schwanz, kreatur, vogel, hund,
katze, pferd, wald, berge, himmel, nacht, sonne, schnee, regen, stadt, straße, haus, garten, schloss, baum, bäume, blume, blumen, wiese, wasser, hintergrund, kleid`,
  ],
  [
    'Italian',
    `capelli, occhi, nero, nera, neri, bianco, bianca, bianchi, rosso, rossa, rossi, azzurri, grigio, grigia, grigi, giallo, castani, biondi, corti, lunghi, lungo, lunga, lisci, bocca, aperta, aperte, aperto, chiusi, viso, sorriso,
sorridente, sguardo, ragazza, ragazzo, bambina, donna, uomo, seduto, seduta, sdraiato, sdraiata, camicia, giacca, cappotto, cappello, occhiali, scarpe, guanti, ali, piume, orecchie, creatura, uccello, gatto, cavallo, bosco,
montagna, montagne, cielo, notte, giorno, neve, pioggia, spiaggia, città, strada, giardino, castello, albero, alberi, fiore, fiori, erba, acqua, sfondo, vestito`,
  ],
  [
    'Portuguese',
    `cabelo, cabelos, olhos, preto, preta, pretos, branco, branca, brancos, vermelho, vermelha, azuis, amarelo, amarela, castanho, castanhos, loiro, loira, curto, longo, longa, comprido, boca, aberta, abertas, aberto, fechados, rosto,
sorriso, sorrindo, olhando, menina, menino, garota, garoto, mulher, homem, sentado, sentada, deitado, deitada, camisa, saia, jaqueta, casaco, chapéu, óculos, sapatos, luvas, asas, penas, orelhas, criatura, pássaro, cachorro, cavalo,
floresta, montanha, montanhas, céu, noite, neve, chuva, praia, cidade, rua, jardim, castelo, árvore, árvores, flores, grama, água, fundo, vestido`,
  ],
];

/** Languages by word. */
const languagesOf = once(() => {
  const found = new Map<string, TextLanguage[]>();
  for (const [language, list] of words)
    for (const word of listOf(list)) {
      const languages = found.get(word);
      if (languages) languages.push(language);
      else found.set(word, [language]);
    }
  return found;
});

/** The words that tell a language, for tests: none of them is English. */
export const tellingWords = (): Iterable<string> => languagesOf().keys();

/** Tags that speak a language, and share of the tags of a caption, from which the caption is of it. */
const fewest = 3;
const share = 0.3;

const none: readonly TextLanguage[] = [];

const saidIn = trait(({ norm }): readonly TextLanguage[] => {
  const found = norm.split(' ').filter((word) => languagesOf().has(word));
  return found.length === 0 ? none : [...new Set(found.flatMap((word) => languagesOf().get(word) ?? []))];
});
/** A tag that has a word of another language. */
export const speaksOther = flag((word) => saidIn(word).length > 0);

/** Share of the tags of a list in another script from which the list is in it: a name or two are none. */
const scriptShare = 0.5;

const scriptOf = trait(({ written }) => otherScriptIn(written));

/** The script other than Latin that a list of tags is mostly written in, by a language; null without. */
function scriptOfTags(tags: readonly Word[]): TextLanguage | null {
  const scripts = tags.map(scriptOf).filter((script) => script !== null);
  if (scripts.length < fewest || scripts.length < tags.length * scriptShare) return null;
  // What some tags of Japanese are written in is Chinese as well.
  return scripts.includes('Japanese') ? 'Japanese' : (scripts[0] ?? null);
}

/** The language other than English that a list of tags is written in; null where it is none. */
export function languageOfTags(tags: readonly Word[]): TextLanguage | null {
  const script = scriptOfTags(tags);
  if (script !== null) return script;
  let count = 0;
  for (let at = 0; at < tags.length; at++) if ((tags[at].flags & speaksOther) !== 0) count++;
  if (count < fewest || count < tags.length * share) return null;
  const others = tags.filter(({ flags }) => (flags & speaksOther) !== 0);
  const counts = new Map<TextLanguage, number>();
  for (const word of others) for (const language of saidIn(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [[best, most], [, second] = ['', 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return most >= fewest && most > second ? best : null;
}
