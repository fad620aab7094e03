// Stops with one clear line when Node is too old. Old syntax on purpose: this must run on any Node.
'use strict';
var provideNode = require('./provide-node.cjs');

var wanted = [22, 19];
var have = process.versions.node.split('.').map(Number);

if (have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1])) {
  // Happens when install scripts are disabled, or when started without npm.
  var fix = provideNode()
    ? 'The right one is in node_modules/.bin now: run the npm script again.'
    : 'On Linux and on Windows x64 `npm ci` installs the right one; elsewhere install the version in .nvmrc.';
  console.error('Latchkey needs Node ' + wanted.join('.') + ' or newer; this is ' + process.versions.node + '. ' + fix);
  process.exit(1);
}
