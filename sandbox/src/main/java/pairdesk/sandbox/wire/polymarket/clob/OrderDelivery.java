package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.OrderIds;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Placement;
import pairdesk.sandbox.exchange.Refusal;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.records.KilledOrder;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.venue.TakerDelay;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Hands an order to the exchange: at once, or after its market's delay when it would trade. */
final class OrderDelivery {
  private static final int LONGEST_WAIT = 100;

  private final Venue venue;
  private final Origins origins;

  OrderDelivery(Venue venue, Origins origins) {
    this.venue = venue;
    this.origins = origins;
  }

  /** An order that is signed and within the rules. */
  record Parcel(String id, AccountId account, OrderTerms terms, Origins.Origin origin) {}

  /**
   * The answer of {@code POST /order}.
   *
   * @throws HttpRefusal when the exchange does not take it
   */
  ObjectNode deliver(Parcel parcel, Token token) {
    boolean isNew = origins.putIfAbsent(parcel.id(), parcel.origin());
    TakerDelay delay =
        wouldTrade(parcel.terms(), venue.book(token))
            ? venue.takerDelay(token.listing())
            : new TakerDelay.None();
    return switch (delay) {
      case TakerDelay.None _ -> atOnce(parcel, isNew);
      case TakerDelay.Held(var span) -> held(parcel, span, isNew);
      case TakerDelay.Announced(var span) -> announced(parcel, span, isNew);
    };
  }

  private static boolean wouldTrade(OrderTerms terms, BookImage book) {
    if (terms.options().postOnly()) {
      return false;
    }
    List<Level> facing = terms.side() == Side.BUY ? book.asks() : book.bids();
    if (facing.isEmpty()) {
      return false;
    }
    int distance = facing.getFirst().price().e4() - terms.price().e4();
    return terms.side() == Side.BUY ? distance <= 0 : distance >= 0;
  }

  private ObjectNode atOnce(Parcel parcel, boolean isNew) {
    Placement placement =
        venue.exchange().place(parcel.account(), OrderIds.digest(parcel.id()), parcel.terms());
    return switch (placement) {
      case Placement.Refused(var reason) -> {
        forget(parcel, isNew);
        if (reason == Refusal.FILL_OR_KILL_UNFILLED) {
          venue.killed(killed(parcel));
        }
        throw refusal(parcel, reason);
      }
      case Placement.Placed placed -> OrderAnswers.taken(placed, "live");
    };
  }

  private ObjectNode held(Parcel parcel, Duration span, boolean isNew) {
    var arrived = new CompletableFuture<Placement>();
    enter(parcel, span, isNew, arrived);
    return switch (await(arrived, span)) {
      case Placement.Refused(var reason) -> throw refusal(parcel, reason);
      case Placement.Placed placed -> OrderAnswers.taken(placed, "unmatched");
    };
  }

  private ObjectNode announced(Parcel parcel, Duration span, boolean isNew) {
    enter(parcel, span, isNew, new CompletableFuture<>());
    return OrderAnswers.accepted(parcel.id(), "delayed");
  }

  private void enter(
      Parcel parcel, Duration span, boolean isNew, CompletableFuture<Placement> arrived) {
    Placement entered =
        venue
            .exchange()
            .placeLater(
                parcel.account(),
                OrderIds.digest(parcel.id()),
                parcel.terms(),
                venue.clock().scaled(span),
                arrived::complete);
    if (entered instanceof Placement.Refused(var reason)) {
      forget(parcel, isNew);
      throw refusal(parcel, reason);
    }
  }

  /** The exchange acts when somebody calls it, so the waiting request does. */
  private Placement await(CompletableFuture<Placement> arrived, Duration span) {
    try {
      for (int i = 0; i < LONGEST_WAIT && !arrived.isDone(); i++) {
        Thread.sleep(venue.clock().scaled(span).plusMillis(1));
        venue.exchange().advance();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Placement placement = arrived.getNow(null);
    if (placement == null) {
      throw HttpRefusal.badRequest("order timed out");
    }
    return placement;
  }

  private void forget(Parcel parcel, boolean isNew) {
    if (isNew) {
      origins.remove(parcel.id());
    }
  }

  private KilledOrder killed(Parcel parcel) {
    return new KilledOrder(
        parcel.id(), parcel.account(), parcel.terms(), parcel.origin(), venue.clock().instant());
  }

  private static HttpRefusal refusal(Parcel parcel, Refusal reason) {
    return HttpRefusal.badRequest(Refusals.text(reason, parcel.id(), parcel.terms()));
  }
}
