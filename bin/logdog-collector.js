#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '..', 'build', 'src', 'cli', 'main.js');
if (existsSync(main)) {
  require(main);
} else {
  process.stderr.write('logdog-collector is not built yet: run `npm run build` first\n');
  process.exitCode = 1;
}
