// For the packager, before it packs: node_modules are chosen in electron-builder.yml, so it has nothing to install, compile or collect.
// Left to itself it would ship every package under "dependencies" a second time: all but keytar are in the bundles already.
'use strict';
module.exports = async function chosenByHand() {
  return false;
};
