package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.persistence.InvariantViews.Looked;

/** Each view shows the row that breaks its invariant, and shows nothing of a healthy history. */
class InvariantViewsTest {
  @SuppressWarnings("NullAway.Init")
  private static Database database;

  /**
   * Statements that break one invariant, and perhaps others with it.
   *
   * @param view beginning of the name of the view that must show it
   */
  record Planted(String view, String sql) {
    @Override
    public String toString() {
      return view;
    }
  }

  @BeforeAll
  static void aHealthyHistory() throws IOException {
    database = Database.open(TestDatabase.fresh());
    try (InputStream sql =
        Objects.requireNonNull(
            InvariantViewsTest.class.getResourceAsStream("/healthy-history.sql"))) {
      String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
      database.run(db -> execute(db, text));
    }
  }

  /** As it is written, with several statements. */
  private static void execute(DSLContext db, String sql) {
    db.connection(connection -> {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void nothingIsWrongWithAHealthyHistory() {
    for (Looked looked : new InvariantViews(database).look()) {
      assertEquals(new Looked.Rows(looked.name(), 0, ""), looked);
    }
  }

  @ParameterizedTest
  @MethodSource("planted")
  @Tag("fault:O3")
  @Tag("fault:O14")
  @Tag("fault:S6")
  void showsWhatIsPlanted(Planted planted) {
    Set<String> shown =
        lookedAfter(planted.sql()).stream()
            .filter(looked -> !(looked instanceof Looked.Rows rows && rows.count() == 0))
            .map(looked -> looked.name().substring(0, planted.view().length()))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), difference(Set.of(planted.view()), shown), () -> "shown: " + shown);
  }

  @Test
  void everyViewHasItsPlant() {
    Set<String> planted = planted().map(Planted::view).collect(Collectors.toSet());
    Set<String> views =
        new InvariantViews(database)
            .look().stream()
                .map(looked -> looked.name().substring(0, "invariant_i00".length()))
                .collect(Collectors.toSet());
    assertEquals(new TreeSet<>(views), new TreeSet<>(planted));
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    return all.stream().filter(one -> !without.contains(one)).collect(Collectors.toSet());
  }

  /** Ends a transaction without its effects. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Looks inside the transaction that plants, and takes it back. */
  private static List<Looked> lookedAfter(String sql) {
    var seen = new AtomicReference<List<Looked>>(List.of());
    assertThrows(
        TakenBack.class,
        () ->
            database.run(db -> {
              execute(db, sql);
              seen.set(InvariantViews.look(db));
              throw new TakenBack();
            }));
    return seen.get();
  }

  private static Stream<Planted> planted() {
    return Stream.of(
        plant(
            "01",
            "insert into cash_snapshot (venue, shard, total_e6, reserved_e6, reported_at, at)"
                + " values ('kalshi', 0, 5, 6, now(), now())"),
        plant(
            "02",
            "insert into reconciliation (venue, clean, differences, at)"
                + " values ('kalshi', false, 'cash: 100 here, 90 there', now())"),
        plant("03", "update position set quantity_e6 = quantity_e6 + 1 where venue = 'kalshi'"),
        plant(
            "04",
            "insert into fill select venue, 't9', venue_order, client_order_id, market, outcome, side, 1,"
                + " price_e4, fee_e6, liquidity, status, at from fill where trade = 't1'"),
        plant(
            "05",
            "insert into fill select venue, trade, 'other', client_order_id, market, outcome, side, quantity_e6,"
                + " price_e4, fee_e6, liquidity, status, at from fill where trade = 't1'"),
        plant("06", "update fill set client_order_id = 'nobody' where trade = 't1'"),
        plant("06", "update order_intent set intended_at = now() where client_order_id = 'A'"),
        plant("07", "update order_intent set venue_order_id = '0xb' where client_order_id = 'H'"),
        plant(
            "07",
            intentLike("A2", "3", "now() - interval '1 hour'", "LIVE", "A")
                + ";"
                + intentLike("A3", "3", "now() - interval '1 hour'", "LIVE", "A2")),
        plant(
            "08",
            "update order_intent set state = 'LIVE' where client_order_id = 'A';"
                + intentLike("A2", "3", "now() - interval '50 minutes'", "FILLED", "A")),
        plant(
            "09",
            "update order_intent set purpose = 'PATCH' where client_order_id = 'B';"
                + " update fill set quantity_e6 = 49000000 where trade = 't1'"),
        plant(
            "11",
            "update execution set state = 'UNEVEN';"
                + " update execution_leg set bought_e6 = 900000000 where leg = 0"),
        plant(
            "12",
            "update order_intent set state = 'UNKNOWN', state_at = now() - interval '11 minutes'"
                + " where client_order_id = 'A'"),
        plant("13", "update order_intent set state = 'LIVE' where client_order_id = 'A'"),
        plant("14", intentLike("A2", "4", "now() - interval '70 minutes'", "FILLED", "A")),
        plant(
            "15",
            "insert into operator_action (actor_id, actor_name, source, action, detail, at, hash_before, hash)"
                + " values ('discord:1', 'alice', 'discord', 'controls', 'LIVE → LIVE, halted: storm',"
                + " now() - interval '70 minutes', 'h2', 'h3')"),
        plant(
            "15",
            "insert into pair_review (pair_id, status, rules_hash, note, actor_id, actor_name, at)"
                + " values (1, 'PAUSED', 'h', '', 'discord:1', 'alice', now() - interval '70 minutes')"),
        plant(
            "16",
            "update control_state set halted = true, halt_reason = 'storm';"
                + " update order_intent set state = 'LIVE' where client_order_id = 'A'"),
        plant("18", "update opportunity_leg set book_age_ms = 5000 where leg = 1"),
        plant("19", "delete from verdict"),
        plant("19", "update verdict set kind = 'REFUSE'"),
        plant("19", "update verdict set settings_version = 8"),
        plant("20", "update breaker_trip set reset_at = null"),
        plant(
            "21",
            "insert into operator_action (actor_id, actor_name, source, action, detail, at, hash_before, hash)"
                + " values ('discord:1', 'alice', 'discord', 'controls', 'LIVE', now(), 'another', 'h3')"),
        plant(
            "21",
            "insert into pair_review (pair_id, status, rules_hash, note, actor_id, actor_name, at)"
                + " values (1, 'APPROVED', 'h', '', 'discord:1', 'alice', now())"),
        plant("22", "update execution set note = '-----BEGIN RSA PRIVATE KEY-----'"),
        plant(
            "24",
            "alter table order_report disable trigger order_report_moves_order;"
                + " insert into order_report (client_order_id, state, filled_e6, evidence, at)"
                + " values ('A', 'LIVE', 0, 'again', now())"),
        plant(
            "27",
            "update market set close_at = now() - interval '3570 seconds' where venue = 'kalshi'"),
        plant("28", "update pair_review set status = 'REJECTED'"),
        plant(
            "29",
            "alter table order_report disable trigger order_report_moves_order;"
                + " insert into order_report (client_order_id, state, filled_e6, evidence, at)"
                + " values ('A', 'NOT_PLACED', 0, '', now())"),
        plant("30", "update pnl_day set realised_e6 = 1 where venue = 'kalshi'"));
  }

  private static Planted plant(String number, String sql) {
    return new Planted("invariant_i" + number, sql);
  }

  private static String intentLike(String id, String epoch, String at, String state, String like) {
    return """
    insert into order_intent (client_order_id, execution_id, leg, attempt, purpose, pair_id, mode, venue, market, outcome,
      side, quantity_e6, limit_e4, time_in_force, post_only, verdict, settings_version, reserved_e6, valid_until, lease_account,
      lease_epoch, venue_key, body, intended_at, state_at, state)
    select '%s', execution_id, leg, attempt + 1, purpose, pair_id, mode, venue, market, outcome, side, quantity_e6, limit_e4,
      time_in_force, post_only, verdict, settings_version, reserved_e6, valid_until, lease_account, %s, '%s', body, %s, %s, '%s'
      from order_intent where client_order_id = '%s'
    """
        .formatted(id, epoch, "key-" + id, at, at, state, like);
  }
}
