package pairdesk.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.migrations.Migrator;

/**
 * Connections and transactions. Intents have a small pool of their own, so that reports and exports
 * cannot starve them.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /**
   * Serialisation failure, deadlock, lock time-out: the transaction did nothing and may run again.
   */
  private static final Set<String> RETRIABLE = Set.of("40001", "40P01", "55P03");

  private static final int ATTEMPTS = 3;

  private final DatabaseUrl url;
  private final HikariDataSource main;
  private final HikariDataSource intents;
  private final List<StandingConnection> standing = new CopyOnWriteArrayList<>();

  private Database(DatabaseUrl url, HikariDataSource main, HikariDataSource intents) {
    this.url = url;
    this.main = main;
    this.intents = intents;
  }

  /**
   * Connects, and brings the schema up to date.
   *
   * @throws DatabaseException when it does not answer
   * @throws IllegalStateException when it was made by a newer program or does not take the schema
   */
  public static Database open(DatabaseUrl url) {
    Database database = connect(url);
    try {
      Migrator.migrate(database.main);
      return database;
    } catch (IllegalStateException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Connects, and leaves the schema as it is: for those who come beside a running desk.
   *
   * @throws DatabaseException when it does not answer
   */
  public static Database connect(DatabaseUrl url) {
    HikariDataSource main = pool(url, "main", 8);
    try {
      return new Database(url, main, pool(url, "intents", 3));
    } catch (DatabaseException e) {
      main.close();
      throw e;
    }
  }

  /**
   * The newest migration that was applied, {@code "003"}; empty when there is none.
   *
   * @throws IllegalStateException when it cannot be read
   */
  public String schemaVersion() {
    return Migrator.state(main).current();
  }

  /**
   * Migrations that this program knows and the database does not.
   *
   * @throws IllegalStateException when they cannot be read
   */
  public List<String> pendingMigrations() {
    return Migrator.state(main).pending();
  }

  /** As the server says: {@code 18.6}. */
  public String serverVersion() {
    return read(db -> String.valueOf(db.fetchValue("show server_version")));
  }

  private static HikariDataSource pool(DatabaseUrl url, String name, int size) {
    var config = new HikariConfig();
    config.setJdbcUrl(url.jdbcUrl());
    config.setDataSourceProperties(properties(url, ""));
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.setKeepaliveTime(30_000);
    config.setInitializationFailTimeout(10_000);
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new DatabaseException(
          "the database does not answer (%s): is it running, and is DATABASE_URL right?"
              .formatted(DatabaseException.reason(e)),
          "",
          e);
    }
  }

  /**
   * @param options of the session, beside those of every connection
   */
  private static Properties properties(DatabaseUrl url, String options) {
    var properties = new Properties();
    if (!url.user().isEmpty()) {
      properties.setProperty("user", url.user());
      properties.setProperty("password", url.password());
    }
    properties.setProperty("socketTimeout", "20");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty(
        "options",
        "-c statement_timeout=15000 -c lock_timeout=5000"
            + " -c idle_in_transaction_session_timeout=20000 -c timezone=UTC"
            + options);
    return properties;
  }

  /** Statements are planned once, when they come first. */
  static Properties standingProperties(DatabaseUrl url) {
    Properties properties = properties(url, " -c plan_cache_mode=force_generic_plan");
    properties.setProperty("prepareThreshold", "1");
    properties.setProperty("ApplicationName", "pairdesk intents");
    return properties;
  }

  /**
   * What stands against trusting this database with money: settings under which a committed row may
   * be lost. Empty when there is nothing.
   */
  public String durabilityProblem() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      String value = read(db -> String.valueOf(db.fetchValue("show " + setting)));
      if (!"on".equals(value)) {
        return setting + " is " + value + ": set it to on";
      }
    }
    return "";
  }

  <T> T read(Function<DSLContext, T> work) {
    try {
      return work.apply(using(main));
    } catch (DataAccessException e) {
      throw DatabaseException.of(e);
    }
  }

  <T> T transact(Function<DSLContext, T> work) {
    return transact(main, work);
  }

  void run(Consumer<DSLContext> work) {
    transact(db -> {
      work.accept(db);
      return Boolean.TRUE;
    });
  }

  <T> T transactIntents(Function<DSLContext, T> work) {
    return transact(intents, work);
  }

  /** One statement that is a transaction by itself: one trip, where a transaction takes three. */
  <T> T stateIntents(Function<DSLContext, T> statement) {
    return patiently(() -> statement.apply(using(intents)));
  }

  private static <T> T transact(HikariDataSource pool, Function<DSLContext, T> work) {
    return patiently(() ->
        Objects.requireNonNull(using(pool).transactionResult(scope -> work.apply(scope.dsl()))));
  }

  static <T> T patiently(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (DataAccessException e) {
        DatabaseException failure = DatabaseException.of(e);
        if (attempt == ATTEMPTS || !failure.isAnyOf(RETRIABLE)) {
          throw failure;
        }
        LOG.atInfo().addKeyValue("cause", failure.getMessage()).log("transaction runs again");
      }
    }
  }

  private static DSLContext using(HikariDataSource pool) {
    return DSL.using(pool, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
  }

  static DSLContext using(Connection connection) {
    return DSL.using(connection, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
  }

  /** A connection beside the pools, until this is closed. */
  StandingConnection standing(Consumer<DSLContext> rehearsal) {
    var opened = new StandingConnection(url, rehearsal);
    standing.add(opened);
    return opened;
  }

  @Override
  public void close() {
    standing.forEach(StandingConnection::close);
    intents.close();
    main.close();
  }
}
