// @ts-check
import { compile } from './steps/compile.mjs';
import { install } from './steps/install.mjs';
import { goHome } from './steps/place.mjs';
import { Refusal, say } from './steps/terminal.mjs';
import { texts } from './steps/texts.mjs';

goHome();
try {
  const t = texts();
  await install(t('install'));
  await compile({ servers: t('buildServers'), web: t('buildWeb') });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  process.exitCode = 1;
}
