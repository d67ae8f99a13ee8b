package pairdesk.venues.kalshi;

import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/** What we note about an order when its bytes leave and when its answer is known. */
final class KalshiDispatch {
  private final KalshiRest rest;
  private final KalshiOwn own;
  private final KalshiFences fences;
  private final KalshiTrading trading;

  KalshiDispatch(KalshiRest rest, KalshiOwn own, KalshiFences fences, KalshiTrading trading) {
    this.rest = rest;
    this.own = own;
    this.fences = fences;
    this.trading = trading;
  }

  void leaves(OrderIntent intent) {
    own.remember(intent.id(), intent.instrument());
    fences.leaves(intent.id());
  }

  SubmitOutcome answered(OrderIntent intent, SubmitOutcome outcome) {
    trading.answered(outcome);
    switch (outcome) {
      case SubmitOutcome.Unknown _ -> {}
      case SubmitOutcome.Accepted _, SubmitOutcome.NotSent _ -> fences.settled(intent.id());
      case SubmitOutcome.Rejected rejected -> {
        fences.settled(intent.id());
        if (rejected.code() == RejectCode.UNAUTHORISED) {
          rest.unauthorised();
        }
      }
    }
    return outcome;
  }
}
