package pairdesk.benchmarks.path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pairdesk.bot.rehearsal.MadeFrames;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.bot.rehearsal.OrderDoor;

/**
 * The same way by the libraries alone: a tree of JSON, decimals in sorted maps, rows by jOOQ, a
 * signature of the JDK and one of web3j at once, a call of OkHttp each.
 */
final class PlainPath implements Path {
  private final OrderDoor door;
  private final PlainRows rows;
  private final PlainOrders orders;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, PlainPair> pairs = new HashMap<>();
  private final ExecutorService legs = Executors.newFixedThreadPool(2);
  private long seq;

  PlainPath(int count, OrderDoor door, PlainRows rows) {
    this.door = door;
    this.rows = rows;
    this.orders = new PlainOrders(door);
    for (int pair = 0; pair < count; pair++) {
      pairs.put(ticker(pair), new PlainPair());
    }
  }

  private static String ticker(int pair) {
    return MadeMarkets.kalshi(pair).id().code();
  }

  /** Its other book does not change. */
  @Override
  public void prepare(int pair) {}

  @Override
  public Times tick(int pair) {
    String opens = MadeFrames.opens(ticker(pair), ++seq);
    String token = MadeMarkets.polymarket(pair).address().noCode();

    long start = System.nanoTime();
    PlainPair changed = read(opens);
    PlainPair.Purchase purchase = changed.look();
    if (purchase.shares().signum() == 0) {
      throw new IllegalStateException("nothing to buy");
    }
    long decided = System.nanoTime();
    List<String> ids = List.of("k-" + seq, "p-" + seq);
    rows.commit(ids, purchase);
    legs.execute(() -> orders.buyOnKalshi(ids.getFirst(), ticker(pair), purchase));
    legs.execute(() -> orders.buyOnPolymarket(token, purchase));
    long arrived = door.both();
    long written = orders.writtenAt();
    door.answerBoth();
    var times = new Times(decided - start, written - start, arrived - start, Map.of());

    read(MadeFrames.closes(ticker(pair), seq));
    return times;
  }

  private PlainPair read(String frame) {
    try {
      JsonNode message = json.readTree(frame).get("msg");
      PlainPair pair = Objects.requireNonNull(pairs.get(message.get("market_ticker").textValue()));
      pair.change(message);
      return pair;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame of ours is no JSON", e);
    }
  }

  @Override
  public void close() {
    legs.close();
    orders.close();
    rows.close();
  }
}
