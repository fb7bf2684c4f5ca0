// Bundles the widget: the chat and its parts as hashed modules, then the launcher, which knows the chat's hashed name.
// Every file is written with its brotli and gzip form beside it, so that the server only has to choose.
import { build, transform } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'wwwroot', 'widget');

/** The oldest browsers that the chat works in. */
const browsers = ['chrome80', 'safari13.1', 'firefox75'];

const minifyCss = async path => (await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: browsers })).code.trim();

/** Style sheets become minified text, adopted by the shadow root. */
const styles = {
  name: 'styles-as-text',
  setup(setup) {
    setup.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await minifyCss(path), loader: 'text' }));
  },
};

/**
 * Adaptive Cards draws Markdown by assigning markup, which a page under Trusted Types forbids. Here it is drawn with DOM calls
 * (src/cards/card.ts), and no policy is created, which such a page may forbid too.
 */
const withoutMarkup = {
  name: 'cards-without-markup',
  setup(setup) {
    setup.onLoad({ filter: /adaptivecards[\\/]lib[\\/](card-elements|utils)\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      let contents = source.replace(/window\.trustedTypes(?=\) === null \|\| _\w === void 0 \? void 0 : _\w\.createPolicy)/g, 'undefined');
      if (contents === source) throw new Error(`${path}: no Trusted Types policy was found to leave out`);
      if (path.endsWith('card-elements.js')) {
        const drawn = contents.replace('element.innerHTML = processedHtml;', 'AdaptiveCard.drawMarkdown(element, processedHtml);');
        if (drawn === contents) throw new Error(`${path}: the assignment of markup was not found`);
        contents = drawn;
      }
      return { contents, loader: 'js' };
    });
  },
};

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  target: 'es2019',
  // Every browser with shadow roots has modules and import().
  supported: { 'dynamic-import': true, 'import-meta': true },
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [styles, withoutMarkup],
  // The card renderer's carousel is never used; its slider library stays out of the bundle.
  alias: { swiper: './src/cards/noSlider.ts', 'swiper/modules': './src/cards/noSlider.ts' },
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const chat = await build({
  ...common,
  entryPoints: { chat: 'src/chat/index.ts' },
  outdir: out,
  format: 'esm',
  splitting: true,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  metafile: true,
});
const chatFile = Object.entries(chat.metafile.outputs).find(([, o]) => o.entryPoint === 'src/chat/index.ts');
if (!chatFile) throw new Error('the chat was not built');

await build({
  ...common,
  entryPoints: { widget: 'src/launcher/widget.ts' },
  outdir: out,
  format: 'iife',
  define: { CHAT_FILE: JSON.stringify(basename(chatFile[0])) },
});

// The same style as a file, for browsers without adopted style sheets.
const sheets = ['launcher/launcher', 'chat/messages', 'chat/cards', 'chat/chat'].map(name => join(here, 'src', `${name}.css`));
await writeFile(join(out, 'widget.css'), (await Promise.all(sheets.map(minifyCss))).join('\n'));

for (const name of await readdir(out)) {
  const bytes = await readFile(join(out, name));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  const gzip = gzipSync(bytes, { level: 9 });
  await writeFile(join(out, `${name}.br`), brotli);
  await writeFile(join(out, `${name}.gz`), gzip);
  console.log(`${name}: ${bytes.length} bytes, gzip ${gzip.length}, brotli ${brotli.length}`);
}
