// First script of a source copy: says what to do when the bundles are missing. The release does not contain it.
(() => {
  const name = GetCurrentResourceName();
  const missing = [
    'dist/server.js',
    'dist/console.js',
    'dist/mistakes.js',
    'dist/websocket.js',
    'dist/client.js',
  ].filter((file) => LoadResourceFile(name, file) === null);
  if (missing.length === 0) return;
  console.error(
    `${name} cannot work: ${missing.join(', ')} missing. This is a copy of the source code. ` +
      'Download sonorancad.zip from the releases page instead, or run "npm install" and "npm run build" in this folder, ' +
      `then "refresh" and "ensure ${name}".`,
  );
})();
