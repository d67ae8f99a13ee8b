package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.RedeemOutcome;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus;

/** A fact reported to the engine. Books may be conflated, nothing else ever is. */
public sealed interface EngineEvent {

  record BookChanged(Book book) implements EngineEvent {}

  record BookStale(Instrument instrument, String cause) implements EngineEvent {}

  /** A market is known, or known anew: listed, terms or life changed. */
  record MarketListed(Market market) implements EngineEvent {}

  record VenueChanged(VenueStatus status) implements EngineEvent {}

  /** The intent's row is committed and its bytes have left, or are about to. */
  record OrderSent(ClientOrderId id, String venueKey, Instant at) implements EngineEvent {}

  /** The transaction that writes the intents was refused or failed: nothing left, none is sent. */
  record IntentsRefused(ExecutionId execution, java.util.List<ClientOrderId> ids, String reason)
      implements EngineEvent {}

  record SubmitAnswered(ClientOrderId id, SubmitOutcome outcome, Duration latency)
      implements EngineEvent {}

  record CancelAnswered(ClientOrderId id, CancelOutcome outcome) implements EngineEvent {}

  record OrderLookedUp(ClientOrderId id, OrderLookup lookup) implements EngineEvent {}

  record OrderUpdated(OrderUpdate update) implements EngineEvent {}

  record FillReported(Fill fill) implements EngineEvent {}

  record AccountReported(AccountSnapshot snapshot) implements EngineEvent {}

  /** The paper exchange paid for the shares of a market that has its answer. */
  record PaidOnPaper(AccountSnapshot.Payout payout) implements EngineEvent {}

  /** The venue's stream may have missed facts: read its account before trusting it. */
  record AccountDoubtful(VenueId venue, String cause) implements EngineEvent {}

  record RedeemAnswered(Claim claim, RedeemOutcome outcome) implements EngineEvent {}

  record ClockMeasured(VenueId venue, Duration offset) implements EngineEvent {}

  /** The journal's backlog; also sent when it has recovered. */
  record JournalLag(Duration lag) implements EngineEvent {}

  /** The database committed the intents of a plan, or refused to, after this long. */
  record CommitMeasured(Duration took) implements EngineEvent {}

  /** The database refused a fact for its content: it is not in the books on disk. */
  record RowRefused(String what) implements EngineEvent {}

  /** The batch before took longer than it may. */
  record EngineStalled(Duration busy) implements EngineEvent {}

  /** The process is about to end: nothing new, bids are withdrawn, what is open goes on. */
  record Stopping() implements EngineEvent {}

  record TimerFired(TimerKey key, Instant due) implements EngineEvent {}

  /** The reply is given on the engine thread: the consumer must not block. */
  record OperatorAsked(OperatorRequest request, Consumer<OperatorReply> reply)
      implements EngineEvent {}
}
