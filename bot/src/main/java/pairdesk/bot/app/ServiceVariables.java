package pairdesk.bot.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.venues.net.Secret;

/** How the process is watched: port, clock, log. */
final class ServiceVariables {
  private final Environment environment;

  ServiceVariables(Environment environment) {
    this.environment = environment;
  }

  Settings.Service read(Settings.Storage storage) {
    return new Settings.Service(
        environment.optional(
            "HEALTH_PORT",
            9464,
            "a port, 0 to 65535",
            "9464",
            text -> Values.whole(text, 0, 65_535)),
        environment.optional(
            "NTP_SERVER",
            Optional.of("time.cloudflare.com"),
            "the name of an NTP server, or off",
            "time.cloudflare.com",
            text ->
                Optional.of(Values.matching(text, "[A-Za-z0-9.:-]{1,253}"))
                    .filter(t -> !t.equals("off"))),
        logging(secrets(storage)));
  }

  /** All that were read, so this comes last. */
  private List<Secret> secrets(Settings.Storage storage) {
    return Stream.concat(
            environment.secrets().stream(),
            storage.url().map(DatabaseUrl::password).filter(word -> !word.isBlank()).stream()
                .map(Secret::of))
        .toList();
  }

  private Settings.Logging logging(List<Secret> secrets) {
    return new Settings.Logging(
        environment.optional(
            "LOG_FORMAT",
            false,
            "text or json",
            "text",
            text -> Values.matching(text, "text|json").equals("json")),
        environment.optional(
            "LOG_LEVEL",
            "INFO",
            "ERROR, WARN, INFO or DEBUG",
            "INFO",
            text -> Values.matching(text.toUpperCase(Locale.ROOT), "ERROR|WARN|INFO|DEBUG")),
        environment.optional(
            "LOG_FILE",
            Optional.empty(),
            "a file",
            "data/desk.log",
            text -> Optional.of(Path.of(text))),
        secrets);
  }
}
