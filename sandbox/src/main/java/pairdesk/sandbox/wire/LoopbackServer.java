package pairdesk.sandbox.wire;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A web server on 127.0.0.1 whose requests run on virtual threads. */
public final class LoopbackServer implements AutoCloseable {
  public static final String HOST = "127.0.0.1";

  private final Javalin javalin;

  private LoopbackServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * @param port 0 for a free one
   */
  public static LoopbackServer start(int port, Consumer<JavalinConfig> routes) {
    Javalin javalin =
        Javalin.create(config -> {
          config.concurrency.useVirtualThreads = true;
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.jetty.modifyServer(server -> server.setStopTimeout(0));
          config.jetty.addConnector((server, http) -> connector(server, http, port));
          routes.accept(config);
        });
    javalin.start();
    return new LoopbackServer(javalin);
  }

  private static ServerConnector connector(Server server, HttpConfiguration http, int port) {
    var connector =
        new ServerConnector(server, new HttpConnectionFactory(http)) {
          @Override
          protected SocketChannelEndPoint newEndPoint(
              SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            var endPoint = new MutableEndPoint(channel, selector, key, getScheduler());
            endPoint.setIdleTimeout(getIdleTimeout());
            return endPoint;
          }
        };
    connector.setHost(HOST);
    connector.setPort(port);
    return connector;
  }

  public int port() {
    return javalin.port();
  }

  /** {@code http://127.0.0.1:port}, without a slash at the end. */
  public String url() {
    return "http://" + HOST + ":" + port();
  }

  /** {@code ws://127.0.0.1:port}, without a slash at the end. */
  public String socketUrl() {
    return "ws://" + HOST + ":" + port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
