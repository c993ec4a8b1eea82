#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

const build = join(__dirname, '..', 'build');
const main = join(build, 'dist', 'cli.js');
if (existsSync(main)) {
  // Node 22 and later keep compiled code for the next start.
  enableCompileCache?.(join(build, 'compile-cache'));
  require(main);
} else {
  process.stderr.write('logdog-collector is not built yet: run `npm run build` first\n');
  process.exitCode = 1;
}
