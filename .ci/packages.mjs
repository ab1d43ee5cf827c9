// Installs what tests need from the system's packages, where the build may: as root on Debian and its kin. Elsewhere it does nothing.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const APT = '/usr/bin/apt-get';

export function install(what, otherwise, ...packages) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !executable(APT)) {
    return;
  }
  console.log(`${what} is missing: installing it from the system's packages`);
  const run = (...args) => execFileSync(APT, args,
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    run('update');
    run('install', '-y', '--no-install-recommends', ...packages);
  } catch (error) {
    console.log(`Could not install ${packages[0]} (${error.message}); ${otherwise}`);
  }
}

export function executable(path) {
  try {
    accessSync(path ?? '', constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
