package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.ORDER_INTENT;

import java.time.Instant;
import java.util.Arrays;
import org.jooq.Condition;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.persistence.schema.tables.records.OrderIntentRecord;

/** Intents: written before an order leaves, read back at start. */
final class OrderRows {
  private OrderRows() {}

  static Condition isOpen() {
    return ORDER_INTENT.STATE.notIn(
        Arrays.stream(OrderState.values())
            .filter(OrderState::isTerminal)
            .map(OrderState::name)
            .toList());
  }

  static OrderIntentRecord row(Mode mode, PreparedOrder order, Lease.Held lease, Instant now) {
    OrderIntent intent = order.intent();
    var row = new OrderIntentRecord();
    row.setClientOrderId(intent.id().value());
    origin(row, intent.origin());
    row.setMode(mode.name());
    row.setVenue(intent.instrument().venue().code());
    row.setMarket(intent.instrument().market().code());
    row.setOutcome(intent.instrument().outcome().name());
    terms(row, intent.terms());
    row.setVerdict(intent.approval().verdict());
    row.setSettingsVersion(intent.approval().settingsVersion());
    row.setReservedE6(intent.approval().reserved().e6());
    row.setValidUntil(intent.approval().validUntil());
    row.setLeaseAccount(lease.account());
    row.setLeaseEpoch(lease.epoch());
    row.setVenueKey(order.venueKey());
    row.setBody(order.body());
    row.setIntendedAt(now);
    row.setState(OrderState.INTENDED.name());
    row.setFilledE6(0L);
    row.setStateAt(now);
    return row;
  }

  private static void origin(OrderIntentRecord row, OrderIntent.Origin origin) {
    row.setExecutionId(origin.execution().value());
    row.setLeg((short) origin.leg());
    row.setAttempt((short) origin.attempt());
    row.setPurpose(origin.purpose().name());
    row.setPairId(Rows.pairValue(origin.pair()));
  }

  private static void terms(OrderIntentRecord row, OrderIntent.Terms terms) {
    row.setSide(terms.side().name());
    row.setQuantityE6(terms.quantity().e6());
    row.setLimitE4(terms.limit().e4());
    row.setTimeInForce(terms.timeInForce().name());
    row.setPostOnly(terms.postOnly());
    row.setExpiry(terms.expiry());
  }

  static Recovered.StoredOrder stored(OrderIntentRecord row) {
    ClientOrderId id = new ClientOrderId(row.getClientOrderId());
    Instrument instrument = Rows.instrument(row.getVenue(), row.getMarket(), row.getOutcome());
    return new Recovered.StoredOrder(
        new OrderIntent(id, origin(row), instrument, terms(row), approval(row)),
        Mode.valueOf(row.getMode()),
        new OrderRef(id, instrument, row.getVenueKey(), row.getVenueOrderId(), row.getIntendedAt()),
        OrderState.valueOf(row.getState()),
        Rows.quantity(row, ORDER_INTENT.FILLED_E6),
        row.getStateAt());
  }

  static OrderIntent.Origin origin(OrderIntentRecord row) {
    return new OrderIntent.Origin(
        new ExecutionId(row.getExecutionId()),
        row.getLeg(),
        row.getAttempt(),
        Purpose.valueOf(row.getPurpose()),
        Rows.pairId(row.getPairId()));
  }

  private static OrderIntent.Terms terms(OrderIntentRecord row) {
    return new OrderIntent.Terms(
        Side.valueOf(row.getSide()),
        Rows.quantity(row, ORDER_INTENT.QUANTITY_E6),
        Rows.price(row, ORDER_INTENT.LIMIT_E4),
        TimeInForce.valueOf(row.getTimeInForce()),
        row.getPostOnly(),
        row.getExpiry());
  }

  /** The approval that was given then: read back, not given anew. */
  private static Approval approval(OrderIntentRecord row) {
    return new Approval(
        row.getVerdict(),
        row.getSettingsVersion(),
        Rows.usd(row, ORDER_INTENT.RESERVED_E6),
        row.getValidUntil());
  }
}
