'use strict';
// What the functions framework loads. Node 22 and later take compiled code from where the build has put it.
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

enableCompileCache?.(join(__dirname, '..', 'build', 'compile-cache'));
require('../build/dist/index.js');
