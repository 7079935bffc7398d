// Unpacks the browser that @sparticuz/chromium carries into the folder given, which becomes complete or does not appear.
// A process of its own, because the package unpacks to the temporary folder of its process and nowhere else.
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const target = path.resolve(process.argv[2]);
const temporary = mkdtempSync(`${target}-`);

try {
  process.env.TMPDIR = temporary;
  // Asks for the shared libraries that small Linux images lack as well.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  writeFileSync(path.join(temporary, 'fonts', 'fonts.conf'), fontsConfig(path.join(target, 'fonts')));
  renameSync(temporary, target);
} catch (error) {
  // Another process was faster: its folder is as good.
  if (!existsSync(target)) throw error;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** The carried font for text, so that screenshots look alike everywhere; the machine's fonts for what it lacks. */
function fontsConfig(folder) {
  const prefer = (generic, family) =>
    `<alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
  ${['sans-serif', 'system-ui', 'ui-sans-serif'].map((generic) => prefer(generic, 'Open Sans')).join('\n  ')}
  ${['monospace', 'ui-monospace'].map((generic) => prefer(generic, 'DejaVu Sans Mono')).join('\n  ')}
</fontconfig>
`;
}
