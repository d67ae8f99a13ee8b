package pairdesk.sandbox.wire.kalshi;

import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.catalogue.KalshiEvent;
import pairdesk.sandbox.catalogue.KalshiSeries;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.FeeChange;
import pairdesk.sandbox.exchange.FeeChange.Scope;
import pairdesk.sandbox.exchange.FeeTerms;

/** Which fees are in force and which are announced. */
final class Fees {
  private final Exchange exchange;

  Fees(Exchange exchange) {
    this.exchange = exchange;
  }

  FeeTerms of(KalshiSeries series) {
    return inForce(Scope.SERIES, series.ticker()).orElse(series.fees());
  }

  /** What replaces the series' fees in this event. */
  Optional<FeeTerms> override(KalshiEvent event) {
    return inForce(Scope.EVENT, event.ticker());
  }

  private Optional<FeeTerms> inForce(Scope scope, String ticker) {
    return changes(scope, true).stream()
        .filter(c -> c.ticker().equals(ticker) && !isUpcoming(c))
        .reduce((_, later) -> later)
        .map(FeeChange::fees);
  }

  /**
   * @param past those too that are in force already
   */
  List<FeeChange> changes(Scope scope, boolean past) {
    return exchange.feeChanges().stream()
        .filter(c -> c.scope() == scope && (past || isUpcoming(c)))
        .toList();
  }

  private boolean isUpcoming(FeeChange change) {
    return change.at().isAfter(exchange.clock().instant());
  }
}
