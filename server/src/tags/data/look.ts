/** Medium and style. */
export const STYLE = `
monochrome, comic, greyscale, official art, chibi, sketch, 4koma, traditional media, game cg, cover, cover page,
spot color, chibi only, anime coloring, 2koma, blue theme, doujin cover, realistic, pixel art, silent comic, 3d,
limited palette, retro artstyle, 3koma, silhouette, pink theme, partially colored, halftone, anime screenshot,
lineart, red theme, purple theme, official style, fake screenshot, flat color, green theme, hatching (texture),
sepia, photo-referenced, yellow theme, muted color, album cover, concept art, colorful, multiple 4koma, color guide,
surreal, magazine cover, orange theme, 1koma, art program in frame, abstract, 5koma, fake phone screenshot,
white theme, high contrast, pastel colors, square 4koma, pale color, segmented comic, linear hatching, aqua theme,
key visual, novel cover, black theme, manga cover, grey theme, multiple monochrome, art nouveau, pixelated,
photorealistic, dvd cover, warm colored, box art, cool colored, crosshatching, heisei retro, comic cover,
neon palette, ai-generated art (topic), video game cover, cartoonized, watercolor effect, colored lineart, ukiyo-e,
ink wash painting, vertical comic, vhs artifacts, hatching, blu-ray cover, impressionism, inverted colors, 6koma,
egyptian art, ascii art, sprite art, cel shading, photo, photograph, photography, screenshot, film still,
movie still, stock photo, cartoon, cartoon style, anime, anime style, manga, comic book style, drawing, line art,
painting, oil painting, watercolor, digital painting, digital art, illustration, artwork, render, 3d render, cgi,
3d animation, pixel art style, vector, vector art, low poly, claymation, stop motion, impressionist, surrealism,
realism, hyperrealistic, minimalist, vintage, retro, black and white, film grain, blurry, blurry foreground, blurry edges, depth of field, motion blur, bokeh,
soft focus, atmospheric perspective, brown theme, no lineart,
semi-realistic, analog photo, analog photography, film photography, 35mm film, shot on film, shot on 35mm film, kodak portra,
grainy, grainy photo, polaroid, ink, charcoal, crayon, pastel, traditional art, fan art, sprite,
spritesheet, game asset, tachi-e
`;

/** Quality, resolution and rating words. */
export const QUALITY = `
masterpiece, best quality, great quality, good quality, high quality, normal quality, medium quality, low quality,
worst quality, bad quality, amazing quality, highest quality, highres, absurdres, incredibly absurdres, lowres, hi res, absurd res, superabsurd res, low res,
high resolution, 4k, 8k, uhd, hdr, hd, ultra-detailed, ultra detailed, highly detailed, extremely detailed,
very detailed, detailed, intricate, intricate details, sharp focus, newest, recent, mid, early, oldest,
very aesthetic, aesthetic, displeasing, very displeasing, score 9, score 8, score 7, score 6, score 5, score 4,
score 9 up, score 8 up, score 7 up, score 6 up, score 5 up, score 4 up, bad anatomy, bad hands, jpeg artifacts,
award winning, professional, beautiful, ultra high res, raw photo, general, sensitive, questionable, explicit, safe,
nsfw
`;
