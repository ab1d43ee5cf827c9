// Installs Chromium for the browser tests where the build may: as root on Debian and its kin. Elsewhere it does nothing,
// and the test library fetches a browser of its own.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

if (!known.some(executable) && process.platform === 'linux' && process.getuid() === 0 && executable('/usr/bin/apt-get')) {
  console.log('No browser found: installing the headless Chromium from the system\'s packages');
  const run = (...args) => execFileSync('/usr/bin/apt-get', args,
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    run('update');
    run('install', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-noto-core');
  } catch (error) {
    console.log(`Could not install chromium (${error.message}); the test library will fetch a browser`);
  }
}

function executable(path) {
  try {
    accessSync(path ?? '', constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
