// Installs pdfsig, with which a test lets somebody else look at our signatures; without it that test is skipped.
import { executable, install } from './packages.mjs';

if (!executable('/usr/bin/pdfsig')) {
  install('pdfsig', 'signatures are not looked at by it', 'poppler-utils');
}
