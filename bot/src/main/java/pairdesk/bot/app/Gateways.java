package pairdesk.bot.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.paper.PaperExchange;
import pairdesk.engine.venue.OrderGateway;

/**
 * Where the orders of each mode go: the one place that tells paper from real. What is asked for in
 * PAPER can only ever be a {@link PaperExchange}, which cannot reach a venue.
 */
public record Gateways(Map<VenueId, OrderGateway> real, Map<VenueId, PaperExchange> paper) {
  public Gateways {
    real = Map.copyOf(real);
    paper = Map.copyOf(paper);
  }

  /** Empty where nothing may be sent. */
  Optional<OrderGateway> of(Mode mode, VenueId venue) {
    return switch (mode) {
      case MONITOR -> Optional.empty();
      case PAPER -> Optional.ofNullable(paper.get(venue));
      case LIVE -> Optional.ofNullable(real.get(venue));
    };
  }

  /** In any other mode than LIVE the venues are left as they are. */
  void follow(Mode mode) {
    real.values().forEach(gateway -> gateway.expectOrders(mode == Mode.LIVE));
  }

  List<OrderGateway> all() {
    return Stream.<OrderGateway>concat(real.values().stream(), paper.values().stream()).toList();
  }
}
