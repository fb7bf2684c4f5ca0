// Bundles the widget: the chat and its parts as hashed modules, then the launcher, which knows the chat's hashed name.
// Every file is written with its brotli and gzip form beside it, so that the server only has to choose.
import { build, transform } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'wwwroot', 'widget');

/** Style sheets become minified text, adopted by the shadow root. */
const styles = {
  name: 'styles-as-text',
  setup(setup) {
    setup.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [styles],
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

for (const name of await readdir(out)) {
  const bytes = await readFile(join(out, name));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  const gzip = gzipSync(bytes, { level: 9 });
  await writeFile(join(out, `${name}.br`), brotli);
  await writeFile(join(out, `${name}.gz`), gzip);
  console.log(`${name}: ${bytes.length} bytes, gzip ${gzip.length}, brotli ${brotli.length}`);
}
