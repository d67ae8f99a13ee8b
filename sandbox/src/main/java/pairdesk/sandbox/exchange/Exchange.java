package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * Both venues' markets, orders and accounts. Every call first does what is due by the clock, then
 * its own work, then tells the listeners; one lock orders all calls. Safe from any thread.
 */
public final class Exchange {
  private final ReentrantLock lock = new ReentrantLock();
  private final Floor floor;
  private final Settler settler;
  private final OrderGroups groups;
  private final OrderDesk desk;
  private final WaitingRoom waitingRoom;
  private final MarketLife life;
  private final Crowd crowd;
  private final OnChain chain;

  public Exchange(ExchangeSettings settings, SandboxClock clock) {
    floor = new Floor(settings, clock);
    settler = new Settler(floor);
    groups = new OrderGroups(floor);
    desk = new OrderDesk(floor, new Matching(floor, settler, groups), groups);
    waitingRoom = new WaitingRoom(floor, desk);
    life = new MarketLife(floor, desk);
    crowd = new Crowd(floor, desk);
    chain = new OnChain(floor);
  }

  public SandboxClock clock() {
    return floor.clock;
  }

  public VenueModes modes() {
    return floor.modes;
  }

  public void listen(ExchangeListener listener) {
    floor.listeners.add(listener);
  }

  /** Does what is due by now. */
  public void advance() {
    locked(() -> {});
  }

  /** When the next thing is due. */
  public Optional<Instant> nextDue() {
    return read(floor.agenda::nextDue);
  }

  /** Has this done under the lock at or after the moment. */
  public void at(Instant due, Runnable work) {
    locked(() -> floor.agenda.at(due, work));
  }

  // --- accounts

  /**
   * @param cash by shard; Polymarket's pool is shard 0
   */
  public void openAccount(AccountId id, Map<Integer, Usd> cash) {
    Ledger ledger =
        id.venue().equals(VenueId.KALSHI)
            ? new KalshiLedger(
                floor.settings.kalshiFees(), market -> floor.market(market).spec, cash)
            : new PolymarketLedger(cash.getOrDefault(0, Usd.ZERO));
    locked(() -> floor.accounts.put(id, new Account(id, ledger)));
  }

  public AccountView account(AccountId id) {
    return read(() -> known(id).ledger.view(id, known(id).open()));
  }

  public Position position(AccountId id, MarketId market) {
    return read(() -> known(id).ledger.position(market));
  }

  public void setCash(AccountId id, int shard, Usd cash) {
    locked(() -> known(id).ledger.setCash(shard, cash));
  }

  /** Moves free cash between shards; false when there is not enough. */
  public boolean transfer(AccountId id, int from, int to, Usd amount) {
    return read(() -> {
      Account account = known(id);
      AccountView view = account.ledger.view(id, account.open());
      if (view.free(from).isLessThan(amount)) {
        return false;
      }
      account.ledger.setCash(from, view.cash().getOrDefault(from, Usd.ZERO).minus(amount));
      account.ledger.setCash(to, view.cash().getOrDefault(to, Usd.ZERO).plus(amount));
      return true;
    });
  }

  /** Oldest first. */
  public List<Order> orders(AccountId id) {
    return read(() -> List.copyOf(known(id).orders()));
  }

  public Optional<Order> order(AccountId id, String orderId) {
    return read(() -> Optional.ofNullable(known(id).order(orderId)));
  }

  /** Oldest first, without those of failed trades. */
  public List<Fill> fills(AccountId id) {
    return read(() -> List.copyOf(known(id).fills));
  }

  public List<Settlement> settlements(AccountId id) {
    return read(() -> List.copyOf(known(id).settlements));
  }

  /** What came and went on the chain beside redemptions, oldest first. */
  public List<ChainMove> moves(AccountId id) {
    return read(() -> List.copyOf(known(id).moves));
  }

  // --- the chain

  /** Has a wallet do this, all of it or nothing; gives what it fails with. */
  public Optional<String> onChain(AccountId owner, List<ChainAction> actions) {
    return read(() -> chain.carryOut(owner, actions));
  }

  /** Whether the adapter may take this wallet's shares, or else its dollars. */
  public boolean covers(AccountId owner, Adapter adapter, boolean shares) {
    return read(() -> chain.covers(owner, adapter, shares));
  }

  /** What this would fail with now. */
  public Optional<String> wouldFail(AccountId owner, List<ChainAction> actions) {
    return read(() -> chain.wouldFail(owner, actions));
  }

  // --- orders

  public Placement place(AccountId owner, OrderIds ids, OrderTerms terms) {
    return read(() -> desk.place(owner, ids, terms));
  }

  /**
   * Takes an order that meets the book only after the delay, and cannot be cancelled before.
   *
   * @param arrived told under the lock what became of it
   * @return the waiting order, or why it is refused
   */
  public Placement placeLater(
      AccountId owner,
      OrderIds ids,
      OrderTerms terms,
      Duration delay,
      Consumer<Placement> arrived) {
    return read(() -> waitingRoom.enter(owner, ids, terms, delay, arrived));
  }

  public Cancellation cancel(AccountId owner, String orderId, CancelReason reason) {
    return read(() ->
        waitingRoom.holds(orderId)
            ? new Cancellation.NotLive(Optional.ofNullable(known(owner).order(orderId)))
            : desk.cancel(owner, orderId, reason));
  }

  /** Cancels all open orders that match; tells which. */
  public List<Order> cancelAll(AccountId owner, Predicate<Order> which, CancelReason reason) {
    return read(() -> {
      var cancelled = new ArrayList<Order>();
      for (Order order : cancellable(owner, which)) {
        cancelled.add(desk.end(floor.market(order.terms().market()), order, reason));
      }
      return List.copyOf(cancelled);
    });
  }

  private List<Order> cancellable(AccountId owner, Predicate<Order> which) {
    return known(owner).open().stream()
        .filter(order -> !waitingRoom.holds(order.id()) && which.test(order))
        .toList();
  }

  public Placement amend(AccountId owner, String orderId, Amendment amendment) {
    return read(() -> desk.amend(owner, orderId, amendment));
  }

  /** Reduces what rests of an order; a refused one keeps its size. */
  public Placement decrease(AccountId owner, String orderId, Quantity remaining) {
    return read(() -> desk.decrease(owner, orderId, remaining));
  }

  /** Shares that would fill before this order at its price and better. */
  public Quantity ahead(Order order) {
    return read(() -> floor.market(order.terms().market()).book.ahead(order));
  }

  /**
   * Has the crowd take this much of an order at its price, as a venue reports a late fill: the
   * order may be cancelled, or smaller. False when there is no such order.
   */
  public boolean takeFrom(AccountId owner, String orderId, Quantity quantity) {
    return read(() -> desk.takeFrom(owner, orderId, quantity).isPresent());
  }

  // --- markets

  public void list(MarketSpec spec) {
    locked(() -> life.list(spec));
  }

  public Optional<MarketState> market(MarketId id) {
    return read(() -> Optional.ofNullable(floor.markets.get(id)).map(m -> m.state));
  }

  /** In the order of listing. */
  public List<MarketState> markets(VenueId venue) {
    return read(() ->
        floor.markets.values().stream()
            .map(m -> m.state)
            .filter(s -> s.spec().id().venue().equals(venue))
            .toList());
  }

  public BookView book(MarketId id) {
    return read(() -> floor.market(id).view());
  }

  /** The best price on this side in YES terms; empty where nothing rests. */
  public Optional<Price> best(MarketId id, Side side) {
    return read(() -> floor.market(id).book.best(side));
  }

  /** The newest thousand, oldest first, with their present settlement status. */
  public List<Trade> trades(MarketId id) {
    return read(() -> floor.market(id).trades());
  }

  /** The account's own, oldest first, over all markets. */
  public List<Trade> trades(AccountId account) {
    return read(() -> List.copyOf(known(account).trades.values()));
  }

  public void pause(MarketId id) {
    locked(() -> life.pause(floor.market(id)));
  }

  public void resume(MarketId id) {
    locked(() -> life.resume(floor.market(id)));
  }

  public void setGrid(MarketId id, PriceGrid grid) {
    locked(() -> life.regrid(floor.market(id), grid));
  }

  /** Announces new fees, which are charged from their moment on. */
  public void planFees(FeeChange change) {
    locked(() -> life.plan(change));
  }

  /** Past ones too, in the order in which they were announced. */
  public List<FeeChange> feeChanges() {
    return read(life::feeChanges);
  }

  /** An id of the seed that no other thing has. */
  public String newId() {
    return read(floor::newId);
  }

  public void setClose(MarketId id, Instant close) {
    locked(() -> life.closeAt(floor.market(id), close));
  }

  /**
   * Ends the market with this answer.
   *
   * @param yesPays what a YES share pays, 0 to 1 dollar
   */
  public void resolve(MarketId id, Price yesPays) {
    locked(() -> life.resolve(floor.market(id), yesPays));
  }

  /** The answer is questioned: the payout waits. */
  public void dispute(MarketId id) {
    locked(() -> life.dispute(floor.market(id)));
  }

  /**
   * Another answer than the one that waits for its payout.
   *
   * @throws IllegalStateException when none waits
   */
  public void amendAnswer(MarketId id, Price yesPays) {
    locked(() -> life.amend(floor.market(id), yesPays));
  }

  // --- settlement and participants

  /** The next Polymarket trade of a trader takes these steps. */
  public void scriptNextTrade(List<TradeStep> steps) {
    locked(() -> settler.script(steps));
  }

  public void setUsualSettlement(List<TradeStep> steps) {
    locked(() -> settler.setUsual(steps));
  }

  /** Replaces all quotes of the crowd in a market, in YES terms. */
  public void quote(MarketId id, List<Level> bids, List<Level> asks) {
    locked(() -> crowd.quote(floor.market(id), bids, asks));
  }

  // --- order groups

  public OrderGroup createGroup(AccountId owner, int shard, Quantity limit) {
    return read(() -> groups.create(owner, shard, limit));
  }

  public List<OrderGroup> groups(AccountId owner) {
    return read(() -> groups.all(owner));
  }

  /** What can be done with an order group; each tells whether the group exists. */
  public enum GroupAction {
    TRIGGER,
    RESET,
    DELETE
  }

  public boolean group(AccountId owner, String id, GroupAction action) {
    return read(() -> {
      boolean known =
          switch (action) {
            case TRIGGER -> groups.trigger(owner, id);
            case RESET -> groups.reset(owner, id);
            case DELETE -> groups.delete(owner, id);
          };
      desk.endTriggered();
      return known;
    });
  }

  public boolean limitGroup(AccountId owner, String id, Quantity limit) {
    return read(() -> {
      boolean known = groups.limit(owner, id, limit);
      desk.endTriggered();
      return known;
    });
  }

  private Account known(AccountId id) {
    Account account = floor.account(id);
    if (account == null) {
      throw new IllegalArgumentException("no such account: " + id);
    }
    return account;
  }

  /** Has this done now, with no other call in between. */
  public void locked(Runnable work) {
    read(() -> {
      work.run();
      return true;
    });
  }

  private <T> T read(Supplier<T> work) {
    lock.lock();
    try {
      if (lock.getHoldCount() > 1) {
        return work.get();
      }
      floor.agenda.runDue(floor.now());
      T result = work.get();
      floor.flush();
      return result;
    } finally {
      lock.unlock();
    }
  }
}
