# The hub: API, web client and workers in one image. Built from the root of the repository.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.base.json ./
COPY libs ./libs
COPY apps/hub ./apps/hub
COPY apps/hub-web ./apps/hub-web
RUN npm install --no-save --no-audit --no-fund -w apps/hub -w apps/hub-web
RUN npx tsc --build apps/hub libs/api-client
RUN npm run build -w apps/hub-web
RUN npm prune --omit=dev --no-save --no-audit --no-fund -w apps/hub

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=root:root /app/package.json ./package.json
COPY --from=build --chown=root:root /app/node_modules ./node_modules
COPY --from=build --chown=root:root /app/libs ./libs
COPY --from=build --chown=root:root /app/apps/hub ./apps/hub
COPY --from=build --chown=root:root /app/apps/hub-web/dist ./apps/hub-web/dist
ENV HOST=0.0.0.0 PORT=4000 KEYS_DIR=/var/lib/nmirf/keys FILES_DIR=/var/lib/nmirf/files CLIENT_DIR=/app/apps/hub-web/dist
RUN install -d -o node -g node -m 0700 /var/lib/nmirf/keys /var/lib/nmirf/files
USER node
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=40s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=192", "apps/hub/dist/main.js"]
