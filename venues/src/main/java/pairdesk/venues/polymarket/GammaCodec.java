package pairdesk.venues.polymarket;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/** Listings of Gamma to markets. Lists of texts come as texts that hold JSON. */
final class GammaCodec {
  private static final Usd MARKETABLE_MINIMUM = Usd.ofDollars(1);

  private GammaCodec() {}

  /** A page of events, and where the next one begins; empty after the last. */
  record EventPage(List<Fields> events, String next) {}

  static EventPage events(String text) {
    Fields page = Fields.parse(text);
    return new EventPage(page.list("events"), page.textOrEmpty("next_cursor"));
  }

  static List<Fields> markets(String text) {
    return Fields.parse(text).list("markets");
  }

  /**
   * The market of a listing, with its event where that is known.
   *
   * @throws VenueException when it is not one that we understand
   */
  static Market market(Fields market, @Nullable Fields event) {
    var id = MarketId.polymarket(market.exact("conditionId", GammaCodec::conditionId));
    return new Market(
        listing(id, market, event), terms(market), life(market), address(market, event));
  }

  /** The event that a single market names, as far as it does. */
  static @Nullable Fields eventOf(Fields market) {
    return market.has("events") && !market.list("events").isEmpty()
        ? market.list("events").getFirst()
        : null;
  }

  /**
   * What a share of the first outcome was worth, in 1/10 000 dollar; empty before that is known.
   */
  static Optional<Integer> resolvedValueE4(Fields market) {
    if (status(market) != MarketStatus.SETTLED) {
      return Optional.empty();
    }
    List<String> prices = Fields.parseTexts(market.text("outcomePrices"));
    long value = Decimals.parse(prices.getFirst(), 4);
    boolean unset = prices.stream().allMatch(price -> Decimals.parse(price, 4) == 0);
    return Optional.of(unset ? 5_000 : Math.toIntExact(value));
  }

  private static Listing listing(MarketId id, Fields market, @Nullable Fields event) {
    List<String> outcomes = two(market, "outcomes");
    @Nullable Instant end = market.instantIfAny("endDate").orElse(null);
    return new Listing(
        id,
        event == null ? market.textOrEmpty("slug") : event.textOrEmpty("slug"),
        new Listing.Texts(
            event == null ? "" : event.textOrEmpty("title"),
            market.text("question"),
            event == null ? "" : event.textOrEmpty("subtitle"),
            rules(market)),
        new Listing.Names(
            market.textOrEmpty("groupItemTitle"),
            outcomes.getFirst(),
            outcomes.getLast(),
            category(market, event),
            market.textOrEmpty("slug")),
        Listing.Strike.NONE,
        new Listing.Dates(end, end));
  }

  private static String rules(Fields market) {
    String source = market.textOrEmpty("resolutionSource");
    String description = market.textOrEmpty("description");
    return source.isBlank() ? description : description + "\n\nResolution source: " + source;
  }

  private static String category(Fields market, @Nullable Fields event) {
    if (event != null && event.has("tags") && !event.list("tags").isEmpty()) {
      return event.list("tags").getFirst().textOrEmpty("label");
    }
    return market.textOrEmpty("category");
  }

  private static Market.Terms terms(Fields market) {
    int tick = Math.toIntExact(number(market, "orderPriceMinTickSize", 4));
    if (!PolymarketAmounts.isKnownTick(tick)) {
      throw market.bad("orderPriceMinTickSize", "want a tick of the venue");
    }
    return new Market.Terms(
        PriceGrid.uniform(tick),
        PolymarketAmounts.LOT,
        Quantity.ofE6(number(market, "orderMinSize", 6)),
        MARKETABLE_MINIMUM,
        fees(market));
  }

  private static FeeSchedule fees(Fields market) {
    if (!market.flag("feesEnabled")) {
      return new FeeSchedule.Free();
    }
    if (!market.has("feeSchedule")) {
      return new FeeSchedule.Unknown("fees without a schedule, " + market.textOrEmpty("feeType"));
    }
    Fields schedule = market.object("feeSchedule");
    long exponent = number(schedule, "exponent", 0);
    if (!schedule.flag("takerOnly") || exponent < 1 || exponent > 4) {
      return new FeeSchedule.Unknown(market.textOrEmpty("feeType"));
    }
    long rateBps = number(schedule, "rate", 4);
    return rateBps == 0
        ? new FeeSchedule.Free()
        : new FeeSchedule.TakerCurve(
            Ratio.ofBps(Math.toIntExact(rateBps)), Math.toIntExact(exponent));
  }

  private static Market.Life life(Fields market) {
    @Nullable Instant end = market.instantIfAny("endDate").orElse(null);
    return new Market.Life(
        status(market),
        market.instantIfAny("startDate").orElse(null),
        end,
        end,
        liquidity(market),
        resolvedValueE4(market).map(Price::ofE4).orElse(null));
  }

  private static MarketStatus status(Fields market) {
    if (market.flag("closed")) {
      return market.textOrEmpty("umaResolutionStatus").equals("resolved")
          ? MarketStatus.SETTLED
          : MarketStatus.CLOSED;
    }
    if (isSet(market, "archived")) {
      return MarketStatus.CLOSED;
    }
    if (!market.flag("active")) {
      return MarketStatus.UPCOMING;
    }
    return isSet(market, "acceptingOrders") && isSet(market, "enableOrderBook")
        ? MarketStatus.OPEN
        : MarketStatus.PAUSED;
  }

  private static @Nullable Usd liquidity(Fields market) {
    String field = market.has("liquidityNum") ? "liquidityNum" : "liquidity";
    String dollars = market.decimalOrEmpty(field);
    return dollars.isEmpty()
        ? null
        : Usd.parse(new BigDecimal(dollars).setScale(2, RoundingMode.DOWN).toPlainString());
  }

  private static Market.Address address(Fields market, @Nullable Fields event) {
    List<String> tokens = tokens(market);
    boolean negRisk = market.flag("negRisk");
    boolean grows = event != null && isSet(event, "negRiskAugmented");
    String group = negRisk && !grows ? market.textOrEmpty("negRiskMarketID") : "";
    return new Market.Address(group, tokens.getFirst(), tokens.getLast(), 0, negRisk);
  }

  /** A market of the position ledger names its positions in a list, others in a text. */
  private static List<String> tokens(Fields market) {
    if (!market.has("positionIds") && !market.textOrEmpty("version").equals("v2")) {
      List<String> tokens = two(market, "clobTokenIds");
      tokens.forEach(id -> tokenId(id, "clobTokenIds"));
      return tokens;
    }
    List<String> positions = market.textsOrEmpty("positionIds");
    if (positions.size() != 2
        || !positions.stream().allMatch(id -> PositionId.isOne(tokenId(id, "positionIds")))) {
      throw market.bad("positionIds", "want two ids of the position ledger");
    }
    return positions;
  }

  private static List<String> two(Fields market, String name) {
    List<String> texts = Fields.parseTexts(market.text(name));
    if (texts.size() != 2) {
      throw market.bad(name, "want two");
    }
    return texts;
  }

  private static boolean isSet(Fields fields, String name) {
    return fields.has(name) && fields.flag(name);
  }

  private static long number(Fields fields, String name, int scale) {
    try {
      return Decimals.parse(fields.decimalOrEmpty(name), scale);
    } catch (IllegalArgumentException e) {
      throw fields.bad(name, "want a number of at most " + scale + " decimals");
    }
  }

  private static BigInteger tokenId(String text, String field) {
    try {
      return PolymarketCodec.tokenId(text);
    } catch (IllegalArgumentException e) {
      throw new VenueException("field " + field + ": " + e.getMessage(), e);
    }
  }

  private static String conditionId(String text) {
    if (!text.matches("0x[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("not a condition id");
    }
    return text;
  }
}
