// @ts-check
import { aptInstall, programOf } from './system.mjs';
import { step } from './terminal.mjs';

const present = () => programOf('chromium', 'chromium-browser', 'google-chrome');

/** Where a Chromium is; installs one where that is possible. */
export const findChromium = async () => {
  if (!present()) await step('Install Chromium', (progress) => aptInstall('chromium', progress));
  return present();
};

/** As tests and pictures open it: nothing of it speaks to anybody but the servers under test. */
export const CHROMIUM_FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];
