// Stops early, in one clear line, where Node is too old to load what comes next. Plain old syntax on purpose: it must run on any Node.
'use strict';
var provideNode = require('./provide-node.cjs');

var wanted = [22, 19];
var have = process.versions.node.split('.').map(Number);

if (have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1])) {
  // Reached with scripts switched off at install, or when started past npm.
  var mend = provideNode()
    ? 'The right one is in node_modules/.bin now: run the npm script once more.'
    : 'On Linux and on Windows x64 `npm ci` brings the right one along; elsewhere install the one named in .nvmrc.';
  console.error('Latchkey needs Node ' + wanted.join('.') + ' or newer and this is ' + process.versions.node + '. ' + mend);
  process.exit(1);
}
