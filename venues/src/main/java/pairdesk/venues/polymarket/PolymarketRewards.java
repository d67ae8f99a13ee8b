package pairdesk.venues.polymarket;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/**
 * Liquidity rewards: what markets pay, whether our orders score, what we earned. The venue reports
 * sums as JSON numbers of any length; they are cut to micro-dollars, against us. Blocking.
 */
public final class PolymarketRewards {
  private final PolymarketRest rest;
  private final PolymarketLink link;

  PolymarketRewards(PolymarketRest rest, PolymarketLink link) {
    this.rest = rest;
    this.link = link;
  }

  /**
   * What a market pays to those who quote in it.
   *
   * @param maxSpreadE4 orders score within this distance of the midpoint, in 1/10 000 dollar
   * @param minSize smallest size that scores
   * @param daily dollars a day, all configurations that run now, sponsors included
   */
  public record MarketReward(MarketId market, int maxSpreadE4, Quantity minSize, Usd daily) {}

  /** What one market paid us on one day. */
  public record Earning(LocalDate date, MarketId market, Usd earned) {}

  /** All markets that pay rewards now. */
  public List<MarketReward> current() {
    return PolymarketRest.pages(
        rest::clob, "/rewards/markets/current", Map.of(), PolymarketRewards::reward);
  }

  /**
   * Whether an order of ours scores now.
   *
   * @param orderId the venue's id
   */
  public boolean isScoring(String orderId) {
    return link.record("/order-scoring", Map.of("order_id", orderId)).flag("scoring");
  }

  /** As above, for many orders. */
  public Map<String, Boolean> areScoring(List<String> orderIds) {
    String body =
        orderIds.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
    Fields answer = Fields.parse(link.asked("/orders-scoring", body));
    var scoring = new LinkedHashMap<String, Boolean>();
    orderIds.forEach(id -> scoring.put(id, answer.has(id) && answer.flag(id)));
    return scoring;
  }

  /** What we earned on the day, market by market. */
  public List<Earning> earned(LocalDate date) {
    var query = Map.of("date", date.toString(), "signature_type", link.signatureType());
    return PolymarketRest.pages(this::ours, "/rewards/user", query, PolymarketRewards::earning);
  }

  /** What we earned on the day in all. */
  public Usd earnedInAll(LocalDate date) {
    var query = Map.of("date", date.toString(), "signature_type", link.signatureType());
    return Fields.parseList(link.ledger("/rewards/user/total", query)).stream()
        .map(total -> dollars(total, "earnings"))
        .reduce(Usd.ZERO, Usd::plus);
  }

  /** Our share of each market's pool now, in percent as the venue writes it. */
  public Map<MarketId, BigDecimal> percentages() {
    var query = Map.of("signature_type", link.signatureType());
    Fields answer = link.record("/rewards/user/percentages", query);
    var shares = new LinkedHashMap<MarketId, BigDecimal>();
    answer
        .names()
        .forEach(market -> shares.put(MarketId.polymarket(market), decimal(answer, market)));
    return shares;
  }

  /** The markets that paid us on the day, the best first, with what they pay. */
  public List<MarketReward> marketsThatPaid(LocalDate date) {
    var query =
        new TreeMap<>(
            Map.of(
                "date", date.toString(),
                "signature_type", link.signatureType(),
                "order_by", "earnings",
                "position", "DESC",
                "no_competition", "true"));
    return PolymarketRest.pages(
        this::ours, "/rewards/user/markets", query, PolymarketRewards::reward);
  }

  /** What makers got back of the taker fees of the day. */
  public Usd rebated(LocalDate date) {
    var query = Map.of("date", date.toString(), "maker_address", link.signer().wallet().maker());
    return Fields.parseList(rest.clob("/rebates/current" + PolymarketRest.query(query))).stream()
        .map(rebate -> dollars(rebate, "rebated_fees_usdc"))
        .reduce(Usd.ZERO, Usd::plus);
  }

  private String ours(String target) {
    return link.read(target, link.budgets().ledgerRead());
  }

  static MarketReward reward(Fields market) {
    return new MarketReward(
        MarketId.polymarket(market.text("condition_id")),
        decimal(market, "rewards_max_spread").movePointRight(2).intValueExact(),
        Quantity.parse(decimal(market, "rewards_min_size").toPlainString()),
        daily(market));
  }

  private static Usd daily(Fields market) {
    if (market.has("total_daily_rate")) {
      return dollars(market, "total_daily_rate");
    }
    return market.list("rewards_config").stream()
        .map(config -> dollars(config, "rate_per_day"))
        .reduce(Usd.ZERO, Usd::plus);
  }

  static Earning earning(Fields row) {
    return new Earning(
        row.exact("date", PolymarketRewards::day),
        MarketId.polymarket(row.text("condition_id")),
        dollars(row, "earnings"));
  }

  /** A date, or a moment of which only the date counts. */
  private static LocalDate day(String text) {
    if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
      throw new IllegalArgumentException("no date: " + text);
    }
    return LocalDate.parse(text.substring(0, 10));
  }

  private static Usd dollars(Fields row, String name) {
    return Usd.parse(decimal(row, name).setScale(6, RoundingMode.DOWN).toPlainString());
  }

  private static BigDecimal decimal(Fields row, String name) {
    String text = row.decimalOrEmpty(name);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new VenueException("field " + name + ": want a number, found \"" + text + '"', e);
    }
  }
}
