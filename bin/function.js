'use strict';
// What the functions framework loads. Node 22 and later take compiled code from where the build has put it.
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

enableCompileCache?.(join(__dirname, '..', 'build', 'compile-cache'));
const { collect, stop } = require('../build/dist/index.js');

// One by one, so that an ES module can import them by name.
exports.collect = collect;
exports.stop = stop;
