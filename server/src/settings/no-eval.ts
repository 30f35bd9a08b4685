import { config } from 'zod';

// zod would write and compile code for each schema. What a run validates is a handful of settings: writing the code takes
// longer. Schemas ask when they are made, so this stands before them.
config({ jitless: true });
