/** Takes the place of `undici` in the bundles: the client, without fetch, web sockets, caches and mocks, which nobody here uses. */
'use strict';

exports.Agent = require('undici/lib/dispatcher/agent');
exports.errors = require('undici/lib/core/errors');
