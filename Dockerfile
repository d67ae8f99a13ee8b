# Built in the first stage, run as a user without rights in the second.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn -B -q -DskipTests -Dspotless.check.skip -pl bot -am package

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /desk --create-home pairdesk
WORKDIR /desk
COPY --from=build /src/lib /desk/lib
USER pairdesk
ENV DATA_DIR=/desk/data LOG_FORMAT=json HEALTH_PORT=9464
VOLUME /desk/data
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s \
  CMD ["java", "-cp", "/desk/lib/*", "pairdesk.bot.cli.Main", "health"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseCompactObjectHeaders", "-Djava.awt.headless=true", "-XX:MaxRAMPercentage=70", "-cp", "/desk/lib/*", "pairdesk.bot.cli.Main"]
CMD ["run"]
