# The Collector on its plain server, for a cluster or for Cloud Run: docs/operations.md, "Running in a container".
# test/dockerfile.test.ts does here what a builder of images does.

# An exact version, one that `npm run test:node` runs the tests with. Debian, since decision 6 speaks to glibc's malloc.
FROM node:22.23.3-bookworm-slim AS base
WORKDIR /app
# Before the sources, so that packages are installed again only when these change. .npmrc keeps install scripts from running.
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN npm ci --no-audit --no-fund
# The tests are left out: scripts/build.mjs compiles what is there.
COPY tsconfig.json ./
COPY scripts scripts
COPY src src
RUN npm run build

# In a stage of its own, so that npm's cache stays out of the image.
FROM base AS packages
RUN npm ci --omit=dev --no-audit --no-fund

# What is run has what the `files` of package.json name, and the packages.
FROM base
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/build/src build/src
COPY bin bin
# Freed memory stays with the process, which makes large messages cheaper: docs/decisions/0006-memory-kept.md.
ENV MALLOC_TRIM_THRESHOLD_=134217728 MALLOC_MMAP_THRESHOLD_=33554432
# Not root, and all above is root's: it cannot change itself, nor keep logs in a container, with which they would go.
USER node
# Neither npm nor a shell stands between, so that SIGTERM reaches it. Any other command can be given: `check-config`.
ENTRYPOINT ["node", "bin/logdog-collector.js"]
CMD ["serve"]
