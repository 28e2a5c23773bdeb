# What runs: production dependencies, the sources as they are (Node runs TypeScript), and the generated database client.
FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY prisma.config.ts ./
COPY prisma ./prisma
RUN node node_modules/prisma/build/index.js generate
# Prisma's own tools and the databases that are not ours come in as optional peers: more than half of it all.
RUN npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:26-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY package.json manifest.yml LICENSE ./
COPY prisma/migrations ./prisma/migrations
COPY src ./src
COPY sandbox ./sandbox
COPY --from=build /app/src/store/generated ./src/store/generated
RUN mkdir -p /data && chown node:node /data
# What a start compiles is kept here for the next.
RUN mkdir -p node_modules/.cache && chown node:node node_modules/.cache
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --start-interval=2s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# As `npm start`: what it needs fits in, and without these V8 takes more and does not give it back.
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=192", "src/main.js"]
