package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One channel of one connection: its markets and its numbers. Not safe for several threads. */
final class Subscription {
  final Channel channel;
  final int sid;
  private final NavigableSet<String> tickers = new TreeSet<>();
  private boolean all;
  private long seq;

  Subscription(Channel channel, int sid) {
    this.channel = channel;
    this.sid = sid;
  }

  /** No tickers means all markets. */
  void add(Collection<String> more) {
    all |= more.isEmpty();
    tickers.addAll(more);
  }

  void remove(Collection<String> fewer) {
    fewer.forEach(tickers::remove);
  }

  boolean covers(String ticker) {
    return all || tickers.contains(ticker);
  }

  NavigableSet<String> tickers() {
    return tickers;
  }

  /** A message of this channel, numbered where the channel is. */
  ObjectNode message(String type, JsonNode content) {
    ObjectNode node = Replies.object().put("type", type).put("sid", sid);
    if (channel.numbered) {
      node.put("seq", ++seq);
    }
    return node.set("msg", content);
  }

  /** An answer to a command about this subscription: it takes a number too. */
  ObjectNode answer(String type, long id) {
    ObjectNode node = Replies.object().put("type", type);
    if (id != 0) {
      node.put("id", id);
    }
    node.put("sid", sid);
    if (channel.numbered) {
      node.put("seq", ++seq);
    }
    return node;
  }
}
