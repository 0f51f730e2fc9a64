import { userInfo } from 'node:os';

/** Whoever types a command, as the log names him: as he says, or by his account on the machine. */
export const operator = (name = userInfo().username): string => `operator:${name}`;
