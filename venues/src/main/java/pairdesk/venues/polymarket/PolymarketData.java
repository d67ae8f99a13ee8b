package pairdesk.venues.polymarket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.VenueException;

/**
 * What the data API knows of a wallet. Its first version answers with bare lists, camel case,
 * counted offsets; its second, since September 2026, with pages by cursor, snake case. The second
 * is asked from the moment on that the first is gone.
 */
final class PolymarketData {
  private static final Logger LOG = LoggerFactory.getLogger(PolymarketData.class);
  private static final int PAGE = 500;
  private static final List<String> HELD = List.of("OPEN", "REDEEMABLE", "REDEEMABLE_LOST");

  private final PolymarketRest rest;
  private final AtomicBoolean second = new AtomicBoolean();

  PolymarketData(PolymarketRest rest) {
    this.rest = rest;
  }

  /**
   * A token that the wallet holds; how many of it the chain knows better.
   *
   * @param redeemable its market has its answer
   */
  record HeldToken(String tokenId, String conditionId, boolean redeemable) {}

  /** What a resolved market paid. */
  record Redeemed(String conditionId, Usd paid, Instant at) {}

  /** What a version calls its members. */
  enum Names {
    FIRST("asset", "conditionId", "usdcSize"),
    SECOND("token_id", "condition_id", "usdc_size");

    private final String token;
    private final String condition;
    private final String dollars;

    Names(String token, String condition, String dollars) {
      this.token = token;
      this.condition = condition;
      this.dollars = dollars;
    }

    /** The first version says whether it can be redeemed, the second names a status. */
    HeldToken held(Fields row) {
      boolean redeemable =
          row.textOrEmpty("status").startsWith("REDEEMABLE")
              || (row.has("redeemable") && row.flag("redeemable"));
      return new HeldToken(row.text(token), row.text(condition), redeemable);
    }

    Redeemed redeemed(Fields row) {
      return new Redeemed(
          row.text(condition),
          PolymarketCodec.usd(row, dollars),
          PolymarketCodec.moment(row, "timestamp"));
    }
  }

  private record Rows(Names names, List<Fields> rows) {}

  List<HeldToken> held(String wallet) {
    Rows read = rows("/positions", Map.of("user", wallet, "sizeThreshold", "0"));
    return read.rows().stream().map(read.names()::held).toList();
  }

  /**
   * What was redeemed since the moment, by whomever; several rows of a market are several times.
   */
  List<Redeemed> redeemed(String wallet, Instant since) {
    String start = Long.toString(Math.max(0, since.getEpochSecond()));
    return redeemed(Map.of("user", wallet, "type", "REDEEM", "start", start));
  }

  /** All that was ever redeemed of one market. */
  List<Redeemed> redeemed(String wallet, String conditionId) {
    String narrowed = second.get() ? "condition" : "market";
    return redeemed(Map.of("user", wallet, "type", "REDEEM", narrowed, conditionId)).stream()
        .filter(one -> one.conditionId().equalsIgnoreCase(conditionId))
        .toList();
  }

  private List<Redeemed> redeemed(Map<String, String> query) {
    Rows read = rows("/activity", query);
    return read.rows().stream()
        .filter(row -> row.text("type").equals("REDEEM"))
        .map(read.names()::redeemed)
        .toList();
  }

  private Rows rows(String path, Map<String, String> query) {
    return second.get() ? bySecond(path, query) : byFirst(path, query);
  }

  /** The second version shows positions of one status at a time, those in open markets usually. */
  private Rows bySecond(String path, Map<String, String> query) {
    var rows = new ArrayList<Fields>();
    if (path.equals("/positions")) {
      for (String status : HELD) {
        var asked = new TreeMap<>(query);
        asked.put("status", status);
        rows.addAll(pages(path, asked));
      }
    } else {
      rows.addAll(pages(path, query));
    }
    return new Rows(Names.SECOND, rows);
  }

  private Rows byFirst(String path, Map<String, String> query) {
    var rows = new ArrayList<Fields>();
    List<Fields> page;
    do {
      var asked = new TreeMap<>(query);
      asked.put("limit", Integer.toString(PAGE));
      asked.put("offset", Integer.toString(rows.size()));
      Answered answer = rest.data(path, asked);
      if (answer.status() == 404 || answer.status() == 410) {
        LOG.atInfo().addKeyValue("path", path).log("first data API is gone, asking the second");
        second.set(true);
        return bySecond(path, query);
      }
      page = Fields.parseList(PolymarketRest.success(answer, path));
      rows.addAll(page);
    } while (page.size() == PAGE);
    return new Rows(Names.FIRST, rows);
  }

  private List<Fields> pages(String path, Map<String, String> query) {
    var rows = new ArrayList<Fields>();
    @Nullable String cursor = "";
    while (cursor != null) {
      var asked = new TreeMap<>(query);
      asked.remove("sizeThreshold");
      asked.put("limit", Integer.toString(PAGE));
      if (!cursor.isEmpty()) {
        asked.put("cursor", cursor);
      }
      String target = "/v2" + path;
      Fields page = Fields.parse(PolymarketRest.success(rest.data(target, asked), target));
      rows.addAll(page.list("data"));
      String next = page.object("pagination").textOrEmpty("next_cursor");
      if (next.equals(cursor) && !next.isEmpty()) {
        throw new VenueException(target + ": the list does not go on after " + cursor);
      }
      cursor = next.isEmpty() ? null : next;
    }
    return rows;
  }
}
