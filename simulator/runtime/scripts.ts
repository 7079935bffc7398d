// Compiles classic scripts, each text once: a hundred game clients run the same compiled bundle.
import vm from 'node:vm';

const compiled = new Map<string, { text: string; script: vm.Script }>();
/** Texts kept; edited files would pile up otherwise. */
const KEPT = 200;

/** Compiles a script under the name its frames carry. Throws the SyntaxError of a broken one. */
export function compileScript(filename: string, text: string): vm.Script {
  const known = compiled.get(filename);
  if (known?.text === text) return known.script;
  // Without an import callback `import()` is refused, as in the game.
  const script = new vm.Script(text, { filename });
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(filename, { text, script });
  return script;
}
