// @ts-check
import { fileURLToPath } from 'node:url';

/** The commands work from the root of the repository, wherever they are called from. */
export const goHome = () => process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
