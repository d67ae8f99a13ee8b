package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One channel of one connection: what it covers and its numbers. Not safe for several threads. */
final class Subscription {
  private static final String ALL = "all";

  final Channel channel;
  final int sid;
  private final NavigableSet<String> names = new TreeSet<>();
  private boolean all;
  private long seq;

  Subscription(Channel channel, int sid) {
    this.channel = channel;
    this.sid = sid;
  }

  void add(Collection<String> more) {
    all |= channel.names.isOpen() ? more.isEmpty() : more.contains(ALL);
    if (channel.names != Channel.Names.NONE) {
      names.addAll(more);
    }
  }

  void remove(Collection<String> fewer) {
    all &= !fewer.contains(ALL);
    fewer.forEach(names::remove);
  }

  boolean covers(String name) {
    return all || channel.names == Channel.Names.NONE || names.contains(name);
  }

  /** Tickers of markets, or of what else the channel is narrowed by. */
  NavigableSet<String> names() {
    return names;
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
