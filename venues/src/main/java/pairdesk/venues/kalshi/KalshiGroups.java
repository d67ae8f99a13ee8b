package pairdesk.venues.kalshi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Toll;

/**
 * Order groups: orders of one shard that Kalshi cancels together, by itself when more than a limit
 * fills within 15 seconds, or when told to. A triggered group refuses new orders until it is reset.
 * Source: Order Groups page, autumn 2026.
 */
public final class KalshiGroups {
  private static final String GROUPS = "/portfolio/order_groups";

  private final KalshiRest rest;

  KalshiGroups(KalshiRest rest) {
    this.rest = rest;
  }

  /**
   * @param open false once it is triggered
   * @param orders ids of its orders; empty in lists
   */
  public record Group(String id, int shard, Quantity limit, boolean open, List<String> orders) {
    public Group {
      orders = List.copyOf(orders);
    }
  }

  /**
   * Makes a group on a shard.
   *
   * @param contracts whole contracts that may fill within 15 s, from 1 to 1,000,000
   * @return its id
   */
  public KalshiReply<String> create(int shard, int contracts, Duration limit) {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("contracts_limit", contracts)
            .put("exchange_index", shard)
            .toString();
    var call = HttpCall.post(GROUPS + "/create", body, toll(Priority.ENTRY));
    return KalshiReply.of(rest.send(call, limit), answer -> answer.text("order_group_id"));
  }

  public List<Group> list() {
    Fields answer = rest.readOwn(GROUPS);
    return answer.has("order_groups")
        ? answer.list("order_groups").stream().map(row -> group(row.text("id"), row)).toList()
        : List.of();
  }

  public Group read(String id) {
    return group(id, rest.readOwn(path(id)));
  }

  /** A limit below what has filled just now triggers the group. */
  public KalshiReply<String> limit(String id, int contracts, Duration limit) {
    String body =
        JsonNodeFactory.instance.objectNode().put("contracts_limit", contracts).toString();
    return change(HttpCall.put(path(id) + "/limit", body, toll(Priority.ENTRY)), id, limit);
  }

  /** Cancels its resting orders, and refuses every order that arrives from now on. */
  public KalshiReply<String> trigger(String id, Duration limit) {
    return change(HttpCall.put(path(id) + "/trigger", "{}", toll(Priority.CANCEL)), id, limit);
  }

  /** Takes orders again. */
  public KalshiReply<String> reset(String id, Duration limit) {
    return change(HttpCall.put(path(id) + "/reset", "{}", toll(Priority.ENTRY)), id, limit);
  }

  /** Ends the group and cancels its resting orders. */
  public KalshiReply<String> delete(String id, Duration limit) {
    return change(HttpCall.delete(path(id), null, toll(Priority.ENTRY)), id, limit);
  }

  private KalshiReply<String> change(HttpCall call, String id, Duration limit) {
    return KalshiReply.of(rest.send(call, limit), _ -> id);
  }

  private Toll toll(Priority priority) {
    return rest.budgets().write(KalshiCost.OTHER_WRITE, priority);
  }

  static Group group(String id, Fields row) {
    return new Group(
        id,
        row.has("exchange_index") ? row.whole("exchange_index", Math::toIntExact) : 0,
        row.quantity("contracts_limit_fp"),
        row.flag("is_auto_cancel_enabled"),
        row.textsOrEmpty("orders"));
  }

  private static String path(String id) {
    return GROUPS + "/" + KalshiRest.encoded(id);
  }
}
