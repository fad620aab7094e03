// Stops early, in one clear line, where Node is too old to load what comes next. Plain old syntax on purpose: it must run on any Node.
'use strict';
var wanted = [22, 19];
var have = process.versions.node.split('.').map(Number);
if (have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1])) {
  console.error(
    'Latchkey needs Node ' +
      wanted.join('.') +
      ' or newer, this is ' +
      process.versions.node +
      '. On Linux x64/arm64 and Windows x64 `npm ci` brings its own; elsewhere use the one named in .nvmrc.',
  );
  process.exit(1);
}
