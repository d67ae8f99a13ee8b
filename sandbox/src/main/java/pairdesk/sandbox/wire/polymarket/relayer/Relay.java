package pairdesk.sandbox.wire.polymarket.relayer;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.sandbox.exchange.ChainAction;
import pairdesk.sandbox.exchange.ChainModes;
import pairdesk.sandbox.exchange.ChainModes.State;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/**
 * What was submitted, and how far it is. A wallet's calls are counted: each number is carried out
 * once, and is free again only when its call failed. Everything happens under the exchange's lock.
 */
final class Relay {
  /** Who sends calls of proxies. */
  static final Address ADDRESS = new Address("0xae700edfd9ab986395f3999fe11177b9903a52f1");

  private static final int SUBMITS = 25;
  private static final Duration QUOTA = Duration.ofMinutes(1);

  private final Venue venue;
  private final ContractCalls contracts;
  private final Map<String, Relayed> transactions = new LinkedHashMap<>();
  private final Map<Address, BigInteger> nonces = new HashMap<>();
  private final Map<Address, Deque<Instant>> submitted = new HashMap<>();

  Relay(Venue venue) {
    this.venue = venue;
    this.contracts = new ContractCalls(venue.listings());
  }

  /** The trader who may act by this wallet. */
  private Optional<Trader> trader(Submission submission) {
    return venue.trader(submission.from()).filter(t -> t.funder().equals(submission.wallet()));
  }

  /**
   * @throws HttpRefusal when the quota is used up, or the wallet would not take it now
   */
  Relayed submit(Submission submission, Address caller) {
    var taken = new ArrayList<Relayed>();
    venue.exchange().locked(() -> taken.add(take(submission, caller)));
    return taken.getFirst();
  }

  private Relayed take(Submission submission, Address caller) {
    Instant now = venue.clock().instant();
    spendQuota(caller, now);
    List<ChainAction> actions = actions(submission);
    Trader trader = trader(submission).orElseThrow(Relay::bad);
    boolean waits =
        transactions.values().stream()
            .anyMatch(t ->
                t.submission().wallet().equals(submission.wallet()) && !hasEffectOrEnd(t.state()));
    if (waits || !submission.nonce().equals(nonce(submission.wallet()))) {
      throw bad();
    }
    var relayed = new Relayed(venue.exchange().newId(), submission, caller, State.NEW, now, now);
    transactions.put(relayed.id(), relayed);
    follow(new Journey(relayed.id(), trader, actions), now, venue.chain().takeSteps());
    return relayed;
  }

  private List<ChainAction> actions(Submission submission) {
    try {
      return contracts.actions(submission.calls());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw bad();
    }
  }

  private static boolean hasEffectOrEnd(State state) {
    return state == State.MINED || state.isFinal();
  }

  private void spendQuota(Address caller, Instant now) {
    Deque<Instant> recent = submitted.computeIfAbsent(caller, _ -> new ArrayDeque<>());
    recent.removeIf(at -> !at.isAfter(now.minus(QUOTA)));
    if (recent.size() >= SUBMITS) {
      throw HttpRefusal.of(429, "quota exceeded");
    }
    recent.add(now);
  }

  /** What is carried out for whom. */
  private record Journey(String id, Trader trader, List<ChainAction> actions) {}

  private void follow(Journey journey, Instant previous, List<ChainModes.Step> steps) {
    if (!steps.isEmpty()) {
      ChainModes.Step next = steps.getFirst();
      Instant due = previous.plus(venue.clock().scaled(next.after()));
      venue
          .exchange()
          .at(
              due,
              () -> {
                boolean goesOn = reach(journey, next.state());
                follow(journey, due, goesOn ? steps.subList(1, steps.size()) : List.of());
              });
    }
  }

  /** False when it ends here. */
  private boolean reach(Journey journey, State state) {
    boolean fails =
        state == State.MINED
            && venue.exchange().onChain(journey.trader().account(), journey.actions()).isPresent();
    State reached = fails ? State.FAILED : state;
    Relayed before = transactions.get(journey.id());
    if (before == null) {
      throw new IllegalStateException("never submitted: " + journey.id());
    }
    if (reached == State.MINED) {
      nonces.merge(before.submission().wallet(), BigInteger.ONE, BigInteger::add);
    }
    transactions.put(journey.id(), before.in(reached, venue.clock().instant()));
    return !reached.isFinal();
  }

  /** The number of the wallet's next call. */
  BigInteger nonce(Address wallet) {
    var found = new ArrayList<BigInteger>();
    venue.exchange().locked(() -> found.add(nonces.getOrDefault(wallet, BigInteger.ZERO)));
    return found.getFirst();
  }

  Optional<Relayed> find(String id) {
    return all().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** Newest first. */
  List<Relayed> of(Address address) {
    return all().reversed().stream().filter(t -> t.isOf(address)).toList();
  }

  private List<Relayed> all() {
    var all = new ArrayList<Relayed>();
    venue.exchange().locked(() -> all.addAll(transactions.values()));
    return all;
  }

  private static HttpRefusal bad() {
    return HttpRefusal.badRequest("bad request");
  }
}
