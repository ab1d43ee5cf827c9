// Installs Chromium for the browser tests where the build may; elsewhere the test library fetches a browser of its own.
import { executable, install } from './packages.mjs';

const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

if (!known.some(executable)) {
  install('A browser', 'the test library will fetch a browser', 'chromium-headless-shell', 'fonts-noto-core');
}
