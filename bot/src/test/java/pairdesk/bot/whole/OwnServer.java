package pairdesk.bot.whole;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.persistence.DatabaseUrl;

/** A PostgreSQL that can be stopped and started under the desk's feet, always at one address. */
final class OwnServer implements AutoCloseable {
  /** What a full disk is to those who write: no table takes a row, those that are there stay. */
  private static final String FULL =
      """
      create function no_room() returns trigger language plpgsql as $$
      begin
        raise exception 'could not extend file: No space left on device'
          using errcode = 'disk_full';
      end
      $$;
      do $$
      declare t name;
      begin
        for t in select tablename from pg_tables where schemaname = 'public' loop
          execute format('create trigger no_room before insert or update on %I'
            || ' for each row execute function no_room()', t);
        end loop;
      end
      $$
      """;

  private static final String ROOM = "drop function no_room() cascade";

  private final Path folder;
  private final int port;
  private @Nullable EmbeddedPostgres server;

  private OwnServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static OwnServer start(Path folder) throws IOException {
    var own = new OwnServer(folder, freePort());
    own.start();
    return own;
  }

  private static int freePort() throws IOException {
    try (var any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  void start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPort(port)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
  }

  /** Every session ends at once; what was committed stays. */
  void stop() throws IOException {
    EmbeddedPostgres running = server;
    server = null;
    if (running != null) {
      running.close();
    }
  }

  DatabaseUrl url() {
    return new DatabaseUrl(
        "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres", "postgres", "");
  }

  /**
   * Kills the session that writes the intents: the server ends all others, recovers, and is back.
   */
  void killSession() {
    List<Long> sessions =
        longs("select pid from pg_stat_activity where application_name = 'pairdesk intents'");
    if (sessions.isEmpty()) {
      throw new AssertionError("no session writes intents");
    }
    sessions.forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
  }

  void fill() {
    run(FULL);
  }

  void makeRoom() {
    run(ROOM);
  }

  private void run(String sql) {
    try (Connection connection = DriverManager.getConnection(url().jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private List<Long> longs(String sql) {
    try (Connection connection = DriverManager.getConnection(url().jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      var found = new ArrayList<Long>();
      while (rows.next()) {
        found.add(rows.getLong(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
