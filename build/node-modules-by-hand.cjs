// electron-builder's beforeBuild hook. Returning false keeps it from collecting node_modules: all dependencies but keytar are bundled
// already, and electron-builder.yml lists keytar's files.
'use strict';
module.exports = async function useListedFilesOnly() {
  return false;
};
