package pairdesk.engine.loop;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;

/** Asks for the books of approved pairs and of everything that any account holds or trades. */
final class Watching {
  private final Markets markets;
  private final List<Account> accounts;
  private Set<MarketId> ofPairs = Set.of();
  private Set<MarketId> inUse = Set.of();
  private Set<MarketId> watched = Set.of();
  private Set<VenueId> venues = Set.of();

  Watching(Markets markets, List<Account> accounts) {
    this.markets = markets;
    this.accounts = List.copyOf(accounts);
  }

  /** Venues of which any book is wanted. */
  Set<VenueId> venues() {
    return venues;
  }

  void look(Turn turn) {
    Set<MarketId> wanted = markets.wanted();
    var used = new TreeSet<MarketId>();
    accounts.forEach(account -> used.addAll(account.housekeeping().inUse()));
    if (wanted.equals(ofPairs) && used.equals(inUse)) {
      return;
    }
    ofPairs = wanted;
    inUse = used;
    watch(wanted, used, turn);
  }

  private void watch(Set<MarketId> wanted, Set<MarketId> used, Turn turn) {
    var all = new HashSet<>(wanted);
    all.addAll(used);
    if (!all.equals(watched)) {
      watched = Set.copyOf(all);
      venues = watched.stream().map(MarketId::venue).collect(Collectors.toUnmodifiableSet());
      turn.ask(new Effect.Watch(watched));
    }
  }
}
