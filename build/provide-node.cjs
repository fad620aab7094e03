// Links the Node that `npm ci` installed into node_modules/.bin. npm does so itself, but npm 10 and older remove the link again with the
// skipped packages of other platforms, which share its name. Old syntax on purpose: this must run on any Node.
'use strict';
var fs = require('fs');
var path = require('path');

var modules = path.join(__dirname, '..', 'node_modules');
var windows = process.platform === 'win32';

/** Returns false when no Node package for this platform is installed. */
function provideNode() {
  var name = 'node-' + (windows ? 'win' : process.platform) + '-' + process.arch;
  var binary = path.join(modules, name, 'bin', windows ? 'node.exe' : 'node');
  if (!fs.existsSync(binary)) return false;
  var link = path.join(modules, '.bin', windows ? 'node.cmd' : 'node');
  if (fs.existsSync(link)) return true;
  fs.mkdirSync(path.dirname(link), { recursive: true });
  if (windows) {
    fs.writeFileSync(link, '@"%~dp0\\..\\' + name + '\\bin\\node.exe" %*\r\n');
  } else {
    fs.symlinkSync(path.join('..', name, 'bin', 'node'), link);
  }
  return true;
}

module.exports = provideNode;
if (require.main === module) provideNode();
