package pairdesk.bot.scene;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseUrl;

/** One server for all tests of this JVM; each caller gets a copy of one migrated database. */
final class TestDatabase {
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger NEXT = new AtomicInteger();

  private TestDatabase() {}

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
        execute(server, "create database " + TEMPLATE);
        Database.open(url(server, TEMPLATE)).close();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A migrated database of this name. */
  static String fresh() {
    String name = "scene_" + NEXT.incrementAndGet();
    execute(Server.INSTANCE, "create database " + name + " template " + TEMPLATE);
    return name;
  }

  static Database open(String name) {
    return Database.open(url(Server.INSTANCE, name));
  }

  /** As {@code DATABASE_URL} names it. */
  static String address(String name) {
    return "postgresql://postgres:none@localhost:%d/%s".formatted(Server.INSTANCE.getPort(), name);
  }

  /** Runs a statement that the program itself never would. */
  static void execute(String name, String sql) {
    execute(Server.INSTANCE.getDatabase("postgres", name), sql);
  }

  private static DatabaseUrl url(EmbeddedPostgres server, String name) {
    return new DatabaseUrl(server.getJdbcUrl("postgres", name), "postgres", "");
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    execute(server.getPostgresDatabase(), sql);
  }

  private static void execute(DataSource database, String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
