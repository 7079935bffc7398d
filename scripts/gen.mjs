// Writes what follows from the code: config.json with its schema, docs/settings.md and docs/events.md.
// With --check it writes nothing and fails when a file is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { toJSONSchema } from 'zod/mini';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** One row per setting: dotted name, default, bounds, meaning. */
function settingRows(schema, prefix = '', about = '') {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const key = prefix + name;
    if (name === '$schema') return [];
    if (property.type === 'object' && property.properties) {
      return settingRows(property, `${key}.`, property.description);
    }
    const bounds =
      property.minimum !== undefined || property.maximum !== undefined
        ? ` (${property.minimum ?? ''} to ${property.maximum ?? ''})`
        : '';
    const usual = property.default === undefined ? 'not set' : `\`${JSON.stringify(property.default)}\``;
    const meaning = [about, property.description].filter(Boolean).join('. ');
    return [`| \`${key}\` | ${usual} | ${meaning}${bounds} |`];
  });
}

function settingsPage(schema) {
  return `# Settings

\`config.json\` in the resource's folder. Every setting has a default, so the file may be empty or missing; comments and
trailing commas are allowed. What is wrong in it is named on the console, with its line and what was expected, and the
default is used instead. \`sonorancad reload\` takes changes into use without a restart: all of them, or none while
anything in the file is wrong.

| Setting | Default | Meaning |
| --- | --- | --- |
${settingRows(schema).join('\n')}

The API key is not a setting of this file: it stands in \`server.cfg\` (see the README).
`;
}

/** The page of push events, from their documentation and fixtures. */
function eventsPage(documentation) {
  const chapters = [...documentation].map(([{ type, aliases }, doc]) => {
    const example = readFileSync(
      path.join(root, 'test/fixtures/cad', `${doc.fixtures[0]}.json`),
      'utf8',
    ).trim();
    const raises = ['sonorancad:push', ...doc.raises].map((name) => `\`${name}\``).join(', ');
    return `## ${type}

${doc.summary}${aliases.length > 0 ? ` Also accepted as ${aliases.map((name) => `\`${name}\``).join(', ')}.` : ''}

${doc.effect} Raises ${raises}.

| Field of the data | Meaning |
| --- | --- |
${Object.entries(doc.fields)
  .map(([name, meaning]) => `| \`${name}\` | ${meaning} |`)
  .join('\n')}
${doc.variants.length > 0 ? `\nAccepted too: ${doc.variants.join('; ')}.\n` : ''}
\`\`\`json
${example}
\`\`\`
`;
  });
  return `# Push events

Every event of Sonoran CAD that is understood, as it comes to \`POST /sonorancad/event\`. The tables show the clean data that
\`onPush\` and \`sonorancad:push\` hand to other resources, whatever shape it came in. Of every event \`data\` may be an object
or a list of objects, each of which is one event; ids may be numbers or their text; \`"nil"\`, \`"null"\`, \`""\` and null mean
that something is missing; unknown fields are passed over.

Other types are answered \`Invalid Type\` unless a resource has subscribed to them (\`onPush\`). Those that are subscribed to are raised as
\`sonorancad:push\`, too; all are forwarded.

${chapters.join('\n')}`;
}

/** Path and content of every generated file. */
export async function generate() {
  const { configSchema } = await tsImport('../server/config/schema.ts', import.meta.url);
  const { defaultConfig } = await tsImport('../server/config/default-config.ts', import.meta.url);
  const { pushDocumentation } = await tsImport('../server/push/documentation.ts', import.meta.url);
  const schema = toJSONSchema(configSchema(), { io: 'input' });
  return {
    'config.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
    'config.json': `${JSON.stringify({ $schema: './config.schema.json', ...defaultConfig }, null, 2)}\n`,
    'docs/settings.md': settingsPage(schema),
    'docs/events.md': eventsPage(pushDocumentation),
  };
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const isCheck = process.argv.includes('--check');
  const stale = [];
  for (const [file, content] of Object.entries(await generate())) {
    const target = path.join(root, file);
    if (existsSync(target) && readFileSync(target, 'utf8') === content) continue;
    stale.push(file);
    if (!isCheck) writeFileSync(target, content);
  }
  if (isCheck && stale.length > 0) {
    console.error(`Stale: ${stale.join(', ')}. Run \`npm run gen\`.`);
    process.exit(1);
  }
  console.log(stale.length > 0 ? `Written: ${stale.join(', ')}.` : 'Everything generated is up to date.');
}
