// Runs a built file that is no script of the manifest, when it is first needed.

/**
 * What the file exports. It is read as the host reads files, and not with `require`: that follows links, to where Node may
 * not be allowed to read. Throws when it is missing or cannot be run.
 */
export function runPart(resource: string, path: string): unknown {
  const text = LoadResourceFile(resource, path);
  if (!text) throw new Error('it is missing');
  return new Function('require', `${text}\nreturn part;\n//# sourceURL=@${resource}/${path}`)(require);
}
