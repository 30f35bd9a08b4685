/** Exit code of a command that could not run. */
export const couldNotRun = 2;
