// Moves one number of one file while it is loaded; see thresholds.ts.
import { register } from 'node:module';

if (process.env.TAGMETRY_MUTANT) register('./loader.mjs', import.meta.url);
