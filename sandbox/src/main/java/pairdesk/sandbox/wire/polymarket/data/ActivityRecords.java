package pairdesk.sandbox.wire.polymarket.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.ChainMove;
import pairdesk.sandbox.exchange.Deal;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Settlement;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Listings;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/** What happened to a wallet: trades and payouts, in the words of both versions. */
final class ActivityRecords {
  private final Listings listings;

  ActivityRecords(Listings listings) {
    this.listings = listings;
  }

  /**
   * One row.
   *
   * @param side empty for what is no trade
   * @param price zero for what is no trade
   */
  record Row(
      String type,
      Token token,
      String side,
      Price price,
      Quantity size,
      Usd cash,
      Instant at,
      String hash) {}

  Row of(Fill fill) {
    Deal deal = fill.deal();
    return new Row(
        "TRADE",
        listings.token(deal.market(), deal.outcome()),
        deal.side().name(),
        deal.price(),
        deal.quantity(),
        deal.cash(),
        fill.at(),
        Words.hex(Words.keccak("transaction " + fill.tradeId())));
  }

  /** Both outcomes are redeemed together. */
  Row of(Settlement settlement) {
    boolean yes = settlement.yesPaid().e4() >= 5_000;
    Token token = listings.token(settlement.position().market(), yes ? Outcome.YES : Outcome.NO);
    return new Row(
        "REDEEM",
        token,
        "",
        Price.ZERO,
        settlement.position().of(token.outcome()),
        settlement.payout(),
        settlement.at(),
        Words.hex(Words.keccak("redeem " + token.market().code())));
  }

  /** Named by the outcome of which there was more. */
  Row of(ChainMove move) {
    boolean yes = !move.yes().isLessThan(move.no());
    return new Row(
        move.kind().name(),
        listings.token(move.market(), yes ? Outcome.YES : Outcome.NO),
        "",
        Price.ZERO,
        yes ? move.yes() : move.no(),
        move.cash(),
        move.at(),
        Words.hex(Words.keccak(move.kind() + " " + move.market().code() + " " + move.at())));
  }

  /** A row of {@code /trades}. */
  static ObjectNode trade(String wallet, Row row) {
    ObjectNode json =
        Json.object()
            .put("proxyWallet", wallet)
            .put("side", row.side())
            .put("asset", row.token().id())
            .put("conditionId", row.token().market().code())
            .put("size", Numbers.shares(row.size()))
            .put("price", Numbers.price(row.price()))
            .put("timestamp", row.at().getEpochSecond());
    return Json.join(Json.join(json, PositionRecords.texts(row.token())), person())
        .put("transactionHash", row.hash());
  }

  /** A row of {@code /activity}. */
  static ObjectNode activity(String wallet, Row row) {
    return trade(wallet, row).put("type", row.type()).put("usdcSize", Numbers.dollars(row.cash()));
  }

  /** A row of {@code /v2/trades} and {@code /v2/activity}. */
  static ObjectNode v2(String wallet, Row row) {
    Token token = row.token();
    return Json.object()
        .put("proxy_wallet", wallet)
        .put("timestamp", row.at().getEpochSecond())
        .put("condition_id", token.market().code())
        .put("type", row.type())
        .put("size", Numbers.shares(row.size()))
        .put("usdc_size", Numbers.dollars(row.cash()))
        .put("transaction_hash", row.hash())
        .put("price", Numbers.price(row.price()))
        .put("token_id", token.id())
        .put("side", row.side())
        .put("title", token.listing().texts().question())
        .put("slug", token.listing().texts().slug())
        .put("icon", "")
        .put("event_slug", token.listing().event().slug())
        .put("outcome", token.label())
        .put("outcome_index", token.index());
  }

  private static ObjectNode person() {
    return Json.object()
        .put("name", "")
        .put("pseudonym", "")
        .put("bio", "")
        .put("profileImage", "")
        .put("profileImageOptimized", "");
  }
}
