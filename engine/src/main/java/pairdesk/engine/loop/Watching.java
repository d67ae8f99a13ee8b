package pairdesk.engine.loop;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.market.MarketId;

/** Asks for the books of approved pairs and of everything that any account holds or trades. */
final class Watching {
  private final Markets markets;
  private final List<Account> accounts;
  private Set<MarketId> watched = Set.of();

  Watching(Markets markets, List<Account> accounts) {
    this.markets = markets;
    this.accounts = List.copyOf(accounts);
  }

  void look(Turn turn) {
    var wanted = new TreeSet<>(markets.wanted());
    accounts.forEach(account -> wanted.addAll(account.housekeeping().inUse()));
    if (!wanted.equals(watched)) {
      watched = Set.copyOf(wanted);
      turn.ask(new Effect.Watch(watched));
    }
  }
}
