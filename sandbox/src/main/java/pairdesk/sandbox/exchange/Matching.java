package pairdesk.sandbox.exchange;

import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.ExchangeEvent.Cause;
import pairdesk.sandbox.exchange.MatchingBook.Match;
import pairdesk.sandbox.exchange.MatchingBook.Plan;

/** Turns what an order would meet into trades: prices, fees, ledgers, events. */
final class Matching {
  private final Floor floor;
  private final Settler settler;
  private final OrderGroups groups;

  Matching(Floor floor, Settler settler, OrderGroups groups) {
    this.floor = floor;
    this.groups = groups;
    this.settler = settler;
  }

  /** Whether the account can pay for the plan and for what would rest of the order. */
  boolean covers(Market market, Account account, Order order, Plan plan) {
    var drafts =
        plan.matches().stream()
            .map(m -> new Ledger.Draft(order.id(), market.state.spec(), deal(order, m), true))
            .toList();
    boolean rests = order.terms().lifetime().rests() && !plan.complete() && !plan.stopped();
    Quantity rest = rests ? order.progress().remaining().minusOrZero(plan.filled()) : Quantity.ZERO;
    var others =
        account.open().stream()
            .filter(o -> !o.id().equals(order.id()) && !plan.selfCancelled().contains(o))
            .toList();
    return account.ledger.covers(drafts, new Ledger.Resting(order.terms(), rest), others);
  }

  List<Trade> execute(Market market, Order taker, Plan plan) {
    var trades = new ArrayList<Trade>();
    Order now = taker;
    for (List<Match> matches : together(market, plan)) {
      Trade trade = trade(market, now, matches);
      trades.add(trade);
      now = now.filled(trade.taker());
    }
    return trades;
  }

  /** Kalshi reports every match on its own, Polymarket one trade a price. */
  private static List<List<Match>> together(Market market, Plan plan) {
    boolean apart = market.spec.id().venue().equals(VenueId.KALSHI);
    var groups = new ArrayList<List<Match>>();
    for (Match match : plan.matches()) {
      boolean joins = !apart && !groups.isEmpty() && samePrice(groups.getLast().getLast(), match);
      if (!joins) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(match);
    }
    return groups;
  }

  private static boolean samePrice(Match one, Match other) {
    return one.maker().terms().bookPrice().equals(other.maker().terms().bookPrice());
  }

  private Trade trade(Market market, Order taker, List<Match> matches) {
    String id = floor.newId();
    Quantity quantity = matches.stream().map(Match::quantity).reduce(Quantity.ZERO, Quantity::plus);
    Deal deal = deal(taker, new Match(matches.getFirst().maker(), quantity));
    var makers = new ArrayList<Fill>();
    for (Match match : matches) {
      makers.add(fillMaker(market, id, match));
    }
    return record(market, fill(market, id, taker, deal, true), makers);
  }

  /** The crowd takes from an order at its price, whether or not it still rests. */
  Trade takeFrom(Market market, Order maker, Quantity quantity) {
    String id = floor.newId();
    OrderTerms terms = maker.terms();
    Deal deal = new Deal(terms.market(), terms.outcome(), terms.side(), terms.price(), quantity);
    Fill making = fill(market, id, maker, deal, false);
    if (maker.isOpen()) {
      Order after = maker.filled(making);
      floor.rebook(market, after, after.isOpen());
    }
    var taking =
        new Fill(
            id,
            floor.newId(),
            AccountId.crowd(terms.market().venue()),
            deal.mirrored(),
            Usd.ZERO,
            true,
            floor.now());
    return record(market, taking, List.of(making));
  }

  private Trade record(Market market, Fill taking, List<Fill> makers) {
    boolean settlesLater = !market.spec.id().venue().equals(VenueId.KALSHI);
    var status = settlesLater ? TradeStatus.MATCHED : TradeStatus.CONFIRMED;
    var trade = new Trade(taking.tradeId(), taking, makers, status, floor.now(), floor.now());
    floor.keep(trade);
    market.state = market.state.with(figures(market, taking.deal()));
    floor.tell(new ExchangeEvent.Traded(trade));
    if (settlesLater) {
      settler.follow(trade);
    }
    return trade;
  }

  private Fill fillMaker(Market market, String tradeId, Match match) {
    Order maker = match.maker();
    OrderTerms terms = maker.terms();
    Deal deal =
        new Deal(terms.market(), terms.outcome(), terms.side(), terms.price(), match.quantity());
    Fill fill = fill(market, tradeId, maker, deal, false);
    Order after = maker.filled(fill);
    floor.rebook(market, after, after.isOpen());
    return fill;
  }

  private Fill fill(Market market, String tradeId, Order order, Deal deal, boolean taker) {
    Account account = floor.account(order.account());
    Usd fee =
        account == null
            ? Usd.ZERO
            : account.ledger.book(new Ledger.Draft(order.id(), market.state.spec(), deal, taker));
    var fill = new Fill(tradeId, order.id(), order.account(), deal, fee, taker, floor.now());
    if (account != null) {
      Order after = order.filled(fill);
      account.fills.add(fill);
      Position position = account.ledger.position(market.spec.id());
      floor.tell(new ExchangeEvent.Filled(fill, after, position));
      floor.tell(new ExchangeEvent.PositionChanged(account.id, position, floor.now()));
      floor.report(after, Cause.TRADED);
      groups.count(after, fill);
    }
    return fill;
  }

  /** What the taker does in a match: the maker's price, in the taker's outcome. */
  private static Deal deal(Order taker, Match match) {
    Price yes = match.maker().terms().bookPrice();
    OrderTerms terms = taker.terms();
    Price price = terms.outcome() == Outcome.YES ? yes : yes.complement();
    return new Deal(terms.market(), terms.outcome(), terms.side(), price, match.quantity());
  }

  private static MarketState.Figures figures(Market market, Deal deal) {
    MarketState.Figures before = market.state.figures();
    return new MarketState.Figures(
        deal.yesPrice(),
        deal.yesSide(),
        deal.quantity(),
        before.volume().plus(deal.quantity()),
        before.openInterest().plus(deal.quantity()));
  }

  /** The order as its account knows it now; the crowd's are not kept. */
  Order latest(Order order) {
    Account account = floor.account(order.account());
    Order kept = account == null ? null : account.order(order.id());
    return kept == null ? order : kept;
  }
}
