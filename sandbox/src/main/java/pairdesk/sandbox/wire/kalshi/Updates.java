package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of a subscription that is open. */
final class Updates {
  private final Opening opening;

  Updates(Opening opening) {
    this.opening = opening;
  }

  /** Tells what stands now. */
  interface Opening {
    void tell(KalshiSocket socket, Subscription subscription, List<String> tickers, long id);
  }

  void update(KalshiSocket socket, long id, JsonNode params) {
    List<JsonNode> sids = new ArrayList<>();
    params.path("sids").forEach(sids::add);
    if (params.has("sid")) {
      sids.add(params.path("sid"));
    }
    if (sids.size() != 1) {
      socket.error(id, 12, "Exactly one subscription ID is required");
      return;
    }
    Optional<Subscription> found = socket.bySid(sids.getFirst().asInt());
    if (found.isEmpty()) {
      socket.error(id, 7, "Unknown subscription ID");
      return;
    }
    String action = params.path("action").asText("");
    if (action.isEmpty()) {
      socket.error(id, 15, "Action required");
      return;
    }
    Subscription subscription = found.get();
    List<String> names = Commands.names(params, subscription.channel.names);
    boolean known =
        switch (subscription.channel.names) {
          case NONE -> false;
          case MARKETS, MARKETS_NEEDED -> markets(socket, id, subscription, action, names);
          case INDICES -> indices(socket, id, subscription, action, names);
          case UNDERLYINGS -> underlyings(socket, id, subscription, action, names);
        };
    if (!known) {
      socket.error(id, 13, "Unsupported action");
    }
  }

  private boolean markets(
      KalshiSocket socket, long id, Subscription open, String action, List<String> tickers) {
    boolean books = open.channel == Channel.ORDERBOOK_DELTA;
    switch (action) {
      case "add_markets" -> {
        open.add(tickers);
        socket.answerOk(open, id);
        if (books) {
          opening.tell(socket, open, tickers, 0);
        }
      }
      case "delete_markets" -> {
        open.remove(tickers);
        socket.answerOk(open, id);
      }
      case "get_snapshot" -> {
        if (books) {
          opening.tell(socket, open, tickers, id);
        }
        return books;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean indices(
      KalshiSocket socket, long id, Subscription open, String action, List<String> ids) {
    return switch (action) {
      case "indexlist" ->
          told(
              socket,
              open.answer(open.channel.label() + "_indexlist", id),
              named("index_ids", Indices.BENCHMARKS));
      case "subscribe_indices", "unsubscribe_indices" ->
          ids.isEmpty()
              ? refused(socket, id, 24, "Index IDs required")
              : change(socket, id, open, action.startsWith("sub"), ids);
      default -> false;
    };
  }

  private static boolean underlyings(
      KalshiSocket socket, long id, Subscription open, String action, List<String> tickers) {
    return switch (action) {
      case "underlying_list" ->
          told(
              socket,
              open.answer("pyth_value_underlying_list", id),
              named("underlying_tickers", Indices.UNDERLYINGS));
      case "subscribe_underlyings", "unsubscribe_underlyings" ->
          tickers.isEmpty()
              ? refused(socket, id, 28, "Underlying tickers required")
              : change(socket, id, open, action.startsWith("sub"), tickers);
      default -> false;
    };
  }

  private static boolean refused(KalshiSocket socket, long id, int code, String text) {
    socket.error(id, code, text);
    return true;
  }

  private static boolean change(
      KalshiSocket socket, long id, Subscription open, boolean more, List<String> names) {
    if (more) {
      open.add(names);
    } else {
      open.remove(names);
    }
    socket.answerOk(open, id);
    return true;
  }

  private static boolean told(KalshiSocket socket, ObjectNode answer, ObjectNode content) {
    socket.answer(answer.set("msg", content));
    return true;
  }

  private static ObjectNode named(String field, List<String> names) {
    ArrayNode listed = Replies.array();
    names.forEach(listed::add);
    return Replies.object().set(field, listed);
  }
}
