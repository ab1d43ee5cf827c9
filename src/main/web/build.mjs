// Bundles styles, scripts, fonts and icons of the pages. Called by Maven: node build.mjs <folder of static files>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, '../../..');
const out = resolve(process.argv[2] ?? join(project, 'target/classes/static'));
const assets = join(out, 'assets');
const modules = join(here, 'node_modules');
const cache = join(modules, '.eland');

installWhenLockChanged();
const stamp = fingerprint();
const manifestFile = join(assets, 'manifest.json');
if (!existsSync(manifestFile) || JSON.parse(readFileSync(manifestFile, 'utf8')).stamp !== stamp) {
  const started = Date.now();
  await build();
  console.log(`web: bundled in ${Date.now() - started} ms`);
}

function installWhenLockChanged() {
  const lock = hash(readFileSync(join(here, 'package-lock.json')));
  const mark = join(cache, 'lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) {
    return;
  }
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    { cwd: here, stdio: ['ignore', 'ignore', 'inherit'], shell: windows });
  mkdirSync(cache, { recursive: true });
  writeFileSync(mark, lock);
}

/** Everything the result depends on: our own files, the lock, and which icons the pages name. */
function fingerprint() {
  const digest = createHash('sha256');
  for (const file of files(here)) {
    digest.update(file).update(readFileSync(file));
  }
  return digest.update(usedIcons().join()).digest('hex').slice(0, 16);
}

async function build() {
  const esbuild = await import('esbuild');
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });
  const fonts = await webFonts();
  const result = await esbuild.build({
    absWorkingDir: here,
    entryPoints: ['portal', 'desk', 'diagram', 'theme'].map(name => `scripts/${name}.js`)
      .concat(['portal', 'desk', 'diagram'].map(name => `styles/${name}.css`)),
    outdir: assets,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2021', 'safari15'],
    legalComments: 'eof',
    loader: { '.woff2': 'file', '.svg': 'dataurl' },
    metafile: true,
    logLevel: 'warning',
    plugins: [generated({ 'eland:fonts.css': fonts, 'eland:icons.css': iconStyles() })],
  });
  cpSync(join(here, 'public'), out, { recursive: true });
  appIcons();
  documentFonts();
  const manifest = { stamp, files: {} };
  for (const [path, about] of Object.entries(result.metafile.outputs)) {
    if (about.entryPoint) {
      manifest.files[basename(about.entryPoint)] = `/assets/${basename(path)}`;
    } else if (path.endsWith('.woff2')) {
      manifest.files[basename(path).replace(/-[A-Z0-9]+\.woff2$/, '.woff2')] = `/assets/${basename(path)}`;
    }
  }
  for (const file of files(assets).filter(name => ['.js', '.css'].includes(extname(name)))) {
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 1));
}

/** Style sheets made here and imported by name. */
function generated(sheets) {
  return {
    name: 'generated',
    setup(build) {
      build.onResolve({ filter: /^eland:/ }, args => ({ path: args.path, namespace: 'generated' }));
      build.onLoad({ filter: /.*/, namespace: 'generated' },
        args => ({ contents: sheets[args.path], loader: 'css', resolveDir: cache }));
    },
  };
}

/** Noto Sans with the letters of our languages only: about 45 KB a weight instead of 600. */
async function webFonts() {
  const { default: subsetFont } = await import('subset-font');
  const letters = [[0x20, 0x7e], [0xa0, 0xff], [0x400, 0x52f], [0x2010, 0x2027], [0x202f, 0x203a], [0x20ac, 0x20ac],
    [0x20ae, 0x20ae], [0x2116, 0x2116], [0x2122, 0x2122], [0x2212, 0x2212], [0xd7, 0xd7]]
    .map(([from, to]) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))).join('');
  const weights = { 400: '400Regular/NotoSans_400Regular.ttf', 600: '600SemiBold/NotoSans_600SemiBold.ttf' };
  let css = '';
  for (const [weight, file] of Object.entries(weights)) {
    const source = readFileSync(join(modules, '@expo-google-fonts/noto-sans', file));
    const name = `noto-sans-${weight}.woff2`;
    const kept = join(cache, `${hash(source, letters)}-${name}`);
    if (!existsSync(kept)) {
      writeFileSync(kept, await subsetFont(source, letters, { targetFormat: 'woff2' }));
    }
    writeFileSync(join(cache, name), readFileSync(kept));
    css += `@font-face{font-family:"Noto Sans";font-style:normal;font-weight:${weight === '600' ? '600 800' : '100 500'};`
      + `font-display:swap;src:url("./${name}") format("woff2")}\n`;
  }
  return css;
}

/** The fonts that documents embed whole; the contract module reads them from the class path folder "fonts". */
function documentFonts() {
  const folder = join(out, '../fonts');
  mkdirSync(folder, { recursive: true });
  for (const [family, name] of [['noto-sans', 'NotoSans'], ['noto-serif', 'NotoSerif']]) {
    for (const [weight, word] of [['400Regular', 'Regular'], ['700Bold', 'Bold']]) {
      cpSync(join(modules, '@expo-google-fonts', family, weight, `${name}_${weight}.ttf`), join(folder, `${name}-${word}.ttf`));
    }
  }
  cpSync(join(modules, '@expo-google-fonts/noto-sans/LICENSE_FONT'), join(folder, 'OFL.txt'));
}

/** Names of Bootstrap Icons in pages, scripts and code. */
function usedIcons() {
  const sources = [join(project, 'templates'), join(here, 'scripts'), join(project, 'src/main/java')]
    .filter(existsSync).flatMap(files).filter(file => /\.(html|js|java)$/.test(file));
  const names = new Set();
  for (const file of sources) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/\bbi-([a-z0-9-]+)/g)) {
      names.add(name);
    }
  }
  return [...names].sort();
}

/** Each icon as a mask in the colour of the text: <i class="bi bi-house" aria-hidden="true"></i>. */
function iconStyles() {
  return usedIcons().map(name => [name, join(modules, 'bootstrap-icons/icons', `${name}.svg`)])
    .filter(([name, file]) => existsSync(file) || console.warn(`web: no icon bi-${name}`))
    .map(([name, file]) => {
      const svg = readFileSync(file, 'utf8').replace(/\s*\n\s*/g, '').replace(/ (width|height|fill|class)="[^"]*"/g, '')
        .replace(/"/g, "'").replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E');
      return `.bi-${name}{--icon:url("data:image/svg+xml,${svg}")}`;
    }).join('\n');
}

/** The mark as pictures for home screens: a white roof under the sky line on blue, painted point by point. */
function appIcons() {
  mkdirSync(join(out, 'icons'), { recursive: true });
  for (const size of [180, 192, 512]) {
    writeFileSync(join(out, 'icons', `icon-${size}.png`), png(size, paintMark(size)));
  }
}

function paintMark(size) {
  const inside = (x, y) => {
    const line = Math.abs(y - 20) < 2.2 && x > 12 && x < 52;
    const rise = Math.abs(x - 32) * 0.62 + 27;
    const roof = y > rise && y < rise + 6.2 && x > 11 && x < 53;
    const wall = y > 40 && y < 51 && x > 19 && x < 45 && !(x > 28 && x < 36);
    return line || roof || (wall && y > rise + 4);
  };
  return (column, row) => {
    let covered = 0;
    for (let i = 0; i < 16; i++) {
      covered += inside((column + (i % 4 + 0.5) / 4) * 64 / size, (row + (Math.floor(i / 4) + 0.5) / 4) * 64 / size) ? 1 : 0;
    }
    const blend = (from, to) => Math.round(from + (to - from) * covered / 16);
    return [blend(0x0e, 255), blend(0x4c, 255), blend(0x92, 255)];
  };
}

function png(size, paint) {
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      rows.set(paint(column, row), row * (size * 3 + 1) + 1 + column * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter(entry => entry.name !== 'node_modules')
    .flatMap(entry => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function hash(...parts) {
  const digest = createHash('sha256');
  parts.forEach(part => digest.update(part));
  return digest.digest('hex').slice(0, 16);
}
