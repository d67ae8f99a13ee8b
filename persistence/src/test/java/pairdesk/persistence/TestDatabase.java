package pairdesk.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of this JVM, a database of its own for each test class. */
final class TestDatabase {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private TestDatabase() {}

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static DatabaseUrl fresh() {
    String name = "test_" + NEXT.incrementAndGet();
    try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return new DatabaseUrl(Server.INSTANCE.getJdbcUrl("postgres", name), "postgres", "");
  }

  /** The lease of account main, ours. */
  static Lease.Held lease(Database database) {
    var lease = new Lease(database, "main", "test", InstantSource.fixed(Samples.NOW));
    return ((Lease.Taken.Ours) lease.take()).held();
  }
}
