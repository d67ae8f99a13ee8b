package pairdesk.benchmarks.path;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import pairdesk.persistence.DatabaseUrl;

/** Two rows by jOOQ in one transaction, or nothing. */
final class PlainRows implements AutoCloseable {
  static final PlainRows NONE = new PlainRows(null);

  private final @Nullable Connection connection;
  private final @Nullable DSLContext db;

  private PlainRows(@Nullable Connection connection) {
    this.connection = connection;
    this.db = connection == null ? null : DSL.using(connection, SQLDialect.POSTGRES);
  }

  static PlainRows in(DatabaseUrl url) {
    try {
      Connection connection =
          DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
      var rows = new PlainRows(connection);
      DSL.using(connection, SQLDialect.POSTGRES)
          .execute(
              """
              create table plain_intent (
                id text primary key, shares numeric not null, price numeric not null)\
              """);
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  void commit(List<String> ids, PlainPair.Purchase purchase) {
    if (db == null) {
      return;
    }
    db.transaction(inside -> {
      insert(inside.dsl(), ids.getFirst(), purchase.shares(), purchase.yesPrice());
      insert(inside.dsl(), ids.getLast(), purchase.shares(), purchase.noPrice());
    });
  }

  private static void insert(DSLContext db, Object... values) {
    db.insertInto(
            DSL.table("plain_intent"), DSL.field("id"), DSL.field("shares"), DSL.field("price"))
        .values(List.of(values))
        .execute();
  }

  @Override
  public void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the connection does not close", e);
    }
  }
}
