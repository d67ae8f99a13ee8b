package pairdesk.sandbox.wire.discord;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The running local Discord. Bots are pointed at {@link #apiBase}, people at {@link #pageUrl}; ids
 * are in {@link DiscordDirectory}.
 */
public final class DiscordFront implements AutoCloseable {
  private static final int LARGEST_REQUEST = 128 * 1024 * 1024;

  /** The page runs what this server serves and nothing else, whatever messages contain. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Duration SWEEP = Duration.ofMillis(100);

  private final Javalin server;
  private final Server parts;
  private final String botToken;
  private final Thread sweeper;

  private DiscordFront(Javalin server, Server parts, String botToken) {
    this.server = server;
    this.parts = parts;
    this.botToken = botToken;
    this.sweeper = Thread.ofVirtual().name("discord-sweeper").unstarted(this::sweepUntilClosed);
  }

  /** Starts serving; the port is bound when this returns. */
  public static DiscordFront start(DiscordOptions options) {
    AtomicInteger port = new AtomicInteger();
    Server parts = new Server(options, () -> "127.0.0.1:" + port.get());
    Javalin server = Javalin.create(config -> configure(config, parts, options.port())).start();
    port.set(server.port());
    DiscordFront front = new DiscordFront(server, parts, options.bot().token());
    front.sweeper.start();
    return front;
  }

  private static void configure(JavalinConfig config, Server parts, int port) {
    config.startup.showJavalinBanner = false;
    config.concurrency.useVirtualThreads = true;
    config.jetty.host = "127.0.0.1";
    config.jetty.port = port;
    config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(Duration.ZERO));
    config.http.maxRequestSize = LARGEST_REQUEST;
    config.staticFiles.add(files -> {
      files.directory = "/pairdesk/sandbox/discord";
      files.location = Location.CLASSPATH;
      files.headers = Map.of("Content-Security-Policy", PAGE_POLICY, "Cache-Control", "no-cache");
    });
    parts.register(config.routes);
  }

  /** The setting that points a bot here, for example {@code http://127.0.0.1:4711/api/v10/}. */
  public String apiBase() {
    return pageUrl() + "api/v10/";
  }

  /** Where people go. */
  public String pageUrl() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  public String botToken() {
    return botToken;
  }

  /** Ends what has waited too long, as the sweeper does by itself ten times a second. */
  public void sweep() {
    parts.sweep();
  }

  @Override
  public void close() {
    sweeper.interrupt();
    server.stop();
  }

  private void sweepUntilClosed() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        parts.sweep();
        Thread.sleep(SWEEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
