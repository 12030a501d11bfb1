FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
# What the packages hang on comes first, so that a change of code fetches none of them again.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY build/ build/
COPY TicketWeb/TicketWeb.csproj TicketWeb/packages.lock.json TicketWeb/
COPY TicketWeb/Client/package.json TicketWeb/Client/package-lock.json TicketWeb/Client/
RUN dotnet restore TicketWeb --locked-mode \
 && npm ci --prefix TicketWeb/Client --no-audit --no-fund --ignore-scripts \
 && npm ci --prefix build/fonts --no-audit --no-fund --ignore-scripts
COPY .editorconfig ./
COPY TicketWeb/ TicketWeb/
# Compiled ahead: after a long quiet the first rush must not wait for the compiler. What that needs besides is in no lock file.
RUN dotnet publish TicketWeb --configuration Release --use-current-runtime --self-contained false \
    -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/publish.lock.json --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# curl asks after the app's health.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app ./
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["curl", "--fail", "--silent", "--show-error", "--output", "/dev/null", "http://localhost:8080/health/live"]
ENTRYPOINT ["dotnet", "TicketWeb.dll"]
