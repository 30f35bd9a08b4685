/** Thrown for anything that keeps a command from running; the message is for the user. Exit code 2. */
export class CannotRun extends Error {}
