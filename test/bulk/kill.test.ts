import { killAgainAndAgain } from './killed.ts';
import { writers } from './writers.ts';

/** Kills of each writer; with TAGMETRY_KILLS it is told how far each had come. */
const kills = Number(process.env.TAGMETRY_KILLS ?? 20);
const isTold = process.env.TAGMETRY_KILLS !== undefined;

describe('a change of captions that is killed', function () {
  this.timeout(0);
  for (const writer of writers)
    it(`${writer.name}: leaves each caption old or new, nothing else, and can be undone to the last byte`, async () => {
      const { untouched, partly, done } = await killAgainAndAgain(writer, writer.writesNothing ? kills / 4 : kills);
      if (isTold) console.log(`      ${kills} kills: ${untouched} before, ${partly} within, ${done} after the change`);
    });
});
