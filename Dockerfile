# The Collector on its plain server, for a cluster or for Cloud Run: docs/operations.md, "Running in a container".
# test/dockerfile.test.ts does here what a builder of images does.

# An exact version, one that `npm run test:node` runs the tests with; 24 is maintained until April 2028. Debian, since
# decision 6 is about glibc's malloc.
FROM node:24.21.0-bookworm-slim AS base
WORKDIR /app
# Before the sources, so that packages are installed again only when these change. .npmrc keeps install scripts from running.
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY scripts scripts
COPY bin bin
COPY src src
# As a function is built: the bundles, and what Node has compiled of them (decision 14), without the tests.
RUN npm run gcp-build

# In a stage of its own, so that npm's cache stays out of the image.
FROM base AS packages
RUN npm ci --omit=dev --no-audit --no-fund

# What is run has what the `files` of package.json name, and the packages.
FROM base
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/bin bin
COPY --from=build /app/build/dist build/dist
COPY --from=build /app/build/viewer build/viewer
COPY --from=build /app/build/compile-cache build/compile-cache
# Freed memory stays with the process, which makes large messages cheaper: docs/decisions/0006-memory-kept.md.
ENV MALLOC_TRIM_THRESHOLD_=134217728 MALLOC_MMAP_THRESHOLD_=33554432
# Not root, and all above is root's: it cannot change itself, nor keep logs in a container, with which they would go.
USER node
# Neither npm nor a shell stands between, so that SIGTERM reaches it. Any other command can be given: `check-config`.
ENTRYPOINT ["node", "bin/logdog-collector.js"]
CMD ["serve"]
