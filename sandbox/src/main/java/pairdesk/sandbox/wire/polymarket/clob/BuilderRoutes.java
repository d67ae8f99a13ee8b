package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import pairdesk.sandbox.exchange.Deal;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Paging;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/**
 * The builder program: trades by the code that their orders carry. Builders charge nothing here.
 */
final class BuilderRoutes {
  private static final int PAGE = 300;
  private static final String CODE = "0x[0-9a-fA-F]{64}";

  private final Venue venue;
  private final Origins origins;

  private record Part(Trade trade, Fill fill) {}

  BuilderRoutes(Venue venue, Origins origins) {
    this.venue = venue;
    this.origins = origins;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/builder/trades", this::trades);
    endpoints.get("/fees/builder-fees/{code}", this::fees);
  }

  private WireReply fees(WireRequest request) {
    code(request.pathParam("code"));
    return Replies.json(
        Json.object().put("builder_maker_fee_rate_bps", 0).put("builder_taker_fee_rate_bps", 0));
  }

  private WireReply trades(WireRequest request) {
    String code = code(Query.text(request, "builder_code").orElse(""));
    Predicate<Part> wanted =
        (Part part) -> origins.of(part.fill().orderId()).builder().equals(code);
    Predicate<Part> asked =
        RecordRoutes.matching(request, "id", (Part p) -> TradeRecords.id(p.trade().id()))
            .and(RecordRoutes.matching(request, "market", p -> p.trade().market().code()))
            .and(RecordRoutes.matching(request, "asset_id", p -> token(p).id()));
    Predicate<Trade> inTime = RecordRoutes.withinTimes(request);
    List<Part> parts =
        venue.traders().stream()
            .flatMap(trader -> venue.exchange().trades(trader.account()).reversed().stream())
            .filter(inTime)
            .flatMap(trade -> trade.fills().map(fill -> new Part(trade, fill)))
            .filter(wanted.and(asked))
            .toList();
    String cursor = Query.text(request, "next_cursor").orElse(Paging.FIRST);
    return Replies.json(Paging.page(parts, cursor, PAGE, this::trade));
  }

  private ObjectNode trade(Part part) {
    Deal deal = part.fill().deal();
    Origins.Origin origin = origins.of(part.fill().orderId());
    String fee = Json.number(part.fill().fee().e6(), 6).toPlainString();
    return Json.object()
        .put("id", TradeRecords.id(part.trade().id()))
        .put("tradeType", part.fill().taker() ? "TAKER" : "MAKER")
        .put("takerOrderHash", Origins.orderId(part.trade().taker().orderId()))
        .put("builder", origin.builder())
        .put("market", part.trade().market().code())
        .put("assetId", token(part).id())
        .put("side", deal.side().name())
        .put("size", deal.quantity().toString())
        .put("sizeUsdc", Json.number(deal.cash().e6(), 6).toPlainString())
        .put("price", BookImage.price(deal.price()))
        .put("status", part.trade().status().name())
        .put("outcome", token(part).label())
        .put("outcomeIndex", token(part).index())
        .put("owner", origin.owner())
        .put("maker", origin.maker().toString())
        .put("transactionHash", TradeRecords.transactionHash(part.trade()))
        .put("matchTime", Long.toString(part.trade().at().getEpochSecond()))
        .put("bucketIndex", 0)
        .put("fee", fee)
        .put("feeUsdc", fee)
        .putNull("err_msg")
        .put("createdAt", part.trade().at().toString())
        .put("updatedAt", part.trade().updatedAt().toString());
  }

  private Token token(Part part) {
    return venue.listings().token(part.fill().deal().market(), part.fill().deal().outcome());
  }

  private static String code(String text) {
    if (!text.matches(CODE)) {
      throw HttpRefusal.badRequest("Invalid payload");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
