package pairdesk.venues.polymarket;

import static pairdesk.venues.polymarket.MarketFrames.once;
import static pairdesk.venues.polymarket.MarketFrames.present;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;
import pairdesk.venues.polymarket.PolymarketWire.LevelChange;
import pairdesk.venues.polymarket.PolymarketWire.WireLevel;

/**
 * The levels in a frame: written as the venue always writes them in one step after the other, or
 * with their members in any order.
 */
final class FrameLevels {
  private final PlainJson json;

  FrameLevels(PlainJson json) {
    this.json = json;
  }

  /** The changes of a message, each with its token. */
  List<LevelChange> changes() {
    var changes = new ArrayList<LevelChange>(2);
    json.expect('[');
    if (!json.takes(']')) {
      do {
        changes.add(change());
      } while (json.takes(','));
      json.expect(']');
    }
    return changes;
  }

  /** The members of a level or of a change of one. */
  private static final class Row {
    private @Nullable String token;
    private @Nullable String price;
    private @Nullable String size;
    private @Nullable Side side;
    private @Nullable String hash;
    private @Nullable Price bestBid;
    private @Nullable Price bestAsk;
    private int priceE4;
    private long sizeE6;

    private WireLevel level() {
      return new WireLevel(
          present(price), present(size), Price.ofE4(priceE4), Quantity.ofE6(sizeE6));
    }
  }

  private LevelChange change() {
    int start = json.mark();
    LevelChange usual = usualChange();
    if (usual != null) {
      return usual;
    }
    json.back(start);
    Row row = row();
    return new LevelChange(
        present(row.token),
        present(row.side),
        row.level(),
        present(row.hash),
        present(row.bestBid),
        present(row.bestAsk));
  }

  private Row row() {
    var row = new Row();
    json.expect('{');
    do {
      json.readName();
      switch (json.textLength()) {
        case 4 -> ofFourLetters(row);
        case 5 -> price(row);
        case 8 -> ofEightLetters(row);
        default -> json.skip();
      }
    } while (json.takes(','));
    json.expect('}');
    return row;
  }

  private void price(Row row) {
    if (json.is("price")) {
      once(row.price);
      row.priceE4 = priceE4(json.readDecimal(4));
      row.price = json.text();
    } else {
      json.skip();
    }
  }

  private void ofFourLetters(Row row) {
    if (json.is("size")) {
      once(row.size);
      row.sizeE6 = json.readDecimal(6);
      row.size = json.text();
    } else if (json.is("side")) {
      once(row.side);
      json.readText();
      row.side = side();
    } else if (json.is("hash")) {
      row.hash = text(row.hash);
    } else {
      json.skip();
    }
  }

  private void ofEightLetters(Row row) {
    if (json.is("asset_id")) {
      row.token = text(row.token);
    } else if (json.is("best_bid")) {
      row.bestBid = best(row.bestBid);
    } else if (json.is("best_ask")) {
      row.bestAsk = best(row.bestAsk);
    } else {
      json.skip();
    }
  }

  private Side side() {
    if (json.is("BUY")) {
      return Side.BUY;
    }
    if (json.is("SELL")) {
      return Side.SELL;
    }
    throw PlainJson.unusual();
  }

  private Price best(@Nullable Price before) {
    once(before);
    return Price.ofE4(priceE4(json.readDecimal(4)));
  }

  private static int priceE4(long e4) {
    if (e4 > Price.ONE.e4()) {
      throw PlainJson.unusual();
    }
    return (int) e4;
  }

  /** A change as the venue always writes it; null when this one is written in another way. */
  private @Nullable LevelChange usualChange() {
    if (!json.steps("{\"asset_id\":\"")) {
      return null;
    }
    String token = json.restOfText();
    if (!json.steps(",")) {
      return null;
    }
    WireLevel level = usualLevel("\"price\":\"");
    if (level == null || !json.steps(",\"side\":\"")) {
      return null;
    }
    Side side = json.steps("BUY\"") ? Side.BUY : json.steps("SELL\"") ? Side.SELL : null;
    if (side == null || !json.steps(",\"hash\":\"")) {
      return null;
    }
    String hash = json.restOfText();
    if (!json.steps(",\"best_bid\":\"")) {
      return null;
    }
    Price bestBid = Price.ofE4(priceE4(json.restOfDecimal(4)));
    if (!json.steps(",\"best_ask\":\"")) {
      return null;
    }
    Price bestAsk = Price.ofE4(priceE4(json.restOfDecimal(4)));
    return json.steps("}") ? new LevelChange(token, side, level, hash, bestBid, bestAsk) : null;
  }

  /** Price and size as the venue always writes them, behind this beginning; null otherwise. */
  private @Nullable WireLevel usualLevel(String beginning) {
    if (!json.steps(beginning)) {
      return null;
    }
    int priceE4 = priceE4(json.restOfDecimal(4));
    String price = json.text();
    if (!json.steps(",\"size\":\"")) {
      return null;
    }
    long sizeE6 = json.restOfDecimal(6);
    return new WireLevel(price, json.text(), Price.ofE4(priceE4), Quantity.ofE6(sizeE6));
  }

  private WireLevel level() {
    int start = json.mark();
    WireLevel usual = usualLevel("{\"price\":\"");
    if (usual != null && json.steps("}")) {
      return usual;
    }
    json.back(start);
    return row().level();
  }

  /** Levels, the best one last; in another order they are not what we take them for. */
  List<WireLevel> levels(boolean ascending) {
    var levels = new ArrayList<WireLevel>();
    int previous = ascending ? -1 : Integer.MAX_VALUE;
    json.expect('[');
    if (!json.takes(']')) {
      do {
        WireLevel level = level();
        int price = level.price().e4();
        if (ascending ? price <= previous : price >= previous) {
          throw PlainJson.unusual();
        }
        previous = price;
        levels.add(level);
      } while (json.takes(','));
      json.expect(']');
    }
    return levels;
  }

  private String text(@Nullable String before) {
    once(before);
    json.readText();
    return json.text();
  }
}
