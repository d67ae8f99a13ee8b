package pairdesk.sandbox.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.OrderOptions.SelfTrade;

/** The resting orders of one market in YES terms, by price and then by time. */
final class MatchingBook {
  private final NavigableMap<Price, Map<String, Order>> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Price, Map<String, Order>> asks = new TreeMap<>();
  private long revision;

  /** A resting order that an incoming one meets. */
  record Match(Order maker, Quantity quantity) {}

  /**
   * What an incoming order would do.
   *
   * @param selfCancelled own resting orders that give way
   * @param complete nothing of the incoming order is left
   */
  record Plan(List<Match> matches, List<Order> selfCancelled, boolean complete, boolean stopped) {
    Quantity filled() {
      return matches.stream().map(Match::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }
  }

  Plan plan(AccountId account, OrderTerms terms, Quantity wanted, Quantity lot) {
    var wish = new Wish(terms, wanted, lot);
    var matches = new ArrayList<Match>();
    var selfCancelled = new ArrayList<Order>();
    for (var level : crossing(terms)) {
      for (Order maker : level) {
        if (!account.isCrowd() && maker.account().equals(account)) {
          if (terms.options().selfTrade() == SelfTrade.CANCEL_TAKER) {
            return new Plan(matches, selfCancelled, false, true);
          }
          selfCancelled.add(maker);
          continue;
        }
        Quantity quantity = wish.take(maker);
        if (!quantity.isZero()) {
          matches.add(new Match(maker, quantity));
        }
        if (wish.isDone()) {
          return new Plan(matches, selfCancelled, true, false);
        }
      }
    }
    return new Plan(matches, selfCancelled, wish.isDone(), false);
  }

  /** The levels that these terms reach, best first. */
  private List<Collection<Order>> crossing(OrderTerms terms) {
    return side(terms.bookSide().opposite()).headMap(terms.bookPrice(), true).values().stream()
        .map(Map::values)
        .toList();
  }

  boolean crosses(OrderTerms terms) {
    return !side(terms.bookSide().opposite()).headMap(terms.bookPrice(), true).isEmpty();
  }

  /** Puts an order at the end of its level, or changes it in place. */
  void put(Order order) {
    side(order.terms().bookSide())
        .computeIfAbsent(order.terms().bookPrice(), _ -> new LinkedHashMap<>())
        .put(order.id(), order);
    revision++;
  }

  void remove(Order order) {
    Price price = order.terms().bookPrice();
    Map<String, Order> level = side(order.terms().bookSide()).get(price);
    if (level != null && level.remove(order.id()) != null) {
      revision++;
      if (level.isEmpty()) {
        side(order.terms().bookSide()).remove(price);
      }
    }
  }

  Quantity at(Side side, Price price) {
    return total(side(side).get(price));
  }

  List<Level> levels(Side side) {
    return side(side).entrySet().stream()
        .map(e -> new Level(e.getKey(), total(e.getValue())))
        .toList();
  }

  Optional<Price> best(Side side) {
    return side(side).isEmpty() ? Optional.empty() : Optional.of(side(side).firstKey());
  }

  Stream<Order> orders() {
    return Stream.concat(bids.values().stream(), asks.values().stream())
        .flatMap(level -> level.values().stream());
  }

  /** Shares ahead of this order at its own price and at better ones. */
  Quantity ahead(Order order) {
    Quantity ahead = Quantity.ZERO;
    for (Map<String, Order> level :
        side(order.terms().bookSide()).headMap(order.terms().bookPrice(), true).values()) {
      for (Order other : level.values()) {
        if (other.id().equals(order.id())) {
          return ahead;
        }
        ahead = ahead.plus(other.progress().remaining());
      }
    }
    return ahead;
  }

  long revision() {
    return revision;
  }

  private NavigableMap<Price, Map<String, Order>> side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  private static Quantity total(@Nullable Map<String, Order> level) {
    if (level == null) {
      return Quantity.ZERO;
    }
    return level.values().stream()
        .map(o -> o.progress().remaining())
        .reduce(Quantity.ZERO, Quantity::plus);
  }
}
