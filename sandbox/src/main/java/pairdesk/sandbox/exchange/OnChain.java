package pairdesk.sandbox.exchange;

import java.util.List;
import java.util.Optional;

/** What wallets of Polymarket do on the chain: all of a batch, or nothing. */
final class OnChain {
  private final Floor floor;

  OnChain(Floor floor) {
    this.floor = floor;
  }

  /** Why the batch would fail now; nothing changes. */
  Optional<String> wouldFail(AccountId owner, List<ChainAction> actions) {
    PolymarketLedger ledger = ledger(owner);
    PolymarketLedger.Saved before = ledger.save();
    Optional<String> problem = new ShareContracts(floor, ledger).all(actions);
    ledger.restore(before);
    return problem;
  }

  /** Carries the batch out, or gives what it fails with and changes nothing. */
  Optional<String> carryOut(AccountId owner, List<ChainAction> actions) {
    Account account = account(owner);
    PolymarketLedger ledger = ledger(owner);
    PolymarketLedger.Saved before = ledger.save();
    var contracts = new ShareContracts(floor, ledger);
    Optional<String> problem = contracts.all(actions);
    if (problem.isPresent()) {
      ledger.restore(before);
      return problem;
    }
    account.settlements.addAll(contracts.settlements());
    account.moves.addAll(contracts.moves());
    contracts
        .touched()
        .forEach(market ->
            floor.tell(
                new ExchangeEvent.PositionChanged(owner, ledger.position(market), floor.now())));
    return Optional.empty();
  }

  boolean covers(AccountId owner, Adapter adapter, boolean shares) {
    Approvals approvals = ledger(owner).approvals();
    return shares ? approvals.coverShares(adapter) : approvals.coverMoney(adapter);
  }

  private PolymarketLedger ledger(AccountId owner) {
    if (account(owner).ledger instanceof PolymarketLedger ledger) {
      return ledger;
    }
    throw new IllegalArgumentException("no wallet on the chain: " + owner);
  }

  private Account account(AccountId owner) {
    Account account = floor.account(owner);
    if (account == null) {
      throw new IllegalArgumentException("no such account: " + owner);
    }
    return account;
  }
}
